// Other frameworks; an import may mean one of several classes of a name.
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import nu.xom.*;
import org.dom4j.*;
import org.dom4j.xpath.DefaultXPath;
import org.jdom2.xpath.*;
import org.springframework.xml.xpath.*;
import us.codecraft.xsoup.Xsoup;

public class Case286 extends HttpServlet {
    Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    d.getRootElement().selectSingleNode("//a[@b='" + given + "']");
   
}
}

public class Case287 extends HttpServlet {
    Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    d.selectObject("//a[@b='" + given + "']");
   
}
}

public class Case288 extends HttpServlet {
    Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    d.matches("//a[@b='" + given + "']");
   
}
}

public class Case290 extends HttpServlet {
    Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    DocumentHelper.createXPathFilter("//a[@b='" + given + "']");
   
}
}

public class Case291 extends HttpServlet {
    Object d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    new DefaultXPath("//a[@b='" + given + "']").selectNodes(d);
   
}
}

public class Case294 extends HttpServlet {
    Object d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    new XPathBuilder<Object>("//a[@b='" + given + "']", null).compileWith(XPathFactory.instance());
   
}
}

public class Case296 extends HttpServlet {
    nu.xom.Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    d.query("//a[@b='" + given + "']");
   
}
}

public class Case297 extends HttpServlet {
    org.jsoup.nodes.Document d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    d.selectXpath("//a[@b='" + given + "']");
   
}
}

public class Case298 extends HttpServlet {
    XPathOperations t;
    javax.xml.transform.Source d;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    t.evaluateAsString("//a[@b='" + given + "']", d);
   
}
}

public class Case299 extends HttpServlet {
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws Exception {
    String given = request.getParameter("x");
    // ruleid: java-xpath-injection
    XPathExpressionFactory.createXPathExpression("//a[@b='" + given + "']");
   
}
}
