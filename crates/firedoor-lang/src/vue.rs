//! The scripts of Vue's components.

use std::ops::Range;

/// The text of a component with everything but its scripts blank; every byte that is left keeps its place, and lines
/// their ends.
#[must_use]
pub fn scripts(src: &[u8]) -> Vec<u8> {
    let mut out: Vec<u8> = src.iter().map(|&b| if matches!(b, b'\n' | b'\r') { b } else { b' ' }).collect();
    for script in ranges(src) {
        out[script.clone()].copy_from_slice(&src[script]);
    }
    out
}

fn ranges(src: &[u8]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = memchr::memmem::find(&src[at..], b"<script").map(|n| at + n) {
        at = open + b"<script".len();
        // `<scripted>` is another element.
        if !src.get(at).is_some_and(|b| matches!(b, b'>' | b' ' | b'\t' | b'\n' | b'\r')) {
            continue;
        }
        let Some(begin) = memchr::memchr(b'>', &src[at..]).map(|n| at + n + 1) else { break };
        let end = memchr::memmem::find(&src[begin..], b"</script").map_or(src.len(), |n| begin + n);
        found.push(begin..end);
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_scripts_are_left() {
        let text =
            "<template>\n<b/></template>\n<script setup lang=\"ts\">\nlet a = 1\n</script>\n<scripted>x</scripted>";
        let left = String::from_utf8(scripts(text.as_bytes())).expect("blanks and ASCII");
        assert_eq!(left.len(), text.len());
        assert_eq!(left.trim(), "let a = 1");
        assert_eq!(left.find("let"), text.find("let"));
        assert_eq!(left.lines().count(), text.lines().count());
        assert_eq!(scripts(b"<script"), b"       ");
    }
}
