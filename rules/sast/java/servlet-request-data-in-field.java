import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

class Account extends HttpServlet {
    private String user;
    private HttpServletRequest current;
    private String page;

    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        // ruleid: servlet-request-data-in-field
        this.user = request.getParameter("user");
        // ruleid: servlet-request-data-in-field
        this.current = request;
        // ruleid: servlet-request-data-in-field
        page = request.getParameter("page");
        // ok: servlet-request-data-in-field
        String local = request.getParameter("local");
        // ok: servlet-request-data-in-field
        request.setAttribute("user", local);
    }

    protected void doPost(HttpServletRequest req, HttpServletResponse response) {
        // ruleid: servlet-request-data-in-field
        user = req.getRemoteUser();
        String mail;
        // ok: servlet-request-data-in-field
        mail = req.getParameter("mail");
    }

    public void init(ServletConfig config) {
        // ok: servlet-request-data-in-field
        this.user = config.getInitParameter("user");
    }
}

class Command {
    private String user;

    Command(HttpServletRequest request) {
        // ok: servlet-request-data-in-field
        this.user = request.getParameter("user");
    }
}
