package p
// ruleid: go-tags-tag
type A struct {
	X int `json:"x"`
}
// ok: go-tags-tag, go-tags-loop, go-tags-made
type B struct {
	X int
}
func f() {
	// ruleid: go-tags-loop
	for i := 0; i < 3; i++ { g() }
	// ruleid: go-tags-loop
	for _, x := range xs { g() }
	// ruleid: go-tags-loop
	for { g() }
	t := new(T)
	// ruleid: go-tags-made
	t.m()
	u := make(T)
	// ok: go-tags-tag, go-tags-loop, go-tags-made
	u.m()
}
