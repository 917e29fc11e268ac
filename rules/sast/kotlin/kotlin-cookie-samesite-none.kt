fun spring(): ResponseCookie {
    // ruleid: kotlin-cookie-samesite-none
    return ResponseCookie.from("session", id()).secure(true).httpOnly(true).sameSite("None").build()
}

fun Application.ktor() {
    install(Sessions) {
        cookie<Session>("session") {
            cookie.secure = true
            // ruleid: kotlin-cookie-samesite-none
            cookie.extensions["SameSite"] = "none"
        }
        cookie<Other>("other") {
            // ok: kotlin-cookie-samesite-none
            cookie.extensions["SameSite"] = "lax"
        }
    }
}

fun servlet(cookie: jakarta.servlet.http.Cookie, serializer: DefaultCookieSerializer) {
    // ruleid: kotlin-cookie-samesite-none
    cookie.setAttribute("SameSite", "None")
    // ruleid: kotlin-cookie-samesite-none
    serializer.setSameSite("None")
    // ok: kotlin-cookie-samesite-none
    cookie.setAttribute("SameSite", "Strict")
    // ok: kotlin-cookie-samesite-none
    serializer.setSameSite("Lax")
}

fun safe(): ResponseCookie {
    // ok: kotlin-cookie-samesite-none
    return ResponseCookie.from("session", id()).secure(true).sameSite("Lax").build()
}
