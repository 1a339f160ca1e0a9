//! Sentences and tokens, as byte spans into a text that is never changed or copied.
//!
//! One pass finds the tokens and notes where a sentence might end ([`scan`]); a second one looks at those places only
//! ([`sentence`]). Both are linear in the text's length.

mod class;
mod dots;
mod foreign;
mod lines;
mod links;
mod number;
mod offsets;
mod punct;
mod scan;
mod sentence;
#[cfg(test)]
mod testing;
mod token;
mod word;

use std::ops::Range;

use crate::lang::Profile;

pub use offsets::OffsetUnit;
pub(crate) use offsets::OffsetMap;
pub(crate) use token::{Shape, Token, TokenKind};

/// One sentence: a half-open byte span without the white space around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Sentence {
    pub start: u32,
    pub end: u32,
    /// Its tokens, as indices into the tokens that [`segment`] appends to.
    pub tokens: Range<u32>,
    /// Counts the paragraphs of the document from 0.
    pub paragraph: u32,
}

/// What the dot of an abbreviation says of the sentence's end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Abbreviation {
    /// A sentence hardly ever ends after it ("Dr.").
    NeverFinal,
    /// A sentence ends after it where the next word says so ("etc.").
    MayEnd,
    /// An abbreviation only where a number follows ("Art. 5").
    BeforeNumber,
}

/// What segmentation asks of the lexicon.
pub(crate) trait Words {
    /// The class of an abbreviation. The dots are part of the word, and no spaces are ("z.B." also for "z. B.").
    fn abbreviation(&self, word_with_dots: &str) -> Option<Abbreviation>;

    /// Whether running text writes this capitalised word so only at a sentence's start: a function word, an adverb.
    fn opens_sentence(&self, word: &str) -> bool;

    /// Whether the word names a month, which makes the number and dot before it an ordinal.
    fn month(&self, word: &str) -> bool;
}

/// Finds the tokens and sentences of `text`, which begins at byte `base` of its document, and appends them.
pub(crate) fn segment(
    text: &str,
    base: u32,
    profile: &Profile,
    words: &impl Words,
    tokens: &mut Vec<Token>,
    sentences: &mut Vec<Sentence>,
) {
    let first = tokens.len();
    tokens.reserve(text.len() / 5);
    let breaks = scan::scan(text, base, profile, words, tokens);
    sentence::split(&sentence::Input { text, base, words, tokens, first }, &breaks, sentences);
}
