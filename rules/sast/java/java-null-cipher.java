import javax.crypto.Cipher;
import javax.crypto.NullCipher;

class Ciphers {
    // ruleid: java-null-cipher
    private final Cipher field = new NullCipher();

    Cipher one() {
        // ruleid: java-null-cipher
        return new NullCipher();
    }

    Cipher two(boolean debug) throws Exception {
        // ruleid: java-null-cipher
        return debug ? new NullCipher() : Cipher.getInstance("AES/GCM/NoPadding");
    }

    byte[] three(byte[] data) throws Exception {
        // ruleid: java-null-cipher
        return new javax.crypto.NullCipher().doFinal(data);
    }

    Cipher safe() throws Exception {
        // ok: java-null-cipher
        return Cipher.getInstance("AES/GCM/NoPadding");
    }

    Object other() {
        // ok: java-null-cipher
        return new NullCipherFactory();
    }

    Cipher none() {
        // ok: java-null-cipher
        return null;
    }

    Object list() {
        // ok: java-null-cipher
        return new NullObject();
    }
}
