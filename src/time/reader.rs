//! One sentence as the rules see it: tokens, classes and the small things that many constructions share.

use crate::lang::{Lang, Profile};
use crate::lexicon::class::{Adposition, Approx, Coordinator, Unit};
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// A sentence, or what is left of it: no rule reads past `end` or before `begin`.
#[derive(Clone, Copy)]
pub(super) struct Reader<'r, 'a, 't> {
    pub analysis: &'r Analysis<'a, 't>,
    pub lang: Option<Lang>,
    pub profile: &'static Profile,
    pub begin: usize,
    pub end: usize,
}

impl<'t> Reader<'_, '_, 't> {
    pub(super) fn word(&self, at: usize) -> &'t str {
        if at < self.end { self.analysis.word(at) } else { "" }
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        if at < self.end { self.analysis.kind(at) } else { TokenKind::Terminal }
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        if at < self.end { self.analysis.shape(at) } else { Shape::None }
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        at < self.end && self.analysis.is(at, class)
    }

    pub(super) fn is_any(&self, at: usize, classes: ClassSet) -> bool {
        at < self.end && self.analysis.is_any(at, classes)
    }

    /// The longest sense with the class, and the token after it.
    pub(super) fn sense(&self, at: usize, class: Class) -> Option<(Sense, usize)> {
        if at >= self.end {
            return None;
        }
        let sense = self.analysis.sense(at, class)?;
        let end = at + usize::from(sense.length);
        (end <= self.end).then_some((sense, end))
    }

    /// The value of the longest sense with the class, and the token after it.
    pub(super) fn value(&self, at: usize, class: Class) -> Option<(i32, usize)> {
        self.sense(at, class).map(|(sense, end)| (sense.value as i32, end))
    }

    /// The forms of all senses with the class that begin at a token.
    pub(super) fn form(&self, at: usize, class: Class) -> Form {
        self.analysis.senses_of(at, class).fold(Form::NONE, |form, sense| form.and(sense.form))
    }

    /// Whether a token is a word with a capital letter.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.shape(at) == Shape::Title && self.kind(at) == TokenKind::Word
    }

    /// Whether a token has the capital letter of a name: where nouns have one too, it says nothing.
    pub(super) fn is_titled(&self, at: usize) -> bool {
        !self.profile.capital_nouns && self.is_capital(at)
    }

    /// Whether a token's capital letter says that it is a noun, where nouns have one.
    pub(super) fn has_noun_capital(&self, at: usize) -> bool {
        self.profile.capital_nouns && self.is_capital(at)
    }

    /// Whether a token is a noun that the word before it may describe: "(summer) camp", "(80s) pop".
    pub(super) fn is_described(&self, at: usize) -> bool {
        !self.profile.noun_compounds && self.is(at, Class::Noun)
    }

    /// Whether a token can be this adposition; the token after it.
    pub(super) fn adposition(&self, at: usize, wanted: &[Adposition]) -> Option<usize> {
        if !self.is(at, Class::Adposition) {
            return None;
        }
        self.analysis
            .senses_of(at, Class::Adposition)
            .find(|sense| Adposition::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
            .map(|sense| at + usize::from(sense.length))
            .filter(|end| *end <= self.end)
    }

    /// Whether the token before `at` (or the article before it) is this adposition, and where that stands.
    pub(super) fn adposition_before(&self, at: usize, wanted: &[Adposition]) -> Option<usize> {
        let mut start = at;
        for _ in 0..2 {
            start = start.checked_sub(1).filter(|start| *start >= self.begin)?;
            if self.adposition(start, wanted) == Some(start + 1) {
                return Some(start);
            }
            if !self.is(start, Class::Article) {
                return None;
            }
        }
        None
    }

    /// Whether a token is "and"/"or".
    pub(super) fn is_coordinator(&self, at: usize, wanted: Coordinator) -> bool {
        self.analysis.is_coordinator(at, wanted)
    }

    pub(super) fn is_comma(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Separator && self.word(at) == ","
    }

    pub(super) fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Hyphen | TokenKind::Dash)
    }

    pub(super) fn is_slash(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Symbol && self.word(at) == "/"
    }

    pub(super) fn is_quote_mark(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Quote || self.word(at) == "'"
    }

    /// Whether a token stands right behind the one before it.
    pub(super) fn is_tight(&self, at: usize) -> bool {
        at < self.end && !self.analysis.space_before(at)
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
        let before = at.checked_sub(1).filter(|before| *before >= self.begin && self.is_tight(at));
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
        let (sense, end) = self.sense(at, Class::TimeUnit)?;
        Unit::from_value(sense.value).map(|unit| (unit, end))
    }

    /// The approximator that ends right before `at`, and where it begins.
    pub(super) fn approx_before(&self, at: usize) -> Option<(Approx, usize)> {
        for length in (1..=3).rev() {
            let Some(start) = at.checked_sub(length).filter(|start| *start >= self.begin) else { continue };
            if !self.is(start, Class::Approx) {
                continue;
            }
            let found = self.analysis.senses_of(start, Class::Approx).find(|sense| usize::from(sense.length) == length);
            if let Some(approx) = found.and_then(|sense| Approx::from_value(sense.value)) {
                return Some((approx, start));
            }
        }
        None
    }

    /// The first token of the article before `at`, else `at`.
    pub(super) fn with_article(&self, at: usize) -> usize {
        match at.checked_sub(1) {
            Some(before) if before >= self.begin && self.is(before, Class::Article) => before,
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
