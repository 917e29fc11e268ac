//! OSV records: any text is an advisory or an error, and what an advisory affects can be asked and is answered the same by
//! the index that was built from it.
#![no_main]

use firedoor_sca::{Database, DatabaseBuilder};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: (&[u8], &str)| {
    let (record, version) = data;
    let mut builder = DatabaseBuilder::new();
    if builder.add_json(record).is_err() {
        return;
    }
    let database = Database::open(builder.finish(1, false)).expect("what was built opens");
    let ecosystems: Vec<String> = database.info().ecosystems;
    for ecosystem in ecosystems {
        for name in ["a", "lodash", "x/y"] {
            let answer = database.matches(&ecosystem, name, version);
            assert!(answer.covered && !answer.damaged);
            for hit in &answer.matches {
                assert!(database.advisory(&ecosystem, hit.advisory).is_some());
                let _ = database.smallest_fix(&ecosystem, name, &hit.fixed, &[hit.id.clone()]);
            }
        }
    }
});
