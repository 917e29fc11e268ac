// What further libraries and methods do with the value.
import java.nio.file.Path;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;

class Case123 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: servlet-cookie-not-secure
        response.addHeader(HttpHeaders.SET_COOKIE, "a=b;
        Path=/");
    }
}

class Case124 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: servlet-cookie-not-secure
        response.addHeader("Set-Cookie", org.springframework.http.ResponseCookie.from("a", "b").httpOnly(true).build().toString());
    }
}

class Case126 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: servlet-cookie-not-secure
        new javax.ws.rs.core.NewCookie("a", "b");
    }
}

class Case127 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: servlet-cookie-not-secure
        new javax.ws.rs.core.NewCookie("a", "b", "/", "d", "c", 1, false);
    }
}

class Case128 extends HttpServlet {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        // ruleid: servlet-cookie-not-secure
        getServletContext().getSessionCookieConfig().setSecure(false);
    }
}

class Case129 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        java.net.HttpCookie c = new java.net.HttpCookie("a", "b");
        // ruleid: servlet-cookie-not-secure
        c.setSecure(false);
    }
}

class Case130 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        org.springframework.web.util.CookieGenerator g = new org.springframework.web.util.CookieGenerator();
        // ruleid: servlet-cookie-not-secure
        g.setCookieSecure(false);
        g.addCookie(response, "a");
    }
}

class Case138 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cookie c = new Cookie("a", "b");
        c.setSecure(true);
        c.setHttpOnly(true);
        response.addCookie(c);
    }
}

class Case139 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cookie c = new Cookie("a", "b");
        c.setSecure(request.isSecure());
        response.addCookie(c);
    }
}

class Case140 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cookie c = new Cookie("a", "");
        c.setMaxAge(0);
        response.addCookie(c);
    }
}

class Case141 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.addHeader("Set-Cookie", "a=b;
        Secure;
        HttpOnly");
    }
}

class Case142 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        boolean on = true;
        Cookie c = new Cookie("a", "b");
        c.setSecure(on);
        response.addCookie(c);
    }
}

class Case143 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.addHeader("Set-Cookie", org.springframework.http.ResponseCookie.from("a", "b").secure(true).httpOnly(true).build().toString());
    }
}

class Case144 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        Cookie c = new Cookie("a", "b");
        c.setAttribute("Secure", "true");
        response.addCookie(c);
    }
}
