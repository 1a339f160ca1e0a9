//! Parts of periods: "Anfang Mai", "Ende des Jahres", "early this week", "the first half of 2014".

use crate::lexicon::class::{Adposition, Direction, Part, Unit};
use crate::lexicon::{Class, ClassSet, Form};

use super::daytime::part_of_day;
use super::found::{Found, part_mod};
use super::reader::Reader;
use super::step::{relative_unit, unit_frame};
use super::value::{Frame, From, Name, Point, Value};
use super::{calendar, holiday, named, numeric, relative, weekday, year};
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// The beginning, middle or end of a period. The end of something else ("the end of the film") is no time.
    pub(super) PART = "time.part" {
        pattern: "(beginning|early|mid|end|late) [-] [of] (date | month | week | season | year | decade | century | holiday)",
        begins: [Part],
        read: part,
        fires: [
            De "[Anfang Mai](DATE 2015-05 mod=START) zog er um.",
            De "Er kommt [Ende des Jahres](DATE 2015 mod=END).",
            En "He moved in [mid-May 2014](DATE 2014-05 mod=MID).",
            En "He comes at the [end of this week](DATE 2015-W24 mod=END).",
        ],
        silent: [
            De "Am Ende des Films weinte er.",
            En "He cried at the end of the film.",
        ],
    }

    /// Half of a year. Half of a game is none.
    pub(super) HALF = "time.half" {
        pattern: "[article] (first|second) half of year; goes on from time.part",
        fires: [
            De "In [der ersten Hälfte des Jahres 2014](DATE 2014-H1) stieg der Umsatz.",
            En "Sales rose in [the first half of 2014](DATE 2014-H1).",
        ],
        silent: [
            De "In der ersten Hälfte fiel kein Tor.",
            En "No goal fell in the first half.",
        ],
    }

    /// The early or late part of a part of the day.
    pub(super) PART_OF_DAY = "time.part-of-day" {
        pattern: "(early|late|…) [in] [article] part of the day; goes on from time.part",
        fires: [
            De "Am [späten Abend](TIME 2015-06-10TEV mod=END) brannte es.",
            En "The fire began in the [late afternoon](TIME 2015-06-10TAF mod=END).",
        ],
        silent: [
            De "Der späte Zug kam nie.",
            En "He hosts a late-night show.",
        ],
    }

    /// Part and period in one word: "Jahresende", "year-end".
    pub(super) PART_WORD = "time.part-word" {
        pattern: "word for a part of a unit [year]; goes on from time.part",
        precedence: 1,
        fires: [
            De "Zum [Jahresende](DATE 2015 mod=END) ging er.",
            En "He will leave by [year-end](DATE 2015 mod=END).",
        ],
        silent: [
            De "Zum Saisonende ging er.",
            En "He left by the end.",
        ],
    }

    /// A part of a week, month or year that the text does not measure.
    pub(super) SIDE = "time.side" {
        pattern: "(earlier|later) in [article] (week|month|quarter|year)",
        precedence: 1,
        begins: [Direction],
        read: side,
        fires: [
            De "Er hatte [zuvor in der Woche](DATE 2015-W24) gewarnt.",
            En "He will travel [later in the week](DATE 2015-W24).",
        ],
        silent: [
            De "Er kam später in der Stadt an.",
            En "He dies later in the film.",
        ],
    }
}

