//! How holes are written in each host language, and which frames a fragment is tried in.
//!
//! Holes become plain ASCII identifiers (or what an ellipsis must look like where it stands), because those parse in
//! every grammar. The default spelling follows from the surroundings; [`alternatives`] are tried only where the
//! defaults do not parse.

use firedoor_lang::Language;

use super::scan::{Around, Hole, Slot};

/// The identifier of an ellipsis.
pub(super) const ELLIPSIS: &str = "FDE";
/// The function that marks a deep expression.
pub(super) const DEEP: &str = "FDDEEP";

/// The same where names of functions are not in capitals.
pub(super) const DEEP_LOWER: &str = "fddeep";

/// Whether a call is a list that begins with the name of the function.
pub(crate) fn lists_calls(language: Language) -> bool {
    language == Language::Clojure
}

/// Text in front of and behind a fragment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) prefix: &'static str,
    pub(super) suffix: &'static str,
    /// The fragment lacks its end (a definition without its body): what the suffix adds is no part of the pattern.
    pub(super) partial: bool,
}

const fn frame(prefix: &'static str, suffix: &'static str) -> Frame {
    Frame { prefix, suffix, partial: false }
}

const fn partial(suffix: &'static str) -> Frame {
    Frame { prefix: "", suffix, partial: true }
}

/// The name that a metavariable gets in the host language.
pub(super) fn name(hole_name: &str, language: Language, upper: bool) -> String {
    match language {
        Language::Ruby | Language::Elixir | Language::Ocaml if !upper => {
            format!("fdmv_{}", hole_name.to_ascii_lowercase())
        }
        Language::Php if !upper => format!("$FDMV_{hole_name}"),
        _ => format!("FDMV_{hole_name}"),
    }
}

/// The default spelling.
pub(super) fn spell(slot: &Slot, language: Language) -> String {
    use Language as L;
    match &slot.hole {
        // A list that begins with the mark, where there are no calls.
        Hole::DeepOpen if matches!(language, L::Json | L::Yaml) => format!("[\"{DEEP}\", "),
        Hole::DeepClose if matches!(language, L::Json | L::Yaml) => "]".to_owned(),
        // A command in the place of a word.
        Hole::DeepOpen if language == L::Bash => format!("$({DEEP} "),
        Hole::DeepOpen if language == L::Ocaml => format!("({DEEP_LOWER} ("),
        Hole::DeepClose if language == L::Ocaml => "))".to_owned(),
        Hole::DeepOpen if lists_calls(language) => format!("({DEEP} "),
        Hole::DeepOpen => format!("{DEEP}("),
        Hole::DeepClose => ")".to_owned(),
        Hole::Typed(name, _) => match language {
            L::Php => format!("$FDTYPED_{name}"),
            L::Ruby | L::Elixir | L::Ocaml => format!("fdtyped_{}", name.to_ascii_lowercase()),
            _ => format!("FDTYPED_{name}"),
        },
        Hole::Metavariable(n) if language == Language::Dockerfile => match slot.instruction.as_str() {
            // Digests have no underscores.
            "FROM" if slot.prev == b'@' => format!("FDMV{}", n.replace('_', "")),
            "EXPOSE" | "STOPSIGNAL" => format!("${{FDMV_{n}}}"),
            "HEALTHCHECK" if slot.before == "HEALTHCHECK" => format!("CMD FDMV_{n}"),
            _ if slot.around == Around::Square && slot.prev != b'"' => format!("\"FDMV_{n}\""),
            _ => format!("FDMV_{n}"),
        },
        // A version.
        Hole::Metavariable(_) if language == L::Solidity && slot.instruction == "PRAGMA" => "0.0.1".to_owned(),
        // Names of tags have no underscores.
        Hole::Metavariable(n) if language == L::Html && matches!(slot.prev, b'<' | b'/') => {
            format!("FDMV{}", n.replace('_', ""))
        }
        // The value of an attribute: a string or an expression in braces.
        Hole::Metavariable(n)
            if slot.around == Around::Tag
                && slot.prev == b'='
                && matches!(language, L::JavaScript | L::TypeScript | L::Tsx) =>
        {
            format!("{{FDMV_{n}}}")
        }
        Hole::Metavariable(n)
            if slot.around == Around::Tag && slot.prev == b'=' && matches!(language, L::Html | L::Xml) =>
        {
            format!("\"FDMV_{n}\"")
        }
        Hole::Ellipsis
            if slot.around == Around::Tag
                && slot.prev == b'='
                && matches!(language, L::JavaScript | L::TypeScript | L::Tsx) =>
        {
            "{FDE}".to_owned()
        }
        // `for (...)`, `for ...`: any header.
        Hole::Ellipsis if is_any_header(slot, language) => "FDE; FDE; FDE".to_owned(),
        // A module's name is a string.
        Hole::Metavariable(n)
            if slot.before == "from" && matches!(language, L::JavaScript | L::TypeScript | L::Tsx) =>
        {
            format!("\"FDMV_{n}\"")
        }
        Hole::Metavariable(n) => name(n, language, upper(slot, language)),
        Hole::Sequence(n) => {
            let base = name(n, language, upper(slot, language));
            if slot.alone && !matches!(slot.around, Around::Round | Around::Square | Around::Params | Around::Object) {
                ellipsis(slot, language).replace(ELLIPSIS, base.trim_start_matches('$'))
            } else {
                params_of(&base, slot, language)
            }
        }
        Hole::Ellipsis => ellipsis(slot, language),
    }
}

