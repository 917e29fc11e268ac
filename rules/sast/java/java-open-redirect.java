import java.io.IOException;
import java.util.List;
import javax.servlet.http.*;
import org.springframework.web.bind.annotation.*;
import org.springframework.web.servlet.view.RedirectView;

public class RedirectServlet extends HttpServlet {
    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = request.getParameter("next");
        if (next == null) {
            next = "/";
        }
        // ruleid: java-open-redirect
        response.sendRedirect(next);
        // ruleid: java-open-redirect
        response.setHeader("Location", "https://" + request.getHeader("X-Site"));
    }

    @GetMapping("/go")
    public String go(@RequestParam String to) {
        // ruleid: java-open-redirect
        return "redirect:" + to;
    }

    @GetMapping("/view")
    public RedirectView view(@RequestParam("url") String url) {
        // ruleid: java-open-redirect
        return new RedirectView(url);
    }

    void safe(HttpServletRequest request, HttpServletResponse response) throws IOException {
        // ok: java-open-redirect
        response.sendRedirect("/users/" + request.getParameter("id"));
        // ok: java-open-redirect
        response.sendRedirect(request.getContextPath() + "/home?tab=" + request.getParameter("tab"));
        // ok: java-open-redirect
        response.sendRedirect("/login");
        String next = request.getParameter("next");
        if (!isSafe(next)) {
            return;
        }
        // ok: java-open-redirect
        response.sendRedirect(next);
        // ok: java-open-redirect
        response.setHeader("X-Next", "/");
    }
}
class OtherRedirects {
    Object header(@RequestParam String url) {
        // ruleid: java-open-redirect
        return ResponseEntity.status(302).header("Location", url).build();
    }

    Object headers(@RequestParam String url) {
        HttpHeaders headers = new HttpHeaders();
        // ruleid: java-open-redirect
        headers.setLocation(URI.create(url));
        // ok: java-open-redirect
        headers.add("X-Requested", url);
        return new ResponseEntity<>(headers, HttpStatus.FOUND);
    }

    Object view(@RequestParam String url) {
        // ruleid: java-open-redirect
        return new org.springframework.web.servlet.view.RedirectView(url);
    }

    Object known() {
        // ok: java-open-redirect
        return ResponseEntity.status(302).header("Location", "/home").build();
    }
}

class QueryBehindThePath {
    void again(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String url = request.getContextPath() + "/page";
        if (request.getQueryString() != null) {
            url += "?" + request.getQueryString();
        }
        // ok: java-open-redirect
        response.sendRedirect(url);
    }
}
