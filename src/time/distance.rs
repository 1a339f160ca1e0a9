//! Points given by a length: "vor drei Jahren", "two days after Easter".

use crate::answer::Decimal;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, Direction, Ref, Unit};
use crate::lexicon::groups;

use super::day::{before_or_after, governs, is_compared};
use super::found::{Found, approx_mod};
use super::step::{counted, same_unit};
use super::tense;
use super::value::{Amount, Clock, From, Length, Point, Shift, Value};
use crate::reading::Sentence;
use crate::reading::phrase::past;
use crate::reading::verb::Tense;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: super::found::Find;

    /// A time so far before now.
    pub(super) AGO = "time.ago" {
        pattern: "[about] length ago | before length; goes on from time.length",
        fires: [
            De "Er starb [vor drei Jahren](DATE 2012).",
            En "He died [about three years ago](DATE 2012 mod=APPROX).",
            En "He came [a week or so ago](DATE 2015-W23).",
        ],
        silent: [
            De "Er stand drei Jahre vor Gericht.",
            En "He waited three years, not long.",
        ],
    }

    /// A time so far before the one that the text spoke of last.
    pub(super) EARLIER = "time.earlier" {
        pattern: "[about] length earlier; goes on from time.length",
        fires: [
            De "Am 3. Mai 2014 ging er, [zwei Tage zuvor](DATE 2014-05-01) hatte er gekündigt.",
            En "On 3 May 2014 he left, having resigned [two days earlier](DATE 2014-05-01).",
            En "Turnout was higher than [five years earlier](DATE 2010).",
        ],
        silent: [
            De "Zwei Tage vor dem Spiel kündigte er.",
            En "Two days before the match he resigned.",
        ],
    }

    /// A time so far after now.
    pub(super) HENCE = "time.hence" {
        pattern: "[about] length from now; goes on from time.length",
        languages: [En],
        fires: [En "The ban ends [two years from now](DATE 2017)."],
        silent: [En "They spent two years away from home."],
    }

    /// A time so far after now, where its clause does not tell of the past: "in two weeks" may also say how long something took.
    pub(super) IN_LENGTH = "time.in-length" {
        pattern: "in length; goes on from time.length",
        fires: [
            De "Das Gesetz soll [in zwei Wochen](DATE 2015-06-24) gelten.",
            En "The law will apply [in two weeks](DATE 2015-06-24).",
            En "He said it would be over [in five years' time](DATE 2020).",
        ],
        silent: [
            De "In zwei Wochen verlor er neun Kilo.",
            En "He lost nine kilos in two weeks.",
            En "The champion lost 6-3, 3-6, 5-7 in two hours and 48 minutes.",
        ],
    }

    /// A time so far after the one that the text spoke of last.
    pub(super) LATER = "time.later" {
        pattern: "[about] length later; goes on from time.length",
        fires: [
            De "Am 1. Mai 2014 ging er, [zwei Tage später](DATE 2014-05-03) kam er zurück.",
            En "On 1 May 2014 he left, and [two days later](DATE 2014-05-03) he was back.",
        ],
        silent: [
            De "Zwei Tage nach dem Spiel kündigte er.",
            De "Sie zog zwei Monate später als geplant ein.",
            En "Two days after the match he resigned.",
            En "She moved in two months later than planned.",
        ],
    }

    /// A time of day so far before or after midnight or noon.
    pub(super) LENGTH_FROM_HOUR = "time.length-from-hour" {
        pattern: "length (before|after) name of an hour; goes on from time.length",
        fires: [
            De "[26 Minuten nach Mitternacht](TIME 2015-06-10T00:26) kam er an.",
            En "They arrived [20 minutes before midnight](TIME 2015-06-10T23:40).",
        ],
        silent: [
            De "Der Zug fuhr zwei Stunden nach dem Mittagessen.",
            En "The train left two hours after lunch.",
        ],
    }

    /// A time so far before or after a day that the text names.
    pub(super) LENGTH_FROM_DATE = "time.length-from-date" {
        pattern: "length (before|after) day; goes on from time.length",
        fires: [
            De "Er kam [zwei Tage nach Ostern](DATE 2015-04-07).",
            En "He came [two days after Easter](DATE 2015-04-07).",
        ],
        silent: [
            De "Er kam zwei Tage nach dem Brand.",
            En "He came two days after the fire.",
        ],
    }
}

