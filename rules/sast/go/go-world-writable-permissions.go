package main

import "os"

func write(path string, data []byte, mode os.FileMode) {
	// ruleid: go-world-writable-permissions
	os.Chmod(path, 0777)
	// ruleid: go-world-writable-permissions
	os.WriteFile(path, data, 0o666)
	// ruleid: go-world-writable-permissions
	os.MkdirAll(path, 0o777)
	// ok: go-world-writable-permissions
	os.WriteFile(path, data, 0o600)
	// ok: go-world-writable-permissions
	os.MkdirAll(path, 0755)
	// ok: go-world-writable-permissions
	os.Chmod(path, mode)
}
