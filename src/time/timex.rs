//! Values as TIMEX3 writes them.

use std::fmt::Write;

use jiff::civil::Date;

use crate::lexicon::class::{DayPart, Season, Unit, Zone};

use super::stamp::Stamp;
use super::value::{Amount, Clock, Cycle, Length, Recurrence};

/// The value of a calendar period: `2014-01`, `2014-W17`, `XXXX-07-24`.
pub(super) fn stamp(stamp: Stamp) -> String {
    let week = |monday: Date| {
        let iso = monday.iso_week_date();
        format!("{:04}-W{:02}", iso.year(), iso.week())
    };
    match stamp {
        Stamp::Day(date) => date.to_string(),
        Stamp::Week(monday) => week(monday),
        Stamp::Weekend(saturday) => week(saturday) + "-WE",
        Stamp::Month(year, month) => format!("{year:04}-{month:02}"),
        Stamp::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
        Stamp::Half(year, half) => format!("{year:04}-H{half}"),
        Stamp::Season(year, name) => format!("{year:04}-{}", season(name)),
        Stamp::Year(year) if year < 0 => format!("BC{:04}", -i32::from(year)),
        Stamp::Year(year) => format!("{year:04}"),
        Stamp::TwoYears(year) => format!("{year:04}/{:04}", i32::from(year) + 1),
        Stamp::Decade(year) => format!("{:03}", year / 10),
        Stamp::Century(century) if century < 0 => format!("BC{:02}", -i32::from(century) - 1),
        Stamp::Century(century) => format!("{century:02}"),
        Stamp::OpenDay(month, day) => format!("XXXX-{month:02}-{day:02}"),
        Stamp::OpenDayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Stamp::OpenMonth(month) => format!("XXXX-{month:02}"),
        Stamp::OpenQuarter(quarter) => format!("XXXX-Q{quarter}"),
        Stamp::OpenHalf(half) => format!("XXXX-H{half}"),
        Stamp::OpenSeason(name) => format!("XXXX-{}", season(name)),
        Stamp::OpenWeekday(day) => format!("XXXX-WXX-{day}"),
        Stamp::OpenWeek(week) => format!("XXXX-W{week:02}"),
        Stamp::OpenWeekend => "XXXX-WXX-WE".to_string(),
    }
}

/// The part of a value behind its day: `T21:30`, `TEV`.
pub(super) fn clock(clock: Clock) -> String {
    match clock {
        Clock::Part(part) => format!("T{}", day_part(part)),
        Clock::At { hour, minute, second, zone: at } => {
            let mut text = format!("T{hour:02}:{:02}", minute.unwrap_or(0));
            if let Some(second) = second {
                let _ = write!(text, ":{second:02}");
            }
            text + at.map_or("", zone)
        }
    }
}

fn zone(zone: Zone) -> &'static str {
    match zone {
        Zone::Utc => "Z",
        Zone::Cet | Zone::Bst => "+01:00",
        Zone::Cest => "+02:00",
        Zone::Edt => "-04:00",
        Zone::Est | Zone::Cdt => "-05:00",
        Zone::Cst | Zone::Mdt => "-06:00",
        Zone::Mst | Zone::Pdt => "-07:00",
        Zone::Pst => "-08:00",
        Zone::Local => "",
    }
}

pub(super) fn day_part(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "MO",
        DayPart::Midday => "MI",
        DayPart::Afternoon => "AF",
        DayPart::Evening => "EV",
        DayPart::Night => "NI",
        DayPart::Daytime => "DT",
    }
}

pub(super) fn season(season: Season) -> &'static str {
    match season {
        Season::Spring => "SP",
        Season::Summer => "SU",
        Season::Autumn => "FA",
        Season::Winter => "WI",
    }
}

/// The value of a length: `P3D`, `PT2H`, `P2Y9M`, `PXW`.
pub(super) fn length(length: &Length) -> String {
    let mut text = "P".to_string();
    let mut clock = false;
    push(&mut text, &mut clock, length.amount, length.unit);
    if let Some((amount, unit)) = length.rest {
        push(&mut text, &mut clock, amount, unit);
    }
    text
}

/// Adds one unit; units below the day stand behind a `T`.
fn push(text: &mut String, clock: &mut bool, amount: Amount, unit: Unit) {
    let (factor, letters) = match unit {
        Unit::Second => (1u32, "S"),
        Unit::Minute => (1, "M"),
        Unit::Hour => (1, "H"),
        Unit::Day | Unit::Weekday => (1, "D"),
        Unit::Weekend => (1, "WE"),
        Unit::Week => (1, "W"),
        Unit::Fortnight => (2, "W"),
        Unit::Month => (1, "M"),
        Unit::Quarter => (3, "M"),
        Unit::Half => (6, "M"),
        Unit::Year | Unit::BusinessYear | Unit::Season => (1, "Y"),
        Unit::Decade => (10, "Y"),
        Unit::Century => (100, "Y"),
        Unit::Millennium => (1000, "Y"),
        Unit::Morning => (1, "MO"),
        Unit::Afternoon => (1, "AF"),
        Unit::Evening | Unit::Evenings => (1, "EV"),
        Unit::Night => (1, "NI"),
        Unit::Moment => (1, "S"),
    };
    let small = matches!(
        unit,
        Unit::Second
            | Unit::Minute
            | Unit::Hour
            | Unit::Moment
            | Unit::Morning
            | Unit::Afternoon
            | Unit::Evening
            | Unit::Evenings
            | Unit::Night
    );
    if small && !*clock {
        *clock = true;
        text.push('T');
    }
    match amount {
        Amount::Exact(number) => {
            let _ = write!(text, "{}", number.times(factor.into()).unwrap_or(number));
        }
        // Several decades are some tens of years: TIMEX3 has no better than X of its own letter.
        Amount::Vague if factor == 10 => text.push_str("XDE"),
        Amount::Vague if factor == 100 => text.push_str("XCE"),
        Amount::Vague => text.push('X'),
    }
    if !(amount == Amount::Vague && (10..=100).contains(&factor)) {
        text.push_str(letters);
    }
}

/// The value of repeated times: `P1D`, `XXXX-WXX-1`, `XXXX-12-25`.
pub(super) fn recurrence(set: &Recurrence) -> String {
    match set.of {
        Cycle::Units(amount, unit) => length(&Length { amount, unit, rest: None, lies: None }),
        Cycle::Weekday(day, None) => format!("XXXX-WXX-{day}"),
        Cycle::Weekday(day, Some(part)) => format!("XXXX-WXX-{day}T{}", day_part(part)),
        Cycle::DayPart(part) => format!("XXXX-XX-XXT{}", day_part(part)),
        Cycle::Month(month) => format!("XXXX-{month:02}"),
        Cycle::Season(name) => format!("XXXX-{}", season(name)),
        Cycle::Day { month, day } => format!("XXXX-{month:02}-{day:02}"),
    }
}
