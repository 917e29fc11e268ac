package a

// ruleid: go-receivers-one
func f(a int) error { return nil }
// ruleid: go-receivers-method
func (s *S) g(a int) error { return nil }
// ruleid: go-receivers-method
func (s S) h() error { return nil }
// ruleid: go-receivers-none
func i() error { return nil }
