//! Anchoring: which year, which week, which day an expression means.
//!
//! News counts from the document's date. What only gives a name ("Freitag", "im April") is taken by the tense of its
//! clause: past tense means the last one, future the next, and without a cue a weekday is the last one and a month or
//! day the nearest. A year that the text has just given for another time holds for the following names as well.
//! Narratives (no document date, or mostly years long before it) have a now of their own, the time told last: names are
//! taken from there on, and what counts from the reader's day ("heute", "last year") does not move it.

use jiff::civil::{Date, DateTime, Time as ClockTime};

use crate::answer::{Moment, Time, TimeType};
use crate::lexicon::class::{DayPart, Unit};
use crate::reading::Analysis;
use crate::rule::Candidate;

use super::context::{Context, Mention};
use super::found::Expression;
use super::head::is_narrative;
use super::limits::with_clock;
use super::share::shared_frames;
use super::stamp::{Stamp, add_days};
use super::timex;
use super::value::{Clock, Frame, Length, Name, Point, Side, Value};

/// Gives every expression its value.
pub(super) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    times: &[Candidate<Expression>],
    reference: Option<Date>,
) -> Vec<Time<'t>> {
    let mut context = Context {
        analysis,
        reference,
        narrative: is_narrative(times, reference),
        last: None,
        day: None,
        night: None,
        moment: None,
        year: None,
    };
    let frames = shared_frames(analysis, times);
    let mut sentence = 0;
    times
        .iter()
        .zip(&frames)
        .map(|(time, frame)| {
            while analysis.sentences.get(sentence).is_some_and(|s| s.tokens.end as usize <= time.tokens.start) {
                sentence += 1;
            }
            context.time(time, *frame, sentence, times)
        })
        .collect()
}

impl<'t> Context<'_, '_, 't> {
    fn time(
        &mut self,
        time: &Candidate<Expression>,
        lent: Option<Frame>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> Time<'t> {
        let (mut value, mut limits, mut kind) = (String::new(), None, time.item.kind);
        let (mut freq, mut quant) = (None, None);
        match &time.item.value {
            Value::Point(point) => {
                let point = match lent {
                    Some(frame) => Point { frame, ..*point },
                    None => *point,
                };
                (value, limits) = self.point(&point, time, sentence, times);
                if value.starts_with('P') {
                    kind = TimeType::Duration;
                } else if value.contains('T') {
                    kind = TimeType::Time;
                }
            }
            Value::Length(length) => {
                value = timex::length(length);
                limits = self.length_limits(length);
            }
            Value::Set(set) => {
                value = timex::recurrence(set);
                freq = set.freq.map(timex::freq);
                quant = set.every.then_some("EVERY".into());
            }
            Value::Ref(reference) => {
                use crate::lexicon::class::Ref;
                value.push_str(match reference {
                    Ref::Past => "PAST_REF",
                    Ref::Present => "PRESENT_REF",
                    Ref::Future => "FUTURE_REF",
                });
            }
            Value::Nothing => {}
        }
        let (begin, end) = match limits {
            Some((begin, end)) => (Some(Moment::of(begin)), Some(Moment::of(end))),
            None => (None, None),
        };
        Time {
            span: time.span,
            text: self.analysis.slice(time.span.start, time.span.end).into(),
            kind,
            value,
            modifier: time.item.modifier,
            freq,
            quant,
            begin,
            end,
            rule: time.rule,
        }
    }

