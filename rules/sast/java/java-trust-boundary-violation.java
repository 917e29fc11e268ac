import java.util.List;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

public class SessionServlet extends HttpServlet {
    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: java-trust-boundary-violation
        request.getSession().setAttribute("user", request.getParameter("user"));
        String role = request.getHeader("X-Role");
        HttpSession session = request.getSession(true);
        if (role != null) {
            // ruleid: java-trust-boundary-violation
            session.putValue("role", role);
        }
        for (Cookie cookie : request.getCookies()) {
            // ruleid: java-trust-boundary-violation
            session.setAttribute(cookie.getName(), "10340");
        }
    }

    @PostMapping("/lang")
    public String lang(@RequestParam String lang, HttpSession session) {
        // ruleid: java-trust-boundary-violation
        session.setAttribute("lang", lang.trim());
        return "redirect:/";
    }

    void safe(HttpServletRequest request) {
        // ok: java-trust-boundary-violation
        request.getSession().setAttribute("page", Integer.parseInt(request.getParameter("page")));
        // ok: java-trust-boundary-violation
        request.getSession().setAttribute("seen", true);
        // ok: java-trust-boundary-violation
        request.setAttribute("user", request.getParameter("user"));
        String lang = request.getParameter("lang");
        if (!List.of("de", "en").contains(lang)) {
            return;
        }
        // ok: java-trust-boundary-violation
        request.getSession().setAttribute("lang", lang);
    }
}

// Across functions of the file.

class Remember {
    private void keep(HttpSession session, String value) {
        // ruleid: java-trust-boundary-violation
        session.setAttribute("last", value);
    }

    void handle(HttpServletRequest request) {
        keep(request.getSession(), request.getParameter("last"));
    }
}

class EncodedIsNotOurs {
    void keep(HttpServletRequest request) {
        String packed = java.util.Base64.getEncoder().encodeToString(request.getParameter("a").getBytes());
        // ruleid: java-trust-boundary-violation
        request.getSession().setAttribute("packed", packed);
    }
}

class OfSpring {
    void keep(HttpServletRequest request) {
        // ruleid: java-trust-boundary-violation
        org.springframework.web.util.WebUtils.setSessionAttribute(request, "user", request.getParameter("user"));
        // ok: java-trust-boundary-violation
        org.springframework.web.util.WebUtils.setSessionAttribute(request, "seen", true);
    }
}
