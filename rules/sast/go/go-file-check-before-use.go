package main

import (
	"errors"
	"os"
)

func once(path string, data []byte) error {
	if _, err := os.Stat(path); os.IsNotExist(err) {
		// ruleid: go-file-check-before-use
		return os.WriteFile(path, data, 0o600)
	}
	return nil
}

func create(path string) (*os.File, error) {
	if _, err := os.Stat(path); errors.Is(err, os.ErrNotExist) {
		// ruleid: go-file-check-before-use
		file, err := os.Create(path)
		return file, err
	}
	return nil, nil
}

func remove(path string) {
	if _, err := os.Stat(path); err == nil {
		for i := 0; i < 3; i++ {
			// ruleid: go-file-check-before-use
			os.Remove(path)
		}
	}
}

func apart(path string) error {
	_, err := os.Stat(path)
	if os.IsNotExist(err) {
		// ruleid: go-file-check-before-use
		_, err = os.Create(path)
	}
	return err
}

func link(path string) error {
	info, err := os.Lstat(path)
	if err != nil {
		return err
	}
	if info.Mode()&os.ModeSymlink == 0 {
		// ruleid: go-file-check-before-use
		return os.Chmod(path, 0o600)
	}
	return nil
}

func exclusive(path string) error {
	if _, err := os.Stat(path); os.IsNotExist(err) {
		// ok: go-file-check-before-use
		_, err = os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
		return err
	}
	return nil
}

func other(path, target string) {
	if _, err := os.Stat(path); err == nil {
		// ok: go-file-check-before-use
		os.Remove(target)
	}
}

func folder(path string) error {
	if _, err := os.Stat(path); os.IsNotExist(err) {
		// ok: go-file-check-before-use
		return os.MkdirAll(path, 0o700)
	}
	return nil
}

func atOnce(path string) error {
	// ok: go-file-check-before-use
	err := os.Remove(path)
	if os.IsNotExist(err) {
		return nil
	}
	return err
}
