//! Times named by their distance: "gestern", "letzten Freitag", "am Tag darauf".

use crate::answer::Decimal;
use crate::lexicon::class::{Adposition, Deictic, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::calendar::written_date;
use super::daytime::{part_of_day, with_clock};
use super::evidence::TITLE;
use super::feast;
use super::found::Found;
use super::numeric::date;
use super::step::{counted, direction, relative_unit, same_unit};
use super::value::{Amount, Frame, From, Length, Name, Point, Side, Value};
use super::weekday::weekday;
use super::year::year_behind;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A day or period that a single word names by its distance, with the time of day behind it.
    pub(super) RELATIVE_WORD = "time.relative-word" {
        pattern: "word for a distance [part of the day | time of day]",
        begins: [Relative],
        read: word,
        fires: [
            De "Er kam [gestern](DATE 2015-06-09).",
            De "Er spricht [heute Abend](TIME 2015-06-10TEV).",
            De "Der Umsatz stieg zum [Vorjahr](DATE 2014).",
            De "Im [Folgejahr 2013](DATE 2013) sank er.",
            En "He will speak [tomorrow morning](TIME 2015-06-11TMO).",
        ],
        silent: [
            De "Das heute-journal berichtete davon.",
            En "USA Today reported it.",
        ],
    }

    /// A word of time that a hyphen joins to another word, as a name or for a thing.
    pub(super) COMPOUND = "time.compound" {
        pattern: "capitals-word | word-word, for no time; goes on from time.relative-word",
        fires: [
            De "Das [heute-journal](none) berichtete davon.",
            De "Die [ZDF-heute](none) berichtete davon.",
            En "It was a [today-only](none) offer.",
        ],
        silent: [
            De "Das Journal von heute berichtete davon.",
            En "The offer is for today only.",
        ],
    }

    /// A weekday, month, season, holiday or weekend that a word such as "last" or "next" points at.
    pub(super) DEICTIC_NAME = "time.deictic-name" {
        pattern: "(last|this|next|…) [adjective] (weekday | month | season | holiday | weekend) [time of day]",
        begins: [Deictic],
        near: [Month, Weekday, Season, Holiday, TimeUnit],
        read: deictic,
        fires: [
            De "Er kam [letzten Freitag](DATE 2015-06-05).",
            En "He speaks [next Monday morning](TIME 2015-06-15TMO).",
            En "He came [last summer](DATE 2014-SU).",
        ],
        silent: [
            De "Die letzten Karten gibt es am Freitag.",
            En "The last tickets go on Friday.",
        ],
    }

    /// A day, week, month, quarter or year that a word such as "last" or "next" points at. Hours and less ("in the last minute")
    /// are not.
    pub(super) DEICTIC_UNIT = "time.deictic-unit" {
        pattern: "(last|this|next|…) unit [time of day]; goes on from time.deictic-name",
        fires: [
            De "[Dieses Jahr](DATE 2015) steigt der Umsatz.",
            En "He came [last week](DATE 2015-W23).",
        ],
        silent: [
            De "Er traf in letzter Minute.",
            En "He scored in the last minute.",
        ],
    }

    /// The quarter, year, month or week that the text speaks of, behind a preposition. One that another noun, adverb or number tells
    /// apart ("in the year of the fire", "for the week ahead") is none.
    pub(super) UNIT = "time.unit" {
        pattern: "(in|for|during) the (quarter | year | month | week)",
        languages: [En],
        begins: [TimeUnit],
        read: unit,
        fires: [
            En "Sales rose in the first quarter of 2014, but costs fell in [the quarter](DATE 2014-Q1).",
        ],
        silent: [
            En "It was the player of the year.",
            En "He was ill in the year of the fire.",
        ],
    }

    /// A length of time that lies before or after now: how many units a word such as "last" or "next" covers.
    pub(super) DEICTIC_LENGTH = "time.deictic-length" {
        pattern: "[article] (last|this|next|…) ([amount] unit in the plural | decade); goes on from time.deictic-name",
        fires: [
            De "In [den letzten drei Jahren](DURATION P3Y) stieg der Umsatz.",
            En "Sales rose in [the past 20 years](DURATION P20Y).",
        ],
        silent: [
            De "Die letzten drei Züge fielen aus.",
            En "The last three trains were late.",
        ],
    }

    /// A weekday of a week that a word such as "last" or "next" points at.
    pub(super) WEEKDAY_OF_WEEK = "time.weekday-of-week" {
        pattern: "(last|this|next|…) week [on] weekday [time of day]; goes on from time.deictic-name",
        fires: [
            De "Er kommt [nächste Woche Dienstag](DATE 2015-06-16).",
            En "He comes [next week on Tuesday](DATE 2015-06-16).",
        ],
        silent: [
            De "Nächste Woche fällt der Dienstag aus.",
            En "Next week the Tuesday market closes.",
        ],
    }
}

