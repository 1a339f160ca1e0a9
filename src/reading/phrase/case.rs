//! What a phrase's form says of its case.

use std::ops::Range;

use crate::lang::Noun;
use crate::lexicon::class::Pronoun;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// Whether the phrase that begins here cannot be the subject by its form: "den Mann", "keinen Mann", "ihm".
pub(crate) fn is_oblique(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const MARKED: ClassSet = groups::DETERMINER.or(&[Class::Pronoun, Class::Quantifier]);
    if !analysis.is_any(at, MARKED) {
        return is_bare_oblique(analysis, at);
    }
    // "einer der Männer": a pronoun.
    if analysis.is(at, Class::IndefiniteArticle) && is_possessor(analysis, at) && is_possessor(analysis, at + 1) {
        return false;
    }
    let senses = analysis.senses(at);
    let mut marked = senses.iter().filter(|sense| sense.length == 1 && MARKED.has(sense.class)).peekable();
    marked.peek().is_some() && marked.all(|sense| sense.form.has(Form::OBLIQUE))
        || ends_obliquely(analysis, at)
        || declines_obliquely(analysis, at)
}

/// "großen Firmen", "großem Erfolg": an adjective without a determiner, whose ending no nominative has.
fn is_bare_oblique(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ADJECTIVE: ClassSet =
        ClassSet::of(&[Class::Adverb, Class::Adposition, Class::Cardinal, Class::Noun, Class::Article]);
    (analysis.is(at, Class::Adjective) || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE))
        && !analysis.is_any(at, NO_ADJECTIVE)
        && analysis.kind(at + 1) == TokenKind::Word
        && analysis.shape(at + 1) != Shape::Lower
        && (analysis.profile(analysis.sentence_of(at)).oblique_determiner)(analysis.word(at))
}

/// "seinen ersten Treffer", "diesem Mann", "seiner Firma": a determiner whose ending no nominative has.
fn ends_obliquely(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const DECLINED: ClassSet = ClassSet::of(&[Class::Demonstrative, Class::Possessive]);
    let (profile, word) = (analysis.profile(analysis.sentence_of(at)), analysis.word(at));
    let possessive = || {
        analysis.is(at, Class::Possessive)
            && analysis.kind(at + 1) == TokenKind::Word
            && (profile.oblique_possessive)(word)
    };
    analysis.is_any(at, DECLINED) && ((profile.oblique_determiner)(word) || possessive())
}

/// "der niederländischen Ministerin": behind an article that may be a genitive, an adjective that no nominative has.
fn declines_obliquely(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ADJECTIVE: ClassSet = groups::DETERMINER.with(groups::PRONOMINAL).or(&[
        Class::Adverb,
        Class::Adposition,
        Class::Cardinal,
        Class::Approx,
        Class::Quantifier,
    ]);
    /// How many words may describe the noun, with the hyphens between them.
    const MOST: usize = 4;
    let attribute = |at: &usize| analysis.shape(*at) == Shape::Lower || analysis.kind(*at) == TokenKind::Hyphen;
    let last = (at + 1..at + 1 + MOST).take_while(attribute).last();
    is_possessor(analysis, at)
        && last.is_some_and(|last| {
            analysis.kind(last) == TokenKind::Word
                && analysis.kind(last + 1) == TokenKind::Word
                && analysis.shape(last + 1) != Shape::Lower
                && !(at + 1..=last).any(|at| analysis.is_any(at, NO_ADJECTIVE))
                && (analysis.profile(analysis.sentence_of(at)).oblique_adjective)(analysis.word(last))
        })
}

/// Whether the phrase that begins here can be a direct object by the ending of its first word: not "der Wehr", "seinem
/// Bruder", "großer Firmen".
pub(crate) fn can_be_accusative(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ENDING: ClassSet = ClassSet::of(&[Class::Quantifier, Class::Approx, Class::Cardinal, Class::Adverb]);
    analysis.shape(at) != Shape::Lower
        || analysis.is_any(at, NO_ENDING)
        || (analysis.profile(analysis.sentence_of(at)).accusative)(analysis.word(at))
}

