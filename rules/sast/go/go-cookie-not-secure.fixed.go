package main

import (
	"net/http"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1"})
	// ruleid: go-cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", HttpOnly: true})
	// ruleid: go-cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Secure: true, HttpOnly: true})
	// ok: go-cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Secure: true, HttpOnly: true})
	// ok: go-cookie-not-secure
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "", MaxAge: -1})
}

func ginLogin(c *gin.Context) {
	// ruleid: go-cookie-not-secure
	c.SetCookie("id", "1", 3600, "/", "example.org", false, true)
	// ok: go-cookie-not-secure
	c.SetCookie("id", "1", 3600, "/", "example.org", true, true)
}
