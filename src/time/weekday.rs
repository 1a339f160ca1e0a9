//! Days by their weekday.

use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::daytime::{exact, part_of_day, with_clock};
use super::evidence::{TITLE, person_name};
use super::found::Found;
use super::habit::goes_on;
use super::numeric::date;
use super::step;
use super::value::{Frame, Name, Point};
use crate::reading::Sentence;
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
pub(super) fn weekday(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (weekday, end) = s.small(at, Class::Weekday)?;
    let short = s.form(at, Class::Weekday).has(Form::SHORT);
    if let Some(name) = person_name(s, at, end) {
        return Some(name);
    }
    if short && !short_stands_free(s, at, end) {
        return None;
    }
    if s.is(end, Class::DayPart) && s.is_titled(end) && s.is_titled(end + 1) {
        return Some(Found::not(at, end + 2, &TITLE));
    }
    let found = |end, point| Found::point(at, end, &WEEKDAY, point);
    // "Friday the 26th", "Freitag, den 13."
    let comma = usize::from(s.is_comma(end));
    let day_at = end + comma + usize::from(s.is(end + comma, Class::Article));
    let bare = s.kind(day_at) == TokenKind::Number;
    let closes = matches!(s.kind(day_at + 1), TokenKind::Terminal | TokenKind::Close)
        || s.adposition(day_at + 1, &[Adposition::At, Adposition::Around, Adposition::From]).is_some();
    if (day_at > end || bare) && !s.is(day_at + 1, Class::Month) && (!bare || (closes && comma == 0)) {
        let ordinal = s
            .ordinal(day_at)
            .filter(|(n, _)| (1..=31).contains(n))
            // "am Sonntag die vierte Wahl"
            .filter(|(_, end)| s.is(*end, Class::Month) || !s.is(*end, Class::Noun) && !s.has_noun_capital(*end))
            .and_then(|(n, end)| Some((i8::try_from(n).ok()?, end)));
        if let Some((day, end)) = s.day(day_at).map(|day| (day, day_at + 1)).or(ordinal) {
            let point = Point::new(Frame::Open, Name::WeekdayAndDay { weekday, day });
            return Some(with_clock(s, found(end, point)));
        }
    }
    // "Montag letzter Woche", "Monday of last week", "Tuesday last week"
    if let Some((frame, end)) = week_behind(s, end) {
        return Some(with_clock(s, found(end, Point::new(frame, Name::Weekday(weekday)))));
    }
    if is_repeated(s, at) || goes_on(s, at) {
        return None;
    }
    let mut point = Point::new(Frame::Open, Name::Weekday(weekday));
    if let Some((part, _)) = part_of_day(s, at) {
        point = point.with_clock(part);
    }
    Some(with_clock(s, found(end, point)))
}

/// Whether a weekday comes back: "montags", "Mondays"; "Montags" too, unless it is the genitive behind an article.
pub(super) fn is_repeated(s: &Sentence<'_, '_>, at: usize) -> bool {
    let adverb = |form: Form| form.is_only_plural();
    let plural = s.is(at, Class::Weekday) && s.analysis.senses_of(at, Class::Weekday).any(|sense| adverb(sense.form));
    let determined = at
        .checked_sub(1)
        .is_some_and(|before| before >= s.start && s.is_any(before, groups::DETERMINER.or(&[Class::Deictic])));
    plural && !(determined && s.form(at, Class::Weekday).has(Form::SINGULAR))
}

/// "letzter Woche", "of next week", "dieser Woche", "in a week's"
fn week_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    let mut next = s.adposition(at, &[Adposition::Of]).unwrap_or(at);
    if s.is(next, Class::Article) {
        next += 1;
    }
    if let Some((Unit::Week, n, from, end)) = step::relative_unit(s, next) {
        return Some((Frame::Count { unit: Unit::Week, n, from }, end));
    }
    let (deictic, next) = s.meaning(next, Class::Deictic)?;
    let (Unit::Week, end) = s.unit(next)? else { return None };
    let (n, from) = step::direction(deictic, Unit::Week)?;
    Some((Frame::Count { unit: Unit::Week, n, from }, end))
}

/// "So." and "Sat" are words of other kinds unless a date or time of day stands beside them.
fn short_stands_free(s: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let next = end + usize::from(s.is_comma(end) || (s.kind(end) == TokenKind::Terminal && s.word(end) == "."));
    // "Fr. 20.-", "Fr. 12.50" are amounts.
    let amount = (s.is_dash(next + 1) && s.is_tight(next + 1))
        || (s.word(next).contains(['.', ','])
            && !s.word(next).ends_with('.')
            && date(s, next).is_none()
            && exact(s, next).is_none());
    let digit = (matches!(s.kind(next), TokenKind::Number | TokenKind::Ordinal) || s.day(next).is_some()) && !amount;
    let before =
        at.checked_sub(1).is_some_and(|before| s.is_any(before, ClassSet::of(&[Class::Deictic, Class::Meridiem])));
    digit || before
}
