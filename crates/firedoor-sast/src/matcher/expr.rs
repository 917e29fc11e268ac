//! Expressions.

use firedoor_core::Span;

use super::{Bound, Flow, Matcher, Next, State};
use crate::names::symbolic;
use crate::pattern::Op;
use crate::tree::{Const, Kind, NodeId, Role, Sym, flag, mix};

/// How deep calls of the matcher may nest: patterns are shallow, chains of operators are not.
const MAX_DEPTH: u32 = 400;

/// Whether a bare word is a variable (or another value), and not text.
fn has_variables(language: firedoor_lang::Language) -> bool {
    use firedoor_lang::Language as L;
    !matches!(language, L::Bash | L::Dockerfile | L::Yaml | L::Json | L::Hcl | L::Html | L::Xml)
}

impl Matcher<'_> {
    /// An expression; the pattern has been entered already, so casts are looked through.
    pub(super) fn expr(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        if self.tree.kind(t) == Kind::Cast
            && self.pattern.node(p).kind != Kind::Cast
            && !matches!(self.pattern.node(p).op, Op::Ellipsis | Op::Sequence(_))
            && let Some(value) = self.tree.child(t, Role::Value)
        {
            if self.expr(p, value, state, k) == Flow::Stop {
                return Flow::Stop;
            }
            if !matches!(self.pattern.node(p).op, Op::Metavariable(_) | Op::Typed(..) | Op::Deep) {
                return Flow::Go;
            }
        }
        let flow = self.expr_at_root(p, t, state, k);
        if flow == Flow::Go
            && self.options.symbolic_propagation
            && self.tree.kind(t) == Kind::Ident
            && matches!(self.pattern.node(p).op, Op::Plain | Op::Typed(..) | Op::Chain | Op::Metavariable(_))
            && let Some(value) = symbolic(self.tree, t)
        {
            return self.expr(p, value, state, k);
        }
        flow
    }

    /// An expression as the root of a pattern.
    pub(super) fn expr_at_root(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        if state.depth > MAX_DEPTH {
            state.cut();
            return Flow::Stop;
        }
        if !state.step() {
            return Flow::Stop;
        }
        state.depth += 1;
        let flow = self.dispatch(p, t, state, k);
        state.depth -= 1;
        flow
    }

    fn dispatch(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let pattern = self.pattern.node(p);
        // `b"..."` of Python asks for bytes.
        if !pattern.prefix.is_empty() {
            let written = self.text(self.tree.node(t).span);
            let prefix = pattern.prefix.as_bytes();
            if !written.starts_with(prefix) || !matches!(written.get(prefix.len()), Some(b'"' | b'\'')) {
                return Flow::Go;
            }
        }
        match &pattern.op {
            // `sizeof(int)` of C.
            Op::Metavariable(_)
                if self.tree.kind(t) == Kind::Type
                    && matches!(self.pattern.language, firedoor_lang::Language::C | firedoor_lang::Language::Cpp) =>
            {
                Flow::Go
            }
            // `a[b:c]` of Python is no element.
            Op::Metavariable(_)
                if self.tree.kind(t) == Kind::Slice && self.pattern.language == firedoor_lang::Language::Python =>
            {
                Flow::Go
            }
            // `?` of Java is no type.
            Op::Metavariable(_)
                if self.tree.kind(t) == Kind::Other
                    && self.pattern.language == firedoor_lang::Language::Java
                    && self.text(self.tree.node(t).span).starts_with(b"?") =>
            {
                Flow::Go
            }
            // A metavariable in the place of a command of the shell is one without arguments.
            Op::Metavariable(_)
                if self.pattern.language == firedoor_lang::Language::Bash && self.is_longer_command(t) =>
            {
                Flow::Go
            }
            Op::Metavariable(name) => {
                // The variable of a loop is its name, declared or not.
                let node = self.tree.node(t);
                if node.kind == Kind::VarDef
                    && node.role == Role::Left
                    && let Some(inner) = self.tree.child(t, Role::Name)
                {
                    return self.bind_node(*name, inner, state, k);
                }
                self.bind_node(*name, t, state, k)
            }
            Op::Ellipsis => k(state),
            Op::Sequence(name) => {
                let mark = state.len();
                let flow = if self.bind_list(*name, &[t], 0, state) { k(state) } else { Flow::Go };
                state.undo(mark);
                flow
            }
            Op::Deep => match pattern.children[..] {
                [inner] => self.deep(inner, t, state, k),
                _ => Flow::Go,
            },
            Op::Typed(name, ty) => {
                if !self.has_type(t, ty) {
                    return Flow::Go;
                }
                if self.is_only_declared(t) {
                    return Flow::Go;
                }
                // `($T $X)`, `(List<$T> $X)`: the type is bound as well, where it is written.
                match self.type_hole(t, ty) {
                    Some((hole, part)) => {
                        self.bind_node(hole, part, state, &mut |state| self.bind_node(*name, t, state, k))
                    }
                    None => self.bind_node(*name, t, state, k),
                }
            }
            Op::AnyString => {
                let written = matches!(self.tree.kind(t), Kind::Str | Kind::StrPart);
                // The quotes of a word of the shell do not count, those around variables do.
                if matches!(self.pattern.language, firedoor_lang::Language::Bash | firedoor_lang::Language::Dockerfile)
                    && written
                    && !(self.text(self.tree.node(t).span).starts_with(b"\"")
                        && self.text(self.tree.node(t).span).contains(&b'$'))
                    && self.is_word(t)
                {
                    return Flow::Go;
                }
                if self.pattern.language == firedoor_lang::Language::Bash && self.tree.kind(t) == Kind::Template {
                    return k(state);
                }
                if self.is_heredoc(t) {
                    return k(state);
                }
                if written || matches!(self.constant(t), Some(Const::Str(_) | Const::AnyStr)) {
                    k(state)
                } else {
                    Flow::Go
                }
            }
            Op::StringMetavariable(name) => self.bind_content(*name, pattern.kind, t, state, k),
            Op::Regex(regex) => {
                // A search that would take too long finds nothing.
                let holds = |text: &str| regex.is_match(text.as_bytes()).unwrap_or(false);
                let node = self.tree.node(t);
                // A string pattern matches names only where names are keys or words.
                let name = node.kind != Kind::Ident
                    || pattern.kind != Kind::Str
                    || node.role == Role::Key
                    || node.role == Role::Name && self.tree.kind(node.parent) != Kind::VarDef
                    || !has_variables(self.pattern.language);
                let written =
                    name && matches!(
                        node.kind,
                        Kind::Str | Kind::Ident | Kind::StrPart | Kind::XmlText | Kind::Atom | Kind::Template
                    ) && std::str::from_utf8(self.text(self.tree.content_span(t))).is_ok_and(|s| {
                        let quoted = node.role == Role::Key && node.kind == Kind::Ident;
                        holds(if quoted { s.trim_matches(['"', '\'']) } else { s })
                    });
                // A name stands for the constant that it holds, too.
                let hit = written || matches!(self.constant(t), Some(Const::Str(s)) if holds(&s));
                if hit { k(state) } else { Flow::Go }
            }
            Op::Chain => self.chain(p, t, state, k),
            Op::Word(parts) => self.word(parts, t, state, k),
            Op::Plain => {
                let flow = self.plain(p, t, state, k);
                if flow == Flow::Stop || !matches!(pattern.kind, Kind::Ident | Kind::Member | Kind::TypeApp) {
                    return flow;
                }
                for &alias in self.tree.aliases.get(&t).map_or(&[][..], Vec::as_slice) {
                    // Of a module of which everything is imported only what is asked for by its name is known.
                    if alias >= self.tree.guessed && !self.is_ground(p) {
                        continue;
                    }
                    if self.plain(p, alias, state, k) == Flow::Stop {
                        return Flow::Stop;
                    }
                }
                Flow::Go
            }
        }
    }

    /// What a node is known to be.
    pub(crate) fn constant(&self, t: NodeId) -> Option<Const> {
        let node = self.tree.node(t);
        match node.kind {
            Kind::Str => {
                let text = self.text(self.tree.content_span(t));
                Some(Const::Str(String::from_utf8_lossy(text).as_ref().into()))
            }
            _ if !self.options.constant_propagation => None,
            _ => self.tree.constants.get(&t).cloned(),
        }
    }

    /// A text of Ruby over several lines is text, whatever stands in it.
    fn is_heredoc(&self, t: NodeId) -> bool {
        self.pattern.language == firedoor_lang::Language::Ruby
            && self.tree.kind(t) == Kind::Template
            && self.text(self.tree.node(t).span).starts_with(b"<<")
    }

    /// `"$X"`: the content of a string.
    fn bind_content(&self, name: Sym, wanted: Kind, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let node = self.tree.node(t);
        // `"$X"` of the shell is a quoted expansion, too.
        if self.pattern.language == firedoor_lang::Language::Bash
            && node.kind == Kind::Template
            && let Some(only) = self.tree.first_child(t)
            && self.tree.node(only).end == node.end
            && matches!(self.tree.kind(only), Kind::Deref | Kind::Call)
        {
            return self.bind_node(name, only, state, k);
        }
        // As an argument or a value nothing else is: what is only quoted is a word.
        if self.pattern.language == firedoor_lang::Language::Bash
            && matches!(self.tree.kind(node.parent), Kind::Args | Kind::Assign | Kind::VarDef)
        {
            return Flow::Go;
        }
        // In a command of a Dockerfile `"$X"` is a quoted expansion only.
        if self.pattern.language == firedoor_lang::Language::Dockerfile
            && self.is_word(t)
            && std::str::from_utf8(self.text(self.tree.content_span(t)))
                .is_ok_and(|word| super::variable_of_word(word).is_none())
        {
            return Flow::Go;
        }
        if wanted == Kind::Atom {
            // The name of a symbol equals that name elsewhere.
            let text = self.text(node.span);
            let word = text.strip_prefix(b":").unwrap_or(text);
            let is_key = node.role == Role::Key && self.pattern.language == firedoor_lang::Language::Ruby;
            if node.kind != Kind::Atom || word.len() == text.len() && !is_key {
                return Flow::Go;
            }
            let start = node.span.start + u32::from(word.len() < text.len());
            let span = Span { start, end: node.span.end };
            let hash = mix(u64::from(Kind::Ident.class()), Sym::of(word).0);
            let mark = state.len();
            let flow = if state.bind(Bound { name, node: t, span, hash, def: 0, import: 0, token: false }) {
                k(state)
            } else {
                Flow::Go
            };
            state.undo(mark);
            return flow;
        }
        let mut def = Bound::TEXT;
        let (span, sym) = match node.kind {
            // A character is no string, and a symbol of Ruby neither.
            Kind::Char if wanted != Kind::Char => return Flow::Go,
            Kind::Atom
                if matches!(
                    self.pattern.language,
                    firedoor_lang::Language::Ruby | firedoor_lang::Language::Clojure
                ) =>
            {
                return Flow::Go;
            }
            Kind::Str | Kind::StrPart | Kind::XmlText | Kind::Char | Kind::Atom => {
                if wanted == Kind::XmlText && node.kind != Kind::XmlText {
                    return Flow::Go;
                }
                let span = self.tree.content_span(t);
                (span, node.sym)
            }
            // A key of JSON is a name with its quotes.
            Kind::Ident if node.role == Role::Key && self.pattern.language == firedoor_lang::Language::Json => {
                (node.span, Sym::of(self.text(node.span)))
            }
            // A key, quoted or not.
            Kind::Ident if node.role == Role::Key => {
                let mut span = node.span;
                if matches!(self.text(span).first(), Some(b'"' | b'\'')) {
                    span = Span { start: span.start + 1, end: span.end.saturating_sub(1).max(span.start + 1) };
                }
                (span, node.sym)
            }
            _ => match self.constant(t) {
                Some(Const::Str(s)) => {
                    def = Bound::ELSEWHERE;
                    (node.span, Sym::new(&s))
                }
                _ => return Flow::Go,
            },
        };
        // The content equals a name of that text elsewhere, and no string. Words of the shell are texts.
        let class = if crate::search::has_words(self.pattern.language) { Kind::Str } else { Kind::Ident };
        let hash = mix(u64::from(class.class()), sym.0);
        let mark = state.len();
        let node = if node.kind == Kind::Str { Bound::NO_NODE } else { t };
        let flow = if state.bind(Bound { name, node, span, hash, def, import: 0, token: false }) {
            k(state)
        } else {
            Flow::Go
        };
        state.undo(mark);
        flow
    }

    fn plain(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if pattern.kind != node.kind {
            return self.across_kinds(p, t, state, k);
        }
        match pattern.kind {
            Kind::Ident
            | Kind::Num
            | Kind::Bool
            | Kind::Char
            | Kind::Atom
            | Kind::Modifier
            | Kind::Str
            | Kind::StrPart
            | Kind::Raw => self.same_symbol(p, t, state, k),
            // What is left out in YAML is no `null`.
            Kind::Null
                if self.pattern.language == firedoor_lang::Language::Yaml
                    && node.span.is_empty() != pattern.text.is_empty() =>
            {
                Flow::Go
            }
            Kind::Null => k(state),
            Kind::XmlText => {
                let trim = |bytes: &[u8]| bytes.trim_ascii().to_vec();
                if trim(pattern.text.as_bytes()) == trim(self.text(node.span)) { k(state) } else { Flow::Go }
            }
            Kind::Binary => self.binary(p, t, state, k),
            Kind::Unary if (pattern.flags ^ node.flags) & flag::POSTFIX != 0 => Flow::Go,
            Kind::Args => {
                if pattern.flags & flag::FORMATTED != node.flags & flag::FORMATTED {
                    return Flow::Go;
                }
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.arguments(&pattern.children, &ts, state, k)
            }
            Kind::Params => {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.parameters(&pattern.children, &ts, state, k)
            }
            // `Some(x)` is no pair, `%w[a]` of Ruby is no `["a"]`.
            Kind::Tuple | Kind::Array if pattern.sym != node.sym => Flow::Go,
            Kind::Array | Kind::Tuple | Kind::Seq => {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.ordered(&pattern.children, &ts, false, &|p, t, s, k| self.element(p, t, s, k), state, k)
            }
            Kind::Set | Kind::Dict => {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                let ps: Vec<u32> = pattern.children.iter().copied().filter(|&c| !self.is_spread_ellipsis(c)).collect();
                let less = ps.len() < pattern.children.len();
                self.any_order(&ps, &ts, less, &|p, t, s, k| self.element(p, t, s, k), state, k)
            }
            // What is set of a new object of C# and Rust is said in full, in its order.
            Kind::Object
                if matches!(self.pattern.language, firedoor_lang::Language::CSharp | firedoor_lang::Language::Rust)
                    && pattern.role == Role::Body =>
            {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.ordered(&pattern.children, &ts, false, &|p, t, s, k| self.stmt_or_expr(p, t, s, k), state, k)
            }
            Kind::Object | Kind::ClassBody => {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.fields(&pattern.children, &ts, state, k)
            }
            Kind::Block | Kind::Program => self.block(p, t, state, k),
            Kind::Template => self.template(p, t, state, k),
            Kind::Assign => self.assign(p, t, state, k),
            Kind::ImportFrom | Kind::ImportAs | Kind::ImportAll => self.import(p, t, state, k),
            Kind::Xml => self.element_of_markup(p, t, state, k),
            // Without flags an expression of JavaScript asks for none.
            Kind::Regex
                if super::assigns_by_operator(self.pattern.language)
                    && let [ours] = pattern.children[..]
                    && let Some(theirs) = self.tree.child(t, Role::Value) =>
            {
                self.expr(ours, theirs, state, k)
            }
            Kind::Comprehension if matches!(pattern.children[..], [c] if self.pattern.is_ellipsis(c)) => k(state),
            // `raise ...` and `yield ...` ask for something that is raised or given.
            Kind::Throw | Kind::Yield if self.tree.first_child(t).is_none() && !pattern.children.is_empty() => Flow::Go,
            kind if kind.is_statement() => self.stmt(p, t, state, k),
            // `raise e` of Python is also `raise e from c`.
            Kind::Throw if self.pattern.language == firedoor_lang::Language::Python => self.record(p, t, state, k),
            Kind::New
                if matches!(
                    self.pattern.language,
                    firedoor_lang::Language::CSharp | firedoor_lang::Language::Scala
                ) =>
            {
                self.construction(p, t, state, k)
            }
            Kind::New if self.pattern.language == firedoor_lang::Language::Cpp => self.made(p, t, state, k),
            Kind::Call
                if matches!(
                    self.pattern.language,
                    firedoor_lang::Language::Dockerfile | firedoor_lang::Language::Bash
                ) && self.pattern.child(p, Role::Callee).is_some_and(|c| self.pattern.is_ellipsis(c)) =>
            {
                self.words(p, t, state, k)
            }
            Kind::Call
            | Kind::Member
            | Kind::Index
            | Kind::Ternary
            | Kind::Unary
            | Kind::AugAssign
            | Kind::KwArg
            | Kind::Pair
            | Kind::Cast
            | Kind::New
            | Kind::Lambda
            | Kind::Annotation
            | Kind::Param
            | Kind::RestParam
            | Kind::HashParam
            | Kind::Catch
            | Kind::Case
            | Kind::Finally
            | Kind::XmlAttr
            | Kind::TypeApp
            | Kind::ImportName => self.record(p, t, state, k),
            Kind::Other if pattern.sym == Sym::new("redirected_statement") => self.redirected(p, t, state, k),
            _ => self.structure(p, t, state, k),
        }
    }

    /// `command > file`: there may be more that is redirected, and whatever stands in a document.
    fn redirected(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let ts: Vec<NodeId> = self.tree.children(t).collect();
        let ([ours, wanted @ ..], [theirs, others @ ..]) = (&self.pattern.node(p).children[..], &ts[..]) else {
            return Flow::Go;
        };
        if self.tree.node(t).sym != self.pattern.node(p).sym {
            return Flow::Go;
        }
        let document = |sym: Sym| sym == Sym(crate::tree::mix(Sym::new("heredoc_redirect").0, Sym::new("<<").0));
        let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| match document(self.pattern.node(p).sym)
            && document(self.tree.node(t).sym)
        {
            true => k(s),
            false => self.expr(p, t, s, k),
        };
        self.stmt_or_expr(*ours, *theirs, state, &mut |state| self.any_order(wanted, others, true, &compare, state, k))
    }

    /// An element of a collection; a pair in a dictionary.
    fn element(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        self.expr(p, t, state, k)
    }

    fn is_spread_ellipsis(&self, p: u32) -> bool {
        let node = self.pattern.node(p);
        self.pattern.is_ellipsis(p)
            || matches!(node.kind, Kind::HashSpread | Kind::Spread | Kind::Pair)
                && !node.children.is_empty()
                && node.children.iter().all(|&c| self.pattern.is_ellipsis(c))
    }

    fn same_symbol(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if pattern.sym == node.sym {
            return k(state);
        }
        if self.is_set_to(t, pattern.sym) {
            return k(state);
        }
        // Two words for one thing.
        let ends = |name: &[u8]| name.eq_ignore_ascii_case(b"exit") || name.eq_ignore_ascii_case(b"die");
        if pattern.kind == Kind::Ident
            && self.pattern.language == firedoor_lang::Language::Php
            && ends(pattern.text.as_bytes())
            && ends(self.text(node.span))
        {
            return k(state);
        }
        // Names of PHP's functions and classes have no case.
        if pattern.kind == Kind::Ident
            && self.pattern.language == firedoor_lang::Language::Php
            && t < self.tree.written
            && !pattern.text.starts_with('$')
            && pattern.text.as_bytes().eq_ignore_ascii_case(self.text(node.span))
        {
            return k(state);
        }
        Flow::Go
    }

    /// Nodes of different kinds that may still agree.
    fn across_kinds(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        // HCL converts between strings, numbers and truth values.
        if self.pattern.language == firedoor_lang::Language::Hcl
            && matches!(pattern.kind, Kind::Str | Kind::Num | Kind::Bool)
            && matches!(node.kind, Kind::Str | Kind::Num | Kind::Bool)
        {
            let same = pattern.text.as_bytes() == self.text(self.tree.content_span(t));
            return if same { k(state) } else { Flow::Go };
        }
        if node.kind == Kind::TypeApp
            && matches!(pattern.kind, Kind::Ident | Kind::Member)
            && self.may_lack_arguments(t)
            && let Some(name) = self.tree.child(t, Role::Name)
        {
            return self.expr(p, name, state, k);
        }
        match (pattern.kind, node.kind) {
            (Kind::Str, Kind::Ident)
                if self.pattern.language == firedoor_lang::Language::Bash && pattern.sym == node.sym =>
            {
                k(state)
            }
            // Backquotes of Ruby hold a text.
            (Kind::Template, Kind::Other)
                if self.pattern.language == firedoor_lang::Language::Ruby && node.sym == Sym::new("subshell") =>
            {
                let ts: Vec<NodeId> = self.tree.children(t).collect();
                self.parts(&pattern.children, &ts, state, k)
            }
            // A template of JavaScript without expressions.
            (Kind::Template, Kind::Str)
                if super::assigns_by_operator(self.pattern.language)
                    && self.text(node.span).starts_with(b"`")
                    && pattern.flags & flag::FORMATTED == 0
                    && matches!(pattern.children[..], [c] if self.pattern.is_ellipsis(c)) =>
            {
                k(state)
            }
            (Kind::Str, _) => match self.constant(t) {
                Some(Const::Str(s)) if Sym::new(&s) == pattern.sym => k(state),
                _ => Flow::Go,
            },
            // Numbers of JavaScript are fractions, whose sums are not known.
            (Kind::Num, Kind::Binary) if super::assigns_by_operator(self.pattern.language) => Flow::Go,
            (Kind::Num, _) => {
                let value = match self.constant(t) {
                    Some(Const::Int(n)) => Sym::new(&n.to_string()),
                    Some(Const::Float(f)) => Sym::new(&format!("{f:?}")),
                    _ => return Flow::Go,
                };
                if value == pattern.sym { k(state) } else { Flow::Go }
            }
            (Kind::Bool, _) => match self.constant(t) {
                Some(Const::Bool(b)) if (Sym::new("true") == pattern.sym || Sym::new("True") == pattern.sym) == b => {
                    k(state)
                }
                _ => Flow::Go,
            },
            (Kind::Null, _) => match self.constant(t) {
                Some(Const::Null) => k(state),
                _ => Flow::Go,
            },
            (Kind::Assign, Kind::VarDef) if self.assigns_definitions() => {
                self.assign_vs_definition(p, t, state, false, k)
            }
            (Kind::Binary, Kind::AugAssign) if super::assigns_by_operator(self.pattern.language) => {
                self.operation_vs_compound(p, t, state, k)
            }
            (Kind::Assign, Kind::AugAssign) if super::assigns_by_operator(self.pattern.language) => {
                self.assign_vs_compound(p, t, state, k)
            }
            (Kind::Block, Kind::Program) | (Kind::Program, Kind::Block) => self.block(p, t, state, k),
            // `f { ... }` of Scala is a call with a block, or with a function in braces.
            (Kind::Block, Kind::Lambda) if self.pattern.language == firedoor_lang::Language::Scala => {
                match self.tree.child(t, Role::Body) {
                    Some(body) => self.block(p, body, state, k),
                    None => Flow::Go,
                }
            }
            // `C.apply()` of Scala constructs.
            (Kind::New, Kind::Call) if self.pattern.language == firedoor_lang::Language::Scala => {
                let (Some(class), Some(callee)) = (self.pattern.child(p, Role::Type), self.tree.child(t, Role::Callee))
                else {
                    return Flow::Go;
                };
                let (Some(object), Some(name)) =
                    (self.tree.child(callee, Role::Object), self.tree.child(callee, Role::Name))
                else {
                    return Flow::Go;
                };
                let capital = self.text(self.tree.node(object).span).first().is_some_and(u8::is_ascii_uppercase);
                let applies = self.tree.node(name).sym == Sym::new("apply") && self.tree.kind(object) == Kind::Ident;
                let (Some(ps), Some(ts)) = (self.pattern.child(p, Role::Args), self.tree.child(t, Role::Args)) else {
                    return Flow::Go;
                };
                if !capital || !applies {
                    return Flow::Go;
                }
                self.expr(class, object, state, &mut |state| self.expr(ps, ts, state, k))
            }
            // A bare name as a statement of Ruby is a call, if it is no variable.
            (Kind::Call, Kind::Ident)
                if self.pattern.language == firedoor_lang::Language::Ruby
                    && node.sym != Sym::new("super")
                    && matches!(self.tree.kind(node.parent), Kind::ExprStmt | Kind::ClassBody)
                    && !self.tree.def_of.contains_key(&t) =>
            {
                let (Some(callee), Some(args)) =
                    (self.pattern.child(p, Role::Callee), self.pattern.child(p, Role::Args))
                else {
                    return Flow::Go;
                };
                let arguments = &self.pattern.node(args).children;
                self.expr(callee, t, state, &mut |state| self.arguments(arguments, &[], state, k))
            }
            // `function ...(…)`: any function, with a name or without.
            (Kind::FuncDef, Kind::Lambda)
                if self.pattern.child(p, Role::Name).is_some_and(|n| self.pattern.is_ellipsis(n)) =>
            {
                self.record(p, t, state, k)
            }
            (Kind::Pair, Kind::Ident) => self.property(p, t, state, k),
            // `function (…)` without a body begins any function.
            (Kind::Lambda, Kind::FuncDef) if self.pattern.child(p, Role::Body).is_none() => self.record(p, t, state, k),
            // The variable of a loop, with or without a word that declares it.
            (_, Kind::VarDef) if node.role == Role::Left => match self.tree.child(t, Role::Name) {
                Some(name) => self.expr(p, name, state, k),
                None => Flow::Go,
            },
            (Kind::VarDef, Kind::Assign) => Flow::Go,
            (Kind::Array, Kind::Comprehension) if node.sym != Sym::new("dict") => {
                if matches!(pattern.children[..], [c] if self.pattern.is_ellipsis(c)) { k(state) } else { Flow::Go }
            }
            (Kind::Dict, Kind::Comprehension) if node.sym == Sym::new("dict") => {
                if matches!(pattern.children[..], [c] if self.is_spread_ellipsis(c)) { k(state) } else { Flow::Go }
            }
            (Kind::Dict, Kind::Set) | (Kind::Set, Kind::Dict) if matches!(pattern.children[..], [c] if self.is_spread_ellipsis(c)) => {
                k(state)
            }
            // A word of the shell with and without quotes.
            (Kind::Ident, Kind::Str)
                if matches!(
                    self.pattern.language,
                    firedoor_lang::Language::Bash | firedoor_lang::Language::Dockerfile
                ) =>
            {
                if pattern.sym == node.sym {
                    k(state)
                } else {
                    Flow::Go
                }
            }
            (Kind::Tuple, Kind::Seq) | (Kind::Seq, Kind::Tuple) => self.structure(p, t, state, k),
            (Kind::Regex, _) | (_, Kind::Regex) => Flow::Go,
            (kind, _) if kind.is_statement() => self.stmt(p, t, state, k),
            _ => Flow::Go,
        }
    }

    /// `new T(a) { B = c }` of C# and Scala: no arguments are the same as no brackets, and an initializer has to be asked for.
    fn construction(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let bodies = (self.pattern.child(p, Role::Body), self.tree.child(t, Role::Body));
        let any = bodies.0.is_some_and(|b| {
            let children = &self.pattern.node(b).children;
            self.pattern.is_ellipsis(b) || matches!(children[..], [c] if self.pattern.is_ellipsis(c))
        });
        let scala = self.pattern.language == firedoor_lang::Language::Scala;
        if (scala || !any) && bodies.0.is_some() != bodies.1.is_some() {
            return Flow::Go;
        }
        let ps = self.pattern.child(p, Role::Args).map_or(&[][..], |a| &self.pattern.node(a).children[..]);
        let ts: Vec<NodeId> = self.tree.child(t, Role::Args).map_or_else(Vec::new, |a| self.tree.children(a).collect());
        self.by_role(p, t, &[Role::Type], state, &mut |state| {
            self.arguments(ps, &ts, state, &mut |state| match bodies {
                (Some(p), Some(t)) if !any => self.expr(p, t, state, k),
                _ => k(state),
            })
        })
    }

    /// Symbol and children in order: for whatever has no rules of its own.
    pub(super) fn structure(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if pattern.sym != node.sym {
            return Flow::Go;
        }
        let ts: Vec<NodeId> = self.tree.children(t).collect();
        // `<T>` is also `<T extends B>`.
        if pattern.sym == Sym::new("type_parameter") && node.kind == Kind::Other {
            return self.ordered(&pattern.children, &ts, true, &|p, t, s, k| self.expr(p, t, s, k), state, k);
        }
        // A result that may be anything may be none (functions as types of Go).
        let gives = |c: &u32| self.pattern.node(*c).role == Role::Ret;
        if node.kind == Kind::Type
            && self.tree.child(t, Role::Ret).is_none()
            && pattern.children.iter().any(|c| gives(c) && matches!(self.pattern.node(*c).op, Op::Metavariable(_)))
        {
            let ps: Vec<u32> = pattern.children.iter().copied().filter(|c| !gives(c)).collect();
            return self.ordered(&ps, &ts, false, &|p, t, s, k| self.expr(p, t, s, k), state, k);
        }
        // Parts of texts in backquotes are matched as those of strings.
        let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| match self.tree.node(t).role {
            Role::Part => self.part(p, t, s, k),
            // `#define F(x)` has no value.
            Role::Params if node.kind == Kind::Directive && self.pattern.node(p).role != Role::Params => Flow::Go,
            _ => self.expr(p, t, s, k),
        };
        self.ordered(&pattern.children, &ts, false, &compare, state, k)
    }

    /// Parts of a string with interpolations; `"..."` among them stands for any number of parts.
    fn template(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let (pattern, node) = (self.pattern.node(p), self.tree.node(t));
        if pattern.flags & flag::FORMATTED != 0 && node.flags & flag::FORMATTED == 0 || pattern.sym != node.sym {
            return Flow::Go;
        }
        if self.is_heredoc(t) && !pattern.text.starts_with("<<") {
            return Flow::Go;
        }
        let ts: Vec<NodeId> = self.tree.children(t).collect();
        self.parts(&pattern.children, &ts, state, k)
    }

    /// The parts in order. `{...}` is one of them, and what stands in braces; `"..."` between them is any number.
    fn parts(&self, ps: &[u32], ts: &[NodeId], state: &mut State, k: Next<'_>) -> Flow {
        let text = |p| matches!(self.pattern.node(p).kind, Kind::StrPart | Kind::Str);
        let braces = |&p: &u32| self.pattern.is_ellipsis(p) && !text(p);
        let compare = |p: u32, t: NodeId, s: &mut State, k: Next<'_>| self.part(p, t, s, k);
        let Some(at) = ps.iter().position(braces) else {
            return self.ordered(ps, ts, false, &compare, state, k);
        };
        for (nth, _) in ts.iter().enumerate().filter(|(_, t)| self.tree.kind(**t) != Kind::StrPart) {
            let mark = state.len();
            let flow = self.ordered(&ps[..at], &ts[..nth], false, &compare, state, &mut |state| {
                self.parts(&ps[at + 1..], &ts[nth + 1..], state, k)
            });
            state.undo(mark);
            if flow == Flow::Stop {
                return flow;
            }
        }
        Flow::Go
    }

    fn part(&self, p: u32, t: NodeId, state: &mut State, k: Next<'_>) -> Flow {
        let text = self.tree.kind(t) == Kind::StrPart;
        // `"$X{$Y}"` of PHP: what is written without braces is any part.
        let bare =
            self.pattern.language == firedoor_lang::Language::Php && self.pattern.node(p).flags & flag::BARE != 0;
        // `{x!r}` of Python is no `{$X}`.
        let formatted = self.tree.kind(t) == Kind::Other && self.tree.node(t).sym == Sym::new("formatted");
        if (text || formatted) && !bare && matches!(self.pattern.node(p).op, Op::Metavariable(_)) {
            return Flow::Go;
        }
        self.expr(p, t, state, k)
    }
}
