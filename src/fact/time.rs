//! The time of a fact.

use std::ops::Range;

use super::context::Context;
use crate::answer::{FactTime, PeriodId, Span, TimeId, TimeSource, TimeType};
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, Subordinator};

/// How many times around a figure are looked at.
const NEAR: usize = 6;

/// How many tokens between a figure and a time are looked at for words of comparison.
const BETWEEN: usize = 12;

/// When it is so: the time that the figure itself gives ("vor drei Jahren"), else the period or time nearest to it in
/// its clause, else that of the clause which frames it.
pub(super) fn of(context: &Context<'_, '_, '_>, clause: usize, figure: Span) -> Option<FactTime> {
    own(context, figure).map(plain).or_else(|| of_clause(context, clause, figure))
}

/// The time of an event: that of its clause or of the one that frames it.
pub(super) fn of_clause(context: &Context<'_, '_, '_>, clause: usize, anchor: Span) -> Option<FactTime> {
    in_clause(context, context.clauses.get(clause)?, anchor)
        .or_else(|| in_clause(context, framing(context, clause)?, anchor))
        .map(plain)
}

/// An open period is told by its known end alone; `begin` and `end` say that the other is open.
fn plain(mut time: FactTime) -> FactTime {
    let known = time.value.strip_prefix("../").or_else(|| time.value.strip_suffix("/.."));
    if let Some(known) = known {
        time.value = known.to_string();
    }
    time
}

fn in_clause(context: &Context<'_, '_, '_>, clause: &Clause, figure: Span) -> Option<FactTime> {
    let extent = context.analysis.span(clause.extent());
    // A period is made of times, so where none stands there is neither.
    context.answer.times.get(from(context, extent.start)).filter(|time| time.span.start < extent.end)?;
    let inside = |span: Span| {
        extent.contains(span)
            && !span.overlaps(figure)
            && clause.holds(context.analysis.token_at(span.start))
            && !is_compared(context, figure, span)
    };
    period(context, extent, inside, figure).or_else(|| time(context, extent, inside, figure))
}

/// The items around a figure that may lie in an extent of text, by their places: a few on either side.
fn near<T>(items: &[T], span: impl Fn(&T) -> Span, extent: Span, figure: Span) -> Range<usize> {
    let at = items.partition_point(|item| span(item).end <= figure.start);
    let before = items[..at].iter().rev().take(NEAR).take_while(|item| span(item).start >= extent.start).count();
    let behind = items[at..].iter().take(NEAR).take_while(|item| span(item).start < extent.end).count();
    at - before..at + behind
}

/// The clause whose time holds for this one too: of a subordinate clause of time the main clause ("der 2. Januar, als
/// …"), of a main clause the one before with its time in front ("Von Juni bis November …, davon …").
fn framing<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<&'c Clause> {
    let clause = context.clauses.get(at)?;
    let before = context
        .clauses
        .get(at.checked_sub(1)?)
        .filter(|before| before.sentence == clause.sentence && before.kind == ClauseKind::Main)?;
    let says = matches!(context.verb_kind(before.verb.as_ref()), "say" | "think" | "find");
    let frames = match clause.kind {
        ClauseKind::Subordinate(Subordinator::When | Subordinator::While | Subordinator::As) => true,
        ClauseKind::Main => {
            clause.verb.is_some()
                && before.verb.as_ref().is_some_and(|verb| leads_with_time(context, before, verb.finite))
        }
        ClauseKind::Infinitive => true,
        _ => false,
    };
    (frames && !says).then_some(before)
}

/// Whether a time stands before the verb of a clause.
fn leads_with_time(context: &Context<'_, '_, '_>, clause: &Clause, verb: usize) -> bool {
    let start = context.analysis.span(clause.extent()).start;
    let end = context.analysis.span(verb..verb + 1).start;
    context.answer.times[from(context, start)..].iter().take(2).any(|time| time.span.end <= end && locates(time.kind))
}

/// "21 Prozent mehr als im Vorjahr", "13 TWh, gegenüber 11 im Jahr 2019": a time behind a word of comparison is not the
/// time of what is compared.
fn is_compared(context: &Context<'_, '_, '_>, figure: Span, time: Span) -> bool {
    if time.start < figure.end {
        return false;
    }
    let analysis = context.analysis;
    let (from, to) = (analysis.token_at(figure.end), analysis.token_at(time.start));
    // "less than a year earlier": the comparison may be the time's own first words.
    to - from.min(to) <= BETWEEN
        && (from..to + 2).any(|token| {
            analysis.is_coordinator(token, Coordinator::Than) && !analysis.is(token, Class::Article)
                || analysis.is_adposition(token, Adposition::Against)
        })
}

/// "vor drei Jahren", "three weeks ago": a length of time that says when.
fn own(context: &Context<'_, '_, '_>, figure: Span) -> Option<FactTime> {
    let times = &context.answer.times;
    let at = from(context, figure.start);
    (at..(at + 2).min(times.len()))
        .find(|at| times[*at].kind == TimeType::Date && times[*at].span.contains(figure))
        .map(|at| told_by(context, at))
}

fn told_by(context: &Context<'_, '_, '_>, at: usize) -> FactTime {
    let time = &context.answer.times[at];
    FactTime { value: time.value.clone(), begin: time.begin, end: time.end, from: TimeSource::Time(TimeId(at as u32)) }
}

fn from(context: &Context<'_, '_, '_>, start: u32) -> usize {
    context.answer.times.partition_point(|time| time.span.end <= start)
}

/// A length of time says how long, not when.
fn locates(kind: TimeType) -> bool {
    kind != TimeType::Duration
}

fn distance(a: Span, b: Span) -> u32 {
    if a.end <= b.start { b.start - a.end } else { a.start.saturating_sub(b.end) }
}

fn period(
    context: &Context<'_, '_, '_>,
    extent: Span,
    inside: impl Fn(Span) -> bool,
    figure: Span,
) -> Option<FactTime> {
    let periods = &context.answer.periods;
    let best = near(periods, |period| period.span, extent, figure)
        .filter(|at| inside(periods[*at].span))
        .min_by_key(|at| distance(periods[*at].span, figure))?;
    let period = &periods[best];
    Some(FactTime {
        value: period.value.clone(),
        begin: period.begin,
        end: period.end,
        from: TimeSource::Period(PeriodId(best as u32)),
    })
}

fn time(context: &Context<'_, '_, '_>, extent: Span, inside: impl Fn(Span) -> bool, figure: Span) -> Option<FactTime> {
    let times = &context.answer.times;
    let best = near(times, |time| time.span, extent, figure)
        .filter(|at| locates(times[*at].kind) && inside(times[*at].span))
        .min_by_key(|at| (times[*at].begin.is_none(), distance(times[*at].span, figure)))?;
    Some(told_by(context, best))
}
