//! The formats as their readers see them: each is parsed by something other than the code that wrote it.

mod schema;

use std::collections::BTreeSet;
use std::io::Write as _;

use firedoor_core::{RepoPath, RunReport, Verdict};
use firedoor_report::{Format, RenderOptions, render};
use firedoor_testkit::sample_report as sample;
use serde_json::Value;

fn show(report: &RunReport, format: Format) -> String {
    render(report, format, &RenderOptions::default())
}

fn json(report: &RunReport, format: Format) -> Value {
    serde_json::from_str(&show(report, format)).expect("JSON")
}

/// A secret as the formats might write it.
fn spellings(secret: &str) -> Vec<String> {
    let json = serde_json::to_string(secret).expect("a string");
    let xml = secret.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let percent: String = secret
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b == b'-' { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    let csv = secret.replace('"', "\"\"");
    vec![
        secret.to_owned(),
        json[1..json.len() - 1].to_owned(),
        xml.clone(),
        xml.replace('"', "&quot;"),
        percent,
        csv,
        secret[4..].to_owned(),
    ]
}

#[test]
fn no_format_shows_a_secret() {
    let loud = RenderOptions {
        color: true,
        explain_score: true,
        show_suppressed: true,
        show_existing: true,
        verbose: true,
        ..RenderOptions::default()
    };
    let report = sample::report();
    for format in Format::ALL {
        for options in [RenderOptions::default(), loud.clone()] {
            let text = render(&report, format, &options);
            for secret in sample::secrets() {
                for spelling in spellings(&secret) {
                    assert!(!text.contains(&spelling), "{format} shows {spelling}");
                }
            }
        }
    }
}

#[test]
fn a_secret_that_came_through_the_scan_is_stopped() {
    let mut report = sample::report();
    let token = sample::secrets().swap_remove(0);
    for judged in &mut report.findings {
        judged.finding.message = format!("It is \"{token}\"");
        judged.finding.location.snippet.text = format!("x = {token}");
        judged.why = token.clone();
    }
    for format in Format::ALL {
        assert!(!show(&report, format).contains(&token), "{format}");
    }
    schema::check(
        &serde_json::from_str(include_str!("../../../../schemas/report.schema.json")).expect("JSON"),
        &json(&report, Format::Json),
    );
}

#[test]
fn every_format_is_deterministic_and_ends_in_a_line_feed() {
    for report in [sample::report(), sample::clean_report()] {
        for format in Format::ALL {
            let text = show(&report, format);
            assert_eq!(text, show(&report.clone(), format), "{format}");
            assert!(text.ends_with('\n'), "{format}");
            assert!(!text.contains('\u{1b}'), "{format} holds an escape character");
        }
    }
}

#[test]
fn text_is_short_when_nothing_is_wrong() {
    let text = show(&sample::clean_report(), Format::Text);
    assert!(text.lines().count() <= 7, "{text}");
    assert!(text.contains("PASS 0 findings"), "{text}");
}

#[test]
fn text_says_what_where_why_and_what_to_do() {
    let text = show(&sample::report(), Format::Text);
    for part in [
        "critical[github-pat]: A GitHub token",
        "--> src/app.py:7:16",
        "^^^^^^^^^^^^^^^^^\n",
        "1. source  src/app.py:5:9 The value comes from the request: request.args[\"q\"]",
        "Upgrade \"left-pad\" from 1.0.0 to 1.0.1 or later",
        "error[rule-unsupported]",
        "firedoor:ignore, Ann: test data, reviewed, until 2027-01-01",
        "database of 2026-11-01 (embedded snapshot)",
        "FAIL 11 findings (2 critical, 2 high, 7 medium), 4 blocking",
        "4 new findings are at or above",
        "3 existing findings",
    ] {
        assert!(text.contains(part), "lacks {part:?}:\n{text}");
    }
    assert!(!text.contains(":::"), "{text}");
    let is_source = |l: &&str| l.trim_start_matches(|c: char| c == ' ' || c.is_ascii_digit()).starts_with('|');
    let width = text.lines().filter(is_source).map(|l| l.chars().count()).max();
    assert!(width <= Some(100), "{width:?}");
}

#[test]
fn what_people_see() {
    insta::assert_snapshot!("text", show(&sample::report(), Format::Text));
    insta::assert_snapshot!("markdown", show(&sample::report(), Format::Markdown));
    insta::assert_snapshot!("github", show(&sample::report(), Format::Github));
}

#[test]
fn json_follows_its_schema() {
    let own: Value = serde_json::from_str(include_str!("../../../../schemas/report.schema.json")).expect("JSON");
    for report in [sample::report(), sample::clean_report()] {
        schema::check(&own, &json(&report, Format::Json));
    }
    // A wrong document does not pass, so the check checks.
    let mut wrong = json(&sample::report(), Format::Json);
    wrong["findings"][0]["severity"] = "terrible".into();
    assert!(!schema::errors(&own, &wrong).is_empty());
}

#[test]
fn jsonl_holds_the_same_findings() {
    let report = sample::report();
    let text = show(&report, Format::Jsonl);
    let lines: Vec<Value> = text.lines().map(|l| serde_json::from_str(l).expect("JSON")).collect();
    assert_eq!(lines[0]["type"], "run");
    let mut findings: Vec<Value> = lines.iter().filter(|l| l["type"] == "finding").cloned().collect();
    for f in &mut findings {
        f.as_object_mut().expect("an object").shift_remove("type");
    }
    assert_eq!(Value::from(findings), json(&report, Format::Json)["findings"]);
}

#[test]
fn foreign_json_has_the_shape_that_its_readers_expect() {
    let all: Value = serde_json::from_str(include_str!("../data/foreign-formats.json")).expect("JSON");
    for report in [sample::report(), sample::clean_report()] {
        for format in [
            Format::GitlabSast,
            Format::GitlabSecrets,
            Format::GitlabDependencies,
            Format::CodeClimate,
            Format::Rdjson,
            Format::SemgrepJson,
            Format::GitleaksJson,
        ] {
            let contract = all.get(format.as_str()).unwrap_or_else(|| panic!("{format} has a contract"));
            schema::check(contract, &json(&report, format));
        }
    }
    // GitLab's schemas demand this form of a time, whoever names it.
    let time = regex::Regex::new(r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$").expect("a pattern");
    let scan = &json(&sample::report(), Format::GitlabSast)["scan"];
    assert!(["start_time", "end_time"].iter().all(|t| time.is_match(scan[*t].as_str().expect("a text"))), "{scan}");
    let said: Vec<_> = scan["messages"].as_array().expect("messages").iter().map(|m| m["value"].clone()).collect();
    let by_whom = "Suppressed: 1 × firedoor:ignore, Ann: test data, reviewed, until 2027-01-01";
    assert!(
        said.contains(&by_whom.into()) || show(&sample::report(), Format::GitlabSecrets).contains(by_whom),
        "{said:?}"
    );
    assert_eq!(json(&sample::report(), Format::GitlabSast)["vulnerabilities"].as_array().map(Vec::len), Some(7));
    assert_eq!(json(&sample::report(), Format::GitleaksJson).as_array().map(Vec::len), Some(3));
    assert_eq!(show(&sample::clean_report(), Format::GitleaksJson), "[]\n");
}

#[test]
fn rdjson_columns_are_bytes() {
    let found = json(&sample::report(), Format::Rdjson);
    let at = |path: &str, nth: usize| {
        let all = found["diagnostics"].as_array().expect("an array");
        let all: Vec<_> = all.iter().filter(|d| d["location"]["path"] == path).collect();
        all[nth]["location"]["range"]["start"]["column"].clone()
    };
    let (_, app) = sample::files().into_iter().find(|(p, _)| p.as_str() == "src/app.py").expect("a file");
    let line = app.split(|b| *b == b'\n').nth(6).expect("a line");
    let column = line.windows(3).position(|w| w == b"db.").expect("in it") + 1;
    assert_eq!(at("src/app.py", 0), column);
}

#[test]
fn junit_is_xml_and_its_numbers_agree() {
    use quick_xml::events::Event;
    let text = show(&sample::report(), Format::Junit);
    let mut reader = quick_xml::Reader::from_str(&text);
    let (mut depth, mut cases, mut failures, mut skipped, mut errors) = (0i32, 0, 0, 0, 0);
    let mut stated = Vec::new();
    loop {
        let event = reader.read_event().expect("well-formed");
        let (start, empty) = match &event {
            Event::Start(s) => (Some(s), false),
            Event::Empty(s) => (Some(s), true),
            Event::End(_) => {
                depth -= 1;
                (None, false)
            }
            Event::Eof => break,
            _ => (None, false),
        };
        if let Some(s) = start {
            depth += i32::from(!empty);
            // All that Jenkins' schema (junit-10.xsd) knows of; it refuses anything else.
            let allowed: &[&str] = match s.name().as_ref() {
                "testsuites" => &["name", "tests", "failures", "errors", "time"],
                "testsuite" => &["name", "tests", "failures", "errors", "skipped", "time"],
                "testcase" => &["name", "classname", "time"],
                "failure" | "error" | "skipped" => &["message", "type"],
                "system-out" => &[],
                other => panic!("no element `{other}` is known"),
            };
            for attribute in s.attributes() {
                let attribute = attribute.expect("an attribute");
                assert!(allowed.contains(&attribute.key.as_ref()), "{attribute:?}");
            }
            match s.name().as_ref() {
                "testcase" => cases += 1,
                "failure" => failures += 1,
                "skipped" => skipped += 1,
                "error" => errors += 1,
                "testsuites" => {
                    for a in s.attributes() {
                        let a = a.expect("an attribute");
                        stated.push(a.value.clone().into_owned());
                    }
                }
                _ => {}
            }
        }
    }
    assert_eq!(depth, 0);
    assert_eq!((cases, failures, errors, skipped), (14, 4, 1, 2));
    assert_eq!(&stated[1..4], ["14", "4", "1"]);
    let clean = show(&sample::clean_report(), Format::Junit);
    assert_eq!(clean.matches("no findings").count(), 3);
}

#[test]
fn csv_rows_have_the_same_width_and_no_formulas() {
    let text = show(&sample::report(), Format::Csv);
    let rows = parse_csv(&text);
    assert_eq!(rows.len(), sample::report().findings.len() + 1);
    for row in &rows {
        assert_eq!(row.len(), rows[0].len(), "{row:?}");
        assert!(row.iter().all(|c| !c.starts_with(['=', '+', '-', '@'])), "{row:?}");
    }
}

/// RFC 4180.
fn parse_csv(text: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\r' if !quoted => {}
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            c => cell.push(c),
        }
    }
    assert!(!quoted && cell.is_empty());
    rows
}

