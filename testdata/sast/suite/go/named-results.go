package doors

// ruleid: go-named-results-two
func open(d Door) (key Key, err error) { return find(d) }

// ruleid: go-named-results-two
func close(d Door) (Key, error) { return find(d) }

// ok: go-named-results-two
func lock(d Door) error { return nil }

// ruleid: go-named-results-last
func paint(d Door) (a Color, b Color, err error) { return mix(d) }

// ok: go-named-results-last
func count(d Door) (n int) { return 1 }
