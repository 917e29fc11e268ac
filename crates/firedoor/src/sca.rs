//! `firedoor sca`: judging lock files, and the commands by which its parts can be checked in bulk.

use std::collections::BTreeMap;
use std::io::{BufRead as _, Write as _};
use std::path::PathBuf;

use firedoor_core::{EngineId, Notice, NoticeLevel, RepoPath};
use firedoor_report::printable;
use firedoor_scan::{Request, database, inventory};
use serde_json::json;

use crate::cli::{SbomArgs, ScaArgs, ScaCommand};
use crate::{Done, Failure, scan, write};

/// How many lines that could not be compared `sca match` names one by one.
const MAX_UNCOMPARED: usize = 10;

pub(crate) fn run(args: &ScaArgs) -> Done {
    match &args.command {
        Some(ScaCommand::CompareVersions { ecosystem }) => return compare(ecosystem),
        Some(ScaCommand::Match { db, .. }) => return bulk_match(db.as_deref()),
        None => {}
    }
    let mut request = scan::request(&args.scan, &[EngineId::Sca])?;
    request.installed = args.installed;
    // A hook may name all files of a change; one file alone is meant to be read.
    let named = match (args.scan.paths.as_slice(), &args.scan.stdin) {
        ([path], None) if path.is_file() => Some(path.to_string_lossy().replace('\\', "/")),
        (_, Some(name)) => Some(name.clone()),
        _ => None,
    };
    if let Some(name) = named.map(RepoPath::new).filter(|name| !firedoor_sca::is_known_file(name)) {
        return Err(Failure::Message(format!(
            "`{}` has no name of a lock file, manifest or bill of materials, and was not read as one: nothing was judged",
            printable(name.as_str())
        )));
    }
    if args.list_packages {
        return list(&request, &args.scan.format);
    }
    if let Some(package) = &args.why {
        return why(&request, package, &args.scan.format);
    }
    scan::run_request(request, &args.scan)
}

/// Answers each line of standard input with a line of its own, so that long lists can be piped through.
fn answer(mut one: impl FnMut(&str) -> String) -> Done {
    let failed = |e: std::io::Error| Failure::Message(format!("cannot read or write a line: {e}"));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut input = std::io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        if input.read_until(b'\n', &mut line).map_err(failed)? == 0 {
            break;
        }
        let text = String::from_utf8_lossy(&line);
        let answer = one(text.trim_end_matches(['\n', '\r']));
        match writeln!(out, "{answer}") {
            Ok(()) => {}
            Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => return Ok(0),
            Err(e) => return Err(failed(e)),
        }
    }
    out.flush().map_err(failed)?;
    Ok(0)
}

fn compare(ecosystem: &str) -> Done {
    answer(|line| {
        let mut words = line.split_whitespace();
        let order = match (words.next(), words.next(), words.next()) {
            (Some(a), Some(b), None) => firedoor_sca::compare_versions(ecosystem, a, b),
            _ => None,
        };
        match order {
            Some(std::cmp::Ordering::Less) => "<",
            Some(std::cmp::Ordering::Equal) => "=",
            Some(std::cmp::Ordering::Greater) => ">",
            None => "err",
        }
        .to_owned()
    })
}

fn bulk_match(db: Option<&std::path::Path>) -> Done {
    let database = database::open(db)?;
    let mut unjudged = Unjudged::default();
    let done = answer(|line| {
        let mut fields = line.split('\t');
        let ids = match (fields.next(), fields.next(), fields.next()) {
            (Some(ecosystem), Some(name), Some(version)) => {
                let found = database.matches(ecosystem, name, version);
                unjudged.note(ecosystem, name, version, &found);
                found.ids().map(printable).collect::<Vec<_>>().join(",")
            }
            _ => "err".to_owned(),
        };
        format!("{line}\t{ids}")
    })?;
    let unread = database.unread();
    crate::db::said(unread);
    Ok(done.max(unjudged.say()).max(if unread.is_empty() { 0 } else { 3 }))
}

