//! What a number is, however it is written.

use std::ops::Range;

use crate::answer::Decimal;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::rule::Digits;

/// A number with the tokens it is written in.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    pub amount: Amount,
    pub tokens: Range<usize>,
    /// The power of ten of its last scale word, which the lower end of a range may leave out.
    pub scale: u32,
    pub written: Written,
}

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Amount {
    /// Just this.
    Number(Decimal),
    /// So many or more: "Hunderte", "einige Dutzend".
    Open { low: Decimal, vague: bool },
    /// A part of a whole.
    Share(u32, u32),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Written {
    Digits,
    Words,
    /// "ein", "a", "one": a number only where something else says so.
    One,
}

/// The classes of words that can begin a number.
pub(super) const NUMBER_WORDS: ClassSet = ClassSet::of(AMOUNT).without(ClassSet::of(&[Class::NumberMark]));

/// The classes of words that can begin an amount: a number's, and "minus".
pub(super) const AMOUNT: &[Class] = &[
    Class::Cardinal,
    Class::Scale,
    Class::Fraction,
    Class::GroupOf,
    Class::OpenAmount,
    Class::Indefinite,
    Class::IndefiniteArticle,
    Class::NumberMark,
];

/// The forms of digits that can begin an amount.
pub(super) const IN_DIGITS: &[Digits] = &[Digits::Short, Digits::Four, Digits::Plain, Digits::Marked, Digits::Letters];

/// Those, or a sign before them.
pub(super) const SIGNED: &[Digits] =
    &[Digits::Short, Digits::Four, Digits::Plain, Digits::Marked, Digits::Letters, Digits::Sign];

/// Scale words of a number are at most so many.
pub(super) const MOST_WORDS: usize = 16;

/// Other groups ("pair", "trio", "score") are nouns, not numbers.
pub(super) const DOZEN: u32 = 12;

/// Four digits from 1000 to 2100.
pub(super) fn could_be_year(s: &Sentence<'_, '_>, tokens: &Range<usize>) -> bool {
    let word = s.word(tokens.start);
    tokens.len() == 1 && word.len() == 4 && word.parse().is_ok_and(|year: u32| (1000..=2100).contains(&year))
}
