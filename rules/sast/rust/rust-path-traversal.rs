use axum::extract::{Path, Query};
use std::fs::{self, File};
use std::path::PathBuf;

async fn download(Path(name): Path<String>) -> Vec<u8> {
    // ruleid: rust-path-traversal
    let text = fs::read_to_string(format!("/var/data/{}", name)).unwrap();
    let path = PathBuf::from("/var/data").join(&name);
    // ruleid: rust-path-traversal
    let file = File::open(&path).unwrap();
    // ruleid: rust-path-traversal
    tokio::fs::remove_file(path).await.unwrap();
    save(&name);
    // ok: rust-path-traversal
    let fixed = fs::read("/etc/hosts").unwrap();
    let base = std::path::Path::new(&name).file_name().unwrap();
    // ok: rust-path-traversal
    let safe = File::open(PathBuf::from("/var/data").join(base)).unwrap();
    let number: u32 = name.parse().unwrap();
    // ok: rust-path-traversal
    let numbered = fs::read(format!("/var/data/{}", number)).unwrap();
    fixed
}

fn save(name: &str) {
    // ruleid: rust-path-traversal
    File::create(format!("/var/data/{}", name)).unwrap();
}

async fn files(req: HttpRequest, query: web::Query<Files>) -> impl Responder {
    let path: PathBuf = req.match_info().query("file").parse().unwrap();
    // ruleid: rust-path-traversal
    let file = NamedFile::open(path);
    let full = root().join(&query.name);
    let full = full.canonicalize().unwrap();
    if !full.starts_with(root()) {
        return HttpResponse::NotFound().finish();
    }
    // ok: rust-path-traversal
    let checked = std::fs::read(full);
    HttpResponse::Ok().finish()
}

#[get("/files/<name>")]
fn rocket_file(name: String) -> Option<String> {
    // ruleid: rust-path-traversal
    std::fs::read_to_string(std::path::Path::new("static").join(name)).ok()
}

fn own(name: &str) {
    // ok: rust-path-traversal
    File::open(name).unwrap();
}
