//! Years, alone and behind the names of shorter periods.

use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

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

/// What a number that looks like a year counts or measures.
pub(super) const COUNTED: ClassSet = groups::AMOUNT.with(groups::UNIT).or(&[Class::Clock]);

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
    year_stands_free(s, at).then(|| found(at, at + 1, Frame::Year(year)))
}

/// "44 v. Chr.", "1200 BC".
pub(super) fn year_of_era(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (frame, end) = era(s, s.digits(at)?, at + 1);
    (end > at + 1).then(|| Found::point(at, end, &YEAR_OF_ERA, Point::new(frame, Name::Whole)))
}

/// Whether four digits are a year and not a count: nothing is counted by them, or a word of time stands before them.
fn year_stands_free(s: &Sentence<'_, '_>, at: usize) -> bool {
    let next = at + 1;
    // "wurden 2013 drei Ärzte getötet": no number stands behind a count.
    let counted = COUNTED.without(ClassSet::of(&[Class::Cardinal]));
    // "the 2005 season"
    let season =
        s.unit(next).is_some_and(|(unit, _)| unit == Unit::Season) && !s.form(next, Class::TimeUnit).has(Form::PLURAL);
    if (s.is_any(next, counted) && !season)
        || is_percent(s, next)
        || (s.is_dash(next) && s.is_tight(next) && s.kind(next + 1) == TokenKind::Word)
    {
        return false;
    }
    let before = s.before(at);
    if before.is_some_and(|before| {
        s.kind(before) == TokenKind::Symbol && matches!(s.word(before), "§" | "#" | "$" | "€" | "£" | "&" | "%")
    }) {
        return false;
    }
    // "at 1600 Park Avenue"
    if before.is_some_and(|before| {
        s.adposition(before, &[Adposition::At]).is_some()
            && s.adposition(before, &[Adposition::In, Adposition::Around]).is_none()
    }) {
        return false;
    }
    if before.is_some_and(|before| {
        s.is_any(before, ClassSet::of(&[Class::Currency, Class::Approx, Class::MeasureUnit]))
            && s.adposition(
                before,
                &[Adposition::In, Adposition::Around, Adposition::Since, Adposition::Until, Adposition::From],
            )
            .is_none()
    }) {
        return false;
    }
    let recent = s.year(at).is_some_and(|year| (1700..=2050).contains(&year));
    // "2000 bis 3000 Grad", but "2014 um 0,8 Prozent", "in 2005 and 2.5%"
    let long = s.word(next + 1).len() > 2 && s.word(next + 1).bytes().all(|byte| byte.is_ascii_digit());
    if (s.is(next, Class::Coordinator) || s.adposition(next, &[Adposition::Until]).is_some())
        && (long || s.adposition(next, &[Adposition::Until]).is_some())
        && s.kind(next + 1) == TokenKind::Number
        && s.is_any(next + 2, COUNTED)
    {
        return false;
    }
    // "between 2000 and 3000 people"
    if long && s.year(next + 1).is_none() && s.adposition_before(at, &[Adposition::Between]).is_some() {
        return false;
    }
    // "1984 Menschen", "1,984 people": a plural noun behind the number is what it counts.
    let noun = s.form(next, Class::Noun).has(Form::PLURAL) || s.is(next, Class::Demonym);
    let adjective = !s.profile.noun_compounds && before.is_some_and(|before| s.is(before, Class::Article));
    // "in 2005 people died": where years need a preposition, it says that the number is one.
    const SINCE: &[Adposition] = &[Adposition::Since, Adposition::Until];
    const SINCE_OR_IN: &[Adposition] = &[Adposition::Since, Adposition::Until, Adposition::In];
    let since = s.adposition_before(at, if s.profile.year_alone { SINCE } else { SINCE_OR_IN });
    let counts =
        noun && !(adjective && recent) && s.kind(next) == TokenKind::Word && since.is_none_or(|since| since + 1 != at);
    let capital = s.is_titled_noun(next);
    let introduced = before.is_none_or(|before| {
        s.is_any(before, groups::CALENDAR.with(groups::LINK).or(&[Class::Subordinator]))
            || matches!(
                s.kind(before),
                TokenKind::Open
                    | TokenKind::Dash
                    | TokenKind::Hyphen
                    | TokenKind::Separator
                    | TokenKind::Symbol
                    | TokenKind::Quote
            )
            || s.shape(before) == Shape::Title
            || s.shape(before) == Shape::Upper
    });
    (recent || (introduced && before.is_some())) && !counts && (!capital || introduced)
}

/// The year behind a name: a number, or a phrase such as "letzten Jahres", "of last year".
pub(super) fn year_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some(year) = s.year(at) {
        let counts = s.is_any(at + 1, groups::UNIT.or(&[Class::Scale]));
        if !counts && !is_percent(s, at + 1) {
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

fn is_percent(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.kind(at) == TokenKind::Symbol && !s.is_slash(at)
}
