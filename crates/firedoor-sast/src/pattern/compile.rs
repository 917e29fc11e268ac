//! From a pattern's text to a tree with holes.

use std::sync::Arc;

use firedoor_core::Span;
use firedoor_lang::Language;

use super::model::{ANY_LOOP, Op, PNode, Pattern, Root, WordPart};
use super::rewrite::{backquotes, braces, closed, dedent, definitions, json_keys, yaml_ellipses};
use super::scan::{Hole, Slot, scan};
use super::spell::{DEEP, DEEP_LOWER, ELLIPSIS, Frame, alternatives, frames, spell};
use crate::cond::pcre::{Anchor, Pcre};
use crate::lower;
use crate::tree::{Kind, NodeId, Role, Sym, Tree, flag};

/// Why a pattern cannot be compiled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// In one sentence.
    pub message: String,
    /// The part of the pattern's text.
    pub span: Span,
}

/// How often a pattern is parsed at most before it is given up.
const MAX_TRIES: usize = 600;

/// A text written in the host language, with the places of its holes.
struct Written {
    text: String,
    holes: Vec<(usize, usize, usize)>,
}

fn write(text: &str, slots: &[Slot], spellings: &[String], frame: Frame) -> Written {
    let mut out = String::with_capacity(text.len() + 32);
    out.push_str(frame.prefix);
    let mut holes = Vec::new();
    let mut at = 0;
    for (nth, slot) in slots.iter().enumerate() {
        out.push_str(&text[at..slot.start]);
        let start = out.len();
        out.push_str(&spellings[nth]);
        holes.push((start, out.len(), nth));
        at = slot.end;
    }
    out.push_str(&text[at..]);
    out.push_str(frame.suffix);
    Written { text: out, holes }
}

/// How wrong a parse is: errors and missing tokens by the bytes that they cover.
fn errors(tree: &tree_sitter::Tree) -> usize {
    let root = tree.root_node();
    if !root.has_error() {
        return 0;
    }
    let mut sum = 0;
    let mut stack = vec![root];
    while let Some(node) = stack.pop() {
        if node.is_error() || node.is_missing() {
            sum += 8 + node.byte_range().len();
        } else if node.has_error() {
            let mut cursor = node.walk();
            stack.extend(node.children(&mut cursor));
        }
    }
    sum.max(1)
}

/// Compiles a pattern.
///
/// # Errors
///
/// If no spelling of its holes in any frame is a program of the language.
pub fn compile(text: &str, language: Language) -> Result<Pattern, PatternError> {
    let pattern = read(text, language.spoken())?;
    // An expression that cannot be read is no text to look for, though it would be taken for one.
    for node in pattern.nodes.iter().filter(|n| matches!(n.op, Op::Plain)) {
        if let Some(source) = expression(&node.text)
            && let Err(error) = Pcre::new(&source, Anchor::Text)
        {
            let message = format!("the regular expression `{source}` cannot be read: {error}");
            return Err(PatternError { message, span: Span::new(0, text.len()) });
        }
    }
    Ok(pattern)
}

/// The expression in `=~/…/`, with the flag `i` as a part of it.
fn expression(text: &str) -> Option<String> {
    let (pattern, flags) = text.strip_prefix("=~/")?.rsplit_once('/')?;
    Some(if flags.contains('i') { format!("(?i){pattern}") } else { pattern.to_owned() })
}

