//! The value itself: a literal in quotes, perhaps wrapped in a constructor or a default of the environment, or a bare
//! word. What stands before it is [`super::assign`]'s.

use std::ops::Range;

use super::assign::{Assigned, Cursor, Form, MAX_VALUE, found, line_start};
use super::entity;
use super::file_kind::FileKind;

/// Functions and prefixes around a literal that leave it what it is.
const WRAPPERS: &[&[u8]] = &[
    b"new String(",
    b"String::from(",
    b"SecretString::from(",
    b"SecretString::new(",
    b"std::string(",
    b"QString(",
    b"QStringLiteral(",
    b"QLatin1String(",
    b"String.valueOf(",
    b"Encoding.UTF8.GetBytes(",
    b"Encoding.ASCII.GetBytes(",
    b"new SymmetricSecurityKey(Encoding.UTF8.GetBytes(",
    b"new SymmetricSecurityKey(Encoding.ASCII.GetBytes(",
    b"System.Text.Encoding.UTF8.GetBytes(",
    b"new SecretKeySpec(",
    b"SecretKey::from_str(",
    b"Decoders.BASE64.decode(",
    b"Keys.hmacShaKeyFor(",
    b"StringUtils.getBytesUtf8(",
    b"Uint8Array.from(",
    b"CryptoJS.enc.Utf8.parse(",
    b"CryptoJS.enc.Hex.parse(",
    b"CryptoJS.enc.Base64.parse(",
    b"Base64.decode(",
    b"Base64.getDecoder().decode(",
    b"Convert.FromBase64String(",
    b"Base64.decode64(",
    b"base64_decode(",
    b"hex2bin(",
    b"hex.DecodeString(",
    b"Buffer.from (",
    b"new TextEncoder().encode(",
    b"pulumi.secret(",
    b"_T(",
    b"MD5(",
    b"md5(",
    b"SHA1(",
    b"SHA2(",
    b"PASSWORD(",
    b"TEXT(",
    b"F(",
    b"[]byte(",
    b"String(",
    b"bytes(",
    b"str(",
    b"Buffer.from(",
    b"SecureString(",
    b"new SecureString(",
    b"SecretStr(",
    b"SecretBytes(",
    b"Field(default=",
    b"Field(",
    b"CharField(default=",
    b"models.CharField(default=",
    b"b64decode(",
    b"base64.b64decode(",
    b"bytes.fromhex(",
    b"bytearray(",
    b"unhexlify(",
    b"atob(",
    b"Some(",
    b"ConvertTo-SecureString ",
    b"ConvertTo-SecureString -String ",
    b"Secret(",
    b"@",
    b"b",
    b"r",
    b"u",
    b"L",
    b"rb",
    b"br",
    b"N",
    b"f",
    b"$",
    b"!!str ",
    b"!vault ",
    b"[",
    b"{",
    b"*",
    b"&",
    b"<<",
];

/// What stands behind a literal that is only a part of the value.
const GOES_ON: &[&[u8]] =
    &[b"+", b"%", b". ", b".$", b".format", b".replace", b".join", b".concat", b".split", b"&", b"?", b"in ", b".."];

/// Moves behind the opening quote of a literal with a wrapper around it: the wrapper, and what closes the literal.
pub(super) fn wrapped(c: &mut Cursor<'_>) -> Option<(&'static [u8], &'static [u8])> {
    for wrapper in WRAPPERS {
        let mut inner = Cursor { bytes: c.bytes, at: c.at };
        if inner.eat(wrapper)
            && let Some(close) = inner.quote()
        {
            c.at = inner.at;
            return Some((wrapper, close));
        }
    }
    None
}

/// The literal or bare value at the cursor.
pub(super) fn literal(
    c: &mut Cursor<'_>,
    form: Form,
    name: &Range<usize>,
    before: u8,
    file: &FileKind,
) -> Option<Assigned> {
    let mut quote = c.quote();
    let mut formatted = false;
    let mut braced = false;
    if quote.is_none()
        && let Some((wrapper, close)) = wrapped(c)
    {
        formatted = matches!(wrapper, b"f" | b"$");
        braced = wrapper == b"{";
        quote = Some(close);
    }
    let Some(close) = quote else {
        if let Some(found) = bracketed(c, form, file) {
            return Some(found);
        }
        if let Some(found) =
            environment_default(c, form).or_else(|| fallback(c, form, file)).or_else(|| branch(c, form, file))
        {
            return Some(found);
        }
        if let Some(range) = byte_list(c, file) {
            return Some(found(range, true, form));
        }
        // An anchor of YAML names the value behind it.
        if file.config && c.peek() == b'&' {
            let len = c.rest().iter().take(40).take_while(|b| !b.is_ascii_whitespace()).count();
            if len > 1 && c.rest().get(len) == Some(&b' ') {
                c.at += len;
                c.blanks(false);
                return literal(c, form, name, before, file);
            }
        }
        return bare(c, form, name, before, file);
    };
    let start = c.at;
    let len = closing(c.bytes, start, close)?;
    let mut after = Cursor { bytes: c.bytes, at: start + len + close.len() };
    after.blanks(false);
    let next = after.rest();
    if braced && (next.starts_with(b":") || next.starts_with(b"=>")) {
        return None;
    }
    // A template is filled in later.
    if formatted && c.bytes[start..start + len].contains(&b'{') {
        return None;
    }
    let joined = formatted
        || GOES_ON.iter().any(|text| next.starts_with(text))
        || (form == Form::Assign && next.starts_with(b":") && !file.config);
    Some(Assigned { value: start..start + len, quoted: true, form, joined, pair: false, arguments: 0 })
}

