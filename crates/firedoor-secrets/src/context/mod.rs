//! Contextual detection: secrets that no provider's format gives away, found by the names, operators and shapes around
//! them.
//!
//! The keyword pass of the scan leads to words such as `pass`, `token`, `://` or `-----BEGIN`; each module here reads
//! the neighbourhood of one kind of place: [`assign`] and [`name`] what is given to a name, [`url`] credentials in
//! URLs, [`header`] authorization headers, [`command`] command
//! lines, [`sql`] statements, [`calls`] functions that take credentials, [`pairs`] names and values in two fields of one object, [`compare`] comparisons, [`blocks`] keys and tokens with a structure,
//! [`documents`] files with a form of their own. [`score`] decides. Nothing here is a regex.

mod adjacent;
mod assign;
mod blocks;
mod calls;
mod command;
mod compare;
mod documents;
mod drawn;
mod entity;
pub(crate) mod file_kind;
mod header;
pub(crate) mod language;
mod literal;
mod markup;
mod name;
mod options;
mod ordinary;
mod pairs;
mod rules;
mod score;
mod service;
mod sql;
#[cfg(test)]
mod tests;
pub(crate) mod url;
pub(crate) mod value;

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use firedoor_core::{Confidence, EngineId, Rule, RuleOrigin, Severity, Validity};

use crate::scan::focus::Focus;
use crate::scan::{Hit, Place, RuleRef};
use file_kind::{FileKind, speaks_of_vectors};
pub(crate) use rules::has_rule;
use rules::{Detector, RULES};

/// Why a place is looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trigger {
    /// A name of something secret.
    Name,
    /// `://`.
    Url,
    /// `-----BEGIN` and PuTTY's head.
    Block,
    /// Base64 of `-----BEGIN`.
    EncodedBlock,
    /// `Basic `, `Bearer `.
    Scheme,
    /// `eyJ`.
    Jwt,
    /// `kty`.
    Jwk,
    /// Beginnings of NATS seeds.
    Nkey,
    /// `IDENTIFIED BY`.
    Sql,
    /// Programs that take credentials as arguments.
    Command,
    /// `kind:` of a Kubernetes object.
    Manifest,
    /// Functions that take a credential; the index in [`calls::FUNCTIONS`].
    Function(u8),
    /// `"…".toCharArray()`, as Java opens key stores.
    CharArray,
    /// `INSERT INTO users (name, password) VALUES (…)`.
    Insert,
    /// `expect "assword:"; send "…\r"`.
    Sent,
    /// `provider :github, "id", "secret"` of OmniAuth.
    Provider,
    /// The words of a wallet.
    Mnemonic,
    /// `user:password@tcp(host)` of Go's MySQL driver.
    Dsn,
    /// `echo user:password | chpasswd`, `echo password | docker login --password-stdin`.
    Echoed,
    /// `user/password@host`.
    Oracle,
    /// The name of a service whose tokens have no form.
    Service,
    /// `ConvertTo-SecureString "…"`.
    SecureString,
    /// `jwt.sign(claims, "secret")`.
    JwtSecret,
    /// `login: admin / password`.
    Told,
}

impl Trigger {
    /// Where what is found at a word may lie, generously.
    fn reach(self, at: usize) -> Range<usize> {
        let (before, behind) = match self {
            // A manifest is read from its beginning to its end, and so is a key.
            Self::Manifest => (documents::MAX_DOCUMENT, documents::MAX_DOCUMENT),
            Self::Block | Self::EncodedBlock | Self::Jwk | Self::Jwt => (blocks::MAX_BLOCK, 2 * blocks::MAX_BLOCK),
            // The rows of a statement follow it.
            Self::Insert => (1_000, sql::REACH + 2_000),
            _ => (1_000, assign::MAX_VALUE + 1_000),
        };
        at.saturating_sub(before)..at.saturating_add(behind)
    }

    /// Whether it leads to something that is read from its beginning, however far that is: documents, keys, the rows of a
    /// statement, a command over continued lines.
    pub(crate) fn is_far(self) -> bool {
        let far = matches!(self, Self::Manifest | Self::Block | Self::EncodedBlock | Self::Jwk | Self::Jwt);
        far || matches!(self, Self::Insert | Self::Command)
    }
}

