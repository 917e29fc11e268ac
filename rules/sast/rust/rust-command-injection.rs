use axum::extract::{Path, Query};
use std::process::Command;

async fn ping(Query(params): Query<Params>) -> String {
    // ruleid: rust-command-injection
    let out = Command::new("sh").arg("-c").arg(format!("ping -c 1 {}", params.host)).output().unwrap();
    // ruleid: rust-command-injection
    Command::new(&params.tool).spawn().unwrap();
    let line = String::from("ls ") + &params.folder;
    // ruleid: rust-command-injection
    let other = Command::new("bash").args(["-c", &line]).status();
    run(&params.host);
    // ok: rust-command-injection
    Command::new("ping").arg("-c").arg("1").arg(&params.host).output().unwrap();
    let count: u32 = params.count.parse().unwrap();
    // ok: rust-command-injection
    Command::new("sh").arg("-c").arg(format!("head -n {}", count)).output().unwrap();
    if !ALLOWED.contains(&params.host.as_str()) {
        return String::new();
    }
    String::from_utf8_lossy(&out.stdout).to_string()
}

fn run(host: &str) {
    // ruleid: rust-command-injection
    Command::new("/bin/sh").arg("-c").arg(format!("dig {}", host)).spawn().unwrap();
}

async fn act(path: web::Path<String>) -> impl Responder {
    let tool = path.into_inner();
    // ruleid: rust-command-injection
    let out = std::process::Command::new(tool).output();
    // ok: rust-command-injection
    let fixed = std::process::Command::new("uptime").output();
    HttpResponse::Ok()
}

fn own(tool: &str) {
    // ok: rust-command-injection
    Command::new(tool).spawn().unwrap();
    // ok: rust-command-injection
    Command::new("sh").arg("-c").arg("ls -l").spawn().unwrap();
}
