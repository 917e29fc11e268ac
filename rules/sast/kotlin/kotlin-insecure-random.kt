import kotlin.random.Random

fun makeToken(): String {
    // ruleid: kotlin-insecure-random
    return (1..32).map { Random.nextInt(16) }.joinToString("")
}

fun generatePassword(n: Int) =
    // ruleid: kotlin-insecure-random
    (1..n).map { LETTERS.random() }.joinToString("")

fun bad() {
    // ruleid: kotlin-insecure-random
    val salt = Random.nextBytes(16)
    // ruleid: kotlin-insecure-random
    val sessionId = Math.random().toString()
}

fun fine() {
    // ok: kotlin-insecure-random
    val delay = Random.nextInt(100)
    val bytes = ByteArray(16)
    // ok: kotlin-insecure-random
    SecureRandom().nextBytes(bytes)
    // ok: kotlin-insecure-random
    val token = UUID.randomUUID().toString()
    // ok: kotlin-insecure-random
    val color = COLORS.random()
}