#[test]
fn annotations_stay_within_the_limits_and_cannot_be_broken_out_of() {
    let mut report = sample::large_report(100);
    report.findings[4].finding.message = "a\r\n::error::b%0A, c".into();
    report.findings[4].finding.severity = firedoor_core::Severity::Critical;
    report.findings[4].blocking = true;
    report.findings[4].finding.location.path = RepoPath::new("a,b:c\n::stop-commands::x.js");
    let text = show(&report, Format::Github);
    for level in ["error", "warning", "notice"] {
        let n = text.lines().filter(|l| l.starts_with(&format!("::{level} "))).count();
        assert!(n <= 10, "{n} of {level}");
    }
    assert!(text.lines().all(|l| ["::error ", "::warning ", "::notice "].iter().any(|p| l.starts_with(p))), "{text}");
    assert!(text.contains("a%2Cb%3Ac %3A%3Astop-commands%3A%3Ax.js"), "{text}");
    assert!(text.contains("::a%0A::error::b%250A, c"), "{text}");
    assert!(text.lines().last().is_some_and(|l| l.contains("more not annotated")));
}

#[test]
fn markdown_stays_below_the_limit_and_is_not_markup() {
    let text = show(&sample::large_report(26_000), Format::Markdown);
    assert!(text.len() < 1 << 20, "{}", text.len());
    let text = show(&sample::report(), Format::Markdown);
    assert!(!text.contains("<b>") && !text.contains("<script"), "{text}");
    for table in text.split("\n\n").filter(|t| t.starts_with("| ")) {
        let widths: BTreeSet<usize> = table.lines().map(|l| l.matches('|').count()).collect();
        assert_eq!(widths.len(), 1, "{table}");
    }
}

