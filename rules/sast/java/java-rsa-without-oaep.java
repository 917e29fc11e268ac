import javax.crypto.Cipher;

class Rsa {
    void bad() throws Exception {
        // ruleid: java-rsa-without-oaep
        Cipher first = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        // ruleid: java-rsa-without-oaep
        Cipher second = Cipher.getInstance("RSA");
        // ruleid: java-rsa-without-oaep
        Cipher third = javax.crypto.Cipher.getInstance("RSA/NONE/NoPadding", "BC");
    }

    void good() throws Exception {
        // ok: java-rsa-without-oaep
        Cipher first = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: java-rsa-without-oaep
        Cipher second = Cipher.getInstance("AES/GCM/NoPadding");
    }
}
