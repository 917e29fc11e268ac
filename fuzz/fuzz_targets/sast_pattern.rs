//! A pattern and code, both of any text, in a language that the first byte chooses: the pattern compiler and the matcher.
//! A NUL parts the two; without one the pattern searches itself.
#![no_main]

use firedoor_core::{Origin, RepoPath, SourceFile};
use firedoor_sast::search;
use libfuzzer_sys::fuzz_target;

const LANGUAGES: &[&str] = &[
    "python", "javascript", "typescript", "java", "go", "csharp", "ruby", "php", "kotlin", "c", "cpp", "rust", "bash",
    "terraform", "yaml", "json", "dockerfile", "scala", "swift", "solidity", "elixir", "html", "xml",
];

fuzz_target!(|data: &[u8]| {
    let Some((first, rest)) = data.split_first() else { return };
    let language = LANGUAGES[usize::from(*first) % LANGUAGES.len()];
    let (pattern, code) = match rest.iter().position(|b| *b == 0) {
        Some(at) => (&rest[..at], &rest[at + 1..]),
        None => (rest, rest),
    };
    let Ok(pattern) = std::str::from_utf8(pattern) else { return };
    let file = SourceFile::new(RepoPath::new("fuzz"), Origin::WorkTree, code.to_vec());
    match search(pattern, language, &file) {
        Ok(matches) => {
            // Of UTF-16 the text is judged, which may be longer than what is written.
            for found in matches {
                assert!(found.span.start <= found.span.end && found.span.end as usize <= file.bytes().len());
            }
        }
        Err(diagnostic) => {
            let _ = (diagnostic.to_string(), diagnostic.position());
        }
    }
});
