//! A file while it is judged: its bytes, its tree when first asked for, and an index of the tree.

use std::borrow::Cow;
use std::cell::{Cell, OnceCell, RefCell};
use std::rc::Rc;

use firedoor_core::Span;
use firedoor_lang::Language;
use rustc_hash::{FxHashMap, FxHashSet};

use super::evaluate::Found;
use super::index::Index;
use super::narrow::Narrow;
use super::needs::has_names;
use crate::generic::Document;
use crate::pattern::Pattern;
use crate::rule::options::CommentStyle;
use crate::tree::{Kind, Sym, Tree};

/// What is kept of a pattern or formula: see [`FileContext::known`].
pub(super) type Asked = (usize, u64, bool, u32);

/// A file while it is judged.
pub struct FileContext<'a> {
    /// Its bytes.
    pub src: &'a [u8],
    /// Its language; `None` for text.
    pub language: Option<Language>,
    /// The same as text, where all of it is.
    text: Option<&'a str>,
    tree: OnceCell<Option<Tree>>,
    index: OnceCell<Index>,
    fixed: OnceCell<FxHashSet<Span>>,
    /// Ranges by the address of a pattern or formula, by what conditions narrow it to, by whether they are to lie in, and by the rule's class.
    pub(super) known: RefCell<FxHashMap<Asked, Rc<Found>>>,
    /// Texts that were looked for, and whether they occur.
    words: RefCell<FxHashMap<Sym, bool>>,
    documents: RefCell<Vec<(Option<CommentStyle>, std::rc::Rc<Document>)>>,
    /// Whether a search was cut off.
    pub exhausted: Cell<bool>,
    /// Where that happened first, and whether nothing behind that place was searched.
    pub(crate) cut_at: Cell<Option<(Span, bool)>>,
    /// Bytes of long texts that conditions and messages may still look at: in the file, and for the rule at work.
    file_bytes: Cell<u64>,
    rule_bytes: Cell<u64>,
    /// Steps of all patterns so far.
    pub(super) work: Cell<u64>,
}

/// Bytes of long texts that conditions may look at in one file, and for one rule in it. A chain of calls of a megabyte
/// has as many receivers as calls, each a text of up to a megabyte.
const FILE_BYTES: u64 = 256 << 20;
const RULE_BYTES: u64 = 16 << 20;
/// Texts up to this length are not counted.
const SHORT_TEXT: usize = 512;

impl<'a> FileContext<'a> {
    /// A file that is not parsed yet.
    #[must_use]
    pub fn new(src: &'a [u8], language: Option<Language>) -> Self {
        Self {
            src,
            language,
            text: std::str::from_utf8(src).ok(),
            work: Cell::new(0),
            tree: OnceCell::new(),
            index: OnceCell::new(),
            fixed: OnceCell::new(),
            known: RefCell::default(),
            words: RefCell::default(),
            documents: RefCell::default(),
            exhausted: Cell::new(false),
            cut_at: Cell::new(None),
            file_bytes: Cell::new(FILE_BYTES),
            rule_bytes: Cell::new(RULE_BYTES),
        }
    }

    /// A file whose tree was made in another way than by parsing it.
    #[must_use]
    pub fn with_tree(src: &'a [u8], language: Language, tree: Tree) -> Self {
        let context = Self::new(src, Some(language));
        // A new cell is empty.
        let _ = context.tree.set(Some(tree));
        context
    }

    /// Begins with another rule: its budget is whole, and nothing of it was cut off yet.
    pub(crate) fn begin_rule(&self) {
        self.exhausted.set(false);
        self.cut_at.set(None);
        self.rule_bytes.set(RULE_BYTES);
    }

    /// Notes that a search was cut off at a place; `behind`: nothing from there on was searched.
    pub(crate) fn cut(&self, at: Span, behind: bool) {
        self.exhausted.set(true);
        if self.cut_at.get().is_none() {
            self.cut_at.set(Some((at, behind)));
        }
    }

