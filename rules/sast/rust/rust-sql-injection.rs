use axum::extract::{Path, Query, State};
use axum::Json;

async fn find(Path(name): Path<String>, State(state): State<App>) -> Json<Vec<User>> {
    let sql = format!("SELECT * FROM users WHERE name = '{}'", name);
    // ruleid: rust-sql-injection
    let rows = sqlx::query(&sql).fetch_all(&state.pool).await.unwrap();
    // ruleid: rust-sql-injection
    let users = sqlx::query_as::<_, User>(&format!("SELECT * FROM users WHERE name = '{}'", name)).fetch_all(&state.pool).await.unwrap();
    let mut text = String::from("DELETE FROM users WHERE name = '");
    text.push_str(&name);
    // ruleid: rust-sql-injection
    state.conn.execute(&text, []).unwrap();
    // ok: rust-sql-injection
    sqlx::query("SELECT * FROM users WHERE name = $1").bind(&name).fetch_all(&state.pool).await.unwrap();
    // ok: rust-sql-injection
    state.conn.execute("DELETE FROM users WHERE name = ?1", [&name]).unwrap();
    let id: i64 = name.parse().unwrap();
    // ok: rust-sql-injection
    sqlx::query(&format!("SELECT * FROM users WHERE id = {}", id)).execute(&state.pool).await.unwrap();
    Json(users)
}

async fn sorted(query: web::Query<Sort>, db: web::Data<Pool>) -> impl Responder {
    let column = query.into_inner().column;
    // ruleid: rust-sql-injection
    let rows = diesel::sql_query(format!("SELECT * FROM t ORDER BY {}", column)).load::<Row>(&mut conn);
    // ruleid: rust-sql-injection
    let statement = diesel::sql_query(format!("SELECT * FROM t ORDER BY {}", column));
    list(&column);
    let known = ["name", "age"];
    if !known.contains(&column.as_str()) {
        return HttpResponse::BadRequest().finish();
    }
    // ok: rust-sql-injection
    let rows = diesel::sql_query(format!("SELECT * FROM t ORDER BY {}", column)).load::<Row>(&mut conn);
    HttpResponse::Ok().finish()
}

fn list(column: &str) {
    // ruleid: rust-sql-injection
    client.simple_query(&("SELECT * FROM t ORDER BY ".to_string() + column)).unwrap();
}

#[get("/users/<name>")]
fn rocket_users(name: String, conn: Db) -> String {
    // ruleid: rust-sql-injection
    let mut statement = conn.prepare(&format!("SELECT * FROM users WHERE name = '{}'", name)).unwrap();
    // ok: rust-sql-injection
    let mut safe = conn.prepare("SELECT * FROM users WHERE name = ?1").unwrap();
    name
}

fn own(table: &str) {
    // ok: rust-sql-injection
    conn.execute(&format!("DROP TABLE {}", table), []).unwrap();
}

async fn inline(Path(name): Path<String>, State(state): State<App>) {
    // ruleid: rust-sql-injection
    sqlx::query(&format!("SELECT * FROM users WHERE name = '{name}'")).execute(&state.pool).await.unwrap();
}
