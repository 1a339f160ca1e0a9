//! Noun phrases that were read, so that a stage that asks again need not read again.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// How many phrases are remembered: more than most documents of news ask for.
const PLACES: usize = 256;

/// The ends of noun phrases, by where each begins and how far it may reach. A phrase may be forgotten, never confused.
///
/// Each place holds, from the high bits down: the first token, how far the phrase may reach and how far it does (0: there is
/// none), and a bit that something was read.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<AtomicU64>);

impl Memory {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
        self.0.resize_with(PLACES, AtomicU64::default);
    }

    /// The end of the phrase between two tokens, read where it is not known. The limit lies behind the start, by less than
    /// 256 tokens.
    pub(crate) fn end(&self, start: usize, limit: usize, read: impl FnOnce() -> Option<usize>) -> Option<usize> {
        /// Neighbouring starts lie apart by more than the limits of one start do.
        const STEP: usize = 17;
        const READ: u64 = 1;
        const FAR: u64 = 0xff;
        let reach = limit - start;
        let Some(place) = self.0.get((start * STEP + reach) % PLACES) else {
            return read();
        };
        let asked = (start as u64) << 32 | (reach as u64 & FAR) << 16 | READ;
        let known = place.load(Relaxed);
        if known & !(FAR << 8) == asked {
            let length = (known >> 8 & FAR) as usize;
            return (length > 0).then_some(start + length);
        }
        let end = read();
        let length = end.map_or(0, |end| end - start) as u64 & FAR;
        place.store(asked | length << 8, Relaxed);
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_are_read_once() {
        let mut memory = Memory::default();
        memory.clear();
        assert_eq!(memory.end(3, 9, || Some(5)), Some(5));
        assert_eq!(memory.end(3, 9, || unreachable!()), Some(5));
        assert_eq!(memory.end(3, 8, || None), None);
        assert_eq!(memory.end(3, 8, || unreachable!()), None);
        memory.clear();
        assert_eq!(memory.end(3, 9, || Some(4)), Some(4));
    }
}
