package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
)

func store(password string) string {
	// ruleid: go-weak-hash
	sum := md5.Sum([]byte(password))
	// ruleid: go-weak-hash
	h := sha1.New()
	h.Write([]byte(password))
	// ruleid: go-weak-hash
	other := crypto.MD5.New()
	_ = other
	return fmt.Sprintf("%x %x", sum, h.Sum(nil))
}

func good(data []byte) [32]byte {
	// ok: go-weak-hash
	mac := hmac.New(sha256.New, data)
	mac.Write(data)
	// ok: go-weak-hash
	return sha256.Sum256(data)
}

func sums(data []byte, password string) string {
	// ok: go-weak-hash
	contentMD5 := md5.Sum(data)
	// ruleid: go-weak-hash
	md5sum := md5.Sum([]byte(password))
	_ = md5sum
	return fmt.Sprintf("%x", contentMD5)
}

func writeChunk(data []byte) {
	// ok: go-weak-hash
	h := md5.New()
	h.Write(data)
}
