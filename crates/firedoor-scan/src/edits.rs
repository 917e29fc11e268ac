//! Fixes put into a file's text: all of a file's at once, none over another, and none that breaks the syntax.
//!
//! Nothing is read or written here.

use firedoor_core::{Fix, RepoPath};
use firedoor_lang::Language;

/// What became of the fixes of one file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// The new text.
    pub bytes: Vec<u8>,
    /// How many fixes are in it.
    pub applied: usize,
    /// Rules whose fixes are not, with the reason, which is the rest of a sentence about the fix.
    pub left_out: Vec<(String, &'static str)>,
}

const OVERLAPS: &str = "overlaps another and was left out; run again";
const BREAKS: &str = "would break the syntax and was left out; apply it by hand";
const OUTSIDE: &str = "does not fit the file and was left out; scan again";

/// Applies fixes, each with the rule that it comes from, to the text that they were made for.
#[must_use]
pub fn apply(path: &RepoPath, bytes: &[u8], fixes: &[(&str, &Fix)]) -> Applied {
    let mut out = Applied { bytes: bytes.to_vec(), ..Applied::default() };
    let mut order: Vec<(&str, &Fix)> = fixes.to_vec();
    // From the end of the file to its beginning: then places stay right.
    order.sort_by_key(|(_, f)| std::cmp::Reverse(f.edits.iter().map(|e| e.span).max()));
    // One upgrade mends several findings: what several ask for is done once.
    order.dedup_by(|(_, a), (_, b)| a.edits == b.edits);
    let mut free_up_to = bytes.len();
    let mut chosen = Vec::new();
    for (rule, fix) in order {
        let end = fix.edits.iter().map(|e| e.span.end as usize).max().unwrap_or(0);
        let start = fix.edits.iter().map(|e| e.span.start as usize).min().unwrap_or(0);
        if fix.edits.iter().any(|e| e.path != *path) || end > bytes.len() || fix.edits.is_empty() {
            out.left_out.push((rule.to_owned(), OUTSIDE));
        } else if end > free_up_to {
            out.left_out.push((rule.to_owned(), OVERLAPS));
        } else {
            free_up_to = start;
            chosen.push((rule, fix));
        }
    }
    let head = &bytes[..bytes.len().min(256)];
    let languages = Language::of_path(path, head);
    let before = errors(&languages, bytes);
    settle(&chosen, &languages, before, &mut out);
    out
}

/// Applies a list from the end of the file to its beginning; where that breaks the syntax, its halves.
fn settle(list: &[(&str, &Fix)], languages: &[Language], before: usize, out: &mut Applied) {
    let mut bytes = out.bytes.clone();
    for (_, fix) in list {
        let mut edits: Vec<_> = fix.edits.iter().collect();
        edits.sort_by_key(|e| std::cmp::Reverse(e.span));
        for edit in edits {
            bytes.splice(edit.span.range(), edit.replacement.bytes());
        }
    }
    if errors(languages, &bytes) <= before {
        out.bytes = bytes;
        out.applied += list.len();
        return;
    }
    match list {
        [] => {}
        [(rule, _)] => out.left_out.push(((*rule).to_owned(), BREAKS)),
        _ => {
            let (later, earlier) = list.split_at(list.len() / 2);
            settle(later, languages, before, out);
            settle(earlier, languages, before, out);
        }
    }
}

/// Places that the parsers of a file's languages do not understand; of several languages the one that fits best.
fn errors(languages: &[Language], bytes: &[u8]) -> usize {
    languages.iter().filter_map(|l| l.syntax_errors(bytes)).min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use firedoor_core::{Edit, Origin, SourceFile, Span};

    use super::*;

    const PATH: &str = "a.py";

    fn fix(text: &str, part: &str, replacement: &str) -> Fix {
        let at = text.find(part).expect("it is there");
        let file = SourceFile::new(RepoPath::new(PATH), Origin::WorkTree, text.as_bytes().to_vec());
        let span = Span::new(at, at + part.len());
        let region = file.lines().region(file.bytes(), span);
        let edit = Edit { path: RepoPath::new(PATH), span, region, replacement: replacement.to_owned() };
        Fix { description: "d".into(), edits: vec![edit] }
    }

    fn applied(text: &str, fixes: &[(&str, Fix)]) -> (String, usize, Vec<(String, &'static str)>) {
        let fixes: Vec<(&str, &Fix)> = fixes.iter().map(|(rule, fix)| (*rule, fix)).collect();
        let out = apply(&RepoPath::new(PATH), text.as_bytes(), &fixes);
        (String::from_utf8(out.bytes).expect("text"), out.applied, out.left_out)
    }

    #[test]
    fn all_of_a_file_at_once_and_the_same_one_once() {
        let text = "a(verify=False)\nb(verify=False)\n";
        let first = fix(text, "verify=False)\nb", "verify=True)\nb");
        let second = fix(text, "b(verify=False)", "b(verify=True)");
        let third = fix(text, "a(verify=False)", "a(verify=True)");
        let (new, count, left) = applied(text, &[("r", third.clone()), ("r", third), ("s", second), ("t", first)]);
        assert_eq!(new, "a(verify=True)\nb(verify=True)\n");
        assert_eq!((count, left), (2, vec![("t".to_owned(), OVERLAPS)]));
    }

    #[test]
    fn what_breaks_the_syntax_is_left_out_and_the_rest_is_done() {
        let text = "x = f(1)\ny = g(2)\nz = h(3)\n";
        let fixes =
            [("good", fix(text, "f(1)", "f(10)")), ("bad", fix(text, "g(2)", "g(2")), ("too", fix(text, "3", "30"))];
        let (new, count, left) = applied(text, &fixes);
        assert_eq!(new, "x = f(10)\ny = g(2)\nz = h(30)\n");
        assert_eq!((count, left), (2, vec![("bad".to_owned(), BREAKS)]));
        // What was broken before does not hinder.
        let text = "def (:\nx = f(1)\n";
        let (new, count, _) = applied(text, &[("good", fix(text, "f(1)", "f(2)"))]);
        assert_eq!((new.as_str(), count), ("def (:\nx = f(2)\n", 1));
    }

    #[test]
    fn a_fix_beyond_the_file_is_left_out() {
        let long = fix("x = 1234567890\n", "1234567890", "1");
        let (new, count, left) = applied("x = 1\n", &[("r", long)]);
        assert_eq!((new.as_str(), count, left), ("x = 1\n", 0, vec![("r".to_owned(), OUTSIDE)]));
    }
}
