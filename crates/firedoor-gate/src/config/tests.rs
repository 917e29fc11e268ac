//! The configuration: what it means, and that every mistake is pointed at.

use firedoor_core::{EngineId, RuleSource, Severity};

use super::*;

fn parse(text: &str) -> Result<Config, Vec<String>> {
    parse_config(&RuleSource::new("firedoor.toml", text)).map_err(|e| e.iter().map(ToString::to_string).collect())
}

#[test]
fn an_empty_file_is_the_default() {
    let config = parse("").expect("valid");
    assert_eq!(config.gate, Policy::default());
    assert_eq!(config.scan, Config::default().scan);
    assert_eq!(config.scan.engines, [EngineId::Secrets, EngineId::Sast, EngineId::Sca]);
    assert_eq!((config.scan.max_file_size, config.sast.common.max_file_size), (100_000_000, 5_000_000));
    assert!(config.scan.hidden && config.secrets.common.builtin && config.sca.common.builtin);
}

#[test]
fn everything_has_its_place() {
    let text = r#"
"$schema" = "x"
extends = { path = "base.toml", sha256 = "AA00000000000000000000000000000000000000000000000000000000000000" }
[scan]
engines = ["sast"]
exclude = ["vendor/"]
max-file-size = "2MiB"
[secrets]
rules = ["r.toml"]
disable = ["generic-*"]
allow-values = ["^x$"]
[gate]
fail-on = "never"
min-confidence = "high"
new-only = "never"
max-expiry-days = 90
max-existing = { high = 3, low = 10 }
salt = "s"
[[gate.override]]
engine = "secrets"
fail-on = "low"
[[severity]]
rule = "a"
severity = "low"
[[suppress]]
rule = ["a", "b"]
path = "x/"
reason = "r"
until = 2027-01-31
"#;
    let config = parse(text).expect("valid");
    assert_eq!(config.extends[0].sha256.as_deref().map(|s| s.starts_with("aa")), Some(true));
    assert_eq!(config.scan.max_file_size, 2 << 20);
    assert_eq!(config.secrets.common.rules, ["r.toml"]);
    assert_eq!(config.rules_base(EngineId::Secrets), Some("firedoor.toml"));
    assert!(config.secrets.common.disable.is_match("generic-key"));
    assert_eq!((config.gate.fail_on, config.gate.new_only), (None, NewOnly::Never));
    assert_eq!(
        config.gate.max_existing,
        Some(MaxExisting::PerSeverity(vec![(Severity::High, 3), (Severity::Low, 10)]))
    );
    assert_eq!(config.gate.overrides[0].fail_on, Some(Some(Severity::Low)));
    assert_eq!(config.gate.severities[0].severity, Some(Severity::Low));
    let place = Some(("firedoor.toml".to_owned(), 25));
    assert_eq!((config.suppress[0].until.as_deref(), &config.suppress[0].scope.place), (Some("2027-01-31"), &place));
}

#[test]
fn mistakes_are_pointed_at() {
    let check = |text: &str, expected: &str| {
        let errors = parse(text).expect_err("a mistake");
        assert!(errors[0].contains(expected), "{text}: {errors:?}");
    };
    check(
        "[gate]\nfail_on = 'high'",
        "firedoor.toml:2:1: There is no key `fail_on` in `gate`. (did you mean `fail-on`?)",
    );
    check("[policy]\nbuiltin = true", "firedoor.toml:1:2: There is no key `policy` at the top level.");
    check("[scan]\nengines = ['policy']", "2:12: `scan.engines` must be one of secrets, sast, sca.");
    check("[gates]", "firedoor.toml:1:2: There is no key `gates` at the top level. (did you mean `gate`?)");
    check("[gate]\nfail-on = 'hihg'", "2:11: `gate.fail-on` must be one of never, info");
    check("[gate]\nfail-on = 3", "must be a text; this is an integer");
    check("[gate]\nmax-expiry-days = -1", "must be from 0 to 36500");
    check("[scan]\nexclude = ['a[']", "`scan.exclude` is not a valid glob");
    check("[scan]\nmax-file-size = '10 parsecs'", "must be a size");
    check("[[suppress]]\nrule = 'x'", "`suppress` has no `reason`");
    check("[[suppress]]\nreason = 'x'", "names no finding");
    check("[[suppress]]\nrule = ''\nreason = 'x'", "2:8: `suppress.rule` is empty.");
    check("[[suppress]]\nrule = []\npath = 'a'\nreason = 'x'", "2:8: `suppress.rule` is empty, so");
    check("[[severity]]\nrule = ['a', ' ']\nseverity = 'low'", "2:14: `severity.rule` is empty.");
    check("[[severity]]\nrule = 'x'", "changes nothing");
    check("[[gate.override]]\npath = 'a'", "one of fail-on, min-confidence, new-only");
    check("[[gate.override]]\npath = []\nfail-on = 'never'", "`gate.override.path` is empty, so");
    check("[[suppress]]\nrule='x'\nreason = 'x'\nuntil = 'soon'", "must be a date");
    check("gate = 1", "`gate` must be a table");
    check("suppress = {}", "write `[[suppress]]`");
    check("[gate\nx", "This is not valid TOML");
    check("extends = { path = 'x', sha256 = 'zz' }", "64 hexadecimal digits");
}