/// Whether an ellipsis is all that stands in the header of a loop.
fn is_any_header(slot: &Slot, language: Language) -> bool {
    use Language as L;
    match language {
        L::JavaScript
        | L::TypeScript
        | L::Tsx
        | L::Java
        | L::Apex
        | L::C
        | L::Cpp
        | L::CSharp
        | L::Solidity
        | L::Php => slot.around == Around::ForHeader && slot.prev == b'(' && slot.next == b')',
        L::Go => slot.before == "for" && slot.next == b'{',
        _ => false,
    }
}

fn params_of(base: &str, slot: &Slot, language: Language) -> String {
    match (language, slot.around) {
        (Language::Java | Language::Apex | Language::CSharp | Language::Solidity, Around::Params) => {
            format!("FDT {base}")
        }
        (Language::Kotlin | Language::Scala | Language::Rust | Language::Swift, Around::Params) => {
            format!("{base}: FDT")
        }
        _ => base.to_owned(),
    }
}

/// Whether a metavariable stands where names begin with a capital, or (PHP) without a dollar.
fn upper(slot: &Slot, language: Language) -> bool {
    let before = slot.before.as_str();
    match language {
        Language::Ruby => matches!(before, "class" | "module") || slot.prev == b':' || slot.next == b':',
        // `$M_` is a module or a constructor, as Semgrep has it.
        Language::Ocaml => matches!(&slot.hole, Hole::Metavariable(n) if n.as_bytes().get(1) == Some(&b'_')),
        Language::Elixir => matches!(before, "defmodule" | "alias" | "import" | "use" | "require"),
        Language::Php => {
            matches!(
                before,
                "function"
                    | "class"
                    | "extends"
                    | "implements"
                    | "use"
                    | "namespace"
                    | "const"
                    | "interface"
                    | "trait"
                    | "as"
                    | "insteadof"
            ) || slot.prev == b'\\'
                || slot.next == b'\\'
        }
        _ => false,
    }
}

