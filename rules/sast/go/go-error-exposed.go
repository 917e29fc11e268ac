package main

import (
	"log"
	"net/http"
	"runtime/debug"
)

func list(w http.ResponseWriter, r *http.Request) {
	rows, err := db.Query("SELECT 1")
	if err != nil {
		// ruleid: go-error-exposed
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	if rows == nil {
		// ruleid: go-error-exposed
		http.Error(w, "query: "+err.Error(), 500)
	}
	defer func() {
		if recover() != nil {
			// ruleid: go-error-exposed
			w.Write(debug.Stack())
		}
	}()
}

func ginHandler(c *gin.Context) {
	if err := work(); err != nil {
		// ruleid: go-error-exposed
		c.JSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		// ruleid: go-error-exposed
		c.AbortWithStatusJSON(http.StatusInternalServerError, gin.H{"error": err.Error()})
		return
	}
	if err := bind(c); err != nil {
		// ok: go-error-exposed
		c.JSON(http.StatusBadRequest, gin.H{"error": err.Error()})
	}
}

func quiet(w http.ResponseWriter, r *http.Request) {
	if err := work(); err != nil {
		log.Print(err)
		// ok: go-error-exposed
		http.Error(w, "internal error", http.StatusInternalServerError)
		// ok: go-error-exposed
		http.Error(w, http.StatusText(500), 500)
	}
}
