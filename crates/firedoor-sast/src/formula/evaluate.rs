//! The ranges of a formula.

use std::rc::Rc;
use std::sync::Arc;

use firedoor_core::Span;

use super::compile::{Compiled, CompiledKind, Leaf, Names, regex_matches};
use super::context::FileContext;
use super::narrow::Narrow;
use super::subject::BoundSubject;
use crate::cond::{CheckKind, TextMatch, Verdict};
use crate::matcher::{Bound, Matcher, State};
use crate::pattern::Pattern;
use crate::rule::options::Options;
use crate::tree::{Kind, NodeId, Sym, mix};

/// How a range takes part in a conjunction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RangeKind {
    /// A match.
    Plain,
    /// A match of a regular expression: negated ones also drop what they lie in.
    Regex,
    /// Something to lie in.
    Inside,
    /// Something that must be there.
    Anywhere,
}

/// A match with its bindings.
#[derive(Clone, Debug, PartialEq)]
pub struct Range {
    /// The bytes.
    pub span: Span,
    /// How it takes part.
    pub kind: RangeKind,
    /// The metavariables.
    pub bindings: Vec<Bound>,
    /// As in [`crate::matcher::Match`].
    pub short: bool,
}

/// Whether a name is that of a numbered group: those never clash.
fn is_numbered(name: Sym) -> bool {
    const NUMBERED: [Sym; 9] = [
        Sym::new("$1"),
        Sym::new("$2"),
        Sym::new("$3"),
        Sym::new("$4"),
        Sym::new("$5"),
        Sym::new("$6"),
        Sym::new("$7"),
        Sym::new("$8"),
        Sym::new("$9"),
    ];
    NUMBERED.contains(&name)
}

impl Range {
    fn agrees(&self, other: &Self) -> bool {
        self.bindings.iter().all(|b| {
            other.bindings.iter().find(|o| o.name == b.name).is_none_or(|o| o.agrees(b) || is_numbered(b.name))
        })
    }

    /// Whether it lies in `other`, with bindings that agree.
    fn included_in(&self, other: &Self) -> bool {
        (other.kind == RangeKind::Anywhere || other.span.contains(self.span)) && self.agrees(other)
    }

    fn with(&self, other: &Self) -> Self {
        let mut merged = self.clone();
        for b in &other.bindings {
            if !merged.bindings.iter().any(|m| m.name == b.name) {
                merged.bindings.push(*b);
            }
        }
        merged
    }
}

/// Evaluates formulas of one rule over one file.
pub struct Evaluator<'a> {
    /// The file.
    pub file: &'a FileContext<'a>,
    /// The rule's switches.
    pub options: &'a Options,
    /// Names of metavariables.
    pub names: &'a Names,
    /// Restriction to a part of the file, and bindings that hold there (`metavariable-pattern`).
    within: Option<(Span, NodeId)>,
    given: Vec<Bound>,
    /// Rules of one class have switches under which every pattern matches alike; their ranges are shared.
    class: Option<u32>,
}

/// Ranges, and whether there may be more.
#[derive(Debug, Default)]
pub(crate) struct Found {
    pub(crate) ranges: Vec<Range>,
    exhausted: bool,
}

/// Steps that all patterns together may take in one file: about a second's worth.
const MAX_FILE_WORK: u64 = 30_000_000;
/// More ranges than this of one formula are cut off.
const MAX_RANGES: usize = 200_000;

impl<'a> Evaluator<'a> {
    /// An evaluator over a whole file.
    #[must_use]
    pub fn new(file: &'a FileContext<'a>, options: &'a Options, names: &'a Names, class: u32) -> Self {
        Self { file, options, names, within: None, given: Vec::new(), class: Some(class) }
    }

    /// The ranges of a rule's formula, without duplicates; evaluated once for all rules of the class.
    #[must_use]
    pub(crate) fn ranges(&self, formula: &Arc<Compiled>) -> Rc<Found> {
        self.once(Arc::as_ptr(formula) as usize, 0, false, &|| {
            let mut ranges = self.formula(formula, None);
            dedup(&mut ranges);
            without_short(&mut ranges);
            ranges
        })
    }

