//! When: TIMEX3 times and what several of them say together.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::id::TimeId;
use super::list::List;
use super::moment::Moment;
use super::rule::Rule;
use super::span::Span;

/// The type of a time in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
#[non_exhaustive]
pub enum TimeMod {
    /// Its beginning: "Anfang 2014", "early 2014".
    Start,
    /// Its middle: "Mitte 2014", "mid-2014".
    Mid,
    /// Its end: "Ende 2014", "late 2014".
    End,
    /// About: "gegen 10 Uhr", "around 10 am".
    Approx,
    /// A time before it.
    Before,
    /// A time after it.
    After,
    /// It or a time before it.
    OnOrBefore,
    /// It or a time after it.
    OnOrAfter,
    /// A length below it.
    LessThan,
    /// A length above it.
    MoreThan,
    /// A length of it or below.
    EqualOrLess,
    /// A length of it or above.
    EqualOrMore,
}

/// A time expression, as TIMEX3 describes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Time<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
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
    pub quant: Option<Cow<'t, str>>,
    /// The first moment, where the value resolves.
    pub begin: Option<Moment>,
    /// The first moment after it; of a time of day to the minute the same as `begin`.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static Rule,
}

/// What several times say together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Period<'t> {
    /// Where, from preposition to the last word.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// Its ends.
    pub times: List<TimeId>,
    /// Both values with a slash: `2014-01/2014-04`; an open end is `..`.
    pub value: String,
    /// The first moment, where it resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The rule that found it.
    pub rule: &'static Rule,
}
