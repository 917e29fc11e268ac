//! Evaluating a filter for one finding. An unknown function or a wrong type makes the whole filter not hold.

use std::collections::BTreeMap;

use firedoor_core::Origin;
use regex_automata::Input;

use super::parser::Node;
use crate::context::language;
use crate::dialect::allowlist::Subject;
use crate::dialect::pattern::Pattern;
use crate::scan::entropy;

#[derive(Clone, Debug, PartialEq)]
enum Value {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Value>),
    Map(BTreeMap<String, Value>),
}

struct Scope<'a> {
    subject: &'a Subject<'a>,
    names: Vec<(String, Value)>,
}

/// Whether the expression is true.
pub(super) fn holds(node: &Node, subject: &Subject<'_>) -> bool {
    let mut scope = Scope { subject, names: Vec::new() };
    matches!(scope.eval(node), Some(Value::Bool(true)))
}

/// Functions that are evaluated here, then the other ones of expr-lang, which are read and never hold.
const FUNCTIONS: &str = "\
    get orValue matchesAny containsAny findMatch matches entropy failsTokenEfficiency tokenRatio len size lower \
    lowerAscii upper upperAscii trim hasPrefix startsWith hasSuffix endsWith contains split replace \
    all any one none map filter find findIndex findLast findLastIndex count sum mean median groupBy sortBy reduce \
    abs ceil floor round int float string trimPrefix trimSuffix splitAfter repeat indexOf lastIndexOf max min now \
    date duration timezone keys values toPairs fromPairs first last take reverse sort uniq flatten concat join type \
    toJSON fromJSON toBase64 fromBase64 bitand bitor bitxor bitnand bitnot bitshl bitshr bitushr has";

/// A function that neither Betterleaks' filters nor expr-lang have.
pub(super) fn unknown_function(node: &Node) -> Option<&str> {
    let any = |nodes: &'_ [Node]| -> Option<usize> { nodes.iter().position(|n| unknown_function(n).is_some()) };
    match node {
        Node::Call(name, arguments) => {
            let last = name.rsplit('.').next().unwrap_or(name);
            if !FUNCTIONS.split_ascii_whitespace().any(|f| f == last) {
                return Some(name);
            }
            any(arguments).and_then(|i| unknown_function(&arguments[i]))
        }
        Node::List(items) => any(items).and_then(|i| unknown_function(&items[i])),
        Node::Map(entries) => entries.iter().find_map(|(k, v)| unknown_function(k).or_else(|| unknown_function(v))),
        Node::Not(of) | Node::Negative(of) => unknown_function(of),
        Node::Member(a, b) | Node::Binary(_, a, b) | Node::Let(_, a, b) => {
            unknown_function(a).or_else(|| unknown_function(b))
        }
        Node::Choice(a, b, c) => unknown_function(a).or_else(|| unknown_function(b)).or_else(|| unknown_function(c)),
        Node::Null | Node::Bool(_) | Node::Number(_) | Node::Text(_) | Node::Name(_) | Node::Patterns(_) => None,
    }
}

fn text(bytes: &[u8]) -> Value {
    Value::Text(String::from_utf8_lossy(bytes).into_owned())
}