    /// The value and limits of a point; remembers it for what follows.
    fn point(
        &mut self,
        point: &Point,
        time: &Candidate<Expression>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> (String, Option<(DateTime, DateTime)>) {
        if point.only_clock() {
            if self.comes_back(time, sentence, times) {
                return with_clock(None, point.clock);
            }
            let day = self.day_behind(time, sentence, times).or_else(|| self.clock_day(sentence));
            let day = day.and_then(|day| self.after_midnight(day, point.clock, sentence).or(Some(day)));
            return self.with_moment(with_clock(day.map(Stamp::Day), point.clock), point, sentence);
        }
        // Hours and minutes from now have no calendar period of their own.
        if let (Frame::Count { unit: unit @ (Unit::Hour | Unit::Minute | Unit::Second), n, from }, Name::Whole) =
            (point.frame, point.name)
        {
            return self.clock_distance(unit, n, from, sentence);
        }
        let mut stamp = match self.date_behind(point, time, sentence, times) {
            Some(day) => Some(Stamp::Day(day)),
            None => self.stamp(point, time, sentence),
        };
        if let (Some(base), Some(shift)) = (stamp, point.shift) {
            stamp = if shift.n == 0 { base.as_unit(shift.unit) } else { base.shifted(shift.unit, shift.n) };
        }
        let Some(stamp) = stamp else {
            return (unknown(point), None);
        };
        if let (Stamp::Day(eve), Some(Clock::Part(DayPart::Night)), Some(_)) = (stamp, point.clock, point.shift) {
            self.night = Some((eve, sentence));
        }
        if self.is_told(point, time) {
            self.remember(stamp, point, sentence, time.tokens.end);
        }
        self.with_moment(with_clock(Some(stamp), point.clock), point, sentence)
    }

    /// Remembers a time of day for the hours counted from it.
    fn with_moment(
        &mut self,
        resolved: (String, Option<(DateTime, DateTime)>),
        point: &Point,
        sentence: usize,
    ) -> (String, Option<(DateTime, DateTime)>) {
        if let (Some(Clock::At { .. }), Some((begin, _))) = (point.clock, resolved.1) {
            self.moment = Some((begin, sentence));
        }
        resolved
    }

    fn remember(&mut self, stamp: Stamp, point: &Point, sentence: usize, end: usize) {
        if let Stamp::Day(date) = stamp {
            self.day = Some((date, sentence));
        }
        if stamp.limits().is_some() && !matches!(stamp, Stamp::Decade(_) | Stamp::Century(_)) {
            self.last = Some(Mention { stamp, sentence, end });
        }
        // What goes on from a told year keeps it in mind, or the next one.
        let of_told = |year: i16| stamp.year().is_some_and(|of| of == year || of == year.saturating_add(1));
        let goes_on =
            self.narrative || (point.frame == Frame::Open && self.year.is_some_and(|(year, _)| of_told(year)));
        if matches!(point.frame, Frame::Year(_)) || goes_on {
            self.year = stamp.year().map(|year| (year, sentence)).or(self.year);
        }
    }

    fn length_limits(&self, length: &Length) -> Option<(DateTime, DateTime)> {
        let reference = self.reference.filter(|_| !self.narrative)?;
        let amount = length.amount.whole()?;
        let (from, to) = match (length.lies?, length.unit) {
            (_, Unit::Hour | Unit::Minute | Unit::Second) => return None,
            (Side::Before, unit) => (Stamp::Day(reference).shifted(unit, -amount)?, Stamp::Day(reference)),
            (Side::After, unit) => {
                let begin = Stamp::Day(add_days(reference, 1)?);
                (begin, begin.shifted(unit, amount)?)
            }
        };
        let midnight = |stamp: Stamp| Some(stamp.limits()?.0.to_datetime(ClockTime::midnight()));
        Some((midnight(from)?, midnight(to)?))
    }
}

/// What stands for a point that cannot be resolved.
fn unknown(point: &Point) -> String {
    let mut value = match point.frame {
        Frame::Count { unit: Unit::Day | Unit::Weekday, .. } => "XXXX-XX-XX",
        Frame::Count { unit: Unit::Week | Unit::Fortnight, .. } => "XXXX-WXX",
        Frame::Count { unit: Unit::Month, .. } => "XXXX-XX",
        Frame::Count { unit: Unit::Quarter, .. } => "XXXX-QX",
        Frame::Count { unit: Unit::Decade, .. } => "XXX",
        Frame::Count { unit: Unit::Century, .. } => "XX",
        Frame::Count { .. } => "XXXX",
        _ => "XXXX-XX-XX",
    }
    .to_string();
    if let Some(clock) = point.clock {
        timex::clock(&mut value, clock);
    }
    value
}
