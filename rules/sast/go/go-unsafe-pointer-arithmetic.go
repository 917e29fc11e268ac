package main

import (
	"reflect"
	"unsafe"
)

func f(p unsafe.Pointer, b []byte, s string, address uintptr) {
	// ruleid: go-unsafe-pointer-arithmetic
	q := unsafe.Pointer(uintptr(p) + 8)
	// ruleid: go-unsafe-pointer-arithmetic
	h := (*reflect.SliceHeader)(unsafe.Pointer(&b))
	// ruleid: go-unsafe-pointer-arithmetic
	t := reflect.StringHeader{Data: h.Data, Len: h.Len}
	// ruleid: go-unsafe-pointer-arithmetic
	r := unsafe.Pointer(address + unsafe.Sizeof(b))
	// ok: go-unsafe-pointer-arithmetic
	n := unsafe.Sizeof(b)
	// ok: go-unsafe-pointer-arithmetic
	c := unsafe.Slice((*byte)(p), 4)
	// ok: go-unsafe-pointer-arithmetic
	d := unsafe.Pointer(&b)
	// ok: go-unsafe-pointer-arithmetic
	e := reflect.ValueOf(s)
	use(q, h, t, r, n, c, d, e)
}
