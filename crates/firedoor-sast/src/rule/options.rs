//! `options:` of a rule with the defaults of Semgrep's rule option schema.

/// Which generic matcher a rule asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GenericEngine {
    /// Tokens, brackets and indentation.
    #[default]
    Spacegrep,
    /// Regular expressions with brackets.
    Aliengrep,
}

/// Comments that generic matching blanks out first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CommentStyle {
    /// `/* … */`
    C,
    /// `/* … */` and `// …`
    Cpp,
    /// `# …`
    Shell,
}

macro_rules! options {
    ($($(#[doc = $doc:literal])+ $name:ident = $default:literal;)+) => {
        /// Switches of the matcher and the taint engine; see Semgrep's documentation of rule options.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Options {
            $($(#[doc = $doc])+ pub $name: bool,)+
            /// Most lines that `...` may span in generic mode.
            pub generic_ellipsis_max_span: u32,
            /// Comments to blank out in generic mode.
            pub generic_comment_style: Option<CommentStyle>,
            /// The generic matcher.
            pub generic_engine: GenericEngine,
            /// Brackets of aliengrep, if not the default ones.
            pub generic_braces: Option<Vec<(String, String)>>,
            /// Further brackets of aliengrep.
            pub generic_extra_braces: Vec<(String, String)>,
            /// Further word characters of aliengrep.
            pub generic_extra_word_characters: Vec<String>,
            /// Report the source instead of the sink.
            pub taint_focus_on_source: bool,
            /// What `today()` is, in days since 1970: from the run and not from the rule.
            pub today: Option<i32>,
        }

        impl Default for Options {
            fn default() -> Self {
                Self {
                    $($name: $default,)+
                    generic_ellipsis_max_span: 10,
                    generic_comment_style: None,
                    generic_engine: GenericEngine::Spacegrep,
                    generic_braces: None,
                    generic_extra_braces: Vec::new(),
                    generic_extra_word_characters: Vec::new(),
                    taint_focus_on_source: false,
                    today: None,
                }
            }
        }

        impl Options {
            /// These options with the taint engine's at their defaults: what patterns depend on.
            pub(crate) fn for_patterns(&self) -> Self {
                let mut out = self.clone();
                out.taint_focus_on_source = false;
                $(if stringify!($name).starts_with("taint_") {
                    out.$name = $default;
                })+
                out
            }

            /// The switch of that name.
            pub(super) fn switch(&mut self, name: &str) -> Option<&mut bool> {
                match name {
                    $(stringify!($name) => Some(&mut self.$name),)+
                    _ => None,
                }
            }

            /// Every switch, for messages.
            pub(super) const SWITCHES: &'static [&'static str] = &[$(stringify!($name)),+];
        }
    };
}

options! {
    /// Literals in patterns see through constants.
    constant_propagation = true;
    /// Patterns see through single assignments of any expression.
    symbolic_propagation = false;
    /// Metavariables of source and sink must agree.
    taint_unify_mvars = false;
    /// Unknown functions do not pass taint on.
    taint_assume_safe_functions = false;
    /// A tainted index does not taint the element.
    taint_assume_safe_indexes = false;
    /// Comparisons are never tainted.
    taint_assume_safe_comparisons = false;
    /// Booleans are never tainted.
    taint_assume_safe_booleans = false;
    /// Numbers are never tainted.
    taint_assume_safe_numbers = false;
    /// Taint passes through assignments only.
    taint_only_propagate_through_assignments = false;
    /// Taint across functions of one file (always on here).
    taint_intrafile = true;
    /// Associative (and for `&&`, `||` with `commutative_boolop` commutative) operators.
    ac_matching = true;
    /// `&&` and `||` commute.
    commutative_boolop = false;
    /// Deprecated: `==` and `!=` commute.
    commutative_compop = false;
    /// `==` and `!=` commute.
    symmetric_eq = false;
    /// Assignment patterns match variable definitions.
    vardef_assign = true;
    /// Assignment patterns match field definitions.
    flddef_assign = false;
    /// Expression patterns match annotations.
    attr_expr = true;
    /// A metavariable bound to a local name equals only the same variable.
    unify_ids_strictly = true;
    /// Function patterns match arrow functions.
    arrow_is_function = true;
    /// `let` and `const` match `var` patterns.
    let_is_var = true;
    /// Deep expressions descend everywhere.
    go_deeper_expr = true;
    /// `...` between statements descends into blocks.
    go_deeper_stmt = true;
    /// An expression statement matches inside statements.
    implicit_deep_exprstmt = true;
    /// Records in patterns may have more fields.
    implicit_ellipsis = true;
    /// `<a />` matches `<a></a>`.
    xml_singleton_loose_matching = true;
    /// Elements in patterns may have more attributes.
    xml_attrs_implicit_ellipsis = true;
    /// Children of elements are matched in order.
    xml_children_ordered = true;
    /// Aliengrep: `...` crosses lines.
    generic_multiline = true;
    /// Aliengrep: any case.
    generic_caseless = false;
    /// Taint across files (always on here).
    interfile = false;
    /// The last expression of a function is returned, where the language has it so.
    implicit_return = true;
    /// Decorators are matched in order.
    decorators_order_matters = false;
}