    /// What `find` gives, remembered for the file under an address and what it is narrowed to.
    fn once(&self, address: usize, narrow: u64, inside: bool, find: &dyn Fn() -> Vec<Range>) -> Rc<Found> {
        let key = self.class.map(|class| (address, narrow, inside, class));
        if let Some(key) = &key
            && let Some(known) = self.file.known.borrow().get(key)
        {
            if known.exhausted {
                self.file.exhausted.set(true);
            }
            return Rc::clone(known);
        }
        let before = self.file.exhausted.replace(false);
        let ranges = find();
        let found = Rc::new(Found { ranges, exhausted: self.file.exhausted.get() });
        self.file.exhausted.set(before || found.exhausted);
        if let Some(key) = key {
            self.file.known.borrow_mut().insert(key, Rc::clone(&found));
        }
        found
    }

    pub(super) fn formula(&self, formula: &Compiled, context: Option<&Range>) -> Vec<Range> {
        let mut ranges = self.kind(formula, context, false);
        // What one `metavariable-pattern` binds says nothing to the next one.
        let mut added: rustc_hash::FxHashSet<Sym> = rustc_hash::FxHashSet::default();
        let several = formula.checks.iter().filter(|c| matches!(c.kind, CheckKind::Pattern { .. })).count() > 1;
        for check in &formula.checks {
            if ranges.is_empty() {
                return ranges;
            }
            let apart = several && matches!(check.kind, CheckKind::Pattern { .. });
            if !apart {
                ranges = ranges.into_iter().flat_map(|range| self.check(check, range)).collect();
                continue;
            }
            let mut next = Vec::new();
            for range in ranges {
                let mut alone = range.clone();
                alone.bindings.retain(|b| !added.contains(&b.name));
                let before: Vec<Sym> = alone.bindings.iter().map(|b| b.name).collect();
                for mut found in self.check(check, alone) {
                    added.extend(found.bindings.iter().map(|b| b.name).filter(|n| !before.contains(n)));
                    for b in &range.bindings {
                        if !found.bindings.iter().any(|f| f.name == b.name) {
                            found.bindings.push(*b);
                        }
                    }
                    next.push(found);
                }
            }
            ranges = next;
        }
        if let Some(name) = formula.bind {
            for range in &mut ranges {
                let hash = mix(u64::from(range.span.start), u64::from(range.span.end));
                range.bindings.push(Bound {
                    name,
                    node: Bound::NO_NODE,
                    span: range.span,
                    hash,
                    def: 0,
                    import: 0,
                    token: false,
                });
            }
        }
        if !formula.focus.is_empty() {
            ranges = focus(ranges, &formula.focus);
        }
        ranges
    }

    pub(super) fn kind(&self, formula: &Compiled, context: Option<&Range>, inside: bool) -> Vec<Range> {
        match &formula.kind {
            CompiledKind::Leaf(leaf) => self.leaf(leaf, &formula.narrow, inside, None),
            CompiledKind::Or(any) => {
                let mut all: Vec<Range> = any.iter().flat_map(|f| self.formula_inside(f, context, inside)).collect();
                dedup(&mut all);
                all
            }
            CompiledKind::Inside(inner) => {
                let mut ranges = self.formula_inside(inner, context, true);
                ranges.iter_mut().for_each(|r| r.kind = RangeKind::Inside);
                ranges
            }
            CompiledKind::Anywhere(inner) => {
                let mut ranges = self.formula_inside(inner, context, true);
                ranges.iter_mut().for_each(|r| r.kind = RangeKind::Anywhere);
                ranges
            }
            CompiledKind::Not(_) => Vec::new(),
            CompiledKind::And(all) => self.and(all, context),
        }
    }

    /// A formula in the place of something to lie in.
    fn formula_inside(&self, formula: &Compiled, context: Option<&Range>, inside: bool) -> Vec<Range> {
        if inside && formula.checks.is_empty() && formula.focus.is_empty() && formula.bind.is_none() {
            self.kind(formula, context, true)
        } else {
            self.formula(formula, context)
        }
    }

