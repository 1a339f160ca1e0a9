//! Parts of periods: "Anfang Mai", "Ende des Jahres", "early this week", "the first half of 2014".

use crate::lexicon::class::{Adposition, Direction, Part, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};

use super::daytime::part_of_day;
use super::found::{Found, part_mod};
use super::step::{relative_unit, unit_frame};
use super::value::{Frame, From, Name, Point, Value};
use super::{calendar, holiday, named, numeric, relative, weekday, year};
use crate::reading::Sentence;
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
pub(super) fn part(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (part, next) = s.meaning(at, Class::Part)?;
    // "Jahresende" is the part and the year at once.
    if let Some((unit, n, from, end)) = relative_unit(s, at) {
        let (frame, end) = year::year_behind(s, end).unwrap_or((Frame::Count { unit, n, from }, end));
        return Some(Found::point(at, end, &PART_WORD, Point::new(frame, Name::Whole)).with_mod(Some(part_mod(part))));
    }
    let hyphen = usize::from(s.is_dash(next) && s.is_tight(next));
    let of = s.adposition(next + hyphen, &[Adposition::Of, Adposition::In]);
    let from = of.unwrap_or(next + hyphen);
    // "late afternoon", "early in the morning"
    let day_at = from + usize::from(s.is(from, Class::Article));
    if let Some((clock, end)) = part_of_day(s, day_at).filter(|_| !s.is_any(day_at, groups::DAY)) {
        // "a late-night show"
        if hyphen > 0 && s.is(end, Class::Noun) {
            return None;
        }
        return Some(Found::point(at, end, &PART_OF_DAY, Point::at(clock)).with_mod(Some(part_mod(part))));
    }
    let article = s.is(from, Class::Article) && !s.is(from, Class::IndefiniteArticle);
    let inner_at = if article { from + 1 } else { from };
    let half = matches!(part, Part::FirstHalf | Part::SecondHalf);
    if half && of.is_none() && !article && !s.is(from, Class::Deictic) {
        return None;
    }
    // The dictionary has "end of" as a whole.
    let of = article || of.is_some() || next > at + 1;
    let found = inner(s, inner_at, of)?;
    let start = if half { s.with_article(at) } else { at };
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
pub(super) fn side(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (Direction::Earlier | Direction::Later, next) = s.meaning(at, Class::Direction)? else { return None };
    let next = s.adposition(next, &[Adposition::In, Adposition::On])?;
    let unit_at = next + usize::from(s.is(next, Class::Article) && !s.is(next, Class::IndefiniteArticle));
    let (unit, end) = s.unit(unit_at)?;
    let calendar = matches!(unit, Unit::Week | Unit::Month | Unit::Quarter | Unit::Year);
    let singular = s.form(unit_at, Class::TimeUnit).has(Form::SINGULAR);
    let point = Point::new(Frame::Count { unit, n: 0, from: From::Mention }, Name::Whole);
    (calendar && singular && s.year(end).is_none()).then(|| Found::point(at, end, &SIDE, point))
}

/// The period behind a part.
fn inner(s: &Sentence<'_, '_>, at: usize, of: bool) -> Option<Found> {
    let found = calendar::written_date(s, at)
        .or_else(|| numeric::two_years(s, at))
        .or_else(|| calendar::month(s, at))
        .or_else(|| weekday::weekday(s, at))
        .or_else(|| named::decade(s, at))
        .or_else(|| named::century(s, at))
        .or_else(|| named::quarter(s, at))
        .or_else(|| named::season(s, at))
        .or_else(|| relative::deictic(s, at))
        .or_else(|| relative::word(s, at))
        .or_else(|| holiday::holiday(s, at).filter(|_| of))
        .or_else(|| year::year_of_era(s, at))
        .or_else(|| year::year(s, at));
    if let Some(found) = found {
        let point = matches!(found.expression.value, Value::Point(point) if !point.only_clock());
        return point.then_some(found);
    }
    let (frame, end) = unit_frame(s, at).filter(|_| of)?;
    Some(Found::point(at, end, &PART, Point::new(frame, Name::Whole)))
}
