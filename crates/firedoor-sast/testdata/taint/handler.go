package main

import (
	"fmt"
	"net/http"
	"os/exec"
)

type S struct{ q string }

func build(n string) string {
	return fmt.Sprintf("select %s", n)
}

func constant(n string) string {
	return "select 1"
}

func h(w http.ResponseWriter, r *http.Request) {
	n := r.FormValue("n")
	// ruleid: handler
	db.Query(build(n))
	// ok: handler
	db.Query(constant(n))
	m := map[string]string{"a": n, "b": "x"}
	// ruleid: handler
	db.Query(m["a"])
	// ok: handler
	db.Query(m["b"])
	s := S{q: n}
	// ruleid: handler
	db.Query(s.q)
	v, ok := r.URL.Query()["k"]
	if !ok {
		return
	}
	// ruleid: handler
	exec.Command("sh", "-c", v[0])
	var list []string
	list = append(list, n)
	for _, x := range list {
		// ruleid: handler
		exec.Command(x)
	}
	switch n {
	case "a":
		n = "b"
	default:
		n = "c"
	}
	// ok: handler
	exec.Command(n)
	go func(p string) {
		// ruleid: handler
		exec.Command(p)
	}(r.FormValue("z"))
	s.q = "y"
	// ok: handler
	db.Query(s.q)
}
