//! Values that are plainly something else than a secret: paths, addresses, dates, prose, types, code, public keys.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use memchr::memmem;

use super::language;
use super::value::{Shape, is_dense_noise, is_noise, list_finder};
use crate::validate::decode_base64;

/// Parts of addresses, code, markup and regular expressions.
const PARTS: &[&str] = &["://", "\\n\\n", "&lt;", "&gt;", "&amp;", "&quot;", "[a-z", "[0-9", "[^", "(?:", "\\w", "\\d"];
/// The same, but random text holds them by chance.
const SHORT_PARTS: &[&str] = &["</", "/>", "=>", "->", "::", "&&", "||", "();", "()", "==", "?."];

/// Why a literal is plainly something else than a secret: a path, an address, a date, prose, a type, code.
pub(crate) fn is_ordinary(value: &[u8], shape: &Shape) -> bool {
    let lower: Vec<u8> = value.iter().map(u8::to_ascii_lowercase).collect();
    const WORDS: &str = "\
        string str text null none nil true false undefined required optional varchar char int integer bool \
        boolean object any unknown n/a na empty hidden password passwd passphrase input secret token key value \
        default user username name email self this bytes number basic bearer yes no on off enabled disabled auto \
        prompt ask env file stdin cookie header query body session read write public private random generate \
        generated plain plaintext masked encrypted hashed keychain keyring oauth oauth2 jwt digest ntlm kerberos \
        md5 sha1 sha256 sha512 bcrypt argon2 scrypt pbkdf2 rsa aes hmac ed25519 ecdsa utf-8 utf8 ascii hex base64 \
        crypt trust reject peer ident invalid wrong incorrect missing confirm forgot change reset new old current \
        repeat again \
        passwort kennwort senha contraseña contrasena wachtwoord passord lösenord adgangskode salasana heslo hasło \
        haslo parola şifre sifre lozinka geslo jelszó parool contrasenya";
    if is_dense_noise(value, shape) {
        return false;
    }
    if is_type(&lower) || is_rate(&lower) || is_bold(value) || is_cipher_list(value) {
        return true;
    }
    // `String?` of Prisma, Kotlin and Swift.
    let word = lower.strip_suffix(b"?").unwrap_or(&lower);
    if lower.len() <= 12 && WORDS.split_ascii_whitespace().any(|w| w.as_bytes() == word)
        || shape.others > 0 && shape.letters() + shape.digits < shape.others
    {
        return true;
    }
    // Rules of a form: `required|min:8|confirmed`.
    let rule = |part: &[u8]| {
        let word = part.iter().take_while(|b| b.is_ascii_lowercase() || **b == b'_').count();
        word >= 3 && part.get(word).is_none_or(|b| *b == b':')
    };
    if memchr::memchr(b'|', value).is_some() && (shape.letter_share() >= 60 || value.split(|b| *b == b'|').all(rule)) {
        return true;
    }
    // Prose and code.
    if shape.spaces > 0 && (shape.words * 2 >= shape.letters() || shape.spaces * 4 > shape.len || shape.spaces > 3) {
        return true;
    }
    // Padding of base64 is no comparison.
    let body = value.strip_suffix(b"==").unwrap_or(value);
    static FINDERS: OnceLock<[Option<AhoCorasick>; 2]> = OnceLock::new();
    let [parts, short] = FINDERS.get_or_init(|| [PARTS, SHORT_PARTS].map(list_finder));
    let holds = |finder: &Option<AhoCorasick>| finder.as_ref().is_some_and(|f| f.is_match(body));
    if holds(parts) || holds(short) && !is_noise(shape) {
        return true;
    }
    is_number(value)
        || is_label(value)
        || is_question(value)
        || starts_escape(value)
        || is_path(value, shape)
        || is_dotted(value, shape)
        || is_selector(value, shape)
        || is_date_or_version(value)
        || is_email(value)
}

