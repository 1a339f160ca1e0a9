//! Which row of which table a sense comes from. Read only to explain an answer: a look-up walks the whole lexicon.

use std::collections::BTreeMap;

use fst::{IntoStreamer, Streamer};

use super::compiler::{self, Origin, TAIL};
use super::{Class, Lexicon, read_u32};

/// The folded surface that a sense was found under.
pub(crate) type Key = Vec<u8>;

/// The key of a word or phrase.
pub(crate) fn key(surface: &str) -> Key {
    compiler::fold::key(surface).0
}

/// The keys of what a compound may end in, the longest first.
pub(crate) fn tail_keys(word: &str) -> Vec<Key> {
    let (whole, _) = compiler::fold::key(word);
    let tail = |from: usize| std::iter::once(TAIL).chain(whole[from..].iter().rev().copied()).collect();
    (1..whole.len()).map(tail).collect()
}

/// A sense's class and value, with the row that gives it.
pub(crate) type Row = (Class, u32, Origin);

impl Lexicon {
    /// The rows of the senses under each of some keys. One pass over all keys of the lexicon.
    pub(crate) fn rows_of(&self, wanted: &mut BTreeMap<Key, Vec<Row>>) {
        let (mut keys, mut at) = (self.fst.into_stream(), 0);
        while let Some((key, output)) = keys.next() {
            let senses = self.stored(output.value());
            let count = (output.value() & 0xff) as usize;
            if let Some(rows) = wanted.get_mut(key) {
                for (number, (class, _, value, _)) in senses.enumerate() {
                    let row = read_u32(self.origins.as_ref(), (at + number) * 4).unwrap_or_default();
                    rows.push((class, value, Origin(row)));
                }
            }
            at += count;
        }
    }

    /// The name of the table that a row stands in.
    pub(crate) fn file(&self, origin: Origin) -> Option<&str> {
        let (names, mut at) = (self.files.as_ref(), 0);
        for _ in 0..origin.file() {
            at += 4 + read_u32(names, at)? as usize;
        }
        let length = read_u32(names, at)? as usize;
        std::str::from_utf8(names.get(at + 4..at + 4 + length)?).ok()
    }
}
