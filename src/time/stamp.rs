//! Resolved calendar periods: their arithmetic and their limits.

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::lexicon::class::{Season, Unit};

/// A calendar period, resolved as far as the text allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stamp {
    Day(Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// The weekend that begins on this Saturday.
    Weekend(Date),
    Month(i16, i8),
    /// One of a month's days, of which the text does not say which.
    DayIn(i16, i8),
    Quarter(i16, i8),
    Half(i16, i8),
    Season(i16, Season),
    Year(i16),
    /// The year and the next.
    TwoYears(i16),
    /// A quarter of a business year that lies in two years, of which the first is given.
    BusinessQuarter(i16, i8),
    BusinessHalf(i16, i8),
    /// So many months from the beginning of a year on.
    FirstMonths(i16, i8),
    /// The decade's first year.
    Decade(i16),
    /// The number that begins its years: 19 holds 1900 to 1999; negative before Christ.
    Century(i16),
    /// What a missing reference date leaves open.
    OpenDay(i8, i8),
    OpenDayOfMonth(i8),
    OpenMonth(i8),
    OpenQuarter(i8),
    OpenHalf(i8),
    OpenSeason(Season),
    OpenWeekday(i8),
    OpenWeek(i8),
    OpenWeekend,
}

/// The days from 1 March of the year 0 to a date of the Gregorian calendar.
pub(super) fn day_number(date: Date) -> i64 {
    // Years that begin in March have their leap day at the end.
    let (year, month, day) = (i64::from(date.year()), i64::from(date.month()), i64::from(date.day()));
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let of_year = (153 * month + 2) / 5 + day - 1;
    year * 365 + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + of_year
}

