import java.sql.*;
import java.util.Base64;
import javax.servlet.http.*;
import org.apache.commons.codec.binary.Hex;

class Encoded {
    void hex(HttpServletRequest request, Statement statement) throws Exception {
        String name = request.getParameter("name");
        String hex = Hex.encodeHexString(name.getBytes("UTF-8"));
        // ok: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + hex + "'");
        String back = new String(Hex.decodeHex(hex.toCharArray()), "UTF-8");
        // ruleid: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + back + "'");
    }

    void base64(HttpServletRequest request, Statement statement) throws Exception {
        String name = request.getParameter("name");
        String text = Base64.getEncoder().encodeToString(name.getBytes());
        // ok: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + text + "'");
        // ruleid: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + text + name + "'");
        Base64.Decoder decoder = Base64.getDecoder();
        // ruleid: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + new String(decoder.decode(text)) + "'");
    }

    // What comes in encoded is decoded here.
    void given(HttpServletRequest request, Statement statement) throws Exception {
        String name = new String(Base64.getUrlDecoder().decode(request.getHeader("X-Name")));
        // ruleid: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + name + "'");
    }

    private String wrap(String value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value.getBytes());
    }

    private String unwrap(String value) {
        return new String(Base64.getUrlDecoder().decode(value));
    }

    void helpers(HttpServletRequest request, Statement statement) throws Exception {
        String wrapped = wrap(request.getParameter("name"));
        // ok: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + wrapped + "'");
        // ruleid: java-sql-injection
        statement.executeQuery("SELECT * FROM t WHERE k = '" + unwrap(wrapped) + "'");
    }
}
