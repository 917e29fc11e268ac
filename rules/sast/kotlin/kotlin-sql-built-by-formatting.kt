fun bad(statement: Statement, jdbc: JdbcTemplate, name: String, table: String) {
    // ruleid: kotlin-sql-built-by-formatting
    statement.executeQuery("SELECT * FROM users WHERE name = '$name'")
    // ruleid: kotlin-sql-built-by-formatting
    jdbc.update("DELETE FROM $table")
    // ruleid: kotlin-sql-built-by-formatting
    statement.executeUpdate("UPDATE users SET name = '${name.trim()}'")
    // ruleid: kotlin-sql-built-by-formatting
    statement.executeQuery("SELECT * FROM users WHERE name = '" + name + "'")
}

fun fine(statement: PreparedStatement, jdbc: JdbcTemplate, name: String) {
    // ok: kotlin-sql-built-by-formatting
    statement.executeQuery()
    // ok: kotlin-sql-built-by-formatting
    jdbc.update("DELETE FROM users WHERE name = ?", name)
    // ok: kotlin-sql-built-by-formatting
    log.update("Selected $name")
    // ok: kotlin-sql-built-by-formatting
    statement.executeQuery("SELECT * FROM users")
}
