//! Installed trees, read only on request: package databases of systems, Python's dist-info, jars.

use std::io::Read;

use super::List;

/// Entries of one archive that are looked at.
const MAX_ENTRIES: usize = 50_000;
/// A `pom.properties` or manifest is never longer.
const MAX_PROPERTIES: u64 = 256 << 10;
/// Archives within archives are followed so deep.
const MAX_ARCHIVES: usize = 4;
/// Bytes of all archives within one that are unpacked.
const MAX_INNER: u64 = 512 << 20;

/// Paragraphs of `Key: value` lines; each with the byte of its first line.
fn paragraphs(text: &str, separator: char) -> Vec<(usize, Vec<(&str, &str)>)> {
    let mut out: Vec<(usize, Vec<(&str, &str)>)> = Vec::new();
    let mut open: Option<(usize, Vec<(&str, &str)>)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let body = line.trim_end();
        if body.is_empty() {
            out.extend(open.take());
        } else if !body.starts_with([' ', '\t'])
            && let Some((key, value)) = body.split_once(separator)
        {
            open.get_or_insert_with(|| (start, Vec::new())).1.push((key, value.trim()));
        }
    }
    out.extend(open);
    out
}

fn field<'t>(fields: &[(&'t str, &'t str)], key: &str) -> Option<&'t str> {
    fields.iter().find(|(k, _)| *k == key).map(|(_, v)| *v)
}

/// Says where a line of a database is neither a field nor the rest of one.
fn check(list: &mut List<'_>) {
    let mut at = 0;
    for line in list.text.split_inclusive('\n') {
        let body = line.trim_end();
        if !body.is_empty() && !body.starts_with([' ', '\t']) && !body.contains(':') {
            list.fail(at, "a line that is no field");
        }
        at += line.len();
    }
}

/// `/var/lib/dpkg/status`: packages that are installed, wholly or for the most part.
pub(super) fn dpkg(list: &mut List<'_>) {
    list.of("Debian");
    check(list);
    let all = paragraphs(list.text, ':');
    // Images without dpkg keep one file a package, without states.
    let states = all.first().is_some_and(|(_, fields)| field(fields, "Status").is_some());
    for (at, fields) in all {
        let status = field(&fields, "Status").map(|s| s.rsplit(' ').next().unwrap_or(""));
        let installed = status.map_or(!states, |s| s == "installed");
        match (field(&fields, "Package"), field(&fields, "Version")) {
            (Some(name), Some(version)) if installed && !name.is_empty() && !list.is_full() => {
                list.add(name, version, at);
            }
            (Some(name), None) if installed && !name.is_empty() => list.fail(at, "a package without a version"),
            _ => {}
        }
    }
}

/// apk's database: paragraphs of one-letter fields.
pub(super) fn apk(list: &mut List<'_>) {
    list.of("Alpine");
    check(list);
    for (at, fields) in paragraphs(list.text, ':') {
        if let (Some(name), Some(version)) = (field(&fields, "P"), field(&fields, "V"))
            && !list.is_full()
        {
            let package = list.add(name, version, at);
            package.licenses.extend(field(&fields, "L").map(str::to_owned));
            package.commit = field(&fields, "c").map(str::to_owned);
        } else if field(&fields, "P").is_some() {
            list.fail(at, "a package without a version");
        }
    }
}

/// `*.dist-info/METADATA` and `PKG-INFO` (core metadata specification).
pub(super) fn python(list: &mut List<'_>) {
    list.of("PyPI");
    if let Some((at, fields)) = paragraphs(list.text, ':').into_iter().next()
        && let (Some(name), Some(version)) = (field(&fields, "Name"), field(&fields, "Version"))
    {
        let package = list.add(name, version, at);
        let license = field(&fields, "License-Expression").or_else(|| field(&fields, "License"));
        package.licenses.extend(license.filter(|l| !l.is_empty() && *l != "UNKNOWN").map(str::to_owned));
    } else {
        list.fail(0, "it has no name or no version");
    }
}

/// `pom.properties` as Maven writes it into a jar.
pub(super) fn pom_properties(list: &mut List<'_>) {
    list.of("Maven");
    let text = list.text;
    properties(list, text, 0);
    list.expect(!list.packages.is_empty(), 0, "it names no group, artifact and version");
}

