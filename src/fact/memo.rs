//! What the facts of one clause share, found once.

use super::choice::Choice;
use super::located::{Located, Places};
use crate::answer::Reference;

/// What was found so far, for each clause by its place in the context's.
pub(super) struct Memo<'t>(Vec<Shared<'t>>);

/// What the facts of one clause share.
#[derive(Clone, Default)]
struct Shared<'t> {
    subject: Option<Choice<Reference<'t>>>,
    places: Option<Places>,
}

impl<'t> Memo<'t> {
    /// Of so many clauses nothing is known yet.
    pub(super) fn new(clauses: usize) -> Memo<'t> {
        Memo(vec![Shared::default(); clauses])
    }

    /// The subject of a clause, found where it is not known.
    pub(super) fn subject(
        &mut self,
        clause: usize,
        find: impl FnOnce() -> Choice<Reference<'t>>,
    ) -> Choice<Reference<'t>> {
        self.0.get_mut(clause).map_or(Choice::OPEN, |shared| shared.subject.get_or_insert_with(find).clone())
    }

    /// The phrases of place in a clause, found where they are not known.
    pub(super) fn places(&mut self, clause: usize, find: impl FnOnce() -> Places) -> &[Located] {
        self.0.get_mut(clause).map_or(&[], |shared| shared.places.get_or_insert_with(find))
    }
}