/// Lua's `[[value]]` and Perl's `q{value}`, `qq(value)`.
fn bracketed(c: &Cursor<'_>, form: Form, file: &FileKind) -> Option<Assigned> {
    const PAIRS: &[(&[u8], &[u8])] = &[
        (b"[[", b"]]"),
        (b"q{", b"}"),
        (b"q(", b")"),
        (b"q[", b"]"),
        (b"qq{", b"}"),
        (b"qq(", b")"),
        (b"%q(", b")"),
        (b"%q{", b"}"),
    ];
    if !file.code {
        return None;
    }
    let (open, close) = PAIRS.iter().find(|(open, _)| c.rest().starts_with(open))?;
    let start = c.at + open.len();
    let len = closing(c.bytes, start, close)?;
    // A list of lists and a call begin in the same way.
    let code = |b: &u8| matches!(b, b'"' | b'\'' | b',' | b' ' | b'(' | b'[' | b'{');
    (!c.bytes[start..start + len].iter().any(code)).then(|| found(start..start + len, true, form))
}

/// `os.getenv("NAME", "value")`, `os.getenv("NAME") or "value"`, `<%= ENV["NAME"] || "value" %>`, `ENV.fetch("NAME", "value")`, `process.env.NAME || "value"`.
fn environment_default(c: &Cursor<'_>, form: Form) -> Option<Assigned> {
    let line_end = memchr::memchr(b'\n', &c.rest()[..c.rest().len().min(200)]).unwrap_or(c.rest().len().min(200));
    let line = &c.rest()[..line_end];
    // All of these hold a dot, a parenthesis or a bracket near their beginning.
    memchr::memchr3(b'(', b'.', b'[', &line[..line.len().min(40)])?;
    let lower: Vec<u8> = line.iter().take(60).map(u8::to_ascii_lowercase).collect();
    let reads = [
        &b"getenv("[..],
        b"environ.get(",
        b"env.fetch(",
        b"env(",
        b"env[",
        b"environ[",
        b"process.env",
        b"import.meta.env",
    ];
    let (at, what) = reads.iter().find_map(|r| memchr::memmem::find(&lower, r).map(|at| (at, *r)))?;
    let separators: &[&[u8]] = if what.ends_with(b"(") { &[b","] } else { &[b"||", b"??"] };
    let tail = &line[at..];
    let inside = || separators.iter().find_map(|s| memchr::memmem::find(tail, s).map(|i| i + s.len()));
    let behind = || {
        let close = tail.iter().position(|b| matches!(b, b')' | b']'))?;
        let words = [&b" or "[..], b" || ", b" ?? ", b" ?: ", b" // "];
        words.iter().find_map(|w| tail[close + 1..].starts_with(w).then_some(close + 1 + w.len()))
    };
    let split = behind().or_else(inside)?;
    let mut d = Cursor { bytes: c.bytes, at: c.at + at + split };
    d.blanks(false);
    let close = d.quote()?;
    let len = closing(d.bytes, d.at, close)?;
    Some(found(d.at..d.at + len, true, form))
}

