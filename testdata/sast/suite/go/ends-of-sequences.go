package a

func f() {
	// ruleid: go-ends-of-sequences-none, go-ends-of-sequences-same
	m.Lock()
	defer m.Unlock()
	g()
}

func h() {
	// ruleid: go-ends-of-sequences-none
	a.Lock()
	g()
}

func i() {
	// ruleid: go-ends-of-sequences-none, go-ends-of-sequences-same
	m.Lock()
}
