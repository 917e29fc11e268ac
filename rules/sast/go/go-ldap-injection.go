package main

import (
	"fmt"
	"net/http"

	"github.com/go-ldap/ldap/v3"
)

func login(w http.ResponseWriter, r *http.Request) {
	user := r.FormValue("user")
	// ruleid: go-ldap-injection
	a := ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+user+")", nil, nil)
	filter := fmt.Sprintf("(&(uid=%s)(active=1))", user)
	// ruleid: go-ldap-injection
	b := ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, filter, nil, nil)
	// ruleid: go-ldap-injection
	c := &ldap.SearchRequest{BaseDN: "dc=example", Filter: "(mail=" + r.URL.Query().Get("mail") + ")"}
	d := search(user)
	// ok: go-ldap-injection
	e := ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(uid="+ldap.EscapeFilter(user)+")", nil, nil)
	// ok: go-ldap-injection
	f := ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(objectClass=person)", nil, nil)
	safe := fmt.Sprintf("(uid=%s)", ldap.EscapeFilter(user))
	// ok: go-ldap-injection
	g := ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, safe, nil, nil)
	// ok: go-ldap-injection
	conn.Bind(user, r.FormValue("password"))
	use(a, b, c, d, e, f, g)
}

func search(name string) *ldap.SearchRequest {
	// ruleid: go-ldap-injection
	return ldap.NewSearchRequest("dc=example", 2, 0, 0, 0, false, "(cn="+name+")", nil, nil)
}
