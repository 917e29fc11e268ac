//! `${{ … }}`: the part of GitHub's expression language that actions use.
//!
//! Values, truth and comparison follow
//! <https://docs.github.com/actions/reference/workflows-and-actions/expressions>: strings compare without case, other
//! types as numbers, and what is not there is null. Filters (`.*`) and `hashFiles` are not there.

use std::cmp::Ordering;

use serde_json::Value;

/// What an expression can ask for beyond its contexts.
pub(super) struct Status {
    /// Whether an earlier step failed.
    pub(super) failed: bool,
}

/// The value of an expression (without its braces).
pub(super) fn evaluate(text: &str, contexts: &Value, status: &Status) -> Result<Value, String> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, contexts, status };
    let value = parser.or()?;
    if parser.at < parser.tokens.len() {
        return Err(format!("`{text}` goes on after its end"));
    }
    Ok(value)
}

/// A text with every `${{ … }}` in it replaced.
pub(super) fn interpolate(text: &str, contexts: &Value, status: &Status) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${{") {
        let (inside, after) = after.split_once("}}").ok_or_else(|| format!("`{text}` has no end of its expression"))?;
        out.push_str(before);
        out.push_str(&string(&evaluate(inside, contexts, status)?));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

/// A value as text, as GitHub puts it into a string.
pub(super) fn string(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(s) => s.clone(),
        Value::Bool(b) => b.to_string(),
        Value::Number(n) => n.to_string(),
        Value::Array(_) => "Array".to_owned(),
        Value::Object(_) => "Object".to_owned(),
    }
}

pub(super) fn truth(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(b) => *b,
        Value::Number(n) => n.as_f64() != Some(0.0),
        Value::String(s) => !s.is_empty(),
        Value::Array(_) | Value::Object(_) => true,
    }
}

/// Whether a condition asks for the status itself; if not, `success() &&` stands before it.
pub(super) fn asks_status(text: &str) -> bool {
    ["success(", "failure(", "always(", "cancelled("].iter().any(|f| text.replace(' ', "").contains(f))
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Text(String),
    Number(f64),
    Sign(&'static str),
}

fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let chars: Vec<char> = text.chars().collect();
    let mut out = Vec::new();
    let mut i = 0;
    while let Some(&c) = chars.get(i) {
        let next = chars.get(i + 1).copied();
        if c.is_whitespace() {
            i += 1;
        } else if c == '\'' {
            let mut value = String::new();
            i += 1;
            loop {
                match (chars.get(i), chars.get(i + 1)) {
                    (Some('\''), Some('\'')) => {
                        value.push('\'');
                        i += 2;
                    }
                    (Some('\''), _) => break,
                    (Some(c), _) => {
                        value.push(*c);
                        i += 1;
                    }
                    (None, _) => return Err(format!("`{text}` has a string without an end")),
                }
            }
            i += 1;
            out.push(Token::Text(value));
        } else if c.is_ascii_digit() || (c == '-' && next.is_some_and(|n| n.is_ascii_digit())) {
            let start = i;
            i += 1;
            while chars.get(i).is_some_and(|c| c.is_ascii_digit() || *c == '.') {
                i += 1;
            }
            let word: String = chars[start..i].iter().collect();
            out.push(Token::Number(word.parse().map_err(|_| format!("`{word}` is no number"))?));
        } else if c.is_alphabetic() || c == '_' {
            let start = i;
            while chars.get(i).is_some_and(|c| c.is_alphanumeric() || *c == '_' || *c == '-') {
                i += 1;
            }
            out.push(Token::Name(chars[start..i].iter().collect()));
        } else {
            let two: String = chars[i..(i + 2).min(chars.len())].iter().collect();
            let signs = ["&&", "||", "==", "!=", "<=", ">=", "<", ">", "!", "(", ")", "[", "]", ",", "."];
            let sign = signs.into_iter().find(|s| two.starts_with(s)).ok_or_else(|| format!("`{c}` in `{text}`"))?;
            i += sign.len();
            out.push(Token::Sign(sign));
        }
    }
    Ok(out)
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    contexts: &'a Value,
    status: &'a Status,
}

