//! Frames: the period that a year, a distance or "last" gives, counted from the document or the last mention.

use jiff::civil::Date;

use crate::lexicon::class::{Deictic, Unit};

use super::context::Context;
use super::found::Expression;
use super::search::{after, before, in_year, open_stamp, within};
use super::stamp::{Stamp, add_days, astronomical, monday};
use super::value::{Frame, From, Name, Point};
use crate::reading::verb::Tense;
use crate::rule::Candidate;

impl Context<'_, '_, '_> {
    /// The day from which a distance is counted.
    pub(super) fn anchor(&self, from: From, unit: Unit, sentence: usize) -> Option<Stamp> {
        let document = self.reference.map(Stamp::Day);
        match from {
            From::Document => document.or(self.last.filter(|_| self.narrative).map(|last| last.stamp)),
            From::Mention => match self.last.filter(|last| last.stamp.is_within(unit)) {
                // A narrative counts days from one that it still tells of, and never from the reader's.
                None if self.narrative => {
                    self.day.filter(|(day, _)| self.goes_on_at(*day)).map(|(day, _)| Stamp::Day(day))
                }
                None => self.day.filter(|(_, at)| at + 3 >= sentence).map(|(day, _)| Stamp::Day(day)).or(document),
                Some(last) if self.narrative || last.sentence + 1 >= sentence => Some(last.stamp),
                Some(last) if last.sentence + 3 >= sentence && matches!(unit, Unit::Day | Unit::Year | Unit::Month) => {
                    Some(last.stamp)
                }
                _ => document,
            },
        }
    }

    /// Whether a day is not before what was told last.
    fn goes_on_at(&self, day: Date) -> bool {
        self.last.and_then(|last| last.stamp.limits()).is_none_or(|(begin, _)| begin <= day)
    }

    /// The month that days or weeks are counted from, and the year that months are, where the text has just said it and
    /// no day since: "Ende Juni … Eine Woche später".
    fn coarse(&self, unit: Unit, sentence: usize) -> Option<Stamp> {
        let last = self.last.filter(|last| last.sentence + 1 >= sentence)?;
        let near = self.day.is_some_and(|(_, at)| at >= last.sentence && (self.narrative || at + 3 >= sentence));
        let holds = match last.stamp {
            Stamp::Month(..) => matches!(unit, Unit::Day | Unit::Week),
            Stamp::Year(_) => matches!(unit, Unit::Month | Unit::Quarter),
            _ => false,
        };
        (holds && !near).then_some(last.stamp)
    }

    pub(super) fn stamp(&self, point: &Point, time: &Candidate<Expression>, sentence: usize) -> Option<Stamp> {
        match point.frame {
            Frame::Year(year) => in_year(year, point.name),
            Frame::ShortYear(year) => in_year(self.full_year(year), point.name),
            Frame::TwoYears(year) => match point.name {
                Name::Quarter(quarter) => Some(Stamp::BusinessQuarter(year, quarter)),
                Name::Half(half) => Some(Stamp::BusinessHalf(year, half)),
                _ => Some(Stamp::TwoYears(year)),
            },
            Frame::Count { unit, n, .. } if point.name == Name::Same => match self.same_period(unit, sentence) {
                Some(period) => period.years_later(n),
                None => self.stamp(&Point { name: Name::Whole, ..*point }, time, sentence),
            },
            Frame::Count { unit, n, from } => {
                // "heute" is the reader's day, in a history too.
                if from == From::Document && unit == Unit::Day && n == 0 && self.reference.is_some() {
                    return self.reference.map(Stamp::Day);
                }
                // "He has led it since 2012 and will retire at the end of the year": a plan is no part of what was told.
                let planned = from == From::Mention
                    && (unit, n) == (Unit::Year, 0)
                    && !self.narrative
                    && self.tense(time) == Some(Tense::Future);
                let from = if planned { From::Document } else { from };
                let coarse = if from == From::Mention { self.coarse(unit, sentence) } else { None };
                // "last October … that same day": which day of the month is not told.
                if let (0, Unit::Day, Some(Stamp::Month(year, month))) = (n, unit, coarse) {
                    return Some(Stamp::DayIn(year, month));
                }
                let coarse = coarse.filter(|_| n != 0);
                let anchor = coarse.or_else(|| self.anchor(from, unit, sentence))?;
                // "Three years later officers found …": what was found then does not lie ahead of the article.
                let untold = from == From::Mention && n > 0 && Some(anchor) == self.reference.map(Stamp::Day);
                if untold
                    && self.last.is_none_or(|last| last.stamp != anchor)
                    && matches!(self.tense(time), Some(Tense::Past) | None)
                {
                    return None;
                }
                let base = match anchor {
                    // "a year earlier" said of a month stays a month.
                    Stamp::Month(..)
                        if matches!(unit, Unit::Year)
                            && point.name == Name::Whole
                            && from == From::Mention
                            && n != 0 =>
                    {
                        Stamp::Year(anchor.year()?).shifted(Unit::Year, i32::from(n))?
                    }
                    _ => {
                        let whole = match anchor {
                            // Weeks after a month are counted from its end, as days are.
                            Stamp::Month(..) if unit == Unit::Week && n > 0 => {
                                Stamp::holding(add_days(anchor.limits()?.1, -1)?, unit)?
                            }
                            _ => anchor.as_unit(unit).or_else(|| anchor.as_unit(Unit::Day))?,
                        };
                        if n == 0 { whole } else { moved(anchor, whole, unit, i32::from(n))? }
                    }
                };
                within(base, point.name)
            }
            // "this weekend" said on Monday of what happened is the last one.
            Frame::Which(Deictic::This) if point.name == Name::Weekend && self.weekend_is_past(self.tense(time)) => {
                before(self.reference?, Name::Weekend, true)
            }
            Frame::Which(deictic) => self.which(deictic, point.name, sentence),
            Frame::Open => self.open(point.name, time, sentence),
        }
    }

    /// The period of a unit that a report speaks of, which the text has just told, or else the last one before the document. Of a
    /// year only a part that was told is one: "in the third quarter … a year earlier".
    fn same_period(&self, unit: Unit, sentence: usize) -> Option<Stamp> {
        let last = self.last.filter(|last| last.sentence + 1 >= sentence).map(|last| last.stamp);
        if unit == Unit::Year {
            return last.filter(|last| matches!(last, Stamp::Quarter(..) | Stamp::Half(..) | Stamp::FirstMonths(..)));
        }
        let told = last.filter(|last| last.is_within(unit)).and_then(|last| last.as_unit(unit));
        told.or_else(|| Stamp::holding(self.reference?, unit)?.shifted(unit, -1))
    }

    fn weekend_is_past(&self, tense: Option<Tense>) -> bool {
        let early = self.reference.is_some_and(|day| day.weekday().to_monday_one_offset() <= 2);
        tense == Some(Tense::Past) || (tense.is_none() && early)
    }

    /// The year that two digits mean: the one nearest to the document.
    fn full_year(&self, year: u8) -> i16 {
        let now = self.reference.map_or(2020, |date| date.year());
        let year = i16::from(year);
        let century = now - now.rem_euclid(100);
        let near = century + year;
        if near > now + 20 { near - 100 } else { near }
    }

    /// "last Friday", "dieser September", "kommende Ostern".
    fn which(&self, deictic: Deictic, name: Name, sentence: usize) -> Option<Stamp> {
        let from = match deictic {
            Deictic::Previous | Deictic::Following | Deictic::Same => From::Mention,
            _ => From::Document,
        };
        let daily = matches!(name, Name::Weekday(_) | Name::Weekend);
        let told = self.last.filter(|last| !daily && (self.narrative || last.sentence + 1 >= sentence));
        let anchor = match (from, told.map(|last| last.stamp)) {
            // "1756 … im folgenden Winter", which begins in December
            (From::Mention, Some(Stamp::Year(year))) => {
                let month = if matches!(deictic, Deictic::Following) { 11 } else { 1 };
                Date::new(astronomical(year), month, 1).ok()
            }
            (From::Mention, Some(stamp)) => stamp.limits().map(|(begin, _)| begin),
            _ => self.anchor(from, Unit::Day, sentence).and_then(|stamp| stamp.limits()).map(|(begin, _)| begin),
        };
        let Some(anchor) = anchor else { return open_stamp(name) };
        match deictic {
            Deictic::Last | Deictic::Previous => before(anchor, name, false),
            Deictic::BeforeLast => before(anchor, name, false)
                .and_then(|stamp| stamp.limits())
                .and_then(|(begin, _)| before(begin, name, false)),
            Deictic::Next | Deictic::Coming | Deictic::Following => after(anchor, name, false),
            Deictic::AfterNext => after(anchor, name, false)
                .and_then(|stamp| stamp.limits())
                .and_then(|(begin, _)| after(begin, name, false)),
            Deictic::This | Deictic::Current | Deictic::Same | Deictic::Whole => match name {
                Name::Weekday(day) => add_days(monday(anchor)?, i64::from(day) - 1).map(Stamp::Day),
                Name::Weekend => Stamp::holding(anchor, Unit::Weekend),
                name => in_year(anchor.year(), name),
            },
        }
    }

    /// The decade that two digits mean: the last one that had them.
    pub(super) fn decade(&self, first: i16) -> i16 {
        // Nobody speaks of a decade by two digits before half of it is over.
        const HALF: i16 = 5;
        if !(0..100).contains(&first) {
            return first;
        }
        let now = self.reference.map_or(2020, |date| date.year());
        let century = now - now.rem_euclid(100);
        if century + first + HALF <= now { century + first } else { century - 100 + first }
    }
}

/// A period moved by units, at the unit's precision.
fn moved(anchor: Stamp, whole: Stamp, unit: Unit, n: i32) -> Option<Stamp> {
    match unit {
        Unit::Day | Unit::Weekday | Unit::Night => {
            let (begin, end) = anchor.limits()?;
            // Days after a longer period are counted from its end.
            let from = if n > 0 { add_days(end, -1)? } else { begin };
            Some(Stamp::Day(add_days(from, i64::from(n))?))
        }
        _ => whole.shifted(unit, n),
    }
}
