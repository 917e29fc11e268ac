package main

import (
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
)

func routes(r *gin.Engine) {
	// ruleid: go-directory-listing
	http.Handle("/", http.FileServer(http.Dir("/")))
	// ruleid: go-directory-listing
	http.Handle("/files/", http.StripPrefix("/files/", http.FileServer(http.Dir("."))))
	// ruleid: go-directory-listing
	http.Handle("/logs/", http.FileServer(http.FS(os.DirFS("/var/log"))))
	// ruleid: go-directory-listing
	r.StaticFS("/x", http.Dir("../"))
	// ruleid: go-directory-listing
	r.Static("/home", "/home")
	// ok: go-directory-listing
	http.Handle("/", http.FileServer(http.Dir("./public")))
	// ok: go-directory-listing
	http.Handle("/", http.FileServer(http.FS(embedded)))
	// ok: go-directory-listing
	r.Static("/assets", "./assets")
	// ok: go-directory-listing
	http.FileServer(http.Dir(config.Root))
}
