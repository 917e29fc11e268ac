// Command notes serves notes over HTTP.
package main

import (
	"database/sql"
	"html/template"
	"log"
	"net/http"
	"os"
	"time"

	"example.org/notes/internal/store"
)

var page = template.Must(template.New("page").Parse(`<h1>{{.Title}}</h1><p>{{.Text}}</p>`))

func main() {
	db, err := sql.Open("postgres", os.Getenv("NOTES_DSN"))
	if err != nil {
		log.Fatal(err)
	}
	notes := store.New(db)
	mux := http.NewServeMux()
	mux.HandleFunc("GET /note/{id}", func(w http.ResponseWriter, r *http.Request) {
		note, err := notes.ByID(r.Context(), r.PathValue("id"))
		if err != nil {
			http.Error(w, "no such note", http.StatusNotFound)
			return
		}
		if err := page.Execute(w, note); err != nil {
			log.Print("cannot render the note")
		}
	})
	server := &http.Server{Addr: "127.0.0.1:8080", Handler: mux, ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(server.ListenAndServe())
}
