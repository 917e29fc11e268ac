//! The neutral kinds and roles of nodes.

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Kind {
    /// A whole file.
    Program,
    /// Statements in braces or by indentation.
    Block,
    /// An expression as a statement.
    ExprStmt,
    /// `a = b`.
    Assign,
    /// `a += b`; the symbol is the operator.
    AugAssign,
    /// A variable or field definition, one name each.
    VarDef,
    /// A named function or method.
    FuncDef,
    /// A function without a name.
    Lambda,
    /// A class, interface, struct, enum, trait, object; the symbol says which.
    ClassDef,
    /// Its members.
    ClassBody,
    /// Parameters.
    Params,
    /// A parameter.
    Param,
    /// A parameter that takes all further arguments.
    RestParam,
    /// A parameter that takes all further named arguments.
    HashParam,
    /// A call.
    Call,
    /// Arguments.
    Args,
    /// A named argument.
    KwArg,
    /// Construction of an object.
    New,
    /// `a.b`.
    Member,
    /// `a[b]`.
    Index,
    /// `a[b:c]`.
    Slice,
    /// A name.
    Ident,
    /// A string without interpolation; the symbol is its content.
    Str,
    /// A string with interpolation.
    Template,
    /// Literal text in a template.
    StrPart,
    /// A regular expression literal.
    Regex,
    /// A number; the symbol is its value.
    Num,
    /// True or false.
    Bool,
    /// Null, nil, None.
    Null,
    /// A character.
    Char,
    /// A symbol literal.
    Atom,
    /// A binary operation; the symbol is the operator.
    Binary,
    /// A unary operation; the symbol is the operator.
    Unary,
    /// `a ? b : c`.
    Ternary,
    /// An ordered collection.
    Array,
    /// A tuple.
    Tuple,
    /// A set.
    Set,
    /// A collection of pairs, matched without order.
    Dict,
    /// A record, matched without order and with more fields than the pattern has.
    Object,
    /// A key and its value.
    Pair,
    /// `...a`, `*a`.
    Spread,
    /// `**a`.
    HashSpread,
    /// A return statement.
    Return,
    /// Raise, throw.
    Throw,
    /// Yield.
    Yield,
    /// Await.
    Await,
    /// A condition with branches.
    If,
    /// A loop with its condition first.
    While,
    /// A loop with its condition last.
    DoWhile,
    /// A loop with init, condition and update.
    For,
    /// A loop over elements.
    ForEach,
    /// A choice among cases.
    Switch,
    /// One case with its body.
    Case,
    /// A try statement.
    Try,
    /// A handler.
    Catch,
    /// What is done in the end.
    Finally,
    /// A resource in a scope.
    With,
    /// Break.
    Break,
    /// Continue.
    Continue,
    /// A labelled statement.
    Label,
    /// A jump.
    Goto,
    /// An annotation, decorator or attribute.
    Annotation,
    /// A keyword on a definition; the symbol is the keyword.
    Modifier,
    /// Names imported from a module.
    ImportFrom,
    /// A module imported.
    ImportAs,
    /// Everything imported from a module.
    ImportAll,
    /// One imported name, with its alias.
    ImportName,
    /// The name of a module in an import.
    Module,
    /// Package and namespace declarations.
    Package,
    /// A value taken as another type.
    Cast,
    /// A type with type arguments.
    TypeApp,
    /// Type arguments.
    TypeArgs,
    /// Type parameters.
    TypeParams,
    /// A type of arrays.
    ArrayType,
    /// A pointer or reference type.
    PtrType,
    /// Another type.
    Type,
    /// An element.
    Xml,
    /// An attribute of an element.
    XmlAttr,
    /// Text in an element.
    XmlText,
    /// Code in an element.
    XmlExpr,
    /// A comprehension.
    Comprehension,
    /// Address of.
    Ref,
    /// What is pointed to.
    Deref,
    /// Several expressions, one value.
    Seq,
    /// A line for the compiler or preprocessor.
    Directive,
    /// Text that is kept as it is.
    Raw,
    /// What the grammar could not read.
    Error,
    /// Anything else; the symbol is the grammar's kind.
    Other,
}