fn ellipsis(slot: &Slot, language: Language) -> String {
    use Around as A;
    use Language as L;
    let text = match language {
        L::Python => match slot.around {
            A::Object if !slot.alone || matches!(slot.prev, b'{' | b',') => "**FDE",
            _ => "FDE",
        },
        L::JavaScript | L::TypeScript | L::Tsx => match slot.around {
            A::Switch => "case FDE: FDE;",
            A::Tag if slot.prev == b'>' => "{FDE}",
            A::Tag
            | A::Object
            | A::Round
            | A::Square
            | A::Params
            | A::ForHeader
            | A::AnnotationArgs
            | A::Interpolation
            | A::Enum => "FDE",
            _ if slot.prev == b'>' && slot.next == b'<' => "{FDE}",
            A::Block | A::Class | A::Top => {
                if slot.alone && slot.next != b';' {
                    "FDE;"
                } else {
                    "FDE"
                }
            }
        },
        L::Java => match slot.around {
            A::Switch => "default: FDE;",
            A::Params => "FDT FDE",
            A::AnnotationArgs => "FDE = FDE",
            A::Class => "FDT FDE;",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            _ => "FDE",
        },
        L::CSharp => match slot.around {
            A::Switch => "default: FDE();",
            A::Params => "FDT FDE",
            A::Class => "FDT FDE;",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDT FDE;",
            A::Block | A::Top if slot.alone => "FDT FDE",
            _ => "FDE",
        },
        L::Go => match slot.around {
            // `case ...`: any case.
            _ if slot.before == "case" && slot.next != b':' && slot.next != b',' => "FDE: FDE",
            A::Switch => "case FDE: FDE",
            // With a type: `a, b T` are two parameters of one type.
            A::Params if slot.prev == b',' || slot.next == b',' => "FDE FDT",
            _ => "FDE",
        },
        L::Ruby => match slot.around {
            A::Object => "**fde",
            _ => "fde",
        },
        L::Elixir => "fde",
        L::Php => match slot.around {
            A::Class => "public $FDE;",
            A::Switch => "case FDE: FDE;",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            A::Block | A::Top if slot.alone => "FDE",
            _ if matches!(slot.before.as_str(), "extends" | "implements" | "use") => "FDE",
            _ => "$FDE",
        },
        L::C | L::Cpp => match slot.around {
            A::Switch => "case FDE: FDE;",
            A::Class if slot.alone && slot.next != b';' => "FDT FDE;",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            _ => "FDE",
        },
        L::Kotlin => match slot.around {
            A::Params => "FDE: FDT",
            A::Class => "val FDE = 0;",
            A::Switch => "FDE -> FDE",
            _ => "FDE",
        },
        L::Scala => match slot.around {
            A::Params => "FDE: FDT",
            A::Switch if slot.prev == b'{' || slot.alone => "case FDE => FDE",
            A::ForHeader => "FDE <- FDE",
            _ => "FDE",
        },
        L::Swift => match slot.around {
            A::Params => "FDE: FDT",
            A::Class => "var FDE = 0;",
            A::Switch => "case FDE: FDE",
            _ => "FDE",
        },
        L::Rust => match slot.around {
            A::Params => "FDE: FDT",
            A::Switch => "FDE => FDE,",
            A::Class => "FDE: FDT,",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            _ => "FDE",
        },
        L::Solidity => match slot.around {
            A::Params => "FDT FDE",
            A::Class => "FDT FDE;",
            A::Object => "FDE: FDE",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            _ => "FDE",
        },
        L::Bash => {
            if matches!(slot.before.as_str(), "then" | "do" | "else") || slot.prev == b'{' {
                "FDE;"
            } else {
                "FDE"
            }
        }
        L::Hcl => match slot.around {
            A::Block | A::Class | A::Top if slot.alone => "FDE = FDE",
            A::Object => "FDE = FDE",
            _ => "FDE",
        },
        // Attributes of XML have values.
        L::Xml if slot.around == A::Tag => "FDE=\"\"",
        L::Yaml | L::Json | L::Html | L::Xml => "FDE",
        L::Ocaml => "fde",
        L::Clojure | L::R => "FDE",
        L::Apex => match slot.around {
            A::Switch => "when else { FDE; }",
            // What else a query may say, behind the last clause.
            A::Square if slot.next == b']' && slot.prev.is_ascii_alphanumeric() => "",
            A::Params => "FDT FDE",
            A::Class => "FDT FDE;",
            A::AnnotationArgs => "FDE = FDE",
            A::Block | A::Top if slot.alone && slot.next != b';' => "FDE;",
            _ => "FDE",
        },
        L::Lua | L::Julia => "FDE",
        // Its patterns are those of TypeScript.
        L::Vue => "FDE",
        L::Dockerfile => match slot.instruction.as_str() {
            _ if slot.alone && slot.instruction.is_empty() => "RUN FDE",
            "ENV" | "LABEL" => "FDE=FDE",
            "EXPOSE" => "${FDE}",
            "ADD" | "COPY" if slot.before == slot.instruction && slot.ends_line() => "FDE FDE",
            "HEALTHCHECK" if slot.before == "HEALTHCHECK" && !slot.ends_line() => "--fde=FDE",
            "HEALTHCHECK" if slot.before == "HEALTHCHECK" => "CMD FDE",
            "ONBUILD" if slot.before == "ONBUILD" => "RUN FDE",
            _ if slot.around == Around::Square => "\"FDE\"",
            _ => "FDE",
        },
    };
    text.to_owned()
}

