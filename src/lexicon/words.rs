//! Reads the table of whole words that a lexicon is compiled with.
#![allow(clippy::indexing_slicing, reason = "lists have room for the longest word, and lengths are below theirs")]

use std::hint::black_box;

use super::Section;
use super::compiler::TAIL;
use super::compiler::compose::begins_mark;
use super::compiler::fold::fold;
use super::compiler::words::{
    Hash, LONGEST, PLACE_BYTES, SLOT_BYTES, START_BYTES, TAIL_BYTES, WALK_BYTES, distance, first_slot, start_bits,
    start_of, tail_bit, tail_mask,
};
use super::{read_u32, read_u64};

/// The table of a lexicon.
#[derive(Clone, Debug)]
pub(super) struct Words {
    pub slots: Section,
    pub walks: Section,
    pub starts: Section,
    pub texts: Section,
    pub tails: Section,
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
#[derive(Debug)]
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
        if word.is_ascii() {
            let slots = folded.bytes.get_mut(..word.len())?;
            for (at, (slot, byte)) in slots.iter_mut().zip(word.bytes()).enumerate() {
                *slot = byte.to_ascii_lowercase();
                folded.hash = folded.hash.and(*slot);
                folded.capitals |= u32::from(*slot != byte).checked_shl(at as u32).unwrap_or(0);
            }
            folded.length = word.len();
            let blank = word.bytes().any(|byte| byte.is_ascii_whitespace());
            return (!blank).then_some(folded);
        }
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
    /// Brings what the table has of several words near all at once, instead of one after the other.
    pub(super) fn approach<'w>(&self, words: impl Iterator<Item = &'w Folded> + Clone) {
        black_box(words.clone().fold(0, |sum, word| sum ^ self.first_byte(word.hash)));
        let text = |word: &Folded| {
            let slot = self.slots.as_ref().get(self.first_slot(word.hash)..)?;
            let text = read_u32(slot, 4).filter(|_| read_u32(slot, 0) == Some(word.hash.finish()))?;
            self.texts.as_ref().get(text as usize).copied()
        };
        black_box(words.fold(0, |sum, word| sum ^ text(word).unwrap_or(0)));
    }

    /// Where the slot begins that a hash is looked for first.
    #[inline]
    fn first_slot(&self, hash: Hash) -> usize {
        first_slot(hash.finish(), self.slots.as_ref().len() / SLOT_BYTES) * SLOT_BYTES
    }

    #[inline]
    fn first_byte(&self, hash: Hash) -> u8 {
        self.slots.as_ref().get(self.first_slot(hash)).copied().unwrap_or(0)
    }

    /// What the table says of a folded word.
    pub(super) fn find(&self, word: &Folded) -> Option<Known> {
        self.find_bytes(word.bytes(), word.hash)
    }

    /// What the table says of the bytes of a key with their hash.
    pub(super) fn find_bytes(&self, key: &[u8], hash: Hash) -> Option<Known> {
        let (table, hash) = (self.slots.as_ref(), hash.finish());
        let slots = table.len() / SLOT_BYTES;
        let mut at = first_slot(hash, slots);
        for far in 0..slots {
            let slot: &[u8; SLOT_BYTES] = table.get(at * SLOT_BYTES..)?.first_chunk()?;
            let (known, length) = (read_u32(slot, 0)?, usize::from(slot[16]));
            if length == 0 || distance(known, at, slots) < far {
                return None;
            }
            if known == hash && length == key.len() {
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

    /// The longest tail of a word's bytes behind its front: the run of its senses.
    pub(super) fn find_tail(&self, behind: &[u8]) -> Option<u64> {
        let masks = self.tails.as_ref();
        if masks.is_empty() {
            return None;
        }
        let (mut key, mut hashes) = ([TAIL; LONGEST + 1], [Hash::new(); LONGEST + 1]);
        let (mut end, mut hash) = (Hash::new(), Hash::new().and(TAIL));
        let mut lengths = 0;
        let last_first = behind.iter().rev();
        for (length, ((byte, slot), known)) in (1..).zip(last_first.zip(&mut key[1..]).zip(&mut hashes[1..])) {
            (*slot, hash) = (*byte, hash.and(*byte));
            *known = hash;
            if length <= TAIL_BYTES {
                end = end.and(*byte);
                let shorter = tail_bit(length) - 1;
                let mask = read_u32(masks, tail_mask(end, masks.len()))?;
                lengths |= mask & if length < TAIL_BYTES { tail_bit(length) } else { !shorter };
            }
        }
        let mut wanted = (1..=behind.len().min(LONGEST)).rev().filter(|length| lengths & tail_bit(*length) != 0);
        black_box(wanted.clone().fold(0, |sum, length| sum ^ self.first_byte(hashes[length])));
        wanted.find_map(|length| self.find_bytes(&key[..=length], hashes[length])).map(|known| known.value)
    }

    /// Where the FST stands behind a word, and behind a blank where `blank` says so, if the bytes of the next token may
    /// lead on from there.
    pub(super) fn place(&self, walk: u32, blank: bool, next: &[u8]) -> Option<Place> {
        let at = walk as usize * WALK_BYTES;
        let places = self.walks.as_ref().get(at..at + WALK_BYTES)?;
        let at = if blank { PLACE_BYTES } else { 0 };
        let leads_on = read_u64(places, at + 12)?;
        let first = next.first()?.to_ascii_lowercase();
        if leads_on == 0 {
            return None;
        }
        // Folding may change the first bytes of other characters, and a letter that has a combining mark behind it.
        if first.is_ascii() && leads_on & 1 << (first & 63) == 0 && !next.get(1).is_some_and(|byte| begins_mark(*byte))
        {
            return None;
        }
        let goes_on = !blank || self.may_start(walk, next);
        goes_on.then_some(Place { node: read_u32(places, at)? as usize, output: read_u64(places, at + 4)? })
    }

    /// Whether what goes on behind a walk's blank may start with the first of these bytes.
    fn may_start(&self, walk: u32, next: &[u8]) -> bool {
        // The same holds here; a grave accent folds to an apostrophe.
        let plain = |at: &usize| {
            let byte = next.get(*at).filter(|byte| byte.is_ascii_graphic() && **byte != b'`');
            byte.is_some() && !next.get(at + 1).is_some_and(|byte| begins_mark(*byte))
        };
        let length = (0..START_BYTES).take_while(plain).count();
        let start = next.iter().take(length).fold(start_of(walk), |start, byte| start.and(byte.to_ascii_lowercase()));
        let (at, bits) = start_bits(start.finish(), self.starts.as_ref().len() / 8);
        length == 0 || read_u64(self.starts.as_ref(), at * 8).is_some_and(|word| word & bits == bits)
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::lexicon::compiler::Compiler;
    use crate::lexicon::compiler::inflect::ALL;

    fn lexicon(rows: &str) -> Lexicon {
        let mut compiler = Compiler::new(ALL[0]);
        compiler.add_table("own.tsv", &format!("class\tsurface\n{rows}")).unwrap();
        Lexicon::from_vec(compiler.finish()).unwrap()
    }

    #[test]
    fn the_longest_tail_is_found_whatever_its_length() {
        let word = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvw";
        let ending = |length: usize| &word[word.len() - length..];
        let lengths = [2, 3, 4, 6, 30, 31, 33, 40];
        let months = (1..).zip(lengths);
        let rows =
            months.map(|(month, length)| format!("month.{month}\tm{month}\nmonth.{month}\t-{}\n", ending(length)));
        let all = lexicon(&rows.collect::<String>());
        let found = |behind: &str| {
            let value = all.words.find_tail(behind.as_bytes())?;
            all.stored(value).next().map(|sense| sense.value)
        };
        for length in 1..=word.len() {
            let month = lengths.into_iter().filter(|known| *known <= length).count();
            let wanted = all.lookup(&format!("m{month}")).next().map(|(_, _, value)| value);
            assert_eq!(found(ending(length)), wanted, "{length}");
        }
        assert_eq!(found("abc"), None);
    }

    #[test]
    fn phrases_go_on_however_they_start() {
        let all = lexicon(
            "month.1\twort\nmonth.2\twort a\nmonth.3\twort bc d\nmonth.4\twort 'n\nmonth.5\twort café x\nmonth.6\twort 10\n",
        );
        let walk = all.words.find(&super::Folded::new("Wort").unwrap()).unwrap().walk;
        let goes_on = |next: &str| all.words.place(walk, true, next.as_bytes()).is_some();
        for next in ["a", "A", "bc", "B", "'n", "’n", "café", "Cafe\u{301}", "CAFÉ", "10", "1"] {
            assert!(goes_on(next), "{next}");
        }
        let others = ["ab", "bd", "bce", "an", "caff", "11", "100", "x"];
        assert!(others.iter().filter(|next| goes_on(next)).count() <= 1);
    }

    #[test]
    fn a_lexicon_without_tails_is_not_searched_for_one() {
        let none = lexicon("month.1\twort\n");
        assert!(none.words.tails.as_ref().is_empty());
        assert_eq!(none.words.find_tail(b"wort"), None);
    }
}
