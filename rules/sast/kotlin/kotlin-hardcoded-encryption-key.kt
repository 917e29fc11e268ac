import com.auth0.jwt.algorithms.Algorithm
import javax.crypto.spec.PBEKeySpec
import javax.crypto.spec.SecretKeySpec

const val KEY = "sixteen byte key"

fun bad() {
    // ruleid: kotlin-hardcoded-encryption-key
    val first = SecretKeySpec("sixteen byte key".toByteArray(), "AES")
    // ruleid: kotlin-hardcoded-encryption-key
    val second = SecretKeySpec(KEY.toByteArray(Charsets.UTF_8), "AES")
    val raw = byteArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
    // ruleid: kotlin-hardcoded-encryption-key
    val third = SecretKeySpec(raw, "AES")
    // ruleid: kotlin-hardcoded-encryption-key
    val fourth = Algorithm.HMAC256("signing key")
}

fun fine(key: ByteArray, password: String) {
    // ok: kotlin-hardcoded-encryption-key
    val first = SecretKeySpec(key, "AES")
    // ok: kotlin-hardcoded-encryption-key
    val second = SecretKeySpec(System.getenv("KEY").toByteArray(), "AES")
    // ok: kotlin-hardcoded-encryption-key
    val third = PBEKeySpec(password.toCharArray(), salt(), 100000, 256)
    // ok: kotlin-hardcoded-encryption-key
    val fourth = Algorithm.HMAC256(environment.config.property("jwt.secret").getString())
}