/// Other spellings of a hole, for the climb.
pub(super) fn alternatives(slot: &Slot, language: Language) -> Vec<String> {
    use Language as L;
    match &slot.hole {
        Hole::Ellipsis => {
            let list: &[&str] = match language {
                L::Python => &["FDE", "**FDE", "FDE: FDE", "case FDE: FDE"],
                L::JavaScript | L::TypeScript | L::Tsx => &["FDE", "FDE;", "{FDE}", "case FDE: FDE;", "FDE: FDE"],
                L::Java => &["FDE", "FDE;", "FDT FDE", "FDT FDE;", "FDE = FDE", "default: FDE;", "FDE,"],
                L::CSharp => &["FDE", "FDT FDE;", "FDT FDE", "FDE = FDE", "FDE;", "default: FDE();"],
                L::Go => &["FDE", "FDE FDT", "FDE: FDE", "case FDE: FDE", "FDE()", "\"FDE\""],
                L::Ruby => &["fde", "**fde", "FDE", "when fde"],
                L::Elixir => &["fde", "fde: fde"],
                L::Php => &["$FDE", "FDE;", "FDE", "public $FDE;", "case FDE: FDE;"],
                L::C | L::Cpp => &["FDE", "FDE;", "FDT FDE", "FDT FDE;", "case FDE: FDE;"],
                L::Kotlin => &["FDE", "FDE: FDT", "val FDE = 0;", "FDE -> FDE"],
                L::Scala => &["FDE", "FDE: FDT", "case FDE => FDE", "FDE <- FDE"],
                L::Swift => &["FDE", "FDE: FDT", "var FDE = 0;", "case FDE", "var FDE: FDT { get }"],
                L::Rust => &["FDE", "FDE;", "; FDE;", "FDE: FDT", "FDE => FDE,", "FDE: FDT,", "fn FDE() {}"],
                L::Solidity => &["FDE", "FDE;", "FDT FDE", "FDT FDE;"],
                L::Bash => &["FDE", "FDE;"],
                L::Hcl => &["FDE", "FDE = FDE", "FDE = FDE,", "FDE = FDE\n"],
                L::Yaml => &["FDE", "FDE: FDE", "- FDE"],
                L::Json => &["\"FDE\"", "\"FDE\": 0"],
                L::Dockerfile => &["FDE", "RUN FDE"],
                L::Html | L::Xml => &["FDE", "FDE=\"\""],
                L::Ocaml => &["fde", "fde = fde", "FDE"],
                L::Clojure | L::R | L::Vue => &["FDE"],
                L::Apex => &[
                    "FDE",
                    "FDE;",
                    "FDT FDE",
                    "FDT FDE;",
                    "FDE FROM FDE",
                    "FDE = FDE",
                    "before insert",
                    "FDE => FDE",
                    ":FDE IN ALL FIELDS",
                    "FDE IN :FDE",
                ],
                L::Lua => &["FDE", "FDE()", "FDE = FDE"],
                L::Julia => &["FDE", "FDE = FDE"],
            };
            list.iter().map(|s| (*s).to_owned()).collect()
        }
        Hole::Sequence(n) | Hole::Metavariable(n) => {
            let plain = format!("FDMV_{n}");
            let lower = format!("fdmv_{}", n.to_ascii_lowercase());
            match language {
                L::Php => vec![format!("$FDMV_{n}"), plain],
                L::Ruby | L::Elixir | L::Ocaml => vec![lower, plain],
                L::Java | L::CSharp | L::Apex => vec![plain.clone(), format!("{plain} FDX"), format!("FDT {plain}")],
                L::Kotlin | L::Scala | L::Rust | L::Swift => {
                    vec![plain.clone(), format!("{plain}: FDT"), format!("{plain};")]
                }
                L::Json => vec![plain.clone(), format!("\"{plain}\"")],
                L::Solidity => vec![plain.clone(), "public".to_owned(), format!("FDT {plain}"), format!("{plain};")],
                _ => vec![plain.clone(), format!("{plain};")],
            }
        }
        _ => Vec::new(),
    }
}

