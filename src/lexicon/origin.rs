//! Which row of which table a sense comes from. Read only to explain an answer.

use fst::{IntoStreamer, Streamer};

use super::compiler::{self, Origin, TAIL};
use super::{Class, Lexicon, read_u32};

/// A folded surface that senses are found under.
pub(crate) type Key = Vec<u8>;

/// The key of a word or phrase.
pub(crate) fn key(surface: &str) -> Key {
    compiler::fold::key(surface).0
}

/// The keys of what a compound may end in, the longest first.
pub(crate) fn tail_keys(word: &str) -> impl Iterator<Item = Key> {
    let (whole, _) = compiler::fold::key(word);
    (1..whole.len()).map(move |from| std::iter::once(TAIL).chain(whole.iter().skip(from).rev().copied()).collect())
}

/// Keys from one checkpoint to the next.
const STEP: usize = 64;

/// Some of a lexicon's keys, each with the number of senses before it.
pub(super) type Checkpoints = Vec<(Key, usize)>;

impl Lexicon {
    /// The row that gives a surface a sense.
    pub(crate) fn origin(&self, key: &[u8], class: Class, value: u32) -> Option<Origin> {
        let checkpoints = self.checkpoints.get_or_init(|| self.read_checkpoints());
        let (from, before) =
            checkpoints.get(checkpoints.partition_point(|(known, _)| known.as_slice() <= key).checked_sub(1)?)?;
        let (mut keys, mut at) = (self.fst.range().ge(from).le(key).into_stream(), *before);
        while let Some((known, output)) = keys.next() {
            if known == key {
                let number =
                    self.stored(output.value()).position(|sense| (sense.class, sense.value) == (class, value))?;
                return read_u32(self.origins.as_ref(), (at + number) * 4).map(Origin);
            }
            at += senses(output.value());
        }
        None
    }

    /// One pass over all keys.
    fn read_checkpoints(&self) -> Checkpoints {
        let (mut keys, mut at, mut number) = (self.fst.stream().into_stream(), 0, 0);
        let mut checkpoints = Vec::new();
        while let Some((key, output)) = keys.next() {
            if number % STEP == 0 {
                checkpoints.push((key.to_vec(), at));
            }
            at += senses(output.value());
            number += 1;
        }
        checkpoints
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

/// How many senses a key has.
fn senses(output: u64) -> usize {
    (output & 0xff) as usize
}