    fn and(&self, all: &[Compiled], context: Option<&Range>) -> Vec<Range> {
        let positives: Vec<&Compiled> = all.iter().filter(|f| !f.is_negative()).collect();
        if !positives.iter().all(|f| f.may_be_in(self.file)) {
            return Vec::new();
        }
        let bare = positives.iter().any(|f| !f.is_bare_metavariable());
        let (selectors, positives): (Vec<&Compiled>, Vec<&Compiled>) =
            positives.into_iter().partition(|f| bare && f.is_bare_metavariable() && f.checks.is_empty());
        // What one must lie in comes after what matches.
        let (insides, plain): (Vec<&Compiled>, Vec<&Compiled>) = (positives.into_iter())
            .partition(|f| matches!(f.kind, CompiledKind::Inside(_) | CompiledKind::Anywhere(_)));
        let mut ranges: Option<Vec<Range>> = None;
        for formula in plain.iter().chain(&insides) {
            if ranges.as_ref().is_some_and(Vec::is_empty) {
                return Vec::new();
            }
            let next = self.formula(formula, context);
            ranges = Some(match ranges {
                None => next,
                Some(ranges) => self.intersect(&ranges, &next),
            });
        }
        let mut ranges = match (ranges, context) {
            (Some(ranges), _) => ranges,
            (None, Some(context)) => vec![context.clone()],
            (None, None) => return Vec::new(),
        };
        for selector in selectors {
            if let CompiledKind::Leaf(leaf) = &selector.kind {
                let selected = self.leaf(leaf, &selector.narrow, false, Some(&ranges));
                ranges = self.intersect(&ranges, &selected);
            }
        }
        for formula in all {
            let CompiledKind::Not(inner) = &formula.kind else { continue };
            if ranges.is_empty() {
                return ranges;
            }
            let negative = self.formula(inner, context);
            ranges = subtract(ranges, &negative);
        }
        ranges
    }

    pub(super) fn intersect(&self, xs: &[Range], ys: &[Range]) -> Vec<Range> {
        let mut result = Vec::new();
        let by_start = ByStart::new(ys);
        let compatible = |x: &Range, y: &Range| x.kind != RangeKind::Inside || y.kind == RangeKind::Inside;
        let anywhere = ys.iter().chain(xs).any(|r| r.kind == RangeKind::Anywhere);
        for x in xs {
            for y in by_start.near(x, anywhere) {
                if x.included_in(y) && compatible(x, y) {
                    result.push(x.with(y));
                }
                if y.included_in(x) && compatible(y, x) {
                    result.push(y.with(x));
                }
                if result.len() > MAX_RANGES {
                    self.file.exhausted.set(true);
                    return result;
                }
            }
        }
        dedup(&mut result);
        result
    }

    fn leaf(&self, leaf: &Leaf, narrow: &Narrow, inside: bool, only_in: Option<&[Range]>) -> Vec<Range> {
        match leaf {
            Leaf::Code(pattern) if !self.file.may_hold(pattern, narrow) => Vec::new(),
            Leaf::Code(pattern) if only_in.is_none() => {
                let address = Arc::as_ptr(pattern) as usize;
                self.once(address, narrow.key, inside, &|| self.code(pattern, narrow, inside, None)).ranges.clone()
            }
            Leaf::Code(pattern) => self.code(pattern, narrow, inside, only_in),
            Leaf::Generic(pattern) => {
                let document = self.file.document(self.options.generic_comment_style);
                let hits = self.generic(pattern, &document);
                if hits.exhausted {
                    self.file.exhausted.set(true);
                }
                self.texts(hits.matches, RangeKind::Plain)
            }
            // Of a part (`metavariable-pattern`) only that part is the text, so that anchors mean its ends.
            Leaf::Regex(regex) => match regex_matches(regex, self.part()) {
                Ok(mut found) => {
                    if let Some((part, _)) = self.within {
                        found.iter_mut().for_each(|m| m.shift(part.start));
                    }
                    self.texts(found, RangeKind::Regex)
                }
                Err(_) => {
                    self.file.exhausted.set(true);
                    Vec::new()
                }
            },
        }
    }