impl Parser<'_> {
    fn take(&mut self, sign: &str) -> bool {
        let there = matches!(self.tokens.get(self.at), Some(Token::Sign(s)) if *s == sign);
        self.at += usize::from(there);
        there
    }

    fn need(&mut self, sign: &str) -> Result<(), String> {
        if self.take(sign) { Ok(()) } else { Err(format!("expected `{sign}`")) }
    }

    fn or(&mut self) -> Result<Value, String> {
        let mut value = self.and()?;
        while self.take("||") {
            let right = self.and()?;
            value = if truth(&value) { value } else { right };
        }
        Ok(value)
    }

    fn and(&mut self) -> Result<Value, String> {
        let mut value = self.comparison()?;
        while self.take("&&") {
            let right = self.comparison()?;
            value = if truth(&value) { right } else { value };
        }
        Ok(value)
    }

    fn comparison(&mut self) -> Result<Value, String> {
        let mut value = self.unary()?;
        while let Some(sign) = ["==", "!=", "<=", ">=", "<", ">"].into_iter().find(|s| self.take(s)) {
            let order = compare(&value, &self.unary()?);
            value = Value::Bool(match sign {
                "==" => order == Some(Ordering::Equal),
                "!=" => order != Some(Ordering::Equal),
                "<" => order == Some(Ordering::Less),
                ">" => order == Some(Ordering::Greater),
                "<=" => matches!(order, Some(Ordering::Less | Ordering::Equal)),
                _ => matches!(order, Some(Ordering::Greater | Ordering::Equal)),
            });
        }
        Ok(value)
    }

    fn unary(&mut self) -> Result<Value, String> {
        if self.take("!") {
            return Ok(Value::Bool(!truth(&self.unary()?)));
        }
        let mut value = self.primary()?;
        loop {
            if self.take(".") {
                let Some(Token::Name(name)) = self.tokens.get(self.at).cloned() else {
                    return Err("expected a name after `.`".to_owned());
                };
                self.at += 1;
                value = member(&value, &name);
            } else if self.take("[") {
                let key = string(&self.or()?);
                self.need("]")?;
                value = member(&value, &key);
            } else {
                return Ok(value);
            }
        }
    }

    fn primary(&mut self) -> Result<Value, String> {
        let token = self.tokens.get(self.at).cloned().ok_or("the expression ends early")?;
        self.at += 1;
        match token {
            Token::Text(text) => Ok(Value::String(text)),
            // A whole number prints without a fraction.
            Token::Number(n) if n.fract() == 0.0 => Ok(Value::from(n as i64)),
            Token::Number(n) => Ok(Value::from(n)),
            Token::Sign("(") => {
                let value = self.or()?;
                self.need(")")?;
                Ok(value)
            }
            Token::Sign(other) => Err(format!("unexpected `{other}`")),
            Token::Name(name) if self.take("(") => {
                let mut arguments = Vec::new();
                while !self.take(")") {
                    arguments.push(self.or()?);
                    self.take(",");
                }
                self.call(&name, &arguments)
            }
            Token::Name(name) => Ok(match name.as_str() {
                "true" => Value::Bool(true),
                "false" => Value::Bool(false),
                "null" => Value::Null,
                _ => member(self.contexts, &name),
            }),
        }
    }

    fn call(&self, name: &str, arguments: &[Value]) -> Result<Value, String> {
        let text = |n: usize| string(arguments.get(n).unwrap_or(&Value::Null)).to_lowercase();
        Ok(match name.to_ascii_lowercase().as_str() {
            "success" => Value::Bool(!self.status.failed),
            "failure" => Value::Bool(self.status.failed),
            "always" => Value::Bool(true),
            "cancelled" => Value::Bool(false),
            "contains" => Value::Bool(match arguments.first() {
                Some(Value::Array(list)) => list.iter().any(|v| string(v).to_lowercase() == text(1)),
                _ => text(0).contains(&text(1)),
            }),
            "startswith" => Value::Bool(text(0).starts_with(&text(1))),
            "endswith" => Value::Bool(text(0).ends_with(&text(1))),
            "tojson" => Value::String(serde_json::to_string_pretty(&arguments.first()).map_err(|e| e.to_string())?),
            "format" => {
                let mut out = string(arguments.first().unwrap_or(&Value::Null));
                for (n, value) in arguments.iter().skip(1).enumerate() {
                    out = out.replace(&format!("{{{n}}}"), &string(value));
                }
                Value::String(out)
            }
            other => return Err(format!("the function `{other}` is not there")),
        })
    }
}

