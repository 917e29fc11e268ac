import java.security.KeyPairGenerator

fun bad() {
    val generator = KeyPairGenerator.getInstance("RSA")
    // ruleid: kotlin-weak-key-size
    generator.initialize(1024)
    val dsa = KeyPairGenerator.getInstance("DSA")
    // ruleid: kotlin-weak-key-size
    dsa.initialize(1024, SecureRandom())
    // ruleid: kotlin-weak-key-size
    val pair = KeyPairGenerator.getInstance("RSA").apply { initialize(512) }
    // ruleid: kotlin-weak-key-size
    val spec = RSAKeyGenParameterSpec(1024, RSAKeyGenParameterSpec.F4)
}

fun fine(bits: Int) {
    val generator = KeyPairGenerator.getInstance("RSA")
    // ok: kotlin-weak-key-size
    generator.initialize(4096)
    // ok: kotlin-weak-key-size
    generator.initialize(bits)
    val curve = KeyPairGenerator.getInstance("EC")
    // ok: kotlin-weak-key-size
    curve.initialize(256)
    // ok: kotlin-weak-key-size
    val pair = KeyPairGenerator.getInstance("RSA").apply { initialize(3072) }
}
