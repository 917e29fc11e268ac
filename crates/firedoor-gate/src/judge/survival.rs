//! Fingerprints over a long series of edits: what was there stays the same finding, and nothing new hides behind it.
//!
//! A project of invented files is edited at random (from a fixed seed) for many rounds: lines are inserted and removed,
//! blocks re-indented, line ends changed, files renamed and moved; new findings are planted, many of them copies of old
//! ones. The baseline is that of the first day throughout.

use std::collections::BTreeMap;

use firedoor_core::{BaselineState, EngineId, Finding, Origin, RepoPath, Rule, Severity, SourceFile, Span};
use std::sync::Arc;

use super::{GateInput, Judgement, judge};
use crate::baseline::{Annotation, Baseline};

#[derive(Clone)]
struct Line {
    text: String,
    is_finding: bool,
    is_planted: bool,
}

#[derive(Clone)]
struct File {
    path: String,
    lines: Vec<Line>,
    crlf: bool,
}

/// Numerical Recipes' linear congruential generator: enough to shuffle edits.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or(0) % n.max(1)
    }
}

fn line(random: &mut Random, is_planted: bool) -> Line {
    let is_finding = is_planted || random.below(8) == 0;
    // Few distinct texts, so that equal findings in one file are common.
    let n = random.below(40);
    let indent = "    ".repeat(random.below(3));
    let text = if is_finding { format!("{indent}danger(x, {n})") } else { format!("{indent}let v{n} = {n};") };
    Line { text, is_finding, is_planted }
}

fn project(random: &mut Random) -> Vec<File> {
    (0..60)
        .map(|i| File {
            path: format!("src/m{}/f{i}.rs", i % 7),
            lines: (0..40 + random.below(80)).map(|_| line(random, false)).collect(),
            crlf: false,
        })
        .collect()
}

fn judged(files: &[File], baseline: Option<&Baseline>) -> Judgement {
    let rule = Arc::new(Rule::new(EngineId::Sast, "danger", "A danger.", Severity::High));
    let mut input = GateInput::default();
    for file in files {
        let end = if file.crlf { "\r\n" } else { "\n" };
        let text: String = file.lines.iter().map(|l| format!("{}{end}", l.text)).collect();
        let source = SourceFile::new(RepoPath::new(file.path.as_str()), Origin::WorkTree, text.clone().into_bytes());
        for (at, found) in text.match_indices("danger") {
            input.findings.push(Finding::new(&rule, &source, Span::new(at, at + found.len()), "A danger."));
        }
    }
    input.present = Some(files.iter().map(|f| RepoPath::new(f.path.as_str())).collect());
    input.baseline = baseline.cloned();
    judge(input)
}

fn edit(files: &mut [File], random: &mut Random, round: usize) {
    for _ in 0..25 {
        let count = files.len();
        let which = random.below(count);
        let file = &mut files[which];
        let at = random.below(file.lines.len() + 1);
        match random.below(12) {
            0..5 => {
                let new = Line { is_finding: false, text: format!("// note {}", random.below(9)), is_planted: false };
                file.lines.insert(at, new);
            }
            5..7 => {
                let to = (at + 10).min(file.lines.len());
                for line in &mut file.lines[at..to] {
                    line.text.insert(0, '\t');
                }
            }
            7 => file.crlf = !file.crlf,
            8 => file.path = format!("{}.{round}.rs", file.path),
            9 => file.path = format!("moved{}/{}", round, file.path.rsplit('/').next().unwrap_or("x")),
            10 => file.lines.insert(at, line(random, true)),
            // A copy of a whole line, right beside it or in another file.
            _ => {
                let copied = file.lines.iter().find(|l| l.is_finding).cloned();
                if let Some(mut copy) = copied {
                    copy.is_planted = true;
                    let target = if random.below(2) == 0 { which } else { random.below(count) };
                    files[target].lines.insert(0, copy);
                }
            }
        }
    }
}

#[test]
fn findings_survive_edits_and_new_ones_do_not_hide() {
    let mut random = Random(20_261_121);
    let mut files = project(&mut random);
    let baseline = Baseline::write(&judged(&files, None), None, "", &Annotation::default());
    assert!(baseline.entries.len() > 400);
    let (mut same, mut lost, mut hidden, mut planted) = (0, 0, 0, 0);
    for round in 0..40 {
        edit(&mut files, &mut random, round);
        let judgement = judged(&files, Some(&baseline));
        // Equal findings of one file cannot be told apart, so they are counted: by path and text, old and new.
        let mut expected: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
        for file in &files {
            for line in file.lines.iter().filter(|l| l.is_finding) {
                let (old, new) = expected.entry((file.path.clone(), line.text.trim().to_owned())).or_default();
                *(if line.is_planted { new } else { old }) += 1;
            }
        }
        let mut found: BTreeMap<(String, String), (usize, usize)> = BTreeMap::new();
        for judged in &judgement.findings {
            let location = &judged.finding.location;
            let text = location.snippet.text.lines().find(|l| l.contains("danger"));
            let row = location.region.start_line.saturating_sub(location.snippet.first_line) as usize;
            let text = location.snippet.text.lines().nth(row).or(text).unwrap_or_default().trim().to_owned();
            let (old, new) = found.entry((location.path.as_str().to_owned(), text)).or_default();
            *(if judged.state == Some(BaselineState::New) { new } else { old }) += 1;
        }
        for (key, (old, new)) in &expected {
            let (got_old, _) = found.get(key).copied().unwrap_or_default();
            same += got_old.min(*old);
            lost += old.saturating_sub(got_old);
            hidden += got_old.saturating_sub(*old);
            planted += new;
        }
    }
    assert_eq!(hidden, 0, "new findings taken for old ones, of {planted}");
    assert!(lost * 100 <= same + lost, "{lost} of {} were taken for new", same + lost);
}