fn read(text: &str, language: Language) -> Result<Pattern, PatternError> {
    let whole = Span::new(0, text.len());
    let trimmed = text.trim_end();
    let text = if language == Language::Yaml { trimmed } else { trimmed.trim_start_matches(['\n', '\r']) };
    let text = dedent(text);
    let text = text.as_str();
    if text.trim().is_empty() {
        return Err(PatternError { message: "the pattern is empty".to_owned(), span: whole });
    }
    let text = &backquotes(text, language);
    let text = &if language == Language::Ruby { braces(text) } else { text.clone() };
    // What stands in `"=~/…/"` is no text of the host language: its escapes are those of the expression.
    let text = &if language == Language::CSharp && text.contains('\\') {
        text.replace("\"=~/", "@\"=~/").replace("@@", "@")
    } else {
        text.clone()
    };
    let text = &match language {
        Language::Yaml => yaml_ellipses(text),
        Language::Json => json_keys(text),
        _ => text.to_owned(),
    };
    let text = &if language == Language::Xml { closed(text) } else { text.to_owned() };
    let text = &match language {
        Language::Ocaml => definitions(text),
        // Texts of Apex have single quotes; rules are often written with double ones.
        Language::Apex if !text.contains('\'') => text.replace('"', "'"),
        _ => text.to_owned(),
    };
    let slots = scan(text, language);
    let mut spellings: Vec<String> = slots.iter().map(|s| spell(s, language)).collect();
    let frames = frames(text, language);
    let mut tries = 0;
    let mut best: Option<(usize, Frame)> = None;
    for frame in &frames {
        let written = write(text, &slots, &spellings, *frame);
        tries += 1;
        let Some(parsed) = lower::parse(language, true, written.text.as_bytes()) else { continue };
        let wrong = errors(&parsed);
        if wrong == 0
            && let Some(pattern) = build(text, language, &slots, &written, *frame, &parsed)
        {
            return Ok(pattern);
        }
        let wrong = wrong.max(1);
        if best.is_none_or(|(w, _)| wrong < w) {
            best = Some((wrong, *frame));
        }
    }
    // Climb: change one hole at a time, in each frame, as long as that gets better.
    let mut wrong = best.map_or(usize::MAX, |(w, _)| w);
    let mut order: Vec<Frame> = frames;
    if let Some((_, first)) = best {
        order.sort_by_key(|f| *f != first);
    }
    for frame in order {
        let mut current = spellings.clone();
        let mut frame_wrong = usize::MAX;
        loop {
            let mut improved = None;
            for (nth, slot) in slots.iter().enumerate() {
                for spelling in alternatives(slot, language) {
                    if spelling == current[nth] || tries >= MAX_TRIES {
                        continue;
                    }
                    let mut candidate = current.clone();
                    candidate[nth] = spelling;
                    let written = write(text, &slots, &candidate, frame);
                    tries += 1;
                    let Some(parsed) = lower::parse(language, true, written.text.as_bytes()) else { continue };
                    let now = errors(&parsed);
                    if now == 0
                        && let Some(pattern) = build(text, language, &slots, &written, frame, &parsed)
                    {
                        return Ok(pattern);
                    }
                    if now > 0 && now < frame_wrong {
                        frame_wrong = now;
                        improved = Some(candidate);
                    }
                }
            }
            match improved {
                Some(candidate) if frame_wrong < usize::MAX => {
                    current = candidate;
                    if frame_wrong < wrong {
                        wrong = frame_wrong;
                        spellings.clone_from(&current);
                    }
                }
                _ => break,
            }
        }
    }
    let message = format!("the pattern cannot be read as {}", language.name());
    Err(PatternError { message, span: whole })
}

/// Kinds that a hole never stands for as a whole: they hold lists.
fn is_list(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Program | Kind::Block | Kind::Args | Kind::Params | Kind::ClassBody | Kind::Return | Kind::Package
    )
}

