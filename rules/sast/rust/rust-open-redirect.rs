use axum::extract::Query;
use axum::response::Redirect;

async fn login(Query(params): Query<Params>) -> Redirect {
    if params.kind == 1 {
        // ruleid: rust-open-redirect
        return Redirect::temporary(&params.next);
    }
    if params.kind == 2 {
        // ok: rust-open-redirect
        return Redirect::to(&format!("/users/{}", params.name));
    }
    // ruleid: rust-open-redirect
    Redirect::to(&params.next)
}

async fn act(query: web::Query<Next>) -> impl Responder {
    // ruleid: rust-open-redirect
    HttpResponse::Found().append_header(("Location", query.next.clone())).finish()
}

async fn other(query: web::Query<Next>) -> impl Responder {
    // ruleid: rust-open-redirect
    HttpResponse::Found().insert_header((header::LOCATION, query.into_inner().next)).finish()
}

async fn fine(query: web::Query<Next>) -> impl Responder {
    if !TARGETS.contains(&query.next.as_str()) {
        // ok: rust-open-redirect
        return HttpResponse::Found().append_header(("Location", "/")).finish();
    }
    HttpResponse::Ok().append_header(("X-Next", query.next.clone())).finish()
}

async fn fine_constant() -> Redirect {
    // ok: rust-open-redirect
    Redirect::to("/login")
}

async fn fine_own(target: String) -> Redirect {
    // ok: rust-open-redirect
    Redirect::to(&target)
}
