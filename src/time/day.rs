//! A day, by whatever expression, as other constructions have it beside them.

use crate::answer::Rule;
use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

use super::calendar::written_date;
use super::found::Found;
use super::holiday::holiday;
use super::numeric::date;
use super::reader::Reader;
use super::relative::{deictic, word};
use super::value::{Clock, Frame, Name, Point};
use super::weekday::weekday;

/// Any expression for one day: a written date, a weekday, "gestern", "last Tuesday", a holiday.
pub(super) fn day(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Point, usize)> {
    const DAYS: ClassSet =
        ClassSet::of(&[Class::Weekday, Class::Month, Class::Relative, Class::Deictic, Class::Holiday]);
    if !r.is_any(at, DAYS) && r.day(at).is_none() && r.kind(at) != TokenKind::Number {
        return None;
    }
    let found = written_date(r, at)
        .or_else(|| date(r, at))
        .or_else(|| weekday(r, at))
        .or_else(|| holiday(r, at))
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

/// Whether an adverb is a preposition or conjunction here: "after the bombings", "before he left", not "the year before.".
pub(super) fn governs(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const BOTH: ClassSet = ClassSet::of(&[Class::Adposition, Class::Subordinator]);
    r.is_any(at, BOTH)
        && matches!(r.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Quote)
        && !(r.is_any(
            end,
            ClassSet::of(&[Class::Adposition, Class::Coordinator, Class::Subordinator, Class::Auxiliary, Class::Modal]),
        ))
}

pub(super) fn with_day(r: &Reader<'_, '_, '_>, at: usize, end: usize, clock: Clock, rule: &'static Rule) -> Found {
    let of = r.adposition(end, &[Adposition::Of]).unwrap_or(end);
    // "7 Uhr am Morgen des 4. November"
    let of = of + usize::from(r.is(of, Class::Article));
    match day(r, of) {
        Some((day, end)) if day.clock.is_none() => Found::point(at, end, rule, day.with_clock(clock)),
        _ => Found::point(at, end, rule, Point::at(clock)),
    }
}
