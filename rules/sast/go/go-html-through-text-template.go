package main

import (
	"net/http"
	"os"
	"text/template"
)

var page = template.Must(template.New("page").Parse("<p>{{ . }}</p>"))

func show(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-html-through-text-template
	page.Execute(w, r.FormValue("text"))
}

func plain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain")
	// ok: go-html-through-text-template
	page.Execute(w, r.FormValue("text"))
}

func print(text string) {
	// ok: go-html-through-text-template
	page.Execute(os.Stdout, text)
}
