import org.springframework.http.ResponseCookie;

class Cookies {
    void bad(jakarta.servlet.http.Cookie cookie, DefaultCookieSerializer serializer, Rfc6265CookieProcessor processor) {
        // ruleid: java-cookie-samesite-none
        ResponseCookie first = ResponseCookie.from("id", "1").secure(true).sameSite("None").build();
        // ruleid: java-cookie-samesite-none
        cookie.setAttribute("SameSite", "None");
        // ruleid: java-cookie-samesite-none
        serializer.setSameSite("None");
        // ruleid: java-cookie-samesite-none
        processor.setSameSiteCookies("none");
    }

    void good(jakarta.servlet.http.Cookie cookie, DefaultCookieSerializer serializer, Rfc6265CookieProcessor processor) {
        // ok: java-cookie-samesite-none
        ResponseCookie first = ResponseCookie.from("id", "1").secure(true).sameSite("Lax").build();
        // ok: java-cookie-samesite-none
        cookie.setAttribute("SameSite", "Strict");
        // ok: java-cookie-samesite-none
        serializer.setSameSite("Lax");
        // ok: java-cookie-samesite-none
        cookie.setAttribute("Comment", "None");
        // ok: java-cookie-samesite-none
        processor.setSameSiteCookies("strict");
    }
}
