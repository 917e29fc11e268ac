package main

import (
	"net"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func configs() {
	first := &ssh.ClientConfig{
		User: "a",
		// ruleid: go-ssh-host-key-ignored
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
	// ruleid: go-ssh-host-key-ignored
	second := &ssh.ClientConfig{
		HostKeyCallback: func(host string, remote net.Addr, key ssh.PublicKey) error { return nil },
	}
	callback, _ := knownhosts.New("known_hosts")
	// ok: go-ssh-host-key-ignored
	third := &ssh.ClientConfig{HostKeyCallback: callback}
	_, _, _ = first, second, third
}
