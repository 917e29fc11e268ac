//! What contextual detection says of single lines, by file name. Values are put together so that no complete
//! credential stands in this file.

use std::collections::BTreeSet;

use firedoor_core::{ChangedLines, Origin, RepoPath, SourceFile};

use super::{Detectors, RULES, triggers};
use crate::scan::focus::Focus;
use crate::scan::keywords::{Keywords, Seen};
use crate::scan::{Place, RuleRef};

/// The best finding of a text as `rule:confidence`, or nothing.
fn best(path: &str, text: &str) -> Option<String> {
    let detectors = Detectors::new(&BTreeSet::new(), false);
    let keywords = Keywords::new(&[], triggers());
    let mut seen = Seen::default();
    keywords.scan(text.as_bytes(), &Focus::everything(), &mut seen);
    let mut hits = Vec::new();
    let origin = Origin::WorkTree;
    detectors.run(Place { path, origin: &origin }, text.as_bytes(), &seen.triggers, &Focus::everything(), &mut hits);
    let hit = hits.into_iter().max_by_key(|h| (h.confidence, h.rule))?;
    let RuleRef::Context(index) = hit.rule else { return None };
    Some(format!("{}:{}", RULES[index].0, hit.confidence))
}

/// What is found in the focus, as it is written.
fn secrets(path: &str, text: &str, focus: &Focus) -> Vec<String> {
    let keywords = Keywords::new(&[], triggers());
    let mut seen = Seen::default();
    keywords.scan(text.as_bytes(), focus, &mut seen);
    let mut hits = Vec::new();
    let origin = Origin::WorkTree;
    let detectors = Detectors::new(&BTreeSet::new(), false);
    detectors.run(Place { path, origin: &origin }, text.as_bytes(), &seen.triggers, focus, &mut hits);
    hits.into_iter().map(|hit| text[hit.secret].to_owned()).collect()
}

fn check(path: &str, text: &str, expected: &str) {
    assert_eq!(best(path, text).as_deref().unwrap_or("none"), expected, "{path}: {text}");
}

#[test]
fn passwords() {
    check("a.py", "password = 'kq7Rz!xW2'", "hardcoded-password:medium");
    check("a.py", "password = 'vzihlaqukn'", "hardcoded-password:medium");
    check("a.yml", "db_password: zKq93vTr", "hardcoded-password:medium");
    check("a.json", "{\"adminPassword\": \"Xw9$kd!2mQ\"}", "hardcoded-password:medium");
    check("a.java", "ds.setPassword(\"kq7Rz!xW2pLm\");", "hardcoded-password:medium");
    check("a.sql", "CREATE USER u IDENTIFIED BY 'kq7Rz!xW2'", "hardcoded-password:medium");
    check("a.sh", "mysql --password kq7Rz!xW2 -h db", "command-line-credentials:medium");
    check("a.py", "password = 'centipede'", "hardcoded-password:low");
    for text in [
        "password = getpass()",
        "password = 'password'",
        "password = '${DB_PASSWORD}'",
        "password = os.environ['X']",
        "password = 'Enter your password'",
        "password = None",
        "def f(password: str = 'string'):",
        "PASSWORD_FIELD = 'id_kq7Rz!xW2'",
        "password = '<kq7Rz!xW2>'",
        "password=\"******\"",
        "password_hash = 'kq7Rz!xW2'",
    ] {
        check("a.py", text, "none");
    }
}

