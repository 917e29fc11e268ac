package mill

import (
	grain "example.com/corn"
	"example.com/water"
	"example.com/tools/v2"
)

type Barn struct { owner *grain.Farmer }

func grind(a *grain.Farmer, b grain.Sack, c *water.Wheel, d []*grain.Farmer, e ...grain.Sack) {
	// ruleid: go-names-of-packages-whole, go-names-of-packages-alias, go-names-of-packages-cond
	a.Pay("1")
	// ruleid: go-names-of-packages-value
	b.Pay("2")
	// ruleid: go-names-of-packages-wheel
	c.Pay("3")
	// ruleid: go-names-of-packages-list
	d.Pay("4")
	// ok: go-names-of-packages-whole, go-names-of-packages-alias, go-names-of-packages-bare, go-names-of-packages-value, go-names-of-packages-list, go-names-of-packages-chan, go-names-of-packages-wheel, go-names-of-packages-cond
	e.Pay("5")
	var f *grain.Farmer
	// ruleid: go-names-of-packages-whole, go-names-of-packages-alias, go-names-of-packages-cond
	f.Pay("6")
	g := &grain.Farmer{}
	// ruleid: go-names-of-packages-whole, go-names-of-packages-alias, go-names-of-packages-cond
	g.Pay("7")
	h := make(chan grain.Sack)
	// ruleid: go-names-of-packages-chan
	h.Pay("8")
}

func (b *Barn) rest() {
	// ruleid: go-names-of-packages-whole, go-names-of-packages-alias, go-names-of-packages-cond
	b.owner.Pay("9")
}