/// Words that lead to a place worth looking at, lower case.
const TRIGGERS: &[(&str, Trigger)] = &[
    ("pass", Trigger::Name),
    ("pwd", Trigger::Name),
    ("psw", Trigger::Name),
    ("_pw", Trigger::Name),
    ("pw=", Trigger::Name),
    ("pw:", Trigger::Name),
    ("pw =", Trigger::Name),
    ("pw\"", Trigger::Name),
    ("_pat", Trigger::Name),
    ("sessionid", Trigger::Name),
    ("phpsessid", Trigger::Name),
    ("密码", Trigger::Name),
    ("密碼", Trigger::Name),
    ("口令", Trigger::Name),
    ("パスワード", Trigger::Name),
    ("пароль", Trigger::Name),
    ("비밀번호", Trigger::Name),
    ("clave", Trigger::Name),
    ("heslo", Trigger::Name),
    ("haslo", Trigger::Name),
    ("parola", Trigger::Name),
    ("sifre", Trigger::Name),
    ("kennwort", Trigger::Name),
    ("wachtwoord", Trigger::Name),
    ("senha", Trigger::Name),
    ("contrasena", Trigger::Name),
    ("motdepasse", Trigger::Name),
    ("secret", Trigger::Name),
    ("token", Trigger::Name),
    ("tkn", Trigger::Name),
    ("key", Trigger::Name),
    ("cred", Trigger::Name),
    ("auth", Trigger::Name),
    ("jwt", Trigger::Name),
    ("salt", Trigger::Name),
    ("nonce", Trigger::Name),
    ("seed", Trigger::Name),
    ("://", Trigger::Url),
    ("-----begin", Trigger::Block),
    ("putty-user-key-file", Trigger::Block),
    ("ls0tls1crudjtib", Trigger::EncodedBlock),
    ("basic ", Trigger::Scheme),
    ("bearer ", Trigger::Scheme),
    ("eyj", Trigger::Jwt),
    ("kty", Trigger::Jwk),
    ("sua", Trigger::Nkey),
    ("saa", Trigger::Nkey),
    ("soa", Trigger::Nkey),
    ("sca", Trigger::Nkey),
    ("sna", Trigger::Nkey),
    ("sxa", Trigger::Nkey),
    ("identified by", Trigger::Sql),
    ("identified with", Trigger::Sql),
    ("curl ", Trigger::Command),
    ("psexec", Trigger::Command),
    ("sshpass", Trigger::Command),
    ("docker login", Trigger::Command),
    ("mysql ", Trigger::Command),
    ("mysqldump ", Trigger::Command),
    ("mysqladmin ", Trigger::Command),
    ("http -a ", Trigger::Command),
    ("redis-cli ", Trigger::Command),
    ("sqlcmd ", Trigger::Command),
    ("openssl ", Trigger::Command),
    ("ldapsearch ", Trigger::Command),
    ("ldapadd ", Trigger::Command),
    ("ldapmodify ", Trigger::Command),
    ("smbclient ", Trigger::Command),
    ("7z a ", Trigger::Command),
    ("7z x ", Trigger::Command),
    ("zip -", Trigger::Command),
    ("plink ", Trigger::Command),
    ("pscp ", Trigger::Command),
    ("az login", Trigger::Command),
    ("podman login", Trigger::Command),
    ("oc login", Trigger::Command),
    ("cf login", Trigger::Command),
    ("useradd ", Trigger::Command),
    ("usermod ", Trigger::Command),
    ("htpasswd ", Trigger::Command),
    ("mongo ", Trigger::Command),
    ("mongosh ", Trigger::Command),
    ("mongodump ", Trigger::Command),
    ("mongorestore ", Trigger::Command),
    ("mosquitto_", Trigger::Command),
    ("cqlsh ", Trigger::Command),
    ("xfreerdp ", Trigger::Command),
    ("lftp ", Trigger::Command),
    ("net use ", Trigger::Command),
    ("kind", Trigger::Manifest),
    ("bindpw", Trigger::Name),
    ("rootpw", Trigger::Name),
    ("pepper", Trigger::Name),
    ("@tcp(", Trigger::Dsn),
    ("chpasswd", Trigger::Echoed),
    ("--password-stdin", Trigger::Echoed),
    ("jdbc:oracle:", Trigger::Oracle),
    ("sqlplus ", Trigger::Oracle),
    ("convertto-securestring", Trigger::SecureString),
    ("psk", Trigger::Name),
    ("initvector", Trigger::Name),
    ("init_vector", Trigger::Name),
    ("initialization_vector", Trigger::Name),
    ("initializationvector", Trigger::Name),
    ("rocommunity", Trigger::Name),
    ("rwcommunity", Trigger::Name),
    ("insert into", Trigger::Insert),
    ("send \"", Trigger::Sent),
    ("sendline(", Trigger::Sent),
    ("tn.write(", Trigger::Sent),
    ("sudo -s", Trigger::Echoed),
    ("net user ", Trigger::Command),
    ("ipmitool ", Trigger::Command),
    ("bcp ", Trigger::Command),
    ("isql ", Trigger::Command),
    ("osql ", Trigger::Command),
    ("tsql ", Trigger::Command),
    ("cmdkey ", Trigger::Command),
    ("schtasks ", Trigger::Command),
    ("winexe ", Trigger::Command),
    ("rpcclient ", Trigger::Command),
    ("skopeo ", Trigger::Command),
    ("ftp -", Trigger::Command),
    ("createuser ", Trigger::Command),
    ("admin / ", Trigger::Told),
    ("root / ", Trigger::Told),
    ("snmp-server community ", Trigger::Command),
    ("buildah login", Trigger::Command),
    ("nerdctl login", Trigger::Command),
    ("helm registry login", Trigger::Command),
    ("mongoimport ", Trigger::Command),
    ("mongoexport ", Trigger::Command),
    ("rdesktop ", Trigger::Command),
    ("community_string", Trigger::Name),
    ("communitystring", Trigger::Name),
    ("snmp_community", Trigger::Name),
    ("snmp-community", Trigger::Name),
    ("snmpcommunity", Trigger::Name),
    ("\".tochararray(", Trigger::CharArray),
    ("provider :", Trigger::Provider),
    ("omniauth :", Trigger::Provider),
    ("erlang_cookie", Trigger::Name),
    ("erlangcookie", Trigger::Name),
    ("mnemonic", Trigger::Mnemonic),
    ("seed_phrase", Trigger::Mnemonic),
    ("seedphrase", Trigger::Mnemonic),
    ("jwt.sign(", Trigger::JwtSecret),
    ("jwt.verify(", Trigger::JwtSecret),
    ("jwt.encode(", Trigger::JwtSecret),
    ("jwt.decode(", Trigger::JwtSecret),
    ("jwt.encode ", Trigger::JwtSecret),
    ("jwt.decode ", Trigger::JwtSecret),
];