fn properties(list: &mut List<'_>, text: &str, at: usize) {
    let value = |key: &str| {
        text.lines().find_map(|l| l.trim().strip_prefix(key)?.trim_start().strip_prefix('=')).map(str::trim)
    };
    if let (Some(group), Some(artifact), Some(version)) = (value("groupId"), value("artifactId"), value("version")) {
        list.add(&format!("{group}:{artifact}"), version, at);
    }
}

/// Endings of archives of Java: libraries, web and enterprise applications, resource adapters, and plug-ins of Jenkins.
const ARCHIVES: [&str; 6] = [".jar", ".war", ".ear", ".rar", ".hpi", ".jpi"];

/// Whether a name is one of an archive of Java.
pub(super) fn is_archive(name: &str) -> bool {
    ARCHIVES.iter().any(|end| name.ends_with(end))
}

/// Jars: every `pom.properties` within, else the manifest's own name; and the archives within (`WEB-INF/lib`, `BOOT-INF/lib`,
/// the modules of an `.ear`).
pub(super) fn jar(list: &mut List<'_>) {
    list.of("Maven");
    let bytes = list.bytes;
    let mut room = MAX_INNER;
    archive(list, bytes, 0, &mut room);
}

fn archive(list: &mut List<'_>, bytes: &[u8], depth: usize, room: &mut u64) {
    let Ok(mut archive) = zip::ZipArchive::new(std::io::Cursor::new(bytes)) else {
        list.fail(0, "it is no readable archive");
        return;
    };
    let names: Vec<String> =
        archive.file_names().filter_map(|n| n.ok()).take(MAX_ENTRIES).map(|n| n.to_string()).collect();
    let mut entry = |name: &str, limit: u64| -> Option<Result<Vec<u8>, ()>> {
        let file = archive.by_name(name).ok()?;
        let mut bytes = Vec::new();
        let read = file.take(limit.saturating_add(1)).read_to_end(&mut bytes);
        Some(if read.is_ok() && bytes.len() as u64 <= limit { Ok(bytes) } else { Err(()) })
    };
    let before = list.packages.len();
    for name in names.iter().filter(|n| n.ends_with("/pom.properties")) {
        match entry(name, MAX_PROPERTIES) {
            Some(Ok(bytes)) => properties(list, &String::from_utf8_lossy(&bytes), 0),
            Some(Err(())) => list.fail(0, format!("`{name}` in it is damaged or too long")),
            None => {}
        }
    }
    if list.packages.len() == before
        && let Some(Ok(bytes)) = entry("META-INF/MANIFEST.MF", MAX_PROPERTIES)
    {
        manifest(list, &String::from_utf8_lossy(&bytes));
    }
    for name in names.iter().filter(|n| is_archive(n)) {
        if depth >= MAX_ARCHIVES {
            list.fail(0, "archives are nested too deeply");
            return;
        }
        match entry(name, *room) {
            Some(Ok(bytes)) => {
                *room -= bytes.len() as u64;
                self::archive(list, &bytes, depth + 1, room);
            }
            Some(Err(())) => list.fail(0, format!("`{name}` in it is damaged or too large")),
            None => {}
        }
    }
}

/// The main section of a jar's manifest (JAR file specification). Only a vendor's id and a title together are a name that
/// Maven knows; a bundle's name is listed, but is not judged.
fn manifest(list: &mut List<'_>, text: &str) {
    // A line that begins with a blank goes on with the one before.
    let text = text.replace("\r\n", "\n").replace("\n ", "");
    let Some((_, fields)) = paragraphs(&text, ':').into_iter().next() else { return };
    let get = |key: &str| field(&fields, key).filter(|v| !v.is_empty());
    let version = get("Implementation-Version").or_else(|| get("Bundle-Version"));
    let Some(version) = version else { return };
    if let (Some(group), Some(title)) = (get("Implementation-Vendor-Id"), get("Implementation-Title"))
        && !title.contains(' ')
    {
        list.add(&format!("{group}:{title}"), version, 0);
    } else if let Some(name) = get("Bundle-SymbolicName").or_else(|| get("Implementation-Title")) {
        let name = name.split(';').next().unwrap_or(name).trim();
        list.add(name, version, 0).source = Some(super::unlocked::UNNAMED.to_owned());
    }
}
