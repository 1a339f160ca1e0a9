//! Lengths of time, and points given by a length.

use crate::answer::TimeMod;
use crate::lexicon::class::{Adposition, Direction, Indefinite, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

use super::distance::anchored;
use super::evidence::{TITLE, age};
use super::found::{Found, approx_mod};
use super::relative::side;
use super::set;
use super::value::{Amount, Length, Value};
use crate::reading::{Sentence, number};
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A length of time: how many of a unit, perhaps with a smaller one. Ages ("40 years old", "aged 40") are none.
    pub(super) LENGTH = "time.length" {
        pattern: "[about|over|…] amount [adjective] unit [and amount unit] [long]",
        begins: [Cardinal, GroupOf, Fraction, IndefiniteArticle, Indefinite, OpenAmount],
        digits: [Ordinal, Short, Four, Plain, Marked, Letters],
        near: [TimeUnit],
        read: length,
        fires: [
            De "Der Umbau dauerte [rund 40 Jahre](DURATION P40Y mod=APPROX).",
            De "Er blieb [zwei Jahre und neun Monate](DURATION P2Y9M).",
            De "Sie zahlt 5 Millionen Euro über [zwei Jahre](DURATION P2Y).",
            De "In [den drei letzten Jahren](DURATION P3Y) sank der Umsatz.",
            En "The search took [at least 72 hours](DURATION PT72H mod=EQUAL_OR_MORE).",
            En "They talked for [an hour and a half](DURATION PT1.5H).",
            En "It pays $5m over [two years](DURATION P2Y).",
        ],
        silent: [
            De "Der Mann ist 40 Jahre alt.",
            En "He watched \"60 Minutes\" at home.",
        ],
    }

    /// A length of as many units as a number says that stands before it.
    pub(super) AS_MANY = "time.as-many" {
        pattern: "number … as many unit; goes on from time.length",
        languages: [En],
        fires: [
            En "It was the third such attack in [as many weeks](DURATION P3W).",
            En "Two people died in [as many days](DURATION P2D).",
        ],
        silent: [En "He had as many days off as she had."],
    }

    /// A length of time as a clock shows it; behind "at" it is a time of day.
    pub(super) CLOCK_LENGTH = "time.clock-length" {
        pattern: "number:number unit",
        digits: [Marked],
        near: [TimeUnit],
        read: clock_length,
        fires: [
            De "Sie lief die Strecke in [1:35 Stunden](DURATION PT1H35M).",
            En "She ran it in [2:04 minutes](DURATION PT2M4S).",
        ],
        silent: [
            De "Der Bus fährt um 16:15h ab.",
            En "The bus leaves at 16:15 hours.",
        ],
    }
}

