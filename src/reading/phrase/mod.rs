//! Noun phrases and prepositional phrases.

mod bare;
mod case;
mod deverbal;
mod modifier;
mod noun;
mod preposition;

pub(crate) use bare::{Phrase, STOPS, attribute_in_front, bare, before, starts, verb_as_noun};
pub(crate) use case::is_oblique;
pub(crate) use deverbal::{begins_participle, names_deed};
pub(crate) use noun::{noun_phrase, opens_compound};
pub(crate) use preposition::{is_preposition, prepositional_phrase};
