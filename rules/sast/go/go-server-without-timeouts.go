package main

import (
	"net/http"
	"time"
)

func main() {
	// ruleid: go-server-without-timeouts
	http.ListenAndServe(":8080", nil)
	// ruleid: go-server-without-timeouts
	http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", mux)
	// ruleid: go-server-without-timeouts
	a := &http.Server{Addr: ":8080", Handler: mux}
	// ruleid: go-server-without-timeouts
	http.Serve(listener, mux)
	// ok: go-server-without-timeouts
	b := &http.Server{Addr: ":8080", ReadHeaderTimeout: 5 * time.Second}
	// ok: go-server-without-timeouts
	c := http.Server{ReadTimeout: time.Minute, Handler: mux}
	// ok: go-server-without-timeouts
	d := &http.Client{Timeout: time.Minute}
	// ok: go-server-without-timeouts
	http.Handle("/", mux)
	use(a, b, c, d)
}
