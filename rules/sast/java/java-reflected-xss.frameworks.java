// Other frameworks; an import may mean one of several classes of a name.
import java.io.Writer;
import java.nio.file.Path;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.jsp.PageContext;
import javax.servlet.jsp.tagext.SimpleTagSupport;
import javax.servlet.jsp.tagext.TagSupport;
import javax.ws.rs.*;
import javax.ws.rs.GET;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.*;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.server.*;

public class Case359 extends SimpleTagSupport {
    public void doTag() throws java.io.IOException {
    String given = ((HttpServletRequest) ((PageContext) getJspContext()).getRequest()).getParameter("x");
    // ruleid: java-reflected-xss
    getJspContext().getOut().print(given);
   
}
}

public class Case360 extends TagSupport {
    public int doStartTag() {
    String given = pageContext.getRequest().getParameter("x");
    // ruleid: java-reflected-xss
    pageContext.getOut().print(given);
    return 0;
   
}
}

@RestController
public class Case370 {
    @GetMapping(value = "/a", produces = MediaType.TEXT_HTML_VALUE) public ResponseEntity<String> a(@RequestParam String given) {
    // ruleid: java-reflected-xss
    return ResponseEntity.ok("<b>" + given + "</b>");
   
}
}

@RestController
public class Case371 {
    @GetMapping("/a") public ResponseEntity<String> a(@RequestParam String given) {
    // ruleid: java-reflected-xss
    return ResponseEntity.ok().header("Content-Type", "text/html").body("<b>" + given + "</b>");
   
}
}

@RestController
public class Case372 {
    @GetMapping("/a") public ResponseEntity<String> a(@RequestParam String given) {
    // ruleid: java-reflected-xss
    return new ResponseEntity<>("<b>" + given + "</b>", HttpStatus.OK);
   
}
}

@RestController
public class Case373 {
    @GetMapping("/a") public ResponseEntity<String> a(@RequestParam String given) {
    // ruleid: java-reflected-xss
    return ResponseEntity.ok("<b>" + given + "</b>");
   
}
}

@Controller
public class Case375 {
    @GetMapping("/a") public void a(@RequestParam String given, Writer out) throws java.io.IOException {
    // ruleid: java-reflected-xss
    out.write("<b>" + given + "</b>");
   
}
}

@Controller
public class Case376 {
    @GetMapping("/a") public void a(@RequestParam String given, java.io.OutputStream out) throws java.io.IOException {
    // ruleid: java-reflected-xss
    out.write(("<b>" + given + "</b>").getBytes());
   
}
}

@Path("/a")
public class Case377 {
    @GET @Produces("text/html") public String a(@QueryParam("x") String given) {
    // ruleid: java-reflected-xss
    return "<b>" + given + "</b>";
   
}
}

@Path("/a")
public class Case378 {
    @GET @Produces(MediaType.TEXT_HTML) public Response a(@QueryParam("x") String given) {
    // ruleid: java-reflected-xss
    return Response.ok("<b>" + given + "</b>").build();
   
}
}

@Path("/a")
public class Case379 {
    @GET public Response a(@QueryParam("x") String given) {
    // ruleid: java-reflected-xss
    return Response.ok().type(MediaType.TEXT_HTML).entity("<b>" + given + "</b>").build();
   
}
}

public class Case380 {
    public Mono<ServerResponse> a(ServerRequest req) {
    String given = req.queryParam("x").get();
    // ruleid: java-reflected-xss
    return ServerResponse.ok().contentType(MediaType.TEXT_HTML).bodyValue("<b>" + given + "</b>");
   
}
}

@RestController
public class Case393 {
    @GetMapping("/a") public Map<String, String> a(@RequestParam String given) {
    return Map.of("a", given);
   
}
}

@RestController
public class Case394 {
    @GetMapping(value = "/a", produces = "application/json") public String a(@RequestParam String given) {
    return "{" + given + "}";
   
}
}
