//! Values as TIMEX3 writes them.

use std::fmt::Write;

use jiff::civil::Date;

use crate::answer::Decimal;
use crate::lexicon::class::{DayPart, Season, Unit, Zone};

use super::stamp::{Stamp, historical};
use super::value::{Amount, Clock, Cycle, Freq, Length, Recurrence};

/// Long enough for most values, so that they grow in place.
const ROOM: usize = 20;

/// The value of a calendar period: `2014-01`, `2014-W17`, `XXXX-07-24`.
pub(super) fn stamp(stamp: Stamp) -> String {
    let mut out = String::with_capacity(ROOM);
    match stamp {
        Stamp::Day(date) => {
            year(&mut out, historical(date.year()));
            out.push('-');
            two(&mut out, date.month());
            out.push('-');
            two(&mut out, date.day());
        }
        Stamp::Week(monday) => week(&mut out, monday),
        Stamp::Weekend(saturday) => {
            week(&mut out, saturday);
            out.push_str("-WE");
        }
        Stamp::Month(of, month) => {
            year(&mut out, of);
            out.push('-');
            two(&mut out, month);
        }
        Stamp::DayIn(of, month) => {
            year(&mut out, of);
            out.push('-');
            two(&mut out, month);
            out.push_str("-XX");
        }
        Stamp::Quarter(of, quarter) => {
            year(&mut out, of);
            out.push_str("-Q");
            digit(&mut out, quarter);
        }
        Stamp::Half(of, half) => {
            year(&mut out, of);
            out.push_str("-H");
            digit(&mut out, half);
        }
        Stamp::Season(of, name) => {
            year(&mut out, of);
            out.push('-');
            out.push_str(season(name));
        }
        Stamp::Year(of) => year(&mut out, of),
        Stamp::TwoYears(of) => two_years(&mut out, of),
        Stamp::BusinessQuarter(of, quarter) => {
            two_years(&mut out, of);
            out.push_str("-Q");
            digit(&mut out, quarter);
        }
        Stamp::BusinessHalf(of, half) => {
            two_years(&mut out, of);
            out.push_str("-H");
            digit(&mut out, half);
        }
        Stamp::FirstMonths(of, months) => {
            year(&mut out, of);
            out.push_str("-01/");
            year(&mut out, of);
            out.push('-');
            two(&mut out, months);
        }
        Stamp::Decade(of) if of < 0 => {
            let _ = write!(out, "BC{:03}", -i32::from(of) / 10);
        }
        Stamp::Decade(of) => {
            let _ = write!(out, "{:03}", of / 10);
        }
        Stamp::Century(century) if century < 0 => {
            let _ = write!(out, "BC{:02}", -i32::from(century) - 1);
        }
        Stamp::Century(century) => {
            let _ = write!(out, "{century:02}");
        }
        open => open_stamp(&mut out, open),
    }
    out
}

/// What a missing reference date leaves open.
fn open_stamp(out: &mut String, stamp: Stamp) {
    out.push_str("XXXX-");
    match stamp {
        Stamp::OpenDay(month, day) => {
            two(out, month);
            out.push('-');
            two(out, day);
        }
        Stamp::OpenDayOfMonth(day) => {
            out.push_str("XX-");
            two(out, day);
        }
        Stamp::OpenMonth(month) => two(out, month),
        Stamp::OpenQuarter(quarter) => {
            out.push('Q');
            digit(out, quarter);
        }
        Stamp::OpenHalf(half) => {
            out.push('H');
            digit(out, half);
        }
        Stamp::OpenSeason(name) => out.push_str(season(name)),
        Stamp::OpenWeekday(day) => {
            out.push_str("WXX-");
            digit(out, day);
        }
        Stamp::OpenWeek(week) => {
            out.push('W');
            two(out, week);
        }
        _ => out.push_str("WXX-WE"),
    }
}

fn week(out: &mut String, day: Date) {
    let iso = day.iso_week_date();
    year(out, historical(iso.year()));
    out.push_str("-W");
    two(out, iso.week());
}

fn two_years(out: &mut String, first: i16) {
    year(out, first);
    out.push('/');
    year(out, first.saturating_add(1));
}

