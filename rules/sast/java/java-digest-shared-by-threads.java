import java.security.MessageDigest;
import java.text.SimpleDateFormat;
import java.util.Date;
import javax.crypto.Mac;

class Tokens {
    private static final SimpleDateFormat DAY = new SimpleDateFormat("yyyy-MM-dd");
    private static MessageDigest digest;
    private static final Mac MAC = make();
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Tokens::sha);
    private final SimpleDateFormat field = new SimpleDateFormat("yyyy");

    static {
        // ok: java-digest-shared-by-threads
        digest.update(new byte[0]);
    }

    String day(Date date) {
        // ruleid: java-digest-shared-by-threads
        return DAY.format(date);
    }

    Date parse(String text) throws Exception {
        if (text == null) {
            return null;
        }
        // ruleid: java-digest-shared-by-threads
        Date date = DAY.parse(text);
        return date;
    }

    byte[] hash(byte[] data) {
        // ruleid: java-digest-shared-by-threads
        digest.update(data);
        // ruleid: java-digest-shared-by-threads
        return digest.digest();
    }

    byte[] code(byte[] data) {
        // ruleid: java-digest-shared-by-threads
        return MAC.doFinal(data);
    }

    byte[] locked(byte[] data) {
        synchronized (MAC) {
            // ok: java-digest-shared-by-threads
            return MAC.doFinal(data);
        }
    }

    static synchronized byte[] whole(byte[] data) {
        // ok: java-digest-shared-by-threads
        return digest.digest(data);
    }

    byte[] own(byte[] data) {
        MessageDigest digest = sha();
        // ok: java-digest-shared-by-threads
        return digest.digest(data);
    }

    byte[] handed(MessageDigest digest, byte[] data) {
        // ok: java-digest-shared-by-threads
        return digest.digest(data);
    }

    byte[] local(byte[] data) {
        // ok: java-digest-shared-by-threads
        return OWN.get().digest(data);
    }

    String perObject(Date date) {
        // ok: java-digest-shared-by-threads
        return field.format(date);
    }

    public static void main(String[] args) {
        // ok: java-digest-shared-by-threads
        System.out.println(DAY.format(new Date()));
    }
}
