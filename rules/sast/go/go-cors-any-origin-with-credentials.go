package main

import (
	"net/http"

	"github.com/rs/cors"
)

func middleware(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cors-any-origin-with-credentials
	w.Header().Set("Access-Control-Allow-Origin", r.Header.Get("Origin"))
	// ok: go-cors-any-origin-with-credentials
	w.Header().Set("Access-Control-Allow-Origin", "https://example.org")
}

func options() {
	// ruleid: go-cors-any-origin-with-credentials
	first := cors.New(cors.Options{AllowedOrigins: []string{"*"}, AllowCredentials: true})
	// ok: go-cors-any-origin-with-credentials
	second := cors.New(cors.Options{AllowedOrigins: []string{"https://example.org"}, AllowCredentials: true})
	// ok: go-cors-any-origin-with-credentials
	third := cors.New(cors.Options{AllowedOrigins: []string{"*"}})
	_, _, _ = first, second, third
}
