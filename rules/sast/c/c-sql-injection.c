#include <mysql/mysql.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int run(sqlite3 *db, const char *sql)
{
    // ruleid: c-sql-injection
    return sqlite3_exec(db, sql, NULL, NULL, NULL);
}

int main(int argc, char **argv)
{
    sqlite3 *db = open_it();
    MYSQL *my = connect_it();
    char sql[512], name[64];
    snprintf(sql, sizeof(sql), "SELECT * FROM users WHERE name = '%s'", argv[1]);
    // ruleid: c-sql-injection
    sqlite3_exec(db, sql, NULL, NULL, NULL);
    run(db, sql);
    fgets(name, sizeof name, stdin);
    strcpy(sql, "DELETE FROM users WHERE name = '");
    strcat(sql, name);
    strcat(sql, "'");
    // ruleid: c-sql-injection
    if (mysql_query(my, sql) != 0)
        return 1;
    char *query = NULL;
    asprintf(&query, "SELECT * FROM t WHERE q = '%s'", getenv("QUERY_STRING"));
    // ruleid: c-sql-injection
    PGresult *result = PQexec(pg, query);
    // ruleid: c-sql-injection
    mysql_real_query(my, argv[2], strlen(argv[2]));

    sqlite3_stmt *statement;
    // ok: c-sql-injection
    sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &statement, NULL);
    sqlite3_bind_text(statement, 1, argv[1], -1, SQLITE_STATIC);
    char other[128];
    snprintf(other, sizeof(other), "SELECT * FROM users WHERE id = %d", atoi(argv[1]));
    // ok: c-sql-injection
    sqlite3_exec(db, other, NULL, NULL, NULL);
    const char *values[1] = {argv[1]};
    // ok: c-sql-injection
    PQexecParams(pg, "SELECT * FROM t WHERE a = $1", 1, NULL, values, NULL, NULL, 0);
    // ok: c-sql-injection
    mysql_query(my, "SELECT 1");
    char *safe = sqlite3_mprintf("SELECT * FROM t WHERE a = %Q", argv[1]);
    // ok: c-sql-injection
    sqlite3_exec(db, safe, NULL, NULL, NULL);
    return 0;
}
