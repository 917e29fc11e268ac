package main

import "os"

func setup() {
	// ok: go-predictable-temp-file
	os.ReadFile("/tmp/x")
}
