//! Subjects that are what a figure counts.

use std::ops::Range;

use crate::answer::{Figure, FigureKind, Span};
use crate::fact::context::Context;
use crate::fact::object::{converted, governing};
use crate::lexicon::class::{Adposition, Coordinator, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

/// Whether a subject holds the figure with what it counts, or is joined to it: "eine Frau und vier Passagiere".
pub(super) fn is_counted(
    context: &Context<'_, '_, '_>,
    figure: &Figure<'_>,
    subject: Span,
    tokens: &Range<usize>,
) -> bool {
    if subject.overlaps(figure.span)
        || is_joined(context, subject, tokens)
        || is_alike(context, figure, subject, tokens)
        || is_whole(context, subject, tokens)
        || converted(context, tokens).is_some_and(|start| subject.overlaps(context.analysis.span(start..tokens.start)))
    {
        return true;
    }
    let Some(of) = figure.of.as_ref().map(|of| of.span).filter(|of| subject.overlaps(*of)) else {
        return false;
    };
    // "acht Städte liegen in Bern, 119 in Basel": the noun is another figure's, and both are the subject.
    let figures = &context.answer.figures;
    let from = figures.partition_point(|other| other.span.end <= subject.start);
    let shared = || {
        figure.kind == FigureKind::Count
            && figures.get(from).is_some_and(|other| other.kind == FigureKind::Count && subject.contains(other.span))
    };
    of.start >= figure.span.end || shared()
}

/// "5% | of | those who applied were rejected": what a figure is a part of.
fn is_whole(context: &Context<'_, '_, '_>, subject: Span, tokens: &Range<usize>) -> bool {
    let analysis = context.analysis;
    analysis.tokens_of(subject).start == tokens.end + 1 && analysis.is_adposition(tokens.end, Adposition::Of)
}

/// "Es kamen 500, laut Huber | 1200 | Menschen": behind a number alone as the subject, another one.
fn is_alike(context: &Context<'_, '_, '_>, figure: &Figure<'_>, subject: Span, tokens: &Range<usize>) -> bool {
    let analysis = context.analysis;
    let number = analysis.tokens_of(subject);
    let governed = || {
        let clause = context.clause_of(tokens.start);
        clause.is_none_or(|clause| governing(analysis, clause, tokens.start).is_some())
    };
    figure.kind == FigureKind::Count
        && number.len() == 1
        && analysis.kind(number.start) == TokenKind::Number
        && number.end <= tokens.start
        && !governed()
}

/// "Eine Gruppe | von 28 Migranten", "a group | of 28 migrants": the group that is said with its figure.
pub(super) fn group_of(context: &Context<'_, '_, '_>, subject: Span, tokens: &Range<usize>) -> Option<Range<usize>> {
    let analysis = context.analysis;
    let phrase = analysis.tokens_of(subject);
    let end = (phrase.start..tokens.start.min(phrase.end))
        .find(|at| analysis.is_noun_of(*at, NounKind::Group) && analysis.is_adposition(at + 1, Adposition::Of))?;
    phrase.contains(&tokens.start).then_some(phrase.start..end + 1)
}

/// "Eine Frau, ein Mann und vier weitere Passagiere starben": nothing but phrases and commas between the subject and a
/// figure behind "and" or in a list, and no verb.
fn is_joined(context: &Context<'_, '_, '_>, subject: Span, tokens: &Range<usize>) -> bool {
    const BETWEEN: ClassSet = groups::DETERMINER.or(&[Class::Approx]);
    const MOST: usize = 12;
    let analysis = context.analysis;
    let end = analysis.tokens_of(subject).end;
    let mut at = tokens.start;
    while at > end && analysis.is_any(at - 1, BETWEEN) {
        at -= 1;
    }
    // "12 Spieler, | 30 Trainer und zwei Ärzte": in a list of counted things.
    let figures = &context.answer.figures;
    let from = figures.partition_point(|figure| figure.span.end <= subject.start);
    let counts =
        || figures.get(from).is_some_and(|first| first.kind == FigureKind::Count && subject.contains(first.span));
    let listed = || analysis.word(end) == "," && analysis.word(at - 1) == "," && counts();
    if at <= end || at - end > MOST || !(analysis.is_coordinator(at - 1, Coordinator::And) || listed()) {
        return false;
    }
    let Some(clause) = context.clause_of(tokens.start) else {
        return false;
    };
    let verb = clause.verb.as_ref().is_some_and(|verb| verb.tokens.iter().any(|token| (end..at).contains(token)));
    // Before the verb, or behind it where the subject is: "wurden 3 Männer und 4 Frauen".
    let side = clause.verb.as_ref().is_some_and(|verb| {
        let final_ = verb.finite >= tokens.end;
        final_ || verb.finite < analysis.tokens_of(subject).start
    });
    !verb && side && clause.holds(end.saturating_sub(1))
}
