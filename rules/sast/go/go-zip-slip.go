package main

import (
	"archive/tar"
	"archive/zip"
	"os"
	"path/filepath"
	"strings"
)

func bad(reader *zip.ReadCloser, target string) {
	for _, file := range reader.File {
		path := filepath.Join(target, file.Name)
		// ruleid: go-zip-slip
		out, err := os.Create(path)
		if err != nil {
			return
		}
		out.Close()
	}
}

func badTar(reader *tar.Reader, target string) {
	for {
		header, err := reader.Next()
		if err != nil {
			return
		}
		// ruleid: go-zip-slip
		os.MkdirAll(target+"/"+header.Name, 0o755)
	}
}

func good(reader *zip.ReadCloser, target string) {
	for _, file := range reader.File {
		path := filepath.Join(target, file.Name)
		if !strings.HasPrefix(path, filepath.Clean(target)+"/") {
			return
		}
		// ok: go-zip-slip
		os.Create(path)
	}
}

func goodLocal(reader *zip.ReadCloser, target string) {
	for _, file := range reader.File {
		if !filepath.IsLocal(file.Name) {
			continue
		}
		// ok: go-zip-slip
		os.Create(filepath.Join(target, file.Name))
	}
}

func own(name string) {
	// ok: go-zip-slip
	os.Create(name)
}
