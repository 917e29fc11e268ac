// What further libraries and methods do with the value.
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Case006 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        MessageDigest.getInstance("RIPEMD128");
    }
}

class Case008 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        MessageDigest.getInstance("SHA-0");
    }
}

class Case018 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.apache.commons.codec.digest.DigestUtils(org.apache.commons.codec.digest.MessageDigestAlgorithms.SHA_1);
    }
}

class Case019 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        org.apache.commons.codec.digest.DigestUtils.getMd2Digest();
    }
}

class Case020 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        org.apache.commons.codec.digest.DigestUtils.getShaDigest();
    }
}

class Case023 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        com.google.common.hash.Hashing.hmacMd5(new byte[0]);
    }
}

class Case024 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        org.springframework.util.DigestUtils.md5Digest("a".getBytes());
    }
}

class Case026 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        org.springframework.util.DigestUtils.appendMd5DigestAsHex("a".getBytes(), new StringBuilder());
    }
}

class Case027 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.bouncycastle.crypto.digests.MD5Digest();
    }
}

class Case028 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.bouncycastle.crypto.digests.SHA1Digest();
    }
}

class Case029 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.bouncycastle.crypto.digests.MD4Digest();
    }
}

class Case030 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        org.bouncycastle.jcajce.provider.digest.MD5.Digest d = new org.bouncycastle.jcajce.provider.digest.MD5.Digest();
    }
}

class Case031 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.springframework.security.authentication.encoding.Md5PasswordEncoder();
    }
}

class Case032 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.springframework.security.crypto.password.MessageDigestPasswordEncoder("MD5");
    }
}

class Case033 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.apache.shiro.crypto.hash.Md5Hash("a");
    }
}

class Case034 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.apache.shiro.crypto.hash.Sha1Hash("a");
    }
}

class Case035 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        new org.apache.shiro.crypto.hash.SimpleHash("MD5", "a");
    }
}

class Case036 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        cn.hutool.crypto.SecureUtil.md5("a");
    }
}

class Case037 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        cn.hutool.crypto.digest.DigestUtil.md5Hex("a");
    }
}

class Case038 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: java-weak-hash
        SecretKeyFactory.getInstance("PBKDF2WithHmacMD5");
    }
}

class Case039 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        MessageDigest.getInstance("SHA-256");
    }
}

class Case040 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        MessageDigest.getInstance("SHA-512/256");
    }
}

class Case041 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        MessageDigest.getInstance("SHA3-256");
    }
}

class Case042 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        org.apache.commons.codec.digest.DigestUtils.sha256Hex("a");
    }
}

class Case043 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        com.google.common.hash.Hashing.sha256();
    }
}

class Case044 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new org.bouncycastle.crypto.digests.SHA256Digest();
    }
}

class Case045 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String a = System.getProperty("h", "SHA-256");
        MessageDigest.getInstance(a);
    }
}

class Case046 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Mac.getInstance("HmacSHA256");
    }
}

class Case047 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        new org.apache.shiro.crypto.hash.Sha256Hash("a");
    }
}
