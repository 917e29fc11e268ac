package a
func m() {
 // ruleid: go-loop-variables
 for e := f(5); e < 1; e++ {}
 for i, e := range f(5) {}
 // ruleid: go-loop-variables
 if e := f(5); e {}
 // ruleid: go-loop-variables
 switch e := f(5); e { }
 switch e := f(5).(type) { }
}
