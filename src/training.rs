//! What the trainer of the name models reads texts with, and the forms of the files that it writes. No part of the library
//! for others: it may change with every version.

pub use crate::name::model::training::*;

use crate::answer::Document;
use crate::extractor::{Extractor, Scratch};
use crate::name::model::training;

/// The stretches of a document that the model looks at; their units stand one behind the other. A document whose language is
/// not given or not read has none. `hears_rules` says whether what the rules propose is among the features.
pub fn stretches(extractor: &Extractor, document: &Document<'_>, hears_rules: bool) -> Vec<Vec<Unit>> {
    training::stretches(&extractor.analyse(&mut Scratch::default(), document), hears_rules)
}
