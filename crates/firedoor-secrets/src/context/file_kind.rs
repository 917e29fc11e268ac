//! What a file is, from its name and a look at its text: configuration, code, a test, a lock file, a translation.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::scan::entropy;

/// How values are written and how much is believed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct FileKind {
    /// Values may stand without quotes.
    pub(crate) config: bool,
    /// A programming language: what stands without quotes is an expression.
    pub(crate) code: bool,
    /// Tests and fixtures.
    pub(crate) test: bool,
    /// Examples and documentation.
    pub(crate) docs: bool,
    /// Written by a package manager: digests everywhere.
    pub(crate) lock: bool,
    /// Texts for people in some language.
    pub(crate) translation: bool,
    /// Minified or generated code.
    pub(crate) minified: bool,
    /// A name and its value stand on a line of their own, and the value ends with the line.
    pub(crate) lines: bool,
    /// Settings of something that runs: what is a word there is a weak password, not a word about passwords.
    pub(crate) settings: bool,
    /// Settings of a test.
    pub(crate) test_settings: bool,
    /// A script of a shell.
    pub(crate) script: bool,
}

/// Formats in which an unquoted value goes on to the end of its line.
const LINES: &[&str] = &["env", "properties", "ini", "cfg", "cnf", "conf", "yaml", "yml", "pypirc", "npmrc"];

/// Formats of settings.
const SETTINGS: &[&str] = &[
    "env",
    "ini",
    "cfg",
    "cnf",
    "conf",
    "config",
    "properties",
    "yaml",
    "yml",
    "toml",
    "tfvars",
    "service",
    "json",
    "xml",
    "dockerfile",
    "pgpass",
    "ovpn",
    "ldif",
];

/// Settings that are written in PHP, by the names that applications ask for.
const SETTINGS_OF_PHP: &[&str] =
    &["wp-config.php", "config.inc.php", "configuration.php", "localsettings.php", "parameters.php", "config.db.php"];
/// Programs that set up what runs: an infrastructure, accounts of a database, an environment.
const SET_UP: &[&str] = &["tf", "hcl", "sql", "sh", "bash", "zsh", "ksh"];

/// Languages whose codes name files of translations: `de.json`, `zh-CN.yml`.
const LANGUAGES: &str = "\
    en de fr es it pt nl pl ru ja ko zh sv da fi nb nn no tr cs hu ro bg uk ar he fa hi vi th el sk sl hr sr lt lv et \
    ca eu gl pt-br zh-cn zh-tw zh-hans zh-hant en-us en-gb de-de fr-fr es-es it-it pt-pt ja-jp ko-kr nl-nl pl-pl \
    ru-ru tr-tr es-mx fr-ca zh_cn zh_tw en_us en_gb pt_br de_de fr_fr es_es";

const CODE: &[&str] = &[
    "py",
    "js",
    "jsx",
    "ts",
    "tsx",
    "mjs",
    "cjs",
    "java",
    "kt",
    "kts",
    "go",
    "rs",
    "c",
    "h",
    "cc",
    "cpp",
    "cxx",
    "hpp",
    "cs",
    "vb",
    "fs",
    "rb",
    "php",
    "swift",
    "m",
    "mm",
    "scala",
    "groovy",
    "pl",
    "pm",
    "lua",
    "r",
    "dart",
    "ex",
    "exs",
    "erl",
    "hs",
    "clj",
    "jl",
    "vue",
    "svelte",
    "ps1",
    "psm1",
    "tf",
    "hcl",
    "ipynb",
    "sol",
    "zig",
    "nim",
    "cr",
    "asp",
    "aspx",
    "jsp",
    "cshtml",
    "razor",
    "proto",
    "graphql",
    "css",
    "scss",
    "less",
    "html",
    "htm",
    "xhtml",
    "pyi",
    "cu",
    "v",
    "d",
    "ml",
    "f90",
    "pas",
    "coffee",
    "map",
    "mts",
    "cts",
    "jstmpl",
    "gradle",
    "jenkinsfile",
];
const LOCKS: &[&str] = &[
    "package-lock.json",
    "npm-shrinkwrap.json",
    "yarn.lock",
    "pnpm-lock.yaml",
    "bun.lock",
    "cargo.lock",
    "poetry.lock",
    "pipfile.lock",
    "composer.lock",
    "gemfile.lock",
    "go.sum",
    "uv.lock",
    "pdm.lock",
    "flake.lock",
    "packages.lock.json",
    "mix.lock",
    "pubspec.lock",
    "podfile.lock",
    "conan.lock",
    "deno.lock",
    "gradle.lockfile",
    "package.resolved",
    "cartfile.resolved",
    "verification-metadata.xml",
    "go.work.sum",
    "requirements.txt.lock",
    "record",
];

/// Folders of tests, of documentation and of translations.
const TEST_FOLDERS: &[&str] = &[
    "test",
    "tests",
    "testing",
    "__tests__",
    "spec",
    "specs",
    "fixtures",
    "fixture",
    "testdata",
    "mocks",
    "mock",
    "e2e",
    "test-data",
    "test_data",
];
const DOCS_FOLDERS: &[&str] = &["examples", "example", "docs", "doc", "samples", "sample", "demo", "demos", "tutorial"];
const TRANSLATION_FOLDERS: &[&str] =
    &["locale", "locales", "i18n", "l10n", "lang", "langs", "languages", "translations", "nls", "messages"];

const IS_CODE: u16 = 1;
const IS_LOCK: u16 = 2;
const IS_LINES: u16 = 4;
const IS_SETTINGS: u16 = 8;
const IS_SETTINGS_OF_PHP: u16 = 16;
const IS_SET_UP: u16 = 32;
const IS_LANGUAGE: u16 = 64;
const IS_TEST_FOLDER: u16 = 128;
const IS_DOCS_FOLDER: u16 = 256;
const IS_TRANSLATION_FOLDER: u16 = 512;

