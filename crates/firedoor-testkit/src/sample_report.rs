//! A made-up run over real bytes, for the reporters' tests: every engine, every state, and files with accents, emoji,
//! tabs, CRLF, a BOM, control characters, very long lines, names that are not UTF-8 or hold spaces and percent signs.
//!
//! Nothing here scans: findings are placed by searching for a needle. [`write_files`] puts the same bytes on disk, so
//! that outside validators can compare reports with files.

use std::collections::BTreeMap;
use std::sync::Arc;

use firedoor_core::{
    AbsentFinding, BaselineState, CommitInfo, Confidence, DatabaseInfo, Edit, EngineId, EngineSummary, Evidence,
    Finding, Fix, Identity, JudgedFinding, Location, Notice, Origin, Package, RepoPath, Rule, RuleOrigin, RunReport,
    SecretValue, Severity, SourceFile, Span, StepKind, Suppression, SuppressionKind, Trace, TraceStep, Validity,
    Verdict, VersionControl,
};

/// The secrets that the files hold and no report may show. Made up, and put together here so that no complete one
/// stands in the repository.
#[must_use]
pub fn secrets() -> Vec<String> {
    vec![format!("ghp_{}", "Ab3xQ9".repeat(6)), ["correct", "horse", "battery", "staple"].join("-é\"<&")]
}

/// The files: path and content.
#[must_use]
pub fn files() -> Vec<(RepoPath, Vec<u8>)> {
    let [token, password] = <[String; 2]>::try_from(secrets()).expect("there are two");
    let minified = format!("{}eval(a);eval(b);{}", "var x=1;".repeat(12_000), "var y=\"é😀\";".repeat(9_000));
    let app = "# café ☕ 😀\nfrom flask import request\n\ndef show(db):\n\tname = request.args[\"q\"]  # é😀\n\tquery = \
               \"select * from t where n = '\" + name + \"'\"\n\tprint(\"é😀\"); db.execute(query)\n\treturn query\n";
    vec![
        (RepoPath::new(".env"), format!("A=1\nGITHUB_TOKEN={token}\nPASSWORD='{password}'\n").into_bytes()),
        (RepoPath::new("dist/bundle.min.js"), minified.into_bytes()),
        (
            RepoPath::new("docs/50% off/ünïcode 😀 #1?.ts"),
            "// \u{1b}[31mred\u{1b}[0m \u{202e}\nconst tab = '\t'; eval(`😀${tab}`); // <script>alert(1)</script>\n"
                .as_bytes()
                .to_vec(),
        ),
        (
            RepoPath::new("package-lock.json"),
            b"{\n  \"packages\": {\n    \"node_modules/left-pad\": {\n      \"version\": \"1.0.0\"\n    },\n    \
              \"node_modules/right-pad\": {\n      \"version\": \"2.0.0\"\n    }\n  }\n}\n"
                .to_vec(),
        ),
        (RepoPath::new("src/app.py"), app.as_bytes().to_vec()),
        (
            RepoPath::new("src/bom and crlf.js"),
            "\u{feff}eval('é');\r\nif (a == 1) {\r\n  eval('😀');\r\n}\r\n".as_bytes().to_vec(),
        ),
        (RepoPath::from_bytes(b"src/caf\xe9.txt"), b"caf\xe9 \xff eval(x)\rsecond eval(y)\r".to_vec()),
    ]
}

/// Writes [`files`] below `root`; a name that the file system does not take is left out.
///
/// # Errors
/// Where a folder or file cannot be written.
#[cfg(unix)]
pub fn write_files(root: &std::path::Path) -> std::io::Result<()> {
    use std::os::unix::ffi::OsStrExt as _;
    for (path, bytes) in files() {
        let path = root.join(std::ffi::OsStr::from_bytes(path.as_bytes()));
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent)?;
        }
        std::fs::write(path, bytes)?;
    }
    Ok(())
}

struct Tree(Vec<SourceFile>);

impl Tree {
    fn new() -> Self {
        Self(files().into_iter().map(|(p, b)| SourceFile::new(p, Origin::WorkTree, b)).collect())
    }

    fn file(&self, name: &str) -> &SourceFile {
        self.0.iter().find(|f| f.path().as_str().contains(name)).expect("a file of the sample")
    }

    /// The span of the `nth` (from 0) place of `needle`.
    fn span(&self, name: &str, needle: &str, nth: usize) -> Span {
        let bytes = self.file(name).bytes();
        let at = bytes.windows(needle.len()).enumerate().filter(|(_, w)| *w == needle.as_bytes()).nth(nth);
        let at = at.expect("a needle of the sample").0;
        Span::new(at, at + needle.len())
    }

