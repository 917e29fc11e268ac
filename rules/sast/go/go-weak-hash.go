package main

import (
	"crypto"
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"fmt"
	"hash"
	"io"
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

type sender struct {
	hasher hash.Hash
	seen   hash.Hash
}

func (s *sender) start(r io.Reader, w io.Writer) error {
	// ok: go-weak-hash
	s.hasher = md5.New()
	// ok: go-weak-hash
	of := sha1.New()
	if _, err := io.Copy(of, r); err != nil {
		return err
	}
	// ok: go-weak-hash
	both := md5.New()
	_, err := r.Read(nil)
	out := io.MultiWriter(w, both)
	_ = out
	// ok: go-weak-hash
	tee := sha1.New()
	in := io.TeeReader(r, tee)
	_ = in
	return err
}

func session(user string, w io.Writer) string {
	// ruleid: go-weak-hash
	h := md5.New()
	io.WriteString(h, user)
	return fmt.Sprintf("%x", h.Sum(nil))
}

func makeDeviceUUID(unique string) string {
	// ok: go-weak-hash
	h := md5.New()
	io.WriteString(h, unique)
	return fmt.Sprintf("%x", h.Sum(nil))
}

func request(first []byte, size string, in io.Reader) (url.Values, io.Reader) {
	values := url.Values{
		// ok: go-weak-hash
		"fileMd5ofPre10m": {fmt.Sprintf("%x", md5.Sum(first))},
		"fileSize":        {size},
	}
	// ok: go-weak-hash
	return values, newHashAppendingReader(in, sha1.New())
}
