//! Constants: literals that flow through variables, concatenation and arithmetic.
//!
//! A use of a variable holds a constant if the write that reaches it is one statement that is always executed before
//! it, and no loop around the use writes the variable again. Fields and file-level names must be written once.

use firedoor_lang::Language;
use rustc_hash::FxHashMap;

use super::Write;
use super::effect::{Effect, effect};
use crate::tree::{Const, Kind, NodeId, Role, Sym, Tree, flag};

/// Rounds until constants of constants are settled.
const ROUNDS: usize = 4;
/// Longer texts are some text that is not known: a sum of many strings would be written once for each of its parts.
const MAX_TEXT: usize = 16 << 10;
/// Bytes of folded texts that one file may have.
const ALL_TEXTS: usize = 32 << 20;

/// What each node stands in, found in one pass: ancestors are many where code nests deeply.
struct Around {
    functions: Vec<NodeId>,
    branches: Vec<NodeId>,
    loops: Vec<NodeId>,
    /// What the only constructor of a class gives a private field that nothing else writes.
    made: FxHashMap<(NodeId, Sym), Option<NodeId>>,
}

impl Around {
    fn new(tree: &Tree) -> Self {
        let count = tree.written as usize;
        let mut around = Self {
            functions: vec![Tree::ROOT; count],
            branches: vec![Tree::ROOT; count],
            loops: vec![Tree::ROOT; count],
            made: FxHashMap::default(),
        };
        for id in 1..tree.written {
            let (at, parent) = (id as usize, tree.node(id).parent);
            let pick = |is: bool, list: &[NodeId]| if is { parent } else { list[parent as usize] };
            let kind = tree.kind(parent);
            around.functions[at] = pick(matches!(kind, Kind::FuncDef | Kind::Lambda), &around.functions);
            around.branches[at] = pick(is_branch(tree, parent), &around.branches);
            let is_loop = matches!(kind, Kind::While | Kind::DoWhile | Kind::For | Kind::ForEach);
            around.loops[at] = pick(is_loop, &around.loops);
        }
        around
    }
}

/// Private fields of Java that nothing but the only constructor of their class writes, as `this.x = …`.
fn made(tree: &Tree, src: &[u8], around: &Around) -> FxHashMap<(NodeId, Sym), Option<NodeId>> {
    let text = |id: NodeId| src.get(tree.node(id).span.range()).unwrap_or(&[]);
    let mut fields: FxHashMap<(NodeId, Sym), Option<NodeId>> = FxHashMap::default();
    let mut written: FxHashMap<Sym, u32> = FxHashMap::default();
    for id in (0..tree.written).filter(|&id| matches!(tree.kind(id), Kind::Assign | Kind::AugAssign)) {
        let Some(left) = tree.child(id, Role::Left).filter(|&l| tree.kind(l) == Kind::Member) else { continue };
        let (Some(object), Some(name)) = (tree.child(left, Role::Object), tree.child(left, Role::Name)) else {
            continue;
        };
        let name = tree.node(name).sym;
        *written.entry(name).or_default() += 1;
        let constructor = around.functions[id as usize];
        if tree.kind(id) != Kind::Assign || text(object) != b"this" || tree.kind(constructor) != Kind::FuncDef {
            continue;
        }
        let is_constructor = |&f: &NodeId| tree.kind(f) == Kind::FuncDef && tree.child(f, Role::Ret).is_none();
        let body = tree.node(constructor).parent;
        let straight = around.branches[id as usize] == tree.child(constructor, Role::Body).unwrap_or(Tree::ROOT);
        if straight && is_constructor(&constructor) && tree.children(body).filter(is_constructor).count() == 1 {
            fields.insert((tree.node(body).parent, name), tree.child(id, Role::Right));
        }
    }
    fields.retain(|(_, name), _| written.get(name) == Some(&1));
    let private = |class: NodeId, name: Sym| {
        tree.child(class, Role::Body).into_iter().flat_map(|b| tree.children(b)).any(|f| {
            tree.kind(f) == Kind::VarDef
                && tree.child(f, Role::Name).is_some_and(|n| tree.node(n).sym == name)
                && tree.children(f).any(|c| tree.node(c).role == Role::Modifier && text(c) == b"private")
        })
    };
    fields.retain(|&(class, name), _| private(class, name));
    fields
}

