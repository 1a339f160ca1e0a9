//! What the model says of words, kept for where they stand again.
#![allow(
    clippy::indexing_slicing,
    reason = "a slot is a remainder of their number, and a word speaks at places below PLACES"
)]

use super::feature::{PLACES, Word, key, of_word};
use super::weights::{Feature, Scores, Weights};
use crate::lang::Lang;
use crate::lexicon::Vocabulary;
use crate::lexicon::hash::mix;
use crate::name::unit::Unit;
use crate::reading::Analysis;

/// How many words are kept; a power of two.
const SLOTS: usize = 1 << 14;

/// A word, and what it says for each label at itself and at its neighbours.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(32))]
pub(super) struct Seen {
    key: u64,
    pub word: Word,
    pub scores: [Scores; PLACES],
}

/// Words seen last. What it holds depends on a word alone, so that no document shows in the answer to another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cache {
    slots: Vec<Seen>,
    /// The features of the word seen last.
    features: Vec<Feature>,
    owner: usize,
}

/// Where a word is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Place(u64);

impl Place {
    /// The place of a unit's word.
    #[inline]
    pub(super) fn of(analysis: &Analysis<'_, '_>, lang: Lang, unit: &Unit) -> Place {
        // An empty slot has the key 0.
        Place(mix(key(analysis, unit), lang as u64) | 1)
    }

    #[inline]
    fn slot(self) -> usize {
        (self.0 >> 32) as usize % SLOTS
    }
}

impl Cache {
    /// Prepares for the lexicons of an extractor.
    pub(super) fn begin(&mut self, owner: usize) {
        if self.owner != owner || self.slots.is_empty() {
            self.slots.clear();
            self.slots.resize(SLOTS, Seen::default());
            self.owner = owner;
        }
    }

    /// Brings what is known of several words near all at once, instead of one after the other.
    pub(super) fn approach(&self, places: &[Place]) {
        let near = |sum: u64, place: &Place| {
            let slot = &self.slots[place.slot()];
            sum ^ slot.key ^ slot.scores[PLACES - 1][0] as u64
        };
        std::hint::black_box(places.iter().fold(0, near));
    }

    /// What is known of a unit's word.
    pub(super) fn word(
        &mut self,
        place: Place,
        analysis: &Analysis<'_, '_>,
        weights: &Weights,
        lang: Lang,
        unit: &Unit,
    ) -> &Seen {
        let (slot, key) = (&mut self.slots[place.slot()], place.0);
        if slot.key != key {
            self.features.clear();
            let word = of_word(analysis, Vocabulary::builtin(lang), unit, |place, hash| {
                self.features.push(Feature { hash, place: place as u8 });
            });
            let mut scores = [Scores::default(); PLACES];
            weights.add_all(&self.features, &mut scores);
            *slot = Seen { key, word, scores };
        }
        slot
    }
}
