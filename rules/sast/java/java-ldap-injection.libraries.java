// What further libraries and methods do with the value.
import com.unboundid.ldap.sdk.Filter;
import com.unboundid.ldap.sdk.LDAPConnection;
import com.unboundid.ldap.sdk.LDAPConnectionPool;
import com.unboundid.ldap.sdk.LDAPInterface;
import com.unboundid.ldap.sdk.SearchScope;
import javax.naming.directory.DirContext;
import javax.naming.directory.SearchControls;
import javax.naming.event.EventDirContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.apache.directory.ldap.client.api.LdapNetworkConnection;
import org.ldaptive.SearchFilter;
import org.owasp.esapi.ESAPI;
import org.springframework.ldap.core.AttributesMapper;
import org.springframework.ldap.core.LdapOperations;
import org.springframework.ldap.core.LdapTemplate;
import org.springframework.ldap.filter.AndFilter;
import org.springframework.ldap.filter.EqualsFilter;
import org.springframework.ldap.query.LdapQueryBuilder;
import org.springframework.ldap.support.LdapEncoder;
import org.springframework.ldap.support.LdapNameBuilder;
import org.springframework.security.ldap.SpringSecurityLdapTemplate;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;

class Case027 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        ctx.createSubcontext("uid=" + given);
    }
}

class Case028 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        ctx.destroySubcontext("uid=" + given);
    }
}

class Case029 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        ctx.rename("uid=" + given, "uid=b");
    }
}

class Case031 {
    private EventDirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        ctx.addNamingListener("ou=people", "(uid=" + given + ")", new SearchControls(), null);
    }
}

class Case038 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        t.searchForContext("ou=people", "(uid=" + given + ")");
    }
}

class Case045 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        t.lookupContext("uid=" + given);
    }
}

class Case050 {
    private LdapOperations t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        t.lookup("uid=" + given);
    }
}

class Case052 {
    private SpringSecurityLdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        t.searchForSingleEntry("ou=people", "(uid=" + given + ")", new Object[]{});
    }
}

class Case053 {
    private SpringSecurityLdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        t.searchForSingleAttributeValues("ou=people", "(uid=" + given + ")", new Object[]{}, "cn");
    }
}

class Case054 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        new FilterBasedLdapUserSearch("ou=people", "(uid=" + given + ")", null);
    }
}

class Case057 {
    private LDAPConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.search("ou=" + given, SearchScope.SUB, "(uid=a)");
    }
}

class Case058 {
    private LDAPConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.getEntry("uid=" + given);
    }
}

class Case059 {
    private LDAPConnectionPool c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.search("ou=people", SearchScope.SUB, "(uid=" + given + ")");
    }
}

class Case060 {
    private LDAPInterface c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.search("ou=people", SearchScope.SUB, "(uid=" + given + ")");
    }
}

class Case063 {
    private LDAPConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.bind("uid=" + given, "pw");
    }
}

class Case065 {
    private LdapNetworkConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        c.search("ou=people", "(uid=" + given + ")", null);
    }
}

class Case066 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        // ruleid: java-ldap-injection
        SearchFilter f = new SearchFilter("(uid=" + given + ")");
    }
}

class Case069 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ctx.search("ou=people", "(uid={0})", new Object[]{given}, new SearchControls());
    }
}

class Case070 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.search(LdapQueryBuilder.query().where("uid").is(given), (AttributesMapper<String>) a -> "");
    }
}

class Case071 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.search("ou=people", new EqualsFilter("uid", given).encode(), (AttributesMapper<String>) a -> "");
    }
}

class Case072 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        AndFilter f = new AndFilter();
        f.and(new EqualsFilter("objectclass", "person"));
        f.and(new EqualsFilter("uid", given));
        t.search("ou=people", f.encode(), (AttributesMapper<String>) a -> "");
    }
}

class Case073 {
    private LdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.find(LdapQueryBuilder.query().filter("(uid={0})", given), String.class);
    }
}

class Case074 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ctx.search("ou=people", "(uid=" + LdapEncoder.filterEncode(given) + ")", new SearchControls());
    }
}

class Case075 {
    private DirContext ctx;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        ctx.search("ou=people", "(uid=" + ESAPI.encoder().encodeForLDAP(given) + ")", new SearchControls());
    }
}

class Case076 {
    private LDAPConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        c.search("ou=people", SearchScope.SUB, Filter.createEqualityFilter("uid", given));
    }
}

class Case077 {
    private LDAPConnection c;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        c.search("ou=people", SearchScope.SUB, "(uid=" + Filter.encodeValue(given) + ")");
    }
}

class Case078 {
    private SpringSecurityLdapTemplate t;

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        t.searchForSingleEntry("ou=people", "(uid={0})", new Object[]{given});
    }
}

class Case079 {

    void run(HttpServletRequest request, HttpServletResponse response) throws Exception {
        String given = request.getParameter("given");
        LdapNameBuilder.newInstance().add("ou", "people").add("uid", given).build();
    }
}
