//! The tables of inputs and outputs in `docs/action.md`, from `action.yml`. The rest of that page is written by hand.

use std::fmt::Write as _;

use anyhow::{Context as _, Result};
use serde_json::Value;

/// The page with its tables renewed.
pub(crate) fn page(page: &str, action: &str) -> Result<String> {
    let action: Value = serde_saphyr::from_str(action).map_err(|e| anyhow::anyhow!("action.yml: {e}"))?;
    let mut inputs = String::from("\n| Input | Default | Meaning |\n|---|---|---|\n");
    for (name, input) in action["inputs"].as_object().into_iter().flatten() {
        let default = match input["default"].as_str().unwrap_or_default() {
            "" => String::new(),
            "${{ github.token }}" => "the job's token".to_owned(),
            value => format!("`{value}`"),
        };
        let _ = writeln!(inputs, "| `{name}` | {default} | {} |", meaning(input));
    }
    let mut outputs = String::from("\n| Output | Meaning |\n|---|---|\n");
    for (name, output) in action["outputs"].as_object().into_iter().flatten() {
        let _ = writeln!(outputs, "| `{name}` | {} |", meaning(output));
    }
    let page = between(page, "inputs", &inputs)?;
    between(&page, "outputs", &outputs)
}

fn meaning(value: &Value) -> String {
    value["description"]
        .as_str()
        .unwrap_or_default()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace('|', "\\|")
}

/// Puts a text between the comments that name its place.
fn between(page: &str, name: &str, text: &str) -> Result<String> {
    let (before, rest) = page.split_once(&format!("<!-- {name}:")).with_context(|| format!("no place for {name}"))?;
    let (note, rest) = rest.split_once('\n').with_context(|| format!("no place for {name}"))?;
    let end = format!("<!-- end of {name} -->");
    let (_, after) = rest.split_once(&end).with_context(|| format!("no end of {name}"))?;
    Ok(format!("{before}<!-- {name}:{note}\n{text}\n{end}{after}"))
}
