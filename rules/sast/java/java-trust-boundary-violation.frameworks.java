// Other frameworks; an import may mean one of several classes of a name.
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttributes;

@Controller @SessionAttributes("a")
public class Case243 {
    @GetMapping("/a") public String a(@RequestParam String given, Model model) {
    // ruleid: java-trust-boundary-violation
    model.addAttribute("a", given);
    return "v";
   
}
}

public class Case244 extends HttpServlet {
    private HttpSession session(HttpServletRequest r) {
    return r.getSession();
   
} public void doGet(HttpServletRequest request, HttpServletResponse response) {
    String given = request.getParameter("x");
    // ruleid: java-trust-boundary-violation
    session(request).setAttribute("a", given);
   
}
}
