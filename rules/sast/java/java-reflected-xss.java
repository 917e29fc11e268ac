import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import javax.servlet.http.*;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.util.HtmlUtils;

public class HelloServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html");
        String name = request.getParameter("name");
        // ruleid: java-reflected-xss
        response.getWriter().println("<h1>Hello " + name + "</h1>");
        PrintWriter out = response.getWriter();
        // ruleid: java-reflected-xss
        out.print(name);
        Object[] values = {"a", name};
        // ruleid: java-reflected-xss
        out.format(Locale.US, "Formatted like: %1$s and %2$s.", values);
        // ruleid: java-reflected-xss
        out.printf("<p>%s</p>", request.getHeader("Referer"));
        // ruleid: java-reflected-xss
        response.getWriter().write(name.toCharArray());
        // ruleid: java-reflected-xss
        response.getOutputStream().write(name.getBytes());
        if (name.length() > 3) {
            StringBuilder page = new StringBuilder();
            page.append("<p>");
            page.append(request.getQueryString());
            // ruleid: java-reflected-xss
            response.getWriter().append(page);
        }
    }

    void safe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        PrintWriter out = response.getWriter();
        // ok: java-reflected-xss
        out.println("<h1>" + Encode.forHtml(name) + "</h1>");
        // ok: java-reflected-xss
        out.println(ESAPI.encoder().encodeForHTML(name));
        // ok: java-reflected-xss
        out.println(HtmlUtils.htmlEscape(name));
        // ok: java-reflected-xss
        out.println(org.springframework.web.util.HtmlUtils.htmlEscape(name));
        // ok: java-reflected-xss
        out.println(org.apache.commons.lang.StringEscapeUtils.escapeHtml(name));
        // ok: java-reflected-xss
        out.println(Integer.parseInt(name));
        // ok: java-reflected-xss
        out.println("<h1>Hello</h1>");
        // ok: java-reflected-xss
        System.out.println(name);
        name = "you";
        // ok: java-reflected-xss
        out.println(name);
    }

    void json(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("application/json");
        // ok: java-reflected-xss
        response.getWriter().print(request.getParameter("q"));
    }

    void report(PrintWriter out, String text) {
        // ok: java-reflected-xss
        out.println(text);
    }
}

@RestController
class Greeter {
    @GetMapping("/greet")
    public String greet(@RequestParam String name) {
        // ruleid: java-reflected-xss
        return "<p>Hello " + name + "</p>";
    }

    @GetMapping("/greet/safe")
    public String greetSafe(@RequestParam String name) {
        // ok: java-reflected-xss
        return "<p>Hello " + HtmlUtils.htmlEscape(name) + "</p>";
    }

    @GetMapping("/greet/object")
    public Greeting greetObject(@RequestParam String name) {
        // ok: java-reflected-xss
        return new Greeting(name);
    }
}

// Across functions of the file.

class Pages {
    private void show(HttpServletResponse response, String html) throws IOException {
        // ruleid: java-reflected-xss
        response.getWriter().write(html);
    }

    void handle(HttpServletRequest request, HttpServletResponse response) throws IOException {
        show(response, "<b>" + request.getParameter("q") + "</b>");
    }

    void wrappedWriters(javax.servlet.http.HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        java.io.Writer out = new java.io.BufferedWriter(response.getWriter());
        // ruleid: java-reflected-xss
        out.write("<b>" + name + "</b>");
        // ruleid: java-reflected-xss
        response.getWriter().append("<b>").append(name).append("</b>");
        // ok: java-reflected-xss
        response.getWriter().append("<b>").append(org.owasp.encoder.Encode.forHtml(name)).append("</b>");
        java.io.Writer file = new java.io.BufferedWriter(new java.io.FileWriter("/srv/log"));
        // ok: java-reflected-xss
        file.write(name);
        StringBuilder text = new StringBuilder();
        // ok: java-reflected-xss
        text.append("a").append(name);
    }
}

class WrittenAndClosed {
    void show(javax.servlet.http.HttpServletRequest request, javax.servlet.http.HttpServletResponse response) throws Exception {
        try (java.io.Writer writer = new java.io.OutputStreamWriter(response.getOutputStream(), "UTF-8")) {
            // ruleid: java-reflected-xss
            writer.write("<p>" + request.getParameter("name"));
        }
    }
}
