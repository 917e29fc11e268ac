fun bad(builder: OkHttpClient.Builder, connection: HttpsURLConnection) {
    // ruleid: kotlin-hostname-verification-disabled
    builder.hostnameVerifier { _, _ -> true }
    // ruleid: kotlin-hostname-verification-disabled
    HttpsURLConnection.setDefaultHostnameVerifier { hostname, session -> true }
    // ruleid: kotlin-hostname-verification-disabled
    connection.hostnameVerifier = HostnameVerifier { _, _ -> true }
    // ruleid: kotlin-hostname-verification-disabled
    val client = HttpClients.custom().setSSLHostnameVerifier(NoopHostnameVerifier.INSTANCE).build()
}

class Everything : HostnameVerifier {
    // ruleid: kotlin-hostname-verification-disabled
    override fun verify(hostname: String?, session: SSLSession?): Boolean {
        return true
    }
}

fun fine(builder: OkHttpClient.Builder, connection: HttpsURLConnection) {
    // ok: kotlin-hostname-verification-disabled
    builder.hostnameVerifier { name, session -> standard.verify(name, session) }
    // ok: kotlin-hostname-verification-disabled
    builder.connectTimeout(3, TimeUnit.SECONDS)
    // ok: kotlin-hostname-verification-disabled
    connection.hostnameVerifier = OkHostnameVerifier
}

class Pinned : HostnameVerifier {
    // ok: kotlin-hostname-verification-disabled
    override fun verify(hostname: String?, session: SSLSession?): Boolean {
        return hostname == "example.com"
    }
}
