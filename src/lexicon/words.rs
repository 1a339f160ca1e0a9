//! Reads the table of whole words that a lexicon is compiled with.

use super::Section;
use super::compiler::compose::begins_mark;
use super::compiler::fold::fold;
use super::compiler::words::{Hash, LONGEST, PLACE_BYTES, SLOT_BYTES, WALK_BYTES, first_slot, pair_bit};
use super::{read_u32, read_u64};

/// The table of a lexicon.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub slots: Section,
    pub walks: Section,
    pub texts: Section,
}

/// What the table says of a word.
#[derive(Clone, Copy, Debug)]
pub(super) struct Known {
    /// The run of its senses, as the FST has it.
    pub value: u64,
    /// Its walk, or `NO_WALK`.
    pub walk: u32,
}

/// A node of the FST with the output on the way to it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place {
    pub node: usize,
    pub output: u64,
}

/// A word as the table has it: folded, without a blank.
pub(super) struct Folded {
    bytes: [u8; LONGEST],
    length: usize,
    hash: Hash,
    /// Which of its first 32 bytes were capitals.
    pub capitals: u32,
}

impl Folded {
    /// The folded word; `None` where it is too long for the table or has a blank.
    pub(super) fn new(word: &str) -> Option<Folded> {
        let mut folded = Folded { bytes: [0; LONGEST], length: 0, hash: Hash::new(), capitals: 0 };
        let whole = fold(word, |byte, capital| {
            let Some(slot) = folded.bytes.get_mut(folded.length).filter(|_| byte != b' ') else {
                return false;
            };
            *slot = byte;
            folded.hash = folded.hash.and(byte);
            folded.capitals |= u32::from(capital).checked_shl(folded.length as u32).unwrap_or(0);
            folded.length += 1;
            true
        });
        whole.then_some(folded)
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or(&self.bytes)
    }
}

impl Words {
    /// What the table says of a folded word.
    pub(super) fn find(&self, word: &Folded) -> Option<Known> {
        self.find_bytes(word.bytes(), word.hash)
    }

    /// What the table says of the bytes of a key with their hash.
    pub(super) fn find_bytes(&self, key: &[u8], hash: Hash) -> Option<Known> {
        let (table, hash) = (self.slots.as_ref(), hash.finish());
        let slots = table.len() / SLOT_BYTES;
        let mut at = first_slot(hash, slots);
        for _ in 0..slots {
            let slot: &[u8; SLOT_BYTES] = table.get(at * SLOT_BYTES..)?.first_chunk()?;
            let length = usize::from(slot[16]);
            if length == 0 {
                return None;
            }
            if read_u32(slot, 0)? == hash && length == key.len() {
                let text = read_u32(slot, 4)? as usize;
                if self.texts.as_ref().get(text..text + length)? == key {
                    let value = u64::from(read_u32(slot, 8)?) << 8 | u64::from(slot[17]);
                    return Some(Known { value, walk: read_u32(slot, 12)? });
                }
            }
            at = if at + 1 == slots { 0 } else { at + 1 };
        }
        None
    }

    /// Where the FST stands behind a word, and behind a blank where `blank` says so, if the bytes of the next token may
    /// lead on from there.
    pub(super) fn place(&self, walk: u32, blank: bool, next: &[u8]) -> Option<Place> {
        let at = walk as usize * WALK_BYTES;
        let walk = self.walks.as_ref().get(at..at + WALK_BYTES)?;
        let at = if blank { PLACE_BYTES } else { 0 };
        let leads_on = read_u64(walk, at + 12)?;
        let first = next.first()?.to_ascii_lowercase();
        if leads_on == 0 {
            return None;
        }
        // Folding may change the first bytes of other characters, and a letter that has a combining mark behind it.
        let marked = |at: usize| next.get(at).is_some_and(|byte| begins_mark(*byte));
        if first.is_ascii() && leads_on & 1 << (first & 63) == 0 && !marked(1) {
            return None;
        }
        if let Some(second) = next.get(1).filter(|second| blank && first.is_ascii() && second.is_ascii()) {
            let bit = pair_bit(first, second.to_ascii_lowercase());
            if read_u64(walk, 2 * PLACE_BYTES + usize::from(bit >> 6) * 8)? & 1 << (bit & 63) == 0 && !marked(2) {
                return None;
            }
        }
        Some(Place { node: read_u32(walk, at)? as usize, output: read_u64(walk, at + 4)? })
    }
}