    fn location(&self, name: &str, needle: &str) -> Location {
        Location::in_file(self.file(name), self.span(name, needle, 0))
    }

    fn finding(&self, rule: &Arc<Rule>, name: &str, needle: &str, nth: usize, message: &str) -> Finding {
        Finding::new(rule, self.file(name), self.span(name, needle, nth), message)
    }
}

/// What the scan does before a reporter sees a finding: secrets become their mask in the snippet.
fn mask(at: &mut Location, value: &SecretValue, raw: &str) {
    let masked = value.masked();
    let range = at.snippet.highlight.range();
    let mut before = at.snippet.text[..range.start].to_owned();
    let mut after = at.snippet.text[range.end..].to_owned();
    for other in secrets() {
        before = before.replace(&other, "********");
        after = after.replace(&other, "********");
    }
    assert_eq!(&at.snippet.text[range], raw, "the finding marks the secret");
    at.snippet.highlight = Span::new(before.len(), before.len() + masked.len());
    at.snippet.text = before + &masked + &after;
}

fn rule(engine: EngineId, id: &str, title: &str, severity: Severity) -> Rule {
    let mut rule = Rule::new(engine, id, title, severity);
    rule.origin = RuleOrigin::Builtin(format!("{engine}/{id}.yaml"));
    rule
}

/// The rules of the sample, sorted by engine and id.
#[must_use]
pub fn rules() -> Vec<Arc<Rule>> {
    let mut token = rule(EngineId::Secrets, "github-pat", "GitHub personal access token", Severity::Critical);
    token.confidence = Confidence::High;
    token.cwe = vec![798];
    let password = rule(EngineId::Secrets, "generic-password", "Password in a configuration file", Severity::Medium);
    let mut eval = rule(EngineId::Sast, "javascript-eval", "Code from text is run", Severity::Medium);
    eval.description = "Text is run as code. Whoever writes the text runs what they like; parse it instead.".into();
    eval.help = "## Bad\n\n```js\neval(x)\n```\n\n## Good\n\n```js\nJSON.parse(x)\n```".into();
    eval.cwe = vec![95, 94];
    let mut sql = rule(EngineId::Sast, "python-sql-injection", "SQL built from a request", Severity::High);
    sql.description = "A request's value becomes part of an SQL text. Pass it as a parameter.".into();
    sql.cwe = vec![89];
    sql.owasp = vec!["A03:2021 - Injection".into()];
    sql.tags = (0..12).map(|n| format!("tag-{n}")).collect();
    sql.references = vec!["https://owasp.org/www-community/attacks/SQL_Injection".into()];
    sql.confidence = Confidence::High;
    let unused = rule(EngineId::Sast, "python-weak-hash", "A weak hash", Severity::Low);
    let mut advisory = Rule::new(EngineId::Sca, "GHSA-aaaa-bbbb-cccc", "left-pad pads to the right", Severity::High);
    advisory.cvss = Some(7.5);
    advisory.cwe = vec![1321];
    let mut second = Rule::new(EngineId::Sca, "javascript-eval", "An advisory named like a rule", Severity::Info);
    second.cvss = Some(0.0);
    [token, password, eval, sql, unused, advisory, second].map(Arc::new).to_vec()
}

