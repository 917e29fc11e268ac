package main

import (
	"log"
	"net/http"
	_ "net/http/pprof"
)

func main() {
	// ruleid: go-pprof-exposed
	http.ListenAndServe(":8080", nil)
	// ruleid: go-pprof-exposed
	log.Fatal(http.ListenAndServe("0.0.0.0:6060", nil))
	go func() {
		// ruleid: go-pprof-exposed
		log.Println(http.ListenAndServe(":6060", http.DefaultServeMux))
	}()
	// ruleid: go-pprof-exposed
	err := http.ListenAndServeTLS(":8443", "cert.pem", "key.pem", nil)
	// ok: go-pprof-exposed
	http.ListenAndServe("localhost:6060", nil)
	// ok: go-pprof-exposed
	http.ListenAndServe("127.0.0.1:6060", nil)
	// ok: go-pprof-exposed
	http.ListenAndServe(":8080", mux)
	// ok: go-pprof-exposed
	http.ListenAndServe(address, nil)
	log.Println(err)
}
