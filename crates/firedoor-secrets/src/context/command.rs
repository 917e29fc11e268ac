//! Command lines of programs that take a password as an argument.

use std::ops::Range;

use firedoor_core::Confidence;

use super::assign::{self, Assigned, Form};
use super::name::{Kind, Name};
use super::value;
use super::{Detector, Scan, score};

/// Longest command line that is followed.
const MAX_COMMAND: usize = 3_000;

/// How the password is written behind its flag.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Shape {
    /// `-p password`, with or without the blank.
    Alone,
    /// `-p password`, never without the blank.
    Apart,
    /// `-ppassword`, never with a blank.
    Joined,
    /// `-u user:password`.
    Pair,
    /// `-U user%password`.
    Percent,
    /// `-u user,password`.
    Comma,
}

type Program = (&'static [u8], &'static [&'static [u8]], Shape);

/// Program, flags and shape. The words lead here by the keyword pass too: see `TRIGGERS`.
const PROGRAMS: &[Program] = &[
    (b"curl", &[b" -u", b" --user", b" --proxy-user", b" -U"], Shape::Pair),
    (b"http -a", &[b" -a"], Shape::Pair),
    (b"mysql", &[b" -p"], Shape::Joined),
    (b"redis-cli", &[b" -a", b" --pass"], Shape::Apart),
    (b"sqlcmd", &[b" -P"], Shape::Apart),
    (b"openssl", &[b" -k ", b" -passin pass:", b" -passout pass:", b" -pass pass:"], Shape::Alone),
    (b"ldap", &[b" -w"], Shape::Apart),
    (b"smbclient", &[b" -U"], Shape::Percent),
    (b"7z ", &[b" -p"], Shape::Joined),
    (b"zip -", &[b" -P"], Shape::Apart),
    (b"plink", &[b" -pw"], Shape::Apart),
    (b"pscp", &[b" -pw"], Shape::Apart),
    (b"az login", &[b" -p"], Shape::Apart),
    (b"useradd", &[b" -p"], Shape::Apart),
    (b"usermod", &[b" -p"], Shape::Apart),
    (b"mongo", &[b" -p"], Shape::Apart),
    (b"mosquitto_", &[b" -P"], Shape::Apart),
    (b"cqlsh", &[b" -p"], Shape::Apart),
    (b"xfreerdp", &[b" /p:"], Shape::Alone),
    (b"lftp", &[b" -u"], Shape::Comma),
    (b"ipmitool ", &[b" -P"], Shape::Apart),
    (b"bcp ", &[b" -P"], Shape::Alone),
    (b"isql ", &[b" -P"], Shape::Alone),
    (b"osql ", &[b" -P"], Shape::Alone),
    (b"tsql ", &[b" -P"], Shape::Apart),
    (b"cmdkey ", &[b" /pass:"], Shape::Alone),
    (b"schtasks ", &[b" /rp"], Shape::Apart),
    (b"winexe ", &[b" -U"], Shape::Percent),
    (b"rpcclient ", &[b" -U"], Shape::Percent),
    (b"createuser ", &[], Shape::Apart),
    (b"skopeo ", &[b" --creds", b" --src-creds", b" --dest-creds"], Shape::Pair),
    (b"", &[b" -p"], Shape::Alone),
];

/// `curl -u user:password`, `psexec -p password`, `sshpass -p password`, `docker login -p password`.
pub(super) fn command(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    // `--mysql`, `pycurl`: part of another word.
    if at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || matches!(bytes[at - 1], b'_' | b'.' | b'-')) {
        return;
    }
    let end = command_end(bytes, at);
    let line = &bytes[at..end];
    let starts = |word: &[u8]| line.get(..word.len()).is_some_and(|l| l.eq_ignore_ascii_case(word));
    let Some((program, flags, shape)) = PROGRAMS.iter().find(|p| starts(p.0)) else { return };
    if starts(b"net user ") {
        return net_user(scan, at, end);
    }
    if starts(b"net use") {
        return net_use(scan, at, end);
    }
    if starts(b"ftp ") {
        return ftp_user(scan, at);
    }
    if starts(b"snmp-server community ") {
        return community(scan, at + b"snmp-server community ".len(), end);
    }
    if starts(b"htpasswd ") {
        return htpasswd(scan, at, end);
    }
    if starts(b"createuser ") {
        return snmp_user(scan, at, end);
    }
    for flag in *flags {
        let mut from = at;
        while let Some(n) = memchr::memmem::find(&bytes[from..end], flag) {
            from += n + flag.len();
            let mut i = from;
            while i < end && matches!(bytes[i], b' ' | b'=' | b'\\' | b'\n' | b'\r') {
                i += 1;
            }
            let apart = i > from;
            // `-user-agent` is another option.
            let other = !apart && bytes.get(i).is_some_and(|b| *b == b'-');
            let joined = *shape == Shape::Joined && (apart || is_long_option(program, &bytes[i..end]));
            if other || i > from + 6 || joined || *shape == Shape::Apart && !apart {
                continue;
            }
            let quote = bytes.get(i).copied().filter(|b| matches!(b, b'"' | b'\''));
            let start = i + usize::from(quote.is_some());
            let len = bytes[start.min(end)..end]
                .iter()
                .position(|&b| quote.map_or(b.is_ascii_whitespace() || matches!(b, b'"' | b'\'' | b'\\'), |q| b == q))
                .unwrap_or(end - start.min(end));
            argument(scan, start..start + len, *shape);
        }
    }
}

/// `mysql -protocol`, `-port`: what begins like the flag but is a longer one.
fn is_long_option(program: &[u8], rest: &[u8]) -> bool {
    program == b"mysql" && (rest.starts_with(b"rotocol") || rest.starts_with(b"ort") || rest.starts_with(b"lugin"))
}

/// Where the command ends: the line, with those that it goes on in.
fn command_end(bytes: &[u8], at: usize) -> usize {
    let limit = (at + MAX_COMMAND).min(bytes.len());
    let mut end = at;
    while end < limit {
        match memchr::memchr(b'\n', &bytes[end..limit]) {
            Some(n) => {
                end += n;
                let before = bytes[..end].trim_ascii_end().last();
                if !matches!(before, Some(b'\\' | b'^' | b'`')) {
                    break;
                }
                end += 1;
            }
            None => end = limit,
        }
    }
    end
}

/// `htpasswd -bc file user password`: with `-b` the last word is the password.
fn htpasswd(scan: &mut Scan<'_>, at: usize, end: usize) {
    let line = &scan.bytes[at..end];
    let line = &line[..line.iter().position(|b| matches!(b, b'|' | b'>' | b';' | b'&' | b'\n')).unwrap_or(line.len())];
    let words: Vec<&[u8]> = line.split(u8::is_ascii_whitespace).filter(|w| !w.is_empty()).take(12).collect();
    let batch = words.iter().any(|w| w.starts_with(b"-") && !w.starts_with(b"--") && w[1..].contains(&b'b'));
    let Some(last) = words.last().filter(|w| batch && words.len() >= 4 && !w.starts_with(b"-")) else { return };
    let Some(start) = memchr::memmem::rfind(line, last) else { return };
    let quoted = last.len() > 2 && matches!(last[0], b'"' | b'\'') && last.last() == last.first();
    let inset = usize::from(quoted);
    argument(scan, at + start + inset..at + start + last.len() - inset, Shape::Apart);
}

/// `ftp -n host <<EOF` and `user name password` behind it, `ftp host <<< "user name password"`.
fn ftp_user(scan: &mut Scan<'_>, at: usize) {
    let window = &scan.bytes[at..(at + 600).min(scan.bytes.len())];
    let Some(here) = memchr::memmem::find(&window[..window.len().min(200)], b"<<") else { return };
    for word in memchr::memmem::find_iter(&window[here..], b"user ") {
        let start = here + word;
        if !matches!(window[start - 1], b'"' | b'\'' | b'\n' | b' ' | b'\t') {
            continue;
        }
        let line = &window[start..];
        let line = &line[..memchr::memchr3(b'\n', b'"', b'\'', line).unwrap_or(line.len())];
        let mut words = line.split(u8::is_ascii_whitespace).filter(|w| !w.is_empty());
        let (Some(_), Some(_), Some(secret), None) = (words.next(), words.next(), words.next(), words.next()) else {
            continue;
        };
        if let Some(from) = memchr::memmem::rfind(line, secret) {
            return argument(scan, at + start + from..at + start + from + secret.len(), Shape::Apart);
        }
    }
}

/// `snmp-server community word RO` of a router's configuration: the word lets in.
fn community(scan: &mut Scan<'_>, from: usize, end: usize) {
    let line = &scan.bytes[from.min(end)..end];
    let len = line.iter().position(u8::is_ascii_whitespace).unwrap_or(line.len());
    if !matches!(&line[..len], b"public" | b"private") {
        argument(scan, from..from + len, Shape::Apart);
    }
}

/// `createUser name SHA word AES word` of Net-SNMP: the words behind the digest and the cipher, in quotes or not.
fn snmp_user(scan: &mut Scan<'_>, at: usize, end: usize) {
    const KINDS: [&[u8]; 12] = [
        b"MD5", b"SHA", b"SHA-128", b"SHA-224", b"SHA-256", b"SHA-384", b"SHA-512", b"SHA256", b"SHA512", b"DES",
        b"AES", b"AES256",
    ];
    let bytes = scan.bytes;
    let (mut from, mut kind) = (at + b"createuser ".len(), false);
    for _ in 0..8 {
        let line = &bytes[from.min(end)..end];
        let start = from + line.len() - line.trim_ascii_start().len();
        let Some(first) = bytes[..end].get(start).copied() else { return };
        let quote = usize::from(matches!(first, b'"' | b'\''));
        let word = &bytes[(start + quote).min(end)..end];
        let stop = |b: &u8| if quote == 1 { *b == first } else { b.is_ascii_whitespace() };
        let len = word.iter().position(stop).unwrap_or(word.len());
        let is_kind = quote == 0 && KINDS.iter().any(|k| k.eq_ignore_ascii_case(&word[..len]));
        if kind && !is_kind && len >= 8 {
            argument(scan, start + quote..start + quote + len, Shape::Apart);
        }
        kind = is_kind;
        from = start + len + 2 * quote;
    }
}

/// `net user name password /add`: the word behind the name.
fn net_user(scan: &mut Scan<'_>, at: usize, end: usize) {
    let line = &scan.bytes[at..end];
    let mut words = line.split(u8::is_ascii_whitespace).filter(|w| !w.is_empty()).skip(3);
    let Some(word) = words.next().filter(|w| !w.starts_with(b"/") && !w.starts_with(b"*") && !w.starts_with(b"%"))
    else {
        return;
    };
    if let Some(start) = memchr::memmem::find(line, word) {
        argument(scan, at + start..at + start + word.len(), Shape::Apart);
    }
}

/// `expect "assword:"`, then `send "…\r"`: what is typed at a prompt.
pub(super) fn sent(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let head = &bytes[at.saturating_sub(160)..at];
    if memchr::memmem::rfind(head, b"assword").is_none()
        || ![&b"expect"[..], b"read_until"].iter().any(|w| memchr::memmem::rfind(head, w).is_some())
    {
        return;
    }
    let rest = &bytes[at..(at + 120).min(bytes.len())];
    let Some(open) = rest.iter().take(12).position(|b| matches!(b, b'"' | b'\'')) else { return };
    let start = at + open + 1;
    let rest = &rest[open + 1..];
    let Some(len) = memchr::memchr2(bytes[start - 1], b'\n', rest).filter(|i| rest[*i] != b'\n') else { return };
    let text = &rest[..len];
    let text = text.strip_suffix(b"\\r").or_else(|| text.strip_suffix(b"\\n")).unwrap_or(text);
    let text = text.strip_prefix(b"-- ").unwrap_or(text);
    let variable = text.windows(2).any(|w| w[0] == b'$' && (w[1].is_ascii_uppercase() || w[1] == b'{'));
    if text.len() >= 4 && !text.contains(&b' ') && !variable && !value::is_reference(text) {
        judge(scan, start..start + text.len(), b"");
    }
}

/// `net use x: \\host\share password /user:name`.
fn net_use(scan: &mut Scan<'_>, at: usize, end: usize) {
    let line = &scan.bytes[at..end];
    let Some(user) = memchr::memmem::find(line, b" /user:").or_else(|| memchr::memmem::find(line, b" /USER:")) else {
        return;
    };
    let word = |text: &[u8]| {
        let text = text.trim_ascii_end();
        let from = text.iter().rposition(|b| *b == b' ').map_or(0, |i| i + 1);
        from..text.len()
    };
    let before = word(&line[..user]);
    let after = user + 7 + line[user + 7..].iter().take_while(|b| !b.is_ascii_whitespace()).count();
    let rest = &line[after..];
    let lead = rest.len() - rest.trim_ascii_start().len();
    let len = rest[lead..].iter().take_while(|b| !b.is_ascii_whitespace()).count();
    let candidates = [before, after + lead..after + lead + len];
    for range in candidates {
        let text = &line[range.clone()];
        if !text.is_empty()
            && !text.starts_with(b"\\\\")
            && !text.starts_with(b"/")
            && !text.ends_with(b":")
            && text != b"*"
        {
            argument(scan, at + range.start..at + range.end, Shape::Alone);
        }
    }
}

fn argument(scan: &mut Scan<'_>, range: Range<usize>, shape: Shape) {
    let text = &scan.bytes[range.clone()];
    let sign = match shape {
        Shape::Percent => b'%',
        Shape::Comma => b',',
        _ => b':',
    };
    let pair = matches!(shape, Shape::Pair | Shape::Percent | Shape::Comma);
    let (user, secret) = match memchr::memchr(sign, text).filter(|_| pair || shape == Shape::Alone) {
        Some(0) => (&b""[..], 1..text.len()),
        Some(colon) if colon + 1 == text.len() => (&b""[..], 0..colon),
        Some(colon) if pair => (&text[..colon], colon + 1..text.len()),
        _ if pair => return,
        _ => (&b""[..], 0..text.len()),
    };
    let value = &text[secret.clone()];
    if value.len() < 3
        || value::is_reference(value)
        || value == user
        || user.starts_with(b"$")
        || user.starts_with(b"<")
        || memchr::memchr(b'$', &value[..1]).is_some()
        || scan.file.docs && says_placeholder(user, value)
    {
        return;
    }
    judge(scan, range.start + secret.start..range.start + secret.end, user);
}

fn judge(scan: &mut Scan<'_>, range: Range<usize>, user: &[u8]) {
    let value = &scan.bytes[range.clone()];
    let given =
        Assigned { value: 0..value.len(), quoted: true, form: Form::Option, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    let score = score::judge(b"password", name, value, &given, &scan.file, false);
    let confidence = match score {
        Some(score) => score.confidence,
        None if value::is_placeholder(value).is_none() && !says_placeholder(user, value) => Confidence::Low,
        None => return,
    };
    scan.push(Detector::CommandLine, range, confidence, &["given to a program that takes a password"]);
}

fn says_placeholder(user: &[u8], value: &[u8]) -> bool {
    [&b"user"[..], b"username", b"password", b"pass", b"passwd", b"token", b"login"]
        .iter()
        .any(|w| w.eq_ignore_ascii_case(value) || w.eq_ignore_ascii_case(user))
}

/// `echo "user:password" | chpasswd`, `echo password | docker login --password-stdin`: what is echoed on the line.
pub(super) fn echoed(scan: &mut Scan<'_>, at: usize) {
    let start = assign::line_start(scan.bytes, at);
    let line = &scan.bytes[start..at];
    if scan.file.config && line.trim_ascii().is_empty() && scan.bytes[at..].starts_with(b"chpasswd:") {
        return listed(scan, at, line.len());
    }
    let Some(echo) = memchr::memmem::rfind(line, b"echo ") else { return };
    let word = line[echo + 5..].trim_ascii_start();
    let word = word.strip_prefix(b"-n ").unwrap_or(word).trim_ascii_start();
    let lead = line.len() - word.len();
    let quote = usize::from(matches!(word.first(), Some(b'"' | b'\'')));
    let word = &word[quote..];
    let len = word.iter().position(|b| matches!(b, b'"' | b'\'' | b' ' | b'|')).unwrap_or(word.len());
    let base = start + lead + quote;
    let range = if scan.bytes[at] | 0x20 == b'c' {
        let Some(colon) = memchr::memchr(b':', &word[..len]) else { return };
        base + colon + 1..base + len
    } else {
        base..base + len
    };
    if range.len() >= 3 && !value::is_reference(&scan.bytes[range.clone()]) {
        judge(scan, range, b"");
    }
}

/// The accounts below `chpasswd:` in the settings of cloud-init, a user and a password on each line.
fn listed(scan: &mut Scan<'_>, at: usize, indent: usize) {
    let end = (at + MAX_COMMAND).min(scan.bytes.len());
    let mut from = memchr::memchr(b'\n', &scan.bytes[at..end]).map_or(end, |i| at + i + 1);
    for _ in 0..40 {
        let len = memchr::memchr(b'\n', &scan.bytes[from..end]).unwrap_or(end - from);
        let line = &scan.bytes[from..from + len];
        let text = line.trim_ascii_start();
        if len == 0 && from == end || !text.is_empty() && line.len() - text.len() <= indent {
            return;
        }
        let item = text.strip_prefix(b"- ").unwrap_or(text);
        let item = item.strip_prefix(b"\"").or_else(|| item.strip_prefix(b"'")).unwrap_or(item);
        let start = from + len - item.len();
        let item = item.trim_ascii_end();
        let item = item.strip_suffix(b"\"").or_else(|| item.strip_suffix(b"'")).unwrap_or(item);
        let user = item.iter().take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-')).count();
        let word = item.get(user + 1..).unwrap_or_default();
        let is_account = user > 0 && item.get(user) == Some(&b':') && word.len() >= 4;
        // `RANDOM` is what it says.
        if is_account && !word.contains(&b' ') && word != b"RANDOM" && !value::is_reference(word) {
            judge(scan, start + user + 1..start + user + 1 + word.len(), b"");
        }
        from = (from + len + 1).min(end);
    }
}

/// `sqlplus user/password@host`, `jdbc:oracle:thin:user/password@host`: behind the word at `at`, `user/password@`.
pub(super) fn oracle(scan: &mut Scan<'_>, at: usize) {
    let bytes = scan.bytes;
    let window = &bytes[at..(at + 160).min(bytes.len())];
    let url = window[0] | 0x20 == b'j';
    let skip = if url {
        let Some(n) = window.iter().enumerate().filter(|(_, b)| **b == b':').nth(2) else { return };
        n.0 + 1
    } else {
        let words = window.iter().take_while(|b| !matches!(b, b'/' | b'\n')).count();
        window[..words].iter().rposition(|b| matches!(b, b' ' | b'"' | b'\'')).map_or(0, |i| i + 1)
    };
    let word = &window[skip..];
    let stop = word.iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'"' | b'\'')).unwrap_or(word.len());
    let word = &word[..stop];
    let Some(slash) = memchr::memchr(b'/', word) else { return };
    let Some(sign) = memchr::memchr(b'@', word).filter(|s| *s > slash + 3) else { return };
    let user = &word[..slash];
    if user.is_empty() || !user.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'#' | b'$')) {
        return;
    }
    let range = at + skip + slash + 1..at + skip + sign;
    let value = &bytes[range.clone()];
    if value::is_reference(value) || value == user {
        return;
    }
    let given =
        Assigned { value: 0..value.len(), quoted: true, form: Form::Assign, joined: false, pair: true, arguments: 0 };
    let name = Name { kind: Kind::Password, strong: true };
    if let Some(score) = score::judge(b"password", name, value, &given, &scan.file, false) {
        scan.push(Detector::ConnectionString, range, score.confidence, &["Oracle's user/password@host"]);
    }
}
