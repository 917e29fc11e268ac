package a
func f() {
	// ruleid: go-made-types
	a := make([]int, 3)
	// ruleid: go-made-types
	b := make(map[string]int, 4)
	// ruleid: go-made-types
	c := new(int)
	// ruleid: go-made-types
	d := new(Foo)
	// ruleid: go-made-types
	e := make([]byte, n)
	g := make(chan int)
	// ruleid: go-made-types
	h := make(Foo, 3)
}
