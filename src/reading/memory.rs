//! Noun phrases that were read, so that a stage that asks again need not read again.

use std::cell::Cell;

/// How many phrases are remembered: more than most documents of news ask for.
const PLACES: usize = 256;

/// The ends of noun phrases, by where each begins and how far it may reach. A phrase may be forgotten, never confused.
#[derive(Debug, Default)]
pub(crate) struct Memory(Vec<Cell<Read>>);

/// What was read last in a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Read {
    start: u32,
    /// Where it had to end; 0 where nothing was read yet.
    limit: u32,
    /// Where it ended; 0 where no phrase begins.
    end: u32,
}

impl Memory {
    /// Forgets everything.
    pub(crate) fn clear(&mut self) {
        self.0.clear();
        self.0.resize(PLACES, Cell::default());
    }

    /// The end of the phrase between two tokens, read where it is not known. The limit lies behind the start.
    pub(crate) fn end(&self, start: usize, limit: usize, read: impl FnOnce() -> Option<usize>) -> Option<usize> {
        /// Neighbouring starts lie apart by more than the limits of one start do.
        const STEP: usize = 17;
        let Some(place) = self.0.get((start * STEP + (limit - start)) % PLACES) else {
            return read();
        };
        let (from, to) = (start as u32, limit as u32);
        let known = place.get();
        if known.start == from && known.limit == to {
            return (known.end > 0).then_some(known.end as usize);
        }
        let end = read();
        place.set(Read { start: from, limit: to, end: end.map_or(0, |end| end as u32) });
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
