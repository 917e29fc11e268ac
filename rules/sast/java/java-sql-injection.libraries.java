// What further libraries and methods do with the value.
import groovy.sql.Sql;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlClient;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Map;
import javax.persistence.EntityManager;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.sql.DataSource;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.JdbcRowSet;
import org.apache.commons.dbutils.QueryRunner;
import org.apache.ibatis.jdbc.SqlRunner;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.criterion.Projections;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.object.BatchSqlUpdate;
import org.springframework.jdbc.object.SqlUpdate;
import org.springframework.r2dbc.core.DatabaseClient;

class Case150 {
    private CachedRowSet rs;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        rs.setCommand("select * from t where a='" + given + "'");
        rs.execute();
    }
}

class Case151 {
    private JdbcRowSet rs;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        rs.setCommand("select * from t where a='" + given + "'");
        rs.execute();
    }
}

class Case162 {
    private DataSource ds;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        new SqlUpdate(ds, "update t set a='" + given + "'").update();
    }
}

class Case163 {
    private DataSource ds;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        new BatchSqlUpdate(ds, "update t set a='" + given + "'").update();
    }
}

class Case168 {
    private EntityManager em;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        em.createStoredProcedureQuery("p_" + given);
    }
}

class Case175 {
    private Session s;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        s.createSelectionQuery("from T where a='" + given + "'", String.class).list();
    }
}

class Case176 {
    private Session s;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        s.createFilter(null, "where a='" + given + "'").list();
    }
}

class Case179 {
    private SessionFactory f;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        f.openSession().createQuery("from T where a='" + given + "'", String.class).list();
    }
}

class Case182 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        Projections.sqlProjection("a, '" + given + "'", null, null);
    }
}

class Case184 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.fetch("select * from t where a='" + given + "'");
    }
}

class Case185 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.execute("delete from t where a='" + given + "'");
    }
}

class Case186 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.resultQuery("select * from t where a='" + given + "'").fetch();
    }
}

class Case187 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.fetchOne("select * from t where a='" + given + "'");
    }
}

class Case188 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.query("delete from t where a='" + given + "'").execute();
    }
}

class Case189 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.selectFrom("t").where("a='" + given + "'").fetch();
    }
}

class Case190 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.select(DSL.field("a || '" + given + "'")).fetch();
    }
}

class Case191 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.selectFrom(DSL.table(given)).fetch();
    }
}

class Case192 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.selectFrom("t").where(DSL.condition("a='" + given + "'")).fetch();
    }
}

class Case193 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        d.selectFrom("t").orderBy(DSL.sql(given)).fetch();
    }
}

class Case195 {
    private Handle h;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        h.createUpdate("delete from t where a='" + given + "'").execute();
    }
}

class Case196 {
    private Handle h;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        h.execute("delete from t where a='" + given + "'");
    }
}

class Case197 {
    private Handle h;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        h.select("select * from t where a='" + given + "'").mapToMap();
    }
}

class Case199 {
    private Jdbi j;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        j.useHandle(h -> h.execute("delete from t where a='" + given + "'"));
    }
}

class Case202 {
    private SqlClient c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        c.preparedQuery("select * from t where a='" + given + "'").execute();
    }
}

class Case203 {
    private Pool c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        c.query("select * from t where a='" + given + "'").execute();
    }
}

class Case206 {
    private Sql q;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        q.rows("select * from t where a='" + given + "'");
    }
}

class Case207 {
    private Sql q;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        q.execute("delete from t where a='" + given + "'");
    }
}

class Case208 {
    private SqlRunner q;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-sql-injection
        q.selectAll("select * from t where a='" + given + "'");
    }
}

class Case212 {
    private Connection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        PreparedStatement p = c.prepareStatement("select * from t where a=?");
        p.setString(1, given);
        p.executeQuery();
    }
}

class Case213 {
    private JdbcTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.queryForObject("select a from t where a=?", String.class, given);
    }
}

class Case214 {
    private JdbcTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.query("select a from t where a=?", new Object[]{given}, (rs, n) -> rs.getString(1));
    }
}

class Case215 {
    private NamedParameterJdbcTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.queryForList("select a from t where a=:a", Map.of("a", given));
    }
}

class Case216 {
    private EntityManager em;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        em.createQuery("from T where a=:a").setParameter("a", given).getResultList();
    }
}

class Case217 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        d.fetch("select * from t where a=?", given);
    }
}

class Case218 {
    private DSLContext d;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        d.selectFrom("t").where(DSL.field("a").eq(given)).fetch();
    }
}

class Case219 {
    private Handle h;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        h.createQuery("select * from t where a=:a").bind("a", given).mapToMap().list();
    }
}

class Case220 {
    private QueryRunner q;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        q.query("select * from t where a=?", rs -> rs, given);
    }
}

class Case221 {
    private JdbcClient t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.sql("select a from t where a=?").param(given).query().listOfRows();
    }
}

class Case222 {
    private DatabaseClient t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.sql("select a from t where a=:a").bind("a", given).fetch().all();
    }
}

class Case223 {
    private SqlClient c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        c.preparedQuery("select * from t where a=$1").execute(Tuple.of(given));
    }
}

class Case224 {
    private CachedRowSet rs;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        rs.setCommand("select * from t where a=?");
        rs.setString(1, given);
        rs.execute();
    }
}
