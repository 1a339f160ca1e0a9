//! Who says what: quotations and reported speech, with speaker, medium and cue.

use crate::analysis::Analysis;
use crate::clause::Clause;
use crate::document::{Mention, Statement};

/// Finds the statements of a document.
pub(crate) fn find<'t>(
    _analysis: &Analysis<'_, 't>,
    _clauses: &[Clause],
    _mentions: &[Mention<'t>],
) -> Vec<Statement<'t>> {
    Vec::new()
}
