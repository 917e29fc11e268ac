//! Any bytes as an archive of advisories and as each of a database's files: errors, never panics.
#![no_main]

use firedoor_sca::{Database, DatabaseBuilder};
use libfuzzer_sys::fuzz_target;

const RECORD: &[u8] = br#"{"id":"A","summary":"s","affected":[{"package":{"ecosystem":"npm","name":"a"},
  "ranges":[{"type":"SEMVER","events":[{"introduced":"0"},{"fixed":"2.0.0"}]}]}]}"#;

fuzz_target!(|data: &[u8]| {
    let mut builder = DatabaseBuilder::new();
    let _ = builder.add_zip("fuzz.zip", data, Some("npm"));
    let mut builder = DatabaseBuilder::new();
    builder.add_json(RECORD).expect("a record");
    let files = builder.finish(1, false);
    for damaged in ["manifest.json", "npm.idx", "npm.txt"] {
        let files = files.iter().map(|(name, bytes)| {
            (name.clone(), if name == damaged { data.to_vec() } else { bytes.clone() })
        });
        let Ok(database) = Database::open(files.collect()) else { continue };
        for name in ["a", "b"] {
            for hit in database.matches("npm", name, "1.0.0").matches {
                let _ = database.advisory("npm", hit.advisory);
            }
        }
    }
});
