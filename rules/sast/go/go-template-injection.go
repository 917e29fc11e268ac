package main

import (
	"html/template"
	"net/http"
)

func preview(w http.ResponseWriter, r *http.Request) {
	text := "<p>" + r.FormValue("text") + "</p>"
	// ruleid: go-template-injection
	t, err := template.New("preview").Parse(text)
	if err != nil {
		return
	}
	t.Execute(w, nil)
}

func safe(w http.ResponseWriter, r *http.Request) {
	// ok: go-template-injection
	t := template.Must(template.New("page").Parse("<p>{{ . }}</p>"))
	// ok: go-template-injection
	t.Execute(w, r.FormValue("text"))
	// ok: go-template-injection
	dates.Parse(r.FormValue("date"))
}
