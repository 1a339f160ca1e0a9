//! What an expression says before it is resolved: copied values without text.

use crate::answer::Decimal;
use crate::lexicon::class::{DayPart, Deictic, Ref, Season, Unit, Zone};

use super::feast::Feast;

/// What an expression means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value {
    /// A place on the calendar or the clock.
    Point(Point),
    /// A length of time.
    Length(Length),
    /// Repeated times.
    Set(Recurrence),
    /// Only past, present or future.
    Ref(Ref),
    /// No time: its words only look like one.
    Nothing,
}

/// A place on the calendar or the clock: a name within a frame.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Point {
    pub frame: Frame,
    pub name: Name,
    pub clock: Option<Clock>,
    pub shift: Option<Shift>,
}

impl Point {
    pub(super) fn new(frame: Frame, name: Name) -> Point {
        Point { frame, name, clock: None, shift: None }
    }

    /// A time of day whose day the text gives elsewhere.
    pub(super) fn at(clock: Clock) -> Point {
        Point { frame: Frame::Open, name: Name::Whole, clock: Some(clock), shift: None }
    }

    pub(super) fn with_clock(self, clock: Clock) -> Point {
        Point { clock: Some(clock), ..self }
    }

    /// Whether it is a time of day and nothing else.
    pub(super) fn only_clock(&self) -> bool {
        self.clock.is_some() && self.frame == Frame::Open && self.name == Name::Whole
    }
}

/// The larger period in which a name is to be found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Frame {
    /// The text does not say; tense and context do.
    Open,
    /// A year; negative before Christ, where -44 is 44 BC.
    Year(i16),
    /// A year of two digits: "'98".
    ShortYear(u8),
    /// A business year that lies in two years, by the first: "2019/20".
    TwoYears(i16),
    /// So many units from an anchor: yesterday is day -1 from the document.
    Count { unit: Unit, n: i16, from: From },
    /// "last Friday", "kommenden März": the nearest of that name in one direction.
    Which(Deictic),
}

/// Where a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The document's date.
    Document,
    /// The time that the text spoke of last.
    Mention,
}

/// What a period is called within its frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// The frame itself.
    Whole,
    /// The same period as the one told last, in a year counted from it.
    Same,
    /// A weekday written beside it tells the year where that is not.
    Day {
        month: i8,
        day: i8,
        weekday: Option<i8>,
    },
    DayOfMonth(i8),
    Month(i8),
    Quarter(i8),
    Half(i8),
    /// So many months from the year's beginning on.
    FirstMonths(i8),
    Season(Season),
    Week(i8),
    /// "the third week of July", "ersten Montag im Mai"; -1 is the last.
    NthOf {
        n: i8,
        what: Nth,
        month: Option<i8>,
    },
    Weekend,
    Weekday(i8),
    /// A weekday with the day of the month: "Friday the 13th".
    WeekdayAndDay {
        weekday: i8,
        day: i8,
    },
    Feast(Feast),
    /// The decade's first year; below 100 without the century.
    Decade(i16),
    /// The century's number: 19 holds 1801 to 1900; negative before Christ.
    Century(i8),
    /// "the 2019/20 season": a period over two years, named by the first.
    TwoYears(i16),
}

/// What is counted within a month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nth {
    Weekday(i8),
    Week,
    Weekend,
    Day,
    Month,
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    At { hour: i8, minute: Option<i8>, second: Option<i8>, zone: Option<Zone> },
    Part(DayPart),
}

/// "two days after": units added to a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub unit: Unit,
    pub n: i32,
}

/// A length of time: an amount of a unit, perhaps with smaller ones ("two years and nine months").
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    pub amount: Amount,
    pub unit: Unit,
    pub rest: [Option<(Amount, Unit)>; 3],
    /// Which way it lies from the reference, where the text says: "the last 24 hours".
    pub lies: Option<Side>,
}

/// Before or after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    Before,
    After,
}

/// How many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Amount {
    Exact(Decimal),
    /// "several".
    Vague,
}

impl Amount {
    /// The amount as a small whole number.
    pub(super) fn whole(self) -> Option<i32> {
        match self {
            Amount::Exact(number) => number.to_integer().and_then(|n| i32::try_from(n).ok()),
            Amount::Vague => None,
        }
    }
}

/// Repeated times.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Recurrence {
    pub of: Cycle,
    /// How often or how long within one cycle: "twice a week", "24 hours a day".
    pub freq: Option<Freq>,
    pub every: bool,
    /// The time of day of a weekday.
    pub clock: Option<Clock>,
}

/// What fills a cycle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Freq {
    /// So many times.
    Times(u32),
    /// So many units.
    Units(u32, Unit),
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cycle {
    /// After so many units.
    Units(Amount, Unit),
    Weekday(i8, Option<DayPart>),
    DayPart(DayPart),
    Month(i8),
    Season(Season),
    Day {
        month: i8,
        day: i8,
    },
}