/// Lines whose answer is empty because they could not be judged, by cause.
#[derive(Default)]
struct Unjudged {
    damaged: BTreeMap<String, usize>,
    uncovered: BTreeMap<String, usize>,
    uncompared: Vec<String>,
    more: usize,
}

impl Unjudged {
    fn note(&mut self, ecosystem: &str, name: &str, version: &str, found: &firedoor_sca::MatchResult) {
        if found.damaged {
            *self.damaged.entry(ecosystem.to_owned()).or_default() += 1;
        } else if !found.covered {
            *self.uncovered.entry(ecosystem.to_owned()).or_default() += 1;
        } else if let Some(first) = found.uncompared.first() {
            if self.uncompared.len() < MAX_UNCOMPARED {
                let text = format!(
                    "{ecosystem} {name} {version} could not be compared with {}: `{}` is no version that can be ordered",
                    first.id, first.version
                );
                self.uncompared.push(text);
            } else {
                self.more += 1;
            }
        }
    }

    /// Says it on standard error, and gives the exit code: an answer from a damaged database is none.
    fn say(&self) -> u8 {
        for text in &self.uncompared {
            crate::say!("firedoor: {}", printable(text));
        }
        if self.more > 0 {
            crate::say!("firedoor: … and {} more that could not be compared", self.more);
        }
        for (ecosystem, lines) in &self.uncovered {
            crate::say!("firedoor: the database does not cover {}: {lines} line(s) not judged", printable(ecosystem));
        }
        for (ecosystem, lines) in &self.damaged {
            crate::say!(
                "firedoor: the database's file of {} is damaged or missing: {lines} line(s) not judged",
                printable(ecosystem)
            );
        }
        if self.damaged.is_empty() { 0 } else { 3 }
    }
}

fn say(notices: &[Notice]) -> u8 {
    for notice in notices.iter().filter(|n| n.level > NoticeLevel::Note) {
        let place = notice.path.as_ref().map_or_else(String::new, |p| match notice.line {
            Some(line) => format!("{p}:{line}: "),
            None => format!("{p}: "),
        });
        crate::say!("firedoor: {}", printable(&format!("{place}{}", notice.message)));
    }
    if notices.iter().any(|n| n.level == NoticeLevel::Error) { 3 } else { 0 }
}

fn list(request: &Request, format: &str) -> Done {
    let (files, notices) = inventory::inventory(request)?;
    let packages = files.iter().flat_map(|f| &f.packages);
    match format {
        "json" => {
            let array: Vec<_> = packages
                .map(|p| {
                    json!({
                        "ecosystem": p.ecosystem, "name": p.name, "version": p.version, "path": p.path, "line": p.line,
                        "groups": p.groups, "direct": p.direct, "purl": p.purl,
                        "licenses": p.licenses, "source": p.source, "commit": p.commit,
                    })
                })
                .collect();
            let mut text = serde_json::to_string_pretty(&array).map_err(|e| Failure::Message(e.to_string()))?;
            text.push('\n');
            write::stdout(&text)?;
        }
        "text" => {
            let text: String = packages
                .map(|p| {
                    let path = printable(p.path.as_str());
                    let [ecosystem, name, version] = [&p.ecosystem, &p.name, &p.version].map(|t| printable(t));
                    format!("{path}:{}\t{ecosystem}\t{name}\t{version}\n", p.line)
                })
                .collect();
            write::stdout(&text)?;
        }
        other => return Err(Failure::Message(format!("--list-packages prints text or json, not `{other}`"))),
    }
    Ok(say(&notices))
}

