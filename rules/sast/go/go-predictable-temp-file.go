package main

import (
	"os"
	"path/filepath"
)

func write(data []byte) {
	// ruleid: go-predictable-temp-file
	os.WriteFile("/tmp/report.txt", data, 0o600)
	// ruleid: go-predictable-temp-file
	f, _ := os.Create("/var/tmp/app.log")
	// ruleid: go-predictable-temp-file
	g, _ := os.OpenFile("/tmp/app.pid", os.O_CREATE|os.O_WRONLY, 0o644)
	// ruleid: go-predictable-temp-file
	h, _ := os.Create(filepath.Join(os.TempDir(), "app.sock"))
	// ok: go-predictable-temp-file
	i, _ := os.CreateTemp("", "report-*.txt")
	// ok: go-predictable-temp-file
	os.WriteFile("/var/lib/app/report.txt", data, 0o600)
	// ok: go-predictable-temp-file
	j, _ := os.OpenFile("/tmp/input.txt", os.O_RDONLY, 0)
	// ok: go-predictable-temp-file
	k, _ := os.Create(filepath.Join(dir, "app.sock"))
	use(f, g, h, i, j, k)
}
