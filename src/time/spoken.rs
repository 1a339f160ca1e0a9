//! Clock times as they are spoken.

use crate::lexicon::class::{Adposition, Direction, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::day::with_day;
use super::daytime::{hour, in_part, part_behind};
use super::found::Found;
use super::value::Clock;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A time of day as it is spoken.
    pub(super) CLOCK_SPOKEN = "time.clock-spoken" {
        pattern: "(quarter|half|number) [minutes] (past|to) hour | half|quarter hour, [part of the day] [day]",
        begins: [Cardinal, Fraction],
        digits: [Short],
        near: [Direction, Fraction],
        read: spoken,
        fires: [
            De "Sie kam um [halb sieben](TIME 2015-06-10T06:30).",
            De "Sie kam um [Viertel nach acht](TIME 2015-06-10T08:15).",
            En "She came at [half past eight](TIME 2015-06-10T08:30).",
        ],
        silent: [
            De "Das Glas ist halb voll.",
            En "She gave half to eight charities.",
        ],
    }
}

/// Clock times as they are spoken: "halb sieben", "Viertel nach acht", "drei viertel sechs"; "half past eight".
pub(super) fn spoken(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (minutes, mut next) = quarters(s, at)?;
    let (value, end) = match s.meaning(next, Class::Direction) {
        Some((direction, end)) => (Some(direction), end),
        None => (None, next),
    };
    let of_hour = |at| hour(s, at).filter(|(hour, minute, ..)| *hour <= 12 && *hour > 0 && minute.is_none());
    let spelled = s.is(at, Class::Fraction);
    let asked = s
        .adposition_before(
            at,
            &[
                Adposition::At,
                Adposition::Around,
                Adposition::Until,
                Adposition::Since,
                Adposition::From,
                Adposition::By,
            ],
        )
        .is_some();
    let (total, end) = match value {
        Some(Direction::Past) => {
            let (hour, .., end) = of_hour(end)?;
            (i16::from(hour) * 60 + minutes, end)
        }
        Some(Direction::To) => {
            let (hour, .., end) = of_hour(end)?;
            (i16::from(hour) * 60 - minutes, end)
        }
        _ if s.profile.half_to_hour && minutes % 15 == 0 && spelled_quarters(s, at) => {
            next = end;
            let (hour, .., end) = of_hour(next)?;
            if !asked && !s.is(end, Class::Clock) && minutes == 15 {
                return None;
            }
            (i16::from(hour) * 60 - 60 + minutes, end)
        }
        _ => return None,
    };
    // "from 3 to 5 May" is no time of day.
    let bare =
        s.kind(at) == TokenKind::Number && s.adposition_before(at, &[Adposition::From, Adposition::Between]).is_some();
    if (!asked && !spelled && !s.is(end, Class::Clock)) || bare || s.is(end, Class::Month) {
        return None;
    }
    if !asked && s.is_any(end, ClassSet::of(&[Class::Noun, Class::TimeUnit, Class::Scale, Class::Currency])) {
        return None;
    }
    let end = if s.is(end, Class::Clock) { end + 1 } else { end };
    let (mut hour, minute) = ((total.rem_euclid(12 * 60) / 60) as i8, (total.rem_euclid(60)) as i8);
    if hour == 0 {
        hour = 12;
    }
    let (hour, end) = match part_behind(s, end) {
        Some((Clock::Part(part), end)) => (in_part(hour, part), end),
        _ => (hour, end),
    };
    Some(with_day(s, at, end, Clock::At { hour, minute: Some(minute), second: None, zone: None }, &CLOCK_SPOKEN))
}

fn spelled_quarters(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.is(at, Class::Fraction) || s.is(at + 1, Class::Fraction)
}

/// "Viertel" 15, "halb" 30, "drei viertel" 45, "zehn" 10; the token after it.
fn quarters(s: &Sentence<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let fraction = |at| {
        let sense = s.sense(at, Class::Fraction)?;
        let (over, under) = ((sense.value >> 16) as i16, (sense.value & 0xffff) as i16);
        // "halb", not "die Hälfte".
        let noun = sense.form.has_any(Form::SINGULAR.and(Form::PLURAL)) && s.is_titled_noun(at);
        (matches!((over, under), (1 | 3, 4)) || ((over, under) == (1, 2) && !noun))
            .then(|| (60 * over / under, sense.end(at)))
    };
    if let Some(found) = fraction(at) {
        return Some(found);
    }
    let (value, end) = match s.digits(at) {
        Some(digits) => (u32::from(digits.unsigned_abs()), at + 1),
        None => s.value(at, Class::Cardinal)?,
    };
    if value == 3
        && let Some((15, end)) = fraction(end)
    {
        return Some((45, end));
    }
    let end = match s.unit(end) {
        Some((Unit::Minute, after)) => after,
        _ => end,
    };
    (1..30).contains(&value).then_some((value as i16, end))
}
