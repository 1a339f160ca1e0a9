//! Lengths of time, and points given by a length.

use crate::decimal::Decimal;
use crate::lexicon::class::{Adposition, Coordinator, Direction, Indefinite, Ref, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::found::{Found, approx_mod};
use super::reader::Reader;
use super::relative::{before_or_after, counted, governs};
use super::tense::{self, Tense};
use super::value::{Amount, From, Length, Point, Shift, Value};

/// A length of time, or the point that lies so far away.
///
/// `[approx] amount unit [and amount unit] [ago|later|…]`: "rund 40 Jahre", "zwei Jahre und neun Monate", "vor drei
/// Jahren", "zwei Tage später"; "at least 72 hours", "5 1/2 hours", "two months ago", "three days after Easter".
pub(super) fn length(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (amount, unit_at) = fraction_word(r, at).or_else(|| r.amount(at))?;
    // "all week" is one.
    if r.value(at, Class::Indefinite)
        .is_some_and(|(value, _)| Indefinite::from_value(value as u32) == Some(Indefinite::All))
    {
        return None;
    }
    // "16-hour"
    let hyphen = r.is_dash(unit_at) && r.is_tight(unit_at) && r.is_tight(unit_at + 1);
    let unit_at = if hyphen { unit_at + 1 } else { unit_at };
    // "two more weeks", "drei volle Tage", "zehn letzten"
    let unit_at = if !hyphen
        && !r.is(unit_at, Class::TimeUnit)
        && r.is_any(unit_at, ClassSet::of(&[Class::Adjective, Class::Indefinite, Class::Adverb]))
        && r.form(unit_at + 1, Class::TimeUnit).has(Form::PLURAL)
    {
        unit_at + 1
    } else {
        unit_at
    };
    let (unit, end) = r.unit(unit_at)?;
    if matches!(unit, Unit::Moment | Unit::Season)
        || (r.is(at, Class::IndefiniteArticle) && !one_unit(r, at, unit_at, end))
    {
        return None;
    }
    if (unit_at > at + 1 && !hyphen && r.form(unit_at, Class::TimeUnit) == Form::NONE && r.word(unit_at).len() < 2)
        || is_age(r, end)
        || (unit == Unit::Year && is_age_of(r, at))
    {
        return None;
    }
    // "Kinder ab 16 Jahren"
    if unit == Unit::Year
        && r.profile.before_is_ago
        && r.adposition_before(at, &[Adposition::Starting]) == Some(at.wrapping_sub(1))
        && r.adposition_before(at, &[Adposition::Of]).is_none()
    {
        return None;
    }
    let (amount, end) = and_a_half(r, amount, end).unwrap_or((amount, end));
    let (rest, mut end) = rest(r, unit, end);
    let length = Length { amount, unit, rest, lies: None };
    if let Some(found) = anchored(r, at, end, length) {
        return Some(found);
    }
    // "an hour long", "eine Woche lang"
    let dash = usize::from(r.is_dash(end) && r.is_tight(end));
    if let Some((value, after)) = r.value(end + dash, Class::Direction)
        && Direction::from_value(value as u32) == Some(Direction::Long)
    {
        end = after;
    }
    let found = Found::new(at, end, "time.length", Value::Length(length));
    Some(with_approx(r, found))
}

/// "(eine) Viertelstunde": the fraction and the unit in one word, which is both.
fn fraction_word(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Amount, usize)> {
    let word = at + usize::from(r.is(at, Class::IndefiniteArticle));
    let (number, end) = r.fraction(word).filter(|_| r.unit(word).is_some_and(|(unit, _)| unit == Unit::Hour))?;
    (end == word + 1).then_some((Amount::Exact(number), word))
}

/// Takes the approximator before a length into the expression.
fn with_approx(r: &Reader<'_, '_, '_>, found: Found) -> Found {
    match r.approx_before(found.start) {
        Some((approx, start)) => {
            let modifier = approx_mod(approx);
            let kept = r.profile.approx_in_times || modifier != Some(crate::document::TimeMod::Approx);
            let start = if kept && r.adposition(start, &[Adposition::In, Adposition::After]).is_none() {
                start
            } else {
                found.start
            };
            found.with_mod(modifier).from(start)
        }
        None => found,
    }
}

/// "eine Woche", not "ein Jahr 2000", "a day of protests".
fn one_unit(r: &Reader<'_, '_, '_>, at: usize, unit_at: usize, end: usize) -> bool {
    let (unit, _) = match r.unit(unit_at) {
        Some(found) => found,
        None => return false,
    };
    if unit_at > at + 1 {
        return true;
    }
    let short = matches!(
        unit,
        Unit::Morning | Unit::Evening | Unit::Night | Unit::Afternoon | Unit::Weekend | Unit::Second | Unit::Weekday
    );
    if short && r.value(end, Class::Direction).is_none() {
        return false;
    }
    let of = r.adposition(end, &[Adposition::Of]).is_some();
    !(of && matches!(unit, Unit::Day | Unit::Year))
}

/// "(zwei) Jahre alt", "(two) years old", "3-year-old".
fn is_age(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let at = at + usize::from(r.is_dash(at));
    r.value(at, Class::Direction).is_some_and(|(value, _)| Direction::from_value(value as u32) == Some(Direction::Old))
}

/// "im Alter von (104 Jahren)", "at the age of (42 years)".
fn is_age_of(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.adposition_before(at, &[Adposition::Of, Adposition::From])
        .and_then(|of| of.checked_sub(1))
        .is_some_and(|cue| cue >= r.begin && r.is(cue, Class::AgeCue))
}

/// A fraction of the unit behind it: "an hour and a half", "one year and a quarter".
fn and_a_half(r: &Reader<'_, '_, '_>, amount: Amount, end: usize) -> Option<(Amount, usize)> {
    let (half, after) = r.half_behind(end)?;
    // "an hour and a half-hour break", "a year and half the money"
    let counts = r.is_any(after, ClassSet::of(&[Class::TimeUnit, Class::Noun, Class::Article]))
        && !r.is(after, Class::Adposition);
    match amount {
        Amount::Exact(number) if !counts && !r.is_dash(after) => Some((Amount::Exact(number.plus(half)?), after)),
        _ => None,
    }
}

/// A smaller unit joined to a length: "und neun Monate", "and 2 days", "30 Minuten".
pub(super) fn rest(r: &Reader<'_, '_, '_>, unit: Unit, at: usize) -> (Option<(Amount, Unit)>, usize) {
    let next = at + usize::from(r.is_coordinator(at, Coordinator::And) || r.is_comma(at));
    let found = r.amount(next).filter(|(amount, _)| *amount != Amount::Vague).and_then(|(amount, unit_at)| {
        let (smaller, end) = r.unit(unit_at)?;
        (order(smaller)? < order(unit)?).then_some(((amount, smaller), end))
    });
    match found {
        Some((rest, end)) => (Some(rest), end),
        None => (None, at),
    }
}

fn order(unit: Unit) -> Option<u8> {
    Some(match unit {
        Unit::Second => 0,
        Unit::Minute => 1,
        Unit::Hour => 2,
        Unit::Day => 3,
        Unit::Week => 4,
        Unit::Month => 5,
        Unit::Year => 6,
        _ => return None,
    })
}

/// A point so far from now, from the last mention or from a day.
fn anchored(r: &Reader<'_, '_, '_>, at: usize, end: usize, length: Length) -> Option<Found> {
    let place = |start, end, sign: i32, from: From, rule| {
        let value = match length.amount.whole().filter(|_| length.rest.is_none()) {
            Some(n) => {
                // Decades are counted in years: "a decade ago" names one.
                let (n, unit) =
                    if length.unit == Unit::Decade { (n.checked_mul(10)?, Unit::Year) } else { (n, length.unit) };
                let n = i16::try_from(n.checked_mul(sign)?).ok()?;
                Value::Point(counted(unit, n, from))
            }
            None if sign < 0 => match length.amount {
                Amount::Vague => Value::Ref(Ref::Past),
                Amount::Exact(number) => Value::Point(fractional(number, length, sign, from)?),
            },
            None => match length.amount {
                Amount::Vague => Value::Ref(Ref::Future),
                Amount::Exact(number) => Value::Point(fractional(number, length, sign, from)?),
            },
        };
        let found = Found::new(start, end, rule, value);
        let approx = r.approx_before(at);
        let start = approx.map_or(start, |(_, from)| start.min(from));
        Some(found.from(start).with_mod(approx.and_then(|(approx, _)| approx_mod(approx))))
    };
    if let Some((value, after)) = r.value(end, Class::Direction) {
        match Direction::from_value(value as u32)? {
            Direction::Ago => return place(at, after, -1, From::Document, "time.ago"),
            Direction::Hence => return place(at, after, 1, From::Document, "time.hence"),
            Direction::Earlier => {
                if let Some((sign, end, point)) = before_or_after(r, end) {
                    return shifted(at, end, length, sign, point);
                }
                if !governs(r, end, after) {
                    return place(at, after, -1, From::Mention, "time.earlier");
                }
            }
            Direction::Later => {
                if let Some((sign, end, point)) = before_or_after(r, end) {
                    return shifted(at, end, length, sign, point);
                }
                if !governs(r, end, after) {
                    return place(at, after, 1, From::Mention, "time.later");
                }
            }
            _ => {}
        }
    }
    if let Some((sign, end, point)) = before_or_after(r, end) {
        return shifted(at, end, length, sign, point);
    }
    let first = r.approx_before(at).map_or(at, |(_, start)| start);
    let before = first.checked_sub(1).filter(|before| *before >= r.floor)?;
    if r.profile.before_is_ago && r.adposition(before, &[Adposition::Before]) == Some(first) {
        return place(before, end, -1, From::Document, "time.ago");
    }
    // "in zwei Wochen" lies ahead unless the sentence tells of the past: "in zwei Wochen verlor er …"
    let exact = length.amount.whole().is_some() && length.unit != Unit::Weekend;
    if exact && r.adposition(before, &[Adposition::In]) == Some(first) && r.word(before).len() == 2 {
        let genitive = r.is_any(end, ClassSet::of(&[Class::Article])) || r.adposition(end, &[Adposition::Of]).is_some();
        let ahead = match tense::of(r.analysis, at..end) {
            Tense::Future => true,
            Tense::Open | Tense::Present => before == r.begin || end + 1 >= r.end,
            Tense::Past | Tense::Aim => false,
        };
        if !genitive && ahead {
            // Weeks ahead are counted in days: "in two weeks" is a day, "two weeks ago" a week.
            if let (Unit::Week, Some(n)) = (length.unit, length.amount.whole()) {
                let point = counted(Unit::Day, i16::try_from(n.checked_mul(7)?).ok()?, From::Document);
                return Some(Found::point(before, end, "time.in-length", point));
            }
            return place(before, end, 1, From::Document, "time.in-length");
        }
    }
    None
}

/// A fraction of a unit, counted in the next smaller one: "anderthalb Jahre" are 18 months.
fn fractional(number: Decimal, length: Length, sign: i32, from: From) -> Option<Point> {
    let (factor, unit) = match length.unit {
        Unit::Year => (12u32, Unit::Month),
        Unit::Decade => (10, Unit::Year),
        Unit::Hour => (60, Unit::Minute),
        Unit::Day => (24, Unit::Hour),
        Unit::Week => (7, Unit::Day),
        Unit::Month => (30, Unit::Day),
        Unit::Minute => (60, Unit::Second),
        _ => return None,
    };
    let mut n = i32::try_from(number.times(Decimal::from(factor))?.to_integer()?).ok()?;
    if let Some((rest, smaller)) = length.rest {
        if smaller != unit {
            return None;
        }
        n = n.checked_add(rest.whole()?)?;
    }
    Some(counted(unit, i16::try_from(n.checked_mul(sign)?).ok()?, from))
}

/// "two days after Easter".
fn shifted(at: usize, end: usize, length: Length, sign: i32, point: Point) -> Option<Found> {
    let n = length.amount.whole().filter(|_| length.rest.is_none())?.checked_mul(sign)?;
    let shift = Some(Shift { unit: length.unit, n });
    Some(Found::point(at, end, "time.length-from-date", Point { shift, ..point }))
}

/// Adjectives of length: "dreitägig", "24-stündig", "einwöchigen".
pub(super) fn adjective(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    // "3-tägige"
    if r.kind(at) == TokenKind::Number && r.is_dash(at + 1) && r.is_tight(at + 1) && r.is_tight(at + 2) {
        let (sense, end) = r.sense(at + 2, Class::UnitAdjective)?;
        let (number, _) = r.number(at)?;
        return adjective_length(r, at, end, Amount::Exact(number), Unit::from_value(sense.value)?);
    }
    let (sense, end) = r.sense(at, Class::UnitAdjective)?;
    if !sense.form.has(Form::COMPOUND) {
        return None;
    }
    let word = r.word(at);
    let stop = word.bytes().position(|b| !b.is_ascii_digit()).unwrap_or(0);
    let amount = match word.get(..stop).and_then(|digits| digits.parse::<u32>().ok()) {
        Some(number) => Amount::Exact(number.into()),
        None => front(r, word)?,
    };
    adjective_length(r, at, end, amount, Unit::from_value(sense.value)?)
}

fn adjective_length(r: &Reader<'_, '_, '_>, at: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
    // "der 31-Jährige", "die 24-jährige Frau": an age.
    let large = amount.whole().is_some_and(|n| n > 12);
    if unit == Unit::Year && (large || r.shape(end - 1) == crate::text::Shape::Title || r.kind(at) == TokenKind::Number)
    {
        return None;
    }
    Some(Found::new(at, end, "time.length-adjective", Value::Length(Length { amount, unit, rest: None, lies: None })))
}

/// The number in front of a compound: "drei" of "dreitägig".
fn front(r: &Reader<'_, '_, '_>, word: &str) -> Option<Amount> {
    let sentence = r.analysis.sentence_of(r.begin);
    let lang = r.analysis.langs.get(sentence)?;
    for (cut, _) in word.char_indices().rev().filter(|(cut, _)| (2..24).contains(cut)) {
        let part = word.get(..cut)?;
        for (_, lexicon) in r.analysis.lexicons.of(*lang) {
            for (class, _, value) in lexicon.lookup(part) {
                match class {
                    Class::Cardinal => return Some(Amount::Exact(value.into())),
                    Class::IndefiniteArticle => return Some(Amount::Exact(Decimal::from(1u32))),
                    Class::Indefinite => return Some(Amount::Vague),
                    Class::Fraction => {
                        let (over, under) = (i128::from(value >> 16), i128::from(value & 0xffff));
                        return (under > 0 && over * 1000 % under == 0)
                            .then(|| Amount::Exact(Decimal::new(over * 1000 / under, 3)));
                    }
                    _ => {}
                }
            }
        }
    }
    None
}

/// Units without a number behind a preposition: "seit Jahren", "über Wochen"; "for weeks", "over the years".
pub(super) fn bare_units(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (unit, end) = r.unit(at).filter(|_| at > r.begin)?;
    let form = r.form(at, Class::TimeUnit);
    if matches!(unit, Unit::Moment | Unit::Season | Unit::Quarter | Unit::Half | Unit::Second | Unit::Weekday)
        || is_age(r, end)
        || (unit == Unit::Year && is_age_of(r, at))
    {
        return None;
    }
    let length = |amount| Value::Length(Length { amount, unit, rest: None, lies: None });
    let tight = r.is_dash(end) && r.is_tight(end);
    // "day-long"
    if let Some((value, after)) = r.value(end + 1, Class::Direction).filter(|_| tight)
        && Direction::from_value(value as u32) == Some(Direction::Long)
    {
        let amount = if form.has(Form::PLURAL) && !form.has(Form::SINGULAR) {
            Amount::Vague
        } else {
            Amount::Exact(Decimal::from(1u32))
        };
        return Some(Found::new(at, after, "time.unit-long", length(amount)));
    }
    if !form.has(Form::PLURAL) || form.has(Form::SINGULAR) || tight {
        return None;
    }
    const BEFORE: &[Adposition] = &[
        Adposition::For,
        Adposition::Over,
        Adposition::Since,
        Adposition::During,
        Adposition::Within,
        Adposition::After,
        Adposition::Before,
        Adposition::Through,
    ];
    let counted_from = r.is_any(end, ClassSet::of(&[Class::Direction, Class::Subordinator]))
        && r.is_any(at - 1, ClassSet::of(&[Class::Article]));
    let before = r
        .adposition_before(at, BEFORE)
        .or_else(|| r.adposition_before(at, &[Adposition::In]).filter(|_| counted_from))?;
    if r.profile.before_is_ago && before + 1 == at && r.adposition(before, &[Adposition::Before]) == Some(at) {
        return Some(Found::new(before, end, "time.ago", Value::Ref(Ref::Past)));
    }
    Some(Found::new(at, end, "time.bare-units", length(Amount::Vague)))
}

/// "tagelang", "jahrelange", "decades-long".
pub(super) fn long(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    if let Some((sense, end)) = r.sense(at, Class::UnitLong) {
        let unit = Unit::from_value(sense.value)?;
        let length = Length { amount: Amount::Vague, unit, rest: None, lies: None };
        return Some(Found::new(at, end, "time.unit-long", Value::Length(length)));
    }
    // "all week", "all day long"
    let (value, next) = r.value(at, Class::Indefinite)?;
    if Indefinite::from_value(value as u32)? != Indefinite::All {
        return None;
    }
    let (unit, end) = r.unit(next)?;
    let form = r.form(next, Class::TimeUnit);
    let length = Length { amount: Amount::Exact(Decimal::from(1u32)), unit, rest: None, lies: None };
    (form.has(Form::SINGULAR) && !form.has(Form::PLURAL))
        .then(|| Found::new(at, end, "time.whole-unit", Value::Length(length)))
}
