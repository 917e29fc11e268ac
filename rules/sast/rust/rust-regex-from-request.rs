use axum::extract::{Path, Query};
use regex::Regex;

async fn search(Query(params): Query<Params>) -> String {
    // ruleid: rust-regex-from-request
    let first = Regex::new(&params.pattern).unwrap();
    // ruleid: rust-regex-from-request
    let second = regex::Regex::new(&format!("^{}$", params.pattern)).unwrap();
    // ruleid: rust-regex-from-request
    let third = fancy_regex::Regex::new(&params.pattern).unwrap();
    make(&params.pattern);
    // ok: rust-regex-from-request
    let fixed = Regex::new("^a+$").unwrap();
    // ok: rust-regex-from-request
    let escaped = Regex::new(&regex::escape(&params.pattern)).unwrap();
    // ok: rust-regex-from-request
    fixed.is_match(&params.text);
    String::new()
}

fn make(pattern: &str) -> Regex {
    // ruleid: rust-regex-from-request
    Regex::new(pattern).unwrap()
}

fn own(pattern: &str) {
    // ok: rust-regex-from-request
    Regex::new(pattern).unwrap();
}
