//! Archives opened in memory, with bounds: nothing is written to disk, and no archive can make the scan run away.
//!
//! Zip and what is a zip by another name, tar, gzip and zstd, alone and inside one another. A member's path is
//! `outer.zip!inner/path`. What a bound leaves out, what is encrypted and what is damaged is said in a Notice; members
//! that were read before it stay.

use std::io::{Cursor, Read};

use firedoor_core::{Notice, Origin, RepoPath, SourceFile};

/// How much of an archive is opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchiveLimits {
    /// How many archives inside one another; 0 opens none.
    pub depth: u8,
    /// Most members of an archive, those of nested ones included.
    pub members: usize,
    /// Most bytes of one member.
    pub member_bytes: u64,
    /// Most bytes of all members together.
    pub total_bytes: u64,
    /// How many times larger than the archive its members together may be, once they exceed a megabyte.
    pub ratio: u64,
}

impl Default for ArchiveLimits {
    fn default() -> Self {
        Self { depth: 2, members: 20_000, member_bytes: 50_000_000, total_bytes: 300_000_000, ratio: 200 }
    }
}

/// The ratio does not count below it: short repetitive text packs very well.
const RATIO_FREE: u64 = 1_000_000;
/// Longest path of a member that is kept, in bytes.
const MAX_NAME: usize = 4_096;

const ZIP: &[&str] = &["zip", "jar", "war", "ear", "aar", "whl", "egg", "nupkg", "vsix", "apk", "ipa", "xpi"];
const TAR: &[&str] = &["tar", "gem"];
const GZIP: &[&str] = &["gz", "tgz", "crate"];
const ZSTD: &[&str] = &["zst", "tzst"];
/// Archives that are not opened, which is said.
const UNSUPPORTED: &[&str] =
    &["bz2", "tbz", "tbz2", "xz", "txz", "lzma", "lz4", "br", "7z", "rar", "cab", "rpm", "deb", "iso"];

#[derive(Clone, Copy, PartialEq, Eq)]
enum Format {
    Zip,
    Tar,
    Gzip,
    Zstd,
    Unsupported,
}

/// Whether a file is an archive by its name: one that is opened, or one of which is said that it is not.
#[must_use]
pub fn is_archive(path: &RepoPath) -> bool {
    format(path.as_str()).is_some()
}

fn format(path: &str) -> Option<Format> {
    let extension = path.rsplit(['/', '!']).next()?.rsplit_once('.')?.1.to_ascii_lowercase();
    [
        (ZIP, Format::Zip),
        (TAR, Format::Tar),
        (GZIP, Format::Gzip),
        (ZSTD, Format::Zstd),
        (UNSUPPORTED, Format::Unsupported),
    ]
    .into_iter()
    .find(|(names, _)| names.contains(&extension.as_str()))
    .map(|(_, format)| format)
}

/// The files in an archive, in the archive's order, and what was left out. A file that is no archive gives nothing.
#[must_use]
pub fn expand(file: &SourceFile, limits: &ArchiveLimits) -> (Vec<SourceFile>, Vec<Notice>) {
    let budget = (file.bytes().len() as u64).saturating_mul(limits.ratio).max(RATIO_FREE).min(limits.total_bytes);
    let mut expansion = Expansion {
        origin: file.origin(),
        outer: file.path(),
        limits,
        left: budget,
        members: 0,
        full: false,
        files: Vec::new(),
        notices: Vec::new(),
    };
    if let Some(format) = format(file.path().as_str()).filter(|_| limits.depth > 0) {
        expansion.open(format, file.path().as_bytes(), file.bytes(), limits.depth);
    }
    (expansion.files, expansion.notices)
}

struct Expansion<'a> {
    origin: &'a Origin,
    outer: &'a RepoPath,
    limits: &'a ArchiveLimits,
    /// Bytes that may still be read.
    left: u64,
    members: usize,
    /// A bound was reached: nothing more is read.
    full: bool,
    files: Vec<SourceFile>,
    notices: Vec<Notice>,
}

