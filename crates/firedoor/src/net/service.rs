//! The OSV service (`/v1/querybatch`, `/v1/vulns/{id}`), and the crates.io index for yanked versions.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use firedoor_sca::{Database, DatabaseBuilder, ListedFile};
use serde_json::{Value, json};

use super::Client;
use crate::Failure;

/// Most queries of one call to `/v1/querybatch` (<https://google.github.io/osv.dev/post-v1-querybatch/>).
const BATCH: usize = 1_000;
/// Most pages of answers that are asked for.
const MAX_PAGES: usize = 1_000;
/// Largest answer, in bytes.
const MAX_ANSWER: u64 = 64 << 20;
/// Requests at one time.
const AT_ONCE: usize = 8;

/// Who is asked.
#[derive(Clone, Debug)]
pub(crate) struct Services {
    /// Base address of the OSV service.
    pub(crate) osv: String,
    /// Base address of the crates.io index; empty: yanked crates are not looked for.
    pub(crate) crates_index: String,
    /// Today, `YYYY-MM-DD`.
    pub(crate) today: String,
}

/// A database of what the services know of these packages.
pub(crate) fn online(files: &[ListedFile], services: &Services) -> Result<Arc<Database>, Failure> {
    online_with(&Client::new(), files, services)
}

pub(super) fn online_with(
    client: &Client,
    files: &[ListedFile],
    services: &Services,
) -> Result<Arc<Database>, Failure> {
    let api = services.osv.trim_end_matches('/');
    let packages: BTreeSet<(&str, &str, &str)> = files
        .iter()
        .flat_map(|f| &f.packages)
        .filter(|p| p.is_checkable() && !p.ecosystem.is_empty())
        .map(|p| (p.ecosystem.as_str(), p.name.as_str(), p.version.as_str()))
        .collect();
    let mut builder = DatabaseBuilder::new();
    builder.checked_on(&services.today);
    for (ecosystem, ..) in &packages {
        builder.cover(ecosystem);
    }
    let ids = ids(client, api, &packages)?;
    let advisories = each(&ids, |id| advisory(client, api, id))?;
    for (id, advisory) in ids.iter().zip(advisories) {
        builder.add_json(&advisory).map_err(|e| Failure::Message(format!("{api}: {id}: {e}")))?;
    }
    if !services.crates_index.is_empty()
        && let Some(record) = yanked(client, services, &packages)?
    {
        builder.add_json(record.to_string().as_bytes()).map_err(Failure::Message)?;
    }
    Database::open(builder.finish(1, false))
        .map(|d| Arc::new(d.named(&format!("online, {}", crate::hush::address(api)))))
        .map_err(|e| Failure::Message(format!("the answers of {} cannot be used: {e}", crate::hush::address(api))))
}

fn not_judged(url: &str, why: &str) -> Failure {
    Failure::Message(format!("{}: {why}. The dependencies were not judged.", crate::hush::address(url)))
}

/// The ids of the advisories that the service names, page by page.
fn ids(client: &Client, api: &str, packages: &BTreeSet<(&str, &str, &str)>) -> Result<Vec<String>, Failure> {
    let url = format!("{api}/v1/querybatch");
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
            return Err(not_judged(&url, &format!("it gives more than {MAX_PAGES} pages")));
        }
        let asked: Vec<Value> = queries.drain(..queries.len().min(BATCH)).collect();
        let body = json!({ "queries": asked }).to_string();
        let answer = client.text(&url, Some(&body), MAX_ANSWER).map_err(|why| not_judged(&url, &why))?;
        let answer = answer.ok_or_else(|| not_judged(&url, "the server answered 404"))?;
        let answer: Value =
            serde_json::from_slice(&answer).map_err(|e| not_judged(&url, &format!("the answer is no JSON: {e}")))?;
        let results = answer.get("results").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if results.len() != asked.len() {
            let why = format!("it answered {} of {} queries", results.len(), asked.len());
            return Err(not_judged(&url, &why));
        }
        for (mut query, result) in asked.into_iter().zip(results) {
            let vulns = result.get("vulns").and_then(Value::as_array).into_iter().flatten();
            ids.extend(vulns.filter_map(|v| v.get("id").and_then(Value::as_str)).map(str::to_owned));
            if let (Some(token), Some(query)) =
                (result.get("next_page_token").and_then(Value::as_str).filter(|t| !t.is_empty()), query.as_object_mut())
            {
                query.insert("page_token".to_owned(), json!(token));
                queries.push(Value::Object(query.clone()));
            }
        }
    }
    Ok(ids.into_iter().collect())
}

