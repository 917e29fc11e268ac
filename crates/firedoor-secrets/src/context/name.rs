//! Names: where the name around a key word begins and ends, and whether it names something secret.
//!
//! `dbPassword`, `X-Api-Key` and `spring.datasource.password` do; `passwordField`, `tokenizer`, `primary_key` and
//! `secretName` do not. What a name means is decided by its last word, after words that say nothing (`value`, `prod`).

use std::ops::Range;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

/// Longest part of a name on either side of the key word.
const REACH: usize = 60;
/// Most words of a name that are looked at; the last ones decide.
const MAX_WORDS: usize = 10;

/// What a name promises.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Chosen by people: may be short and may be a word.
    Password,
    /// Made by machines: long and random.
    Secret,
    /// Made by machines.
    Token,
    /// Of an API, or to encrypt or sign with.
    Key,
    /// Some key, mostly of a map.
    AnyKey,
    /// Credentials of any form.
    Auth,
    /// Salts, nonces, seeds.
    Salt,
}

/// A judged name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) kind: Kind,
    /// Whether the name alone makes a secret likely.
    pub(crate) strong: bool,
}

/// The name around the byte at `at`.
pub(crate) fn extent(bytes: &[u8], at: usize) -> Range<usize> {
    let part = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.' | b'$') || b >= 0x80;
    let low = at.saturating_sub(REACH);
    let mut start = at;
    while start > low && part(bytes[start - 1]) {
        start -= 1;
    }
    let high = (at + REACH).min(bytes.len());
    let mut end = at;
    while end < high && part(bytes[end]) {
        end += 1;
    }
    while start < end && matches!(bytes[start], b'-' | b'.') {
        start += 1;
    }
    while end > start && matches!(bytes[end - 1], b'-' | b'.') {
        end -= 1;
    }
    // A colon as Chinese and Japanese write it is no part of a name.
    if let Some(colon) = memchr::memmem::find(&bytes[start..end], "：".as_bytes()) {
        if start + colon > at {
            end = start + colon;
        } else {
            start = (start + colon + 3).min(at);
        }
    }
    // An escaped line end or tab before the name is no part of it: `\nPASSWORD=…`.
    if start > 0 && bytes[start - 1] == b'\\' && end - start > 1 && matches!(bytes[start], b'n' | b't' | b'r') {
        start += 1;
    }
    // Nor is an ampersand as JSON writes it: `?a=b\u0026page_token=…`.
    if start > 0 && bytes[start - 1] == b'\\' && bytes[start..end].starts_with(b"u0026") && start + 5 <= at {
        start += 5;
    }
    start..end
}

/// Comparison methods: the name is what stands before them.
const METHODS: &str = "\
    equals equalsignorecase compareto eq isequal isequalto matches is";

/// Words at the end that do not change what a name means.
const NEUTRAL: &str = "\
    value val str string text txt plain plaintext default prod production dev development staging stage test \
    testing local live sandbox old new current confirm confirmation confirmed repeat again base64 b64 hex raw \
    bytes env var literal const encoded clear cleartext temp tmp master slave primary secondary backup root admin \
    param override fallback first second one two real my db aws api github gitlab google slack stripe mysql \
    postgres redis mongo smtp ftp v1 v2 v3 check check2 2fa unencrypted decrypted wrong bad good invalid correct \
    incorrect expected actual base linux windows macos osx ubuntu debian centos rhel fedora";

/// Last words that make a name speak of something about a secret.
const ABOUT: &str = "\
    name names id ids url uri urls path paths file files filename dir type types field fields label labels length \
    len size count counts expires expiry expiration expired ttl policy policies regex regexp pattern placeholder \
    hint message msg error errors prompt reset form input class provider manager service handler store format \
    prefix suffix enabled disabled required endpoint header headers column index version algorithm alg mode host \
    port user username email strength hash hashed digest map list set table cache storage source ref reference arn \
    link title description desc help info page view template button icon image dialog modal screen state status \
    flag option options config settings callback cb fn func function method factory builder parser validator \
    validation generator encoder decoder helper util utils exception exists valid changed updated created date \
    time timestamp at by for from to in with usage scope scopes role roles group groups key keys code codes kind \
    rule rules level position offset start end line separator delimiter attribute attr property properties \
    selector element node item entry event listener request response result model entity schema spec issuer \
    audience lifetime rotation limit max min char chars character characters action command operation context \
    object interface module plugin client server session scheme credential encryption encrypted fingerprint \
    thumbprint checksum sha1 sha256 sha md5 md signature bits auth authentication grant flow bearer and or not only mask \
    masked visible visibility hidden toggle show hide forgot forgotten recovery change update vault engine \
    resolver reader writer stream buffer pool queue tree test_case lookup search sort order filter query metadata \
    annotation namespace resource secret_name owner creator region zone domain realm tenant app application \
    project org organization team company book note comment doc docs example sample demo mock dummy style color \
    width height x y z i j n k ok failed failure success warning log logger";

