//! The machine that lowers: a stack of tasks over a grammar's tree.

use firedoor_core::Span;
use firedoor_lang::Language;
use tree_sitter::{Node as TsNode, Parser, TreeCursor};

use super::desc::{self, Descriptor, NodeShape, Shape};
use super::{bodies, prefix};
use crate::tree::{Cut, Kind, Node, NodeId, Role, Sym, Tree};

/// Most nodes of one tree; what lies behind is left out and [`Tree::cut`] says so.
pub const MAX_NODES: usize = 4_000_000;
/// Deepest nesting that is lowered. Deeper code is left out and [`Tree::cut`] says so.
pub const MAX_DEPTH: usize = 20_000;

/// A child of a grammar node.
#[derive(Clone, Copy)]
pub(super) struct Child<'t> {
    pub(super) node: TsNode<'t>,
    pub(super) field: u16,
    pub(super) named: bool,
}

/// What is still to be done.
pub(super) enum Task<'t> {
    Lower(TsNode<'t>, Role),
    Open {
        kind: Kind,
        role: Role,
        sym: Sym,
        span: Span,
        flags: u16,
    },
    Leaf {
        kind: Kind,
        role: Role,
        sym: Sym,
        span: Span,
        flags: u16,
    },
    /// The next definition that is opened takes this node as an annotation or modifier.
    Adopt(TsNode<'t>, Role),
    /// The node of that number gets this range, which is that of the brackets around it.
    Widen(usize, Span),
    /// The node of that number gets these flags, too.
    Mark(usize, u16),
    /// What begins at the first byte from here on begins at the second: the signs between them are open already.
    Lift(u32, u32),
    Close,
}

impl Task<'_> {
    pub(super) fn open(kind: Kind, role: Role, span: Span) -> Self {
        Self::Open { kind, role, sym: Sym::NONE, span, flags: 0 }
    }

    pub(super) fn leaf(kind: Kind, role: Role, sym: Sym, span: Span) -> Self {
        Self::Leaf { kind, role, sym, span, flags: 0 }
    }
}

