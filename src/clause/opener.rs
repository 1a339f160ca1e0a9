//! What a stretch's first words say of its clause.

use std::ops::Range;

use super::{ClauseKind, View};
use crate::lexicon::class::{Adposition, Modal, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::noun_phrase;
use crate::reading::verb::Finite;
use crate::text::{Shape, TokenKind};

/// What is known of a stretch's verb.
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// It has one.
    pub verb: bool,
    /// It ends in it, as German subordinate clauses do, here or further on.
    pub ends_in_verb: bool,
}

/// The first words of a stretch that may open a clause.
#[derive(Clone, Copy)]
pub(super) struct Opening {
    /// Behind a conjunction that joins clauses.
    pub at: usize,
    pub subordinator: Option<Subordinator>,
}

impl Opening {
    /// The place of a pronoun that may open a clause; a preposition may stand before it ("in dem").
    pub(super) fn pronoun(self, view: View<'_, '_, '_>, tokens: &Range<usize>) -> Option<usize> {
        let pronoun = self.at + usize::from(view.analysis.is(self.at, Class::Adposition));
        (pronoun < tokens.end).then_some(pronoun)
    }
}

/// The kind of clause that the first words open.
pub(super) fn opener(view: View<'_, '_, '_>, tokens: &Range<usize>, found: Found) -> Option<ClauseKind> {
    let analysis = view.analysis;
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
    // "as part of"
    let phrase = |sense: &&Sense| usize::from(sense.length) > 1 && at + usize::from(sense.length) < tokens.end;
    let longer = analysis.senses_of(at, Class::Adposition).filter(phrase).map(|sense| sense.length).max();
    let mut subordinator =
        analysis.sense(at, Class::Subordinator).filter(|sense| longer.is_none_or(|longer| sense.length >= longer));
    // "nur weil", "just as"; "Imagine if", "What if"
    let leads =
        analysis.is(at, Class::Adverb) || at == view.start && analysis.is_subordinator(at + 1, Subordinator::If);
    if subordinator.is_none() && leads && at + 1 < tokens.end {
        subordinator = analysis.sense(at + 1, Class::Subordinator);
    }
    // "Damit könnten …", "That is …": right before its verb the word is an adverb or pronoun.
    if at == view.start && view.signs[at + 1].finite == Finite::Yes {
        return None;
    }
    let subordinator = subordinator.and_then(|sense| Subordinator::from_value(sense.value));
    (view.grammar.opener)(view, tokens, Opening { at, subordinator }, found)
}

/// ", the first part of | which was shown", ", two of | whom fled": the relative pronoun that the phrase hangs on which a stretch behind a
/// comma begins with.
pub(super) fn behind_part(analysis: &Analysis<'_, '_>, tokens: &Range<usize>) -> Option<usize> {
    /// How many tokens the phrase may have.
    const LONGEST: usize = 6;
    let start = tokens.start;
    let pronoun = |at: &usize| {
        analysis.is(*at, Class::RelativePronoun)
            && analysis.shape(*at) == Shape::Lower
            && analysis.is_any_adposition(*at - 1, &[Adposition::Of, Adposition::For])
    };
    let at = (start + 2..tokens.end.min(start + LONGEST)).find(pronoun)?;
    let of = at - 1;
    let counts = analysis.kind(start) == TokenKind::Number
        || analysis.is_any(start, groups::QUANTITY.or(&[Class::Cardinal, Class::Fraction]));
    let part = of == start + 1 && counts;
    let comma = start > 0 && analysis.word(start - 1) == ",";
    (comma && (part || noun_phrase(analysis, start, of) == Some(of))).then_some(at)
}

/// "Sollte sich der Verdacht bestätigen, …", "Should the case be confirmed, …": a condition that begins with its verb.
fn inverted_condition(view: View<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let analysis = view.analysis;
    let modal = |wanted: &[Modal]| {
        let means = |sense: &Sense| Modal::from_value(sense.value).is_some_and(|modal| wanted.contains(&modal));
        analysis.senses_of(tokens.start, Class::Modal).any(means)
    };
    // "Er flieht, sollte das Haus brennen", but "er kam, sollte aber bald gehen"
    let behind = || {
        let subject = noun_phrase(analysis, tokens.start + 1, tokens.end);
        analysis.word(tokens.start - 1) == "," && subject.is_some_and(|end| end < tokens.end)
    };
    let first = tokens.start == view.start;
    if first {
        modal(&[Modal::Should, Modal::Shall])
            && tokens.end < view.end
            && analysis.kind(tokens.end) == TokenKind::Separator
    } else {
        modal(&[Modal::Should]) && behind()
    }
}

/// Whether a stretch without a verb opens a clause whose verb stands further on: "weil Bern mit 2:3 (1:3) …", "das
/// sich durch ein 3:1 (2:1) …".
pub(super) fn awaits_verb(view: View<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let analysis = view.analysis;
    const BEHIND_RELATIVE: ClassSet = ClassSet::of(&[Class::Pronoun, Class::Adposition, Class::Article, Class::Adverb]);
    // "als wenn", "so dass", but "wenn bis Mai"
    let double = [tokens.start, tokens.start + 1].iter().all(|at| analysis.is(*at, Class::Subordinator));
    let at = tokens.start + usize::from(double && !analysis.is(tokens.start + 1, Class::Adposition));
    if tokens.end >= view.end || analysis.kind(tokens.end) == TokenKind::Dash {
        return false;
    }
    let first = at == view.start && tokens.len() > 1;
    if first && analysis.is(at, Class::Subordinator) && ends_before_main(view, tokens.end) {
        return true;
    }
    if analysis.is(at, Class::Adposition) {
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

/// "Wie Hardy, der Präsident, | sagte, sei …": a comma between two finite verbs, where a clause ends that stands first.
fn ends_before_main(view: View<'_, '_, '_>, from: usize) -> bool {
    /// How many tokens a clause may go on for.
    const FAR: usize = 40;
    let finite = |at: usize| view.signs[at].finite == Finite::Yes;
    let mut commas = (from + 1..view.end.saturating_sub(1)).take(FAR);
    commas.any(|at| view.analysis.kind(at) == TokenKind::Separator && finite(at - 1) && finite(at + 1))
}
