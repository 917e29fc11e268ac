package a

func f() {
	// ruleid: go-loop-names-one
	for k := range m { g(k) }
	// ruleid: go-loop-names-two
	for k, v := range m { g(k, v) }
	// ruleid: go-loop-names-two
	for _, v := range m { g(v) }
}