/// `{0x1f, 0x8a, …}`, `new byte[] { (byte) 0x1f, … }`, `[]byte{…}`: at least eight bytes in hexadecimal digits.
fn byte_list(c: &Cursor<'_>, file: &FileKind) -> Option<Range<usize>> {
    let rest = &c.rest()[..c.rest().len().min(1_200)];
    if !file.code {
        return None;
    }
    let open = rest.iter().take(30).position(|b| matches!(b, b'{' | b';' | b'"' | b'\'' | b'\n' | b'='));
    let open = match open {
        Some(open) if rest[open] == b'{' => open,
        // `[0x1f, …]`, `bytes([0x1f, …])`, `byteArrayOf(0x1f, …)`.
        _ => {
            rest.iter().take(30).position(|b| *b == b'0')?.checked_sub(1).filter(|i| matches!(rest[*i], b'[' | b'('))?
        }
    };
    let (mut i, mut first, mut last, mut bytes) = (open + 1, 0, 0, Vec::new());
    while let Some(b) = rest.get(i) {
        if rest[i..].starts_with(b"0x") || rest[i..].starts_with(b"0X") {
            let len = rest[i + 2..].iter().take_while(|b| b.is_ascii_hexdigit()).count();
            if !(1..=2).contains(&len) {
                return None;
            }
            if bytes.is_empty() {
                first = i;
            }
            bytes.push(rest[i + 2..i + 2 + len].to_ascii_lowercase());
            i += 2 + len;
            last = i;
        } else if rest[i..].starts_with(b"(byte)") {
            i += 6;
        } else if b.is_ascii_whitespace() || *b == b',' {
            i += 1;
        } else if matches!(b, b'}' | b']' | b')') {
            break;
        } else {
            return None;
        }
    }
    let mut distinct = bytes.clone();
    distinct.sort();
    // What is in order counts up or is a table.
    let ordered = distinct == bytes;
    distinct.dedup();
    let fits = (8..=128).contains(&bytes.len()) && !ordered && distinct.len() * 2 >= bytes.len().min(32);
    fits.then(|| c.at + first..c.at + last)
}

/// `given ?: "value"`, `options.token || "value"`: the literal that is taken where the name before it has none.
fn fallback(c: &Cursor<'_>, form: Form, file: &FileKind) -> Option<Assigned> {
    if !file.code || form != Form::Assign {
        return None;
    }
    let rest = &c.rest()[..c.rest().len().min(120)];
    let line = &rest[..memchr::memchr(b'\n', rest).unwrap_or(rest.len())];
    let word = line.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b'$' | b'@')).count();
    let tail = line.get(word..).filter(|_| word > 0)?;
    let signs = [&b" ?: "[..], b" || ", b" ?? ", b" or "];
    let sign = signs.iter().find(|s| tail.starts_with(s))?;
    let mut d = Cursor { bytes: c.bytes, at: c.at + word + sign.len() };
    let close = d.quote()?;
    let len = closing(d.bytes, d.at, close)?;
    Some(found(d.at..d.at + len, true, form))
}

/// `given ? given : "value"`, `"value" if test else given`, `given if given else "value"`: the literal that one branch gives.
/// It is judged as an argument is, since the branches of most tests are words.
fn branch(c: &Cursor<'_>, form: Form, file: &FileKind) -> Option<Assigned> {
    if !file.code || form != Form::Assign {
        return None;
    }
    let rest = &c.rest()[..c.rest().len().min(240)];
    let line = &rest[..memchr::memchr2(b'\n', b';', rest).unwrap_or(rest.len())];
    let (asks, signs): (&[u8], &[&[u8]]) =
        if memchr::memchr(b'?', line).is_some() { (b" ? ", &[b" : ", b" ? "]) } else { (b" if ", &[b" else "]) };
    let from = memchr::memmem::find(line, asks)?;
    signs.iter().find_map(|sign| {
        let at = from + memchr::memmem::find(&line[from..], sign)? + sign.len();
        let mut d = Cursor { bytes: c.bytes, at: c.at + at };
        let close = d.quote()?;
        let len = closing(d.bytes, d.at, close)?;
        let mut after = Cursor { bytes: c.bytes, at: d.at + len + close.len() };
        after.blanks(false);
        // Nothing may be appended, and a key of a map is none.
        let ends = matches!(after.peek(), 0 | b'\n' | b'\r' | b';' | b',' | b')' | b'}' | b':' | b'#' | b'/');
        ends.then(|| found(d.at..d.at + len, true, Form::Argument))
    })
}

/// Length of a literal up to `close`; `None` where it is not closed on its line or is too long.
pub(super) fn closing(bytes: &[u8], start: usize, close: &[u8]) -> Option<usize> {
    let text = &bytes[start..(start + MAX_VALUE).min(bytes.len())];
    let mut i = 0;
    while i < text.len() {
        if text[i..].starts_with(close) {
            return (i > 0).then_some(i);
        }
        match text[i] {
            b'\\' if !close.starts_with(b"\\") => i += 2,
            b'\n' => return None,
            _ => i += 1,
        }
    }
    None
}

/// Whether the text begins with `name=`.
fn starts_pair(text: &[u8]) -> bool {
    let word = text.iter().take(30).take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    word > 1 && text.get(word) == Some(&b'=') && text.get(word + 1).is_some_and(|b| *b != b'=')
}