#[test]
fn what_stands_beside_a_name_is_not_always_given_to_it() {
    for (path, text) in [
        // Entries of a dictionary: neither is a value paired with the next key, nor what is taken from one.
        ("a.py", "{\"TLS_PSK\": \"PSK-RC4-SHA\",\n \"DHE_PSK_WITH_AES_128\": \"DHE-PSK-AES128-SHA\"}"),
        ("a.py", "f(x, data[\"refresh_token\"], _exp=90*86400)"),
        ("a.py", "export_key(passphrase=\"secret\", use_pkcs8=False)"),
        ("a.py", "assert unwrap(der, \"secret\") == (OIDS[ML_DSA_44], seed_choice(seed), None)"),
        ("min.js", "return\"pass-fail\"===t.dtype?e===ce.PB.YES?[1]:[]"),
        ("a.yaml", "- name: compute_api:os-server-password:show"),
        ("a.sh", "getopt -l help,rootfs:,path:,root_passwd:,imgtar: -- x"),
        // What is filled in later, and names of what holds a secret.
        ("a.py", "secret = f\"{ts}mng_ch_{Y:>04}{m:>02}\""),
        ("a.py", "config += f'    password: \"{kwargs[\"ota_password\"]}\"'"),
        ("Jenkinsfile", "DB_PASSWORD = credentials('db-password-prod1')"),
        ("a.gradle", "def signingPwd = findProperty(\"SIGNING_PWD\")"),
        ("a.py", "api_key_env = \"ACME_API_KEY_2\""),
        ("a.yaml", "password: ENC(Zt1bVn4mKx7LwP0cRy5TsA==)"),
        ("BoxOAuth2Api.js", "exports.BoxOAuth2Api = BoxOAuth2Api;"),
        // Texts for people, types and rules.
        ("translations/de.json", "{\"app_key\": \"Anwendungsschl\\u00fcssel\"}"),
        ("a.json", "{\"authentication\": \"Uwierzytelnianie\"}"),
        ("a.json", "{\"d\": \"identified by zizmor3 in workflows\"}"),
        ("a.py", "'hashed_passwords': 'list[str]', 'b': 'VARCHAR(255)'"),
        ("a.d.mts", "export function f(password: Uint8Array | string): void;"),
        ("a.py", "\"reset_password\": \"20/m/ip,5/m/key\""),
        ("a.tsx", "validate={{ password: 'required|min:8|max:64' }}"),
        ("a.py", "CIPHERS = \"HIGH:!aNULL:!PSK:!EDH-DSS-DES-CBC3-SHA:!KRB5-DES-CBC3-SHA\""),
        ("a.js", "ppk = 'PuTTY-User-Key-File-2: ' + a; b = 'Private-Lines: ' + n"),
    ] {
        check(path, text, "none");
    }
    let public =
        ["MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEY6Ya7W++7a", "UPzvMTrezH6Ycx3c+HOKYCcNGybJZSCJq/fd7Qa8uuAKtdIkUQtQ"]
            .concat();
    check("a.js", &format!("{{ \"key\": \"{public}\" }}"), "none");
    for (text, expected) in [
        ("define('DB_PASSWORD', 'sunflower12');", "hardcoded-password:medium"),
        ("define('DB_PASSWORD', 'sunflower');", "hardcoded-password:medium"),
        ("$ds->setPassword(\"0rangePeel\");", "hardcoded-password:medium"),
    ] {
        check("wp-config.php", text, expected);
    }
    check("values.yaml", "jwtSecret: long4ndB0ring", "hardcoded-secret:medium");
    // Near those: what only looks like a part of an expression, a suite of ciphers or a path is a password.
    for (path, text, rule) in [
        ("a.py", "password = \"Kj8:!mQ2vLx7\"", "hardcoded-password"),
        ("a.py", "password = \"**Kj8mQ2vLx7\"", "hardcoded-password"),
        (".env", "DB_PASSWORD=@@Kj8mQ2vLx@@", "hardcoded-password"),
        (".env", "DB_PASSWORD={Kj8mQ2vLx", "hardcoded-password"),
        (".env", "DB_PASSWORD=x9[Kj2mQ8]", "hardcoded-password"),
        (".env", "DB_PASSWORD=k9mQ2vLx7(", "hardcoded-password"),
        ("a.json", "{\"password\": \"tR5xW9q$ABCD\"}", "hardcoded-password"),
        ("a.py", "password = \"ssh-Kj8mQ2vLx9\"", "hardcoded-password"),
        ("a.py", "secret_key = \"aes256-Kj8mQ2vLx9WzRt4P\"", "hardcoded-key"),
        ("a.yaml", "Auth:Password: Kj8mQ2vLx7z", "hardcoded-password"),
        ("a.sql", "CONNECT TO hr IDENTIFIED BY hr77x42z;", "hardcoded-password"),
    ] {
        check(path, text, &format!("{rule}:medium"));
    }
    check("a.py", "password = \"sha1$b2c09$12c1820af5195a026c703a6149467800d7937dd6\"", "hardcoded-password:low");
}

