use axum::extract::{Path, Query};
use axum::response::Html;

async fn hello(Path(name): Path<String>) -> Html<String> {
    // ruleid: rust-reflected-xss
    Html(format!("<h1>Hello {}</h1>", name))
}

async fn search(Query(params): Query<Params>) -> Html<String> {
    let mut page = String::from("<p>");
    page.push_str(&params.q);
    page.push_str("</p>");
    if params.plain {
        // ok: rust-reflected-xss
        return Html("<p>plain</p>".to_string());
    }
    // ruleid: rust-reflected-xss
    Html(page)
}

async fn act(path: web::Path<String>) -> impl Responder {
    let name = path.into_inner();
    // ruleid: rust-reflected-xss
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(format!("<p>{}</p>", name))
}

#[get("/hello/<name>")]
fn rocket_hello(name: &str) -> content::RawHtml<String> {
    // ruleid: rust-reflected-xss
    content::RawHtml(format!("<b>{}</b>", name))
}

async fn fine(Path(name): Path<String>) -> Html<String> {
    let safe = html_escape::encode_text(&name);
    // ok: rust-reflected-xss
    Html(format!("<h1>Hello {}</h1>", safe))
}

async fn fine_inline(Path(name): Path<String>) -> Html<String> {
    // ok: rust-reflected-xss
    Html(format!("<h1>Hello {}</h1>", html_escape::encode_text(&name)))
}

async fn fine_template(Path(name): Path<String>) -> Html<String> {
    // ok: rust-reflected-xss
    Html(HelloTemplate { name }.render().unwrap())
}

async fn fine_plain(path: web::Path<String>) -> impl Responder {
    // ok: rust-reflected-xss
    HttpResponse::Ok().content_type("text/plain").body(path.into_inner())
}

async fn fine_number(Path(id): Path<u32>) -> Html<String> {
    // ok: rust-reflected-xss
    Html(format!("<p>{}</p>", id))
}

async fn fine_named_template(Path(name): Path<String>) -> Html<String> {
    let text = TEMPLATES.render_template("hello", &json!({ "name": name })).unwrap();
    // ok: rust-reflected-xss
    Html(text)
}
