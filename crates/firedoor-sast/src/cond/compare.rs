//! The expressions of `metavariable-comparison`: a small part of Python over the values of metavariables.
//!
//! An expression that cannot be evaluated (a metavariable bound to something that is no constant, a wrong type, an
//! overflow, a division by zero) has no value, and a condition without a value does not hold. Both sides of `and` and
//! `or` are always evaluated, as the peer does. Names of code (a metavariable bound to `x`) compare through `str()`
//! only.

use std::sync::Arc;

use super::pcre::{Anchor, Pcre};
use super::time::{date, duration};

/// Deepest nesting of an expression.
const MAX_DEPTH: usize = 64;
/// Longest string that an expression may build.
const MAX_STRING: usize = 1 << 16;

/// A value while evaluating.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A number.
    Int(i64),
    /// A number with a fraction; also points in time, as seconds since 1970.
    Float(f64),
    /// A string constant's content.
    Str(String),
    /// A truth value.
    Bool(bool),
    /// A list.
    List(Vec<Value>),
    /// Source text of a binding that is no constant. Only `str()` makes it comparable.
    Code(String),
}

impl Value {
    /// What `str()` gives.
    pub fn text(&self) -> Option<String> {
        Some(match self {
            Self::Int(n) => n.to_string(),
            Self::Float(x) => {
                if x.fract() == 0.0 && x.abs() < 1e15 {
                    format!("{x:.0}.")
                } else {
                    x.to_string()
                }
            }
            Self::Str(s) | Self::Code(s) => s.clone(),
            Self::Bool(b) => b.to_string(),
            Self::List(_) => return None,
        })
    }
}

/// What an expression is evaluated against.
pub trait Bindings {
    /// The constant that the metavariable (`$X`) is bound to, or [`Value::Code`] with its text; `None` if unbound.
    fn value(&self, metavariable: &str) -> Option<Value>;

    /// Seconds since 1970, for `today()`; `None` where the clock is not known, and then `today()` has no value.
    fn now(&self) -> Option<f64> {
        None
    }

    /// Whether numbers without a fraction are whole ones; in JavaScript all are fractions.
    fn has_whole_numbers(&self) -> bool {
        true
    }
}

/// A parsed expression.
#[derive(Clone, Debug)]
pub struct Comparison {
    root: Expr,
    /// `strip: true`: every metavariable goes through `int()`, in this base.
    strip: Option<u32>,
}