/// The state of lowering one file.
pub(super) struct Build<'a, 't> {
    pub(super) desc: &'static Descriptor,
    pub(super) src: &'a [u8],
    nodes: Vec<Node>,
    open: Vec<NodeId>,
    tasks: Vec<Task<'t>>,
    adopted: Vec<(TsNode<'t>, Role)>,
    /// Whether expressions in blocks are wrapped, and at which depths that was done.
    wraps: bool,
    wrapped: Vec<usize>,
    /// Whether brackets count in the ranges of what they hold.
    widens: bool,
    /// Whether blocks end with their last statement.
    trims: bool,
    /// Whether signs in front of chains must be taken off, and the place of those that were taken off last.
    lifts: bool,
    lifted: Option<(u32, u32)>,
    cut: Option<Cut>,
}

impl<'a, 't> Build<'a, 't> {
    pub(super) fn text(&self, node: TsNode<'_>) -> &'a [u8] {
        self.src.get(node.byte_range()).unwrap_or(&[])
    }

    pub(super) fn sym(&self, node: TsNode<'_>) -> Sym {
        Sym::of(self.text(node))
    }

    /// Puts tasks on the stack so that the first is done first.
    pub(super) fn then<const N: usize>(&mut self, tasks: [Task<'t>; N]) {
        self.tasks.extend(tasks.into_iter().rev());
    }

    /// The same for a list.
    pub(super) fn then_all(&mut self, tasks: Vec<Task<'t>>) {
        self.tasks.extend(tasks.into_iter().rev());
    }

    /// The next node gets the range of the brackets around it.
    pub(super) fn widen(&mut self, brackets: TsNode<'_>) {
        if self.widens {
            self.tasks.push(Task::Widen(self.nodes.len(), span(brackets)));
        }
    }

    /// The next node gets these flags.
    pub(super) fn mark(&mut self, flags: u16) {
        self.tasks.push(Task::Mark(self.nodes.len(), flags));
    }

    fn add(&mut self, kind: Kind, role: Role, sym: Sym, mut span: Span, flags: u16) -> NodeId {
        if let Some((_, value)) = self.lifted.filter(|l| l.0 == span.start) {
            span.start = value.min(span.end);
        }
        let id = NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX);
        let parent = self.open.last().copied().unwrap_or(id);
        self.nodes.push(Node { kind, role, flags, end: id + 1, parent, span, sym });
        id
    }

    fn close(&mut self) {
        if let Some(id) = self.open.pop() {
            if self.trims {
                self.trim(id);
            }
            self.nodes[id as usize].end = NodeId::try_from(self.nodes.len()).unwrap_or(NodeId::MAX);
        }
    }

    /// Comments behind the last statement of a block that only its indentation ends are no part of it.
    fn trim(&mut self, id: NodeId) {
        let at = id as usize;
        let compound = matches!(
            self.nodes[at].kind,
            Kind::Block
                | Kind::FuncDef
                | Kind::ClassDef
                | Kind::ClassBody
                | Kind::If
                | Kind::While
                | Kind::ForEach
                | Kind::With
                | Kind::Try
                | Kind::Catch
                | Kind::Finally
                | Kind::Switch
                | Kind::Case
        );
        if !compound {
            return;
        }
        let mut last = None;
        let mut child = at + 1;
        while child < self.nodes.len() {
            last = Some(child);
            child = (self.nodes[child].end as usize).max(child + 1);
        }
        if let Some(last) = last.map(|l| self.nodes[l])
            && (last.kind.is_statement()
                || matches!(last.kind, Kind::ClassBody | Kind::Catch | Kind::Finally | Kind::Case))
        {
            self.nodes[at].span.end = self.nodes[at].span.end.min(last.span.end);
        }
    }

    /// In languages whose statements are expressions, an expression in a block becomes a statement all the same.
    fn wrap(&mut self, kind: Kind, role: Role, span: Span) -> Role {
        let in_block = self.open.last().is_some_and(|&p| self.nodes[p as usize].kind.is_block());
        let is_part =
            matches!(kind, Kind::Case | Kind::Catch | Kind::Finally | Kind::Error | Kind::Modifier | Kind::Throw);
        if !self.wraps || !in_block || kind.is_statement() || is_part {
            return role;
        }
        let id = self.add(Kind::ExprStmt, role, Sym::NONE, span, 0);
        self.wrapped.push(self.open.len() + 1);
        self.open.push(id);
        Role::None
    }

    fn leaf(&mut self, kind: Kind, role: Role, sym: Sym, span: Span, flags: u16) {
        let depth = self.open.len();
        let role = self.wrap(kind, role, span);
        self.add(kind, role, sym, span, flags);
        if self.open.len() > depth {
            self.wrapped.pop();
            self.close();
        }
    }

    fn run(&mut self, cursor: &mut TreeCursor<'t>) {
        let mut children = Vec::new();
        while let Some(task) = self.tasks.pop() {
            match task {
                Task::Close => {
                    self.close();
                    if self.wrapped.last() == Some(&self.open.len()) {
                        self.wrapped.pop();
                        self.close();
                    }
                }
                Task::Adopt(node, role) => self.adopted.push((node, role)),
                Task::Widen(at, span) => {
                    // What is read from its own text keeps its range.
                    if let Some(node) = self.nodes.get_mut(at).filter(|n| n.end > at as NodeId + 1) {
                        node.span = span;
                    }
                }
                Task::Mark(at, flags) => {
                    if let Some(node) = self.nodes.get_mut(at) {
                        node.flags |= flags;
                    }
                }
                Task::Lift(from, value) => self.lifted = Some((from, value)),
                Task::Open { kind, role, sym, mut span, flags } => {
                    let takes = matches!(kind, Kind::FuncDef | Kind::ClassDef | Kind::VarDef | Kind::Param);
                    // Semgrep's ranges of functions in modules and implementations of Rust leave them out.
                    let counts = |n: TsNode<'_>| n.parent().is_none_or(|p| p.kind() != "declaration_list");
                    if let (true, Some((first, _))) = (takes, self.adopted.first().filter(|(n, _)| counts(*n))) {
                        span.start = span.start.min(Span::new(first.start_byte(), first.start_byte()).start);
                    }
                    let role = self.wrap(kind, role, span);
                    let id = self.add(kind, role, sym, span, flags);
                    self.open.push(id);
                    if takes && !self.adopted.is_empty() {
                        let adopted = std::mem::take(&mut self.adopted);
                        self.tasks.extend(adopted.into_iter().rev().map(|(node, role)| Task::Lower(node, role)));
                    }
                }
                Task::Leaf { kind, role, sym, span, flags } => self.leaf(kind, role, sym, span, flags),
                Task::Lower(node, role) => {
                    if self.nodes.len() >= MAX_NODES || self.open.len() >= MAX_DEPTH {
                        self.leave_out(node);
                        continue;
                    }
                    self.node(node, role, cursor, &mut children);
                }
            }
        }
    }

    fn leave_out(&mut self, node: TsNode<'_>) {
        let deep = self.nodes.len() < MAX_NODES;
        match &mut self.cut {
            Some(cut) => cut.places += 1,
            None => self.cut = Some(Cut { first: span(node), places: 1, deep }),
        }
    }

    fn node(&mut self, node: TsNode<'t>, role: Role, cursor: &mut TreeCursor<'t>, children: &mut Vec<Child<'t>>) {
        if node.is_missing() {
            return;
        }
        let desc = self.desc;
        let other = Shape::Other(Sym::new("ERROR"));
        let shape = desc.shapes.get(node.kind_id() as usize).unwrap_or(&other);
        if role == Role::Modifier && !node.is_named() {
            self.leaf(Kind::Modifier, role, self.sym(node), span(node), 0);
            return;
        }
        match shape {
            Shape::Skip => return,
            Shape::Leaf(kind) => {
                let mut sym = self.sym(node);
                if *kind == Kind::Num {
                    sym = super::strings::number(self.text(node));
                }
                self.leaf(*kind, role, sym, span(node), 0);
                return;
            }
            _ => {}
        }
        if self.lifts && prefix::is_sign(self.src.get(node.start_byte())) && self.lift(node, role) {
            return;
        }
        collect(node, cursor, children);
        match shape {
            Shape::Splice => {
                for child in children.iter().rev().filter(|c| c.named && !c.node.is_extra()) {
                    self.tasks.push(Task::Lower(child.node, role));
                }
            }
            Shape::Paren { but_conditions } => {
                let mut inner = children.iter().filter(|c| c.named && !c.node.is_extra());
                if let (Some(one), None) = (inner.next(), inner.next()) {
                    if !(*but_conditions && role == Role::Cond) {
                        self.widen(node);
                    }
                    self.tasks.push(Task::Lower(one.node, role));
                } else {
                    for child in children.iter().rev().filter(|c| c.named && !c.node.is_extra()) {
                        self.tasks.push(Task::Lower(child.node, role));
                    }
                }
            }
            Shape::Hook(hook) => hook(self, node, role, children),
            Shape::Node(shape) => self.shaped(shape, node, role, children),
            Shape::Other(sym) => {
                let kind = if node.is_error() { Kind::Error } else { Kind::Other };
                self.other(kind, *sym, node, role, children);
            }
            Shape::Skip | Shape::Leaf(_) => {}
        }
    }

    /// Opens the signs in front of a chain before the chain; see [`prefix`].
    fn lift(&mut self, node: TsNode<'t>, role: Role) -> bool {
        let from = span(node).start;
        if self.lifted.is_some_and(|l| l.0 == from) {
            // The chain comes again, and at its end what begins with the signs.
            let Some(mut value) = prefix::operand(node) else { return false };
            while let Some(inner) = prefix::operand(value).filter(|_| prefix::is_sign(self.src.get(value.start_byte())))
            {
                value = inner;
            }
            self.tasks.push(Task::Lower(value, role));
            return true;
        }
        let Some(found) = prefix::of(node) else { return false };
        let mut tasks = Vec::new();
        let mut role = role;
        for sign in &found.signs {
            let value = prefix::operand(*sign).map_or(found.value, |v| v.start_byte());
            let sym = Sym::of(self.src.get(sign.start_byte()..value).unwrap_or(b"").trim_ascii());
            let at = Span { start: span(*sign).start, end: span(node).end };
            tasks.push(Task::Open { kind: Kind::Unary, role, sym, span: at, flags: 0 });
            role = Role::Value;
        }
        tasks.push(Task::Lift(from, Span::new(found.value, found.value).start));
        tasks.push(Task::Lower(node, role));
        tasks.extend(found.signs.iter().map(|_| Task::Close));
        self.then_all(tasks);
        true
    }

    /// A node whose children take the roles of its shape.
    pub(super) fn shaped(&mut self, shape: &NodeShape, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
        let mut sym = shape.sym;
        let mut flags = shape.flags;
        let mut words = Vec::new();
        if shape.mods || shape.tokens || shape.sym_field != 0 {
            for child in children {
                if shape.sym_field != 0 && child.field == shape.sym_field {
                    sym = Sym(if sym == Sym::NONE {
                        self.sym(child.node).0
                    } else {
                        crate::tree::mix(sym.0, self.sym(child.node).0)
                    });
                } else if !child.named && child.field == 0 && (shape.tokens || shape.mods) {
                    words.push(child.node);
                }
            }
        }
        if shape.tokens {
            for word in &words {
                let text = self.text(*word);
                if is_meaningful(text) {
                    sym = Sym(crate::tree::mix(sym.0, Sym::of(text).0));
                }
            }
        }
        if children.last().is_some_and(|c| !c.named && self.text(c.node) == b";") {
            flags |= crate::tree::flag::SEMICOLON;
        }
        self.tasks.push(Task::Close);
        for child in children.iter().rev() {
            if let Some(task) = self.child_task(shape, child) {
                self.tasks.push(task);
            }
        }
        self.tasks.push(Task::Open { kind: shape.kind, role, sym, span: span(node), flags });
    }

    /// What a child of a shaped node becomes.
    pub(super) fn child_task(&self, shape: &NodeShape, child: &Child<'t>) -> Option<Task<'t>> {
        if shape.sym_field != 0 && child.field == shape.sym_field {
            return None;
        }
        if !child.named {
            // Words that a grammar keeps as tokens although they are expressions (C#).
            if (child.field != 0 || shape.kind == Kind::With) && matches!(self.text(child.node), b"this" | b"base") {
                let role = match shape.fields.iter().find(|(f, _)| *f == child.field) {
                    Some((_, role)) => (*role)?,
                    None => self.desc.field_roles.get(child.field as usize).copied().unwrap_or_default(),
                };
                return Some(Task::leaf(Kind::Ident, role, self.sym(child.node), span(child.node)));
            }
            if shape.mods && child.field == 0 {
                let text = self.text(child.node);
                let is_word = text.first().is_some_and(u8::is_ascii_alphabetic);
                if is_word && !is_definition_word(text) {
                    return Some(Task::leaf(Kind::Modifier, Role::Modifier, Sym::of(text), span(child.node)));
                }
            }
            return None;
        }
        if child.node.is_extra() && !child.node.is_error() {
            return None;
        }
        let role = if child.field != 0 {
            match shape.fields.iter().find(|(f, _)| *f == child.field) {
                Some((_, role)) => *role,
                None => Some(self.desc.field_roles.get(child.field as usize).copied().unwrap_or_default()),
            }
        } else {
            match shape.kinds.iter().find(|(k, _)| *k == child.node.kind_id()) {
                Some((_, role)) => *role,
                None => Some(shape.rest.unwrap_or_default()),
            }
        };
        role.map(|role| Task::Lower(child.node, role))
    }

    /// A node without a description: its named children, and its words and operators as part of the symbol.
    pub(super) fn other(&mut self, kind: Kind, name: Sym, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
        let mut sym = name;
        let mut any_named = false;
        self.tasks.push(Task::Close);
        for child in children.iter().rev() {
            if child.named {
                any_named = true;
                let role = self.desc.field_roles.get(child.field as usize).copied().unwrap_or_default();
                self.tasks.push(Task::Lower(child.node, role));
            } else {
                let text = self.text(child.node);
                if is_meaningful(text) {
                    sym = Sym(crate::tree::mix(sym.0, Sym::of(text).0));
                }
            }
        }
        if children.is_empty() {
            sym = Sym(crate::tree::mix(sym.0, self.sym(node).0));
        }
        let _ = any_named;
        self.tasks.push(Task::Open { kind, role, sym, span: span(node), flags: 0 });
    }
}

/// Whether a token says more than that something begins or ends.
fn is_meaningful(text: &[u8]) -> bool {
    !matches!(
        text,
        b"(" | b")" | b"[" | b"]" | b"{" | b"}" | b"," | b";" | b":" | b"." | b"\n" | b"\r\n" | b"" | b"->" | b"=>"
    )
}

/// Words that begin a definition and modify nothing.
fn is_definition_word(text: &[u8]) -> bool {
    matches!(
        text,
        b"def"
            | b"class"
            | b"function"
            | b"func"
            | b"fun"
            | b"fn"
            | b"interface"
            | b"enum"
            | b"struct"
            | b"trait"
            | b"impl"
            | b"end"
            | b"do"
            | b"extends"
            | b"implements"
            | b"with"
            | b"in"
            | b"of"
            | b"as"
            | b"is"
            | b"where"
            | b"throws"
            | b"return"
            | b"operator"
            | b"constructor"
            | b"namespace"
            | b"module"
            | b"then"
    )
}

pub(super) fn span(node: TsNode<'_>) -> Span {
    Span::new(node.start_byte(), node.end_byte())
}

/// The children of a node other than the one at hand.
pub(super) fn children_of<'t>(node: TsNode<'t>) -> Vec<Child<'t>> {
    let mut children = Vec::new();
    collect(node, &mut node.walk(), &mut children);
    children
}

fn collect<'t>(node: TsNode<'t>, cursor: &mut TreeCursor<'t>, children: &mut Vec<Child<'t>>) {
    children.clear();
    cursor.reset(node);
    if cursor.goto_first_child() {
        loop {
            let child = cursor.node();
            let field = cursor.field_id().map_or(0, std::num::NonZeroU16::get);
            children.push(Child { node: child, field, named: child.is_named() });
            if !cursor.goto_next_sibling() {
                break;
            }
        }
    }
}

