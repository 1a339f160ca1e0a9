//! Times named by their distance: "gestern", "letzten Freitag", "am Tag darauf".

use crate::answer::Decimal;
use crate::lexicon::class::{Adposition, Deictic, Direction, Season, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::Shape;

use super::calendar::{with_clock, written_date};
use super::clock;
use super::duration;
use super::feast;
use super::found::Found;
use super::reader::Reader;
use super::shared_rules::WHOLE_UNIT;
use super::value::{Amount, Clock, Frame, From, Length, Name, Point, Shift, Side, Value};
use crate::lexicon::class::DayPart;
use crate::rule::rules;

rules! {
    reads: super::rules::Find;

    /// TODO.
    pub(super) DEICTIC_LENGTH = "time.deictic-length" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) DEICTIC_NAME = "time.deictic-name" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) DEICTIC_UNIT = "time.deictic-unit" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) RELATIVE_WORD = "time.relative-word" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) UNIT_AND_DIRECTION = "time.unit-and-direction" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) UNIT_BEFORE_DATE = "time.unit-before-date" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) WEEKDAY_OF_WEEK = "time.weekday-of-week" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// A unit, its distance and anchor, from a single word: "gestern", "Vorjahr"; the token after it.
///
/// Nouns ("Vortag") are counted from the time the text spoke of last, adverbs from the document.
pub(super) fn relative_unit(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Unit, i16, From, usize)> {
    let (sense, end) = r.sense(at, Class::Relative)?;
    let unit = Unit::from_value(sense.value >> 16)?;
    let from = if sense.form.has_any(Form::SINGULAR) { From::Mention } else { From::Document };
    Some((unit, sense.value as u16 as i16, from, end))
}

/// How far a deictic moves a unit, and from where: "last" -1 from the document, "following" +1 from the last mention.
pub(super) fn direction(deictic: Deictic, unit: Unit) -> Option<(i16, From)> {
    let short = matches!(unit, Unit::Day | Unit::Morning | Unit::Afternoon | Unit::Evening | Unit::Night);
    Some(match deictic {
        // "An diesem Tag" is the day that the text speaks of.
        Deictic::This if unit == Unit::Day => (0, From::Mention),
        Deictic::Last => (-1, From::Document),
        Deictic::This | Deictic::Current => (0, From::Document),
        Deictic::Next if short => (1, From::Mention),
        Deictic::Next | Deictic::Coming => (1, From::Document),
        Deictic::Previous => (-1, From::Mention),
        Deictic::Following => (1, From::Mention),
        Deictic::Same => (0, From::Mention),
        Deictic::BeforeLast => (-2, From::Document),
        Deictic::AfterNext => (2, From::Document),
        Deictic::Whole => return None,
    })
}

/// The part of the day that a unit names.
fn day_part(unit: Unit) -> Option<DayPart> {
    Some(match unit {
        Unit::Morning => DayPart::Morning,
        Unit::Afternoon => DayPart::Afternoon,
        Unit::Evening | Unit::Evenings => DayPart::Evening,
        Unit::Night => DayPart::Night,
        _ => return None,
    })
}

/// A point so many units from an anchor; parts of the day become a time of that day.
pub(super) fn counted(unit: Unit, n: i16, from: From) -> Point {
    match day_part(unit) {
        Some(part) => Point::new(Frame::Count { unit: Unit::Day, n, from }, Name::Whole).with_clock(Clock::Part(part)),
        None => Point::new(Frame::Count { unit, n, from }, Name::Whole),
    }
}

