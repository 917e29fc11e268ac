package a
const K = "k"
var V = "v"
const (
	A = "a"
	N = 3
)
func f(p string) {
	// ruleid: go-folding
	g(1 + 2); g(N); h("a" + "b"); h(A + "b"); i(K); i(V); i(A)
	// ruleid: go-folding
	s := "a"; s += "b"; h(s); i(s); s += p; i(s)
	// ruleid: go-folding
	i("a" + p); i(`raw`); i(fmt.Sprintf("a")); i(string("x"))
	// ruleid: go-folding
	var t string; t = "x"; i(t)
	if p == "" { t = "y" } else { t = "z" }
	// ruleid: go-folding
	i(t)
	for _, x := range []string{"a"} { i(x) }
	u, v := "a", "b"; i(u); i(v)
	w, err := "a", nil; i(w)
	func() { i(s); i(u) }()
	switch p { case "a": u = "q"; default: u = "r" }
	// ruleid: go-folding
	i(u)
}
