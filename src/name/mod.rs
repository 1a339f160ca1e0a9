//! Who and what is named: candidates from dictionaries and grammar, and the entities they are mentions of.

mod candidates;
mod company;
mod compound;
mod consistency;
mod context;
mod definition;
mod dictionary;
mod evidence;
mod frame;
mod index;
mod judgement;
pub(crate) mod model;
mod neighbour;
mod organisation;
mod own;
pub(crate) mod part;
mod pattern;
mod person;
mod place;
mod reference;
mod resolution;
mod role;
mod run;
mod site;
mod unit;
mod weights;

use crate::answer::{EntityType, Rule, Span};
use crate::lexicon::gazetteer::Reference;
use crate::lexicon::{Class, Sense};
use crate::options::Names;
use crate::reading::{Analysis, LONGEST_PHRASE};
use crate::rule::{Candidate, Competes, Construction, Layer};
use site::Site;
use unit::Unit;

pub(crate) use reference::Antecedents;
pub(crate) use resolution::resolve;

/// What a rule makes of a unit of its classes that begins with a capital or is a legal form.
type Read = fn(&mut Site<'_, '_, '_>, usize, &Unit);

/// The rules of each file.
const RULES: &[&[Construction<Read>]] = &[
    company::RULES,
    consistency::RULES,
    definition::RULES,
    dictionary::RULES,
    judgement::RULES,
    model::RULES,
    organisation::RULES,
    part::RULES,
    pattern::RULES,
    person::RULES,
    place::RULES,
];

/// The rules that begin at a word of a class, whatever stands around it.
const AT_WORDS: [&[Construction<Read>]; 4] = [company::RULES, organisation::RULES, person::RULES, place::RULES];

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
    /// The name of a user's dictionary that it is.
    pub own: Option<Own>,
    /// Where the full form stands that it is short for.
    pub full: Option<Span>,
    /// How sure the rule is, in hundredths.
    pub confidence: u8,
    /// By what form it may stand elsewhere in the text.
    pub again: Again,
}

/// A name of a user's dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Own {
    /// Its place among the names that were found.
    pub found: usize,
    /// The row that it means, if something tells which.
    pub row: Option<Reference>,
}

/// By what form a name that was found in one place of a text stands in others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Again {
    /// By none; or what found it finds the others too.
    Never,
    /// By a person's last word, else by the name itself where it is one word.
    Form,
    /// By the same where it has several capitals: what a noun before it made of another name holds only there.
    Capitals,
    /// By its first word too.
    FirstWord,
}

impl Name {
    pub(crate) fn new(kind: EntityType, confidence: u8) -> Name {
        Name { kind, sense: None, own: None, full: None, confidence, again: Again::Form }
    }
}

impl Competes for Name {
    fn layer(&self) -> Layer {
        Layer::Name
    }
}

/// Buffers that one document after another can use.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    frame: frame::Frame,
    known: Vec<dictionary::Known>,
    filling: model::Scratch,
}

/// Proposes names. `owner` tells the lexicons of an extractor from others'.
pub(crate) fn propose(
    analysis: &Analysis<'_, '_>,
    names: &mut Vec<Candidate<Name>>,
    scratch: &mut Scratch,
    how: Names,
    owner: usize,
) {
    let Scratch { frame, known, filling } = scratch;
    if how != Names::Dictionaries {
        filling.begin(owner);
    }
    let mut definitions = definition::Definitions::default();
    names.reserve(analysis.sentences.len());
    for sentence in 0..analysis.sentences.len() {
        frame.read(analysis, sentence);
        dictionary::find(analysis, frame, known);
        let mut site = Site { analysis, frame, lang: analysis.lang(sentence), known, names };
        let first = site.names.len();
        let weights = site.lang.filter(|_| how != Names::Dictionaries).and_then(model::builtin);
        if weights.is_none_or(|weights| weights.hears_rules) {
            candidates::propose(&mut site);
        } else {
            site.push_certain();
        }
        at_words(&mut site);
        definition::find(&mut site, &mut definitions);
        if let Some(weights) = weights {
            model::fill(&mut site, weights, filling, first);
        }
    }
    if how != Names::Dictionaries {
        model::decide(analysis, filling.votes(), names);
    }
    pattern::propose(analysis, names);
    definitions.close();
    names.retain(|name| !definitions.exclude(analysis, name));
    own::propose(analysis, names);
    if how == Names::Own {
        names.retain(|name| [&dictionary::USER_DICTIONARY, &pattern::USER_PATTERN].contains(&name.rule));
        names.sort_by_key(|name| name.span.start);
        definitions.names.retain(|definition| {
            let at = names.partition_point(|name| name.span.end <= definition.full.start);
            names.get(at).is_some_and(|name| name.span.overlaps(definition.full))
        });
    }
    consistency::propose(analysis, &definitions.names, names);
    names.retain(|name| name.span.len() <= LONGEST_PHRASE);
}

/// Proposes what the rules find in a sentence.
#[cfg(feature = "training")]
fn by_rules(site: &mut Site<'_, '_, '_>) {
    candidates::propose(site);
    at_words(site);
}

/// Tries the rules of words that the sentence has, at each of these words.
fn at_words(site: &mut Site<'_, '_, '_>) {
    for Construction { rule, gate, read } in AT_WORDS.into_iter().flatten() {
        let Some(read) = read.filter(|_| site.frame.classes.has_any(gate.begins) && rule.languages.hold_in(site.lang))
        else {
            continue;
        };
        let units = &site.frame.units;
        let named = |unit: &Unit| unit.capital() || unit.is(Class::LegalForm);
        for (at, unit) in units.iter().enumerate().filter(|(_, unit)| unit.is_any(gate.begins) && named(unit)) {
            read(site, at, unit);
        }
    }
}
