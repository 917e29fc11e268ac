package a
// ruleid: go-depth
func a() { if x { sql(1) } }
// ruleid: go-depth
func b() { switch x { case 1: sql(1) } }
func c() { defer sql(1) }
// ruleid: go-depth
func d() { for i := range x { sql(1) } }
func e() { go sql(1) }
// ruleid: go-depth
func f() { go func() { sql(1) }() }
// ruleid: go-depth
func g() { select { case <-x: sql(1) } }
func h() { if sql(1) { } }
// ruleid: go-depth
func i() { if x := sql(1); x { } }
func j() { y := []int{sql(1)} }
// ruleid: go-depth
func k() { return sql(1) }
// ruleid: go-depth
func l() { foo(sql(1)) }
// ruleid: go-depth
func m() { x := func() { sql(1) } }
func n() { for sql(1) { } }
// ruleid: go-depth
func o() { var x = sql(1) }
func p() { x <- sql(1) }
