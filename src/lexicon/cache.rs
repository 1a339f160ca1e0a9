//! Remembers what the lexicons say of a word: running text repeats few words often.
//!
//! The memory changes no answer, only the time it takes: what it holds is a pure function of the word and the lexicon.
#![allow(clippy::indexing_slicing, reason = "slots and masks are arrays, and keys are numbered below their lengths")]

use super::class_set::ClassSet;
use super::compiler::words::NO_WALK;
use super::{Form, Lexicon, Sense};
use crate::text::{Shape, Token};

/// Slots, a power of two; two neighbours are shared by the words of both.
const SLOTS: usize = 1 << 13;
/// All is forgotten after a document that leaves this many senses, so that memory stays bounded.
const MOST_SENSES: usize = 1 << 16;

/// How phrases go on from a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Walk {
    /// The walk in the lexicon's table of words, or `NO_WALK`.
    pub table: u32,
    /// Which of the key's first 32 bytes were capitals.
    pub capitals: u32,
    /// Bytes of the key so far.
    pub length: u8,
    /// The table does not know the word: phrases are looked for from its first byte again.
    pub again: bool,
}

impl Default for Walk {
    fn default() -> Walk {
        Walk { table: NO_WALK, capitals: 0, length: 0, again: false }
    }
}

/// What one lexicon says of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Its senses, in the cache.
    pub senses: Senses,
    pub classes: ClassSet,
    pub walk: Walk,
}

/// A run of senses in a list of them. Every token has one, so what is said of it stands in its spare bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Senses {
    pub from: u32,
    pub count: u16,
    /// The senses are a token's own, not its word's in the cache.
    pub own: bool,
    /// The longest sense is guessed from the word's end.
    pub guess: bool,
}

impl Senses {
    /// The senses themselves.
    pub(super) fn of(self, list: &[Sense]) -> &[Sense] {
        let from = self.from as usize;
        list.get(from..from + usize::from(self.count)).unwrap_or(&[])
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    key: Key,
    word: Word,
}

/// The words looked up last. Empty until its first use.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    slots: Vec<Slot>,
    senses: Vec<Sense>,
    /// Tells extractors apart, whose numbers of lexicons may mean different ones.
    owner: usize,
}

impl Cache {
    /// Begins a document: forgets all where another extractor's lexicons were remembered, or too much is. `owner` is
    /// never 0.
    pub(super) fn begin(&mut self, owner: usize) {
        if self.owner != owner || self.senses.len() > MOST_SENSES {
            self.slots.clear();
            self.senses.clear();
            self.owner = owner;
        }
    }

    /// All senses that words of the document led to.
    pub(super) fn senses(&self) -> &[Sense] {
        &self.senses
    }

    /// What a lexicon says of a token of a text; `look` finds it where it is not remembered.
    pub(super) fn word(
        &mut self,
        lexicon: &Lexicon,
        number: u8,
        text: &str,
        token: &Token,
        look: impl FnOnce(&Lexicon, u8, &str, Shape, &mut Vec<Sense>) -> Walk,
    ) -> &Word {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS + 1, Slot::default());
        }
        // Longer words pass through a slot of their own, in which they are not found again.
        let (start, end) = (token.start as usize, token.end as usize);
        let key = Key::new(text.as_bytes(), start, end - start, number);
        let slot = key.map_or(SLOTS, |key| key.slot());
        if let Some(key) = key {
            if self.slots[slot].key == key {
                return &self.slots[slot].word;
            }
            if self.slots[slot ^ 1].key == key {
                return &self.slots[slot ^ 1].word;
            }
            // Two words share two slots; a third one drives out the older of both.
            self.slots[slot ^ 1] = self.slots[slot];
        }
        let from = self.senses.len();
        let walk = look(lexicon, number, token.of(text), token.shape, &mut self.senses);
        self.senses.truncate(from + usize::from(u8::MAX));
        let mut classes = ClassSet::default();
        for sense in &self.senses[from..] {
            classes.add(sense.class);
        }
        let guess = self.senses.get(from).is_some_and(|sense| sense.form.has(Form::COMPOUND));
        let senses = Senses { from: from as u32, count: (self.senses.len() - from) as u16, own: false, guess };
        self.slots[slot] = Slot { key: key.unwrap_or_default(), word: Word { senses, classes, walk } };
        &self.slots[slot].word
    }
}