fn build(
    text: &str,
    language: Language,
    slots: &[Slot],
    written: &Written,
    frame: Frame,
    parsed: &tree_sitter::Tree,
) -> Option<Pattern> {
    let lowered = lower::lower(language, true, written.text.as_bytes(), parsed).tree;
    let range = Span::new(frame.prefix.len(), written.text.len() - frame.suffix.len());
    let tops = tops(&lowered, &written.text, range, frame.partial, matches!(language, Language::Java | Language::Rust));
    let mut builder = Builder {
        text: &written.text,
        tree: &lowered,
        slots,
        holes: &written.holes,
        range,
        partial: frame.partial,
        pattern: Pattern {
            language,
            nodes: Vec::new(),
            root: Root::One(0),
            metavariables: Vec::new(),
            literals: Vec::new(),
            strings: Vec::new(),
            forms: Vec::new(),
            chains: Vec::new(),
            holes: Vec::new(),
            given: Vec::new(),
            symbols: Vec::new(),
            first_symbols: Vec::new(),
            types: Vec::new(),
            partial: frame.partial,
        },
    };
    let first = *tops.first()?;
    if misread(&lowered, &written.text, first, language) {
        return None;
    }
    let roots: Vec<u32> = tops.iter().map(|&id| builder.node(id)).collect();
    let parent = lowered.node(lowered.node(first).parent).kind;
    let mut pattern = builder.pattern;
    pattern.root = match roots[..] {
        [one] => {
            let node = &pattern.nodes[one as usize];
            let semicolon = text.trim_end().ends_with(';');
            // An expression as a statement is an expression, unless its semicolon is written.
            match (node.kind, &node.op, &node.children[..]) {
                // `$(command)`, `$1`, `"$@"` are what they give, and no command of that name.
                (Kind::ExprStmt, Op::Plain, [inner])
                    if language == Language::Bash
                        && text.starts_with(['$', '"', '`'])
                        && !text.trim().contains([' ', '\n'])
                        && alone(&pattern, *inner).is_some() =>
                {
                    Root::One(alone(&pattern, *inner).unwrap_or(*inner))
                }
                (Kind::ExprStmt, Op::Plain, [inner])
                    if language == Language::Bash
                        && text.starts_with("$(")
                        && text.trim_end().ends_with(')')
                        && alone(&pattern, *inner).is_some() =>
                {
                    Root::One(alone(&pattern, *inner).unwrap_or(*inner))
                }
                // A word is a command without arguments, or a word of one.
                (Kind::ExprStmt, Op::Plain, [inner])
                    if language == Language::Bash
                        && !text.trim_end().ends_with([';', '&'])
                        && lone_word(&pattern, *inner).is_some() =>
                {
                    Root::One(lone_word(&pattern, *inner).unwrap_or(*inner))
                }
                (Kind::Call, Op::Plain, _)
                    if language == Language::Dockerfile
                        && !text.contains(|c: char| c.is_whitespace() || c.is_ascii_uppercase())
                        && lone_word(&pattern, one).is_some() =>
                {
                    Root::One(lone_word(&pattern, one).unwrap_or(one))
                }
                (Kind::ExprStmt, Op::Plain, [inner]) if !semicolon => Root::One(*inner),
                // The values of a literal of Go, whose type is not written.
                (Kind::Args, Op::Plain, _) if language == Language::Go => {
                    pattern.nodes[one as usize].kind = Kind::Array;
                    Root::One(one)
                }
                // A metavariable alone is any instruction.
                (Kind::Call, Op::Plain, [callee, ..])
                    if language == Language::Dockerfile
                        && super::metavariable_at(text.trim().as_bytes(), 0)
                            .is_some_and(|(_, to)| to == text.trim().len())
                        && matches!(pattern.nodes[*callee as usize].op, Op::Metavariable(_)) =>
                {
                    let callee = *callee;
                    pattern.nodes[callee as usize].kind = Kind::Call;
                    Root::One(callee)
                }
                (_, Op::Metavariable(_), _) => Root::One(one),
                // A lone item stands anywhere in a sequence.
                (Kind::Array, Op::Plain, [item])
                    if language == Language::Yaml && text.trim_start().starts_with("- ") && frame.prefix.is_empty() =>
                {
                    Root::One(*item)
                }
                // `$(command)` is what it gives, and no command of that name.
                (Kind::Call, Op::Plain, [callee, ..])
                    if language == Language::Bash
                        && text.starts_with("$(")
                        && text.trim_end().ends_with(')')
                        && pattern.nodes[*callee as usize].kind == Kind::Call =>
                {
                    Root::One(*callee)
                }
                // A lone `key: value` is that pair, wherever it stands.
                (Kind::Dict, Op::Plain, [pair])
                    if (language == Language::Yaml
                        || language == Language::Json && !text.trim_start().starts_with('{'))
                        && pattern.nodes[*pair as usize].kind == Kind::Pair
                        && matches!(pattern.nodes[*pair as usize].op, Op::Plain) =>
                {
                    Root::One(*pair)
                }
                _ if parent == Kind::Object && node.kind != Kind::Pair => Root::Fields(roots),
                _ => Root::One(one),
            }
        }
        _ if matches!(parent, Kind::Object | Kind::Dict) => Root::Fields(roots),
        _ => Root::Statements(roots),
    };
    pattern.require(&|text| super::texts::is_telling(text, language));
    // A pattern in which nothing is asked for is a misreading.
    Some(pattern)
}

