//! Periods: what two times, or one time and a preposition, say together.
#![allow(clippy::indexing_slicing, reason = "there is a resolved time for every expression")]

use crate::answer::{Moment, Period, Span, Time, TimeId, TimeType};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, Unit};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::TokenKind;

use super::found::Expression;
use super::share::joined;
use super::stamp::{add_days, add_months};
use super::value::{Length, Value};
use crate::answer::Rule;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// What lies after a time.
    pub(super) AFTER = "time.after" {
        pattern: "after [article] time",
        fires: [
            De "[Nach Montag](2015-06-08/..) kam keiner mehr.",
            En "Nobody came [after Monday](2015-06-08/..).",
        ],
        silent: [
            De "Nach Monika kam am Montag keiner mehr.",
            En "Nobody came after Monica on Monday.",
        ],
    }

    /// What lies before a time.
    pub(super) BEFORE = "time.before" {
        pattern: "before [article] time",
        fires: [
            De "[Vor Montag](../2015-06-08) kam keiner.",
            En "Nobody came [before Monday](../2015-06-08).",
        ],
        silent: [
            De "Vor Gericht kam am Montag keiner.",
            En "Nobody came before the court on Monday.",
        ],
    }

    /// A period by its beginning and its end.
    pub(super) BETWEEN_AND = "time.between-and" {
        pattern: "between time and time",
        fires: [
            De "Er lebte [zwischen 1990 und 1994](1990/1994) in Wien.",
            En "He lived in Vienna [between 1990 and 1994](1990/1994).",
        ],
        silent: [
            De "Er pendelte 1990 und 1994 zwischen Wien und Graz.",
            En "He moved between Vienna and Graz in 1990 and 1994.",
        ],
    }

    /// A period whose beginning and end a dash or hyphen joins.
    pub(super) DASH = "time.dash" {
        pattern: "[from|since|between] time - time",
        fires: [
            De "Die Ausstellung Linz [1990–1994](1990/1994) schließt.",
            En "The show Vienna [1990–1994](1990/1994) closes.",
        ],
        silent: [
            De "Der Zug Wien–Graz fuhr 1990 und 1994.",
            En "The Vienna–Graz train ran in 1990 and 1994.",
        ],
    }

    /// A period by its beginning and its end.
    pub(super) FROM_UNTIL = "time.from-until" {
        pattern: "[from|since|starting] time (until|to) time",
        fires: [
            De "Er lebte [von 1990 bis 1994](1990/1994) in Wien.",
            En "He lived in Vienna [from 1990 to 1994](1990/1994).",
        ],
        silent: [
            De "Er fuhr 1990 und 1994 von Wien bis Graz.",
            En "In 1990 and 1994 he walked from Vienna to Graz.",
        ],
    }

    /// What goes on from a time.
    pub(super) SINCE = "time.since" {
        pattern: "(since|starting) [article] time",
        fires: [
            De "Er lebt [seit 1990](1990/..) in Wien.",
            En "He has lived in Vienna [since 1990](1990/..).",
        ],
        silent: [
            De "Er lebt seit seiner Heirat 1990 in Wien.",
            De "Er kennt das Ergebnis von 1990.",
            En "He has lived in Vienna since they met in 1990.",
            En "The fare was $5, down from June's $6.",
        ],
    }

    /// A length of time that ends with a date.
    pub(super) LENGTH_TO = "time.length-to" {
        pattern: "(in | during | for) article length of time (until | to) date",
        fires: [
            De "In den [drei Monaten bis März 2014](2014-01/2014-03) stieg der Absatz.",
            En "Sales rose in [the three months to 31 March 2014](2014-01-01/2014-03-31).",
        ],
        silent: [
            De "Nach drei Monaten blieb er bis März 2014.",
            En "Sales rose for three months, up to 31 March 2014.",
        ],
    }

    /// Two days or months of which one follows the other.
    pub(super) TWO_DAYS = "time.two-days" {
        pattern: "day and day | month and month, one after the other",
        fires: [
            De "Der Markt war am [3. und 4. Mai 2014](2014-05-03/2014-05-04) offen.",
            En "The fair was open on [May 3 and 4, 2014](2014-05-03/2014-05-04).",
        ],
        silent: [
            De "Der Markt war am 3. und 5. Mai 2014 offen.",
            En "The fair was open on May 3 and 5, 2014.",
        ],
    }

    /// What goes on until a time.
    pub(super) UNTIL = "time.until" {
        pattern: "until [article] time",
        fires: [
            De "Er lebte [bis 1990](../1990) in Wien.",
            En "He lived in Vienna [until 1990](../1990).",
        ],
        silent: [
            De "Er fuhr 1990 bis nach Wien.",
            En "He lived there until they met in 1990.",
            En "It came close to the 1990 record.",
            En "The files date back to 1990.",
        ],
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
        let next = || resolved.get(at).zip(resolved.get(at + 1)).is_some_and(|(first, second)| follow(first, second));
        let pair = times.get(at + 1).and_then(|second| closed(analysis, &times[at], second, next));
        if let (Some((start, rule)), Some(first), Some(second)) = (pair, resolved.get(at), resolved.get(at + 1))
            && both_points(first, second)
        {
            periods.push(between(analysis, (at, first), (at + 1, second), start, rule));
            at += 2;
            continue;
        }
        if let Some(time) = resolved.get(at) {
            let before = at.checked_sub(1).and_then(|before| times.get(before));
            periods.extend(
                leading_to(analysis, before, &times[at], at, time).or_else(|| open(analysis, &times[at], at, time)),
            );
        }
        at += 1;
    }
    periods
}

