// Package jobs runs other programs and makes tokens.
package jobs

import (
	"crypto/md5"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	mathrand "math/rand"
	"os/exec"
	"strconv"
)

var formats = map[string]bool{"pdf": true, "png": true}

// Runner runs converters.
type Runner struct{}

// Convert converts all documents to a format.
func (*Runner) Convert(format string) error {
	return exec.Command("sh", "-c", "convert-all --to "+format).Run()
}

// ConvertSafely converts all documents to a format that we know.
func (*Runner) ConvertSafely(format string) error {
	if !formats[format] {
		return errors.New("no such format")
	}
	return exec.Command("convert-all", "--to", format).Run()
}

// Token makes a token that can be guessed.
func Token() string {
	token := strconv.Itoa(mathrand.Int())
	return token
}

// StrongToken makes one that cannot.
func StrongToken() (string, error) {
	bytes := make([]byte, 16)
	if _, err := rand.Read(bytes); err != nil {
		return "", err
	}
	return hex.EncodeToString(bytes), nil
}

// Mark is a weak fingerprint, StrongMark a good one.
func Mark(data []byte) string {
	sum := md5.Sum(data)
	return hex.EncodeToString(sum[:])
}

// StrongMark is a fingerprint.
func StrongMark(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