/// A lowered file.
pub struct Lowered {
    /// The tree, hashes not yet computed.
    pub tree: Tree,
}

/// Parses with the language's grammar; `None` if the parser gives up, or the text costs it too much.
#[must_use]
pub fn parse(language: Language, fragment: bool, src: &[u8]) -> Option<tree_sitter::Tree> {
    thread_local! {
        static PARSER: std::cell::RefCell<Parser> = std::cell::RefCell::new(Parser::new());
    }
    let desc = desc::of(language, fragment);
    let calls = match language {
        Language::Rust => macros_as_calls(src),
        Language::Vue if !fragment => Some(firedoor_lang::scripts(src)),
        _ => None,
    };
    PARSER.with(|parser| {
        let mut parser = parser.borrow_mut();
        parser.set_language(&desc.grammar).ok()?;
        let tree = firedoor_lang::parse(&mut parser, calls.as_deref().unwrap_or(src))?;
        if language == Language::Bash
            && let Some(apart) = bodies::commands_apart(&tree, src)
        {
            return Some(firedoor_lang::parse(&mut parser, &apart).unwrap_or(tree));
        }
        if language != Language::Kotlin || fragment || !tree.root_node().has_error() {
            return Some(tree);
        }
        let again = firedoor_lang::parse(&mut parser, &bodies::ended(src));
        Some(match again {
            Some(again) if unread(&again) < unread(&tree) => again,
            _ => tree,
        })
    })
}

