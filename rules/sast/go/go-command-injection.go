package main

import (
	"fmt"
	"net/http"
	"os/exec"
	"regexp"
	"strconv"

	"github.com/gin-gonic/gin"
)

var tools = map[string]string{"ping": "/bin/ping"}
var hostName = regexp.MustCompile(`^[a-z0-9.-]+$`)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: go-command-injection
	out, err := exec.Command("sh", "-c", "ping -c 1 "+host).Output()
	if err != nil {
		return
	}
	w.Write(out)
	command := fmt.Sprintf("nslookup %s", r.FormValue("name"))
	// ruleid: go-command-injection
	exec.CommandContext(r.Context(), "/bin/bash", "-c", command).Run()
	// ruleid: go-command-injection
	exec.Command(r.FormValue("tool"), "--version").Run()
}

func ginRun(c *gin.Context) {
	for _, name := range c.QueryArray("names") {
		if name != "" {
			// ruleid: go-command-injection
			exec.Command("bash", "-c", "useradd "+name).Start()
		}
	}
}

func safe(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ok: go-command-injection
	exec.Command("ping", "-c", "1", host).Run()
	count, _ := strconv.Atoi(r.FormValue("count"))
	// ok: go-command-injection
	exec.Command("sh", "-c", fmt.Sprintf("ping -c %d example.org", count)).Run()
	// ok: go-command-injection
	exec.Command(tools[host], "example.org").Run()
	if !hostName.MatchString(host) {
		http.Error(w, "bad", 400)
		return
	}
	// ok: go-command-injection
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
}

func backup(folder string) {
	// ok: go-command-injection
	exec.Command("sh", "-c", "tar czf "+folder).Run()
}

// Across functions of the file.

func run(line string) error {
	// ruleid: go-command-injection
	return exec.Command("sh", "-c", line).Run()
}

func through(w http.ResponseWriter, r *http.Request) {
	run("whois " + r.FormValue("domain"))
}