/// The date of a day's number; `None` beyond the calendar.
fn date_of(number: i64) -> Option<Date> {
    const FOUR_CENTURIES: i64 = 146_097;
    let (era, of_era) = (number.div_euclid(FOUR_CENTURIES), number.rem_euclid(FOUR_CENTURIES));
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let (year, month) = (era * 400 + year_of_era + i64::from(month > 9), if month > 9 { month - 9 } else { month + 3 });
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Adds days; `None` beyond the calendar.
pub(super) fn add_days(date: Date, days: i64) -> Option<Date> {
    date_of(day_number(date).checked_add(days)?)
}

/// Adds months, keeping the day where the month has it.
pub(super) fn add_months(date: Date, months: i64) -> Option<Date> {
    let months = (i64::from(date.year()) * 12 + i64::from(date.month()) - 1).checked_add(months)?;
    let (year, month) = (i16::try_from(months.div_euclid(12)).ok()?, (months.rem_euclid(12) + 1) as i8);
    let first = Date::new(year, month, 1).ok()?;
    Date::new(year, month, date.day().min(first.days_in_month())).ok()
}

/// The Monday of a day's week.
pub(super) fn monday(date: Date) -> Option<Date> {
    add_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

/// The Monday of a numbered week.
pub(super) fn numbered_week(year: i16, week: i8) -> Option<Date> {
    ISOWeekDate::new(year, week, Weekday::Monday).ok().map(ISOWeekDate::date)
}

/// The season of a day. A winter is called by the year in which it begins.
pub(super) fn season_of(date: Date) -> (i16, Season) {
    let (year, season) = match date.month() {
        1 | 2 => (date.year().saturating_sub(1), Season::Winter),
        3..=5 => (date.year(), Season::Spring),
        6..=8 => (date.year(), Season::Summer),
        9..=11 => (date.year(), Season::Autumn),
        _ => (date.year(), Season::Winter),
    };
    (historical(year), season)
}

impl Stamp {
    /// The unit's period that holds a day.
    pub(super) fn holding(date: Date, unit: Unit) -> Option<Stamp> {
        let (year, month) = (historical(date.year()), date.month());
        Some(match unit {
            Unit::Day
            | Unit::Weekday
            | Unit::Morning
            | Unit::Afternoon
            | Unit::Evening
            | Unit::Evenings
            | Unit::Night => Stamp::Day(date),
            Unit::Week | Unit::Fortnight => Stamp::Week(monday(date)?),
            Unit::Weekend => Stamp::Weekend(add_days(monday(date)?, 5)?),
            Unit::Month => Stamp::Month(year, month),
            Unit::Quarter => Stamp::Quarter(year, (month - 1) / 3 + 1),
            Unit::Half => Stamp::Half(year, (month - 1) / 6 + 1),
            Unit::Year | Unit::BusinessYear => Stamp::Year(year),
            Unit::Season => {
                let (year, season) = season_of(date);
                Stamp::Season(year, season)
            }
            Unit::Decade => Stamp::Decade(year - year.rem_euclid(10)),
            Unit::Century => Stamp::Century(year.div_euclid(100)),
            _ => return None,
        })
    }

    /// The period of a unit that holds the beginning of this one; finer units than its own keep the beginning.
    pub(super) fn as_unit(self, unit: Unit) -> Option<Stamp> {
        let (begin, _) = self.limits()?;
        Stamp::holding(begin, unit)
    }

    /// The period `n` units later; a day counted in months or years stays a day only if it was one.
    pub(super) fn shifted(self, unit: Unit, n: i32) -> Option<Stamp> {
        let n = i64::from(n);
        let (begin, _) = self.limits()?;
        let moved = match unit {
            Unit::Day | Unit::Weekday | Unit::Night | Unit::Morning | Unit::Afternoon | Unit::Evening => {
                add_days(begin, n)?
            }
            Unit::Week | Unit::Weekend => add_days(begin, 7 * n)?,
            Unit::Fortnight => add_days(begin, 14 * n)?,
            Unit::Month => add_months(begin, n)?,
            Unit::Quarter | Unit::Season => add_months(begin, 3 * n)?,
            Unit::Half => add_months(begin, 6 * n)?,
            Unit::Year | Unit::BusinessYear => add_months(begin, 12 * n)?,
            Unit::Decade => add_months(begin, 120 * n)?,
            Unit::Century => add_months(begin, 1200 * n)?,
            Unit::Millennium => add_months(begin, 12000 * n)?,
            _ => return None,
        };
        Some(match self {
            Stamp::Day(_) => Stamp::Day(moved),
            Stamp::Week(_) => Stamp::Week(monday(moved)?),
            Stamp::Month(..) => Stamp::Month(historical(moved.year()), moved.month()),
            _ => Stamp::holding(moved, unit)?,
        })
    }

    /// The same period so many years later: a quarter stays a quarter.
    pub(super) fn years_later(self, n: i16) -> Option<Stamp> {
        let later = |year: i16| astronomical(year).checked_add(n).map(historical);
        Some(match self {
            Stamp::Day(date) => Stamp::Day(add_months(date, 12 * i64::from(n))?),
            Stamp::Week(date) => Stamp::Week(add_days(date, 364 * i64::from(n))?),
            Stamp::Weekend(date) => Stamp::Weekend(add_days(date, 364 * i64::from(n))?),
            Stamp::Month(year, month) => Stamp::Month(later(year)?, month),
            Stamp::Quarter(year, quarter) => Stamp::Quarter(later(year)?, quarter),
            Stamp::Half(year, half) => Stamp::Half(later(year)?, half),
            Stamp::Season(year, season) => Stamp::Season(later(year)?, season),
            Stamp::FirstMonths(year, months) => Stamp::FirstMonths(later(year)?, months),
            Stamp::BusinessQuarter(year, quarter) => Stamp::BusinessQuarter(later(year)?, quarter),
            Stamp::BusinessHalf(year, half) => Stamp::BusinessHalf(later(year)?, half),
            Stamp::TwoYears(year) => Stamp::TwoYears(later(year)?),
            Stamp::Year(year) => Stamp::Year(later(year)?),
            _ => return None,
        })
    }

    /// Whether it is no longer than a unit, so that units can be counted from it.
    pub(super) fn is_within(self, unit: Unit) -> bool {
        let rank = match self {
            Stamp::Day(_) => 0,
            Stamp::Week(_) | Stamp::Weekend(_) => 1,
            Stamp::Month(..) => 2,
            Stamp::Quarter(..) | Stamp::Season(..) | Stamp::Half(..) | Stamp::FirstMonths(..) => 3,
            _ => 4,
        };
        rank <= match unit {
            Unit::Week | Unit::Weekend | Unit::Fortnight => 1,
            Unit::Month => 2,
            Unit::Quarter | Unit::Half | Unit::Season => 3,
            Unit::Year | Unit::BusinessYear | Unit::Decade | Unit::Century | Unit::Millennium => 4,
            _ => 0,
        }
    }

    /// The day, where it is one that falls on the weekday (1 is Monday).
    pub(super) fn day_on(self, weekday: i8) -> Option<Date> {
        match self {
            Stamp::Day(day) if day.weekday().to_monday_one_offset() == weekday => Some(day),
            _ => None,
        }
    }

    /// The year in which it begins, where it has one.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Stamp::Day(date) | Stamp::Week(date) | Stamp::Weekend(date) => Some(historical(date.year())),
            Stamp::Month(year, _)
            | Stamp::Quarter(year, _)
            | Stamp::Half(year, _)
            | Stamp::Season(year, _)
            | Stamp::Year(year)
            | Stamp::FirstMonths(year, _)
            | Stamp::TwoYears(year) => Some(year),
            _ => None,
        }
    }

    /// Its first day and the first day after it.
    pub(super) fn limits(self) -> Option<(Date, Date)> {
        let months = |year: i16, month: i8, n: i64| {
            let begin = Date::new(astronomical(year), month, 1).ok()?;
            Some((begin, add_months(begin, n)?))
        };
        let days = |begin: Date, n: i64| Some((begin, add_days(begin, n)?));
        match self {
            Stamp::Day(date) => days(date, 1),
            Stamp::Week(date) => days(date, 7),
            Stamp::Weekend(date) => days(date, 2),
            Stamp::Month(year, month) => months(year, month, 1),
            Stamp::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Stamp::Half(year, half) => months(year, half * 6 - 5, 6),
            Stamp::Season(year, Season::Spring) => months(year, 3, 3),
            Stamp::Season(year, Season::Summer) => months(year, 6, 3),
            Stamp::Season(year, Season::Autumn) => months(year, 9, 3),
            Stamp::Season(year, Season::Winter) => months(year, 12, 3),
            Stamp::Year(year) => months(year, 1, 12),
            Stamp::FirstMonths(year, n) => months(year, 1, n.into()),
            Stamp::TwoYears(year) => months(year, 1, 24),
            Stamp::Decade(year) => months(year, 1, 120),
            Stamp::Century(century) => months(century.checked_mul(100)?, 1, 1200),
            _ => None,
        }
    }
}

