package main

import (
	"fmt"
	"net/http"
	"strconv"

	"github.com/antchfx/xmlquery"
	"github.com/antchfx/xpath"
)

func handle(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-xpath-injection
	a := xmlquery.Find(doc, "//user[@name='"+name+"']")
	// ruleid: go-xpath-injection
	b := xmlquery.FindOne(doc, fmt.Sprintf("//user[@mail='%s']", r.URL.Query().Get("mail")))
	expr := "//book[title='" + r.PostFormValue("title") + "']"
	// ruleid: go-xpath-injection
	c, _ := xpath.Compile(expr)
	d := by(name)
	// ok: go-xpath-injection
	e := xmlquery.Find(doc, "//user[@active='1']")
	n, _ := strconv.Atoi(name)
	// ok: go-xpath-injection
	f := xmlquery.Find(doc, fmt.Sprintf("//user[%d]", n))
	// ok: go-xpath-injection
	g := xmlquery.Find(parse(name), "//user")
	// ok: go-xpath-injection
	h := index[name]
	use(a, b, c, d, e, f, g, h)
}

func by(name string) []*xmlquery.Node {
	// ruleid: go-xpath-injection
	return xmlquery.Find(doc, "//a[@n='"+name+"']")
}
