//! The calendar periods of a name: in a year, before, after or nearest to a day.

use jiff::civil::Date;

use crate::lexicon::class::Unit;

use super::feast;
use super::stamp::{
    Stamp, add_days, add_months, astronomical, day_number, historical, monday, nth_week, numbered_week,
};
use super::value::{Name, Nth};

/// A name within a given year.
pub(super) fn in_year(year: i16, name: Name) -> Option<Stamp> {
    Some(match name {
        Name::Whole => Stamp::Year(year),
        Name::Day { month, day, .. } => Stamp::Day(Date::new(astronomical(year), month, day).ok()?),
        Name::FirstMonths(months) => Stamp::FirstMonths(year, months),
        Name::Month(month) => Stamp::Month(year, month),
        Name::Quarter(quarter) => Stamp::Quarter(year, quarter),
        Name::Half(half) => Stamp::Half(year, half),
        Name::Season(season) => Stamp::Season(year, season),
        Name::Week(week) => Stamp::Week(numbered_week(year, week)?),
        Name::Feast(feast) => Stamp::Day(feast.day(year)?),
        Name::NthOf { n, what, month: Some(month) } => nth_of(year, month, n, what)?,
        Name::TwoYears(year) => Stamp::TwoYears(year),
        _ => return None,
    })
}

/// "the third week of July", "the first Monday in May".
pub(super) fn nth_of(year: i16, month: i8, n: i8, what: Nth) -> Option<Stamp> {
    Some(match what {
        Nth::Weekday(weekday) => Stamp::Day(feast::nth_weekday(year, month, weekday, n)?),
        Nth::Week => Stamp::Week(nth_week(year, month, n)?),
        Nth::Weekend => Stamp::Weekend(feast::nth_weekday(year, month, 6, n)?),
        Nth::Day if n < 0 => Stamp::Day(Date::new(year, month, 1).ok()?.last_of_month()),
        Nth::Day => Stamp::Day(Date::new(year, month, n).ok()?),
        Nth::Month => return None,
    })
}

/// A name within a resolved period.
pub(super) fn within(base: Stamp, name: Name) -> Option<Stamp> {
    if name == Name::Whole {
        return Some(base);
    }
    let (begin, _) = base.limits()?;
    match name {
        Name::Weekday(day) => add_days(monday(begin)?, i64::from(day) - 1).map(Stamp::Day),
        Name::Weekend => Stamp::holding(begin, Unit::Weekend),
        Name::DayOfMonth(day) => Date::new(begin.year(), begin.month(), day).ok().map(Stamp::Day),
        Name::NthOf { n, what, month: None } => nth_of(begin.year(), begin.month(), n, what),
        name => in_year(historical(begin.year()), name),
    }
}

/// The last period of that name up to a day, which itself counts where `today`.
pub(super) fn before(anchor: Date, name: Name, today: bool) -> Option<Stamp> {
    let begins =
        |stamp: &Stamp| stamp.limits().is_some_and(|(begin, end)| if today { begin <= anchor } else { end <= anchor });
    candidates(anchor, name, &[0, -1, -2, -4, -8]).find(begins)
}

/// The next period of that name from a day on, which itself counts where `today`.
pub(super) fn after(anchor: Date, name: Name, today: bool) -> Option<Stamp> {
    let ends =
        |stamp: &Stamp| stamp.limits().is_some_and(|(begin, end)| if today { end > anchor } else { begin > anchor });
    candidates(anchor, name, &[0, 1, 2, 4, 8]).find(ends)
}

/// Whether a period begins more than so many days after a day.
pub(super) fn ahead(anchor: Date, stamp: Stamp, days: i64) -> bool {
    stamp.limits().is_some_and(|(begin, _)| day_number(begin) - day_number(anchor) > days)
}

/// Whether a period ended at most so many days before a day.
pub(super) fn just_passed(anchor: Date, stamp: Stamp, days: i64) -> bool {
    stamp.limits().is_some_and(|(_, end)| (0..days).contains(&(day_number(anchor) - day_number(end))))
}

/// The period of that name nearest to a day.
pub(super) fn nearest(anchor: Date, name: Name) -> Option<Stamp> {
    let distance = |stamp: &Stamp| {
        stamp.limits().map_or(i64::MAX, |(begin, end)| {
            let anchor = day_number(anchor);
            let (to, from) = (day_number(begin) - anchor, anchor - day_number(end));
            to.max(from).max(0)
        })
    };
    candidates(anchor, name, &[0, -1, 1]).min_by_key(distance)
}

/// The day of a name that falls on a weekday (1 is Monday), in the year of an anchor, the one before or the one behind.
pub(super) fn on_weekday(anchor: Date, name: Name, weekday: i8) -> Option<Date> {
    candidates(anchor, name, &[0, -1, 1]).find_map(|stamp| stamp.day_on(weekday))
}

/// The periods of a name so many of its cycles from an anchor.
fn candidates(anchor: Date, name: Name, steps: &'static [i64]) -> impl Iterator<Item = Stamp> {
    steps.iter().filter_map(move |step| match name {
        Name::Weekday(day) => {
            let week = monday(add_days(anchor, 7 * step)?)?;
            add_days(week, i64::from(day) - 1).map(Stamp::Day)
        }
        Name::Weekend => Stamp::holding(add_days(anchor, 7 * step)?, Unit::Weekend),
        Name::DayOfMonth(day) | Name::WeekdayAndDay { day, .. } => {
            let month = add_months(anchor.first_of_month(), *step)?;
            let date = Date::new(month.year(), month.month(), day).ok()?;
            match name {
                Name::WeekdayAndDay { weekday, .. } if date.weekday().to_monday_one_offset() != weekday => None,
                _ => Some(Stamp::Day(date)),
            }
        }
        name => in_year(historical(anchor.year().checked_add(i16::try_from(*step).ok()?)?), name),
    })
}

/// A name when there is no date to count from.
pub(super) fn open_stamp(name: Name) -> Option<Stamp> {
    Some(match name {
        Name::Day { month, day, .. } => Stamp::OpenDay(month, day),
        Name::DayOfMonth(day) | Name::WeekdayAndDay { day, .. } => Stamp::OpenDayOfMonth(day),
        Name::Month(month) => Stamp::OpenMonth(month),
        Name::Quarter(quarter) => Stamp::OpenQuarter(quarter),
        Name::Half(half) => Stamp::OpenHalf(half),
        Name::Season(season) => Stamp::OpenSeason(season),
        Name::Weekday(day) => Stamp::OpenWeekday(day),
        Name::Week(week) => Stamp::OpenWeek(week),
        Name::Weekend => Stamp::OpenWeekend,
        Name::Feast(feast::Feast::Fixed { month, day }) => Stamp::OpenDay(month, day),
        _ => return None,
    })
}
