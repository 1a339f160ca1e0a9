//! Days and minutes of the calendar.
#![allow(clippy::indexing_slicing, reason = "the places are those of digits in an array of the form's length")]

use std::fmt;
use std::str::FromStr;

use serde::de::{Deserialize, Deserializer};
use serde::ser::{Error as _, Serialize, Serializer};

use super::text::from_text;

/// A day of the calendar, as documents and answers have it: the civil date of [jiff](https://docs.rs/jiff), with its
/// arithmetic; `"2015-04-20".parse()` reads one. It is part of this crate's interface, so that no other crate is needed to
/// make one.
///
/// ```
/// let date: faktum::Date = "2015-04-20".parse()?;
/// assert_eq!(date, faktum::Date::new(2015, 4, 20)?);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub use jiff::civil::Date;

/// A point on the calendar, to the minute and without a time zone; midnight prints as the day alone.
///
/// ```
/// use faktum::Moment;
/// let moment: Moment = "2014-04-20T18:30".parse()?;
/// assert_eq!((moment.date().to_string().as_str(), moment.hour(), moment.minute()), ("2014-04-20", 18, 30));
/// assert_eq!(Moment::from(moment.date()).to_string(), "2014-04-20");
/// assert!(Moment::from(moment.date()) < moment);
/// # Ok::<(), faktum::ParseMomentError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment {
    date: Date,
    /// Minutes since midnight.
    minutes: u16,
}

impl Moment {
    /// A minute of a day; `None` where the hour is above 23 or the minute above 59.
    pub fn new(date: Date, hour: u8, minute: u8) -> Option<Moment> {
        (hour < 24 && minute < 60).then(|| Moment { date, minutes: u16::from(hour) * 60 + u16::from(minute) })
    }

    /// The minute in which a time lies.
    pub(crate) fn of(time: jiff::civil::DateTime) -> Moment {
        Moment { date: time.date(), minutes: time.hour() as u16 * 60 + time.minute() as u16 }
    }

    /// The day.
    pub fn date(self) -> Date {
        self.date
    }

    /// The hour of the day, 0 to 23.
    pub fn hour(self) -> u8 {
        (self.minutes / 60) as u8
    }

    /// The minute of the hour, 0 to 59.
    pub fn minute(self) -> u8 {
        (self.minutes % 60) as u8
    }

    /// Whether it is the beginning of a day.
    pub fn is_midnight(self) -> bool {
        self.minutes == 0
    }
}

/// The beginning of the day.
impl From<Date> for Moment {
    fn from(date: Date) -> Moment {
        Moment { date, minutes: 0 }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_midnight() {
            write!(f, "{}", self.date)
        } else {
            write!(f, "{}T{:02}:{:02}", self.date, self.hour(), self.minute())
        }
    }
}

/// A text is no day and no minute of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected YYYY-MM-DD or YYYY-MM-DDTHH:MM")]
#[non_exhaustive]
pub struct ParseMomentError;

impl FromStr for Moment {
    type Err = ParseMomentError;

    /// Reads `2014-04-20` and `2014-04-20T18:30`.
    fn from_str(text: &str) -> Result<Moment, ParseMomentError> {
        let (day, clock) = text.split_once('T').unwrap_or((text, "00:00"));
        let two = |digits: &str| {
            (digits.len() == 2 && digits.bytes().all(|byte| byte.is_ascii_digit())).then(|| digits.parse().ok())?
        };
        let moment = || {
            let (hour, minute) = clock.split_once(':')?;
            Moment::new(day.parse().ok()?, two(hour)?, two(minute)?)
        };
        moment().ok_or(ParseMomentError)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = self.date;
        // Most are days of years with four digits, which need no formatting machinery.
        if !self.is_midnight() || !(1000..=9999).contains(&date.year()) {
            return serializer.collect_str(self);
        }
        let mut text = *b"0000-00-00";
        let mut put = |places: &[usize], mut number: i16| {
            for place in places.iter().rev() {
                text[*place] = b'0' + (number % 10) as u8;
                number /= 10;
            }
        };
        put(&[0, 1, 2, 3], date.year());
        put(&[5, 6], i16::from(date.month()));
        put(&[8, 9], i16::from(date.day()));
        serializer.serialize_str(std::str::from_utf8(&text).map_err(S::Error::custom)?)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Moment, D::Error> {
        from_text(deserializer)
    }
}

/// The days of an answer, which JSON has as `2015-04-20`.
pub(super) mod day {
    use super::*;

    pub(in super::super) fn serialize<S: Serializer>(day: &Option<Date>, serializer: S) -> Result<S::Ok, S::Error> {
        match day {
            Some(day) => serializer.collect_str(day),
            None => serializer.serialize_none(),
        }
    }

    pub(in super::super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Date>, D::Error> {
        struct Day(Date);
        impl<'de> Deserialize<'de> for Day {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
                from_text(deserializer).map(Day)
            }
        }
        Ok(Option::deserialize(deserializer)?.map(|Day(day)| day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_print_as_they_are_read() {
        for text in ["2014-04-20", "2014-04-20T18:30", "0044-03-15", "-000044-03-15", "9999-12-31T23:59"] {
            let moment: Moment = text.parse().unwrap();
            assert_eq!(moment.to_string(), text);
            let json = serde_json::to_string(&moment).unwrap();
            assert_eq!(json, format!("\"{text}\""));
            assert_eq!(serde_json::from_str::<Moment>(&json).unwrap(), moment);
        }
        for bad in ["", "2014", "2014-02-30", "2014-04-20T", "2014-04-20T24:00", "2014-04-20T1:30", "2014-04-20T+1:30"]
        {
            assert_eq!(bad.parse::<Moment>(), Err(ParseMomentError), "{bad}");
        }
    }
}