    /// Texts of a generic pattern. Aliengrep's are found in the same way, as far as lines and case are the difference.
    fn generic(&self, pattern: &crate::generic::Pattern, document: &crate::generic::Document) -> crate::generic::Hits {
        use crate::generic::{Manner, search};
        let options = self.options;
        if options.generic_engine == crate::rule::options::GenericEngine::Spacegrep {
            let manner = Manner { max_span: options.generic_ellipsis_max_span, caseless: false };
            return search(pattern, document, manner);
        }
        let (pattern, long) = pattern.with_long_dots();
        let max_span = if options.generic_multiline || long { u32::MAX } else { 0 };
        search(&pattern, document, Manner { max_span, caseless: options.generic_caseless })
    }

    /// The text at hand.
    fn part(&self) -> &'a [u8] {
        match self.within {
            Some((part, _)) => self.file.src.get(part.range()).unwrap_or(&[]),
            None => self.file.src,
        }
    }

    fn texts(&self, found: Vec<TextMatch>, kind: RangeKind) -> Vec<Range> {
        let in_part = |span: Span| self.within.is_none_or(|(part, _)| part.contains(span));
        (found.into_iter())
            .filter(|m| in_part(m.span))
            .map(|m| Range {
                span: m.span,
                kind,
                bindings: m
                    .captures
                    .iter()
                    .map(|(name, span)| Bound {
                        token: kind == RangeKind::Plain,
                        ..text_bound(Sym::new(name), *span, self.file)
                    })
                    .collect(),
                short: false,
            })
            .filter(|r| {
                r.bindings.iter().all(|b| {
                    self.given.iter().find(|g| g.name == b.name).is_none_or(|g| g.agrees(b) || is_numbered(b.name))
                })
            })
            .collect()
    }

    fn code(&self, pattern: &Pattern, narrow: &Narrow, inside: bool, only_in: Option<&[Range]>) -> Vec<Range> {
        let Some(tree) = self.file.tree() else { return Vec::new() };
        let matcher = Matcher { pattern, tree, src: self.file.src, options: self.options, inside };
        let left = MAX_FILE_WORK.saturating_sub(self.file.work.get());
        if left == 0 {
            self.file.exhausted.set(true);
            return Vec::new();
        }
        let mut state = State::with(&self.given).limited(left);
        let mut ranges = Vec::new();
        let mut cut: Option<(Span, bool)> = None;
        let end = self.within.map_or(tree.written, |(_, node)| tree.node(node).end);
        let begin = self.within.map_or(0, |(_, node)| node);
        let index = self.file.index(tree);
        let symbolic = self.options.symbolic_propagation;
        let starts = if symbolic { None } else { index.beginnings(tree, pattern) };
        index.candidates(tree, pattern, narrow, symbolic, &mut |id| {
            if id < begin || id >= end || ranges.len() > MAX_RANGES {
                return;
            }
            if let Some(only) = only_in {
                let span = tree.node(id).span;
                if !only.iter().any(|r| r.span.contains(span)) {
                    return;
                }
            }
            matcher.at_starts(id, starts.as_deref(), &mut state, &mut |m| {
                ranges.push(Range { span: m.span, kind: RangeKind::Plain, bindings: m.bindings, short: m.short });
            });
            if cut.is_none() && (state.exhausted() || ranges.len() > MAX_RANGES) {
                cut = Some((tree.node(id).span, state.is_spent() || ranges.len() > MAX_RANGES));
            } else if let (Some((_, behind)), true) = (&mut cut, state.is_spent()) {
                *behind = true;
            }
        });
        // A name that is no expression where it stands (of a member, a key, an argument) is one by itself.
        if let (Some((_, node)), crate::pattern::Root::One(root)) = (self.within, &pattern.root)
            && tree.kind(node) == Kind::Ident
            && !pattern.node(*root).kind.is_statement()
            && !crate::search::admits(pattern, tree, node)
        {
            matcher.at_starts(node, None, &mut state, &mut |m| {
                ranges.push(Range { span: m.span, kind: RangeKind::Plain, bindings: m.bindings, short: m.short });
            });
        }
        self.file.work.set(self.file.work.get() + state.spent());
        if let Some((at, behind)) = cut {
            self.file.cut(at, behind);
        }
        dedup(&mut ranges);
        ranges
    }

    pub(super) fn check(&self, check: &crate::cond::Check<Box<Compiled>>, range: Range) -> Vec<Range> {
        // Conditions read texts; long ones that overlap (the receivers of a chain of calls) must not add up.
        let read = check.kind.metavariable().and_then(|name| {
            let name = Sym::new(name);
            range.bindings.iter().find(|b| b.name == name)
        });
        if let Some(bound) = read
            && !self.file.charge(bound.span.len())
        {
            self.file.cut(range.span, false);
            return Vec::new();
        }
        let subject = BoundSubject { evaluator: self, bindings: &range.bindings };
        match check.judge(&subject) {
            Verdict::No => Vec::new(),
            Verdict::Exhausted => {
                self.file.exhausted.set(true);
                Vec::new()
            }
            Verdict::Yes(new) => {
                let mut range = range;
                for (name, text) in new {
                    let name = Sym::new(&name);
                    if !range.bindings.iter().any(|b| b.name == name) {
                        let hash = text_hash(Sym::new(&text), self.file);
                        // Where in the binding it stands is not known; its text is looked up by the span of the first
                        // occurrence in the range.
                        let span = find_text(self.file.src, range.span, &text);
                        range.bindings.push(Bound {
                            name,
                            node: Bound::NO_NODE,
                            span,
                            hash,
                            def: Bound::TEXT,
                            import: 0,
                            token: false,
                        });
                    }
                }
                vec![range]
            }
            Verdict::AskFormula => match &check.kind {
                CheckKind::Pattern { metavariable, language, formula } => {
                    self.metavariable_pattern(Sym::new(metavariable), language.is_some(), *language, formula, range)
                }
                _ => vec![range],
            },
        }
    }

    fn metavariable_pattern(
        &self,
        name: Sym,
        other: bool,
        language: Option<crate::rule::language::RuleLanguage>,
        formula: &Compiled,
        range: Range,
    ) -> Vec<Range> {
        let Some(bound) = range.bindings.iter().find(|b| b.name == name).copied() else { return Vec::new() };
        let tree = self.file.tree();
        let mut bound = bound;
        // What a name stands for, where that is asked for.
        if self.options.symbolic_propagation
            && let Some(tree) = tree
            && bound.node != Bound::NO_NODE
            && let Some(value) = crate::names::symbolic(tree, bound.node)
        {
            (bound.node, bound.span) = (value, tree.node(value).span);
        }
        if !other && bound.node != Bound::NO_NODE && tree.is_some() {
            let context =
                Range { span: bound.span, kind: RangeKind::Plain, bindings: range.bindings.clone(), short: false };
            let inner = Evaluator {
                file: self.file,
                options: self.options,
                names: self.names,
                within: Some((bound.span, bound.node)),
                given: range.bindings.clone(),
                class: None,
            };
            let found = inner.formula(formula, Some(&context));
            return merge(&range, found, 0);
        }
        // The text of the binding as a file of its own: the content of a string, or the code.
        let mut span = bound.span;
        // Code is text for generic patterns only.
        if let (Some(tree), Some(language)) = (tree.filter(|_| bound.node != Bound::NO_NODE), language)
            && language.as_str() != "generic"
            && !matches!(
                tree.kind(bound.node),
                Kind::Str | Kind::StrPart | Kind::XmlText | Kind::Raw | Kind::Template | Kind::Atom
            )
        {
            return Vec::new();
        }
        if let (Some(tree), true) = (tree, bound.node != Bound::NO_NODE) {
            span = tree.content_span(bound.node);
        }
        let Some(text) = self.file.src.get(span.range()) else { return Vec::new() };
        let code = match language {
            Some(language) => firedoor_lang::Language::from_semgrep_name(language.as_str()),
            None => self.file.language,
        };
        // A scalar of YAML is what it says, not how it is written.
        let value = super::scalar::value(self.file, span);
        let part = value.as_deref().map_or(text, str::as_bytes);
        let without_tags = code == Some(firedoor_lang::Language::Php) && memchr::memmem::find(part, b"<?").is_none();
        let tree = if without_tags { crate::search::tree_of_part(firedoor_lang::Language::Php, part) } else { None };
        let file = match (code, tree) {
            (Some(code), Some(tree)) => FileContext::with_tree(part, code, tree),
            _ => FileContext::new(part, code),
        };
        let whole = Span::new(0, file.src.len());
        let context = Range { span: whole, kind: RangeKind::Plain, bindings: range.bindings.clone(), short: false };
        let inner = Evaluator {
            file: &file,
            options: self.options,
            names: self.names,
            within: None,
            given: Vec::new(),
            class: None,
        };
        let mut found = inner.formula(formula, Some(&context));
        if file.exhausted.get() {
            self.file.exhausted.set(true);
        }
        // What was bound in the value is looked for where it is written.
        if value.is_some() {
            for bound in found.iter_mut().flat_map(|range| &mut range.bindings) {
                let at = find_text(self.file.src, span, &file.text(bound.span));
                bound.span = Span { start: at.start - span.start, end: at.end - span.start };
            }
        }
        merge(&range, found, span.start)
    }
}

