package a
// ruleid: go-lambdas
func a() { foo(); defer func() { sql(1) }() }
// ruleid: go-lambdas
func b() { foo(); x, err := sql(1) }
// ruleid: go-lambdas
func c() { foo(); return sql(1), nil }
// ruleid: go-lambdas
func d() { foo(); if err := sql(1); err != nil { } }
// ruleid: go-lambdas
func e() { foo(); x.F(func() error { return sql(1) }) }
func f() { foo(); y := &A{B: sql(1)} }
// ruleid: go-lambdas
func g() { foo(); z = a + sql(1) }
// ruleid: go-lambdas
func h() { foo(); switch { case x: sql(1) } }
// ruleid: go-lambdas
func i() { foo(); var q = []A{{sql(1)}} }