/// `1.0003e-07`: a price or a rate.
fn is_number(value: &[u8]) -> bool {
    memchr::memchr3(b'.', b'e', b'E', value).is_some()
        && value.iter().all(|b| b.is_ascii_digit() || matches!(b, b'.' | b'e' | b'E' | b'+' | b'-'))
        && std::str::from_utf8(value).is_ok_and(|text| text.parse::<f64>().is_ok())
}

/// `UUID=6a38…`, `LABEL=boot`: how a volume is named.
fn is_label(value: &[u8]) -> bool {
    ["UUID=", "PARTUUID=", "LABEL=", "PARTLABEL="].iter().any(|head| value.starts_with(head.as_bytes()))
}

/// `isAuthKeyPSK`, `hasPasswordSet`: what a property asks.
fn is_question(value: &[u8]) -> bool {
    const VERBS: &[&[u8]] = &[b"is", b"has", b"should", b"can"];
    let rest = VERBS.iter().find_map(|verb| value.strip_prefix(*verb)).unwrap_or_default();
    let capitals = rest.iter().filter(|b| b.is_ascii_uppercase()).count();
    let digits = rest.iter().filter(|b| b.is_ascii_digit()).count();
    rest.first().is_some_and(u8::is_ascii_uppercase)
        && rest.iter().all(u8::is_ascii_alphanumeric)
        && capitals >= 2
        && digits <= 3
        && rest.len() < 40
}

/// `\u001b[33m`: text in colours.
fn starts_escape(value: &[u8]) -> bool {
    const ESCAPES: &[&[u8]] = &[b"\\u001b[", b"\\u001B[", b"\\x1b[", b"\\x1B[", b"\\033[", b"\\e[", b"\x1b["];
    ESCAPES.iter().any(|escape| value.starts_with(escape))
}

/// `HIGH:!aNULL:!PSK`: ciphers as OpenSSL lists them.
fn is_cipher_list(value: &[u8]) -> bool {
    let part =
        |p: &[u8]| p.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'!' | b'+' | b'-' | b'@' | b'_' | b'='));
    memmem::find(value, b":!").is_some()
        && (value.starts_with(b"!") || value.split(|b| *b == b':').count() >= 3)
        && value.split(|b| *b == b':').all(part)
}

/// `**From`: bold text of Markdown.
fn is_bold(value: &[u8]) -> bool {
    value.strip_prefix(b"**").is_some_and(|rest| {
        rest.len() >= 3 && rest.iter().all(|b| b.is_ascii_alphabetic() || matches!(b, b' ' | b':' | b'*' | b'.'))
    })
}

/// `list[str]`, `varchar(255)`, `Optional<String>`: a type with parameters.
fn is_type(lower: &[u8]) -> bool {
    const TYPES: &[&str] = &[
        "list",
        "dict",
        "set",
        "tuple",
        "optional",
        "option",
        "array",
        "map",
        "vec",
        "union",
        "varchar",
        "nvarchar",
        "char",
        "string",
        "text",
        "varbinary",
        "binary",
        "decimal",
        "numeric",
        "int",
        "bigint",
        "promise",
        "ref",
    ];
    let Some(open) = lower.iter().position(|b| matches!(b, b'(' | b'[' | b'<')) else { return false };
    let (name, rest) = lower.split_at(open);
    let name = name.rsplit(|b| *b == b'.').next().unwrap_or(name);
    let inner = rest.get(1..rest.len().max(2) - 1).unwrap_or_default();
    let mixed = inner.iter().any(u8::is_ascii_digit) && inner.iter().any(u8::is_ascii_alphabetic);
    !mixed && matches!(rest.last(), Some(b')' | b']' | b'>')) && TYPES.iter().any(|t| t.as_bytes() == name)
}

/// `20/m/ip,5/m/key`: how often something may be asked for.
fn is_rate(lower: &[u8]) -> bool {
    lower.split(|b| *b == b',').all(|part| {
        let digits = part.iter().take_while(|b| b.is_ascii_digit()).count();
        let rest = &part[digits..];
        let unit = rest.get(1).is_some_and(|b| matches!(b, b's' | b'm' | b'h' | b'd'));
        digits > 0 && rest.starts_with(b"/") && unit && rest.iter().all(|b| b.is_ascii_lowercase() || *b == b'/')
    })
}