#[derive(Clone, Debug)]
enum Expr {
    Value(Value),
    Mvar(Arc<str>),
    List(Vec<Expr>),
    Unary(Op, Box<Expr>),
    Binary(Op, Box<Expr>, Box<Expr>),
    Call(Function, Vec<Expr>),
    /// `re.match(…)` with its compiled pattern.
    Match(Box<Pcre>, Box<Expr>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Op {
    Or,
    And,
    Not,
    Eq,
    NotEq,
    Lt,
    LtE,
    Gt,
    GtE,
    In,
    NotIn,
    Add,
    Sub,
    Mul,
    Div,
    FloorDiv,
    Mod,
    Pow,
    BitAnd,
    BitOr,
    BitXor,
    BitNot,
    Shl,
    Shr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Function {
    Int,
    Float,
    Str,
    Len,
    Today,
    Strptime,
    PromqlDuration,
}

impl Comparison {
    /// Parses an expression. `strip` and `base` are those of the condition.
    ///
    /// # Errors
    /// The byte where it is wrong, and what was expected there.
    pub fn parse(text: &str, strip: bool, base: Option<u32>) -> Result<Self, (usize, String)> {
        let tokens = tokens(text)?;
        let mut parser = Parser { tokens: &tokens, at: 0, end: text.len() };
        let root = parser.expr(0, 0)?;
        match parser.peek() {
            Some(_) => Err((parser.place(), "expected an operator or the end".into())),
            None => Ok(Self { root, strip: strip.then_some(base.unwrap_or(10)) }),
        }
    }

    /// Metavariables that it asks for.
    pub fn metavariables(&self) -> Vec<&str> {
        let mut all = Vec::new();
        collect(&self.root, &mut all);
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Whether it holds. What cannot be evaluated does not.
    pub fn holds(&self, bindings: &dyn Bindings) -> bool {
        matches!(self.eval(&self.root, bindings), Some(Value::Bool(true)))
    }

    fn eval(&self, expr: &Expr, bindings: &dyn Bindings) -> Option<Value> {
        match expr {
            Expr::Value(value) => Some(value.clone()),
            Expr::Mvar(name) => {
                let value = bindings.value(name)?;
                match self.strip {
                    Some(_) if matches!(value, Value::Int(_)) && !bindings.has_whole_numbers() => None,
                    Some(base) => int(value, base),
                    None => Some(value),
                }
            }
            Expr::List(items) => items.iter().map(|e| self.eval(e, bindings)).collect::<Option<_>>().map(Value::List),
            Expr::Unary(op, e) => unary(*op, self.eval(e, bindings)?),
            Expr::Binary(op, a, b) => binary(*op, self.eval(a, bindings)?, self.eval(b, bindings)?),
            Expr::Match(re, e) => match self.eval(e, bindings)? {
                Value::Str(s) => re.is_match(s.as_bytes()).ok().map(Value::Bool),
                _ => None,
            },
            Expr::Call(function, args) => {
                let first = match args.first() {
                    Some(arg) => Some(self.eval(arg, bindings)?),
                    None => None,
                };
                call(*function, first, args.get(1).map(|e| self.eval(e, bindings)), bindings)
            }
        }
    }
}

fn collect<'e>(expr: &'e Expr, all: &mut Vec<&'e str>) {
    match expr {
        Expr::Value(_) => {}
        Expr::Mvar(name) => all.push(name),
        Expr::List(items) | Expr::Call(_, items) => items.iter().for_each(|e| collect(e, all)),
        Expr::Unary(_, e) | Expr::Match(_, e) => collect(e, all),
        Expr::Binary(_, a, b) => {
            collect(a, all);
            collect(b, all);
        }
    }
}

fn call(
    function: Function,
    arg: Option<Value>,
    second: Option<Option<Value>>,
    bindings: &dyn Bindings,
) -> Option<Value> {
    match (function, arg) {
        (Function::Today, _) => bindings.now().map(Value::Float),
        (Function::Int, Some(value)) => match second {
            None => int(value, 10),
            Some(Some(Value::Int(base))) => int(value, u32::try_from(base).ok()?),
            Some(_) => None,
        },
        (Function::Float, Some(Value::Int(n))) => Some(Value::Float(float(n))),
        (Function::Float, Some(value @ Value::Float(_))) => Some(value),
        (Function::Float, Some(Value::Str(s))) => s.trim().parse().ok().map(Value::Float),
        (Function::Str, Some(value)) => value.text().map(Value::Str),
        (Function::Len, Some(Value::Str(s))) => i64::try_from(s.chars().count()).ok().map(Value::Int),
        (Function::Len, Some(Value::List(l))) => i64::try_from(l.len()).ok().map(Value::Int),
        (Function::Strptime, Some(Value::Str(s))) => date(&s).map(Value::Float),
        (Function::PromqlDuration, Some(Value::Str(s))) => duration(&s).map(Value::Int),
        _ => None,
    }
}

/// `int(…)`: of numbers and of strings that hold one. A base other than 10 reads the digits of the text in that base.
fn int(value: Value, base: u32) -> Option<Value> {
    let text = match value {
        Value::Int(_) => return Some(value),
        Value::Str(s) | Value::Code(s) => s,
        _ => return None,
    };
    let text = text.trim().trim_matches(['"', '\'', '`']).replace('_', "");
    parse_int(&text, base).map(Value::Int)
}

/// A number as languages write it: `0x…`, `0o…`, `0b…`, else in `base`.
fn parse_int(text: &str, base: u32) -> Option<i64> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let lower = digits.to_ascii_lowercase();
    let (radix, digits) = match lower.get(..2) {
        Some("0x") => (16, &lower[2..]),
        Some("0o") => (8, &lower[2..]),
        Some("0b") if base != 16 => (2, &lower[2..]),
        _ => (base, lower.as_str()),
    };
    if !(2..=36).contains(&radix) || digits.starts_with(['+', '-']) {
        return None;
    }
    i64::from_str_radix(digits, radix).ok().map(|n| n * sign)
}

#[allow(clippy::cast_precision_loss)]
fn float(n: i64) -> f64 {
    n as f64
}

fn unary(op: Op, value: Value) -> Option<Value> {
    Some(match (op, value) {
        (Op::Not, Value::Bool(b)) => Value::Bool(!b),
        (Op::Sub, Value::Int(n)) => Value::Int(n.checked_neg()?),
        (Op::Sub, Value::Float(x)) => Value::Float(-x),
        (Op::Add, value @ (Value::Int(_) | Value::Float(_))) => value,
        (Op::BitNot, Value::Int(n)) => Value::Int(!n),
        _ => return None,
    })
}

fn binary(op: Op, a: Value, b: Value) -> Option<Value> {
    use Value::{Bool, Code, Float, Int, List, Str};
    Some(match (op, a, b) {
        (_, Code(_), _) | (_, _, Code(_)) => return None,
        (Op::And, Bool(a), Bool(b)) => Bool(a && b),
        (Op::Or, Bool(a), Bool(b)) => Bool(a || b),
        (Op::Eq, a, b) => Bool(equal(&a, &b)),
        (Op::NotEq, a, b) => Bool(!equal(&a, &b)),
        (Op::In, a, List(list)) => Bool(list.iter().any(|v| equal(&a, v))),
        (Op::NotIn, a, List(list)) => Bool(!list.iter().any(|v| equal(&a, v))),
        (Op::In, Str(a), Str(b)) => Bool(b.contains(&a)),
        (Op::NotIn, Str(a), Str(b)) => Bool(!b.contains(&a)),
        (Op::In | Op::NotIn, ..) => Bool(false),
        (Op::Add, Str(a), Str(b)) if a.len() + b.len() <= MAX_STRING => Str(a + &b),
        (op, Int(a), Int(b)) => int_op(op, a, b)?,
        (op, Int(a), Float(b)) => float_op(op, float(a), b)?,
        (op, Float(a), Int(b)) => float_op(op, a, float(b))?,
        (op, Float(a), Float(b)) => float_op(op, a, b)?,
        _ => return None,
    })
}

fn equal(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Int(a), Value::Float(b)) | (Value::Float(b), Value::Int(a)) => {
            float(*a).partial_cmp(b) == Some(std::cmp::Ordering::Equal)
        }
        _ => a == b,
    }
}

