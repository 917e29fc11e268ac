import java.io.IOException;
import java.io.PrintWriter;
import javax.servlet.http.*;

class Errors extends HttpServlet {
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        try {
            work(request);
        } catch (IllegalStateException error) {
            // ruleid: java-stack-trace-exposed
            error.printStackTrace(out);
        } catch (RuntimeException error) {
            // ruleid: java-stack-trace-exposed
            response.getWriter().println("failed: " + error.getMessage());
        } catch (Exception error) {
            // ok: java-stack-trace-exposed
            log("failed", error);
            // ok: java-stack-trace-exposed
            error.printStackTrace();
            // ok: java-stack-trace-exposed
            response.getWriter().println("failed");
        }
    }
}