/// The sample run: fails, with every kind of finding, suppression, notice and evidence.
#[must_use]
#[expect(clippy::too_many_lines, reason = "one flat list of examples reads best")]
pub fn report() -> RunReport {
    let tree = Tree::new();
    let rules = rules();
    let [r_token, r_password, r_eval, r_sql, _, r_advisory, r_second] = &rules[..] else { unreachable!("seven rules") };
    let values = secrets();

    let secret = |rule: &Arc<Rule>, raw: &str, shown: usize, message: &str| {
        let mut f = tree.finding(rule, ".env", raw, 0, message);
        let value = SecretValue::new(raw.as_bytes(), shown);
        mask(&mut f.location, &value, raw);
        f.identity = Identity::Secret { value: value.clone() };
        let reasons = vec!["the prefix \"ghp_\" is GitHub's".to_owned(), "the checksum holds".to_owned()];
        f.evidence = Evidence::Secret { value, validity: Validity::Valid, reasons };
        f
    };
    let token = secret(r_token, &values[0], 4, "A GitHub token \"ghp_********\" is in \".env\".");
    let password = secret(r_password, &values[1], 0, "A password is in \".env\"");
    let mut history = secret(r_token, &values[0], 4, "A GitHub token was committed.");
    history.location.origin = Origin::Commit(Arc::new(CommitInfo {
        id: "0123456789abcdef0123456789abcdef01234567".into(),
        author: "Ann Ö <ann@example.org>".into(),
        date: "2026-01-02T03:04:05Z".into(),
        summary: "add =cmd|' /C calc'!A0".into(),
    }));

    let mut sql = tree.finding(
        r_sql,
        "app.py",
        "db.execute(query)",
        0,
        "The query is built from `request.args[\"q\"]` [see](1), \"é😀\", <b>bold</b> | pipe {0} {x}.\nSecond line: 100%",
    );
    let step = |kind, needle: &str, message: &str| TraceStep {
        location: tree.location("app.py", needle).with_message(message),
        kind,
    };
    sql.traces = vec![Trace {
        steps: vec![
            step(StepKind::Source, "request.args[\"q\"]", "The value comes from the request"),
            step(StepKind::Propagation, "name + \"'\"", "It is put into a text."),
            step(StepKind::Sink, "db.execute(query)", "The text is run as SQL."),
        ],
    }];
    sql.related = vec![tree.location("app.py", "def show(db)").with_message("In this function")];
    let metavariables = BTreeMap::from([("$DB".to_owned(), "db".to_owned()), ("$Q".to_owned(), "query".to_owned())]);
    sql.evidence = Evidence::Code { metavariables };
    sql.properties.insert("confidence-reason", "the flow is direct".into());

    let mut fixable = tree.finding(r_eval, "bom and crlf", "eval('😀')", 0, "Text is run as code.");
    let at = fixable.location.clone();
    fixable.fixes = vec![Fix {
        description: "Parse the text instead of running it".into(),
        edits: vec![Edit { path: at.path, span: at.span, region: at.region, replacement: "JSON.parse('😀')".into() }],
    }];
    let first_line = tree.finding(r_eval, "bom and crlf", "eval('é');\r\n", 0, "Text is run as code.");
    let strange = tree.finding(r_eval, "ünïcode", "eval(`😀${tab}`)", 0, "=Text \u{1b}[31mis run\u{1b}[0m as code!");
    let latin = tree.finding(r_eval, "src/caf", "eval(x)", 0, "Text is run as code.");
    let latin_second = tree.finding(r_eval, "src/caf", "eval(y)", 0, "Text is run as code.");
    let min_a = tree.finding(r_eval, "min.js", "eval(a)", 0, "Text is run as code.");
    let min_b = tree.finding(r_eval, "min.js", "eval(b)", 0, "Text is run as code.");

    let dependency = |rule: &Arc<Rule>, name: &str, version: &str, fixed: &[&str], direct| {
        let needle = format!("\"node_modules/{name}\"");
        let mut f = tree.finding(rule, "package-lock", &needle, 0, &format!("\"{name}\" {version} is vulnerable."));
        f.identity = Identity::Dependency {
            group: rule.id.as_str().into(),
            ecosystem: "npm".into(),
            package: name.into(),
            folder: String::new(),
        };
        f.evidence = Evidence::Dependency {
            package: Package { ecosystem: "npm".into(), name: name.into(), version: version.into() },
            purl: format!("pkg:npm/{name}@{version}"),
            advisories: vec![rule.id.as_str().into(), "CVE-2026-0001".into()],
            fixed: fixed.iter().map(|v| (*v).to_owned()).collect(),
            direct: Some(direct),
            groups: vec!["dev".into()],
        };
        f
    };
    let left = dependency(r_advisory, "left-pad", "1.0.0", &["1.0.1", "2.0.0"], false);
    let right = dependency(r_second, "right-pad", "2.0.0", &[], true);

    let ignored = Suppression {
        kind: SuppressionKind::InSource,
        form: "firedoor:ignore".into(),
        reason: Some("test data, reviewed".into()),
        owner: Some("Ann".into()),
        until: Some("2027-01-01".into()),
        path: Some(RepoPath::new("src/app.py")),
        line: Some(4),
    };
    let listed = Suppression {
        kind: SuppressionKind::External,
        form: "osv-scanner.toml".into(),
        reason: None,
        owner: None,
        until: None,
        path: None,
        line: None,
    };
    let new = Some(BaselineState::New);
    let old = Some(BaselineState::Unchanged);
    let mut findings = vec![
        judged(token, new, true, "severity critical is at or above fail-on high"),
        judged(history, new, true, "severity critical is at or above fail-on high"),
        judged(password, new, false, "severity medium is below fail-on high"),
        judged(min_a, new, false, "severity medium is below fail-on high"),
        judged(min_b, new, false, "severity medium is below fail-on high"),
        judged(strange, new, false, "severity medium is below fail-on high"),
        judged(left, new, true, "severity high is at or above fail-on high"),
        judged(right, new, false, "suppressed"),
        judged(sql, new, true, "severity high is at or above fail-on high"),
        judged(first_line, new, false, "suppressed"),
        judged(fixable, old, false, "it was there before"),
        judged(latin, old, false, "it was there before"),
        judged(latin_second, old, false, "it was there before"),
    ];
    findings[7].suppressions = vec![listed];
    findings[9].suppressions = vec![ignored];

    RunReport {
        tool_version: "0.1.0".into(),
        category: "firedoor".into(),
        verdict: Verdict::Fail,
        reasons: vec!["4 new findings are at or above the severity \"high\".".into()],
        findings,
        absent: vec![AbsentFinding {
            rule: "javascript-eval".into(),
            engine: EngineId::Sast,
            path: RepoPath::new("src/gone.js"),
            fingerprint: "f".repeat(64),
        }],
        notices: vec![
            Notice::warning("broken-lockfile", "The file is cut off; 3 packages were read.")
                .at(&RepoPath::new("package-lock.json"))
                .on_line(9)
                .by(EngineId::Sca),
            Notice::note("skipped-binary", "One binary file was left out.").by(EngineId::Sast),
            Notice::error("rule-unsupported", "The rule \"a.b\" uses \"pattern-where-python\", which is not supported")
                .about_rule("python-weak-hash")
                .by(EngineId::Sast),
        ],
        rules,
        engines: vec![
            EngineSummary { engine: EngineId::Secrets, files: 7, rules: 2, packages: None, database: None },
            EngineSummary { engine: EngineId::Sast, files: 5, rules: 3, packages: None, database: None },
            EngineSummary {
                engine: EngineId::Sca,
                files: 1,
                rules: 2,
                packages: Some(2),
                database: Some(DatabaseInfo {
                    source: "embedded snapshot".into(),
                    date: "2026-11-01".into(),
                    advisories: 2,
                    ecosystems: vec!["npm".into()],
                }),
            },
        ],
        version_control: VersionControl {
            repository: Some("https://example.org/sample.git".into()),
            revision: Some("0123456789abcdef0123456789abcdef01234567".into()),
            branch: Some("main".into()),
            base: None,
        },
        display_root: String::new(),
    }
}

