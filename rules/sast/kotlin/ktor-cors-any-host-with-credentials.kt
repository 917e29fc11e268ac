fun Application.open() {
    install(CORS) {
        // ruleid: ktor-cors-any-host-with-credentials
        anyHost()
        allowCredentials = true
    }
    install(CORS) {
        allowCredentials = true
        allowHeader("X-A")
        // ruleid: ktor-cors-any-host-with-credentials
        allowHost("*")
    }
    install(CORS) {
        allowCredentials = true
        // ruleid: ktor-cors-any-host-with-credentials
        allowOrigins { true }
    }
    install(CORS) {
        allowHeader("X-A")
        // ruleid: ktor-cors-any-host-with-credentials
        allowHost("*", schemes = listOf("https"))
        allowCredentials = true
    }
}

fun Application.closed() {
    install(CORS) {
        // ok: ktor-cors-any-host-with-credentials
        allowHost("example.com", schemes = listOf("https"))
        allowCredentials = true
        // ok: ktor-cors-any-host-with-credentials
        allowOrigins { it.endsWith(".example.com") }
        // ok: ktor-cors-any-host-with-credentials
        allowHost("*.example.com")
    }
    install(CORS) {
        // ok: ktor-cors-any-host-with-credentials
        anyHost()
        allowHeader("X-A")
    }
}