/// All words that lead to contextual detection.
pub(crate) fn triggers() -> impl Iterator<Item = (&'static str, Trigger)> {
    let services = service::NAMES.split_ascii_whitespace().map(|word| (word, Trigger::Service));
    let functions =
        calls::FUNCTIONS.iter().enumerate().filter_map(|(i, f)| Some((f.0, Trigger::Function(u8::try_from(i).ok()?))));
    TRIGGERS.iter().copied().chain(functions).chain(services)
}

/// The detectors that are on.
#[derive(Debug)]
pub(crate) struct Detectors {
    pub(crate) rules: Vec<Arc<Rule>>,
    on: Vec<bool>,
    extended: bool,
}

impl Detectors {
    pub(crate) fn new(disabled: &BTreeSet<String>, extended: bool) -> Self {
        let mut rules = Vec::with_capacity(RULES.len());
        let mut on = Vec::with_capacity(RULES.len());
        for &(id, title, description, severity, cwe) in RULES {
            let mut rule = Rule::new(EngineId::Secrets, id, title, severity);
            rule.description = description.to_owned();
            rule.cwe = vec![cwe];
            rule.tags = vec!["contextual".to_owned()];
            rule.origin = RuleOrigin::Builtin("secrets/contextual".to_owned());
            rules.push(Arc::new(rule));
            on.push(!disabled.contains(id));
        }
        Self { rules, on, extended }
    }

