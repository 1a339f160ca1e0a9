//! Dates in digits.

use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Season, Unit};
use crate::text::TokenKind;

use super::calendar::days_in;
use super::daytime::with_clock;
use super::evidence::DESIGNATION;
use super::found::Found;
use super::reader::{Reader, small};
use super::value::{Frame, Name, Point};
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A date in digits with its year. Version numbers ("Version 3.11.14") are none.
    pub(super) NUMERIC_DATE = "time.numeric-date" {
        pattern: "[weekday [,] [article]] day.month.year | day/month/year | year-month-day [time of day]",
        precedence: 1,
        begins: [Weekday],
        digits: [Marked],
        read: date,
        fires: [
            De "Die Frist endet am [24.07.2020](DATE 2020-07-24).",
            En "The deadline is [7/24/2020](DATE 2020-07-24).",
            En "It was filed on [2014-07-24](DATE 2014-07-24).",
        ],
        silent: [
            De "Version 3.11.14 ist da.",
            En "Version 3.11.14 is out.",
        ],
    }

    /// Day and month in digits behind a preposition or a weekday, without a year. Betting odds and amounts are none.
    pub(super) NUMERIC_DAY = "time.numeric-day" {
        pattern: "(on|from|until|since | weekday) (day.month | day/month)",
        digits: [Short, Marked],
        read: day_and_month,
        fires: [
            De "Er kam am [22.04](DATE 2015-04-22) zurück.",
            En "He came back on [5/14](DATE 2015-05-14).",
        ],
        silent: [
            De "Er lief die Strecke in 22.04 Sekunden.",
            En "The horse went from 4/1 to 5/2 favourite.",
        ],
    }

    /// What a bookmaker offers.
    pub(super) ODDS = "time.odds" {
        pattern: "(on|from|until|since) number/number, with a word of betting near, for no time; goes on from time.numeric-day",
        languages: [En],
        fires: [En "The horse went from [4/1](none) to 5/2 favourite."],
        silent: [En "The show ran from 4/1 to 5/2."],
    }

    /// Day and month as ordinals, with the year or behind a preposition.
    pub(super) SPACED_DATE = "time.spaced-date" {
        pattern: "ordinal ordinal year | on ordinal ordinal",
        languages: [De],
        digits: [Ordinal],
        read: spaced,
        fires: [
            De "Er starb am [29. 8. 2005](DATE 2005-08-29).",
            De "Er kam am [12. 5.](DATE 2015-05-12) zurück.",
        ],
        silent: [De "Er wurde im 3. 10. und 12. Lauf Erster."],
    }

    /// Year and month in digits. What may be two years ("2007-08") is left to them.
    pub(super) NUMERIC_MONTH = "time.numeric-month" {
        pattern: "year-month",
        digits: [Four],
        read: year_and_month,
        fires: [
            De "Die Zahlen sind von [2014-12](DATE 2014-12).",
            En "The figures are from [2014-12](DATE 2014-12).",
        ],
        silent: [
            De "In der Saison 2007-08 stieg er ab.",
            En "The club went down in 2007-08.",
        ],
    }

    /// A season, school or business year that lies in two years.
    pub(super) TWO_YEARS = "time.two-years" {
        pattern: "[season|year] year (/|-) next year [season]",
        precedence: 1,
        begins: [TimeUnit, Season],
        digits: [Four],
        read: two_years,
        fires: [
            De "In [der Saison 2007/08](DATE 2007/2008) stieg er ab.",
            De "Im [Winter 1867/68](DATE 1867-WI) fror der See zu.",
            En "He left after the [2019/20 season](DATE 2019/2020).",
        ],
        silent: [
            De "Sie wohnen in Zimmer 2007/09.",
            En "They live in room 2019/21.",
        ],
    }
}

/// A date in digits: "24.07.2020", "24.7.20", "2020-07-24", "24/7/2020"; "7/24/2020", "07-24-20".
pub(super) fn date(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    // "So 27.02.2022"
    let start = at;
    let at = match r.value(at, Class::Weekday) {
        Some((_, end)) => end + usize::from(r.is_comma(end) || r.word(end) == "."),
        None => at,
    };
    let at = if at > start && r.is(at, Class::Article) { at + 1 } else { at };
    if r.kind(at) != TokenKind::Number {
        return None;
    }
    let (year, month, day) = parts(r, at)?;
    // "Version 3.11."
    let numbered = at.checked_sub(1).filter(|before| *before >= r.begin && r.is(*before, Class::Numbered));
    if let Some(first) = numbered.or_else(|| version_before(r, at)) {
        return Some(Found::not(first, at + 1, &DESIGNATION));
    }
    let frame = match year {
        Some((year, true)) => Frame::Year(year),
        Some((year, false)) => Frame::ShortYear(u8::try_from(year).ok()?),
        None => Frame::Open,
    };
    let point = Point::new(frame, Name::Day { month, day, weekday: None });
    Some(with_clock(r, Found::point(start, at + 1, &NUMERIC_DATE, point)))
}

