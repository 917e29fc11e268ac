fun bad(token: String) {
    // ruleid: kotlin-jwt-verification-disabled
    val made = JWT.create().withSubject("a").sign(Algorithm.none())
    // ruleid: kotlin-jwt-verification-disabled
    val claims = Jwts.parser().parse(token)
    // ruleid: kotlin-jwt-verification-disabled
    val plain = PlainJWT.parse(token)
    // ruleid: kotlin-jwt-verification-disabled
    val consumer = JwtConsumerBuilder().setSkipSignatureVerification().build()
}

fun fine(token: String, key: SecretKey, algorithm: Algorithm) {
    // ok: kotlin-jwt-verification-disabled
    val made = JWT.create().withSubject("a").sign(algorithm)
    // ok: kotlin-jwt-verification-disabled
    val claims = Jwts.parser().verifyWith(key).build().parseSignedClaims(token)
    // ok: kotlin-jwt-verification-disabled
    val verified = JWT.require(Algorithm.RSA256(publicKey)).build().verify(token)
    // ok: kotlin-jwt-verification-disabled
    val consumer = JwtConsumerBuilder().setVerificationKey(key).build()
}
