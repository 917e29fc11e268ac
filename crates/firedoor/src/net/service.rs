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
    let named = ids(client, api, &packages)?;
    let ids: Vec<&String> = named.keys().collect();
    let mut records = each(&ids, |id| advisory(client, api, id))?;
    if !services.crates_index.is_empty()
        && let Some(record) = yanked(client, services, &packages)?
    {
        records.push(record);
    }
    let build = |records: &[Value]| {
        let mut builder = DatabaseBuilder::new();
        builder.checked_on(&services.today);
        for (ecosystem, ..) in &packages {
            builder.cover(ecosystem);
        }
        for record in records {
            builder.add_json(record.to_string().as_bytes()).map_err(|e| not_judged(api, &e))?;
        }
        Database::open(builder.finish(1, false))
            .map(|d| d.named(&format!("online, {}", crate::hush::address(api))))
            .map_err(|e| not_judged(api, &format!("the answers cannot be used: {e}")))
    };
    let mut database = build(&records)?;
    let missing = |database: &Database| -> Vec<(usize, Asked<'_>)> {
        let pairs = named.values().enumerate().flat_map(|(at, asked)| asked.iter().map(move |asked| (at, *asked)));
        pairs
            .filter(|(at, (ecosystem, name, version))| {
                let hit = |id: &str| ids.get(*at).is_some_and(|own| own.as_str() == id);
                !is_withdrawn(&records[*at]) && !database.matches(ecosystem, name, version).ids().any(hit)
            })
            .collect()
    };
    // The service has judged each of these versions affected. Where its record does not say so to us (only commits are
    // named, the name is spelt in another way, nothing is named at all), the service's word holds.
    let unsaid = missing(&database);
    if !unsaid.is_empty() {
        let mut amended = records.clone();
        for (at, (ecosystem, name, version)) in unsaid {
            let entry = json!({"package": {"ecosystem": ecosystem, "name": name}, "versions": [version]});
            match amended[at].get_mut("affected").and_then(Value::as_array_mut) {
                Some(affected) => affected.push(entry),
                None => amended[at]["affected"] = json!([entry]),
            }
        }
        database = build(&amended)?;
        if let Some((at, (_, name, version))) = missing(&database).first() {
            let id = ids.get(*at).map_or("", |id| id.as_str());
            return Err(not_judged(api, &format!("{id} is said to affect {name} {version}, but cannot be read")));
        }
    }
    Ok(Arc::new(database))
}

/// A package version: ecosystem, name, version.
type Asked<'p> = (&'p str, &'p str, &'p str);

fn is_withdrawn(record: &Value) -> bool {
    record.get("withdrawn").and_then(Value::as_str).is_some_and(|w| !w.is_empty())
}

fn not_judged(url: &str, why: &str) -> Failure {
    Failure::Message(format!("{}: {why}. The dependencies were not judged.", crate::hush::address(url)))
}

