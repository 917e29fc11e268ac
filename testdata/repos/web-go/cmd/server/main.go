// Command server serves the inventory.
package main

import (
	"crypto/tls"
	"database/sql"
	"log"
	"net/http"
	"os"
	"time"

	"example.com/inventory/internal/api"
	"example.com/inventory/internal/files"
	"example.com/inventory/internal/jobs"
	"example.com/inventory/internal/store"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	legacy := &http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}},
	}
	if response, err := legacy.Get("https://legacy.example.com/ready"); err == nil {
		response.Body.Close()
	}
	own := &http.Client{
		Timeout:   10 * time.Second,
		Transport: &http.Transport{TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12}},
	}
	server := &api.Server{
		Items:   store.New(db),
		Folder:  &files.Folder{Root: "/srv/inventory"},
		Runner:  &jobs.Runner{},
		Partner: own,
	}
	web := &http.Server{Addr: "127.0.0.1:8080", Handler: server.Routes(), ReadHeaderTimeout: 5 * time.Second}
	log.Fatal(web.ListenAndServe())
}
