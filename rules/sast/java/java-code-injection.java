import groovy.lang.GroovyShell;
import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;

public class ScriptServlet extends HttpServlet {
    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws Exception {
        ScriptEngineManager manager = new ScriptEngineManager();
        ScriptEngine engine = manager.getEngineByName("javascript");
        // ruleid: java-code-injection
        Object value = engine.eval("1 + " + request.getParameter("n"));
        GroovyShell shell = new GroovyShell();
        String script = request.getReader().readLine();
        // ruleid: java-code-injection
        shell.evaluate(script);
    }

    @PostMapping("/rule")
    public Object rule(@RequestBody String rule) throws Exception {
        // ruleid: java-code-injection
        return new ScriptEngineManager().getEngineByName("js").eval(rule);
    }

    void safe(HttpServletRequest request, ScriptEngine engine) throws Exception {
        // ok: java-code-injection
        engine.eval("1 + " + Integer.parseInt(request.getParameter("n")));
        engine.put("n", request.getParameter("n"));
        // ok: java-code-injection
        engine.eval("n.length");
        // ok: java-code-injection
        calculator.eval(request.getParameter("n"));
    }

    Object own(ScriptEngine engine, String script) throws Exception {
        // ok: java-code-injection
        return engine.eval(script);
    }
}
