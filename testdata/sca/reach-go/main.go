package main

import (
	"fmt"

	_ "example.org/imported"
	conn "example.org/method"
	parser "example.org/used/v"
	"example.org/whole/sub"
)

// absent.Dangerous() stands in a comment only.
func main() {
	text := "absent.Dangerous() stands in a text only"
	tree, err := parser.Parse(text)
	c := conn.Dial()
	defer c.Close()
	fmt.Println(tree, err, sub.Version)
}
