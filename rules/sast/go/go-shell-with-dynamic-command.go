package main

import (
	"context"
	"fmt"
	"os/exec"
)

func run(ctx context.Context, file string, width int) {
	// ruleid: go-shell-with-dynamic-command
	exec.Command("sh", "-c", "convert "+file+" out.png").Run()
	// ruleid: go-shell-with-dynamic-command
	exec.Command("/bin/bash", "-c", fmt.Sprintf("tar xf %s -C %s", file, "/tmp")).Run()
	// ruleid: go-shell-with-dynamic-command
	exec.CommandContext(ctx, "bash", "-lc", "cat "+file).Output()
	// ruleid: go-shell-with-dynamic-command
	exec.Command("cmd", "/C", "type "+file).Run()
	// ok: go-shell-with-dynamic-command
	exec.Command("convert", file, "out.png").Run()
	// ok: go-shell-with-dynamic-command
	exec.Command("sh", "-c", "ls "+"/tmp").Run()
	// ok: go-shell-with-dynamic-command
	exec.Command("sh", "-c", script).Run()
	// ok: go-shell-with-dynamic-command
	exec.Command("echo", "-c", "a"+file).Run()
	// ok: go-shell-with-dynamic-command
	exec.Command("sh", "-c", "df -h | tail -1").Run()
}
