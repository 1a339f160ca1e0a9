//! Times of day.

use crate::lexicon::class::Adposition;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;
use crate::text::TokenKind;

use super::day::{day, with_day};
use super::daytime::{exact, hour, in_part, part_of_day};
use super::evidence::TITLE;
use super::found::Found;
use super::value::{Clock, Point};
use crate::reading::Sentence;

rules! {
    reads: super::found::Find;

    /// An hour beside its day, without a word or mark that makes it one. What something rose by or is measured at ("at 8 per
    /// cent") is none.
    pub(super) BARE_HOUR = "time.bare-hour" {
        pattern: "hour, in: day at hour | at hour [on] day | hour.minute on [article] day",
        precedence: 2,
        begins: [Cardinal],
        digits: [Short, Marked],
        read: bare_hour,
        fires: [
            De "Wir treffen uns morgen um [8](TIME 2015-06-11T08:00).",
            En "The meeting starts tomorrow at [8](TIME 2015-06-11T08:00).",
            En "It was [12.30](TIME 2015-06-06T12:30) on a Saturday morning.",
            En "It burned shortly before [6](TIME 2015-06-07T06:00) on Sunday morning.",
        ],
        silent: [
            De "Der Kurs stieg am Freitag um 8 Prozent.",
            En "The rate stood on Friday at 8 per cent.",
            En "The euro slid to a record 1.36 on Thursday.",
        ],
    }

    /// A time of day that its words or marks make certain, with the part of the day, the time zone and the day behind it.
    /// Digits with a colon alone may be a score and need a preposition or a day before them.
    pub(super) CLOCK = "time.clock" {
        pattern: "(hour o'clock [minute] | hour a.m.|p.m. | hour:minute) [part of the day] [time zone] [day]",
        precedence: 1,
        begins: [Cardinal],
        digits: [Short, Four, Plain, Marked, Letters],
        near: [Clock, Meridiem, DayPart, TimeZone, TimeUnit],
        marked: true,
        read: time_of_day,
        fires: [
            De "Die Sitzung beginnt um [21.30 Uhr](TIME 2015-06-10T21:30).",
            En "The session will start at [9 p.m. Friday](TIME 2015-06-12T21:00).",
            En "The bus leaves at [8:15](TIME 2015-06-10T08:15).",
        ],
        silent: [
            De "Das Hinspiel endete 3:10.",
            En "The first leg ended 3:10.",
        ],
    }

    /// The first of two times of day that share what makes the second one certain.
    pub(super) CLOCK_RANGE = "time.clock-range" {
        pattern: "hour, before: (until|-|/|and) time of day",
        begins: [Cardinal],
        digits: [Short, Marked],
        read: first_of_range,
        fires: [
            De "Das Museum ist heute von [10](TIME 2015-06-10T10:00) bis 18 Uhr offen.",
            En "The museum is open today from [1](TIME 2015-06-10T13:00) to 3 pm.",
        ],
        silent: [
            De "Es kamen 10 bis 18 Gäste um 20 Uhr.",
            En "They sold 1 to 3 tickets at 9 pm.",
        ],
    }

    /// Midnight and noon, with the day behind them.
    pub(super) CLOCK_NAME = "time.clock-name" {
        pattern: "name of an hour [day]",
        begins: [ClockName],
        read: name,
        fires: [
            De "Die Frist endet um [Mitternacht](TIME 2015-06-10T00:00).",
            En "The deadline will be [noon Friday](TIME 2015-06-12T12:00).",
        ],
        silent: [
            De "Die Mitternachtsmesse fiel aus.",
            En "They watched High Noon again.",
        ],
    }
}

/// A time of day, with the day where it stands right behind: "21.30 Uhr", "9 p.m.", "9 a.m. EST Tuesday".
pub(super) fn time_of_day(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    // "2:00 to 2:30 pm"
    if s.word(at).contains(':')
        && let Some(found) = first_of_range(s, at)
    {
        return Some(found);
    }
    let (clock, end) = exact(s, at)?;
    Some(with_day(s, at, end, clock, &CLOCK))
}

/// The first of two times of day that share "Uhr" or "p.m.": "10 bis 18 Uhr", "9.30/12.30 Uhr"; "1-3 pm".
pub(super) fn first_of_range(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    // Digits are one token.
    if s.kind(at) == TokenKind::Number && !joins(s, at + 1) {
        return None;
    }
    let (mut hour, minute, second, end) = hour(s, at)?;
    if !joins(s, end) || s.is(at, Class::IndefiniteArticle) {
        return None;
    }
    let next = end + 1;
    let (clock, _) = exact(s, next).or_else(|| exact(s, next + 1).filter(|_| s.is(next, Class::Adposition)))?;
    // "von 5 bis 6 Uhr nachmittags": what makes the second hour one of the afternoon does so for the first.
    let written = first_hour(s, next).or_else(|| first_hour(s, next + 1));
    if let (Clock::At { hour: second, .. }, Some(written)) = (clock, written)
        && written < 12
        && second >= 12
        && hour + 12 <= second
    {
        hour += 12;
    }
    Some(Found::point(at, end, &CLOCK_RANGE, Point::at(Clock::At { hour, minute, second, zone: None })))
}