#[test]
fn html_has_no_outside_resources_and_no_foreign_markup() {
    let text = show(&sample::report(), Format::Html);
    for forbidden in ["<b>", "<script>alert", " src=", "<link", "@import", "url(", "style=\"", "onclick"] {
        assert!(!text.contains(forbidden), "{forbidden}");
    }
    let data = text.split("id=\"data\">").nth(1).and_then(|t| t.split("</script>").next()).expect("the data");
    let data: Value = serde_json::from_str(data).expect("JSON");
    assert_eq!(data.as_array().map(Vec::len), Some(sample::report().findings.len()));
}

#[test]
fn sarif_is_what_github_reads() {
    for (format, results) in [(Format::Sarif, 12 - 1), (Format::SarifGithub, 10 - 1)] {
        let sarif = json(&sample::report(), format);
        let run = &sarif["runs"][0];
        assert_eq!(run["columnKind"], "utf16CodeUnits");
        assert_eq!(run["automationDetails"]["id"], "firedoor/");
        assert_eq!(run["invocations"][0]["executionSuccessful"], true);
        let found = run["results"].as_array().expect("always there");
        assert_eq!(found.len(), results, "{format}");
        let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
        let ids: BTreeSet<_> = rules.iter().map(|r| r["id"].as_str()).collect();
        assert_eq!(ids.len(), rules.len(), "ids are unique");
        for rule in rules {
            assert!(rule["name"] != rule["id"]);
            let score: f32 = rule["properties"]["security-severity"].as_str().expect("text").parse().expect("number");
            assert!(score > 0.0 && score <= 10.0);
            let tags = rule["properties"]["tags"].as_array().expect("tags");
            assert!(tags.len() <= 10 && tags[0] == "security");
            assert!(!rule["help"]["text"].as_str().expect("text").is_empty());
        }
        for result in found {
            let rule = &rules[usize::try_from(result["ruleIndex"].as_u64().expect("index")).expect("small")];
            assert_eq!(rule["id"], result["ruleId"]);
            let place = &result["locations"][0]["physicalLocation"];
            for number in ["startLine", "startColumn", "endLine", "endColumn"] {
                assert!(place["region"][number].as_u64() >= Some(1));
            }
            let uri = place["artifactLocation"]["uri"].as_str().expect("a URI");
            assert!(uri.is_ascii() && !uri.contains(' ') && !uri.starts_with('/'), "{uri}");
            assert!(result["message"]["text"].as_str().is_some_and(|t| t.ends_with(['.', '!', '?'])));
            let hash = result["partialFingerprints"]["primaryLocationLineHash"].as_str().expect("hash");
            assert!(hash.contains(':'));
        }
        let uris: Vec<_> =
            found.iter().map(|r| &r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]).collect();
        assert!(uris.contains(&&Value::from("docs/50%25%20off/%C3%BCn%C3%AFcode%20%F0%9F%98%80%20%231%3F.ts")));
        assert!(uris.contains(&&Value::from("src/caf%E9.txt")));
    }
    let upload = json(&sample::report(), Format::SarifGithub);
    let run = &upload["runs"][0];
    let used: BTreeSet<_> = run["results"].as_array().expect("results").iter().map(|r| r["ruleId"].as_str()).collect();
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    assert_eq!(rules.iter().map(|r| r["id"].as_str()).collect::<BTreeSet<_>>(), used, "only the rules of its findings");
    let told = run["invocations"][0]["toolExecutionNotifications"].as_array().expect("notifications");
    let of = |n: &&Value| n["descriptor"]["id"] == "suppressed";
    assert!(told.iter().filter(of).count() > 0, "what was suppressed is told");
    assert!(told.iter().filter(of).all(|n| n["level"] == "note" && n["message"]["text"].is_string()));
    let full = json(&sample::report(), Format::Sarif);
    let results = full["runs"][0]["results"].as_array().expect("results");
    assert_eq!(results.iter().filter(|r| r.get("suppressions").is_some()).count(), 2);
    assert_eq!(results.iter().filter(|r| r.get("codeFlows").is_some()).count(), 1);
    assert_eq!(results.iter().filter(|r| r.get("fixes").is_some()).count(), 1);
    let text = show(&sample::clean_report(), Format::Sarif);
    assert!(text.contains("\"results\": []"), "an empty array, not nothing");
}

