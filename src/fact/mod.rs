//! What is so: figures, times, names and statements put together, clause by clause.

use crate::analysis::Analysis;
use crate::clause::Clause;
use crate::document::{Answer, Fact, Triple};
use crate::extractor::GlossLang;

/// The facts of a document whose other layers are done.
pub(crate) fn assemble<'t>(
    _analysis: &Analysis<'_, 't>,
    _clauses: &[Clause],
    _answer: &Answer<'t>,
    _gloss: GlossLang,
) -> Vec<Fact<'t>> {
    Vec::new()
}

/// Subject, predicate and object of every clause.
pub(crate) fn triples(_analysis: &Analysis<'_, '_>, _clauses: &[Clause], _answer: &Answer<'_>) -> Vec<Triple> {
    Vec::new()
}
