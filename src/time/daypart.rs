//! Parts of the day.

use crate::lexicon::class::{Adposition, DayPart, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};

use super::day::{day, with_day};
use super::daytime::{hour, in_part, part_of_day};
use super::evidence::TITLE;
use super::found::Found;
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
            De "Der Zug kommt [abends](TIME 2015-06-10TEV).",
            En "The train came in the [afternoon](TIME 2015-06-10TAF).",
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
            En "He rose in the [morning at 7](TIME 2015-06-10T07:00).",
        ],
        silent: [
            De "Das Verbot wurde am Morgen um 7 Tage verlängert.",
            En "They lost in the morning around 7 hours.",
        ],
    }

    /// A part of the day with its day behind it; a night that leads to a day begins on the day before.
    pub(super) DAYPART_OF_DAY = "time.daypart-of-day" {
        pattern: "part of the day (of|to|article) day; goes on from time.daypart",
        languages: [De],
        precedence: 1,
        fires: [
            De "Es brannte in der [Nacht auf Dienstag](TIME 2015-06-08TNI).",
            De "Am [Abend des 14. August 2014](TIME 2014-08-14TEV) brannte es.",
        ],
        silent: [De "Die Nacht auf dem Berg war kalt."],
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
    const DAY: ClassSet = groups::DAY.or(&[Class::Deictic]);
    if s.before(at).is_some_and(|before| s.is_any(before, DAY)) {
        return None;
    }
    let (clock, end) = part_of_day(s, at)?;
    let Clock::Part(part) = clock else { return None };
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

/// "Nacht des 14. August", "Nacht auf Dienstag", "morning of Aug. 7"; a night "auf" a day begins on the day before.
fn of_day(s: &Sentence<'_, '_>, at: usize, end: usize, part: DayPart) -> Option<Found> {
    // "the morning of August 7" is left to its date.
    if !s.profile.night_to_day {
        return None;
    }
    let eve = s.adposition(end, &[Adposition::On, Adposition::To]).filter(|_| part == DayPart::Night);
    let next = match (eve, s.adposition(end, &[Adposition::Of])) {
        (Some(next), _) => next,
        (None, Some(next)) => next,
        (None, None) if s.is(end, Class::Article) => end,
        _ => return None,
    };
    let next = if s.is(next, Class::Article) { next + 1 } else { next };
    let (day, end) = day(s, next).filter(|(day, _)| day.clock.is_none() && !day.only_clock())?;
    let mut point = day.with_clock(Clock::Part(part));
    if eve.is_some() {
        point.shift = Some(Shift { unit: Unit::Day, n: -1 });
    }
    Some(Found::point(at, end, &DAYPART_OF_DAY, point))
}
