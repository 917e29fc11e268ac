//! The text of the statement around a place: however a formatter breaks its lines, it is the same.
//!
//! Told by brackets and by operators at the ends of lines, without a parser. That is a guess, which serves to know a finding
//! again where its lines alone do not; both sides of a comparison are guessed alike.

use crate::context::{Context, signs};
use crate::file::SourceFile;

/// Lines that are looked at above and below a place.
const REACH: u32 = 40;
/// Longest line that is looked at, in bytes.
const MAX_LINE: usize = 2_000;
/// Longest statement, in bytes without white space.
const MAX_STATEMENT: usize = 2_000;

/// The statement that holds these lines, without white space, parentheses and what else formatters change. `None` where it
/// is too long to tell.
pub(crate) fn around(file: &SourceFile, first: u32, last: u32) -> Option<String> {
    let signs = signs(file.path());
    let line = |number: u32| -> Option<Line> {
        let span = file.lines().line_span(file.bytes(), number);
        ((span.end - span.start) as usize <= MAX_LINE).then(|| Line::of(&file.line_text(number), signs))
    };
    let start = begin(first, &line)?;
    let end = end(start, last.max(first), file.lines().lines(), &line)?;
    let mut context = Context::new(file.path());
    for number in start..=end {
        if !context.add(&file.line_text(number), MAX_STATEMENT) {
            return None;
        }
    }
    Some(context.end().chars().filter(|c| !matches!(c, '(' | ')')).collect())
}

/// The first line of the statement that holds a line.
fn begin(first: u32, line: &dyn Fn(u32) -> Option<Line>) -> Option<u32> {
    let (mut start, mut below) = (first, line(first)?);
    let mut is_next = true;
    // Brackets that are open before the first line, less those that open between; the most so far.
    let (mut open, mut most) = (0, 0);
    for number in (first.saturating_sub(REACH).max(1)..first).rev() {
        let Some(here) = line(number) else { break };
        if here.is_empty {
            continue;
        }
        if here.ends_block() {
            break;
        }
        open += here.opened;
        if open > most || is_next && open == most && here.goes_on(&below) {
            (start, most, is_next) = (number, open, true);
        } else {
            is_next = false;
        }
        below = here;
    }
    Some(start)
}

/// The last line of the statement that begins here and reaches `last` at least.
fn end(start: u32, last: u32, lines: u32, line: &dyn Fn(u32) -> Option<Line>) -> Option<u32> {
    let mut open = 0;
    let (mut end, mut above): (u32, Option<Line>) = (last, None);
    for number in start..=(last + REACH).min(lines) {
        let here = line(number)?;
        if here.is_empty {
            continue;
        }
        let goes_on = open > 0 || above.as_ref().is_some_and(|above| above.goes_on(&here));
        if number > last && !goes_on {
            return Some(end);
        }
        open += here.opened;
        end = end.max(number);
        if number >= last && here.ends_block() {
            return Some(end);
        }
        above = Some(here);
    }
    (open <= 0).then_some(end)
}

/// What a line tells of its statement.
struct Line {
    /// Nothing but white space or a remark.
    is_empty: bool,
    /// Round and square brackets that it opens, less those that it closes.
    opened: i32,
    /// What it begins and ends with.
    first: char,
    last: [char; 2],
}

impl Line {
    fn of(text: &str, signs: &[&str]) -> Self {
        let (mut opened, mut quote, mut escaped) = (0, None, false);
        let (mut first, mut last) = (' ', [' ', ' ']);
        for (at, c) in text.char_indices() {
            match quote {
                _ if escaped => escaped = false,
                _ if c == '\\' => escaped = true,
                Some(open) if c == open => quote = None,
                Some(_) => {}
                None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
                None => {
                    let is_apart = first == ' ' || text[..at].ends_with([' ', '\t']);
                    if is_apart && signs.iter().any(|sign| text[at..].starts_with(sign)) {
                        break;
                    }
                    match c {
                        '(' | '[' => opened += 1,
                        ')' | ']' => opened -= 1,
                        _ => {}
                    }
                }
            }
            if !c.is_whitespace() {
                if first == ' ' {
                    first = c;
                }
                last = [last[1], c];
            }
        }
        Self { is_empty: first == ' ', opened, first, last }
    }

