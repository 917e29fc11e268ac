package main

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"
)

func login(w http.ResponseWriter, r *http.Request) {
	next := r.URL.Query().Get("next")
	if next == "" {
		next = "/"
	}
	// ruleid: go-open-redirect
	http.Redirect(w, r, next, http.StatusFound)
	// ruleid: go-open-redirect
	w.Header().Set("Location", "https://"+r.FormValue("site"))
}

func out(c *gin.Context) {
	// ruleid: go-open-redirect
	c.Redirect(302, c.Query("url"))
}

func safe(w http.ResponseWriter, r *http.Request) {
	// ok: go-open-redirect
	http.Redirect(w, r, "/users/"+r.FormValue("id"), http.StatusFound)
	// ok: go-open-redirect
	http.Redirect(w, r, fmt.Sprintf("/items/%s", r.FormValue("id")), http.StatusFound)
	// ok: go-open-redirect
	http.Redirect(w, r, "https://"+canonical+r.URL.Path, http.StatusMovedPermanently)
	// ok: go-open-redirect
	http.Redirect(w, r, "/login?next="+url.QueryEscape(r.RequestURI), http.StatusFound)
	next := r.FormValue("next")
	if !isLocal(next) {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go-open-redirect
	http.Redirect(w, r, next, http.StatusFound)
}

func slash(w http.ResponseWriter, r *http.Request) {
	target := path.Base(r.URL.Path) + "/"
	if r.URL.RawQuery != "" {
		target += "?" + r.URL.RawQuery
	}
	// ok: go-open-redirect
	http.Redirect(w, r, target, http.StatusFound)
}

func query(w http.ResponseWriter, r *http.Request, own string) {
	u, _ := url.Parse(own)
	u.RawQuery = r.URL.RawQuery
	// ok: go-open-redirect
	http.Redirect(w, r, u.String(), http.StatusFound)
	u.Host = r.FormValue("host")
	// ruleid: go-open-redirect
	http.Redirect(w, r, u.String(), http.StatusFound)
}
