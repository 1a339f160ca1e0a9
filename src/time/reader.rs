//! What many constructions of time ask of a sentence.

use crate::lexicon::Class;
use crate::lexicon::class::Unit;
use crate::reading::Sentence;
use crate::text::{Shape, TokenKind};

impl Sentence<'_, '_> {
    /// The small number that the longest sense of a class has for a value, and the token behind it.
    pub(super) fn small(&self, at: usize, class: Class) -> Option<(i8, usize)> {
        let (value, end) = self.value(at, class)?;
        i8::try_from(value as i32).ok().map(|value| (value, end))
    }

    /// Whether a word has the capital letter of a name and small ones behind it: in capitals alone it may be any word, and
    /// where nouns have a capital it says nothing.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        self.has_name_capital(at) && self.shape(at) == Shape::Title
    }

    /// Whether a word has the capital letter of a noun and small ones behind it.
    pub(super) fn is_titled_noun(&self, at: usize) -> bool {
        self.has_noun_capital(at) && self.shape(at) == Shape::Title
    }

    /// Whether a token is a noun that the word before it may describe: "(summer) camp", "(80s) pop".
    pub(super) fn is_described(&self, at: usize) -> bool {
        !self.profile.noun_compounds && self.is(at, Class::Noun)
    }

    pub(super) fn is_quote_mark(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Quote || self.word(at) == "'"
    }

    /// A unit of time and the token after it.
    pub(super) fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.meaning(at, Class::TimeUnit)
    }

    /// The first token of the article before `at`, else `at`.
    pub(super) fn with_article(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(before) if self.is(before, Class::Article) => before,
            _ => at,
        }
    }
}
