import com.auth0.jwt.algorithms.Algorithm;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

class Keys {
    private static final String KEY = "sixteen byte key";

    void bad() throws Exception {
        // ruleid: java-hardcoded-encryption-key
        SecretKey first = new SecretKeySpec(KEY.getBytes(StandardCharsets.UTF_8), "AES");
        byte[] raw = new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
        // ruleid: java-hardcoded-encryption-key
        SecretKey second = new javax.crypto.spec.SecretKeySpec(raw, "AES");
        byte[] decoded = Base64.getDecoder().decode("c2l4dGVlbiBieXRlIGtleQ==");
        // ruleid: java-hardcoded-encryption-key
        SecretKey third = new SecretKeySpec(Arrays.copyOf(decoded, 16), "AES");
        // ruleid: java-hardcoded-encryption-key
        Algorithm fourth = Algorithm.HMAC256("signing key");
        // ruleid: java-hardcoded-encryption-key
        PBEKeySpec fifth = new PBEKeySpec("pass phrase".toCharArray(), salt(), 100000, 256);
    }

    void good(byte[] key, String password) throws Exception {
        // ok: java-hardcoded-encryption-key
        SecretKey first = new SecretKeySpec(key, "AES");
        // ok: java-hardcoded-encryption-key
        SecretKey second = new SecretKeySpec(System.getenv("KEY").getBytes(), "AES");
        // ok: java-hardcoded-encryption-key
        PBEKeySpec third = new PBEKeySpec(password.toCharArray(), salt(), 100000, 256);
        // ok: java-hardcoded-encryption-key
        Label label = new Label("AES");
    }

    static Hasher overloaded(byte[] key) {
        // ok: java-hardcoded-encryption-key
        return overloaded(new SecretKeySpec(key, "HmacSHA256"));
    }

    static Hasher overloaded(java.security.Key key) {
        return new Hasher(key);
    }

    static void derived(javax.crypto.Mac mac, byte[] salt) throws Exception {
        byte[] first = mac.doFinal(new byte[] {0, 0, 0, 1});
        // ok: java-hardcoded-encryption-key
        mac.init(new SecretKeySpec(first, "HmacSHA256"));
    }
}
