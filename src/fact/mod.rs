//! What is so: figures, times, names and statements put together, clause by clause.
//!
//! Each figure becomes one fact: its clause gives subject, predicate, object, time and place, the statement around it
//! gives its source, and the verb its modality. A clause without a figure becomes an event where its subject is named.

mod about;
mod assembly;
mod attribute;
mod broader;
mod change;
mod choice;
mod comparison;
mod completing;
mod confidence;
mod context;
mod dating;
mod event;
mod gloss;
mod key;
mod located;
mod memo;
mod modality;
mod negation;
mod object;
mod origin;
mod passive;
mod place;
mod predicative;
mod relation;
mod role;
mod source;
mod subject;
mod time;
mod triple;
mod wording;

use crate::answer::Rule;
use crate::answer::{Answer, Fact, FactKind, Triple};
use crate::clause::Clauses;
use crate::options::GlossLang;
use crate::reading::Analysis;
use crate::rule::Construction;

pub(crate) use about::keep_named;

/// The rules of a file; none has a place in the text where it is tried.
type File = &'static [Construction<fn()>];

/// The rules of each file.
const RULES: &[File] = &[
    attribute::RULES,
    change::RULES,
    event::RULES,
    located::RULES,
    negation::RULES,
    object::RULES,
    place::RULES,
    role::RULES,
    source::RULES,
    subject::RULES,
    time::RULES,
];

/// The rules that facts come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().chain(modality::RULES).flatten().map(|construction| construction.rule)
}

/// The facts of a document whose other layers are done, in the order of the text. Linear in the text.
pub(crate) fn assemble<'t>(
    analysis: &Analysis<'_, 't>,
    clauses: Clauses<'_>,
    answer: &Answer<'t>,
    gloss: GlossLang,
) -> Vec<Fact<'t>> {
    let context = context::Context::new(analysis, clauses, answer);
    let mut facts: Vec<Fact<'t>> = Vec::with_capacity(answer.figures.len() + clauses.len() / 2);
    let mut memo = memo::Memo::new(clauses.len());
    facts.extend((0..answer.figures.len()).map(|at| assembly::of_figure(&context, &mut memo, at)));
    event::add(&context, &mut memo, &mut facts);
    change::link(&context, &mut facts);
    // Written in one buffer, so that what a fact keeps is no longer than it must be.
    let mut buffer = String::new();
    for fact in &mut facts {
        buffer.clear();
        key::write(&context, fact, &mut buffer);
        fact.key = buffer.as_str().into();
        buffer.clear();
        gloss::write(&context, fact, gloss, &mut buffer);
        fact.gloss = buffer.as_str().into();
        fact.confidence = confidence::of(&context, fact);
    }
    facts.retain(|fact| fact.kind != FactKind::Event || fact.confidence >= confidence::LEAST);
    facts.sort_by_cached_key(|fact| (fact.sentence, fact.span.start, fact.figure));
    facts
}

/// Subject, predicate and object of every clause.
pub(crate) fn triples(analysis: &Analysis<'_, '_>, clauses: Clauses<'_>, answer: &Answer<'_>) -> Vec<Triple> {
    triple::find(analysis, clauses, answer)
}
