import java.util.Map;
import javax.servlet.http.*;

public class PluginServlet extends HttpServlet {
    static final Map<String, String> PLUGINS = Map.of("csv", "org.example.Csv", "xml", "org.example.Xml");

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        try {
            // ruleid: java-unsafe-reflection
            Class<?> type = Class.forName(request.getParameter("class"));
            Object plugin = type.getDeclaredConstructor().newInstance();
            String method = "do" + request.getParameter("action");
            // ruleid: java-unsafe-reflection
            plugin.getClass().getMethod(method).invoke(plugin);
        } catch (ReflectiveOperationException error) {
            log(error.getMessage());
        }
    }

    void safe(HttpServletRequest request) throws Exception {
        // ok: java-unsafe-reflection
        Class<?> first = Class.forName(PLUGINS.get(request.getParameter("kind")));
        // ok: java-unsafe-reflection
        Class<?> second = Class.forName("org.example.Csv");
    }

    Object own(String name) throws Exception {
        // ok: java-unsafe-reflection
        return Class.forName(name);
    }
}
