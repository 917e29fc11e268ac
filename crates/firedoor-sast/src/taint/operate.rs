//! Operators: what they make of constants, marks and containers, and which of their sides are reached.

use super::fold;
use super::marks::Marks;
use super::run::{Run, join_env};
use super::value::{Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym};

impl Run<'_> {
    /// `1 < n < 9`: each of them with the next.
    fn comparisons(&mut self, before: NodeId, first: Val, rest: &[NodeId]) -> Val {
        let mut marks = first.all();
        let mut left = first;
        let mut all = Konst::Bool(true);
        for (at, node) in rest.iter().enumerate() {
            let right = self.eval(*node);
            // How they compare is written between them.
            let (from, to) = (self.span(if at == 0 { before } else { rest[at - 1] }).end, self.span(*node).start);
            let between = self.src.get(from as usize..to as usize).unwrap_or_default().trim_ascii();
            let op = fold::OPERATORS.iter().copied().find(|o| o.as_bytes() == between).unwrap_or("");
            let one = fold::binary(op, &left.konst, &right.konst, self.traits.integer_division);
            all = match (all, one) {
                (Konst::Bool(false), _) | (_, Konst::Bool(false)) => Konst::Bool(false),
                (Konst::Bool(true), Konst::Bool(true)) => Konst::Bool(true),
                _ => Konst::Unknown,
            };
            marks.join(&right.all());
            left = right;
        }
        marks.clear(self.safe.comparisons | self.safe.booleans);
        Val { konst: all, ..Val::marked(marks) }
    }

    /// Whether a value counts as true: a container of Python that is empty does not.
    pub(super) fn truth_of(&self, value: &Val) -> Option<bool> {
        self.truth(&value.konst).or_else(|| self.is_made(value).filter(|_| self.traits.truthy_values)).or_else(|| {
            let shape = value.shape.as_ref().filter(|s| s.closed && self.traits.explicit_self)?;
            (value.marks.is_empty() && value.class.is_none_or(|c| !self.classes.contains_key(&c)))
                .then(|| !shape.parts.is_empty())
        })
    }

    /// A new object of a class of the file is not nothing, unless the class says what counts as true.
    fn is_made(&self, value: &Val) -> Option<bool> {
        let class = value.class.filter(|c| value.made != 0 && value.exact && self.classes.contains_key(c))?;
        let says = ["__bool__", "__len__"].map(Sym::new);
        let none_says = says.iter().all(|name| self.methods(class, true, *name, &[]).is_empty());
        let inherits = self.classes.get(&class).is_some_and(|c| c.bases.iter().any(|b| !self.classes.contains_key(b)));
        (none_says && !(self.traits.explicit_self && inherits)).then_some(true)
    }

    /// A constant of an enumeration of the file.
    pub(super) fn enumerated(&self, object: NodeId, name: NodeId) -> Option<Konst> {
        let class = self.classes.get(&self.tree.node(object).sym.0)?.node;
        if self.tree.kind(object) != Kind::Ident || self.traits.must_import {
            return None;
        }
        let body = self.tree.children(class).find(|n| self.tree.kind(*n) == Kind::ClassBody)?;
        let is_it = |n: &NodeId| {
            self.tree.kind(*n) == Kind::VarDef
                && self.tree.child(*n, Role::Type).is_none()
                && self.tree.child(*n, Role::Modifier).is_none()
                && self.tree.child(*n, Role::Value).is_none()
                && self.tree.child(*n, Role::Name).is_some_and(|n| self.tree.node(n).sym == self.tree.node(name).sym)
        };
        self.tree.children(body).find(is_it)?;
        Some(Konst::Enum(format!("{}.{}", self.text(object), self.text(name)).into()))
    }

    /// Whether a constant counts as true.
    pub(super) fn truth(&self, konst: &Konst) -> Option<bool> {
        match konst {
            Konst::Str(s) if self.traits.truthy_values => Some(!s.is_empty()),
            Konst::Int(n) if self.traits.truthy_values => Some(*n != 0),
            Konst::Null if self.traits.truthy_values => Some(false),
            other => other.truth(),
        }
    }

    /// Long chains lean to the left; they are walked without recursion.
    pub(super) fn binary(&mut self, node: NodeId) -> Val {
        if self.traits.channels
            && let (Some(left), Some(right)) = (self.tree.first_child(node), self.tree.child(node, Role::Value))
        {
            // `channel <- value`
            let value = self.eval(right);
            if let Some(place) = self.place(left) {
                let mut there = self.read(&place);
                there.add_anywhere(&value);
                self.write(&place, there);
            }
            return Val::default();
        }
        if self.traits.extensions
            && self.traits.implicit_return
            && let Some((first, second)) = self.infix_pair(node)
        {
            let (first, second) = (self.eval(first), self.eval(second));
            let mut pair = Val::empty(true);
            pair.push(first);
            pair.push(second);
            return pair;
        }
        let mut spine = vec![node];
        let mut at = node;
        while let Some(left) = self.tree.child(at, Role::Left).or_else(|| self.tree.first_child(at)) {
            if self.tree.kind(left) != Kind::Binary || self.at.contains_key(&left) || !self.within.is_empty() {
                break;
            }
            spine.push(left);
            at = left;
        }
        let mut operands = self.tree.children(at).filter(|n| self.tree.node(*n).role != Role::Op);
        let first = operands.next();
        drop(operands);
        let target = first;
        let mut value = first.map(|n| self.eval(n)).unwrap_or_default();
        // A character in arithmetic is its number, where characters are no texts.
        if self.traits.integer_division
            && first.is_some_and(|n| self.tree.kind(n) == Kind::Char)
            && let Some(right) = self.tree.children(at).filter(|n| self.tree.node(*n).role != Role::Op).nth(1)
            && matches!(self.constant(right), Konst::Int(_))
            && let Konst::Str(text) = &value.konst
        {
            value.konst = fold::code_of(text).map_or(Konst::Unknown, Konst::Int);
        }
        let before = value.konst.clone();
        while let Some(op_node) = spine.pop() {
            let op = self.operator(op_node);
            let rest: Vec<NodeId> =
                self.tree.children(op_node).filter(|n| self.tree.node(*n).role != Role::Op).skip(1).collect();
            if let ([_, _, ..], true, Some(left)) =
                (&rest[..], self.traits.explicit_self, self.tree.first_child(op_node))
            {
                value = self.comparisons(left, value, &rest);
                continue;
            }
            if let ("<<", true, Some(_), [right]) =
                (op, self.traits.appends, value.shape.as_ref().and_then(|s| s.len), &rest[..])
            {
                let element = self.eval(*right);
                value.push(element);
                if let Some(place) = target.and_then(|n| self.place(n)) {
                    self.mutate(&place, value.clone());
                }
                continue;
            }
            for right in rest {
                value = self.operate(op, value, right);
            }
            // `text << more` of Ruby changes the text.
            if op == "<<"
                && self.traits.appends
                && value.shape.is_none()
                && let Some(place) = target.and_then(|n| self.place(n))
            {
                let mut there = self.read(&place);
                match there.shape.as_ref().and_then(|s| s.len) {
                    Some(_) => there.push(value.clone()),
                    None => there.add_anywhere(&value),
                }
                there.konst = Konst::Unknown;
                self.write(&place, there);
            }
        }
        if self.operator(node) == "instanceof"
            && let Some((_, ty)) = self.text(node).split_once(" instanceof ")
        {
            value.konst = is_of(&before, ty.trim().trim_start_matches("final "));
        }
        // `x instanceof String s`
        if let (Some(name), Some(left)) = (self.tree.child(node, Role::Name), self.tree.child(node, Role::Left))
            && let Some(place) = self.place(left)
        {
            let there = self.read(&place);
            self.assign(name, there);
        } else if let (Some(pattern), Some(left)) =
            (self.tree.child(node, Role::Right), self.tree.child(node, Role::Left))
            && self.tree.kind(pattern) == Kind::Other
            && self.operator(node) == "instanceof"
            && let Some(place) = self.place(left)
        {
            let there = self.read(&place);
            self.capture(pattern, &there);
        }
        value
    }

    /// An object of a class of the file where a text is made of it: what the class says of itself as a text.
    pub(super) fn as_text(&mut self, node: NodeId, value: Val) -> Val {
        self.as_text_by(&["toString", "__str__", "__repr__", "to_s", "ToString", "__toString"], node, value)
    }

    pub(super) fn as_text_by(&mut self, names: &[&str], node: NodeId, value: Val) -> Val {
        let Some(class) = value.class.filter(|c| self.classes.contains_key(c)) else { return value };
        for name in names.iter().map(|name| Sym::new(name)) {
            let targets = self.methods(class, value.exact, name, &[]);
            if !targets.is_empty()
                && let Some(outcome) = self.call_any(node, &targets, &[], Some(value.clone()))
            {
                return outcome.ret;
            }
        }
        value
    }

    /// What an object of the file makes of `+`.
    fn added(&mut self, node: NodeId, left: &Val, right: &Val) -> Option<Val> {
        let arg = super::call::Arg { node, name: None, value: right.clone(), spread: false };
        self.special(node, left, "__add__", &[arg])
    }

    fn operate(&mut self, op: &'static str, mut left: Val, right: NodeId) -> Val {
        // The right side may never be reached.
        let decided = match (op, self.truth_of(&left)) {
            ("&&" | "and", Some(false)) | ("||" | "or", Some(true)) => true,
            ("??", _) => !matches!(left.konst, Konst::Unknown | Konst::Null),
            _ => false,
        };
        if decided {
            return left;
        }
        let short = matches!(op, "&&" | "and" | "||" | "or" | "??" | "?:");
        let before = if short { self.env.clone() } else { None };
        let at = right;
        let mut right = self.eval(right);
        if op == "+"
            && left.class.is_some()
            && let Some(sum) = self.added(at, &left, &right)
        {
            return sum;
        }
        if matches!(op, "+" | ".") && !self.traits.explicit_self {
            left = self.as_text(at, left);
            right = self.as_text(at, right);
        }
        if short {
            self.env = join_env(self.env.take(), before);
        }
        let folded = if op == "%" && self.traits.explicit_self { "mod" } else { op };
        let folded = if matches!(left.konst, Konst::Str(_)) { op } else { folded };
        let mut konst = fold::binary(folded, &left.konst, &right.konst, self.traits.integer_division);
        if matches!(op, "==" | "!=" | "===" | "!==" | "is" | "is not") {
            let other = match (&left.konst, &right.konst) {
                (Konst::Null, _) => Some(&right),
                (_, Konst::Null) => Some(&left),
                _ => None,
            };
            if other.is_some_and(|v| self.is_made(v).is_some()) {
                konst = Konst::Bool(matches!(op, "!=" | "!==" | "is not"));
            }
        }
        if let ("in" | "not in", Some(is_in)) = (op, right.holds(&left.konst)) {
            konst = Konst::Bool(is_in == (op == "in"));
        }
        if op == "|"
            && self.traits.explicit_self
            && let Some(map) = super::effects::merged([&left, &right].into_iter())
        {
            return map;
        }
        if let ("%", true, Konst::Str(pattern)) = (op, self.traits.explicit_self, &left.konst)
            && let Some(text) = self.percent(pattern, &right)
        {
            return text;
        }
        if op == "-"
            && self.traits.explicit_self
            && left.marks.is_empty()
            && left.shape.as_ref().is_some_and(|s| s.closed && s.len.is_some())
        {
            // Of a set, what the other one has not.
            left.scatter();
            return left;
        }
        if op == "+"
            && let (Some(a), Some(_)) =
                (left.shape.as_ref().and_then(|s| s.len), right.shape.as_ref().and_then(|s| s.len))
        {
            // Lists put together.
            let mut list = left;
            let count = right.shape.as_ref().and_then(|s| s.len).unwrap_or(0);
            debug_assert!(a >= 0);
            (0..count).for_each(|n| list.push(right.part(Some(&Key::Index(n)))));
            return list;
        }
        let mut marks = left.all();
        if matches!(op, "&&" | "and") && self.traits.is_value_of_and() {
            // Of the left side only what counts as false, which is empty.
            marks = Marks::default();
        }
        marks.join(&right.all());
        let boolean = matches!(
            op,
            "==" | "!="
                | "==="
                | "!=="
                | "<"
                | ">"
                | "<="
                | ">="
                | "in"
                | "not in"
                | "is"
                | "is not"
                | "instanceof"
                | "=~"
                | "!~"
                | "<>"
        );
        if boolean {
            marks.clear(self.safe.comparisons | self.safe.booleans);
        }
        marks.clear(self.safe.only_assignments);
        let number = |k: &Konst| matches!(k, Konst::Int(_) | Konst::Float(_));
        let text = |k: &Konst| matches!(k, Konst::Str(_));
        let arithmetic = matches!(op, "-" | "*" | "/" | "//" | "**" | "&" | "|" | "^" | "<<" | ">>") && !text(&left.konst)
                // It may format a text in Python and Ruby.
                || op == "%" && !self.traits.explicit_self && !self.traits.appends;
        let sum =
            op == "+" && (number(&left.konst) && !text(&right.konst) || number(&right.konst) && !text(&left.konst));
        if number(&konst) || arithmetic || sum {
            marks.clear(self.safe.numbers);
        }
        let shape = match op {
            // `a || b` is one of them.
            "||" | "or" | "??" | "?:" | "&&" | "and" => {
                let mut either = left;
                either.join(&right);
                either.shape
            }
            _ => None,
        };
        if !short {
            marks.close();
        }
        Val { marks, konst, shape, ..Val::default() }
    }

    pub(super) fn unary(&mut self, node: NodeId) -> Val {
        let inner = self.tree.child(node, Role::Value).or_else(|| self.tree.first_child(node));
        let Some(inner) = inner else { return Val::default() };
        let mut value = self.eval(inner);
        let op = self.operator(node);
        let konst = fold::unary(op, &value.konst);
        let text = self.text(node);
        if self.traits.extensions && text.ends_with('!') {
            // It is not null.
            return value;
        }
        if self.traits.must_import && text.starts_with("delete ") {
            self.forget(inner);
            return Val::default();
        }
        if text.starts_with("++") || text.ends_with("++") || text.starts_with("--") || text.ends_with("--") {
            let step = if text.contains("++") { "+" } else { "-" };
            let next = fold::binary(step, &value.konst, &Konst::Int(1), true);
            let before = std::mem::replace(&mut value.konst, next);
            if let Some(place) = self.place(inner) {
                self.write(&place, value.clone());
            }
            if !text.starts_with(['+', '-']) {
                value.konst = before;
            }
            return value;
        }
        let mut marks = value.marks;
        if matches!(op, "!" | "not") {
            marks.clear(self.safe.booleans);
        }
        Val { marks, konst, ..Val::default() }
    }

    pub(super) fn ternary(&mut self, node: NodeId) -> Val {
        let part = |role| self.tree.child(node, role);
        let (condition, then, otherwise) = (part(Role::Cond), part(Role::Then), part(Role::Else));
        let test = condition.map(|n| self.eval(n)).unwrap_or_default();
        match self.truth_of(&test) {
            // `a ?: b`
            Some(true) if then.is_none() => test,
            Some(true) => then.map(|n| self.eval(n)).unwrap_or_default(),
            Some(false) => otherwise.map(|n| self.eval(n)).unwrap_or_default(),
            None => {
                if let Some(condition) = condition {
                    self.ask(condition);
                    self.ask_guards(condition);
                }
                let before = self.env.clone();
                self.assume(condition, true);
                let mut value = then.map(|n| self.eval(n)).unwrap_or(test);
                let after = std::mem::replace(&mut self.env, before);
                self.assume(condition, false);
                let other = otherwise.map(|n| self.eval(n)).unwrap_or_default();
                self.env = join_env(after, self.env.take());
                value.join(&other);
                value
            }
        }
    }

    pub(super) fn aug_assign(&mut self, node: NodeId) -> Val {
        let (Some(left), Some(right)) = (self.tree.child(node, Role::Left), self.tree.child(node, Role::Right)) else {
            return Val::default();
        };
        let old = self.eval(left);
        let new = self.eval(right);
        let op = self.operator(node);
        let konst = fold::binary(op.trim_end_matches('='), &old.konst, &new.konst, self.traits.integer_division);
        let count = |v: &Val| v.shape.as_ref().and_then(|s| s.len);
        let mut value = if op == "+="
            && let (Some(_), Some(more)) = (count(&old), count(&new))
        {
            let mut value = old;
            (0..more).for_each(|n| value.push(new.part(Some(&Key::Index(n)))));
            value
        } else if op == "|="
            && self.traits.explicit_self
            && let Some(map) = super::effects::merged([&old, &new].into_iter())
        {
            map
        } else if old.shape.is_some() && matches!(op, "+=" | "<<=") {
            let mut value = old;
            value.add_anywhere(&new);
            value
        } else {
            let mut marks = old.marks;
            marks.join(&new.all());
            Val { marks, ..Val::default() }
        };
        value.konst = konst;
        if op == "+=" && new.func.is_some() {
            // `button.Clicked += OnClick`
            value.join(&new);
            self.store_foreign(left, &new);
        }
        self.assign(left, value.clone());
        value
    }
}

/// Whether a constant is of a type of Java's library.
fn is_of(konst: &Konst, ty: &str) -> Konst {
    let ty = ty.split([' ', '<']).next().unwrap_or(ty);
    let ty = ty.rsplit('.').next().unwrap_or(ty);
    match (konst, ty) {
        (Konst::Str(_) | Konst::Int(_), "Object" | "Comparable") => Konst::Bool(true),
        (Konst::Str(text), "Character") if text.chars().count() == 1 => Konst::Unknown,
        (Konst::Str(text), "String" | "CharSequence") if text.chars().count() != 1 => Konst::Bool(true),
        (Konst::Str(_), "Integer" | "Long" | "Number" | "Boolean" | "Double" | "List" | "Map") => Konst::Bool(false),
        (Konst::Int(_), "Number") => Konst::Bool(true),
        (Konst::Int(_), "String" | "CharSequence" | "Boolean" | "Character" | "List" | "Map") => Konst::Bool(false),
        _ => Konst::Unknown,
    }
}