fn first_hour(s: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    hour(s, at).map(|(hour, ..)| hour)
}

/// Whether the second time of a range may stand behind a token.
fn joins(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.is_dash(at)
        || s.is_slash(at)
        || s.is_comma(at)
        || s.is(at, Class::Coordinator)
        || s.adposition(at, &[Adposition::Until]).is_some()
}

/// "Mitternacht", "noon".
pub(super) fn name(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (minutes, end) = s.value(at, Class::ClockName)?;
    // "High Noon", "Midnight Run" are names.
    if s.is_titled(at) && s.is_titled(end) {
        return Some(Found::not(at, end + 1, &TITLE));
    }
    if s.is_titled(at) && at > s.start && s.is_titled(at - 1) {
        return Some(Found::not(at - 1, end, &TITLE));
    }
    let clock = Clock::At { hour: (minutes / 60) as i8, minute: Some((minutes % 60) as i8), second: None, zone: None };
    Some(with_day(s, at, end, clock, &CLOCK_NAME))
}

/// An hour beside its day, without "Uhr" or "p.m.".
///
/// `day at|um hour | at|um hour day`: "morgen um 8", "um 8 am Freitag"; "tomorrow at 8", "last night at 8:30".
pub(super) fn bare_hour(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    const DAY: ClassSet = groups::DAY.or(&[Class::DayPart, Class::Month]);
    let (hour, minute, second, end) = hour(s, at).filter(|(hour, ..)| *hour > 0)?;
    let point = |hour| Point::at(Clock::At { hour, minute, second, zone: None });
    let before = s.before(at);
    let on = s.adposition(end, &[Adposition::On, Adposition::At]);
    let led = |by: &[Adposition]| {
        before
            .filter(|before| *before > s.start)
            .and_then(|before| s.adposition(before, by))
            .is_some_and(|end| end == at)
    };
    // "shortly before 6 on Sunday morning", but "before 6 on the list"
    let beside = !s.profile.day_first && s.adposition(end, &[Adposition::On]).is_some_and(|day| s.is_any(day, DAY));
    let asked = led(&[Adposition::At, Adposition::Around])
        || beside && led(&[Adposition::Before, Adposition::After, Adposition::Until, Adposition::Since]);
    // "It was 12.30 on a Saturday morning" needs no preposition, but "fell to a record 1.36 on Thursday" is no hour.
    let free = before.is_none_or(|before| s.is_any(before, groups::AUXILIARY) || s.kind(before) != TokenKind::Word);
    let dotted = !s.profile.day_first && on.is_some() && minute.is_some() && free;
    // "8 on Friday", "8 am Freitag", "8 tomorrow"
    let day_at = on.unwrap_or(end);
    let day_at = day_at + usize::from(dotted && s.is(day_at, Class::Article));
    if (asked || dotted)
        && s.is_any(day_at, DAY)
        && let Some((day, _)) = day(s, day_at)
    {
        let hour = match day.clock {
            Some(Clock::Part(part)) => in_part(hour, part),
            Some(_) => return None,
            None => hour,
        };
        return Some(Found::point(at, end, &BARE_HOUR, point(hour)));
    }
    let before = before.filter(|_| asked)?;
    // Nothing may be counted or measured: "rose on Friday at 8 per cent", "stieg am Freitag um 8 auf 20".
    let free = match s.kind(end) {
        TokenKind::Terminal | TokenKind::Separator | TokenKind::Close | TokenKind::Quote => true,
        TokenKind::Word => s
            .adposition(end, &[Adposition::In, Adposition::With, Adposition::For, Adposition::Before, Adposition::From])
            .is_some(),
        _ => false,
    };
    // "July 24 at 8", "am 24. um 8", not "auf der B 7 bei fünf"
    let dated = s.day(before - 1).is_some()
        && (s.kind(before - 1) != TokenKind::Number || before - 1 > s.start && s.is_any(before - 2, DAY));
    if !free || !(s.is_any(before - 1, DAY) || dated) {
        return None;
    }
    let hour = match part_of_day(s, before - 1) {
        Some((Clock::Part(part), _)) => in_part(hour, part),
        _ => hour,
    };
    Some(Found::point(at, end, &BARE_HOUR, point(hour)))
}
