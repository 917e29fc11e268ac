package main

import (
	"crypto/md5"
	"crypto/sha256"
	"io"

	"golang.org/x/crypto/bcrypt"
)

func hash(user *User, password string, body string) {
	// ruleid: go-fast-password-hash
	a := sha256.Sum256([]byte(password))
	// ruleid: go-fast-password-hash
	b := md5.Sum([]byte(user.Salt + user.Password))
	h := md5.New()
	// ruleid: go-fast-password-hash
	io.WriteString(h, password)
	// ruleid: go-fast-password-hash
	c := sha256.Sum256([]byte("salt" + password))
	// ok: go-fast-password-hash
	d, _ := bcrypt.GenerateFromPassword([]byte(password), 12)
	// ok: go-fast-password-hash
	e := sha256.Sum256([]byte(body))
	// ok: go-fast-password-hash
	f := sha256.Sum256([]byte(passwordResetToken))
	// ok: go-fast-password-hash
	io.WriteString(w, password)
	use(a, b, c, d, e, f)
}

func derived(password string, salt []byte) []byte {
	// ok: go-fast-password-hash
	sum := sha256.Sum256([]byte(password))
	return pbkdf2.Key(sum[:], salt, 600000, 32, sha256.New)
}
