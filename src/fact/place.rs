//! The place of a fact.

use std::ops::Range;

use super::assembly::Context;
use crate::clause::{Clause, prepositional_phrase};
use crate::document::{EntityType, Reference};
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet};

/// How far from the figure a place is looked for, in tokens.
const WINDOW: usize = 30;

/// What stands in a prepositional phrase of time or manner.
const NO_PLACE: ClassSet = ClassSet::of(&[
    Class::Month,
    Class::Weekday,
    Class::TimeUnit,
    Class::Season,
    Class::Relative,
    Class::Holiday,
    Class::DayPart,
    Class::Part,
    Class::Pronoun,
    Class::Cardinal,
    Class::Scale,
    Class::Fraction,
]);

/// The prepositional phrase of place in the clause: one with a named place before one with a noun that the
/// dictionaries know as a thing or group of places, and the nearer before the farther.
pub(super) fn of<'t>(context: &Context<'_, '_, 't>, clause: Option<&Clause>, figure: &Range<usize>) -> Option<Reference<'t>> {
    let analysis = context.analysis;
    let clause = clause?;
    let extent = clause.extent();
    let window = extent.start.max(figure.start.saturating_sub(WINDOW))..extent.end.min(figure.end + WINDOW);
    let mut best: Option<(bool, usize, Range<usize>)> = None;
    let mut at = window.start;
    while at < window.end {
        let phrase = clause
            .holds(at)
            .then(|| locative(context, at))
            .flatten()
            .and_then(|length| Some(at + length..prepositional_phrase(analysis, at, window.end)?));
        let Some(phrase) = phrase else {
            at += 1;
            continue;
        };
        let next = phrase.end;
        if phrase.start < figure.end && figure.start < phrase.end || phrase.clone().any(|token| analysis.is_any(token, NO_PLACE)) {
            at = next;
            continue;
        }
        let named = names_place(context, phrase.clone());
        let distance = if phrase.start > figure.start { phrase.start - figure.start } else { figure.start - phrase.start };
        let known = named || is_location(context, phrase.clone());
        if known && best.as_ref().is_none_or(|(other, far, _)| (!named, distance) < (!other, *far)) {
            best = Some((named, distance, phrase));
        }
        at = next;
    }
    let (_, _, phrase) = best?;
    let start = if analysis.is(phrase.start, Class::Article) && phrase.len() > 1 { phrase.start + 1 } else { phrase.start };
    Some(context.reference(start..phrase.end))
}

/// The length of a preposition of place.
fn locative(context: &Context<'_, '_, '_>, at: usize) -> Option<usize> {
    let sense = context.analysis.sense(at, Class::Adposition)?;
    matches!(Adposition::from_value(sense.value)?, Adposition::In | Adposition::At | Adposition::On | Adposition::Near)
        .then_some(usize::from(sense.length))
}

/// Whether the phrase holds a mention of a place.
fn names_place(context: &Context<'_, '_, '_>, phrase: Range<usize>) -> bool {
    let span = context.analysis.span(phrase);
    let mentions = &context.answer.mentions;
    let from = mentions.partition_point(|mention| mention.span.end <= span.start);
    mentions[from..].iter().take_while(|mention| mention.span.start < span.end).any(|mention| mention.kind == EntityType::Loc)
}

/// Whether the phrase's head is a thing one can be in.
fn is_location(context: &Context<'_, '_, '_>, phrase: Range<usize>) -> bool {
    context.analysis.is_any(phrase.end - 1, ClassSet::of(&[Class::PlaceHead]))
}
