//! Numbers, however they are written: in digits, in words, as parts of a whole, in an order, as a year.

mod compose;
pub(crate) mod digits;
mod numeral;
mod open;
mod ordinal;
mod point;
pub(crate) mod word_number;
mod year;

use std::ops::Range;

use crate::answer::Decimal;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};

pub(crate) use compose::{and_a_half, ratio};
pub(crate) use numeral::read;
pub(crate) use open::{article_counts, indefinite_counts};
pub(crate) use point::mark;
pub(crate) use year::{COUNTED, YEARS, year};

/// A number with the tokens it is written in.
#[derive(Clone, Debug)]
pub(crate) struct Numeral {
    pub amount: Amount,
    pub tokens: Range<usize>,
    /// The power of ten of its last scale word, which the lower end of a range may leave out.
    pub scale: u32,
    pub written: Written,
}

/// What a number says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    /// Just this.
    Number(Decimal),
    /// So many or more: "Hunderte", "einige Dutzend".
    Open { low: Decimal, vague: bool },
    /// A part of a whole.
    Share(u32, u32),
}

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written {
    Digits,
    Words,
    /// "ein", "a", "one": a number only where something else says so.
    One,
}

/// The classes of words that can begin a number.
pub(crate) const NUMBER_WORDS: ClassSet =
    groups::AMOUNT.or(&[Class::Fraction, Class::Indefinite, Class::IndefiniteArticle]);

/// Scale words of a number are at most so many.
pub(crate) const MOST_WORDS: usize = 16;

/// Other groups ("pair", "trio", "score") are nouns, not numbers.
const DOZEN: u32 = 12;
