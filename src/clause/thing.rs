//! Whether a phrase names something that can do, suffer or be told of.

use std::ops::Range;

use super::constituent::{is_nominal, is_time};
use crate::lexicon::class::{Adposition, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known};
use crate::reading::Analysis;
use crate::reading::phrase::{begins_genitive, noun_phrase};
use crate::text::{Shape, TokenKind};

/// Whether a phrase names something: neither a pronoun nor a time nor a lone adjective, adverb or verb; of how many or how much, by
/// what that is a part of.
pub(crate) fn is_thing(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> bool {
    names_thing(analysis, whole_of(analysis, &phrase, analysis.tokens.len()).unwrap_or(phrase))
}

/// "some | of the money", "einer | der Männer": what a phrase that only counts is a part of, within `limit`.
pub(crate) fn whole_of(analysis: &Analysis<'_, '_>, part: &Range<usize>, limit: usize) -> Option<Range<usize>> {
    const PART: ClassSet = groups::QUANTITY.or(&[Class::Cardinal, Class::IndefiniteArticle]);
    if part.len() != 1 || !analysis.is_any(part.start, PART) {
        return None;
    }
    let of = analysis.is_adposition(part.end, Adposition::Of);
    let start = part.end + usize::from(of);
    let end = noun_phrase(analysis, start, limit).filter(|_| of || begins_genitive(analysis, start))?;
    Some(start..end)
}

fn names_thing(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> bool {
    const PRONOUN: ClassSet =
        groups::PRONOMINAL.or(&[Class::Indefinite, Class::Interrogative, Class::Multiple, Class::RelativePronoun]);
    const NOUN: ClassSet = groups::NOUN.or(&[Class::Conversion]);
    const OTHER: ClassSet = groups::MODIFIER.or(&[Class::Approx, Class::Direction, Class::TimeRef, Class::Verb]);
    let Some(head) = phrase.end.checked_sub(1) else {
        return false;
    };
    let word = analysis.kind(head) == TokenKind::Word;
    let lower = analysis.shape(head) == Shape::Lower;
    // "died confronted", "seems certain", "das zumindest"; but "the repairing", "the 53-year-old"
    let profile = analysis.profile(analysis.sentence_of(head));
    let nominal = phrase.len() > 1 && analysis.is_any(phrase.start, groups::OPENS_PHRASE) && !profile.capital_nouns;
    // "consumer borrowing"
    let deed = || phrase.len() > 1 && analysis.has_form(head, Class::Verb, Form::GERUND) && !profile.capital_nouns;
    let other = || {
        lower
            && !nominal
            && !analysis.is_any(head, NOUN)
            && !deed()
            && (analysis.is_any(head, OTHER) || word && profile.capital_nouns)
    };
    // "escaped unhurt", but "wreaked havoc": where nouns have no capital, one alone is known or in the plural.
    let noun = || analysis.known(head) == Some(Known::Noun);
    let unknown = || {
        analysis.is_unknown_word(head)
            && !profile.capital_nouns
            && !(profile.plural_like)(analysis.word(head))
            && !noun()
    };
    // "einige Male" says how often; "a time", "the Times".
    let often = analysis.is(head, Class::Times) && profile.capital_nouns;
    !often
        && !(phrase.len() == 1 && (unknown() || analysis.is_any(head, PRONOUN) || !word))
        && !other()
        && !is_time(analysis, phrase.clone())
        && is_nominal(analysis, phrase)
}

/// "Nina Simone", "Siemens": a name without an article, of which there is one only.
pub(super) fn is_proper_name(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const COMMON: ClassSet = groups::TIME.or(&[Class::Demonym, Class::PlaceAdjective]);
    let plural_like = analysis.profile(analysis.sentence_of(phrase.start)).plural_like;
    let several = |at: usize| analysis.lexed.classes(at).has_none() && plural_like(analysis.word(at));
    let name = |at: usize| {
        analysis.kind(at) == TokenKind::Word
            && analysis.shape(at) != Shape::Lower
            && !analysis.is_any(at, COMMON)
            && !analysis.has_form(at, Class::Noun, Form::PLURAL)
    };
    !phrase.is_empty() && phrase.clone().all(name) && !several(phrase.end - 1)
}

/// "Lehrer", "deputy": a noun that somebody is.
pub(crate) fn is_person(analysis: &Analysis<'_, '_>, head: usize) -> bool {
    analysis.is_any(head, groups::OFFICE) || analysis.is_noun_of(head, NounKind::Person)
}
