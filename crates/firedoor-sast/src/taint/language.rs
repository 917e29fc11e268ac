//! What differs between languages for dataflow.

/// Facts about a language.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Traits {
    /// `/` on integers gives an integer.
    pub(super) integer_division: bool,
    /// A case without `break` runs into the next one.
    pub(super) fall_through: bool,
    /// Methods write their receiver as the first parameter.
    pub(super) explicit_self: bool,
    /// The last expression of a function is its value.
    pub(super) implicit_return: bool,
    /// Methods name fields without `this`.
    pub(super) implicit_this: bool,
    /// Empty text, zero and nothing count as false, other text and numbers as true.
    pub(super) truthy_values: bool,
    /// `<<` changes its left side, and a bare name may be a call (Ruby).
    pub(super) appends: bool,
    /// A bare name that is not of the file is imported or built in.
    pub(super) must_import: bool,
    /// Channels, ranges that give an index first, embedded structs (Go).
    pub(super) channels: bool,
    /// Texts given to macros name variables in braces (Rust).
    pub(super) inline_format: bool,
    /// Functions may be written for types that are declared elsewhere (C#, Kotlin).
    pub(super) extensions: bool,
    /// Special forms are calls (Clojure).
    pub(super) lists: bool,
    /// A name alone as the pattern of a case gets the value (OCaml).
    pub(super) names_bind: bool,
}

const fn traits(
    integer_division: bool,
    fall_through: bool,
    explicit_self: bool,
    implicit_return: bool,
    implicit_this: bool,
    truthy_values: bool,
) -> Traits {
    Traits {
        integer_division,
        fall_through,
        explicit_self,
        implicit_return,
        implicit_this,
        truthy_values,
        appends: false,
        must_import: explicit_self || truthy_values,
        channels: false,
        inline_format: false,
        extensions: false,
        lists: false,
        names_bind: false,
    }
}

static C_LIKE: Traits = traits(true, true, false, false, true, false);
static CSHARP: Traits = Traits { extensions: true, ..traits(true, true, false, false, true, false) };
static SCRIPT: Traits = traits(false, true, false, false, false, true);
static NO_FALL: Traits = traits(true, false, false, false, true, false);
static PYTHON: Traits = traits(false, false, true, false, false, true);
static VALUE: Traits = traits(true, false, false, true, true, false);
static KOTLIN: Traits = Traits { extensions: true, ..traits(true, false, false, true, true, false) };
static OCAML: Traits = Traits { names_bind: true, ..traits(true, false, false, true, true, false) };
static LISTS: Traits = Traits { lists: true, ..traits(true, false, false, true, true, false) };
static RUST: Traits = Traits { inline_format: true, ..traits(true, false, true, true, false, false) };
static GO: Traits = Traits { channels: true, ..traits(true, false, false, false, true, false) };
static RUBY: Traits = Traits { appends: true, ..traits(true, false, false, true, true, false) };

impl Traits {
    /// `a && b` is one of both, and no truth value.
    pub(super) fn is_value_of_and(&self) -> bool {
        self.truthy_values || self.appends
    }

    /// The facts of a language by its canonical name.
    pub(super) fn of(language: &str) -> &'static Self {
        match language {
            "java" | "c" | "cpp" | "apex" => &C_LIKE,
            "csharp" => &CSHARP,
            "js" | "ts" | "php" | "javascript" | "typescript" | "vue" => &SCRIPT,
            "python" => &PYTHON,
            "ruby" => &RUBY,
            "kotlin" => &KOTLIN,
            "scala" | "elixir" | "swift" | "r" | "julia" => &VALUE,
            "ocaml" => &OCAML,
            "clojure" => &LISTS,
            "rust" => &RUST,
            "go" => &GO,
            _ => &NO_FALL,
        }
    }
}

/// Whether a name is written as constants are: in capitals.
pub(super) fn is_constant(word: &str) -> bool {
    word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '_')
}

/// Whether a word means the object itself.
pub(super) fn is_this(word: &str) -> bool {
    matches!(word, "this" | "self" | "$this" | "@")
}
