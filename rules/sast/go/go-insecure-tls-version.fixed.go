package main

import "crypto/tls"

func configs(config *tls.Config) {
	// ruleid: go-insecure-tls-version
	first := &tls.Config{MinVersion: tls.VersionTLS12}
	// ruleid: go-insecure-tls-version
	config.MinVersion = tls.VersionTLS12
	// ok: go-insecure-tls-version
	second := &tls.Config{MinVersion: tls.VersionTLS12}
	// ok: go-insecure-tls-version
	third := &tls.Config{}
	_, _, _ = first, second, third
}