    /// The rules that are not switched off.
    pub(crate) fn used(&self) -> impl Iterator<Item = &Arc<Rule>> {
        self.rules.iter().zip(&self.on).filter(|(_, on)| **on).map(|(rule, _)| rule)
    }

    /// Looks at the triggered places of a text.
    pub(crate) fn run(
        &self,
        place: Place<'_>,
        bytes: &[u8],
        triggers: &[(u32, Trigger)],
        focus: &Focus,
        hits: &mut Vec<Hit>,
    ) {
        let file = FileKind::of(place.path, bytes);
        let mut scan = Scan {
            bytes,
            file,
            extended: self.extended,
            path: place.path,
            found: Vec::new(),
            judged_to: 0,
            nested: 0,
            lone_fields: 0,
        };
        documents::password_file(&mut scan);
        documents::table(&mut scan);
        documents::state(&mut scan);
        let mut name_end = 0;
        for &(at, trigger) in triggers {
            let at = at as usize;
            if !focus.touches(&trigger.reach(at)) {
                continue;
            }
            match trigger {
                Trigger::Name => {
                    if at >= name_end {
                        name_end = scan.name(at);
                    }
                }
                Trigger::Url => url::look(&mut scan, at),
                Trigger::Block => blocks::key_block(&mut scan, at),
                Trigger::EncodedBlock => blocks::encoded_key_block(&mut scan, at),
                Trigger::Scheme => header::scheme(&mut scan, at),
                Trigger::Jwt => blocks::jwt(&mut scan, at),
                Trigger::Jwk => blocks::jwk(&mut scan, at),
                Trigger::Nkey => blocks::nkey(&mut scan, at),
                Trigger::Sql => sql::identified_by(&mut scan, at),
                Trigger::Command => command::command(&mut scan, at),
                Trigger::Manifest => documents::kubernetes_secret(&mut scan, at),
                Trigger::Function(index) => calls::function(&mut scan, at, usize::from(index)),
                Trigger::CharArray => calls::char_array(&mut scan, at),
                Trigger::Provider => calls::provider(&mut scan, at),
                Trigger::Insert => sql::insert_into(&mut scan, at),
                Trigger::Sent => command::sent(&mut scan, at),
                Trigger::Mnemonic => blocks::mnemonic(&mut scan, at),
                Trigger::Dsn => calls::mysql_dsn(&mut scan, at),
                Trigger::Echoed => command::echoed(&mut scan, at),
                Trigger::Oracle => command::oracle(&mut scan, at),
                Trigger::Service => service::look(&mut scan, at),
                Trigger::SecureString => calls::secure_string(&mut scan, at),
                Trigger::Told => scan.told(at),
                Trigger::JwtSecret => calls::jwt_secret(&mut scan, at),
            }
        }
        for mut found in scan.found {
            tone_down(bytes, &file, &mut found);
            let index = found.detector as usize;
            if !self.on.get(index).copied().unwrap_or(false) {
                continue;
            }
            let Some(value) = bytes.get(found.secret.clone()) else { continue };
            hits.push(Hit {
                rule: RuleRef::Context(index),
                value: found.value.unwrap_or_else(|| value.to_vec()),
                secret: found.secret,
                begins: found.matched.start,
                matched: found.matched,
                shown: 0,
                confidence: found.confidence,
                severity: RULES.get(index).map_or(Severity::High, |r| r.3),
                validity: found.validity,
                reasons: found.reasons,
                facts: Vec::new(),
            });
        }
    }
}

