// Package api holds the handlers.
package api

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"strconv"

	"example.com/inventory/internal/files"
	"example.com/inventory/internal/jobs"
	"example.com/inventory/internal/store"
)

// Server has what the handlers need.
type Server struct {
	Items   *store.Items
	Folder  *files.Folder
	Runner  *jobs.Runner
	Partner *http.Client
}

// Routes says which handler answers what.
func (s *Server) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/search", s.search)
	mux.HandleFunc("/find", s.find)
	mux.HandleFunc("/sorted", s.sorted)
	mux.HandleFunc("/download", s.download)
	mux.HandleFunc("/convert", s.convert)
	mux.HandleFunc("/hello", s.hello)
	mux.HandleFunc("/go", s.leave)
	mux.HandleFunc("/login", s.login)
	mux.HandleFunc("/probe", s.probe)
	return mux
}

// search reaches the text of a statement in store.Search.
func (s *Server) search(w http.ResponseWriter, r *http.Request) {
	query := store.Query{Name: r.URL.Query().Get("name"), Limit: 20}
	items, err := s.Items.Search(r.Context(), query)
	answer(w, items, err)
}

// find binds the same value.
func (s *Server) find(w http.ResponseWriter, r *http.Request) {
	items, err := s.Items.Find(r.Context(), r.FormValue("name"))
	answer(w, items, err)
}

// sorted looks the column up in a table.
func (s *Server) sorted(w http.ResponseWriter, r *http.Request) {
	items, err := s.Items.Sorted(r.Context(), r.FormValue("by"))
	answer(w, items, err)
}

// download reaches a path in files.Content.
func (s *Server) download(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	if _, err := s.Folder.Content(name); err == nil {
		_, _ = s.Folder.ContentInside(name)
	}
	w.WriteHeader(http.StatusNoContent)
}

// convert reaches a shell in jobs.Convert.
func (s *Server) convert(w http.ResponseWriter, r *http.Request) {
	format := r.PostFormValue("format")
	if err := s.Runner.Convert(format); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	if err := s.Runner.ConvertSafely(format); err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
	}
}

func (s *Server) hello(w http.ResponseWriter, r *http.Request) {
	name := r.FormValue("name")
	w.Header().Set("Content-Type", "text/html")
	fmt.Fprintf(w, "<p>Hello %s</p>", name)
	fmt.Fprintf(w, "<p>Hello %s</p>", html.EscapeString(name))
	if page, err := strconv.Atoi(r.FormValue("page")); err == nil {
		fmt.Fprintf(w, "<p>Page %d</p>", page)
	}
}

func (s *Server) leave(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	switch next {
	case "home", "help":
		http.Redirect(w, r, "/"+"pages", http.StatusFound)
	default:
		http.Redirect(w, r, next, http.StatusFound)
	}
}

func (s *Server) login(w http.ResponseWriter, r *http.Request) {
	http.SetCookie(w, &http.Cookie{Name: "session", Value: jobs.Token(), HttpOnly: true, Secure: false})
	http.SetCookie(w, &http.Cookie{Name: "seen", Value: "1", HttpOnly: true, Secure: true, SameSite: http.SameSiteLaxMode})
}

// probe asks an address of the user's choice, and one of ours.
func (s *Server) probe(w http.ResponseWriter, r *http.Request) {
	target := r.FormValue("target")
	if response, err := http.Get(target); err == nil {
		response.Body.Close()
	}
	if response, err := s.Partner.Get("https://status.example.com/?id=" + strconv.Itoa(len(target))); err == nil {
		response.Body.Close()
	}
}

func answer(w http.ResponseWriter, value any, err error) {
	if err != nil {
		http.Error(w, "failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(value)
}
