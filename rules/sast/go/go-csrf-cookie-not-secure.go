package main

import "github.com/gorilla/csrf"

func protect() {
	// ruleid: go-csrf-cookie-not-secure
	a := csrf.Protect(key, csrf.Secure(false))
	// ruleid: go-csrf-cookie-not-secure
	b := csrf.Protect(key, csrf.Path("/"), csrf.HttpOnly(false))
	// ruleid: go-csrf-cookie-not-secure
	c := []csrf.Option{csrf.SameSite(csrf.SameSiteNoneMode)}
	// ruleid: go-csrf-cookie-not-secure
	c = append(c, csrf.Secure(false))
	// ok: go-csrf-cookie-not-secure
	d := csrf.Protect(key)
	// ok: go-csrf-cookie-not-secure
	e := csrf.Protect(key, csrf.Secure(true))
	// ok: go-csrf-cookie-not-secure
	f := csrf.Protect(key, csrf.Secure(!development))
	// ok: go-csrf-cookie-not-secure
	g := csrf.SameSite(csrf.SameSiteStrictMode)
	use(a, b, c, d, e, f, g)
}