/// A point so far from now, from the last mention or from a day.
pub(super) fn anchored(s: &Sentence<'_, '_>, at: usize, end: usize, length: Length) -> Option<Found> {
    let place = |start, end, sign: i32, from: From, rule| {
        let value = match length.amount.whole().filter(|_| length.rest == [None; 3]) {
            Some(n) => {
                // Decades are counted in years: "a decade ago" names one.
                let (n, unit) =
                    if length.unit == Unit::Decade { (n.checked_mul(10)?, Unit::Year) } else { (n, length.unit) };
                let n = i16::try_from(n.checked_mul(sign)?).ok()?;
                let back = unit == Unit::Year && n < 0;
                Value::Point(if back { same_unit(unit, n, from) } else { counted(unit, n, from) })
            }
            None if sign < 0 => match length.amount {
                Amount::Vague => Value::Ref(Ref::Past),
                Amount::Exact(number) => Value::Point(fractional(number, length, sign, from)?),
            },
            None => match length.amount {
                Amount::Vague => Value::Ref(Ref::Future),
                Amount::Exact(number) => Value::Point(fractional(number, length, sign, from)?),
            },
        };
        let found = Found::new(start, end, rule, value);
        // "Turnout was higher | than five years earlier": only "more" and "less" bound a length.
        let than = s.before(at).is_some_and(|than| s.coordinator(than, &[Coordinator::Than]).is_some());
        let bounds = |from: usize| !than || (from..at).any(|at| s.is_any(at, groups::QUANTITY));
        let approx = s.sense_before(at, Class::Approx, s.start).filter(|(_, from)| bounds(*from));
        let start = approx.map_or(start, |(_, from)| start.min(from));
        Some(found.from(start).with_mod(approx.and_then(|(approx, _)| approx_mod(approx))))
    };
    // "a week or so ago"
    let end = s.sense(end, Class::Approx).filter(|approx| approx.length > 1).map_or(end, |approx| approx.end(end));
    // "a fortnight earlier this month": the adverb belongs to what follows.
    if let Some((value, after)) = s.meaning(end, Class::Direction) {
        match value {
            Direction::Ago => return place(at, after, -1, From::Document, &AGO),
            Direction::Hence if s.adposition_before(at, &[Adposition::In]).is_none() => {
                return place(at, after, 1, From::Document, &HENCE);
            }
            _ if s.is(after, Class::Deictic) => {}
            // "two months earlier than planned" is how much.
            _ if is_compared(s, after) => {}
            Direction::Earlier => {
                if let Some((sign, end, point)) = before_or_after(s, end) {
                    return shifted(at, end, length, sign, point);
                }
                if !governs(s, end, after) {
                    return place(at, after, -1, From::Mention, &EARLIER);
                }
            }
            Direction::Later => {
                if let Some((sign, end, point)) = before_or_after(s, end) {
                    return shifted(at, end, length, sign, point);
                }
                if !governs(s, end, after) {
                    return place(at, after, 1, From::Mention, &LATER);
                }
            }
            _ => {}
        }
    }
    if let Some((sign, end, point)) = before_or_after(s, end) {
        return shifted(at, end, length, sign, point);
    }
    if let Some((clock, end)) = beside_midnight(s, end, length) {
        return Some(Found::point(at, end, &LENGTH_FROM_HOUR, Point::at(clock)));
    }
    let first = s.sense_before(at, Class::Approx, s.start).map_or(at, |(_, start)| start);
    let before = s.before(first)?;
    if s.profile.before_is_ago && s.adposition(before, &[Adposition::Before]) == Some(first) {
        return place(before, end, -1, From::Document, &AGO);
    }
    // "in zwei Wochen" lies ahead unless the sentence tells of the past: "in zwei Wochen verlor er …"
    let exact = length.amount.whole().is_some() && length.unit != Unit::Weekend;
    if exact && s.adposition(before, &[Adposition::In]) == Some(first) {
        let genitive = s.is(end, Class::Article) || s.adposition(end, &[Adposition::Of]).is_some();
        // "in five years' time"
        let hence = match s.meaning(end, Class::Direction) {
            Some((Direction::Hence, after)) => Some(after),
            _ => None,
        };
        let end = hence.unwrap_or(end);
        let ahead = hence.is_some()
            || match tense::of(s.analysis, at..end) {
                Some(Tense::Future) => true,
                // "Sie findet in drei Wochen statt"
                Some(Tense::Present) if s.profile.verb_final && s.kind(end + 1) == TokenKind::Terminal => true,
                // "They lost 6-3, 7-5 in two hours": what took minutes or hours is told of the past.
                Some(Tense::Present) | None if is_short(length.unit) && (s.start..before).any(|at| past(s, at)) => {
                    false
                }
                Some(Tense::Present) | None => before == s.start || end + 1 >= s.end,
                Some(Tense::Past) => false,
            };
        if !genitive && ahead {
            // Weeks ahead are counted in days: "in two weeks" is a day, "two weeks ago" a week.
            if let (Unit::Week, Some(n)) = (length.unit, length.amount.whole()) {
                let point = counted(Unit::Day, i16::try_from(n.checked_mul(7)?).ok()?, From::Document);
                return Some(Found::point(before, end, &IN_LENGTH, point));
            }
            return place(before, end, 1, From::Document, &IN_LENGTH);
        }
    }
    None
}

