//! `firedoor rules`, `firedoor explain`, and what `firedoor sast` does beyond a scan.

use std::path::{Path, PathBuf};

use firedoor_core::{EngineId, Rule, RuleOrigin};
use firedoor_scan::catalogue::{catalogue, did_you_mean, own};
use firedoor_scan::rule_tests;
use serde_json::json;

use crate::cli::{Color, RulesCommand, SastArgs};
use crate::{Done, Failure, scan, write};

pub(crate) fn sast(args: &SastArgs) -> Done {
    if let (Some(pattern), Some(lang)) = (&args.pattern, &args.lang) {
        return search(args, pattern, lang);
    }
    if let Some(rule) = &args.explain {
        write::stdout(&firedoor_scan::explain::explain(rule, &args.scan.rules, &args.scan.paths)?)?;
        return Ok(0);
    }
    scan::run(&args.scan, &[EngineId::Sast])
}

/// A search is a scan with one rule made of the pattern, and never fails the gate.
fn search(args: &SastArgs, pattern: &str, lang: &str) -> Done {
    let quoted = |text: &str| serde_json::to_string(text).map_err(|e| Failure::Message(e.to_string()));
    // A JSON string is a YAML string.
    let rule = format!(
        "rules:\n  - id: \"-e\"\n    message: Matches the pattern.\n    severity: INFO\n    languages: [{}]\n    pattern: {}\n",
        quoted(lang)?,
        quoted(pattern)?
    );
    let dir = std::env::temp_dir().join(format!("firedoor-search-{}", std::process::id()));
    std::fs::create_dir_all(&dir).map_err(|e| Failure::Message(format!("cannot make {}: {e}", dir.display())))?;
    let path = dir.join("pattern.yaml");
    write::file(&path, &rule)?;
    let mut request = scan::request(&args.scan, &[EngineId::Sast])?;
    request.rules = vec![path];
    request.builtin = Some(false);
    request.fail_on = Some(None);
    request.no_config = true;
    let done = scan::run_request(request, &args.scan);
    let _ = std::fs::remove_dir_all(&dir);
    done
}

pub(crate) fn run(command: RulesCommand) -> Done {
    match command {
        RulesCommand::List { paths, format } => list(&paths, &format),
        RulesCommand::Show { rule } => show(&rule),
        RulesCommand::Test { paths, format } => test(&paths, &format),
        RulesCommand::Check { paths } => check(&paths),
        RulesCommand::New { id, language, dir } => new(&id, &language, &dir),
    }
}

fn list(paths: &[PathBuf], format: &str) -> Done {
    let (rules, broken) = catalogue(paths)?;
    match format {
        "json" => {
            let array: Vec<_> = rules
                .iter()
                .map(|r| {
                    json!({
                        "engine": r.engine.as_str(), "id": r.id.as_str(), "title": r.title, "severity": r.severity.as_str(),
                        "confidence": r.confidence.as_str(), "cwe": r.cwe, "owasp": r.owasp, "tags": r.tags,
                        "origin": origin(r),
                    })
                })
                .collect();
            let mut text = serde_json::to_string_pretty(&array).map_err(|e| Failure::Message(e.to_string()))?;
            text.push('\n');
            write::stdout(&text)?;
        }
        "text" => {
            let text: String = rules
                .iter()
                .map(|r| format!("{:<8} {:<9} {:<7} {}\n", r.engine, r.severity, r.confidence, r.id))
                .collect();
            write::stdout(&text)?;
        }
        other => return Err(Failure::Message(format!("rules list prints text or json, not `{other}`"))),
    }
    if broken.is_empty() { Ok(0) } else { Err(Failure::Diagnostics(broken)) }
}

fn origin(rule: &Rule) -> String {
    match &rule.origin {
        RuleOrigin::Builtin(path) => format!("builtin:{path}"),
        RuleOrigin::File(path, line) => format!("{path}:{line}"),
        RuleOrigin::Derived => "the program itself".to_owned(),
    }
}

pub(crate) fn show(id: &str) -> Done {
    let (mut rules, _) = catalogue(&[])?;
    rules.extend(own());
    let found: Vec<_> = rules.iter().filter(|r| r.id.as_str() == id).collect();
    if found.is_empty() {
        let hint = did_you_mean(id, rules.iter().map(|r| r.id.as_str()));
        return Err(Failure::Message(format!("there is no built-in rule `{id}`{hint}")));
    }
    for rule in found {
        let mut text = format!(
            "{} ({}, {} severity, {} confidence)\n\n{}\n\n{}\n",
            rule.id, rule.engine, rule.severity, rule.confidence, rule.title, rule.description
        );
        if !rule.help.is_empty() && rule.help != rule.description {
            text.push_str(&format!("\n{}\n", rule.help));
        }
        for cwe in &rule.cwe {
            text.push_str(&format!("\nCWE-{cwe}: https://cwe.mitre.org/data/definitions/{cwe}.html"));
        }
        for owasp in &rule.owasp {
            text.push_str(&format!("\nOWASP {owasp}"));
        }
        for reference in &rule.references {
            text.push_str(&format!("\nsee {reference}"));
        }
        text.push_str(&format!("\nfrom {}\n", origin(rule)));
        write::stdout(&text)?;
    }
    Ok(0)
}

