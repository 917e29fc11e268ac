package a

import (
	"fmt"
	x "os"
)

import "net"

// ruleid: go-conversions-e, go-conversions-f, go-conversions-h
const c = "k"

func g() {
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-c, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-i, go-conversions-o
	f([]byte("abc"))
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-i, go-conversions-o
	f("abc")
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-j, go-conversions-k, go-conversions-o
	f(string("abc"))
	// ruleid: go-conversions-g, go-conversions-k, go-conversions-n, go-conversions-o
	f([]byte(s))
	// ruleid: go-conversions-g, go-conversions-j, go-conversions-k, go-conversions-o
	f(string(s))
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-k, go-conversions-o
	f(T("abc"))
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-o
	f(c)
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-c, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-o
	f([]byte(c))
	// ruleid: go-conversions-d, go-conversions-e, go-conversions-f, go-conversions-h
	a := []byte("abc")
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-h
	b := string("abc")
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-h
	d := T("abc")
	// ruleid: go-conversions-g, go-conversions-k, go-conversions-o
	f(a)
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-i, go-conversions-o
	f(`abc`)
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-h, go-conversions-m
	if a == "x" {
	}
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-k, go-conversions-o
	f([]string{"a"})
	// ruleid: go-conversions-a, go-conversions-b, go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-i, go-conversions-o
	f([]rune("abc"))
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-k, go-conversions-o
	f(template.HTML("abc"))
	// ruleid: go-conversions-e, go-conversions-f, go-conversions-g, go-conversions-h, go-conversions-k, go-conversions-o
	f(int("abc"))
}
