package main

import (
	"net/http"

	"github.com/gorilla/websocket"
)

var a = websocket.Upgrader{
	ReadBufferSize: 1024,
	// ruleid: go-websocket-origin-not-checked
	CheckOrigin: func(r *http.Request) bool { return true },
}

func serve(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-websocket-origin-not-checked
	upgrader.CheckOrigin = func(r *http.Request) bool { return true }
	// ruleid: go-websocket-origin-not-checked
	websocket.Accept(w, r, &websocket.AcceptOptions{InsecureSkipVerify: true})
	// ruleid: go-websocket-origin-not-checked
	websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: []string{"*"}})
	// ok: go-websocket-origin-not-checked
	websocket.Accept(w, r, &websocket.AcceptOptions{OriginPatterns: []string{"example.org"}})
	// ok: go-websocket-origin-not-checked
	websocket.Accept(w, r, nil)
}

var b = websocket.Upgrader{
	// ok: go-websocket-origin-not-checked
	CheckOrigin: func(r *http.Request) bool { return r.Header.Get("Origin") == "https://example.org" },
}

// ok: go-websocket-origin-not-checked
var c = websocket.Upgrader{ReadBufferSize: 1024}

// ok: go-websocket-origin-not-checked
var d = mux.NewRouter().MatcherFunc(func(r *http.Request) bool { return true })