/// Names are compared without case, as GitHub does.
fn member(value: &Value, name: &str) -> Value {
    match value {
        Value::Object(map) => map
            .get(name)
            .or_else(|| map.iter().find(|(k, _)| k.eq_ignore_ascii_case(name)).map(|(_, v)| v))
            .cloned()
            .unwrap_or(Value::Null),
        Value::Array(list) => name.parse().ok().and_then(|n: usize| list.get(n)).cloned().unwrap_or(Value::Null),
        _ => Value::Null,
    }
}

fn compare(a: &Value, b: &Value) -> Option<Ordering> {
    if let (Value::String(a), Value::String(b)) = (a, b) {
        return Some(a.to_lowercase().cmp(&b.to_lowercase()));
    }
    number(a)?.partial_cmp(&number(b)?)
}

fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Null => Some(0.0),
        Value::Bool(b) => Some(f64::from(u8::from(*b))),
        Value::Number(n) => n.as_f64(),
        Value::String(s) if s.is_empty() => Some(0.0),
        Value::String(s) => s.parse().ok(),
        Value::Array(_) | Value::Object(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn check(text: &str, expected: &Value) {
        let contexts = json!({
            "inputs": { "mode": "Diff", "empty": "", "fail-on": "high" },
            "github": { "event": { "pull_request": { "number": 7, "labels": ["a", "b"] } } },
            "steps": { "scan": { "outputs": { "upload": "true" } } },
        });
        let status = Status { failed: true };
        assert_eq!(evaluate(text, &contexts, &status).as_ref(), Ok(expected), "{text}");
    }

    #[test]
    fn expressions_follow_the_documented_rules() {
        check("inputs.mode == 'diff'", &json!(true));
        check("inputs.fail-on", &json!("high"));
        check("inputs['fail-on'] != 'high' || 'x'", &json!("x"));
        check("github.event.pull_request.number != ''", &json!(true));
        check("github.event.release.tag != ''", &json!(false));
        check("github.event.pull_request.number == 7 && 1 < 2", &json!(true));
        check("inputs.empty || inputs.nothing || 'default'", &json!("default"));
        check("steps.scan.outputs.upload == 'true' && always()", &json!(true));
        check("!success() && failure()", &json!(true));
        check("contains(github.event.pull_request.labels, 'B')", &json!(true));
        check("startsWith('Hello', 'he') && endsWith('Hello', 'LO')", &json!(true));
        check("format('{0}-{1}', 'a', 2)", &json!("a-2"));
        check("'it''s'", &json!("it's"));
        check("(false || null) == 0", &json!(true));
    }

    #[test]
    fn what_is_not_understood_is_an_error() {
        let status = Status { failed: false };
        for text in ["hashFiles('x')", "'open", "a b", "(", "inputs.", "#"] {
            assert!(evaluate(text, &json!({}), &status).is_err(), "{text}");
        }
        assert!(interpolate("${{ a", &json!({}), &status).is_err());
        assert_eq!(interpolate("a ${{ 1 }} b", &json!({}), &status), Ok("a 1 b".to_owned()));
    }
}