impl Expansion<'_> {
    fn open(&mut self, format: Format, path: &[u8], bytes: &[u8], depth: u8) {
        let result = match format {
            Format::Zip => self.zip(path, bytes, depth),
            Format::Tar => self.tar(path, bytes, depth),
            Format::Gzip => self.packed(path, flate2::read::MultiGzDecoder::new(bytes), depth),
            Format::Zstd => zstd::stream::read::Decoder::with_buffer(bytes).and_then(|d| self.packed(path, d, depth)),
            Format::Unsupported => {
                let text = format!("`{}` is an archive of a kind that is not opened.", RepoPath::from_bytes(path));
                self.notices.push(Notice::warning("archive-not-opened", text).at(self.outer));
                Ok(())
            }
        };
        if let Err(error) = result {
            let name = RepoPath::from_bytes(path);
            let text = format!("The archive `{name}` could not be read to its end: {error}.");
            self.notices.push(Notice::warning("broken-archive", text).at(self.outer));
        }
    }

    fn zip(&mut self, path: &[u8], bytes: &[u8], depth: u8) -> std::io::Result<()> {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(std::io::Error::other)?;
        let mut unread = 0usize;
        for i in 0..archive.len() {
            if self.full {
                break;
            }
            let member = match archive.by_index(i) {
                Ok(member) if member.is_dir() || member.is_symlink() => continue,
                Ok(member) => member,
                // Encrypted, or packed by a method that is not built in.
                Err(_) => {
                    unread += 1;
                    continue;
                }
            };
            let name = member.name_raw().to_vec();
            self.member(path, &name, member, depth);
        }
        if unread > 0 {
            let name = RepoPath::from_bytes(path);
            let text = format!("{unread} members of `{name}` are encrypted or packed in a way that is not supported.");
            self.notices.push(Notice::warning("unreadable-member", text).at(self.outer));
        }
        Ok(())
    }

    fn tar(&mut self, path: &[u8], bytes: &[u8], depth: u8) -> std::io::Result<()> {
        let mut archive = tar::Archive::new(bytes);
        for entry in archive.entries()? {
            if self.full {
                break;
            }
            let entry = entry?;
            if entry.header().entry_type().is_file() {
                let name = entry.path_bytes().into_owned();
                self.member(path, &name, entry, depth);
            }
        }
        Ok(())
    }

    /// One packed stream: a tar by another name, or a single file.
    fn packed(&mut self, path: &[u8], reader: impl Read, depth: u8) -> std::io::Result<()> {
        let Some(bytes) = self.read(path, reader)? else { return Ok(()) };
        let name = path.rsplit(|b| *b == b'/' || *b == b'!').next().unwrap_or(path);
        let stem = name.iter().rposition(|b| *b == b'.').map_or(name, |at| &name[..at]);
        let is_tar = bytes.get(257..262) == Some(b"ustar") || stem.ends_with(b".tar");
        if is_tar {
            // The packed tar and its packing are one archive to a person, so no depth is used up.
            self.left = self.left.saturating_add(bytes.len() as u64);
            return self.tar(path, &bytes, depth);
        }
        self.add(join(path, stem), bytes, depth);
        Ok(())
    }

    fn member(&mut self, archive: &[u8], name: &[u8], reader: impl Read, depth: u8) {
        let path = join(archive, name);
        self.members += 1;
        if self.members > self.limits.members {
            self.full = true;
            self.bound(archive, &format!("it has more than {} members", self.limits.members));
            return;
        }
        match self.read(&path, reader) {
            Ok(Some(bytes)) => self.add(path, bytes, depth),
            Ok(None) => {}
            Err(error) => {
                let text = format!("`{}` could not be read: {error}.", RepoPath::from_bytes(&path));
                self.notices.push(Notice::warning("unreadable-member", text).at(self.outer));
            }
        }
    }

    fn add(&mut self, path: Vec<u8>, bytes: Vec<u8>, depth: u8) {
        let name = RepoPath::from_bytes(&path);
        if let Some(inner) = format(name.as_str()) {
            if depth > 1 {
                self.open(inner, &path, &bytes, depth - 1);
            } else {
                let text = format!("`{name}` lies {} archives deep and was not opened.", self.limits.depth);
                self.notices.push(Notice::warning("archive-depth", text).at(self.outer));
            }
            return;
        }
        self.files.push(SourceFile::new(name, self.origin.clone(), bytes));
    }

    /// Reads a member within the bounds; what it takes is taken from the budget. `None` where a bound was reached.
    fn read(&mut self, path: &[u8], reader: impl Read) -> std::io::Result<Option<Vec<u8>>> {
        let most = self.limits.member_bytes.min(self.left);
        let mut bytes = Vec::new();
        // One byte more than allowed tells that there is more. The size in the archive's own table is not trusted.
        reader.take(most.saturating_add(1)).read_to_end(&mut bytes)?;
        let read = bytes.len() as u64;
        if read > self.left {
            self.full = true;
            self.left = 0;
            self.bound(path, "it unpacks to far more than its size allows, or than the limit of all members together");
            return Ok(None);
        }
        self.left -= read;
        if read > most {
            self.bound(path, &format!("it is larger than {most} bytes"));
            return Ok(None);
        }
        Ok(Some(bytes))
    }

    fn bound(&mut self, path: &[u8], why: &str) {
        let text = format!("`{}` was not judged to its end: {why}.", RepoPath::from_bytes(path));
        self.notices.push(Notice::warning("archive-limit", text).at(self.outer));
    }
}

