package main

import "net/http"

func main() {
	// ok: go-pprof-exposed
	http.ListenAndServe(":8080", nil)
}