#[test]
fn layers_join_and_tell_where_values_come_from() {
    let layers = [
        RuleSource::new(
            "org.toml",
            "[gate]\nfail-on = 'low'\nrequire-reason = true\n[[suppress]]\nrule='a'\nreason='org'\n",
        ),
        RuleSource::new(
            "firedoor.toml",
            "extends = 'org.toml'\n[gate]\nfail-on = 'high'\n[[suppress]]\nrule='b'\nreason='own'\n",
        ),
    ];
    let config = parse_layers(&layers).expect("valid");
    assert_eq!(config.gate.fail_on, Some(Severity::High));
    assert!(config.gate.require_reason);
    let reasons: Vec<_> = config.suppress.iter().map(|s| (s.reason.as_str(), s.scope.place.clone())).collect();
    let place = |path: &str| Some((path.to_owned(), 4));
    assert_eq!(reasons, [("org", place("org.toml")), ("own", place("firedoor.toml"))]);
    let origins = config.origins();
    let origin = |key: &str| origins.iter().find(|o| o.key == key).map(|o| (o.value.clone(), o.path.clone(), o.line));
    assert_eq!(origin("gate.fail-on"), Some(("\"high\"".into(), Some("firedoor.toml".into()), Some(3))));
    assert_eq!(origin("gate.require-reason"), Some(("true".into(), Some("org.toml".into()), Some(3))));
    assert_eq!(origin("gate.min-confidence"), Some(("\"medium\"".into(), None, None)));
    assert_eq!(origin("suppress[1].rule"), Some(("\"b\"".into(), Some("firedoor.toml".into()), Some(5))));
}

#[test]
fn a_pinned_file_is_checked() {
    let digest = crate::identity::hex(&Sha256::digest(b"[gate]\n"));
    let by = RuleSource::new("firedoor.toml", format!("extends = {{ path = 'o.toml', sha256 = '{digest}' }}"));
    let config = parse_config(&by).expect("valid");
    assert!(check_digest(&config.extends[0], &by, b"[gate]\r\n").is_ok());
    assert!(check_digest(&config.extends[0], &by, b"[gate] \n").is_err());
}

#[test]
fn every_default_is_valid_by_its_own_table() {
    for origin in Config::default().origins() {
        if origin.value.is_empty() {
            continue;
        }
        let (table, key) = origin.key.split_once('.').expect("all defaults stand in tables");
        let text = format!("[{table}]\n{key} = {}\n", origin.value);
        assert!(parse(&text).is_ok(), "{text}: {:?}", parse(&text).err());
    }
}

/// `FIREDOOR_UPDATE=1 cargo test -p firedoor-gate` writes the file.
#[test]
#[expect(clippy::disallowed_methods, reason = "the test reads the committed schema")]
fn the_committed_schema_is_current() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../schemas/firedoor.schema.json");
    if std::env::var("FIREDOOR_UPDATE").is_ok() {
        std::fs::write(path, json_schema()).expect("the folder is there");
    }
    let committed = std::fs::read_to_string(path).unwrap_or_default().replace("\r\n", "\n");
    assert!(committed == json_schema(), "{path} is stale: run `FIREDOOR_UPDATE=1 cargo test -p firedoor-gate`");
}