/// Whether the beginning of a statement without its end was taken for a call or a method of that name.
fn misread(tree: &Tree, text: &str, first: NodeId, language: Language) -> bool {
    use Language as L;
    let reserved = matches!(
        language,
        L::JavaScript | L::TypeScript | L::Tsx | L::Java | L::CSharp | L::Php | L::C | L::Cpp | L::Kotlin | L::Go
    );
    let name = match tree.kind(first) {
        Kind::Call => tree.child(first, Role::Callee),
        Kind::FuncDef => tree.child(first, Role::Name),
        _ => None,
    };
    let word = name.and_then(|n| text.get(tree.node(n).span.range())).unwrap_or("");
    reserved && matches!(word, "if" | "while" | "for" | "switch" | "try" | "catch")
}

/// The name of a command without arguments.
fn lone_word(pattern: &Pattern, command: u32) -> Option<u32> {
    let node = &pattern.nodes[command as usize];
    let [callee, rest @ ..] = &node.children[..] else { return None };
    let empty = rest.iter().all(|&c| pattern.nodes[c as usize].children.is_empty());
    let what = &pattern.nodes[*callee as usize];
    let word = what.kind == Kind::Ident && matches!(what.op, Op::Plain);
    (node.kind == Kind::Call && matches!(node.op, Op::Plain) && empty && word).then_some(*callee)
}

/// What a command consists of that is only an expansion, a substitution or a text with such.
fn alone(pattern: &Pattern, command: u32) -> Option<u32> {
    let node = &pattern.nodes[command as usize];
    let [callee, rest @ ..] = &node.children[..] else { return None };
    let empty = rest.iter().all(|&c| {
        let part = &pattern.nodes[c as usize];
        part.kind == Kind::Args && part.children.is_empty() && matches!(part.op, Op::Plain)
    });
    let what = &pattern.nodes[*callee as usize];
    let gives = matches!(what.kind, Kind::Deref | Kind::Template | Kind::Call) && matches!(what.op, Op::Plain)
        || matches!(what.op, Op::StringMetavariable(_) | Op::AnyString | Op::Regex(_));
    (node.kind == Kind::Call && matches!(node.op, Op::Plain) && empty && gives).then_some(*callee)
}

/// The topmost nodes within the pattern's part of the text.
fn tops(tree: &Tree, text: &str, range: Span, partial: bool, typed_fields: bool) -> Vec<NodeId> {
    let mut found = Vec::new();
    let mut id: NodeId = 1;
    while id < tree.written {
        let mut node = *tree.node(id);
        // White space behind a node (YAML's line ends) does not count.
        let mut trimmed = text.get(node.span.range()).map_or(0, |t| t.trim_end().len());
        // Nor does the semicolon that the frame adds.
        if node.span.start as usize + trimmed == range.end as usize + 1
            && (typed_fields || node.kind != Kind::VarDef)
            && !matches!(node.kind, Kind::ExprStmt | Kind::Block | Kind::Program | Kind::ClassBody)
            && text.as_bytes().get(range.end as usize) == Some(&b';')
        {
            trimmed = text.get(node.span.start as usize..range.end as usize).map_or(trimmed, |t| t.trim_end().len());
        }
        node.span = Span::new(node.span.start as usize, node.span.start as usize + trimmed);
        let inside = range.contains(node.span) && !node.span.is_empty();
        let begins = partial && range.start <= node.span.start && node.span.start < range.end;
        // A frame's own block or argument list may cover exactly the fragment.
        let literal = node.kind == Kind::Args && text.as_bytes().get(range.start as usize) == Some(&b'{');
        let is_frame = matches!(node.kind, Kind::Args | Kind::Params | Kind::ClassBody)
            && !literal
            && node.span == range
            && range.start > 0
            || node.kind == Kind::Block && node.flags & flag::IMPLIED != 0;
        if (inside || begins) && !is_frame {
            found.push(id);
            id = node.end;
        } else {
            id += 1;
        }
    }
    found
}