/// The year number of the calendar for a year before Christ: 44 BC is -43.
pub(super) fn astronomical(year: i16) -> i16 {
    if year < 0 { year + 1 } else { year }
}

/// The year as people count it, who have none between 1 BC and 1: -43 is 44 BC, here -44.
pub(super) fn historical(year: i16) -> i16 {
    if year <= 0 { year.saturating_sub(1) } else { year }
}

/// The Monday of the nth week of a month, which begins with the week of its first Thursday; -1 is the week of its last day.
pub(super) fn nth_week(year: i16, month: i8, n: i8) -> Option<Date> {
    let first = Date::new(year, month, 1).ok()?;
    if n < 0 {
        return monday(first.last_of_month());
    }
    add_days(monday(add_days(first, 3)?)?, 7 * (i64::from(n) - 1))
}

#[cfg(test)]
mod tests {
    use super::{add_days, add_months, day_number};
    use jiff::civil::{Date, date};

    #[test]
    fn days_follow_each_other() {
        let mut day = date(1895, 12, 31);
        for _ in 0..60_000 {
            let next = day.tomorrow().expect("inside the calendar");
            assert_eq!(add_days(day, 1), Some(next));
            assert_eq!(day_number(next) - day_number(day), 1);
            day = next;
        }
        assert_eq!(add_days(date(2000, 3, 1), -1), Some(date(2000, 2, 29)));
        assert_eq!(add_days(date(-43, 1, 1), -1), Some(date(-44, 12, 31)));
        assert_eq!((add_days(Date::MAX, 1), add_days(Date::MIN, -1)), (None, None));
    }

    #[test]
    fn months_keep_the_day_where_they_can() {
        assert_eq!(add_months(date(2015, 1, 31), 1), Some(date(2015, 2, 28)));
        assert_eq!(add_months(date(2016, 1, 31), 1), Some(date(2016, 2, 29)));
        assert_eq!(add_months(date(2015, 1, 15), -2), Some(date(2014, 11, 15)));
        assert_eq!(add_months(Date::MAX, 1), None);
    }
}
