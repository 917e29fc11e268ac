package main

import "os"

func write(path string, data []byte, mode os.FileMode) {
	// ruleid: go-world-writable-permissions
	os.Chmod(path, 0777)
	// ruleid: go-world-writable-permissions
	os.WriteFile(path, data, 0o777)
	// ruleid: go-world-writable-permissions
	os.MkdirAll(path, 0o777)
	// ok: go-world-writable-permissions
	os.WriteFile(path, data, 0o600)
	// ok: go-world-writable-permissions
	os.MkdirAll(path, 0755)
	// What os.Create gives.
	// ok: go-world-writable-permissions
	os.WriteFile(path, data, 0o666)
	// ok: go-world-writable-permissions
	os.OpenFile(path, os.O_CREATE, 0666)
	// ruleid: go-world-writable-permissions
	os.Chmod(path, 0o666)
	// ok: go-world-writable-permissions
	os.Chmod(path, mode)
}
