import java.io.IOException;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.servlet.http.Cookie;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.*;

public class AccountServlet extends HttpServlet {
    private Connection connection;
    private JdbcTemplate jdbc;
    private EntityManager entities;
    private static final Map<String, String> COLUMNS = Map.of("name", "name", "age", "born");

    @Override
    public void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String name = request.getParameter("name");
        String sql = "SELECT * FROM accounts WHERE name = '" + name + "'";
        try {
            Statement statement = connection.createStatement();
            // ruleid: java-sql-injection
            ResultSet rows = statement.executeQuery(sql);
            // ruleid: java-sql-injection
            statement.addBatch("DELETE FROM accounts WHERE name = '" + name + "'");
            statement.executeBatch();
            // ruleid: java-sql-injection
            statement.execute(sql, Statement.RETURN_GENERATED_KEYS);
        } catch (SQLException error) {
            throw new IOException(error);
        }
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        StringBuilder query = new StringBuilder("{call find(");
        for (Cookie cookie : req.getCookies()) {
            if (cookie.getName().equals("who")) {
                query.append(cookie.getValue());
            }
        }
        query.append(")}");
        try {
            // ruleid: java-sql-injection
            CallableStatement call = connection.prepareCall(query.toString());
            call.execute();
        } catch (SQLException error) {
            log(error.getMessage());
        }
    }

    void formats(HttpServletRequest req) throws SQLException {
        String header = req.getHeader("X-Sort");
        String sql = String.format("SELECT * FROM t ORDER BY %s", header);
        // ruleid: java-sql-injection
        PreparedStatement prepared = connection.prepareStatement(sql);
        // ruleid: java-sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY ".concat(header));
        // ruleid: java-sql-injection
        entities.createQuery("FROM User u WHERE u.name = '" + header + "'").getResultList();
        // ruleid: java-sql-injection
        entities.createNativeQuery(sql, User.class);
        Map<String, String> options = new HashMap<>();
        options.put("order", req.getQueryString());
        // ruleid: java-sql-injection
        connection.createStatement().executeUpdate("UPDATE t SET a = 1 " + options.get("order"));
        prepared.close();
    }

    void safe(HttpServletRequest request) throws SQLException {
        String name = request.getParameter("name");
        // ok: java-sql-injection
        PreparedStatement prepared = connection.prepareStatement("SELECT * FROM t WHERE name = ?");
        prepared.setString(1, name);
        // ok: java-sql-injection
        prepared.executeQuery();
        // ok: java-sql-injection
        jdbc.query("SELECT * FROM t WHERE name = ?", mapper, name);
        // ok: java-sql-injection
        entities.createQuery("FROM User u WHERE u.name = :n").setParameter("n", name);
        int id = Integer.parseInt(request.getParameter("id"));
        // ok: java-sql-injection
        connection.createStatement().executeQuery("SELECT * FROM t WHERE id = " + id);
        // ok: java-sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + COLUMNS.get(request.getParameter("sort")));
    }

    void safeList(HttpServletRequest request) throws SQLException {
        String column = request.getParameter("sort");
        if (!List.of("name", "age").contains(column)) {
            throw new IllegalArgumentException("sort");
        }
        // ok: java-sql-injection
        jdbc.queryForList("SELECT * FROM t ORDER BY " + column);
        String kind = request.getParameter("kind");
        kind = "fixed";
        // ok: java-sql-injection
        jdbc.queryForList("SELECT * FROM t WHERE kind = '" + kind + "'");
    }

    void safeOwn(String table) throws SQLException {
        // ok: java-sql-injection
        connection.createStatement().execute("DROP TABLE " + table);
    }
}

@RestController
class UserController {
    private JdbcTemplate jdbcTemplate;

    @GetMapping("/users/{name}")
    public List<String> find(@PathVariable String name, @RequestParam("page") int page) {
        // ruleid: java-sql-injection
        List<String> rows = jdbcTemplate.queryForList("SELECT n FROM t WHERE n = '" + name + "'", String.class);
        // ok: java-sql-injection
        jdbcTemplate.queryForList("SELECT n FROM t LIMIT 10 OFFSET " + page, String.class);
        return rows;
    }

    @PostMapping("/users")
    public void save(@RequestBody UserForm form, @RequestHeader(value = "X-T", required = false) String tenant) {
        // ruleid: java-sql-injection
        jdbcTemplate.update("INSERT INTO t VALUES ('" + form.getName() + "')");
        // ruleid: java-sql-injection
        jdbcTemplate.execute("SET search_path TO " + tenant);
    }
}

// Across functions of the file.

class Flows extends HttpServlet {
    private Connection connection;

    private String clean(String value) {
        return value.replace("'", "''") + wanted;
    }

    private void run(String sql) throws SQLException {
        // ruleid: java-sql-injection
        connection.createStatement().execute(sql);
    }

    public void doGet(HttpServletRequest request, HttpServletResponse response) {
        run("SELECT * FROM t WHERE a = '" + request.getParameter("a") + "'");
    }

    private class Inner {
        String pick(HttpServletRequest request) {
            List<String> values = new ArrayList<>();
            values.add("safe");
            values.add(request.getParameter("b"));
            return values.get(1);
        }
    }

    public void doPost(HttpServletRequest request, HttpServletResponse response) throws SQLException {
        String value = new Inner().pick(request);
        // ruleid: java-sql-injection
        connection.createStatement().execute("SELECT * FROM t WHERE b = '" + value + "'");
    }

    void statementOfAHelper(javax.servlet.http.HttpServletRequest request) throws Exception {
        String name = request.getParameter("name");
        // ruleid: java-sql-injection
        Database.openStatement().execute("SELECT id FROM users WHERE name = '" + name + "'");
        // ruleid: java-sql-injection
        Database.open().executeLargeUpdate("UPDATE users SET seen = 1 WHERE name = '" + name + "'");
        // ok: java-sql-injection
        Database.openStatement().execute("SELECT id FROM users WHERE id = " + Long.parseLong(name));
        // ok: java-sql-injection
        Reports.schedule().execute(name);
    }
}
class ShortNames {
    void map(HttpServletRequest request, JdbcTemplate jt) {
        // ruleid: java-sql-injection
        jt.queryForMap("select * from users where name = '" + request.getParameter("name") + "'");
        // ok: java-sql-injection
        jt.queryForMap("select * from users where name = ?", request.getParameter("name"));
    }
}

// The whole request as one object, and annotations by their full names.
class EntityController {
    org.springframework.jdbc.core.JdbcTemplate template;

    @PostMapping("/a")
    void entity(HttpEntity<String> entity) {
        // ruleid: java-sql-injection
        template.execute("SELECT * FROM a WHERE b = '" + entity.getBody() + "'");
    }

    @PostMapping("/b")
    void requestEntity(org.springframework.http.RequestEntity<String> entity) {
        String body = entity.getBody();
        // ruleid: java-sql-injection
        template.execute("SELECT * FROM a WHERE b = '" + body + "'");
    }

    @PostMapping("/c/{q}")
    void fullName(@org.springframework.web.bind.annotation.PathVariable("q") String q, @org.springframework.web.bind.annotation.PathVariable int n) {
        // ruleid: java-sql-injection
        template.execute("SELECT * FROM a WHERE b = '" + q + "'");
        // ok: java-sql-injection
        template.execute("SELECT * FROM a WHERE b = " + n);
    }
}
