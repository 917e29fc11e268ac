//! Faults on purpose, for tests of the whole program; not in release builds.
//!
//! `FIREDOOR_FAULT=ENGINE:KIND[:FILE]` makes an engine fail when it is handed that file, or without one when it joins its
//! files: `panic` with scanned text in the message, `hang` for ever, `swell` until memory runs out. A release build has
//! only [`at`] without a body.

use firedoor_core::{EngineId, RepoPath};

/// Does what the environment asks for at this place.
#[cfg(debug_assertions)]
pub(crate) fn at(engine: EngineId, path: Option<&RepoPath>) {
    use std::sync::OnceLock;
    static WANTED: OnceLock<Option<String>> = OnceLock::new();
    let Some(wanted) = WANTED.get_or_init(|| std::env::var("FIREDOOR_FAULT").ok()) else { return };
    let mut words = wanted.splitn(3, ':');
    if words.next() != Some(engine.as_str()) {
        return;
    }
    let kind = words.next().unwrap_or_default();
    if words.next() != path.map(RepoPath::as_str) {
        return;
    }
    match kind {
        "panic" => panic!("a fault on purpose, of a file with postgres://reports:Vk7-trq2Lx9w@db.internal:5432/app"),
        "hang" => loop {
            std::thread::sleep(std::time::Duration::from_secs(1));
        },
        _ => {
            let mut held: Vec<Vec<u8>> = Vec::new();
            // Ends with the test's patience where nobody ends it before.
            while held.len() < 512 {
                held.push(vec![1; 8 << 20]);
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
        }
    }
}

/// Nothing.
#[cfg(not(debug_assertions))]
pub(crate) fn at(_: EngineId, _: Option<&RepoPath>) {}