/// How many bytes the grammar could not read.
fn unread(tree: &tree_sitter::Tree) -> usize {
    let mut cursor = tree.walk();
    let mut bytes = 0;
    loop {
        let node = cursor.node();
        if node.is_error() || node.is_missing() {
            bytes += node.byte_range().len().max(1);
        }
        if !node.is_error() && node.has_error() && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return bytes;
            }
        }
    }
}

/// The text with calls of macros whose arguments are expressions written as calls of functions, every byte in its
/// place: to the grammar of Rust they are tokens. The names keep their `!`, because names are read from the text.
fn macros_as_calls(src: &[u8]) -> Option<Vec<u8>> {
    const NAMES: &[&[u8]] = &[
        b"format",
        b"format_args",
        b"print",
        b"println",
        b"eprint",
        b"eprintln",
        b"write",
        b"writeln",
        b"panic",
        b"assert",
        b"assert_eq",
        b"assert_ne",
        b"debug_assert",
        b"todo",
        b"unimplemented",
        b"unreachable",
        b"dbg",
        b"bail",
        b"anyhow",
    ];
    let mut out: Option<Vec<u8>> = None;
    for at in memchr::memmem::find_iter(src, b"!(") {
        let name = src[..at].iter().rev().take_while(|c| c.is_ascii_alphanumeric() || **c == b'_').count();
        let name = &src[at - name..at];
        // Nothing that is no expression: `..` of a pattern, `=>` of an arm, `, ,`.
        let line_end = memchr::memchr(b'\n', &src[at..]).map_or(src.len(), |n| at + n);
        let odd = memchr::memmem::find(&src[at..line_end], b"=>").is_some();
        if NAMES.contains(&name) && !odd {
            out.get_or_insert_with(|| src.to_vec())[at] = b'_';
        }
    }
    out
}