fn check(paths: &[PathBuf]) -> Done {
    let (rules, broken) = catalogue(paths)?;
    if !broken.is_empty() {
        return Err(Failure::Diagnostics(broken));
    }
    write::stdout(&format!("{} rules, no error\n", rules.len()))?;
    Ok(0)
}

fn test(paths: &[PathBuf], format: &str) -> Done {
    let run = rule_tests::test(paths, &crate::date::today())?;
    let failed = run.tests.iter().filter(|t| !t.failures.is_empty()).count();
    if format == "json" {
        let tests: Vec<_> = run
            .tests
            .iter()
            .map(|t| {
                json!({
                    "file": t.file, "rule": t.rule, "fixture": t.fixture, "passed": t.failures.is_empty(),
                    "failures": t.failures, "expected": t.expected, "reported": t.reported,
                })
            })
            .collect();
        let report = json!({
            "tests": tests, "passed": run.tests.len() - failed, "failed": failed, "untested": run.untested,
            "broken": run.broken.iter().map(ToString::to_string).collect::<Vec<_>>(),
        });
        write::stdout(&format!("{report:#}\n"))?;
    } else if format == "text" {
        let mut text = String::new();
        for test in run.tests.iter().filter(|t| !t.failures.is_empty()) {
            text.push_str(&format!("{}: {} on {}\n", test.file, test.rule, test.fixture));
            for failure in &test.failures {
                text.push_str(&format!("    {failure}\n"));
            }
        }
        for file in &run.untested {
            text.push_str(&format!("{file}: no fixture and no example\n"));
        }
        text.push_str(&format!(
            "{} passed, {failed} failed, {} untested\n",
            run.tests.len() - failed,
            run.untested.len()
        ));
        write::stdout(&text)?;
    } else {
        return Err(Failure::Message(format!("rules test prints text or json, not `{format}`")));
    }
    let color = scan::color(Color::Auto, &std::io::stderr());
    let broken = if run.broken.is_empty() { Vec::new() } else { crate::hush::diagnostics(&run.broken) };
    for broken in &broken {
        crate::say!("{}", firedoor_report::render_diagnostic(broken, color, write::width()));
    }
    Ok(if !run.broken.is_empty() { 2 } else { u8::from(failed > 0) })
}

/// A rule and its fixture with everything that an author must fill in.
fn new(id: &str, language: &str, dir: &Path) -> Done {
    if id.is_empty() || !id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
        return Err(Failure::Message(format!("`{id}` is no rule id: use lower-case letters, digits and hyphens")));
    }
    let files = if language == "secret" {
        vec![(dir.join(format!("{id}.toml")), SECRET_RULE.replace("RULE", id))]
    } else {
        let (extension, comment) = match language {
            "python" => ("py", "#"),
            "javascript" => ("js", "//"),
            "typescript" => ("ts", "//"),
            "java" => ("java", "//"),
            "go" => ("go", "//"),
            "ruby" => ("rb", "#"),
            "php" => ("php", "//"),
            "csharp" => ("cs", "//"),
            "kotlin" => ("kt", "//"),
            "rust" => ("rs", "//"),
            "c" => ("c", "//"),
            "cpp" => ("cpp", "//"),
            "bash" => ("sh", "#"),
            "terraform" | "hcl" => ("tf", "#"),
            "dockerfile" => ("dockerfile", "#"),
            "yaml" => ("test.yaml", "#"),
            other => return Err(Failure::Message(format!("no skeleton is known for the language `{other}`"))),
        };
        vec![
            (dir.join(format!("{id}.yaml")), CODE_RULE.replace("RULE", id).replace("LANGUAGE", language)),
            (
                dir.join(format!("{id}.{extension}")),
                format!("{comment} ruleid: {id}\nFIXME\n\n{comment} ok: {id}\nFIXME\n"),
            ),
        ]
    };
    for (path, _) in &files {
        if path.exists() {
            return Err(Failure::Message(format!("{} is there already", path.display())));
        }
    }
    for (path, text) in files {
        write::file(&path, &text)?;
        crate::say!("firedoor: wrote {}", path.display());
    }
    Ok(0)
}

const CODE_RULE: &str = "rules:
  - id: RULE
    message: >-
      FIXME what is wrong. FIXME why it matters. FIXME what to do.
    severity: HIGH
    languages: [LANGUAGE]
    pattern: FIXME(...)
    metadata:
      category: security
      cwe: [\"CWE-FIXME: name of the weakness\"]
      owasp: [\"FIXME\"]
      confidence: MEDIUM
      references: [\"https://cwe.mitre.org/\"]
";

const SECRET_RULE: &str = "# Source of the format: FIXME
[[rules]]
id = \"RULE\"
title = \"FIXME\"
description = \"FIXME what it is. FIXME what somebody who has it can do. FIXME what to do.\"
regex = '''\\b(fixme_[0-9a-f]{32})\\b'''
keywords = [\"fixme_\"]
severity = \"high\"
confidence = \"high\"
source = \"https://FIXME\"
revoke = \"https://FIXME\"
examples = [\"token = fixme_⟦[0-9a-f]{32}⟧\", \"key: 'fixme_⟦[0-9a-f]{32}⟧'\"]
counterexamples = [\"fixme_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"]
";
