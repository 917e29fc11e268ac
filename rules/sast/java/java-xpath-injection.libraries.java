// What further libraries and methods do with the value.
import com.ximpleware.AutoPilot;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.xml.xpath.XPath;
import net.sf.saxon.s9api.XQueryCompiler;
import org.apache.commons.jxpath.JXPathContext;
import org.owasp.esapi.ESAPI;
import org.w3c.dom.Document;

class Case269 {
    private JXPathContext c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        c.iteratePointers("//a[@b='" + given + "']");
    }
}

class Case270 {
    private JXPathContext c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        c.getPointer("//a[@b='" + given + "']");
    }
}

class Case271 {
    private JXPathContext c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        c.selectSingleNode("//a[@b='" + given + "']");
    }
}

class Case272 {
    private JXPathContext c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        c.setValue("//a[@b='" + given + "']", "v");
    }
}

class Case273 {
    private JXPathContext c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        c.removePath("//a[@b='" + given + "']");
    }
}

class Case274 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        JXPathContext.compile("//a[@b='" + given + "']");
    }
}

class Case275 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        JXPathContext.newContext(new Object()).getValue("//a[@b='" + given + "']");
    }
}

class Case279 {
    private XQueryCompiler xc;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        xc.compile("//a[@b='" + given + "']").load();
    }
}

class Case280 {
    private AutoPilot ap;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-xpath-injection
        ap.selectXPath("//a[@b='" + given + "']");
    }
}

class Case281 {
    private AutoPilot ap;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ap.selectElement("a");
        // ruleid: java-xpath-injection
        ap.selectXPath("//a[@b='" + given + "']");
    }
}

class Case301 {
    private XPath xp;
    private Document d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        xp.evaluate("//a[@b='" + ESAPI.encoder().encodeForXPath(given) + "']", d);
    }
}

class Case302 {
    private XPath xp;
    private Document d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        xp.setXPathVariableResolver(n -> given);
        xp.evaluate("//a[@b=$b]", d);
    }
}

class Case303 {
    private XPath xp;
    private Document d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        xp.evaluate("//a[@b=" + Integer.parseInt(given) + "]", d);
    }
}
