//! The text of code as a fingerprint takes it: without what formatters and linters change.
//!
//! No parser is at hand here, and none is needed: the same text must give the same answer, before and after a change. What
//! is left out is white space, a remark at the end of a line (`# noqa`, `// eslint-disable-line`, `# why`), and a comma or
//! semicolon that ends a line or a list; in Python and JavaScript `'` is `"`. Not more: what looks like a remark may be part
//! of a text, and in other languages the kind of quotes means something, so that a new finding would count as a known one.

use crate::RepoPath;

/// What begins a remark in files of these names.
pub(crate) fn signs(path: &RepoPath) -> &'static [&'static str] {
    match path.extension().unwrap_or_else(|| path.file_name()) {
        "py" | "pyi" | "rb" | "sh" | "bash" | "zsh" | "yml" | "yaml" | "toml" | "tf" | "hcl" | "pl" | "r" | "ex"
        | "exs" | "Dockerfile" | "Makefile" | "Gemfile" | "Rakefile" => &["#"],
        "php" => &["//", "#", "/*"],
        "c" | "h" | "cc" | "cpp" | "cxx" | "hpp" | "hh" | "cs" | "java" | "kt" | "kts" | "scala" | "swift" | "go"
        | "rs" | "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" | "mts" | "cts" | "vue" | "sol" | "dart" | "groovy"
        | "gradle" => &["//", "/*"],
        _ => &[],
    }
}

/// Lines of a file, normalised one by one.
pub(crate) struct Context {
    /// Whether both kinds of quotes mean the same.
    alike: bool,
    signs: &'static [&'static str],
    text: String,
}

impl Context {
    pub(crate) fn new(path: &RepoPath) -> Self {
        let extension = path.extension().unwrap_or_default();
        let alike = matches!(extension, "py" | "pyi" | "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" | "mts" | "cts");
        Self { alike, signs: signs(path), text: String::new() }
    }

    /// Adds a line; false where the text has reached `limit` bytes.
    pub(crate) fn add(&mut self, line: &str, limit: usize) -> bool {
        for c in without_remark(line, self.signs).chars().filter(|c| !c.is_whitespace()) {
            if self.text.len() >= limit {
                return false;
            }
            match c {
                '\'' if self.alike => self.text.push('"'),
                ')' | ']' | '}' => {
                    // A comma behind the last one of a list.
                    if self.text.ends_with(',') {
                        self.text.pop();
                    }
                    self.text.push(c);
                }
                c => self.text.push(c),
            }
        }
        self.text.truncate(self.text.trim_end_matches(';').len());
        true
    }

    pub(crate) fn end(self) -> String {
        let length = self.text.trim_end_matches([',', ';']).len();
        let mut text = self.text;
        text.truncate(length);
        text
    }
}

/// A line without a remark at its end, if there is code before it. A remark that could be part of a text and say something
/// there (with quotes, operators, signs of variables, brackets that it does not open) counts as code.
fn without_remark<'l>(line: &'l str, signs: &[&str]) -> &'l str {
    for (at, _) in line.match_indices(['#', '/']) {
        let (before, rest) = line.split_at(at);
        let Some(sign) = signs.iter().find(|sign| rest.starts_with(**sign)) else { continue };
        // What shells and YAML take for a remark has white space before it; PHP's `#[` is none.
        let ends: &[char] = if *sign == "#" { &[' ', '\t'] } else { &[' ', '\t', ';', ')', ',', '{', '}', ']'] };
        let is_apart = before.ends_with(ends) && !before.trim().is_empty() && !rest.starts_with("#[");
        let said = &rest[sign.len()..];
        // What opens must close where the line ends.
        let said = if *sign == "/*" { said.trim_end().strip_suffix("*/") } else { Some(said) };
        if is_apart && said.is_some_and(|said| !said.contains("*/") && is_harmless(said)) {
            return before;
        }
    }
    line
}

/// Whether a text means the same to everyone, wherever it stands: words, marks between them, brackets that it opens itself,
/// and plain words in double quotes (`reason="until the new API"`). In a text that began before it, the quotes would be odd.
fn is_harmless(remark: &str) -> bool {
    let chars: Vec<char> = remark.chars().collect();
    let mut open = Vec::new();
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let near = |at: Option<usize>| at.and_then(|at| chars.get(at)).copied();
        let (last, next) = (near(at.checked_sub(1)), near(Some(at + 1)));
        let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let is_fine = match c {
            '(' | '[' => {
                open.push(c);
                true
            }
            ')' => open.pop() == Some('('),
            ']' => open.pop() == Some('['),
            '"' => match end_of_quoted(&chars, at) {
                Some(end) => {
                    at = end;
                    true
                }
                None => false,
            },
            '=' if next == Some('"') => is_word(last),
            // `it's`, `disable=no-eval`, `a/b`
            '\'' | '=' | '/' => is_word(last) && is_word(next),
            c => c.is_alphanumeric() || " \t_-:,.;@#!?".contains(c),
        };
        if !is_fine {
            return false;
        }
        at += 1;
    }
    open.is_empty()
}

