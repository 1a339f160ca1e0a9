//! Repeated times.

use crate::lexicon::class::{Adposition, DayPart, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::calendar::days_in;
use super::daytime::{exact, in_part, part_of_day};
use super::found::Found;
use super::habit::{goes_on, is_habit};
use super::value::{Amount, Clock, Cycle, Freq, Length, Recurrence, Value};
use super::weekday::is_repeated;
use crate::answer::Rule;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A time that comes back: each of a unit, weekday, month or season, or one after so many units.
    pub(super) EACH = "time.each" {
        pattern: "each [number|ordinal] (unit | weekday | month | season | part of the day) [at time of day]",
        begins: [Each],
        read: each,
        fires: [
            De "Sie treffen sich [jeden Montag](SET XXXX-WXX-1 quant=EVERY).",
            De "Gewählt wird [alle vier Jahre](SET P4Y quant=EVERY).",
            En "They meet [every three weeks](SET P3W quant=EVERY).",
        ],
        silent: [
            De "Alle Tage der Messe waren ausgebucht.",
            En "Every team came.",
        ],
    }

    /// A length of time that fills a part of each unit.
    pub(super) LENGTH_PER_UNIT = "time.length-per-unit" {
        pattern: "length (a|per|in the) larger unit; goes on from time.length",
        fires: [
            De "Er arbeitet [acht Stunden am Tag](SET P1D freq=8H).",
            En "The line is open [24 hours a day](SET P1D freq=24H).",
        ],
        silent: [
            De "Er kam zwei Tage in der Woche vor Ostern.",
            En "He worked eight hours on a day in May.",
        ],
    }

    /// How often within a unit, or what an amount is counted by. A speed ("150 Kilometer pro Stunde") is none.
    pub(super) PER_UNIT = "time.per-unit" {
        pattern: "[number of times] (per|a|in the) unit",
        precedence: 1,
        begins: [Cardinal, GroupOf, Fraction, Multiple, Adposition],
        digits: [Ordinal, Short, Four, Plain, Marked, Letters],
        near: [TimeUnit],
        read: per,
        fires: [
            De "Er trainiert [zweimal pro Woche](SET P1W freq=2X).",
            De "Sie behandelt 200 Patienten [pro Tag](SET P1D).",
            En "He trains [twice a week](SET P1W freq=2X).",
        ],
        silent: [
            De "Er fuhr 150 Kilometer pro Stunde.",
            En "He drove 150 kilometres per hour.",
        ],
    }

    /// How often something comes back, as an adverb or adjective. A newspaper ("the daily Granma") is none.
    pub(super) UNIT_ADVERB = "time.unit-adverb" {
        pattern: "[number of times] adverb of a unit",
        begins: [Multiple, UnitAdverb],
        read: adverb,
        fires: [
            De "Der Zug fährt [täglich](SET P1D).",
            De "Er trainiert [zweimal wöchentlich](SET P1W freq=2X).",
            De "Das Amt ist nur [vormittags](SET XXXX-XX-XXTMO) offen.",
            En "They meet [weekly](SET P1W).",
        ],
        silent: [
            De "Er kam zweimal zu spät.",
            De "Er hat abends angerufen.",
            En "It was reported by the daily Granma.",
        ],
    }

    /// A newspaper that is called by how often it appears.
    pub(super) NEWSPAPER = "time.newspaper" {
        pattern: "(article | adjective | name) adverb of a unit [name], for no time; goes on from time.unit-adverb",
        languages: [En],
        fires: [En "It was reported by the [daily Granma](none)."],
        silent: [En "It was a daily report."],
    }

    /// A unit of time that an amount of length is counted by: how fast something goes is no time.
    pub(super) SPEED = "time.speed" {
        pattern: "unit of measure per (hour | minute), for no time; goes on from time.per-unit",
        fires: [
            De "Er fuhr 150 [Kilometer pro Stunde](none).",
            En "He drove 150 [kilometres per hour](none).",
        ],
        silent: [
            De "Er lief drei Kilometer pro Tag.",
            En "He ran three kilometres per day.",
        ],
    }

    /// Weekdays, weekends or parts of the day that come back.
    pub(super) WEEKDAYS = "time.weekdays" {
        pattern: "weekday in the plural | on weekends | in the part of the day in the plural",
        begins: [Weekday, TimeUnit, DayPart],
        read: weekdays,
        fires: [
            De "Das Museum ist [montags](SET XXXX-WXX-1) geschlossen.",
            En "The museum is closed on [Mondays](SET XXXX-WXX-1).",
            En "The museum is closed on [weekends](SET P1WE).",
            En "The museum is closed in the [mornings](SET XXXX-XX-XXTMO).",
        ],
        silent: [
            De "Das Museum ist am Montag geschlossen.",
            En "The museum is closed on Monday.",
        ],
    }
}

