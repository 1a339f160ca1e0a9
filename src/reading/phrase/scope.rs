//! How far a word reaches: what an adverb tells of, where whom something is told ends.

use crate::lexicon::class::{Adposition, NounKind};
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// "der *angeblich* betrunkene Fahrer", "*vermutlich* wegen der Krise": whether an adverb, of some tokens from `at` up to `end`, tells of
/// an attribute behind a determiner or of a cause alone, and not of its clause.
pub(crate) fn tells_of_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> bool {
    is_of_attribute(analysis, at, end) || analysis.is_adposition(end, Adposition::Because)
}

fn is_of_attribute(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> bool {
    /// How many attributes may stand before the noun.
    const MOST: usize = 4;
    const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    let profile = analysis.profile(analysis.sentence_of(at));
    // "der Mann, | *der* vermutlich betrunken war"
    let pronoun = |at: usize| analysis.is(at, Class::RelativePronoun) && at > 0 && analysis.word(at - 1) == ",";
    let behind = at.checked_sub(1).is_some_and(|before| analysis.is_any(before, DETERMINER) && !pronoun(before));
    let attribute = if profile.capital_nouns {
        let attribute =
            |at: &usize| analysis.shape(*at) == Shape::Lower && (profile.adjective_like)(analysis.word(*at));
        let noun = end + (end..end + MOST).take_while(attribute).count();
        noun > end && analysis.shape(noun) != Shape::Lower && analysis.kind(noun) == TokenKind::Word
    } else {
        analysis.is(end, Class::Adjective) || analysis.has_form(end, Class::Verb, Form::PARTICIPLE)
    };
    behind && attribute && analysis.shape(end) == Shape::Lower
}

/// "told *reporters* prices would rise": whether a noun names persons, without a determiner, whom the verb right before it tells
/// something. What follows is no part of their phrase.
pub(crate) fn is_addressee(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let tells = |before: usize| analysis.senses_of(before, Class::Verb).any(|verb| analysis.means(*verb, &["tell"]));
    let several = analysis.senses_of(at, Class::Noun).any(|noun| {
        noun.length == 1 && noun.form.is_only_plural() && analysis.noun_kind(*noun) == Some(NounKind::Person)
    });
    several && at.checked_sub(1).is_some_and(tells)
}
