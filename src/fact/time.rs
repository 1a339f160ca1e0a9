//! The time of a fact.

use super::assembly::Context;
use crate::clause::Clause;
use crate::document::{FactTime, PeriodId, Span, TimeId, TimeSource, TimeType};

/// How many times around a figure are looked at.
const NEAR: usize = 6;

/// The period or time nearest to the figure within its clause; without one, that of the sentence, if it has only one.
pub(super) fn of(context: &Context<'_, '_, '_>, clause: Option<&Clause>, figure: Span) -> Option<FactTime> {
    let clause = clause?;
    let extent = context.analysis.span(clause.extent());
    let inside = |span: Span| {
        extent.contains(span) && clause.holds(context.analysis.token_at(span.start))
    };
    period(context, &inside, figure).or_else(|| time(context, &inside, figure)).or_else(|| {
        let sentence = context.analysis.sentences.get(clause.sentence)?;
        let whole = Span::new(sentence.start, sentence.end);
        let mut found = context.answer.times[from(context, whole.start)..]
            .iter()
            .take(NEAR)
            .filter(|time| whole.contains(time.span) && locates(time.kind) && !time.span.overlaps(figure));
        found.next().filter(|_| found.next().is_none())?;
        time(context, &|span| whole.contains(span), figure)
    })
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

fn period(context: &Context<'_, '_, '_>, inside: &impl Fn(Span) -> bool, figure: Span) -> Option<FactTime> {
    let periods = &context.answer.periods;
    let at = periods.partition_point(|period| period.span.end <= figure.start);
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(periods.len());
    let best = near
        .filter(|at| inside(periods[*at].span) && !periods[*at].span.overlaps(figure))
        .min_by_key(|at| distance(periods[*at].span, figure))?;
    let period = &periods[best];
    Some(FactTime {
        value: period.value.clone(),
        begin: period.begin,
        end: period.end,
        from: TimeSource::Period(PeriodId(best as u32)),
    })
}

fn time(context: &Context<'_, '_, '_>, inside: &impl Fn(Span) -> bool, figure: Span) -> Option<FactTime> {
    let times = &context.answer.times;
    let at = from(context, figure.start);
    let near = at.saturating_sub(NEAR)..(at + NEAR).min(times.len());
    let best = near
        .filter(|at| locates(times[*at].kind) && inside(times[*at].span) && !times[*at].span.overlaps(figure))
        .min_by_key(|at| (times[*at].begin.is_none(), distance(times[*at].span, figure)))?;
    let time = &times[best];
    Some(FactTime {
        value: time.value.clone(),
        begin: time.begin,
        end: time.end,
        from: TimeSource::Time(TimeId(best as u32)),
    })
}
