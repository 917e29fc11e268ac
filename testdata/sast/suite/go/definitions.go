package a

// ruleid: go-definitions-fn
func a() { b() }
// ruleid: go-definitions-fn, go-definitions-param
func b(p string) { b() }
// ruleid: go-definitions-fn, go-definitions-param
func c(q int, p string) { b() }
// ruleid: go-definitions-fn, go-definitions-ret
func d() error { return nil }
// ruleid: go-definitions-fn, go-definitions-meth
func (r T) m() { b() }
// ruleid: go-definitions-struct
type S struct { A int }
// ok: go-definitions-fn, go-definitions-param, go-definitions-ret, go-definitions-meth, go-definitions-struct
type I interface { A() int }
