// What further libraries and methods do with the value.
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Case072 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        new org.bouncycastle.crypto.engines.DESEngine();
    }
}

class Case073 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        new org.bouncycastle.crypto.engines.RC4Engine();
    }
}

class Case074 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        new org.bouncycastle.crypto.engines.BlowfishEngine();
    }
}

class Case075 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        new org.bouncycastle.crypto.engines.DESedeEngine();
    }
}

class Case076 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        new org.jasypt.util.text.BasicTextEncryptor();
    }
}

class Case077 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        org.jasypt.encryption.pbe.StandardPBEStringEncryptor e = new org.jasypt.encryption.pbe.StandardPBEStringEncryptor();
        // ruleid: java-weak-cipher
        e.setAlgorithm("PBEWithMD5AndDES");
    }
}

class Case078 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-cipher
        cn.hutool.crypto.SecureUtil.des();
    }
}

class Case079 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cipher.getInstance("AES/GCM/NoPadding");
    }
}

class Case080 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cipher.getInstance("AES/CBC/PKCS5Padding");
    }
}

class Case081 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cipher.getInstance("ChaCha20-Poly1305");
    }
}

class Case082 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cipher.getInstance("RSA/ECB/OAEPWithSHA-256AndMGF1Padding");
    }
}

class Case083 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        KeyGenerator.getInstance("AES");
    }
}

class Case084 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cipher.getInstance("AES/CCM/NoPadding", "BC");
    }
}

class Case085 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new javax.crypto.spec.SecretKeySpec(new byte[16], "AES");
    }
}
