//! The text of code as a fingerprint takes it: without what formatters and linters change.
//!
//! No parser is at hand here, and none is needed: the same text must give the same answer, before and after a change. What
//! is left out is white space, a remark to a tool at the end of a line (`# noqa`, `// eslint-disable-line`), and a comma or
//! semicolon that ends a line or a list; in Python and JavaScript `'` is `"`. Not more: what looks like a remark may be part
//! of a text, and in other languages the kind of quotes means something, so that a new finding would count as a known one.

use crate::RepoPath;

/// What remarks to tools begin with.
const TOOLS: &[&str] = &[
    "noqa",
    "type: ignore",
    "pyright: ignore",
    "mypy: ",
    "pylint: ",
    "pragma: no",
    "fmt: skip",
    "fmt: off",
    "yapf: ",
    "isort: ",
    "ruff: ",
    "nosec",
    "nosem",
    "eslint-",
    "tslint:",
    "prettier-ignore",
    "@ts-",
    "biome-ignore",
    "istanbul ",
    "nolint",
    "NOLINT",
    "lint:ignore",
    "NOSONAR",
    "noinspection ",
    "phpcs:",
    "@phpstan-ignore",
    "@psalm-suppress",
    "rubocop:",
    "shellcheck ",
    "swiftlint:",
    "ktlint-",
    "noformat",
    "firedoor:ignore",
    "gitleaks:allow",
    "pragma: allowlist",
    "checkov:skip",
    "tfsec:ignore",
    "trivy:ignore",
    "zizmor: ignore",
];
const SIGNS: &[&str] = &["#", "//", "/*"];

/// Lines of a file, normalised one by one.
pub(crate) struct Context {
    /// Whether both kinds of quotes mean the same.
    alike: bool,
    text: String,
}

impl Context {
    pub(crate) fn new(path: &RepoPath) -> Self {
        let extension = path.extension().unwrap_or_default();
        let alike = matches!(extension, "py" | "pyi" | "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" | "mts" | "cts");
        Self { alike, text: String::new() }
    }

    /// Adds a line; false where the text has reached `limit` bytes.
    pub(crate) fn add(&mut self, line: &str, limit: usize) -> bool {
        for c in without_remark(line).chars().filter(|c| !c.is_whitespace()) {
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

/// A line without a remark to a tool at its end, if there is code before it.
fn without_remark(line: &str) -> &str {
    let is_remark = |at: usize, sign: &str| {
        let said = line[at + sign.len()..].trim_start();
        let before = &line[..at];
        let is_apart = before.ends_with([' ', '\t', ';', ')', ',', '{', '}', ']']);
        is_apart && !before.trim().is_empty() && TOOLS.iter().any(|tool| said.starts_with(tool))
    };
    let found = SIGNS
        .iter()
        .flat_map(|sign| line.match_indices(*sign))
        .filter(|(at, sign)| is_remark(*at, sign))
        .map(|(at, _)| at)
        .min();
    found.map_or(line, |at| &line[..at])
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
        assert_eq!(of("a.py", &["f(x)  # noqa: S602"]), of("a.py", &["f(x)"]));
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
            ("a.c", "#define A f(x)", "#define A f(y)"),
        ] {
            assert_ne!(of(path, &[one]), of(path, &[other]), "{one}");
        }
    }
}
