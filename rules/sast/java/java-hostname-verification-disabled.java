import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLSession;
import org.apache.http.conn.ssl.NoopHostnameVerifier;

class Verifiers {
    void bad(HttpsURLConnection connection) {
        // ruleid: java-hostname-verification-disabled
        connection.setHostnameVerifier((host, session) -> true);
        HostnameVerifier verifier = new HostnameVerifier() {
            // ruleid: java-hostname-verification-disabled
            public boolean verify(String host, SSLSession session) {
                return true;
            }
        };
        // ruleid: java-hostname-verification-disabled
        client.setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE);
    }

    void good(HttpsURLConnection connection) {
        // ok: java-hostname-verification-disabled
        connection.setHostnameVerifier((host, session) -> host.equals("example.org"));
        // ok: java-hostname-verification-disabled
        filters.setHandler((host, session) -> true);
    }

    // ok: java-hostname-verification-disabled
    public boolean verify(String host, SSLSession session) {
        return host.endsWith(".example.org");
    }
}