impl Scope<'_> {
    fn eval(&mut self, node: &Node) -> Option<Value> {
        Some(match node {
            Node::Null => Value::Null,
            Node::Bool(b) => Value::Bool(*b),
            Node::Number(n) => Value::Number(*n),
            Node::Text(t) => Value::Text(t.clone()),
            Node::List(items) => Value::List(items.iter().map(|i| self.eval(i)).collect::<Option<_>>()?),
            Node::Map(entries) => {
                let mut map = BTreeMap::new();
                for (k, v) in entries {
                    if let Value::Text(k) = self.eval(k)? {
                        map.insert(k, self.eval(v)?);
                    }
                }
                Value::Map(map)
            }
            Node::Name(name) => self.name(name)?,
            Node::Member(of, key) => match (self.eval(of)?, self.eval(key)?) {
                (Value::Map(map), Value::Text(key)) => map.get(&key).cloned().unwrap_or(Value::Null),
                #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an index")]
                (Value::List(list), Value::Number(n)) if n >= 0.0 => {
                    list.get(n as usize).cloned().unwrap_or(Value::Null)
                }
                (Value::Null, _) => Value::Null,
                _ => return None,
            },
            Node::Not(of) => match self.eval(of)? {
                Value::Bool(b) => Value::Bool(!b),
                _ => return None,
            },
            Node::Negative(of) => match self.eval(of)? {
                Value::Number(n) => Value::Number(-n),
                _ => return None,
            },
            Node::Choice(condition, yes, no) => match self.eval(condition)? {
                Value::Bool(true) => self.eval(yes)?,
                Value::Bool(false) => self.eval(no)?,
                _ => return None,
            },
            Node::Let(name, value, rest) => {
                let value = self.eval(value)?;
                self.names.push((name.clone(), value));
                let result = self.eval(rest);
                self.names.pop();
                result?
            }
            Node::Binary(sign, left, right) => self.binary(sign, left, right)?,
            Node::Call(name, arguments) => self.call(name, arguments)?,
            Node::Patterns(_) => return None,
        })
    }

    fn name(&self, name: &str) -> Option<Value> {
        if let Some((_, value)) = self.names.iter().rev().find(|(n, _)| n == name) {
            return Some(value.clone());
        }
        let s = self.subject;
        match name {
            "finding" => {
                let mut map = BTreeMap::new();
                map.insert("secret".to_owned(), text(s.secret));
                map.insert("match".to_owned(), text(s.matched));
                map.insert("line".to_owned(), text(s.line));
                Some(Value::Map(map))
            }
            "attributes" => {
                let mut map = BTreeMap::new();
                map.insert("path".to_owned(), Value::Text(s.path.to_owned()));
                if let Origin::Commit(commit) = s.origin {
                    map.insert("git.sha".to_owned(), Value::Text(commit.id.clone()));
                    map.insert("git.date".to_owned(), Value::Text(commit.date.clone()));
                    map.insert("git.message".to_owned(), Value::Text(commit.summary.clone()));
                    let author = commit.author.as_str();
                    let (name, email) = author.split_once(" <").unwrap_or((author, ""));
                    map.insert("git.author_name".to_owned(), Value::Text(name.to_owned()));
                    map.insert("git.author_email".to_owned(), Value::Text(email.trim_end_matches('>').to_owned()));
                }
                Some(Value::Map(map))
            }
            _ => None,
        }
    }

    fn binary(&mut self, sign: &str, left: &Node, right: &Node) -> Option<Value> {
        let left = self.eval(left)?;
        match (sign, &left) {
            ("||" | "or", Value::Bool(true)) => return Some(Value::Bool(true)),
            ("&&" | "and", Value::Bool(false)) => return Some(Value::Bool(false)),
            ("??", Value::Null) => return self.eval(right),
            ("??", _) => return Some(left),
            _ => {}
        }
        let right = self.eval(right)?;
        let bool = Value::Bool;
        Some(match (sign, left, right) {
            ("||" | "or" | "&&" | "and", Value::Bool(_), Value::Bool(b)) => bool(b),
            ("==", a, b) => bool(a == b),
            ("!=", a, b) => bool(a != b),
            ("<", Value::Number(a), Value::Number(b)) => bool(a < b),
            ("<=", Value::Number(a), Value::Number(b)) => bool(a <= b),
            (">", Value::Number(a), Value::Number(b)) => bool(a > b),
            (">=", Value::Number(a), Value::Number(b)) => bool(a >= b),
            ("+", Value::Number(a), Value::Number(b)) => Value::Number(a + b),
            ("-", Value::Number(a), Value::Number(b)) => Value::Number(a - b),
            ("*", Value::Number(a), Value::Number(b)) => Value::Number(a * b),
            ("/", Value::Number(a), Value::Number(b)) => Value::Number(a / b),
            ("%", Value::Number(a), Value::Number(b)) => Value::Number(a % b),
            ("+", Value::Text(a), Value::Text(b)) => Value::Text(a + &b),
            ("in", a, Value::List(list)) => bool(list.contains(&a)),
            ("in", Value::Text(a), Value::Map(map)) => bool(map.contains_key(&a)),
            ("in", Value::Text(a), Value::Text(b)) | ("contains", Value::Text(b), Value::Text(a)) => {
                bool(b.contains(&a))
            }
            ("startsWith", Value::Text(a), Value::Text(b)) => bool(a.starts_with(&b)),
            ("endsWith", Value::Text(a), Value::Text(b)) => bool(a.ends_with(&b)),
            ("matches", Value::Text(a), Value::Text(b)) => bool(Pattern::of_text(&b)?.is_match(a.as_bytes())),
            _ => return None,
        })
    }

    fn call(&mut self, name: &str, arguments: &[Node]) -> Option<Value> {
        let first = self.eval(arguments.first()?)?;
        if let Some(Node::Patterns(patterns)) = arguments.get(1) {
            let Value::Text(subject) = first else { return None };
            let subject = subject.as_bytes();
            let mut patterns = patterns.iter().flatten();
            return Some(match name {
                "findMatch" => {
                    let found = patterns.find_map(|p| p.get()?.regex.find(Input::new(subject)));
                    found.map_or(Value::Text(String::new()), |r| text(&subject[r]))
                }
                _ => Value::Bool(patterns.any(|p| p.is_match(subject))),
            });
        }
        let rest = arguments[1..].iter().map(|a| self.eval(a)).collect::<Option<Vec<_>>>()?;
        #[allow(clippy::cast_precision_loss, reason = "lengths are far below 2^52")]
        Some(match (name, first, rest.as_slice()) {
            ("get", Value::Map(map), [Value::Text(key)]) => map.get(key).cloned().unwrap_or(Value::Null),
            ("get", Value::Map(map), [Value::Text(key), other]) => map.get(key).cloned().unwrap_or(other.clone()),
            ("orValue", Value::Null, [other]) => other.clone(),
            ("orValue", value, [_]) => value,
            ("matchesAny", Value::Text(subject), [Value::List(list)]) => {
                let any = list.iter().any(|p| {
                    matches!(p, Value::Text(p) if Pattern::of_text(p).is_some_and(|p| p.is_match(subject.as_bytes())))
                });
                Value::Bool(any)
            }
            ("containsAny", Value::Text(subject), [Value::List(list)]) => {
                let subject = subject.to_lowercase();
                Value::Bool(list.iter().any(|w| matches!(w, Value::Text(w) if subject.contains(&w.to_lowercase()))))
            }
            ("entropy", Value::Text(t), []) => Value::Number(entropy::shannon(t.as_bytes())),
            ("failsTokenEfficiency", Value::Text(t), []) => Value::Bool(language::reads_like_words(t.as_bytes())),
            ("tokenRatio", Value::Text(t), []) => {
                // Text that reads like language has tokens of four characters, random text of two.
                Value::Number(if language::reads_like_words(t.as_bytes()) { 4.0 } else { 2.0 })
            }
            ("len" | "size", Value::Text(t), []) => Value::Number(t.chars().count() as f64),
            ("len" | "size", Value::List(l), []) => Value::Number(l.len() as f64),
            ("lower" | "lowerAscii", Value::Text(t), []) => Value::Text(t.to_lowercase()),
            ("upper" | "upperAscii", Value::Text(t), []) => Value::Text(t.to_uppercase()),
            ("trim", Value::Text(t), []) => Value::Text(t.trim().to_owned()),
            ("hasPrefix" | "startsWith", Value::Text(t), [Value::Text(p)]) => Value::Bool(t.starts_with(p.as_str())),
            ("hasSuffix" | "endsWith", Value::Text(t), [Value::Text(p)]) => Value::Bool(t.ends_with(p.as_str())),
            ("contains", Value::Text(t), [Value::Text(p)]) => Value::Bool(t.contains(p.as_str())),
            ("split", Value::Text(t), [Value::Text(p)]) => {
                Value::List(t.split(p.as_str()).map(|s| Value::Text(s.to_owned())).collect())
            }
            ("replace", Value::Text(t), [Value::Text(a), Value::Text(b)]) => Value::Text(t.replace(a.as_str(), b)),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(expression: &str, expected: bool) {
        let node = super::super::parser::parse(expression).expect("parses");
        let subject = Subject {
            path: "src/test/a.py",
            origin: &Origin::WorkTree,
            secret: b"k3yAbC12",
            matched: b"key = k3yAbC12",
            line: b"key = k3yAbC12 # note",
        };
        assert_eq!(holds(&node, &subject), expected, "{expression}");
    }

    #[test]
    fn filters() {
        check(r#"entropy(finding["secret"]) <= 2.5"#, false);
        check(r#"filter.entropy(finding["secret"]) > 2.5 && !false"#, true);
        check(r#"matchesAny(get(attributes, "path"), ["(^|/)test/", `x$`])"#, true);
        check(r#"matchesAny(attributes.[?"path"].orValue(""), [r"\.js$"])"#, false);
        check(r#"containsAny(finding["secret"], ["ABC", "zzz"])"#, true);
        check(r#"let s = finding["secret"]; s in ["a", "k3yAbC12"] ? true : false"#, true);
        check(r#"findMatch(finding["line"], "[a-z]+ =") == "key =""#, true);
        check(r#"finding.secret startsWith "k3" and not (finding.secret contains "z")"#, true);
        check(r#"unknown(finding.secret) || true"#, false);
        check(r#"true || unknown(1)"#, true);
    }

    #[test]
    fn validate_expressions_parse() {
        let text = r#"let r = http.post("https://x.example/v1", {"Authorization": "Bearer " + finding["secret"]}, "{}");
            r.status in [200, 201] && (r.body contains "ok") ? {"result": "valid", "reason": r.json?.name ?? ""} : validate.unknown(r)"#;
        assert!(super::super::parser::parse(text).is_ok());
        assert_eq!(super::super::parser::parse("a &&").expect_err("open").0, 4);
    }
}