    /// Takes a text of that length from the budgets; false if they are used up.
    pub(crate) fn charge(&self, len: usize) -> bool {
        if len <= SHORT_TEXT {
            return true;
        }
        let len = len as u64;
        let (file, rule) = (self.file_bytes.get(), self.rule_bytes.get());
        if len > file || len > rule {
            return false;
        }
        self.file_bytes.set(file - len);
        self.rule_bytes.set(rule - len);
        true
    }

    /// Part of it as text. Code is checked once as a whole: metavariables may be bound to very long parts, again and
    /// again.
    #[must_use]
    pub fn text(&self, span: Span) -> Cow<'a, str> {
        match self.text.and_then(|text| text.get(span.range())) {
            Some(text) => Cow::Borrowed(text),
            None => String::from_utf8_lossy(self.src.get(span.range()).unwrap_or(&[])),
        }
    }

    /// Its tree.
    #[must_use]
    pub fn tree(&self) -> Option<&Tree> {
        let language = self.language?;
        self.tree.get_or_init(|| crate::search::tree_of(language, self.src)).as_ref()
    }

    /// Whether the parser was asked for a tree and gave up.
    pub fn is_given_up(&self) -> bool {
        matches!(self.tree.get(), Some(None))
    }

    /// Its tree if it was asked for.
    #[must_use]
    pub fn parsed(&self) -> Option<&Tree> {
        self.tree.get().and_then(Option::as_ref)
    }

    /// Its text cut up for generic patterns.
    pub(crate) fn document(&self, comments: Option<CommentStyle>) -> std::rc::Rc<Document> {
        let mut documents = self.documents.borrow_mut();
        if let Some((_, document)) = documents.iter().find(|(c, _)| *c == comments) {
            return std::rc::Rc::clone(document);
        }
        let document = std::rc::Rc::new(Document::new(self.src, comments));
        documents.push((comments, std::rc::Rc::clone(&document)));
        document
    }

    pub(super) fn index(&self, tree: &Tree) -> &Index {
        self.index.get_or_init(|| Index::new(tree, self.src, self.language))
    }

    /// Whether what stands at a place is a literal, or made of nothing else: nothing ever flows into it.
    pub(crate) fn is_fixed(&self, span: Span) -> bool {
        // Words of the shell and texts of data may hold variables that are no nodes.
        let Some(tree) = self.tree().filter(|_| self.language.is_some_and(has_names)) else { return false };
        self.fixed.get_or_init(|| fixed(tree)).contains(&span)
    }

    /// Whether every name of a pattern is a symbol of the file. A pattern of which one is missing matches nowhere.
    pub(super) fn may_hold(&self, pattern: &Pattern, narrow: &Narrow) -> bool {
        if !pattern.types.iter().all(|word| self.has_word(word)) {
            return false;
        }
        if pattern.symbols.is_empty() && narrow.lists.is_empty() {
            return true;
        }
        let Some(tree) = self.tree() else { return false };
        let index = self.index(tree);
        pattern.symbols.iter().all(|name| index.has(tree, name))
            && narrow.lists.iter().all(|list| list.iter().any(|name| index.has(tree, name)))
    }

    /// Whether a text occurs anywhere in it; looked for once.
    fn has_word(&self, word: &str) -> bool {
        let occurs = || memchr::memmem::find(self.src, word.as_bytes()).is_some();
        *self.words.borrow_mut().entry(Sym::new(word)).or_insert_with(occurs)
    }
}

/// The places of literals and of what is made of them. A name that stands for one may be changed by reference, or by another
/// function.
fn fixed(tree: &Tree) -> FxHashSet<Span> {
    let mut is_fixed = vec![false; tree.written as usize];
    for id in (0..tree.written).rev() {
        let mut parts = tree.children(id);
        is_fixed[id as usize] = match tree.kind(id) {
            Kind::Num | Kind::Bool | Kind::Null | Kind::Char | Kind::StrPart => true,
            Kind::Str | Kind::Template | Kind::Atom | Kind::Regex => parts.all(|part| is_fixed[part as usize]),
            Kind::Binary | Kind::Unary | Kind::Array | Kind::Tuple => parts.all(|part| is_fixed[part as usize]),
            _ => false,
        };
    }
    (0..tree.written).filter(|id| is_fixed[*id as usize]).map(|id| tree.node(id).span).collect()
}
