package store

import (
	"database/sql"
	"fmt"
	"os"
)

func open() {
	// ruleid: go-hardcoded-connection-password
	sql.Open("mysql", "shop:battery9@tcp(127.0.0.1:3306)/shop")
	// ruleid: go-hardcoded-connection-password
	sql.Open("postgres", "postgres://shop:battery9@db/shop?sslmode=disable")
	// ruleid: go-hardcoded-connection-password
	sql.Open("postgres", "host=db user=shop password=battery9 dbname=shop")
	// ruleid: go-hardcoded-connection-password
	gorm.Open(mysql.Open("shop:battery9@tcp(db:3306)/shop"), &gorm.Config{})
	// ok: go-hardcoded-connection-password
	sql.Open("mysql", os.Getenv("DATABASE_URL"))
	// ok: go-hardcoded-connection-password
	sql.Open("sqlite3", "file:shop.db?cache=shared")
	// ok: go-hardcoded-connection-password
	sql.Open("mysql", fmt.Sprintf("shop:%s@tcp(db:3306)/shop", os.Getenv("PASSWORD")))
	// ok: go-hardcoded-connection-password
	sql.Open("postgres", "host=db user=shop dbname=shop")
}
