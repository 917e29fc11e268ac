#include <pqxx/pqxx>
#include <sqlite3.h>
#include <string>

void find(const httplib::Request &req, sqlite3 *db, pqxx::work &work) {
    auto name = req.get_param_value("name");
    std::string sql = "SELECT * FROM users WHERE name = '" + name + "'";
    // ruleid: cpp-sql-injection
    sqlite3_exec(db, sql.c_str(), nullptr, nullptr, nullptr);
    // ruleid: cpp-sql-injection
    work.exec(sql);
    std::stringstream text;
    text << "DELETE FROM users WHERE name = '" << name << "'";
    // ruleid: cpp-sql-injection
    work.exec(text.str());
    // ruleid: cpp-sql-injection
    statement->executeQuery("SELECT * FROM t WHERE a = '" + name + "'");
    // ok: cpp-sql-injection
    work.exec_params("SELECT * FROM users WHERE name = $1", name);
    // ok: cpp-sql-injection
    work.exec("SELECT * FROM users WHERE name = " + work.quote(name));
    // ok: cpp-sql-injection
    work.exec("SELECT * FROM users WHERE id = " + std::to_string(std::stoi(name)));
    sqlite3_stmt *prepared;
    // ok: cpp-sql-injection
    sqlite3_prepare_v2(db, "SELECT * FROM users WHERE name = ?", -1, &prepared, nullptr);
    sqlite3_bind_text(prepared, 1, name.c_str(), -1, SQLITE_TRANSIENT);
    QSqlQuery query;
    // ruleid: cpp-sql-injection
    query.exec(("SELECT " + name).c_str());
}
