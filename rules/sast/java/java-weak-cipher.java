import java.util.Properties;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKeyFactory;

class Ciphers {
    private static final String TRANSFORMATION = "AES/ECB/PKCS5Padding";

    void bad(Properties properties) throws Exception {
        // ruleid: java-weak-cipher
        Cipher first = Cipher.getInstance("DES/CBC/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher second = javax.crypto.Cipher.getInstance("DESede/ECB/PKCS5Padding", "SunJCE");
        // ruleid: java-weak-cipher
        Cipher third = Cipher.getInstance(TRANSFORMATION);
        String name = "RC4";
        // ruleid: java-weak-cipher
        Cipher fourth = Cipher.getInstance(name);
        // ruleid: java-weak-cipher
        KeyGenerator fifth = KeyGenerator.getInstance("DES");
        String configured = properties.getProperty("cipher", "DESede/ECB/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher sixth = Cipher.getInstance(configured);
        // ruleid: java-weak-cipher
        SecretKeyFactory seventh = SecretKeyFactory.getInstance("PBEWithMD5AndDES");
        // ruleid: java-weak-cipher
        Cipher eighth = Cipher.getInstance("AES");
    }

    void good(Properties properties) throws Exception {
        // ok: java-weak-cipher
        Cipher first = Cipher.getInstance("AES/GCM/NoPadding");
        // ok: java-weak-cipher
        Cipher second = Cipher.getInstance("AES/CBC/PKCS5Padding");
        // ok: java-weak-cipher
        KeyGenerator third = KeyGenerator.getInstance("AES");
        String configured = properties.getProperty("cipher", "AES/GCM/NoPadding");
        // ok: java-weak-cipher
        Cipher fourth = Cipher.getInstance(configured);
        // ok: java-weak-cipher
        Cipher fifth = Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
        // ok: java-weak-cipher
        Plan plan = Plan.getInstance("DES");
    }
}

class Composed {
    private static final String NAME = "AES";

    void run() throws Exception {
        // ok: java-weak-cipher
        Cipher first = Cipher.getInstance(NAME + "/GCM/NoPadding");
        // ok: java-weak-cipher
        Cipher second = Cipher.getInstance(String.join("/", "AES", "GCM", "NoPadding"));
        // ok: java-weak-cipher
        Cipher third = Cipher.getInstance(String.format("%s/GCM/NoPadding", NAME));
        // ruleid: java-weak-cipher
        Cipher fourth = Cipher.getInstance(NAME + "/ECB/PKCS5Padding");
        // ruleid: java-weak-cipher
        Cipher fifth = Cipher.getInstance(String.join("/", "DES", "CBC", "PKCS5Padding"));
    }
}
