// Other frameworks; an import may mean one of several classes of a name.
import io.r2dbc.spi.Connection;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;

public class Case200 extends HttpServlet {
    Connection conn;
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws java.io.IOException {
    String given = request.getParameter("x");
    // ruleid: java-sql-injection
    conn.createStatement("select * from t where a='" + given + "'").execute();
   
}
}
