//! Who and what is named: candidates from dictionaries and grammar, and the entities they are mentions of.

mod candidates;
mod consistency;
mod context;
mod definition;
mod dictionary;
mod evidence;
mod frame;
mod index;
mod neighbour;
mod organisation;
mod pattern;
mod place;
mod reference;
mod resolution;
mod run;
mod shared_rules;
mod unit;
mod weights;

use crate::answer::{EntityType, Span};
use crate::lexicon::Sense;
use crate::reading::Analysis;
use crate::rule::{Candidate, Competes, Layer};

use crate::answer::Rule;
use crate::rule::Construction;
pub(crate) use reference::Antecedents;
pub(crate) use resolution::resolve;

/// The rules of each file.
const RULES: &[&[Construction<fn()>]] =
    &[candidates::RULES, consistency::RULES, definition::RULES, pattern::RULES, shared_rules::RULES, weights::RULES];

/// The rules that names come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten().map(|construction| construction.rule)
}

/// A name as a rule found it.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub kind: EntityType,
    /// The dictionary entry that it is an occurrence of.
    pub sense: Option<Sense>,
    /// Where the full form stands that it is short for.
    pub full: Option<Span>,
    /// How sure the rule is, in hundredths.
    pub confidence: u8,
    /// Among readings of the same text the higher one stays.
    pub rank: u8,
}

impl Name {
    pub(crate) fn new(kind: EntityType, confidence: u8) -> Name {
        Name { kind, sense: None, full: None, confidence, rank: 1 }
    }
}

impl Competes for Name {
    fn layer(&self) -> Layer {
        Layer::Name
    }

    fn weight(&self) -> u8 {
        self.rank
    }
}

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    frame: frame::Frame,
    known: Vec<dictionary::Known>,
}

/// Proposes names.
pub(crate) fn propose(analysis: &Analysis<'_, '_>, names: &mut Vec<Candidate<Name>>, scratch: &mut Scratch) {
    let Scratch { frame, known } = scratch;
    let mut definitions = Vec::new();
    names.reserve(analysis.sentences.len());
    for sentence in 0..analysis.sentences.len() {
        frame.read(analysis, sentence);
        dictionary::find(analysis, frame, known);
        let mut site = candidates::Site { analysis, frame, known, names };
        candidates::propose(&mut site);
        organisation::propose(&mut site);
        place::propose(&mut site);
        definition::find(&mut site, &mut definitions);
    }
    pattern::propose(analysis, names);
    consistency::propose(analysis, &definitions, names);
}
