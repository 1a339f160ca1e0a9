//! Remembers what the lexicons say of a word: running text repeats few words often.
//!
//! The memory changes no answer, only the time it takes: what it holds is a pure function of the word and the lexicon.
#![allow(clippy::indexing_slicing, reason = "slots and masks are arrays, and keys are numbered below their lengths")]

use super::class_set::ClassSet;
use super::compiler::words::NO_WALK;
use super::{Form, Sense};
use crate::text::Token;

/// Slots, a power of two; two neighbours are shared by the words of both.
const SLOTS: usize = 1 << 13;
/// The most senses whose place is used again; words with more are few.
const MOST_FREED: usize = 8;
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

/// A cache line.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
struct Slot {
    key: Key,
    word: Word,
}

/// Where a word is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    key: Key,
    slot: u32,
}

impl Place {
    /// The place of a token's word, by a lexicon's number.
    #[inline]
    pub(super) fn of(number: u8, text: &str, token: &Token) -> Place {
        let (start, end) = (token.start as usize, token.end as usize);
        match Key::new(text.as_bytes(), start, end - start, number) {
            Some(key) => Place { key, slot: key.slot() as u32 },
            // Longer words pass through a slot of their own, in which they are not found again.
            None => Place { key: Key::default(), slot: SLOTS as u32 },
        }
    }
}

/// The words looked up last. Empty until its first use.
#[derive(Debug, Default)]
pub(crate) struct Cache {
    slots: Vec<Slot>,
    senses: Vec<Sense>,
    /// The senses of words that were driven out, which tokens of the document may still have.
    driven_out: Vec<Senses>,
    /// Where senses of words driven out by an earlier document stood, by their number less one.
    free: [Vec<u32>; MOST_FREED],
    /// Tells extractors apart, whose numbers of lexicons may mean different ones.
    owner: usize,
}

impl Cache {
    /// Begins a document, or several that are read together: forgets all where another extractor's lexicons were remembered, or too much is. `owner` is
    /// never 0.
    pub(super) fn begin(&mut self, owner: usize) {
        if self.owner != owner || self.senses.len() > MOST_SENSES {
            *self = Cache { owner, ..Cache::default() };
        }
        for senses in self.driven_out.drain(..) {
            if let Some(free) = usize::from(senses.count).checked_sub(1).and_then(|at| self.free.get_mut(at)) {
                free.push(senses.from);
            }
        }
    }

    /// Brings what is remembered of several words near all at once, instead of one after the other.
    pub(super) fn approach(&mut self, places: &[Place]) {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS + 1, Slot::default());
        }
        let near = |sum: u16, place: &Place| sum ^ self.slots[place.slot as usize].word.senses.count;
        std::hint::black_box(places.iter().fold(0, near));
    }

    /// Whether the word of a place is remembered.
    pub(super) fn has(&self, place: &Place) -> bool {
        let slot = place.slot as usize;
        slot < SLOTS && (self.slots[slot].key == place.key || self.slots[slot ^ 1].key == place.key)
    }

    /// All senses that words of the document led to.
    pub(super) fn senses(&self) -> &[Sense] {
        &self.senses
    }

    /// What a lexicon says of the word of a place; `look` finds it where it is not remembered.
    pub(super) fn word(&mut self, place: &Place, look: impl FnOnce(&mut Vec<Sense>) -> Walk) -> &Word {
        let (key, slot) = (place.key, place.slot as usize);
        if slot < SLOTS {
            if self.slots[slot].key == key {
                return &self.slots[slot].word;
            }
            if self.slots[slot ^ 1].key == key {
                return &self.slots[slot ^ 1].word;
            }
            // Two words share two slots; a third one drives out the older of both.
            let newer = self.slots[slot];
            self.slots[slot] = std::mem::replace(&mut self.slots[slot ^ 1], newer);
        }
        let driven_out = self.slots[slot].word.senses;
        if driven_out.count > 0 {
            self.driven_out.push(driven_out);
        }
        let from = self.senses.len();
        let walk = look(&mut self.senses);
        self.senses.truncate(from + usize::from(u8::MAX));
        let mut classes = ClassSet::default();
        for sense in &self.senses[from..] {
            classes.add(sense.class);
        }
        let guess = self.senses.get(from).is_some_and(|sense| sense.form.has(Form::COMPOUND));
        let count = self.senses.len() - from;
        let freed = count.checked_sub(1).and_then(|at| self.free.get_mut(at)).and_then(Vec::pop);
        if let Some(freed) = freed {
            self.senses.copy_within(from.., freed as usize);
            self.senses.truncate(from);
        }
        let senses = Senses { from: freed.unwrap_or(from as u32), count: count as u16, own: false, guess };
        self.slots[slot] = Slot { key, word: Word { senses, classes, walk } };
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
    use crate::lexicon::Class;
    use crate::text::{Shape, TokenKind};

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
    fn senses_of_words_driven_out_make_room() {
        let sense = |value| Sense { class: Class::Noun, length: 1, lexicon: 0, kind: None, form: Form::NONE, value };
        let token = |start: usize, end: usize| Token {
            start: start as u32,
            end: end as u32,
            kind: TokenKind::Word,
            shape: Shape::Lower,
            space_before: true,
        };
        let mut cache = Cache::default();
        for document in 0..40 {
            cache.begin(1);
            for number in 0..1000 {
                let (text, value) = (format!("w{document}x{number}"), document * 1000 + number);
                let place = Place::of(0, &text, &token(0, text.len()));
                cache.approach(&[place]);
                let senses = cache.word(&place, |senses| {
                    senses.extend([sense(value), sense(value)]);
                    Walk::default()
                });
                let senses = senses.senses;
                assert_eq!(senses.of(cache.senses()), [sense(value); 2]);
            }
        }
        assert!(cache.senses.len() <= 2 * (SLOTS + 2000));
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
