import java.net.URL;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPSClient;
import org.apache.commons.net.telnet.TelnetClient;

class Transfers {
    void bad() throws Exception {
        // ruleid: java-cleartext-protocol
        FTPClient ftp = new FTPClient();
        // ruleid: java-cleartext-protocol
        TelnetClient telnet = new TelnetClient("vt100");
        // ruleid: java-cleartext-protocol
        URL url = new URL("ftp://files.example.com/list");
        // ruleid: java-cleartext-protocol
        send(new org.apache.commons.net.tftp.TFTPClient());
    }

    void good() throws Exception {
        // ok: java-cleartext-protocol
        FTPClient ftps = new FTPSClient();
        // ok: java-cleartext-protocol
        URL url = new URL("https://files.example.com/list");
        // ok: java-cleartext-protocol
        URL other = new URL(base + "/list");
        // ok: java-cleartext-protocol
        Session session = new JSch().getSession("user", "files.example.com");
    }
}
