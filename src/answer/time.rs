//! When: TIMEX3 times and what several of them say together.

use std::fmt;

use serde::Serialize;
use serde::ser::{Error as _, Serializer};
use smallvec::SmallVec;

use super::id::TimeId;
use super::rule::Rule;
use super::span::Span;

/// The type of a time in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeType {
    /// A day or longer calendar period.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// Repeated times.
    Set,
}

/// How a time relates to its value in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[allow(missing_docs)]
pub enum TimeMod {
    Start,
    Mid,
    End,
    Approx,
    Before,
    After,
    OnOrBefore,
    OnOrAfter,
    LessThan,
    MoreThan,
    EqualOrLess,
    EqualOrMore,
}

/// A point on the calendar, without a time zone; midnight prints as the date alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Moment(pub jiff::civil::DateTime);

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.time() == jiff::civil::Time::midnight() {
            write!(f, "{}", self.0.date())
        } else {
            write!(f, "{}T{:02}:{:02}", self.0.date(), self.0.hour(), self.0.minute())
        }
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let date = self.0.date();
        // Most are days of years with four digits, which need no formatting machinery.
        if self.0.time() != jiff::civil::Time::midnight() || !(1000..=9999).contains(&date.year()) {
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

/// A time expression, as TIMEX3 describes it.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Time<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// Date, time of day, duration or set.
    #[serde(rename = "type")]
    pub kind: TimeType,
    /// The TIMEX3 value: `2014-01`, `2014-W17`, `P3D`, `PRESENT_REF`, …
    pub value: String,
    /// The TIMEX3 modifier.
    #[serde(rename = "mod")]
    pub modifier: Option<TimeMod>,
    /// Sets: how often, as TIMEX3 `freq` (`2X`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub freq: Option<String>,
    /// Sets: which, as TIMEX3 `quant` (`EVERY`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quant: Option<&'static str>,
    /// The first moment, where the value resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// What several times say together.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Period<'t> {
    /// Where, from preposition to the last word.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// Its ends.
    pub times: SmallVec<[TimeId; 2]>,
    /// Both values with a slash: `2014-01/2014-04`; an open end is `..`.
    pub value: String,
    /// The first moment, where it resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static Rule,
}
