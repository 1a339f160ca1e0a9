//! Lengths of time without a number before them: "dreitägig", "Jahre", "tagelang", "all week".

use crate::answer::Decimal;
use crate::lexicon::class::{Adposition, Deictic, Direction, Indefinite, NounKind, Ref, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::evidence::age;
use super::found::Found;
use super::number::finite;
use super::value::{Amount, Length, Value};
use crate::reading::Sentence;
use crate::reading::number::word_number;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// An adjective that says how long something lasts. In years it may be an age ("die 24-jährige Frau"), which it does not
    /// read.
    pub(super) LENGTH_ADJECTIVE = "time.length-adjective" {
        pattern: "number + adjective of a unit, in one word or with a hyphen",
        languages: [De],
        begins: [UnitAdjective],
        digits: [Ordinal, Short, Four, Plain, Marked, Letters],
        near: [UnitAdjective],
        read: adjective,
        fires: [
            De "Er trat eine [dreitägige](DURATION P3D) Reise an.",
            De "Nach [24-stündigen](DURATION PT24H) Gesprächen gingen sie.",
        ],
        silent: [De "Eine 24-jährige Frau gewann."],
    }

    /// Several of a unit behind a preposition, without a number.
    pub(super) BARE_UNITS = "time.bare-units" {
        pattern: "(for|since|over|during|within|after|before|through) [article] unit in the plural",
        begins: [TimeUnit],
        read: bare_units,
        fires: [
            De "Er wartet seit [Jahren](DURATION PXY) auf Geld.",
            En "He waited for [weeks](DURATION PXW).",
        ],
        silent: [
            De "Die Jahre in Wien waren gut.",
            En "The weeks in Vienna were fine.",
        ],
    }

    /// Several of a unit ago, without a number.
    pub(super) BARE_UNITS_AGO = "time.bare-units-ago" {
        pattern: "before unit in the plural; goes on from time.bare-units",
        languages: [De],
        fires: [De "Er zog [vor Jahren](DATE PAST_REF) nach Wien."],
        silent: [De "Er verschwand vor den Jahren der Krise."],
    }

    /// How long something lasts, as one word made of a unit and "long".
    pub(super) UNIT_LONG = "time.unit-long" {
        pattern: "unit + long, in one word or with a hyphen",
        begins: [UnitLong, TimeUnit],
        read: long,
        fires: [
            De "Sie verhandelten [tagelang](DURATION PXD).",
            En "They had [decades-long](DURATION PXDE) disputes.",
            En "They held [day-long](DURATION P1D) talks.",
        ],
        silent: [
            De "Die Tage waren lang.",
            En "The days were long.",
        ],
    }

    /// The whole of a day, week, month or year as a length. With its year ("im ganzen Jahr 2014") it is a date.
    pub(super) WHOLE_UNIT = "time.whole-unit" {
        pattern: "(all | whole) unit in the singular",
        begins: [Indefinite, Deictic],
        near: [TimeUnit],
        read: whole_unit,
        fires: [
            De "Es regnete den [ganzen Tag](DURATION P1D).",
            En "It rained [all week](DURATION P1W).",
            En "It rained [the whole day](DURATION P1D).",
        ],
        silent: [
            De "Es regnete im ganzen Jahr 2014.",
            En "It rained on all days.",
        ],
    }
}

/// Adjectives of length: "dreitägig", "24-stündig", "einwöchigen".
pub(super) fn adjective(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    // "3-tägige"
    if s.kind(at) == TokenKind::Number && s.is_dash(at + 1) && s.is_tight(at + 1) && s.is_tight(at + 2) {
        let (unit, end) = s.meaning(at + 2, Class::UnitAdjective)?;
        let (number, _) = s.number(at)?;
        return adjective_length(s, at, end, Amount::Exact(number), unit);
    }
    let sense = s.sense(at, Class::UnitAdjective)?;
    if !sense.form.has(Form::COMPOUND) {
        return None;
    }
    let amount = front(s, at)?;
    adjective_length(s, at, sense.end(at), amount, Unit::from_value(sense.value)?)
}

fn adjective_length(s: &Sentence<'_, '_>, at: usize, end: usize, amount: Amount, unit: Unit) -> Option<Found> {
    // "der 31-Jährige", "die 24-jährige Frau": an age.
    let large = amount.whole().is_some_and(|n| n > 12);
    if unit == Unit::Year && (large || s.shape(end - 1) == Shape::Title || s.kind(at) == TokenKind::Number) {
        return None;
    }
    if unit == Unit::Year && is_of_person(s, end) {
        return None;
    }
    Some(Found::new(at, end, &LENGTH_ADJECTIVE, Value::Length(Length { amount, unit, rest: [None; 3], lies: None })))
}