/// Whether nothing but the path of a name stands before it on its line: `spring.datasource.password`, `- password`.
fn begins_line(bytes: &[u8], name: &Range<usize>) -> bool {
    let head = bytes[line_start(bytes, name.start)..name.start].trim_ascii();
    let head = head.strip_prefix(b"export ").or_else(|| head.strip_prefix(b"- ")).unwrap_or(head);
    head.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'[' | b']' | b'"' | b'\''))
}

/// A value without quotes.
fn bare(c: &Cursor<'_>, form: Form, name: &Range<usize>, before: u8, file: &FileKind) -> Option<Assigned> {
    let text = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    // Inside a string or a query, pairs are separated by `;` or `&`, and a quote ends the whole string.
    let tight = c.at == name.end + 1;
    // A semicolon at the beginning of a line makes a comment of it.
    let remark = before == b';' && c.bytes[line_start(c.bytes, name.start)..name.start].trim_ascii() == b";";
    let pair = !remark && matches!(before, b';' | b'&' | b'?') || (tight && matches!(before, b'"' | b'\''));
    let whole_line = file.lines && form == Form::Assign && begins_line(c.bytes, name);
    let mut end = 0;
    let mut entity_end = 0;
    for (i, &b) in text.iter().enumerate() {
        // `&amp;` in an attribute is a character of the value; in a query it stands between two pairs.
        if b == b'&' && !matches!(before, b'&' | b'?') {
            entity_end = entity_end.max(i + entity::length(&text[i..]));
        }
        if i < entity_end {
            end = i + 1;
            continue;
        }
        let last = text.get(i + 1).is_none_or(u8::is_ascii_whitespace);
        let stop = match b {
            b';' | b',' | b'<' | b'&' | b'"' | b'\'' | b'`' if whole_line => last && matches!(b, b';' | b','),
            b' ' | b'\t' | b'\r' | b'\n' | b'"' | b'\'' | b'`' | b'<' => true,
            b';' => true,
            b'&' => pair || form == Form::Assign && tight && (file.code || starts_pair(&text[i + 1..])),
            b',' if before == b',' && tight && starts_pair(&text[i + 1..]) => true,
            b',' => text.get(i + 1).is_none_or(|n| n.is_ascii_whitespace() || matches!(n, b'"' | b'\'')) || file.code,
            b'\\' => matches!(text.get(i + 1), Some(b'n' | b'r' | b't' | b'"' | b'\'' | b'\n' | b'\r')),
            b'#' => i > 0 && text[i - 1] == b' ',
            _ => false,
        };
        if stop {
            break;
        }
        end = i + 1;
    }
    let closes = text.get(end).copied().unwrap_or(b'\n');
    let mut value = &text[..end];
    while let Some((&last, rest)) = value.split_last() {
        let open = match last {
            b')' => b'(',
            b']' => b'[',
            b'}' => b'{',
            b',' => 0,
            _ => break,
        };
        if open != 0 && rest.contains(&open) {
            break;
        }
        value = rest;
    }
    if value.is_empty() {
        return None;
    }
    // `password = value more words` is prose unless a comment follows.
    let line_end = memchr::memchr(b'\n', &text[end..]).map_or(text.len(), |n| end + n);
    let trailing = text[end..line_end].trim_ascii();
    // `user=a password=b dbname=c`: a list of pairs without other separators.
    let word_pair = |t: &[u8]| {
        let word = t.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
        word > 1 && t.get(word) == Some(&b'=') && t.get(word + 1).is_some_and(|b| *b != b' ' && *b != b'=')
    };
    let above = &c.bytes[line_start(c.bytes, name.start)..name.start];
    let last_word = above.trim_ascii_end().rsplit(|b| matches!(b, b' ' | b'"' | b'\'')).next().unwrap_or(b"");
    let in_list = tight
        && matches!(before, b' ' | b'"' | b'\'')
        && (closes == b' ' && word_pair(trailing)
            || before == b' ' && word_pair(last_word) && !last_word.ends_with(b","));
    let pair = pair || in_list;
    let prose = closes == b' '
        && before != b'-'
        && form == Form::Assign
        && !in_list
        && !trailing.is_empty()
        && !matches!(trailing[0], b'#' | b'/' | b'-' | b';' | b'\\' | b'&' | b'|' | b'"' | b'\'' | b')' | b'}' | b'>')
        && !(tight && c.bytes[name.clone()].iter().all(|b| b.is_ascii_uppercase() || matches!(b, b'_' | b'0'..=b'9')))
        && !trailing.contains(&b'=')
        && !trailing.contains(&b':');
    let listed = closes == b',' && before == b',' && tight;
    let pair = pair || closes == b';' && !file.code || closes == b'&' || listed;
    Some(Assigned { value: c.at..c.at + value.len(), quoted: false, form, joined: prose, pair, arguments: 0 })
}
