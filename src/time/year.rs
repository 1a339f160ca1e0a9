//! Years, alone and behind the names of shorter periods.

use crate::lexicon::class::{Adposition, Unit, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};

use super::evidence::{DESIGNATION, TEMPORAL};
use super::found::Found;
use super::step;
use super::value::{Frame, Name, Point};
use crate::reading::Sentence;
use crate::reading::number::digits::small;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

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
            De "Das Schloss wurde [1620](DATE 1620) zerstört.",
            En "He came in [the year 1895](DATE 1895).",
            En "He came in [2009](DATE 2009).",
        ],
        silent: [
            De "Er wohnt in Zimmer 2012.",
            De "Er fand 1620 alte Münzen.",
            De "Er fand 1620 Münzen.",
            De "Die Akte 14 O 1293/14 liegt vor.",
            En "They were on Flight 1549.",
            En "They heard case 14-1293.",
        ],
    }

    /// A year with its era, which stands behind it, or behind the second of two years ("218–216 BC").
    pub(super) YEAR_OF_ERA = "time.year-of-era" {
        pattern: "number [(-|until|and) number] era | era number",
        begins: [Era],
        digits: [Short, Plain, Four],
        near: [Era],
        read: year_of_era,
        fires: [
            De "Er starb [44 v. Chr.](DATE BC0044) in Rom.",
            De "Der Krieg von [218](DATE BC0218) bis 216 v. Chr. endete.",
            En "He died in [44 BC](DATE BC0044).",
            En "The war of [218](DATE BC0218)–216 BC ended.",
            En "The city fell in [AD 70](DATE 0070).",
        ],
        silent: [
            De "Es starben 44 vor Christian.",
            En "He was 44 before Christmas.",
        ],
    }

    /// The second of two years that a hyphen joins, where only its last two digits are written.
    pub(super) YEAR_RANGE = "time.year-range" {
        pattern: "two digits, behind: year -",
        digits: [Short],
        read: second_year,
        fires: [
            De "Von 1990-[94](DATE 1994) lebte er in Wien.",
            En "He lived in Vienna in 1990–[94](DATE 1994).",
        ],
        silent: [
            De "Sie gewann 1990, 94 Jahre nach ihm.",
            En "The train of 1990 had 94 seats.",
        ],
    }

    /// A business year by the letters that stand for it, and its number.
    pub(super) BUSINESS_YEAR = "time.business-year" {
        pattern: "short word for a business year + number, in one word",
        begins: [TimeUnit],
        digits: [Letters],
        read: business_year,
        fires: [
            De "Im [GJ2020](DATE 2020) sank der Umsatz.",
            En "Sales fell in [FY21](DATE 2021).",
        ],
        silent: [
            De "Der FC20 spielt heute.",
            En "The FC21 plays today.",
        ],
    }
}

