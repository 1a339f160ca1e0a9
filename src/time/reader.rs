//! What many constructions of time ask of a sentence.

use crate::lexicon::Class;
use crate::lexicon::class::Unit;
use crate::reading::Sentence;
use crate::text::{Shape, TokenKind};

impl<'t> Sentence<'_, 't> {
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

    /// Digits alone, up to four of them.
    pub(super) fn digits(&self, at: usize) -> Option<i16> {
        if self.kind(at) != TokenKind::Number {
            return None;
        }
        small(self.word(at))
    }

    /// A year of four digits. Whether it means one, the construction must say.
    pub(super) fn year(&self, at: usize) -> Option<i16> {
        let word = self.word(at);
        let year = self.digits(at).filter(|_| word.len() == 4)?;
        ((1000..=2199).contains(&year) && !self.is_signed(at)).then_some(year)
    }

    /// Whether a sign such as "$" stands right before a number.
    pub(super) fn is_signed(&self, at: usize) -> bool {
        let before = self.before(at).filter(|_| self.is_tight(at));
        before.is_some_and(|before| self.kind(before) == TokenKind::Symbol && !self.is_slash(before))
    }

    /// "24.", "24th", "24": a day of a month where a month stands beside it.
    pub(super) fn day(&self, at: usize) -> Option<i8> {
        let word = self.word(at);
        let digits = match self.kind(at) {
            TokenKind::Ordinal => word.trim_end_matches('.'),
            TokenKind::Number => word,
            TokenKind::Word if word.as_bytes().first().is_some_and(u8::is_ascii_digit) => self.ordinal_digits(word)?,
            _ => return None,
        };
        let day = small(digits).filter(|_| digits.len() <= 2)?;
        (1..=31).contains(&day).then_some(day as i8)
    }

    /// The digits of "24th".
    fn ordinal_digits(&self, word: &'t str) -> Option<&'t str> {
        let stop = word.bytes().position(|b| !b.is_ascii_digit())?;
        let (digits, ending) = word.split_at(stop);
        (ending.len() == 2 && self.profile.number_endings.contains(&ending)).then_some(digits)
    }

    /// An ordinal in digits or letters: "3.", "third", "24th"; the token after it.
    pub(super) fn ordinal(&self, at: usize) -> Option<(i16, usize)> {
        let word = self.word(at);
        match self.kind(at) {
            TokenKind::Ordinal => small(word.trim_end_matches('.')).map(|n| (n, at + 1)),
            TokenKind::Word => {
                if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
                    return small(self.ordinal_digits(word)?).map(|n| (n, at + 1));
                }
                if let Some((value, end)) = self.value(at, Class::OrdinalWord) {
                    return i16::try_from(value).ok().map(|n| (n, end));
                }
                // "twenty-second"
                let (tens, end) = self.value(at, Class::Cardinal).filter(|(tens, _)| *tens < 100 && tens % 10 == 0)?;
                let end = end + usize::from(self.is_dash(end));
                let (ones, end) = self.value(end, Class::OrdinalWord).filter(|(ones, _)| (1..10).contains(ones))?;
                i16::try_from(tens + ones).ok().map(|n| (n, end))
            }
            _ => None,
        }
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

/// Digits alone as a small number.
pub(super) fn small(digits: &str) -> Option<i16> {
    if digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let mut number = 0i16;
    for byte in digits.bytes() {
        number = number.checked_mul(10)?.checked_add(i16::from(byte.checked_sub(b'0').filter(|d| *d < 10)?))?;
    }
    Some(number)
}
