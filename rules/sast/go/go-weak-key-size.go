package main

import (
	"crypto/rand"
	"crypto/rsa"
)

const short = 1024

func keys(bits int) {
	// ruleid: go-weak-key-size
	first, err := rsa.GenerateKey(rand.Reader, 1024)
	// ruleid: go-weak-key-size
	second, err := rsa.GenerateKey(rand.Reader, short)
	// ok: go-weak-key-size
	third, err := rsa.GenerateKey(rand.Reader, 3072)
	// ok: go-weak-key-size
	fourth, err := rsa.GenerateKey(rand.Reader, bits)
	_, _, _, _, _ = first, second, third, fourth, err
}
