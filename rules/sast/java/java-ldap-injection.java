import java.io.IOException;
import javax.naming.NamingException;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.web.bind.annotation.*;

public class DirectoryServlet extends HttpServlet {
    private LdapTemplate template;

    @Override
    public void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String user = request.getParameter("user");
        DirContext context = connect();
        String filter = "(&(objectclass=person)(uid=" + user + "))";
        SearchControls controls = new SearchControls();
        try {
            // ruleid: java-ldap-injection
            context.search("ou=people,dc=example", filter, controls);
            Object[] arguments = new Object[] {"a"};
            // ruleid: java-ldap-injection
            context.search("ou=people", filter, arguments, controls);
            // ruleid: java-ldap-injection
            context.lookup("uid=" + request.getHeader("X-User") + ",ou=people");
            javax.naming.directory.InitialDirContext initial = (javax.naming.directory.InitialDirContext) context;
            // ruleid: java-ldap-injection
            initial.search("ou=people", String.format("(uid=%s)", user), controls);
        } catch (NamingException error) {
            throw new IOException(error);
        }
    }

    @GetMapping("/people")
    public Object people(@RequestParam String name) {
        StringBuilder filter = new StringBuilder();
        filter.append("(cn=");
        filter.append(name);
        // ruleid: java-ldap-injection
        return template.search("ou=people", filter.toString(), mapper);
    }

    void safe(javax.servlet.http.HttpServletRequest request, DirContext context) throws NamingException {
        String user = request.getParameter("user");
        SearchControls controls = new SearchControls();
        // ok: java-ldap-injection
        context.search("ou=people", "(uid={0})", new Object[] {user}, controls);
        // ok: java-ldap-injection
        context.search("ou=people", "(uid=" + LdapEncoder.filterEncode(user) + ")", controls);
        // ok: java-ldap-injection
        context.search("ou=people", "(age=" + Integer.parseInt(user) + ")", controls);
        // ok: java-ldap-injection
        engine.search("ou=people", user, 10);
    }

    void own(DirContext context, String group) throws NamingException {
        // ok: java-ldap-injection
        context.search("ou=groups", "(cn=" + group + ")", new SearchControls());
    }
}

// Across functions of the file.

class Directory {
    private Object find(DirContext context, String filter) throws NamingException {
        // ruleid: java-ldap-injection
        return context.search("ou=people", filter, new SearchControls());
    }

    Object handle(HttpServletRequest request, DirContext context) throws NamingException {
        return find(context, "(uid=" + request.getParameter("uid") + ")");
    }

    void contextOfAHelper(javax.servlet.http.HttpServletRequest request, Directory directory) throws Exception {
        String user = request.getHeader("X-User");
        SearchControls controls = new SearchControls();
        // ruleid: java-ldap-injection
        directory.context().search("ou=people", "(uid=" + user + ")", controls);
        // ok: java-ldap-injection
        directory.context().search("ou=people", "(uid={0})", new Object[] {user}, controls);
    }
}

class OtherFilters {
    void find(HttpServletRequest request, org.springframework.ldap.core.LdapTemplate template, com.unboundid.ldap.sdk.LDAPConnection connection) throws Exception {
        String user = request.getParameter("user");
        // ruleid: java-ldap-injection
        template.search(org.springframework.ldap.query.LdapQueryBuilder.query().base("dc=x").filter("(uid=" + user + ")"), mapper);
        // ok: java-ldap-injection
        template.search(org.springframework.ldap.query.LdapQueryBuilder.query().where("uid").is(user), mapper);
        // ok: java-ldap-injection
        template.search("", new org.springframework.ldap.filter.EqualsFilter("uid", user).encode(), mapper);
        // ruleid: java-ldap-injection
        template.search("", new org.springframework.ldap.filter.HardcodedFilter("(uid=" + user + ")").encode(), mapper);
        // ruleid: java-ldap-injection
        connection.search(new com.unboundid.ldap.sdk.SearchRequest("dc=x", SearchScope.SUB, "(uid=" + user + ")"));
        // ok: java-ldap-injection
        connection.search("dc=x", SearchScope.SUB, com.unboundid.ldap.sdk.Filter.createEqualityFilter("uid", user));
        org.apache.directory.ldap.client.api.LdapConnection other = connect();
        // ruleid: java-ldap-injection
        other.search("ou=x", "(uid=" + user + ")", SearchScope.SUBTREE);
        // ok: java-ldap-injection
        other.search("ou=x", "(uid=" + OurEscapes.filter(user) + ")", SearchScope.SUBTREE);
    }
}