/// Words of a Dockerfile that are a variable which `ENV` has set before. Commands of the shell are left alone.
fn set_by_env(tree: &mut Tree, src: &[u8]) {
    let text = |id: NodeId| src.get(tree.content_span(id).range()).and_then(|t| std::str::from_utf8(t).ok());
    let mut values: FxHashMap<&str, &str> = FxHashMap::default();
    let mut found: Vec<(NodeId, &str)> = Vec::new();
    for id in tree.children(Tree::ROOT) {
        let Some(args) = tree.child(id, Role::Args) else { continue };
        let sets = tree.child(id, Role::Callee).is_some_and(|c| tree.node(c).sym == Sym::new("ENV"));
        for word in tree.children(args) {
            let pair = tree.kind(word) == Kind::Pair;
            let value = if pair { tree.child(word, Role::Value) } else { Some(word) };
            let Some(value) = value.filter(|&v| tree.kind(v) == Kind::Str) else { continue };
            let known =
                text(value).and_then(crate::matcher::variable_of_word).and_then(|name| values.get(name)).copied();
            found.extend(known.map(|known| (value, known)));
            if let (true, true, Some(key)) = (sets, pair, tree.child(word, Role::Key).and_then(text)) {
                match known.or_else(|| text(value).filter(|t| !t.contains('$'))) {
                    Some(known) => values.insert(key, known),
                    None => values.remove(key),
                };
            }
        }
    }
    let found: Vec<(NodeId, Const)> = found.into_iter().map(|(id, value)| (id, Const::Str(value.into()))).collect();
    tree.constants.extend(found);
}

