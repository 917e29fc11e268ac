import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

class Tls {
    void bad(SSLSocket socket) throws Exception {
        // ruleid: java-insecure-tls-version
        SSLContext first = SSLContext.getInstance("TLSv1.2");
        String version = "TLSv1";
        // ruleid: java-insecure-tls-version
        SSLContext second = SSLContext.getInstance(version);
        // ruleid: java-insecure-tls-version
        socket.setEnabledProtocols(new String[] {"TLSv1.2", "TLSv1.2"});
    }

    void good(SSLSocket socket) throws Exception {
        // ok: java-insecure-tls-version
        SSLContext first = SSLContext.getInstance("TLSv1.3");
        // ok: java-insecure-tls-version
        SSLContext second = SSLContext.getInstance("TLS");
        // ok: java-insecure-tls-version
        socket.setEnabledProtocols(new String[] {"TLSv1.2"});
    }
}
