//! The days of holidays, fixed and movable.

use jiff::civil::{Date, Weekday};

use super::stamp::add_days;

/// How a holiday's day follows from the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// The same day every year.
    Fixed { month: i8, day: i8 },
    /// So many days after Easter Sunday.
    Easter(i16),
    /// The nth weekday of a month (1 is Monday); -1 is the last.
    Nth { n: i8, weekday: i8, month: i8 },
    /// The nth Sunday of Advent.
    Advent(i8),
    /// A day of history that is called by its date.
    Once { year: i16, month: i8, day: i8 },
    /// So many days after another one that is the nth weekday of a month.
    After { days: i8, n: i8, weekday: i8, month: i8 },
}

use Feast::{Advent, After, Easter, Fixed, Nth, Once};

/// The holidays by their name in the dictionaries.
const FEASTS: &[(&str, Feast)] = &[
    ("advent-1", Advent(1)),
    ("advent-2", Advent(2)),
    ("advent-3", Advent(3)),
    ("advent-4", Advent(4)),
    ("all-saints", Fixed { month: 11, day: 1 }),
    ("all-souls", Fixed { month: 11, day: 2 }),
    ("anzac-day", Fixed { month: 4, day: 25 }),
    ("april-fools-day", Fixed { month: 4, day: 1 }),
    ("ascension", Easter(39)),
    ("ash-wednesday", Easter(-46)),
    ("assumption", Fixed { month: 8, day: 15 }),
    ("austrian-national-day", Fixed { month: 10, day: 26 }),
    ("bastille-day", Fixed { month: 7, day: 14 }),
    ("black-friday", After { days: 1, n: 4, weekday: 4, month: 11 }),
    ("boxing-day", Fixed { month: 12, day: 26 }),
    ("canada-day", Fixed { month: 7, day: 1 }),
    ("carnival-monday", Easter(-48)),
    ("carnival-saturday", Easter(-50)),
    ("carnival-sunday", Easter(-49)),
    ("carnival-thursday", Easter(-52)),
    ("carnival-tuesday", Easter(-47)),
    ("christmas-day", Fixed { month: 12, day: 25 }),
    ("christmas-eve", Fixed { month: 12, day: 24 }),
    ("columbus-day", Nth { n: 2, weekday: 1, month: 10 }),
    ("corpus-christi", Easter(60)),
    ("cyber-monday", After { days: 4, n: 4, weekday: 4, month: 11 }),
    ("earth-day", Fixed { month: 4, day: 22 }),
    ("easter", Easter(0)),
    ("easter-monday", Easter(1)),
    ("easter-sunday", Easter(0)),
    ("epiphany", Fixed { month: 1, day: 6 }),
    ("europe-day", Fixed { month: 5, day: 9 }),
    ("fathers-day", Easter(39)),
    ("german-unity-day", Fixed { month: 10, day: 3 }),
    ("good-friday", Easter(-2)),
    ("groundhog-day", Fixed { month: 2, day: 2 }),
    ("guy-fawkes-night", Fixed { month: 11, day: 5 }),
    ("halloween", Fixed { month: 10, day: 31 }),
    ("holy-saturday", Easter(-1)),
    ("immaculate-conception", Fixed { month: 12, day: 8 }),
    ("independence-day", Fixed { month: 7, day: 4 }),
    ("juneteenth", Fixed { month: 6, day: 19 }),
    ("labour-day", Fixed { month: 5, day: 1 }),
    ("maundy-thursday", Easter(-3)),
    ("memorial-day", Nth { n: -1, weekday: 1, month: 5 }),
    ("mlk-day", Nth { n: 3, weekday: 1, month: 1 }),
    ("mothers-day", Nth { n: 2, weekday: 7, month: 5 }),
    ("new-year", Fixed { month: 1, day: 1 }),
    ("new-years-eve", Fixed { month: 12, day: 31 }),
    ("palm-sunday", Easter(-7)),
    ("pentecost", Easter(49)),
    ("pentecost-monday", Easter(50)),
    ("peter-and-paul", Fixed { month: 6, day: 29 }),
    ("presidents-day", Nth { n: 3, weekday: 1, month: 2 }),
    ("reformation-day", Fixed { month: 10, day: 31 }),
    ("remembrance-sunday", Nth { n: 2, weekday: 7, month: 11 }),
    ("remembrance-sunday-de", Advent(-1)),
    ("repentance-day", Advent(-10)),
    ("september-11", Once { year: 2001, month: 9, day: 11 }),
    ("st-martin", Fixed { month: 11, day: 11 }),
    ("st-nicholas", Fixed { month: 12, day: 6 }),
    ("st-patricks-day", Fixed { month: 3, day: 17 }),
    ("swiss-national-day", Fixed { month: 8, day: 1 }),
    ("thanksgiving", Nth { n: 4, weekday: 4, month: 11 }),
    ("totensonntag", Advent(0)),
    ("us-election-day", After { days: 1, n: 1, weekday: 1, month: 11 }),
    ("us-labor-day", Nth { n: 1, weekday: 1, month: 9 }),
    ("valentines-day", Fixed { month: 2, day: 14 }),
    ("ve-day", Fixed { month: 5, day: 8 }),
    ("veterans-day", Fixed { month: 11, day: 11 }),
    ("womens-day", Fixed { month: 3, day: 8 }),
];

