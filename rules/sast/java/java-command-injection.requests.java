// Other frameworks; an import may mean one of several classes of a name.
import com.sun.net.httpserver.*;
import java.nio.file.Path;
import javax.faces.context.FacesContext;
import javax.servlet.jsp.PageContext;
import javax.ws.rs.*;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.core.*;
import javax.ws.rs.core.UriInfo;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.server.ServerWebExchange;

public class Case038 {
    PageContext pc;
    void a() throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + pc.getRequest().getParameter("a"));
   
}
}

public class Case041 {
    void a() throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ((ServletRequestAttributes) RequestContextHolder.getRequestAttributes()).getRequest().getParameter("a"));
   
}
}

public class Case042 {
    void a(ServerWebExchange ex) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ex.getRequest().getQueryParams().getFirst("a"));
   
}
}

public class Case043 {
    void a(ServerWebExchange ex) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ex.getRequest().getHeaders().getFirst("a"));
   
}
}

public class Case044 {
    void a(org.springframework.http.server.reactive.ServerHttpRequest r) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + r.getQueryParams().getFirst("a"));
   
}
}

@RestController
public class Case046 {
    @GetMapping("/a") public void a(String id) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + id);
   
}
}

@Path("/a")
public class Case056 {
    @Context UriInfo ui;
    @GET public void a() throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ui.getQueryParameters().getFirst("a"));
   
}
}

@Path("/a")
public class Case057 {
    @GET public void a(@Context UriInfo ui) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ui.getPath());
   
}
}

@Path("/a")
public class Case058 {
    @GET public void a(@Context HttpHeaders h) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + h.getHeaderString("a"));
   
}
}

@Path("/a")
public class Case059 {
    @POST public void a(MultivaluedMap<String, String> h) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + h.getFirst("a"));
   
}
}

@Path("/a")
public class Case060 {
    @POST public void a(String body) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + body);
   
}
}

public class Case061 implements HttpHandler {
    public void handle(HttpExchange ex) throws java.io.IOException {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ex.getRequestURI().getQuery());
   
}
}

public class Case062 implements HttpHandler {
    public void handle(HttpExchange ex) throws java.io.IOException {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + ex.getRequestHeaders().getFirst("a"));
   
}
}

public class Case063 implements HttpHandler {
    public void handle(HttpExchange ex) throws java.io.IOException {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + new String(ex.getRequestBody().readAllBytes()));
   
}
}

public class Case066 {
    void a() throws Exception {
    String v = FacesContext.getCurrentInstance().getExternalContext().getRequestParameterMap().get("a");
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + v);
   
}
}

public class Case071 implements javax.servlet.http.HttpSessionListener {
    void a(javax.servlet.ServletRequestEvent e) throws Exception {
    // ruleid: java-command-injection
    Runtime.getRuntime().exec("ls " + e.getServletRequest().getParameter("a"));
   
}
}
