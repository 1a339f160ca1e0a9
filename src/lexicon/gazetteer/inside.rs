//! Names that match inside words, as companies do in German compounds ("Nordwerkskandal").
//!
//! Every place of a word where a character begins is a start. A filter of how names start tells most of them apart; behind
//! the others the hashes of the lengths that names have are looked up, the longest first.

use super::super::{bloom, hash, read_u16};
use super::find::{Found, How, References, Seeker};
use super::fold::{ByteClass, Folder};
use super::format::{INSIDE, Part};
use crate::answer::Span;
use crate::text::Token;

/// Bytes of the filter.
pub(super) const STARTS: usize = 1 << 13;
/// How many bytes of a name the filter knows.
const KNOWN: usize = 3;

/// Puts the start of a folded name into the filter.
pub(super) fn note(name: &[u8], starts: &mut [u8]) {
    let bits: Box<dyn Iterator<Item = usize>> = match name.get(..KNOWN) {
        Some(start) => Box::new(std::iter::once(bit(start))),
        // A name that is shorter begins whatever goes on behind it.
        None => Box::new(0..STARTS * 8),
    };
    for bit in bits {
        if let Some(byte) = starts.get_mut(bit / 8) {
            *byte |= 1 << (bit % 8);
        }
    }
}

fn bit(start: &[u8]) -> usize {
    bloom::slot(hash::bytes(start.iter().copied()), STARTS * 8)
}

/// A folded text that knows which byte of the text each of its bytes comes from.
#[derive(Debug, Default)]
pub(super) struct Mapped {
    bytes: Vec<u8>,
    capitals: Vec<bool>,
    from: Vec<u32>,
}

impl Mapped {
    fn read(&mut self, text: &str, tokens: &[Token], most: usize) {
        self.bytes.clear();
        self.capitals.clear();
        self.from.clear();
        let mut folder = Folder::new();
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 && token.space_before && self.bytes.last() != Some(&b' ') {
                folder.feed(" ", |byte, capital| self.push(byte, capital, token.start));
            }
            if at > 0 && self.bytes.len() >= most {
                break;
            }
            for (offset, c) in token.of(text).char_indices() {
                let place = token.start + offset as u32;
                folder.feed(c.encode_utf8(&mut [0; 4]), |byte, capital| self.push(byte, capital, place));
            }
        }
    }

    fn push(&mut self, byte: u8, capital: bool, from: u32) -> bool {
        self.bytes.push(byte);
        self.capitals.push(capital);
        self.from.push(from);
        true
    }
}

impl Seeker<'_> {
    /// Finds the names inside the words of tokens that nothing else was found in.
    pub(super) fn inside(
        &self,
        number: u16,
        tokens: std::ops::Range<usize>,
        mapped: &mut Mapped,
        found: &mut Vec<Found>,
    ) {
        let Some(dictionary) = self.dictionaries.get(usize::from(number)) else { return };
        let (starts, lengths) = (dictionary.file().part(Part::Starts), dictionary.file().part(Part::Lengths));
        let lengths: Vec<usize> =
            (0..lengths.len() / 2).rev().filter_map(|at| read_u16(lengths, 2 * at).map(usize::from)).collect();
        let Some(longest) = lengths.first().copied().filter(|_| starts.len() == STARTS) else { return };
        let mut free = 0;
        for at in tokens.clone() {
            let Some(token) = self.tokens.get(at) else { return };
            let behind = self.tokens.get(at..tokens.end).unwrap_or_default();
            mapped.read(self.text, behind, token.of(self.text).len() + longest);
            let own = mapped.from.partition_point(|from| *from < token.end);
            let mut from = 0;
            while from < own {
                let start = mapped.from.get(from).copied().unwrap_or(0);
                let known = mapped.bytes.get(from..from + KNOWN).is_none_or(|start| {
                    let bit = bit(start);
                    starts.get(bit / 8).is_some_and(|byte| byte >> (bit % 8) & 1 == 1)
                });
                let begins = mapped.bytes.get(from).is_some_and(|byte| ByteClass::of(*byte) != ByteClass::Continues);
                let hit = (known && begins && start >= free)
                    .then(|| self.longest_inside(number, mapped, from, &lengths))
                    .flatten();
                let Some((length, references)) = hit else {
                    from += 1;
                    continue;
                };
                let last = mapped.from.get(from + length - 1).copied().unwrap_or(start);
                let end = mapped.from.iter().skip(from + length).copied().find(|place| *place > last);
                let end = end.unwrap_or_else(|| self.end_of_char(last));
                let touched = behind.partition_point(|token| token.start < end);
                let end = behind.get(touched.saturating_sub(1)).map_or(end, |token| end.min(token.end));
                found.push(Found {
                    tokens: at as u32..(at + touched) as u32,
                    span: Span::new(start, end),
                    ending: 0,
                    references,
                    how: How::Inside,
                });
                free = end;
                from += length;
            }
        }
    }

    fn longest_inside(
        &self,
        number: u16,
        mapped: &Mapped,
        from: usize,
        lengths: &[usize],
    ) -> Option<(usize, References)> {
        lengths.iter().filter(|length| **length > 0).find_map(|length| {
            let (bytes, capitals) = (mapped.bytes.get(from..from + length)?, mapped.capitals.get(from..from + length)?);
            let whole = mapped.bytes.get(from + length).is_none_or(|byte| ByteClass::of(*byte) != ByteClass::Continues);
            let hash = hash::bytes(bytes.iter().copied());
            let mut references = References::new();
            if whole {
                self.verified(number, Part::Inside, hash, bytes, capitals, INSIDE, None, &mut references);
            }
            (!references.is_empty()).then_some((*length, references))
        })
    }

    fn end_of_char(&self, start: u32) -> u32 {
        let rest = self.text.get(start as usize..).unwrap_or("");
        start + rest.chars().next().map_or(0, char::len_utf8) as u32
    }
}
