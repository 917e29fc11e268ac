package main

import "strconv"

func parse(text string) (int32, uint16, byte) {
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0, 0, 0
	}
	// ruleid: go-integer-truncated
	a := int32(n)
	port, _ := strconv.ParseInt(text, 10, 64)
	// ruleid: go-integer-truncated
	b := uint16(port)
	level, _ := strconv.ParseUint(text, 10, 0)
	// ruleid: go-integer-truncated
	c := byte(level)
	return a, b, c
}

func count(text string) int16 {
	n, _ := strconv.Atoi(text)
	// ruleid: go-integer-truncated
	return int16(n + 1)
}

func safe(text string) uint16 {
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > 65535 {
		return 0
	}
	// ok: go-integer-truncated
	return uint16(n)
}

func sized(text string) int32 {
	n, _ := strconv.ParseInt(text, 10, 32)
	// ok: go-integer-truncated
	return int32(n)
}

func wide(text string) int64 {
	n, _ := strconv.Atoi(text)
	// ok: go-integer-truncated
	return int64(n)
}

func limited(text string) uint8 {
	n, _ := strconv.Atoi(text)
	if n > 100 {
		n = 100
	}
	// ok: go-integer-truncated
	return uint8(n)
}

func masked(text string) byte {
	n, _ := strconv.Atoi(text)
	// ok: go-integer-truncated
	return byte(n & 0xff)
}
