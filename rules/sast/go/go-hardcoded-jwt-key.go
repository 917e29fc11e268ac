package main

import (
	"os"

	"github.com/golang-jwt/jwt/v5"
	"github.com/gorilla/sessions"
)

// ruleid: go-hardcoded-jwt-key
var store = sessions.NewCookieStore([]byte("correct-horse-battery"))

// ok: go-hardcoded-jwt-key
var safe = sessions.NewCookieStore([]byte(os.Getenv("SESSION_KEY")))

const key = "whisper-loudly"

func sign(claims jwt.Claims) (string, error) {
	token := jwt.NewWithClaims(jwt.SigningMethodHS256, claims)
	// ruleid: go-hardcoded-jwt-key
	return token.SignedString([]byte("correct-horse"))
}

func signConstant(token *jwt.Token) (string, error) {
	// ruleid: go-hardcoded-jwt-key
	return token.SignedString([]byte(key))
}

func parse(text string) {
	// ruleid: go-hardcoded-jwt-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return []byte("correct-horse"), nil
	})
	// ok: go-hardcoded-jwt-key
	jwt.Parse(text, func(token *jwt.Token) (interface{}, error) {
		return publicKey, nil
	})
}

func middlewares() {
	// ruleid: go-hardcoded-jwt-key
	a := &jwt.GinJWTMiddleware{Realm: "x", Key: []byte("open-sesame")}
	// ok: go-hardcoded-jwt-key
	b := &jwt.GinJWTMiddleware{Realm: "x", Key: config.Key}
	// ok: go-hardcoded-jwt-key
	c := token.SignedString(config.Key)
	use(a, b, c)
}
