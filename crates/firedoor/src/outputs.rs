//! A JSON report as `name=value` lines for `$GITHUB_OUTPUT`, so that the Action needs no JSON tool on the runner.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::{Done, Failure, write};

pub(crate) fn run(file: &Path) -> Done {
    let failed = |e: &dyn std::fmt::Display| Failure::Message(format!("{} is no report: {e}", file.display()));
    let text = std::fs::read_to_string(file).map_err(|e| failed(&e))?;
    let report: Value = serde_json::from_str(&text).map_err(|e| failed(&e))?;
    if report["verdict"].as_str().is_none() || !report["summary"].is_object() {
        return Err(failed(&"it has no verdict"));
    }
    write::stdout(&lines(&report))?;
    Ok(0)
}

fn lines(report: &Value) -> String {
    let summary = &report["summary"];
    let counts = json!({ "by_severity": summary["by_severity"], "by_engine": summary["by_engine"] });
    let engines = report["engines"].as_array().map_or(&[] as &[Value], Vec::as_slice);
    let date = engines.iter().find_map(|e| e["database"]["date"].as_str()).unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let mut out = String::new();
    for (name, value) in [
        ("verdict", word(&report["verdict"])),
        ("version", word(&report["tool"]["version"])),
        ("findings-total", summary["findings"].to_string()),
        ("findings-new", summary["new"].to_string()),
        ("findings-blocking", summary["blocking"].to_string()),
        ("findings-suppressed", summary["suppressed"].to_string()),
        ("highest-severity", word(&summary["highest_severity"])),
        ("counts", counts.to_string()),
        ("db-date", date.to_owned()),
    ] {
        // A value with a line end would be a line of its own, that is, another output.
        let value: String = value.chars().filter(|c| !c.is_control()).collect();
        let _ = writeln!(out, "{name}={value}");
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_can_add_an_output() {
        let report = json!({
            "verdict": "fail", "tool": { "version": "1\nresult=pass" }, "engines": [{ "database": { "date": "2026-08-22" } }],
            "summary": { "findings": 3, "new": 1, "blocking": 1, "suppressed": 0, "highest_severity": null,
                         "by_severity": { "high": 3 }, "by_engine": { "sca": 3 } },
        });
        assert_eq!(
            lines(&report),
            "verdict=fail\nversion=1result=pass\nfindings-total=3\nfindings-new=1\nfindings-blocking=1\n\
             findings-suppressed=0\nhighest-severity=\ncounts={\"by_severity\":{\"high\":3},\"by_engine\":{\"sca\":3}}\n\
             db-date=2026-08-22\n"
        );
    }
}
