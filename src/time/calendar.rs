//! Written dates: days, months and years by name.

use jiff::civil::Date;

use crate::lexicon::class::{Adposition, Coordinator, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::daytime::with_clock;
use super::evidence::{has_evidence, is_ambiguous, person_name};
use super::found::Found;
use super::stamp::astronomical;
use super::step;
use super::value::{Frame, Name, Point};
use super::year::year_behind;
use crate::reading::Sentence;
use crate::reading::number::COUNTED;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A date by its day and the name of its month, with the weekday before it and the year behind it where they stand there.
    /// What a number counts behind a month ("In May 12 people died") is no day.
    pub(super) DATE = "time.date" {
        pattern: "[weekday [,] [article]] (day [of] month | month day) [year]",
        begins: [Cardinal, OrdinalWord, Weekday, Month],
        digits: [Ordinal, Short, Letters],
        near: [Month],
        read: written_date,
        fires: [
            De "Die Wahl ist am [24. September 2017](DATE 2017-09-24).",
            De "Das Urteil fiel am [Donnerstag, den 18. Dezember 2014](DATE 2014-12-18).",
            En "The court ruled on [July 24, 2020](DATE 2020-07-24).",
            En "She was born on [Friday 24 July 1998](DATE 1998-07-24).",
        ],
        silent: [
            De "Im Mai 24 Stunden lang zu streiken, war der Plan.",
            En "In May 12 people died on the pass.",
        ],
    }

    /// A day that its month has not. Its month and year are no times either.
    pub(super) NO_SUCH_DAY = "time.no-such-day" {
        pattern: "day [of] month | month day [year], where the month is shorter, for no time; goes on from time.date",
        fires: [
            De "Die Urkunde ist vom [31. April 2016](none).",
            En "The deed is of [31 April 2016](none).",
            En "The deed is of [February 30](none).",
        ],
        silent: [
            De "Im April 31 Tage lang zu streiken, war der Plan.",
            En "In February 30 people died.",
        ],
    }

    /// A day whose month stands at the end of a list or range of days; the last day is a date of its own.
    pub(super) DAY_LIST = "time.day-list" {
        pattern: "day, of: day {, day} (and|until|-) day month [year]",
        precedence: 1,
        digits: [Ordinal, Short, Letters],
        read: day_in_list,
        fires: [
            De "Am [3.](DATE 2014-10-03), [4.](DATE 2014-10-04) und 7. Oktober 2014 blieb die Brücke gesperrt.",
            En "They will play on [11](DATE 2015-09-11), [18](DATE 2015-09-18) and 25 September.",
        ],
        silent: [
            De "Der 3. und der 4. Platz gingen im Oktober nach Wien.",
            En "Between 11 and 18 people came on 25 September.",
        ],
    }

    /// The second day of a range or pair behind the name of the month. The first is a date of its own.
    pub(super) SECOND_DAY = "time.second-day" {
        pattern: "day [year], behind: month day (-|and|or|to)",
        languages: [En],
        digits: [Ordinal, Short, Letters],
        read: second_day,
        fires: [
            En "Talks were held on April 24 and [25](DATE 2015-04-25).",
            En "The fair ran from May 3 to [5, 2014](DATE 2014-05-05).",
        ],
        silent: [En "Rain fell on April 24 and 25 houses were flooded."],
    }

    /// A day of the month whose month the text does not name, or only as this, the last or the next one.
    pub(super) DAY_OF_MONTH = "time.day-of-month" {
        pattern: "(on|from|until|since|by) [article] ordinal [day] [of this|last|next month]",
        digits: [Ordinal, Letters],
        read: day_of_month,
        fires: [
            De "Der Vertrag endet am [24.](DATE 2015-06-24), so das Amt.",
            De "Er zahlte am [5. dieses Monats](DATE 2015-06-05).",
            En "The lease ends on [the 24th](DATE 2015-06-24).",
            En "He paid by [the 5th of this month](DATE 2015-06-05).",
        ],
        silent: [
            De "Er kam am 24. Spieltag ins Team.",
            En "They live on the 24th floor.",
        ],
    }

    /// A quarter by the month that it ends with.
    pub(super) MONTH_QUARTER = "time.month-quarter" {
        pattern: "month quarter [year]; goes on from time.month",
        languages: [En],
        fires: [En "Margins slipped in [the March quarter](DATE 2015-Q1)."],
        silent: [En "Margins slipped in March, a quarter of the year."],
    }

    /// A month, with its year where that stands behind it. A month that is also another word or a name ("May", "August")
    /// needs a preposition or another time beside it.
    pub(super) MONTH = "time.month" {
        pattern: "month [year]",
        begins: [Month],
        read: month,
        fires: [
            De "Im [April 2014](DATE 2014-04) zog er um.",
            De "Die Schule öffnet im [August vorigen Jahres](DATE 2014-08).",
            En "The law passed in [April 2014](DATE 2014-04).",
            En "The school closed in [March](DATE 2015-03).",
        ],
        silent: [
            De "Das Tor erzielte Karl Mai kurz vor der Pause.",
            En "They may win and march on.",
        ],
    }
}

