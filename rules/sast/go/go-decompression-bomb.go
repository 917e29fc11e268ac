package main

import (
	"compress/gzip"
	"compress/zlib"
	"encoding/json"
	"io"
	"net/http"
)

func upload(w http.ResponseWriter, r *http.Request) {
	reader, err := gzip.NewReader(r.Body)
	if err != nil {
		return
	}
	// ruleid: go-decompression-bomb
	io.Copy(file, reader)
}

func read(w http.ResponseWriter, r *http.Request) {
	z, _ := zlib.NewReader(r.Body)
	defer z.Close()
	// ruleid: go-decompression-bomb
	data, _ := io.ReadAll(z)
	w.Write(data)
}

func decode(w http.ResponseWriter, r *http.Request) {
	gz, _ := gzip.NewReader(r.Body)
	// ruleid: go-decompression-bomb
	json.NewDecoder(gz).Decode(&value)
}

func bind(c *gin.Context) {
	gz, _ := gzip.NewReader(c.Request.Body)
	// ruleid: go-decompression-bomb
	buffer.ReadFrom(gz)
}

func limited(w http.ResponseWriter, r *http.Request) {
	gz, _ := gzip.NewReader(r.Body)
	// ok: go-decompression-bomb
	io.Copy(file, io.LimitReader(gz, 1<<20))
}

func bounded(w http.ResponseWriter, r *http.Request) {
	gz, _ := gzip.NewReader(r.Body)
	limit := io.LimitReader(gz, 1<<20)
	// ok: go-decompression-bomb
	data, _ := io.ReadAll(limit)
	w.Write(data)
}

func plain(w http.ResponseWriter, r *http.Request) {
	// ok: go-decompression-bomb
	io.Copy(file, r.Body)
}

func own(name string) {
	gz, _ := gzip.NewReader(open(name))
	// ok: go-decompression-bomb
	io.Copy(file, gz)
}