/// Lowers a parsed file.
#[must_use]
pub fn lower(language: Language, fragment: bool, src: &[u8], tree: &tree_sitter::Tree) -> Lowered {
    let desc = desc::of(language, fragment);
    let root = tree.root_node();
    let mut build = Build {
        desc,
        src,
        nodes: Vec::with_capacity(src.len() / 4 + 16),
        open: Vec::new(),
        tasks: Vec::new(),
        adopted: Vec::new(),
        wraps: matches!(
            language,
            Language::Ruby
                | Language::Kotlin
                | Language::Rust
                | Language::Scala
                | Language::Swift
                | Language::Elixir
                | Language::Bash
                | Language::Lua
                | Language::R
                | Language::Julia
        ),
        wrapped: Vec::new(),
        widens: !fragment,
        trims: language == Language::Python && !fragment,
        lifts: prefix::is_needed(language),
        lifted: None,
        cut: None,
    };
    let mut cursor = root.walk();
    build.tasks.push(Task::Close);
    let mut children = Vec::new();
    collect(root, &mut cursor, &mut children);
    for (nth, child) in children.iter().enumerate().rev().filter(|(_, c)| c.named) {
        let adopts = language == Language::Rust && super::hooks::attributes_of_next(&children[nth..]);
        build.tasks.push(match adopts {
            true => Task::Adopt(child.node, Role::Annotation),
            false => Task::Lower(child.node, Role::None),
        });
    }
    let whole = Span::new(root.start_byte(), root.end_byte());
    build.tasks.push(Task::Open { kind: Kind::Program, role: Role::None, sym: Sym::NONE, span: whole, flags: 0 });
    build.run(&mut cursor);
    let written = NodeId::try_from(build.nodes.len()).unwrap_or(NodeId::MAX);
    let mut nodes = build.nodes;
    if let Some(root) = nodes.first_mut() {
        root.end = written;
    }
    nodes.shrink_to_fit();
    let lowered = Tree { nodes, written, broken: root.has_error(), cut: build.cut, ..Tree::default() };
    Lowered { tree: lowered }
}
