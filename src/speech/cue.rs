//! A clause whose verb says, thinks or finds: the place where rules of reported speech are tried.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use super::context::Context;
use super::{Found, Pieces};
use crate::clause::{Clause, VerbGroup};
use crate::lexicon::class::VerbKind;
use crate::text::TokenKind;

/// How a rule reads what a clause reports.
pub(super) type Read = fn(&Cue<'_, '_, '_, '_>) -> Option<Pieces>;

/// How many clauses away reported speech is looked for.
pub(super) const FAR: usize = 60;

pub(super) struct Cue<'q, 'c, 'a, 't> {
    pub cx: &'q Context<'c, 'a, 't>,
    /// The clause's place.
    pub at: usize,
    pub clause: &'q Clause,
    pub verb: &'q VerbGroup,
    pub kind: VerbKind,
    pub sentence: Range<usize>,
    /// The first token of the sentence that no statement covers yet.
    pub free: usize,
    pub found: &'q Found,
    /// The adjective that says it behind the verb: "is confident".
    pub stance: Option<usize>,
    /// The first clause of the sentence that begins behind the verb.
    next: Option<usize>,
}

impl<'q, 'c, 'a, 't> Cue<'q, 'c, 'a, 't> {
    /// The clause at a place; none without a verb.
    pub(super) fn new(
        cx: &'q Context<'c, 'a, 't>,
        (at, kind): (usize, VerbKind),
        (free, sentence): (usize, &Range<usize>),
        found: &'q Found,
    ) -> Option<Self> {
        let clause = cx.clauses.get(at)?;
        let verb = clause.verb.as_ref()?;
        let next = (at + 1..cx.clauses_of(clause.sentence).end)
            .take(FAR)
            .find(|next| cx.clauses[*next].extent().start > verb.finite);
        Some(Cue { cx, at, clause, verb, kind, sentence: sentence.clone(), free, found, stance: None, next })
    }

    /// The first clause that begins behind the verb, with its place.
    pub(super) fn next(&self) -> Option<(usize, &'q Clause)> {
        let next = self.next?;
        Some((next, self.cx.clauses.get(next)?))
    }

    /// Whether a comma, colon or semicolon stands before a clause.
    pub(super) fn is_separated(&self, clause: &Clause) -> bool {
        self.cx.analysis.kind(clause.extent().start.wrapping_sub(1)) == TokenKind::Separator
    }

    /// The last token of the words that say it.
    pub(super) fn verb_end(&self) -> usize {
        self.verb.tokens.last().map_or(self.verb.finite, |last| *last).max(self.stance.unwrap_or(0))
    }
}
