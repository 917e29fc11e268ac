package a

// ruleid: go-specs-const, go-specs-var
const key = "abc"
const (
	// ruleid: go-specs-const, go-specs-var
	k1 = "a"
	// ok: go-specs-const, go-specs-var, go-specs-short, go-specs-pair, go-specs-field
	k2 = 5
)

var (
	// ruleid: go-specs-var
	g = "x"
)

type S struct {
	db *sql.DB
}

func (s *S) f() {
	// ruleid: go-specs-short
	h := "x"
	// ruleid: go-specs-pair
	i, j := "a", "b"
	// ruleid: go-specs-field
	s.db.Query("x")
	// ok: go-specs-const, go-specs-var, go-specs-short, go-specs-pair, go-specs-field
	s.other.Query("x")
}