/// What may stand behind a hyphen and is a time too.
const DAYS: ClassSet = ClassSet::of(&[Class::DayPart, Class::Weekday]);

/// A word for a day or period by its distance: "gestern", "heute Abend", "Vorjahr"; "tomorrow morning", "tonight".
pub(super) fn word(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, n, from, end) = relative_unit(s, at)?;
    // "Vorsaison" is no season of the year, "overnight stays" no night.
    if unit == Unit::Season || (s.is(at, Class::Adjective) && s.is(end, Class::Noun) && s.shape(end) == Shape::Lower) {
        return None;
    }
    if at > s.start + 1 && s.is_dash(at - 1) && s.is_tight(at - 1) && s.is_tight(at) && s.shape(at - 2) == Shape::Upper
    {
        return Some(Found::not(at - 2, end, &COMPOUND));
    }
    if s.is_dash(end) && s.is_tight(end) && s.is_tight(end + 1) && !s.is_any(end + 1, DAYS) {
        return Some(Found::not(at, end + 2, &COMPOUND));
    }
    // "am Morgen" and "guten Morgen" are no tomorrow.
    let inside = at > s.start && !s.is_quote_mark(at - 1) && s.kind(at - 1) != crate::text::TokenKind::Separator;
    if inside && s.shape(at) == Shape::Title && s.is(at, Class::DayPart) {
        return None;
    }
    // "the Today programme", "USA Today"
    if inside && s.is_titled(at) && end == at + 1 {
        if s.shape(at - 1) == Shape::Upper {
            return Some(Found::not(at - 1, end, &TITLE));
        }
        if s.shape(end) == Shape::Lower && s.is(end, Class::Noun) {
            return Some(Found::not(at, end + 1, &TITLE));
        }
    }
    // "im Folgejahr 2013": the year that the word stands for
    if unit == Unit::Year && s.year(end).is_some() && s.means_year(end) && !s.is(end + 1, Class::Noun) {
        let year = s.year(end)?;
        return Some(Found::point(at, end + 1, &RELATIVE_WORD, Point::new(Frame::Year(year), Name::Whole)));
    }
    let mut point = match (unit, n) {
        // "Vorjahresquartal"
        (Unit::Quarter, -4) | (Unit::Half, -2) | (Unit::Month, -12) => same_unit(unit, -1, from),
        _ => counted(unit, n, from),
    };
    if let Some((part, _)) = part_of_day(s, at).filter(|_| s.shape(at) != Shape::Title && !s.is(at, Class::TimeUnit)) {
        point = point.with_clock(part);
    }
    let found = Found::point(at, end, &RELATIVE_WORD, point);
    Some(if unit == Unit::Day { with_clock(s, found) } else { found })
}