/// A date by day and month, with weekday and year where they stand beside it.
///
/// `[weekday [,] [article]] day month [year]`: "Donnerstag, den 18. Dezember 2014"; "Friday 24 July", "July 24th, 2020".
pub(super) fn written_date(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let start = at;
    let (weekday, at) = match after_weekday(s, at) {
        Some((weekday, at)) => (Some(weekday), at),
        None => (None, at),
    };
    let (month, day, frame, end) = any_day_and_month(s, at)?;
    if !has_day(frame, month, day) {
        return Some(Found::not(start, end, &NO_SUCH_DAY));
    }
    let point = Point::new(frame, Name::Day { month, day, weekday });
    Some(with_clock(s, Found::point(start, end, &DATE, point)))
}

/// Whether a month has a day: in a year that is not told, February has 29.
fn has_day(frame: Frame, month: i8, day: i8) -> bool {
    day <= days_in(month)
        && match frame {
            Frame::Year(year) => Date::new(astronomical(year), month, day).is_ok(),
            _ => true,
        }
}

/// Behind a weekday with its comma and article.
fn after_weekday(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, usize)> {
    let (weekday, mut at) = s.small(at, Class::Weekday)?;
    if s.is_comma(at) || (s.is_dash(at) && s.is_tight(at)) {
        at += 1;
    }
    Some((weekday, if s.is(at, Class::Article) { at + 1 } else { at }))
}

/// "24. Juli 2020", "24th of July", "July 24, 2020", "Sep-23-2020": month, day, year and the token after them.
pub(super) fn day_and_month(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, i8, Frame, usize)> {
    any_day_and_month(s, at).filter(|(month, day, frame, _)| has_day(*frame, *month, *day))
}

fn any_day_and_month(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, i8, Frame, usize)> {
    if let Some((month, day, end)) = day_then_month(s, at).or_else(|| month_then_day(s, at)) {
        let comma = !s.profile.day_first && s.is_comma(end);
        let (frame, end) = year_behind(s, if comma { end + 1 } else { end })
            .or_else(|| mark(s, end).and_then(|at| year_behind(s, at)))
            .unwrap_or((Frame::Open, end));
        return Some((month, day, frame, end));
    }
    None
}

/// Behind a tight hyphen, slash or dot between the parts of a date.
fn mark(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    ((s.is_dash(at) || s.is_slash(at)) && s.is_tight(at) && s.is_tight(at + 1)).then_some(at + 1)
}

fn day_then_month(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    let (day, mut next) = match s.day(at) {
        Some(day) if !s.is_signed(at) => (day, at + 1),
        _ => {
            let (day, end) = s.ordinal(at)?;
            (i8::try_from(day).ok()?, end)
        }
    };
    next = mark(s, next).unwrap_or(next);
    if let Some(end) = s.adposition(next, &[Adposition::Of]).filter(|_| s.kind(at) != TokenKind::Ordinal) {
        next = end;
    }
    let (month, end) = s.small(next, Class::Month)?;
    // "9. Jan Kuppelwieser"
    if s.form(next, Class::Month).has(Form::SHORT)
        && s.is(next, Class::GivenName)
        && s.shape(end) == Shape::Title
        && !s.is(end, Class::Clock)
        && s.kind(end) == TokenKind::Word
    {
        return None;
    }
    (1..=31).contains(&day).then_some((month, day, end))
}

