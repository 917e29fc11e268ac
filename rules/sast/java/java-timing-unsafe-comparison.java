import java.security.MessageDigest;
import java.util.Arrays;

class Checks {
    boolean bad(String signature, String expectedSignature, byte[] hmac, byte[] given, User user) {
        // ruleid: java-timing-unsafe-comparison
        boolean a = signature.equals(given);
        // ruleid: java-timing-unsafe-comparison
        boolean b = Arrays.equals(hmac, given);
        // ruleid: java-timing-unsafe-comparison
        boolean c = given.equals(expectedSignature);
        // ruleid: java-timing-unsafe-comparison
        return user.sent().equals(apiKey) && a && b && c;
    }

    boolean good(byte[] hmac, byte[] given, String name, String mode) {
        // ok: java-timing-unsafe-comparison
        boolean a = MessageDigest.isEqual(hmac, given);
        // ok: java-timing-unsafe-comparison
        boolean b = name.equals("admin");
        // ok: java-timing-unsafe-comparison
        boolean c = mode.equals(name);
        // ok: java-timing-unsafe-comparison
        boolean d = "none".equals(signature);
        return a && b && c && d;
    }

    private byte[] digest;

    @Override
    public boolean equals(Object that) {
        // ok: java-timing-unsafe-comparison
        return that instanceof Checks && Arrays.equals(digest, ((Checks) that).digest);
    }
}
