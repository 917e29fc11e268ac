//! Credentials as arguments of functions that are known to take them, where no name stands beside the password.

use std::ops::Range;

use firedoor_core::Confidence;

use super::assign::{self, Assigned, Form};
use super::name::{Kind, Name};
use super::{Detector, Scan, score, value};

/// How far an argument list is followed.
const REACH: usize = 400;

/// Functions and constructors that take a credential as an argument: the beginning of the call in lower case, the
/// index of the argument among the others, and what it is. With [`Kind::Auth`] the arguments are a user name and a
/// password, and both must be literals.
pub(super) const FUNCTIONS: &[(&str, u8, Kind)] = &[
    ("getconnection(", 2, Kind::Password),
    ("new pdo(", 2, Kind::Password),
    ("fromdrivermanager(", 3, Kind::Password),
    ("mysqli_connect(", 2, Kind::Password),
    ("mysql_connect(", 2, Kind::Password),
    ("new mysqli(", 2, Kind::Password),
    ("directoryentry(", 2, Kind::Password),
    ("new sequelize(", 2, Kind::Password),
    ("mysqldb.connect(", 2, Kind::Password),
    ("pymysql.connect(", 2, Kind::Password),
    ("ldap_bind(", 2, Kind::Password),
    ("ftp_login(", 2, Kind::Password),
    ("imap_open(", 2, Kind::Password),
    ("ssh2_auth_password(", 2, Kind::Password),
    ("odbc_connect(", 2, Kind::Password),
    ("pg_connect(", 2, Kind::Password),
    ("mysql_real_connect(", 3, Kind::Password),
    ("plainauth(", 2, Kind::Password),
    ("dbi->connect(", 2, Kind::Password),
    ("dbi.connect(", 2, Kind::Password),
    ("pymssql.connect(", 2, Kind::Password),
    ("mariadb.connect(", 2, Kind::Password),
    ("createcredential(", 2, Kind::Password),
    ("ssh.connect(", 3, Kind::Password),
    ("credentials(", 3, Kind::Password),
    ("sp_addlogin ", 1, Kind::Password),
    ("cx_oracle.connect(", 1, Kind::Password),
    ("oci_connect(", 1, Kind::Password),
    ("simple_bind_s(", 1, Kind::Password),
    ("credentials.basic(", 1, Kind::Password),
    ("networkcredential(", 1, Kind::Password),
    ("passwordcredentials(", 1, Kind::Password),
    ("passwordauthentication(", 1, Kind::Password),
    ("crammd5auth(", 1, Kind::Password),
    ("passwordsignin(", 1, Kind::Password),
    ("passwordsigninasync(", 1, Kind::Password),
    ("usermanager.create(", 1, Kind::Password),
    ("usermanager.createasync(", 1, Kind::Password),
    ("createuserwithemailandpassword(", 1, Kind::Auth),
    ("signinwithemailandpassword(", 1, Kind::Auth),
    ("wifi.begin(", 1, Kind::Auth),
    ("userpassword(", 1, Kind::Auth),
    ("userinfo(", 1, Kind::Auth),
    ("authenticate_password(", 1, Kind::Auth),
    ("login(", 1, Kind::Auth),
    ("loginuser(", 1, Kind::Auth),
    ("loginas(", 1, Kind::Auth),
    ("log_in(", 1, Kind::Auth),
    ("signin(", 1, Kind::Auth),
    ("sign_in(", 1, Kind::Auth),
    ("authenticate(", 1, Kind::Auth),
    ("auth().basic(", 1, Kind::Auth),
    ("basic_auth(", 1, Kind::Auth),
    ("basicauth(", 1, Kind::Auth),
    ("pbekeyspec(", 0, Kind::Password),
    ("ssh.password(", 0, Kind::Password),
    ("bcrypt.hash(", 0, Kind::Password),
    ("bcrypt.hashsync(", 0, Kind::Password),
    ("bcrypt.compare(", 0, Kind::Password),
    ("bcrypt.comparesync(", 0, Kind::Password),
    ("bcrypt.hashpw(", 0, Kind::Password),
    ("generate_password_hash(", 0, Kind::Password),
    ("check_password_hash(", 1, Kind::Password),
    ("secretkeyspec(", 0, Kind::Key),
    ("symmetricsecuritykey(", 0, Kind::Key),
    ("createcipheriv(", 1, Kind::Key),
    ("createdecipheriv(", 1, Kind::Key),
    ("createcipher(", 1, Kind::Key),
    ("createdecipher(", 1, Kind::Key),
    ("aes.encrypt(", 1, Kind::Key),
    ("aes.decrypt(", 1, Kind::Key),
    ("des.encrypt(", 1, Kind::Key),
    ("des.decrypt(", 1, Kind::Key),
    ("openssl_encrypt(", 2, Kind::Key),
    ("openssl_decrypt(", 2, Kind::Key),
    ("aes.new(", 0, Kind::Key),
    ("des.new(", 0, Kind::Key),
    ("des3.new(", 0, Kind::Key),
    ("arc4.new(", 0, Kind::Key),
    ("blowfish.new(", 0, Kind::Key),
    ("aesgcm(", 0, Kind::Key),
    ("chacha20poly1305(", 0, Kind::Key),
    ("aes.newcipher(", 0, Kind::Key),
    ("des.newcipher(", 0, Kind::Key),
    ("rc4.newcipher(", 0, Kind::Key),
    ("createhmac(", 1, Kind::Secret),
    ("hash_hmac(", 2, Kind::Secret),
    ("hmac.new(sha", 1, Kind::Secret),
    ("hmac.new(md5", 1, Kind::Secret),
    ("hmac.new(", 0, Kind::Secret),
    ("hmac256(", 0, Kind::Secret),
    ("hmac384(", 0, Kind::Secret),
    ("hmac512(", 0, Kind::Secret),
    ("hmacsha1(", 0, Kind::Secret),
    ("hmacsha256(", 0, Kind::Secret),
    ("hmacsha512(", 0, Kind::Secret),
    ("signwith(", 1, Kind::Secret),
    ("setsigningkey(", 0, Kind::Secret),
    ("signedstring(", 0, Kind::Secret),
    ("from_secret(", 0, Kind::Secret),
    ("newcookiestore(", 0, Kind::Secret),
    ("newfilesystemstore(", 1, Kind::Secret),
    ("cookieparser(", 0, Kind::Secret),
    ("urlsafetimedserializer(", 0, Kind::Secret),
    ("urlsafeserializer(", 0, Kind::Secret),
    ("timedjsonwebsignatureserializer(", 0, Kind::Secret),
    ("jsonwebsignatureserializer(", 0, Kind::Secret),
    ("timestampsigner(", 0, Kind::Secret),
    ("oauthhandler(", 1, Kind::Secret),
    ("oauth1session(", 1, Kind::Secret),
    ("set_access_token(", 1, Kind::Secret),
    ("newstaticcredentials(", 1, Kind::Key),
    ("newstaticcredentialsprovider(", 1, Kind::Key),
    ("newstaticv2(", 1, Kind::Key),
    ("newstaticv4(", 1, Kind::Key),
    ("basicawscredentials(", 1, Kind::Key),
    ("awsbasiccredentials.create(", 1, Kind::Key),
    ("basicsessioncredentials(", 1, Kind::Key),
    ("secretkey::from_str(", 0, Kind::Key),
    ("authenticationheadervalue(", 1, Kind::Token),
    ("pyotp.totp(", 0, Kind::Secret),
    ("github(", 0, Kind::Token),
    (".oauth2(", 0, Kind::Token),
    ("bearer_auth(", 0, Kind::Token),
    ("bearerauth(", 0, Kind::Token),
    ("setbearertoken(", 0, Kind::Token),
    ("withoauthtoken(", 0, Kind::Token),
    ("ivparameterspec(", 0, Kind::Salt),
    ("pbkdf2_hmac(", 2, Kind::Salt),
    ("pbkdf2sync(", 1, Kind::Salt),
    ("pbkdf2(", 1, Kind::Salt),
    ("scryptsync(", 1, Kind::Salt),
    ("derivekey(", 1, Kind::Salt),
];