impl Kind {
    /// Every kind with its name in descriptors.
    pub(crate) const NAMES: &[(&str, Self)] = &[
        ("Program", Self::Program),
        ("Block", Self::Block),
        ("ExprStmt", Self::ExprStmt),
        ("Assign", Self::Assign),
        ("AugAssign", Self::AugAssign),
        ("VarDef", Self::VarDef),
        ("FuncDef", Self::FuncDef),
        ("Lambda", Self::Lambda),
        ("ClassDef", Self::ClassDef),
        ("ClassBody", Self::ClassBody),
        ("Params", Self::Params),
        ("Param", Self::Param),
        ("RestParam", Self::RestParam),
        ("HashParam", Self::HashParam),
        ("Call", Self::Call),
        ("Args", Self::Args),
        ("KwArg", Self::KwArg),
        ("New", Self::New),
        ("Member", Self::Member),
        ("Index", Self::Index),
        ("Slice", Self::Slice),
        ("Ident", Self::Ident),
        ("Str", Self::Str),
        ("Template", Self::Template),
        ("StrPart", Self::StrPart),
        ("Regex", Self::Regex),
        ("Num", Self::Num),
        ("Bool", Self::Bool),
        ("Null", Self::Null),
        ("Char", Self::Char),
        ("Atom", Self::Atom),
        ("Binary", Self::Binary),
        ("Unary", Self::Unary),
        ("Ternary", Self::Ternary),
        ("Array", Self::Array),
        ("Tuple", Self::Tuple),
        ("Set", Self::Set),
        ("Dict", Self::Dict),
        ("Object", Self::Object),
        ("Pair", Self::Pair),
        ("Spread", Self::Spread),
        ("HashSpread", Self::HashSpread),
        ("Return", Self::Return),
        ("Throw", Self::Throw),
        ("Yield", Self::Yield),
        ("Await", Self::Await),
        ("If", Self::If),
        ("While", Self::While),
        ("DoWhile", Self::DoWhile),
        ("For", Self::For),
        ("ForEach", Self::ForEach),
        ("Switch", Self::Switch),
        ("Case", Self::Case),
        ("Try", Self::Try),
        ("Catch", Self::Catch),
        ("Finally", Self::Finally),
        ("With", Self::With),
        ("Break", Self::Break),
        ("Continue", Self::Continue),
        ("Label", Self::Label),
        ("Goto", Self::Goto),
        ("Annotation", Self::Annotation),
        ("Modifier", Self::Modifier),
        ("ImportFrom", Self::ImportFrom),
        ("ImportAs", Self::ImportAs),
        ("ImportAll", Self::ImportAll),
        ("ImportName", Self::ImportName),
        ("Module", Self::Module),
        ("Package", Self::Package),
        ("Cast", Self::Cast),
        ("TypeApp", Self::TypeApp),
        ("TypeArgs", Self::TypeArgs),
        ("TypeParams", Self::TypeParams),
        ("ArrayType", Self::ArrayType),
        ("PtrType", Self::PtrType),
        ("Type", Self::Type),
        ("Xml", Self::Xml),
        ("XmlAttr", Self::XmlAttr),
        ("XmlText", Self::XmlText),
        ("XmlExpr", Self::XmlExpr),
        ("Comprehension", Self::Comprehension),
        ("Ref", Self::Ref),
        ("Deref", Self::Deref),
        ("Seq", Self::Seq),
        ("Directive", Self::Directive),
        ("Raw", Self::Raw),
        ("Error", Self::Error),
        ("Other", Self::Other),
    ];

    /// The kind of that name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(n, _)| *n == name).map(|(_, kind)| *kind)
    }

    /// A number under which kinds that count as equal agree.
    pub(crate) fn class(self) -> u8 {
        match self {
            Self::Program => Self::Block as u8,
            other => other as u8,
        }
    }

    /// Whether its children are statements.
    #[must_use]
    pub fn is_block(self) -> bool {
        matches!(self, Self::Program | Self::Block)
    }

    /// Whether it is a statement and no expression, whichever its parent.
    #[must_use]
    pub fn is_statement(self) -> bool {
        use Kind as K;
        matches!(
            self,
            K::Block
                | K::ExprStmt
                | K::VarDef
                | K::FuncDef
                | K::ClassDef
                | K::Return
                | K::If
                | K::While
                | K::DoWhile
                | K::For
                | K::ForEach
                | K::Switch
                | K::Try
                | K::With
                | K::Break
                | K::Continue
                | K::Label
                | K::Goto
                | K::ImportFrom
                | K::ImportAs
                | K::ImportAll
                | K::Package
                | K::Directive
        )
    }
}

/// What a node is to its parent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)] // The names say it; they are the fields of grammars.
pub enum Role {
    #[default]
    None,
    Name,
    Type,
    Value,
    Body,
    Cond,
    Then,
    Else,
    Left,
    Right,
    Callee,
    Args,
    Params,
    Ret,
    Object,
    Index,
    Key,
    Annotation,
    Modifier,
    Base,
    Impl,
    TypeParams,
    Init,
    Update,
    Catch,
    Finally,
    Alias,
    Module,
    Default,
    Label,
    Part,
    Case,
    Attr,
    Child,
    Recv,
    Op,
}

impl Role {
    /// The role of that name.
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "None" => Self::None,
            "Name" => Self::Name,
            "Type" => Self::Type,
            "Value" => Self::Value,
            "Body" => Self::Body,
            "Cond" => Self::Cond,
            "Then" => Self::Then,
            "Else" => Self::Else,
            "Left" => Self::Left,
            "Right" => Self::Right,
            "Callee" => Self::Callee,
            "Args" => Self::Args,
            "Params" => Self::Params,
            "Ret" => Self::Ret,
            "Object" => Self::Object,
            "Index" => Self::Index,
            "Key" => Self::Key,
            "Annotation" => Self::Annotation,
            "Modifier" => Self::Modifier,
            "Base" => Self::Base,
            "Impl" => Self::Impl,
            "TypeParams" => Self::TypeParams,
            "Init" => Self::Init,
            "Update" => Self::Update,
            "Catch" => Self::Catch,
            "Finally" => Self::Finally,
            "Alias" => Self::Alias,
            "Module" => Self::Module,
            "Default" => Self::Default,
            "Label" => Self::Label,
            "Part" => Self::Part,
            "Case" => Self::Case,
            "Attr" => Self::Attr,
            "Child" => Self::Child,
            "Recv" => Self::Recv,
            "Op" => Self::Op,
            _ => return None,
        })
    }
}
