import javax.crypto.Cipher
import javax.crypto.KeyGenerator

fun bad() {
    // ruleid: kotlin-weak-cipher
    val first = Cipher.getInstance("DES/CBC/PKCS5Padding")
    // ruleid: kotlin-weak-cipher
    val second = Cipher.getInstance("AES/ECB/PKCS5Padding")
    // ruleid: kotlin-weak-cipher
    val third = Cipher.getInstance("AES")
    // ruleid: kotlin-weak-cipher
    val fourth = KeyGenerator.getInstance("DESede")
}

fun fine(name: String) {
    // ok: kotlin-weak-cipher
    val first = Cipher.getInstance("AES/GCM/NoPadding")
    // ok: kotlin-weak-cipher
    val second = KeyGenerator.getInstance("AES")
    // ok: kotlin-weak-cipher
    val third = Cipher.getInstance("ChaCha20-Poly1305")
    // ok: kotlin-weak-cipher
    val fourth = Cipher.getInstance(name)
}
