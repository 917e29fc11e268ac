package a

type I interface {
	// ruleid: go-types-and-methods-method
	Good() bool
	// ok: go-types-and-methods-literal, go-types-and-methods-ftype, go-types-and-methods-method, go-types-and-methods-ident
	Bad()
}

// ruleid: go-types-and-methods-ftype
func f(g func()) { }
// ruleid: go-types-and-methods-ftype
func h(g func(i int) int) { }
// ruleid: go-types-and-methods-ident
var v = []*A{
	// ruleid: go-types-and-methods-literal, go-types-and-methods-ident
	{OK: 1},
	// ruleid: go-types-and-methods-ident
	{Other: 1},
}
// ok: go-types-and-methods-literal, go-types-and-methods-ftype, go-types-and-methods-method, go-types-and-methods-ident
var m map[string]int
