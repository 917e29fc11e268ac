//! What several places or engines say of one thing, said once.

use std::collections::BTreeMap;

use firedoor_core::{EngineId, Finding, Identity, Origin, RuleId};

/// The findings of one side of a merge, and those of the other that it has not. Equal ones are told apart by the lines
/// around them.
pub(crate) fn either(mut one: Vec<Finding>, mut other: Vec<Finding>) -> Vec<Finding> {
    sort(&mut other);
    dedup(&mut other);
    let same = |a: &Finding, b: &Finding| {
        is_same(a, b)
            && (!matches!(a.identity, Identity::Code { .. }) || a.location.snippet.text == b.location.snippet.text)
    };
    other.retain(|finding| !one.iter().any(|known| same(known, finding)));
    one.extend(other);
    sort(&mut one);
    one
}

/// Whether two findings are of one rule, in one file, and the same by what stays the same there.
pub(crate) fn is_same(a: &Finding, b: &Finding) -> bool {
    a.location.path == b.location.path && a.rule.id == b.rule.id && a.identity == b.identity
}

/// Joins findings of the same secret by the same rule into one: the first in order that is believed most stays, the others'
/// places become its related locations. Expects findings in the order of reports; keeps that order.
#[must_use]
pub fn join_secrets(findings: Vec<Finding>) -> Vec<Finding> {
    let mut first: BTreeMap<(RuleId, Vec<u8>), usize> = BTreeMap::new();
    let mut out: Vec<Finding> = Vec::with_capacity(findings.len());
    let mut is_changed = false;
    for finding in findings {
        // A match that begins on another line than its secret has a place of its own in gitleaks' reports, and a place that
        // holds it several times as many.
        let Identity::Secret { value } = &finding.identity else {
            out.push(finding);
            continue;
        };
        if ["match-line", "times"].iter().any(|own| finding.properties.contains_key(own)) {
            out.push(finding);
            continue;
        }
        let key = (finding.rule.id.clone(), value.expose().to_vec());
        if let Some(&at) = first.get(&key) {
            let kept = &mut out[at];
            // What a test mentions in passing is shown where it is set. In a history the oldest place tells more.
            let in_history = |f: &Finding| matches!(f.location.origin, Origin::Commit(_));
            let is_surer = finding.confidence > kept.confidence && !in_history(kept) && !in_history(&finding);
            is_changed |= is_surer;
            let finding = if is_surer { std::mem::replace(kept, finding) } else { finding };
            // One sure sighting makes the secret sure everywhere.
            kept.confidence = kept.confidence.max(finding.confidence);
            kept.severity = kept.severity.max(finding.severity);
            let same_file =
                |l: &firedoor_core::Location| l.path == finding.location.path && l.origin != finding.location.origin;
            // The same file in another commit is the same place at another time.
            if !std::iter::once(&kept.location).chain(&kept.related).any(same_file) {
                kept.related.push(finding.location.with_message("The same secret is here, too."));
            }
            kept.related.extend(finding.related);
        } else {
            first.insert(key, out.len());
            out.push(finding);
        }
    }
    if is_changed {
        sort(&mut out);
    }
    out
}

/// Sorts findings as reports show them: path, place, engine, rule, message; the same for any number of threads.
pub fn sort(findings: &mut [Finding]) {
    findings.sort_by(|a, b| {
        let key = |f: &Finding| (f.location.path.clone(), f.location.span, f.engine(), f.rule.id.clone());
        key(a)
            .cmp(&key(b))
            .then_with(|| a.message.cmp(&b.message))
            .then_with(|| a.location.origin.cmp(&b.location.origin))
    });
}

/// Drops findings that are the same in everything that a report shows of their place. Expects them sorted.
pub fn dedup(findings: &mut Vec<Finding>) {
    findings.dedup_by(|a, b| {
        a.location.path == b.location.path
            && a.location.span == b.location.span
            && a.location.origin == b.location.origin
            && a.rule.id == b.rule.id
            && a.engine() == b.engine()
            && a.message == b.message
            // Two advisories of one package are two findings even with one message, and so are two secrets that one encoded
            // text holds.
            && (!matches!(a.engine(), EngineId::Sca | EngineId::Secrets) || a.identity == b.identity)
    });
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use firedoor_core::{Confidence, RepoPath, Rule, SecretValue, Severity, SourceFile, Span};

    use super::*;

    #[test]
    fn a_secret_is_shown_where_it_is_believed_most() {
        let rule = Arc::new(Rule::new(EngineId::Secrets, "some-key", "A key.", Severity::High));
        let found = |path: &str, confidence: Confidence, line: Option<&str>| {
            let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, b"key = xyz".to_vec());
            let mut finding = Finding::new(&rule, &file, Span::new(6, 9), "A key.");
            finding.identity = Identity::Secret { value: SecretValue::new(b"xyz", 0) };
            finding.confidence = confidence;
            if let Some(line) = line {
                finding.properties.insert("match-line", line.to_owned());
            }
            finding
        };
        let low = |path| found(path, Confidence::Low, None);
        let all = vec![low("a"), low("b"), found("c", Confidence::High, None), found("d", Confidence::Medium, None)];
        let joined = join_secrets(all);
        assert_eq!(joined.len(), 1);
        assert_eq!(joined[0].location.path.as_str(), "c");
        assert_eq!(joined[0].confidence, Confidence::High);
        let related: Vec<&str> = joined[0].related.iter().map(|l| l.path.as_str()).collect();
        assert_eq!(related, ["a", "b", "d"]);
        // What gitleaks reports at another line is an entry of its own.
        assert_eq!(join_secrets(vec![low("a"), found("b", Confidence::Low, Some("2"))]).len(), 2);
    }
}