/// Words before `key` that make it a key of something else than a secret.
const HARMLESS_KEYS: &str = "\
    public pub primary foreign cache sort partition row map index unique natural object route hot arrow \
    translation i18n lookup group dict json field column table react registry config prop property attribute enter \
    shift ctrl alt tab escape esc up down left right message msg label title error event metric state meta name \
    path file host dedupe idempotency composite candidate surrogate range hash bucket test answer parent child \
    first last next prev old new current this that some any no each by for of sub item node list array string int \
    default site recaptchasite publishable widget menu short keyboard press music piano issue project jira context \
    tag sample store data";

/// Words before `key` that make it a secret.
const SECRET_KEYS: &str = "\
    api secret access private priv encryption encrypt encryptions encr enc crypto cipher crypt signing sign \
    signature auth app application service account shared master license licence client consumer server session \
    hmac jwt ssh rsa aes des ecdsa pgp gpg ssl tls deploy deployment admin root write ingest ingestion webhook \
    token security sas subscription wallet maps google firebase stripe aws azure sendgrid mailgun twilio openai \
    anthropic github gitlab algolia datadog newrelic integration developer dev rapidapi trello pusher cookie \
    validation decryption decrypt symmetric preshared psk wpa s3 gcp storage authorization oauth bot merchant \
    nonce deterministic payment gateway cert certificate vapid user project sdk push fcm gcm host instrumentation ikey telemetry hash";

/// Ends of one-word names.
const SECRET_KEY_ENDS: &str = "\
    apikey accesskey secretkey privatekey authkey appkey signingkey encryptionkey licensekey consumerkey masterkey \
    sharedkey accountkey servicekey clientkey deploykey presharedkey privkey signkey encryptkey sessionkey \
    storagekey userkey aeskey sshkey hmackey subscriptionkey";

/// Words before `token` that make it a piece of text or a cursor.
const HARMLESS_TOKENS: &str = "\
    next page continuation continue sync lexer cancellation cancel start end eos bos pad mask unk sep special stop \
    open close string comment punctuation first last prev previous design color keyword symbol operator identifier \
    syntax lex parse macro whitespace number paging pagination max num input output prompt completion image video \
    audio bad unexpected missing separator css scss theme text word sub eof cls pipe break nested block tag marker \
    delimiter quote brace paren erc20 native fill cursor request idempotency dedupe deduplication key publickey";

/// Words that end in `pass` and name passwords.
const PASS_ENDS: &str = "\
    storepass keypass passin passout dbpass userpass ftppass smtppass rootpass adminpass ldappass mailpass sshpass \
    sudopass authpass bindpass sqlpass mysqlpass wifipass proxypass httppass mqttpass keystorepass truststorepass";

/// Words before `pass` or `password` endings that make them something else.
const NO_PASS: &str = "\
    compass bypass trespass surpass encompass overpass underpass subpass multipass singlepass renderpass onepass \
    twopass firstpass lastpass keepass hotpass";

/// Words that name a password by themselves.
const PASSWORDS: &str = "\
    password passwd pwd passphrase passcode pswd psw passwort kennwort senha contrasena passwrd passw motdepasse \
    wachtwoord rocommunity rwcommunity 密码 密碼 口令 パスワード пароль 비밀번호 clave heslo haslo parola sifre \
    bindpw rootpw adminpw userpw dbpw psk requirepass masterauth snmpcommunity";

/// Words that mean something by themselves or behind certain others, as [`of_known`] says.
const OTHERS: &str = "\
    community credentials cookie pepper pass pw mdp passwords secrets jwt tokens tkn key credential cred creds \
    jsessionid phpsessid sessionid pat auth authorization authentication oauth initvector vector salt nonce seed";

