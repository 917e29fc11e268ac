//! What gitleaks does not read of a work tree: archives by their names, and what the first bytes say is a program, an archive,
//! a font or a document. All else is text to it, pictures and sounds too, and so it is to the user's own rules.
//!
//! The marks are those of the formats, as gitleaks' library for content types knows them.

/// Names of archives and of compressed files.
const ARCHIVES: &str = "7z br bz2 gz lz lz4 mz rar s2 sz tar tbz2 tgz txz xz zip zlib zst zz";

/// Marks at the beginning.
const HEADS: &[&[u8]] = &[
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"PK\x07\x08",
    b"Rar!\x1a\x07",
    b"\x1f\x8b\x08",
    b"\x1f\xa0",
    b"\x1f\x9d",
    b"BZh",
    b"7z\xbc\xaf\x27\x1c",
    b"\xfd7zXZ\x00",
    b"\x28\xb5\x2f\xfd",
    b"%PDF",
    b"MZ",
    b"CWS",
    b"FWS",
    b"{\\rtf",
    b"%!",
    b"SQLi",
    b"NES\x1a",
    b"Cr24",
    b"MSCF",
    b"ISc(",
    b"!<arch>",
    b"LZIP",
    b"\xed\xab\xee\xdb",
    b"\x7fELF",
    b"\xfe\xed\xfa\xcf",
    b"\xfe\xed\xfa\xce",
    b"\xbe\xba\xfe\xca",
    b"\xcf\xfa\xed\xfe",
    b"\xce\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    b"wOFF\x00\x01\x00\x00",
    b"wOF2\x00\x01\x00\x00",
    b"\x00\x01\x00\x00\x00",
    b"OTTO\x00",
    b"\x00asm\x01\x00\x00\x00",
];

/// Marks further on.
const MARKS: &[(usize, &[u8])] = &[(257, b"ustar"), (128, b"DICM"), (32_769, b"CD001")];

/// Whether gitleaks passes a file over.
pub(crate) fn is_passed_over(path: &str, bytes: &[u8]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path).to_ascii_lowercase();
    let extension = name.rsplit_once('.').map_or("", |(_, e)| e);
    let stands = |at: usize, mark: &[u8]| bytes.get(at..).is_some_and(|rest| rest.starts_with(mark));
    ARCHIVES.split_ascii_whitespace().any(|e| e == extension)
        || HEADS.iter().any(|head| bytes.starts_with(head))
        || MARKS.iter().any(|(at, mark)| stands(*at, mark))
        || is_font(bytes)
        || is_document(bytes)
        || bytes.starts_with(b"dex\n") && bytes.get(36) == Some(&b'p')
}

/// Embedded OpenType.
fn is_font(bytes: &[u8]) -> bool {
    const VERSIONS: [&[u8]; 3] = [b"\x02\x00\x01", b"\x01\x00\x00", b"\x02\x00\x02"];
    bytes.get(34..36) == Some(b"LP") && bytes.get(8..11).is_some_and(|version| VERSIONS.contains(&version))
}

/// The older documents of Office, of which a mark within says what they are.
fn is_document(bytes: &[u8]) -> bool {
    const KINDS: [&[u8]; 4] = [b"\xec\xa5", b"\x09\x08", b"\xfd\xff", b"\xa0\x46"];
    let kind = bytes.get(512..514);
    bytes.starts_with(b"\xd0\xcf\x11\xe0") && kind.is_none_or(|kind| KINDS.contains(&kind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_fonts_and_archives() {
        for (path, bytes) in [
            ("a", &b"\x7fELF\x02\x01"[..]),
            ("a.woff2", b"wOF2\x00\x01\x00\x00xx"),
            ("logs.tar", b"text"),
            ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1"),
        ] {
            assert!(is_passed_over(path, bytes), "{path}");
        }
        for (path, bytes) in
            [("a.png", &b"\x89PNG\r\n\x1a\n"[..]), ("a.mo", b"\xde\x12\x04\x95"), ("a.py", b"import os")]
        {
            assert!(!is_passed_over(path, bytes), "{path}");
        }
    }
}
