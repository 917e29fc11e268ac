package main

import (
	"crypto/aes"
	"crypto/hmac"
	"crypto/sha256"
	"os"
)

var key = []byte("sixteen byte key")

func bad(token *Token) {
	// ruleid: go-hardcoded-encryption-key
	first, _ := aes.NewCipher([]byte("sixteen byte key"))
	// ruleid: go-hardcoded-encryption-key
	second := hmac.New(sha256.New, key)
	// ruleid: go-hardcoded-encryption-key
	text, _ := token.SignedString([]byte("signing key"))
	_, _, _ = first, second, text
}

func good(given []byte) {
	// ok: go-hardcoded-encryption-key
	first, _ := aes.NewCipher(given)
	// ok: go-hardcoded-encryption-key
	second := hmac.New(sha256.New, []byte(os.Getenv("KEY")))
	_, _ = first, second
}