/// Whether it is the DER of a public key or certificate in base64 (RFC 5280): a sequence that begins with another one;
/// private keys begin with a number. Or a public key of SSH, which begins with its own name (RFC 4253, 6.6).
pub(crate) fn is_public_key(value: &[u8]) -> bool {
    const SSH: &[&[u8]] = &[b"AAAAB3NzaC1", b"AAAAC3NzaC1", b"AAAAE2VjZHNh", b"AAAAGnNrLXNz", b"AAAAInNrLWVj"];
    if SSH.iter().any(|head| value.starts_with(head)) {
        return true;
    }
    if value.len() < 40 || value[0] != b'M' {
        return false;
    }
    let head = &value[..32];
    let Some(der) = decode_base64(head) else { return false };
    let length = match der.get(1) {
        Some(0x81) => 2,
        Some(0x82) => 3,
        Some(0..=0x7f) => 1,
        _ => return false,
    };
    der.first() == Some(&0x30) && der.get(1 + length) == Some(&0x30)
}

fn is_path(value: &[u8], shape: &Shape) -> bool {
    let slashes = memchr::memchr_iter(b'/', value).count() + memchr::memchr_iter(b'\\', value).count();
    let starts = [&b"./"[..], b"../", b"~/", b"/etc", b"/var", b"/usr", b"/home", b"/opt", b"/run", b"/tmp", b"\\\\"];
    if starts.iter().any(|s| value.starts_with(s)) {
        return true;
    }
    if value.len() > 3 && value[1] == b':' && matches!(value[2], b'\\' | b'/') && value[0].is_ascii_alphabetic() {
        return true;
    }
    slashes > 0 && shape.word_share() >= 50
}

/// `com.example.Thing`, `module.attribute`, `file.ext`, `api.host.net:5215`: words joined by dots.
fn is_dotted(value: &[u8], shape: &Shape) -> bool {
    const EXTENSIONS: &[&str] = &[
        ".json", ".yaml", ".yml", ".txt", ".pem", ".key", ".crt", ".cer", ".pub", ".js", ".ts", ".py", ".go", ".java",
        ".php", ".xml", ".html", ".css", ".png", ".svg", ".jpg", ".md", ".conf", ".cfg", ".ini", ".toml", ".env",
        ".log", ".sh", ".jks", ".p12", ".pfx", ".com", ".org", ".net", ".io", ".local", ".dev", ".exe", ".dll", ".so",
        ".rb", ".rs", ".c", ".h", ".cs",
    ];
    let lower: Vec<u8> = value.iter().map(u8::to_ascii_lowercase).collect();
    if EXTENSIONS.iter().any(|e| lower.ends_with(e.as_bytes())) && shape.symbols <= 4 {
        return true;
    }
    memchr::memchr(b'.', value).is_some()
        && shape.word_share() >= 60
        && value.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-' | b':' | b'$'))
}

/// `#add-password`, `.form-control`, `^[a-z]+$`.
fn is_selector(value: &[u8], shape: &Shape) -> bool {
    let first = value.first().copied().unwrap_or(0);
    (matches!(first, b'#' | b'.') && shape.words > 0 && shape.digits <= 1 && shape.letter_share() >= 70)
        || (first == b'^' && value.ends_with(b"$"))
}

fn is_date_or_version(value: &[u8]) -> bool {
    value.len() >= 3
        && value.iter().any(u8::is_ascii_digit)
        && value.iter().all(|b| {
            b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':' | b'/' | b' ' | b'T' | b'Z' | b'v' | b'+' | b',')
        })
        && value.iter().any(|b| !b.is_ascii_digit())
}

fn is_email(value: &[u8]) -> bool {
    let Some(at) = memchr::memchr(b'@', value) else { return false };
    let host = &value[at + 1..];
    at > 0
        && memchr::memchr(b'.', host).is_some_and(|dot| dot > 1 && dot + 2 < host.len())
        && host.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-'))
        && language::reads_like_words(host)
}