/// The outer range with what was bound inside, whose places are `offset` further on.
fn merge(range: &Range, found: Vec<Range>, offset: u32) -> Vec<Range> {
    let mut result: Vec<Range> = Vec::new();
    for inner in found {
        let mut merged = range.clone();
        for b in inner.bindings {
            if !merged.bindings.iter().any(|m| m.name == b.name) {
                let span = Span { start: b.span.start + offset, end: b.span.end + offset };
                let node = if offset == 0 { b.node } else { Bound::NO_NODE };
                merged.bindings.push(Bound { span, node, ..b });
            }
        }
        if !result.contains(&merged) {
            result.push(merged);
        }
    }
    result
}

fn find_text(src: &[u8], within: Span, text: &str) -> Span {
    let part = src.get(within.range()).unwrap_or(&[]);
    match memchr::memmem::find(part, text.as_bytes()) {
        Some(at) => Span::new(within.start as usize + at, within.start as usize + at + text.len()),
        None => Span { start: within.start, end: within.start },
    }
}

/// A part of the text as a binding.
pub(super) fn text_bound(name: Sym, span: Span, file: &FileContext<'_>) -> Bound {
    let text = file.src.get(span.range()).unwrap_or(&[]);
    Bound {
        name,
        node: Bound::NO_NODE,
        span,
        hash: text_hash(Sym::of(text), file),
        def: Bound::TEXT,
        import: 0,
        token: false,
    }
}