/// "4.3.0 bis 4.3.16": the number of two dots before another one, where it is no date.
fn version_before(r: &Reader<'_, '_, '_>, at: usize) -> Option<usize> {
    let before = r.adposition_before(at, &[Adposition::Until, Adposition::To]).or(at.checked_sub(1));
    before.and_then(|before| before.checked_sub(1)).filter(|first| {
        let first = *first;
        let word = r.word(first);
        first >= r.begin
            && r.kind(first) == TokenKind::Number
            && word.bytes().filter(|byte| *byte == b'.').count() == 2
            && parts(r, first).is_none()
            && word.split('.').any(|part| part.len() < 3)
    })
}

/// A year, and whether it is written in full.
type WrittenYear = (i16, bool);

/// Year, month and day of a token.
fn parts(r: &Reader<'_, '_, '_>, at: usize) -> Option<(Option<WrittenYear>, i8, i8)> {
    let word = r.word(at);
    // "1.5": a date has two marks and so at least four characters.
    if word.len() < 4 {
        return None;
    }
    let mark = char::from(word.bytes().find(|byte| matches!(byte, b'.' | b'/' | b'-'))?);
    let mut pieces = word.split(mark);
    let (a, b, c) = (pieces.next()?, pieces.next()?, pieces.next());
    if pieces.next().is_some() || a.is_empty() || b.is_empty() || b.len() > 2 {
        return None;
    }
    let (first, second) = (small(a)?, small(b)?);
    let third = match c {
        // "24.7.": the dot ends the month.
        Some("") if mark == '.' && r.profile.ordinal_dot => None,
        Some(year) if matches!(year.len(), 2 | 4) || a.len() == 4 => Some((small(year)?, year.len() == 4)),
        _ => return None,
    };
    if a.len() == 4 {
        let day = third?.0;
        let (month, day) = checked(second, day, false)?;
        return (1000..=2199).contains(&first).then_some((Some((first, true)), month, day));
    }
    let year = third;
    if year.is_some_and(|(year, full)| full && !(1000..=2199).contains(&year)) {
        return None;
    }
    let day_first = r.profile.day_first || mark == '.';
    let (month, day) = if day_first { checked(second, first, mark != '.')? } else { checked(first, second, true)? };
    Some((year, month, day))
}

/// Checks month and day; where only the other order is possible, takes that.
fn checked(month: i16, day: i16, either: bool) -> Option<(i8, i8)> {
    let check = |month: i16, day: i16| {
        let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
        ((1..=12).contains(&month) && (1..=days_in(month)).contains(&day)).then_some((month, day))
    };
    check(month, day).or_else(|| if either && month > 12 { check(day, month) } else { None })
}

/// Day and month in digits behind a preposition: "am 22.04 zurück", "am 29/2"; "on 5/14".
pub(super) fn day_and_month_digits(r: &Reader<'_, '_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let word = r.word(at);
    if let Some((day, month)) = word.split_once('.') {
        let (month, day) = checked(small(month)?, small(day)?, false)?;
        return r.profile.day_first.then_some((month, day, at + 1));
    }
    if !(r.is_slash(at + 1) && r.is_tight(at + 1) && r.is_tight(at + 2)) || r.is_slash(at + 3) || word.len() > 2 {
        return None;
    }
    let (first, second) = (r.digits(at)?, r.digits(at + 2)?);
    let (month, day) = if r.profile.day_first { (second, first) } else { (first, second) };
    let (month, day) = checked(month, day, true)?;
    Some((month, day, at + 3))
}

