//! How far the words of a concept stand behind what hangs on them.

use super::class::Commitment;
use super::{Class, builtin};
use crate::lang::Lang;

/// Whether the dictionaries give a concept one of the commitments.
pub(crate) fn commits(concept: &str, wanted: &[Commitment]) -> bool {
    let known = || builtin(Lang::En).canonical(Class::Commitment, concept);
    let has = |name: &str| wanted.iter().any(|wanted| wanted.name() == name);
    !concept.is_empty() && known().is_some_and(|entry| entry.lemma.split(';').any(has))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_concept_may_have_several() {
        assert!(commits("threaten", &[Commitment::Seems]));
        assert!(commits("threaten", &[Commitment::Manages, Commitment::Allows]));
        assert!(!commits("threaten", &[Commitment::Leaves]));
        assert!(!commits("no-concept", &[Commitment::Leaves]));
    }
}
