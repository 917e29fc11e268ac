// What further libraries and methods do with the value.
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.jsp.PageContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.WebSession;

class Case231 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        request.getServletContext().setAttribute("a", given);
    }
}

class Case232 extends HttpServlet {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        getServletContext().setAttribute("a", given);
    }
}

class Case233 {
    private PageContext pc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        pc.setAttribute("a", given, PageContext.SESSION_SCOPE);
    }
}

class Case234 {
    private PageContext pc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        pc.getSession().setAttribute("a", given);
    }
}

class Case236 {
    private WebRequest wr;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        wr.setAttribute("a", given, WebRequest.SCOPE_SESSION);
    }
}

class Case237 {
    private NativeWebRequest wr;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        wr.setAttribute("a", given, RequestAttributes.SCOPE_SESSION);
    }
}

class Case238 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        RequestContextHolder.getRequestAttributes().setAttribute("a", given, RequestAttributes.SCOPE_SESSION);
    }
}

class Case239 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        RequestContextHolder.currentRequestAttributes().setAttribute("a", given, RequestAttributes.SCOPE_SESSION);
    }
}

class Case240 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        ((ServletRequestAttributes) RequestContextHolder.getRequestAttributes()).getRequest().getSession().setAttribute("a", given);
    }
}

class Case241 {
    private WebSession ws;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-trust-boundary-violation
        ws.getAttributes().put("a", given);
    }
}

class Case252 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        request.getSession().setAttribute("a", Integer.parseInt(given));
    }
}

class Case253 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        request.setAttribute("a", given);
    }
}

class Case254 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        request.getSession().setAttribute("a", given.length());
    }
}

class Case255 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        request.getSession().setAttribute("a", given.equals("b"));
    }
}
