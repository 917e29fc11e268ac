fun Application.sessions() {
    install(Sessions) {
        cookie<UserSession>("user") {
            // ruleid: kotlin-cookie-not-secure
            cookie.secure = true
            // ruleid: kotlin-cookie-not-secure
            cookie.httpOnly = true
            // ok: kotlin-cookie-not-secure
            cookie.maxAgeInSeconds = 60
        }
    }
    routing {
        get("/") {
            // ruleid: kotlin-cookie-not-secure
            call.response.cookies.append(Cookie("id", "1", httpOnly = true))
        }
    }
}

fun others(cookie: jakarta.servlet.http.Cookie, secure: Boolean) {
    // ruleid: kotlin-cookie-not-secure
    cookie.setSecure(true)
    // ruleid: kotlin-cookie-not-secure
    val other = ResponseCookie.from("id", "1").path("/").secure(true).build()
    // ok: kotlin-cookie-not-secure
    cookie.setSecure(true)
    // ok: kotlin-cookie-not-secure
    cookie.isHttpOnly = true
    // ok: kotlin-cookie-not-secure
    val third = ResponseCookie.from("id", "1").secure(secure).httpOnly(true).build()
}