fn found(start: usize, end: usize, rule: &'static Rule, of: Cycle, times: Option<u32>, every: bool) -> Found {
    let freq = times.map(Freq::Times);
    Found::new(start, end, rule, Value::Set(Recurrence { of, freq, every, clock: None }))
}

fn units(n: u32, unit: Unit) -> Cycle {
    Cycle::Units(Amount::Exact(n.into()), unit)
}

/// `each [ordinal|number] unit|name`: "jeden Montag", "alle zwei Jahre", "jeden zweiten Tag"; "every three weeks".
pub(super) fn each(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    each_period(s, at).map(|found| with_clock(s, found))
}

/// Adds the time of day to a weekday that comes back: "jeden Montag um 16 Uhr", "every Friday at 9 a.m.".
fn with_clock(s: &Sentence<'_, '_>, found: Found) -> Found {
    let Value::Set(set) = found.expression.value else { return found };
    let Cycle::Weekday(_, part) = set.of else { return found };
    let next = s.adposition(found.end, &[Adposition::At, Adposition::Around]);
    let Some((at @ Clock::At { hour, minute, second, zone }, end)) = next.and_then(|next| exact(s, next)) else {
        return found;
    };
    let at = match part {
        Some(part) => Clock::At { hour: in_part(hour, part), minute, second, zone },
        None => at,
    };
    Found::new(found.start, end, found.rule, Value::Set(Recurrence { clock: Some(at), ..set }))
}

fn each_period(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let mut next = s.sense(at, Class::Each)?.end(at);
    let mut n = 1;
    let mut counted = false;
    if let Some((number, end)) = s.number(next).filter(|_| !s.is(next, Class::Fraction)) {
        (n, next, counted) = (u32::try_from(number.to_integer()?).ok()?, end, true);
    } else if let Some((ordinal, end)) = s.ordinal(next).filter(|(n, _)| (1..=12).contains(n)) {
        (n, next) = (u32::from(ordinal.unsigned_abs()), end);
        if s.is(next, Class::Weekday) {
            // "jeden dritten Mittwoch im Monat": once a month, "every other Friday" every two weeks
            let end = s.sense(next, Class::Weekday)?.end(next);
            let month = s
                .adposition(end, &[Adposition::In, Adposition::Of])
                .map(|at| at + usize::from(s.is(at, Class::Article)));
            if let Some((unit, end)) = month.and_then(|at| s.unit(at)) {
                return Some(found(at, end, &EACH, units(1, unit), None, true));
            }
            return Some(found(at, end, &EACH, units(n, Unit::Week), None, true));
        }
    }
    if let Some((unit, end)) = s.unit(next) {
        // "alle Jahre" counts nothing, "every year" and "jedes Jahr" do.
        let form = s.form(next, Class::TimeUnit);
        if matches!(unit, Unit::Moment | Unit::Second) || (!counted && !form.has(Form::SINGULAR)) {
            return None;
        }
        if let (false, Some((Clock::Part(part), _))) = (counted, part_of_day(s, next)) {
            return Some(found(at, end, &EACH, Cycle::DayPart(part), None, true));
        }
        return Some(found(at, end, &EACH, units(n, unit), None, true));
    }
    if counted {
        return None;
    }
    let (cycle, end) = cycle(s, next)?;
    Some(found(at, end, &EACH, cycle, None, true))
}

/// A named time that comes back: a weekday, month, season, day of the year or part of the day.
fn cycle(s: &Sentence<'_, '_>, at: usize) -> Option<(Cycle, usize)> {
    if let Some((weekday, end)) = s.small(at, Class::Weekday) {
        let (part, end) = match part_of_day(s, at) {
            Some((Clock::Part(part), _)) => (Some(part), end),
            _ => match part_of_day(s, end) {
                Some((Clock::Part(part), end)) => (Some(part), end),
                _ => (None, end),
            },
        };
        return Some((Cycle::Weekday(weekday, part), end));
    }
    if let Some((month, end)) = s.small(at, Class::Month) {
        return Some(match s.day(end).filter(|day| *day <= days_in(month) && !s.profile.day_first) {
            Some(day) => (Cycle::Day { month, day }, end + 1),
            None => (Cycle::Month(month), end),
        });
    }
    if let Some((season, end)) = s.meaning(at, Class::Season) {
        return Some((Cycle::Season(season), end));
    }
    if let Some((Clock::Part(part), end)) = part_of_day(s, at) {
        return Some((Cycle::DayPart(part), end));
    }
    None
}