/// Judges a literal as the password or secret that its place says it is.
fn judge(scan: &mut Scan<'_>, range: Range<usize>, kind: Kind, detector: Detector, reason: &'static str) {
    let given =
        Assigned { value: range.clone(), quoted: true, form: Form::Assign, joined: false, pair: false, arguments: 2 };
    let text = &scan.bytes[range.clone()];
    let name: &[u8] = match kind {
        Kind::Password | Kind::Auth => b"password",
        Kind::Token => b"access token",
        Kind::Salt => b"SALT",
        _ => b"secret",
    };
    if let Some(score) = score::judge(name, Name { kind, strong: true }, text, &given, &scan.file, false) {
        let mut reasons = vec![reason];
        reasons.extend(score.reasons);
        scan.push(detector, range, score.confidence, &reasons);
    }
}

/// `getConnection(url, "user", "password")`, `NetworkCredential("user", "password")`, `SecretKeySpec("key".getBytes(), "AES")`.
pub(super) fn function(scan: &mut Scan<'_>, at: usize, index: usize) {
    let Some(&(word, argument, kind)) = FUNCTIONS.get(index) else { return };
    let bytes = scan.bytes;
    // `relogin(`, `HMAC.new(`: a part of another name, unless the name says so itself.
    let before = at.checked_sub(1).and_then(|i| bytes.get(i)).copied().unwrap_or(b' ');
    let lone = !word.contains('.') && kind == Kind::Auth;
    if lone && (before.is_ascii_alphanumeric() && !bytes[at].is_ascii_uppercase() || before == b'@') {
        return;
    }
    // Statements of SQL have no parenthesis.
    let head = &bytes[at..(at + word.len()).min(bytes.len())];
    let open = at + memchr::memrchr(b'(', head).map_or(word.len(), |i| i + 1);
    let wanted = usize::from(argument);
    let Some(range) = assign::argument(bytes, open, wanted) else { return };
    let (kind, detector, reason) = match kind {
        Kind::Auth => {
            let Some(user) = assign::argument(bytes, open, 0) else { return };
            let value = &bytes[range.clone()];
            // A page's address, a message or a role stands there as well: only what looks like a password is one.
            let shape = value::Shape::of(value);
            let plain = shape.digits == 0 && shape.symbols == 0 || shape.spaces > 0;
            let plain = plain && !value::forms_no_word(value, &shape);
            if bytes[user].is_empty() || lone && plain && !word.starts_with("basic") {
                return;
            }
            (Kind::Password, Detector::Password, "the second of a user name and a password")
        }
        Kind::Password => (kind, Detector::Password, "an argument that is a password"),
        Kind::Key => (kind, Detector::Key, "an argument that is a key"),
        Kind::Salt => (kind, Detector::Salt, "an argument that is a salt or an initialization vector"),
        Kind::Token => (kind, Detector::Token, "an argument that is a token"),
        _ => (kind, Detector::Secret, "an argument that is a secret"),
    };
    let value = &bytes[range.clone()];
    let weak = matches!(kind, Kind::Key | Kind::Secret) && value::is_weak(value) && !value.contains(&b' ');
    if weak && value.len() >= 6 {
        let reasons = [reason, "a secret that everybody writes"];
        return scan.push(detector, range, Confidence::Low, &reasons);
    }
    judge(scan, range, kind, detector, reason);
}

