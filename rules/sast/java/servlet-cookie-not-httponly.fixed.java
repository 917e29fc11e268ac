import javax.servlet.http.*;

public class LoginServlet extends HttpServlet {
    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) {
        Cookie session = new Cookie("sessionId", "abc");
        session.setSecure(true);
        // ruleid: servlet-cookie-not-httponly
        response.addCookie(session);
        javax.servlet.http.Cookie token = new javax.servlet.http.Cookie("auth_token", "x");
        // ruleid: servlet-cookie-not-httponly
        token.setHttpOnly(true);
        response.addCookie(token);
    }

    void safe(HttpServletResponse response) {
        Cookie session = new Cookie("sessionId", "abc");
        session.setHttpOnly(true);
        // ok: servlet-cookie-not-httponly
        response.addCookie(session);
        Cookie theme = new Cookie("theme", "dark");
        // ok: servlet-cookie-not-httponly
        response.addCookie(theme);
        Cookie gone = new Cookie("sessionId", "");
        gone.setMaxAge(0);
        // ok: servlet-cookie-not-httponly
        response.addCookie(gone);
    }
}
