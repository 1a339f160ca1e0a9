//! Periods: what two times, or one time and a preposition, say together.

use crate::answer::{Moment, Period, Span, Time, TimeId, TimeType};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::TokenKind;

use super::found::Expression;
use super::share::joined;
use crate::answer::Rule;
use crate::rule::rules;

rules! {
    reads: super::rules::Find;

    /// TODO.
    pub(super) AFTER = "time.after" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) BEFORE = "time.before" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) BETWEEN_AND = "time.between-and" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) DASH = "time.dash" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) FROM_UNTIL = "time.from-until" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SINCE = "time.since" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) UNTIL = "time.until" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// The periods that the times of a text make.
pub(super) fn join<'t>(
    analysis: &Analysis<'_, 't>,
    times: &[Candidate<Expression>],
    resolved: &[Time<'t>],
) -> Vec<Period<'t>> {
    let mut periods = Vec::new();
    let mut at = 0;
    while at < times.len() {
        let pair = times.get(at + 1).and_then(|second| closed(analysis, &times[at], second));
        if let (Some((start, rule)), Some(first), Some(second)) = (pair, resolved.get(at), resolved.get(at + 1))
            && both_points(first, second)
        {
            periods.push(between(analysis, (at, first), (at + 1, second), start, rule));
            at += 2;
            continue;
        }
        if let Some(time) = resolved.get(at) {
            periods.extend(open(analysis, &times[at], at, time));
        }
        at += 1;
    }
    periods
}

fn both_points(first: &Time<'_>, second: &Time<'_>) -> bool {
    let point = |time: &Time<'_>| matches!(time.kind, TimeType::Date | TimeType::Time) && !time.value.ends_with("_REF");
    point(first) && point(second)
}

/// `zwischen A und B | von A bis B | A–B`; "between A and B", "from A to B": where the period begins, and the rule.
fn closed(
    analysis: &Analysis<'_, '_>,
    first: &Candidate<Expression>,
    second: &Candidate<Expression>,
) -> Option<(usize, &'static Rule)> {
    let (from, to) = (first.tokens.end, second.tokens.start);
    if !joined(analysis, from, to) || analysis.sentence_of(first.tokens.start) != analysis.sentence_of(to) {
        return None;
    }
    let article = usize::from(first.tokens.start > 0 && analysis.is(first.tokens.start - 1, Class::Article));
    let before = first.tokens.start.checked_sub(1 + article);
    let start_if =
        |wanted: &[Adposition]| before.filter(|at| wanted.iter().any(|meaning| analysis.is_adposition(*at, *meaning)));
    if analysis.is_coordinator(from, Coordinator::And) {
        return start_if(&[Adposition::Between]).map(|start| (start, &BETWEEN_AND));
    }
    let until = analysis.is_adposition(from, Adposition::Until);
    let dash = matches!(analysis.kind(from), TokenKind::Dash | TokenKind::Hyphen) && to == from + 1;
    if !until && !dash {
        return None;
    }
    let start = start_if(&[Adposition::From, Adposition::Starting, Adposition::Since, Adposition::Between]);
    Some((start.unwrap_or(first.tokens.start), if dash { &DASH } else { &FROM_UNTIL }))
}

fn between<'t>(
    analysis: &Analysis<'_, 't>,
    first: (usize, &Time<'t>),
    second: (usize, &Time<'t>),
    start: usize,
    rule: &'static Rule,
) -> Period<'t> {
    let begin = analysis.tokens.get(start).map_or(first.1.span.start, |token| token.start);
    let span = Span::new(begin.min(first.1.span.start), second.1.span.end);
    Period {
        span,
        text: analysis.slice(span.start, span.end).into(),
        times: [TimeId(first.0 as u32), TimeId(second.0 as u32)].into(),
        value: [&first.1.value, "/", &second.1.value].concat(),
        begin: first.1.begin,
        end: second.1.end,
        rule,
    }
}

/// `seit|ab|bis|vor|nach A`; "since", "until", "before", "after A": a period with one open end.
fn open<'t>(
    analysis: &Analysis<'_, 't>,
    candidate: &Candidate<Expression>,
    at: usize,
    time: &Time<'t>,
) -> Option<Period<'t>> {
    if !matches!(time.kind, TimeType::Date | TimeType::Time) || time.value.ends_with("_REF") {
        return None;
    }
    let article = usize::from(candidate.tokens.start > 0 && analysis.is(candidate.tokens.start - 1, Class::Article));
    let before = candidate.tokens.start.checked_sub(1 + article)?;
    // "bis zum", "up to": the phrase ends where the time begins, two tokens on at most.
    let start = [before, before.saturating_sub(1)].into_iter().find(|start| {
        analysis
            .senses_of(*start, Class::Adposition)
            .any(|sense| *start + usize::from(sense.length) == before + 1 && open_side(sense.value).is_some())
    })?;
    if analysis.sentence_of(start) != analysis.sentence_of(candidate.tokens.start) {
        return None;
    }
    let side = analysis
        .senses_of(start, Class::Adposition)
        .filter(|sense| start + usize::from(sense.length) == before + 1)
        .find_map(|sense| open_side(sense.value))?;
    let (begin, end, rule): (Option<Moment>, Option<Moment>, _) = match side {
        Open::Since => (time.begin, None, &SINCE),
        Open::After => (time.end, None, &AFTER),
        Open::Until => (None, time.end, &UNTIL),
        Open::Before => (None, time.begin, &BEFORE),
    };
    let span = Span::new(analysis.tokens.get(start)?.start, time.span.end);
    let value = match side {
        Open::Since | Open::After => [&time.value, "/.."].concat(),
        Open::Until | Open::Before => ["../", &time.value].concat(),
    };
    Some(Period {
        span,
        text: analysis.slice(span.start, span.end).into(),
        times: [TimeId(at as u32)].into(),
        value,
        begin,
        end,
        rule,
    })
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Open {
    Since,
    After,
    Until,
    Before,
}

fn open_side(value: u32) -> Option<Open> {
    Some(match Adposition::from_value(value)? {
        Adposition::Since | Adposition::Starting => Open::Since,
        Adposition::After => Open::After,
        Adposition::Until => Open::Until,
        Adposition::Before => Open::Before,
        _ => return None,
    })
}
