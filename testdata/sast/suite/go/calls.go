package a

import "os/exec"

func t(foo *Foo) {

	s := "ab"
	// ruleid: go-calls-any
	f()
	// ruleid: go-calls-any, go-calls-one
	f(1)
	// ruleid: go-calls-pkg
	exec.Command("a")
	// ruleid: go-calls-str
	g("ab")
	// ruleid: go-calls-str
	g(s)
	// ruleid: go-calls-str
	g("a" + "b")
	// ok: go-calls-any, go-calls-pkg, go-calls-str, go-calls-one, go-calls-chain, go-calls-lit, go-calls-ref, go-calls-deep, go-calls-typed
	g(v)
	// ruleid: go-calls-chain
	o.A().B().End()
	// ruleid: go-calls-lit
	x := T{K: 1}
	// ruleid: go-calls-lit
	y := T{J: 2, K: 1}
	// ruleid: go-calls-lit, go-calls-ref
	z := &T{K: 1}
	// ruleid: go-calls-any, go-calls-one, go-calls-deep
	f(1 + bad)
	// ruleid: go-calls-typed
	foo.M(1)
	// ok: go-calls-any, go-calls-pkg, go-calls-str, go-calls-one, go-calls-chain, go-calls-lit, go-calls-ref, go-calls-deep, go-calls-typed
	o.M(1)
}
