//! Signs in front of a chain: the grammars of Kotlin, Swift and Solidity read `!file.exists()` as `(!file).exists()`, the
//! languages as `!(file.exists())`. The sign is opened first here, and what is left of the chain begins behind it.

use firedoor_lang::Language;
use tree_sitter::Node as TsNode;

/// What stands in front of a chain.
pub(super) struct Prefix<'t> {
    /// The expressions that begin with a sign, outermost first.
    pub(super) signs: Vec<TsNode<'t>>,
    /// Where the value that the chain begins with starts.
    pub(super) value: usize,
}

/// Whether the grammar needs it.
pub(super) fn is_needed(language: Language) -> bool {
    matches!(language, Language::Kotlin | Language::Swift | Language::Solidity)
}

/// Whether a text may begin with a sign. `.` of Swift is none: it belongs to the name.
pub(super) fn is_sign(byte: Option<&u8>) -> bool {
    matches!(byte, Some(b'!' | b'-' | b'+' | b'~'))
}

/// The signs in front of a chain of members, calls and elements.
pub(super) fn of<'t>(chain: TsNode<'t>) -> Option<Prefix<'t>> {
    if !is_link(chain) {
        return None;
    }
    let mut node = chain;
    while is_link(node) || node.kind() == "expression" {
        node = node.named_child(0).filter(|n| n.start_byte() == chain.start_byte())?;
    }
    let mut signs = Vec::new();
    let mut value = node.start_byte();
    while let Some(operand) = operand(node) {
        signs.push(node);
        value = operand.start_byte();
        node = operand;
    }
    (!signs.is_empty()).then_some(Prefix { signs, value })
}

/// The value behind a sign.
pub(super) fn operand(node: TsNode<'_>) -> Option<TsNode<'_>> {
    if !matches!(node.kind(), "unary_expression" | "prefix_expression") {
        return None;
    }
    let value = u32::try_from(node.named_child_count()).ok()?.checked_sub(1)?;
    let value = node.named_child(value).filter(|n| n.start_byte() > node.start_byte())?;
    Some(if value.kind() == "expression" { value.named_child(0)? } else { value })
}

/// Whether a node goes on from what it begins with: `a.b`, `a(b)`, `a[b]`, `a!!`.
fn is_link(node: TsNode<'_>) -> bool {
    match node.kind() {
        "navigation_expression"
        | "member_expression"
        | "call_expression"
        | "index_expression"
        | "array_access"
        | "postfix_expression" => true,
        "unary_expression" => operand(node).is_none(),
        _ => false,
    }
}
