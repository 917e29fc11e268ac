package main

import "net/http"

func login(w http.ResponseWriter, r *http.Request) {
	// ruleid: go-cookie-samesite-none
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Secure: true, SameSite: http.SameSiteNoneMode})
	// ok: go-cookie-samesite-none
	http.SetCookie(w, &http.Cookie{Name: "id", Value: "1", Secure: true, SameSite: http.SameSiteLaxMode})
	cookie := &http.Cookie{Name: "id", Value: "1", Secure: true}
	// ruleid: go-cookie-samesite-none
	cookie.SameSite = http.SameSiteNoneMode
	// ok: go-cookie-samesite-none
	cookie.SameSite = http.SameSiteStrictMode
	http.SetCookie(w, cookie)
}

func other(c *gin.Context) {
	// ruleid: go-cookie-samesite-none
	c.SetSameSite(http.SameSiteNoneMode)
	// ok: go-cookie-samesite-none
	c.SetSameSite(http.SameSiteLaxMode)
	// ruleid: go-cookie-samesite-none
	store.Options(sessions.Options{Path: "/", SameSite: http.SameSiteNoneMode})
	// ok: go-cookie-samesite-none
	store.Options(sessions.Options{Path: "/", SameSite: http.SameSiteStrictMode})
}
