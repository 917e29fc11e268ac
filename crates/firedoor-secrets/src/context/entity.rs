//! Character references of XML and HTML: `&amp;`, `&#38;`, `&#x26;` (XML 1.0, section 4.1).

/// Length of the reference that the text begins with; 0 if it begins with none.
pub(super) fn length(text: &[u8]) -> usize {
    one(text).map_or(0, |(_, len)| len)
}

/// The text with its references replaced; `None` if it has none.
pub(super) fn unescaped(text: &[u8]) -> Option<Vec<u8>> {
    let mut at = memchr::memchr(b'&', text)?;
    let mut out = text[..at].to_vec();
    let mut found = false;
    while at < text.len() {
        match one(&text[at..]) {
            Some((c, len)) => {
                found = true;
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                at += len;
            }
            None => {
                out.push(text[at]);
                at += 1;
            }
        }
    }
    found.then_some(out)
}

fn one(text: &[u8]) -> Option<(char, usize)> {
    if text.first() != Some(&b'&') {
        return None;
    }
    for (name, c) in [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&apos;", '\'')] {
        if text.starts_with(name.as_bytes()) {
            return Some((c, name.len()));
        }
    }
    let end = text.iter().take(10).position(|b| *b == b';')?;
    let number = std::str::from_utf8(text.get(1..end)?).ok()?.strip_prefix('#')?;
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some((char::from_u32(code)?, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_replaced() {
        assert_eq!(unescaped(b"a&amp;b&#60;c&#x26;d&lt;").as_deref(), Some(&b"a&b<c&d<"[..]));
        assert_eq!(unescaped(b"a&b;c& &#;"), None);
        assert_eq!((length(b"&quot;x"), length(b"&x;"), length(b"amp;")), (6, 0, 0));
    }
}
