package main

import (
	"fmt"
	"html"
	"html/template"
	"io"
	"net/http"
	"strconv"

	"github.com/labstack/echo/v4"
)

func hello(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	// ruleid: go-reflected-xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", name)
	page := "<p>" + r.FormValue("text") + "</p>"
	// ruleid: go-reflected-xss
	w.Write([]byte(page))
	if name != "" {
		// ruleid: go-reflected-xss
		io.WriteString(w, "<b>"+name+"</b>")
	}
	// ruleid: go-reflected-xss
	body := template.HTML("<i>" + r.Header.Get("X-Title") + "</i>")
	_ = body
}

func echoHello(c echo.Context) error {
	// ruleid: go-reflected-xss
	return c.HTML(200, "<h1>"+c.QueryParam("name")+"</h1>")
}

func safe(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	// ok: go-reflected-xss
	fmt.Fprintf(w, "<h1>Hello %s</h1>", html.EscapeString(name))
	count, _ := strconv.Atoi(name)
	// ok: go-reflected-xss
	fmt.Fprintf(w, "<p>%d</p>", count)
	// ok: go-reflected-xss
	page.Execute(w, name)
	// ok: go-reflected-xss
	fmt.Println(name)
	// ok: go-reflected-xss
	w.Write([]byte("ok"))
}

func safePlain(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	// ok: go-reflected-xss
	fmt.Fprintln(w, r.FormValue("name"))
}

// Across functions of the file.

func show(w http.ResponseWriter, text string) {
	// ruleid: go-reflected-xss
	fmt.Fprint(w, "<p>"+text+"</p>")
}

func through(w http.ResponseWriter, r *http.Request) {
	show(w, r.FormValue("q"))
}

func asJSON(w http.ResponseWriter, r *http.Request) {
	data, _ := json.MarshalIndent(map[string]string{"name": r.FormValue("name")}, "", " ")
	// ok: go-reflected-xss
	w.Write(data)
}
