package main

import (
	crand "crypto/rand"
	"math/rand"
)

func token() string {
	// ruleid: go-insecure-random
	token := rand.Int()
	// ok: go-insecure-random
	crand.Read(b)
}
