import java.security.KeyPairGenerator;
import javax.crypto.KeyGenerator;

class Sizes {
    private static final int SHORT = 1024;

    void bad() throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        // ruleid: java-weak-key-size
        rsa.initialize(SHORT);
        KeyPairGenerator curve = KeyPairGenerator.getInstance("EC");
        // ruleid: java-weak-key-size
        curve.initialize(160);
        KeyGenerator blowfish = KeyGenerator.getInstance("Blowfish");
        // ruleid: java-weak-key-size
        blowfish.init(64);
    }

    void good(int bits) throws Exception {
        KeyPairGenerator rsa = KeyPairGenerator.getInstance("RSA");
        // ok: java-weak-key-size
        rsa.initialize(3072);
        // ok: java-weak-key-size
        rsa.initialize(bits);
        KeyGenerator aes = KeyGenerator.getInstance("AES");
        // ok: java-weak-key-size
        aes.init(256);
        // ok: java-weak-key-size
        pool.initialize(10);
    }
}