fn int_op(op: Op, a: i64, b: i64) -> Option<Value> {
    let shift = u32::try_from(b).ok();
    Some(match op {
        Op::Lt => Value::Bool(a < b),
        Op::LtE => Value::Bool(a <= b),
        Op::Gt => Value::Bool(a > b),
        Op::GtE => Value::Bool(a >= b),
        Op::Add => Value::Int(a.checked_add(b)?),
        Op::Sub => Value::Int(a.checked_sub(b)?),
        Op::Mul => Value::Int(a.checked_mul(b)?),
        // Towards zero: the peer divides integers as OCaml does.
        Op::Div | Op::FloorDiv => Value::Int(a.checked_div(b)?),
        Op::Mod => Value::Int(a.checked_rem(b)?),
        Op::Pow => Value::Int(a.checked_pow(shift?)?),
        Op::BitAnd => Value::Int(a & b),
        Op::BitOr => Value::Int(a | b),
        Op::BitXor => Value::Int(a ^ b),
        Op::Shl => Value::Int(a.checked_shl(shift?)?),
        Op::Shr => Value::Int(a.checked_shr(shift?)?),
        _ => return None,
    })
}

fn float_op(op: Op, a: f64, b: f64) -> Option<Value> {
    Some(match op {
        Op::Lt => Value::Bool(a < b),
        Op::LtE => Value::Bool(a <= b),
        Op::Gt => Value::Bool(a > b),
        Op::GtE => Value::Bool(a >= b),
        Op::Add => Value::Float(a + b),
        Op::Sub => Value::Float(a - b),
        Op::Mul => Value::Float(a * b),
        Op::Div => Value::Float(a / b),
        Op::FloorDiv => Value::Float((a / b).floor()),
        Op::Mod => Value::Float(a % b),
        Op::Pow => Value::Float(a.powf(b)),
        _ => return None,
    })
}

