//! The rules of one language, compiled, with the prefilter over all of them.

use std::sync::Arc;

use aho_corasick::{AhoCorasick, MatchKind};
use firedoor_core::Diagnostic;
use firedoor_lang::Language;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::comments::comments;
use super::forms::Around;
use super::pieces::Pieces;
use super::taint::CompiledTaint;
use crate::formula::{Asking, Compiled, Interner, Manner, Names, Need, Reading};
use crate::pattern::{Form, INDEX_OF_INDEX};
use crate::rule::model::{Mode, Rule};
use crate::rule::options::Options;

/// A rule compiled for one language.
#[derive(Debug)]
pub struct CompiledRule {
    /// Which of the engine's rules.
    pub rule: usize,
    /// Its formula, if it is a search.
    pub search: Option<Arc<Compiled>>,
    /// Its lists, if it is a taint rule.
    pub(super) taint: Option<CompiledTaint>,
    /// Its metavariables.
    pub names: Names,
    /// Rules of one class have the same switches, as far as patterns are concerned.
    pub class: u32,
}

/// The rules of one language.
#[derive(Debug)]
pub struct Pack {
    /// Those that could be compiled.
    pub rules: Vec<CompiledRule>,
    /// Those that could not, with the reason.
    pub errors: Vec<(usize, Diagnostic)>,
    /// Finds the texts that rules need.
    automaton: Option<AhoCorasick>,
    texts: Vec<String>,
    /// Those of them that are contents of strings.
    pieces: Pieces,
    /// By text, the manners in which it is asked for.
    asked: Vec<u32>,
    /// By text that is the second name of a chain: the first ones, with the chains' numbers.
    chains: Vec<Vec<(Box<[u8]>, u32)>>,
    /// By rule, what it needs of a file.
    needs: Vec<Need<Text>>,
    /// By text, the rules that cannot do without it and others of their own.
    by_text: Vec<Vec<u32>>,
    /// Rules that need no text.
    always: Vec<u32>,
    /// The language of the files; `None` for text.
    language: Option<Language>,
    /// The number of [`INDEX_OF_INDEX`].
    index_of_index: Option<usize>,
}

/// A text by its number in the automaton.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Text {
    number: u32,
    manner: Manner,
}

impl Pack {
    /// Compiles the rules of these indices.
    pub(super) fn new(reading: Reading, indices: &[usize], rules: &[Rule]) -> Self {
        let interner = Interner::default();
        let classes = classes(indices.iter().map(|&i| &rules[i].options));
        let compiled: Vec<_> = (indices.par_iter().zip(&classes))
            .map(|(&index, &class)| {
                let rule = &rules[index];
                let mut names = Names::new();
                let search = match rule.mode() {
                    Err(error) => Err(Box::new(error.clone())),
                    Ok(Mode::Search(formula)) => {
                        interner.formula(formula, reading, &rule.source, &mut names).map(|f| (Some(f), None))
                    }
                    Ok(Mode::Taint(spec)) => {
                        CompiledTaint::new(spec, reading, &rule.source, &mut names, &interner).map(|t| (None, Some(t)))
                    }
                };
                match search {
                    Ok((search, taint)) => Ok(CompiledRule { rule: index, search, taint, names, class }),
                    Err(diagnostic) => Err(Box::new((index, diagnostic.in_rule(rule.info.id.as_str())))),
                }
            })
            .collect();
        let (mut ready, mut errors) = (Vec::new(), Vec::new());
        for result in compiled {
            match result {
                Ok(rule) => ready.push(rule),
                Err(error) => errors.push(*error),
            }
        }
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut order: Vec<String> = Vec::new();
        let mut pieces = Pieces::default();
        let mut asked: Vec<u32> = Vec::new();
        let mut number = |text: &str, manner: Manner| {
            if text.is_empty() {
                return Need::Always;
            }
            let number = numbers.get(text).copied().unwrap_or_else(|| {
                let number = u32::try_from(order.len()).unwrap_or(u32::MAX);
                numbers.insert(text.to_owned(), number);
                order.push(text.to_owned());
                asked.push(0);
                number
            });
            asked[number as usize] |= bit(manner);
            if manner.string {
                pieces.add(text, number);
            }
            Need::Text(Text { number, manner })
        };
        // A source here may reach a sink elsewhere, and the other way round.
        let needs: Vec<Need<Text>> = (ready.iter())
            .map(|rule| {
                let search = rule.search.iter().map(|formula| (formula, false));
                let formulas = search.chain(rule.taint.iter().flat_map(CompiledTaint::deciding));
                let as_written = !rules[rule.rule].options.symbolic_propagation;
                Need::any(
                    formulas.map(|(formula, open)| formula.need(Asking { as_written, open, focus: None }, &mut number)),
                )
            })
            .collect();
        let (mut by_text, mut always) = (vec![Vec::new(); order.len()], Vec::new());
        for (rule, need) in (0..).zip(&needs) {
            match need.one_of() {
                Some(texts) => texts.iter().for_each(|text| by_text[text.number as usize].push(rule)),
                None => always.push(rule),
            }
        }
        let mut chains = vec![Vec::new(); order.len()];
        for (text, asked) in order.iter().zip(&asked) {
            if asked & form_bit(Form::Chain) != 0
                && let Some((object, name)) = text.rsplit_once('.')
                && let (Some(number), Some(chain)) = (numbers.get(name), numbers.get(text))
            {
                chains[*number as usize].push((object.as_bytes().into(), *chain));
            }
        }
        let index_of_index = numbers.get(INDEX_OF_INDEX).map(|number| *number as usize);
        let language = match reading {
            Reading::Code(language) => Some(language),
            _ => None,
        };
        // Names in some languages have no case, so the filter has none either.
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .ascii_case_insensitive(true)
            .build(&order)
            .ok()
            .filter(|_| !order.is_empty());
        Self {
            rules: ready,
            errors,
            automaton,
            texts: order,
            pieces,
            asked,
            chains,
            needs,
            by_text,
            always,
            language,
            index_of_index,
        }
    }