/// A deictic with what it points at.
///
/// `[article] deictic [number] unit|weekday|month|season|holiday`: "letzten Freitag", "die nächsten drei Tage",
/// "dieses Jahr"; "last week", "the past 20 years", "next Monday morning".
pub(super) fn deictic(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (mut deictic, mut next): (Deictic, usize) = s.meaning(at, Class::Deictic)?;
    let mut start = at;
    if let Some(end) = title(s, at, next) {
        return Some(Found::not(at, end, &TITLE));
    }
    // "in this past week", "dieser letzten Woche"
    if let Some((second, end)) = s.meaning(next, Class::Deictic) {
        (deictic, next) = (second, end);
    }
    if let Some(found) = length_or_unit(s, start, next, deictic) {
        return Some(found);
    }
    // One adjective may stand between: "diesem strengen Winter".
    if !s.is_any(next, groups::TIME) && s.is(next, Class::Adjective) && s.is_any(next + 1, groups::TIME) {
        next += 1;
    }
    // "last Oct. 23"
    if let (Some(date), true) = (written_date(s, next), s.is(next, Class::Month)) {
        if let Some(point) = date.expression.point().filter(|point| point.frame == Frame::Open) {
            return Some(Found::point(
                start,
                date.end,
                &DEICTIC_NAME,
                Point { frame: Frame::Which(deictic), ..*point },
            ));
        }
        return Some(date.from(start));
    }
    let name = named(s, next)?;
    if name.2 {
        start = s.with_article(start);
    }
    let (name, end, _) = name;
    let frame = match (deictic, name) {
        (Deictic::Whole, _) => return None,
        // "this Friday, June 15", "am vergangenen Freitag, 3. Mai"
        (_, Name::Weekday(_)) => {
            if let Some(date) = written_date(s, next).or_else(|| date(s, next)) {
                return Some(date.from(start));
            }
            // "next Friday, the 24th"
            let with_day = |found: &Found| {
                matches!(found.expression.point(), Some(Point { name: Name::WeekdayAndDay { .. }, .. }))
            };
            if let Some(day) = weekday(s, next).filter(with_day) {
                return Some(day.from(start));
            }
            Frame::Which(deictic)
        }
        _ => Frame::Which(deictic),
    };
    Some(with_clock(s, Found::point(start, end, &DEICTIC_NAME, Point::new(frame, name))))
}

/// "in the quarter", "for the year".
pub(super) fn unit(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    const OTHER: ClassSet = ClassSet::of(&[
        Class::Adjective,
        Class::Adverb,
        Class::Direction,
        Class::Noun,
        Class::Subordinator,
        Class::TimeUnit,
    ]);
    const APART: &[Adposition] = &[
        Adposition::Of,
        Adposition::To,
        Adposition::Since,
        Adposition::Until,
        Adposition::Before,
        Adposition::After,
        Adposition::In,
        Adposition::With,
    ];
    let (unit @ (Unit::Quarter | Unit::Year | Unit::Month | Unit::Week), end) = s.unit(at)? else { return None };
    let before = s.adposition_before(at, &[Adposition::In, Adposition::For, Adposition::During])?;
    let definite = before + 2 == at && !s.is(at - 1, Class::IndefiniteArticle);
    let singular = s.form(at, Class::TimeUnit).has(Form::SINGULAR);
    let free = !s.is_any(end, OTHER)
        && s.adposition(end, APART).is_none()
        && matches!(s.kind(end), TokenKind::Word | TokenKind::Terminal | TokenKind::Separator);
    let point = if unit == Unit::Quarter { same_unit(unit, 0, From::Mention) } else { counted(unit, 0, From::Mention) };
    (definite && singular && free).then(|| Found::point(at, end, &UNIT, point))
}

/// "Last Summer", "Next Year": a common noun has a capital in titles only, unless every word around has one.
fn title(s: &Sentence<'_, '_>, at: usize, next: usize) -> Option<usize> {
    const COMMON: ClassSet = ClassSet::of(&[Class::Season, Class::TimeUnit]);
    let noun = s.is_any(next, COMMON) && s.is_titled(at) && s.is_titled(next);
    let around =
        s.before(at).is_some_and(|before| s.shape(before) == Shape::Lower) || s.shape(next + 1) == Shape::Lower;
    (noun && s.has_name_capital(next) && around).then_some(next + 1)
}

