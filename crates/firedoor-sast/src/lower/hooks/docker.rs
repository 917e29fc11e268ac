//! Dockerfiles: instructions are calls of their word, commands of the shell are calls within them.
//!
//! The grammar says where instructions begin and end; what stands in them is read from the text here, because the
//! grammar keeps images, ports and words of the shell in one piece each. `LABEL` with several pairs becomes one
//! instruction for each pair, as Semgrep has it.

use firedoor_core::Span;
use tree_sitter::Node as TsNode;

use super::shell::commands;
use super::{Build, Child, Hook, Kind, Role, Task, named_children};
use crate::lower::build::span;
use crate::tree::{Sym, flag};

pub(super) const HOOKS: &[(&str, Hook)] = &[("docker_instruction", docker_instruction), ("docker_shell", docker_shell)];

type Tasks<'t> = Vec<Task<'t>>;

/// An instruction is a call of its word; options are modifiers, so that a pattern need not name them.
fn docker_instruction<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, children: &[Child<'t>]) {
    let text = b.text(node);
    let word = text.iter().take_while(|c| c.is_ascii_alphabetic()).count();
    let name: Vec<u8> = text[..word].iter().map(u8::to_ascii_uppercase).collect();
    let start = node.start_byte();
    // What is done later, or again and again, is reported with the word that says so.
    let outer = node.parent().filter(|p| matches!(p.kind(), "healthcheck_instruction" | "onbuild_instruction"));
    let whole = Span::new(outer.unwrap_or(node).start_byte(), node.end_byte());
    let mut tasks: Tasks<'t> = Vec::new();
    // The pairs of `ENV` are one instruction, which begins with the first of them; those of `LABEL` are one each.
    if &name[..] == b"ENV" {
        let pairs: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
        if let (Some(first), Some(last)) = (pairs.first(), pairs.last()) {
            open(&mut tasks, role, &name, start, word, Span::new(first.start_byte(), last.end_byte()));
            pairs.iter().for_each(|pair| pair_tasks(b, *pair, &mut tasks));
            tasks.extend([Task::Close, Task::Close]);
            b.then_all(tasks);
            return;
        }
    }
    if &name[..] == b"LABEL" {
        let pairs: Vec<TsNode<'t>> = named_children(children).map(|c| c.node).collect();
        for pair in pairs {
            let part = Span::new(start, pair.end_byte());
            open(&mut tasks, role, &name, start, word, part);
            pair_tasks(b, pair, &mut tasks);
            tasks.extend([Task::Close, Task::Close]);
        }
        b.then_all(tasks);
        return;
    }
    open(&mut tasks, role, &name, start, word, whole);
    let is_option = |c: &&Child<'t>| matches!(c.node.kind(), "param" | "mount_param");
    let rest = || -> (usize, usize) {
        let end = text.trim_ascii_end().len();
        let from = word + text[word..].iter().take_while(|c| c.is_ascii_whitespace()).count();
        (from.min(end), end)
    };
    match &name[..] {
        b"STOPSIGNAL" | b"MAINTAINER" => {
            let (from, end) = rest();
            word_task(text, start, from, end, Role::None, &mut tasks);
        }
        b"HEALTHCHECK" if named_children(children).next().is_none() => {
            let (from, end) = rest();
            word_task(text, start, from, end, Role::None, &mut tasks);
        }
        b"USER" => {
            let (from, end) = rest();
            let colon = text[from..end].iter().position(|&c| c == b':').map_or(end, |n| from + n);
            word_task(text, start, from, colon, Role::None, &mut tasks);
            tasks.push(Task::Close);
            if colon < end {
                let span = Span::new(start + colon, start + end);
                let sym = Sym::new("group");
                tasks.push(Task::Open { kind: Kind::Pair, role: Role::Modifier, sym, span, flags: flag::IMPLIED });
                word_task(text, start, colon + 1, end, Role::Value, &mut tasks);
                tasks.push(Task::Close);
            }
            tasks.push(Task::Close);
            b.then_all(tasks);
            return;
        }
        b"FROM" => {
            let spec = named_children(children).find(|c| c.node.kind() == "image_spec").map(|c| c.node);
            let mut more = Vec::new();
            if let Some(spec) = spec {
                let mut cursor = spec.walk();
                for part in spec.named_children(&mut cursor) {
                    match part.kind() {
                        "image_name" => tasks.push(leaf(b, part, Role::None)),
                        "image_tag" => more.push((part, "tag")),
                        _ => more.push((part, "digest")),
                    }
                }
            }
            more.extend(named_children(children).filter(|c| c.node.kind() == "image_alias").map(|c| (c.node, "as")));
            tasks.push(Task::Close);
            for (part, what) in more {
                // The colon and the at sign are no part of what they introduce.
                let signs = b.text(part).iter().take_while(|c| matches!(c, b':' | b'@')).count();
                let at = Span::new(part.start_byte() + signs, part.end_byte());
                tasks.push(Task::Open {
                    kind: Kind::Pair,
                    role: Role::Modifier,
                    sym: Sym::new(what),
                    span: span(part),
                    flags: flag::IMPLIED,
                });
                tasks.push(Task::leaf(Kind::Str, Role::Value, Sym::of(&b.text(part)[signs..]), at));
                tasks.push(Task::Close);
            }
            options(b, named_children(children).filter(is_option).map(|c| c.node), &mut tasks);
            tasks.push(Task::Close);
            b.then_all(tasks);
            return;
        }
        _ => {
            for child in named_children(children).filter(|c| !is_option(c)) {
                match child.node.kind() {
                    "arg_pair" => pair_tasks(b, child.node, &mut tasks),
                    // `COPY ["a", "b"]` is `COPY a b`.
                    "json_string_array" if matches!(&name[..], b"COPY" | b"ADD") => {
                        let mut cursor = child.node.walk();
                        tasks.extend(child.node.named_children(&mut cursor).map(|n| Task::Lower(n, Role::None)));
                    }
                    "cmd_instruction" => tasks.push(Task::Lower(child.node, Role::None)),
                    _ => tasks.push(Task::Lower(child.node, Role::None)),
                }
            }
        }
    }
    tasks.push(Task::Close);
    options(b, named_children(children).filter(is_option).map(|c| c.node), &mut tasks);
    tasks.push(Task::Close);
    b.then_all(tasks);
}

