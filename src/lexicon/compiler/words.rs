//! A hash table of whole words, used in place: one look-up where the FST takes a step for every byte.
//!
//! It holds every key that is one word, every word that begins a longer key, and every compound's tail. The FST goes on
//! from there where a phrase does. Open addressing with linear probing, those that stand farther from where they belong
//! first (Robin Hood hashing; Celis 1986), so that a word that is not there is soon known not to be; all numbers
//! little-endian:
//!
//! - a slot: hash, place in the texts, first sense, walk (u32 each), length of the text, number of senses (u8), 0 (u16);
//! - a walk: node (u32), output (u64) and the bytes that lead on as a mask (u64) behind the word, the same behind a blank
//!   after it;
//! - the starts: a filter (u64 each) of what stands behind a walk's blank, by its first bytes;
//! - the tails: nothing where there are none, else masks (u32) of the lengths that tails have, found by their last bytes.
#![allow(clippy::indexing_slicing, reason = "places are counted in the bytes that they index")]

use std::collections::BTreeSet;

use fst::raw::{Fst, Node, Output};

use super::TAIL;

/// Bytes of a slot.
pub const SLOT_BYTES: usize = 20;
/// Bytes of a walk.
pub const WALK_BYTES: usize = 40;
/// Bytes of one half of a walk.
pub const PLACE_BYTES: usize = 20;
/// Longer words are not in the table.
pub const LONGEST: usize = 64;
/// How many masks tell the lengths of tails; a power of two.
const TAIL_MASKS: usize = 1 << 12;
/// How many last bytes of a tail its mask is found by: all that a shorter one has.
pub const TAIL_BYTES: usize = 4;
/// How many first bytes of what goes on from a walk its starts are found by; they hold all shorter starts as well.
pub const START_BYTES: usize = 4;
/// Says that no phrase goes on from a word with a blank or a mark.
pub const NO_WALK: u32 = u32::MAX;

const EMPTY: u8 = 0;

/// The hash of a key, byte for byte: FNV-1a, 32 bits (Fowler, Noll, Vo).
#[derive(Clone, Copy, Debug)]
pub struct Hash(u32);

impl Hash {
    /// The hash of no bytes.
    pub fn new() -> Hash {
        Hash(0x811c_9dc5)
    }

    /// The hash with one more byte.
    #[inline]
    pub fn and(self, byte: u8) -> Hash {
        Hash((self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }

    /// All bits mixed, as MurmurHash3 ends.
    #[inline]
    pub fn finish(self) -> u32 {
        let mut hash = self.0;
        hash = (hash ^ hash >> 16).wrapping_mul(0x85eb_ca6b);
        hash = (hash ^ hash >> 13).wrapping_mul(0xc2b2_ae35);
        hash ^ hash >> 16
    }
}

/// The slot where the search for a hash begins.
#[inline]
pub fn first_slot(hash: u32, slots: usize) -> usize {
    ((u64::from(hash) * slots as u64) >> 32) as usize
}

/// How far the word with a hash stands behind the slot where the search for it begins.
#[inline]
pub fn distance(hash: u32, at: usize, slots: usize) -> usize {
    let first = first_slot(hash, slots);
    if at >= first { at - first } else { at + slots - first }
}

/// The sections of the table.
#[derive(Debug, Default)]
pub struct Words {
    /// The slots.
    pub slots: Vec<u8>,
    /// Where phrases go on.
    pub walks: Vec<u8>,
    /// What they go on with behind a blank.
    pub starts: Vec<u8>,
    /// The words, folded, one behind the other.
    pub texts: Vec<u8>,
    /// The lengths of tails.
    pub tails: Vec<u8>,
}

/// Whether a byte may begin a token of its own right behind a word. Where a letter or digit does ("can|not"), the table
/// cannot tell, and the FST has to be asked.
pub fn is_mark(byte: u8) -> bool {
    byte.is_ascii() && !byte.is_ascii_alphanumeric()
}

/// The mask of the tails that end in the bytes with a hash, the last first, in so many bytes of masks.
#[inline]
pub fn tail_mask(hash: Hash, bytes: usize) -> usize {
    first_slot(hash.finish(), bytes / 4) * 4
}

/// The bit of a length in a mask of tails; the last one stands for all that are longer.
#[inline]
pub fn tail_bit(length: usize) -> u32 {
    1 << length.min(31)
}

/// The table of an FST's keys.
pub fn build<'k>(fst: &[u8], keys: impl Iterator<Item = &'k [u8]>) -> Words {
    let mut words = BTreeSet::new();
    for key in keys {
        if key.first() == Some(&TAIL) {
            words.insert(key);
            continue;
        }
        let first = key.iter().position(|byte| *byte == b' ').unwrap_or(key.len());
        let ends = (1..=first).filter(|end| key.get(*end).is_none_or(|byte| is_mark(*byte)));
        words.extend(ends.map(|end| &key[..end]));
    }
    words.retain(|word| word.len() <= LONGEST);
    let Ok(fst) = Fst::new(fst) else {
        return Words::default();
    };
    let mut table = Words { slots: vec![EMPTY; (words.len() * 4 / 3 + 1) * SLOT_BYTES], ..Words::default() };
    let mut starts = Vec::new();
    for word in words {
        table.add(&fst, word, &mut starts);
    }
    table.starts = filter(&starts);
    table
}

impl Words {
    fn add(&mut self, fst: &Fst<&[u8]>, word: &[u8], starts: &mut Vec<u32>) {
        let Some((node, output)) = step_all(fst, fst.root(), Output::zero(), word) else {
            return;
        };
        let value = if node.is_final() { output.cat(node.final_output()).value() } else { 0 };
        // Behind a symbol a letter or digit begins a token too: "£5".
        let symbol = std::str::from_utf8(word).is_ok_and(|word| !word.contains(char::is_alphanumeric));
        let goes_on = word[0] != TAIL && (symbol || node.transitions().any(|transition| is_mark(transition.inp)));
        let walk = if goes_on {
            let at = self.walks.len() / WALK_BYTES;
            let blank = step_all(fst, node, output, b" ");
            self.add_place(Some((node, output)));
            self.add_place(blank);
            if let Some((blank, _)) = blank {
                add_starts(fst, &blank, start_of(at as u32), START_BYTES, starts);
            }
            at as u32
        } else {
            NO_WALK
        };
        let hash = word.iter().fold(Hash::new(), |hash, byte| hash.and(*byte)).finish();
        let mut slot = [0; SLOT_BYTES];
        for (field, number) in [hash, self.texts.len() as u32, (value >> 8) as u32, walk].into_iter().enumerate() {
            slot[field * 4..field * 4 + 4].copy_from_slice(&number.to_le_bytes());
        }
        slot[16] = word.len() as u8;
        slot[17] = (value & 0xff) as u8;
        self.texts.extend_from_slice(word);
        if let [TAIL, tail @ ..] = word {
            self.add_tail(tail);
        }
        let slots = self.slots.len() / SLOT_BYTES;
        let mut at = first_slot(hash, slots);
        while let Some(there) = self.slots[at * SLOT_BYTES..].first_chunk_mut::<SLOT_BYTES>() {
            if there[16] == EMPTY {
                *there = slot;
                return;
            }
            let far =
                |slot: &[u8; SLOT_BYTES]| distance(u32::from_le_bytes([slot[0], slot[1], slot[2], slot[3]]), at, slots);
            if far(there) < far(&slot) {
                std::mem::swap(there, &mut slot);
            }
            at = (at + 1) % slots;
        }
    }

