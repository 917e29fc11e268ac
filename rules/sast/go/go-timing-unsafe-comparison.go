package main

import (
	"bytes"
	"crypto/hmac"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/hex"
)

func verify(key, body, given []byte, text string) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write(body)
	sum := mac.Sum(nil)
	// ruleid: go-timing-unsafe-comparison
	if bytes.Equal(sum, given) {
		return true
	}
	// ruleid: go-timing-unsafe-comparison
	if hex.EncodeToString(mac.Sum(nil)) == text {
		return true
	}
	expected := "sha256=" + hex.EncodeToString(sum)
	// ruleid: go-timing-unsafe-comparison
	if text != expected {
		return false
	}
	// ruleid: go-timing-unsafe-comparison
	if bytes.Compare(given, sum) == 0 {
		return true
	}
	// ok: go-timing-unsafe-comparison
	if len(sum) != len(given) {
		return false
	}
	// ok: go-timing-unsafe-comparison
	if hmac.Equal(sum, given) {
		return true
	}
	// ok: go-timing-unsafe-comparison
	if subtle.ConstantTimeCompare(sum, given) == 1 {
		return true
	}
	// ok: go-timing-unsafe-comparison
	return bytes.Equal(body, given)
}

func etag(body, given []byte) bool {
	sum := sha256.Sum256(body)
	// ok: go-timing-unsafe-comparison
	return bytes.Equal(sum[:], given)
}

func open(key, data []byte) bool {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("purpose"))
	plain, err := sio.DecryptBuffer(nil, data, sio.Config{Key: mac.Sum(nil)})
	if err != nil {
		return false
	}
	// ok: go-timing-unsafe-comparison
	return string(plain) == "ready"
}

func ask(key []byte) bool {
	mac := hmac.New(sha256.New, key)
	sig := hex.EncodeToString(mac.Sum(nil))
	req, _ := http.NewRequest("GET", "https://a/?s="+sig, nil)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return false
	}
	// ok: go-timing-unsafe-comparison
	return resp.StatusCode == http.StatusOK
}
