package main

import "fmt"

func find(db *sql.DB, name, column string) {
	// ruleid: go-sql-built-by-formatting
	db.Query(fmt.Sprintf("SELECT * FROM users WHERE name = '%s'", name))
	// ruleid: go-sql-built-by-formatting
	db.QueryRowContext(ctx, "SELECT id FROM users WHERE name = '"+name+"'")
	// ruleid: go-sql-built-by-formatting
	db.Exec("delete from users where name = " + name)
	// ruleid: go-sql-built-by-formatting
	db.Raw(fmt.Sprintf(`select %v from users`, column)).Scan(&x)
	// ok: go-sql-built-by-formatting
	db.Query("SELECT * FROM users WHERE name = ?", name)
	// ok: go-sql-built-by-formatting
	db.Query(fmt.Sprintf("SELECT * FROM users LIMIT %d", 10))
	// ok: go-sql-built-by-formatting
	db.Exec("SELECT * " + "FROM users")
	// ok: go-sql-built-by-formatting
	log.Query(fmt.Sprintf("found %s", name))
	// ok: go-sql-built-by-formatting
	db.Exec(schema)
}