/// The holiday of a dictionary's name.
pub(super) fn named(id: &str) -> Option<Feast> {
    let at = FEASTS.binary_search_by_key(&id, |(name, _)| name).ok()?;
    FEASTS.get(at).map(|(_, feast)| *feast)
}

/// The year of a day of history that is called by its date alone.
pub(super) fn year_of_history(month: i8, day: i8) -> Option<i16> {
    FEASTS.iter().find_map(|(_, feast)| match *feast {
        Once { year, month: of, day: on } if (of, on) == (month, day) => Some(year),
        _ => None,
    })
}

impl Feast {
    /// The only year it stands for.
    pub(super) fn year(self) -> Option<i16> {
        match self {
            Once { year, .. } => Some(year),
            _ => None,
        }
    }

    /// Its day in a year.
    pub(super) fn day(self, year: i16) -> Option<Date> {
        match self {
            Fixed { month, day } => Date::new(year, month, day).ok(),
            Once { year: only, month, day } => Date::new(year, month, day).ok().filter(|_| year == only),
            Easter(days) => add_days(easter(year)?, i64::from(days)),
            Nth { n, weekday, month } => nth_weekday(year, month, weekday, n),
            Advent(n) => {
                // The fourth Advent is the last Sunday before Christmas Day; -10 is the Wednesday before Totensonntag.
                let christmas = Date::new(year, 12, 25).ok()?;
                let fourth = add_days(christmas, -i64::from(christmas.weekday().to_monday_one_offset()))?;
                match n {
                    -10 => add_days(fourth, -32),
                    n => add_days(fourth, -7 * i64::from(4 - n)),
                }
            }
            After { days, n, weekday, month } => add_days(nth_weekday(year, month, weekday, n)?, i64::from(days)),
        }
    }
}

/// The nth weekday of a month.
pub(super) fn nth_weekday(year: i16, month: i8, weekday: i8, n: i8) -> Option<Date> {
    let weekday = Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(n, weekday).ok()
}

/// Easter Sunday in the Gregorian calendar (the algorithm of Meeus, Jones and Butcher).
fn easter(year: i16) -> Option<Date> {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{FEASTS, named};

    fn day(id: &str, year: i16) -> String {
        named(id).and_then(|feast| feast.day(year)).map(|date| date.to_string()).unwrap_or_default()
    }

    #[test]
    fn names_are_sorted() {
        assert!(FEASTS.is_sorted_by_key(|(name, _)| name));
    }

    #[test]
    fn movable_feasts_follow_the_year() {
        for (id, year, expected) in [
            ("easter", 2024, "2024-03-31"),
            ("easter", 2011, "2011-04-24"),
            ("good-friday", 2015, "2015-04-03"),
            ("pentecost", 2022, "2022-06-05"),
            ("corpus-christi", 2016, "2016-05-26"),
            ("ascension", 2021, "2021-05-13"),
            ("carnival-monday", 2020, "2020-02-24"),
            ("thanksgiving", 1999, "1999-11-25"),
            ("black-friday", 2019, "2019-11-29"),
            ("memorial-day", 2018, "2018-05-28"),
            ("us-election-day", 1998, "1998-11-03"),
            ("advent-1", 2023, "2023-12-03"),
            ("advent-4", 2022, "2022-12-18"),
            ("totensonntag", 2023, "2023-11-26"),
            ("remembrance-sunday-de", 2023, "2023-11-19"),
            ("repentance-day", 2023, "2023-11-22"),
            ("german-unity-day", 2000, "2000-10-03"),
        ] {
            assert_eq!(day(id, year), expected, "{id} {year}");
        }
        assert_eq!(day("no-such-day", 2000), "");
    }
}
