import javax.servlet.http.*;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public class LogServlet extends HttpServlet {
    private static final Logger LOG = LoggerFactory.getLogger(LogServlet.class);

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        String user = request.getParameter("user");
        // ruleid: java-log-injection
        LOG.info("login of {}", user);
        if (user == null) {
            // ruleid: java-log-injection
            LOG.warn("no user for " + request.getRequestURI());
        }
        // ok: java-log-injection
        LOG.info("login of {}", user.replaceAll("[\r\n]", "_"));
        // ok: java-log-injection
        LOG.info("page {}", Integer.parseInt(request.getParameter("page")));
        // ok: java-log-injection
        LOG.info("done");
    }
}
