//! What a verb says in a fact's key: one of the relations that news is full of, or nothing.

use super::change;
use crate::answer::Direction;
use crate::lang::Lang;
use crate::lexicon::class::{Relation, VerbKind};
use crate::lexicon::{Class, builtin};

/// The relation of a predicate: the one that the dictionary gives, else what its kind tells.
pub(super) fn of(concept: &str) -> Option<Relation> {
    let said = builtin(Lang::En).canonical(Class::Verb, concept)?;
    if let Some(relation) = Relation::from_name(said.extra) {
        return Some(relation);
    }
    change::of_verb(VerbKind::from_name(said.tag)?).map(of_change)
}

/// What a quantity does that moves.
pub(super) fn of_change(direction: Direction) -> Relation {
    match direction {
        Direction::Up => Relation::Rise,
        Direction::Down => Relation::Fall,
    }
}

/// Whether a relation tells how a quantity moves.
pub(super) fn is_change(relation: Relation) -> bool {
    matches!(relation, Relation::Rise | Relation::Fall)
}

/// Whether a relation tells what happens to somebody.
pub(super) fn is_of_persons(relation: Relation) -> bool {
    use Relation::*;
    matches!(relation, Arrest | Convict | Die | Dismiss | Employ | Infect | Injure | Recover | Rescue)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_of_one_relation_meet() {
        assert_eq!((of("kill"), of("die")), (Some(Relation::Die), Some(Relation::Die)));
        assert_eq!(of("surge"), Some(Relation::Rise));
        assert_eq!((of("double"), of("slash")), (Some(Relation::Rise), Some(Relation::Fall)));
        assert_eq!((of("examine"), of("be")), (None, None));
    }
}
