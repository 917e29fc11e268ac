package main

import (
	"fmt"
	"net/http"
	"slices"

	"github.com/gin-gonic/gin"
)

var hosts = []string{"api.example.org"}

func fetch(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	// ruleid: go-ssrf
	response, err := http.Get(target)
	if err != nil {
		return
	}
	defer response.Body.Close()
	address := fmt.Sprintf("http://%s:8080/status", r.FormValue("host"))
	// ruleid: go-ssrf
	request, err := http.NewRequestWithContext(r.Context(), http.MethodGet, address, nil)
	client := &http.Client{}
	client.Do(request)
	// ruleid: go-ssrf
	client.Get("https://" + r.Header.Get("X-Host"))
}

func hook(c *gin.Context) {
	// ruleid: go-ssrf
	http.Post(c.PostForm("callback"), "application/json", nil)
}

func safe(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	// ok: go-ssrf
	http.Get("https://api.example.org/users/" + id)
	// ok: go-ssrf
	http.Get(fmt.Sprintf("https://api.example.org/items/%s", id))
	host := r.FormValue("host")
	if !slices.Contains(hosts, host) {
		return
	}
	// ok: go-ssrf
	http.Get("https://" + host)
	// ok: go-ssrf
	cache.Get(id)
}

// Across functions of the file.

func load(url string) (*http.Response, error) {
	// ruleid: go-ssrf
	return http.Get(url)
}

func through(w http.ResponseWriter, r *http.Request) {
	load(r.FormValue("feed"))
}
func proxy(w http.ResponseWriter, r *http.Request) {
	target, _ := url.Parse(r.FormValue("target"))
	// ruleid: go-ssrf
	httputil.NewSingleHostReverseProxy(target).ServeHTTP(w, r)
	own, _ := url.Parse("http://127.0.0.1:9000")
	// ok: go-ssrf
	httputil.NewSingleHostReverseProxy(own).ServeHTTP(w, r)
}

func answered(w http.ResponseWriter, r *http.Request, back http.Handler) {
	// ok: go-ssrf
	req, err := http.NewRequest(http.MethodGet, "http://"+r.Host+"/err", nil)
	if err != nil {
		return
	}
	back.ServeHTTP(w, req)
}

func sent(r *http.Request, client *http.Client) {
	// ruleid: go-ssrf
	req, err := http.NewRequest(http.MethodGet, "http://"+r.Host+"/err", nil)
	if err != nil {
		return
	}
	client.Do(req)
}

func query(r *http.Request, own string) {
	u, _ := url.Parse(own)
	u.RawQuery = r.URL.RawQuery
	// ok: go-ssrf
	http.Get(u.String())
	u.Host = r.FormValue("host")
	// ruleid: go-ssrf
	http.Get(u.String())
}

// A request of this package, which it sends.
type Request struct {
	URL string
}

func send(r *Request) {
	// ok: go-ssrf
	http.Get(r.URL)
}