/// A word for a day or period by its distance: "gestern", "heute Abend", "Vorjahr"; "tomorrow morning", "tonight".
pub(super) fn word(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (unit, n, from, end) = relative_unit(r, at)?;
    // "Vorsaison" is no season of the year, "overnight stays" no night.
    if unit == Unit::Season || (r.is(at, Class::Adjective) && r.is(end, Class::Noun) && r.shape(end) == Shape::Lower) {
        return None;
    }
    // "ZDF-heute"
    if at > r.begin + 1 && r.is_dash(at - 1) && r.is_tight(at - 1) && r.is_tight(at) && r.shape(at - 2) == Shape::Upper
    {
        return None;
    }
    // "das heute-journal"
    if r.is_dash(end) && r.is_tight(end) && r.is_tight(end + 1) && !r.is(end + 1, Class::DayPart) {
        return None;
    }
    // "am Morgen" and "guten Morgen" are no tomorrow.
    let inside = at > r.begin && !r.is_quote_mark(at - 1) && r.kind(at - 1) != crate::text::TokenKind::Separator;
    if inside && r.shape(at) == Shape::Title && r.is(at, Class::DayPart) {
        return None;
    }
    // "the Today programme", "USA Today"
    let name = !r.profile.capital_nouns && inside && r.shape(at) == Shape::Title && end == at + 1;
    if name && (r.shape(at - 1) == Shape::Upper || r.shape(end) == Shape::Lower && r.is(end, Class::Noun)) {
        return None;
    }
    let mut point = counted(unit, n, from);
    if let Some((part, _)) =
        clock::part_of_day(r, at).filter(|_| r.shape(at) != Shape::Title && !r.is(at, Class::TimeUnit))
    {
        point = point.with_clock(part);
    }
    let found = Found::point(at, end, &RELATIVE_WORD, point);
    Some(if unit == Unit::Day { with_clock(r, found) } else { found })
}

/// A deictic with what it points at.
///
/// `[article] deictic [number] unit|weekday|month|season|holiday`: "letzten Freitag", "die nächsten drei Tage",
/// "dieses Jahr"; "last week", "the past 20 years", "next Monday morning".
pub(super) fn deictic(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (value, mut next) = r.value(at, Class::Deictic)?;
    let mut deictic = Deictic::from_value(value as u32)?;
    let mut start = at;
    // "in this past week", "dieser letzten Woche"
    if let Some((second, end)) = r.value(next, Class::Deictic) {
        deictic = Deictic::from_value(second as u32)?;
        next = end;
    }
    if let Some(found) = length_or_unit(r, start, next, deictic) {
        return Some(found);
    }
    // One adjective may stand between: "diesem strengen Winter".
    if !r.is_any(next, NAMED) && r.is(next, Class::Adjective) && r.is_any(next + 1, NAMED) {
        next += 1;
    }
    // "last Oct. 23"
    if let (Some(date), true) = (written_date(r, next), r.is(next, Class::Month)) {
        if let Some(point) = date.expression.point().filter(|point| point.frame == Frame::Open) {
            return Some(Found::point(
                start,
                date.end,
                &DEICTIC_NAME,
                Point { frame: Frame::Which(deictic), ..*point },
            ));
        }
        return Some(date.from(start));
    }
    let name = named(r, next)?;
    if name.2 {
        start = r.with_article(start);
    }
    let (name, end, _) = name;
    let frame = match (deictic, name) {
        (Deictic::Whole, _) => return None,
        // "this Friday, June 15", "am vergangenen Freitag, 3. Mai"
        (_, Name::Weekday(_)) => {
            if let Some(date) = written_date(r, next) {
                return Some(date.from(start));
            }
            Frame::Which(deictic)
        }
        _ => Frame::Which(deictic),
    };
    Some(with_clock(r, Found::point(start, end, &DEICTIC_NAME, Point::new(frame, name))))
}

const NAMED: ClassSet = ClassSet::of(&[Class::Month, Class::Weekday, Class::Season, Class::Holiday, Class::TimeUnit]);

