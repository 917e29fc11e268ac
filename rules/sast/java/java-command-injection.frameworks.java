// Other frameworks; an import may mean one of several classes of a name.
import ch.ethz.ssh2.Session;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import net.schmizz.sshj.connection.channel.direct.Session;

public class Case018 extends HttpServlet {
    Session s;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String given = request.getParameter("x");
    // ruleid: java-command-injection
    s.exec("ls " + given);
   
}
}

public class Case020 extends HttpServlet {
    Session sess;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String given = request.getParameter("x");
    // ruleid: java-command-injection
    sess.execCommand("ls " + given);
   
}
}