fn is_short(unit: Unit) -> bool {
    matches!(unit, Unit::Hour | Unit::Minute | Unit::Second)
}

/// "26 Minuten | nach Mitternacht", "two hours | before noon": the time of day, and the token behind it.
fn beside_midnight(s: &Sentence<'_, '_>, at: usize, length: Length) -> Option<(Clock, usize)> {
    const DAY: i32 = 24 * 60;
    let (sign, next) = match s.adposition(at, &[Adposition::After]) {
        Some(next) => (1, next),
        None => (-1, s.adposition(at, &[Adposition::Before])?),
    };
    let (hour, end) = s.value(next, Class::ClockName)?;
    let unit = match length.unit {
        Unit::Minute => 1,
        Unit::Hour => 60,
        _ => return None,
    };
    let away = length.amount.whole().filter(|_| length.rest == [None; 3])?.checked_mul(unit * sign)?;
    let minutes = i32::try_from(hour).ok()?.checked_add(away)?.rem_euclid(DAY);
    let (hour, minute) = (i8::try_from(minutes / 60).ok()?, i8::try_from(minutes % 60).ok()?);
    Some((Clock::At { hour, minute: Some(minute), second: None, zone: None }, end))
}

/// A fraction of a unit, counted in the next smaller one: "anderthalb Jahre" are 18 months.
fn fractional(number: Decimal, length: Length, sign: i32, from: From) -> Option<Point> {
    let (factor, unit) = match length.unit {
        Unit::Year => (12u32, Unit::Month),
        Unit::Decade => (10, Unit::Year),
        Unit::Century => (100, Unit::Year),
        Unit::Hour => (60, Unit::Minute),
        Unit::Day => (24, Unit::Hour),
        Unit::Week => (7, Unit::Day),
        Unit::Month => (30, Unit::Day),
        Unit::Minute => (60, Unit::Second),
        _ => return None,
    };
    let mut n = i32::try_from(number.times(Decimal::from(factor))?.to_integer()?).ok()?;
    match length.rest {
        [None, ..] => {}
        [Some((rest, smaller)), None, _] if smaller == unit => n = n.checked_add(rest.whole()?)?,
        _ => return None,
    }
    Some(counted(unit, i16::try_from(n.checked_mul(sign)?).ok()?, from))
}

/// "two days after Easter".
fn shifted(at: usize, end: usize, length: Length, sign: i32, point: Point) -> Option<Found> {
    let n = length.amount.whole().filter(|_| length.rest == [None; 3])?.checked_mul(sign)?;
    let shift = Some(Shift { unit: length.unit, n });
    Some(Found::point(at, end, &LENGTH_FROM_DATE, Point { shift, ..point }))
}
