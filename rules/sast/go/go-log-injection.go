package main

import (
	"log"
	"net/http"
	"strconv"
	"strings"
)

func handle(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ruleid: go-log-injection
	log.Println("hello", name)
	// ruleid: go-log-injection
	log.Printf("user %s logged in", r.URL.Query().Get("user"))
	// ruleid: go-log-injection
	log.Print("agent: " + r.UserAgent())
	note(name)
	// ok: go-log-injection
	log.Printf("user %q logged in", name)
	// ok: go-log-injection
	log.Println("hello", strconv.Quote(name))
	// ok: go-log-injection
	log.Println("hello", strings.ReplaceAll(name, "\n", ""))
	// ok: go-log-injection
	log.Println("started")
	n, _ := strconv.Atoi(name)
	// ok: go-log-injection
	log.Println("n", n)
}

func note(text string) {
	// ruleid: go-log-injection
	log.Println(text)
}
