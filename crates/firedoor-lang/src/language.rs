//! The languages, their names and their grammars.

use tree_sitter::Language as Grammar;

/// A language whose code can be parsed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Python.
    Python,
    /// JavaScript, JSX included.
    JavaScript,
    /// TypeScript.
    TypeScript,
    /// TypeScript with JSX.
    Tsx,
    /// Java.
    Java,
    /// Go.
    Go,
    /// C#.
    CSharp,
    /// Ruby.
    Ruby,
    /// PHP.
    Php,
    /// Kotlin.
    Kotlin,
    /// C.
    C,
    /// C++.
    Cpp,
    /// Rust.
    Rust,
    /// Bash and POSIX shell.
    Bash,
    /// HCL: Terraform, OpenTofu.
    Hcl,
    /// YAML.
    Yaml,
    /// JSON.
    Json,
    /// Dockerfile, Containerfile.
    Dockerfile,
    /// Scala.
    Scala,
    /// Swift.
    Swift,
    /// Solidity.
    Solidity,
    /// Elixir.
    Elixir,
    /// HTML.
    Html,
    /// XML.
    Xml,
    /// OCaml.
    Ocaml,
    /// Clojure, ClojureScript, EDN.
    Clojure,
    /// Apex, the language of Salesforce.
    Apex,
    /// Lua.
    Lua,
    /// R.
    R,
    /// Julia.
    Julia,
    /// The scripts of Vue's components.
    Vue,
}

use Language as L;

/// What a language is called, and by what its files are known.
struct Entry {
    language: Language,
    /// Names in rules; the first is the canonical one.
    names: &'static [&'static str],
    /// Extensions without the dot, lower case.
    extensions: &'static [&'static str],
    /// Whole file names.
    file_names: &'static [&'static str],
    /// Interpreters of a `#!` line.
    interpreters: &'static [&'static str],
}

const fn entry(
    language: Language,
    names: &'static [&'static str],
    extensions: &'static [&'static str],
    file_names: &'static [&'static str],
    interpreters: &'static [&'static str],
) -> Entry {
    Entry { language, names, extensions, file_names, interpreters }
}

const TABLE: &[Entry] = &[
    entry(
        L::Python,
        &["python", "py", "python2", "python3"],
        &["py", "pyi", "pyw"],
        &["SConstruct", "SConscript"],
        &["python", "python2", "python3"],
    ),
    entry(L::JavaScript, &["javascript", "js"], &["js", "jsx", "cjs", "mjs"], &[], &["node", "nodejs", "deno", "bun"]),
    entry(L::TypeScript, &["typescript", "ts"], &["ts", "cts", "mts"], &[], &["ts-node", "tsx"]),
    entry(L::Tsx, &["tsx"], &["tsx"], &[], &[]),
    entry(L::Java, &["java"], &["java"], &[], &[]),
    entry(L::Go, &["go", "golang"], &["go"], &[], &[]),
    entry(L::CSharp, &["csharp", "c#", "cs"], &["cs", "csx"], &[], &[]),
    entry(
        L::Ruby,
        &["ruby", "rb"],
        &["rb", "rake", "gemspec", "ru"],
        &["Rakefile", "Gemfile", "Vagrantfile", "Podfile", "Fastfile", "Capfile", "Guardfile"],
        &["ruby"],
    ),
    entry(L::Php, &["php"], &["php", "phtml", "php3", "php4", "php5", "tpl"], &[], &["php"]),
    entry(L::Kotlin, &["kotlin", "kt"], &["kt", "kts", "ktm"], &[], &[]),
    entry(L::C, &["c"], &["c", "h"], &[], &[]),
    entry(L::Cpp, &["cpp", "c++"], &["cc", "cpp", "cxx", "c++", "hpp", "hh", "hxx", "h++", "pcc", "tpp"], &[], &[]),
    entry(L::Rust, &["rust", "rs"], &["rs"], &[], &[]),
    entry(
        L::Bash,
        &["bash", "sh"],
        &["bash", "sh", "ksh"],
        &[".bashrc", ".bash_profile", ".profile", ".zshrc", "PKGBUILD"],
        &["bash", "sh", "dash", "ksh", "ash"],
    ),
    entry(L::Hcl, &["terraform", "hcl", "tf"], &["tf", "hcl", "tfvars", "tofu"], &[], &[]),
    entry(L::Yaml, &["yaml", "yml"], &["yaml", "yml"], &[], &[]),
    entry(L::Json, &["json"], &["json", "ipynb", "webmanifest"], &[".babelrc", ".eslintrc", "composer.lock"], &[]),
    entry(
        L::Dockerfile,
        &["dockerfile", "docker"],
        &["dockerfile", "containerfile"],
        &["Dockerfile", "Containerfile", "dockerfile"],
        &[],
    ),
    entry(L::Scala, &["scala"], &["scala", "sc", "sbt"], &[], &["scala"]),
    entry(L::Swift, &["swift"], &["swift"], &[], &["swift"]),
    entry(L::Solidity, &["solidity", "sol"], &["sol"], &[], &[]),
    entry(L::Elixir, &["elixir", "ex"], &["ex", "exs"], &[], &["elixir"]),
    entry(L::Html, &["html"], &["html", "htm", "xhtml"], &[], &[]),
    entry(L::Xml, &["xml"], &["xml", "xsd", "xsl", "xslt", "plist", "csproj", "config", "svg"], &["pom.xml"], &[]),
    entry(L::Ocaml, &["ocaml"], &["ml"], &[], &["ocaml"]),
    entry(L::Clojure, &["clojure"], &["clj", "cljs", "cljc", "edn"], &[], &["bb", "clojure"]),
    entry(L::Apex, &["apex"], &["cls", "trigger"], &[], &[]),
    entry(L::Lua, &["lua"], &["lua"], &[], &["lua", "luajit"]),
    entry(L::R, &["r"], &["r"], &[".Rprofile"], &["Rscript"]),
    entry(L::Julia, &["julia"], &["jl"], &[], &["julia"]),
    entry(L::Vue, &["vue"], &["vue"], &[], &[]),
];

