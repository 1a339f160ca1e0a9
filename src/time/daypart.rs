//! Parts of the day.

use crate::lexicon::class::{Adposition, DayPart, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};

use super::day::{day, with_day};
use super::daytime::{hour, in_part, part_of_day};
use super::evidence::TITLE;
use super::found::Found;
use super::habit::is_habit;
use super::value::{Clock, Point, Shift};
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A part of the day behind a preposition, or an adverb that names one. The part of the day of another thing ("the night of
    /// the attack") is none.
    pub(super) DAYPART = "time.daypart" {
        pattern: "preposition [article] part of the day | adverb of the part of the day",
        begins: [DayPart],
        read: day_part,
        fires: [
            De "Am [Nachmittag](TIME 2015-06-10TAF) kam der Zug.",
            De "Der Zug kam [abends](TIME 2015-06-10TEV).",
            En "The train came in [the afternoon](TIME 2015-06-10TAF).",
        ],
        silent: [
            De "Der Nachmittag blieb ruhig.",
            En "She remembers the night of the attack.",
        ],
    }

    /// A part of the day with the hour in it.
    pub(super) DAYPART_HOUR = "time.daypart-hour" {
        pattern: "part of the day (at|around) hour [day]; goes on from time.daypart",
        fires: [
            De "Er stand [morgens um 7](TIME 2015-06-10T07:00) auf.",
            En "He rose in [the morning at 7](TIME 2015-06-10T07:00).",
        ],
        silent: [
            De "Das Verbot wurde am Morgen um 7 Tage verlängert.",
            En "They lost in the morning around 7 hours.",
        ],
    }

    /// A part of the day with its day behind it; a night that leads to a day begins on the day before.
    pub(super) DAYPART_OF_DAY = "time.daypart-of-day" {
        pattern: "part of the day [hours] (of|on|to|article) day | night (of|from) day (to|on|-) day; goes on from time.daypart and time.part-of-day",
        precedence: 1,
        fires: [
            De "Es brannte in der [Nacht auf Dienstag](TIME 2015-06-08TNI).",
            De "Es brannte in der [Nacht vom 3. auf den 4. Mai 2014](TIME 2014-05-03TNI).",
            De "Am [Abend des 14. August 2014](TIME 2014-08-14TEV) brannte es.",
            En "On [the night of 8 February 1904](TIME 1904-02-08TNI) the ships attacked.",
            En "On [the night of 3-4 May 2014](TIME 2014-05-03TNI) it burned.",
        ],
        silent: [
            De "Die Nacht auf dem Berg war kalt.",
            En "The night of the fire was cold.",
        ],
    }
}

/// A part of the day, with the hour or day that it belongs to.
///
/// "am Nachmittag", "abends", "morgens um 7", "die Nacht auf Dienstag", "in the evening", "the morning of August 7".
pub(super) fn day_part(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    if s.is_any(at, groups::DAY) && s.is(at, Class::DayPart) && !noun_morning(s, at) {
        return None;
    }
    // "gestern Mittag um 12.51 Uhr", "last night at 9:30": the day has it.
    let beside = |class| s.before(at).is_some_and(|before| s.is_any(before, class));
    if beside(groups::DAY) {
        return None;
    }
    let (clock, end) = part_of_day(s, at)?;
    let Clock::Part(part) = clock else { return None };
    // "in derselben Nacht", "in derselben Nacht des 14. August"
    if beside(ClassSet::of(&[Class::Deictic])) {
        return of_day(s, at, end, part);
    }
    if is_habit(s, at) {
        return None;
    }
    // "Dawn French"
    if s.is_titled(at) && s.is_titled(end) {
        return Some(Found::not(at, end + 1, &TITLE));
    }
    // "morgens um 7", "in the morning at 7"
    if let Some(next) = s.adposition(end, &[Adposition::Around, Adposition::At])
        && let Some((hour, minute, second, end)) =
            hour(s, next).filter(|(hour, _, _, after)| *hour <= 12 && !s.is(*after, Class::TimeUnit))
    {
        let end = if s.is(end, Class::Clock) { end + 1 } else { end };
        let clock = Clock::At { hour: in_part(hour, part), minute, second, zone: None };
        return Some(with_day(s, at, end, clock, &DAYPART_HOUR));
    }
    if let Some(found) = of_day(s, at, end, part) {
        return Some(found);
    }
    let form = s.form(at, Class::DayPart);
    // "overnight", not "overnight stays"
    let adverb = !form.has_any(Form::SINGULAR.and(Form::PLURAL))
        && !s.is_any(at, groups::MODIFIER.or(&[Class::Part]))
        && (!s.is_described(end) || s.is(end, Class::Adposition));
    let placed = at.checked_sub(1).is_some_and(|before| {
        before >= s.start && s.is_any(before, ClassSet::of(&[Class::Article, Class::Adposition]))
    }) && s
        .adposition_before(
            at,
            &[
                Adposition::In,
                Adposition::At,
                Adposition::On,
                Adposition::During,
                Adposition::Until,
                Adposition::By,
                Adposition::Around,
                Adposition::Since,
                Adposition::Towards,
            ],
        )
        .is_some();
    // "zu Mittag"
    let placed = placed || part == DayPart::Midday && s.adposition_before(at, &[Adposition::To]).is_some();
    // Which day "the night of the attack" was, nobody says; "the morning of August 7" is left to its date.
    let of = s.adposition(end, &[Adposition::Of]).is_some() && s.adposition(end, &[Adposition::From]).is_none();
    ((adverb || placed) && !of).then(|| Found::point(at, end, &DAYPART, Point::at(clock)))
}

