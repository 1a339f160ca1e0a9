//! Lengths of time without a number before them: "dreitägig", "Jahre", "tagelang", "all week".

use crate::answer::Decimal;
use crate::lexicon::class::{Adposition, Direction, Indefinite, Ref, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::duration::{is_age, is_age_of};
use super::found::Found;
use super::reader::Reader;
use super::shared_rules::{AGO, WHOLE_UNIT};
use super::value::{Amount, Length, Value};
use crate::rule::rules;

rules! {
    reads: super::rules::Find;

    /// TODO.
    pub(super) BARE_UNITS = "time.bare-units" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) LENGTH_ADJECTIVE = "time.length-adjective" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) UNIT_LONG = "time.unit-long" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
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
    if unit == Unit::Year && (large || r.shape(end - 1) == Shape::Title || r.kind(at) == TokenKind::Number) {
        return None;
    }
    if unit == Unit::Year && is_of_person(r, end) {
        return None;
    }
    Some(Found::new(at, end, &LENGTH_ADJECTIVE, Value::Length(Length { amount, unit, rest: None, lies: None })))
}

/// "ein zehnjähriger Finne", "die zwölfjährige finnische Schülerin": the age of who is named behind it.
fn is_of_person(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let noun = at + usize::from(r.is(at, Class::Adjective) && r.shape(at) == Shape::Lower);
    let person = r.sense(noun, Class::Noun).is_some_and(|(sense, _)| r.analysis.entry(sense).tag == "person");
    person || r.is_any(noun, ClassSet::of(&[Class::Demonym, Class::Role]))
}

/// The number in front of a compound: "drei" of "dreitägig".
fn front(r: &Reader<'_, '_, '_>, word: &str) -> Option<Amount> {
    let sentence = r.analysis.sentence_of(r.begin);
    for (cut, _) in word.char_indices().rev().filter(|(cut, _)| (2..24).contains(cut)) {
        let part = word.get(..cut)?;
        for (_, lexicon) in r.analysis.lexicons_of(sentence) {
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
        return Some(Found::new(at, after, &UNIT_LONG, length(amount)));
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
        return Some(Found::new(before, end, &AGO, Value::Ref(Ref::Past)));
    }
    Some(Found::new(at, end, &BARE_UNITS, length(Amount::Vague)))
}

/// "tagelang", "jahrelange", "decades-long".
pub(super) fn long(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    if let Some((sense, end)) = r.sense(at, Class::UnitLong) {
        let unit = Unit::from_value(sense.value)?;
        let length = Length { amount: Amount::Vague, unit, rest: None, lies: None };
        return Some(Found::new(at, end, &UNIT_LONG, Value::Length(length)));
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
        .then(|| Found::new(at, end, &WHOLE_UNIT, Value::Length(length)))
}
