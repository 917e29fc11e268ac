package main

import (
	"crypto/rand"
	"encoding/hex"
	mathrand "math/rand"
	"strconv"
)

func weakToken() string {
	// ruleid: go-insecure-random
	token := strconv.Itoa(mathrand.Int())
	return token
}

func strongToken() string {
	token := make([]byte, 16)
	// ok: go-insecure-random
	rand.Read(token)
	return hex.EncodeToString(token)
}