/// Computes [`Tree::constants`].
pub(super) fn fold(tree: &mut Tree, src: &[u8], language: Language, writes: &[Vec<Write>]) {
    // Composite nodes and names that may become constants, children before parents.
    let mut candidates: Vec<NodeId> = Vec::new();
    for id in 0..tree.written {
        let node = tree.node(id);
        match node.kind {
            Kind::Ident if tree.def_of.contains_key(&id) => candidates.push(id),
            Kind::Binary | Kind::Template | Kind::Unary | Kind::Member | Kind::Ternary => candidates.push(id),
            Kind::AugAssign => candidates.push(id),
            // `x = if c then a else b end`
            Kind::If if is_value(tree, id) => candidates.push(id),
            Kind::Call if appends(tree, id, language).is_some() => candidates.push(id),
            Kind::Call if gives_text(tree, id, language) => candidates.push(id),
            // `$x` and `${x}` of the shell.
            Kind::Deref if language == Language::Bash => candidates.push(id),
            _ => {}
        }
    }
    if language == Language::Dockerfile {
        set_by_env(tree, src);
    }
    let sums: Vec<NodeId> = candidates.iter().copied().filter(|&id| tree.kind(id) == Kind::AugAssign).collect();
    candidates.reverse();
    let fields = fields(tree, writes);
    let module = if language == Language::Hcl { module_values(tree) } else { FxHashMap::default() };
    let mut around = Around::new(tree);
    if language == Language::Java {
        around.made = made(tree, src, &around);
    }
    let mut left = ALL_TEXTS;
    for round in 0..ROUNDS {
        let mut changed = false;
        // Every second time from front to back, so that sums of sums are settled.
        if round > 0 {
            candidates.reverse();
        }
        for &id in &candidates {
            if tree.constants.contains_key(&id) {
                continue;
            }
            let value = match tree.kind(id) {
                Kind::Ident => name(tree, src, id, language, writes, &around),
                Kind::Member if language == Language::Hcl => {
                    (tree.child(id, Role::Object).zip(tree.child(id, Role::Name)))
                        .and_then(|(o, n)| module.get(&(tree.node(o).sym, tree.node(n).sym)))
                        .and_then(|&value| constant(tree, src, value))
                }
                Kind::Member => field(tree, src, id, &fields, language),
                Kind::Deref => tree.first_child(id).and_then(|name| constant(tree, src, name)),
                Kind::AugAssign => sum(tree, src, id, language, writes, &around),
                _ => composite(tree, src, id, language),
            };
            if let Some(mut value) = value {
                if let Const::Str(text) = &value {
                    match left.checked_sub(text.len()) {
                        Some(rest) => left = rest,
                        None => value = Const::AnyStr,
                    }
                }
                tree.constants.insert(id, value);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    // What a variable holds afterwards is not what the expression is asked for.
    for id in sums {
        tree.constants.remove(&id);
    }
}

/// `x += e`: what `x` holds afterwards.
fn sum(
    tree: &Tree,
    src: &[u8],
    id: NodeId,
    language: Language,
    writes: &[Vec<Write>],
    around: &Around,
) -> Option<Const> {
    let (left, right) = (tree.child(id, Role::Left)?, tree.child(id, Role::Right)?);
    let def = *tree.def_of.get(&left)? as usize;
    let is_field = tree.defs.get(def).is_some_and(|d| tree.kind(d.scope) == Kind::ClassDef);
    let writes = writes.get(def)?;
    let before = match reaching(tree, left, writes, around) {
        Some(write) => constant(tree, src, write.value?)?,
        None => merged(tree, src, left, writes, around, is_field)?,
    };
    const OPERATORS: [(&str, &str); 5] = [("+=", "+"), (".=", "."), ("-=", "-"), ("*=", "*"), ("//=", "//")];
    let symbol = tree.node(id).sym;
    let (_, op) =
        OPERATORS.iter().find(|(s, _)| Sym::new(s) == symbol || Sym::new(s.trim_end_matches('=')) == symbol)?;
    binary(Sym::new(op), before, constant(tree, src, right)?, language)
}

/// `x << e` and `x.concat(e)` of Ruby as statements: the variable, and what is appended.
pub(super) fn appends(tree: &Tree, id: NodeId, language: Language) -> Option<(NodeId, NodeId)> {
    let node = tree.node(id);
    if language != Language::Ruby || tree.kind(node.parent) != Kind::ExprStmt {
        return None;
    }
    let (to, what) = match node.kind {
        Kind::Binary if node.sym == Sym::new("<<") => {
            let mut operands = tree.children(id);
            (operands.next()?, operands.next()?)
        }
        Kind::Call => {
            let callee = tree.child(id, Role::Callee)?;
            let name = tree.child(callee, Role::Name)?;
            if tree.node(name).sym != Sym::new("concat") {
                return None;
            }
            (tree.child(callee, Role::Object)?, tree.first_child(tree.child(id, Role::Args)?)?)
        }
        _ => return None,
    };
    (tree.kind(to) == Kind::Ident).then_some((to, what))
}

/// Whether a condition stands where a value does.
fn is_value(tree: &Tree, id: NodeId) -> bool {
    let node = tree.node(id);
    matches!(node.role, Role::Right | Role::Value) && matches!(tree.kind(node.parent), Kind::Assign | Kind::VarDef)
}

/// The only expression of a branch.
fn only(tree: &Tree, branch: NodeId) -> Option<NodeId> {
    let mut at = branch;
    while matches!(tree.kind(at), Kind::Block | Kind::ExprStmt) {
        let mut children = tree.children(at);
        at = children.next()?;
        if children.next().is_some() {
            return None;
        }
    }
    Some(at)
}

/// The constant that a node is.
fn constant(tree: &Tree, src: &[u8], id: NodeId) -> Option<Const> {
    let node = tree.node(id);
    let text = || src.get(node.span.range()).unwrap_or(&[]);
    match node.kind {
        Kind::Str => {
            let content = src.get(tree.content_span(id).range()).unwrap_or(&[]);
            if content.len() > MAX_TEXT {
                return Some(Const::AnyStr);
            }
            Some(Const::Str(String::from_utf8_lossy(content).as_ref().into()))
        }
        Kind::Num => {
            let text = text();
            let (sign, digits) = match text.strip_prefix(b"-") {
                Some(rest) => (-1, rest.trim_ascii()),
                None => (1, text),
            };
            if let Some(n) = crate::lower::whole(digits) {
                return Some(Const::Int(n * sign));
            }
            std::str::from_utf8(text).ok()?.parse().ok().map(Const::Float)
        }
        Kind::Bool => Some(Const::Bool(node.sym == Sym::new("true") || node.sym == Sym::new("True"))),
        Kind::Null => Some(Const::Null),
        // `[]byte("a")` of Go is a copy, and no constant.
        Kind::Cast if tree.child(id, Role::Type).is_some_and(|t| tree.kind(t) == Kind::ArrayType) => None,
        Kind::Cast => constant(tree, src, tree.child(id, Role::Value)?),
        _ => tree.constants.get(&id).cloned(),
    }
}

/// Whether a call is one whose result is a text if its arguments are constants.
fn gives_text(tree: &Tree, call: NodeId, language: Language) -> bool {
    let Some(callee) = tree.child(call, Role::Callee) else { return false };
    let is = |id: NodeId, name: &'static str| tree.node(id).sym == Sym::new(name);
    match language {
        Language::Java => {
            tree.child(callee, Role::Name).is_some_and(|n| is(n, "format"))
                && tree
                    .child(callee, Role::Object)
                    .is_some_and(|o| is(o, "String") || tree.child(o, Role::Name).is_some_and(|n| is(n, "String")))
        }
        Language::Php => is(callee, "escapeshellarg") || is(callee, "htmlspecialchars_decode"),
        _ => false,
    }
}

fn composite(tree: &Tree, src: &[u8], id: NodeId, language: Language) -> Option<Const> {
    let node = tree.node(id);
    match node.kind {
        Kind::Template => {
            if node.flags & flag::FORMATTED != 0 && tree.first_child(id).is_none() {
                return Some(Const::Str("".into()));
            }
            let mut text = String::new();
            let mut unknown = false;
            for part in tree.children(id) {
                if tree.kind(part) == Kind::StrPart {
                    let bytes = src.get(tree.node(part).span.range()).unwrap_or(&[]);
                    text.push_str(&String::from_utf8_lossy(bytes));
                } else {
                    match constant(tree, src, part)? {
                        Const::AnyStr => unknown = true,
                        value => text.push_str(&shown(&value)?),
                    }
                }
                if text.len() > MAX_TEXT {
                    return Some(Const::AnyStr);
                }
            }
            Some(if unknown { Const::AnyStr } else { Const::Str(text.into()) })
        }
        _ if let Some((to, what)) = appends(tree, id, language) => {
            binary(Sym::new("+"), constant(tree, src, to)?, constant(tree, src, what)?, language)
        }
        Kind::Call => {
            let args = tree.child(id, Role::Args)?;
            tree.children(args).all(|a| constant(tree, src, a).is_some()).then_some(Const::AnyStr)
        }
        // `c and "a" or "b"`: one of two texts.
        Kind::Binary if language == Language::Python && node.sym == Sym::new("or") => {
            let mut operands = tree.children(id);
            let (a, b) = (operands.next()?, operands.next()?);
            let chosen = tree.kind(a) == Kind::Binary && tree.node(a).sym == Sym::new("and");
            let a = if chosen { tree.children(a).nth(1)? } else { a };
            match (constant(tree, src, a)?, constant(tree, src, b)?) {
                (Const::Str(_) | Const::AnyStr, Const::Str(_) | Const::AnyStr) => Some(Const::AnyStr),
                (a, b) => binary(node.sym, a, b, language).filter(|_| !chosen),
            }
        }
        Kind::Binary => {
            let mut operands = tree.children(id);
            let (a, b) = (operands.next()?, operands.next()?);
            let (a, b) = (constant(tree, src, a), constant(tree, src, b));
            // A text so many times.
            let text = |c: &Option<Const>| matches!(c, Some(Const::Str(_) | Const::AnyStr));
            if node.sym == Sym::new("*") && (text(&a) != text(&b)) && (a.is_none() || b.is_none()) {
                return Some(Const::AnyStr);
            }
            binary(node.sym, a?, b?, language)
        }
        Kind::Unary if node.sym == Sym::new("-") => match constant(tree, src, tree.first_child(id)?)? {
            Const::Int(n) => n.checked_neg().map(Const::Int),
            Const::Float(f) => Some(Const::Float(-f)),
            _ => None,
        },
        Kind::Unary if node.sym == Sym::new("!") || node.sym == Sym::new("not") => {
            match constant(tree, src, tree.first_child(id)?)? {
                Const::Bool(b) => Some(Const::Bool(!b)),
                _ => None,
            }
        }
        Kind::Ternary | Kind::If => {
            let (a, b) = (only(tree, tree.child(id, Role::Then)?)?, only(tree, tree.child(id, Role::Else)?)?);
            let (a, b) = (constant(tree, src, a)?, constant(tree, src, b)?);
            match (&a, &b) {
                _ if a == b => Some(a),
                (Const::Str(_) | Const::AnyStr, Const::Str(_) | Const::AnyStr) => Some(Const::AnyStr),
                _ => None,
            }
        }
        _ => None,
    }
}

/// How a value looks in a string.
fn shown(value: &Const) -> Option<String> {
    Some(match value {
        Const::Str(s) => s.to_string(),
        Const::Int(n) => n.to_string(),
        Const::Float(f) => f.to_string(),
        Const::Bool(b) => b.to_string(),
        Const::Null => "null".to_owned(),
        Const::AnyStr => return None,
    })
}

fn binary(op: Sym, a: Const, b: Const, language: Language) -> Option<Const> {
    use Language as L;
    let is = |s: &str| op == Sym::new(s);
    let text = |c: &Const| matches!(c, Const::Str(_) | Const::AnyStr);
    // A text and a number: no text in some languages, and none to Semgrep in others.
    let refused = match language {
        L::Python => is("+"),
        L::Php => is("."),
        L::JavaScript | L::TypeScript | L::Tsx => !text(&a) || !matches!(b, Const::Int(_) | Const::Float(_)),
        _ => false,
    };
    if text(&a) != text(&b) && refused {
        return None;
    }
    let concatenates = is("+") || is(".") || is("..") || is("++");
    match (&a, &b) {
        (Const::Str(x), Const::Str(y)) if concatenates && x.len() + y.len() > MAX_TEXT => Some(Const::AnyStr),
        (Const::Str(x), Const::Str(y)) if concatenates => Some(Const::Str(format!("{x}{y}").into())),
        (Const::Str(x), Const::Int(n)) | (Const::Int(n), Const::Str(x)) if is("*") => {
            let times = usize::try_from(*n).unwrap_or(0);
            Some(if x.len().saturating_mul(times) > MAX_TEXT {
                Const::AnyStr
            } else {
                Const::Str(x.repeat(times).into())
            })
        }
        (Const::AnyStr, Const::Str(_) | Const::AnyStr | Const::Int(_))
        | (Const::Str(_) | Const::Int(_), Const::AnyStr)
            if concatenates =>
        {
            Some(Const::AnyStr)
        }
        (Const::Str(_), _) | (_, Const::Str(_)) if concatenates => {
            Some(Const::Str(format!("{}{}", shown(&a)?, shown(&b)?).into()))
        }
        (Const::Int(x), Const::Int(y)) => match op {
            _ if is("+") => x.checked_add(*y).map(Const::Int),
            _ if is("-") => x.checked_sub(*y).map(Const::Int),
            _ if is("*") => x.checked_mul(*y).map(Const::Int),
            _ if is("==") => Some(Const::Bool(x == y)),
            _ if is("!=") => Some(Const::Bool(x != y)),
            _ if is("/") && language == L::Python => None,
            _ if is("//") => x.checked_div(*y).filter(|_| *x >= 0 && *y > 0).map(Const::Int),
            _ if is("**") => u32::try_from(*y).ok().and_then(|y| x.checked_pow(y)).map(Const::Int),
            _ if is("/") => x.checked_rem(*y).filter(|r| *r == 0).and_then(|_| x.checked_div(*y)).map(Const::Int),
            _ if is("%") => x.checked_rem(*y).map(Const::Int),
            _ if is("<<") => u32::try_from(*y).ok().and_then(|s| x.checked_shl(s)).map(Const::Int),
            _ if is("|") => Some(Const::Int(x | y)),
            _ if is("&") => Some(Const::Int(x & y)),
            _ => None,
        },
        (Const::Bool(x), Const::Bool(y)) => match op {
            _ if is("&&") || is("and") => Some(Const::Bool(*x && *y)),
            _ if is("||") || is("or") => Some(Const::Bool(*x || *y)),
            _ => None,
        },
        _ => None,
    }
}

/// The constant that a name holds where it is used.
fn name(
    tree: &Tree,
    src: &[u8],
    id: NodeId,
    language: Language,
    writes: &[Vec<Write>],
    around: &Around,
) -> Option<Const> {
    let def_id = *tree.def_of.get(&id)?;
    let def = tree.defs.get(def_id as usize)?;
    let writes = writes.get(def_id as usize)?;
    // The name on the left of an assignment is no value.
    let node = tree.node(id);
    let parent = tree.kind(node.parent);
    let written = matches!(parent, Kind::Assign | Kind::AugAssign | Kind::ForEach) && node.role == Role::Left;
    if written || node.role == Role::Name {
        return None;
    }
    let scope = tree.kind(def.scope);
    if writes.is_empty() && scope == Kind::ClassDef {
        let value = around.made.get(&(def.scope, node.sym)).copied().flatten()?;
        return constant(tree, src, value);
    }
    if let [only] = writes[..] {
        let value = only.value.filter(|&v| is_alone(tree, only.at, v, language))?;
        if tree.is_within(id, value) {
            return None;
        }
        let elsewhere = around.functions[id as usize] != around.functions[only.at as usize];
        if elsewhere || scope == Kind::ClassDef {
            let field = scope == Kind::ClassDef;
            let declared = if language == Language::Java && tree.kind(only.at) == Kind::Assign {
                // Written by a constructor or a static block, and nowhere else.
                let function = around.functions[only.at as usize];
                let constructs = function == Tree::ROOT || tree.child(function, Role::Ret).is_none();
                Some(tree.node(def.ident).parent).filter(|_| constructs).unwrap_or(only.at)
            } else {
                only.at
            };
            let open = field && !is_final(tree, src, declared, language)
                && !matches!(language, Language::Python | Language::Ruby)
                // A variable of a package may be written in other files.
                || language == Language::Go && scope == Kind::Program && !is_go_constant(src, tree, only.at);
            if !open {
                return constant(tree, src, value);
            }
        }
    }
    if language == Language::Go
        && scope == Kind::Program
        && writes.iter().any(|w| around.functions[w.at as usize] != around.functions[id as usize])
    {
        return None;
    }
    if let Some(write) = reaching(tree, id, writes, around) {
        return constant(tree, src, write.value.filter(|&v| is_alone(tree, write.at, v, language))?);
    }
    merged(tree, src, id, writes, around, scope == Kind::ClassDef)
}

/// Whether a value is not one of several that are assigned at once, which Semgrep does not follow.
fn is_alone(tree: &Tree, write: NodeId, value: NodeId, language: Language) -> bool {
    !matches!(language, Language::Python | Language::Go)
        || tree.node(value).parent == write
        || tree.kind(tree.node(value).parent) != Kind::Tuple
}

/// Whether a definition of Go is a constant.
fn is_go_constant(src: &[u8], tree: &Tree, definition: NodeId) -> bool {
    let start = tree.node(definition).span.start as usize;
    let text = src.get(..start).unwrap_or(&[]);
    // `const A = 1`, or a line of `const ( … )`.
    let word = |text: &[u8]| text.trim_ascii_end().ends_with(b"const");
    if word(text) || src.get(start..).is_some_and(|t| t.starts_with(b"const")) {
        return true;
    }
    text.iter().rposition(|&c| c == b'(').is_some_and(|at| word(&text[..at]))
}

/// The constant that several writes in branches agree on: some text if all of them are texts.
fn merged(tree: &Tree, src: &[u8], use_at: NodeId, writes: &[Write], around: &Around, is_field: bool) -> Option<Const> {
    const MOST_WRITES: usize = 24;
    if writes.is_empty() || writes.len() > MOST_WRITES {
        return None;
    }
    let function = around.functions[use_at as usize];
    let here: Vec<Write> = writes.iter().copied().filter(|w| around.functions[w.at as usize] == function).collect();
    // What other methods do to a field does not count once this one has written it.
    if here.len() < writes.len() && !is_field {
        return None;
    }
    let writes = &here[..];
    let mut values: Vec<NodeId> = Vec::new();
    let mut at = use_at;
    loop {
        if at == Tree::ROOT || at == function {
            return None;
        }
        let parent = tree.node(at).parent;
        if matches!(tree.kind(parent), Kind::While | Kind::DoWhile | Kind::For | Kind::ForEach)
            && writes.iter().any(|w| tree.is_within(w.at, parent))
        {
            return None;
        }
        let before: Vec<NodeId> = if tree.kind(parent).is_block() {
            tree.children(parent).take_while(|&c| c < at).collect()
        } else {
            // Beside an expression nothing may be written that we do not understand.
            if tree.children(parent).take_while(|&c| c < at).any(|c| writes.iter().any(|w| tree.is_within(w.at, c))) {
                return None;
            }
            Vec::new()
        };
        let mut done = false;
        for statement in before.into_iter().rev() {
            match effect(tree, statement, writes, 0) {
                Effect::None => {}
                Effect::May(some) => values.extend(some),
                Effect::Must(all) => {
                    values.extend(all);
                    done = true;
                    break;
                }
                Effect::Unknown => return None,
            }
        }
        if done {
            break;
        }
        at = parent;
    }
    let mut joined: Option<Const> = None;
    for value in values {
        let value = constant(tree, src, value)?;
        joined = Some(match joined {
            None => value,
            Some(before) if before == value => before,
            Some(Const::Str(_) | Const::AnyStr) if matches!(value, Const::Str(_) | Const::AnyStr) => Const::AnyStr,
            Some(_) => return None,
        });
    }
    joined
}

/// The last write before a use, if it is certain to be the one that counts.
fn reaching(tree: &Tree, use_at: NodeId, writes: &[Write], around: &Around) -> Option<Write> {
    let at = writes.partition_point(|w| w.at < use_at);
    // Writes that hold the use (`x = f(x)`) have not happened yet.
    let write = writes[..at].iter().rev().find(|w| !tree.is_within(use_at, w.at))?;
    if around.functions[write.at as usize] != around.functions[use_at as usize] {
        return None;
    }
    // The list of statements that the write stands in must hold the use as well.
    if !tree.is_within(use_at, around.branches[write.at as usize]) {
        return None;
    }
    // A loop around the use, but not around the write, that writes again. Writes are in order of the text.
    let mut outer = around.loops[use_at as usize];
    while outer > write.at {
        let first = writes.partition_point(|w| w.at < outer);
        if writes.get(first).is_some_and(|w| tree.is_within(w.at, outer)) {
            return None;
        }
        outer = around.loops[outer as usize];
    }
    Some(*write)
}

/// Whether what is in this node is executed together or not at all.
pub(super) fn is_branch(tree: &Tree, id: NodeId) -> bool {
    let node = tree.node(id);
    // What stands behind `&&` and `||` is not always executed.
    let parent = tree.node(node.parent);
    if parent.kind == Kind::Binary && node.parent + 1 != id && is_short(parent.sym) {
        return true;
    }
    matches!(node.role, Role::Then | Role::Else | Role::Body | Role::Catch | Role::Case | Role::Finally)
        || matches!(node.kind, Kind::Program | Kind::FuncDef | Kind::Lambda | Kind::ClassDef | Kind::Case | Kind::Catch)
}

fn is_short(op: Sym) -> bool {
    const SHORT: [Sym; 5] = [Sym::new("&&"), Sym::new("||"), Sym::new("and"), Sym::new("or"), Sym::new("??")];
    SHORT.contains(&op)
}

fn is_final(tree: &Tree, src: &[u8], definition: NodeId, language: Language) -> bool {
    // Fields of JavaScript are never said to be final.
    if matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx) {
        return true;
    }
    if language == Language::Java && is_in_interface(tree, src, definition) {
        return true;
    }
    tree.children(definition).any(|c| {
        tree.node(c).role == Role::Modifier
            && !(language == Language::CSharp && src.get(tree.node(c).span.range()) == Some(b"private"))
            && matches!(
                src.get(tree.node(c).span.range()),
                Some(b"final" | b"private" | b"const" | b"readonly" | b"val" | b"static" | b"constant" | b"immutable")
            )
            && !matches!(src.get(tree.node(c).span.range()), Some(b"static"))
    })
}

/// Fields of an interface are constants without saying so.
fn is_in_interface(tree: &Tree, src: &[u8], definition: NodeId) -> bool {
    let Some(class) = tree.ancestors(definition).find(|a| tree.kind(*a) == Kind::ClassDef) else { return false };
    let Some(name) = tree.child(class, Role::Name) else { return false };
    let head = src.get(tree.node(class).span.start as usize..tree.node(name).span.start as usize).unwrap_or_default();
    head.trim_ascii_end().ends_with(b"interface")
}

/// Fields that are written once, by name.
fn fields(tree: &Tree, writes: &[Vec<Write>]) -> FxHashMap<Sym, Option<NodeId>> {
    let mut fields: FxHashMap<Sym, Option<NodeId>> = FxHashMap::default();
    for (def, writes) in tree.defs.iter().zip(writes) {
        if tree.kind(def.scope) != Kind::ClassDef {
            continue;
        }
        let value = match writes[..] {
            [only] => only.value,
            _ => None,
        };
        fields.entry(tree.node(def.ident).sym).and_modify(|v| *v = None).or_insert(value);
    }
    if fields.is_empty() {
        return fields;
    }
    // `this.x = …` anywhere is another write.
    for id in 0..tree.written {
        if matches!(tree.kind(id), Kind::Assign | Kind::AugAssign)
            && let Some(left) = tree.child(id, Role::Left)
            && tree.kind(left) == Kind::Member
            && let Some(name) = tree.child(left, Role::Name)
            && let Some(value) = fields.get_mut(&tree.node(name).sym)
        {
            *value = None;
        }
    }
    fields
}

/// `this.x`, `self.x`, `Class.X`.
fn field(
    tree: &Tree,
    src: &[u8],
    id: NodeId,
    fields: &FxHashMap<Sym, Option<NodeId>>,
    language: Language,
) -> Option<Const> {
    if fields.is_empty() {
        return None;
    }
    let node = tree.node(id);
    if node.role == Role::Left && matches!(tree.kind(node.parent), Kind::Assign | Kind::AugAssign) {
        return None;
    }
    let object = tree.child(id, Role::Object)?;
    let name = tree.child(id, Role::Name)?;
    let value = (*fields.get(&tree.node(name).sym)?)?;
    let object_text = src.get(tree.node(object).span.range())?;
    let of_class = matches!(object_text, b"this" | b"self" | b"cls")
        || tree.kind(object) == Kind::Ident
            && tree.ancestors(value).any(|a| {
                tree.kind(a) == Kind::ClassDef
                    && tree.child(a, Role::Name).is_some_and(|n| tree.node(n).sym == tree.node(object).sym)
            });
    let definition = tree.node(value).parent;
    let js = matches!(language, Language::JavaScript | Language::TypeScript | Language::Tsx);
    let fixed = is_final(tree, src, definition, language) && (object_text == b"this" || !js)
        || tree.kind(definition) == Kind::Assign;
    (of_class && fixed && !tree.is_within(id, value)).then(|| constant(tree, src, value)).flatten()
}

/// `local.x` and `var.x` of a Terraform file: values of `locals` blocks and defaults of variables.
fn module_values(tree: &Tree) -> FxHashMap<(Sym, Sym), NodeId> {
    let mut values = FxHashMap::default();
    for id in (0..tree.written).filter(|&id| tree.kind(id) == Kind::Call) {
        let (Some(callee), Some(args)) = (tree.child(id, Role::Callee), tree.child(id, Role::Args)) else { continue };
        let word = tree.node(callee).sym;
        let parts: Vec<NodeId> = tree.children(args).collect();
        let Some(&body) = parts.last().filter(|&&b| tree.kind(b) == Kind::Object) else { continue };
        for entry in tree.children(body).filter(|&e| tree.kind(e) == Kind::VarDef) {
            let (Some(name), Some(value)) = (tree.child(entry, Role::Name), tree.child(entry, Role::Value)) else {
                continue;
            };
            let name = tree.node(name).sym;
            if word == Sym::new("locals") && parts.len() == 1 {
                values.insert((Sym::new("local"), name), value);
            } else if word == Sym::new("variable") && parts.len() == 2 && name == Sym::new("default") {
                values.insert((Sym::new("var"), tree.node(parts[0]).sym), value);
            }
        }
    }
    values
}