fn open(tasks: &mut Tasks<'_>, role: Role, name: &[u8], start: usize, word: usize, whole: Span) {
    tasks.push(Task::open(Kind::Call, role, whole));
    tasks.push(Task::leaf(Kind::Ident, Role::Callee, Sym::of(name), Span::new(start, start + word)));
    tasks.push(Task::open(Kind::Args, Role::Args, Span::new(start + word, (whole.end as usize).max(start + word))));
}

fn leaf<'t>(b: &Build<'_, 't>, node: TsNode<'t>, role: Role) -> Task<'t> {
    let text = b.text(node);
    let (sym, flags) = unquoted(text);
    Task::Leaf { kind: Kind::Str, role, sym, span: span(node), flags }
}

/// The symbol of a word without its quotes, and their lengths.
pub(super) fn unquoted(text: &[u8]) -> (Sym, u16) {
    match text {
        [q @ (b'"' | b'\''), inner @ .., last] if q == last && !inner.contains(q) => (Sym::of(inner), 0x0101),
        _ => (Sym::of(text), 0),
    }
}

/// `NAME=value`, `NAME value` or `NAME`: a pair, the name a key.
fn pair_tasks<'t>(b: &Build<'_, 't>, node: TsNode<'t>, tasks: &mut Tasks<'t>) {
    let text = b.text(node);
    let start = node.start_byte();
    // A key in quotes may have blanks.
    let quoted = match text {
        [quote @ (b'"' | b'\''), rest @ ..] => rest.iter().position(|c| c == quote).map_or(0, |end| end + 2),
        _ => 0,
    };
    let rest = text.get(quoted..).unwrap_or(&[]);
    let name = quoted + rest.iter().take_while(|c| !matches!(c, b'=' | b' ' | b'\t' | b'\n')).count();
    tasks.push(Task::Open {
        kind: Kind::Pair,
        role: Role::None,
        sym: Sym::NONE,
        span: span(node),
        flags: flag::IMPLIED,
    });
    let (sym, flags) = unquoted(&text[..name]);
    tasks.push(Task::Leaf { kind: Kind::Str, role: Role::Key, sym, span: Span::new(start, start + name), flags });
    let gap = text[name..].iter().take_while(|c| matches!(c, b'=' | b' ' | b'\t')).count();
    let end = text.trim_ascii_end().len();
    if gap > 0 {
        word_task(text, start, (name + gap).min(end), end, Role::Value, tasks);
    }
    tasks.push(Task::Close);
}

fn word_task(text: &[u8], base: usize, from: usize, end: usize, role: Role, tasks: &mut Tasks<'_>) {
    let (sym, flags) = unquoted(&text[from..end]);
    tasks.push(Task::Leaf { kind: Kind::Str, role, sym, span: Span::new(base + from, base + end), flags });
}

/// `--name=value`; the parts of a mount in any order.
fn options<'t>(b: &Build<'_, 't>, nodes: impl Iterator<Item = TsNode<'t>>, tasks: &mut Tasks<'t>) {
    for node in nodes {
        let text = b.text(node);
        let start = node.start_byte();
        let name = text.iter().take_while(|&&c| c != b'=').count();
        let open = |kind, role, sym, span| Task::Open { kind, role, sym, span, flags: flag::IMPLIED };
        tasks.push(open(Kind::Pair, Role::Modifier, Sym::NONE, span(node)));
        tasks.push(Task::leaf(Kind::Str, Role::Key, Sym::of(&text[..name]), Span::new(start, start + name)));
        if name < text.len() {
            let value = &text[name + 1..];
            if value.contains(&b',') || value.contains(&b'=') {
                tasks.push(open(Kind::Object, Role::Value, Sym::NONE, Span::new(start + name + 1, start + text.len())));
                let mut at = name + 1;
                for part in value.split(|&c| c == b',') {
                    let key = part.iter().take_while(|&&c| c != b'=').count();
                    tasks.push(open(Kind::Pair, Role::None, Sym::NONE, Span::new(start + at, start + at + part.len())));
                    let place = Span::new(start + at, start + at + key);
                    tasks.push(Task::leaf(Kind::Str, Role::Key, Sym::of(&part[..key]), place));
                    if key < part.len() {
                        word_task(text, start, at + key + 1, at + part.len(), Role::Value, tasks);
                    }
                    tasks.push(Task::Close);
                    at += part.len() + 1;
                }
                tasks.push(Task::Close);
            } else {
                word_task(text, start, name + 1, text.len(), Role::Value, tasks);
            }
        }
        tasks.push(Task::Close);
    }
}

/// A command of the shell.
fn docker_shell<'t>(b: &mut Build<'_, 't>, node: TsNode<'t>, role: Role, _children: &[Child<'t>]) {
    let mut tasks: Tasks<'t> = Vec::new();
    commands(b.text(node), node.start_byte(), role, &mut tasks);
    b.then_all(tasks);
}