#[test]
fn machine_made_secrets() {
    let hex = ["6fb1cff7690db9ac", "066cadbbde8e3c07"].concat();
    let mixed = ["Zf3D0LXCM3EIMbgJ", "pUNnkRtOfOueHznB"].concat();
    check("a.java", &format!("static String CLIENT_SECRET = \"{hex}\";"), "hardcoded-secret:high");
    check("a.rb", &format!("api_key: '{mixed}',"), "hardcoded-key:high");
    check(".env", &format!("ACCESS_TOKEN={mixed}"), "hardcoded-token:high");
    check("a.xml", &format!("<genericToken>\n    {mixed}\n</genericToken>"), "hardcoded-token:high");
    check("a.yml", &format!("- name: API_TOKEN\n  value: {mixed}\n"), "hardcoded-token:high");
    check("package-lock.json", &format!("\"authKey\": \"{mixed}\""), "none");
    check("a.js", &format!("cacheKey = \"{mixed}\""), "none");
    check("a.go", &format!("publicKey := \"{mixed}\""), "none");
    check("a.py", "secret_key = load_secret_key_from_store_1", "none");
    check("a.py", "token = 'user_access_token'", "none");
    check("a.json", "\"keyword\": \"Befaehigung_P2\"", "none");
    check("a.py", "token_url = 'https://id.example.com/oauth2/token'", "none");
}

#[test]
fn urls_and_headers() {
    check("a.py", "u = 'postgres://app:kq7Rz8xW2@db.internal/x'", "url-credentials:medium");
    check("a.py", "u = 'https://user:pass@host/'", "url-credentials:low");
    check("a.py", "u = f'https://{user}:{pw}@host/'", "none");
    check("a.py", "git@github.com:o/r.git https://github.com/a/b@v1", "none");
    check("a.http", "Authorization: Basic YWRtaW46a3E3UnoheFcy", "basic-auth-header:medium");
    check("a.http", "Authorization: Basic dXNlcjpwYXNzd29yZA==", "basic-auth-header:low");
    check("a.http", "Authorization: Bearer cfcabd11c7ed9a41b1a3e063c32d5114", "bearer-auth-header:medium");
    check("a.http", "Authorization: Bearer <token>", "none");
    check("a.sh", "curl -k -u elastic:kq7Rz8xW2 https://es:9200", "command-line-credentials:medium");
    check("a.sh", "curl -u \"$USER:$PASS\" https://es:9200", "none");
    check("a.cs", "\"Server=db;User Id=sa;Password=kq7Rz!xW2;Database=x\"", "connection-string-password:medium");
}

#[test]
fn structured_secrets() {
    let d = ["jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9", "-E9LI"].concat();
    let jwk = format!("{{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83O\",\"d\":\"{d}\"}}");
    check("a.json", &jwk, "json-web-key:high");
    check("a.json", "{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"f83O\",\"y\":\"x_FE\"}", "none");
    let seed = ["SUACSSL3UAHUDXKFSNVUZRF5UHPMWZ6BF", "DTJ7M6USDXIEDNPPQYYYCU3VY"].concat();
    check("a.txt", &seed, "nats-nkey-seed:high");
    check("a.txt", &seed.replace("UDXKF", "UDXKG"), "nats-nkey-seed:low");
    let pem = format!(
        "-----BEGIN EC {}-----\nMBQCAQEEDwECAwQFBgcICQoLDA0ODw==\n{}\n-----END EC PRIVATE KEY-----",
        "PRIVATE KEY",
        "A".repeat(20)
    );
    assert!(best("key.pem", &pem).is_some());
    check("a.py", "if text.startswith('-----BEGIN RSA PRIVATE KEY-----'):", "none");
    let schema = "kind: Secret\nproperties:\n  stringData:\n    description: Vq7-written-only\n    type: object\n";
    check("openapi.yaml", schema, "none");
    check("openapi.yaml", &schema.replace("    type: object\n", ""), "kubernetes-secret:low");
    let manifest = "apiVersion: v1\nkind: Secret\ndata:\n  password: UyFCXCpkJHpEc2I9\n";
    check("s.yaml", manifest, "kubernetes-secret:medium");
    check("s.yaml", &manifest.replace("Secret", "ConfigMap"), "hardcoded-password:medium");
    check(".pgpass", "db:5432:app:app:kq7Rz!xW2\n", "password-file:medium");
    check(".netrc", "machine h login u password kq7Rz8xW2", "command-line-credentials:medium");
}

