//! The only code of firedoor that opens a network connection, and only for `firedoor db update` and `--online`.
//!
//! The public OSV bucket holds `<Ecosystem>/all.zip` for each ecosystem. Each is fetched with the `ETag` of the copy
//! that is already here, into a temporary name, and renamed when it is whole; a failure leaves the old copy in place
//! and is an error, never an empty database.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use firedoor_sca::{Database, DatabaseBuilder, ListedFile};
use serde_json::{Value, json};

use crate::Failure;

/// Ecosystems whose lock files firedoor reads, as the bucket names them.
const ECOSYSTEMS: &[&str] = &[
    "crates.io",
    "npm",
    "PyPI",
    "Go",
    "Maven",
    "NuGet",
    "RubyGems",
    "Packagist",
    "Hex",
    "Pub",
    "CRAN",
    "Hackage",
    "SwiftURL",
    "ConanCenter",
    "GitHub Actions",
    "Julia",
];
/// Largest archive that is fetched, in bytes.
const MAX_ARCHIVE: u64 = 1 << 30;
/// Tries for each archive.
const TRIES: u32 = 4;

/// Fetches what has changed and returns the archives, each as `<folder>.downloads/<Ecosystem>/all.zip`.
pub(crate) fn update(folder: &Path, wanted: &[String], mirror: &str) -> Result<Vec<PathBuf>, Failure> {
    let all: Vec<String> = ECOSYSTEMS.iter().map(ToString::to_string).collect();
    let wanted = if wanted.is_empty() { &all } else { wanted };
    let downloads = PathBuf::from(format!("{}.downloads", folder.display()));
    let agent = agent();
    let mut paths = Vec::new();
    for ecosystem in wanted {
        if ecosystem.contains(['/', '\\']) || ecosystem.starts_with('.') || ecosystem.is_empty() {
            return Err(Failure::Message(format!("`{ecosystem}` is no ecosystem")));
        }
        let dir = downloads.join(ecosystem);
        std::fs::create_dir_all(&dir).map_err(|e| Failure::Message(format!("cannot make {}: {e}", dir.display())))?;
        let url = format!("{}/{}/all.zip", mirror.trim_end_matches('/'), ecosystem.replace(' ', "%20"));
        crate::say!("firedoor: {url}");
        fetch(&agent, &url, &dir)?;
        paths.push(dir.join("all.zip"));
    }
    Ok(paths)
}

fn fetch(agent: &ureq::Agent, url: &str, dir: &Path) -> Result<(), Failure> {
    let mut why = String::new();
    for attempt in 0..TRIES {
        if attempt > 0 {
            std::thread::sleep(Duration::from_millis(500 << attempt));
        }
        match try_fetch(agent, url, dir) {
            Ok(()) => return Ok(()),
            Err((again, error)) => {
                why = error;
                if !again {
                    break;
                }
            }
        }
    }
    Err(Failure::Message(format!("cannot fetch {url}: {why}. The database was left as it was.")))
}

/// The error says whether another try makes sense.
fn try_fetch(agent: &ureq::Agent, url: &str, dir: &Path) -> Result<(), (bool, String)> {
    let (target, tag) = (dir.join("all.zip"), dir.join("all.zip.etag"));
    let known = std::fs::read_to_string(&tag).ok().filter(|_| target.is_file());
    let mut request = agent.get(url);
    if let Some(known) = &known {
        request = request.header("If-None-Match", known.trim());
    }
    let mut response = request.call().map_err(|e| (true, e.to_string()))?;
    match response.status().as_u16() {
        304 if known.is_some() => return Ok(()),
        200 => {}
        code @ (408 | 425 | 429 | 500..=599) => return Err((true, format!("the server answered {code}"))),
        code => return Err((false, format!("the server answered {code}"))),
    }
    let header = |name: &str| response.headers().get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let etag = header("etag");
    let expected = header("content-length").and_then(|l| l.parse::<u64>().ok());
    let mut bytes = Vec::new();
    response.body_mut().as_reader().take(MAX_ARCHIVE + 1).read_to_end(&mut bytes).map_err(|e| (true, e.to_string()))?;
    if bytes.len() as u64 > MAX_ARCHIVE {
        return Err((false, format!("it has more than {MAX_ARCHIVE} bytes")));
    }
    if expected.is_some_and(|n| n != bytes.len() as u64) {
        return Err((true, "the connection ended early".to_owned()));
    }
    let failed = |e: std::io::Error| (false, e.to_string());
    let temporary = dir.join(".all.zip.part");
    std::fs::write(&temporary, &bytes).map_err(failed)?;
    std::fs::rename(&temporary, &target).map_err(failed)?;
    match etag {
        Some(etag) => std::fs::write(&tag, etag).map_err(failed),
        None => Ok(()),
    }
}