fn month_then_day(s: &Sentence<'_, '_>, at: usize) -> Option<(i8, i8, usize)> {
    if s.profile.day_first {
        return None;
    }
    let (month, next) = s.small(at, Class::Month)?;
    let tight = mark(s, next);
    let next = tight.unwrap_or(next);
    let next = if s.is(next, Class::Article) { next + 1 } else { next };
    let (day, end) = match s.day(next) {
        Some(day) => (day, next + 1),
        None => s.ordinal(next).and_then(|(day, end)| Some((i8::try_from(day).ok()?, end)))?,
    };
    let (day, next) = ((1..=31).contains(&day).then_some(day)?, end - 1);
    // "1 Jan 15"
    let has_day = |before: usize| before >= s.start && s.day(before).is_some() && !s.is_signed(before);
    if tight.is_none() && at.checked_sub(1).is_some_and(has_day) {
        return None;
    }
    // "In May 12 people died": the preposition of months does not stand before days.
    let in_month = at.checked_sub(1).is_some_and(|before| s.adposition(before, &[Adposition::In]) == Some(at));
    let goes_on = s.shape(next + 1) == Shape::Lower && !s.is(next + 1, Class::Adposition);
    if (in_month && goes_on)
        || s.is_any(next + 1, COUNTED)
        || (s.kind(next + 1) == TokenKind::Symbol && s.is_tight(next + 1) && tight.is_none())
    {
        return None;
    }
    Some((month, day, next + 1))
}

/// A day whose month stands at the end of a list.
///
/// `day {, day} and|bis|- day month [year]`: "3., 4. und 7. Oktober"; "11, 18 and 25 March".
pub(super) fn day_in_list(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    const LONGEST: usize = 16;
    let day = s.day(at)?;
    let mut next = at + 1;
    let mut days = 1;
    while next < at + LONGEST {
        let from = next;
        while next < from + 3
            && (s.is_comma(next)
                || s.is_dash(next)
                || s.is_slash(next)
                || (s.is_any(next, groups::LINK.or(&[Class::Article])) && s.day(next).is_none()))
        {
            next += 1;
        }
        if next == from {
            return None;
        }
        if days > 0
            && let Some((month, last, frame, _)) = day_and_month(s, next)
        {
            let ordered = s.kind(at) == TokenKind::Ordinal || (day < last && s.day(next) == Some(last));
            let point = Point::new(frame, Name::Day { month, day, weekday: None });
            return (ordered && day <= days_in(month)).then(|| Found::point(at, at + 1, &DAY_LIST, point));
        }
        s.day(next)?;
        days += 1;
        next += 1;
    }
    None
}

/// The second day behind a month: "April 24 and 25", "July 3-5".
pub(super) fn second_day(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let joint = s.before(at)?;
    let joined = s.is_dash(joint)
        || s.coordinator(joint, &[Coordinator::And]).is_some()
        || s.coordinator(joint, &[Coordinator::Or]).is_some()
        || s.adposition(joint, &[Adposition::Until]).is_some();
    if !joined {
        return None;
    }
    let day = s.day(at)?;
    let first = s.day(joint.checked_sub(1)?)?;
    let (month, end) = s.small(joint.checked_sub(2)?, Class::Month)?;
    if end + 1 != joint || day <= first || s.is_any(at + 1, COUNTED) || s.is(at + 1, Class::Noun) {
        return None;
    }
    let (frame, end) = year_behind(s, at + 1 + usize::from(s.is_comma(at + 1))).unwrap_or((Frame::Open, at + 1));
    (day <= days_in(month))
        .then(|| Found::point(at, end, &SECOND_DAY, Point::new(frame, Name::Day { month, day, weekday: None })))
}