/// A year with four digits; before Christ behind `BC`.
fn year(out: &mut String, year: i16) {
    if year < 0 {
        out.push_str("BC");
    }
    match u16::try_from(year.saturating_abs()) {
        Ok(year @ 0..=9999) => {
            let [hundreds, rest] = [year / 100, year % 100];
            two(out, hundreds as i8);
            two(out, rest as i8);
        }
        _ => {
            let _ = write!(out, "{}", year.saturating_abs());
        }
    }
}

/// Two digits of a number below 100.
fn two(out: &mut String, number: i8) {
    digit(out, number / 10);
    digit(out, number % 10);
}

fn digit(out: &mut String, number: i8) {
    out.push(char::from(b'0' + (number.unsigned_abs() % 10)));
}

/// Adds the part of a value behind its day: `T21:30`, `TEV`.
pub(super) fn clock(out: &mut String, clock: Clock) {
    out.push('T');
    match clock {
        Clock::Part(part) => out.push_str(day_part(part)),
        Clock::At { hour, minute, second, zone: at } => {
            two(out, hour);
            out.push(':');
            two(out, minute.unwrap_or(0));
            if let Some(second) = second {
                out.push(':');
                two(out, second);
            }
            out.push_str(at.map_or("", zone));
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
    let (amount, unit) = whole(length.amount, length.unit);
    push(&mut text, &mut clock, amount, unit);
    for (amount, unit) in length.rest.into_iter().flatten() {
        push(&mut text, &mut clock, amount, unit);
    }
    text
}

/// Less than one of a unit, in the next smaller one where that is whole: half an hour are 30 minutes.
fn whole(amount: Amount, unit: Unit) -> (Amount, Unit) {
    let (parts, smaller) = match unit {
        Unit::Hour => (60u32, Unit::Minute),
        Unit::Minute => (60, Unit::Second),
        Unit::Day => (24, Unit::Hour),
        Unit::Year => (12, Unit::Month),
        Unit::Decade => (10, Unit::Year),
        Unit::Century => (100, Unit::Year),
        _ => return (amount, unit),
    };
    match amount {
        Amount::Exact(number) if number < Decimal::from(1u32) => match number.times(Decimal::from(parts)) {
            Some(number) if number.to_integer().is_some() => (Amount::Exact(number), smaller),
            _ => (amount, unit),
        },
        _ => (amount, unit),
    }
}

/// Adds one unit; units below the day stand behind a `T`.
fn push(text: &mut String, clock: &mut bool, amount: Amount, unit: Unit) {
    let (factor, letters) = letters(unit);
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

/// What a unit is written as: how many of which one.
fn letters(unit: Unit) -> (u32, &'static str) {
    match unit {
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
    }
}

/// TIMEX3 `freq`: "2X" for twice, "24H" for 24 hours.
pub(super) fn freq(freq: Freq) -> String {
    match freq {
        Freq::Times(n) => format!("{n}X"),
        Freq::Units(n, unit) => {
            let (factor, letters) = letters(unit);
            format!("{}{letters}", n.saturating_mul(factor))
        }
    }
}

/// The value of repeated times: `P1D`, `XXXX-WXX-1`, `XXXX-12-25`.
pub(super) fn recurrence(set: &Recurrence) -> String {
    if let Some(at) = set.clock {
        let mut out = match set.of {
            Cycle::Weekday(day, _) => format!("XXXX-WXX-{day}"),
            _ => "XXXX-XX-XX".to_string(),
        };
        clock(&mut out, at);
        return out;
    }
    match set.of {
        Cycle::Units(amount, unit) => length(&Length { amount, unit, rest: [None; 3], lies: None }),
        Cycle::Weekday(day, None) => format!("XXXX-WXX-{day}"),
        Cycle::Weekday(day, Some(part)) => format!("XXXX-WXX-{day}T{}", day_part(part)),
        Cycle::DayPart(part) => format!("XXXX-XX-XXT{}", day_part(part)),
        Cycle::Month(month) => format!("XXXX-{month:02}"),
        Cycle::Season(name) => format!("XXXX-{}", season(name)),
        Cycle::Day { month, day } => format!("XXXX-{month:02}-{day:02}"),
    }
}