/// "den Leuten": a determiner that only a masculine direct object has, before a plural.
pub(crate) fn is_dative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    let Some(head) = phrase.end.checked_sub(1).filter(|head| *head > phrase.start) else {
        return false;
    };
    let mut nouns = analysis.senses_of(head, Class::Noun).peekable();
    analysis.is_any(phrase.start, groups::OPENS_PHRASE)
        && (analysis.profile(analysis.sentence_of(head)).oblique_determiner)(analysis.word(phrase.start))
        && (analysis.profile(analysis.sentence_of(head)).dative_plural)(analysis.word(head))
        && nouns.peek().is_some()
        && nouns.all(|sense| sense.form.is_only_plural())
        && !is_weak(analysis, head)
}

/// "den Nachbarn": a noun that ends so in all cases but the nominative of one, which is no plural.
fn is_weak(analysis: &Analysis<'_, '_>, noun: usize) -> bool {
    let word = analysis.word(noun);
    let without = word.get(..word.len().saturating_sub(1)).unwrap_or_default();
    let mut nouns =
        analysis.senses_for(analysis.sentence_of(noun), without).filter(|sense| sense.class == Class::Noun).peekable();
    nouns.peek().is_some() && nouns.all(|sense| !sense.form.has(Form::PLURAL))
}

/// "des Rates", "ihres Rates": an article or possessive that can only be a genitive, as it is accusative by its ending alone.
pub(crate) fn is_genitive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(at));
    let possessive = || {
        let word = analysis.word(at);
        analysis.is(at, Class::Possessive) && (profile.oblique_possessive)(word) && (profile.accusative)(word)
    };
    analysis.has_form(at, Class::Article, Form::OBLIQUE.and(Form::POSSESSOR)) || possessive()
}

/// "der neue Bischof", "ein neuer Bischof", "der Bischof": a phrase that can only be a subject.
pub(crate) fn is_nominative(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const MEN: ClassSet = groups::OFFICE;
    let profile = analysis.profile(analysis.sentence_of(at));
    let next = at + 1;
    if analysis.kind(next) != TokenKind::Word
        || !analysis.is_any(at, ClassSet::of(&[Class::Article, Class::Demonstrative]))
    {
        return false;
    }
    // "der Wiener Bischof"
    let noun = next + usize::from(analysis.is(next, Class::PlaceAdjective) && !analysis.is_any(next, MEN));
    let man = analysis.is_any(noun, MEN)
        && analysis.shape(noun) != Shape::Lower
        && !profile.gender_endings.iter().any(|ending| analysis.word(noun).ends_with(ending))
        && (profile.masculine)(analysis.word(at));
    man || is_described_nominative(analysis, at)
}

/// "Firma", "Ministerin": a noun in the singular that has no genitive of its own, where articles tell the gender.
fn is_feminine(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let sentence = analysis.sentence_of(at);
    let profile = analysis.profile(sentence);
    let one = |sense: &Sense| {
        sense.form.has(Form::SINGULAR) && !sense.form.has_any(Form::PLURAL.and(Form::COMPOUND).and(Form::GENITIVE))
    };
    let mut nouns = analysis.senses_of(at, Class::Noun).peekable();
    let known = nouns.peek().is_some() && nouns.all(one);
    known && profile.grammatical_gender && !has_genitive(analysis, at)
}

/// "Vorschlag", "Haus": a noun with an ending of its own in the genitive, which no feminine one has.
fn has_genitive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let sentence = analysis.sentence_of(at);
    let genitive = |ending: &&str| {
        let form = format!("{}{ending}", analysis.word(at));
        analysis
            .senses_for(sentence, &form)
            .any(|sense| sense.class == Class::Noun && sense.form.has(Form::GENITIVE.and(Form::SINGULAR)))
    };
    analysis.profile(sentence).genitive_endings.iter().any(genitive)
}

/// "der Sturm": behind this article stands one man or thing, where it is no dative.
pub(crate) fn is_masculine(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    analysis.is(phrase.start, Class::Article)
        && (analysis.profile(analysis.sentence_of(phrase.start)).masculine)(analysis.word(phrase.start))
        && !is_feminine_dative(analysis, phrase)
}

/// "der Vorschlag": the article of a masculine subject, or of a feminine dative, before a noun in the singular that is not feminine.
pub(crate) fn is_masculine_nominative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    let noun = phrase.end - 1;
    let profile = analysis.profile(analysis.sentence_of(noun));
    phrase.len() == 2
        && analysis.is(phrase.start, Class::Article)
        && profile.grammatical_gender
        && (profile.masculine)(analysis.word(phrase.start))
        && analysis.is(noun, Class::Noun)
        && analysis.senses_of(noun, Class::Noun).all(|sense| !sense.form.has(Form::PLURAL))
        && has_genitive(analysis, noun)
}