/// A day of the month alone: "am 24.", "bis zum 5."; "on the 24th".
pub(super) fn day_of_month(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let day = s.day(at)?;
    if s.kind(at) == TokenKind::Number {
        return None;
    }
    let before = s.adposition_before(
        at,
        &[
            Adposition::At,
            Adposition::On,
            Adposition::From,
            Adposition::Until,
            Adposition::Since,
            Adposition::Starting,
            Adposition::By,
        ],
    )?;
    // English days have the article, German ones need none.
    if !s.profile.ordinal_dot && before + 1 == at {
        return None;
    }
    // "of this month", "dieses Monats"
    if let Some((frame, end)) = month_behind(s, at + 1) {
        return Some(Found::point(at, end, &DAY_OF_MONTH, Point::new(frame, Name::DayOfMonth(day))));
    }
    let next = at + 1;
    let free = match s.kind(next) {
        TokenKind::Word => {
            s.shape(next) == Shape::Lower
                && !s.is_any(next, ClassSet::of(&[Class::Noun, Class::OrdinalWord, Class::Adjective, Class::TimeUnit]))
        }
        TokenKind::Number | TokenKind::Ordinal | TokenKind::Hyphen | TokenKind::Symbol => false,
        _ => true,
    };
    free.then(|| Found::point(at, next, &DAY_OF_MONTH, Point::new(Frame::Open, Name::DayOfMonth(day))))
}

/// "dieses Monats", "of last month", "day of next month".
fn month_behind(s: &Sentence<'_, '_>, at: usize) -> Option<(Frame, usize)> {
    let at = match s.unit(at) {
        Some((Unit::Day, end)) => end,
        _ => at,
    };
    let mut next = s.adposition(at, &[Adposition::Of]).unwrap_or(at);
    if s.is(next, Class::Article) {
        next += 1;
    }
    let (deictic, next) = s.meaning(next, Class::Deictic)?;
    let (Unit::Month, end) = s.unit(next)? else { return None };
    let (n, from) = step::direction(deictic, Unit::Month)?;
    Some((Frame::Count { unit: Unit::Month, n, from }, end))
}

/// A month, with its year where that stands behind it: "im April 2015", "August vorigen Jahres"; "July of last year".
pub(super) fn month(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (month, end) = s.small(at, Class::Month)?;
    if let Some(found) = quarter(s, at, month, end) {
        return Some(found);
    }
    let found = |end, frame| Found::point(at, end, &MONTH, Point::new(frame, Name::Month(month)));
    let comma = usize::from(!s.profile.day_first && s.is_comma(end) && s.year(end + 1).is_some());
    if let Some((frame, end)) = year_behind(s, end + comma).or_else(|| mark(s, end).and_then(|at| year_behind(s, at))) {
        return Some(found(end, frame));
    }
    if let Some(name) = person_name(s, at, end) {
        return Some(name);
    }
    if is_ambiguous(s, at) && !has_evidence(s, at, end) {
        return None;
    }
    Some(found(end, Frame::Open))
}

/// "the March | quarter": the one that ends with the month.
fn quarter(s: &Sentence<'_, '_>, at: usize, month: i8, end: usize) -> Option<Found> {
    let (unit, behind) = s.unit(end).filter(|_| s.form(end, Class::TimeUnit).has(Form::SINGULAR))?;
    // "the October-to-December quarter" is told by both.
    let joined = s.is_tight(at) && s.before(at).is_some_and(|dash| s.is_dash(dash));
    let ends = month % 3 == 0 && !s.profile.noun_compounds && unit == Unit::Quarter && !joined;
    let (frame, behind) = year_behind(s, behind).unwrap_or((Frame::Open, behind));
    ends.then(|| Found::point(at, behind, &MONTH_QUARTER, Point::new(frame, Name::Quarter(month / 3))))
}

/// How many days a month can have.
pub(super) fn days_in(month: i8) -> i8 {
    match month {
        2 => 29,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