/// Documentation shows credentials that let nobody in: what stands there is believed one step less.
fn tone_down(bytes: &[u8], file: &FileKind, found: &mut Found) {
    if found.validity == Validity::Valid {
        return;
    }
    let by_form = matches!(
        found.detector,
        Detector::UrlCredentials
            | Detector::BasicAuth
            | Detector::BearerAuth
            | Detector::Jwt
            | Detector::CommandLine
            | Detector::ConnectionString
    );
    let commented = file.code && in_doc_comment(bytes, found.secret.start);
    let secret = &bytes[found.secret.clone()];
    // The user of a URL who has no password: a project, as error trackers name it.
    let lone = found.detector == Detector::UrlCredentials && value::is_hex(secret);
    let by_url = found.detector == Detector::UrlCredentials && found.confidence >= Confidence::Medium;
    let by_url = by_url && secret.len() >= 6 && drawn::reads_like_none(secret, &value::Shape::of(secret));
    let drawn = by_url
        || by_form && drawn::is_drawn(secret)
        || commented && value::forms_no_word(secret, &value::Shape::of(secret));
    if drawn && found.detector != Detector::Jwt && !lone {
        // Nor do they show what a generator drew: that was pasted.
        if found.confidence == Confidence::High {
            found.confidence = Confidence::Medium;
        }
    } else if commented {
        found.confidence = Confidence::Low;
        found.reasons.push("the place is a documentation comment".to_owned());
    } else if file.docs && by_form {
        found.confidence = if found.confidence == Confidence::High { Confidence::Medium } else { Confidence::Low };
        found.reasons.push("the file is an example or documentation".to_owned());
    }
}

/// Whether the line begins as documentation comments do: `*`, `///`, `//!`.
fn in_doc_comment(bytes: &[u8], at: usize) -> bool {
    let start = assign::line_start(bytes, at.min(bytes.len()));
    let line = bytes[start..(start + 400).min(bytes.len())].trim_ascii_start();
    [&b"* "[..], b"///", b"//!", b"/**"].iter().any(|s| line.starts_with(s))
}

/// Something that a detector found.
struct Found {
    detector: Detector,
    secret: Range<usize>,
    matched: Range<usize>,
    /// The decoded value, where it is not what is written.
    value: Option<Vec<u8>>,
    confidence: Confidence,
    validity: Validity,
    reasons: Vec<String>,
}

/// One text under detection.
struct Scan<'a> {
    bytes: &'a [u8],
    file: FileKind,
    extended: bool,
    path: &'a str,
    found: Vec<Found>,
    /// Where the values judged so far end, and how many have begun within another one in a row.
    judged_to: usize,
    nested: usize,
    /// Names that are fields without a mate, of those looked at.
    lone_fields: usize,
}

/// Of names that stand in the value of another name, which stands in the value of another one, this many have long
/// values judged: a line of `password=password=…` must not cost more than other lines.
const MAX_NESTED: usize = 16;
/// Fields without a mate that are searched around in any file; in a large one, one in 200 bytes more.
const MAX_LONE_FIELDS: usize = 2_000;
/// What counts as long there.
const LONG_NESTED: usize = 200;

