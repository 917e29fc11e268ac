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

// The writer is handed to others.

class Sheet {
    private final java.io.PrintWriter out;

    Sheet(java.io.PrintWriter out) {
        this.out = out;
    }

    Sheet line(String text) {
        // ruleid: java-reflected-xss
        out.println(text);
        return this;
    }

    void length(String text) {
        // ok: java-reflected-xss
        out.println(text.length());
    }
}

class Journal {
    private final java.io.PrintWriter out;

    Journal(java.io.PrintWriter out) {
        this.out = out;
    }

    void line(String text) {
        // ok: java-reflected-xss
        out.println(text);
    }
}

class HandedOn {
    static void bold(java.io.Writer writer, String text) throws Exception {
        // ruleid: java-reflected-xss
        writer.write("<b>" + text + "</b>");
    }

    static void log(java.io.Writer writer, String text) throws Exception {
        // ok: java-reflected-xss
        writer.write(text);
    }

    static void asJson(java.io.Writer writer, String text) throws Exception {
        // ok: java-reflected-xss
        writer.write("\"" + text + "\"");
    }

    void show(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        new Sheet(response.getWriter()).line(name).length(name);
        new Journal(new java.io.PrintWriter("/srv/journal")).line(name);
        bold(response.getWriter(), name);
        log(new java.io.FileWriter("/srv/log"), name);
        java.nio.channels.WritableByteChannel channel = java.nio.channels.Channels.newChannel(response.getOutputStream());
        // ruleid: java-reflected-xss
        channel.write(java.nio.ByteBuffer.wrap(name.getBytes()));
    }

    void json(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("application/json");
        asJson(response.getWriter(), request.getParameter("name"));
    }
}

@RestController
class Answers {
    @PostMapping("/a")
    ResponseEntity<String> headers(@RequestBody String text) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.TEXT_HTML);
        // ruleid: java-reflected-xss
        return new ResponseEntity<>("<p>" + text + "</p>", headers, HttpStatus.OK);
    }

    @PostMapping("/b")
    ResponseEntity<String> plain(@RequestBody String text) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.TEXT_PLAIN);
        // ok: java-reflected-xss
        return new ResponseEntity<>(text, headers, HttpStatus.OK);
    }

    @GetMapping(value = "/c", produces = "text/html")
    String page(@RequestParam("q") String q) {
        // ruleid: java-reflected-xss
        return "<h1>" + q + "</h1>";
    }

    @GetMapping(value = "/d", produces = "text/plain")
    String text(@RequestParam("q") String q) {
        // ok: java-reflected-xss
        return "you said " + q;
    }
}

class Copied {
    void copy(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String name = request.getParameter("name");
        // ruleid: java-reflected-xss
        org.apache.commons.io.IOUtils.write("<p>" + name, response.getOutputStream(), "UTF-8");
        // ok: java-reflected-xss
        org.apache.commons.io.IOUtils.write("<p>" + name, new java.io.FileOutputStream("/srv/log"), "UTF-8");
        // ok: java-reflected-xss
        response.getWriter().print(String.format("%d %02x", name.length(), (int) name.charAt(0)));
        StringBuilder hex = new StringBuilder();
        for (byte b : name.getBytes("UTF-8")) {
            hex.append(String.format("%02x", b));
        }
        // ok: java-reflected-xss
        response.getWriter().print(hex.toString());
        // ruleid: java-reflected-xss
        response.getWriter().print(String.format("%d %s", name.length(), name));
    }
}
