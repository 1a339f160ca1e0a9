//! Years, alone and behind the names of shorter periods.

use crate::lexicon::class::{Adposition, Deictic, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::evidence::{DESIGNATION, TEMPORAL};
use super::found::Found;
use super::reader::{Reader, small};
use super::step;
use super::value::{Frame, Name, Point};
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

/// What a number that looks like a year counts or measures.
pub(super) const COUNTED: ClassSet =
    ClassSet::of(&[Class::TimeUnit, Class::Currency, Class::MeasureUnit, Class::Scale, Class::Cardinal, Class::Clock]);

/// A year: "im Jahr 2009", "2009"; "the year 1895", "in 2009".
pub(super) fn year(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let found = |start, end, frame| Found::point(start, end, &YEAR, Point::new(frame, Name::Whole));
    if let Some((Unit::Year | Unit::BusinessYear, next)) = r.unit(at) {
        let number = r.year(next)?;
        let (frame, end) = era(r, number, next + 1);
        return Some(found(r.with_article(at), end, frame));
    }
    if let Some(year) = short_year(r, at) {
        let stands = r.adposition_before(at, TEMPORAL).is_some();
        return stands.then(|| found(at, at + 1, Frame::ShortYear(year)));
    }
    let year = r.year(at)?;
    if let Some(first) = at.checked_sub(1).filter(|before| *before >= r.begin && r.is(*before, Class::Numbered)) {
        return Some(Found::not(first, at + 1, &DESIGNATION));
    }
    year_stands_free(r, at).then(|| found(at, at + 1, Frame::Year(year)))
}

/// "44 v. Chr.", "1200 BC".
pub(super) fn year_of_era(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (frame, end) = era(r, r.digits(at)?, at + 1);
    (end > at + 1).then(|| Found::point(at, end, &YEAR_OF_ERA, Point::new(frame, Name::Whole)))
}

/// Whether four digits are a year and not a count: nothing is counted by them, or a word of time stands before them.
fn year_stands_free(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let next = at + 1;
    // "wurden 2013 drei Ärzte getötet": no number stands behind a count.
    let counted = COUNTED.without(ClassSet::of(&[Class::Cardinal]));
    // "the 2005 season"
    let season =
        r.unit(next).is_some_and(|(unit, _)| unit == Unit::Season) && !r.form(next, Class::TimeUnit).has(Form::PLURAL);
    if (r.is_any(next, counted) && !season)
        || is_percent(r, next)
        || (r.is_dash(next) && r.is_tight(next) && r.kind(next + 1) == TokenKind::Word)
    {
        return false;
    }
    let before = at.checked_sub(1).filter(|before| *before >= r.begin);
    if before.is_some_and(|before| {
        r.kind(before) == TokenKind::Symbol && matches!(r.word(before), "§" | "#" | "$" | "€" | "£" | "&" | "%")
    }) {
        return false;
    }
    // "at 1600 Park Avenue"
    if before.is_some_and(|before| {
        r.adposition(before, &[Adposition::At]).is_some()
            && r.adposition(before, &[Adposition::In, Adposition::Around]).is_none()
    }) {
        return false;
    }
    if before.is_some_and(|before| {
        r.is_any(before, ClassSet::of(&[Class::Currency, Class::Approx, Class::MeasureUnit]))
            && r.adposition(
                before,
                &[Adposition::In, Adposition::Around, Adposition::Since, Adposition::Until, Adposition::From],
            )
            .is_none()
    }) {
        return false;
    }
    let recent = r.year(at).is_some_and(|year| (1700..=2050).contains(&year));
    // "2000 bis 3000 Grad", but "2014 um 0,8 Prozent", "in 2005 and 2.5%"
    let long = r.word(next + 1).len() > 2 && r.word(next + 1).bytes().all(|byte| byte.is_ascii_digit());
    if (r.is(next, Class::Coordinator) || r.adposition(next, &[Adposition::Until]).is_some())
        && (long || r.adposition(next, &[Adposition::Until]).is_some())
        && r.kind(next + 1) == TokenKind::Number
        && r.is_any(next + 2, COUNTED)
    {
        return false;
    }
    // "between 2000 and 3000 people"
    if long && r.year(next + 1).is_none() && r.adposition_before(at, &[Adposition::Between]).is_some() {
        return false;
    }
    // "1984 Menschen", "1,984 people": a plural noun behind the number is what it counts.
    let noun = r.form(next, Class::Noun).has(Form::PLURAL) || r.is(next, Class::Demonym);
    let adjective = !r.profile.noun_compounds && before.is_some_and(|before| r.is(before, Class::Article));
    // "in 2005 people died": where years need a preposition, it says that the number is one.
    const SINCE: &[Adposition] = &[Adposition::Since, Adposition::Until];
    const SINCE_OR_IN: &[Adposition] = &[Adposition::Since, Adposition::Until, Adposition::In];
    let since = r.adposition_before(at, if r.profile.year_alone { SINCE } else { SINCE_OR_IN });
    let counts =
        noun && !(adjective && recent) && r.kind(next) == TokenKind::Word && since.is_none_or(|since| since + 1 != at);
    let capital = r.has_noun_capital(next);
    let introduced = before.is_none_or(|before| {
        r.is_any(
            before,
            ClassSet::of(&[
                Class::Adposition,
                Class::Month,
                Class::Season,
                Class::Coordinator,
                Class::Part,
                Class::Subordinator,
            ]),
        ) || matches!(
            r.kind(before),
            TokenKind::Open
                | TokenKind::Dash
                | TokenKind::Hyphen
                | TokenKind::Separator
                | TokenKind::Symbol
                | TokenKind::Quote
        ) || r.shape(before) == Shape::Title
            || r.shape(before) == Shape::Upper
    });
    (recent || (introduced && before.is_some())) && !counts && (!capital || introduced)
}

/// The year behind a name: a number, or a phrase such as "letzten Jahres", "of last year".
pub(super) fn year_behind(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some(year) = r.year(at) {
        let counts =
            r.is_any(at + 1, ClassSet::of(&[Class::TimeUnit, Class::Currency, Class::MeasureUnit, Class::Scale]));
        if !counts && !is_percent(r, at + 1) {
            return Some(era(r, year, at + 1));
        }
        return None;
    }
    if let Some(year) = short_year(r, at) {
        return Some((Frame::ShortYear(year), at + 1));
    }
    year_phrase(r, at)
}

/// "'98".
pub(super) fn short_year(r: &Reader<'_, '_, '_>, at: usize) -> Option<u8> {
    let digits = r.word(at).strip_prefix(['\'', '’', '‘'])?;
    (digits.len() == 2).then(|| small(digits).and_then(|year| u8::try_from(year).ok())).flatten()
}

/// A year with the era behind it.
pub(super) fn era(r: &Reader<'_, '_, '_>, year: i16, at: usize) -> (Frame, usize) {
    match r.value(at, Class::Era) {
        Some((sign, end)) => (Frame::Year(if sign < 0 { -year } else { year }), end),
        None => (Frame::Year(year), at),
    }
}

/// "letzten Jahres", "of last year", "des Vorjahres", "im Jahr 2020", "of 2015", "this year".
fn year_phrase(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Frame, usize)> {
    let of = r.adposition(at, &[Adposition::Of]);
    let mut next = of.or_else(|| r.adposition(at, &[Adposition::In])).unwrap_or(at);
    if r.is(next, Class::Article) && !r.is(next, Class::IndefiniteArticle) {
        next += 1;
    }
    if let Some(year) = r.year(next).filter(|_| of.is_some()) {
        return Some(era(r, year, next + 1));
    }
    if let Some((Unit::Year, end)) = r.unit(next)
        && let Some(year) = r.year(end)
    {
        return Some(era(r, year, end + 1));
    }
    if let Some((unit, n, from, end)) = step::relative_unit(r, next) {
        return (unit == Unit::Year).then_some((Frame::Count { unit, n, from }, end));
    }
    let (deictic, next) = r.value(next, Class::Deictic)?;
    let deictic = Deictic::from_value(deictic as u32)?;
    let (Unit::Year, end) = r.unit(next)? else { return None };
    let (n, from) = step::direction(deictic, Unit::Year)?;
    Some((Frame::Count { unit: Unit::Year, n, from }, end))
}

fn is_percent(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.kind(at) == TokenKind::Symbol && !r.is_slash(at)
}