/// `on|am day-month`, see [`day_and_month_digits`].
pub(super) fn day_and_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    if r.kind(at) != TokenKind::Number || r.word(at).len() <= 2 && !r.is_slash(at + 1) {
        return None;
    }
    const BEFORE: &[Adposition] =
        &[Adposition::On, Adposition::From, Adposition::Until, Adposition::Since, Adposition::Starting];
    let weekday = at.checked_sub(1).is_some_and(|before| before >= r.begin && r.is(before, Class::Weekday));
    if !weekday && r.adposition_before(at, BEFORE) != at.checked_sub(1) {
        return None;
    }
    let (month, day, end) = day_and_month_digits(r, at)?;
    if is_odds(r, end) {
        return Some(Found::not(at, end, &ODDS));
    }
    if r.is(end, Class::Clock)
        || r.is(end, Class::TimeUnit)
        || r.is(end, Class::Currency)
        || r.is(end, Class::MeasureUnit)
    {
        return None;
    }
    Some(Found::point(at, end, &NUMERIC_DAY, Point::new(Frame::Open, Name::Day { month, day, weekday: None })))
}

/// "from 4/1 to 5/2 favourite": what a bookmaker offers.
fn is_odds(r: &Reader<'_, '_, '_>, end: usize) -> bool {
    const NEAR: usize = 6;
    const BETS: &[&str] = &["favourite", "odds", "outsider"];
    (end..r.end.min(end + NEAR)).any(|at| r.analysis.is_concept(at, BETS))
}

/// Day, month and year with a space between: "29. 8. 2005"; behind "am" without the year too.
pub(super) fn spaced(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    if r.kind(at) != TokenKind::Ordinal || r.kind(at + 1) != TokenKind::Ordinal {
        return None;
    }
    let number = |at: usize| small(r.word(at).strip_suffix('.')?);
    let (month, day) = checked(number(at + 1)?, number(at)?, false)?;
    let (frame, end) = match r.year(at + 2) {
        Some(year) => (Frame::Year(year), at + 3),
        None => (Frame::Open, at + 2),
    };
    let list = r.is(end, Class::Coordinator) || r.is_comma(end);
    let on = || r.adposition_before(at, &[Adposition::On]) == at.checked_sub(1) && !list;
    let point = Point::new(frame, Name::Day { month, day, weekday: None });
    (frame != Frame::Open || on()).then(|| with_clock(r, Found::point(at, end, &SPACED_DATE, point)))
}

/// Year and month in digits: "2015-12", "2015-3"; not "2007-08", which may be two years.
pub(super) fn year_and_month(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let year = r.year(at)?;
    let tight = r.is_dash(at + 1) && r.is_tight(at + 1) && r.is_tight(at + 2);
    let ends = !(r.is_tight(at + 3) && (r.is_dash(at + 3) || r.is_slash(at + 3)));
    let month = r.digits(at + 2).filter(|month| tight && ends && (1..=12).contains(month))?;
    if r.word(at + 2).len() > 2 || month == (year + 1) % 100 {
        return None;
    }
    let point = Point::new(Frame::Year(year), Name::Month(i8::try_from(month).ok()?));
    Some(Found::point(at, at + 3, &NUMERIC_MONTH, point))
}

/// A period over two years: "2007/08", "der Saison 2007-08"; "the 2019/20 season", "fiscal 2019-20".
pub(super) fn two_years(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (start, number) = match r.unit(at) {
        Some((Unit::Season | Unit::Year | Unit::BusinessYear, end)) => (r.with_article(at), end),
        _ if r.is(at, Class::Season) => (at, at + 1),
        _ => (at, at),
    };
    let year = r.year(number)?;
    let slash = r.is_slash(number + 1);
    if !((slash || r.is_dash(number + 1)) && r.is_tight(number + 1) && r.is_tight(number + 2)) {
        return None;
    }
    let word = r.word(number + 2);
    let next = r.digits(number + 2)?;
    let follows = match word.len() {
        2 => next == (year + 1) % 100 && !(r.is_tight(number + 3) && r.is_dash(number + 3)),
        4 => next == year + 1 && slash,
        _ => false,
    };
    let end = match r.unit(number + 3) {
        Some((Unit::Season, end)) if start == number => end,
        _ => number + 3,
    };
    // "Winter 1867/68" is one winter.
    let (frame, name) = match r.value(at, Class::Season).and_then(|(season, _)| Season::from_value(season as u32)) {
        Some(season @ Season::Winter) => (Frame::Year(year), Name::Season(season)),
        _ => (Frame::Open, Name::TwoYears(year)),
    };
    follows.then(|| Found::point(start, end, &TWO_YEARS, Point::new(frame, name)))
}
