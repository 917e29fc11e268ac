// Package files reads documents from a folder.
package files

import (
	"os"
	"path/filepath"
)

// Folder is where the documents lie.
type Folder struct {
	Root string
}

// Content reads a document.
func (f *Folder) Content(name string) ([]byte, error) {
	return os.ReadFile(f.Root + "/" + name)
}

// ContentInside reads a document of the folder itself.
func (f *Folder) ContentInside(name string) ([]byte, error) {
	return os.ReadFile(filepath.Join(f.Root, filepath.Base(name)))
}
