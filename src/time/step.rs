//! How far a word moves a unit, and from where: "gestern", "last year".

use crate::lexicon::class::{DayPart, Deictic, Unit};
use crate::lexicon::{Class, Form};

use super::value::{Clock, Frame, From, Name, Point};
use crate::reading::Sentence;

/// A unit, its distance and anchor, from a single word: "gestern", "Vorjahr"; the token after it.
///
/// Nouns ("Vortag") are counted from the time the text spoke of last, adverbs from the document.
pub(super) fn relative_unit(s: &Sentence<'_, '_>, at: usize) -> Option<(Unit, i16, From, usize)> {
    let sense = s.sense(at, Class::Relative)?;
    let unit = Unit::from_value(sense.value >> 16)?;
    let from = if sense.form.has_any(Form::SINGULAR) { From::Mention } else { From::Document };
    Some((unit, sense.value as u16 as i16, from, sense.end(at)))
}

/// How far a deictic moves a unit, and from where: "last" -1 from the document, "following" +1 from the last mention.
pub(super) fn direction(deictic: Deictic, unit: Unit) -> Option<(i16, From)> {
    let short = matches!(unit, Unit::Day | Unit::Morning | Unit::Afternoon | Unit::Evening | Unit::Night);
    Some(match deictic {
        // "An diesem Tag" is the day that the text speaks of.
        Deictic::This if unit == Unit::Day => (0, From::Mention),
        Deictic::Last => (-1, From::Document),
        Deictic::This | Deictic::Current => (0, From::Document),
        Deictic::Next if short => (1, From::Mention),
        Deictic::Next | Deictic::Coming => (1, From::Document),
        Deictic::Previous => (-1, From::Mention),
        Deictic::Following => (1, From::Mention),
        Deictic::Same => (0, From::Mention),
        Deictic::BeforeLast => (-2, From::Document),
        Deictic::AfterNext => (2, From::Document),
        Deictic::Whole => return None,
    })
}

/// The part of the day that a unit names.
pub(super) fn day_part(unit: Unit) -> Option<DayPart> {
    Some(match unit {
        Unit::Morning => DayPart::Morning,
        Unit::Afternoon => DayPart::Afternoon,
        Unit::Evening | Unit::Evenings => DayPart::Evening,
        Unit::Night => DayPart::Night,
        _ => return None,
    })
}

/// A point so many units from an anchor; parts of the day become a time of that day.
pub(super) fn counted(unit: Unit, n: i16, from: From) -> Point {
    match day_part(unit) {
        Some(part) => Point::new(Frame::Count { unit: Unit::Day, n, from }, Name::Whole).with_clock(Clock::Part(part)),
        None => Point::new(Frame::Count { unit, n, from }, Name::Whole),
    }
}

/// The unit's period that the text spoke of last, so many years from it; of a year, whatever period that was.
pub(super) fn same_unit(unit: Unit, years: i16, from: From) -> Point {
    Point::new(Frame::Count { unit, n: years, from }, Name::Same)
}

/// A period by its unit, behind a word that needs one: "(Ende) des Jahres", "(end of) the week", "dieses Monats".
pub(super) fn unit_frame(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    if let Some((unit, n, from, end)) = relative_unit(s, at) {
        return Some((Frame::Count { unit, n, from }, end));
    }
    if let Some((deictic, next)) = s.meaning(at, Class::Deictic) {
        let (unit, end) = s.unit(next)?;
        let (n, from) = direction(deictic, unit)?;
        return Some((Frame::Count { unit, n, from }, end));
    }
    let (unit, end) = s.unit(at)?;
    let calendar = matches!(
        unit,
        Unit::Year
            | Unit::Month
            | Unit::Week
            | Unit::Day
            | Unit::Decade
            | Unit::Century
            | Unit::Quarter
            | Unit::BusinessYear
    );
    let singular = s.form(at, Class::TimeUnit).has(Form::SINGULAR);
    (calendar && singular).then_some((Frame::Count { unit, n: 0, from: From::Mention }, end))
}