#[test]
fn documentation_is_believed_less() {
    check("a.rs", "/// password = 'kq7Rz!xW2'", "hardcoded-password:low");
    check("README.md", "password: kq7Rz!xW2", "hardcoded-password:medium");
    check("README.md", "password: summer42", "hardcoded-password:low");
    check("a.py", "'access_token':'2YotnFZFEjr1zCsicMWpAA'", "none");
}

#[test]
fn hostile_texts_end() {
    for text in [
        "password=",
        "password",
        "://",
        "x://@",
        "key'",
        "-----BEGIN",
        "Basic ",
        "curl -u",
        "identified by '",
        "\"kty",
        "kind:",
        "eyJ.eyJ.",
    ] {
        let _ = best("a.txt", text);
        let _ = best("a.txt", &text.repeat(50));
        let _ = best(".pgpass", &format!("{text}\u{e9}\u{1f600}"));
    }
}

#[test]
fn names_of_services() {
    let hex = ["6fb1cff7690db9ac", "066cadbbde8e3c07"].concat();
    check("a.txt", &format!("accuweather = '{hex}'"), "hardcoded-key:medium");
    check("a.txt", &format!("accuweather - '{hex}'"), "hardcoded-key:medium");
    check("a.log", &format!("[INFO] Sent to the Accuweather API\n[DEBUG] Using Key={hex}"), "hardcoded-key:high");
    check("a.log", &format!("[INFO] Sent to the Coda API\n[DEBUG] Using key: {hex}"), "hardcoded-key:high");
    for text in ["accuweather: V", "[accuweather]\nid = 1\nvalue = V", "{\"accuweather\": {\"id\": \"V\"}}"] {
        check("a.txt", &text.replace('V', &hex), "hardcoded-key:low");
    }
    check("a.py", &format!("ACCUWEATHER_KEY = \"{hex}\""), "hardcoded-key:high");
    check("a.py", "accuweather = AccuweatherClientFactory()", "none");
    check("a.go", &format!("accuweather/client@{hex}"), "none");
}

