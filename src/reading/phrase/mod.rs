//! Noun phrases and prepositional phrases.

mod bare;
mod case;
mod comparative;
mod deverbal;
mod modifier;
mod noun;
mod preposition;
mod scope;

pub(crate) use bare::{Phrase, STOPS, attribute_in_front, bare, before, past, starts, verb_as_noun};
pub(crate) use case::{
    can_be_accusative, is_bare_possessor, is_dative, is_feminine_dative, is_genitive, is_genitive_number, is_masculine,
    is_masculine_nominative, is_nominative, is_nominative_pronoun, is_oblique, is_possessor, may_lead_many,
};
pub(crate) use comparative::comparative;
pub(crate) use deverbal::{begins_gerund, begins_participle, names_deed};
pub(crate) use modifier::{is_measured, joined_measure, modifies_attribute};
pub(crate) use noun::{joins_attributes, joins_compounds, joins_numbers, noun_phrase, opens_compound, phrase_ending};
pub(crate) use preposition::{Preposition, begins_genitive, genitive, is_preposition, leads_on, prepositional_phrase};
pub(crate) use scope::{is_addressee, tells_of_phrase};
