//! Any bytes as a record, an archive and a damaged index: errors, never panics.
#![no_main]

use firedoor_sca::{Database, DatabaseBuilder};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let mut builder = DatabaseBuilder::new();
    let _ = builder.add_json(data);
    let _ = builder.add_zip("fuzz.zip", data, Some("npm"));
    let files = builder.finish(1, false);
    if let Ok(database) = Database::open(files.clone()) {
        let _ = database.matches("npm", "a", "1.0.0");
    }
    let damaged = files.into_iter().map(|(name, bytes)| if name.ends_with(".idx") { (name, data.to_vec()) } else { (name, bytes) });
    if let Ok(database) = Database::open(damaged.collect()) {
        for hit in database.matches("npm", "a", "1.0.0").matches {
            let _ = database.advisory("npm", hit.advisory);
        }
    }
});
