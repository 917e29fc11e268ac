async fn bad() {
    // ruleid: rust-hardcoded-database-password
    let options = PgConnectOptions::new().host("db").username("app").password("swordfish");
    // ruleid: rust-hardcoded-database-password
    let credentials = Credentials::new("mailer".to_string(), "swordfish".to_string());
    // ruleid: rust-hardcoded-database-password
    let pool = PgPool::connect("postgres://app:swordfish@db.example.com/shop").await;
    // ruleid: rust-hardcoded-database-password
    let client = Client::connect("host=db user=app password=swordfish", NoTls).unwrap();
}

async fn fine(password: &str, config: Config) {
    // ok: rust-hardcoded-database-password
    let options = PgConnectOptions::new().host("db").username("app").password(password);
    // ok: rust-hardcoded-database-password
    let pool = PgPool::connect(&std::env::var("DATABASE_URL").unwrap()).await;
    // ok: rust-hardcoded-database-password
    let local = PgPool::connect("postgres://localhost/shop").await;
    // ok: rust-hardcoded-database-password
    let credentials = Credentials::new("mailer".to_string(), config.password.clone());
}
