import java.security.SecureRandom;

class Seeds {
    void bad() {
        SecureRandom first = new SecureRandom();
        // ruleid: java-predictable-seed
        first.setSeed(System.currentTimeMillis());
        SecureRandom second = new SecureRandom();
        // ruleid: java-predictable-seed
        second.setSeed(42L);
        // ruleid: java-predictable-seed
        SecureRandom third = new SecureRandom("seed".getBytes());
    }

    void good(byte[] entropy) {
        SecureRandom first = new SecureRandom();
        // ok: java-predictable-seed
        first.setSeed(entropy);
        java.util.Random games = new java.util.Random();
        // ok: java-predictable-seed
        games.setSeed(42L);
    }
}
