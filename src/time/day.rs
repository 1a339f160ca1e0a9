//! A day, by whatever expression, as other constructions have it beside them.

use crate::answer::Rule;
use crate::lexicon::class::{Adposition, Coordinator, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

use super::calendar::written_date;
use super::found::Found;
use super::holiday::holiday;
use super::numeric::date;
use super::relative::{deictic, word};
use super::value::{Clock, Frame, Name, Point};
use super::weekday::weekday;
use crate::reading::Sentence;

/// Any expression for one day: a written date, a weekday, "gestern", "last Tuesday", a holiday.
pub(super) fn day(s: &Sentence<'_, '_>, at: usize) -> Option<(Point, usize)> {
    const DAYS: ClassSet = groups::CALENDAR.or(&[Class::Deictic]);
    if !s.is_any(at, DAYS) && s.day(at).is_none() && s.kind(at) != TokenKind::Number {
        return None;
    }
    let found = written_date(s, at)
        .or_else(|| date(s, at))
        .or_else(|| weekday(s, at))
        .or_else(|| holiday(s, at))
        .or_else(|| word(s, at))
        .or_else(|| deictic(s, at))?;
    let point = *found.expression.point()?;
    let daily = match (point.frame, point.name) {
        (_, Name::Day { .. } | Name::Weekday(_) | Name::WeekdayAndDay { .. } | Name::Feast(_)) => true,
        (Frame::Count { unit, .. }, Name::Whole) => unit == Unit::Day,
        _ => false,
    };
    daily.then_some((point, found.end))
}

/// "before last Tuesday", "nach Ostern": the sign, the token after it, and the day.
pub(super) fn before_or_after(s: &Sentence<'_, '_>, at: usize) -> Option<(i32, usize, Point)> {
    let (sign, mut next) = if let Some(end) = s.adposition(at, &[Adposition::Before]) {
        (-1, end)
    } else if let Some(end) = s.adposition(at, &[Adposition::After, Adposition::From]) {
        (1, end)
    } else {
        return None;
    };
    if s.is(next, Class::Article) && !s.is(next, Class::IndefiniteArticle) {
        next += 1;
    }
    let (point, end) = day(s, next)?;
    Some((sign, end, point))
}

/// Whether an adverb is a preposition or conjunction here: "after the bombings", "before he left", not "the year before.".
pub(super) fn governs(s: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    const BOTH: ClassSet = ClassSet::of(&[Class::Adposition, Class::Subordinator]);
    s.is_any(at, BOTH)
        && matches!(s.kind(end), TokenKind::Word | TokenKind::Number | TokenKind::Quote)
        && !(s.is_any(end, groups::AUXILIARY.with(groups::LINK).or(&[Class::Subordinator])))
}

/// Whether what is later or earlier is compared with something behind the adverb, so that a length before it says only by
/// how much: "früher | als geplant", "later | than expected"; not "zwei Jahre später | als Botschafter".
pub(super) fn is_compared(s: &Sentence<'_, '_>, end: usize) -> bool {
    let than = s.coordinator(end, &[Coordinator::Than]);
    than.is_some_and(|next| s.adposition(end, &[Adposition::As]).is_none() || s.is(next, Class::Verb))
}

pub(super) fn with_day(s: &Sentence<'_, '_>, at: usize, end: usize, clock: Clock, rule: &'static Rule) -> Found {
    // "9 a.m. on Monday"
    let of = s.adposition(end, &[Adposition::Of, Adposition::On]).unwrap_or(end);
    // "7 Uhr am Morgen des 4. November"
    let of = of + usize::from(s.is(of, Class::Article));
    match day(s, of) {
        Some((day, end)) if day.clock.is_none() => Found::point(at, end, rule, day.with_clock(clock)),
        _ => Found::point(at, end, rule, Point::at(clock)),
    }
}
