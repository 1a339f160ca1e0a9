//! The words of a language, told apart as base forms of nouns and other forms: far more than its dictionaries say something
//! of, and nothing more of each.
//!
//! They are a filter ([`bloom`]), so that a few bits do for a word, and one in forty that is none seems to be one. The file
//! is the filter alone.

use super::bloom;
use super::hash::{Hash, bytes, mix};
use crate::lang::Lang;

/// What a word is to the vocabulary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Known {
    /// A noun in its base form.
    Noun = 1,
    /// A noun in another form, or another word.
    Form,
    /// Made of two nouns.
    Compound,
}

/// The fewest letters that either part of a compound has.
const SHORTEST: usize = 4;

/// The embedded files by their languages' codes.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary {
    filter: &'static [u8],
}

impl Vocabulary {
    /// The built-in one.
    pub(crate) fn builtin(lang: Lang) -> Vocabulary {
        Vocabulary { filter: FILES.iter().find(|(code, _)| *code == lang.code()).map_or(&[], |(_, filter)| filter) }
    }

    /// What a word in lower case is.
    pub(crate) fn find(self, word: &str) -> Option<Known> {
        self.listed(bytes(word.bytes())).or_else(|| self.is_compound(word).then_some(Known::Compound))
    }

    /// Whether a word, whatever its capitals, is one of the language.
    pub(crate) fn has(self, word: &str) -> bool {
        let mut buffer = [0; 4];
        let mut hash = Hash::new();
        for letter in word.chars().flat_map(char::to_lowercase) {
            hash = letter.encode_utf8(&mut buffer).bytes().fold(hash, Hash::and);
        }
        self.listed(hash.finish()).is_some()
    }

    /// What the word with a hash is in the list.
    fn listed(self, word: u64) -> Option<Known> {
        [Known::Noun, Known::Form].into_iter().find(|known| bloom::has(self.filter, entry(word, *known)))
    }

    fn is_noun(self, word: &str) -> bool {
        bloom::has(self.filter, entry(bytes(word.bytes()), Known::Noun))
    }

    /// Whether a word is a noun behind another, perhaps with a linking s.
    fn is_compound(self, word: &str) -> bool {
        let cuts = word.char_indices().map(|(at, _)| at).filter(|at| *at >= SHORTEST && *at + SHORTEST <= word.len());
        cuts.into_iter().any(|at| {
            let (front, tail) = word.split_at(at);
            self.is_noun(tail)
                && (self.is_noun(front) || front.strip_suffix('s').is_some_and(|front| self.is_noun(front)))
        })
    }
}

/// What stands in the filter for a word, by its hash, that is something.
fn entry(word: u64, known: Known) -> u64 {
    mix(word, known as u64)
}

/// The file of the words given in lower case, with what they are: a noun or a form.
#[cfg(feature = "training")]
pub fn file<'w>(words: impl ExactSizeIterator<Item = (&'w str, Known)>, bits_for_each: usize) -> Vec<u8> {
    let mut filter = bloom::empty(words.len(), bits_for_each);
    words.for_each(|(word, known)| bloom::add(&mut filter, entry(bytes(word.bytes()), known)));
    filter
}