/// Ends of words that mean something.
const ENDS: [&str; 11] = [
    "password",
    "passwd",
    "passphrase",
    "passcode",
    "passwort",
    "pwd",
    "erlangcookie",
    "pass",
    "secret",
    "token",
    "key",
];

/// The lists as bits of one table, so that a word is looked up once.
const LISTS: &[(u16, &str)] = &[
    (IS_METHOD, METHODS),
    (IS_NEUTRAL, NEUTRAL),
    (IS_ABOUT, ABOUT),
    (IS_HARMLESS_KEY, HARMLESS_KEYS),
    (IS_SECRET_KEY, SECRET_KEYS),
    (IS_HARMLESS_TOKEN, HARMLESS_TOKENS),
    (IS_NO_PASS, NO_PASS),
    (IS_PASSWORD, PASSWORDS),
    (IS_PASSWORD, PASS_ENDS),
    (IS_OTHER, OTHERS),
];
const IS_METHOD: u16 = 1;
const IS_NEUTRAL: u16 = 2;
const IS_ABOUT: u16 = 4;
const IS_HARMLESS_KEY: u16 = 8;
const IS_SECRET_KEY: u16 = 16;
const IS_HARMLESS_TOKEN: u16 = 32;
const IS_NO_PASS: u16 = 64;
const IS_PASSWORD: u16 = 128;
const IS_OTHER: u16 = 256;

/// Whether a word is on a list, without regard to case.
fn on(list: u16, word: &[u8]) -> bool {
    static TABLE: OnceLock<FxHashMap<&'static [u8], u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: FxHashMap<&'static [u8], u16> = FxHashMap::default();
        for (bit, words) in LISTS {
            for word in words.split_ascii_whitespace() {
                *table.entry(word.as_bytes()).or_default() |= bit;
            }
        }
        table
    });
    let mut lower = [0u8; 20];
    let Some(lower) = lower.get_mut(..word.len()) else { return false };
    lower.copy_from_slice(word);
    lower.make_ascii_lowercase();
    table.get(&*lower).is_some_and(|bits| bits & list != 0)
}

/// Whether what stands behind a name can give it a value at all: a cheap look before the dear one.
pub(crate) fn may_be_given(bytes: &[u8], name: &Range<usize>) -> bool {
    let rest = &bytes[name.end..];
    if super::compare::may_precede(bytes, name) {
        return true;
    }
    if among_several(bytes, name).is_some()
        || super::calls::value_for(bytes, name).is_some()
        || block(bytes, name).is_some()
        || checked(bytes, name).is_some()
        || converted(bytes, name).is_some()
        || second_result(rest).is_some()
        || super::compare::is_written_to(bytes, name)
    {
        return true;
    }
    let before = name.start.checked_sub(1).and_then(|i| bytes.get(i)).copied();
    match rest.first() {
        // `${PASSWORD}    value` of Robot Framework, and `**Password**: value` of Markdown.
        Some(b'}') if rest.starts_with(b"}  ") => before == Some(b'{'),
        Some(b'*') if before == Some(b'*') => true,
        // `char password[] = "…"`.
        Some(b'[') => array_size(rest).is_some(),
        None | Some(b';' | b'}' | b'+' | b'*' | b'/' | b'%' | b'&' | b'^' | b'~' | b'@') => false,
        Some(b'{') => begins_literal(&rest[1..]),
        // `put(Context.SECURITY_CREDENTIALS, "…")`.
        Some(b',') => {
            let text = rest[1..].trim_ascii_start();
            begins_literal(text.strip_prefix(b"<<").unwrap_or(text))
                && (name.start > 0 && bytes[name.start - 1] == b'{'
                    || !bytes[name.clone()]
                        .rsplit(|b| *b == b'.')
                        .next()
                        .unwrap_or(b"")
                        .iter()
                        .any(u8::is_ascii_lowercase))
        }
        Some(b')') => false,
        Some(b' ' | b'\t') => match rest.iter().find(|b| !matches!(b, b' ' | b'\t')) {
            Some(b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9') => true,
            Some(b'{') if begins_literal(&rest.trim_ascii_start()[1..]) || property(rest).is_some() => true,
            Some(b'{' | b'}' | b')' | b',' | b';' | b'(' | b'*' | b'/' | b'%' | b'&') => {
                name.start > 0 && bytes[name.start - 1] == b'-'
            }
            Some(_) => true,
            None => false,
        },
        Some(_) => true,
    }
}

/// Whether a log says that a key is used: `[DEBUG] Using Key=…`, `connecting with key: …`.
pub(crate) fn is_used(bytes: &[u8], name: &Range<usize>) -> bool {
    let head = &bytes[name.start.saturating_sub(7)..name.start];
    let head = head.strip_suffix(b" ").unwrap_or_default();
    let verb = |word: &[u8]| {
        let at = head.len().checked_sub(word.len());
        at.is_some_and(|at| {
            head[at..].eq_ignore_ascii_case(word) && !at.checked_sub(1).is_some_and(|i| head[i].is_ascii_alphanumeric())
        })
    };
    matches!(bytes.get(name.end), Some(b'=' | b':')) && (verb(b"using") || verb(b"with"))
}

/// Length of `[]`, `[32]` or `[MAX_LEN]` behind a name that an assignment follows.
pub(crate) fn array_size(rest: &[u8]) -> Option<usize> {
    let rest = &rest[..rest.len().min(40)];
    let close = memchr::memchr(b']', rest).filter(|_| rest.first() == Some(&b'['))?;
    let size = &rest[1..close];
    let plain = size.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'_')
        && !size.first().is_some_and(u8::is_ascii_lowercase);
    (plain && rest[close + 1..].trim_ascii_start().starts_with(b"=")).then_some(close + 1)
}

