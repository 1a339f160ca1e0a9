//! Days by their weekday.

use crate::lexicon::class::{Adposition, Deictic, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::daytime::{part_of_day, with_clock};
use super::evidence::{TITLE, person_name};
use super::found::Found;
use super::reader::Reader;
use super::step;
use super::value::{Frame, Name, Point};
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A day by its weekday, with a day of the month, its week or a time of day beside it.
    pub(super) WEEKDAY = "time.weekday" {
        pattern: "weekday [, [article] day of the month | of/last/next week] [part of the day | time of day]",
        begins: [Weekday],
        read: weekday,
        fires: [
            De "Am [Montag](DATE 2015-06-08) kam der Brief.",
            De "Das Treffen war am [Dienstag letzter Woche](DATE 2015-06-02).",
            En "The letter came on [Monday](DATE 2015-06-08).",
            En "They met on [Tuesday last week](DATE 2015-06-02).",
        ],
        silent: [
            De "Montags ist das Museum geschlossen.",
            En "He wrote for the Sunday Times.",
        ],
    }
}

/// A weekday, with a day of the month or a time of day beside it.
///
/// `weekday [article day] [daypart]`: "Montag", "Freitag, den 13.", "Dienstagabend"; "Friday the 26th", "Friday morning".
pub(super) fn weekday(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (weekday, end) = r.value(at, Class::Weekday)?;
    let weekday = i8::try_from(weekday).ok()?;
    let short = r.form(at, Class::Weekday).has(Form::SHORT);
    if let Some(name) = person_name(r, at, end) {
        return Some(name);
    }
    if short && !short_stands_free(r, at, end) {
        return None;
    }
    if r.is(end, Class::DayPart) && r.is_titled(end) && r.is_titled(end + 1) {
        return Some(Found::not(at, end + 2, &TITLE));
    }
    let found = |end, point| Found::point(at, end, &WEEKDAY, point);
    // "Friday the 26th", "Freitag, den 13."
    let comma = usize::from(r.is_comma(end));
    let day_at = end + comma + usize::from(r.is(end + comma, Class::Article));
    let bare = r.kind(day_at) == TokenKind::Number;
    let closes = matches!(r.kind(day_at + 1), TokenKind::Terminal | TokenKind::Close)
        || r.adposition(day_at + 1, &[Adposition::At, Adposition::Around, Adposition::From]).is_some();
    if (day_at > end || bare) && !r.is(day_at + 1, Class::Month) && (!bare || (closes && comma == 0)) {
        let ordinal = r
            .ordinal(day_at)
            .filter(|(n, _)| (1..=31).contains(n))
            .and_then(|(n, end)| Some((i8::try_from(n).ok()?, end)));
        if let Some((day, end)) = r.day(day_at).map(|day| (day, day_at + 1)).or(ordinal) {
            let point = Point::new(Frame::Open, Name::WeekdayAndDay { weekday, day });
            return Some(with_clock(r, found(end, point)));
        }
    }
    // "Montag letzter Woche", "Monday of last week", "Tuesday last week"
    if let Some((frame, end)) = week_behind(r, end) {
        return Some(with_clock(r, found(end, Point::new(frame, Name::Weekday(weekday)))));
    }
    if is_repeated(r, at) {
        return None;
    }
    let mut point = Point::new(Frame::Open, Name::Weekday(weekday));
    if let Some((part, _)) = part_of_day(r, at) {
        point = point.with_clock(part);
    }
    Some(with_clock(r, found(end, point)))
}

/// Whether a weekday comes back: "montags", "Mondays"; "Montags" too, unless it is the genitive behind an article.
pub(super) fn is_repeated(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let adverb = |form: Form| form.has(Form::PLURAL) && !form.has(Form::SINGULAR);
    let plural = r.is(at, Class::Weekday) && r.analysis.senses_of(at, Class::Weekday).any(|sense| adverb(sense.form));
    let determined = at.checked_sub(1).is_some_and(|before| {
        before >= r.begin && r.is_any(before, ClassSet::of(&[Class::Article, Class::Deictic, Class::Demonstrative]))
    });
    plural && !(determined && r.form(at, Class::Weekday).has(Form::SINGULAR))
}

/// "letzter Woche", "of next week", "dieser Woche", "in a week's"
fn week_behind(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    let mut next = r.adposition(at, &[Adposition::Of]).unwrap_or(at);
    if r.is(next, Class::Article) {
        next += 1;
    }
    if let Some((Unit::Week, n, from, end)) = step::relative_unit(r, next) {
        return Some((Frame::Count { unit: Unit::Week, n, from }, end));
    }
    let (deictic, next) = r.value(next, Class::Deictic)?;
    let (Unit::Week, end) = r.unit(next)? else { return None };
    let (n, from) = step::direction(Deictic::from_value(deictic as u32)?, Unit::Week)?;
    Some((Frame::Count { unit: Unit::Week, n, from }, end))
}

/// "So." and "Sat" are words of other kinds unless a date or time of day stands beside them.
fn short_stands_free(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    let next = end + usize::from(r.is_comma(end) || (r.kind(end) == TokenKind::Terminal && r.word(end) == "."));
    let digit = matches!(r.kind(next), TokenKind::Number | TokenKind::Ordinal) || r.day(next).is_some();
    let before =
        at.checked_sub(1).is_some_and(|before| r.is_any(before, ClassSet::of(&[Class::Deictic, Class::Meridiem])));
    digit || before
}
