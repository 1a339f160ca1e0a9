//! Times of day as other constructions have them: hours, parts of the day, and what stands behind a day.

use crate::lexicon::class::{Adposition, Coordinator, DayPart, Meridiem, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::found::Found;
use super::step::relative_unit;
use super::value::{Clock, Value};
use crate::reading::Sentence;
use crate::reading::number::digits::small;

/// Hour, minute and second of digits: "21.30", "8:00:31", "9".
fn digits(word: &str) -> Option<(i8, Option<i8>, Option<i8>)> {
    let mut parts = word.split(['.', ':']);
    let hour = parts.next().filter(|hour| hour.len() <= 2).and_then(small)?;
    let mut two = || match parts.next() {
        Some(part) if part.len() == 2 => small(part).filter(|n| *n < 60).map(|n| Some(n as i8)),
        Some(_) => None,
        None => Some(None),
    };
    let (minute, second) = (two()?, two()?);
    (parts.next().is_none() && hour <= 24 && (hour < 24 || minute.unwrap_or(0) == 0))
        .then_some((hour as i8, minute, second))
}

/// An hour in digits or letters; the token after it.
pub(super) fn hour(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, Option<i8>, Option<i8>, usize)> {
    if s.kind(at) == TokenKind::Number {
        let word = s.word(at);
        // "1140 a.m.", "1405 GMT"
        let last = if s.is(at + 1, Class::Meridiem) { 12 } else { 23 };
        if is_four_digits(word) && s.is_any(at + 1, groups::CLOCK) {
            let (h, m) = word.split_at_checked(2)?;
            return Some((
                small(h).filter(|h| *h <= last)? as i8,
                Some(small(m).filter(|m| *m < 60)? as i8),
                None,
                at + 1,
            ));
        }
        return digits(word).map(|(h, m, s)| (h, m, s, at + 1));
    }
    let (value, end) = s.value(at, Class::Cardinal)?;
    let article = s.is(at, Class::IndefiniteArticle);
    (!article && (0..=24).contains(&value)).then_some((value as i8, None, None, end))
}

/// The hour of "7PM", which is one word.
fn glued(s: &Sentence<'_, '_>, at: usize) -> Option<i8> {
    let word = s.word(at);
    let stop = word.bytes().position(|byte| !byte.is_ascii_digit()).filter(|stop| (1..=2).contains(stop))?;
    let hour = small(word.get(..stop)?).filter(|hour| (1..=12).contains(hour))? as i8;
    let meridiem = s.analysis.lookup(s.number, word.get(stop..)?, Class::Meridiem)?;
    Some(in_half(hour, Meridiem::from_value(meridiem)?))
}

fn in_half(hour: i8, half: Meridiem) -> i8 {
    match half {
        Meridiem::Am => hour % 12,
        Meridiem::Pm => hour % 12 + 12,
    }
}

fn is_four_digits(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A time of day that can't be anything else; the token after it.
///
/// `hour (Uhr|o'clock) [minute] | hour a.m.|p.m. | hh:mm`, with the part of the day and the zone behind it.
pub(super) fn exact(s: &Sentence<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    if s.kind(at) == TokenKind::Word
        && let Some(hour) = glued(s, at)
    {
        return Some((Clock::At { hour, minute: None, second: None, zone: None }, at + 1));
    }
    let (mut hour, mut minute, second, mut end) = hour(s, at)?;
    let number = s.word(at);
    let colon = s.kind(at) == TokenKind::Number && minute.is_some() && number.contains(':');
    let mut sure = false;
    // "um 12.15"
    if s.profile.day_first
        && minute.is_some()
        && s.kind(at) == TokenKind::Number
        && s.adposition_before(at, &[Adposition::Around]) == at.checked_sub(1)
    {
        const MEASURED: ClassSet = groups::UNIT.or(&[Class::Noun, Class::Scale]);
        sure = !s.is_any(end, MEASURED)
            && s.kind(end) != TokenKind::Symbol
            && number.split_once('.').is_some_and(|(_, minute)| minute.len() == 2);
    }
    if s.is(end, Class::Clock) {
        (sure, end) = (true, end + 1);
        // "18 Uhr 12", "18 Uhr und 12"
        let and = usize::from(s.coordinator(end, &[Coordinator::And]).is_some());
        if minute.is_none()
            && let Some(small) = s.digits(end + and).filter(|n| *n < 60 && s.word(end + and).len() == 2)
        {
            let counts = s.is_any(
                end + and + 1,
                ClassSet::of(&[Class::Noun, Class::TimeUnit, Class::Clock, Class::Scale, Class::Month]),
            );
            if !counts && s.kind(end + and + 1) != TokenKind::Word {
                (minute, end) = (Some(small as i8), end + and + 1);
            }
        }
    }
    // "at 23h", "before 13h"
    const AT: &[Adposition] =
        &[Adposition::At, Adposition::Around, Adposition::Until, Adposition::Since, Adposition::Before];
    if minute.is_none()
        && s.form(end, Class::TimeUnit).has(Form::SHORT)
        && s.unit(end).is_some_and(|(unit, _)| unit == Unit::Hour)
        && at.checked_sub(1).is_some_and(|before| s.adposition(before, AT) == Some(at))
    {
        (sure, end) = (true, end + 1);
    }
    if let Some((value, after)) = s.meaning(end, Class::Meridiem).filter(|_| hour <= 12) {
        sure = true;
        end = after;
        hour = in_half(hour, value);
    } else if let Some((Clock::Part(part), after)) = part_behind(s, end) {
        // "12 abends"
        let adverb = s.kind(at) == TokenKind::Number
            && hour <= 12
            && after == end + 1
            && !s.form(end, Class::DayPart).has_any(Form::SINGULAR.and(Form::PLURAL))
            && !s.is_any(end, groups::MODIFIER.or(&[Class::Part]));
        if sure || colon || minute.is_some() || adverb || (hour <= 12 && introduced(s, at)) {
            (hour, end, sure) = (in_part(hour, part), after, true);
        }
    }
    let mut zone = None;
    let four = is_four_digits(number);
    if let Some((known, after)) = s.meaning(end, Class::TimeZone).filter(|_| sure || colon || four) {
        (zone, end, sure) = (Some(known), after, true);
    }
    (sure || (colon && introduced(s, at))).then_some((Clock::At { hour, minute, second, zone }, end))
}

/// Whether a preposition or a day stands before digits with a colon, which may also be a score.
fn introduced(s: &Sentence<'_, '_>, at: usize) -> bool {
    const BEFORE: &[Adposition] = &[
        Adposition::At,
        Adposition::Around,
        Adposition::Until,
        Adposition::Since,
        Adposition::Before,
        Adposition::After,
        Adposition::By,
        Adposition::Between,
    ];
    const DAY: ClassSet = groups::DAY.or(&[Class::DayPart, Class::Month]);
    s.adposition_before(at, BEFORE).is_some() || s.before(at).is_some_and(|before| s.is_any(before, DAY))
}

/// "nachmittags", "in the morning" behind an hour.
pub(super) fn part_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    if let Some(next) = s.adposition(at, &[Adposition::In, Adposition::At]) {
        let next = if s.is(next, Class::Article) { next + 1 } else { next };
        return part_of_day(s, next).filter(|_| !s.is(next, Class::Weekday));
    }
    // "gestern morgen": a word for tomorrow behind another day is its morning.
    if let (Some((Unit::Day, 1, ..)), Some(before)) = (relative_unit(s, at), s.before(at))
        && s.is_any(before, groups::DAY)
    {
        return Some((Clock::Part(DayPart::Morning), at + 1));
    }
    part_of_day(s, at).filter(|_| !s.is_any(at, groups::DAY))
}

/// The 24-hour reading of an hour in a part of the day.
pub(super) fn in_part(hour: i8, part: DayPart) -> i8 {
    match part {
        DayPart::Afternoon | DayPart::Evening if hour < 12 => hour + 12,
        DayPart::Evening | DayPart::Night if hour == 12 => 0,
        DayPart::Night if (6..12).contains(&hour) => hour + 12,
        DayPart::Midday if hour < 6 => hour + 12,
        _ => hour,
    }
}

/// The part of the day that a token names, alone or within a compound; the token after it.
pub(super) fn part_of_day(s: &Sentence<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    let sense = s.sense(at, Class::DayPart)?;
    if sense.form.is_only_plural() {
        return None;
    }
    Some((Clock::Part(DayPart::from_value(sense.value)?), sense.end(at)))
}

/// The time of day right behind a day: "Abend", "4:00", "9 am", "in the morning".
pub(super) fn behind_day(s: &Sentence<'_, '_>, at: usize) -> Option<(Clock, usize)> {
    if s.is_any(at, ClassSet::of(&[Class::DayPart, Class::Relative])) {
        return part_behind(s, at);
    }
    if s.adposition(at, &[Adposition::In])
        .is_some_and(|next| s.is(next, Class::Article) && s.is(next + 1, Class::DayPart))
    {
        return part_behind(s, at);
    }
    // Behind "heute" an hour stands at once; behind "heute um" it is an expression of its own.
    exact(s, at).filter(|_| s.kind(at) == TokenKind::Number || s.is(at, Class::Cardinal))
}

/// Adds the time of day that stands right behind: "heute Abend", "Mittwoch 4:00", "Tuesday in the morning".
pub(super) fn with_clock(s: &Sentence<'_, '_>, mut found: Found) -> Found {
    if let (Value::Point(point), Some((clock, end))) = (found.expression.value, behind_day(s, found.end)) {
        let (start, rule) = (found.start, found.rule);
        found = Found::point(start, end, rule, point.with_clock(clock));
    }
    found
}
