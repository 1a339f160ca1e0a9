//! What the facts of one clause share, found once.

use super::choice::Choice;
use super::located::{Located, Places};
use crate::answer::Reference;

/// How many clauses are remembered: more than a sentence has, whose facts are put together one after another.
const CLAUSES: usize = 1024;

/// What was found last.
pub(super) struct Memo<'t>(Vec<Shared<'t>>);

/// What the facts of one clause share.
#[derive(Clone, Default)]
struct Shared<'t> {
    /// Its place in the context's clauses.
    clause: usize,
    subject: Option<Choice<Reference<'t>>>,
    places: Option<Places>,
}

impl<'t> Memo<'t> {
    /// Of so many clauses nothing is known yet.
    pub(super) fn new(clauses: usize) -> Memo<'t> {
        Memo(vec![Shared::default(); clauses.clamp(1, CLAUSES)])
    }

    /// What is known of a clause; what is known of another one in its place is forgotten.
    fn of(&mut self, clause: usize) -> Option<&mut Shared<'t>> {
        let place = clause % self.0.len().max(1);
        let shared = self.0.get_mut(place)?;
        if shared.clause != clause {
            *shared = Shared { clause, ..Shared::default() };
        }
        Some(shared)
    }

    /// The subject of a clause, found where it is not known.
    pub(super) fn subject(
        &mut self,
        clause: usize,
        find: impl FnOnce() -> Choice<Reference<'t>>,
    ) -> Choice<Reference<'t>> {
        self.of(clause).map_or(Choice::OPEN, |shared| shared.subject.get_or_insert_with(find).clone())
    }

    /// The phrases of place in a clause, found where they are not known.
    pub(super) fn places(&mut self, clause: usize, find: impl FnOnce() -> Places) -> &[Located] {
        self.of(clause).map_or(&[], |shared| shared.places.get_or_insert_with(find))
    }
}