/// "ein zehnjähriger Finne", "die zwölfjährige finnische Schülerin": the age of who is named behind it.
fn is_of_person(s: &Sentence<'_, '_>, at: usize) -> bool {
    let noun = at + usize::from(s.is(at, Class::Adjective) && s.shape(at) == Shape::Lower);
    let person = s.sense(noun, Class::Noun).is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Person));
    person || s.is_any(noun, ClassSet::of(&[Class::Demonym, Class::Role]))
}

/// The number in front of a compound: "drei" of "dreitägig".
fn front(s: &Sentence<'_, '_>, at: usize) -> Option<Amount> {
    let word = s.word(at);
    let prefix = |class| s.analysis.prefix(s.number, word, class);
    let number = word_number::split(s, at).map(|(number, rest)| (word.len() - rest.len(), number));
    // "viereinhalb", "dreiviertel"
    if let Some((length, part)) = prefix(Class::Fraction)
        && number.is_none_or(|(shorter, _)| shorter < length)
    {
        return finite(part).map(Amount::Exact);
    }
    let one = || prefix(Class::IndefiniteArticle).map(|_| Decimal::from(1u32));
    match number.map(|(_, number)| number).or_else(one) {
        Some(number) => Some(Amount::Exact(number)),
        None => prefix(Class::Indefinite).map(|_| Amount::Vague),
    }
}

/// Units without a number behind a preposition: "seit Jahren", "über Wochen"; "for weeks", "over the years".
pub(super) fn bare_units(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, end) = s.unit(at).filter(|_| at > s.start)?;
    let form = s.form(at, Class::TimeUnit);
    if matches!(unit, Unit::Moment | Unit::Season | Unit::Quarter | Unit::Half | Unit::Second | Unit::Weekday) {
        return None;
    }
    if let Some(age) = age(s, at, end, unit) {
        return Some(age);
    }
    if !form.has(Form::PLURAL) || form.has(Form::SINGULAR) || (s.is_dash(end) && s.is_tight(end)) {
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
    let counted_from =
        s.is_any(end, ClassSet::of(&[Class::Direction, Class::Subordinator])) && s.is(at - 1, Class::Article);
    let before = s
        .adposition_before(at, BEFORE)
        .or_else(|| s.adposition_before(at, &[Adposition::In]).filter(|_| counted_from))?;
    if s.profile.before_is_ago && before + 1 == at && s.adposition(before, &[Adposition::Before]) == Some(at) {
        return Some(Found::new(before, end, &BARE_UNITS_AGO, Value::Ref(Ref::Past)));
    }
    Some(Found::new(
        at,
        end,
        &BARE_UNITS,
        Value::Length(Length { amount: Amount::Vague, unit, rest: [None; 3], lies: None }),
    ))
}

/// "tagelang", "jahrelange", "decades-long"; "day-long".
pub(super) fn long(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, amount, end) = match s.meaning(at, Class::UnitLong) {
        Some((unit, end)) => (unit, Amount::Vague, end),
        None => {
            let (unit, end) = s.unit(at).filter(|(_, end)| at > s.start && s.is_dash(*end) && s.is_tight(*end))?;
            let (Direction::Long, after) = s.meaning(end + 1, Class::Direction)? else { return None };
            let counts = !matches!(
                unit,
                Unit::Moment | Unit::Season | Unit::Quarter | Unit::Half | Unit::Second | Unit::Weekday
            );
            if !counts {
                return None;
            }
            let form = s.form(at, Class::TimeUnit);
            let several = form.is_only_plural();
            (unit, if several { Amount::Vague } else { Amount::Exact(Decimal::from(1u32)) }, after)
        }
    };
    Some(Found::new(at, end, &UNIT_LONG, Value::Length(Length { amount, unit, rest: [None; 3], lies: None })))
}

/// "all week", "all day long", "den ganzen Tag"; not "im ganzen Jahr 2014".
pub(super) fn whole_unit(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (all, next) = match s.meaning(at, Class::Indefinite) {
        Some((Indefinite::All, next)) => (true, next),
        _ => {
            let first = s.meaning(at, Class::Deictic)?;
            // "the last full year"
            let (Deictic::Whole, next) = s.meaning(first.1, Class::Deictic).unwrap_or(first) else { return None };
            (false, next)
        }
    };
    let (unit, end) = s.unit(next)?;
    let form = s.form(next, Class::TimeUnit);
    let one = form.has(Form::SINGULAR) && !(all && form.has(Form::PLURAL));
    let length = Length { amount: Amount::Exact(Decimal::from(1u32)), unit, rest: [None; 3], lies: None };
    (one && (all || (unit != Unit::Weekend && s.year(end).is_none())))
        .then(|| Found::new(at, end, &WHOLE_UNIT, Value::Length(length)))
}
