//! The noun phrase that ends before a token: "ein Schaden von | 3 Euro", "average budget | of $5".

use super::noun::{DETERMINERS, Phrase, STOPS, attributive, past};
use super::scope::Scope;
use crate::lexicon::{Class, ClassSet};
use crate::text::{Shape, TokenKind};

/// The noun phrase that ends right before a token: "ein durchschnittlicher Haushalt | von", "average budget | of".
pub(super) fn before(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Phrase> {
    let last = at.checked_sub(1).filter(|last| *last >= scope.start)?;
    if scope.kind(last) != TokenKind::Word {
        return None;
    }
    let (sense, head) = match scope.sense_before(at, Class::Noun, scope.start) {
        Some((sense, head)) => (Some(sense), head),
        None => (None, last),
    };
    let noun_like = if scope.profile.capital_nouns {
        scope.is_capital(head)
    } else {
        // "a damage of": a verb's form behind an article is a noun.
        let article = head > scope.start && scope.is_any(head - 1, DETERMINERS);
        sense.is_some() || !scope.is_any(head, NO_NOUNS) || article && scope.is(head, Class::Verb)
    };
    if !noun_like {
        return None;
    }
    let mut start = head;
    while start > scope.start && start + 4 > head && modifies(scope, start - 1) {
        start -= 1;
    }
    if scope.kind(start) == TokenKind::Hyphen {
        start += 1;
    }
    Some(Phrase { tokens: start..at, head, sense })
}

const NO_NOUNS: ClassSet = ClassSet::of(&[
    Class::Adposition,
    Class::Article,
    Class::Auxiliary,
    Class::Modal,
    Class::Pronoun,
    Class::Verb,
    Class::Adverb,
    Class::Adjective,
    Class::Coordinator,
    Class::Subordinator,
    Class::RelativePronoun,
    Class::Negation,
    Class::Approx,
    Class::Demonstrative,
    Class::Possessive,
    Class::Quantifier,
    Class::Direction,
    Class::Cardinal,
    Class::OpenAmount,
    Class::Times,
]);

/// Whether a word before a noun belongs to its phrase.
fn modifies(scope: &Scope<'_, '_, '_>, at: usize) -> bool {
    if scope.kind(at) == TokenKind::Hyphen {
        return scope.is_joint(at);
    }
    if scope.kind(at) != TokenKind::Word || scope.is_any(at, STOPS) || scope.is_any(at, DETERMINERS) {
        return false;
    }
    if scope.is_any(at, ClassSet::of(&[Class::Adposition, Class::Coordinator, Class::Approx, Class::Direction])) {
        return false;
    }
    if scope.glued(at + 1) && scope.is_capital(at) {
        return true;
    }
    // "the bank raised rates", "der Sturm erreichte Geschwindigkeiten": a finite verb.
    const SUBJECTS: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Pronoun, Class::Surname, Class::Organisation, Class::Person]);
    if at > scope.start
        && past(scope, at)
        && (scope.is_any(at - 1, SUBJECTS) || !scope.profile.capital_nouns && scope.is_capital(at - 1))
    {
        return false;
    }
    if scope.profile.capital_nouns {
        return scope.shape(at) == Shape::Lower
            && (scope.profile.adjective_like)(scope.word(at))
            && (scope.is(at, Class::Adjective) || attributive(scope, at) || !scope.is(at, Class::Verb));
    }
    scope.is_any(at, ClassSet::of(&[Class::Adjective, Class::Noun]))
        || attributive(scope, at) && !scope.is(at, Class::Adverb)
}

#[cfg(test)]
mod tests {
    use crate::figure::testing::{de, en};

    #[test]
    fn modifiers_belong_to_the_noun_and_verbs_do_not() {
        assert_eq!(en("A net profit of 5 euros remained."), ["5 euros|Money|5|EUR|Exact|net profit"]);
        assert_eq!(en("The bank raised rates to 3 percent."), ["3 percent|Percent|3|%|Exact|rates"]);
        assert_eq!(
            de("Der Sturm erreichte Geschwindigkeiten von 90 km/h."),
            ["90 km/h|Measure|90|km/h|Exact|Geschwindigkeiten"]
        );
    }
}