impl Language {
    /// Every language, in the order of the table.
    pub fn all() -> impl Iterator<Item = Self> {
        TABLE.iter().map(|e| e.language)
    }

    fn entry(self) -> &'static Entry {
        TABLE.iter().find(|e| e.language == self).unwrap_or(&TABLE[0])
    }

    /// The language that a rule calls `name`, in any case.
    #[must_use]
    pub fn from_semgrep_name(name: &str) -> Option<Self> {
        TABLE.iter().find(|e| e.names.iter().any(|n| n.eq_ignore_ascii_case(name))).map(|e| e.language)
    }

    /// Its canonical name in rules.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.entry().names[0]
    }

    /// The languages of a file of that name, by extension and by whole name. A `.h` file is C and C++.
    #[must_use]
    pub fn of_file_name(file_name: &str) -> Vec<Self> {
        let extension = match file_name.rsplit_once('.') {
            Some((stem, extension)) if !stem.is_empty() => extension.to_ascii_lowercase(),
            _ => String::new(),
        };
        let mut found: Vec<Self> = (TABLE.iter())
            .filter(|e| {
                e.file_names.contains(&file_name)
                    || (!extension.is_empty() && e.extensions.contains(&extension.as_str()))
            })
            .map(|e| e.language)
            .collect();
        if extension == "h" {
            found.push(Self::Cpp);
        }
        if found.is_empty() && (file_name.starts_with("Dockerfile.") || file_name.starts_with("Containerfile.")) {
            found.push(Self::Dockerfile);
        }
        found
    }

    /// The language that a `#!` line at the beginning of `bytes` names.
    #[must_use]
    pub fn of_shebang(bytes: &[u8]) -> Option<Self> {
        let line = bytes.strip_prefix(b"#!")?;
        let line = &line[..line.iter().position(|&b| b == b'\n').unwrap_or(line.len()).min(200)];
        let line = std::str::from_utf8(line).ok()?;
        let mut words = line.split_ascii_whitespace().map(|w| w.rsplit('/').next().unwrap_or(w));
        let mut word = words.next()?;
        if word == "env" {
            word = words.find(|w| !w.starts_with('-') && !w.contains('='))?;
        }
        let bare = word.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
        TABLE.iter().find(|e| e.interpreters.iter().any(|i| *i == word || *i == bare)).map(|e| e.language)
    }

    /// The languages of a file, by its name or, where that says nothing, by its first bytes.
    #[must_use]
    pub fn of_path(path: &firedoor_core::RepoPath, first_bytes: &[u8]) -> Vec<Self> {
        let mut found = Self::of_file_name(path.file_name());
        if found.is_empty() && path.extension().is_none() {
            found.extend(Self::of_shebang(first_bytes));
        }
        found
    }

    /// How many places of a text its grammar does not understand; `None` if the parser gives up.
    #[must_use]
    pub fn syntax_errors(self, src: &[u8]) -> Option<usize> {
        let mut parser = tree_sitter::Parser::new();
        parser.set_language(&self.grammar()).ok()?;
        let scripts = (self == Self::Vue).then(|| crate::scripts(src));
        let tree = crate::parse(&mut parser, scripts.as_deref().unwrap_or(src))?;
        let mut cursor = tree.walk();
        let mut count = 0;
        loop {
            let node = cursor.node();
            count += usize::from(node.is_error() || node.is_missing());
            // Only what holds an error is gone into.
            if node.has_error() && cursor.goto_first_child() {
                continue;
            }
            while !cursor.goto_next_sibling() {
                if !cursor.goto_parent() {
                    return Some(count);
                }
            }
        }
    }

    /// The language that its code is written in: that of a Vue component is TypeScript.
    #[must_use]
    pub fn spoken(self) -> Self {
        if self == Self::Vue { Self::TypeScript } else { self }
    }

    /// Its grammar.
    #[must_use]
    pub fn grammar(self) -> Grammar {
        match self {
            Self::Python => tree_sitter_python::LANGUAGE.into(),
            // The tsx grammar reads more of real JavaScript (and of patterns) than the JavaScript grammar does.
            Self::JavaScript | Self::Tsx => tree_sitter_typescript::LANGUAGE_TSX.into(),
            Self::TypeScript => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
            Self::Java => tree_sitter_java::LANGUAGE.into(),
            Self::Go => tree_sitter_go::LANGUAGE.into(),
            Self::CSharp => tree_sitter_c_sharp::LANGUAGE.into(),
            Self::Ruby => tree_sitter_ruby::LANGUAGE.into(),
            Self::Php => tree_sitter_php::LANGUAGE_PHP.into(),
            Self::Kotlin => tree_sitter_kotlin_ng::LANGUAGE.into(),
            Self::C => tree_sitter_c::LANGUAGE.into(),
            Self::Cpp => tree_sitter_cpp::LANGUAGE.into(),
            Self::Rust => tree_sitter_rust::LANGUAGE.into(),
            Self::Bash => tree_sitter_bash::LANGUAGE.into(),
            Self::Hcl => tree_sitter_hcl::LANGUAGE.into(),
            Self::Yaml => tree_sitter_yaml::LANGUAGE.into(),
            Self::Json => tree_sitter_json::LANGUAGE.into(),
            Self::Dockerfile => tree_sitter_containerfile::LANGUAGE.into(),
            Self::Scala => tree_sitter_scala::LANGUAGE.into(),
            Self::Swift => tree_sitter_swift::LANGUAGE.into(),
            Self::Solidity => tree_sitter_solidity::LANGUAGE.into(),
            Self::Elixir => tree_sitter_elixir::LANGUAGE.into(),
            Self::Html => tree_sitter_html::LANGUAGE.into(),
            Self::Xml => tree_sitter_xml::LANGUAGE_XML.into(),
            Self::Ocaml => tree_sitter_ocaml::LANGUAGE_OCAML.into(),
            Self::Clojure => tree_sitter_clojure_orchard::LANGUAGE.into(),
            Self::Apex => tree_sitter_sfapex::apex::LANGUAGE.into(),
            Self::Lua => tree_sitter_lua::LANGUAGE.into(),
            Self::R => tree_sitter_r::LANGUAGE.into(),
            Self::Julia => tree_sitter_julia::LANGUAGE.into(),
            // What stands outside of the scripts is blank by then.
            Self::Vue => tree_sitter_typescript::LANGUAGE_TYPESCRIPT.into(),
        }
    }

    /// The grammar for fragments without their usual frame: PHP without `<?php`.
    #[must_use]
    pub fn fragment_grammar(self) -> Grammar {
        match self {
            Self::Php => tree_sitter_php::LANGUAGE_PHP_ONLY.into(),
            // Patterns of TypeScript rules hold JSX as well.
            Self::TypeScript | Self::Vue => tree_sitter_typescript::LANGUAGE_TSX.into(),
            other => other.grammar(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use firedoor_core::RepoPath;

    #[test]
    fn every_grammar_loads() {
        for language in Language::all() {
            let mut parser = tree_sitter::Parser::new();
            assert!(parser.set_language(&language.grammar()).is_ok(), "{language:?}");
            assert!(parser.set_language(&language.fragment_grammar()).is_ok(), "{language:?}");
        }
    }

    #[test]
    fn files_are_known_by_name_and_by_interpreter() {
        let of = |path: &str, head: &str| Language::of_path(&RepoPath::new(path), head.as_bytes());
        assert_eq!(of("a/b.py", ""), [Language::Python]);
        assert_eq!(of("run", "#!/usr/bin/env -S python3.11 -u\n"), [Language::Python]);
        assert_eq!(of("run", "#!/bin/sh\n"), [Language::Bash]);
        assert_eq!(of("x.h", ""), [Language::C, Language::Cpp]);
        assert_eq!(of("docker/Dockerfile.dev", ""), [Language::Dockerfile]);
        assert_eq!(of("README", "text"), []);
        assert_eq!(Language::from_semgrep_name("TS"), Some(Language::TypeScript));
    }
}