/// "täglich", "zweimal jährlich"; "weekly", "twice daily".
pub(super) fn adverb(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (times, next) = match s.value(at, Class::Multiple) {
        Some((times, end)) => (Some(times), end),
        None => (None, at),
    };
    let (unit, end) = s.meaning(next, Class::UnitAdverb)?;
    // "abends" is one evening or each.
    if s.is(next, Class::DayPart) && (times.is_some() || !is_habit(s, next)) {
        return None;
    }
    if let Some(end) = newspaper(s, at, end).filter(|_| times.is_none()) {
        return Some(Found::not(at, end, &NEWSPAPER));
    }
    let cycle = match unit {
        Unit::Evening | Unit::Evenings => Cycle::DayPart(DayPart::Evening),
        Unit::Night => Cycle::DayPart(DayPart::Night),
        Unit::Morning => Cycle::DayPart(DayPart::Morning),
        Unit::Afternoon => Cycle::DayPart(DayPart::Afternoon),
        unit => units(1, unit),
    };
    Some(found(at, end, &UNIT_ADVERB, cycle, times, false))
}

/// "the daily Granma", "a Paris weekly said", and the token behind it: a noun, as no noun follows that it could describe.
fn newspaper(s: &Sentence<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const BEFORE: ClassSet = ClassSet::of(&[Class::Adjective, Class::Article]);
    let before = s.before(at).filter(|_| s.is(at, Class::Medium))?;
    let named = s.shape(end) == Shape::Title && (s.shape(before) == Shape::Title || s.is(before, Class::Noun));
    if !named && !s.is_any(before, BEFORE) {
        return None;
    }
    let mut next = end;
    while next < s.end && s.shape(next) == Shape::Title {
        next += 1;
    }
    let noun = s.kind(next) == TokenKind::Word
        && (!s.is_any(next, groups::VERBAL.with(groups::LINK)) || (next == end && s.is(next, Class::Noun)));
    (!noun && s.kind(next) != TokenKind::Hyphen).then_some(next)
}

/// `[times] per unit`: "zweimal pro Woche", "dreimal im Jahr", "pro Tag"; "twice a week", "four times a year", "per day".
pub(super) fn per(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (times, next) = match times(s, at) {
        Some((times, end)) => (Some(times), end),
        None => (None, at),
    };
    let mut unit_at = s.adposition(next, &[Adposition::Per]).or_else(|| {
        let within = s
            .adposition(next, &[Adposition::In, Adposition::At])
            .filter(|end| times.is_some() || (*end == next + 1 && counted_noun(s, at)));
        within.map(|at| at + usize::from(s.is(at, Class::Article)))
    })?;
    if s.is(unit_at, Class::Article) && times.is_some() {
        unit_at += 1;
    }
    let (unit, end) = s.unit(unit_at)?;
    let form = s.form(unit_at, Class::TimeUnit);
    if !form.has(Form::SINGULAR) || matches!(unit, Unit::Second | Unit::Moment) {
        return None;
    }
    // "150 Kilometer pro Stunde" is a speed.
    if let Some(measure) = at.checked_sub(1).filter(|before| s.is(*before, Class::MeasureUnit))
        && matches!(unit, Unit::Hour | Unit::Minute)
        // "$1.8m an hour"
        && !measure.checked_sub(1).is_some_and(|number| s.is_signed(number))
    {
        return Some(Found::not(measure, end, &SPEED));
    }
    if times.is_none()
        && (s.is(at, Class::Each) || !rate(s, at) || s.year(end).is_some() || s.is(end, Class::Direction))
    {
        return None;
    }
    // "once a day" said of a single time: "one day".
    let cycle = match part_of_day(s, unit_at) {
        Some((Clock::Part(part), _)) => Cycle::DayPart(part),
        _ => units(1, unit),
    };
    Some(found(at, end, &PER_UNIT, cycle, times, false))
}

/// A length that fills a part of every unit: "24 hours a day", "drei Tage pro Woche", "acht Stunden am Tag".
pub(super) fn length_per(s: &Sentence<'_, '_>, at: usize, end: usize, length: Length) -> Option<Found> {
    let n = u32::try_from(length.amount.whole().filter(|_| length.rest == [None; 3])?).ok()?;
    let larger: &[Unit] = match length.unit {
        Unit::Minute => &[Unit::Hour, Unit::Day, Unit::Week, Unit::Month],
        Unit::Hour => &[Unit::Day, Unit::Week, Unit::Month, Unit::Year],
        Unit::Day => &[Unit::Week, Unit::Month, Unit::Year],
        Unit::Week | Unit::Month => &[Unit::Year],
        _ => return None,
    };
    let (unit, after) = match s.meaning(end, Class::UnitAdverb) {
        Some((unit, after)) if n > 1 => (unit, after),
        _ => {
            let (unit_at, sure) = per_word(s, end)?;
            let (unit, after) = s.unit(unit_at)?;
            // "zwei Tage in der Woche vor Ostern" lie in one week.
            const GOES_ON: ClassSet = ClassSet::of(&[Class::Article, Class::Adposition, Class::Direction]);
            let one = s.is_any(after, GOES_ON) || s.year(after).is_some();
            if !s.form(unit_at, Class::TimeUnit).has(Form::SINGULAR) || (one && !sure) {
                return None;
            }
            (unit, after)
        }
    };
    let set = Recurrence { of: units(1, unit), freq: Some(Freq::Units(n, length.unit)), every: false, clock: None };
    larger.contains(&unit).then(|| Found::new(at, after, &LENGTH_PER_UNIT, Value::Set(set)))
}

