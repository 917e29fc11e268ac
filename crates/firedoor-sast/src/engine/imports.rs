//! Where a file imports: names there may bring in others, or get other names.
//!
//! Found without parsing, so that more is taken for an import than is one, and nothing less. Of a comment that speaks of
//! imports nothing is lost.

use std::ops::Range;

use firedoor_lang::Language;
use memchr::{memchr, memchr2, memmem};

use crate::pattern::is_script;

/// How long an import may be.
const MAX_IMPORT: usize = 8192;
/// How far in front of `= require(…)` the names that it gives may begin.
const MAX_NAMES: usize = 4096;
/// How much may follow `require(…)`: what is taken of the module.
const MAX_PARTS: usize = 256;

/// How often imports may hold each byte of a file, on average.
const MAX_READ: usize = 32;

/// A part of a file that imports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Import {
    start: usize,
    end: usize,
    /// Names may become others, or parts of classes may stand alone (Java).
    renames: bool,
}

/// The imports of a file.
pub(super) struct Imports(Vec<Upto>);

/// The imports up to one.
struct Upto {
    start: usize,
    /// How far some of them reaches, and one that renames.
    end: usize,
    end_of_renaming: usize,
}

impl Imports {
    pub(super) fn new(bytes: &[u8], language: Option<Language>) -> Self {
        let (mut end, mut end_of_renaming) = (0, 0);
        let all = imports(bytes, language).into_iter().map(|import| {
            end = import.end.max(end);
            end_of_renaming = if import.renames { import.end.max(end_of_renaming) } else { end_of_renaming };
            Upto { start: import.start, end, end_of_renaming }
        });
        Self(all.collect())
    }

    /// Whether an import holds a place, and if so whether one that renames does.
    pub(super) fn hold(&self, at: &Range<usize>) -> Option<bool> {
        let behind = self.0.partition_point(|upto| upto.start <= at.start);
        let upto = behind.checked_sub(1).and_then(|last| self.0.get(last)).filter(|upto| upto.end >= at.end)?;
        Some(upto.end_of_renaming >= at.end)
    }
}

/// The imports of a file, in order.
fn imports(bytes: &[u8], language: Option<Language>) -> Vec<Import> {
    let all: Box<dyn Iterator<Item = Import>> = match language {
        Some(Language::Python) => Box::new(words(bytes, b"import").map(|at| python(bytes, at))),
        Some(Language::Java) => Box::new(words(bytes, b"import").map(|at| java(bytes, at))),
        Some(Language::Go) => Box::new(words(bytes, b"import").map(|at| go(bytes, at))),
        Some(language) if is_script(language) => {
            let imports = words(bytes, b"import").filter_map(|at| imported(bytes, at));
            let exports = words(bytes, b"export").filter_map(|at| imported(bytes, at));
            Box::new(imports.chain(exports).chain(words(bytes, b"require").map(|at| required(bytes, at))))
        }
        _ => Box::new(std::iter::empty()),
    };
    let mut found = Vec::new();
    let mut left = bytes.len().saturating_mul(MAX_READ) + MAX_IMPORT;
    for import in all {
        if import.end - import.start > left {
            // Made to be slow.
            return vec![Import { start: 0, end: bytes.len(), renames: true }];
        }
        left -= import.end - import.start;
        found.push(import);
    }
    found.sort_by_key(|import| (import.start, import.end));
    found
}

/// Whether a byte is part of a name; those that are not of ASCII may be.
pub(super) fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$')
}

/// The places of a word.
fn words<'b>(bytes: &'b [u8], word: &'static [u8]) -> impl Iterator<Item = usize> + 'b {
    memmem::find_iter(bytes, word).filter(move |at| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        !before.is_some_and(|byte| is_word(*byte)) && !bytes.get(at + word.len()).is_some_and(|byte| is_word(*byte))
    })
}

fn has_comment(text: &[u8]) -> bool {
    memmem::find(text, b"//").is_some() || memmem::find(text, b"/*").is_some()
}

fn line_start(bytes: &[u8], at: usize) -> usize {
    bytes[..at].iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).map_or(0, |end| end + 1)
}

/// `from a import (b as c,)`, `import a`
fn python(bytes: &[u8], at: usize) -> Import {
    let mut start = line_start(bytes, at);
    // Lines that go on.
    while start > 0 && at - start < MAX_IMPORT {
        let before = bytes[..start].trim_ascii_end();
        if !before.ends_with(b"\\") {
            break;
        }
        start = line_start(bytes, before.len());
    }
    let rest = &bytes[at..bytes.len().min(at + MAX_IMPORT)];
    let (mut depth, mut end) = (0_u32, 0);
    while let Some(byte) = rest.get(end) {
        match byte {
            b'(' => depth += 1,
            b')' => depth = depth.saturating_sub(1),
            b'#' => {
                end += memchr(b'\n', &rest[end..]).unwrap_or(rest.len() - end);
                continue;
            }
            b'\\' => {
                end += if rest.get(end + 1) == Some(&b'\r') { 3 } else { 2 };
                continue;
            }
            b'\n' | b'\r' if depth == 0 => break,
            _ => {}
        }
        end += 1;
    }
    let end = (at + end).min(bytes.len());
    Import { start, end, renames: words(&bytes[start..end], b"as").next().is_some() }
}

/// `import static a.B.c;`
fn java(bytes: &[u8], at: usize) -> Import {
    let rest = &bytes[at..bytes.len().min(at + MAX_IMPORT)];
    let end = memchr(b';', rest).map_or(rest.len(), |end| end + 1);
    let end = if has_comment(&rest[..end]) { rest.len().min(end + MAX_PARTS) } else { end };
    Import { start: at, end: at + end, renames: memmem::find(&rest[..end], b"static").is_some() }
}

