//! From Go's regular expressions (RE2 syntax, <https://github.com/google/re2/wiki/Syntax>) to those of the `regex` crate.
//!
//! Both are linear-time engines of the same family, so nearly every pattern carries over as it is. What differs:
//! Go's Perl classes are ASCII, an ill-formed `{` is a literal, `\<` is a literal and `\Q…\E` quotes. Inside a class
//! Go knows no nesting and no set operators.

use std::fmt::Write as _;

/// A pattern in the syntax of the `regex` crate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Translated {
    /// The pattern.
    pub(crate) text: String,
    /// Whether it must be compiled in Unicode mode because it names characters outside ASCII.
    pub(crate) unicode: bool,
    /// Offset in the original of each byte of `text`.
    map: Vec<u32>,
}

impl Translated {
    /// The offset in the original pattern of an offset in the translated one.
    pub(crate) fn original(&self, offset: usize) -> usize {
        self.map.get(offset).or(self.map.last()).map_or(0, |&o| o as usize)
    }
}

/// A mistake that the translation itself sees, with its offset in the original.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unsupported {
    pub(crate) offset: usize,
    pub(crate) message: &'static str,
}

struct Out {
    text: String,
    map: Vec<u32>,
    at: usize,
}

impl Out {
    fn push(&mut self, s: &str) {
        self.text.push_str(s);
        let at = u32::try_from(self.at).unwrap_or(u32::MAX);
        self.map.extend(std::iter::repeat_n(at, s.len()));
    }

    fn literal(&mut self, c: char) {
        let mut buffer = [0; 4];
        if c.is_ascii_punctuation() || c == ' ' || c == '#' {
            self.push("\\");
        }
        // A space may not be escaped outside verbose mode in older syntax versions; it needs no escape.
        if c == ' ' {
            self.text.pop();
            self.map.pop();
        }
        self.push(c.encode_utf8(&mut buffer));
    }
}

/// Translates one pattern.
pub(crate) fn translate(pattern: &str) -> Result<Translated, Unsupported> {
    let chars: Vec<(usize, char)> = pattern.char_indices().collect();
    let mut out = Out { text: String::with_capacity(pattern.len() + 16), map: Vec::new(), at: 0 };
    let mut unicode = !pattern.is_ascii();
    let mut i = 0;
    while let Some(&(at, c)) = chars.get(i) {
        out.at = at;
        match c {
            '\\' => i = escape(&chars, i, false, &mut out, &mut unicode)?,
            '[' => i = class(&chars, i, &mut out, &mut unicode)?,
            '{' if !quantifier(&chars, i) => {
                out.push("\\{");
                i += 1;
            }
            '}' if !closes_quantifier(&chars, i) => {
                out.push("\\}");
                i += 1;
            }
            _ => {
                let mut buffer = [0; 4];
                out.push(c.encode_utf8(&mut buffer));
                i += 1;
            }
        }
    }
    Ok(Translated { text: out.text, unicode, map: out.map })
}

/// Whether `{` begins `{n}`, `{n,}` or `{n,m}`; anything else is a literal brace in Go.
fn quantifier(chars: &[(usize, char)], open: usize) -> bool {
    let mut digits = 0;
    let mut commas = 0;
    for &(_, c) in &chars[open + 1..] {
        match c {
            '0'..='9' => digits += 1,
            ',' if digits > 0 && commas == 0 => commas += 1,
            '}' => return digits > 0,
            _ => return false,
        }
    }
    false
}

fn closes_quantifier(chars: &[(usize, char)], close: usize) -> bool {
    let open = chars[..close].iter().rposition(|&(_, c)| !(c.is_ascii_digit() || c == ','));
    open.is_some_and(|o| chars[o].1 == '{' && quantifier(chars, o) && (o == 0 || chars[o - 1].1 != '\\'))
}

/// An escape sequence; returns the index behind it.
fn escape(
    chars: &[(usize, char)],
    i: usize,
    in_class: bool,
    out: &mut Out,
    unicode: &mut bool,
) -> Result<usize, Unsupported> {
    let offset = chars[i].0;
    let Some(&(_, c)) = chars.get(i + 1) else {
        return Err(Unsupported { offset, message: "a pattern may not end in a backslash" });
    };
    match (c, in_class) {
        ('d', false) => out.push("[0-9]"),
        ('D', _) => out.push("[^0-9]"),
        ('w', false) => out.push("[0-9A-Za-z_]"),
        ('W', _) => out.push("[^0-9A-Za-z_]"),
        ('s', false) => out.push("[\\t\\n\\f\\r ]"),
        ('S', _) => out.push("[^\\t\\n\\f\\r ]"),
        ('d', true) => out.push("0-9"),
        ('w', true) => out.push("0-9A-Za-z_"),
        ('s', true) => out.push("\\t\\n\\f\\r "),
        ('b', false) => out.push("(?-u:\\b)"),
        ('B', false) => out.push("(?-u:\\B)"),
        ('A' | 'z', false) => {
            out.push("\\");
            out.push(&c.to_string());
        }
        ('a' | 'f' | 't' | 'n' | 'r' | 'v', _) => {
            out.push("\\");
            out.push(&c.to_string());
        }
        ('C', false) => out.push("(?s-u:.)"),
        ('p' | 'P', _) => {
            *unicode = true;
            out.push(if c == 'p' { "\\p" } else { "\\P" });
        }
        ('x', _) => {
            out.push("\\x");
        }
        ('0'..='7', _) => {
            // Octal: up to three digits.
            let mut value = 0u32;
            let mut n = 0;
            while n < 3 {
                match chars.get(i + 1 + n) {
                    Some(&(_, d @ '0'..='7')) => value = value * 8 + (u32::from(d) - u32::from('0')),
                    _ => break,
                }
                n += 1;
            }
            let mut code = String::new();
            let _ = write!(code, "\\x{{{value:X}}}");
            out.push(&code);
            return Ok(i + 1 + n);
        }
        ('Q', false) => {
            let mut k = i + 2;
            while let Some(&(at, q)) = chars.get(k) {
                if q == '\\' && chars.get(k + 1).is_some_and(|n| n.1 == 'E') {
                    return Ok(k + 2);
                }
                out.at = at;
                out.literal(q);
                k += 1;
            }
            return Ok(k);
        }
        ('E', false) => {}
        (c, _) if c.is_ascii_alphanumeric() => {
            return Err(Unsupported { offset, message: "this escape sequence is not part of Go's syntax" });
        }
        ('<' | '>', _) => out.push(if c == '<' { "<" } else { ">" }),
        (c, _) => out.literal(c),
    }
    Ok(i + 2)
}