/// Where plain words in quotes end that begin at `start`: they stand apart from what is around them.
fn end_of_quoted(chars: &[char], start: usize) -> Option<usize> {
    let is_apart = |c: Option<&char>, marks: &str| c.is_none_or(|c| c.is_whitespace() || marks.contains(*c));
    let length = chars.get(start + 1..)?.iter().position(|c| *c == '"')?;
    let end = start + 1 + length;
    let is_plain = |c: &char| c.is_alphanumeric() || " \t_-:,.;@#!?/'()".contains(*c);
    let (inside, before) = (chars.get(start + 1..end)?, start.checked_sub(1).and_then(|at| chars.get(at)));
    let is_quoted = !inside.is_empty() && inside.iter().all(is_plain);
    (is_quoted && is_apart(before, "=(") && is_apart(chars.get(end + 1), ".,;:)")).then_some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(path: &str, lines: &[&str]) -> String {
        let mut context = Context::new(&path.into());
        lines.iter().for_each(|line| assert!(context.add(line, 1_000)));
        context.end()
    }

    #[test]
    fn what_formatters_and_linters_change_is_left_out() {
        let one = of("a.js", &["  db.query('x' + y, z);"]);
        for lines in [
            &["db.query(\"x\" + y, z)"][..],
            &["db.query('x'+y, z); // eslint-disable-line no-x"],
            &["db.query('x'+y, z);//nolint:gosec"],
            &["db.query(", "  'x' + y, // @ts-ignore", "  z,", ");"],
            &["db.query('x' + y, z); /* eslint-disable-line */"],
        ] {
            assert_eq!(of("a.js", lines), one, "{lines:?}");
        }
        for remark in [
            "# noqa: S602",
            "# why this is",
            "# it's fine (see #12)",
            "# pylint: disable=a-b",
            "# type: ignore[x]",
            "# firedoor:ignore[a-rule] until=2027-01-01 reason=\"it's a test, see #12\" owner=\"a@b.org\"",
            "# is this \"the right\" way?",
        ] {
            assert_eq!(of("a.py", &[&format!("f(x)  {remark}")]), of("a.py", &["f(x)"]), "{remark}");
        }
        let regex = "eval(q.replace(/'/g, a));";
        assert_eq!(of("a.js", &[&format!("{regex} // eslint-disable-line")]), of("a.js", &[regex]));
    }

    #[test]
    fn what_may_be_code_stays() {
        for (path, one, other) in [
            ("a.py", "f('a # b')", "f('a # c')"),
            ("a.rb", "system(%Q[ls #{a}])", "system(%Q[ls #{b}])"),
            ("a.php", "f('$a')", "f(\"$a\")"),
            ("a.js", "f('${a}')", "f(`${a}`)"),
            ("a.js", "get('http://a/b')", "get('http://a/c')"),
            ("a.yml", "run: echo a # ${{ b }}", "run: echo a # ${{ c }}"),
            ("a.sh", "curl http://eslint-a/$a", "curl http://eslint-a/$b"),
            ("a.sh", "tool --nosec $a", "tool --nosec $b"),
            ("a.js", "f( /* eslint-disable-line */ a)", "f( /* eslint-disable-line */ b)"),
            ("a.py", "f(\"a, # noqa \" + b)", "f(\"a, # noqa \" + c)"),
            ("a.sh", "eval \"a # shellcheck $a\"", "eval \"a # shellcheck $b\""),
            ("a.c", "#define A f(x)", "#define A f(y)"),
            ("a.py", " FROM t, # noqa {a}", " FROM t, # noqa {b}"),
            ("a.py", "x, # noqa \"\"\" + a", "x, # noqa \"\"\" + b"),
            ("a.php", "f(); // phpcs:ignore ?><?php g(1)", "f(); // phpcs:ignore ?><?php g(2)"),
            ("a.yml", "run: echo a # shellcheck ${{ b }}", "run: echo a # shellcheck ${{ c }}"),
            ("a.sh", "a=${b#c} d", "a=${b#e} d"),
            ("a.yml", "run: echo ${{ a }}#a", "run: echo ${{ a }}#a;curl"),
            ("a.sh", "eval ${1}#a", "eval ${1}#b"),
            ("a.js", "eval(q.split(/[ //]/)[0])", "eval(q.split(/[ //]/)[1])"),
            ("a.rb", "a.split(/ #/)[0] + x", "a.split(/ #/)[0] + y"),
            ("a.rb", "a(/ #/ + x", "a(/ #/ + y"),
            ("a.js", "eval(x); // why\u{2028}a(b);", "eval(x); // why\u{2028}a(c);"),
            ("a.php", "f() #[A]", "f() #[B]"),
            ("a.sh", "eval \"a # b \"$x\" c\"", "eval \"a # b \"$y\" c\""),
            ("a.py", "f(\"a # b\", \"c\", d)", "f(\"a # b\", \"e\", d)"),
            ("a.js", "f(\"a // b\" + \"c\")", "f(\"a // b\" + \"d\")"),
            ("a.c", "f(\"a // b \" \"c\")", "f(\"a // b \" \"d\")"),
            ("a.py", "f(\"a # b \" \"c\" \"d\")", "f(\"a # b \" \"e\" \"d\")"),
        ] {
            assert_ne!(of(path, &[one]), of(path, &[other]), "{one}");
        }
    }
}
