import java.net.URLEncoder;
import javax.servlet.http.*;

public class HeaderServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        String name = request.getParameter("file");
        // ruleid: java-response-header-injection
        response.setHeader("Content-Disposition", "attachment; filename=" + name);
        // ruleid: java-response-header-injection
        response.addHeader("X-Lang", request.getHeader("Accept-Language"));
    }

    void safe(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("file");
        // ok: java-response-header-injection
        response.setHeader("Content-Disposition", "attachment; filename=" + URLEncoder.encode(name, "UTF-8"));
        // ok: java-response-header-injection
        response.setHeader("X-Name", name.replaceAll("[\r\n]", ""));
        // ok: java-response-header-injection
        response.addHeader("X-Page", String.valueOf(Integer.parseInt(name)));
        // ok: java-response-header-injection
        response.setHeader("Cache-Control", "no-store");
        // ok: java-response-header-injection
        outgoing.setHeader("X-Name", name);
    }
}
