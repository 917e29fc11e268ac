package main

import (
	"crypto/tls"
	"net"
	"net/http"
)

func bad() {
	// ruleid: go-bind-all-interfaces
	a, _ := net.Listen("tcp", ":8080")
	// ruleid: go-bind-all-interfaces
	b, _ := net.Listen("tcp4", "0.0.0.0:22")
	// ruleid: go-bind-all-interfaces
	c, _ := tls.Listen("tcp", "[::]:443", config)
	// ruleid: go-bind-all-interfaces
	http.ListenAndServe("0.0.0.0:8080", handler)
}

func good() {
	// ok: go-bind-all-interfaces
	a, _ := net.Listen("tcp", "127.0.0.1:8080")
	// ok: go-bind-all-interfaces
	b, _ := net.Listen("unix", "/run/app.sock")
	// ok: go-bind-all-interfaces
	c, _ := tls.Listen("tcp", address, config)
	// ok: go-bind-all-interfaces
	http.ListenAndServe("localhost:8080", handler)
}
