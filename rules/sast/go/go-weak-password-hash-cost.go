package main

import (
	"crypto/sha256"

	"golang.org/x/crypto/bcrypt"
	"golang.org/x/crypto/pbkdf2"
	"golang.org/x/crypto/scrypt"
)

const cost = 6

func hash(password, salt []byte) {
	// ruleid: go-weak-password-hash-cost
	bcrypt.GenerateFromPassword(password, 4)
	// ruleid: go-weak-password-hash-cost
	bcrypt.GenerateFromPassword(password, bcrypt.MinCost)
	// ruleid: go-weak-password-hash-cost
	pbkdf2.Key(password, salt, 4096, 32, sha256.New)
	// ruleid: go-weak-password-hash-cost
	bcrypt.GenerateFromPassword(password, cost)
	// ruleid: go-weak-password-hash-cost
	scrypt.Key(password, salt, 1024, 8, 1, 32)
	// ok: go-weak-password-hash-cost
	bcrypt.GenerateFromPassword(password, bcrypt.DefaultCost)
	// ok: go-weak-password-hash-cost
	bcrypt.GenerateFromPassword(password, 14)
	// ok: go-weak-password-hash-cost
	pbkdf2.Key(password, salt, 310000, 32, sha256.New)
	// ok: go-weak-password-hash-cost
	scrypt.Key(password, salt, 32768, 8, 1, 32)
}
