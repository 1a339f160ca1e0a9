//! What a verb says in a fact's key: one of a few broad relations, or nothing.
//!
//! Translators choose other verbs for the same fact, and two reporters do so too; a lexical choice must not part it.

use crate::lang::Lang;
use crate::lexicon::class::VerbKind;
use crate::lexicon::{Class, builtin};

/// The relations besides rise and fall, which the kinds of the verbs tell, each with the predicates that mean it.
const RELATIONS: &[(&str, &[&str])] = &[
    ("arrest", &["arrest", "capture", "detain", "jail"]),
    ("die", &["behead", "die", "drown", "execute", "kill", "massacre", "murder", "shoot-dead", "stab-to-death"]),
    ("dismiss", &["dismiss"]),
    ("employ", &["employ"]),
    ("infect", &["fall-ill", "infect"]),
    ("injure", &["injure"]),
    ("lose", &["lose"]),
    ("pay", &["donate", "invest", "pay", "spend"]),
    ("plan", &["aim", "envisage", "plan"]),
    ("receive", &["receive"]),
    ("win", &["defeat", "win"]),
];

/// The relation of a predicate.
pub(super) fn of(concept: &str) -> Option<&'static str> {
    let named = RELATIONS.iter().find(|(_, concepts)| concepts.contains(&concept));
    named.map(|(relation, _)| *relation).or_else(|| {
        match VerbKind::from_name(builtin(Lang::En).canonical(Class::Verb, concept)?.tag)? {
            VerbKind::Up | VerbKind::Double | VerbKind::Triple => Some("rise"),
            VerbKind::Down | VerbKind::Halve => Some("fall"),
            _ => None,
        }
    })
}

/// Whether a relation tells how a quantity moves.
pub(super) fn is_change(relation: &str) -> bool {
    matches!(relation, "rise" | "fall")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_of_one_relation_meet() {
        assert_eq!((of("kill"), of("die")), (Some("die"), Some("die")));
        assert_eq!((of("surge"), of("double"), of("slash")), (Some("rise"), Some("rise"), Some("fall")));
        assert_eq!((of("examine"), of("be")), (None, None));
    }

    #[test]
    fn every_predicate_of_a_relation_is_one_of_the_dictionary() {
        for (relation, concepts) in RELATIONS {
            for concept in *concepts {
                assert!(builtin(Lang::En).canonical(Class::Verb, concept).is_some(), "{relation}: {concept}");
            }
        }
    }
}