/// "der Ministerin": before a feminine noun the article of a masculine subject is a dative or genitive.
pub(crate) fn is_feminine_dative(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    phrase.len() == 2
        && is_possessor(analysis, phrase.start)
        && (analysis.profile(analysis.sentence_of(phrase.start)).masculine)(analysis.word(phrase.start))
        && is_feminine(analysis, phrase.start + 1)
}

/// "der neue Bischof", "ein neuer Bischof": an article or demonstrative before an adjective whose ending tells the nominative.
pub(super) fn is_described_nominative(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ADJECTIVE: ClassSet = ClassSet::of(&[Class::Adverb, Class::Adposition, Class::Cardinal]);
    let next = at + 1;
    analysis.is_any(at, ClassSet::of(&[Class::Article, Class::Demonstrative]))
        && analysis.kind(next) == TokenKind::Word
        && analysis.shape(next) == Shape::Lower
        && !analysis.is_any(next, NO_ADJECTIVE)
        && (analysis.profile(analysis.sentence_of(at)).nominative)(analysis.word(at), analysis.word(next))
}

/// "Das Geschenk hatte er erhalten": a pronoun that can only be a subject right behind the finite verb.
pub(crate) fn is_nominative_pronoun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let mut pronouns = analysis.senses_of(at, Class::Pronoun).filter(|sense| sense.length == 1).peekable();
    pronouns.peek().is_some()
        && pronouns.all(|sense| {
            !sense.form.has(Form::OBLIQUE)
                && matches!(
                    Pronoun::from_value(sense.value),
                    Some(Pronoun::I | Pronoun::He | Pronoun::HeIt | Pronoun::We | Pronoun::One)
                )
        })
}

/// An article that can stand in the genitive: "des", "der", "eines".
pub(crate) fn is_possessor(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.has_form(at, Class::Article, Form::POSSESSOR)
}

/// "die Einstellung | neuer Lehrer": right behind a noun, an adjective before a plural that tells the genitive by its ending alone.
pub(crate) fn is_bare_possessor(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const ATTRIBUTE: ClassSet = ClassSet::of(&[Class::Adjective, Class::PlaceAdjective, Class::Quantifier]);
    const OTHER: ClassSet = groups::CLOSED.or(&[
        Class::Adverb,
        Class::Approx,
        Class::Article,
        Class::Comparative,
        Class::Demonstrative,
        Class::Direction,
        Class::Possessive,
    ]);
    const NAMES: ClassSet = groups::PERSON.with(groups::NAMED);
    let Some(noun) = at.checked_sub(1).filter(|_| analysis.shape(at) == Shape::Lower) else {
        return false;
    };
    let (profile, word) = (analysis.profile(analysis.sentence_of(at)), analysis.word(at));
    let attribute = analysis.is_any(at, ATTRIBUTE)
        || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE)
        || analysis.is_unknown_word(at);
    let declined = attribute
        && profile.genitive_case
        && (profile.adjective_like)(word)
        && !(profile.accusative)(word)
        && !(profile.oblique_determiner)(word)
        && !analysis.is_any(at, OTHER);
    (declined || is_genitive_number(analysis, at))
        && analysis.shape(noun) != Shape::Lower
        && analysis.is_any(noun, groups::NOUN.with(groups::UNIT))
        && !analysis.is_any(noun, NAMES)
        && analysis.shape(at + 1) != Shape::Lower
        && analysis.senses_of(at + 1, Class::Noun).any(|sense| sense.form.has(Form::PLURAL))
}

/// "zweier", "dreier": a number whose ending tells the genitive.
pub(crate) fn is_genitive_number(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let (profile, word) = (analysis.profile(analysis.sentence_of(at)), analysis.word(at));
    analysis.is(at, Class::Cardinal)
        && profile.genitive_case
        && (profile.adjective_like)(word)
        && !(profile.accusative)(word)
}

/// "die": a determiner of one woman or of many, in the nominative or accusative.
pub(crate) fn may_lead_many(analysis: &Analysis<'_, '_>, determiner: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(determiner));
    let determiner = analysis.word(determiner);
    let feminine = (profile.relative_gender)("die", Noun::Behind { determiner, oblique: false });
    feminine && !(profile.masculine)(determiner) && !(profile.oblique_determiner)(determiner)
}