/// What a deictic points at by name; the token after it, and whether the article belongs to it.
fn named(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Name, usize, bool)> {
    if let Some((weekday, end)) = r.value(at, Class::Weekday) {
        return Some((Name::Weekday(i8::try_from(weekday).ok()?), end, false));
    }
    if let Some((month, end)) = r.value(at, Class::Month) {
        return Some((Name::Month(i8::try_from(month).ok()?), end, false));
    }
    if let Some((season, end)) = r.value(at, Class::Season) {
        return Some((Name::Season(Season::from_value(season as u32)?), end, false));
    }
    if let Some((sense, end)) = r.sense(at, Class::Holiday) {
        return feast::named(r.analysis.entry(sense).id).map(|feast| (Name::Feast(feast), end, false));
    }
    let (Unit::Weekend, end) = r.unit(at)? else { return None };
    Some((Name::Weekend, end, false))
}

/// "(die) letzten drei Jahre", "last year", "the past months", "den ganzen Tag".
fn length_or_unit(r: &Reader<'_, '_, '_>, at: usize, next: usize, deictic: Deictic) -> Option<Found> {
    let lies = match deictic {
        Deictic::Last | Deictic::Previous => Some(Side::Before),
        Deictic::Next | Deictic::Coming | Deictic::Following => Some(Side::After),
        Deictic::This | Deictic::Current | Deictic::Whole => None,
        Deictic::Same | Deictic::BeforeLast | Deictic::AfterNext => None,
    };
    if let Some((amount, unit_at)) = r.amount(next).filter(|_| !r.is(next, Class::IndefiniteArticle))
        && let Some((unit, end)) = r.unit(unit_at)
    {
        let (rest, end) = duration::rest(r, unit, end);
        let length = Length { amount, unit, rest, lies };
        return Some(Found::new(r.with_article(at), end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    let (unit, end) = r.unit(next)?;
    if unit == Unit::Weekend {
        return None;
    }
    let form = r.form(next, Class::TimeUnit);
    if deictic == Deictic::Whole {
        let length = Length { amount: Amount::Exact(Decimal::from(1u32)), unit, rest: None, lies: None };
        return (form.has(Form::SINGULAR) && r.year(end).is_none())
            .then(|| Found::new(at, end, &WHOLE_UNIT, Value::Length(length)));
    }
    if form.has(Form::PLURAL) && !form.has(Form::SINGULAR) {
        if deictic == Deictic::Same || matches!(unit, Unit::Moment) {
            return None;
        }
        let length = Length { amount: Amount::Vague, unit, rest: None, lies };
        return Some(Found::new(r.with_article(at), end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    // "over the past year", "in the last decade": a length.
    let over = r
        .adposition_before(at, &[Adposition::Over, Adposition::For, Adposition::Within])
        .is_some_and(|before| before + 1 < at);
    if deictic == Deictic::Last
        && (unit == Unit::Decade || (over && matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Century)))
    {
        let length = Length { amount: Amount::Exact(Decimal::from(1u32)), unit, rest: None, lies };
        return Some(Found::new(at, end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    let (n, from) = direction(deictic, unit)?;
    if matches!(unit, Unit::Moment | Unit::Season | Unit::Weekday | Unit::Second | Unit::Minute) {
        return None;
    }
    // "next week on Tuesday", "nächste Woche Dienstag"
    if unit == Unit::Week {
        let day_at = r.adposition(end, &[Adposition::On]).unwrap_or(end);
        if let Some((weekday, end)) = r.value(day_at, Class::Weekday) {
            let point = Point::new(Frame::Count { unit, n, from }, Name::Weekday(i8::try_from(weekday).ok()?));
            return Some(with_clock(r, Found::point(at, end, &WEEKDAY_OF_WEEK, point)));
        }
    }
    let found = Found::point(at, end, &DEICTIC_UNIT, counted(unit, n, from));
    Some(if unit == Unit::Day { with_clock(r, found) } else { found })
}

/// A unit counted by an adverb behind it, or by a day that the text names.
///
/// "am Tag darauf", "Jahre später", "der Tag vor Weihnachten"; "the year before", "the day after Christmas".
pub(super) fn unit_and_direction(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (unit, next) = r.unit(at)?;
    let form = r.form(at, Class::TimeUnit);
    if form.has(Form::SINGULAR) {
        if let Some((sign, start_end, point)) = before_or_after(r, next) {
            // "the night before Sunday" is a time of the day before.
            let (unit, clock) = match day_part(unit) {
                Some(part) => (Unit::Day, Some(Clock::Part(part))),
                None => (unit, point.clock),
            };
            let shift = Some(Shift { unit, n: sign });
            return Some(Found::point(at, start_end, &UNIT_BEFORE_DATE, Point { shift, clock, ..point }));
        }
        let definite = at.checked_sub(1).is_some_and(|before| {
            before >= r.begin
                && (r.is(before, Class::Article) && !r.is(before, Class::IndefiniteArticle)
                    || r.is(before, Class::Adposition))
        });
        let (n, end) = adverb(r, next).filter(|_| definite)?;
        return Some(Found::point(r.with_article(at), end, &UNIT_AND_DIRECTION, counted(unit, n, From::Mention)));
    }
    let (n, end) = adverb(r, next)?;
    let lies = Some(if n < 0 { Side::Before } else { Side::After });
    let length = Length { amount: Amount::Vague, unit, rest: None, lies };
    Some(Found::new(at, end, &UNIT_AND_DIRECTION, Value::Length(length)))
}

/// "later" 1, "earlier" -1; the token after it.
fn adverb(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i16, usize)> {
    let (value, end) = r.value(at, Class::Direction)?;
    if governs(r, at, end) {
        return None;
    }
    match Direction::from_value(value as u32)? {
        Direction::Later => Some((1, end)),
        Direction::Earlier | Direction::Ago => Some((-1, end)),
        _ => None,
    }
}

/// "before last Tuesday", "nach Ostern": the sign, the token after it, and the day.
pub(super) fn before_or_after(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i32, usize, Point)> {
    let (sign, mut next) = if let Some(end) = r.adposition(at, &[Adposition::Before]) {
        (-1, end)
    } else if let Some(end) = r.adposition(at, &[Adposition::After, Adposition::From]) {
        (1, end)
    } else {
        return None;
    };
    if r.is(next, Class::Article) && !r.is(next, Class::IndefiniteArticle) {
        next += 1;
    }
    let (point, end) = day(r, next)?;
    Some((sign, end, point))
}

/// Any expression for one day: a written date, a weekday, "gestern", "last Tuesday", a holiday.
pub(super) fn day(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Point, usize)> {
    const DAYS: ClassSet =
        ClassSet::of(&[Class::Weekday, Class::Month, Class::Relative, Class::Deictic, Class::Holiday]);
    if !r.is_any(at, DAYS) && r.day(at).is_none() && r.kind(at) != crate::text::TokenKind::Number {
        return None;
    }
    let found = written_date(r, at)
        .or_else(|| super::numeric::date(r, at))
        .or_else(|| super::weekday::weekday(r, at))
        .or_else(|| super::holiday::holiday(r, at))
        .or_else(|| word(r, at))
        .or_else(|| deictic(r, at))?;
    let point = *found.expression.point()?;
    let daily = match (point.frame, point.name) {
        (_, Name::Day { .. } | Name::Weekday(_) | Name::WeekdayAndDay { .. } | Name::Feast(_)) => true,
        (Frame::Count { unit, .. }, Name::Whole) => unit == Unit::Day,
        _ => false,
    };
    daily.then_some((point, found.end))
}

/// Whether an adverb is a preposition or conjunction here: "after the bombings", "before he left", not "the year before.".
pub(super) fn governs(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const BOTH: ClassSet = ClassSet::of(&[Class::Adposition, Class::Subordinator]);
    r.is_any(at, BOTH)
        && matches!(
            r.kind(end),
            crate::text::TokenKind::Word | crate::text::TokenKind::Number | crate::text::TokenKind::Quote
        )
        && !(r.is_any(
            end,
            ClassSet::of(&[Class::Adposition, Class::Coordinator, Class::Subordinator, Class::Auxiliary, Class::Modal]),
        ))
}