    /// The rules that can have a match in a file of these bytes.
    pub(super) fn live(&self, bytes: &[u8]) -> Vec<usize> {
        let comments = comments(bytes, self.language);
        let mut passed = 0;
        let mut found = vec![0_u32; self.texts.len()];
        let mut around = Around::new(bytes, self.language);
        if let Some(automaton) = &self.automaton {
            // What is written as it stands is code; what is asked for in any case may be a text of a comment.
            let is_name = |at: Option<&u8>| at.is_some_and(|c| c.is_ascii_alphanumeric() || *c == b'_');
            let mut left = found.len();
            for hit in automaton.find_overlapping_iter(bytes) {
                let number = hit.pattern().as_usize();
                let missing = self.asked[number] & !found[number];
                if missing == 0 && self.chains[number].is_empty() {
                    continue;
                }
                while comments.get(passed).is_some_and(|(_, end)| *end < hit.end()) {
                    passed += 1;
                }
                let commented = comments.get(passed).is_some_and(|(start, _)| *start <= hit.start());
                let before = hit.start().checked_sub(1).and_then(|at| bytes.get(at));
                let after = bytes.get(hit.end());
                // `${` begins no name.
                let part = after == Some(&b'{') && bytes.get(hit.range()) == Some(b"$");
                let whole = !is_name(before) && !is_name(after) && !part;
                let exact = !commented && bytes.get(hit.range()) == self.texts.get(number).map(|text| text.as_bytes());
                found[number] |= manners(whole, exact);
                if whole && exact {
                    found[number] |= around.forms(hit.range(), missing);
                    let chains = &self.chains[number];
                    if !chains.is_empty() {
                        let owner = around.owner(hit.start());
                        for (_, chain) in chains.iter().filter(|(object, _)| owner.may_be(object)) {
                            found[*chain as usize] |= form_bit(Form::Chain);
                        }
                    }
                }
                if missing != 0 && self.asked[number] & !found[number] == 0 {
                    left -= 1;
                    if left == 0 {
                        break;
                    }
                }
            }
        }
        if let Some(number) = self.index_of_index
            && has_index_of_index(bytes)
        {
            found[number] = EVERY_MANNER;
        }
        self.pieces.find(bytes, |number| found[number as usize] |= bit(PUT_TOGETHER));
        let mut wanted = self.always.clone();
        let seen = found.iter().zip(&self.by_text).filter(|(found, _)| **found != 0);
        seen.for_each(|(_, rules)| wanted.extend(rules));
        wanted.sort_unstable();
        wanted.dedup();
        let holds = |text: &Text| found[text.number as usize] & bit(text.manner) != 0;
        wanted.into_iter().map(|rule| rule as usize).filter(|rule| self.needs[*rule].is_met(&holds)).collect()
    }
}

/// Whether a part of a part may be written: `a[b][c]`, also with space, `!`, `?.`, a comment, a parenthesis, or a type in the
/// middle: `(a[b] as any)[c]`.
fn has_index_of_index(bytes: &[u8]) -> bool {
    memchr::memchr_iter(b']', bytes).any(|at| {
        let rest = bytes.get(at + 1..).unwrap_or(&[]);
        let between = |byte: &&u8| {
            byte.is_ascii_alphanumeric()
                || byte.is_ascii_whitespace()
                || matches!(byte, b'!' | b'?' | b'.' | b')' | b'<' | b'>' | b'_' | b'$' | 0x0b)
                || !byte.is_ascii()
        };
        matches!(rest.iter().find(|byte| !between(byte)), Some(b'[' | b'/'))
    })
}

/// As only a string that is put together answers.
const PUT_TOGETHER: Manner = Manner { whole: false, exact: true, string: true, form: None };

/// One bit for each manner in which a text may be asked for.
const fn bit(manner: Manner) -> u32 {
    match manner.form {
        Some(form) => form_bit(form),
        None => 1 << (manner.whole as u8 + 2 * manner.exact as u8 + 4 * manner.string as u8),
    }
}

/// The bit of a form.
pub(super) const fn form_bit(form: Form) -> u32 {
    1 << (8 + form as u8)
}

/// The manners of asking that a place answers: one that is whole and exact answers all.
const fn manners(whole: bool, exact: bool) -> u32 {
    let mut all = bit(Manner { whole: false, exact: false, string: false, form: None });
    if whole {
        all |= bit(Manner { whole: true, exact: false, string: false, form: None });
    }
    if exact {
        all |= bit(Manner { whole: false, exact: true, string: false, form: None }) | bit(PUT_TOGETHER);
    }
    if whole && exact {
        all |= bit(Manner { whole: true, exact: true, string: false, form: None });
    }
    all
}

/// Nothing is left to ask.
const EVERY_MANNER: u32 = manners(true, true);

/// Numbers rules so that those of one number have the same switches but for those of taint.
fn classes<'r>(all: impl Iterator<Item = &'r Options>) -> Vec<u32> {
    let mut seen: Vec<Options> = Vec::new();
    all.map(|options| {
        let matching = options.for_patterns();
        let at = seen.iter().position(|o| *o == matching).unwrap_or_else(|| {
            seen.push(matching);
            seen.len() - 1
        });
        u32::try_from(at).unwrap_or(u32::MAX)
    })
    .collect()
}
