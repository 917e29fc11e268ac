package main

import "github.com/golang-jwt/jwt/v5"

func bad(text string) {
	// ruleid: go-jwt-verification-disabled
	first, _, err := jwt.NewParser().ParseUnverified(text, jwt.MapClaims{})
	// ruleid: go-jwt-verification-disabled
	second := jwt.NewWithClaims(jwt.SigningMethodNone, jwt.MapClaims{})
	// ruleid: go-jwt-verification-disabled
	third, err := second.SignedString(jwt.UnsafeAllowNoneSignatureType)
	_, _, _, _ = first, second, third, err
}

func good(text string, key []byte) {
	// ok: go-jwt-verification-disabled
	first, err := jwt.Parse(text, func(t *jwt.Token) (any, error) { return key, nil }, jwt.WithValidMethods([]string{"HS256"}))
	// ok: go-jwt-verification-disabled
	second := jwt.NewWithClaims(jwt.SigningMethodHS256, jwt.MapClaims{})
	_, _, _ = first, second, err
}
