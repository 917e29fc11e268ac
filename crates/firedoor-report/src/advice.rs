//! What to do about a finding, in sentences: the same advice in every format for people.

use firedoor_core::{Evidence, Finding};

/// What to do, most direct first; empty where only the rule's own help can tell.
pub(crate) fn advice(finding: &Finding) -> Vec<String> {
    let mut out = Vec::new();
    match &finding.evidence {
        Evidence::Dependency { package, fixed, direct, .. } => {
            out.push(match fixed.first() {
                Some(version) => {
                    let through = match direct {
                        Some(false) => " (it comes in through another dependency)",
                        _ => "",
                    };
                    format!("Upgrade \"{}\" from {} to {version} or later{through}.", package.name, package.version)
                }
                None => format!(
                    "No version that fixes \"{}\" is known: replace or remove it, or accept the risk with a reason.",
                    package.name
                ),
            });
        }
        Evidence::Secret { .. } => {
            out.push(
                "Revoke and replace the secret first, then take it out of the code; deleting it alone does not help, because the history keeps it."
                    .to_owned(),
            );
        }
        Evidence::Code { .. } | Evidence::None => {}
    }
    if !matches!(finding.evidence, Evidence::Dependency { .. }) {
        out.extend(finding.fixes.iter().map(|fix| crate::plain::sentence(&fix.description)));
    }
    out
}