// ------------------------------------------------------------------------------------------------------------ parsing

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Name(String),
    Mvar(Arc<str>),
    Value(Value),
    Sign(&'static str),
}

const SIGNS: [&str; 27] = [
    "**", "//", "<<", ">>", "<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "~", "(", ")",
    "[", "]", ",", ".", "{", "}",
];

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, (usize, String)> {
    let mut out = Vec::new();
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        if c.is_whitespace() {
            at += c.len_utf8();
            continue;
        }
        let (len, token) = if c.is_ascii_digit() {
            number(rest).ok_or((at, "expected a number".to_owned()))?
        } else if c == '$' {
            let dots = if rest[1..].starts_with("...") { 3 } else { 0 };
            let len =
                1 + dots + rest[1 + dots..].bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
            if len == 1 + dots {
                return Err((at, "expected the name of a metavariable".into()));
            }
            (len, Token::Mvar(rest[..len].into()))
        } else if let Some(quote) = string_start(rest) {
            let (len, value) = string(rest, quote).ok_or((at, "this string is never closed".to_owned()))?;
            (len, Token::Value(Value::Str(value)))
        } else if c.is_alphabetic() || c == '_' {
            let len = rest.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len());
            (len, Token::Name(rest[..len].to_owned()))
        } else if let Some(sign) = SIGNS.iter().find(|s| rest.starts_with(**s)) {
            (sign.len(), Token::Sign(sign))
        } else {
            return Err((at, format!("unexpected `{c}`")));
        };
        out.push((at, token));
        at += len;
    }
    Ok(out)
}

/// Number of prefix letters (`r`, `u`, `b`) if a string begins here.
fn string_start(rest: &str) -> Option<usize> {
    let prefix = rest.bytes().take_while(|b| matches!(b, b'r' | b'R' | b'u' | b'b')).count();
    (prefix <= 1 && rest[prefix..].starts_with(['"', '\''])).then_some(prefix)
}

fn string(rest: &str, prefix: usize) -> Option<(usize, String)> {
    let raw = rest[..prefix].eq_ignore_ascii_case("r");
    let body = &rest[prefix..];
    let quote = body.chars().next()?;
    let mut out = String::new();
    let mut chars = body.char_indices().skip(1);
    while let Some((at, c)) = chars.next() {
        if c == quote {
            return Some((prefix + at + 1, out));
        }
        if c != '\\' {
            out.push(c);
            continue;
        }
        let (_, escaped) = chars.next()?;
        match escaped {
            _ if raw => out.extend(['\\', escaped]),
            'n' => out.push('\n'),
            't' => out.push('\t'),
            'r' => out.push('\r'),
            '\\' | '\'' | '"' => out.push(escaped),
            // Kept as written: regular expressions are often not written raw.
            _ => out.extend(['\\', escaped]),
        }
    }
    None
}

