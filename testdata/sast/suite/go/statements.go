package a

func t() {

	// ruleid: go-statements-seq
	openIt()
	b()
	closeIt()
	// ruleid: go-statements-if
	if x { f() }
	// ruleid: go-statements-if, go-statements-err
	if err != nil { f() }
	// ruleid: go-statements-if
	if x { f() } else { g() }
	// ruleid: go-statements-for
	for i := range l { f() }
	// ruleid: go-statements-defer
	defer d()
	// ruleid: go-statements-go
	go h(1)
	// ruleid: go-statements-assign
	a := 1
	// ruleid: go-statements-assign, go-statements-multi
	b, err := c()
	// ruleid: go-statements-var
	var e = 2
	// ok: go-statements-seq, go-statements-if, go-statements-err, go-statements-ret, go-statements-for, go-statements-defer, go-statements-go, go-statements-assign, go-statements-multi, go-statements-var
	a = 3
	// ruleid: go-statements-ret
	return 1
}