/// `keyStore.load(stream, "…".toCharArray())`; `at` is the closing quote. The same is done to alphabets, so a word that
/// speaks of keys must stand before it.
pub(super) fn char_array(scan: &mut Scan<'_>, at: usize) {
    const OPENERS: &[&[u8]] = &[
        b"load(",
        b"init(",
        b"getkey(",
        b"getentry(",
        b"setkeyentry(",
        b"store(",
        b"passwordprotection(",
        b"pbekeyspec(",
        b"keystore",
        b"loadkeymaterial(",
        b"loadtrustmaterial(",
    ];
    let Some(range) = super::compare::literal(scan.bytes, at + 1) else { return };
    let low = range.start.saturating_sub(120);
    let head = scan.bytes[low..range.start].to_ascii_lowercase();
    let head = &head[memchr::memrchr(b';', &head).map_or(0, |i| i + 1)..];
    if OPENERS.iter().any(|o| memchr::memmem::find(head, o).is_some()) {
        judge(scan, range, Kind::Password, Detector::Password, "the password of a key store");
    }
}

/// `provider :github, "id", "secret"` of OmniAuth.
pub(super) fn provider(scan: &mut Scan<'_>, at: usize) {
    let line = &scan.bytes[at..(at + 200).min(scan.bytes.len())];
    let Some(comma) = memchr::memchr2(b',', b'\n', line).filter(|i| line[*i] == b',') else { return };
    if assign::argument(scan.bytes, at + comma + 1, 0).is_none() {
        return;
    }
    if let Some(range) = assign::argument(scan.bytes, at + comma + 1, 1) {
        judge(scan, range, Kind::Secret, Detector::Secret, "the secret of an identity provider");
    }
}

