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
/// there (with quotes, brackets that insert, signs of variables) counts as code.
fn without_remark<'l>(line: &'l str, signs: &[&str]) -> &'l str {
    for (at, _) in line.match_indices(['#', '/']) {
        let (before, rest) = line.split_at(at);
        let Some(sign) = signs.iter().find(|sign| rest.starts_with(**sign)) else { continue };
        let is_apart = before.ends_with([' ', '\t', ';', ')', ',', '{', '}', ']']) && !before.trim().is_empty();
        // What opens must close where the line ends.
        let is_last = *sign != "/*" || rest.find("*/").is_some_and(|end| rest[end + 2..].trim().is_empty());
        if is_apart && is_last && is_harmless(&rest[sign.len()..]) {
            return before;
        }
    }
    line
}

/// Whether a text means the same to everyone, wherever it stands.
fn is_harmless(remark: &str) -> bool {
    let mut last = ' ';
    let mut chars = remark.chars().peekable();
    while let Some(c) = chars.next() {
        let is_fine = c.is_alphanumeric() || c.is_whitespace() || "_-:,.;@/()[]=#*!&|+~".contains(c);
        // `it's`
        let is_apostrophe = c == '\'' && last.is_alphabetic() && chars.peek().is_some_and(|c| c.is_alphabetic());
        if !is_fine && !is_apostrophe {
            return false;
        }
        last = c;
    }
    true
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
        for remark in ["# noqa: S602", "# why this is", "# it's fine (see #12)"] {
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
        ] {
            assert_ne!(of(path, &[one]), of(path, &[other]), "{one}");
        }
    }
}
