package main

import (
	"net/http"
	"os"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-chi/chi/v5"
)

const root = "/srv/files"

func read(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Query().Get("name")
	path := filepath.Join(root, name)
	// ruleid: go-path-traversal
	data, err := os.ReadFile(path)
	if err != nil {
		return
	}
	w.Write(data)
	// ruleid: go-path-traversal
	http.ServeFile(w, r, root+"/"+chi.URLParam(r, "file"))
	// ruleid: go-path-traversal
	os.Remove(filepath.Clean(root + r.FormValue("old")))
}

func upload(c *gin.Context) {
	file, _ := c.FormFile("file")
	// ruleid: go-path-traversal
	c.SaveUploadedFile(file, root+"/"+file.Filename)
	// ruleid: go-path-traversal
	c.File("./public/" + c.Param("name"))
}

func safe(w http.ResponseWriter, r *http.Request) {
	name := filepath.Base(r.FormValue("name"))
	// ok: go-path-traversal
	os.Open(filepath.Join(root, name))
	// ok: go-path-traversal
	os.WriteFile("/var/spool/inbox", []byte(r.FormValue("text")), 0o600)
	full := filepath.Join(root, r.FormValue("f"))
	if !strings.HasPrefix(full, root+"/") {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go-path-traversal
	os.Open(full)
}

func load(config string) {
	// ok: go-path-traversal
	os.ReadFile(config)
}

// Across functions of the file.

func contents(name string) ([]byte, error) {
	// ruleid: go-path-traversal
	return os.ReadFile(filepath.Join(root, name))
}

func through(w http.ResponseWriter, r *http.Request) {
	contents(r.PathValue("name"))
}
