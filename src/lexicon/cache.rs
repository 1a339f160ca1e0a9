//! Remembers what the lexicons say of a word: running text repeats few words often.
//!
//! The memory changes no answer, only the time it takes: what it holds is a pure function of the word and the lexicon.

use super::scan::ClassSet;
use super::{Lexicon, Sense};
use crate::text::Shape;

/// Slots, a power of two; a word whose slot is taken replaces the one in it.
const SLOTS: usize = 1 << 13;
/// Longer words are looked up each time.
const LONGEST: usize = 23;
/// All is forgotten after a document that leaves this many senses, so that memory stays bounded.
const MOST_SENSES: usize = 1 << 16;

/// Where the walk stands after a word, for phrases that go on.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Walk {
    /// The FST's node after the word.
    pub adjacent: Place,
    /// The node after a blank behind the word.
    pub blank: Place,
    /// Bytes of the key so far, without the blank.
    pub length: u32,
    /// Which of the key's first 32 bytes were capitals.
    pub capitals: u32,
}

/// A node of the FST, and the bytes that lead on from it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub node: usize,
    pub output: u64,
    /// Bit `b % 64` is set where byte `b` leads on: few phrases begin with a word, and this tells most others apart
    /// without a look at the FST.
    pub leads_on: u64,
}

/// What one lexicon says of one word.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Word {
    /// Its senses, in the cache.
    pub senses: Senses,
    pub classes: ClassSet,
    pub walk: Walk,
}

/// A run of senses in a list of them.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Senses {
    pub from: u32,
    pub count: u16,
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
    key: [u8; LONGEST],
    length: u8,
    lexicon: u8,
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

    /// What a lexicon says of a word; `look` finds it where it is not remembered.
    pub(super) fn word(
        &mut self,
        lexicon: &Lexicon,
        number: u8,
        text: &str,
        shape: Shape,
        look: impl FnOnce(&Lexicon, u8, &str, Shape, &mut Vec<Sense>) -> Walk,
    ) -> &Word {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS + 1, Slot::default());
        }
        let bytes = text.as_bytes();
        // Longer words pass through a slot of their own, in which they are not found again.
        let slot = if bytes.len() <= LONGEST { slot_of(bytes, number) } else { SLOTS };
        let known = &self.slots[slot];
        if usize::from(known.length) == bytes.len()
            && known.lexicon == number
            && known.key.get(..bytes.len()) == Some(bytes)
        {
            return &self.slots[slot].word;
        }
        let from = self.senses.len();
        let walk = look(lexicon, number, text, shape, &mut self.senses);
        self.senses.truncate(from + usize::from(u8::MAX));
        let mut classes = ClassSet::default();
        for sense in &self.senses[from..] {
            classes.add(sense.class);
        }
        let senses = Senses { from: from as u32, count: (self.senses.len() - from) as u16 };
        let mut key = [0; LONGEST];
        let mut length = 0;
        if let Some(start) = key.get_mut(..bytes.len()) {
            start.copy_from_slice(bytes);
            length = bytes.len() as u8;
        }
        self.slots[slot] = Slot { key, length, lexicon: number, word: Word { senses, classes, walk } };
        &self.slots[slot].word
    }
}

/// The slot of a word: its bytes, eight at a time, multiplied and mixed.
fn slot_of(bytes: &[u8], number: u8) -> usize {
    const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;
    let mut hash = u64::from(number).wrapping_add(bytes.len() as u64).wrapping_mul(FACTOR);
    for chunk in bytes.chunks(8) {
        let mut eight = [0; 8];
        eight[..chunk.len()].copy_from_slice(chunk);
        hash = (hash ^ u64::from_le_bytes(eight)).wrapping_mul(FACTOR);
        hash ^= hash >> 29;
    }
    (hash >> 40) as usize & (SLOTS - 1)
}
