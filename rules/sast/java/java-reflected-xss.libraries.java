// What further libraries and methods do with the value.
import java.io.ByteArrayInputStream;
import java.io.DataOutputStream;
import java.io.StringReader;
import java.nio.channels.Channels;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpServletResponseWrapper;
import javax.servlet.jsp.PageContext;
import javax.servlet.jsp.tagext.BodyContent;
import org.apache.commons.io.IOUtils;
import org.apache.commons.text.StringEscapeUtils;
import org.owasp.encoder.Encode;
import org.owasp.esapi.ESAPI;
import org.springframework.web.util.HtmlUtils;

class Case327 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        DataOutputStream o = new DataOutputStream(response.getOutputStream());
        // ruleid: java-reflected-xss
        o.writeBytes(given);
    }
}

class Case328 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        DataOutputStream o = new DataOutputStream(response.getOutputStream());
        // ruleid: java-reflected-xss
        o.writeUTF(given);
    }
}

class Case332 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        Channels.newWriter(Channels.newChannel(response.getOutputStream()), "UTF-8").write(given);
    }
}

class Case335 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        IOUtils.copy(new StringReader(given), response.getWriter());
    }
}

class Case336 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        IOUtils.copy(IOUtils.toInputStream(given, "UTF-8"), response.getOutputStream());
    }
}

class Case341 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        new ByteArrayInputStream(given.getBytes()).transferTo(response.getOutputStream());
    }
}

class Case342 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        new StringReader(given).transferTo(response.getWriter());
    }
}

class Case345 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        java.io.ByteArrayOutputStream b = new java.io.ByteArrayOutputStream();
        b.write(given.getBytes());
        // ruleid: java-reflected-xss
        b.writeTo(response.getOutputStream());
    }
}

class Case346 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        java.io.CharArrayWriter b = new java.io.CharArrayWriter();
        b.write(given);
        // ruleid: java-reflected-xss
        b.writeTo(response.getWriter());
    }
}

class Case354 {
    private PageContext pc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        pc.getOut().print(given);
    }
}

class Case356 {
    private PageContext pc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        pc.getResponse().getWriter().print(given);
    }
}

class Case357 {
    private PageContext pc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        pc.getOut().append("a").append(given);
    }
}

class Case358 {
    private BodyContent bc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        bc.getEnclosingWriter().write(given);
    }
}

class Case361 {
    private AsyncContext ac;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-reflected-xss
        ac.getResponse().getWriter().print(given);
    }
}

class Case362 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        AsyncContext ac = request.startAsync();
        // ruleid: java-reflected-xss
        ac.getResponse().getWriter().print(given);
        ac.complete();
    }
}

class Case365 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        HttpServletResponseWrapper w = new HttpServletResponseWrapper(response);
        // ruleid: java-reflected-xss
        w.getWriter().print(given);
    }
}

class Case385 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.getWriter().write(ESAPI.encoder().encodeForHTML(given));
    }
}

class Case386 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.getWriter().write(HtmlUtils.htmlEscape(given));
    }
}

class Case387 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.getWriter().write(StringEscapeUtils.escapeHtml4(given));
    }
}

class Case388 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.getWriter().write(Encode.forHtml(given));
    }
}

class Case389 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.setContentType("text/plain");
        response.getWriter().write(given);
    }
}

class Case390 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        response.setContentType("application/json");
        response.getWriter().write("{\"a\": 1}");
    }
}

class Case391 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        response.getWriter().write(Integer.valueOf(given));
    }
}

class Case392 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        StringBuilder sb = new StringBuilder();
        sb.append(Encode.forHtml(given));
        response.getWriter().print(sb.toString());
    }
}

class CaseChain {
    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        java.io.PrintWriter w = response.getWriter();
        // ruleid: java-reflected-xss
        w.append("<b>").append(request.getParameter("given")).append("</b>");
        StringBuilder text = new StringBuilder();
        // ok: java-reflected-xss
        text.append("<b>").append(request.getParameter("given"));
    }
}
