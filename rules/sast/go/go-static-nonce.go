package main

import (
	"crypto/cipher"
	"crypto/rand"
	"io"
)

func bad(aead cipher.AEAD, block cipher.Block, text []byte) []byte {
	nonce := make([]byte, aead.NonceSize())
	// ruleid: go-static-nonce
	first := aead.Seal(nil, nonce, text, nil)
	// ruleid: go-static-nonce
	second := cipher.NewCBCEncrypter(block, []byte("0123456789abcdef"))
	_ = second
	return first
}

func good(aead cipher.AEAD, text []byte) []byte {
	nonce := make([]byte, 12)
	if _, err := io.ReadFull(rand.Reader, nonce); err != nil {
		return nil
	}
	// ok: go-static-nonce
	return aead.Seal(nonce, nonce, text, nil)
}

func goodRead(block cipher.Block) cipher.Stream {
	iv := make([]byte, 16)
	rand.Read(iv)
	// ok: go-static-nonce
	return cipher.NewCTR(block, iv)
}
