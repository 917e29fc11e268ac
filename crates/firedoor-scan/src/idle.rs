//! Runs that have nothing to judge, or nothing to judge by: no engine, no rules, everything excluded.

use firedoor_core::{Engine, EngineId, Notice};
use firedoor_gate::Config;
use firedoor_input::WalkOptions;

use crate::request::{Request, Scope};

/// What is to be said of it. An error makes the run incomplete.
pub(crate) fn notices(list: &[&dyn Engine], request: &Request, config: &Config, options: &WalkOptions) -> Vec<Notice> {
    if list.is_empty() {
        return vec![Notice::error("no-engine", "No engine ran, so nothing was judged.")];
    }
    let is_without = |e: &&&dyn Engine| matches!(e.id(), EngineId::Secrets | EngineId::Sast) && e.rules().is_empty();
    let without: Vec<EngineId> = list.iter().filter(is_without).map(|e| e.id()).collect();
    let new = if without.len() == list.len() { Notice::error } else { Notice::warning };
    let said = |id: &EngineId| {
        let text = format!("{id} has no rules (`[{id}] builtin = false`, and none of your own), so it judged nothing.");
        new("no-rules", text).by(*id)
    };
    let mut out: Vec<Notice> = without.iter().map(said).collect();
    // In a scan of the work tree it is known what was left out; of a change nothing may be left for better reasons.
    let any = ["firedoor-any", "firedoor-any/firedoor-any.any"];
    let is_all = any.iter().all(|p| config.scan.exclude.is_match(p) || options.exclude.is_match(p));
    if is_all && matches!(request.scope, Scope::Staged | Scope::Diff(_)) {
        let text = "`[scan] exclude` or `--exclude` leaves out every file, so nothing was judged.";
        out.push(Notice::error("nothing-judged", text));
    }
    out
}
