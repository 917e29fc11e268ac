import javax.naming.Context;
import javax.naming.InitialContext;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

public class LookupServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        try {
            Context context = new InitialContext();
            // ruleid: java-jndi-injection
            Object first = context.lookup(request.getParameter("name"));
            String name = "java:comp/env/" + request.getHeader("X-Source");
            // ruleid: java-jndi-injection
            Object second = InitialContext.doLookup(name);
        } catch (javax.naming.NamingException error) {
            log(error.getMessage());
        }
    }

    void safe(HttpServletRequest request) throws Exception {
        // ok: java-jndi-injection
        Object first = new InitialContext().lookup("java:comp/env/jdbc/main");
        // ok: java-jndi-injection
        Object second = table.lookup(request.getParameter("name"));
    }

    Object own(Context context, String name) throws Exception {
        // ok: java-jndi-injection
        return context.lookup(name);
    }
}
