#include <sqlite3.h>
#include <stdio.h>

void bad(sqlite3 *db, MYSQL *my, const char *name, const char *table)
{
    char sql[256];
    char *made;
    // ruleid: c-sql-built-by-formatting
    snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = '%s'", name);
    sqlite3_exec(db, sql, NULL, NULL, NULL);
    // ruleid: c-sql-built-by-formatting
    sprintf(sql, "DELETE FROM %s", table);
    mysql_query(my, sql);
    // ruleid: c-sql-built-by-formatting
    asprintf(&made, "insert into t values ('%s')", name);
    mysql_query(my, made);
    // ruleid: c-sql-built-by-formatting
    snprintf(sql, sizeof sql, "UPDATE t SET a = '%s' WHERE id = %d", name, 3);
    run(db, sql);
}

void fine(sqlite3 *db, const char *name)
{
    char sql[256];
    // ok: c-sql-built-by-formatting
    snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE id = %d", 12);
    // ok: c-sql-built-by-formatting
    snprintf(sql, sizeof(sql), "Select a file: %s", name);
    // ok: c-sql-built-by-formatting
    printf("SELECT * FROM users WHERE name = '%s'", name);
    // ok: c-sql-built-by-formatting
    snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = ?");
    // ok: c-sql-built-by-formatting
    char *safe = sqlite3_mprintf("SELECT * FROM users WHERE name = %Q", name);
}
