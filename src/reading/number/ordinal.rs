//! Numbers in an order: "3.", "third", "24th".

use super::digits::small;
use crate::lexicon::Class;
use crate::reading::Sentence;
use crate::text::TokenKind;

impl<'t> Sentence<'_, 't> {
    /// The digits of "24th".
    fn ordinal_digits(&self, word: &'t str) -> Option<&'t str> {
        let stop = word.bytes().position(|b| !b.is_ascii_digit())?;
        let (digits, ending) = word.split_at(stop);
        (ending.len() == 2 && self.profile.number_endings.contains(&ending)).then_some(digits)
    }

    /// An ordinal in digits or letters: "3.", "third", "24th"; the token after it.
    pub(crate) fn ordinal(&self, at: usize) -> Option<(i16, usize)> {
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

    /// "24.", "24th", "24": a day of a month where a month stands beside it.
    pub(crate) fn day(&self, at: usize) -> Option<i8> {
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
}
