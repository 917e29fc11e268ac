//! The text of code as a fingerprint takes it: without what formatters and remarks change.
//!
//! No parser is at hand here, and none is needed: the same text must give the same answer, before and after a change. What
//! is left out is white space, a remark at the end of a line, the kind of quotes, and a comma or semicolon that ends a line
//! or a list.

use crate::RepoPath;

/// What begins a remark in files of these names.
fn remarks(path: &RepoPath) -> &'static [&'static str] {
    const HASH: &[&str] = &["#"];
    const SLASHES: &[&str] = &["//"];
    const DASHES: &[&str] = &["--"];
    match path.extension().unwrap_or_else(|| path.file_name()) {
        "py" | "pyi" | "rb" | "sh" | "bash" | "zsh" | "yml" | "yaml" | "toml" | "tf" | "hcl" | "pl" | "r" | "R"
        | "ex" | "exs" | "jl" | "ps1" | "Dockerfile" | "Makefile" | "Gemfile" | "Rakefile" => HASH,
        "php" => &["//", "#"],
        "c" | "h" | "cc" | "cpp" | "cxx" | "hpp" | "hh" | "cs" | "java" | "kt" | "kts" | "scala" | "swift" | "go"
        | "rs" | "js" | "jsx" | "mjs" | "cjs" | "ts" | "tsx" | "mts" | "cts" | "vue" | "sol" | "dart" | "groovy"
        | "gradle" | "proto" => SLASHES,
        "sql" | "lua" | "hs" | "elm" => DASHES,
        _ => &[],
    }
}

/// Lines of a file, normalised one by one.
pub(crate) struct Context {
    remarks: &'static [&'static str],
    text: String,
}

impl Context {
    pub(crate) fn new(path: &RepoPath) -> Self {
        Self { remarks: remarks(path), text: String::new() }
    }

    /// Adds a line; false where the text has reached `limit` bytes.
    pub(crate) fn add(&mut self, line: &str, limit: usize) -> bool {
        let code = self.without_remark(line);
        for c in code.chars().filter(|c| !c.is_whitespace()) {
            if self.text.len() >= limit {
                return false;
            }
            match c {
                '\'' | '`' => self.text.push('"'),
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

    /// A line up to its remark, if there is code before it.
    fn without_remark<'l>(&self, line: &'l str) -> &'l str {
        let mut quote = None;
        let mut escaped = false;
        for (at, c) in line.char_indices() {
            match quote {
                _ if escaped => escaped = false,
                _ if c == '\\' => escaped = true,
                Some(open) if c == open => quote = None,
                Some(_) => {}
                None if matches!(c, '"' | '\'' | '`') => quote = Some(c),
                None => {
                    let before = &line[..at];
                    let rest = &line[at..];
                    if before.ends_with([' ', '\t', ';'])
                        && !before.trim().is_empty()
                        && (self.remarks.iter().any(|sign| rest.starts_with(sign)) || is_block(rest))
                    {
                        return before;
                    }
                }
            }
        }
        line
    }
}

/// Whether a text is one `/* remark */` and nothing else.
fn is_block(text: &str) -> bool {
    let inner = text.strip_prefix("/*").and_then(|rest| rest.trim_end().strip_suffix("*/"));
    inner.is_some_and(|inner| !inner.contains("*/"))
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
    fn what_formatters_change_is_left_out() {
        let one = of("a.js", &["  db.query('x' + y, z);"]);
        for lines in [
            &["db.query(\"x\" + y, z)"][..],
            &["db.query(`x`+y, z); // eslint-disable-line"],
            &["db.query(", "  'x' + y, // first", "  z,", ");"],
            &["db.query('x' + y, z); /* why */"],
        ] {
            assert_eq!(of("a.js", lines), one, "{lines:?}");
        }
        assert_eq!(of("a.py", &["f(x)  # noqa"]), of("a.py", &["f(x)"]));
    }

    #[test]
    fn code_that_looks_like_a_remark_stays() {
        assert_eq!(of("a.py", &["f(x // 2, '# no')"]), "f(x//2,\"#no\")");
        assert_eq!(of("a.js", &["get('http://a/b')"]), "get(\"http://a/b\")");
        assert_eq!(of("a.c", &["#define A f(x)"]), "#defineAf(x)");
        assert_eq!(of("a.py", &["# only a remark"]), "#onlyaremark");
        assert_eq!(of("a.txt", &["f(x) # stays"]), "f(x)#stays");
        assert_eq!(of("a.js", &["x = 'it\\'s // in'"]), "x=\"it\\\"s//in\"");
    }
}
