//! Names by a linear model: a conditional random field of first order over the units of a sentence (Lafferty, McCallum and
//! Pereira 2001), whose features are words, their shapes and endings, and all that the dictionaries say of them.

mod cache;
mod decode;
mod feature;
mod label;
mod majority;
mod segment;
#[cfg(feature = "training")]
pub(crate) mod training;
mod weights;

pub(super) use decode::{Scratch, fill};
pub(super) use majority::decide;
pub(crate) use weights::builtin;

use crate::rule::rules;

rules! {
    reads: super::Read;

    /// An organisation by the model: what its words, their neighbours and the dictionaries say of them, weighed.
    pub(super) ORG_MODEL = "org.model" {
        pattern: "words, weighed with their neighbours",
        precedence: 2,
        fires: [
            De "Der Trainer des [FC Lusental](ORG) trat zurück.",
            En "[BrelTech](ORG) filed for bankruptcy in June.",
        ],
        silent: [
            De "Der Bäcker backt am Morgen ein Brot.",
            En "The baker sells bread in the morning.",
        ],
    }

    /// A person by the model: what the words, their neighbours and the dictionaries say of them, weighed.
    pub(super) PERSON_MODEL = "person.model" {
        pattern: "words, weighed with their neighbours",
        precedence: 2,
        fires: [
            De "Trainer [Quarnbek](PER) lobte die Mannschaft.",
            En "[Quarnbek](PER) beat the champion in three sets.",
        ],
        silent: [
            De "Der Trainer lobte am Abend die Mannschaft.",
            En "The baker beat the champion in three sets.",
        ],
    }

    /// A place by the model: what its words, their neighbours and the dictionaries say of them, weighed.
    pub(super) PLACE_MODEL = "place.model" {
        pattern: "words, weighed with their neighbours",
        precedence: 2,
        fires: [
            De "Die Straße zwischen [Lusental](LOC) und Bern ist gesperrt.",
            En "He was born in [Lusenthal](LOC), near Bern.",
        ],
        silent: [
            De "Die Straße zwischen dem Wald und dem Fluss ist gesperrt.",
            En "The road between the wood and the river is closed.",
        ],
    }
}