/// What a deictic points at by name; the token after it, and whether the article belongs to it.
fn named(s: &Sentence<'_, '_>, at: usize) -> Option<(Name, usize, bool)> {
    if let Some((weekday, end)) = s.small(at, Class::Weekday) {
        return Some((Name::Weekday(weekday), end, false));
    }
    if let Some((month, end)) = s.small(at, Class::Month) {
        return Some((Name::Month(month), end, false));
    }
    if let Some((season, end)) = s.meaning(at, Class::Season) {
        return Some((Name::Season(season), end, false));
    }
    if let Some(sense) = s.sense(at, Class::Holiday) {
        return feast::named(s.analysis.entry(sense).id).map(|feast| (Name::Feast(feast), sense.end(at), false));
    }
    let (Unit::Weekend, end) = s.unit(at)? else { return None };
    Some((Name::Weekend, end, false))
}

/// Which way from now a word such as "last" points.
pub(super) fn side(deictic: Deictic) -> Option<Side> {
    match deictic {
        Deictic::Last | Deictic::Previous => Some(Side::Before),
        Deictic::Next | Deictic::Coming | Deictic::Following => Some(Side::After),
        Deictic::This | Deictic::Current | Deictic::Whole => None,
        Deictic::Same | Deictic::BeforeLast | Deictic::AfterNext => None,
    }
}

/// "(die) letzten drei Jahre", "last year", "the past months", "den ganzen Tag".
fn length_or_unit(s: &Sentence<'_, '_>, at: usize, next: usize, deictic: Deictic) -> Option<Found> {
    let lies = side(deictic);
    if let Some((amount, unit_at)) = s.amount(next).filter(|_| !s.is(next, Class::IndefiniteArticle))
        && let Some((unit, end)) = s.unit(unit_at)
    {
        let (rest, end) = s.rest(unit, end);
        let length = Length { amount, unit, rest, lies };
        return Some(Found::new(s.with_article(at), end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    let (unit, end) = s.unit(next)?;
    if unit == Unit::Weekend {
        return None;
    }
    let form = s.form(next, Class::TimeUnit);
    if deictic == Deictic::Whole {
        return None;
    }
    if form.is_only_plural() {
        if deictic == Deictic::Same || matches!(unit, Unit::Moment) {
            return None;
        }
        let length = Length { amount: Amount::Vague, unit, rest: [None; 3], lies };
        return Some(Found::new(s.with_article(at), end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    // "over the past year", "in the last decade": a length.
    let over = s
        .adposition_before(at, &[Adposition::Over, Adposition::For, Adposition::Within])
        .is_some_and(|before| before + 1 < at);
    if deictic == Deictic::Last
        && (unit == Unit::Decade || (over && matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Century)))
    {
        let length = Length { amount: Amount::Exact(Decimal::from(1u32)), unit, rest: [None; 3], lies };
        return Some(Found::new(at, end, &DEICTIC_LENGTH, Value::Length(length)));
    }
    // "the same month last year", "im gleichen Quartal des Vorjahres"
    if deictic == Deictic::Same
        && matches!(unit, Unit::Quarter | Unit::Half | Unit::Month | Unit::Week)
        && let Some((Frame::Count { unit: Unit::Year, n, .. }, end)) = year_behind(s, end)
    {
        return Some(Found::point(at, end, &DEICTIC_UNIT, same_unit(unit, n, From::Mention)));
    }
    let (n, from) = direction(deictic, unit)?;
    if matches!(unit, Unit::Moment | Unit::Season | Unit::Weekday | Unit::Second | Unit::Minute) {
        return None;
    }
    // "next week on Tuesday", "nächste Woche Dienstag"
    if unit == Unit::Week {
        let day_at = s.adposition(end, &[Adposition::On]).unwrap_or(end);
        if let Some((weekday, end)) = s.small(day_at, Class::Weekday) {
            let point = Point::new(Frame::Count { unit, n, from }, Name::Weekday(weekday));
            return Some(with_clock(s, Found::point(at, end, &WEEKDAY_OF_WEEK, point)));
        }
    }
    let found = Found::point(at, end, &DEICTIC_UNIT, counted(unit, n, from));
    Some(if unit == Unit::Day { with_clock(s, found) } else { found })
}