/// A word of up to 22 bytes with its length and the lexicon it was looked up in, quick to make and to compare. The key of
/// no word is the default one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Key([u64; 3]);

impl Key {
    const LONGEST: usize = 22;

    /// The key of a word that stands in `text` at `start`. Words differ too much in their length to branch on it: all
    /// bytes that a key may have are read, and those behind the word cleared.
    fn new(text: &[u8], start: usize, length: usize, lexicon: u8) -> Option<Key> {
        const MASKS: [[u64; 3]; Key::LONGEST + 1] = {
            let mut masks = [[0; 3]; Key::LONGEST + 1];
            let mut length = 0;
            while length <= Key::LONGEST {
                let mut byte = 0;
                while byte < length {
                    masks[length][byte / 8] |= 0xff << (byte % 8 * 8);
                    byte += 1;
                }
                length += 1;
            }
            masks
        };
        let mask = MASKS.get(length)?;
        let rest = text.get(start..)?;
        let bytes: [u8; 24] = match rest.first_chunk() {
            Some(bytes) => *bytes,
            None => {
                let mut bytes = [0; 24];
                bytes[..rest.len()].copy_from_slice(rest);
                bytes
            }
        };
        let (eights, _) = bytes.as_chunks::<8>();
        let wide = |at: usize| u64::from_le_bytes(eights[at]) & mask[at];
        let ends = (length as u64 | u64::from(lexicon) << 8) << 48;
        Some(Key([wide(0), wide(1), wide(2) | ends]))
    }

    /// The slot of the word: its bytes multiplied, of which the highest bits depend on all others.
    fn slot(self) -> usize {
        const FACTORS: [u64; 3] = [0x9e37_79b9_7f4a_7c15, 0xc2b2_ae3d_27d4_eb4f, 0xff51_afd7_ed55_8ccd];
        let [first, second, third] = self.0;
        let hash = (first.wrapping_mul(FACTORS[0]) ^ second.wrapping_mul(FACTORS[1]) ^ third.rotate_left(16))
            .wrapping_mul(FACTORS[2]);
        (hash >> (64 - SLOTS.ilog2())) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_tell_words_and_lexicons_apart() {
        let words = ["a", "b", "ab", "abc", "abcd", "abcde", "abdde", "abcdefgh", "abcdefghi", "abcdefghij"];
        let longer = ["abcdefghijklmnopq", "abcdefghiXklmnopq", "abcdefghijklmnopqrstuv", "abcdefghijklmnopqrstXv"];
        let keys: Vec<Key> = words
            .iter()
            .chain(&longer)
            .flat_map(|word| [0, 1].map(|lexicon| Key::new(word.as_bytes(), 0, word.len(), lexicon)))
            .map(|key| key.unwrap())
            .collect();
        for (at, key) in keys.iter().enumerate() {
            assert_eq!(keys.iter().position(|other| other == key), Some(at));
            assert!(key.slot() < SLOTS);
        }
        assert_eq!(Key::new(b"abcdefghijklmnopqrstuvw", 0, 23, 0), None);
    }

    #[test]
    fn what_stands_around_a_word_is_no_part_of_its_key() {
        let text = b"the the abcdefghijklmnopqrstuvwxyz the";
        let key = |start| Key::new(text, start, 3, 0);
        assert_eq!(key(0), key(4));
        assert_eq!(key(0), key(35));
        assert_ne!(key(0), key(8));
    }
}
