package main

import (
	"fmt"
	"math/rand"
)

func newToken() string {
	out := make([]byte, 16)
	for i := range out {
		// ruleid: go-insecure-random
		out[i] = alphabet[rand.Intn(len(alphabet))]
	}
	return string(out)
}

func reset(user *User) {
	// ruleid: go-insecure-random
	sessionID := fmt.Sprint(rand.Int63())
	// ruleid: go-insecure-random
	user.ResetToken = fmt.Sprintf("%d", rand.Uint64())
	// ok: go-insecure-random
	user.Colour = colours[rand.Intn(3)]
	_ = sessionID
}

func jitter() float64 {
	// ok: go-insecure-random
	return rand.Float64() * 100
}
