import java.security.MessageDigest
import org.apache.commons.codec.digest.DigestUtils

fun bad(password: String, data: ByteString) {
    // ruleid: kotlin-weak-hash
    val first = MessageDigest.getInstance("MD5").digest(password.toByteArray())
    // ruleid: kotlin-weak-hash
    val second = MessageDigest.getInstance("SHA-1")
    // ruleid: kotlin-weak-hash
    val third = DigestUtils.md5Hex(password)
    // ruleid: kotlin-weak-hash
    val fourth = MessageDigest.getInstance("md5")
}

fun fine(password: String, data: ByteString, name: String) {
    // ok: kotlin-weak-hash
    val first = MessageDigest.getInstance("SHA-256").digest(password.toByteArray())
    // ok: kotlin-weak-hash
    val second = DigestUtils.sha256Hex(password)
    // ok: kotlin-weak-hash
    val third = data.sha256()
    // ok: kotlin-weak-hash
    val fourth = MessageDigest.getInstance(name)
}
