val everything = object : X509TrustManager {
    override fun checkClientTrusted(chain: Array<out X509Certificate>?, authType: String?) {}
    // ruleid: kotlin-trust-all-certificates
    override fun checkServerTrusted(chain: Array<out X509Certificate>?, authType: String?) {}
    override fun getAcceptedIssuers(): Array<X509Certificate> = arrayOf()
}

class Other : X509TrustManager {
    // ruleid: kotlin-trust-all-certificates
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) = Unit
}

class Third : X509TrustManager {
    // ruleid: kotlin-trust-all-certificates
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {
        // Trust the network.
    }
}

fun bad() {
    // ruleid: kotlin-trust-all-certificates
    val context = SslContextBuilder.forClient().trustManager(InsecureTrustManagerFactory.INSTANCE).build()
}

class Pinned(private val standard: X509TrustManager) : X509TrustManager {
    // ok: kotlin-trust-all-certificates
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) {
        standard.checkServerTrusted(chain, authType)
    }
    // ok: kotlin-trust-all-certificates
    override fun checkClientTrusted(chain: Array<X509Certificate>, authType: String) {}
}

class Closed : X509TrustManager {
    // ok: kotlin-trust-all-certificates
    override fun checkServerTrusted(chain: Array<X509Certificate>, authType: String) = throw CertificateException("no")
    // ok: kotlin-trust-all-certificates
    fun check() {}
}
