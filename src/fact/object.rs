//! The object of a fact.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use crate::answer::{Phrase, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, noun_phrase, prepositional_phrase};
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// The object of a figure's fact: the figure with the noun that it counts or measures, and what hangs on the noun.
    COUNTED = "fact.object.counted" {
        pattern: "figure + counted noun, in either order [prepositional phrase | noun phrase with an article]",
        fires: [
            De "Die Behörde erhielt [37 Berichte über Websites](object).",
            De "Die Behörde lobte [37 Schüler der Schule](object).",
            En "The agency received [37 reports about websites](object).",
        ],
        silent: [
            De "Der Mann wurde zweimal verhaftet.",
            En "The man was arrested twice.",
        ],
    }

    /// The object of an event: the first noun phrase behind its verb that is neither the subject nor a pronoun nor a time
    /// and has no preposition.
    BEHIND_VERB = "fact.object.noun-phrase" {
        pattern: "finite verb … noun phrase",
        fires: [
            De "Europol veröffentlichte im März [einen Bericht](object).",
            En "Europol published [a report](object) in March.",
        ],
        silent: [
            De "Europol veröffentlichte ihn im März.",
            En "Europol published it in March.",
        ],
    }
}

/// The figure with its noun and what hangs on it: "37 Berichte über Websites".
pub(super) fn of_figure<'t>(
    analysis: &Analysis<'_, 't>,
    figure: &Range<usize>,
    counted: Option<Span>,
    clause: &Range<usize>,
) -> Choice<Phrase<'t>> {
    let Some(counted) = counted.map(|counted| analysis.tokens_of(counted)) else {
        return Choice::OPEN;
    };
    if counted.is_empty() || counted.start >= clause.end || counted.end <= clause.start {
        return Choice::OPEN;
    }
    let start = figure.start.min(counted.start);
    let mut end = figure.end.max(counted.end);
    // One prepositional phrase behind the noun belongs to it.
    if let Some(further) = prepositional_phrase(analysis, end, clause.end) {
        end = further;
    } else if analysis.is(end, Class::Article) {
        end = noun_phrase(analysis, end, clause.end).unwrap_or(end);
    }
    while end > start + 1 && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    {
        end -= 1;
    }
    Choice::of(analysis.phrase(analysis.span(start..end)), &COUNTED)
}

/// What a clause says besides subject and verb: the first noun phrase behind the finite verb.
pub(super) fn of_event<'t>(context: &Context<'_, '_, 't>, clause: &Clause, subject: Span) -> Choice<Phrase<'t>> {
    let span = behind_verb(context, clause, subject);
    Choice::of(span.and_then(|span| context.analysis.phrase(span)), &BEHIND_VERB)
}

fn behind_verb(context: &Context<'_, '_, '_>, clause: &Clause, subject: Span) -> Option<Span> {
    const PRONOUN: ClassSet = ClassSet::of(&[Class::Pronoun, Class::RelativePronoun, Class::Demonstrative]);
    let analysis = context.analysis;
    let verb = clause.verb.as_ref()?;
    let piece = clause.piece_of(verb.finite)?;
    let mut at = start(clause, verb, piece);
    while at < piece.end {
        if let Some(end) = prepositional_phrase(analysis, at, piece.end) {
            at = end;
        } else if let Some(end) = noun_phrase(analysis, at, piece.end) {
            let span = analysis.span(at..end);
            let pronoun = end == at + 1 && analysis.is_any(at, PRONOUN);
            if !pronoun && !span.overlaps(subject) && !verb.tokens.contains(&at) && !context.is_time(span) {
                return Some(span);
            }
            at = end;
        } else {
            at += 1;
        }
    }
    None
}

/// Where objects are looked for, in the piece of a clause that holds its finite verb: behind the verb of a main clause,
/// whose front is mostly its frame ("Im März …"), else from the start.
pub(super) fn start(clause: &Clause, verb: &VerbGroup, piece: &Range<usize>) -> usize {
    if clause.kind == ClauseKind::Main { verb.finite + 1 } else { piece.start }
}