/// `import a "b"`, `import ( … )`
fn go(bytes: &[u8], at: usize) -> Import {
    let rest = &bytes[at..];
    let first = rest[6..].iter().find(|byte| !byte.is_ascii_whitespace());
    let end = match first {
        Some(b'(' | b'/') => memmem::find(rest, b"\n)").unwrap_or(rest.len().min(MAX_IMPORT)),
        _ => {
            let text = rest.iter().position(|byte| matches!(byte, b'"' | b'`'));
            let behind = text.unwrap_or(0);
            behind + memchr(b'\n', &rest[behind..]).unwrap_or(rest.len() - behind)
        }
    };
    Import { start: at, end: at + end, renames: true }
}

/// `import a, {b as c} from 'm'`; not `import('m')`, nor an export that names no module near.
fn imported(bytes: &[u8], at: usize) -> Option<Import> {
    let rest = &bytes[at..bytes.len().min(at + MAX_IMPORT)];
    let behind = rest[6..].trim_ascii_start();
    if behind.starts_with(b"(") {
        return None;
    }
    if rest.starts_with(b"export") && !matches!(behind.first(), Some(b'{' | b'*' | b'/')) {
        return None;
    }
    let mut depth = 0_u32;
    let end = first_text(rest, 6, |byte| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        // `import {"a" as b} from 'm'`
        depth > 0
    });
    Some(Import { start: at, end: at + end, renames: true })
}

/// The end of the first text in quotes from a place on, comments left out, and texts at which `is_passed` says so of what is
/// in front of them.
fn first_text(bytes: &[u8], from: usize, mut is_passed: impl FnMut(u8) -> bool) -> usize {
    let (mut at, mut passed) = (from, false);
    while let Some(byte) = bytes.get(at) {
        let left = &bytes[at..];
        at += match byte {
            b'/' if left.starts_with(b"//") => memchr2(b'\n', b'\r', left).unwrap_or(left.len()),
            b'/' if left.starts_with(b"/*") => memmem::find(left, b"*/").unwrap_or(left.len()),
            b'"' | b'\'' => {
                let len = memchr(*byte, &left[1..]).map_or(left.len(), |close| close + 2);
                if !passed {
                    return at + len;
                }
                len
            }
            byte => {
                passed = is_passed(*byte);
                1
            }
        };
    }
    bytes.len()
}

/// `const {a: b} = require('m').c`
fn required(bytes: &[u8], at: usize) -> Import {
    let line = line_start(bytes, at);
    let own = &bytes[line..at];
    let count = |byte: u8| own.iter().filter(|other| **other == byte).count();
    // The names that it gives may begin on a line before.
    let is_closed = count(b'{') >= count(b'}') && count(b'[') >= count(b']');
    let above = bytes[..line].trim_ascii_end();
    let last = &above[line_start(above, above.len())..];
    let goes_on = match own.iter().position(|byte| *byte == b'=') {
        Some(equal) => own[..equal].trim_ascii().is_empty(),
        None => last.ends_with(b"=") || memmem::find(last, b"//").is_some() || last.ends_with(b"/"),
    };
    // A comment that began on a line before.
    let goes_on = goes_on || memmem::find(own, b"*/").is_some();
    let start = if is_closed && !goes_on { line } else { line.min(at.saturating_sub(MAX_NAMES)) };
    let rest = &bytes[at..bytes.len().min(at + MAX_IMPORT)];
    let module = first_text(rest, 7, |_| false);
    let close = memchr(b')', &rest[module..]).map_or(rest.len(), |close| module + close);
    let behind = &rest[close..];
    let behind = &behind[..behind.len().min(MAX_PARTS)];
    let end = memchr(b';', behind).filter(|end| !has_comment(&behind[..*end])).unwrap_or(behind.len());
    Import { start, end: at + close + end, renames: true }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The parts of a code that import.
    fn parts(code: &str, language: Language) -> Vec<&str> {
        imports(code.as_bytes(), Some(language)).iter().map(|import| &code[import.start..import.end]).collect()
    }

    #[test]
    fn imports_are_found_whole() {
        let code = "x = 1\nfrom a \\\n  import (  # (see\n  b as c,\n)\ny = 2\n";
        assert_eq!(parts(code, Language::Python), ["from a \\\n  import (  # (see\n  b as c,\n)"]);
        let code = "f();\nimport {\n  a as b // (\n} from\n 'm';\nimport('n');\n";
        assert_eq!(parts(code, Language::JavaScript), ["import {\n  a as b // (\n} from\n 'm'"]);
        let code = "const {\n  a: b, // ;)\n} = require('m')\n  .c;\nd();\n";
        assert_eq!(parts(code, Language::JavaScript), ["const {\n  a: b, // ;)\n} = require('m')\n  .c"]);
        let code = "package a\nimport (\n\tb \"c/d\"\n)\nvar e int\n";
        assert_eq!(parts(code, Language::Go), ["import (\n\tb \"c/d\""]);
        assert_eq!(parts("import static a.B\n .c;\nclass D {}\n", Language::Java), ["import static a.B\n .c;"]);
    }

    #[test]
    fn what_is_broken_ends() {
        for language in [Language::Python, Language::Java, Language::Go, Language::JavaScript] {
            for code in ["import", "import (", "from x import \\", "require(", "export {", "import '", "= require"] {
                let all = imports(code.as_bytes(), Some(language));
                assert!(all.iter().all(|import| import.start <= import.end && import.end <= code.len()), "{code}");
            }
        }
    }
}