/// `auth=("user", "password")`, `SetBasicAuth("user", "password")`.
pub(super) fn named_pair(scan: &mut Scan<'_>, name: &Range<usize>) -> bool {
    let rest = &scan.bytes[name.end..(name.end + 12).min(scan.bytes.len())];
    let lead = rest.iter().take_while(|b| matches!(b, b' ' | b'=' | b':' | b'"' | b'\'')).count();
    // Ruby calls without parentheses: `basic_auth 'user', 'password'`.
    let plain = lead == 2 && rest[0] == b' ' && matches!(rest[1], b'"' | b'\'');
    if !plain && !matches!(rest.get(lead), Some(b'(' | b'[')) {
        return false;
    }
    let open = if plain { name.end + 1 } else { name.end + lead + 1 };
    let Some(first) = assign::argument(scan.bytes, open, 0) else { return false };
    let Some(range) = assign::argument(scan.bytes, open, 1) else {
        // `client.Auth("password")` of Redis.
        let text = &scan.bytes[name.clone()];
        let object = text.len() > 5 && text[text.len() - 5..].eq_ignore_ascii_case(b".auth");
        // Lua and PHP: `redis:auth("…")`, `$redis->auth("…")`.
        let head = &scan.bytes[..name.start];
        let object = object || text.eq_ignore_ascii_case(b"auth") && (head.ends_with(b":") || head.ends_with(b"->"));
        let called = lead == 0 && object;
        let ends = scan.bytes.get(first.end + 1) == Some(&b')');
        if called
            && ends
            && score::randomness(&scan.bytes[first.clone()], &value::Shape::of(&scan.bytes[first.clone()])) > 0
        {
            judge(scan, first, Kind::Password, Detector::Password, "an argument that is a password");
            return true;
        }
        return false;
    };
    // `["eu-west-1", "eu-west-2"]`: a list of things of one kind.
    let (user, password) = (&scan.bytes[first], &scan.bytes[range.clone()]);
    let common = user.iter().zip(password).take_while(|(a, b)| a == b).count();
    if common >= 5 && common + 2 >= user.len().max(password.len()) {
        return false;
    }
    judge(scan, range, Kind::Password, Detector::Password, "the second of a user name and a password");
    true
}

/// `user:password@tcp(host:port)/database`; `at` is the `@`.
pub(super) fn mysql_dsn(scan: &mut Scan<'_>, at: usize) {
    let low = at.saturating_sub(120);
    let text = &scan.bytes[low..at];
    let from = text.iter().rposition(|b| matches!(b, b'"' | b'\'' | b'`' | b' ' | b'=' | b'\n')).map_or(0, |i| i + 1);
    let Some(colon) = memchr::memchr(b':', &text[from..]) else { return };
    let range = low + from + colon + 1..at;
    if range.len() >= 3 && !value::is_reference(&scan.bytes[range.clone()]) {
        judge(scan, range, Kind::Password, Detector::ConnectionString, "a data source name with a password");
    }
}

