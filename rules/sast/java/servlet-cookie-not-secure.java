import javax.servlet.http.*;
import org.springframework.http.ResponseCookie;

public class CookieServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        Cookie first = new Cookie("session", "abc");
        first.setPath("/");
        // ruleid: servlet-cookie-not-secure
        response.addCookie(first);
        Cookie second = new Cookie("remember", "1");
        // ruleid: servlet-cookie-not-secure
        second.setSecure(false);
        second.setHttpOnly(true);
        response.addCookie(second);
        // ruleid: servlet-cookie-not-secure
        response.addCookie(new Cookie("id", request.getParameter("id")));
        javax.servlet.http.Cookie third = new javax.servlet.http.Cookie("a", "b");
        if (request.isSecure()) {
            third.setHttpOnly(true);
        }
        // ruleid: servlet-cookie-not-secure
        response.addCookie(third);
    }

    void safe(HttpServletRequest request, HttpServletResponse response) {
        Cookie first = new Cookie("session", "abc");
        first.setSecure(true);
        first.setHttpOnly(true);
        // ok: servlet-cookie-not-secure
        response.addCookie(first);
        Cookie gone = new Cookie("old", "");
        gone.setMaxAge(0);
        // ok: servlet-cookie-not-secure
        response.addCookie(gone);
        Cookie third = new Cookie("x", "y");
        // ok: servlet-cookie-not-secure
        third.setSecure(request.isSecure());
        // ok: servlet-cookie-not-secure
        response.addCookie(third);
        Jar jar = new Jar();
        // ok: servlet-cookie-not-secure
        jar.setSecure(false);
    }

    void byHand(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: servlet-cookie-not-secure
        response.setHeader("Set-Cookie", "theme=dark; HttpOnly; SameSite=Strict");
        // ruleid: servlet-cookie-not-secure
        response.addHeader("Set-Cookie", "theme=" + request.getParameter("theme") + "; HttpOnly");
        // ok: servlet-cookie-not-secure
        response.setHeader("Set-Cookie", "theme=dark; HttpOnly; Secure");
        // ok: servlet-cookie-not-secure
        response.setHeader("Set-Cookie", "theme=; Max-Age=0");
    }

    private Cookie plain(String value) {
        Cookie cookie = new Cookie("seen", value);
        cookie.setHttpOnly(true);
        return cookie;
    }

    private Cookie good(String value) {
        Cookie cookie = new Cookie("seen", value);
        cookie.setSecure(true);
        return cookie;
    }

    void made(HttpServletResponse response) {
        // ruleid: servlet-cookie-not-secure
        response.addCookie(plain("1"));
        // ok: servlet-cookie-not-secure
        response.addCookie(good("1"));
    }

    private Cookie direct(String value) {
        return new Cookie("seen", value);
    }

    void madeThere(HttpServletResponse response) {
        Cookie first = direct("1");
        // ruleid: servlet-cookie-not-secure
        response.addCookie(first);
        Cookie second = direct("1");
        second.setSecure(true);
        // ok: servlet-cookie-not-secure
        response.addCookie(second);
        Cookie third = direct("1");
        // ruleid: servlet-cookie-not-secure
        third.setSecure(Boolean.FALSE);
        response.addCookie(third);
    }
}

class SetAtOnce {
    void add(javax.servlet.http.HttpServletResponse response) {
        // ok: servlet-cookie-not-secure
        response.addCookie(new javax.servlet.http.Cookie("a", "b") {{ setSecure(true); }});
        // ruleid: servlet-cookie-not-secure
        response.addCookie(new javax.servlet.http.Cookie("a", "b"));
    }
}
