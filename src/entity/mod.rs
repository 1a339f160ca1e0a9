//! Who and what is named: candidates from dictionaries and grammar, and the entities they are mentions of.

use crate::analysis::Analysis;
use crate::candidate::{Candidate, Competes, Layer};
use crate::document::{Entity, EntityType, Mention};

/// A name as a rule found it.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub kind: EntityType,
}

impl Competes for Name {
    fn layer(&self) -> Layer {
        Layer::Name
    }
}

/// Proposes names.
pub(crate) fn propose(_analysis: &Analysis<'_, '_>, _names: &mut Vec<Candidate<Name>>) {}

/// Joins the names that name the same thing.
pub(crate) fn resolve<'t>(
    _analysis: &Analysis<'_, 't>,
    _names: Vec<Candidate<Name>>,
) -> (Vec<Mention<'t>>, Vec<Entity<'t>>) {
    (Vec::new(), Vec::new())
}
