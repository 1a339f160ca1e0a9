//! Parts of periods: "Anfang Mai", "Ende des Jahres", "early this week", "the first half of 2014".

use crate::lexicon::class::{Adposition, Deictic, Direction, Part, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};

use super::daypart::of_day;
use super::daytime::part_of_day;
use super::found::{Found, part_mod};
use super::step::{direction, relative_unit, unit_frame};
use super::value::{Clock, Frame, From, Name, Point, Value};
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
            En "He comes at [the end of this week](DATE 2015-W24 mod=END).",
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
            En "The fire began in [the late afternoon](TIME 2015-06-10TAF mod=END).",
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

    /// The first or last days, weeks, months or years of a period.
    pub(super) EDGE = "time.edge" {
        pattern: "[article] (first | last) (days | weeks | months | years) of (month | year | decade | century | …)",
        precedence: 1,
        begins: [OrdinalWord, Deictic],
        digits: [Ordinal],
        near: [TimeUnit],
        read: edge,
        fires: [
            De "In den [letzten Tagen des August 1944](DATE 1944-08 mod=END) fiel die Stadt.",
            En "The town fell in [the last days of August 1944](DATE 1944-08 mod=END).",
            En "It was built in [the first years of the 20th century](DATE 19 mod=START).",
        ],
        silent: [
            De "In den letzten Tagen des Krieges fiel die Stadt.",
            En "The town fell in the last days of the war.",
        ],
    }

    /// The months from the beginning of a year on, of which reports of business speak.
    pub(super) FIRST_MONTHS = "time.first-months" {
        pattern: "[article] first number months [of] [year]",
        begins: [OrdinalWord],
        digits: [Ordinal],
        read: first_months,
        fires: [
            De "In den [ersten neun Monaten 2014](DATE 2014-01/2014-09) stieg der Umsatz.",
            En "Sales rose in [the first nine months of 2014](DATE 2014-01/2014-09).",
            En "Sales rose in [the first six months](DATE 2015-H1).",
        ],
        silent: [
            De "In den ersten neun Monaten des Krieges fiel die Stadt.",
            En "In the first nine months of the war the town fell.",
        ],
    }

    /// The months up to the end of a year.
    pub(super) LAST_MONTHS = "time.last-months" {
        pattern: "[article] last (three | six) months [of] year",
        precedence: 1,
        begins: [Deictic],
        near: [TimeUnit],
        read: last_months,
        fires: [
            De "In den [letzten drei Monaten 2014](DATE 2014-Q4) stieg der Umsatz.",
            En "Sales rose in [the last three months of 2014](DATE 2014-Q4).",
            En "Sales rose in [the last six months of 2014](DATE 2014-H2).",
        ],
        silent: [
            De "In den letzten drei Monaten des Krieges fiel die Stadt.",
            En "In the last three months of the war the town fell.",
        ],
    }

    /// A part of a day, week, month or year that the text does not measure.
    pub(super) SIDE = "time.side" {
        pattern: "(earlier|later) ([in] [article] | this|that|…) (day|week|month|quarter|year)",
        precedence: 1,
        begins: [Direction],
        read: side,
        fires: [
            De "Er hatte [zuvor in der Woche](DATE 2015-W24) gewarnt.",
            De "Er kommt [später in diesem Jahr](DATE 2015).",
            En "He will travel [later in the week](DATE 2015-W24).",
            En "He left [earlier this month](DATE 2015-06).",
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
        let modifier = Some(part_mod(part));
        if let Clock::Part(of_the_day) = clock
            && let Some(found) = of_day(s, at, end, of_the_day)
        {
            return Some(found.with_mod(modifier));
        }
        return Some(Found::point(at, end, &PART_OF_DAY, Point::at(clock)).with_mod(modifier));
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

/// A part that the text does not measure: "früher im Monat", "später in diesem Jahr", "later in the week", "earlier this month".
pub(super) fn side(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (Direction::Earlier | Direction::Later, next) = s.meaning(at, Class::Direction)? else { return None };
    let of = s.adposition(next, &[Adposition::In, Adposition::On, Adposition::At]);
    let next = of.unwrap_or(next);
    let (deictic, unit_at) = match s.meaning(next, Class::Deictic) {
        Some((deictic @ (Deictic::This | Deictic::Same | Deictic::Current), unit_at)) => (Some(deictic), unit_at),
        _ => (None, of? + usize::from(s.is(next, Class::Article) && !s.is(next, Class::IndefiniteArticle))),
    };
    let (unit, end) = s.unit(unit_at)?;
    let (n, from) = match deictic {
        Some(deictic) => direction(deictic, unit)?,
        None => (0, From::Mention),
    };
    let frame = Frame::Count { unit, n, from };
    let calendar = matches!(
        unit,
        Unit::Day | Unit::Week | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century
    );
    let singular = s.form(unit_at, Class::TimeUnit).has(Form::SINGULAR);
    (calendar && singular && s.year(end).is_none())
        .then(|| Found::point(at, end, &SIDE, Point::new(frame, Name::Whole)))
}

/// "in den letzten Tagen des August", "the first weeks of 1945".
pub(super) fn edge(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (part, unit_at) = match s.meaning(at, Class::Deictic) {
        Some((Deictic::Last, next)) => (Part::End, next),
        Some(_) => return None,
        None => s.ordinal(at).filter(|(n, _)| *n == 1).map(|(_, next)| (Part::Start, next))?,
    };
    let (Unit::Day | Unit::Week | Unit::Month | Unit::Year, next) = s.unit(unit_at)? else { return None };
    let of = s.adposition(next, &[Adposition::Of]);
    let from = of.unwrap_or(next);
    let genitive = of.is_some() || s.form(from, Class::Article).has(Form::POSSESSOR);
    let from = from + usize::from(genitive && s.is(from, Class::Article));
    let plural = s.form(unit_at, Class::TimeUnit).is_only_plural();
    let found = inner(s, from, true).filter(|_| plural && from > next)?;
    Some(found.from(at).with_mod(Some(part_mod(part))).named(&EDGE))
}

/// "in den ersten neun Monaten 2020", "the first nine months of the year".
pub(super) fn first_months(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    const IN: &[Adposition] = &[Adposition::In, Adposition::For, Adposition::During, Adposition::Over, Adposition::Of];
    let (1, next) = s.ordinal(at)? else { return None };
    let (months, end) = months(s, next)?;
    let name = match months {
        3 => Name::Quarter(1),
        6 => Name::Half(1),
        months @ 2..=11 => Name::FirstMonths(months),
        _ => return None,
    };
    let found = |end, frame| Found::point(at, end, &FIRST_MONTHS, Point::new(frame, name));
    if let Some((frame, end)) = of_year(s, end) {
        return Some(found(end, frame));
    }
    // "of the war", "nach der Wahl": months of something else
    let other = behind_of(s, end) > end
        || s.is_any(end, ClassSet::of(&[Class::Adposition, Class::Possessive, Class::Subordinator]));
    (!other && s.adposition_before(at, IN).is_some()).then(|| found(end, Frame::Open))
}

/// "in the last three months of 2020", "in den letzten sechs Monaten des Jahres"; but "in the last three months", which end today.
pub(super) fn last_months(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (Deictic::Last, next) = s.meaning(at, Class::Deictic)? else { return None };
    let (months, end) = months(s, next)?;
    let name = match months {
        3 => Name::Quarter(4),
        6 => Name::Half(2),
        _ => return None,
    };
    let (frame, end) = of_year(s, end)?;
    Some(Found::point(at, end, &LAST_MONTHS, Point::new(frame, name)))
}

/// "nine months", with what stands behind it.
fn months(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let (amount, unit_at) = s.amount(at)?;
    let (Unit::Month, end) = s.unit(unit_at)? else { return None };
    Some((i8::try_from(amount.whole()?).ok()?, end))
}

/// "2014", "of 2014", "of the year", "des Jahres": the year that months are of.
fn of_year(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    let next = behind_of(s, at);
    let of = |found: &(Frame, usize)| {
        next > at && matches!(found.0, Frame::Count { unit: Unit::Year | Unit::BusinessYear, .. })
    };
    year::year_behind(s, at).or_else(|| unit_frame(s, next).filter(of))
}

/// Behind "of" or "in" and an article.
fn behind_of(s: &Sentence<'_, '_>, at: usize) -> usize {
    let next = s.adposition(at, &[Adposition::Of, Adposition::In]).unwrap_or(at);
    next + usize::from(s.is(next, Class::Article))
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
