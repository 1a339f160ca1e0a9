//! Years, alone and behind the names of shorter periods.

use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::groups;

use super::evidence::{DESIGNATION, TEMPORAL};
use super::found::Found;
use super::step;
use super::value::{Frame, Name, Point};
use crate::reading::Sentence;
use crate::reading::number::digits::small;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A year of four digits, or of two behind an apostrophe. A number that counts or measures, or that belongs to a name
    /// ("Zimmer 2012", "Flight 1549"), is none.
    pub(super) YEAR = "time.year" {
        pattern: "[[article] year] year | preposition 'year",
        begins: [TimeUnit],
        digits: [Four, Letters],
        read: year,
        fires: [
            De "Er kam im [Jahr 2009](DATE 2009).",
            En "He came in [the year 1895](DATE 1895).",
            En "He came in [2009](DATE 2009).",
        ],
        silent: [
            De "Er wohnt in Zimmer 2012.",
            En "They were on Flight 1549.",
        ],
    }

    /// A year with its era.
    pub(super) YEAR_OF_ERA = "time.year-of-era" {
        pattern: "number era",
        digits: [Short, Plain, Four],
        near: [Era],
        read: year_of_era,
        fires: [
            De "Er starb [44 v. Chr.](DATE BC0044) in Rom.",
            En "He died in [44 BC](DATE BC0044).",
        ],
        silent: [
            De "Es starben 44 vor Christian.",
            En "He was 44 before Christmas.",
        ],
    }
}

/// A year: "im Jahr 2009", "2009"; "the year 1895", "in 2009".
pub(super) fn year(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let found = |start, end, frame| Found::point(start, end, &YEAR, Point::new(frame, Name::Whole));
    if let Some((Unit::Year | Unit::BusinessYear, next)) = s.unit(at) {
        let number = s.year(next)?;
        let (frame, end) = era(s, number, next + 1);
        return Some(found(s.with_article(at), end, frame));
    }
    if let Some(year) = short_year(s, at) {
        let stands = s.adposition_before(at, TEMPORAL).is_some();
        return stands.then(|| found(at, at + 1, Frame::ShortYear(year)));
    }
    let year = s.year(at)?;
    if let Some(first) = s.before(at).filter(|before| s.is(*before, Class::Numbered)) {
        return Some(Found::not(first, at + 1, &DESIGNATION));
    }
    s.means_year(at).then(|| found(at, at + 1, Frame::Year(year)))
}

/// "44 v. Chr.", "1200 BC".
pub(super) fn year_of_era(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (frame, end) = era(s, s.digits(at)?, at + 1);
    (end > at + 1).then(|| Found::point(at, end, &YEAR_OF_ERA, Point::new(frame, Name::Whole)))
}

/// The year behind a name: a number, or a phrase such as "letzten Jahres", "of last year".
pub(super) fn year_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some(year) = s.year(at) {
        let counts = s.is_any(at + 1, groups::UNIT.or(&[Class::Scale]));
        if !counts && !s.is_sign(at + 1) {
            return Some(era(s, year, at + 1));
        }
        return None;
    }
    if let Some(year) = short_year(s, at) {
        return Some((Frame::ShortYear(year), at + 1));
    }
    year_phrase(s, at)
}

/// "'98".
pub(super) fn short_year(s: &Sentence<'_, '_>, at: usize) -> Option<u8> {
    let digits = s.word(at).strip_prefix(['\'', '’', '‘'])?;
    (digits.len() == 2).then(|| small(digits).and_then(|year| u8::try_from(year).ok())).flatten()
}

/// A year with the era behind it.
pub(super) fn era(s: &Sentence<'_, '_>, year: i16, at: usize) -> (Frame, usize) {
    match s.small(at, Class::Era) {
        Some((sign, end)) => (Frame::Year(if sign < 0 { -year } else { year }), end),
        None => (Frame::Year(year), at),
    }
}

/// "letzten Jahres", "of last year", "des Vorjahres", "im Jahr 2020", "of 2015", "this year".
fn year_phrase(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    let of = s.adposition(at, &[Adposition::Of]);
    let mut next = of.or_else(|| s.adposition(at, &[Adposition::In])).unwrap_or(at);
    if s.is(next, Class::Article) && !s.is(next, Class::IndefiniteArticle) {
        next += 1;
    }
    if let Some(year) = s.year(next).filter(|_| of.is_some()) {
        return Some(era(s, year, next + 1));
    }
    if let Some((Unit::Year, end)) = s.unit(next)
        && let Some(year) = s.year(end)
    {
        return Some(era(s, year, end + 1));
    }
    if let Some((unit, n, from, end)) = step::relative_unit(s, next) {
        return (unit == Unit::Year).then_some((Frame::Count { unit, n, from }, end));
    }
    let (deictic, next) = s.meaning(next, Class::Deictic)?;
    let (Unit::Year, end) = s.unit(next)? else { return None };
    let (n, from) = step::direction(deictic, Unit::Year)?;
    Some((Frame::Count { unit: Unit::Year, n, from }, end))
}