struct Builder<'a> {
    text: &'a str,
    tree: &'a Tree,
    slots: &'a [Slot],
    holes: &'a [(usize, usize, usize)],
    range: Span,
    partial: bool,
    pattern: Pattern,
}

impl Builder<'_> {
    /// The hole that covers a span.
    fn hole(&self, span: Span) -> Option<&Slot> {
        let at = self.holes.partition_point(|&(start, _, _)| start <= span.start as usize);
        let (start, end, nth) = *self.holes.get(at.checked_sub(1)?)?;
        (start <= span.start as usize && span.end as usize <= end && !span.is_empty()).then(|| &self.slots[nth])
    }

    /// The metavariable that a symbol (`:x`) consists of.
    fn atom_hole(&self, span: Span) -> Option<String> {
        let inner = Span { start: span.start + 1, end: span.end };
        match &self.hole(inner)?.hole {
            Hole::Metavariable(name) if self.text.get(span.range())?.starts_with(':') => Some(name.clone()),
            _ => None,
        }
    }

    /// A command of one word in a Dockerfile: `RUN $X` asks for one, `RUN ...` for anything.
    fn is_shell_command(&self, id: NodeId) -> bool {
        self.pattern.language == Language::Dockerfile
            && self.tree.kind(id) == Kind::Call
            && self.tree.child(id, Role::Callee).is_some_and(|c| self.tree.node(c).span == self.tree.node(id).span)
    }

    /// Whether a string is written as one that may hold expressions.
    fn is_template(&self, written: &str) -> bool {
        match self.pattern.language {
            Language::JavaScript | Language::TypeScript | Language::Tsx => written.starts_with('`'),
            Language::CSharp => written.starts_with('$'),
            _ => false,
        }
    }

    fn metavariable(&mut self, name: &str) -> Sym {
        let shown = format!("${name}");
        let sym = Sym::new(&shown);
        if name != "_" && !self.pattern.metavariables.iter().any(|(s, _)| *s == sym) {
            self.pattern.metavariables.push((sym, shown.into()));
        }
        sym
    }

    fn push(&mut self, id: NodeId, op: Op, children: Vec<u32>) -> u32 {
        let node = self.tree.node(id);
        let text = if children.is_empty() {
            let span = self.tree.content_span(id);
            self.text.get(span.range()).unwrap_or("")
        } else {
            ""
        };
        let written = self.text.get(node.span.range()).unwrap_or("");
        let prefix = match (self.pattern.language, node.kind) {
            (Language::Python, Kind::Str) => written.split(['"', '\'']).next().unwrap_or(""),
            _ => "",
        };
        let index = u32::try_from(self.pattern.nodes.len()).unwrap_or(u32::MAX);
        self.pattern.nodes.push(PNode {
            op,
            kind: node.kind,
            role: node.role,
            sym: node.sym,
            flags: node.flags,
            children,
            text: text.into(),
            prefix: prefix.into(),
        });
        index
    }

    /// Patterns are short, so recursion by their nesting is fine.
    fn node(&mut self, id: NodeId) -> u32 {
        let node = *self.tree.node(id);
        // A negation that only a word implies (`unless`) stands around the hole.
        let implied = node.kind == Kind::Unary && self.tree.first_child(id).is_some()
            // `ENV` stands before the pairs that it is reported with.
            || node.kind == Kind::Call
                && self.pattern.language == Language::Dockerfile
                && self.tree.child(id, Role::Callee).is_some_and(|c| !node.span.contains(self.tree.node(c).span))
            // C writes the brackets of an array behind the name.
            || node.kind == Kind::ArrayType
                && self.tree.first_child(id).is_some_and(|c| self.tree.node(c).span == node.span)
            // An attribute of PHP without arguments.
            || node.kind == Kind::Annotation && self.pattern.language == Language::Php
            // A definition that begins with its name and consists of it.
            || matches!(node.kind, Kind::FuncDef | Kind::ClassDef | Kind::VarDef)
                && self.tree.child(id, Role::Name).is_some_and(|c| self.tree.node(c).span == node.span);
        if !is_list(node.kind)
            && !implied
            && let Some(slot) = self.hole(node.span)
        {
            let implied_pair =
                node.kind == Kind::Pair && node.flags & flag::IMPLIED != 0 || node.kind == Kind::ImportName;
            match slot.hole.clone() {
                Hole::Metavariable(name) if !implied_pair && !self.is_shell_command(id) => {
                    let sym = self.metavariable(&name);
                    // `/$X/`: the text of the expression.
                    let text = node.kind == Kind::Str && self.tree.kind(node.parent) == Kind::Regex;
                    // `{$K: …}` of Ruby: the name of the symbol.
                    let text = text || node.kind == Kind::Atom && node.role == Role::Key;
                    let op = if text { Op::StringMetavariable(sym) } else { Op::Metavariable(sym) };
                    return self.push(id, op, Vec::new());
                }
                Hole::Sequence(name) => {
                    let sym = self.metavariable(&format!("...{name}"));
                    return self.push(id, Op::Sequence(sym), Vec::new());
                }
                Hole::Ellipsis => return self.push(id, Op::Ellipsis, Vec::new()),
                Hole::Typed(name, ty) => {
                    let sym = self.metavariable(&name);
                    if let Some(at) = ty.find('$')
                        && let Some((hole, _)) = super::metavariable_at(ty.as_bytes(), at)
                    {
                        self.metavariable(&hole);
                    }
                    return self.push(id, Op::Typed(sym, ty.into()), Vec::new());
                }
                _ => {}
            }
        }
        if let Some(name) = super::ignored::bare_type(self.pattern.language, self.tree, id) {
            let index = self.node(name);
            self.pattern.nodes[index as usize].role = node.role;
            return index;
        }
        // `$S;` that was spelled as a definition to be read at all is a statement.
        if node.kind == Kind::VarDef {
            let parts: Vec<NodeId> = self.tree.children(id).collect();
            if let [ty, name] = parts[..]
                && let (Some(a), Some(b)) = (self.hole(self.tree.node(ty).span), self.hole(self.tree.node(name).span))
                && a.start == b.start
                && let Hole::Metavariable(metavariable) = a.hole.clone()
            {
                let sym = self.metavariable(&metavariable);
                let index = self.push(id, Op::Metavariable(sym), Vec::new());
                self.pattern.nodes[index as usize].kind = Kind::ExprStmt;
                return index;
            }
        }
        // A template of dots is any template, and no plain string.
        let written = self.text.get(node.span.range()).unwrap_or("");
        let dots = self.text.get(self.tree.content_span(id).range()) == Some("...");
        if node.kind == Kind::Str && dots && self.is_template(written) {
            let any = self.push(id, Op::Ellipsis, Vec::new());
            let whole = self.push(id, Op::Plain, vec![any]);
            self.pattern.nodes[whole as usize].kind = Kind::Template;
            self.pattern.nodes[whole as usize].flags = 0;
            self.pattern.nodes[whole as usize].sym = Sym::NONE;
            return whole;
        }
        // `"$X"` of Kotlin and PHP is the content of a string, `"a $X"` a text with a variable of that name.
        if node.kind == Kind::Template
            && matches!(self.pattern.language, Language::Kotlin | Language::Php | Language::Bash | Language::Julia)
            && let Some(inner) = written.strip_prefix('"').and_then(|w| w.strip_suffix('"'))
            && let Some((name, end)) = super::metavariable_at(inner.as_bytes(), 0)
            && end == inner.len()
        {
            let sym = self.metavariable(&name);
            let index = self.push(id, Op::StringMetavariable(sym), Vec::new());
            self.pattern.nodes[index as usize].kind = Kind::Str;
            return index;
        }
        // `"... $X"` of the shell: any expansion.
        if node.kind == Kind::Deref
            && node.role == Role::Part
            && self.pattern.language == Language::Bash
            && let Some((name, _)) =
                super::metavariable_at(written.as_bytes(), 0).filter(|(_, end)| *end == written.len())
        {
            let sym = self.metavariable(&name);
            return self.push(id, Op::Metavariable(sym), Vec::new());
        }
        let mut children = Vec::new();
        for child in self.tree.children(id) {
            let inside = !self.partial || self.tree.node(child).span.start < self.range.end;
            if inside && !super::ignored::says_nothing(self.pattern.language, self.tree, id, child) {
                children.push(self.node(child));
            }
        }
        // `{..., a: b}` of YAML asks for a key of that text, which nothing has.
        if self.pattern.language == Language::Yaml && node.kind == Kind::Dict && written.starts_with('{') {
            let dots: Vec<u32> = children.iter().copied().filter(|&c| self.pattern.is_ellipsis(c)).collect();
            for c in dots {
                (self.pattern.nodes[c as usize].op, self.pattern.nodes[c as usize].kind) = (Op::Plain, Kind::Regex);
            }
        }
        // `for (...)`: any loop that is written with that word.
        if node.kind == Kind::For {
            let header: Vec<NodeId> =
                self.tree.children(id).filter(|&c| self.tree.node(c).role != Role::Body).collect();
            let slots: Vec<usize> =
                header.iter().filter_map(|&c| self.hole(self.tree.node(c).span).map(|s| s.start)).collect();
            if header.len() > 1 && slots.len() == header.len() && slots.iter().all(|s| *s == slots[0]) {
                children.retain(|&c| self.pattern.nodes[c as usize].role == Role::Body);
                let index = self.push(id, Op::Plain, children);
                self.pattern.nodes[index as usize].sym = ANY_LOOP;
                return index;
            }
        }
        let text = self.text.get(self.tree.content_span(id).range()).unwrap_or("").to_owned();
        let op = match node.kind {
            Kind::Str | Kind::Ident
                if self.pattern.language == Language::Dockerfile
                    && let Some(parts) = self.word(&text) =>
            {
                Op::Word(parts)
            }
            Kind::Str | Kind::StrPart | Kind::XmlText | Kind::Char => self.string(&text, node.kind),
            // `"...$X..."`, where the host reads `$X` as a variable.
            Kind::Ident
                if node.role == Role::Part
                    && super::metavariable_at(text.as_bytes(), 0).is_some_and(|(_, end)| end == text.len()) =>
            {
                let name = self.metavariable(&text[1..]);
                let braces = self.text.as_bytes().get((node.span.start as usize).wrapping_sub(1)) == Some(&b'{');
                let index = self.push(id, Op::Metavariable(name), Vec::new());
                self.pattern.nodes[index as usize].flags |= if braces { 0 } else { flag::BARE };
                return index;
            }
            // `"${X}"` of PHP.
            Kind::Ident
                if node.role == Role::Part
                    && self.pattern.language == Language::Php
                    && let Some(inner) = text.strip_prefix("${").and_then(|t| t.strip_suffix('}'))
                    && let Some((name, _)) =
                        super::metavariable_at(format!("${inner}").as_bytes(), 0).filter(|m| m.1 > inner.len()) =>
            {
                let name = self.metavariable(&name);
                Op::Metavariable(name)
            }
            // `s"... $X"` of Scala, whose grammar leaves the dollar out of the name.
            Kind::Ident
                if node.role == Role::Part
                    && self.pattern.language == Language::Scala
                    && node.span.start > 0
                    && super::metavariable_at(self.text.as_bytes(), node.span.start as usize - 1)
                        .is_some_and(|(_, end)| end == node.span.end as usize) =>
            {
                let name = self.metavariable(&text);
                Op::Metavariable(name)
            }
            // `:$X`: the name of the symbol.
            Kind::Atom if let Some(name) = self.atom_hole(node.span) => {
                let sym = self.metavariable(&name);
                Op::StringMetavariable(sym)
            }
            Kind::Ident | Kind::Atom if text.starts_with("=~/") => self.string(&text, node.kind),
            // A quoted key is a name whose text may be a pattern.
            Kind::Ident if node.role == Role::Key && text.len() > 2 && text.starts_with(['"', '\'']) => {
                match self.string(&text[1..text.len() - 1], Kind::Ident) {
                    Op::AnyString => Op::Ellipsis,
                    op => op,
                }
            }
            // A command in the place of a word was only the way to write it.
            Kind::Call
                if self.pattern.language == Language::Bash
                    && let [deep] = children[..]
                    && matches!(self.pattern.nodes[deep as usize].op, Op::Deep) =>
            {
                self.pattern.nodes[deep as usize].role = node.role;
                return deep;
            }
            Kind::Call => {
                // `FDDEEP(e)`: the argument alone.
                let callee = children.first().map(|&c| &self.pattern.nodes[c as usize]);
                if callee.is_some_and(|c| c.kind == Kind::Ident && (&*c.text == DEEP || &*c.text == DEEP_LOWER)) {
                    let arguments = children.get(1).map(|&c| self.pattern.nodes[c as usize].children.clone());
                    return self.push(id, Op::Deep, arguments.unwrap_or_default());
                }
                Op::Plain
            }
            Kind::Array
                if let [first, rest @ ..] = &children[..]
                    && self.pattern.nodes[*first as usize].kind == Kind::Str
                    && &*self.pattern.nodes[*first as usize].text == DEEP =>
            {
                let rest = rest.to_vec();
                return self.push(id, Op::Deep, rest);
            }
            Kind::Member => match children[..] {
                [_, name] if self.pattern.is_ellipsis(name) => Op::Chain,
                _ => Op::Plain,
            },
            _ => Op::Plain,
        };
        super::texts::note(&mut self.pattern, self.tree, id, &op, &text);
        // An ellipsis that got a statement or a parameter around it is still an ellipsis.
        self.push(id, op, children)
    }

    /// The parts of a word that holds variables, or a metavariable beside other text.
    fn word(&mut self, text: &str) -> Option<Arc<[WordPart]>> {
        let shown = text.replace("FDMV_", "$");
        // One metavariable, an ellipsis and an expression are no parts of a word.
        if !shown.contains('$') || shown.contains("...") || expression(text).is_some() {
            return None;
        }
        let hole = |name: &str| super::metavariable_at(name.as_bytes(), 0).filter(|(_, to)| *to == name.len());
        if hole(&shown).is_some() {
            return None;
        }
        let parts = crate::matcher::parts_of_word(&shown)
            .into_iter()
            .map(|(range, name)| {
                let text = &shown[range];
                match name {
                    None => WordPart::Text(text.into()),
                    Some(name) => match (hole(name), hole(text)) {
                        (Some((name, _)), _) => WordPart::AnyVariable(self.metavariable(&name)),
                        (None, Some((name, _))) => WordPart::Expansion(self.metavariable(&name)),
                        (None, None) => WordPart::Variable(name.into()),
                    },
                }
            })
            .collect();
        Some(parts)
    }

    fn string(&mut self, text: &str, kind: Kind) -> Op {
        let trimmed = if kind == Kind::XmlText { text.trim() } else { text };
        if trimmed == "..." || trimmed == ELLIPSIS {
            return if kind == Kind::Str { Op::AnyString } else { Op::Ellipsis };
        }
        if let Some(source) = expression(trimmed)
            && let Ok(regex) = Pcre::new(&source, Anchor::Text)
        {
            return Op::Regex(Arc::new(regex));
        }
        if let Some(name) = trimmed.strip_prefix("$...")
            && !name.is_empty()
            && name.bytes().all(|c| c.is_ascii_uppercase() || c == b'_' || c.is_ascii_digit())
        {
            let sym = self.metavariable(&format!("...{name}"));
            return Op::Sequence(sym);
        }
        if let Some((name, end)) = super::metavariable_at(trimmed.as_bytes(), 0)
            && end == trimmed.len()
        {
            let sym = self.metavariable(&name);
            return Op::StringMetavariable(sym);
        }
        Op::Plain
    }
}