/// The lists on which a part of a path is, as bits: each file is asked for some forty parts and lists.
fn bits(part: &str) -> u16 {
    static TABLE: OnceLock<FxHashMap<&'static str, u16>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table: FxHashMap<&'static str, u16> = FxHashMap::default();
        let lists = [
            (IS_CODE, CODE),
            (IS_LOCK, LOCKS),
            (IS_LINES, LINES),
            (IS_SETTINGS, SETTINGS),
            (IS_SETTINGS_OF_PHP, SETTINGS_OF_PHP),
            (IS_SET_UP, SET_UP),
            (IS_TEST_FOLDER, TEST_FOLDERS),
            (IS_DOCS_FOLDER, DOCS_FOLDERS),
            (IS_TRANSLATION_FOLDER, TRANSLATION_FOLDERS),
        ];
        for (bit, list) in lists {
            list.iter().for_each(|part| *table.entry(part).or_default() |= bit);
        }
        for language in LANGUAGES.split_ascii_whitespace() {
            *table.entry(language).or_default() |= IS_LANGUAGE;
        }
        table
    });
    table.get(part).copied().unwrap_or_default()
}

impl FileKind {
    pub(crate) fn of(path: &str, bytes: &[u8]) -> Self {
        let lower = path.to_ascii_lowercase();
        let name = lower.rsplit('/').next().unwrap_or(&lower);
        let extension = name.rsplit_once('.').map_or("", |(_, e)| e);
        let folders = lower.split('/').fold(0, |all, part| all | bits(part));
        let has = |list: u16| folders & list != 0;
        let (of_name, of_extension) = (bits(name), bits(extension));
        let code = of_extension & IS_CODE != 0;
        let test = name.starts_with("test_")
            || name.contains("_test.")
            || name.contains(".test.")
            || name.contains(".spec.")
            || name.contains("_spec.")
            || name.contains("tests.")
            || name.contains("fixture")
            || name.contains("mock")
            || has(IS_TEST_FOLDER);
        let docs = name.contains("example")
            || name.contains("sample")
            || name.starts_with("readme")
            || name.starts_with("changelog")
            || name == "metadata"
            || matches!(extension, "md" | "rst" | "adoc" | "markdown" | "mdx")
            || has(IS_DOCS_FOLDER);
        let translation = has(IS_TRANSLATION_FOLDER)
            || matches!(
                extension,
                "po" | "pot" | "mo" | "strings" | "resx" | "xlf" | "xliff" | "arb" | "lproj" | "ftl"
            )
            || name.starts_with("messages_")
            || matches!(name, "strings.xml" | "messages.properties" | "labels.properties" | "messages.json")
            || {
                let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
                bits(stem) & IS_LANGUAGE != 0
            };
        let lock = of_name & IS_LOCK != 0 || name.ends_with(".lock") || name.ends_with(".sum") && extension == "sum";
        let settings = (of_extension & IS_SETTINGS != 0 || name.starts_with(".env") || name.starts_with("dockerfile"))
            && !(code || docs || translation || lock);
        let test_settings = settings && test;
        let settings = settings && !test;
        let settings = settings || of_name & IS_SETTINGS_OF_PHP != 0 && !(test || docs);
        let sets_up = of_extension & IS_SET_UP != 0 && !(test || docs || translation || lock);
        Self {
            settings: settings || sets_up,
            test_settings,
            script: sets_up && extension.ends_with("sh"),
            config: !code,
            code,
            test,
            docs,
            lock,
            translation,
            lines: of_extension & IS_LINES != 0 || name.starts_with(".env"),
            minified: name.contains(".min.") || extension == "map" || is_minified(bytes),
        }
    }
}

/// Whether a file's name says that it proves an algorithm right: the keys there are printed in standards.
pub(crate) fn speaks_of_vectors(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    ["vector", "selftest", "self_test", "kat", "bench", "nist", "wycheproof"].iter().any(|w| {
        lower.match_indices(w).any(|(i, _)| {
            let bytes = lower.as_bytes();
            let free = |b: Option<&u8>| b.is_none_or(|b| !b.is_ascii_alphabetic());
            w.len() > 4 || free(i.checked_sub(1).and_then(|i| bytes.get(i))) && free(bytes.get(i + w.len()))
        })
    })
}

/// Whether lines are so long that no person wrote them.
fn is_minified(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(32 << 10)];
    if head.len() < 2_000 {
        return false;
    }
    let lines = memchr::memchr_iter(b'\n', head).count() + 1;
    // Long lines of base64 data are no code; entropy tells them from it.
    head.len() / lines > 400 && entropy::shannon(&head[..1_000]) < 5.9
}

#[cfg(test)]
mod tests {
    use super::FileKind;

    #[test]
    fn kinds() {
        let kind = |p: &str| FileKind::of(p, b"");
        assert!(kind("a/.env").config && !kind("a/.env").code);
        assert!(kind("src/x.py").code && !kind("src/x.py").config);
        assert!(kind("tests/x.py").test && kind("x.spec.ts").test && !kind("src/latest.py").test);
        assert!(kind("package-lock.json").lock && kind("go.sum").lock);
        assert!(kind("app/locale/de.json").translation && kind("assets/pt-BR.json").translation);
        assert!(kind("docker-compose.yml").settings && kind("app/.env.production").settings);
        assert!(!kind("assets/de.json").settings && !kind("tests/a.yml").settings && !kind("docs/a.yml").settings);
        assert!(FileKind::of("x.js", "var a=1;".repeat(1000).as_bytes()).minified);
    }
}
