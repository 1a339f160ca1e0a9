//! The words of a language, told apart as base forms of nouns and other forms: far more than its dictionaries say something
//! of, and nothing more of each.
//!
//! They are a Bloom filter (Bloom 1970) in blocks of a cache line (Putze, Sanders and Singler 2007), so that a few bits do for
//! a word, and one in forty that is none seems to be one. The file is the blocks alone.
#![allow(clippy::indexing_slicing, reason = "a bit of a block is below 512")]

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

/// Bytes of a block.
pub(super) const BLOCK: usize = 64;
/// How many bits of its block a word sets.
const BITS: u32 = 5;
/// The fewest letters that either part of a compound has.
const SHORTEST: usize = 4;

/// The embedded files by their languages' codes.
static FILES: &[(&str, &[u8])] = include!(concat!(env!("OUT_DIR"), "/vocabularies.rs"));

/// The words of a language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Vocabulary {
    blocks: &'static [u8],
}

impl Vocabulary {
    /// The built-in one.
    pub(crate) fn builtin(lang: Lang) -> Vocabulary {
        Vocabulary { blocks: FILES.iter().find(|(code, _)| *code == lang.code()).map_or(&[], |(_, blocks)| blocks) }
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
        [Known::Noun, Known::Form].into_iter().find(|known| self.holds(entry(word, *known)))
    }

    fn is_noun(self, word: &str) -> bool {
        self.holds(entry(bytes(word.bytes()), Known::Noun))
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

    fn holds(self, hash: u64) -> bool {
        let start = block(hash, self.blocks.len() / BLOCK) * BLOCK;
        let block = self.blocks.get(start..start + BLOCK).unwrap_or(&[0; BLOCK]);
        bits(hash).all(|bit| block[bit / 8] >> (bit % 8) & 1 == 1)
    }
}

/// What stands in the filter for a word, by its hash, that is something.
fn entry(word: u64, known: Known) -> u64 {
    mix(word, known as u64)
}

pub(super) fn block(hash: u64, blocks: usize) -> usize {
    (((hash >> 32) * blocks as u64) >> 32) as usize
}

/// The bits of a word in its block.
pub(super) fn bits(hash: u64) -> impl Iterator<Item = usize> {
    let spread = mix(hash, 0);
    (0..BITS).map(move |bit| (spread >> (bit * 9) & 0x1ff) as usize)
}

/// The file of the words given in lower case, with what they are: a noun or a form.
#[cfg(feature = "training")]
pub fn file<'w>(words: impl ExactSizeIterator<Item = (&'w str, Known)>, bits_for_each: usize) -> Vec<u8> {
    let mut blocks = vec![0; (words.len() * bits_for_each).div_ceil(8 * BLOCK) * BLOCK];
    for (word, known) in words {
        let hash = entry(bytes(word.bytes()), known);
        let start = block(hash, blocks.len() / BLOCK) * BLOCK;
        bits(hash).for_each(|bit| blocks[start + bit / 8] |= 1 << (bit % 8));
    }
    blocks
}
