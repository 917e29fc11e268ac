fun check(request: Request, expectedSignature: String): Boolean {
    val given = request.header("X-Signature")
    // ruleid: kotlin-timing-unsafe-comparison
    if (given == expectedSignature) return true
    // ruleid: kotlin-timing-unsafe-comparison
    return expectedSignature.equals(given)
}

fun bytes(hmac: ByteArray, given: ByteArray): Boolean {
    // ruleid: kotlin-timing-unsafe-comparison
    if (hmac.contentEquals(given)) return true
    // ruleid: kotlin-timing-unsafe-comparison
    return Arrays.equals(hmac, given)
}

fun token(given: String, user: User): Boolean {
    val apiKey = user.key()
    // ruleid: kotlin-timing-unsafe-comparison
    if (apiKey != given) throw Forbidden()
    return true
}

class Token(val accessToken: String?) {
    override fun equals(other: Any?): Boolean {
        // ok: kotlin-timing-unsafe-comparison
        return other is Token && accessToken == other.accessToken
    }

    fun missing(): Boolean {
        // ok: kotlin-timing-unsafe-comparison
        return accessToken == null
    }

    fun empty(): Boolean {
        // ok: kotlin-timing-unsafe-comparison
        return accessToken == ""
    }
}

fun constant(expected: ByteArray, given: ByteArray): Boolean {
    // ok: kotlin-timing-unsafe-comparison
    return MessageDigest.isEqual(expected, given)
}

fun name(name: String, other: String): Boolean {
    // ok: kotlin-timing-unsafe-comparison
    return name == other
}