/// Where the unit stands behind "per", "a", "die" or "in der", and whether these words leave no doubt.
fn per_word(s: &Sentence<'_, '_>, at: usize) -> Option<(usize, bool)> {
    if let Some(end) = s.adposition(at, &[Adposition::Per]) {
        return Some((end, true));
    }
    if s.is_any(at, ClassSet::of(&[Class::IndefiniteArticle, Class::Each])) {
        return Some((at + 1, true));
    }
    if s.is(at, Class::Article) && !s.is(at, Class::Adposition) {
        return Some((at + 1, false));
    }
    let end = s.adposition(at, &[Adposition::In, Adposition::At])?;
    Some((end + usize::from(s.is(end, Class::Article)), false))
}

/// "twice", "dreimal", "four times"; the token after it.
fn times(s: &Sentence<'_, '_>, at: usize) -> Option<(u32, usize)> {
    if let Some((times, end)) = s.value(at, Class::Multiple) {
        return Some((times, end));
    }
    let (number, end) = s.number(at).filter(|(_, end)| s.is(*end, Class::Times))?;
    Some((u32::try_from(number.to_integer()?).ok()?, end + 1))
}

/// Whether an amount stands before "a year": "$1 billion a year", "200 Patienten pro Tag".
fn rate(s: &Sentence<'_, '_>, at: usize) -> bool {
    const AMOUNT: ClassSet = groups::AMOUNT.or(&[Class::Currency, Class::MeasureUnit, Class::Noun]);
    let Some(before) = s.before(at) else { return false };
    if !s.is(at, Class::IndefiniteArticle) {
        return true;
    }
    s.kind(before) == TokenKind::Number
        || (s.kind(before) == TokenKind::Symbol && !s.is_slash(before))
        || (s.is_any(before, AMOUNT)
            && !s.is_any(before, ClassSet::of(&[Class::Adposition, Class::Article, Class::Verb])))
}

/// "200 Patienten (am Tag)", "400 Euro (im Monat)".
fn counted_noun(s: &Sentence<'_, '_>, at: usize) -> bool {
    let Some(noun) = at.checked_sub(1).filter(|noun| *noun > s.start) else { return false };
    s.is_any(noun, ClassSet::of(&[Class::Noun, Class::Currency, Class::MeasureUnit]))
        && (s.kind(noun - 1) == TokenKind::Number || s.is_any(noun - 1, groups::AMOUNT))
}

/// Weekdays that come back: "montags"; "on Mondays", "weekends".
pub(super) fn weekdays(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    if let Some((weekday, end)) = s.small(at, Class::Weekday) {
        let plural = is_repeated(s, at) || goes_on(s, at);
        let part = match part_of_day(s, at) {
            Some((Clock::Part(part), _)) => Some(part),
            _ => None,
        };
        return plural.then(|| found(at, end, &WEEKDAYS, Cycle::Weekday(weekday, part), None, false));
    }
    // "in the mornings"
    if let Some(sense) = s.sense(at, Class::DayPart).filter(|sense| sense.form.is_only_plural()) {
        let article = s.before(at).is_some_and(|before| s.is(before, Class::Article));
        let placed =
            article && s.adposition_before(at, &[Adposition::In, Adposition::On, Adposition::During]).is_some();
        let part = DayPart::from_value(sense.value).filter(|_| placed && !s.is_described(sense.end(at)))?;
        return Some(found(at, sense.end(at), &WEEKDAYS, Cycle::DayPart(part), None, false));
    }
    // "on weekends"
    let (Unit::Weekend, end) = s.unit(at)? else { return None };
    let form = s.form(at, Class::TimeUnit);
    let counted = at.checked_sub(1).is_some_and(|before| {
        before >= s.start && !s.is(before, Class::Adposition) && s.kind(before) != TokenKind::Word
    });
    let of = s.adposition_before(at, &[Adposition::On, Adposition::At]).is_some() || s.kind(end) == TokenKind::Terminal;
    (form.is_only_plural() && of && !counted).then(|| found(at, end, &WEEKDAYS, units(1, Unit::Weekend), None, false))
}
