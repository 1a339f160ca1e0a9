//! Verb forms in noun phrases: a gerund or participle behind its noun, a base form that is a noun.

use super::modifier::DETERMINERS;
use super::preposition::is_preposition;
use crate::lexicon::class::Adposition;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Known};
use crate::reading::Analysis;
use crate::reading::verb::{begins_object, takes_object};
use crate::text::{Shape, TokenKind};

/// "provided *support*", "began *work*": a verb's base form that the language has as a noun too, before no object.
pub(crate) fn names_deed(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::AUXILIARY.with(groups::MODIFIER).with(groups::LINK).or(&[Class::Direction]);
    analysis.has_form(at, Class::Verb, Form::INFINITIVE)
        && analysis.shape(at) == Shape::Lower
        && !analysis.is_any(at, OTHER)
        && !takes_object(analysis, at + 1)
        && analysis.known(at) == Some(Known::Noun)
}

/// "An injury | playing against Spain", "the judge | hearing the case": behind a noun a gerund with an object or what its verb
/// governs; one that is a noun as well only before a determiner.
pub(crate) fn begins_gerund(analysis: &Analysis<'_, '_>, here: usize) -> bool {
    const HANGS: ClassSet = groups::NOUN.or(&[Class::Adjective, Class::Conversion]);
    let next = here + 1;
    let inside = || analysis.is_any_adposition(next, &[Adposition::Of, Adposition::In]);
    let governs = || begins_object(analysis, next) || is_preposition(analysis, next) && !inside();
    analysis.has_form(here, Class::Verb, Form::GERUND)
        && !analysis.profile(analysis.sentence_of(here)).capital_nouns
        && if analysis.is_any(here, HANGS) { analysis.is_any(next, groups::DETERMINER) } else { governs() }
}

/// "Figures | released last week": a past participle behind a noun, neither an adjective nor behind one.
pub(crate) fn begins_participle(analysis: &Analysis<'_, '_>, here: usize, first: usize) -> bool {
    const NO_NOUN: ClassSet = groups::MODIFIER.or(&[Class::Deictic, Class::Verb]);
    let before = here - 1;
    let noun = analysis.kind(before) == TokenKind::Word
        && !analysis.is_any(before, DETERMINERS.with(groups::NUMBER))
        && (analysis.is(before, Class::Noun) || !analysis.is_any(before, NO_NOUN))
        && (before == first || analysis.shape(before) == Shape::Lower);
    noun && !analysis.is_any(here, ClassSet::of(&[Class::Adjective, Class::Noun]))
        && analysis.has_form(here, Class::Verb, Form::PARTICIPLE)
}
