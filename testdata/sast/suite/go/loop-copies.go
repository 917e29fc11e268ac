package a
func f() {
	// ruleid: go-loop-copies
	for _, x := range xs {
		ys = append(ys, &x)
	}
	for _, x := range xs {
		x := x
		ys = append(ys, &x)
	}
	for i, x := range xs { ys = append(ys, &x) }
}
