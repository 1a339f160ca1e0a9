//! Noun phrases and prepositional phrases.

mod case;
mod noun;

pub(crate) use case::is_oblique;
pub(crate) use noun::{begins_participle, names_deed, noun_phrase, opens_compound, prepositional_phrase};
