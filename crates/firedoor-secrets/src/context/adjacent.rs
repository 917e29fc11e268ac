//! Values that stand behind their name without a sign between them: options of programs, directives of daemons and
//! routers, `.netrc`, definitions with a type.

use std::ops::Range;

use super::assign::{Assigned, Cursor, Form, MAX_VALUE, found, line_start};
use super::file_kind::FileKind;
use super::literal::{closing, literal};
use super::score;
use super::value::{self, Shape};

/// `--name value`, `name 'value'`, `ENV NAME value`, `machine h login u password value`, `var name type = "…"`.
pub(super) fn adjacent(
    c: &mut Cursor<'_>,
    bytes: &[u8],
    name: &Range<usize>,
    before: u8,
    file: &FileKind,
) -> Option<Assigned> {
    if before == b'-' || before == b'/' && !file.code {
        if matches!(c.peek(), b'-' | b'\\' | b'|' | b'>' | b'\n' | b'\r' | b'=' | b'<' | b'[') {
            return None;
        }
        return literal(c, Form::Option, name, before, file);
    }
    // Anaconda's `rootpw --plaintext …`.
    if &bytes[name.clone()] == b"rootpw" && c.eat(b"--plaintext ") {
        c.blanks(false);
    }
    let line_start = line_start(bytes, name.start);
    let line = &bytes[line_start..name.start];
    let directs = file.config && !file.docs && is_directive(bytes, name);
    if !directs && matches!(c.peek(), b'"' | b'\'') || c.peek() == b'`' && !file.code {
        // `#define NAME "…"`, `storePassword "…"`: what begins a line is no end of a sentence.
        let head = line.trim_ascii();
        let begins = head.is_empty() && (file.code || file.config && !file.docs)
            || head.ends_with(b"#define")
            || before == b':'
            || is_account(head) && bytes[name.clone()].eq_ignore_ascii_case(b"PASSWORD")
            || matches!(head.last(), Some(b'{' | b';')) && !file.docs && !in_string(head);
        let found = literal(c, if begins { Form::Assign } else { Form::Adjacent }, name, before, file)?;
        // The quote may end a string that holds the name; then what follows it is code.
        let code = |b: &u8| matches!(b, b' ' | b',' | b'(' | b')' | b'=' | b';' | b'{' | b'}' | b'<' | b'>');
        let text = &c.bytes[found.value.clone()];
        let body = text.strip_suffix(b"==").or_else(|| text.strip_suffix(b"=")).unwrap_or(text);
        let plus = file.code && text.contains(&b'+') && !value::is_base64(text);
        return (!plus && !body.iter().any(code)).then_some(found);
    }
    // Kotlin: `val secret by lazy { "…" }`.
    if c.rest().starts_with(b"by lazy {") {
        c.at += 9;
        c.blanks(true);
        let close = c.quote()?;
        let len = closing(bytes, c.at, close)?;
        return Some(found(c.at..c.at + len, true, Form::Assign));
    }
    // Redis' sentinel: `sentinel auth-pass master value`.
    if bytes[name.clone()].ends_with(b"auth-pass") && line.trim_ascii() == b"sentinel" {
        c.at += c.rest().iter().take(60).take_while(|b| !b.is_ascii_whitespace()).count();
        c.blanks(false);
        return literal(c, Form::Option, name, before, file);
    }
    // Go and Visual Basic: `var token string = "…"`, `Dim token As String = "…"`.
    let mark = c.at;
    let mut n = 0;
    while n < 24
        && (c.peek().is_ascii_alphanumeric() || matches!(c.peek(), b' ' | b'*' | b'[' | b']' | b'.' | b'(' | b')'))
    {
        c.at += 1;
        n += 1;
    }
    if n > 1 && c.peek() == b'=' && !c.rest().starts_with(b"==") && c.bytes[c.at - 1] == b' ' {
        c.at += 1;
        c.blanks(false);
        if matches!(c.peek(), b'"' | b'\'' | b'`') || c.rest().starts_with(b"N'") {
            return literal(c, Form::Assign, name, before, file);
        }
    }
    // `The password is "…"`.
    c.at = mark;
    if c.eat(b"is ") || c.eat(b"is: ") {
        c.blanks(false);
        if matches!(c.peek(), b'"' | b'\'' | b'`') {
            return literal(c, Form::Assign, name, before, file);
        }
        return if file.code { None } else { told(c) };
    }
    // `The password for user 'x' is 'y'`.
    let tail = &c.rest()[..c.rest().len().min(MAX_VALUE)];
    let sentence = tail.split(|&b| b == b'\n').next().unwrap_or(b"");
    if sentence.starts_with(b"for ")
        && let Some(is) = memchr::memmem::find(&sentence[..sentence.len().min(80)], b" is ")
    {
        c.at += is + 4;
        if matches!(c.peek(), b'"' | b'\'' | b'`') {
            return literal(c, Form::Assign, name, before, file);
        }
        return None;
    }
    let head = line.trim_ascii().to_ascii_lowercase();
    const SETTERS: [&[u8]; 9] = [
        b"env",
        b"setx",
        b"setenv",
        b"set -x",
        b"set -gx",
        b"set -ux",
        b"fastcgi_param",
        b"uwsgi_param",
        b"config set",
    ];
    let docker = SETTERS.contains(&head.as_slice());
    if file.config && !file.code && !file.docs && is_network_line(&head, &bytes[name.clone()]) {
        // The kind of the encryption, `0` for none or `7` for one that hides nothing; the number of a key and its digest.
        c.at = mark;
        for word in [&b"0 "[..], b"5 ", b"7 ", b"8 ", b"9 ", b"ascii-text ", b"ascii ", b"hexadecimal ", b"local "] {
            if c.eat(word) {
                c.blanks(false);
            }
        }
        if let Some(close) = c.quote() {
            let len = closing(bytes, c.at, close)?;
            return Some(found(c.at..c.at + len, true, Form::Assign));
        }
        let len = c.rest().iter().take(100).take_while(|b| !b.is_ascii_whitespace()).count();
        // What goes on behind it is a sentence that begins so.
        let tail = &c.rest()[len..];
        let tail = &tail[tail.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\r')).count()..];
        let ends = tail.first().is_none_or(|b| *b == b'\n')
            || [&b"address "[..], b"hostname ", b"no-xauth", b"secret ", b"password ", b"privilege ", b"role "]
                .iter()
                .any(|word| tail.starts_with(word));
        let len = if c.rest()[..len].ends_with(b";") { len - 1 } else { len };
        // `enable password protection`, `neighbor discovery password required` are read in many files.
        let word = c.rest()[..len].iter().all(u8::is_ascii_lowercase);
        if word && mark == c.at && !is_of_a_router(bytes) {
            return None;
        }
        return (len > 0 && ends).then(|| found(c.at..c.at + len, true, Form::Assign));
    }
    let netrc = is_login(line) || (line.trim_ascii().is_empty() && follows_login(bytes, line_start));
    c.at = mark;
    let proxy = bytes[name.clone()].ends_with(b"insecure-password");
    if docker || netrc || proxy {
        return literal(c, Form::Option, name, before, file);
    }
    // `requirepass value` alone on its line, as daemons are configured.
    let text = sentence.trim_ascii_end();
    // Directives of nginx that pass requests on.
    const PASSING: [&[u8]; 6] =
        [b"proxy_pass", b"fastcgi_pass", b"uwsgi_pass", b"scgi_pass", b"grpc_pass", b"memcached_pass"];
    // `rocommunity value 10.0.0.0/8`.
    let community = bytes[name.clone()].ends_with(b"community") && line.trim_ascii().is_empty();
    let text = if community { text.split(|b| *b == b' ').next().unwrap_or(text) } else { text };
    if community && file.config && !file.code && !file.docs && !text.is_empty() {
        c.at = mark;
        return Some(found(mark..mark + text.len(), true, Form::Assign));
    }
    let alone = !PASSING.contains(&&bytes[name.clone()])
        && line.trim_ascii().is_empty()
        && !text.is_empty()
        && !text.iter().any(u8::is_ascii_whitespace);
    if alone && file.config && !file.code && !file.docs {
        return literal(c, Form::Assign, name, before, file);
    }
    None
}

/// `the password is plumT4rt9xQ, by the way`: a word with capitals, digits and perhaps signs. What words and terms may
/// look like too, as `Plum-Tart-44` and `PBKDF2-hashed`, is a hint at most.
pub(super) fn told(c: &Cursor<'_>) -> Option<Assigned> {
    let text = &c.rest()[..c.rest().len().min(40)];
    // The sentence may be the file's last.
    let word = &text[..text.iter().position(u8::is_ascii_whitespace).unwrap_or(text.len())];
    let end = word.iter().rposition(|b| !matches!(b, b'.' | b',' | b';' | b')')).map_or(0, |i| i + 1);
    let word = &word[..end];
    let has = |kind: fn(&u8) -> bool| word.iter().any(kind);
    let mixed = has(u8::is_ascii_digit) && has(u8::is_ascii_lowercase) && has(u8::is_ascii_uppercase);
    let plain = word.iter().all(|b| b.is_ascii_graphic() && !matches!(b, b'(' | b'<' | b'{' | b'"' | b'/' | b'`'));
    if !mixed || !plain || word.len() < 8 {
        return None;
    }
    let shape = Shape::of(word);
    let inner = &word[1..word.len() - 1];
    let signs = inner.iter().any(|b| matches!(b, b'!' | b'#' | b'$' | b'%' | b'&' | b'*' | b'^'));
    let turns = value::turns(word) >= 2 && shape.letter_share() < 50;
    let no_word = !has(|b| *b == b'-') && !score::has_version(word) && (signs || turns);
    // A random value reaches the gate wherever it stands.
    let form = if no_word { Form::Assign } else { Form::Adjacent };
    (no_word || score::randomness(word, &shape) < 2).then(|| found(c.at..c.at + end, true, form))
}

/// Whether a statement of SQL up to here makes or changes an account: `ALTER ROLE svc WITH PASSWORD '…'`.
fn is_account(head: &[u8]) -> bool {
    let head = &head[head.len().saturating_sub(120)..];
    let lower = head.to_ascii_lowercase();
    ["create role ", "create user ", "alter role ", "alter user "]
        .iter()
        .any(|start| memchr::memmem::find(&lower, start.as_bytes()).is_some())
}

/// Whether a line up to here has opened a string.
fn in_string(head: &[u8]) -> bool {
    memchr::memchr_iter(b'"', head).count() % 2 == 1
}

/// Whether the name stands in a line of a router's configuration that gives it a password.
pub(super) fn is_directive(bytes: &[u8], name: &Range<usize>) -> bool {
    let line = &bytes[line_start(bytes, name.start)..name.start];
    line.len() < 100 && is_network_line(&line.trim_ascii().to_ascii_lowercase(), &bytes[name.clone()])
}

/// Whether a line of a router's configuration gives a password to what it begins with: `enable password`,
/// `username admin privilege 15 secret`, `tacacs-server key`, `neighbor 10.0.0.2 password`.
fn is_network_line(head: &[u8], name: &[u8]) -> bool {
    let is = |words: &[&str]| words.iter().any(|w| w.as_bytes().eq_ignore_ascii_case(name));
    let begins = |words: &[&str]| words.iter().any(|w| head.starts_with(w.as_bytes()));
    match head {
        b"" => is(&["key-string", "authentication-key", "pre-shared-key"]),
        b"enable" => is(&["password", "secret"]),
        b"crypto isakmp" => is(&["key"]),
        b"ip ospf" => is(&["authentication-key"]),
        b"pre-shared-key" => is(&["ascii-text", "hexadecimal"]),
        // `d-i passwd/root-password password …` of Debian's installer.
        _ if begins(&["d-i passwd/", "d-i user-setup/"]) => {
            is(&["password"]) && (head.ends_with(b"-password") || head.ends_with(b"-password-again"))
        }
        _ if begins(&["tacacs-server", "radius-server", "tacacs server", "radius server"]) => is(&["key"]),
        _ => begins(&["username ", "neighbor ", "ppp chap", "ppp pap", "aaa group "]) && is(&["password", "secret"]),
    }
}

/// Whether a file is the configuration of a router, by lines that most of them have.
fn is_of_a_router(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(16 << 10)];
    let has =
        |line: &str| head.starts_with(&line.as_bytes()[1..]) || memchr::memmem::find(head, line.as_bytes()).is_some();
    ["\nhostname ", "\ninterface ", "\n!\n", "\n!\r", "\nline vty", "\nip address", "\nrouter "].iter().any(|l| has(l))
}

/// Whether a line ends in `login NAME`, as a `.netrc` on one line does; a sentence that speaks of a login goes on.
fn is_login(line: &[u8]) -> bool {
    let mut words = line.rsplit(u8::is_ascii_whitespace).filter(|w| !w.is_empty());
    words.next().is_some_and(|user| !user.ends_with(b".") && !user.ends_with(b",")) && words.next() == Some(b"login")
}

/// Whether the line before begins with `login` or `machine`, as in a `.netrc` of several lines.
fn follows_login(bytes: &[u8], line_start: usize) -> bool {
    let above = bytes[line_start.saturating_sub(400)..line_start].trim_ascii_end();
    let start = memchr::memrchr(b'\n', above).map_or(0, |i| i + 1);
    let line = above[start..].trim_ascii_start();
    line.starts_with(b"login ") || line.starts_with(b"machine ")
}
