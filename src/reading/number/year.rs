//! Years in digits.

use std::ops::{Range, RangeInclusive};

use super::digits::small;
use crate::reading::Sentence;
use crate::text::TokenKind;

/// What a number of four digits must be to be a year.
pub(crate) const YEARS: RangeInclusive<i16> = 1000..=2199;

/// A year of four digits. Whether it means one, what stands around it must say.
pub(crate) fn year(word: &str) -> Option<i16> {
    small(word).filter(|year| word.len() == 4 && YEARS.contains(year))
}

impl Sentence<'_, '_> {
    /// Digits alone, up to four of them.
    pub(crate) fn digits(&self, at: usize) -> Option<i16> {
        if self.kind(at) != TokenKind::Number {
            return None;
        }
        small(self.word(at))
    }

    /// A year of four digits. Whether it means one, the construction must say.
    pub(crate) fn year(&self, at: usize) -> Option<i16> {
        if self.kind(at) == TokenKind::Number { year(self.word(at)).filter(|_| !self.is_signed(at)) } else { None }
    }

    /// Whether tokens are a year of four digits, as far as they themselves tell.
    pub(crate) fn is_year(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && year(self.word(tokens.start)).is_some()
    }

    /// Whether a sign such as "$" stands right before a number.
    pub(crate) fn is_signed(&self, at: usize) -> bool {
        let before = self.before(at).filter(|_| self.is_tight(at));
        before.is_some_and(|before| self.kind(before) == TokenKind::Symbol && !self.is_slash(before))
    }
}
