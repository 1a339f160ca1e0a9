//! What the model says of words, kept for where they stand again.
#![allow(
    clippy::indexing_slicing,
    reason = "a slot is a remainder of their number, and a word speaks at places below PLACES"
)]

use super::feature::{PLACES, Word, key, of_word};
use super::weights::{Scores, Weights};
use crate::lang::Lang;
use crate::lexicon::Vocabulary;
use crate::lexicon::hash::mix;
use crate::name::unit::Unit;
use crate::reading::Analysis;

/// How many words are kept; a power of two.
const SLOTS: usize = 1 << 14;

/// A word, and what it says for each label at itself and at its neighbours.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    key: u64,
    pub word: Word,
    pub scores: [Scores; PLACES],
}

/// Words seen last. What it holds depends on a word alone, so that no document shows in the answer to another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cache {
    slots: Vec<Seen>,
    owner: usize,
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

    /// What is known of a unit's word.
    pub(super) fn word(&mut self, analysis: &Analysis<'_, '_>, weights: &Weights, lang: Lang, unit: &Unit) -> &Seen {
        // An empty slot has the key 0.
        let key = mix(key(analysis, unit), lang as u64) | 1;
        let slot = &mut self.slots[(key >> 32) as usize % SLOTS];
        if slot.key != key {
            let mut scores = [Scores::default(); PLACES];
            let word = of_word(analysis, Vocabulary::builtin(lang), unit, |place, feature| {
                weights.add(feature, &mut scores[place])
            });
            *slot = Seen { key, word, scores };
        }
        slot
    }
}