/// A bracketed class; returns the index behind it.
fn class(chars: &[(usize, char)], open: usize, out: &mut Out, unicode: &mut bool) -> Result<usize, Unsupported> {
    out.push("[");
    let mut i = open + 1;
    if chars.get(i).is_some_and(|c| c.1 == '^') {
        out.push("^");
        i += 1;
    }
    let first = i;
    loop {
        let Some(&(at, c)) = chars.get(i) else {
            return Err(Unsupported { offset: chars[open].0, message: "this class is never closed" });
        };
        out.at = at;
        match c {
            ']' if i > first => {
                out.push("]");
                return Ok(i + 1);
            }
            ']' => {
                out.push("\\]");
                i += 1;
            }
            '[' if chars.get(i + 1).is_some_and(|n| n.1 == ':') => {
                let end = chars[i..].iter().position(|n| n.1 == ']').map(|n| i + n);
                match end {
                    Some(end) if chars[end - 1].1 == ':' && end > i + 2 => {
                        for &(at, c) in &chars[i..=end] {
                            out.at = at;
                            out.push(&c.to_string());
                        }
                        i = end + 1;
                    }
                    _ => {
                        out.push("\\[");
                        i += 1;
                    }
                }
            }
            '[' | '&' | '~' => {
                out.literal(c);
                i += 1;
            }
            '-' => {
                // At an edge it is itself; a second one behind it is the end of a range.
                let edge = i == first || chars.get(i + 1).is_some_and(|n| n.1 == ']');
                let after_class = i > first + 1
                    && chars[i - 2].1 == '\\'
                    && matches!(chars[i - 1].1, 'w' | 'd' | 's' | 'W' | 'D' | 'S');
                if edge || after_class {
                    out.push("\\-");
                    i += 1;
                } else if chars.get(i + 1).is_some_and(|n| n.1 == '-') {
                    out.push("-\\-");
                    i += 2;
                } else {
                    out.push("-");
                    i += 1;
                }
            }
            '\\' => i = escape(chars, i, true, out, unicode)?,
            _ => {
                let mut buffer = [0; 4];
                out.push(c.encode_utf8(&mut buffer));
                i += 1;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::translate;

    fn check(go: &str, rust: &str) {
        let t = translate(go).expect("translatable");
        assert_eq!(t.text, rust);
        let parsed = regex_syntax::ParserBuilder::new().unicode(t.unicode).utf8(false).build().parse(&t.text);
        assert!(parsed.is_ok(), "{go}: {parsed:?}");
    }

    #[test]
    fn perl_classes_are_ascii() {
        check(r"\w+\s\d", r"[0-9A-Za-z_]+[\t\n\f\r ][0-9]");
        check(r"[\w.-]", r"[0-9A-Za-z_.\-]");
        check(r"\bx", r"(?-u:\b)x");
    }

    #[test]
    fn an_ill_formed_quantifier_is_literal() {
        check(r"a{,5}", r"a\{,5\}");
        check(r"x{2,3}y{", r"x{2,3}y\{");
        check(r"${X}", r"$\{X\}");
    }

    #[test]
    fn classes_know_no_set_operators() {
        check(r"[a&&b]", r"[a\&\&b]");
        check(r"[[]", r"[\[]");
        check(r"[[:alpha:]_]", r"[[:alpha:]_]");
        check(r"[]a]", r"[\]a]");
        check(r"[+--]", r"[+-\-]");
    }

    #[test]
    fn quoting_and_angle_brackets() {
        check(r"\Qa.b\E+", r"a\.b+");
        check(r"\<x\>", "<x>");
        assert_eq!(translate("a\\").expect_err("ends in a backslash").offset, 1);
        assert_eq!(translate("a[b").expect_err("open class").offset, 1);
    }

    #[test]
    fn offsets_lead_back() {
        let t = translate(r"\d\d(").expect("translatable");
        assert_eq!(t.original(t.text.len() - 1), 4);
    }
}
