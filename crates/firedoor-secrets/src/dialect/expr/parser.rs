//! Grammar of the expression language: expr-lang's operators with CEL's optional access.

use super::lexer::{Token, tokens};
use crate::dialect::pattern::Pattern;

/// Deepest nesting that is read.
const MAX_DEPTH: usize = 64;

/// A part of an expression.
#[derive(Debug)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Number(f64),
    Text(String),
    List(Vec<Node>),
    Map(Vec<(Node, Node)>),
    Name(String),
    /// `a.b`, `a["b"]`, `a.?b`, `a[?"b"]`.
    Member(Box<Node>, Box<Node>),
    /// Function or method name (with its name space), arguments; a method's subject is the first argument.
    Call(String, Vec<Node>),
    /// A list of literal regexes, compiled when first asked.
    Patterns(Vec<Option<Pattern>>),
    Not(Box<Node>),
    Negative(Box<Node>),
    Binary(&'static str, Box<Node>, Box<Node>),
    Choice(Box<Node>, Box<Node>, Box<Node>),
    Let(String, Box<Node>, Box<Node>),
}

type Wrong = (usize, String);

/// Parses a whole text.
pub(super) fn parse(text: &str) -> Result<Node, Wrong> {
    let mut parser = Parser { tokens: tokens(text)?, at: 0, depth: 0, end: text.len() };
    let node = parser.expression()?;
    match parser.tokens.get(parser.at) {
        None => Ok(node),
        Some((at, _)) => Err((*at, "expected the end of the expression".to_owned())),
    }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    at: usize,
    depth: usize,
    end: usize,
}

/// Binary operators by how tightly they bind.
const LEVELS: &[&[&str]] = &[
    &["||", "or", "??"],
    &["&&", "and"],
    &["==", "!="],
    &["<=", ">=", "<", ">", "in", "contains", "startsWith", "endsWith", "matches"],
    &["+", "-"],
    &["*", "/", "%"],
];