fn agent() -> ureq::Agent {
    ureq::Agent::config_builder()
        .timeout_connect(Some(Duration::from_secs(20)))
        .timeout_recv_response(Some(Duration::from_secs(60)))
        .http_status_as_error(false)
        .user_agent(concat!("firedoor/", env!("CARGO_PKG_VERSION")))
        .build()
        .into()
}

/// Most queries of one call to `/v1/querybatch` (<https://google.github.io/osv.dev/post-v1-querybatch/>).
const BATCH: usize = 1_000;
/// Most pages of answers that are asked for.
const MAX_PAGES: usize = 1_000;
/// Largest answer, in bytes.
const MAX_ANSWER: u64 = 64 << 20;

/// A database of what the OSV service knows of these packages: their ids by `/v1/querybatch`, page by page, and then
/// each advisory. An answer that does not come is an error of the run, never an empty database.
pub(crate) fn online(files: &[ListedFile], api: &str) -> Result<Arc<Database>, Failure> {
    let api = api.trim_end_matches('/');
    let agent = agent();
    let packages: BTreeSet<(&str, &str, &str)> = files
        .iter()
        .flat_map(|f| &f.packages)
        .filter(|p| p.is_checkable() && !p.ecosystem.is_empty())
        .map(|p| (p.ecosystem.as_str(), p.name.as_str(), p.version.as_str()))
        .collect();
    let mut queries: Vec<Value> = packages
        .iter()
        .map(
            |(ecosystem, name, version)| json!({"package": {"ecosystem": ecosystem, "name": name}, "version": version}),
        )
        .collect();
    let mut ids = BTreeSet::new();
    let mut pages = 0;
    while !queries.is_empty() {
        pages += 1;
        if pages > MAX_PAGES {
            return Err(Failure::Message(format!("{api} gives more than {MAX_PAGES} pages")));
        }
        let asked: Vec<Value> = queries.drain(..queries.len().min(BATCH)).collect();
        let url = format!("{api}/v1/querybatch");
        let answer = call(&agent, &url, Some(&json!({ "queries": asked }).to_string()))?;
        let results = answer.get("results").and_then(Value::as_array).cloned().unwrap_or_default();
        if results.len() != asked.len() {
            return Err(Failure::Message(format!(
                "{url} answered {} of {} queries, so the dependencies were not judged",
                results.len(),
                asked.len()
            )));
        }
        for (mut query, result) in asked.into_iter().zip(results) {
            let vulns = result.get("vulns").and_then(Value::as_array).into_iter().flatten();
            ids.extend(vulns.filter_map(|v| v.get("id").and_then(Value::as_str)).map(str::to_owned));
            if let (Some(token), Some(query)) =
                (result.get("next_page_token").and_then(Value::as_str), query.as_object_mut())
            {
                query.insert("page_token".to_owned(), json!(token));
                queries.push(Value::Object(query.clone()));
            }
        }
    }
    let mut builder = DatabaseBuilder::new();
    for (ecosystem, ..) in &packages {
        builder.cover(ecosystem);
    }
    for id in ids {
        if !id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.')) {
            return Err(Failure::Message(format!("{api} answered with an odd advisory id")));
        }
        let advisory = call(&agent, &format!("{api}/v1/vulns/{id}"), None)?;
        builder.add_json(advisory.to_string().as_bytes()).map_err(|e| Failure::Message(format!("{api}: {id}: {e}")))?;
    }
    Database::open(builder.finish(1, false))
        .map(|d| Arc::new(d.named(&format!("online, {api}"))))
        .map_err(|e| Failure::Message(format!("the answers of {api} cannot be used: {e}")))
}

/// One call, tried again with backoff where another try makes sense.
fn call(agent: &ureq::Agent, url: &str, body: Option<&str>) -> Result<Value, Failure> {
    let mut why = String::new();
    for attempt in 0..TRIES {
        if attempt > 0 {
            std::thread::sleep(Duration::from_millis(500 << attempt));
        }
        let response = match body {
            Some(body) => agent.post(url).header("content-type", "application/json").send(body),
            None => agent.get(url).call(),
        };
        let mut response = match response {
            Ok(response) => response,
            Err(error) => {
                why = error.to_string();
                continue;
            }
        };
        match response.status().as_u16() {
            200 => {}
            code @ (408 | 425 | 429 | 500..=599) => {
                why = format!("the server answered {code}");
                continue;
            }
            code => {
                why = format!("the server answered {code}");
                break;
            }
        }
        let mut bytes = Vec::new();
        match response.body_mut().as_reader().take(MAX_ANSWER).read_to_end(&mut bytes) {
            Ok(_) => match serde_json::from_slice(&bytes) {
                Ok(value) => return Ok(value),
                Err(error) => why = format!("the answer is no JSON: {error}"),
            },
            Err(error) => why = error.to_string(),
        }
    }
    Err(Failure::Message(format!("{url}: {why}. The dependencies were not judged.")))
}
