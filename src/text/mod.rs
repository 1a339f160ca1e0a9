//! Sentences and tokens, as byte spans into a text that is never changed or copied.
//!
//! One pass finds the tokens and notes where a sentence might end ([`scan`]); a second one looks at those places only
//! ([`sentence`]). Both are linear in the text's length.

mod ahead;
mod class;
mod dots;
mod foreign;
mod index;
mod lines;
mod links;
mod number;
mod punct;
mod scan;
mod sentence;
mod shape;
#[cfg(test)]
mod testing;
mod token;
mod word;

use std::ops::Range;

use crate::lang::Profile;

pub(crate) use index::Index;
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

    /// Whether letters right before digits are a currency's sign ("USD34").
    fn currency(&self, letters: &str) -> bool;

    /// Whether letters right behind digits are a unit's sign ("256GB", "30m2").
    fn unit(&self, letters: &str) -> bool;
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

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::class::{self, LINE, SPACE};
    use super::testing::{segmented, sentences, tokens};
    use crate::lang::Lang;

    fn check(text: &str) {
        for lang in Lang::ALL {
            let (tokens, sentences) = segmented(lang, text);
            let mut end = 0;
            for token in &tokens {
                assert!(end <= token.start && token.start < token.end, "{token:?} in {text:?}");
                let slice = text.get(token.start as usize..token.end as usize);
                assert!(slice.is_some_and(|s| s.trim() == s), "{token:?} in {text:?}");
                let between = &text[end as usize..token.start as usize];
                assert!(
                    between.chars().all(|c| class::at(c.encode_utf8(&mut [0; 4]), 0).0 & (SPACE | LINE) != 0),
                    "{between:?} is lost"
                );
                end = token.end;
            }
            let (mut next, mut paragraph) = (0, 0);
            for sentence in &sentences {
                assert_eq!(sentence.tokens.start, next);
                next = sentence.tokens.end;
                assert_eq!(sentence.start, tokens[sentence.tokens.start as usize].start);
                assert_eq!(sentence.end, tokens[next as usize - 1].end);
                assert!(sentence.paragraph >= paragraph);
                paragraph = sentence.paragraph;
            }
            assert_eq!(next as usize, tokens.len());
        }
    }

    proptest! {
        #[test]
        fn any_text(text in any::<String>()) {
            check(&text);
        }

        #[test]
        fn what_rules_look_at(text in "[a-zA-ZäÖß0-9 .,:;!?'’\"„“«»@#/_*()<>\n\u{a0}\u{ad}\u{301}€–…&z.B-]{0,80}") {
            check(&text);
        }
    }

    #[test]
    fn hostile_texts_take_linear_time() {
        let parts = [
            "a.",
            "a.b.",
            "a.bb.",
            "1.",
            "1/",
            "1 ",
            ". \" ",
            ".!",
            "((",
            ". ((",
            "' ",
            "''",
            "a's",
            "a@",
            "@",
            "\n",
            "x\n",
            "-",
            "*",
            "http://",
            "ab.cd.ef",
            "a\n\n",
            "„",
            "z. B. ",
            "1. A ",
            "www.",
            "漢",
            "👩‍🚀",
            "\u{301}",
            "\u{ad}",
            "_",
            "a:in",
            "12. ",
            ":-) ",
            "*** ",
            "a. (",
        ];
        for part in parts {
            check(&part.repeat(2000));
            let text = part.repeat((1 << 20) / part.len());
            let start = std::time::Instant::now();
            for lang in Lang::ALL {
                segmented(lang, &text);
            }
            // A quadratic walk over a mebibyte takes minutes.
            assert!(start.elapsed().as_secs() < 20, "{part:?} took {:?}", start.elapsed());
        }
    }

    #[test]
    fn offsets_count_from_the_region() {
        let words = super::testing::words(Lang::De);
        let (mut tokens, mut sentences) = (Vec::new(), Vec::new());
        let profile = Lang::De.profile();
        super::segment("Eins. Zwei.\n\n", 0, profile, &words, &mut tokens, &mut sentences);
        super::segment("Drei.", 13, profile, &words, &mut tokens, &mut sentences);
        let spans: Vec<_> = sentences.iter().map(|s| (s.start, s.end, s.tokens.clone(), s.paragraph)).collect();
        assert_eq!(spans, [(0, 5, 0..2, 0), (6, 11, 2..4, 0), (13, 18, 4..6, 1)]);
    }

    #[test]
    fn empty_texts_have_nothing() {
        for text in ["", " ", "\n\n", "\u{feff}"] {
            assert!(tokens(Lang::De, text).is_empty() && sentences(Lang::En, text).is_empty());
        }
    }
}