/// The hash of a text: it equals a name of that text, as the content of a string does.
fn text_hash(text: Sym, file: &FileContext<'_>) -> u64 {
    let kind = if file.language.is_none_or(crate::search::has_words) { Kind::Str } else { Kind::Ident };
    mix(u64::from(kind.class()), text.0)
}

pub(super) fn subtract(ranges: Vec<Range>, negative: &[Range]) -> Vec<Range> {
    let anywhere = negative.iter().any(|y| y.kind == RangeKind::Anywhere);
    let by_start = ByStart::new(negative);
    (ranges.into_iter())
        .filter(|x| {
            !by_start.near(x, anywhere).any(|y| match y.kind {
                RangeKind::Inside => x.included_in(y),
                RangeKind::Regex => x.included_in(y) || y.included_in(x),
                RangeKind::Plain => x.span == y.span && x.agrees(y),
                RangeKind::Anywhere => true,
            })
        })
        .collect()
}

/// Ranges by their starts, so that only those are compared that can hold each other.
struct ByStart<'r> {
    order: Vec<&'r Range>,
    /// The furthest end in each run of [`ByStart::RUN`] ranges.
    ends: Vec<u32>,
}

impl<'r> ByStart<'r> {
    const RUN: usize = 32;

    fn new(ranges: &'r [Range]) -> Self {
        let mut order: Vec<&Range> = ranges.iter().collect();
        order.sort_by_key(|r| r.span.start);
        let furthest = |run: &[&Range]| run.iter().map(|r| r.span.end).max().unwrap_or(0);
        Self { ends: order.chunks(Self::RUN).map(furthest).collect(), order }
    }

