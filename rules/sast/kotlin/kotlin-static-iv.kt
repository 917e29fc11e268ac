import javax.crypto.spec.GCMParameterSpec
import javax.crypto.spec.IvParameterSpec

fun bad(cipher: Cipher, key: SecretKey) {
    // ruleid: kotlin-static-iv
    cipher.init(Cipher.ENCRYPT_MODE, key, IvParameterSpec(ByteArray(16)))
    // ruleid: kotlin-static-iv
    cipher.init(Cipher.ENCRYPT_MODE, key, GCMParameterSpec(128, "0123456789ab".toByteArray()))
    val iv = ByteArray(12)
    // ruleid: kotlin-static-iv
    cipher.init(Cipher.ENCRYPT_MODE, key, GCMParameterSpec(128, iv))
    // ruleid: kotlin-static-iv
    val fourth = IvParameterSpec(byteArrayOf(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16))
}

fun fine(cipher: Cipher, key: SecretKey, given: ByteArray, buffer: ByteBuffer) {
    // ok: kotlin-static-iv
    cipher.init(Cipher.ENCRYPT_MODE, key)
    // ok: kotlin-static-iv
    cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, given))
    val iv = ByteArray(12)
    SecureRandom().nextBytes(iv)
    // ok: kotlin-static-iv
    cipher.init(Cipher.ENCRYPT_MODE, key, GCMParameterSpec(128, iv))
    val read = ByteArray(12)
    buffer.get(read)
    // ok: kotlin-static-iv
    cipher.init(Cipher.DECRYPT_MODE, key, GCMParameterSpec(128, read))
}
