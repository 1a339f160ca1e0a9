//! What the model says of words, kept for where they stand again.
#![allow(
    clippy::indexing_slicing,
    reason = "a slot is masked by their number, and a word speaks at places below PLACES"
)]

use super::feature::{Word, key, of_word};
use super::weights::{Features, PLACES, Scores, Weights};
use crate::lang::Lang;
use crate::lexicon::Vocabulary;
use crate::lexicon::hash::mix;
use crate::name::unit::Unit;
use crate::reading::Analysis;

/// How many words are kept at first, and where a program reads so many that more pay; powers of two.
const FEWEST: usize = 1 << 12;
const MOST: usize = 1 << 15;

/// A word, and what it says for each label at itself and at its neighbours.
#[derive(Clone, Copy, Debug, Default)]
#[repr(align(64))]
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
    features: Features,
    /// How many words were not known since the slots are as many as they are.
    new: usize,
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
    fn slot(self, slots: usize) -> usize {
        (self.0 >> 32) as usize & (slots - 1)
    }
}

impl Cache {
    /// Prepares for the lexicons of an extractor.
    pub(super) fn begin(&mut self, owner: usize) {
        if self.owner != owner || self.slots.is_empty() {
            self.slots.clear();
            self.slots.resize(FEWEST, Seen::default());
            (self.owner, self.new) = (owner, 0);
        }
        if self.new > self.slots.len() && self.slots.len() < MOST {
            self.grow();
        }
    }

    /// Doubles the slots.
    fn grow(&mut self) {
        let fewer = std::mem::take(&mut self.slots);
        self.slots.resize(2 * fewer.len(), Seen::default());
        for seen in fewer.into_iter().filter(|seen| seen.key != 0) {
            let at = Place(seen.key).slot(self.slots.len());
            self.slots[at] = seen;
        }
        self.new = 0;
    }

    /// Brings what is known of several words near all at once, instead of one after the other.
    pub(super) fn approach(&self, places: &[Place]) {
        let near = |sum: u64, place: &Place| {
            let slot = &self.slots[place.slot(self.slots.len())];
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
        let at = place.slot(self.slots.len());
        let (slot, key) = (&mut self.slots[at], place.0);
        if slot.key != key {
            self.new += 1;
            self.features.clear();
            let word = of_word(analysis, Vocabulary::builtin(lang), unit, |feature| self.features.push(feature));
            let mut scores = [Scores::default(); PLACES];
            weights.add_of_word(&self.features, &mut scores);
            *slot = Seen { key, word, scores };
        }
        slot
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_when_more_slots_pay() {
        let mut cache = Cache::default();
        cache.begin(1);
        let keys = || (1..100).map(|number| mix(number, 0) | 1);
        for key in keys() {
            let at = Place(key).slot(cache.slots.len());
            cache.slots[at] = Seen { key, ..Seen::default() };
        }
        let kept =
            |cache: &Cache| keys().filter(|key| cache.slots[Place(*key).slot(cache.slots.len())].key == *key).count();
        let before = kept(&cache);
        cache.new = FEWEST + 1;
        cache.begin(1);
        assert_eq!((cache.slots.len(), kept(&cache)), (2 * FEWEST, before));
        cache.new = MOST;
        cache.slots.resize(MOST, Seen::default());
        cache.begin(1);
        assert_eq!(cache.slots.len(), MOST);
        cache.begin(2);
        assert_eq!((cache.slots.len(), kept(&cache)), (FEWEST, 0));
    }
}
