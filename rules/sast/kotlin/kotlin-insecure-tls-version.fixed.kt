fun bad(socket: SSLSocket, builder: ConnectionSpec.Builder) {
    // ruleid: kotlin-insecure-tls-version
    val context = SSLContext.getInstance("TLSv1.2")
    // ruleid: kotlin-insecure-tls-version
    val other = SSLContext.getInstance("TLSv1.2")
    // ruleid: kotlin-insecure-tls-version
    socket.enabledProtocols = arrayOf("TLSv1.2", "TLSv1.2")
    // ruleid: kotlin-insecure-tls-version
    builder.tlsVersions(TlsVersion.TLS_1_0, TlsVersion.TLS_1_2)
}

fun fine(socket: SSLSocket, builder: ConnectionSpec.Builder) {
    // ok: kotlin-insecure-tls-version
    val context = SSLContext.getInstance("TLS")
    // ok: kotlin-insecure-tls-version
    val other = SSLContext.getInstance("TLSv1.3")
    // ok: kotlin-insecure-tls-version
    socket.enabledProtocols = arrayOf("TLSv1.2", "TLSv1.3")
    // ok: kotlin-insecure-tls-version
    builder.tlsVersions(TlsVersion.TLS_1_3, TlsVersion.TLS_1_2)
}
