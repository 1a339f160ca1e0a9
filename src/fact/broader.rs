//! What stands for a noun's concept in a fact's key: translators and reporters put the last noun of a compound for the
//! whole, and one noun for another.

use crate::lang::Lang;
use crate::lexicon::class::{NounKind, Relation};
use crate::lexicon::{Class, Lexicon, builtin};

/// The concept by which a key names a noun: of two that are put for one another one and the same, of a compound its last
/// noun. Who acts is told apart by the whole: a defence ministry is not the ministry.
pub(super) fn acting(concept: &str) -> &str {
    known(concept).filter(|(_, relation)| relation.is_none()).map_or_else(|| plain(concept, false), |(broad, _)| broad)
}

/// The concept by which a key names what is counted, and what the noun says of it: "five dead" are five persons who died.
pub(super) fn counted(concept: &str) -> (&str, Option<Relation>) {
    known(concept).unwrap_or_else(|| (plain(concept, true), None))
}

/// What the dictionary puts for a concept.
fn known(concept: &str) -> Option<(&'static str, Option<Relation>)> {
    let entry = builtin(Lang::En).canonical(Class::Broader, concept)?;
    Some((entry.lemma, Relation::from_name(entry.extra)))
}

/// The last noun of a compound, which the English name tells, with what the dictionary puts for it.
fn plain(concept: &str, counted: bool) -> &str {
    let lexicon = builtin(Lang::En);
    let compound = lexicon.canonical(Class::Noun, concept).filter(|entry| {
        let acts = matches!(NounKind::from_name(entry.tag), Some(NounKind::Person | NounKind::Group));
        counted || !acts
    });
    let Some(last) = compound.and_then(|entry| last_noun(lexicon, entry.lemma)) else {
        return concept;
    };
    known(last).filter(|(_, relation)| relation.is_none()).map_or(last, |(broad, _)| broad)
}

/// The concept of a phrase's head: "traffic accident", "ball of wool".
fn last_noun(lexicon: &'static Lexicon, name: &str) -> Option<&'static str> {
    let is = |word: &&str, class| lexicon.lookup(word).any(|(known, ..)| known == class);
    let head = name.split(' ').take_while(|word| !is(word, Class::Adposition)).last().filter(|head| *head != name)?;
    let (.., entry) = lexicon.lookup(head).find(|(class, ..)| *class == Class::Noun)?;
    Some(lexicon.entry(entry).id).filter(|id| !id.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compound_is_its_last_noun_unless_it_acts() {
        assert_eq!(acting("traffic-accident"), "accident");
        assert_eq!(acting("defence-ministry"), "defence-ministry");
        assert_eq!(counted("youth-group"), ("group", None));
        assert_eq!(counted("breach-of-trust"), counted("breach-of-trust"));
    }

    #[test]
    fn nouns_that_are_put_for_one_another_meet() {
        assert_eq!(acting("resolution"), acting("decision"));
        assert_eq!(counted("dead"), ("person", Some(Relation::Die)));
        assert_eq!(acting("dead"), "dead");
        assert_eq!(counted("no-concept"), ("no-concept", None));
    }
}