/// Length of `) {` behind the name in `let(:password) { "…" }` of RSpec.
pub(crate) fn block(bytes: &[u8], name: &Range<usize>) -> Option<usize> {
    const HEADS: [&[u8]; 4] = [b"let(:", b"let!(:", b"subject(:", b"let_it_be(:"];
    let rest = &bytes[name.end..(name.end + 60).min(bytes.len())];
    let rest = rest.strip_prefix(b")")?;
    let head = &bytes[name.start.saturating_sub(12)..name.start];
    if !HEADS.iter().any(|h| head.ends_with(h)) {
        return None;
    }
    let gap = rest.len() - rest.trim_ascii_start().len();
    let open = if rest[gap..].starts_with(b"do") { 2 } else { 1 };
    let opens = open == 2 || rest.get(gap) == Some(&b'{');
    let text = rest.get(gap + open..)?;
    (opens && begins_literal(text)).then_some(1 + gap + open)
}

/// Length of `())` or `)` behind the name in `when(user.getPassword()).thenReturn("…")` and
/// `expect(user.password).toEqual("…")`, up to the dot.
pub(crate) fn checked(bytes: &[u8], name: &Range<usize>) -> Option<usize> {
    let rest = &bytes[name.end..(name.end + 60).min(bytes.len())];
    let call = usize::from(rest.starts_with(b"()")) * 2;
    let close = rest[call..].iter().take_while(|b| **b == b')').count();
    let len = call + close;
    let next = &rest[len..];
    let wrapped = len > 0 && (close > 0 || call > 0);
    let mut methods = super::assign::ANSWERS.iter().copied().chain([&b".equals("[..]]);
    (wrapped && methods.any(|m| next.starts_with(m))).then_some(len)
}

/// Length of `) == ` behind the name in `string(m.Password) == "…"`, up to the literal.
pub(crate) fn converted(bytes: &[u8], name: &Range<usize>) -> Option<usize> {
    let rest = &bytes[name.end..(name.end + 12).min(bytes.len())];
    let text = rest.strip_prefix(b")")?.trim_ascii_start();
    let text = text.strip_prefix(b"==").or_else(|| text.strip_prefix(b"!="))?;
    let text = text.strip_prefix(b"=").unwrap_or(text).trim_ascii_start();
    let head = &bytes[name.start.saturating_sub(8)..name.start];
    let converts = [&b"string("[..], b"String(", b"str(", b"trim("].iter().any(|f| head.ends_with(f));
    (converts && begins_literal(text)).then(|| rest.len() - text.len())
}