/// The frames to try, in order.
pub(super) fn frames(text: &str, language: Language) -> Vec<Frame> {
    use Language as L;
    let trimmed = text.trim_start();
    let word: String = trimmed.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
    let word = word.as_str();
    let one_line = !text.trim().contains('\n');
    let is_pair = is_pair(trimmed, language);
    let top = frame("", "");
    match language {
        L::Python => match word {
            "except" | "finally" => vec![frame("try:\n pass\n", "\n")],
            "elif" | "else" => vec![frame("if x:\n pass\n", "\n")],
            _ if trimmed.starts_with('@') && one_line => vec![frame("", "\ndef f(): pass\n")],
            "if" | "for" | "while" | "def" | "class" | "with" | "try" | "async" => {
                vec![
                    frame("", "\n"),
                    partial(": pass\n"),
                    partial("\n pass\n"),
                    partial(" pass\n"),
                    partial("\nexcept: pass\n"),
                ]
            }
            _ => vec![frame("", "\n"), frame("x = ", "\n"), frame("f(", ")\n"), partial("\ndef f(): pass\n")],
        },
        L::JavaScript | L::TypeScript | L::Tsx => match word {
            "catch" | "finally" => vec![frame("try {} ", "")],
            "else" => vec![frame("if (x) {} ", "")],
            "case" | "default" => vec![frame("switch (x) { ", " }")],
            _ if is_pair => vec![frame("x = {", "}"), frame("class C { ", " }"), top],
            _ if trimmed.starts_with('{') => vec![frame("x = ", ""), top, frame("class C ", "")],
            _ if trimmed.starts_with('@') => vec![
                top,
                frame("", " class C {}"),
                frame("class C { ", " }"),
                frame("class C { ", "; }"),
                frame("class C { ", " f() {} }"),
                Frame { prefix: "class C { ", suffix: " {} }", partial: true },
            ],
            // That name alone, or a call of a function of that name, not a method.
            "get" | "set" | "static"
                if trimmed.trim_end() == word
                    || trimmed[word.len()..].starts_with('(') && !trimmed.trim_end().ends_with('}') =>
            {
                vec![top, frame("x = ", "")]
            }
            "constructor" | "get" | "set" | "static" | "public" | "private" | "protected" | "readonly" | "abstract" => {
                vec![frame("class C { ", " }"), top, frame("abstract class C { ", ";}")]
            }
            _ => vec![
                top,
                frame("x = ", ""),
                frame("class C { ", " }"),
                frame("x = {", "}"),
                partial(" {}"),
                frame("x = <A ", " />"),
                frame("", " class C {}"),
                partial(" {} finally {}"),
                frame("let x: ", ";"),
            ],
        },
        L::Java | L::Apex => match word {
            "catch" | "finally" => vec![frame("try {} ", "")],
            "else" => vec![frame("class C { void f() { if (x) {} ", " } }")],
            // `default` is also a word of methods of interfaces.
            "case" | "default" if word == "case" || trimmed[word.len()..].trim_start().starts_with([':', '-']) => {
                vec![frame("class C { void f() { switch (x) { ", " } } }")]
            }
            "import" | "package" => vec![top, frame("", ";")],
            "super" | "this" if trimmed[word.len()..].starts_with('(') => {
                vec![frame("class C { C() { ", "; } }"), frame("class C { C() { ", " } }")]
            }
            _ if trimmed.starts_with('@') => vec![
                frame("", " class C {}"),
                top,
                frame("class C { ", " }"),
                frame("class C { ", " int x; }"),
                frame("class C { ", "; }"),
                partial(" {}"),
            ],
            _ if trimmed.starts_with('{') => {
                vec![frame("class C { void f() ", " }"), frame("class C { Object x = ", "; }")]
            }
            _ => vec![
                frame("", ";"),
                top,
                frame("class C { void f() { ", " } }"),
                frame("class C { ", " }"),
                frame("class C { Object x = ", "; }"),
                frame("class C { void f() { ", "; } }"),
                frame("class C { ", ";}"),
                partial(" {}"),
                partial(" finally {}"),
                Frame { prefix: "class C { ", suffix: " {} }", partial: true },
            ],
        },
        L::Go => match word {
            _ if is_pair => vec![frame("var x = T{ ", " }"), top],
            _ if trimmed.starts_with('{') && trimmed.contains(": ") && one_line => {
                vec![frame("var x = T", ""), frame("func f() ", "")]
            }
            _ if trimmed.starts_with('{') => vec![frame("func f() ", ""), frame("var x = T", "")],
            "case" | "default" => vec![frame("func f() { switch x { ", " } }"), frame("func f() { select { ", " } }")],
            "else" => vec![frame("func f() { if x {} ", " }")],
            // The grammar wants the line feed that ends a file's last statement.
            _ => vec![
                frame("", "\n"),
                frame("func f() { ", " }"),
                frame("var x = ", ""),
                partial(" {}"),
                frame("var x ", ""),
                frame("type T interface { ", " }\n"),
            ],
        },
        L::CSharp => match word {
            "catch" | "finally" => vec![frame("class C { void F() { try {} ", " } }")],
            "default" if trimmed.starts_with("default(") => vec![frame("class C { object x = ", "; }")],
            "case" | "default" => vec![frame("class C { void F() { switch (x) { ", " } } }")],
            "using" if one_line => vec![top, frame("", ";")],
            _ if trimmed.starts_with('[') => vec![
                frame("", " class C {}"),
                top,
                frame("class C { ", " }"),
                frame("class C { ", " int x; }"),
                frame("x = ", ";"),
            ],
            "public" | "private" | "protected" | "internal" | "static" | "override" | "async" | "virtual"
            | "abstract" | "partial" | "sealed" => {
                vec![
                    frame("class C { ", " }"),
                    top,
                    frame("class C { ", ";}"),
                    Frame { prefix: "class C { ", suffix: " {} }", partial: true },
                    partial(" {}"),
                ]
            }
            "class" | "interface" | "struct" | "namespace" | "record" | "enum" => vec![top, partial(" {}")],
            _ => vec![
                frame("class C { void F() { ", "; } }"),
                frame("class C { void F() { ", " } }"),
                frame("class C { ", " }"),
                top,
                frame("class C { object x = ", "; }"),
                frame("class C { object x = new T { ", " }; }"),
                frame("class C { ", ";}"),
                partial(" {}"),
            ],
        },
        L::Ruby => match word {
            "rescue" | "ensure" if text.trim_end().ends_with("\nend") => vec![frame("begin\nx\n", "")],
            "rescue" | "ensure" => vec![frame("begin\nx\n", "\nend")],
            "when" => vec![frame("case x\n", "\nend")],
            "elsif" | "else" => vec![frame("if x\n", "\nend")],
            _ if is_pair => vec![frame("f(", ")"), frame("x = {", "}"), top],
            _ if trimmed.starts_with('{') => vec![frame("x = ", ""), top],
            _ => vec![top, frame("x = ", ""), frame("f(", ")"), frame("f ", ""), frame("", "\nend")],
        },
        L::Php => match word {
            "catch" | "finally" => vec![frame("try {} ", "")],
            "else" | "elseif" => vec![frame("if (x) {} ", "")],
            "case" | "default" => vec![frame("switch (x) { ", " }")],
            "if" | "while" | "for" | "foreach" | "switch" if text.trim_end().ends_with(')') => {
                vec![partial(" {}"), frame("", ";")]
            }
            "try" if text.matches('}').count() == 1 => vec![partial(" finally {}"), top],
            "public" | "private" | "protected" | "static" | "abstract" | "final" | "const" => {
                vec![
                    frame("class C { ", " }"),
                    frame("class C { ", "; }"),
                    top,
                    frame("", ";"),
                    Frame { prefix: "class C { ", suffix: " {} }", partial: true },
                ]
            }
            _ => vec![
                frame("", ";"),
                top,
                frame("class C { ", " }"),
                frame("x = ", ";"),
                frame("x = [", "];"),
                partial(" {}"),
            ],
        },
        L::C | L::Cpp => match word {
            "catch" => vec![frame("void f() { try {} ", " }")],
            "case" | "default" => vec![frame("void f() { switch (x) { ", " } }")],
            "else" => vec![frame("void f() { if (x) {} ", " }")],
            _ if trimmed.starts_with('#') => vec![frame("", "\n")],
            "namespace" | "template" => vec![top, frame("", ";"), partial(" {}")],
            _ if trimmed.starts_with('{') => vec![frame("void f() ", ""), frame("int x[] = ", ";")],
            _ if trimmed.starts_with('[') => vec![frame("void f() { x = ", "; }"), frame("void f() { ", " }")],
            // A function without its body: in another one it would be read as a variable with its values.
            _ if language == L::C && is_prototype(trimmed) => vec![top, frame("void f() { ", " }")],
            // A function: in another one it would be read as a variable with its values.
            _ if language == L::Cpp
                && !matches!(word, "if" | "for" | "while" | "switch" | "do" | "try" | "else" | "return")
                && text.trim_end().ends_with('}')
                && text.contains(") {")
                && !text.contains(';') =>
            {
                vec![top, frame("void f() { ", " }"), frame("struct S { ", " };"), partial(" {}")]
            }
            _ => vec![
                frame("void f() { ", "; }"),
                frame("void f() { ", " }"),
                top,
                frame("", ";"),
                frame("struct S { ", " };"),
                frame("void f() { x = ", "; }"),
                partial(" {}"),
            ],
        },
        L::Kotlin => match word {
            "catch" | "finally" => vec![frame("fun f() { try {} ", " }")],
            "class" | "object" | "interface" | "import" | "package" | "data" | "enum" | "open" | "abstract"
            | "sealed" => vec![top, frame("class C { ", " }"), partial(" {}")],
            // What is annotated is written, too.
            _ if trimmed.starts_with('@')
                && text
                    .split_whitespace()
                    .any(|w| matches!(w, "fun" | "class" | "val" | "var" | "object" | "interface")) =>
            {
                vec![top, frame("class C { ", " }"), partial(" {}")]
            }
            _ if trimmed.starts_with('@') => vec![frame("", " class C"), top, frame("class C { ", " }")],
            _ => vec![top, frame("fun f() { ", " }"), frame("val x = ", ""), frame("class C { ", " }"), partial(" {}")],
        },
        L::Rust => vec![
            frame("fn f() { ", "; }"),
            frame("fn f() { ", " }"),
            top,
            frame("fn f() { let x = ", "; }"),
            frame("", " fn f() {}"),
            frame("impl C { ", " }"),
            partial(" {}"),
            frame("fn f(x: ", ") {}"),
            frame("struct S { ", " }"),
        ],
        L::Solidity => vec![
            top,
            frame("contract C { function f() { ", "; } }"),
            frame("contract C { function f() { ", " } }"),
            frame("contract C { ", " }"),
            frame("contract C { ", "; }"),
            frame("", ";"),
            partial(" {}"),
            Frame { prefix: "contract C { ", suffix: " {} }", partial: true },
        ],
        L::Hcl => {
            let body = one_line && (trimmed.contains(" = ") || trimmed.contains("= "))
                || trimmed.contains('{') && !trimmed.starts_with('{');
            if body {
                vec![frame("", "\n"), frame("x = ", "\n"), frame("b {\n", "\n}\n")]
            } else {
                vec![frame("x = ", "\n"), frame("", "\n"), frame("x = {\n", "\n}\n"), frame("b {\n", "\n}\n")]
            }
        }
        L::Yaml => vec![frame("", "\n"), frame("- ", "\n"), frame("k:\n", "\n"), frame("{", "}\n")],
        L::Json => vec![top, frame("{", "}"), frame("[", "]")],
        L::Bash => vec![frame("", "\n")],
        L::Dockerfile => {
            let has_from = text.lines().any(|l| l.trim_start().starts_with("FROM"));
            if has_from {
                vec![frame("", "\n"), frame("FROM x\n", "\n"), frame("RUN ", "\n")]
            } else {
                vec![frame("FROM x\n", "\n"), frame("", "\n"), frame("RUN ", "\n")]
            }
        }
        L::Scala => match word {
            "catch" | "finally" => vec![frame("object O { def f = try {} ", " }")],
            "case" => vec![frame("object O { def f = x match { ", " } }"), top],
            _ if trimmed.starts_with('@') => vec![top, frame("", " class C"), frame("object O { ", " def f = x }")],
            _ => vec![
                top,
                frame("object O { ", " }"),
                frame("object O { def f = { ", " } }"),
                frame("object O { val x = ", " }"),
            ],
        },
        L::Swift => match word {
            "catch" => vec![frame("do {} ", "")],
            "case" => vec![frame("switch x { ", " }"), frame("enum E { ", " }")],
            "throw" => vec![frame("func f() { ", " }")],
            "init" | "deinit" | "subscript" | "required" | "convenience" if text.trim_end().ends_with('}') => {
                vec![frame("class C { ", " }"), top]
            }
            _ => {
                vec![top, frame("func f() { ", " }"), frame("class C { ", " }"), frame("let x = ", ""), partial(" {}")]
            }
        },
        L::Elixir => vec![top, frame("x = ", ""), frame("", "\nend")],
        // An attribute alone, which would pass for text.
        L::Html | L::Xml if !trimmed.starts_with('<') && trimmed.contains("=\"") => {
            vec![frame("<x ", "></x>"), top]
        }
        L::Html => vec![
            top,
            frame("<x ", "></x>"),
            frame("<x>", "</x>"),
            partial("</script>"),
            partial("</style>"),
            partial("</x>"),
        ],
        L::Xml => vec![top, frame("<x>", "</x>"), frame("<x ", "></x>"), frame("<x ", "/>")],
        L::Ocaml => match word {
            _ if trimmed.starts_with('|') => vec![frame("let x = match x with ", ""), frame("let x = try x with ", "")],
            _ => vec![
                top,
                frame("let x = ", ""),
                partial(" then x"),
                partial(" with _ -> x"),
                partial(" in x"),
                frame("let f (x : ", ") = x"),
                frame("let x = match x with ", " -> x"),
            ],
        },
        L::Clojure => vec![top],
        L::R => vec![top, partial(" {}"), partial(" NULL")],
        L::Lua => vec![top, frame("x = ", ""), partial(" end"), partial(" then end")],
        L::Julia => vec![top, partial("\nend"), partial(" end")],
        L::Vue => vec![top],
    }
}