/// The shortest ways from a direct dependency to a package, in each lock file that tells who needs whom.
fn why(request: &Request, wanted: &str, format: &str) -> Done {
    if !matches!(format, "text" | "json") {
        return Err(Failure::Message(format!("--why prints text or json, not `{format}`")));
    }
    let (files, notices) = inventory::inventory(request)?;
    let mut text = String::new();
    let mut array = Vec::new();
    let mut found = false;
    for file in &files {
        let packages = &file.packages;
        let targets: Vec<usize> = (0..packages.len())
            .filter(|&i| firedoor_sca::is_same_name(&packages[i].ecosystem, &packages[i].name, wanted))
            .collect();
        for target in targets {
            found = true;
            let shown = |i: usize| format!("{} {}", packages[i].name, packages[i].version);
            let path = shortest(packages, target);
            if format == "json" {
                let p = &packages[target];
                let path: Vec<_> = path
                    .iter()
                    .map(|&i| json!({"name": packages[i].name, "version": packages[i].version, "line": packages[i].line}))
                    .collect();
                array.push(json!({
                    "ecosystem": p.ecosystem, "name": p.name, "version": p.version, "path": p.path, "line": p.line,
                    "groups": p.groups, "direct": p.direct, "purl": p.purl, "why": path,
                }));
                continue;
            }
            let path: Vec<_> = path.into_iter().map(shown).collect();
            text.push_str(&printable(&format!("{}: {}", file.path, path.join(" → "))));
            text.push('\n');
        }
    }
    if !found {
        return Err(Failure::Message(format!("no lock file names the package `{wanted}`")));
    }
    if format == "json" {
        text = serde_json::to_string_pretty(&array).map_err(|e| Failure::Message(e.to_string()))?;
        text.push('\n');
    }
    write::stdout(&text)?;
    Ok(say(&notices))
}

/// From a direct dependency (or one that nothing needs) to `target`, by breadth-first search backwards.
fn shortest(packages: &[firedoor_sca::ListedPackage], target: usize) -> Vec<usize> {
    let mut next: Vec<Option<usize>> = vec![None; packages.len()];
    let mut seen = vec![false; packages.len()];
    let mut queue = std::collections::VecDeque::from([target]);
    seen[target] = true;
    let mut needed_by: Vec<Vec<usize>> = vec![Vec::new(); packages.len()];
    for (i, package) in packages.iter().enumerate() {
        for &d in package.dependencies.iter().filter(|&&d| d < packages.len()) {
            needed_by[d].push(i);
        }
    }
    let mut last = target;
    while let Some(at) = queue.pop_front() {
        last = at;
        if packages[at].direct == Some(true) || needed_by[at].is_empty() {
            break;
        }
        for &by in &needed_by[at] {
            if !std::mem::replace(&mut seen[by], true) {
                next[by] = Some(at);
                queue.push_back(by);
            }
        }
    }
    let mut path = vec![last];
    while let Some(at) = next[last] {
        path.push(at);
        last = at;
    }
    path
}

pub(crate) fn sbom(args: &SbomArgs) -> Done {
    let request = Request { paths: args.paths.clone(), installed: args.installed, ..Request::default() };
    let (files, mut notices) = inventory::inventory(&request)?;
    notices.extend(firedoor_sca::missing_from_bill(&files));
    let root = firedoor_input::Root::resolve(&args.paths).map_err(|e| Failure::Message(e.to_string()))?;
    let options = firedoor_sca::SbomOptions {
        name: root.dir.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default(),
        tool_version: env!("CARGO_PKG_VERSION").to_owned(),
        // The same tree gives the same bill, so the time of making is not in it.
        created: None,
    };
    let text = match args.format.as_str() {
        "cyclonedx" => firedoor_sca::sbom_cyclonedx(&files, &options),
        "spdx" => firedoor_sca::sbom_spdx(&files, &options),
        other => return Err(Failure::Message(format!("there is no format `{other}`; known are cyclonedx and spdx"))),
    };
    match &args.output {
        Some(path) => write::file(&PathBuf::from(path), &text)?,
        None => write::stdout(&text)?,
    }
    Ok(say(&notices))
}