fn number(rest: &str) -> Option<(usize, Token)> {
    let word = rest.bytes().take_while(|b| b.is_ascii_alphanumeric() || *b == b'_').count();
    let text = rest[..word].replace('_', "");
    let after = &rest[word..];
    if after.starts_with('.') && after[1..].starts_with(|c: char| c.is_ascii_digit()) {
        let fraction = 1 + after[1..].bytes().take_while(u8::is_ascii_alphanumeric).count();
        let value = format!("{text}{}", &after[..fraction]).parse().ok()?;
        return Some((word + fraction, Token::Value(Value::Float(value))));
    }
    match parse_int(&text, 10) {
        Some(n) => Some((word, Token::Value(Value::Int(n)))),
        None => Some((word, Token::Value(Value::Float(text.parse().ok()?)))),
    }
}

struct Parser<'t> {
    tokens: &'t [(usize, Token)],
    at: usize,
    end: usize,
}

type Parsed = Result<Expr, (usize, String)>;

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|(_, t)| t)
    }

    fn place(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |(at, _)| *at)
    }

    fn eat(&mut self, sign: &str) -> bool {
        let hit = matches!(self.peek(), Some(Token::Sign(s)) if *s == sign);
        self.at += usize::from(hit);
        hit
    }

    fn need(&mut self, sign: &str) -> Result<(), (usize, String)> {
        let place = self.place();
        if self.eat(sign) { Ok(()) } else { Err((place, format!("expected `{sign}`"))) }
    }

    /// The binary operator here with its precedence and how many tokens it takes.
    fn operator(&self) -> Option<(Op, u8, usize)> {
        let word = |at: usize| match self.tokens.get(at) {
            Some((_, Token::Name(n))) => Some(n.as_str()),
            _ => None,
        };
        Some(match self.peek()? {
            Token::Name(n) => match n.as_str() {
                "or" => (Op::Or, 1, 1),
                "and" => (Op::And, 2, 1),
                "in" => (Op::In, 4, 1),
                "not" if word(self.at + 1) == Some("in") => (Op::NotIn, 4, 2),
                "is" if word(self.at + 1) == Some("not") => (Op::NotEq, 4, 2),
                "is" => (Op::Eq, 4, 1),
                _ => return None,
            },
            Token::Sign(s) => match *s {
                "==" => (Op::Eq, 4, 1),
                "!=" => (Op::NotEq, 4, 1),
                "<" => (Op::Lt, 4, 1),
                "<=" => (Op::LtE, 4, 1),
                ">" => (Op::Gt, 4, 1),
                ">=" => (Op::GtE, 4, 1),
                "|" => (Op::BitOr, 5, 1),
                "^" => (Op::BitXor, 6, 1),
                "&" => (Op::BitAnd, 7, 1),
                "<<" => (Op::Shl, 8, 1),
                ">>" => (Op::Shr, 8, 1),
                "+" => (Op::Add, 9, 1),
                "-" => (Op::Sub, 9, 1),
                "*" => (Op::Mul, 10, 1),
                "/" => (Op::Div, 10, 1),
                "//" => (Op::FloorDiv, 10, 1),
                "%" => (Op::Mod, 10, 1),
                "**" => (Op::Pow, 12, 1),
                _ => return None,
            },
            _ => return None,
        })
    }

    /// Precedence climbing; a chain of comparisons means that each of them holds.
    fn expr(&mut self, min: u8, depth: usize) -> Parsed {
        if depth > MAX_DEPTH {
            return Err((self.place(), "nested too deeply".into()));
        }
        let mut left = self.unary(min, depth)?;
        let mut chain: Option<Expr> = None;
        let mut count = 0;
        while let Some((op, precedence, len)) = self.operator() {
            count += 1;
            if precedence < min || count > 4 * MAX_DEPTH {
                break;
            }
            self.at += len;
            // `**` binds to the right.
            let right = self.expr(if op == Op::Pow { precedence } else { precedence + 1 }, depth + 1)?;
            if precedence == 4 {
                let link = Expr::Binary(op, Box::new(left), Box::new(right.clone()));
                chain = Some(match chain {
                    Some(before) => Expr::Binary(Op::And, Box::new(before), Box::new(link)),
                    None => link,
                });
                left = right;
                if self.operator().is_some_and(|(_, p, _)| p == 4) && min <= 4 {
                    continue;
                }
                if let Some(whole) = chain.take() {
                    left = whole;
                }
            } else {
                left = Expr::Binary(op, Box::new(left), Box::new(right));
            }
        }
        Ok(left)
    }

    fn unary(&mut self, min: u8, depth: usize) -> Parsed {
        if matches!(self.peek(), Some(Token::Name(n)) if n == "not") {
            self.at += 1;
            return Ok(Expr::Unary(Op::Not, Box::new(self.expr(3.max(min), depth + 1)?)));
        }
        for (sign, op) in [("-", Op::Sub), ("+", Op::Add), ("~", Op::BitNot)] {
            if self.eat(sign) {
                return Ok(Expr::Unary(op, Box::new(self.expr(11, depth + 1)?)));
            }
        }
        self.atom(depth)
    }

    fn atom(&mut self, depth: usize) -> Parsed {
        let place = self.place();
        let Some(token) = self.peek().cloned() else {
            return Err((place, "expected a value".into()));
        };
        self.at += 1;
        match token {
            Token::Value(Value::Str(mut s)) => {
                // Neighbouring strings are one.
                while let Some(Token::Value(Value::Str(next))) = self.peek() {
                    s.push_str(next);
                    self.at += 1;
                }
                Ok(Expr::Value(Value::Str(s)))
            }
            Token::Value(value) => Ok(Expr::Value(value)),
            Token::Mvar(name) => Ok(Expr::Mvar(name)),
            Token::Sign("(") => {
                let first = self.expr(0, depth + 1)?;
                if self.eat(")") {
                    return Ok(first);
                }
                self.need(",")?;
                let mut items = vec![first];
                items.append(&mut self.items(")", depth)?);
                Ok(Expr::List(items))
            }
            Token::Sign("[") => Ok(Expr::List(self.items("]", depth)?)),
            Token::Sign("{") => Ok(Expr::List(self.items("}", depth)?)),
            Token::Name(name) => match name.as_str() {
                "True" | "true" => Ok(Expr::Value(Value::Bool(true))),
                "False" | "false" => Ok(Expr::Value(Value::Bool(false))),
                _ => self.call(&name, place, depth),
            },
            Token::Sign(_) => Err((place, "expected a value".into())),
        }
    }

    fn items(&mut self, close: &str, depth: usize) -> Result<Vec<Expr>, (usize, String)> {
        let mut items = Vec::new();
        while !self.eat(close) {
            items.push(self.expr(0, depth + 1)?);
            if !self.eat(",") {
                self.need(close)?;
                break;
            }
        }
        Ok(items)
    }

    fn call(&mut self, name: &str, place: usize, depth: usize) -> Parsed {
        let mut path = name.to_owned();
        while self.eat(".") {
            match self.peek().cloned() {
                Some(Token::Name(part)) => {
                    self.at += 1;
                    path = format!("{path}.{part}");
                }
                _ => return Err((self.place(), "expected a name".into())),
            }
        }
        if !self.eat("(") {
            return Err((place, format!("`{path}` is unknown here; only metavariables have values")));
        }
        let pattern_at = self.place();
        let mut args = self.items(")", depth)?;
        let function = match path.as_str() {
            "int" => Function::Int,
            "float" => Function::Float,
            "str" => Function::Str,
            "len" => Function::Len,
            "today" | "datetime.today" | "date.today" => Function::Today,
            "strptime" | "datetime.strptime" => Function::Strptime,
            "parse_promql_duration" => Function::PromqlDuration,
            "re.match" | "re.search" | "re.fullmatch" => {
                let anchor = if path == "re.search" { Anchor::Text } else { Anchor::Start };
                return match (args.len(), args.first().cloned(), args.pop()) {
                    (2, Some(Expr::Value(Value::Str(re))), Some(subject)) => {
                        let re = if path == "re.fullmatch" { format!(r"(?:{re})\z") } else { re };
                        let re = Pcre::new(&re, anchor).map_err(|e| (pattern_at, e.message))?;
                        Ok(Expr::Match(Box::new(re), Box::new(subject)))
                    }
                    _ => Err((pattern_at, format!("expected `{path}(\"pattern\", value)`"))),
                };
            }
            _ => {
                let known = "int, float, str, len, today, strptime, parse_promql_duration, re.match";
                return Err((place, format!("unknown function `{path}`; known are {known}")));
            }
        };
        Ok(Expr::Call(function, args))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Env(Vec<(&'static str, Value)>);

    impl Bindings for Env {
        fn value(&self, metavariable: &str) -> Option<Value> {
            self.0.iter().find(|(n, _)| *n == metavariable).map(|(_, v)| v.clone())
        }
        fn now(&self) -> Option<f64> {
            Some(86_400.0 * 20_000.0)
        }
    }

    fn holds(text: &str) -> bool {
        let env = Env(vec![
            ("$N", Value::Int(7)),
            ("$F", Value::Float(1.5)),
            ("$S", Value::Str("abc".into())),
            ("$D", Value::Str("0755".into())),
            ("$C", Value::Code("name".into())),
            ("$T", Value::Bool(true)),
        ]);
        Comparison::parse(text, false, None).unwrap_or_else(|e| panic!("{text}: {e:?}")).holds(&env)
    }

    #[test]
    fn expressions_mean_what_python_means() {
        for text in [
            "$N > 6 and $N < 8",
            "6 < $N <= 7",
            "not $N == 8",
            "$N + 2 * 3 == 13",
            "($N + 2) * 3 == 27",
            "-$N + 8 == 1",
            "2 ** 3 ** 2 == 512",
            "$N % 4 == 3 and $N & 4 == 4",
            "$N in [1, 7]",
            "$N not in (1, 2)",
            "'b' in $S",
            "$S == \"abc\"",
            "str($C) == 'name'",
            "str($N) == '7'",
            "int($D) == 755",
            "int($D, 8) == 0o755",
            "$F < 2",
            "$F * 2 == 3",
            "re.match('a.c', $S)",
            "not re.match('b', $S)",
            "re.match(\"^\\d+$\", str($N))",
            "strptime('2020-02-29') < today()",
            "today() > strptime(\"2024-10-03\")",
            "0x1F == 31 and 1_000 == 1000",
            "$T == True",
            "len($S) == 3",
        ] {
            assert!(holds(text), "{text}");
        }
    }

    #[test]
    fn what_has_no_value_does_not_hold() {
        for text in [
            "$X > 1",
            "$C == 'name'",
            "$S > 1",
            "$N / 0 == 1",
            "9223372036854775807 + 1 > 0",
            "$N",
            "not $X",
            "strptime('2020-02-30') < 1",
        ] {
            assert!(!holds(text), "{text}");
        }
        // Even where one side would decide it.
        assert!(!holds("$N == 7 or $X == 1"));
    }

    #[test]
    fn strip_reads_numbers_in_quotes() {
        let env = Env(vec![("$X", Value::Str("0700".into()))]);
        assert!(Comparison::parse("$X > 500", true, None).expect("valid").holds(&env));
        assert!(Comparison::parse("$X == 0o700", true, Some(8)).expect("valid").holds(&env));
    }

    #[test]
    fn mistakes_have_a_place() {
        for (text, at) in [
            ("$X >", 4),
            ("$X > foo", 5),
            ("$X ? 1", 3),
            ("(1", 2),
            ("eval($X)", 0),
            ("'a", 0),
            ("re.match('(', $X)", 9),
        ] {
            assert_eq!(Comparison::parse(text, false, None).unwrap_err().0, at, "{text}");
        }
        assert!(Comparison::parse(&"(".repeat(100_000), false, None).is_err());
        assert!(Comparison::parse(&"not ".repeat(100_000), false, None).is_err());
    }
}