/// `jwt.sign(claims, "secret")`, Ruby's `JWT.encode claims, 'secret'`: the first literal behind the first comma outside of braces.
pub(super) fn jwt_secret(scan: &mut Scan<'_>, at: usize) {
    let mut window = &scan.bytes[at..(at + REACH).min(scan.bytes.len())];
    let mut depth = 0i32;
    if window.iter().find(|b| matches!(b, b'(' | b' ')) == Some(&b' ') {
        window = &window[..memchr::memchr(b'\n', window).unwrap_or(window.len())];
        depth = 1;
    }
    for (i, &b) in window.iter().enumerate() {
        match b {
            b'(' | b'{' | b'[' => depth += 1,
            b')' | b'}' | b']' => {
                depth -= 1;
                if depth == 0 {
                    return;
                }
            }
            b',' if depth == 1 => {
                if let Some(range) = assign::argument(scan.bytes, at + i + 1, 0) {
                    let weak = value::is_weak(&scan.bytes[range.clone()]);
                    if weak && range.len() >= 6 {
                        let reasons = ["signs a token", "a secret that everybody writes"];
                        scan.push(Detector::Secret, range, Confidence::Low, &reasons);
                    } else {
                        judge(scan, range, Kind::Secret, Detector::Secret, "signs a token");
                    }
                }
                return;
            }
            b';' => return,
            _ => {}
        }
    }
}

/// `ConvertTo-SecureString "…"`, `ConvertTo-SecureString -String "…"`.
pub(super) fn secure_string(scan: &mut Scan<'_>, at: usize) {
    let window = &scan.bytes[at..(at + 300).min(scan.bytes.len())];
    let mut rest = window[b"convertto-securestring".len().min(window.len())..].trim_ascii_start();
    if rest.get(..7).is_some_and(|r| r.eq_ignore_ascii_case(b"-string")) {
        rest = rest[7..].trim_ascii_start();
    }
    let Some(&quote @ (b'"' | b'\'')) = rest.first() else { return };
    let Some(len) = memchr::memchr(quote, &rest[1..]) else { return };
    let start = at + window.len() - rest.len() + 1;
    if len >= 3 && !value::is_reference(&scan.bytes[start..start + len]) {
        judge(scan, start..start + len, Kind::Password, Detector::Password, "made a secure string");
    }
}

/// `NEO4J_AUTH=neo4j/password`, `BASIC_AUTH: user:password`: a variable of the environment with both.
pub(super) fn user_and_password(scan: &mut Scan<'_>, name: &Range<usize>) -> bool {
    let bytes = scan.bytes;
    let text = &bytes[name.clone()];
    if !text.ends_with(b"_AUTH") || text.iter().any(u8::is_ascii_lowercase) {
        return false;
    }
    let rest = &bytes[name.end..(name.end + 100).min(bytes.len())];
    let lead = rest.iter().take_while(|b| matches!(b, b'=' | b':' | b' ' | b'"' | b'\'')).count();
    let value = &rest[lead..];
    let len = value.iter().take_while(|b| !b.is_ascii_whitespace() && !matches!(b, b'"' | b'\'' | b',' | b';')).count();
    let value = &value[..len];
    let Some(sign) = value.iter().position(|b| matches!(b, b'/' | b':')).filter(|i| lead > 0 && (2..=24).contains(i))
    else {
        return false;
    };
    if !value[..sign].iter().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
        || value[sign + 1..].starts_with(b"/")
    {
        return false;
    }
    let start = name.end + lead + sign + 1;
    judge(scan, start..name.end + lead + len, Kind::Password, Detector::Password, "a user name and a password");
    true
}

/// `setValue("…", forHTTPHeaderField: "X-Api-Key")`, `setObject:@"…" forKey:@"token"`: the value comes before the name.
pub(super) fn value_for(bytes: &[u8], name: &Range<usize>) -> Option<Range<usize>> {
    let low = name.start.saturating_sub(40);
    let head = &bytes[low..name.start];
    let head = head.strip_suffix(b"\"")?;
    let head = head.strip_suffix(b"@").unwrap_or(head).trim_ascii_end();
    let head = head.strip_suffix(b"forHTTPHeaderField:").or_else(|| head.strip_suffix(b"forKey:"))?;
    let head = head.trim_ascii_end();
    let head = head.strip_suffix(b",").unwrap_or(head);
    super::compare::literal(bytes, low + head.len())
}