#[test]
fn names_and_values_in_two_fields() {
    let token = ["Zf3D0LXCM3EIMbgJ", "pUNnkRtOfOueHznB"].concat();
    for (path, text) in [
        ("a.json", format!("{{\"name\":\"API_TOKEN\",\"type\":\"plain\",\"value\":\"{token}\"}}")),
        ("a.json", format!("{{\"value\":\"{token}\",\"name\":\"API_TOKEN\"}}")),
        ("a.yml", format!("env:\n  - value: {token}\n    name: API_TOKEN\n")),
        ("a.tf", format!("set {{\n  name  = \"API_TOKEN\"\n  value = \"{token}\"\n}}")),
    ] {
        check(path, &text, "hardcoded-token:high");
    }
    check("a.json", r#"{"ParameterKey":"DbPassword","ParameterValue":"kq7Rz!xW2pLm"}"#, "hardcoded-password:medium");
    check("a.json", &format!("[{{\"name\":\"API_TOKEN\"}},{{\"value\":\"{token}\"}}]"), "none");
}

#[test]
fn forms_of_single_languages() {
    for (path, text) in [
        ("a.py", "password = os.getenv('X') or 'kq7Rz!xW2pLm'"),
        ("a.yml", "password: <%= ENV[\"X\"] || \"kq7Rz!xW2pLm\" %>"),
        ("a.js", "new Sequelize('db', 'user', 'kq7Rz!xW2pLm', {})"),
        ("a.lua", "password = [[kq7Rz!xW2pLm]]"),
        ("a.pl", "my $password = q{kq7Rz!xW2pLm};"),
        ("a.sql", "create user app identified by WI3JvLZeBeoe;"),
        ("a.xml", "<Password><Value>kq7Rz!xW2pLm</Value><PlainText>true</PlainText></Password>"),
    ] {
        check(path, text, "hardcoded-password:medium");
    }
    for text in [
        "az login --service-principal -u app -p kq7Rz!xW2pLm --tenant t",
        "htpasswd -bc .htpasswd bob kq7Rz!xW2pLm",
        "useradd -m -p kq7Rz!xW2pLm bob",
        "lftp -u bob,kq7Rz!xW2pLm host",
    ] {
        check("a.sh", text, "command-line-credentials:medium");
    }
    check("a.js", "h = 'Basic ' + btoa('bob:kq7Rz!xW2pLm')", "basic-auth-header:medium");
    check("a.sql", "a row identified by something;", "none");
    let salt = ["t`DK%X:>xy|e-Z(BXb/f(Ur8`#~U", "zUQG-^_Cs_GHs5U-&Wb?pgn^p8(2@}IcnCa|"].concat();
    check("wp-config.php", &format!("define('AUTH_KEY',         '{salt}');"), "hardcoded-key:high");
    check(".env", &["REDIS_AUTH=", "Zf3D0LXCM3EIMbgJpUNnkRtO"].concat(), "hardcoded-secret:medium");
}

#[test]
fn a_table_of_a_heading_alone_has_no_rows() {
    for text in ["user,password", "user,password\n", "password", ",password\n,", "password\n\"\""] {
        check("a.csv", text, "none");
    }
    check("a.feature", "|password|\n| |\n|", "none");
}

#[test]
fn settings_hold_passwords_and_code_may_speak_of_them() {
    check("compose.yml", "POSTGRES_PASSWORD: zabbix", "hardcoded-password:medium");
    check("app.properties", "db.password=hunter2", "hardcoded-password:medium");
    check("app.properties", "# db.password=hunter2", "hardcoded-password:low");
    check("tests/app.properties", "db.password=hunter2", "hardcoded-password:medium");
    check("tests/app.properties", "db.password=swordfish", "none");
    check("docs/app.properties", "db.password=hunter2", "hardcoded-password:low");
    check("app.py", "password = 'hunter2'", "hardcoded-password:low");
    check("assets/de.json", "\"password\": \"Kennwort\"", "none");
    check("strings.xml", "<string name=\"password\">Kennwort</string>", "none");
}

#[test]
fn password_files_are_read_word_by_word() {
    for (path, text, secret) in [
        ("chap-secrets", "\"my user\" server s3cretPw99 *", "s3cretPw99"),
        ("chap-secrets", "'my user'\t\"a server\" \"s3cret Pw99\" *", "s3cret Pw99"),
        ("pap-secrets", "bob * 'Gx7tRq29vLm'", "Gx7tRq29vLm"),
        ("sasl_passwd", "[smtp.x.org]:587 bob:$Gx7tRq29vLm", "$Gx7tRq29vLm"),
    ] {
        check(path, text, "password-file:medium");
        assert_eq!(secrets(path, text, &Focus::everything()), [secret], "{path}: {text}");
    }
    for (path, text) in [
        ("chap-secrets", "bob * @/etc/ppp/mysecret *"),
        ("chap-secrets", "  # bob * Er5tYu7iOp *"),
        ("chap-secrets", "bob * # Er5tYu7iOp"),
        ("passwd.client", "  # a:b:Er5tYu7iOp"),
        ("ipsec.secrets", ": PSK \"@PSK@\""),
        ("sasl_passwd", "[smtp.x.org]:587 bob:$SMTP_PASS"),
        ("haproxy.cfg", "  stats auth @user@:@pass@"),
    ] {
        check(path, text, "none");
    }
    // The name says it, whatever the file.
    check("ipsec.secrets", "  # bob : PSK \"Er5tYu7iOp\"", "hardcoded-password:low");
    check("ipsec.secrets", "# bob : PSK \"Er5tYu7iOp\"", "hardcoded-password:low");
}

#[test]
fn only_what_is_all_hashed_in_a_secret_is_doubted() {
    let hash = ["$2y$05$", "Zf3D0LXCM3EIMbgJpUNnkO", "tOfOueHznBkQ7wXc1vRm5Ty8Ls2Pd4a"].concat();
    let manifest = |users: &str| format!("apiVersion: v1\nkind: Secret\nstringData:\n  users: \"{users}\"\n");
    check("s.yaml", &manifest(&format!("bob:{hash}")), "kubernetes-secret:low");
    check("s.yaml", &manifest(&format!("bob:{hash};eve:{hash}")), "kubernetes-secret:low");
    check("s.yaml", &manifest(&format!("api=Gx7tRq29vLmQw8Er;test:{hash}")), "kubernetes-secret:medium");
}

#[test]
fn what_only_some_files_say_so() {
    for (path, text, expected) in [
        ("snmpd.conf", "createUser bob SHA Gx7tRq29vLm AES Kp3vWz81Qd", &["Gx7tRq29vLm", "Kp3vWz81Qd"][..]),
        ("a.sh", "createuser --pwprompt SHA", &[]),
        ("haproxy.cfg", "  stats auth \"admin:Gx7tRq29vLm\"", &["Gx7tRq29vLm"]),
        ("notes.txt", "login: admin / Gx7tRq29vLm", &["Gx7tRq29vLm"]),
        ("notes.txt", "login: admin / Superuser roles", &[]),
        ("notes.txt", "the wifi password is Plum!Tart44", &["Plum!Tart44"]),
        ("r.cfg", "username bob password 0 Tr4vel99xQ secret Gx7tRq29vLm", &["Tr4vel99xQ", "Gx7tRq29vLm"]),
        ("r.cfg", "hostname a\nenable secret swordfish", &["swordfish"]),
        ("words.conf", "enable password protection\nradius-server key rotation", &[]),
        (
            "terraform.tfstate",
            "{\"type\": \"random_password\", \"instances\": [{\"attributes\": {\"result\": \"Gx7tRq29vLmKp\"}}]},\n\
             {\"type\": \"random_string\", \"instances\": [{\"attributes\": {\"result\": \"Kp3vWz81Qd\"}}]}",
            &["Gx7tRq29vLmKp"],
        ),
        ("a.cs", "{ \"Data:CertificatePassword\", \"Plum-Tart-Query44\" },", &["Plum-Tart-Query44"]),
    ] {
        assert_eq!(secrets(path, text, &Focus::everything()), expected, "{path}: {text}");
    }
}

#[test]
fn statements_and_commands_are_followed_to_a_changed_line() {
    let focus = |text: &str| {
        let last = u32::try_from(text.lines().count()).expect("few lines");
        let file = SourceFile::new(RepoPath::new("a"), Origin::Index, text.as_bytes().to_vec());
        Focus::of(&file.with_changed(ChangedLines(vec![last..=last])))
    };
    for lines in [20, 108, 190] {
        let rows = "(1, 'a', 'x', 'y'),\n".repeat(lines);
        let text = format!("INSERT INTO users (id, name, password, z) VALUES\n{rows}(2, 'b', 'Gx7tRq29vLm', 'z');\n");
        assert_eq!(secrets("a.sql", &text, &focus(&text)), ["Gx7tRq29vLm"], "{lines}");
        let options = "  -H 'X: 1' \\\n".repeat(lines);
        let text = format!("curl \\\n{options}  -u bob:Gx7tRq29vLm https://x.io\n");
        assert_eq!(secrets("a.sh", &text, &focus(&text)), ["Gx7tRq29vLm"], "{lines}");
    }
}

#[test]
fn a_statement_of_some_kilobytes_is_followed() {
    let text = format!(
        "INSERT INTO users (id, name, password, z) VALUES\n{}(2, 'b', 'Gx7tRq29vLm', 'z');\n",
        "(1, 'a', 'x', 'y'),\n".repeat(380)
    );
    assert!(text.len() > 7_500);
    let last = u32::try_from(text.lines().count()).expect("few lines");
    let file = SourceFile::new(RepoPath::new("a"), Origin::Index, text.as_bytes().to_vec());
    let focus = Focus::of(&file.with_changed(ChangedLines(vec![last..=last])));
    assert_eq!(secrets("a.sql", &text, &focus), ["Gx7tRq29vLm"]);
    check("tests/a.yml", "SA_PASSWORD: Pass@word", "hardcoded-password:medium");
    for (path, text) in [
        ("graylog.env", "GRAYLOG_SHA256_PASSWORD=b1cb6e31e172577918c9e7806c572b5ed8477d3f57aa737bee4b5b1db3696f09"),
        ("a.json", "\"link\": \"http://h.io?page_size=50\\u0026page_token=eyJvZmZzZXQiOiIxMDAiLCJ2IjoyfQ\""),
    ] {
        let best = best(path, text);
        assert!(best.as_deref().is_none_or(|b| b.ends_with(":low")), "{path}: {text}: {best:?}");
    }
}

#[test]
fn what_words_and_names_explain_stays_below_the_gate() {
    let hex = ["6fb1cff7690db9ac", "066cadbbde8e3c07"].concat();
    let low = |path: &str, text: &str| {
        let best = best(path, text);
        assert!(best.as_deref().is_none_or(|b| b.ends_with(":low")), "{path}: {text}: {best:?}");
    };
    for word in ["Base64-encoded", "PBKDF2-hashed", "8-16Characters", "NTLMv2-only", "Plum-Tart-44", "Base64Encoded"] {
        low("a.txt", &format!("The password is {word} here.\n"));
        low("mail.log", &format!("the password is {word}, of course\n"));
    }
    for word in ["Gx7tRq29vLm", "Plum!Tart44"] {
        check("a.txt", &format!("The password is {word}, by the way.\n"), "hardcoded-password:medium");
    }
    for name in ["categoryKey", "thumbnail_key", "pageKey"] {
        low("a.js", &format!("const {name} = \"{hex}\";"));
    }
    for word in ["pas4word", "seekr3two", "unused99x", "hunter42", "psmith09"] {
        check("tests/test_a.py", &format!("login(username='bob', password='{word}')"), "hardcoded-password:medium");
        check("tests/test_a.py", &format!("password = '{word}'"), "hardcoded-password:medium");
        low("docs/a.py", &format!("password = '{word}'"));
    }
    low("tests/test_a.py", "login(username='psmith', password='psmith09')");
    for word in ["wrongpass99", "badpass1", "weakpass1", "demo1234", "99incorrect"] {
        low("tests/test_a.py", &format!("login(username='bob', password='{word}')"));
        low("tests/test_a.py", &format!("password = '{word}'"));
    }
    for word in ["password1", "hunter2", "FORBIDDEN_VALUE2", "bad_key", "swordfish"] {
        low("tests/test_a.py", &format!("password = '{word}'"));
    }
    for text in ["'password','VARCHAR2(255)'", "'password','char32'", "'password','text_1'", "'password','mod_login5'"]
    {
        low("dump.sql", &format!("INSERT INTO columns VALUES (3,{text});"));
        low("dump.sql", &format!("(3,{text}),"));
    }
    let row = "INSERT INTO settings VALUES (3,'smtp_password','Gx7tRq29vLm');";
    check("dump.sql", row, "hardcoded-password:medium");
}

/// What a generator drew is no example's: it is told in tests, documentation and comments, too.
#[test]
fn letters_that_form_no_word() {
    let low = |path: &str, text: &str| {
        let best = best(path, text);
        assert!(best.as_deref().is_none_or(|b| b.ends_with(":low")), "{path}: {text}: {best:?}");
    };
    let word = "gvmhwpsvq";
    check("tests/test_a.py", &format!("app.config['JWT_SECRET_KEY'] = '{word}'"), "hardcoded-key:medium");
    check("tests/test_a.py", &format!("c.login(\"bob\", \"{word}\")"), "hardcoded-password:medium");
    check("a_test.go", &format!("if string(m.Password) != \"{word}\" {{"), "hardcoded-password:medium");
    check("README.md", &format!("    password: '{word}'"), "hardcoded-password:medium");
    check("README.md", &format!("url: ftp://bob:{word}@ftp.example.com/"), "url-credentials:medium");
    check("src/a.rs", &format!("//! let password = \"{word}7\";"), "hardcoded-password:medium");
    check("a_test.go", &format!("o.UserInfo(\"bob\", \"{word}\")"), "hardcoded-password:medium");
    check("src/a.rs", &format!("r.basic_auth(\"bob\", Some(\"{word}\"))"), "hardcoded-password:medium");
    check("a.js", "auth: 'api:kq7Rz-8xW2pLm-44tgh'", "hardcoded-password:medium");
    check("ci.yml", &format!("  MYSQL_TEST_PASS: {word}"), "hardcoded-password:medium");
    for text in ["password: 'orange'", "password: 'asdfqwer'", "secret: 'LegacyMfa'", "auth: 'oauth2:client'"] {
        low("README.md", text);
    }
    low("src/a.rs", "//! let password = \"hunter42\";");
    low("a_test.go", "if string(m.Password) != \"password\" {");
}

/// Short values that no word explains, given as literals to names that leave no doubt.
#[test]
fn short_values_that_are_no_word() {
    for (path, text) in [
        ("tests/test_a.py", "password = 'tmxjf'"),
        ("tests/a_test.go", "SecretKey: \"rkrzn581\","),
        ("spec/a_spec.rb", "  remember_token: \"xgw452\","),
        ("README.md", "DB_PASSWORD=xjikhm"),
        (".env", "SSO_CLIENT_SECRET=eltyds"),
        ("tests/test_a.py", "h = {'Authorization': 'Bearer vQ9dxk4qmT'}"),
        ("tests/test_a.py", "h = {'Authorization': 'Basic nNJyzJt8KNI4'}"),
        ("a_test.go", "Dial(\"redis://bob:wlzmxq@cache.example.com:6379\")"),
        ("src/a.js", "const nonce = 'f3Kq+9xZtW7mP1vLc2Rb';"),
        ("db.properties", "datasource.password=acme_dev"),
        ("docs/a.md", "password = \"Tq3$kwLz\""),
    ] {
        let best = best(path, text);
        assert!(
            best.as_deref().is_some_and(|b| b.ends_with(":medium") || b.ends_with(":high")),
            "{path}: {text}: {best:?}"
        );
    }
    for (path, text) in [
        ("tests/test_a.py", "password = 'orange'"),
        ("src/lexer.js", "token = 'lbrce'"),
        ("kv_test.go", "RootKey: \"traefik\","),
        ("src/a.py", "api_key=\"epvToday\","),
        ("a.c", "if (strncmp(up->password, \"QXRV1:\", 6) != 0)"),
        ("docs/a.md", "![x](https://ci.example.net/badge.svg?token=mDP3mQJNnn)"),
        ("play.yml", "password: redfish_pwd"),
        ("a.kt", "const val BASE_64_CREDENTIALS = \"dXNlcm5hbWU6cGFzc3dvcmQ=\""),
        ("docs/a.md", "\"client_secret\":\"pi_3XqrBwLkdIwHu7ix28a3tqPa_secret_YrKJUKribcBjcG8HVhfZluoGH\""),
        ("a.md", "CLIENT_SECRET: tDUhtfgxY5mCIZ1M1ItauXXXXX"),
        ("a.yml", "deepl_api_key: \"48E92789-57A3-466A-9959-1A1A1A1A1A1A\""),
    ] {
        let best = best(path, text);
        assert!(best.as_deref().is_none_or(|b| b.ends_with(":low")), "{path}: {text}: {best:?}");
    }
}