/// A length of time, or the point that lies so far away.
///
/// `[approx] amount unit [and amount unit] [ago|later|…]`: "rund 40 Jahre", "zwei Jahre und neun Monate", "vor drei
/// Jahren", "zwei Tage später"; "at least 72 hours", "5 1/2 hours", "two months ago", "three days after Easter".
pub(super) fn length(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    if let Some(found) = as_many(s, at) {
        return Some(found);
    }
    let (amount, unit_at) = fraction_word(s, at).or_else(|| s.amount(at))?;
    // "a weak fourth quarter", "his fifth day" count no parts.
    let part = at + usize::from(s.is(at, Class::IndefiniteArticle));
    if s.is(part, Class::Fraction) && s.is(part, Class::OrdinalWord) && unit_at == part + 1 {
        return None;
    }
    // "three hundred twenty second" is a place in an order, "$639m year-earlier" money.
    let ordinal = s.is(unit_at, Class::OrdinalWord) && unit_at > at + 1 && amount != Amount::Vague;
    let money = s.is_tight(at) && s.before(at).is_some_and(|symbol| s.is(symbol, Class::Currency));
    if ordinal || money {
        return None;
    }
    // "all week" is one.
    if let Some((Indefinite::All, _)) = s.meaning(at, Class::Indefinite) {
        return None;
    }
    // "16-hour"
    let hyphen = s.is_dash(unit_at) && s.is_tight(unit_at) && s.is_tight(unit_at + 1);
    let unit_at = if hyphen { unit_at + 1 } else { unit_at };
    // "two more weeks", "drei volle Tage", "zehn letzten"
    let unit_at = if !hyphen
        && !s.is(unit_at, Class::TimeUnit)
        && s.is_any(unit_at, groups::QUANTITY.with(groups::MODIFIER))
        && s.form(unit_at + 1, Class::TimeUnit).has(Form::PLURAL)
    {
        unit_at + 1
    } else {
        unit_at
    };
    // "within a single day"
    let alone = |unit: usize| {
        s.is(unit, Class::Adjective)
            && !s.is(unit, Class::TimeUnit)
            && s.form(unit + 1, Class::TimeUnit).has(Form::SINGULAR)
    };
    let within = || s.is(at, Class::IndefiniteArticle) && s.adposition_before(at, &[Adposition::Within]).is_some();
    let unit_at = unit_at + usize::from(alone(unit_at) && within());
    // "the 13 last minutes", "die drei kommenden Jahre"
    let deictic = s
        .meaning(unit_at, Class::Deictic)
        .filter(|(_, next)| !hyphen && s.form(*next, Class::TimeUnit).has(Form::PLURAL));
    let (unit_at, lies) = match deictic {
        Some((deictic, next)) => (next, side(deictic)),
        None => (unit_at, None),
    };
    let (unit, end) = s.unit(unit_at)?;
    if matches!(unit, Unit::Moment | Unit::Season)
        || (s.is(at, Class::IndefiniteArticle) && !one_unit(s, at, unit_at, end))
    {
        return None;
    }
    if let Some(age) = age(s, at, end, unit) {
        return Some(age);
    }
    // "Kinder ab 16 Jahren"
    if unit == Unit::Year
        && s.profile.before_is_ago
        && s.adposition_before(at, &[Adposition::Starting]) == Some(at.wrapping_sub(1))
        && s.adposition_before(at, &[Adposition::Of]).is_none()
    {
        return None;
    }
    if is_some_day(s, at, unit) {
        return None;
    }
    // "60 Minutes"
    if let Some(mark) = s.before(at).filter(|mark| s.is_quote_mark(*mark))
        && s.is_titled(unit_at)
    {
        return Some(Found::not(mark, end, &TITLE));
    }
    let (amount, end) = and_a_half(s, amount, end).unwrap_or((amount, end));
    // "alle fünf Jahre 100 Tage lang"
    let each = s.before(at).is_some_and(|before| s.is(before, Class::Each));
    let (rest, mut end) = if each { ([None; 3], end) } else { s.rest(unit, end) };
    let length = Length { amount, unit, rest, lies };
    if lies.is_some() {
        return Some(Found::new(s.with_article(at), end, &LENGTH, Value::Length(length)));
    }
    if let Some(found) = set::length_per(s, at, end, length).or_else(|| anchored(s, at, end, length)) {
        return Some(found);
    }
    // "an hour long", "eine Woche lang"
    let dash = usize::from(s.is_dash(end) && s.is_tight(end));
    if let Some((Direction::Long, after)) = s.meaning(end + dash, Class::Direction) {
        end = after;
    }
    let found = Found::new(at, end, &LENGTH, Value::Length(length));
    Some(with_approx(s, found))
}

/// "the third such attack in | as many weeks": as many as the number told before.
fn as_many(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    /// How far before it the number may stand.
    const NEAR: usize = 12;
    let (Indefinite::Many, next) = s.meaning(at, Class::Indefinite)? else { return None };
    let (unit, end) = s.unit(next)?;
    let start = s.before(at).filter(|start| s.adposition(*start, &[Adposition::As]) == Some(at))?;
    let number = (s.start.max(start.saturating_sub(NEAR))..start).rev().find_map(|at| {
        let ordinal = s.value(at, Class::OrdinalWord).map(|(n, _)| n);
        ordinal.or_else(|| s.value(at, Class::Cardinal).map(|(n, _)| n)).or_else(|| s.word(at).parse().ok())
    })?;
    let amount = Amount::Exact((2..=100).contains(&number).then(|| number.into())?);
    Some(Found::new(start, end, &AS_MANY, Value::Length(Length { amount, unit, rest: [None; 3], lies: None })))
}

