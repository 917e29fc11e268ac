import java.util.List;
import javax.servlet.http.*;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.springframework.web.bind.annotation.*;

public class EmployeeServlet extends HttpServlet {
    private Document employees;

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        String id = request.getParameter("id");
        try {
            XPath xpath = XPathFactory.newInstance().newXPath();
            String expression = "/Employees/Employee[@emplid='" + id + "']";
            // ruleid: java-xpath-injection
            String result = xpath.evaluate(expression, employees);
            // ruleid: java-xpath-injection
            Object nodes = xpath.compile(expression).evaluate(employees, XPathConstants.NODESET);
            javax.xml.xpath.XPathFactory factory = javax.xml.xpath.XPathFactory.newInstance();
            javax.xml.xpath.XPath other = factory.newXPath();
            for (Cookie cookie : request.getCookies()) {
                // ruleid: java-xpath-injection
                other.evaluate("//user[name='" + cookie.getValue() + "']", employees);
            }
            // ruleid: java-xpath-injection
            factory.newXPath().compile(String.format("//user[name='%s']", request.getHeader("X-Name")));
        } catch (Exception error) {
            log(error.getMessage());
        }
    }

    @GetMapping("/node")
    String node(@RequestParam String path) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        // ruleid: java-xpath-injection
        return xpath.evaluate("//" + path, employees);
    }

    void safe(HttpServletRequest request) throws Exception {
        XPath xpath = XPathFactory.newInstance().newXPath();
        xpath.setXPathVariableResolver(name -> request.getParameter("id"));
        // ok: java-xpath-injection
        xpath.evaluate("/Employees/Employee[@emplid=$id]", employees);
        int number = Integer.parseInt(request.getParameter("n"));
        // ok: java-xpath-injection
        xpath.evaluate("/Employees/Employee[" + number + "]", employees);
        // ok: java-xpath-injection
        calculator.evaluate(request.getParameter("formula"));
        String kind = request.getParameter("kind");
        if (!List.of("a", "b").contains(kind)) {
            return;
        }
        // ok: java-xpath-injection
        xpath.compile("//" + kind);
    }

    Object own(XPath xpath, String expression) throws Exception {
        // ok: java-xpath-injection
        return xpath.compile(expression);
    }
}

// Across functions of the file.

class Lookup {
    private String find(XPath xpath, String name) throws Exception {
        // ruleid: java-xpath-injection
        return xpath.evaluate("//user[name='" + name + "']", document);
    }

    void handle(HttpServletRequest request, XPath xpath) throws Exception {
        find(xpath, request.getParameter("name"));
    }
}

class Jdom {
    Object find(HttpServletRequest request, org.jdom2.Document document) {
        // ruleid: java-xpath-injection
        return org.jdom2.xpath.XPathFactory.instance().compile("//user[@id='" + request.getParameter("id") + "']").evaluate(document);
    }
}

class OtherLibraries {
    void find(HttpServletRequest request, org.w3c.dom.Document document, org.dom4j.Document tree) throws Exception {
        String expression = "//user[@id='" + request.getParameter("id") + "']";
        // ruleid: java-xpath-injection
        org.apache.xpath.XPathAPI.selectNodeList(document, expression);
        org.apache.xpath.CachedXPathAPI cached = new org.apache.xpath.CachedXPathAPI();
        // ruleid: java-xpath-injection
        cached.selectSingleNode(document, expression);
        net.sf.saxon.s9api.XPathCompiler compiler = new net.sf.saxon.s9api.Processor(false).newXPathCompiler();
        // ruleid: java-xpath-injection
        compiler.compile(expression);
        // ok: java-xpath-injection
        compiler.compile("//user[@id=$id]");
        // ruleid: java-xpath-injection
        org.dom4j.DocumentHelper.createXPath(expression);
        // ruleid: java-xpath-injection
        tree.valueOf(expression);
        // ruleid: java-xpath-injection
        new org.jaxen.dom.DOMXPath(expression).selectNodes(document);
        // ruleid: java-xpath-injection
        javax.xml.xpath.XPathFactory.newInstance().newXPath().evaluateExpression(expression, document, String.class);
    }
}
