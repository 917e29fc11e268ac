//! `- include: <list>`: named lists of patterns, kept once and put into rules before anything parses them.
//!
//! Works on text, so that a rule with its lists put in is an ordinary Semgrep rule. A list file is YAML with one
//! top-level key, `lists`, whose keys are names and whose values are sequences. An item `- include: name` in any
//! sequence of a rule (or of a list) is replaced by the list's items at the item's indentation. No list may include
//! itself.

use std::collections::BTreeMap;

/// Named lists: name to the lines of its items, dedented.
pub type Lists = BTreeMap<String, Vec<String>>;

/// How deep lists may include lists.
const MAX_DEPTH: usize = 16;

/// Whether a YAML text is a list file.
#[must_use]
pub fn is_list_file(text: &str) -> bool {
    text.lines().any(|l| l.trim_end() == "lists:")
}

/// Adds the lists of a list file.
///
/// # Errors
/// One sentence with the line, from 1, for what is no list file or a name given twice.
pub fn read_lists(text: &str, lists: &mut Lists) -> Result<(), String> {
    let mut inside = false;
    let mut key_indent = None;
    let mut current: Option<String> = None;
    for (number, line) in (1..).zip(text.lines()) {
        let body = line.trim_start();
        let indent = line.len() - body.len();
        if !inside {
            inside = line.trim_end() == "lists:";
            continue;
        }
        // A comment no deeper than the names speaks of the next list.
        let of_names = body.starts_with('#') && key_indent.is_none_or(|k| indent <= k);
        if body.is_empty() || of_names {
            continue;
        }
        if key_indent.is_none_or(|k| indent <= k) && !body.starts_with('-') {
            key_indent.get_or_insert(indent);
            let name = body.split(" #").next().unwrap_or(body).trim_end();
            let Some(name) = name.strip_suffix(':').map(|n| n.trim_matches(['"', '\''])) else {
                return Err(format!("line {number}: a list begins with its name and a colon"));
            };
            if lists.insert(name.to_owned(), Vec::new()).is_some() {
                return Err(format!("line {number}: the list `{name}` is there already"));
            }
            current = Some(name.to_owned());
        } else if let Some(items) = current.as_ref().and_then(|c| lists.get_mut(c)) {
            items.push(line.to_owned());
        }
    }
    for items in lists.values_mut() {
        let least = items.iter().filter(|l| !l.trim().is_empty()).map(|l| l.len() - l.trim_start().len()).min();
        let least = least.unwrap_or(0);
        for line in items {
            *line = line.get(least..).unwrap_or("").to_owned();
        }
    }
    Ok(())
}

/// The text with every include replaced; `None` if it has none.
///
/// # Errors
/// One sentence with the line, from 1, of an include of a list that does not exist or includes itself.
pub fn expand(text: &str, lists: &Lists) -> Result<Option<String>, String> {
    if !text.contains("include:") {
        return Ok(None);
    }
    let mut out = String::with_capacity(text.len() * 2);
    let mut found = false;
    for (number, line) in (1..).zip(text.lines()) {
        match included(line) {
            None => {
                out.push_str(line);
                out.push('\n');
            }
            Some((indent, name)) => {
                found = true;
                put(name, indent, lists, 0, &mut out).map_err(|e| format!("line {number}: {e}"))?;
            }
        }
    }
    Ok(found.then_some(out))
}

/// Indentation and list name of an include item.
fn included(line: &str) -> Option<(usize, &str)> {
    let body = line.trim_start();
    let name = body.strip_prefix('-')?.trim_start().strip_prefix("include:")?;
    let name = name.split(" #").next().unwrap_or(name).trim().trim_matches(['"', '\'']);
    Some((line.len() - body.len(), name))
}

fn put(name: &str, indent: usize, lists: &Lists, depth: usize, out: &mut String) -> Result<(), String> {
    if depth > MAX_DEPTH {
        return Err(format!("the list `{name}` includes itself"));
    }
    let items = lists.get(name).ok_or_else(|| format!("there is no list `{name}`"))?;
    for line in items {
        if let Some((more, inner)) = included(line) {
            put(inner, indent + more, lists, depth + 1, out)?;
        } else {
            if !line.trim().is_empty() {
                out.extend(std::iter::repeat_n(' ', indent));
            }
            out.push_str(line);
            out.push('\n');
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_put_in_at_the_items_indentation() {
        let mut lists = Lists::new();
        let text = "# ours\nlists:\n  # first\n  py.a:\n    - pattern: f()\n    - patterns:\n        - pattern: g()\n\n  # second\n  py.b:\n    # more\n    - include: py.a\n    - pattern: h()\n";
        read_lists(text, &mut lists).expect("it is a list file");
        let rule = "rules:\n- id: x\n  pattern-sources:\n    - include: py.b\n    - pattern: z()\n";
        let expanded = expand(rule, &lists).expect("known").expect("has includes");
        assert_eq!(
            expanded,
            "rules:\n- id: x\n  pattern-sources:\n    # more\n    - pattern: f()\n    - patterns:\n        - pattern: g()\n    - pattern: h()\n    - pattern: z()\n"
        );
        assert_eq!(expand("a: b\n", &lists), Ok(None));
        assert!(expand("- include: nothing\n", &lists).expect_err("unknown").contains("line 1"));
    }

    #[test]
    fn a_list_that_includes_itself_is_an_error() {
        let mut lists = Lists::new();
        read_lists("lists:\n  a:\n    - include: a\n", &mut lists).expect("reads");
        assert!(expand("- include: a\n", &lists).is_err());
    }
}