    /// Notes the length of a tail, whose last byte comes first.
    fn add_tail(&mut self, tail: &[u8]) {
        self.tails.resize(TAIL_MASKS * 4, 0);
        let end = tail.iter().take(TAIL_BYTES).fold(Hash::new(), |hash, byte| hash.and(*byte));
        let at = tail_mask(end, self.tails.len());
        for (byte, bits) in self.tails[at..at + 4].iter_mut().zip(tail_bit(tail.len()).to_le_bytes()) {
            *byte |= bits;
        }
    }

    fn add_place(&mut self, place: Option<(Node<'_>, Output)>) {
        let (node, output, leads_on) =
            place.map_or((0, 0, 0), |(node, output)| (node.addr() as u32, output.value(), leads_on(&node)));
        self.walks.extend_from_slice(&node.to_le_bytes());
        self.walks.extend_from_slice(&output.to_le_bytes());
        self.walks.extend_from_slice(&leads_on.to_le_bytes());
    }
}

/// Bit `b % 64` is set where byte `b` leads on from a node: few phrases begin with a word, and this and the starts tell
/// most others apart without a look at the FST.
fn leads_on(node: &Node<'_>) -> u64 {
    node.transitions().fold(0, |bits, transition| bits | 1 << (transition.inp & 63))
}

/// The hash of a start behind a walk's blank, as long as it has no bytes.
#[inline]
pub fn start_of(walk: u32) -> Hash {
    walk.to_le_bytes().into_iter().fold(Hash::new(), Hash::and)
}

/// Adds the hashes of all that leads on from a node, up to so many bytes.
fn add_starts(fst: &Fst<&[u8]>, node: &Node<'_>, before: Hash, bytes: usize, starts: &mut Vec<u32>) {
    if bytes > 0 {
        for transition in node.transitions() {
            let start = before.and(transition.inp);
            starts.push(start.finish());
            add_starts(fst, &fst.node(transition.addr), start, bytes - 1, starts);
        }
    }
}

/// The place and the bits of a start in a filter of so many words.
#[inline]
pub fn start_bits(start: u32, words: usize) -> (usize, u64) {
    (first_slot(start, words), 1 << (start & 63) | 1 << (start >> 6 & 63))
}

/// The filter of starts, with 16 bits for each: one in seventy that is none seems to be one.
fn filter(starts: &[u32]) -> Vec<u8> {
    let mut words = vec![0; starts.len().div_ceil(4)];
    for start in starts {
        let (at, bits) = start_bits(*start, words.len());
        words[at] |= bits;
    }
    words.into_iter().flat_map(u64::to_le_bytes).collect()
}

fn step_all<'f>(
    fst: &'f Fst<&[u8]>,
    mut node: Node<'f>,
    mut output: Output,
    bytes: &[u8],
) -> Option<(Node<'f>, Output)> {
    for byte in bytes {
        let transition = node.transition(node.find_input(*byte)?);
        output = output.cat(transition.out);
        node = fst.node(transition.addr);
    }
    Some((node, output))
}
