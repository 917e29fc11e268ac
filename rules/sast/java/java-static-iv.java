import java.security.SecureRandom;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;

class Ivs {
    private static final String IV = "0123456789abcdef";

    void bad() {
        // ruleid: java-static-iv
        IvParameterSpec first = new IvParameterSpec(IV.getBytes());
        // ruleid: java-static-iv
        IvParameterSpec second = new IvParameterSpec(new byte[16]);
        byte[] fixed = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12};
        // ruleid: java-static-iv
        GCMParameterSpec third = new GCMParameterSpec(128, fixed);
        byte[] zeros = new byte[16];
        // ruleid: java-static-iv
        IvParameterSpec fourth = new IvParameterSpec(zeros);
    }

    void good(byte[] given) {
        byte[] iv = new byte[16];
        new SecureRandom().nextBytes(iv);
        // ok: java-static-iv
        IvParameterSpec first = new IvParameterSpec(iv);
        // ok: java-static-iv
        IvParameterSpec second = new IvParameterSpec(given);
        byte[] nonce = new byte[12];
        System.arraycopy(given, 0, nonce, 0, 12);
        // ok: java-static-iv
        GCMParameterSpec third = new GCMParameterSpec(128, nonce);
    }
}