/// A name among several that are given values at once, `user, password = "bob", "…"`: the length up to behind the sign
/// and the name's index. The first one is [`second_result`]'s.
pub(crate) fn among_several(bytes: &[u8], name: &Range<usize>) -> Option<(usize, usize)> {
    // Most names are not; they cost no more than this.
    if !bytes[..name.start].ends_with(b", ") {
        return None;
    }
    let low = name.start.saturating_sub(120);
    let start = memchr::memrchr(b'\n', &bytes[low..name.start]).map_or(low, |i| low + i + 1);
    let head = bytes[start..name.start].trim_ascii_start();
    let head = head.strip_prefix(b"let ").or_else(|| head.strip_prefix(b"var ")).unwrap_or(head);
    let names = head.strip_suffix(b", ")?;
    let word = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.' | b',' | b' ' | b'$' | b'@');
    if names.is_empty() || !names.iter().all(word) {
        return None;
    }
    let rest = &bytes[name.end..(name.end + 80).min(bytes.len())];
    let more = rest.iter().take_while(|b| word(b)).count();
    if !rest[..more].trim_ascii().is_empty() && !rest.starts_with(b",") {
        return None;
    }
    let sign = &rest[more..];
    let sign_len =
        if sign.starts_with(b":=") { 2 } else { usize::from(sign.starts_with(b"=") && !sign.starts_with(b"==")) };
    (sign_len > 0).then_some((more + sign_len, memchr::memchr_iter(b',', names).count() + 1))
}

/// Length of `, err` behind the first of two results in Go: `key, err := hex.DecodeString("…")`.
pub(crate) fn second_result(rest: &[u8]) -> Option<usize> {
    let tail = rest.get(..40).unwrap_or(rest).strip_prefix(b", ")?;
    let word = tail.iter().take_while(|b| b.is_ascii_alphanumeric() || **b == b'_').count();
    let next = tail.get(word..)?;
    (word > 0 && (next.starts_with(b" := ") || next.starts_with(b" = "))).then_some(2 + word)
}

/// Length of ` { get; set; }` behind the name of a property in C# that an assignment follows.
pub(crate) fn property(rest: &[u8]) -> Option<usize> {
    let rest = &rest[..rest.len().min(60)];
    let open = rest.len() - rest.trim_ascii_start().len();
    if !rest[open..].starts_with(b"{ get") && !rest[open..].starts_with(b"{get") {
        return None;
    }
    let close = memchr::memchr(b'}', rest)?;
    rest[close + 1..].trim_ascii_start().starts_with(b"=").then_some(close + 1)
}

/// Whether a name is that of a token against forged requests: in `<meta name="csrf-token" content="…">` it is one for
/// each session and stands in each page.
pub(super) fn is_of_a_page(name: &[u8]) -> bool {
    // The names of Rails, Django, ASP.NET, Laravel and Symfony.
    const PARTS: [&str; 5] = ["csrf", "xsrf", "authenticity_token", "requestverificationtoken", "antiforgery"];
    let holds = |part: &str| name.windows(part.len()).any(|w| w.eq_ignore_ascii_case(part.as_bytes()));
    name == b"_token" || name.len() <= 64 && PARTS.iter().any(|part| holds(part))
}

fn begins_literal(text: &[u8]) -> bool {
    matches!(text.trim_ascii_start().first(), Some(b'"' | b'\'' | b'`'))
}

fn any(list: &[&str], word: &[u8]) -> bool {
    list.iter().any(|w| w.len() == word.len() && w.as_bytes().eq_ignore_ascii_case(word))
}

fn ends(word: &[u8], end: &str) -> bool {
    word.len() >= end.len() && word[word.len() - end.len()..].eq_ignore_ascii_case(end.as_bytes())
}

/// The words of a name's last segment, in place.
fn words(name: &[u8]) -> ([&[u8]; MAX_WORDS], usize) {
    let mut out: [&[u8]; MAX_WORDS] = [b""; MAX_WORDS];
    let mut n = 0;
    let mut start = 0;
    let mut i = 0;
    while i <= name.len() {
        let here = name.get(i).copied();
        let breaks = match here {
            None => true,
            Some(b) if !(b.is_ascii_alphanumeric() || b >= 0x80) => true,
            Some(b) if b.is_ascii_uppercase() && i > start => {
                let before = name[i - 1];
                let next = name.get(i + 1).copied().unwrap_or(b'A');
                before.is_ascii_lowercase()
                    || before.is_ascii_digit()
                    || (before.is_ascii_uppercase() && next.is_ascii_lowercase())
            }
            _ => false,
        };
        if breaks {
            if i > start {
                if n == MAX_WORDS {
                    out.rotate_left(1);
                    n -= 1;
                }
                out[n] = &name[start..i];
                n += 1;
            }
            start = if here.is_some_and(|b| b.is_ascii_alphanumeric() || b >= 0x80) { i } else { i + 1 };
        }
        i += 1;
    }
    (out, n)
}

