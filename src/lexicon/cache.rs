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
/// All is forgotten when this many senses are kept, so that memory stays bounded.
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
    /// Its senses, as a range of the senses kept.
    from: u32,
    count: u8,
    pub classes: ClassSet,
    pub walk: Walk,
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
    /// Forgets all where another extractor's lexicons were remembered. `owner` is never 0.
    pub(super) fn belongs_to(&mut self, owner: usize) {
        if self.owner != owner {
            self.slots.clear();
            self.senses.clear();
            self.owner = owner;
        }
    }

    /// What a lexicon says of a word; `look` finds it where it is not remembered.
    pub(super) fn word(
        &mut self,
        lexicon: &Lexicon,
        number: u8,
        text: &str,
        shape: Shape,
        look: impl FnOnce(&Lexicon, u8, &str, Shape, &mut Vec<Sense>) -> Walk,
    ) -> (Word, &[Sense]) {
        if self.slots.is_empty() {
            self.slots.resize(SLOTS, Slot::default());
        }
        let bytes = text.as_bytes();
        let slot = slot_of(bytes, number);
        if bytes.len() <= LONGEST {
            let known = &self.slots[slot];
            if usize::from(known.length) == bytes.len() && known.lexicon == number && known.key[..bytes.len()] == *bytes
            {
                let word = known.word;
                return (word, &self.senses[word.from as usize..][..usize::from(word.count)]);
            }
        }
        if self.senses.len() > MOST_SENSES {
            self.senses.clear();
            self.slots.fill(Slot::default());
        }
        let from = self.senses.len();
        let walk = look(lexicon, number, text, shape, &mut self.senses);
        self.senses.truncate(from + usize::from(u8::MAX));
        let mut classes = ClassSet::default();
        for sense in &self.senses[from..] {
            classes.add(sense.class);
        }
        let word = Word { from: from as u32, count: (self.senses.len() - from) as u8, classes, walk };
        if bytes.len() <= LONGEST {
            let mut key = [0; LONGEST];
            key[..bytes.len()].copy_from_slice(bytes);
            self.slots[slot] = Slot { key, length: bytes.len() as u8, lexicon: number, word };
        }
        (word, &self.senses[from..])
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
