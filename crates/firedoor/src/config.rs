//! `firedoor config`: what is in force, and where it comes from.

use std::path::PathBuf;

use firedoor_input::Root;
use firedoor_scan::{Request, setup};

use crate::cli::ConfigCommand;
use crate::{Done, Failure, write};

pub(crate) fn run(command: ConfigCommand) -> Done {
    match command {
        ConfigCommand::Schema => write::stdout(&firedoor_gate::config::json_schema())?,
        ConfigCommand::Show { path, config, origin } => {
            let paths: Vec<PathBuf> = path.into_iter().collect();
            let root = Root::resolve(&paths).map_err(|e| Failure::Message(e.to_string()))?;
            let request = Request { paths, config, ..Request::default() };
            let (config, _) = setup::configuration(&request, &root)?;
            let mut text = String::new();
            for entry in config.origins() {
                text.push_str(&entry.key);
                text.push_str(" = ");
                text.push_str(&match entry.key.as_str() {
                    // It may come from a secret store, and a mirror's address may hold a password.
                    "gate.salt" if !entry.value.is_empty() => "\"********\"".to_owned(),
                    _ => crate::hush::address(&entry.value),
                });
                if origin {
                    text.push_str("  # ");
                    text.push_str(&match (&entry.path, entry.line) {
                        (Some(path), Some(line)) => format!("{path}:{line}"),
                        (Some(path), None) => path.clone(),
                        (None, _) => "default".to_owned(),
                    });
                }
                text.push('\n');
            }
            write::stdout(&text)?;
        }
    }
    Ok(0)
}