impl Parser {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at).map(|t| &t.1)
    }

    fn place(&self) -> usize {
        self.tokens.get(self.at).map_or(self.end, |t| t.0)
    }

    fn eat(&mut self, sign: &str) -> bool {
        let hit = matches!(self.peek(), Some(Token::Sign(s)) if *s == sign);
        self.at += usize::from(hit);
        hit
    }

    fn word(&mut self, word: &str) -> bool {
        let hit = matches!(self.peek(), Some(Token::Name(n)) if n == word);
        self.at += usize::from(hit);
        hit
    }

    fn expect(&mut self, sign: &str) -> Result<(), Wrong> {
        if self.eat(sign) { Ok(()) } else { Err((self.place(), format!("expected `{sign}`"))) }
    }

    fn name(&mut self) -> Result<String, Wrong> {
        match self.peek() {
            Some(Token::Name(n)) => {
                let n = n.clone();
                self.at += 1;
                Ok(n)
            }
            _ => Err((self.place(), "expected a name".to_owned())),
        }
    }

    fn expression(&mut self) -> Result<Node, Wrong> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err((self.place(), "this expression is nested too deep".to_owned()));
        }
        let node = self.let_or_choice();
        self.depth -= 1;
        node
    }

    fn let_or_choice(&mut self) -> Result<Node, Wrong> {
        if self.word("let") {
            let name = self.name()?;
            self.expect("=")?;
            let value = self.expression()?;
            self.expect(";")?;
            let rest = self.expression()?;
            return Ok(Node::Let(name, Box::new(value), Box::new(rest)));
        }
        let condition = self.binary(0)?;
        if self.eat("?") {
            let yes = self.expression()?;
            self.expect(":")?;
            let no = self.expression()?;
            return Ok(Node::Choice(Box::new(condition), Box::new(yes), Box::new(no)));
        }
        Ok(condition)
    }

    fn binary(&mut self, level: usize) -> Result<Node, Wrong> {
        let Some(signs) = LEVELS.get(level) else { return self.unary() };
        let mut left = self.binary(level + 1)?;
        loop {
            let negated = matches!(self.peek(), Some(Token::Name(n)) if n == "not")
                && matches!(self.tokens.get(self.at + 1), Some((_, Token::Name(n))) if signs.contains(&n.as_str()));
            self.at += usize::from(negated);
            let sign = match self.peek() {
                Some(Token::Sign(s)) => signs.iter().find(|x| *x == s),
                Some(Token::Name(n)) => signs.iter().find(|x| *x == n),
                _ => None,
            };
            let Some(&sign) = sign else { return Ok(left) };
            self.at += 1;
            let right = self.binary(level + 1)?;
            left = Node::Binary(sign, Box::new(left), Box::new(right));
            if negated {
                left = Node::Not(Box::new(left));
            }
        }
    }

    fn unary(&mut self) -> Result<Node, Wrong> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err((self.place(), "this expression is nested too deep".to_owned()));
        }
        let node = if self.eat("!") || self.word("not") {
            Node::Not(Box::new(self.unary()?))
        } else if self.eat("-") {
            Node::Negative(Box::new(self.unary()?))
        } else {
            self.postfix()?
        };
        self.depth -= 1;
        Ok(node)
    }

    fn postfix(&mut self) -> Result<Node, Wrong> {
        let mut node = self.primary()?;
        loop {
            if self.eat(".") || self.eat("?.") || self.eat(".?") {
                // CEL writes the optional index as `.[?"key"]`.
                if self.eat("[?") || self.eat("[") {
                    let key = self.expression()?;
                    self.expect("]")?;
                    node = Node::Member(Box::new(node), Box::new(key));
                    continue;
                }
                let name = self.name()?;
                if self.eat("(") {
                    let mut arguments = self.list(")")?;
                    node = match node {
                        Node::Name(space) if is_name_space(&space) => call(format!("{space}.{name}"), arguments),
                        subject => {
                            arguments.insert(0, subject);
                            call(name, arguments)
                        }
                    };
                } else {
                    node = Node::Member(Box::new(node), Box::new(Node::Text(name)));
                }
            } else if self.eat("[?") || self.eat("[") {
                let key = self.expression()?;
                self.expect("]")?;
                node = Node::Member(Box::new(node), Box::new(key));
            } else if self.eat("|") {
                let name = self.name()?;
                let mut arguments = if self.eat("(") { self.list(")")? } else { Vec::new() };
                arguments.insert(0, node);
                node = call(name, arguments);
            } else {
                return Ok(node);
            }
        }
    }

    fn list(&mut self, close: &str) -> Result<Vec<Node>, Wrong> {
        let mut items = Vec::new();
        while !self.eat(close) {
            items.push(self.expression()?);
            if !self.eat(",") {
                self.expect(close)?;
                break;
            }
        }
        Ok(items)
    }

    fn primary(&mut self) -> Result<Node, Wrong> {
        let place = self.place();
        let Some(token) = self.peek().cloned() else { return Err((place, "expected a value".to_owned())) };
        self.at += 1;
        match token {
            Token::Number(n) => Ok(Node::Number(n)),
            Token::Text(t) => Ok(Node::Text(t)),
            Token::Name(n) => match n.as_str() {
                "true" => Ok(Node::Bool(true)),
                "false" => Ok(Node::Bool(false)),
                "nil" | "null" => Ok(Node::Null),
                _ if self.eat("(") => Ok(call(n, self.list(")")?)),
                _ => Ok(Node::Name(n)),
            },
            Token::Sign("(") => {
                let node = self.expression()?;
                self.expect(")")?;
                Ok(node)
            }
            Token::Sign("[") => Ok(Node::List(self.list("]")?)),
            Token::Sign("#") => Ok(Node::Name("#".to_owned())),
            Token::Sign("{") => self.map(),
            Token::Sign(_) => Err((place, "expected a value".to_owned())),
        }
    }

    /// A map, or the body of a predicate such as `any(list, {# contains "x"})`.
    fn map(&mut self) -> Result<Node, Wrong> {
        let mut entries = Vec::new();
        while !self.eat("}") {
            let key = self.expression()?;
            if !self.eat(":") {
                self.expect("}")?;
                return Ok(key);
            }
            let key = if let Node::Name(n) = key { Node::Text(n) } else { key };
            entries.push((key, self.expression()?));
            if !self.eat(",") {
                self.expect("}")?;
                break;
            }
        }
        Ok(Node::Map(entries))
    }
}

fn is_name_space(name: &str) -> bool {
    matches!(
        name,
        "filter" | "http" | "validate" | "crypto" | "time" | "hex" | "base64" | "json" | "strings" | "aws" | "jwt"
    )
}

/// A call; the literal regexes of `matchesAny` and `findMatch` are made ready here.
fn call(name: String, mut arguments: Vec<Node>) -> Node {
    let name = name.strip_prefix("filter.").unwrap_or(&name).to_owned();
    if matches!(name.as_str(), "matchesAny" | "findMatch" | "matches") && arguments.len() == 2 {
        let texts: Option<Vec<String>> = match &arguments[1] {
            Node::Text(t) => Some(vec![t.clone()]),
            Node::List(items) => {
                items.iter().map(|i| if let Node::Text(t) = i { Some(t.clone()) } else { None }).collect()
            }
            _ => None,
        };
        if let Some(texts) = texts {
            arguments[1] = Node::Patterns(texts.iter().map(|t| Pattern::of_text(t)).collect());
        }
    }
    Node::Call(name, arguments)
}