/// A part of a period: `part [of] period`, see the examples above; "mid-1990s", "late-November", "Jahresende".
pub(super) fn part(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (part, next) = r.value(at, Class::Part)?;
    let part = Part::from_value(part as u32)?;
    // "Jahresende" is the part and the year at once.
    if let Some((unit, n, from, end)) = relative_unit(r, at) {
        let (frame, end) = year::year_behind(r, end).unwrap_or((Frame::Count { unit, n, from }, end));
        return Some(Found::point(at, end, &PART_WORD, Point::new(frame, Name::Whole)).with_mod(Some(part_mod(part))));
    }
    let hyphen = usize::from(r.is_dash(next) && r.is_tight(next));
    let of = r.adposition(next + hyphen, &[Adposition::Of, Adposition::In]);
    let from = of.unwrap_or(next + hyphen);
    // "late afternoon", "early in the morning"
    let day_at = from + usize::from(r.is(from, Class::Article));
    if let Some((clock, end)) =
        part_of_day(r, day_at).filter(|_| !r.is_any(day_at, ClassSet::of(&[Class::Weekday, Class::Relative])))
    {
        // "a late-night show"
        if hyphen > 0 && r.is(end, Class::Noun) {
            return None;
        }
        return Some(Found::point(at, end, &PART_OF_DAY, Point::at(clock)).with_mod(Some(part_mod(part))));
    }
    let article = r.is(from, Class::Article) && !r.is(from, Class::IndefiniteArticle);
    let inner_at = if article { from + 1 } else { from };
    let half = matches!(part, Part::FirstHalf | Part::SecondHalf);
    if half && of.is_none() && !article && !r.is(from, Class::Deictic) {
        return None;
    }
    // The dictionary has "end of" as a whole.
    let of = article || of.is_some() || next > at + 1;
    let found = inner(r, inner_at, of)?;
    let start = if half { r.with_article(at) } else { at };
    // The halves of a year have values of their own.
    if let (true, Value::Point(point)) = (half, found.expression.value) {
        let yearly = match point.frame {
            Frame::Year(_) => true,
            Frame::Count { unit, .. } => unit == Unit::Year,
            _ => false,
        };
        if yearly && point.name == Name::Whole {
            let name = Name::Half(if part == Part::FirstHalf { 1 } else { 2 });
            return Some(Found::point(start, found.end, &HALF, Point::new(point.frame, name)));
        }
    }
    Some(found.from(start).with_mod(Some(part_mod(part))).named(&PART))
}

/// A part that the text does not measure, `earlier|later in the unit`: "früher im Monat", "later in the week".
pub(super) fn side(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (value, next) = r.value(at, Class::Direction)?;
    if !matches!(Direction::from_value(value as u32)?, Direction::Earlier | Direction::Later) {
        return None;
    }
    let next = r.adposition(next, &[Adposition::In, Adposition::On])?;
    let unit_at = next + usize::from(r.is(next, Class::Article) && !r.is(next, Class::IndefiniteArticle));
    let (unit, end) = r.unit(unit_at)?;
    let calendar = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
    let singular = r.form(unit_at, Class::TimeUnit).has(Form::SINGULAR);
    let point = Point::new(Frame::Count { unit, n: 0, from: From::Mention }, Name::Whole);
    (calendar && singular && r.year(end).is_none()).then(|| Found::point(at, end, &SIDE, point))
}

/// The period behind a part.
fn inner(r: &Reader<'_, '_, '_>, at: usize, of: bool) -> Option<Found> {
    let found = calendar::written_date(r, at)
        .or_else(|| numeric::two_years(r, at))
        .or_else(|| calendar::month(r, at))
        .or_else(|| weekday::weekday(r, at))
        .or_else(|| named::decade(r, at))
        .or_else(|| named::century(r, at))
        .or_else(|| named::quarter(r, at))
        .or_else(|| named::season(r, at))
        .or_else(|| relative::deictic(r, at))
        .or_else(|| relative::word(r, at))
        .or_else(|| holiday::holiday(r, at).filter(|_| of))
        .or_else(|| year::year_of_era(r, at))
        .or_else(|| year::year(r, at));
    if let Some(found) = found {
        let point = matches!(found.expression.value, Value::Point(point) if !point.only_clock());
        return point.then_some(found);
    }
    let (frame, end) = unit_frame(r, at).filter(|_| of)?;
    Some(Found::point(at, end, &PART, Point::new(frame, Name::Whole)))
}
