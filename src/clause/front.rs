//! Single words in front of the verb that are no constituent with a case, where the finite verb stands second.

use std::ops::Range;

use super::VerbGroup;
use super::agreement::is_plural;
use crate::lexicon::class::VerbKind;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known};
use crate::reading::Analysis;
use crate::reading::phrase::{is_oblique, noun_phrase};
use crate::reading::verb;
use crate::text::Shape;

/// "Verletzt wurde ein Mann", "Geschult am Alten, malte er": a participle that is no noun.
pub(super) fn is_leading_participle(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Role, Class::Surname, Class::Place, Class::Organisation]);
    analysis.has_form(at, Class::Verb, Form::PARTICIPLE) && !analysis.is_any(at, OTHER)
        || verb::is_leading_participle(analysis, at)
}

/// The concepts of verbs that tell how somebody shows themselves.
pub(crate) const SHOWS: &[&str] = &["feel", "give", "present", "show", "turn-out"];

/// "*Vorsichtig* gab sich Huber": an adjective alone before its verb with a reflexive pronoun tells how somebody shows themselves.
pub(crate) fn is_fronted_adjective(analysis: &Analysis<'_, '_>, front: &Range<usize>, verb: &VerbGroup) -> bool {
    const OTHER: ClassSet = groups::NOUN.with(groups::NAMED).with(groups::PERSON).with(groups::OPENS_PHRASE);
    let word = front.start;
    let listed = || analysis.lexed.classes(word).has_none() && analysis.known(word) == Some(Known::Form);
    front.len() == 1
        && front.end == verb.finite
        && verb.means(analysis, SHOWS)
        && analysis.begins_sentence(word)
        && analysis.is_reflexive(verb.finite + 1)
        && !analysis.is_any(word, OTHER)
        && (analysis.is_any(word, ClassSet::of(&[Class::Adjective, Class::Stance]))
            || is_leading_participle(analysis, word)
            || listed())
}

/// "*Brav* arbeitet der Sensor", "*Genießen* lässt sich das": a word alone before its verb that names nothing, as what stands behind
/// the verb tells.
pub(super) fn tells_how(analysis: &Analysis<'_, '_>, front: &Range<usize>, verb: &VerbGroup, end: usize) -> bool {
    use VerbKind::{Alone, Down, Occur, Steady, Up};
    let (word, behind) = (front.start, verb.finite + 1);
    if front.end != verb.finite
        || front.len() != 1
        || is_plural(analysis, verb)
        || analysis.shape(word) != Shape::Title
        || !analysis.begins_sentence(word)
    {
        return false;
    }
    let infinitive = analysis.has_form(word, Class::Verb, Form::INFINITIVE) && !analysis.is_any(word, groups::NOUN);
    if infinitive && verb.head == verb.finite && analysis.is_reflexive(behind) {
        return verb.means(analysis, &["let"]);
    }
    // What is listed and no noun in its base form.
    if !analysis.lexed.classes(word).has_none() || analysis.known(word) != Some(Known::Form) {
        return false;
    }
    let behind = (behind..end).find(|at| !analysis.is_any(*at, ClassSet::of(&[Class::Adverb, Class::Coordinator])));
    let Some(behind) = behind.filter(|behind| analysis.is(*behind, Class::Article)) else {
        return false;
    };
    let profile = analysis.profile(analysis.sentence_of(word));
    let masculine = (profile.masculine)(analysis.word(behind)) && !verb.says(analysis);
    let complete = matches!(verb.kind(analysis), Some(Alone | Down | Occur | Steady | Up));
    !is_oblique(analysis, behind) && (masculine || complete) && noun_phrase(analysis, behind, end).is_some()
}
