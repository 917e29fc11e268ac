import javax.crypto.spec.PBEKeySpec;

class Hashes {
    private static final int ROUNDS = 1000;

    void hash(char[] password, byte[] salt) {
        // ruleid: java-weak-password-hash-cost
        new PBEKeySpec(password, salt, 1000, 256);
        // ruleid: java-weak-password-hash-cost
        new PBEKeySpec(password, salt, ROUNDS, 256);
        // ruleid: java-weak-password-hash-cost
        new BCryptPasswordEncoder(4);
        // ruleid: java-weak-password-hash-cost
        BCrypt.hashpw(text, BCrypt.gensalt(6));
        // ruleid: java-weak-password-hash-cost
        new PBEParameterSpec(salt, 20);
        // ok: java-weak-password-hash-cost
        new PBEKeySpec(password, salt, 310000, 256);
        // ok: java-weak-password-hash-cost
        new BCryptPasswordEncoder();
        // ok: java-weak-password-hash-cost
        new BCryptPasswordEncoder(12);
        // ok: java-weak-password-hash-cost
        BCrypt.gensalt();
        // ok: java-weak-password-hash-cost
        new PBEKeySpec(password);
    }
}
