package main

import (
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"net/http"
)

func encoded(w http.ResponseWriter, r *http.Request, db *sql.DB) {
	name := r.URL.Query().Get("name")
	text := hex.EncodeToString([]byte(name))
	// ok: go-sql-injection
	db.Query("SELECT * FROM t WHERE k = '" + text + "'")
	back, _ := hex.DecodeString(text)
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM t WHERE k = '" + string(back) + "'")
	// ok: go-sql-injection
	db.Query("SELECT * FROM t WHERE k = '" + base64.StdEncoding.EncodeToString([]byte(name)) + "'")
	given, _ := base64.URLEncoding.DecodeString(r.Header.Get("X-Name"))
	// ruleid: go-sql-injection
	db.Query("SELECT * FROM t WHERE k = '" + string(given) + "'")
}