fn trim_digits(word: &[u8]) -> &[u8] {
    let end = word.iter().rposition(|b| !b.is_ascii_digit()).map_or(0, |i| i + 1);
    if end == 0 { word } else { &word[..end] }
}

/// What a name promises; `None` where it names nothing secret.
pub(crate) fn classify(name: &[u8]) -> Option<Name> {
    let mut segments = name.rsplit(|&b| b == b'.').filter(|s| !s.is_empty());
    let mut segment = segments.next()?;
    if on(IS_METHOD, segment) {
        segment = segments.next()?;
    }
    if ends(segment, "community_string") || ends(segment, "communitystring") {
        return Some(Name { kind: Kind::Password, strong: true });
    }
    let (all, mut n) = words(segment);
    if n == 0 {
        return None;
    }
    while n > 1 && (on(IS_NEUTRAL, all[n - 1]) || all[n - 1].iter().all(u8::is_ascii_digit)) {
        n -= 1;
    }
    let head = trim_digits(all[n - 1]);
    let before = if n >= 2 { all[n - 2] } else { b"" };
    // `redisPassWord`: one word that somebody took for two.
    if head.eq_ignore_ascii_case(b"word") && before.eq_ignore_ascii_case(b"pass") {
        return Some(Name { kind: Kind::Password, strong: true });
    }
    let found = of_word(head, before);
    // `MYSQL_TEST_PASS` is no test that passes.
    let constant = n >= 3 && !segment.iter().any(u8::is_ascii_lowercase);
    if constant && head == b"PASS" && before == b"TEST" {
        return Some(Name { kind: Kind::Password, strong: true });
    }
    if found.is_some() {
        return found;
    }
    // `password_jenkins`, `tokenBuildServer`: the secret comes first and something unknown follows.
    if n >= 2 && !on(IS_ABOUT, head) {
        for i in (0..n - 1).rev() {
            if on(IS_ABOUT, all[i]) && !any(&["user", "app", "client", "server"], all[i]) {
                return None;
            }
            let before = if i > 0 { all[i - 1] } else { b"" };
            if let Some(found) = of_word(trim_digits(all[i]), before) {
                return matches!(found.kind, Kind::Password | Kind::Secret | Kind::Token)
                    .then_some(Name { strong: false, ..found });
            }
        }
    }
    None
}

/// What a word promises behind another one. Most words are on no list and have no end that says anything.
fn of_word(word: &[u8], before: &[u8]) -> Option<Name> {
    let may_end = || matches!(word.last().map(|b| b | 0x20), Some(b'd' | b'e' | b't' | b's' | b'n' | b'y'));
    let means = on(IS_PASSWORD | IS_OTHER, word) || may_end() && ENDS.iter().any(|end| ends(word, end));
    if !means {
        debug_assert_eq!(of_known(word, before), None, "a word that is on no list");
        return None;
    }
    of_known(word, before)
}

