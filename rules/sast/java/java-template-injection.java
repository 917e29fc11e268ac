import freemarker.template.Template;
import java.io.StringReader;
import java.io.StringWriter;
import org.apache.velocity.app.Velocity;
import org.springframework.web.bind.annotation.*;
import org.thymeleaf.TemplateEngine;

@RestController
class PageController {
    private TemplateEngine engine;

    @PostMapping("/preview")
    String preview(@RequestBody String body) throws Exception {
        StringWriter out = new StringWriter();
        // ruleid: java-template-injection
        Template template = new Template("preview", new StringReader(body), configuration);
        // ruleid: java-template-injection
        Velocity.evaluate(context, out, "preview", "<p>" + body + "</p>");
        return out.toString();
    }

    @GetMapping("/page")
    String page(@RequestParam String name) {
        // ruleid: java-template-injection
        return engine.process("pages/" + name, context);
    }

    @GetMapping("/safe")
    String safe(@RequestParam String name) {
        context.setVariable("name", name);
        // ok: java-template-injection
        return engine.process("pages/hello", context);
    }

    void own(String text) throws Exception {
        // ok: java-template-injection
        new Template("own", new StringReader(text), configuration);
    }

    @GetMapping("/named")
    void named(@RequestParam String text, java.io.Writer out) throws Exception {
        // ruleid: java-template-injection
        new freemarker.template.Template("n", new StringReader(text), null).process(null, out);
    }

    @GetMapping("/velocity")
    void velocity(@RequestParam String text) throws Exception {
        // ruleid: java-template-injection
        org.apache.velocity.app.Velocity.evaluate(null, null, "x", text);
    }
}