    /// Whether a statement or a block's head ends here.
    fn ends_block(&self) -> bool {
        matches!(self.last[1], '{' | '}' | ';') || self.last[1] == ':' && self.opened <= 0
    }

    /// Whether the line below is of the same statement, though no bracket is open.
    fn goes_on(&self, below: &Self) -> bool {
        let open = matches!(self.last[1], '=' | '+' | '.' | '?' | '\\' | '%')
            || matches!(self.last, ['&', '&'] | ['|', '|'] | ['=', '>'] | ['-', '>']);
        open || matches!(below.first, '.' | '?' | '+' | '&' | '|')
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Origin, RepoPath};

    fn of(path: &str, text: &str, at: &str) -> Option<String> {
        let file = SourceFile::new(RepoPath::new(path), Origin::WorkTree, text.as_bytes().to_vec());
        let line = file.lines().line_of(text.find(at)?);
        around(&file, line, line)
    }

    #[test]
    fn however_its_lines_are_broken_a_statement_is_the_same() {
        for (path, one, more) in [
            (
                "a.py",
                "def f():\n    subprocess.call(q.args[\"x\"], shell=True)\n    g()\n",
                "def f():\n    subprocess.call(\n        q.args[\"x\"],\n        shell=True,\n    )\n    g()\n",
            ),
            (
                "a.py",
                "x = 1\nout = json.loads(check(q.args['x'], shell=True))\n",
                "x = 1\nout = json.loads(\n    # a remark\n    check(q.args['x'], shell=True)\n)\n"
                    .replace("    # a remark\n", "")
                    .as_str(),
            ),
            ("a.py", "if a and eval(q.args['x']):\n    b()\n", "if (\n    a\n    and eval(q.args['x'])\n):\n    b()\n"),
            (
                "A.java",
                "class A {\n  void f() {\n    String t = s.executeQuery(q.args[0]).get();\n  }\n}\n",
                "class A {\n  void f() {\n    String t =\n        s.executeQuery(q.args[0])\n            .get();\n  }\n}\n",
            ),
            (
                "a.js",
                "app.get('/', (q, r) => {\n  const a = db.query('a' + q.args.x, [1])\n  r.end()\n})\n",
                "app.get('/', (q, r) => {\n  const a = db.query(\n    'a' +\n      q.args.x,\n    [1],\n  )\n  r.end()\n})\n",
            ),
            (
                "a.php",
                "<?php\nmysqli_query($c, 'a' . $q.args['x']);\n",
                "<?php\nmysqli_query(\n    $c,\n    'a' . $q.args['x']\n);\n",
            ),
        ] {
            let (one, more) = (of(path, one, "q.args"), of(path, more, "q.args"));
            assert!(one.is_some() && one == more, "{one:?} / {more:?}");
        }
    }

    #[test]
    fn other_statements_are_other_ones() {
        let call = |name: &str| format!("def f():\n    {name}(\n        q.args['x'],\n    )\n");
        assert_ne!(of("a.py", &call("system"), "q.args"), of("a.py", &call("call"), "q.args"));
        let text = "a()\nf(q.args)\nb()\n";
        assert_eq!(of("a.py", text, "q.args").as_deref(), Some("fq.args"));
    }

    #[test]
    fn hostile_text_is_bounded() {
        let deep = format!("{}q.args", "(\n".repeat(1_000));
        assert_eq!(of("a.py", &deep, "q.args"), None);
        assert_eq!(of("a.py", &format!("f({}\nq.args)", "x".repeat(5_000)), "q.args").as_deref(), Some("q.args"));
        assert_eq!(of("a.py", &format!("q.args({}", "x,\n".repeat(1_000)), "q.args"), None);
        assert_eq!(of("a.js", "q.args(\"", "q.args"), None);
    }
}
