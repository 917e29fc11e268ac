use axum::extract::Query;

async fn fetch(Query(params): Query<Params>) -> String {
    // ruleid: rust-ssrf
    let body = reqwest::get(&params.url).await.unwrap().text().await.unwrap();
    let address = format!("http://{}/status", params.host);
    // ruleid: rust-ssrf
    let other = reqwest::get(address).await.unwrap();
    let client = reqwest::Client::new();
    // ruleid: rust-ssrf
    client.post(&params.url).send().await.unwrap();
    load(&client, &params.url);
    // ok: rust-ssrf
    reqwest::get("https://example.com/").await.unwrap();
    // ok: rust-ssrf
    reqwest::get(format!("https://api.example.com/users/{}", params.host)).await.unwrap();
    // ok: rust-ssrf
    client.post("https://example.com/").body(params.url.clone()).send().await.unwrap();
    if !HOSTS.contains(&params.url.as_str()) {
        return String::new();
    }
    body
}

fn load(client: &reqwest::Client, url: &str) {
    // ruleid: rust-ssrf
    client.get(url).send();
}

async fn proxy(target: web::Path<String>) -> impl Responder {
    // ruleid: rust-ssrf
    let stream = tokio::net::TcpStream::connect(target.into_inner()).await;
    HttpResponse::Ok()
}

fn own(url: &str) {
    // ok: rust-ssrf
    reqwest::blocking::get(url).unwrap();
}
