//! What a stretch's first words say of its clause.

use std::ops::Range;

use super::finite::Finite;
use super::{ClauseKind, View};
use crate::lexicon::class::{Modal, Subordinator};
use crate::lexicon::{Class, ClassSet};
use crate::text::{Shape, TokenKind};

/// What is known of a stretch's verb.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// It has one.
    pub verb: bool,
    /// It ends in it, as German subordinate clauses do.
    pub ends_in_verb: bool,
}

/// The kind of clause that the first words open. A preposition may stand before a relative pronoun ("in dem").
pub(super) fn opener(view: View<'_, '_, '_>, tokens: &Range<usize>, found: Found) -> Option<ClauseKind> {
    let analysis = view.analysis;
    let verb_final = view.profile.verb_final;
    let finite = |token: usize| view.signs.get(token).map_or(Finite::No, |sign| sign.finite);
    if inverted_condition(view, tokens) {
        return Some(ClauseKind::Subordinate(Subordinator::If));
    }
    let mut at = tokens.start;
    // "und weil"; but "wie" alone, which also joins nouns, opens its own clause.
    if analysis.is(at, Class::Coordinator) && !analysis.is(at, Class::Subordinator) && at + 1 < tokens.end {
        at += 1;
    }
    // "als wenn"
    if analysis.is(at, Class::Subordinator)
        && analysis.is(at, Class::Adposition)
        && analysis.is(at + 1, Class::Subordinator)
    {
        at += 1;
    }
    let mut subordinator = analysis.sense(at, Class::Subordinator);
    // "nur weil", "just as"
    if subordinator.is_none() && analysis.is(at, Class::Adverb) && at + 1 < tokens.end {
        subordinator = analysis.sense(at + 1, Class::Subordinator);
    }
    // "Damit könnten …", "That is …": right before its verb the word is an adverb or pronoun.
    if at == view.start && finite(at + 1) == Finite::Yes {
        return None;
    }
    // "400 babies that are cared for"
    if !verb_final
        && at > view.start
        && analysis.is(at, Class::RelativePronoun)
        && subordinator.is_some_and(|sense| sense.value == Subordinator::That as u32)
        && analysis.is_any(at - 1, ClassSet::of(&[Class::Noun, Class::Role, Class::Organisation, Class::Medium]))
        && !analysis.is(at - 1, Class::Verb)
        && finite(at + 1) != Finite::No
    {
        return Some(ClauseKind::Relative);
    }
    if let Some(kind) = subordinator.and_then(|sense| Subordinator::from_value(sense.value)) {
        let preposition = analysis.is(at, Class::Adposition) || analysis.is(at, Class::Adverb);
        // "That is 37 more", ", that is,": a pronoun where its verb follows and nothing governs it.
        let governed = tokens.start > view.start && analysis.kind(tokens.start - 1) == TokenKind::Word;
        let pronoun = kind == Subordinator::That && !verb_final && !governed && finite(at + 1) == Finite::Yes;
        if pronoun {
            return None;
        }
        // "seit Montag" and "wie erwartet" open no clause; one that does ends in its verb.
        if !preposition || !verb_final || found.ends_in_verb {
            return Some(ClauseKind::Subordinate(kind));
        }
    }
    if tokens.start == view.start && verb_final {
        return None;
    }
    let pronoun = if analysis.is(at, Class::Adposition) { at + 1 } else { at };
    let relative = analysis.is(pronoun, Class::RelativePronoun) && pronoun < tokens.end;
    let noun_clause = analysis.is(pronoun, Class::Interrogative) && pronoun < tokens.end;
    if relative && (!verb_final || !found.verb || found.ends_in_verb) {
        return Some(ClauseKind::Relative);
    }
    (noun_clause && verb_final && found.ends_in_verb).then_some(ClauseKind::Subordinate(Subordinator::How))
}

/// "Sollte sich der Verdacht bestätigen, …", "Should the case be confirmed, …": a condition that begins with its verb.
fn inverted_condition(view: View<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let analysis = view.analysis;
    let modal = || analysis.sense(tokens.start, Class::Modal).and_then(|sense| Modal::from_value(sense.value));
    tokens.start == view.start
        && tokens.end < view.end
        && matches!(modal(), Some(Modal::Should | Modal::Shall))
        && analysis.kind(tokens.end) == TokenKind::Separator
}

/// Whether a stretch without a verb opens a clause whose verb stands further on: "weil Watford mit 2:3 (1:3) …", "das
/// sich durch ein 3:1 (2:1) …".
pub(super) fn awaits_verb(view: View<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let analysis = view.analysis;
    const BEHIND_RELATIVE: ClassSet = ClassSet::of(&[Class::Pronoun, Class::Adposition, Class::Article, Class::Adverb]);
    let mut at = tokens.start;
    if analysis.is(at, Class::Subordinator) && analysis.is(at + 1, Class::Subordinator) {
        at += 1;
    }
    if analysis.is(at, Class::Adposition) || tokens.end >= view.end || analysis.kind(tokens.end) == TokenKind::Dash {
        return false;
    }
    if analysis.is(at, Class::Subordinator) {
        return !analysis.is(at, Class::Adverb) && tokens.len() > 1;
    }
    at > view.start
        && analysis.is(at, Class::RelativePronoun)
        && at + 1 < tokens.end
        && analysis.shape(at + 1) == Shape::Lower
        && analysis.is_any(at + 1, BEHIND_RELATIVE)
        && !analysis.is(at + 1, Class::Adjective)
}
