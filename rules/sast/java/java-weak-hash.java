import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.util.Properties;
import org.apache.commons.codec.digest.DigestUtils;

class Hashes {
    private static final String ALGORITHM = "SHA-1";

    byte[] bad(byte[] data, Properties properties) throws Exception {
        // ruleid: java-weak-hash
        MessageDigest first = MessageDigest.getInstance("MD5");
        // ruleid: java-weak-hash
        MessageDigest second = java.security.MessageDigest.getInstance("SHA1", "SUN");
        // ruleid: java-weak-hash
        MessageDigest third = MessageDigest.getInstance(ALGORITHM);
        String name = "sha";
        // ruleid: java-weak-hash
        MessageDigest fourth = MessageDigest.getInstance(name);
        String configured = properties.getProperty("hash", "MD5");
        // ruleid: java-weak-hash
        MessageDigest fifth = MessageDigest.getInstance(configured);
        // ruleid: java-weak-hash
        String sixth = DigestUtils.md5Hex(data);
        // ruleid: java-weak-hash
        Signature seventh = Signature.getInstance("SHA1withRSA");
        first.update(data);
        return first.digest();
    }

    byte[] good(byte[] data, Properties properties) throws NoSuchAlgorithmException {
        // ok: java-weak-hash
        MessageDigest first = MessageDigest.getInstance("SHA-256");
        // ok: java-weak-hash
        MessageDigest second = MessageDigest.getInstance("SHA-512");
        String configured = properties.getProperty("hash", "SHA-512");
        // ok: java-weak-hash
        MessageDigest third = MessageDigest.getInstance(configured);
        // ok: java-weak-hash
        String fourth = DigestUtils.sha256Hex(data);
        // ok: java-weak-hash
        Thing thing = Thing.getInstance("MD5");
        return first.digest(data);
    }

    void fullNames(String text) throws Exception {
        // ruleid: java-weak-hash
        byte[] a = org.apache.commons.codec.digest.DigestUtils.sha1(text);
        // ruleid: java-weak-hash
        String b = com.google.common.hash.Hashing.md5().hashString(text, java.nio.charset.StandardCharsets.UTF_8).toString();
        // ruleid: java-weak-hash
        MessageDigest c = org.apache.commons.codec.digest.DigestUtils.getDigest("MD5");
        // ok: java-weak-hash
        MessageDigest d = org.apache.commons.codec.digest.DigestUtils.getDigest("SHA-256");
        // ok: java-weak-hash
        byte[] e = org.apache.commons.codec.digest.DigestUtils.sha256(text);
    }

    static String named(String text) {
        // ruleid: java-weak-hash
        String weak = new DigestUtils(MessageDigestAlgorithms.MD5).digestAsHex(text);
        // ok: java-weak-hash
        return weak + new DigestUtils(MessageDigestAlgorithms.SHA_256).digestAsHex(text);
    }
}
