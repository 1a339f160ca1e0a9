//! Dates in digits.

use crate::lexicon::class::{Adposition, Season, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

use super::calendar::days_in;
use super::daytime::with_clock;
use super::evidence::DESIGNATION;
use super::found::Found;
use super::value::{Frame, Name, Point};
use crate::reading::Sentence;
use crate::reading::number::YEARS;
use crate::reading::number::digits::small;
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
            En "He left after [the 2019/20 season](DATE 2019/2020).",
        ],
        silent: [
            De "Sie wohnen in Zimmer 2007/09.",
            En "They live in room 2019/21.",
        ],
    }
}

/// A date in digits: "24.07.2020", "24.7.20", "2020-07-24", "24/7/2020"; "7/24/2020", "07-24-20".
pub(super) fn date(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    // "So 27.02.2022"
    let start = at;
    let at = match s.value(at, Class::Weekday) {
        Some((_, end)) => end + usize::from(s.is_comma(end) || s.word(end) == "."),
        None => at,
    };
    let at = if at > start && s.is(at, Class::Article) { at + 1 } else { at };
    if s.kind(at) != TokenKind::Number {
        return None;
    }
    let (year, month, day) = parts(s, at)?;
    // "Version 3.11."
    let numbered = s.before(at).filter(|before| s.is(*before, Class::Numbered));
    if let Some(first) = numbered.or_else(|| version_before(s, at)) {
        return Some(Found::not(first, at + 1, &DESIGNATION));
    }
    let frame = match year {
        Some((year, true)) => Frame::Year(year),
        Some((year, false)) => Frame::ShortYear(u8::try_from(year).ok()?),
        None => Frame::Open,
    };
    let point = Point::new(frame, Name::Day { month, day, weekday: None });
    Some(with_clock(s, Found::point(start, at + 1, &NUMERIC_DATE, point)))
}

/// "4.3.0 bis 4.3.16": the number of two dots before another one, where it is no date.
fn version_before(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    let before = s.adposition_before(at, &[Adposition::Until, Adposition::To]).or(at.checked_sub(1));
    before.and_then(|before| before.checked_sub(1)).filter(|first| {
        let first = *first;
        let word = s.word(first);
        first >= s.start
            && s.kind(first) == TokenKind::Number
            && word.bytes().filter(|byte| *byte == b'.').count() == 2
            && parts(s, first).is_none()
            && word.split('.').any(|part| part.len() < 3)
    })
}

/// A year, and whether it is written in full.
type WrittenYear = (i16, bool);

/// Year, month and day of a token.
fn parts(s: &Sentence<'_, '_>, at: usize) -> Option<(Option<WrittenYear>, i8, i8)> {
    let word = s.word(at);
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
        Some("") if mark == '.' && s.profile.ordinal_dot => None,
        Some(year) if matches!(year.len(), 2 | 4) || a.len() == 4 => Some((small(year)?, year.len() == 4)),
        _ => return None,
    };
    if a.len() == 4 {
        let day = third?.0;
        let (month, day) = checked(second, day, false)?;
        return YEARS.contains(&first).then_some((Some((first, true)), month, day));
    }
    let year = third;
    if year.is_some_and(|(year, full)| full && !YEARS.contains(&year)) {
        return None;
    }
    let day_first = s.profile.day_first || mark == '.';
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
pub(super) fn day_and_month_digits(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let word = s.word(at);
    if let Some((day, month)) = word.split_once('.') {
        let (month, day) = checked(small(month)?, small(day)?, false)?;
        return s.profile.day_first.then_some((month, day, at + 1));
    }
    if !(s.is_slash(at + 1) && s.is_tight(at + 1) && s.is_tight(at + 2)) || s.is_slash(at + 3) || word.len() > 2 {
        return None;
    }
    let (first, second) = (s.digits(at)?, s.digits(at + 2)?);
    let (month, day) = if s.profile.day_first { (second, first) } else { (first, second) };
    let (month, day) = checked(month, day, true)?;
    Some((month, day, at + 3))
}