fn advisory(client: &Client, api: &str, id: &str) -> Result<Vec<u8>, Failure> {
    if !id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.')) {
        return Err(not_judged(api, "it answered with an odd advisory id"));
    }
    let url = format!("{api}/v1/vulns/{id}");
    let answer = client.text(&url, None, MAX_ANSWER).map_err(|why| not_judged(&url, &why))?;
    let answer = answer.ok_or_else(|| not_judged(&url, "the service names an advisory that it does not have"))?;
    // A page of a proxy is no advisory.
    serde_json::from_slice::<Value>(&answer).map_err(|e| not_judged(&url, &format!("the answer is no JSON: {e}")))?;
    Ok(answer)
}

/// Does something for each item, several at a time; the answers in the items' order, or the first failure in that order.
fn each<I: Sync, T: Send>(items: &[I], one: impl Fn(&I) -> Result<T, Failure> + Sync) -> Result<Vec<T>, Failure> {
    let next = AtomicUsize::new(0);
    let work = || {
        let mut done = Vec::new();
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some(item) = items.get(at) else { return done };
            let answer = one(item);
            let failed = answer.is_err();
            done.push((at, answer));
            if failed {
                // The others stop soon, too: there is no answer without this one.
                next.store(items.len(), Ordering::Relaxed);
            }
        }
    };
    let mut all: Vec<(usize, Result<T, Failure>)> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..AT_ONCE.min(items.len())).map(|_| scope.spawn(work)).collect();
        threads.into_iter().filter_map(|t| t.join().ok()).flatten().collect()
    });
    all.sort_by_key(|(at, _)| *at);
    let answers = all.into_iter().map(|(_, answer)| answer).collect::<Result<Vec<T>, Failure>>()?;
    if answers.len() == items.len() {
        Ok(answers)
    } else {
        Err(Failure::Message("a request was lost; the dependencies were not judged".to_owned()))
    }
}

/// A record that says which of the crates were yanked, if any were.
fn yanked(
    client: &Client,
    services: &Services,
    packages: &BTreeSet<(&str, &str, &str)>,
) -> Result<Option<Value>, Failure> {
    let mut crates: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, name, version) in packages.iter().filter(|(ecosystem, ..)| *ecosystem == "crates.io") {
        crates.entry(name).or_default().insert(version);
    }
    let crates: Vec<(&str, BTreeSet<&str>)> = crates.into_iter().collect();
    let base = services.crates_index.trim_end_matches('/');
    let found = each(&crates, |(name, versions)| {
        let Some(path) = index_path(name) else { return Ok(Vec::new()) };
        let url = format!("{base}/{path}");
        let text = client.text(&url, None, MAX_ANSWER).map_err(|why| not_judged(&url, &why))?;
        // A crate that the index does not have comes from elsewhere.
        let text = text.unwrap_or_default();
        let lines = text.split(|b| *b == b'\n').filter_map(|l| serde_json::from_slice::<Value>(l).ok());
        let mut yanked: Vec<String> = lines
            .filter(|l| l["yanked"].as_bool() == Some(true))
            .filter_map(|l| l["vers"].as_str().filter(|v| versions.contains(v)).map(str::to_owned))
            .collect();
        yanked.sort();
        Ok(yanked)
    })?;
    let affected: Vec<Value> = crates
        .iter()
        .zip(found)
        .filter(|(_, yanked)| !yanked.is_empty())
        .map(|((name, _), yanked)| {
            json!({
                "package": {"ecosystem": "crates.io", "name": name},
                "versions": yanked,
                "database_specific": {"informational": "yanked"},
            })
        })
        .collect();
    Ok((!affected.is_empty()).then(|| {
        json!({
            "id": firedoor_sca::YANKED,
            "modified": services.today,
            "summary": "The version was withdrawn from crates.io by its author",
            "affected": affected,
        })
    }))
}

/// Where the index keeps a crate (Cargo book, "Index files"); `None` for what is no name of a crate.
fn index_path(name: &str) -> Option<String> {
    if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
        return None;
    }
    let name = name.to_ascii_lowercase();
    Some(match name.len() {
        1 => format!("1/{name}"),
        2 => format!("2/{name}"),
        3 => format!("3/{}/{name}", &name[..1]),
        _ => format!("{}/{}/{name}", &name[..2], &name[2..4]),
    })
}
