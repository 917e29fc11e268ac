fn bad(conn: &Connection, name: &str, table: &str) {
    // ruleid: rust-sql-built-by-formatting
    conn.execute(&format!("DELETE FROM users WHERE name = '{}'", name), []).unwrap();
    // ruleid: rust-sql-built-by-formatting
    let rows = sqlx::query(&format!("SELECT * FROM {}", table)).fetch_all(&pool);
    let text = format!("UPDATE t SET a = '{}'", name);
    // ruleid: rust-sql-built-by-formatting
    conn.execute(&text, []).unwrap();
    // ruleid: rust-sql-built-by-formatting
    diesel::sql_query(format!("SELECT * FROM t WHERE a = '{name}'")).load(&mut c);
}

fn fine(conn: &Connection, name: &str) {
    // ok: rust-sql-built-by-formatting
    conn.execute("DELETE FROM users WHERE name = ?1", [name]).unwrap();
    // ok: rust-sql-built-by-formatting
    let rows = sqlx::query("SELECT * FROM t WHERE a = $1").bind(name).fetch_all(&pool);
    // ok: rust-sql-built-by-formatting
    client.query(&format!("{}/users", base), name);
    // ok: rust-sql-built-by-formatting
    println!("SELECT * FROM {}", name);
}