/// A year: "im Jahr 2009", "2009"; "the year 1895", "in 2009".
pub(super) fn year(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let found = |start, end, frame| Found::point(start, end, &YEAR, Point::new(frame, Name::Whole));
    if let Some((Unit::Year | Unit::BusinessYear, next)) = s.unit(at) {
        let (frame, end) = number(s, next)?;
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
    (!is_part_of_number(s, at, year) && !is_told_amount(s, at) && s.means_year(at))
        .then(|| found(at, at + 1, Frame::Year(year)))
}

/// "gab die Zahl *mit 1025* an", "wird *mit 1025* angegeben": an amount before the part that ends a separable verb, or before a verb
/// of saying.
fn is_told_amount(s: &Sentence<'_, '_>, at: usize) -> bool {
    let names =
        |at: usize| s.senses_of(at, Class::Verb).any(|sense| s.analysis.verb_kind(*sense) == Some(VerbKind::Say));
    let ends = |at: usize| s.kind(at) != TokenKind::Word && s.kind(at) != TokenKind::Number;
    s.profile.verb_final
        && s.before(at).is_some_and(|before| s.adposition(before, &[Adposition::With]).is_some())
        && (s.is_any(at + 1, ClassSet::of(&[Class::Adposition, Class::Particle])) && ends(at + 2) || names(at + 1))
}

/// "14-1293", "1293/14": a file's number. "1993/94" and "2014/05" are time.
fn is_part_of_number(s: &Sentence<'_, '_>, at: usize, year: i16) -> bool {
    let joined = |mark: usize| s.is_tight(mark) && s.is_tight(mark + 1);
    let first = s.before(at).filter(|dash| s.is_dash(*dash) && joined(*dash)).and_then(|dash| s.before(dash));
    let behind = !(1900..=2050).contains(&year)
        && first.is_some_and(|first| s.kind(first) == TokenKind::Number && s.word(first).len() <= 2);
    let short = |second: i16| {
        let month = (1..=12).contains(&second) && (1900..=2050).contains(&year);
        second <= year % 100 && !month
    };
    let before =
        s.is_slash(at + 1) && joined(at + 1) && s.word(at + 2).len() == 2 && s.digits(at + 2).is_some_and(short);
    // "1152 x 1920"
    let times = |mark: usize| matches!(s.word(mark), "x" | "×");
    let size = times(at + 1) && s.kind(at + 2) == TokenKind::Number || s.before(at).is_some_and(times);
    behind || before || size
}

/// "44 v. Chr.", "1200 BC", "AD 70"; the first of "218–216 BC".
pub(super) fn year_of_era(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let found = |end, frame| Found::point(at, end, &YEAR_OF_ERA, Point::new(frame, Name::Whole));
    if let Some((sign, number)) = s.small(at, Class::Era) {
        // "70 AD", not the "AD" of it.
        let behind = s.before(at).is_some_and(|before| s.digits(before).is_some());
        let year = s.digits(number).filter(|_| sign > 0 && !behind)?;
        return Some(found(number + 1, Frame::Year(year)));
    }
    let year = s.digits(at)?;
    let (frame, end) = era(s, year, at + 1);
    if end > at + 1 {
        return Some(found(end, frame));
    }
    let joined = s.is_dash(at + 1)
        || s.is(at + 1, Class::Coordinator)
        || s.adposition(at + 1, &[Adposition::Until, Adposition::To]).is_some();
    let second = s.digits(at + 2).filter(|_| joined)?;
    let (_, end) = era(s, second, at + 3);
    let (sign, _) = s.small(at + 3, Class::Era).filter(|_| end > at + 3)?;
    // Before Christ the years run down.
    (sign < 0 && second <= year).then(|| found(at + 1, Frame::Year(-year)))
}

/// The second year of "1990-94"; one that follows the first at once names a season, school or business year with it.
pub(super) fn second_year(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let dash = s.before(at).filter(|dash| s.is_dash(*dash) && s.is_tight(*dash) && s.is_tight(at))?;
    let first = s.year(s.before(dash)?)?;
    let second = s.digits(at).filter(|second| s.word(at).len() == 2 && *second > first % 100 + 1)?;
    let ends = !(s.is_tight(at + 1) && (s.is_dash(at + 1) || s.is_slash(at + 1)));
    let frame = Frame::Year(first - first % 100 + second);
    ends.then(|| Found::point(at, at + 1, &YEAR_RANGE, Point::new(frame, Name::Whole)))
}

/// "FY21", "FY2021".
pub(super) fn business_year(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (frame, end) = business_number(s, at)?;
    Some(Found::point(at, end, &BUSINESS_YEAR, Point::new(frame, Name::Whole)))
}

/// The number of a business year behind the short word for one, in the same word or the next.
fn business_number(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    let word = s.word(at);
    let ends_in_digit = word.ends_with(|c: char| c.is_ascii_digit());
    let (digits, end) = match ends_in_digit.then(|| s.analysis.prefix(s.number, word, Class::TimeUnit)).flatten() {
        Some((length, unit)) if Unit::from_value(unit) == Some(Unit::BusinessYear) && length < word.len() => {
            (word.get(length..)?, at + 1)
        }
        _ if matches!(s.unit(at), Some((Unit::BusinessYear, _))) && s.shape(at) == Shape::Upper => {
            (s.word(at + 1), at + 2)
        }
        _ => return None,
    };
    let year = small(digits)?;
    let frame = match digits.len() {
        2 => Frame::ShortYear(u8::try_from(year).ok()?),
        4 => Frame::Year(year),
        _ => return None,
    };
    Some((frame, end))
}

/// The year behind a name: a number, or a phrase such as "letzten Jahres", "of last year".
pub(super) fn year_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some((frame, end)) = number(s, at) {
        let counts = s.is_any(end, groups::UNIT.or(&[Class::Scale]));
        return (!counts && !s.is_sign(end)).then_some((frame, end));
    }
    if let Some(year) = short_year(s, at) {
        return Some((Frame::ShortYear(year), at + 1));
    }
    business_number(s, at).or_else(|| year_phrase(s, at))
}

/// A year of four digits, or any with its era: "1914", "481 BC".
fn number(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some(year) = s.year(at) {
        return Some(era(s, year, at + 1));
    }
    s.is(at + 1, Class::Era).then(|| s.digits(at)).flatten().map(|year| era(s, year, at + 1))
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
    if let Some(found) = number(s, next).filter(|_| of.is_some()) {
        return Some(found);
    }
    if let Some((Unit::Year | Unit::BusinessYear, end)) = s.unit(next)
        && let Some(found) = number(s, end)
    {
        return Some(found);
    }
    if let Some((unit, n, from, end)) = step::relative_unit(s, next) {
        return (unit == Unit::Year).then_some((Frame::Count { unit, n, from }, end));
    }
    let (deictic, next) = s.meaning(next, Class::Deictic)?;
    let (Unit::Year, end) = s.unit(next)? else { return None };
    let (n, from) = step::direction(deictic, Unit::Year)?;
    Some((Frame::Count { unit: Unit::Year, n, from }, end))
}