impl Scan<'_> {
    /// Whether a value is one too many within others.
    fn is_nested(&mut self, value: &Range<usize>) -> bool {
        self.nested = if value.start < self.judged_to { self.nested + 1 } else { 0 };
        self.judged_to = self.judged_to.max(value.end);
        self.nested > MAX_NESTED && value.len() > LONG_NESTED
    }

    fn push(&mut self, detector: Detector, secret: Range<usize>, confidence: Confidence, reasons: &[&str]) {
        self.found.push(Found {
            detector,
            matched: secret.clone(),
            secret,
            value: None,
            confidence,
            validity: Validity::Unknown,
            reasons: reasons.iter().map(|&r| r.to_owned()).collect(),
        });
    }

    /// A name of something secret; returns where it ends.
    fn name(&mut self, at: usize) -> usize {
        let extent = name::extent(self.bytes, at);
        let end = extent.end.max(at + 1);
        let by_field = pairs::is_field(self.bytes, &extent);
        if !by_field && !name::may_be_given(self.bytes, &extent) {
            return end;
        }
        let text = &self.bytes[extent.clone()];
        let Some(mut name) = name::classify(text) else { return end };
        if name.kind == name::Kind::AnyKey
            && (self.file.lines || self.path.ends_with(".json"))
            && service::is_parent(self.bytes, extent.start)
        {
            name = name::Name { kind: name::Kind::Key, strong: true };
        }
        if self.file.config && !self.file.docs && adjacent::is_directive(self.bytes, &extent) {
            name = name::Name { kind: name::Kind::Password, strong: true };
        }
        if matches!(name.kind, name::Kind::AnyKey | name::Kind::Token) && name::is_used(self.bytes, &extent) {
            name = name::Name { kind: name::Kind::Key, strong: true };
        }
        if self.file.lock {
            return end;
        }
        // A file of nothing but `key=` would be searched around each of them.
        let worth = by_field && self.lone_fields < MAX_LONE_FIELDS + self.bytes.len() / 200;
        let mate = worth.then(|| pairs::mate(self.bytes, &extent, &self.file)).flatten();
        self.lone_fields += usize::from(worth && mate.is_none());
        if let Some(given) = mate {
            self.judge_given(&extent, name, given);
            return end;
        }
        if name.kind == name::Kind::Auth && (calls::user_and_password(self, &extent) || header::of_page(self, &extent))
        {
            return end;
        }
        if name.kind == name::Kind::Auth && (header::named(self, &extent) || calls::named_pair(self, &extent)) {
            return end;
        }
        let compared = || {
            let value =
                compare::literal_before(self.bytes, &extent).or_else(|| calls::value_for(self.bytes, &extent))?;
            Some(assign::found(value, true, assign::Form::Compare))
        };
        let commented = || {
            let value = compare::commented(self.bytes, &extent).filter(|_| self.file.code && !self.file.minified)?;
            Some(assign::found(value, true, assign::Form::Argument))
        };
        let Some(given) = options::default_of(self.bytes, &extent)
            .or_else(|| assign::value_of(self.bytes, &extent, &self.file))
            .or_else(compared)
            .or_else(commented)
        else {
            return end;
        };
        self.judge_given(&extent, name, given);
        end
    }

    /// `app.secret_key = "some words"` of Flask and Django, `session({ secret: "some words" })` of Express: a phrase that
    /// signs what the application hands out.
    fn secret_phrase(
        &self,
        name_text: &[u8],
        name: name::Name,
        value: &[u8],
        extent: &Range<usize>,
        given: &assign::Assigned,
    ) -> bool {
        let fits = given.quoted
            && given.form == assign::Form::Assign
            && !given.joined
            && self.file.code
            && !(self.file.translation || self.file.minified || self.file.docs)
            && (6..=60).contains(&value.len())
            && value.iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b' ' | b'_' | b'-' | b'!'))
            && value.iter().filter(|b| **b == b' ').count() <= 4;
        let other = || {
            value::is_placeholder(value).is_some()
                || value::is_reference(value)
                || value::repeats_name(name_text, value)
                || in_doc_comment(self.bytes, extent.start)
        };
        if !fits || other() {
            return false;
        }
        let lower = name_text.to_ascii_lowercase();
        let signs = lower.ends_with(b"app.secret_key")
            || name_text == b"SECRET_KEY"
            || lower == b"secret" && name.kind == name::Kind::Secret && {
                let head = &self.bytes[extent.start.saturating_sub(160)..extent.start];
                memchr::memmem::find(head, b"ession(").is_some()
            };
        let shape = value::Shape::of(value);
        signs && score::randomness(value, &shape) == 0
    }

    /// What stands behind the user name at `at`, `admin / …`, outside of programs.
    fn told(&mut self, at: usize) {
        let end = at + memchr::memchr(b'/', &self.bytes[at..]).map_or(0, |i| i + 2);
        let free =
            at == 0 || !self.bytes[at - 1].is_ascii_alphanumeric() && !matches!(self.bytes[at - 1], b'/' | b'_' | b'-');
        if self.file.code || !free {
            return;
        }
        let Some(given) = adjacent::told(&assign::Cursor { bytes: self.bytes, at: end }) else { return };
        let user = at..memchr::memchr(b' ', &self.bytes[at..]).map_or(end, |i| at + i);
        self.judge_given(&user, name::Name { kind: name::Kind::Password, strong: true }, given);
    }

    /// `login("psmith", password="psmith09")` of a test.
    fn repeats_its_line(&self, name: name::Name, given: &assign::Assigned) -> bool {
        let value = &self.bytes[given.value.clone()];
        let word = &value[..value.iter().take_while(|b| b.is_ascii_alphabetic()).count()];
        let start = assign::line_start(self.bytes, given.value.start).max(given.value.start.saturating_sub(300));
        let head = self.bytes[start..given.value.start].to_ascii_lowercase();
        let word = word.to_ascii_lowercase();
        // Not the name itself: `password = "Pass@word"`.
        let repeats = || {
            let mut pieces = head.split(|b| !b.is_ascii_alphanumeric());
            pieces.any(|piece| piece.starts_with(&word) && name::classify(piece).is_none())
        };
        name.kind == name::Kind::Password && word.len() >= 4 && repeats()
    }

    /// `Server=db;User Id=sa;Password=words`: what an address and a user stand beside of is the password, however weak.
    fn is_of_connection(&self, name: name::Name, given: &assign::Assigned) -> bool {
        if !given.pair || given.joined || name.kind != name::Kind::Password || self.file.docs || self.file.minified {
            return false;
        }
        let start = assign::line_start(self.bytes, given.value.start).max(given.value.start.saturating_sub(300));
        let head = self.bytes[start..given.value.start].to_ascii_lowercase();
        let says = |words: &[&[u8]]| words.iter().any(|word| memchr::memmem::find(&head, word).is_some());
        says(&[b"server=", b"host=", b"data source=", b"addr="])
            && says(&[b"user id=", b"uid=", b"user=", b"username="])
    }

    /// `KEY = "<32 hex>"`, `key = bytes.fromhex("<64 hex>")` of a program.
    fn is_cipher_key(&self, name_text: &[u8], name: name::Name, given: &assign::Assigned) -> bool {
        let value = &self.bytes[given.value.clone()];
        let program = self.file.code && !(self.file.test || self.file.docs || self.file.minified);
        if name.kind != name::Kind::AnyKey
            || !program
            || !given.quoted
            || given.joined
            || given.form != assign::Form::Assign
            || speaks_of_vectors(self.path)
        {
            return false;
        }
        // `KEY = "<16 letters and digits>".getBytes()`: a text of a cipher's length that is made into bytes.
        let behind = self.bytes.get(given.value.end + 1..).unwrap_or_default();
        let made = [&b".getBytes("[..], b".toByteArray(", b".encode("].iter().any(|call| behind.starts_with(call));
        if made && matches!(value.len(), 16 | 24 | 32) {
            let shape = value::Shape::of(value);
            let mixed = shape.lower > 1 && shape.upper > 1 && shape.digits > 1 && shape.symbols == 0;
            return mixed && score::randomness(value, &shape) >= 2;
        }
        if !matches!(value.len(), 32 | 48 | 64) || !value::is_hex(value) {
            return false;
        }
        let last = name_text.rsplit(|b| matches!(b, b'.' | b'_')).next().unwrap_or(name_text);
        let head = &self.bytes[given.value.start.saturating_sub(24)..given.value.start - 1];
        let decoded = [&b"fromhex("[..], b"hex2bin(", b"unhexlify(", b"DecodeString(", b"Hex.parse("];
        last == b"KEY" || decoded.iter().any(|d| head.ends_with(d))
    }

    /// Judges what is given to a name.
    fn judge_given(&mut self, extent: &Range<usize>, name: name::Name, given: assign::Assigned) {
        let text = &self.bytes[extent.clone()];
        let value = &self.bytes[given.value.clone()];
        // `exports.BoxToken = BoxToken` in `BoxToken.js`.
        let stem = self.path.rsplit('/').next().and_then(|name| name.split('.').next()).unwrap_or_default();
        // Keys in blocks and URLs have detectors of their own.
        if value.starts_with(b"-----BEGIN") || value == stem.as_bytes() || self.is_nested(&given.value) {
            return;
        }
        let value = &self.bytes[given.value.clone()];
        // What is meant is judged; what is written is masked.
        let meant = entity::unescaped(value);
        let meant = meant.as_deref().unwrap_or(value);
        // What is commented out is not what is set.
        let start = assign::line_start(self.bytes, extent.start);
        let commented = matches!(self.bytes[start..extent.start].trim_ascii_start().first(), Some(b';' | b'#' | b'/'));
        let file = FileKind { settings: self.file.settings && !commented, ..self.file };
        if meant.starts_with(b"0x") && meant.contains(&b',') {
            let kind =
                matches!(name.kind, name::Kind::Key | name::Kind::AnyKey | name::Kind::Salt | name::Kind::Secret);
            if kind && !(self.file.test || self.file.docs || self.file.minified) {
                let salt = name.kind == name::Kind::Salt;
                let detector = if salt { Detector::Salt } else { Detector::Key };
                // As many as the key of a cipher has.
                let count = memchr::memmem::find_iter(meant, b"0x").count();
                let sized = matches!(count, 16 | 24 | 32 | 48 | 64) && !salt && !speaks_of_vectors(self.path);
                let confidence = if sized { Confidence::Medium } else { Confidence::Low };
                self.push(detector, given.value, confidence, &["bytes that are written out"]);
            }
            return;
        }
        if self.secret_phrase(text, name, meant, extent, &given) {
            return self.push(
                Detector::Secret,
                given.value,
                Confidence::Low,
                &["words of somebody's choice where a random value is expected"],
            );
        }
        // `error.password=Error while the file was read: {0}`: a sentence, of which the first word was taken.
        if self.file.lines && !given.quoted && !given.pair && meant.iter().all(u8::is_ascii_alphabetic) {
            let rest = &self.bytes[given.value.end..(given.value.end + 200).min(self.bytes.len())];
            let rest = rest.split(|b| matches!(b, b'\n' | b'\r')).next().unwrap_or(rest);
            let words = rest.split(u8::is_ascii_whitespace).filter(|word| !word.is_empty());
            let plain = |word: &&[u8]| word.iter().all(|b| b.is_ascii_alphabetic() || matches!(b, b',' | b'.' | b':'));
            if rest.starts_with(b" ") && words.take_while(plain).count() >= 2 {
                return;
            }
        }
        // In JSON a text that names a password in passing gives it nothing.
        if !given.quoted && !given.pair && name.kind == name::Kind::Password && self.path.ends_with(".json") {
            let known = meant.iter().any(u8::is_ascii_digit);
            if !known {
                return;
            }
        }
        if let Some(mut score) = score::judge(text, name, meant, &given, &file, self.extended) {
            if score.confidence == Confidence::Low && self.is_of_connection(name, &given) {
                score.confidence = Confidence::Medium;
                score.reasons.push("the connection string says whose it is");
            }
            if score.confidence == Confidence::Low && self.is_cipher_key(text, name, &given) {
                score.confidence = Confidence::Medium;
                score.reasons.push("as long as a cipher's key is");
            }
            if score.confidence == Confidence::Medium && file.test && self.repeats_its_line(name, &given) {
                score.confidence = Confidence::Low;
                score.reasons.push("the value begins as what stands beside it");
            }
            let detector = match name.kind {
                name::Kind::Password if given.pair => Detector::ConnectionString,
                name::Kind::Password if given.form == assign::Form::Option => Detector::CommandLine,
                name::Kind::Password => Detector::Password,
                name::Kind::Secret | name::Kind::Auth => Detector::Secret,
                name::Kind::Token => Detector::Token,
                name::Kind::Key | name::Kind::AnyKey => Detector::Key,
                name::Kind::Salt => Detector::Salt,
            };
            let mut reasons = vec![format!("given to the name {}", String::from_utf8_lossy(text))];
            reasons.extend(score.reasons.iter().map(|&r| r.to_owned()));
            self.found.push(Found {
                detector,
                matched: extent.start.min(given.value.start)..extent.end.max(given.value.end),
                secret: given.value,
                value: None,
                confidence: score.confidence,
                validity: Validity::Unknown,
                reasons,
            });
        }
    }
}