/// `on|am day-month`, see [`day_and_month_digits`].
pub(super) fn day_and_month(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    if s.kind(at) != TokenKind::Number || s.word(at).len() <= 2 && !s.is_slash(at + 1) {
        return None;
    }
    const BEFORE: &[Adposition] =
        &[Adposition::On, Adposition::From, Adposition::Until, Adposition::Since, Adposition::Starting];
    let weekday = s.before(at).is_some_and(|before| s.is(before, Class::Weekday));
    if !weekday && s.adposition_before(at, BEFORE) != at.checked_sub(1) {
        return None;
    }
    const MEASURED: ClassSet = groups::UNIT.or(&[Class::Clock, Class::Scale]);
    let (month, day, end) = day_and_month_digits(s, at)?;
    if is_odds(s, end) {
        return Some(Found::not(at, end, &ODDS));
    }
    if s.is_any(end, MEASURED) || s.is_sign(end) {
        return None;
    }
    Some(Found::point(at, end, &NUMERIC_DAY, Point::new(Frame::Open, Name::Day { month, day, weekday: None })))
}

/// "from 4/1 to 5/2 favourite": what a bookmaker offers.
fn is_odds(s: &Sentence<'_, '_>, end: usize) -> bool {
    const NEAR: usize = 6;
    const BETS: &[&str] = &["favourite", "odds", "outsider"];
    (end..s.end.min(end + NEAR)).any(|at| s.analysis.is_concept(at, BETS))
}

/// Day, month and year with a space between: "29. 8. 2005"; behind "am" without the year too.
pub(super) fn spaced(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    if s.kind(at) != TokenKind::Ordinal || s.kind(at + 1) != TokenKind::Ordinal {
        return None;
    }
    let number = |at: usize| small(s.word(at).strip_suffix('.')?);
    let (month, day) = checked(number(at + 1)?, number(at)?, false)?;
    let (frame, end) = match s.year(at + 2) {
        Some(year) => (Frame::Year(year), at + 3),
        None => (Frame::Open, at + 2),
    };
    let list = s.is(end, Class::Coordinator) || s.is_comma(end);
    let on = || s.adposition_before(at, &[Adposition::On]) == at.checked_sub(1) && !list;
    let point = Point::new(frame, Name::Day { month, day, weekday: None });
    (frame != Frame::Open || on()).then(|| with_clock(s, Found::point(at, end, &SPACED_DATE, point)))
}

/// Year and month in digits: "2015-12", "2015-3"; not "2007-08", which may be two years.
pub(super) fn year_and_month(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let year = s.year(at)?;
    let tight = s.is_dash(at + 1) && s.is_tight(at + 1) && s.is_tight(at + 2);
    let ends = !(s.is_tight(at + 3) && (s.is_dash(at + 3) || s.is_slash(at + 3)));
    let month = s.digits(at + 2).filter(|month| tight && ends && (1..=12).contains(month))?;
    if s.word(at + 2).len() > 2 || month == (year + 1) % 100 {
        return None;
    }
    let point = Point::new(Frame::Year(year), Name::Month(i8::try_from(month).ok()?));
    Some(Found::point(at, at + 3, &NUMERIC_MONTH, point))
}

/// A period over two years: "2007/08", "der Saison 2007-08"; "the 2019/20 season", "fiscal 2019-20".
pub(super) fn two_years(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (start, number) = match s.unit(at) {
        Some((Unit::Season | Unit::Year | Unit::BusinessYear, end)) => (s.with_article(at), end),
        _ if s.is(at, Class::Season) => (at, at + 1),
        _ => (at, at),
    };
    let year = s.year(number)?;
    let slash = s.is_slash(number + 1);
    if !((slash || s.is_dash(number + 1)) && s.is_tight(number + 1) && s.is_tight(number + 2)) {
        return None;
    }
    let word = s.word(number + 2);
    let next = s.digits(number + 2)?;
    let follows = match word.len() {
        2 => next == (year + 1) % 100 && !(s.is_tight(number + 3) && s.is_dash(number + 3)),
        4 => next == year + 1 && slash,
        _ => false,
    };
    let end = match s.unit(number + 3) {
        Some((Unit::Season, end)) if start == number => end,
        _ => number + 3,
    };
    // "Winter 1867/68" is one winter.
    let (frame, name) = match s.meaning(at, Class::Season) {
        Some((season @ Season::Winter, _)) => (Frame::Year(year), Name::Season(season)),
        _ => (Frame::Open, Name::TwoYears(year)),
    };
    follows.then(|| Found::point(start, end, &TWO_YEARS, Point::new(frame, name)))
}
