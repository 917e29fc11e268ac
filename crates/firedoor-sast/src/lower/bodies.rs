//! Ends of statements that grammars miss.
//!
//! That of Kotlin asks for some that the language does not: behind the last member of a class whose body ends on the
//! same line (`class A { val b = 1 }`). Only files that could not be read otherwise are looked at here. That of Bash
//! overlooks some, see [`commands_apart`].

/// The text of Kotlin with a semicolon in place of the blank before a closing brace, where something stands before it
/// on the line; every other byte in its place.
pub(super) fn ended(src: &[u8]) -> Vec<u8> {
    let mut out = src.to_vec();
    // For each open brace whether it is that of an expression in a text.
    let mut open: Vec<bool> = Vec::new();
    // The last byte that is neither blank nor in a remark.
    let mut last = b'{';
    let mut at = 0;
    while let Some(&c) = src.get(at) {
        let rest = &src[at..];
        if rest.starts_with(b"//") || rest.starts_with(b"/*") {
            at += remark(rest);
            continue;
        }
        match c {
            b'"' | b'\'' => {
                (at, last) = (text(src, at, &mut open), c);
                continue;
            }
            b'{' => open.push(false),
            b'}' if open.pop() == Some(true) => {
                (at, last) = (rest_of_text(src, at + 1, &mut open), c);
                continue;
            }
            b'}' if matches!(last, b')' | b'}' | b']' | b'"' | b'\'' | b'?' | b'>' | b'_')
                || last.is_ascii_alphanumeric() =>
            {
                let blank = at.checked_sub(1).filter(|b| src[*b] == b' ');
                let arrow = src[..at].trim_ascii_end().ends_with(b"->");
                if let (Some(blank), false) = (blank, arrow) {
                    out[blank] = b';';
                }
            }
            _ => {}
        }
        if c == b'\n' {
            last = b';';
        } else if !c.is_ascii_whitespace() {
            last = c;
        }
        at += 1;
    }
    out
}

/// The length of a remark.
fn remark(text: &[u8]) -> usize {
    if text.starts_with(b"//") {
        return memchr::memchr(b'\n', text).unwrap_or(text.len());
    }
    memchr::memmem::find(&text[2..], b"*/").map_or(text.len(), |n| n + 4)
}

/// The end of a text or character that begins at `at`, or of its part up to an expression in it.
fn text(src: &[u8], at: usize, open: &mut Vec<bool>) -> usize {
    if src[at] == b'\'' {
        let long = if src.get(at + 1) == Some(&b'\\') { 2 } else { 1 };
        let end = memchr::memchr(b'\'', src.get(at + 1 + long..).unwrap_or(b""));
        return end.filter(|n| *n < 8).map_or(at + 1, |n| at + 2 + long + n);
    }
    if src[at..].starts_with(b"\"\"\"") {
        // Expressions in it hold no bodies of classes.
        let end = memchr::memmem::find(&src[at + 3..], b"\"\"\"");
        return end.map_or(src.len(), |n| at + 6 + n);
    }
    rest_of_text(src, at + 1, open)
}

/// The same inside of a text in one line.
fn rest_of_text(src: &[u8], mut at: usize, open: &mut Vec<bool>) -> usize {
    while let Some(&c) = src.get(at) {
        match c {
            b'\\' => at += 1,
            b'"' => return at + 1,
            b'\n' => return at,
            b'$' if src.get(at + 1) == Some(&b'{') => {
                open.push(true);
                return at + 2;
            }
            _ => {}
        }
        at += 1;
    }
    src.len()
}

/// The text of a shell script with a semicolon at the ends of lines that the grammar of Bash overlooked: behind a
/// pipeline of three commands it reads the lines below as more words, if one of them has a redirection. `None` if all
/// commands end where their lines do.
pub(super) fn commands_apart(tree: &tree_sitter::Tree, src: &[u8]) -> Option<Vec<u8>> {
    let mut apart: Option<Vec<u8>> = None;
    let mut cursor = tree.walk();
    loop {
        let node = cursor.node();
        let over_lines = node.start_position().row < node.end_position().row;
        if over_lines && node.kind() == "command" {
            let mut children = node.walk();
            let mut before: Option<tree_sitter::Node<'_>> = None;
            for child in node.children(&mut children) {
                if let Some(before) = before {
                    let gap = before.end_byte()..child.start_byte();
                    let end = src.get(gap.clone()).and_then(line_end).map(|at| gap.start + at);
                    if let Some(end) = end {
                        let text = apart.get_or_insert_with(|| src.to_vec());
                        // A remark would take the semicolon for its own.
                        let from = if before.kind() == "comment" { before.start_byte() } else { end };
                        text[from..=end].fill(b' ');
                        text[from] = b';';
                    }
                }
                before = Some(child);
            }
        }
        if over_lines && cursor.goto_first_child() {
            continue;
        }
        while !cursor.goto_next_sibling() {
            if !cursor.goto_parent() {
                return apart;
            }
        }
    }
}

/// The first end of a line between two words that no backslash joins to the next line.
fn line_end(gap: &[u8]) -> Option<usize> {
    (0..gap.len()).find(|&at| gap[at] == b'\n' && (at == 0 || gap[at - 1] != b'\\'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(code: &str) -> String {
        String::from_utf8(ended(code.as_bytes())).expect("only ASCII was changed")
    }

    #[test]
    fn members_before_a_brace_end() {
        assert_eq!(shown("class A { val b = 1 }"), "class A { val b = 1;}");
        assert_eq!(shown("class A { fun f() { g(\"}\") } }"), "class A { fun f() { g(\"}\");};}");
        assert_eq!(shown("class A { val c = '}' }"), "class A { val c = '}';}");
        assert_eq!(shown("class A { val c = \"a ${f { it }} b\" }"), "class A { val c = \"a ${f { it;}} b\";}");
    }

    #[test]
    fn other_braces_stay() {
        for same in [
            "class A {\n  val b = 1\n}",
            "class A { }",
            "f { a -> }",
            "// { a }\nval b = 2",
            "val s = \"\"\"{ a }\"\"\"",
            "\"${a } }",
            "'",
            "\"\\",
        ] {
            assert_eq!(shown(same), same);
        }
    }
}
