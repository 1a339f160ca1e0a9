//! The value and the first and last moment of a period with a time of day.

use jiff::civil::{Date, DateTime, Time as ClockTime};

use crate::lexicon::class::DayPart;

use super::stamp::{Stamp, add_days};
use super::timex;
use super::value::Clock;

/// The value and limits of a period with a time of day.
pub(super) fn with_clock(stamp: Option<Stamp>, clock: Option<Clock>) -> (String, Option<(DateTime, DateTime)>) {
    let mut value = stamp.map(timex::stamp).unwrap_or_default();
    let days = stamp.and_then(Stamp::limits);
    let Some(clock) = clock else {
        let midnight = ClockTime::midnight();
        return (value, days.map(|(begin, end)| (begin.to_datetime(midnight), end.to_datetime(midnight))));
    };
    timex::clock(&mut value, clock);
    let limits = days.and_then(|(day, _)| clock_limits(day, clock));
    (value, limits)
}

fn clock_limits(day: Date, clock: Clock) -> Option<(DateTime, DateTime)> {
    let at = |day: Date, hour: i8, minute: i8| Some(day.to_datetime(ClockTime::new(hour, minute, 0, 0).ok()?));
    let next = add_days(day, 1)?;
    Some(match clock {
        Clock::Part(DayPart::Morning) => (at(day, 6, 0)?, at(day, 12, 0)?),
        Clock::Part(DayPart::Midday) => (at(day, 11, 0)?, at(day, 14, 0)?),
        Clock::Part(DayPart::Afternoon) => (at(day, 12, 0)?, at(day, 18, 0)?),
        Clock::Part(DayPart::Evening) => (at(day, 18, 0)?, at(next, 0, 0)?),
        Clock::Part(DayPart::Night) => (at(day, 22, 0)?, at(next, 6, 0)?),
        Clock::Part(DayPart::Daytime) => (at(day, 6, 0)?, at(day, 18, 0)?),
        Clock::At { hour: 24, .. } => (at(next, 0, 0)?, at(next, 0, 1)?),
        Clock::At { hour, minute, second, .. } => {
            let begin = day.to_datetime(ClockTime::new(hour, minute.unwrap_or(0), second.unwrap_or(0), 0).ok()?);
            (begin, begin)
        }
    })
}