    /// Those that may hold `x` or lie in it, in order, and some others; `all` of them if places do not matter.
    fn near<'s>(&'s self, x: &'s Range, all: bool) -> impl Iterator<Item = &'r Range> + 's {
        let all = all || x.kind == RangeKind::Anywhere;
        let span = x.span;
        let until = if all {
            self.order.len()
        } else {
            self.order.partition_point(|y| y.span.start < span.end.max(span.start + 1))
        };
        self.order[..until]
            .chunks(Self::RUN)
            .zip(&self.ends)
            // A run that begins and ends before `x` ends: nothing in it holds `x`, and if it begins before `x`
            // does up to its last one, nothing in it lies in `x`.
            .filter(move |(run, end)| {
                all || **end >= span.end || run.last().is_some_and(|y| y.span.start >= span.start)
            })
            .flat_map(|(run, _)| run.iter().copied())
    }
}

/// Each entry narrows to one of its metavariables; several entries intersect.
pub(super) fn focus(ranges: Vec<Range>, entries: &[Vec<Sym>]) -> Vec<Range> {
    let mut result: Vec<Range> = Vec::new();
    for range in ranges {
        let mut spans: Option<Vec<Span>> = None;
        for entry in entries {
            let here: Vec<Span> = entry
                .iter()
                .filter_map(|name| range.bindings.iter().find(|b| b.name == *name))
                // What stands outside of the match cannot be reported as a part of it.
                .filter(|b| b.def != Bound::ELSEWHERE)
                .filter_map(|b| nested(b.span, range.span))
                .collect();
            spans = Some(match spans {
                None => here,
                Some(before) => (before.iter()).flat_map(|a| here.iter().filter_map(|b| nested(*a, *b))).collect(),
            });
        }
        for span in spans.unwrap_or_default() {
            result.push(Range { span, ..range.clone() });
        }
    }
    dedup(&mut result);
    result
}

/// The one that lies in the other.
fn nested(a: Span, b: Span) -> Option<Span> {
    if b.contains(a) { Some(a) } else { a.contains(b).then_some(b) }
}

/// Removes matches for which there is a longer one.
fn without_short(ranges: &mut Vec<Range>) {
    let mut long: rustc_hash::FxHashSet<(u32, u64)> = rustc_hash::FxHashSet::default();
    let key = |r: &Range| {
        let bindings = r.bindings.iter().fold(0_u64, |h, b| h.wrapping_add(mix(b.name.0, b.hash)));
        (r.span.start, bindings)
    };
    long.extend(ranges.iter().filter(|r| !r.short).map(key));
    ranges.retain(|r| !r.short || !long.contains(&key(r)));
}

/// Removes duplicates and keeps the order.
fn dedup(ranges: &mut Vec<Range>) {
    let mut seen: rustc_hash::FxHashSet<(Span, u8, u64)> = rustc_hash::FxHashSet::default();
    ranges.retain(|r| {
        // Bindings as a set: their order does not matter.
        let hash = r.bindings.iter().fold(0_u64, |h, b| {
            h.wrapping_add(mix(mix(b.name.0, b.hash), u64::from(b.span.start) << 32 | u64::from(b.span.end)))
        });
        seen.insert((r.span, r.kind as u8, hash))
    });
}