/// `archive!member`, without what would make the member's name absolute.
fn join(archive: &[u8], member: &[u8]) -> Vec<u8> {
    let member: Vec<u8> = member.iter().take(MAX_NAME).map(|b| if *b == b'\\' { b'/' } else { *b }).collect();
    let mut rest = member.as_slice();
    while let Some(next) = rest.strip_prefix(b"./").or_else(|| rest.strip_prefix(b"/")) {
        rest = next;
    }
    [archive, b"!", rest].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    fn zip_of(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("started");
            zip.write_all(bytes).expect("written");
        }
        zip.finish().expect("finished").into_inner()
    }

    fn tar_of(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut tar = tar::Builder::new(Vec::new());
        for (name, bytes) in members {
            let mut header = tar::Header::new_gnu();
            header.set_size(bytes.len() as u64);
            tar.append_data(&mut header, name, *bytes).expect("written");
        }
        tar.into_inner().expect("finished")
    }

    fn gzip_of(bytes: &[u8]) -> Vec<u8> {
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
        gzip.write_all(bytes).expect("written");
        gzip.finish().expect("finished")
    }

    fn open(name: &str, bytes: Vec<u8>, limits: &ArchiveLimits) -> (Vec<String>, Vec<&'static str>) {
        let (files, notices) = expand(&SourceFile::new(RepoPath::new(name), Origin::WorkTree, bytes), limits);
        let files = files.iter().map(|f| format!("{}={}", f.path(), f.bytes().len())).collect();
        (files, notices.iter().map(|n| n.code).collect())
    }

    #[test]
    fn archives_inside_one_another() {
        let limits = ArchiveLimits::default();
        let jar = zip_of(&[("META-INF/x.properties", b"a=1")]);
        let tar = tar_of(&[("./lib/a.jar", &jar), ("b.txt", b"bb")]);
        let expected = (vec!["d/o.tgz!lib/a.jar!META-INF/x.properties=3".to_owned(), "d/o.tgz!b.txt=2".into()], vec![]);
        assert_eq!(open("d/o.tgz", gzip_of(&tar), &limits), expected);
        let zst = zstd::encode_all(&tar[..], 1).expect("packed");
        assert_eq!(open("o.tar.zst", zst, &limits).0[1], "o.tar.zst!b.txt=2");
        assert_eq!(open("dump.sql.gz", gzip_of(b"x"), &limits).0, ["dump.sql.gz!dump.sql=1"]);
        assert_eq!(open("a.txt", b"PK".to_vec(), &limits), (vec![], vec![]));
        let shallow = ArchiveLimits { depth: 1, ..limits.clone() };
        assert_eq!(
            open("o.zip", zip_of(&[("a.jar", &jar), ("c", b"c")]), &shallow),
            (vec!["o.zip!c=1".into()], vec!["archive-depth"])
        );
        assert_eq!(open("o.zip", jar, &ArchiveLimits { depth: 0, ..limits }), (vec![], vec![]));
    }

    #[test]
    fn kinds_that_are_not_opened_are_told() {
        let limits = ArchiveLimits::default();
        assert_eq!(open("a.tar.xz", b"\xfd7zXZ".to_vec(), &limits), (vec![], vec!["archive-not-opened"]));
        let zip = zip_of(&[("a.7z", b"7z"), ("b", b"b")]);
        assert_eq!(open("o.zip", zip, &limits), (vec!["o.zip!b=1".into()], vec!["archive-not-opened"]));
    }

    #[test]
    fn bombs_are_bounded() {
        let limits =
            ArchiveLimits { total_bytes: 3_000_000, member_bytes: 2_000_000, members: 3, ..ArchiveLimits::default() };
        let zeros = vec![0u8; 20_000_000];
        assert_eq!(open("z.gz", gzip_of(&zeros), &limits), (vec![], vec!["archive-limit"]));
        let many: Vec<(&str, &[u8])> = ["a", "b", "c", "d", "e"].iter().map(|n| (*n, &b"x"[..])).collect();
        let (files, notices) = open("m.zip", zip_of(&many), &limits);
        assert_eq!((files.len(), notices), (3, vec!["archive-limit"]));
        let mut layers = zip_of(&[("z", &zeros)]);
        for _ in 0..20 {
            layers = zip_of(&[("n.zip", &layers)]);
        }
        let (files, notices) = open("n.zip", layers, &ArchiveLimits::default());
        assert_eq!((files.len(), notices), (0, vec!["archive-depth"]));
        let ratio = ArchiveLimits { ratio: 2, ..ArchiveLimits::default() };
        assert_eq!(open("z.gz", gzip_of(&zeros), &ratio).1, ["archive-limit"]);
    }

    #[test]
    fn broken_ones_are_told() {
        let limits = ArchiveLimits::default();
        assert_eq!(open("a.zip", b"PK\x03\x04nothing".to_vec(), &limits).1, ["broken-archive"]);
        assert_eq!(open("a.gz", b"\x1f\x8b".to_vec(), &limits).1, ["broken-archive"]);
        assert_eq!(open("a.zst", b"no".to_vec(), &limits).1, ["broken-archive"]);
        let tar = gzip_of(&tar_of(&[("a", b"a"), ("b", &[7; 3000])]));
        let (files, notices) = open("a.tgz", tar[..tar.len() - 20].to_vec(), &limits);
        assert!(files.is_empty() && notices == ["broken-archive"]);
        let mut bytes = tar_of(&[("a", b"a"), ("b", b"b")]);
        bytes.truncate(1400);
        let (files, notices) = open("a.tar", bytes, &limits);
        assert_eq!((files.len(), notices), (1, vec!["broken-archive"]));
    }
}