/// A length as a clock shows it: "1:35 Stunden", "2:04,45 Minuten"; "1:35 hours".
pub(super) fn clock_length(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (whole, rest) = s.word(at).split_once(':')?;
    let (unit, end) = s.unit(at + 1)?;
    // "at 16:15 hours", "16:15h" is a time of day.
    const AT: &[Adposition] =
        &[Adposition::At, Adposition::Around, Adposition::From, Adposition::Since, Adposition::Until];
    let of_day = s.form(at + 1, Class::TimeUnit).has(Form::SHORT) || s.adposition_before(at, AT).is_some();
    let below = match unit {
        Unit::Hour if of_day => return None,
        Unit::Hour => Unit::Minute,
        Unit::Minute => Unit::Second,
        _ => return None,
    };
    let two = rest.len() >= 2 && rest.bytes().take(2).all(|byte| byte.is_ascii_digit());
    let amount = |digits| number::digits::parse(digits, s.profile).map(Amount::Exact);
    let rest = amount(rest).filter(|_| two && s.kind(at) == TokenKind::Number)?;
    let length = Length { amount: amount(whole)?, unit, rest: [Some((rest, below)), None, None], lies: None };
    Some(Found::new(at, end, &CLOCK_LENGTH, Value::Length(length)))
}

/// "Eines Tages wird er kommen": a genitive without a preposition is some day, not one.
fn is_some_day(s: &Sentence<'_, '_>, at: usize, unit: Unit) -> bool {
    matches!(unit, Unit::Day | Unit::Morning | Unit::Evening | Unit::Night)
        && s.form(at, Class::Article).has(Form::POSSESSOR)
        && at.checked_sub(1).is_none_or(|before| before < s.start || !s.is(before, Class::Adposition))
}

/// "(eine) Viertelstunde": the fraction and the unit in one word, which is both.
fn fraction_word(s: &Sentence<'_, '_>, at: usize) -> Option<(Amount, usize)> {
    let word = at + usize::from(s.is(at, Class::IndefiniteArticle));
    let (number, end) = s.fraction(word).filter(|_| s.unit(word).is_some_and(|(unit, _)| unit == Unit::Hour))?;
    (end == word + 1).then_some((Amount::Exact(number), word))
}

/// Takes the approximator before a length into the expression.
fn with_approx(s: &Sentence<'_, '_>, found: Found) -> Found {
    match s.sense_before(found.start, Class::Approx, s.start) {
        // "$650m over seven years": that is how long.
        Some((approx, start)) if approx_mod(approx) == Some(TimeMod::MoreThan) && s.spreads_amount(start) => found,
        Some((approx, start)) => {
            let modifier = approx_mod(approx);
            let kept = s.profile.approx_in_times || modifier != Some(TimeMod::Approx);
            let start = if kept && s.adposition(start, &[Adposition::In, Adposition::After]).is_none() {
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
fn one_unit(s: &Sentence<'_, '_>, at: usize, unit_at: usize, end: usize) -> bool {
    let (unit, _) = match s.unit(unit_at) {
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
    if short && s.value(end, Class::Direction).is_none() {
        return false;
    }
    let of = s.adposition(end, &[Adposition::Of]).is_some();
    !(of && matches!(unit, Unit::Day | Unit::Year))
}

/// A fraction of the unit behind it: "an hour and a half", "one year and a quarter".
fn and_a_half(s: &Sentence<'_, '_>, amount: Amount, end: usize) -> Option<(Amount, usize)> {
    let (half, after) = number::and_a_half(s, end)?;
    // "an hour and a half-hour break", "a year and half the money"
    let counts = s.is_any(after, ClassSet::of(&[Class::TimeUnit, Class::Noun, Class::Article]))
        && !s.is(after, Class::Adposition);
    match amount {
        Amount::Exact(number) if !counts && !s.is_dash(after) => Some((Amount::Exact(number.plus(half)?), after)),
        _ => None,
    }
}
