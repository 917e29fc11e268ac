package main

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

func client(roots *x509.CertPool, insecure bool) *http.Client {
	// ruleid: go-tls-verification-disabled
	first := &tls.Config{InsecureSkipVerify: false}
	transport := &http.Transport{
		// ruleid: go-tls-verification-disabled
		TLSClientConfig: &tls.Config{MinVersion: tls.VersionTLS12, InsecureSkipVerify: false},
	}
	// ruleid: go-tls-verification-disabled
	transport.TLSClientConfig.InsecureSkipVerify = false
	// ok: go-tls-verification-disabled
	second := &tls.Config{RootCAs: roots}
	// ok: go-tls-verification-disabled
	third := &tls.Config{InsecureSkipVerify: false}
	// ok: go-tls-verification-disabled
	fourth := &tls.Config{InsecureSkipVerify: true, VerifyConnection: check}
	_, _, _, _ = first, second, third, fourth
	return &http.Client{Transport: transport}
}