fn of_known(word: &[u8], before: &[u8]) -> Option<Name> {
    let name = |kind, strong| Some(Name { kind, strong });
    let exact = |list: &[&str]| any(list, word);
    // The commonest first.
    if exact(&["key"]) {
        if on(IS_HARMLESS_KEY, before) {
            return None;
        }
        // `CLIENT2_KEY`, but `S3_KEY`.
        let secret = on(IS_SECRET_KEY, before) || on(IS_SECRET_KEY, trim_digits(before));
        return if secret || super::service::is_service(before) {
            name(Kind::Key, true)
        } else {
            name(Kind::AnyKey, false)
        };
    }
    if ends(word, "token") || exact(&["jwt", "tokens", "tkn"]) {
        // .NET's name of a public key, in references to assemblies.
        if on(IS_HARMLESS_TOKEN, before) || ends(word, "publickeytoken") {
            return None;
        }
        let weak = any(&["csrf", "xsrf", "csrftoken", "authenticity", "antiforgery"], before)
            || exact(&["tokens", "jwt", "csrftoken", "xsrftoken"]);
        return name(Kind::Token, !weak);
    }
    // `HashedPassword`, `SHA256_PASSWORD`.
    let digest = ["hashed", "encrypted", "crypted", "sha1", "sha256", "sha512", "md5", "bcrypt"];
    if ends(word, "password") && any(&digest, before) {
        return None;
    }
    if on(IS_PASSWORD, word)
        || ["password", "passwd", "passphrase", "passcode", "passwort"].iter().any(|e| ends(word, e))
        || (ends(word, "pwd") && !any(&["cwd", "pwd"], before) && word.len() <= 12)
    {
        return name(Kind::Password, true);
    }
    if exact(&["community"]) && any(&["server", "snmp"], before) {
        return name(Kind::Password, true);
    }
    if exact(&["credentials"]) && any(&["security"], before) {
        return name(Kind::Password, true);
    }
    // What the nodes of an Erlang cluster, such as RabbitMQ's, know one another by.
    if exact(&["cookie"]) && any(&["erlang"], before) || ends(word, "erlangcookie") {
        return name(Kind::Secret, true);
    }
    if exact(&["pepper"]) {
        return name(Kind::Secret, true);
    }
    if exact(&["pass", "pw", "mdp", "passwords"]) {
        let verb = any(
            &[
                "first", "second", "render", "one", "two", "single", "multi", "low", "high", "band", "shadow", "can",
                "must", "should", "did", "opt", "boarding", "test", "must", "on",
            ],
            before,
        );
        return if verb { None } else { name(Kind::Password, !before.is_empty() || exact(&["pass", "passwords"])) };
    }
    if ends(word, "pass") && word.len() <= 14 {
        return if on(IS_NO_PASS, word) { None } else { name(Kind::Password, false) };
    }
    if ends(word, "secret") || exact(&["secrets"]) {
        return name(Kind::Secret, !exact(&["secrets"]));
    }
    if ends(word, "key") && SECRET_KEY_ENDS.split_ascii_whitespace().any(|e| ends(word, e)) {
        return name(Kind::Key, true);
    }
    if exact(&["credential", "credentials", "cred", "creds"]) {
        return name(Kind::Secret, false);
    }
    let forge = ["github", "gitlab", "gitea", "azure", "devops", "ado", "gh", "gl", "git", "access", "personal", "npm"];
    if exact(&["jsessionid", "phpsessid", "sessionid"]) || exact(&["pat"]) && any(&forge, before) {
        return name(Kind::Token, false);
    }
    if exact(&["auth", "authorization", "authentication", "oauth"]) {
        return name(Kind::Auth, false);
    }
    let vector = exact(&["initvector"]) || exact(&["vector"]) && any(&["init", "initialization"], before);
    if exact(&["salt", "nonce", "seed"]) || vector {
        return name(Kind::Salt, false);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<Kind>) {
        assert_eq!(classify(name.as_bytes()).map(|n| n.kind), expected, "{name}");
    }

    #[test]
    fn names_of_secrets() {
        for name in [
            "password",
            "dbPassword",
            "DB_PASS",
            "spring.datasource.password",
            "userpwd",
            "MYSQL_ROOT_PASSWORD",
            "password2",
            "password_confirmation",
            "passwordJenkins",
            "keystorePass",
            "password.equals",
        ] {
            check(name, Some(Kind::Password));
        }
        check("client_secret", Some(Kind::Secret));
        check("githubToken", Some(Kind::Token));
        check("ACCESS_TOKEN_PROD", Some(Kind::Token));
        check("X-Api-Key", Some(Kind::Key));
        check("stripeApiKey", Some(Kind::Key));
        check("AWS_SECRET_ACCESS_KEY", Some(Kind::Key));
        check("key", Some(Kind::AnyKey));
    }

    #[test]
    fn names_of_other_things() {
        for name in [
            "passwordField",
            "password_hash",
            "tokenizer",
            "primary_key",
            "secretName",
            "bypass",
            "next_page_token",
            "keyword",
            "author",
            "passed",
            "keyboard",
            "monkey",
            "token_type",
            "secret_id",
            "passwordResetUrl",
            "publicKey",
        ] {
            check(name, None);
        }
    }

    #[test]
    fn extents() {
        let text = b"  --db-password=x";
        let at = 7;
        assert_eq!(&text[extent(text, at)], b"db-password");
        let text = br#"{"a\nPASSWORD=x"}"#;
        assert_eq!(&text[extent(text, 6)], b"PASSWORD");
    }
}
