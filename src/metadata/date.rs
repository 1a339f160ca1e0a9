//! The date of a document as its source writes it.

use std::time::Duration;

use crate::answer::Date;

/// Months as RFC 2822 abbreviates them.
const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// From here on, a number counts milliseconds.
const MILLISECONDS: u64 = 100_000_000_000;

/// Reads `2015-04-20` and `20.04.2015`, perhaps with a time behind it, `20150420`, `Mon, 20 Apr 2015 08:00:00 +0200`, and seconds
/// or milliseconds since 1970. The day is the one that stands there, in whatever zone.
///
/// ```
/// use faktum::metadata::date;
/// assert_eq!(date("20.04.2015"), "2015-04-20".parse().ok());
/// assert_eq!(date("soon"), None);
/// ```
pub fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    let day = text.split(['T', 't', ' ']).next().unwrap_or(text);
    day.parse().ok().or_else(|| dotted(day)).or_else(|| seconds(text)).or_else(|| rfc_2822(text))
}

/// Reads `2015-04` as the month's first day.
pub fn first_of_month(text: &str) -> Option<Date> {
    let (year, month) = text.trim().split_once('-')?;
    let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    let month = (digits(year, 4) && digits(month, 2)).then(|| month.parse().ok())??;
    Date::new(year.parse().ok()?, month, 1).ok()
}

/// Reads a date, of which a month is enough, and says what is to be noted of it: that it has no day, or cannot be read.
///
/// ```
/// use faktum::metadata::date_or_month;
/// let (date, note) = date_or_month("2015-04");
/// assert_eq!(date, "2015-04-01".parse().ok());
/// assert_eq!(note.as_deref(), Some("the date \"2015-04\" has no day; times count from 2015-04-01"));
/// assert_eq!(date_or_month(" "), (None, None));
/// ```
pub fn date_or_month(given: &str) -> (Option<Date>, Option<String>) {
    if given.trim().is_empty() {
        return (None, None);
    }
    if let Some(date) = date(given) {
        return (Some(date), None);
    }
    match first_of_month(given) {
        Some(first) => (Some(first), Some(format!("the date {given:?} has no day; times count from {first}"))),
        None => (None, Some(format!("the date {given:?} could not be read"))),
    }
}

fn dotted(day: &str) -> Option<Date> {
    let mut parts = day.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok();
    date.filter(|_| year.len() == 4 && parts.next().is_none())
}

fn seconds(text: &str) -> Option<Date> {
    let number: u64 = text.parse().ok().filter(|_| text.len() > 8)?;
    let seconds = if number >= MILLISECONDS { number / 1000 } else { number };
    Date::new(1970, 1, 1).ok()?.checked_add(Duration::from_secs(seconds)).ok()
}

fn rfc_2822(text: &str) -> Option<Date> {
    let behind_weekday = text.split_once(',').map_or(text, |(_, rest)| rest);
    let mut parts = behind_weekday.split_ascii_whitespace();
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = MONTHS.iter().position(|name| month.get(..3).is_some_and(|start| start.eq_ignore_ascii_case(name)))?;
    Date::new(year.parse().ok()?, month as i8 + 1, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_sources_write_them() {
        let expected = Date::new(2015, 4, 20).ok();
        for text in [
            "2015-04-20",
            " 2015-04-20T23:59:59-05:00",
            "2015-04-20 08:00",
            "20150420",
            "20.04.2015",
            "20.4.2015 08:00",
            "Mon, 20 Apr 2015 08:00:00 +0200",
            "20 April 2015",
            "1429488000",
            "1429574399999",
        ] {
            assert_eq!(date(text), expected, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in [
            "",
            "soon",
            "2015",
            "2015-04",
            "04/20/2015",
            "32.1.2015",
            "20.4.15",
            "1.2.2015.3",
            "20 Apr",
            "12345678901234567890",
        ] {
            assert_eq!(date(text), None, "{text}");
        }
    }

    #[test]
    fn a_month_is_its_first_day() {
        assert_eq!(first_of_month("2015-04 "), Date::new(2015, 4, 1).ok());
        for text in ["2015-13", "2015-4", "15-04", "2015", "+215-04", "2015-04-20"] {
            assert_eq!(first_of_month(text), None, "{text}");
        }
    }
}
