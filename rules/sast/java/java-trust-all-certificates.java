import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

class Trust {
    TrustManager[] managers = {
        new X509TrustManager() {
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            // ruleid: java-trust-all-certificates
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            public X509Certificate[] getAcceptedIssuers() {
                return new X509Certificate[0];
            }
        }
    };

    Object netty() {
        // ruleid: java-trust-all-certificates
        return builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
    }
}

class Checked implements X509TrustManager {
    // ok: java-trust-all-certificates
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        delegate.checkServerTrusted(chain, type);
    }

    // ok: java-trust-all-certificates
    public void checkClientTrusted(X509Certificate[] chain, String type) {}
}
