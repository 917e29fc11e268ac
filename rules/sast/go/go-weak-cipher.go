package main

import (
	"crypto/aes"
	"crypto/des"
	"crypto/rc4"
)

func bad(key []byte) {
	// ruleid: go-weak-cipher
	first, _ := des.NewCipher(key)
	// ruleid: go-weak-cipher
	second, err := des.NewTripleDESCipher(key)
	// ruleid: go-weak-cipher
	third, err := rc4.NewCipher(key)
	_, _, _, _ = first, second, third, err
}

func good(key []byte) {
	// ok: go-weak-cipher
	block, err := aes.NewCipher(key)
	_, _ = block, err
}
