use axum::extract::{Path, Query};

async fn bad(Path(id): Path<String>, headers: HeaderMap) -> String {
    // ruleid: rust-unwrap-on-request-data
    let number: u32 = id.parse().unwrap();
    // ruleid: rust-unwrap-on-request-data
    let fourth = id.parse::<u8>().expect("small");
    // ruleid: rust-unwrap-on-request-data
    let other = id.parse::<u64>().unwrap();
    // ruleid: rust-unwrap-on-request-data
    let agent = headers.get("user-agent").unwrap().to_str().unwrap();
    // ruleid: rust-unwrap-on-request-data
    let third = Uuid::parse_str(&id).unwrap();
    format!("{}", number)
}

async fn fine(Path(id): Path<String>, Query(own): Query<Params>) -> Result<String, Error> {
    // ok: rust-unwrap-on-request-data
    let number: u32 = id.parse()?;
    // ok: rust-unwrap-on-request-data
    let other = id.parse::<u64>().unwrap_or(0);
    // ok: rust-unwrap-on-request-data
    let constant: u32 = "3".parse().unwrap();
    // ok: rust-unwrap-on-request-data
    let third = Uuid::parse_str(&id).map_err(bad_request)?;
    Ok(format!("{}", number))
}
