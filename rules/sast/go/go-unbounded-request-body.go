package main

import (
	"io"
	"net/http"
)

func bad(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-unbounded-request-body
	body, err := io.ReadAll(r.Body)
	_, _ = body, err
}

func good(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	// ok: go-unbounded-request-body
	body, err := io.ReadAll(r.Body)
	_, _ = body, err
	// ok: go-unbounded-request-body
	limited, err := io.ReadAll(io.LimitReader(r.Body, 1024))
	_ = limited
}