/// Whether a fragment is `T f(…);`.
fn is_prototype(text: &str) -> bool {
    let Some((head, _)) = text.split_once('(').filter(|_| text.trim_end().ends_with(");")) else { return false };
    let words: Vec<&str> = head.split([' ', '*']).filter(|w| !w.is_empty()).collect();
    let plain = |w: &&str| w.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
    let says = matches!(words.first(), Some(&("return" | "else" | "case" | "goto" | "sizeof")));
    words.len() > 1 && !says && words.iter().all(plain) && !text.trim_end_matches(';').contains(';')
}

/// Whether a fragment is `key: value` and nothing else.
fn is_pair(text: &str, language: Language) -> bool {
    let bytes = text.as_bytes();
    let mut at = 0;
    match bytes.first() {
        Some(quote @ (b'"' | b'\'')) => {
            at = 1;
            while at < bytes.len() && bytes[at] != *quote {
                at += 1;
            }
            at += 1;
        }
        _ => {
            while at < bytes.len() && (bytes[at].is_ascii_alphanumeric() || matches!(bytes[at], b'_' | b'$')) {
                at += 1;
            }
        }
    }
    if at == 0 || at >= bytes.len() {
        return false;
    }
    let rest = text[at..].trim_start_matches(' ');
    rest.starts_with(':') && !rest.starts_with("::") && !rest.starts_with(":=") && language != Language::Python
}