/// A run in which nothing was found.
#[must_use]
pub fn clean_report() -> RunReport {
    let mut report = report();
    report.verdict = Verdict::Pass;
    report.reasons = vec!["No finding is at or above the severity \"high\".".into()];
    report.findings.clear();
    report.absent.clear();
    report.notices.clear();
    report
}

/// A run with `n` findings over made-up files of 50 findings each, severities mixed.
#[must_use]
pub fn large_report(n: usize) -> RunReport {
    let mut report = clean_report();
    let base = &rules()[2];
    let text: String = (0..50).map(|i| format!("    value_{i} = eval(input_{i})  // é\n")).collect();
    let file = SourceFile::new(RepoPath::new("src/file.js"), Origin::WorkTree, text.clone().into_bytes());
    // Placed once and copied: counting columns 26,000 times is slow in a test build.
    let places: Vec<Finding> = text
        .match_indices("eval(")
        .map(|(at, found)| Finding::new(base, &file, Span::new(at, at + found.len()), ""))
        .collect();
    for i in 0..n {
        let mut f = places[i % places.len()].clone();
        f.location.path = RepoPath::new(format!("src/file_{:06}.js", i / places.len()));
        f.message = format!("Text number {i} is run as code.");
        f.severity = Severity::ALL[i % 5];
        let mut one = judged(f, None, i % 5 > 2, "severity");
        one.fingerprint = format!("{i:064x}");
        report.findings.push(one);
    }
    report.verdict = Verdict::Fail;
    report
}

/// A judged finding with a fingerprint made of rule, path and place.
fn judged(finding: Finding, state: Option<BaselineState>, blocking: bool, why: &str) -> JudgedFinding {
    let at = &finding.location;
    let text = format!("{}{}{:?}{:?}", finding.rule.id, at.path, at.span, at.origin);
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for b in text.bytes() {
        hash = (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3);
    }
    JudgedFinding {
        finding,
        fingerprint: format!("{hash:016x}").repeat(4),
        state,
        suppressions: Vec::new(),
        blocking,
        why: why.into(),
    }
}
