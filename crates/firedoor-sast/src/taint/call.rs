//! Functions and calls: bodies, arguments, containers and what is known of library methods.

use std::rc::Rc;
use std::sync::Arc;

use super::flow::Flow;
use super::fold;
use super::inline::Frame;
use super::kept::Callee;
use super::language::is_this;
use super::library::{Effect, function, model, model_of};
use super::literal::element;
use super::marks::{Mark, Marks, Origin, RECEIVER};
use super::run::{Env, Run, join_env};
use super::value::{Closure, Key, Konst, Val};
use crate::tree::{Kind, NodeId, Role, Sym, mix};

/// An argument of a call.
#[derive(Clone)]
pub(super) struct Arg {
    pub(super) node: NodeId,
    pub(super) name: Option<Sym>,
    pub(super) value: Val,
    pub(super) spread: bool,
}

impl Run<'_> {
    /// Everything: the top level first, then each function with what the top level left.
    pub(super) fn run(&mut self) {
        self.env = Some(Env::default());
        let children: Vec<NodeId> = self.tree.children(0).collect();
        for child in children {
            if self.properties {
                let value = self.tree.child(child, Role::Value).map(|n| self.eval(n)).unwrap_or_default();
                if let Some(name) = self.tree.child(child, Role::Name) {
                    // Known even if no rule speaks of its value: then it is harmless.
                    let key = super::property_key(self.text(name));
                    self.stores.entry(key).or_default().push((0, Flow::of(&value)));
                }
                continue;
            }
            if self.env.is_none() {
                // Code behind a `return` at the top level is still there for its definitions.
                self.env = Some(Env::default());
            }
            self.top_level(child);
        }
        let left = self.env.take().unwrap_or_default();
        self.globals = Rc::clone(&left);
        for key in self.shared.values() {
            // Its mark has a number from the beginning.
            self.table.number(Mark { origin: Origin::Field(*key), label: None });
        }
        self.nested_functions(&left);
    }

    /// Functions that stand in the one that has just ended. They see its variables as they were at their definition
    /// or at its end.
    fn nested_functions(&mut self, end: &Env) {
        let nested = std::mem::take(&mut self.nested);
        for (func, seen) in nested {
            if !self.tick() {
                return;
            }
            // What the top level left is looked up by itself; copying it for each function would cost a lot.
            let captured = match self.func {
                0 => Env::default(),
                _ => join_env(Some(seen), Some(Rc::clone(end))).unwrap_or_default(),
            };
            self.function(func, captured);
        }
    }

    fn function(&mut self, func: u32, captured: Env) {
        let top = self.func == 0;
        self.function_in(func, captured.clone(), None);
        if top {
            self.find_cases(func, &captured);
        }
    }

    /// A function by itself; with a constant in the place of a parameter only for what it gives then.
    pub(super) fn function_in(&mut self, func: u32, captured: Env, fixed: Option<(u16, Konst)>) {
        let Some(info) = self.funcs.get(func as usize).cloned() else { return };
        let outer = (self.func, self.class, self.depth);
        let (loops, clean) = (std::mem::take(&mut self.loops), std::mem::take(&mut self.clean));
        let within = std::mem::take(&mut self.within);
        let within_sinks = std::mem::take(&mut self.within_sinks);
        let nested = std::mem::take(&mut self.nested);
        (self.func, self.depth) = (func, 0);
        self.class = info.class.or(self.class_around(info.node));
        self.env = Some(captured);
        // What rules say of the whole function holds for all that is in it.
        self.enter_marks(info.node);
        self.inlined = 0;
        let outer_exit = self.exit.take();
        self.own_object(func, &info);
        self.parameters(func, &info.params.clone(), None);
        if let Some((param, konst)) = &fixed
            && let Some(name) = info.params.get(usize::from(*param)).and_then(|p| self.param_name(*p))
            && let Some(place) = self.place(name)
        {
            let value = Val { konst: konst.clone(), ..self.read(&place) };
            self.write(&place, value);
        }
        self.body(info.node);
        let (exit, end) = (self.exit.take(), self.env.take());
        if fixed.is_none() {
            if let Some(end) = &end {
                self.leave_parameters(func, end, false);
            }
            if let Some(exit) = &exit {
                self.leave_parameters(func, exit, true);
            }
            let end = join_env(exit, end).unwrap_or_default();
            self.nested_functions(&end);
        }
        self.exit = outer_exit;
        (self.func, self.class, self.depth) = outer;
        (self.loops, self.clean, self.within, self.within_sinks, self.nested) =
            (loops, clean, within, within_sinks, nested);
        self.env = None;
    }

    /// Without the marks of the object at hand as a whole: they say nothing.
    fn not_own(&self, mut marks: Marks) -> Marks {
        marks.retain(|e| e.path != [0; 2] || !matches!(self.table.get(e.mark).origin, Origin::Param(_, RECEIVER)));
        marks
    }

    /// Matches that mean everything within a node that encloses the function, or the function itself.
    pub(super) fn enter_marks(&mut self, node: NodeId) {
        let around: Vec<NodeId> = self.tree.ancestors(node).chain([node]).collect();
        for outer in around {
            let Some(marks) = self.at.get(&outer) else { continue };
            for (rule, _, exact) in &marks.sanitizers {
                self.clean |= if *exact { 0 } else { 1 << rule };
            }
            self.within.extend(marks.sources.iter().filter(|(_, _, exact)| !exact).map(|(r, h, _)| (*r, *h)));
            self.within_sinks.extend(marks.sinks.iter().filter(|(_, _, exact)| !exact).map(|(r, h, _)| (*r, *h)));
        }
    }

    /// Binds parameters: to what is given, or to marks that stand for whatever a caller gives.
    pub(super) fn parameters(&mut self, func: u32, params: &[NodeId], given: Option<&[Option<Val>]>) {
        for (at, param) in params.iter().enumerate() {
            let number = u16::try_from(at).unwrap_or(RECEIVER - 1);
            if self.is_forwarded(*param) {
                let mut marks = Marks::default();
                marks.add(self.entry(Origin::Param(func, number), None, u64::MAX, self.span(*param)));
                let value = given.map(|g| g.get(at).cloned().flatten().unwrap_or_default());
                self.keep_forwarded(value.unwrap_or_else(|| Val::marked(marks)));
            }
            let Some(name) = self.param_name(*param) else { continue };
            let mut value = match given {
                Some(given) => {
                    let mut value = given.get(at).cloned().flatten().unwrap_or_default();
                    value.marks.through(self.span(name), &mut self.steps);
                    value
                }
                None => {
                    let entry = self.entry(Origin::Param(func, number), None, u64::MAX, self.span(name));
                    let mut marks = Marks::default();
                    marks.add(entry);
                    Val::marked(marks)
                }
            };
            value.marks.clear(self.clean);
            if value.class.is_none() {
                value.class = self.tree.child(*param, Role::Type).map(|t| self.last_name(t).0);
            }
            for node in [*param, name] {
                let Some(marks) = self.at.get(&node) else { continue };
                let sources: Vec<(u8, u32)> = marks.sources.iter().map(|(r, h, _)| (*r, *h)).collect();
                let clean = marks.sanitizers.iter().fold(0, |m, (r, _, _)| m | 1 << r);
                let given: Vec<(u8, u32)> = marks.to.clone();
                for (rule, hit) in sources {
                    self.add_source(rule, hit, &mut value);
                }
                for key in given {
                    if let Some(taken) = self.taken.get(&key) {
                        value.marks.join(taken);
                    }
                }
                self.sanitize(&mut value, clean);
            }
            if let Some(ty) = self.tree.child(*param, Role::Type) {
                value.marks.clear(self.safe_type(ty));
            }
            if let Some(default) = self.tree.child(*param, Role::Default) {
                let default = self.eval(default);
                match given {
                    // What the caller gives counts, and the default only if it gives nothing.
                    Some(given) if given.get(at).is_none_or(Option::is_none) => {
                        let marks = value.marks;
                        value = default;
                        value.marks.join(&marks);
                    }
                    Some(_) => {}
                    None => {
                        value.marks.join(&default.all());
                    }
                }
            }
            if self.traits.must_import
                && !self.traits.explicit_self
                && self.tree.child(*param, Role::Modifier).is_some()
                && self.funcs[func as usize].class.is_some()
            {
                // `constructor(private name: string)`
                let mut this = self.own_self().unwrap_or_default();
                this.set(Key::Name(self.text(name).trim_start_matches('$').into()), value.clone());
                self.set_self_of(func, this);
                if let (Some(class), None) = (self.funcs[func as usize].class, given) {
                    self.store(class, super::run::field_key(class, self.plain(name)), &value);
                }
            }
            let block = self.frames.last().and_then(|f| f.block.clone());
            if let (Some(block), true) = (block, self.traits.appends && self.text(*param).starts_with('&')) {
                value = Val { func: Some(block), ..Val::default() };
            }
            self.assign_param(name, value);
        }
    }

    fn set_self_of(&mut self, func: u32, value: Val) {
        let key = self.self_key(func);
        if let Some(env) = &mut self.env {
            Rc::make_mut(env).insert(key, value);
        }
    }

    fn assign_param(&mut self, name: NodeId, value: Val) {
        if self.tree.kind(name) == Kind::Ident {
            if let Some(place) = self.place(name) {
                self.write(&place, value);
            }
        } else {
            self.assign(name, value);
        }
    }

    pub(super) fn body(&mut self, node: NodeId) {
        let Some(mut body) = self.tree.child(node, Role::Body) else { return };
        self.initializers(node);
        // `->(x) { … }` of Ruby.
        if self.tree.kind(body) == Kind::Lambda && self.tree.child(body, Role::Params).is_none() {
            body = self.tree.child(body, Role::Body).unwrap_or(body);
        }
        let value = self.eval(body);
        // An expression as the body is what the function gives.
        let expression = !self.tree.kind(body).is_block() && !self.tree.kind(body).is_statement();
        if (self.traits.implicit_return || expression) && self.env.is_some() {
            self.returns(&value);
        }
    }

    /// What a function leaves in its parameters is there for its callers.
    ///
    /// Where it returns, only what it does itself counts: what the calls in it leave in turn would be too much.
    fn leave_parameters(&mut self, func: u32, end: &Env, returned: bool) {
        let params = self.funcs[func as usize].params.clone();
        for (at, param) in params.iter().enumerate() {
            let Some(name) = self.param_name(*param).filter(|n| self.tree.kind(*n) == Kind::Ident) else { continue };
            let number = u16::try_from(at).unwrap_or(RECEIVER - 1);
            let Some(value) = end.get(&self.var(name)) else { continue };
            // What is assigned to the parameter itself stays here, unless it is a reference.
            let def = self.tree.def_of.get(&name).and_then(|d| self.tree.defs.get(*d as usize));
            if def.is_some_and(|d| d.writes > 1) && !self.by_reference(*param) {
                continue;
            }
            self.leave(func, number, Flow::of(value), returned);
        }
        if let Some(value) = end.get(&self.self_key(func)).filter(|_| self.funcs[func as usize].class.is_some()) {
            self.leave(func, RECEIVER, Flow::of(value), returned);
        }
    }

    fn leave(&mut self, func: u32, number: u16, flow: Flow, returned: bool) {
        let own = Origin::Param(func, number);
        let mut flow = flow.without(|e| self.table.get(e.mark).origin == own);
        if returned {
            flow = flow.without_all(&|e| match self.table.get(e.mark).origin {
                Origin::Out(..) => true,
                // What was in it before.
                origin => origin == own,
            });
        }
        if !flow.is_empty() {
            self.summaries[func as usize].out.entry(number).or_default().join(&flow);
        }
    }

    /// A function that is written where it is used, as a value; its body is looked at for whatever it may be given.
    ///
    /// The marks are those of what it returns: they matter to whoever is handed the function.
    pub(super) fn function_value(&mut self, node: NodeId) -> Val {
        let Some(func) = self.func_at.get(&node).copied() else { return Val::default() };
        let env = self.env.clone();
        let ret = self.inline_function(node, &[]);
        let closure = self.closure(func, env);
        Val { func: Some(closure), ..Val::marked(ret.marks) }
    }

    /// A function as a value.
    pub(super) fn closure(&mut self, func: u32, env: Option<Env>) -> Rc<Closure> {
        let mark = self.table.number(Mark { origin: Origin::Func(func), label: None });
        Rc::new(Closure::new(func, mark, env))
    }

    /// A function that is written where it is used: its body runs with the variables around it.
    pub(super) fn inline_function(&mut self, node: NodeId, given: &[Val]) -> Val {
        let Some(func) = self.func_at.get(&node).copied() else { return Val::default() };
        if self.frames.iter().any(|f| f.func == func) || self.frames.len() > 24 {
            return Val::default();
        }
        let params = self.funcs[func as usize].params.clone();
        let before = self.env.clone();
        let (outer, outer_ctx) = (self.func, self.ctx);
        let loops = std::mem::take(&mut self.loops);
        if given.is_empty() {
            self.func = func;
            self.parameters(func, &params, None);
        } else {
            self.ctx = mix(mix(self.ctx, u64::from(node)), 1);
            let given: Vec<Option<Val>> = given.iter().cloned().map(Some).collect();
            self.parameters(func, &params, Some(&given));
        }
        if let (true, [first, ..], Some(env)) = (params.is_empty(), given, &mut self.env) {
            // The parameter that nobody writes (Kotlin, Groovy).
            Rc::make_mut(env).insert(Sym::new("it").0, first.clone());
        }
        self.frames.push(Frame { func, ..Frame::default() });
        self.body(node);
        let frame = self.frames.pop().unwrap_or_default();
        let ret = frame.ret.unwrap_or_default();
        if given.is_empty() {
            let flow = Flow::of(&ret);
            match self.returned.insert(func) {
                true if self.summaries[func as usize].ret.is_empty() => self.summaries[func as usize].ret = flow,
                _ => self.summaries[func as usize].ret.join(&flow),
            }
        }
        (self.func, self.ctx) = (outer, outer_ctx);
        self.loops = loops;
        // It may have run, and changed what it captured, or not.
        let after = join_env(self.env.take(), frame.exit);
        self.after_it = after.clone();
        self.env = join_env(before, after);
        ret
    }

    /// A function that is called where it is written: it has run.
    fn run_here(&mut self, node: NodeId, given: &[Val]) -> Val {
        self.after_it = None;
        let value = self.inline_function(node, given);
        if let Some(after) = self.after_it.take() {
            self.env = Some(after);
        }
        value
    }

    // ---------------------------------------------------------------------------------------------------------- calls

    pub(super) fn eval_call(&mut self, node: NodeId) -> Val {
        let callee = self.tree.child(node, Role::Callee).or_else(|| self.tree.first_child(node));
        let Some(callee) = callee else { return Val::default() };
        if let Some(function) = self.first_class(node, callee) {
            return function;
        }
        if let Some(value) = self.scoped(node, callee) {
            return value;
        }
        let mut receiver = None;
        let mut bare = true;
        let mut direct = Val::default();
        // `f(x) { |y| … }` of Ruby: the block belongs to the call.
        if self.traits.appends
            && self.tree.kind(callee) == Kind::Call
            && let Some(list) = self.tree.child(node, Role::Args)
            && let Some(block) = self.tree.children(list).next().filter(|n| self.tree.kind(*n) == Kind::Lambda)
            && let Some(func) = self.func_at.get(&block).copied()
        {
            let closure = self.closure(func, self.env.clone());
            let outer = self.block.replace(Rc::clone(&closure));
            let value = self.eval(callee);
            if self.block.take().is_some() {
                // Nobody took it: a method of the library, or of another file.
                self.inline_function(block, &vec![element(&Val::marked(value.all())); 3]);
            }
            self.block = outer;
            return value;
        }
        // `a.f::<T>(…)`: the type arguments change nothing.
        let callee = match self.tree.kind(callee) {
            Kind::TypeApp => self.tree.child(callee, Role::Name).unwrap_or(callee),
            _ => callee,
        };
        let mut name_node = callee;
        if let Some(value) = self.called_by_text(node, callee) {
            return value;
        }
        match self.tree.kind(callee) {
            Kind::Member => {
                receiver = self.tree.child(callee, Role::Object);
                name_node = self.tree.child(callee, Role::Name).unwrap_or(callee);
                bare = false;
            }
            Kind::Ident => {}
            Kind::Lambda | Kind::FuncDef if self.func_at.contains_key(&callee) => {
                let args = self.arguments(node, &Val::default(), Sym::NONE);
                let mut given: Vec<Val> = args.iter().map(|a| a.value.clone()).collect();
                let everything = self.all_given(node, &args);
                if given.is_empty() {
                    given.push(Val::default());
                }
                let value = self.run_here(callee, &given);
                self.last_call = (node, everything);
                return value;
            }
            // Called where it is written, or whatever gives a function.
            _ => {
                direct = self.eval(callee);
                bare = false;
            }
        }
        let mut object = match receiver {
            Some(receiver) => self.eval(receiver),
            None => Val::default(),
        };
        if self.clean != 0 {
            self.sanitize(&mut object, self.clean);
        }
        let name = self.tree.node(name_node).sym;
        let args = self.arguments(node, &object, name);
        if let Some(receiver) = receiver {
            self.written(receiver, &args);
        }
        if receiver.is_none()
            && self.traits.explicit_self
            && let held = if bare { self.constant(callee) } else { direct.konst.clone() }
            && let Some(value) = self.getter_call(&held, &args)
        {
            return value;
        }
        if receiver.is_none()
            && !bare
            && let Some(value) = self.call_object(node, &direct, &args)
        {
            return value;
        }
        if let Some(value) = self.functional(node, callee, &args) {
            return value;
        }
        if (bare
            || matches!(
                self.text(callee),
                "functools.partial" | "dataclasses.replace" | "copy.replace" | "itertools.islice"
            ))
            && let Some(value) = self.built_in(callee, &args)
        {
            return value;
        }
        if receiver.is_none() && !bare && self.functions_are_global {
            direct.func = self.named_callable(&direct);
        }
        if let (Some(closure), None, false) = (direct.func.clone(), receiver, bare)
            && let Some(value) = self.call_closure(node, &closure, &args)
        {
            self.last_call = (node, self.all_given(node, &args));
            return value;
        }
        if bare && self.traits.appends && matches!(self.text(name_node), "lambda" | "proc") && args.len() == 1 {
            return args[0].value.clone();
        }
        if bare && self.settles(callee, &args) {
            return Val::default();
        }
        if bare && self.traits.appends && self.text(name_node) == "raise" {
            let mut thrown = Val::default();
            args.iter().for_each(|a| thrown.marks.join(&a.value.all()));
            self.throws(&thrown);
            self.env = None;
            return thrown;
        }
        if self.at.contains_key(&callee) && (bare || receiver.is_some()) {
            // A rule speaks of the function itself: its marks come with what it gives.
            direct = self.eval(callee);
        }
        let mut everything = self.all_given(node, &args);
        if self.is_sink(node) {
            everything.join(&self.not_own(object.all()));
            everything.join(&direct.marks);
        }
        let name_text = self.text(name_node);
        if let Some(mut value) = self.call_here(node, callee, receiver, &object, name, bare, &args) {
            value.marks.join(&direct.marks);
            value.marks.clear(self.safe_call(receiver, name_text));
            self.last_call = (node, everything);
            return value;
        }
        let value = self.result(node, receiver, object, direct, name, name_text, &args, bare);
        self.last_call = (node, everything);
        value
    }

    pub(super) fn arguments(&mut self, node: NodeId, object: &Val, name: Sym) -> Vec<Arg> {
        let lists: Vec<NodeId> = self.tree.children(node).filter(|n| self.tree.node(*n).role == Role::Args).collect();
        let mut out = Vec::new();
        let empty = object.shape.is_none() && object.marks.is_empty();
        let each = matches!(model(None, name), Some(Effect::Each | Effect::Map)) && !empty;
        let given = if each { self.handed(name, object) } else { Vec::new() };
        for list in lists {
            // `tag`a ${b} c``
            let template = self.tree.first_child(list).filter(|_| self.text(list).starts_with('`'));
            if let Some(template) = template.filter(|t| !self.at.contains_key(t) && !self.at.contains_key(&list)) {
                out.extend(self.tagged(template));
                continue;
            }
            let nodes: Vec<NodeId> = match self.tree.kind(list) {
                Kind::Args => self.tree.children(list).collect(),
                _ => vec![list],
            };
            for arg in nodes {
                let kind = self.tree.kind(arg);
                let key = if kind == Kind::KwArg {
                    self.tree.child(arg, Role::Name).map(|n| self.tree.node(n).sym)
                } else {
                    None
                };
                let value = match kind {
                    // A function that is handed on: elements come to it where that is known of the method.
                    Kind::Lambda | Kind::FuncDef if !self.at.contains_key(&arg) => {
                        if each {
                            let ret = self.inline_function(arg, &given);
                            let func = self.func_at.get(&arg).copied().map(|f| self.closure(f, self.env.clone()));
                            Val { func, ..ret }
                        } else {
                            self.function_value(arg)
                        }
                    }
                    Kind::Other if each && let Some(value) = self.each_by_name(arg, object) => value,
                    _ => {
                        let value = match self.handed_on(arg) {
                            Some(value) => value,
                            None => self.eval(arg),
                        };
                        match value.func.clone() {
                            // `builder::append`: the method of an object gets the elements.
                            None if each && kind == Kind::Other && self.bound_method(arg, object) => Val::default(),
                            // A function by its name: what it makes of the elements.
                            Some(closure) if each => {
                                let info = &self.funcs[closure.func as usize];
                                let (node, is_own) = (info.node, info.class.is_some() && info.params.is_empty());
                                let ret = if is_own && kind == Kind::Other {
                                    // `Row::name`: what it gives of each element.
                                    let one = element(object);
                                    self.interpret(arg, closure.func, &[], Some(one), None).map(|o| o.ret)
                                } else {
                                    None
                                };
                                let ret = ret.unwrap_or_else(|| self.inline_function(node, &vec![element(object); 3]));
                                Val { func: Some(closure), ..ret }
                            }
                            _ => value,
                        }
                    }
                };
                let mut value = super::literal::as_argument(kind, value);
                if self.functions_are_global && value.func.is_none() {
                    value.func = self.named_callable(&value);
                }
                if self.clean != 0 {
                    // Within a sanitizer nothing goes on into the function that is called.
                    self.sanitize(&mut value, self.clean);
                }
                let spread = matches!(kind, Kind::Spread | Kind::HashSpread) || self.is_forwarded(arg);
                out.push(Arg { node: arg, name: key, value, spread });
            }
        }
        // A block behind the call (Ruby, Kotlin, Swift).
        let blocks: Vec<NodeId> = self
            .tree
            .children(node)
            .filter(|n| matches!(self.tree.kind(*n), Kind::Lambda) && self.tree.node(*n).role != Role::Callee)
            .collect();
        for block in blocks {
            let value = self.block_given(block, object, name);
            out.push(Arg { node: block, name: None, value, spread: false });
        }
        out
    }

    #[allow(clippy::too_many_arguments)]
    fn result(
        &mut self,
        node: NodeId,
        receiver: Option<NodeId>,
        object: Val,
        direct: Val,
        name: Sym,
        name_text: &str,
        args: &[Arg],
        bare: bool,
    ) -> Val {
        let consts: Vec<Konst> = args.iter().map(|a| a.value.konst.clone()).collect();
        // Nothing is in what a function is called on: it is handed to whoever that is.
        let handed = receiver.is_some() && object.shape.is_none() && object.marks.is_empty();
        if let (Konst::Str(pattern), Some(_), "format", true) =
            (&object.konst, receiver, name_text, self.traits.explicit_self)
            && let Some(text) = self.formatted(pattern, args)
        {
            return text;
        }
        if let Some(of) = receiver
            && let Some(given) = self.method_of_library(of, name_text, &object, args)
        {
            return given;
        }
        if let (Konst::Str(pattern), "format_map", [map]) = (&object.konst, name_text, args)
            && let Some(text) = self.formatted_map(pattern, &map.value)
        {
            return text;
        }
        if let Some(given) = self.handed_over(node, receiver.map(|r| (r, &object)), name_text, args) {
            return given;
        }
        if let Some(text) = self.filled(name_text, receiver.map(|r| self.text(r)), &object, args) {
            return text;
        }
        // Constants first: what is known needs no guess.
        let count = |v: &Val| v.shape.as_ref().and_then(|s| s.len).map_or(Konst::Unknown, Konst::Int);
        let known = match (&object.konst, receiver) {
            (Konst::Unknown, Some(_)) if args.is_empty() && matches!(name_text, "size" | "length" | "Count") => {
                count(&object)
            }
            (Konst::Unknown, Some(_)) if args.is_empty() && matches!(name_text, "isEmpty" | "isNotEmpty") => {
                match count(&object) {
                    Konst::Int(n) => Konst::Bool((n == 0) == (name_text == "isEmpty")),
                    _ => Konst::Unknown,
                }
            }
            (_, None)
                if matches!((name_text, args), ("len" | "count", [_])) && count(&args[0].value) != Konst::Unknown =>
            {
                count(&args[0].value)
            }
            (Konst::Str(text), Some(_)) => fold::string_method(name_text, text, &consts),
            (_, Some(of)) if name_text == "valueOf" && self.text(of) == "String" => fold::function("toString", &consts),
            _ => fold::function(name_text, &consts),
        };
        if let (Konst::Str(text), [Konst::Str(by)]) = (&object.konst, &consts[..])
            && let Some(parts) = self.taken_apart(text, name_text, by)
        {
            return parts;
        }
        if known == Konst::Unknown
            && let Some(callee) = self.tree.child(node, Role::Callee)
            && let konst = self.far_result(callee, &consts)
            && konst != Konst::Unknown
        {
            return Val::of(konst);
        }
        if known != Konst::Unknown {
            let mut marks = object.all();
            args.iter().for_each(|a| marks.join(&a.value.all()));
            return Val { marks, konst: known, ..Val::default() };
        }
        if let (Some(_), "getProperty" | "getString", [Konst::Str(key), ..]) = (receiver, name_text, &consts[..])
            && !object.shape.as_ref().is_some_and(|s| s.parts.contains_key(&Key::Name(Arc::clone(key))))
        {
            // What it gives is known when the files of properties are.
            let property = Some(super::property_key(key));
            let callee = Callee { bare: false, property, ..Callee::bare(name) };
            return self.unknown(node, callee, receiver.map(|r| (r, &object)), args, false);
        }
        let local = self.local(name, object.class, bare, receiver);
        let class = receiver.and_then(|r| self.receiver_class(r, &object));
        if let Some(receiver) = receiver
            && !local
        {
            // `List.of(a, b)`: a static function.
            if let (None, Some(class)) = (&object.shape, class)
                && let Some(value) = self.library_function(node, Some(class), name, args)
            {
                return value;
            }
            // Only in Ruby and its like does `concat` change what it is called on.
            let concat = (self.traits.implicit_return && name_text == "concat").then_some(Effect::Append);
            if let Some(effect) =
                model(class, name).or(concat).filter(|e| !(handed && matches!(e, Effect::Each | Effect::Map)))
                && let Some(mut value) = self.apply(effect, receiver, &object, args)
            {
                // Whether it is a container is not known: it may also be a function of another file.
                let sure = class.is_some_and(|c| model_of(c, name).is_some());
                if object.shape.is_none() && !sure && !matches!(effect, Effect::Same | Effect::Get) {
                    let callee = Callee { class, bare, via: object.via, ..Callee::bare(name) };
                    let call = self.unknown(node, callee, None, args, false);
                    value.marks.join(&call.marks);
                }
                value.marks.join(&direct.marks);
                return value;
            }
        }
        if bare
            && !local
            && let Some(mut value) = self.library_function(node, None, name, args)
        {
            if value.class.is_none() {
                value.class = Some(name.0);
            }
            return value;
        }
        if let Some(receiver) = receiver
            && !local
            && let Some(value) = self.far_access(receiver, &object, name, args)
        {
            return value;
        }
        if let Some(receiver) = receiver
            && !local
            && let Some(value) = self.accessor(receiver, &object, name_text, args)
        {
            return value;
        }
        let callee = self.tree.child(node, Role::Callee).unwrap_or(node);
        let variable = bare && self.look_up(self.var(callee)).is_some_and(|v| v.func.is_none());
        let imported = self.imported.contains_key(&name);
        let name_there = if variable && !imported && self.bare_targets(node, name, args).is_empty() {
            // A variable that holds a function, not a function of that name somewhere else.
            Sym::NONE
        } else if bare {
            self.renamed.get(&name).copied().unwrap_or(name)
        } else {
            name
        };
        let module = if bare { self.imported.get(&name).copied() } else { None };
        let up = receiver.is_some_and(|r| {
            let word = self.text(r);
            matches!(word, "super" | "parent" | "base") || word.starts_with("super(")
        }) || bare && name_text == "super";
        let free = receiver.is_some_and(|r| {
            self.tree.kind(r) == Kind::Ident
                && !self.tree.def_of.contains_key(&r)
                && self.look_up(self.var(r)).is_none()
                && !is_this(self.text(r))
                && !self.text(r).starts_with('@')
        });
        let callee_is = Callee { class, module, bare, via: object.via, up, free, ..Callee::bare(name_there) };
        let own;
        let on = match receiver {
            // `super.f()` is called on the object at hand.
            Some(receiver) if up => {
                own = self.own_self().unwrap_or_default();
                Some((receiver, &own))
            }
            Some(receiver) => Some((receiver, &object)),
            None => None,
        };
        let mut value = self.unknown(node, callee_is, on, args, local);
        if receiver.is_none() && !bare {
            // Whatever gives a function: which one is known when all files are.
            self.called_value(node, &direct);
        }
        value.marks.join(&direct.marks);
        if bare && let Some(called) = self.look_up(self.var(self.tree.child(node, Role::Callee).unwrap_or(node))) {
            // Whatever is called gives what it is made of.
            let mut marks = called.marks.clone();
            marks.clear(self.safe.only_assignments | self.safe.functions);
            value.marks.join(&marks);
        }
        value.marks.clear(self.safe_call(receiver, name_text));
        if name_text.starts_with(|c: char| c.is_uppercase()) && (bare || self.traits.explicit_self) {
            value.class = Some(name.0);
            // `module.Class()`, of which every change is seen.
            if matches!(function(name), Some(Effect::NewMap)) && args.is_empty() {
                value = Val { class: value.class, ..Val::empty(false) };
            } else if matches!(function(name), Some(Effect::NewList)) && args.is_empty() {
                value = Val { class: value.class, ..Val::empty(true) };
            }
        } else if self.traits.explicit_self && args.is_empty() && matches!(function(name), Some(Effect::NewList)) {
            // `collections.deque()`
            value = Val { class: Some(name.0), ..Val::empty(true) };
        }
        if self.is_exception(bare, name) {
            super::functional::with_arguments(&mut value, args);
        }
        value
    }
}