/// "am Morgen", not "morgen".
fn noun_morning(s: &Sentence<'_, '_>, at: usize) -> bool {
    !s.is(at, Class::Weekday)
        && s.shape(at) == crate::text::Shape::Title
        && at > s.start
        && s.is_any(at - 1, ClassSet::of(&[Class::Article, Class::Adposition]))
}

/// "Nacht des 14. August", "Nacht auf Dienstag", "morning of Aug. 7"; a night that leads to a day begins on the day before.
pub(super) fn of_day(s: &Sentence<'_, '_>, at: usize, end: usize, part: DayPart) -> Option<Found> {
    // "the morning hours of November 1"
    let end = match s.unit(end) {
        Some((Unit::Hour, after)) if s.form(end, Class::TimeUnit).has(Form::PLURAL) => after,
        _ => end,
    };
    let found = |end, point: Point| Found::point(at, end, &DAYPART_OF_DAY, point.with_clock(Clock::Part(part)));
    let eve = |point: Point| Point { shift: Some(Shift { unit: Unit::Day, n: -1 }), ..point };
    let night = part == DayPart::Night;
    // "die Nacht auf Dienstag" leads to it; "die Nacht am Dienstag", "overnight on Tuesday" are its own.
    let leads = s.adposition(end, &[Adposition::On, Adposition::To]);
    if let Some(next) =
        leads.filter(|_| night && s.profile.night_to_day && s.adposition(end, &[Adposition::At]).is_none())
    {
        let (day, end) = whole_day(s, next)?;
        return Some(found(end, eve(day)));
    }
    let of = s.adposition(end, &[Adposition::Of, Adposition::From]);
    if let Some((day, end)) = of.filter(|_| night).and_then(|of| second_day(s, of)) {
        return Some(found(end, eve(day)));
    }
    let (day, end) = whole_day(s, of.or(leads).or_else(|| s.is(end, Class::Article).then_some(end))?)?;
    Some(found(end, day))
}

/// A day without a time of day, behind its article.
fn whole_day(s: &Sentence<'_, '_>, at: usize) -> Option<(Point, usize)> {
    let at = at + usize::from(s.is(at, Class::Article));
    day(s, at).filter(|(day, _)| day.clock.is_none() && !day.only_clock())
}

/// The second of two days that a night lies between: "vom 19. auf den 20. März", "3-4 May", "Friday to Saturday".
fn second_day(s: &Sentence<'_, '_>, at: usize) -> Option<(Point, usize)> {
    let at = at + usize::from(s.is(at, Class::Article));
    let joint = match (s.day(at), s.value(at, Class::Weekday)) {
        (Some(_), _) => at + 1,
        (None, weekday) => weekday?.1,
    };
    let next = s.adposition(joint, &[Adposition::On, Adposition::To, Adposition::Until]);
    let slash = s.is_dash(joint) || s.is_slash(joint);
    whole_day(s, next.or_else(|| slash.then_some(joint + 1))?)
}