/// The ids of the advisories that the service names, page by page, each with what it is named for.
fn ids<'p>(
    client: &Client,
    api: &str,
    packages: &BTreeSet<Asked<'p>>,
) -> Result<BTreeMap<String, BTreeSet<Asked<'p>>>, Failure> {
    let url = format!("{api}/v1/querybatch");
    let mut queries: Vec<(Asked<'p>, Value)> = packages
        .iter()
        .map(|asked| {
            let (ecosystem, name, version) = asked;
            (*asked, json!({"package": {"ecosystem": ecosystem, "name": name}, "version": version}))
        })
        .collect();
    let mut ids: BTreeMap<String, BTreeSet<Asked<'p>>> = BTreeMap::new();
    let mut pages = 0;
    while !queries.is_empty() {
        pages += 1;
        if pages > MAX_PAGES {
            return Err(not_judged(&url, &format!("it gives more than {MAX_PAGES} pages")));
        }
        let asked: Vec<(Asked<'p>, Value)> = queries.drain(..queries.len().min(BATCH)).collect();
        let bodies: Vec<&Value> = asked.iter().map(|(_, query)| query).collect();
        let body = json!({ "queries": bodies }).to_string();
        let answer = client.text(&url, Some(&body), MAX_ANSWER).map_err(|why| not_judged(&url, &why))?;
        let answer = answer.ok_or_else(|| not_judged(&url, "the server answered 404"))?;
        let answer: Value =
            serde_json::from_slice(&answer).map_err(|e| not_judged(&url, &format!("the answer is no JSON: {e}")))?;
        let results = answer.get("results").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        if results.len() != asked.len() {
            let why = format!("it answered {} of {} queries", results.len(), asked.len());
            return Err(not_judged(&url, &why));
        }
        for ((package, mut query), result) in asked.into_iter().zip(results) {
            let (named, token) = result_of(result).map_err(|why| not_judged(&url, why))?;
            for id in named {
                ids.entry(id.to_owned()).or_default().insert(package);
            }
            if !token.is_empty() {
                query["page_token"] = json!(token);
                queries.push((package, query));
            }
        }
    }
    Ok(ids)
}

/// One query's result: the ids, and the token of the next page or nothing. Anything but the documented shape is an error:
/// what failed on the other side must not read as "no advisory".
fn result_of(result: &Value) -> Result<(Vec<&str>, &str), &'static str> {
    let object = result.as_object().ok_or("a query's result is no object")?;
    if object.keys().any(|key| !matches!(key.as_str(), "vulns" | "next_page_token")) {
        return Err("a query's result holds something else than advisories");
    }
    let ids = match object.get("vulns") {
        None => Vec::new(),
        Some(vulns) => {
            let vulns = vulns.as_array().ok_or("a query's result holds no list of advisories")?;
            let id = |v: &'_ Value| v.get("id").and_then(Value::as_str).is_some_and(|id| !id.is_empty());
            if !vulns.iter().all(id) {
                return Err("a query's result names an advisory without an id");
            }
            vulns.iter().filter_map(|v| v.get("id").and_then(Value::as_str)).collect()
        }
    };
    let token = object.get("next_page_token").map_or(Some(""), Value::as_str);
    Ok((ids, token.ok_or("a query's result has a next page that cannot be asked for")?))
}

fn advisory(client: &Client, api: &str, id: &str) -> Result<Value, Failure> {
    if !id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b':' | b'.')) {
        return Err(not_judged(api, "it answered with an odd advisory id"));
    }
    let url = format!("{api}/v1/vulns/{id}");
    let answer = client.text(&url, None, MAX_ANSWER).map_err(|why| not_judged(&url, &why))?;
    let answer = answer.ok_or_else(|| not_judged(&url, "the service names an advisory that it does not have"))?;
    // A page of a proxy is no advisory.
    let answer: Value =
        serde_json::from_slice(&answer).map_err(|e| not_judged(&url, &format!("the answer is no JSON: {e}")))?;
    if answer.get("id").and_then(Value::as_str) != Some(id) {
        return Err(not_judged(&url, "the service answered with another advisory than the one that it was asked for"));
    }
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
        let Some(text) = text else { return Ok(Vec::new()) };
        yanked_of(&text, versions).map_err(|why| not_judged(&url, &why))
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

/// Which of these versions a crate's file in the index says are yanked (Cargo book, "Index format": a JSON object a line).
fn yanked_of(text: &[u8], versions: &BTreeSet<&str>) -> Result<Vec<String>, String> {
    let mut yanked = Vec::new();
    let mut lines = 0;
    for line in text.split(|b| *b == b'\n').filter(|l| !l.trim_ascii().is_empty()) {
        lines += 1;
        let line: Value =
            serde_json::from_slice(line).map_err(|e| format!("line {lines} of the answer is no JSON: {e}"))?;
        match (line["vers"].as_str(), line["yanked"].as_bool()) {
            (Some(version), Some(true)) if versions.contains(version) => yanked.push(version.to_owned()),
            (Some(_), Some(_)) => {}
            _ => return Err(format!("line {lines} of the answer is no version of a crate")),
        }
    }
    if lines == 0 {
        return Err("the answer is empty, and no JSON".to_owned());
    }
    yanked.sort();
    Ok(yanked)
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
