//! The day of a time of day, and of a weekday that stands beside its date.

use jiff::civil::{Date, DateTime, Time as ClockTime};

use crate::lexicon::class::{Adposition, Unit};
use crate::rule::Candidate;
use crate::text::TokenKind;

use super::context::Context;
use super::found::Expression;
use super::search::on_weekday;
use super::stamp::{Stamp, add_days};
use super::timex;
use super::value::{Amount, Clock, Cycle, Frame, From, Length, Name, Point, Value};

impl Context<'_, '_, '_> {
    /// The day that stands close behind a time of day, where none stands before it in the sentence: "10:35 a.m. (0735 GMT) Friday".
    pub(super) fn day_behind(
        &self,
        time: &Candidate<Expression>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> Option<Date> {
        const CLOSE: usize = 6;
        // "Between midnight on 31 December and midnight on 1 January"
        let on = self.analysis.is_adposition(time.tokens.end, Adposition::On);
        let close = if on { 2 } else { CLOSE };
        if !on && self.day.is_some_and(|(_, at)| at == sentence) {
            return None;
        }
        let from = times.partition_point(|other| other.tokens.start < time.tokens.end);
        let next = times
            .get(from..)?
            .iter()
            .take(2)
            .find(|other| other.item.point().is_some_and(|point| !point.only_clock()))?;
        let near =
            next.tokens.start <= time.tokens.end + close && self.analysis.sentence_of(next.tokens.start) == sentence;
        match self.stamp(next.item.point().filter(|_| near)?, next, sentence)? {
            Stamp::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The date that stands behind its weekday, in brackets or behind a comma: "this Saturday (25 July 2020)".
    pub(super) fn date_behind(
        &self,
        point: &Point,
        time: &Candidate<Expression>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> Option<Date> {
        let Name::Weekday(weekday) = point.name else { return None };
        let mark = time.tokens.end;
        if self.analysis.kind(mark) != TokenKind::Open && self.analysis.word(mark) != "," {
            return None;
        }
        let next = times.get(times.partition_point(|other| other.tokens.start <= mark))?;
        let date = next.item.point().filter(|date| matches!(date.name, Name::Day { .. }))?;
        let close = next.tokens.start <= mark + 2 && self.analysis.sentence_of(next.tokens.start) == sentence;
        // Without a year the weekday tells which one.
        match (date.frame, self.reference.filter(|_| close)) {
            (Frame::Open, Some(anchor)) => on_weekday(anchor, date.name, weekday),
            _ => self.stamp(date, next, sentence).filter(|_| close)?.day_on(weekday),
        }
    }

    /// The day that a time of day belongs to: the one named in this sentence or the one before, else the document's.
    pub(super) fn clock_day(&self, sentence: usize) -> Option<Date> {
        match self.day {
            Some((day, at)) if at + 1 >= sentence || self.narrative => Some(day),
            _ => self.reference.filter(|_| !self.narrative),
        }
    }

    /// Whether a time of day comes back on the days of a set before it in the sentence: "täglich um 20 Uhr", "montags von 8 bis
    /// 12 Uhr".
    pub(super) fn comes_back(
        &self,
        time: &Candidate<Expression>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> bool {
        /// How many expressions back the set may stand.
        const NEAR: usize = 3;
        let before = times.get(..times.partition_point(|other| other.tokens.start < time.tokens.start));
        let near = before.unwrap_or_default().iter().rev().take(NEAR);
        let days = near
            .take_while(|other| self.analysis.sentence_of(other.tokens.start) == sentence)
            .find(|other| other.item.point().is_none_or(|point| !point.only_clock()))
            .map(|other| other.item.value);
        match days {
            Some(Value::Set(set)) => match set.of {
                Cycle::Units(_, unit) => matches!(unit, Unit::Day | Unit::Weekday | Unit::Evening | Unit::Night),
                Cycle::Weekday(..) | Cycle::DayPart(_) => true,
                Cycle::Month(_) | Cycle::Season(_) | Cycle::Day { .. } => false,
            },
            _ => false,
        }
    }

    /// The day of an hour after midnight in a night that leads to it: "in der Nacht auf Sonntag gegen 2.30 Uhr".
    pub(super) fn after_midnight(&self, day: Date, clock: Option<Clock>, sentence: usize) -> Option<Date> {
        const MORNING: i8 = 9;
        let (eve, at) = self.night?;
        let early = matches!(clock, Some(Clock::At { hour, .. }) if hour < MORNING);
        if early && eve == day && at + 1 >= sentence { add_days(day, 1) } else { None }
    }

    /// "in five minutes": without a clock the document's day begins at midnight.
    pub(super) fn clock_distance(
        &self,
        unit: Unit,
        n: i16,
        from: From,
        sentence: usize,
    ) -> (String, Option<(DateTime, DateTime)>) {
        let seconds = i64::from(n)
            * match unit {
                Unit::Hour => 3600,
                Unit::Minute => 60,
                _ => 1,
            };
        let day = match from {
            From::Document => self.reference,
            From::Mention => self.clock_day(sentence),
        };
        let base = match (n, from) {
            (0, _) | (_, From::Document) => day.map(|day| day.to_datetime(ClockTime::midnight())),
            // "um 21 Uhr … Eine Stunde später"
            (_, From::Mention) => {
                self.moment.filter(|(_, at)| self.narrative || at + 1 >= sentence).map(|(moment, _)| moment)
            }
        };
        let moment = base.and_then(|base| base.checked_add(jiff::SignedDuration::from_secs(seconds)).ok());
        match moment {
            Some(moment) => {
                (format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute()), Some((moment, moment)))
            }
            // What is known is how far it is.
            None if from == From::Mention && n != 0 => {
                let amount = Amount::Exact(u32::from(n.unsigned_abs()).into());
                (timex::length(&Length { amount, unit, rest: [None; 3], lies: None }), None)
            }
            None => ("XXXX-XX-XXTXX:XX".to_string(), None),
        }
    }
}