#[test]
fn sarif_follows_the_schema_of_oasis() {
    let official: Value = serde_json::from_str(include_str!("../data/sarif/sarif-schema-2.1.0.json")).expect("JSON");
    let mut incomplete = sample::report();
    incomplete.verdict = Verdict::Incomplete;
    for report in [sample::report(), sample::clean_report(), sample::large_report(300), incomplete] {
        for format in [Format::Sarif, Format::SarifGithub] {
            schema::check(&official, &json(&report, format));
        }
    }
    // The check checks.
    let mut wrong = json(&sample::report(), Format::Sarif);
    wrong["runs"][0]["results"][0]["level"] = "fatal".into();
    wrong["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0.into();
    wrong["runs"][0]["tool"]["driver"]["rules"][0]["surprise"] = 1.into();
    assert_eq!(schema::errors(&official, &wrong).len(), 3, "{:?}", schema::errors(&official, &wrong));
}

#[test]
fn sarif_says_when_a_run_is_incomplete_and_the_upload_is_not_refused_for_it() {
    let mut report = sample::report();
    report.verdict = Verdict::Incomplete;
    let successful = |f| json(&report, f)["runs"][0]["invocations"][0]["executionSuccessful"].clone();
    assert_eq!((successful(Format::Sarif), successful(Format::SarifGithub)), (false.into(), true.into()));
    let upload = json(&report, Format::SarifGithub);
    let invocation = &upload["runs"][0]["invocations"][0];
    assert_eq!(invocation["toolConfigurationNotifications"][0]["associatedRule"]["id"], "python-weak-hash");
    let told = invocation["toolExecutionNotifications"].as_array().expect("notifications");
    assert_eq!(told.iter().filter(|n| n["descriptor"]["id"] != "suppressed").count(), 2);
}

#[test]
fn the_upload_of_26000_findings_fits() {
    let text = show(&sample::large_report(26_000), Format::SarifGithub);
    let sarif: Value = serde_json::from_str(&text).expect("JSON");
    let run = &sarif["runs"][0];
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 5_000);
    assert!(results.iter().all(|r| r["level"] == "error"), "the gravest are kept");
    let notice = run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"].as_str().expect("text");
    assert!(notice.starts_with("21,000 findings of 26,000"), "{notice}");
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
    encoder.write_all(text.as_bytes()).expect("in memory");
    assert!(encoder.finish().expect("in memory").len() < 10_000_000);
}

#[test]
fn hostile_reports_do_not_break_a_format() {
    let mut report = sample::report();
    let nasty = "\0\u{7}]]>--><!--</script>\u{2028}\u{202e}\"'`|\\\r\n%0A{{0}}[a](1)\u{feff}\u{ffff}";
    for judged in &mut report.findings {
        judged.finding.message = nasty.repeat(3);
        judged.why = nasty.into();
        judged.finding.location.snippet.highlight = firedoor_core::Span::new(3, 1_000_000);
        judged.fingerprint = String::new();
        judged.finding.location.line_hash = String::new();
        judged.finding.location.path = RepoPath::new(format!("{nasty}/x"));
    }
    report.display_root = "../é \u{1b}".into();
    report.category = String::new();
    report.engines.clear();
    report.rules.clear();
    for format in Format::ALL {
        let text = show(&report, format);
        assert!(!text.is_empty(), "{format}");
        if matches!(format, Format::Html) {
            assert_eq!(text.matches("</script>").count(), 2);
        }
    }
    let mut reader = quick_xml::Reader::from_str(&*Box::leak(show(&report, Format::Junit).into_boxed_str()));
    while reader.read_event().expect("well-formed") != quick_xml::events::Event::Eof {}
}
