//! Relative clauses that no word opens: "The bridge | the company built | collapsed", "sold the house | he had built".

use std::ops::Range;

use super::View;
use super::constituent::{is_subject, is_subject_pronoun, is_time};
use crate::lexicon::class::Pronoun;
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, noun_phrase};
use crate::reading::verb::{between, governs_clause};
use crate::text::TokenKind;

/// "The bridge | the company built | collapsed": a noun phrase right behind the subject, where another verb follows its own.
pub(super) fn of_subject(view: View<'_, '_, '_>, start: usize, verb: usize) -> Option<usize> {
    const FAR: usize = 4;
    let analysis = view.analysis;
    if !analysis.is_any(start, groups::DETERMINER) {
        return None;
    }
    let at = noun_phrase(analysis, start, verb).filter(|at| *at < verb && !is_time(analysis, start..*at))?;
    let own = analysis.is_any(at, groups::DETERMINER) || is_subject_pronoun(analysis, at);
    if !own || !is_subject(analysis, at, verb) {
        return None;
    }
    // "built collapsed", "had built collapsed"
    let next = (verb + 1..view.end.min(verb + FAR)).find(|at| view.signs[*at].finite >= view.grammar.own_verb)?;
    let inside = |at: usize| between(analysis, at) || analysis.has_form(at, Class::Verb, Form::PARTICIPLE);
    (verb + 1..next).all(inside).then_some(at)
}

/// Where the subject of the second of two verbs begins right behind the object of the first.
pub(super) fn of_object(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> Option<usize> {
    // "said that | he"
    if governs_clause(analysis, first) {
        return None;
    }
    let object = first + 1;
    pronoun(analysis, object..second)
        .or_else(|| noun(analysis, object..second))
        .filter(|subject| is_object(analysis, object..*subject))
}

/// "sold the house | he had built", "dismissed the claim | it had lied"
fn pronoun(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Option<usize> {
    let subject = (tokens.start + 2..tokens.end).rev().find(|at| !between(analysis, *at))?;
    let it = || analysis.is_pronoun(subject, Pronoun::It) && !analysis.is_any(subject, groups::DETERMINER);
    (is_subject_pronoun(analysis, subject) || it()).then_some(subject)
}

/// "one of the greatest singers | the world has known": right before an auxiliary.
fn noun(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Option<usize> {
    /// How far before the auxiliary its subject may begin.
    const NEAR: usize = 6;
    let Range { start, end: verb } = tokens;
    if !analysis.is(verb, Class::Auxiliary) {
        return None;
    }
    (verb.saturating_sub(NEAR).max(start + 2)..verb).find(|at| {
        analysis.is_any(*at, groups::DETERMINER)
            && !analysis.is_any(*at, groups::OPENER)
            && noun_phrase(analysis, *at, verb) == Some(verb)
    })
}

/// Whether tokens are an object with what hangs on it, and end with a noun.
fn is_object(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let Range { start, end } = tokens;
    let parted = |at: usize| {
        !matches!(analysis.kind(at), TokenKind::Word | TokenKind::Number) || analysis.is_any(at, groups::OPENER)
    };
    analysis.is_any(start, groups::OPENS_PHRASE)
        && !is_preposition(analysis, start)
        && (analysis.is_any(end - 1, groups::NOUN) || analysis.lexed.classes(end - 1).has_none())
        && !(start..end).any(parted)
}
