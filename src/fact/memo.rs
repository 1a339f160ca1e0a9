//! What the facts of one clause share, found once.

use std::ops::Range;

use super::context::Context;
use super::place::{self, Places, Rank};
use crate::answer::Reference;

/// What was found so far, for each clause by its place in the context's.
pub(super) struct Memo<'t>(Vec<Shared<'t>>);

/// What the facts of one clause share.
#[derive(Clone, Default)]
struct Shared<'t> {
    subject: Option<Option<Reference<'t>>>,
    places: Option<Places>,
}

impl<'t> Memo<'t> {
    pub(super) fn new(context: &Context<'_, '_, 't>) -> Memo<'t> {
        Memo(vec![Shared::default(); context.clauses.len()])
    }

    /// The subject of a clause.
    pub(super) fn subject(&mut self, context: &Context<'_, '_, 't>, clause: usize) -> Option<Reference<'t>> {
        let shared = self.0.get_mut(clause)?;
        shared.subject.get_or_insert_with(|| context.subject(context.clauses.get(clause)?)).clone()
    }

    /// The phrases of place in a clause, in their order.
    pub(super) fn places(&mut self, context: &Context<'_, '_, 't>, clause: usize) -> &[(Rank, Range<usize>)] {
        let (Some(shared), Some(of)) = (self.0.get_mut(clause), context.clauses.get(clause)) else {
            return &[];
        };
        shared.places.get_or_insert_with(|| place::all(context, of))
    }
}