fn both_points(first: &Time<'_>, second: &Time<'_>) -> bool {
    let point = |time: &Time<'_>| matches!(time.kind, TimeType::Date | TimeType::Time) && !time.value.ends_with("_REF");
    point(first) && point(second)
}

/// Whether two days or months follow each other.
fn follow(first: &Time<'_>, second: &Time<'_>) -> bool {
    const MONTH: usize = "2014-04".len();
    const DAY: usize = "2014-04-20".len();
    let whole = |length: usize| [first, second].iter().all(|time| time.value.len() == length);
    first.end.is_some() && first.end == second.begin && (whole(MONTH) || whole(DAY))
}

/// `zwischen A und B | von A bis B | A–B | A und B`; "between A and B", "from A to B": where the period begins, and the rule.
fn closed(
    analysis: &Analysis<'_, '_>,
    first: &Candidate<Expression>,
    second: &Candidate<Expression>,
    follow: impl FnOnce() -> bool,
) -> Option<(usize, &'static Rule)> {
    let (from, to) = (first.tokens.end, second.tokens.start);
    if !joined(analysis, from, to) || analysis.sentence_of(first.tokens.start) != analysis.sentence_of(to) {
        return None;
    }
    let article = usize::from(first.tokens.start > 0 && analysis.is(first.tokens.start - 1, Class::Article));
    let before = first.tokens.start.checked_sub(1 + article);
    let start_if = |wanted: &[Adposition]| before.filter(|at| analysis.is_any_adposition(*at, wanted));
    if analysis.is_coordinator(from, Coordinator::And) {
        let between = start_if(&[Adposition::Between]).map(|start| (start, &BETWEEN_AND));
        return between.or_else(|| (to == from + 1 && follow()).then_some((first.tokens.start, &TWO_DAYS)));
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

/// "in the three months | to | 31 December": a length of time that ends with a date.
fn leading_to<'t>(
    analysis: &Analysis<'_, 't>,
    before: Option<&Candidate<Expression>>,
    candidate: &Candidate<Expression>,
    at: usize,
    time: &Time<'t>,
) -> Option<Period<'t>> {
    const FORMS: [usize; 3] = ["2014".len(), "2014-04".len(), "2014-04-20".len()];
    let length = before?;
    let Value::Length(Length { amount, unit, rest: [None, None, None], .. }) = length.item.value else {
        return None;
    };
    let start = length.tokens.start;
    let to = length.tokens.end;
    let joined = to + 1 == candidate.tokens.start && analysis.is_adposition(to, Adposition::Until);
    // "in the three months", with the article inside or before.
    let article = start.checked_sub(usize::from(!analysis.is(start, Class::Article)))?;
    let led = article.checked_sub(1).is_some_and(|before| {
        analysis.is_any_adposition(before, &[Adposition::In, Adposition::During, Adposition::For])
    });
    if !led || !joined || !analysis.is(article, Class::Article) || !FORMS.contains(&time.value.len()) {
        return None;
    }
    let n = i64::from(amount.whole()?);
    let end = time.end?;
    let begin = match unit {
        Unit::Day => add_days(end.date(), -n),
        Unit::Week => add_days(end.date(), -7 * n),
        Unit::Month => add_months(end.date(), -n),
        Unit::Quarter => add_months(end.date(), -3 * n),
        Unit::Half => add_months(end.date(), -6 * n),
        Unit::Year => add_months(end.date(), -12 * n),
        _ => None,
    }?;
    let first = Moment::from(begin);
    let value = [first.to_string().get(..time.value.len())?, "/", &time.value].concat();
    let span = Span::new(analysis.tokens.get(start)?.start, time.span.end);
    Some(Period {
        span,
        text: analysis.slice(span.start, span.end).into(),
        times: [TimeId(at as u32 - 1), TimeId(at as u32)].into(),
        value,
        begin: Some(first),
        end: Some(end),
        rule: &LENGTH_TO,
    })
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
            .any(|sense| sense.end(*start) == before + 1 && open_side(sense.value).is_some())
    })?;
    if analysis.sentence_of(start) != analysis.sentence_of(candidate.tokens.start) {
        return None;
    }
    let side = analysis
        .senses_of(start, Class::Adposition)
        .filter(|sense| sense.end(start) == before + 1)
        .find_map(|sense| open_side(sense.value))?;
    // "von Montag an", "von 1972 bis zu seinem Tod", but "das Ergebnis von 2013"
    let hangs = analysis.is_adposition(start, Adposition::Of);
    let goes_on = analysis.is_any_adposition(candidate.tokens.end, &[Adposition::On, Adposition::Until]);
    // "down from October's 36", but "since last year's vote"
    let possessor = !analysis.is_adposition(start, Adposition::Since)
        && analysis.is_possessive(candidate.tokens.end, candidate.tokens.start);
    if side == Open::Since && (hangs && !goes_on || possessor) {
        return None;
    }
    // "dating back | to 1985": since then.
    let back = start.checked_sub(1).is_some_and(|before| analysis.is(before, Class::Direction));
    if side == Open::Until && back && analysis.is_adposition(start, Adposition::To) {
        return None;
    }
    // "siege to the 1985 camp"
    let of_noun = analysis.is_adposition(start, Adposition::To) && analysis.is(candidate.tokens.end, Class::Noun);
    if side == Open::Until && article == 1 && of_noun {
        return None;
    }
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
