//! Anchoring: which year, which week, which day an expression means.
//!
//! News counts from the document's date. What only gives a name ("Freitag", "im April") is taken by the tense of its
//! clause: past tense means the last one, future the next, and without a cue a weekday is the last one and a month or
//! day the nearest. A year that the text has just given for another time holds for the following names as well.
//! Narratives (no document date, or mostly years long before it) count from the time mentioned last instead.

use jiff::civil::{Date, DateTime, Time as ClockTime};

use crate::analysis::Analysis;
use crate::candidate::Candidate;
use crate::document::{Moment, Time, TimeType};
use crate::lexicon::class::{Adposition, Deictic, Unit};
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

use super::found::Expression;
use super::head::is_narrative;
use super::limits::with_clock;
use super::search::{after, ahead, before, candidates, in_year, nearest, open_stamp, within};
use super::share::{is_adposition, joined, shared_frames};
use super::stamp::{Stamp, add_days, monday};
use super::tense::{self, Tense};
use super::timex;
use super::value::{Frame, From, Length, Name, Point, Side, Value};

/// A time that the text mentioned, and the sentence.
#[derive(Clone, Copy, Debug)]
struct Mention {
    stamp: Stamp,
    sentence: usize,
    /// The token behind it.
    end: usize,
}

/// What the text has said so far.
struct Context<'r, 'a, 't> {
    analysis: &'r Analysis<'a, 't>,
    reference: Option<Date>,
    narrative: bool,
    last: Option<Mention>,
    day: Option<(Date, usize)>,
    /// The last year written out.
    year: Option<(i16, usize)>,
}

/// Gives every expression its value.
pub(super) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    times: &[Candidate<Expression>],
    reference: Option<Date>,
) -> Vec<Time<'t>> {
    let mut context =
        Context { analysis, reference, narrative: is_narrative(times, reference), last: None, day: None, year: None };
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
                if value.contains('T') && !value.starts_with('P') {
                    kind = TimeType::Time;
                }
            }
            Value::Length(length) => {
                value = timex::length(length);
                limits = self.length_limits(length);
            }
            Value::Set(set) => {
                value = timex::recurrence(set);
                freq = set.times.map(|times| format!("{times}X"));
                quant = set.every.then_some("EVERY");
            }
            Value::Ref(reference) => {
                use crate::lexicon::class::Ref;
                value.push_str(match reference {
                    Ref::Past => "PAST_REF",
                    Ref::Present => "PRESENT_REF",
                    Ref::Future => "FUTURE_REF",
                });
            }
        }
        let (begin, end) = match limits {
            Some((begin, end)) => (Some(Moment(begin)), Some(Moment(end))),
            None => (None, None),
        };
        Time {
            span: time.span,
            text: self.analysis.slice(time.span.start, time.span.end),
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
            let day = self.day_behind(time, sentence, times).or_else(|| self.clock_day(sentence));
            return with_clock(day.map(Stamp::Day), point.clock);
        }
        // Hours and minutes from now have no calendar period of their own.
        if let (Frame::Count { unit: unit @ (Unit::Hour | Unit::Minute | Unit::Second), n, from }, Name::Whole) =
            (point.frame, point.name)
        {
            return self.clock_distance(unit, n, from, sentence);
        }
        let mut stamp = self.stamp(point, time, sentence);
        if let (Some(base), Some(shift)) = (stamp, point.shift) {
            stamp = if shift.n == 0 { base.as_unit(shift.unit) } else { base.shifted(shift.unit, shift.n) };
        }
        let Some(stamp) = stamp else {
            return (unknown(point), None);
        };
        self.remember(stamp, point, sentence, time.tokens.end);
        with_clock(Some(stamp), point.clock)
    }

    fn remember(&mut self, stamp: Stamp, point: &Point, sentence: usize, end: usize) {
        if let Stamp::Day(date) = stamp {
            self.day = Some((date, sentence));
        }
        if stamp.limits().is_some() && !matches!(stamp, Stamp::Decade(_) | Stamp::Century(_)) {
            self.last = Some(Mention { stamp, sentence, end });
        }
        if let (Frame::Year(_), Some(year)) = (point.frame, stamp.year()) {
            self.year = Some((year, sentence));
        } else if let (true, Some(year)) = (self.narrative, stamp.year()) {
            self.year = Some((year, sentence));
        }
    }

    /// The day that stands close behind a time of day, where none stands before it in the sentence: "10:35 a.m. (0735 GMT) Friday".
    fn day_behind(
        &self,
        time: &Candidate<Expression>,
        sentence: usize,
        times: &[Candidate<Expression>],
    ) -> Option<Date> {
        const CLOSE: usize = 6;
        if self.day.is_some_and(|(_, at)| at == sentence) {
            return None;
        }
        let from = times.partition_point(|other| other.tokens.start < time.tokens.end);
        let next = times
            .get(from..)?
            .iter()
            .take(2)
            .find(|other| other.item.point().is_some_and(|point| !point.only_clock()))?;
        let near =
            next.tokens.start <= time.tokens.end + CLOSE && self.analysis.sentence_of(next.tokens.start) == sentence;
        match self.stamp(next.item.point().filter(|_| near)?, next, sentence)? {
            Stamp::Day(date) => Some(date),
            _ => None,
        }
    }

    /// The day that a time of day belongs to: the one named in this sentence or the one before, else the document's.
    fn clock_day(&self, sentence: usize) -> Option<Date> {
        match self.day {
            Some((day, at)) if at + 1 >= sentence || self.narrative => Some(day),
            _ => self.reference.filter(|_| !self.narrative),
        }
    }

    /// "in five minutes": without a clock the document's day begins at midnight.
    fn clock_distance(
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
        if n.abs() > 0 && from == From::Mention {
            return ("XXXX-XX-XXTXX:XX".to_string(), None);
        }
        let moment = day.and_then(|day| {
            day.to_datetime(ClockTime::midnight()).checked_add(jiff::SignedDuration::from_secs(seconds)).ok()
        });
        match moment {
            Some(moment) => {
                (format!("{}T{:02}:{:02}", moment.date(), moment.hour(), moment.minute()), Some((moment, moment)))
            }
            None => ("XXXX-XX-XXTXX:XX".to_string(), None),
        }
    }

    /// The day from which a distance is counted.
    fn anchor(&self, from: From, unit: Unit, sentence: usize) -> Option<Stamp> {
        let document = self.reference.map(Stamp::Day);
        match from {
            From::Document if self.narrative => self.last.map(|last| last.stamp).or(document),
            From::Document => document,
            From::Mention => match self.last.filter(|last| last.stamp.is_within(unit)) {
                None => self
                    .day
                    .filter(|(_, at)| self.narrative || at + 3 >= sentence)
                    .map(|(day, _)| Stamp::Day(day))
                    .or(document),
                Some(last) if self.narrative || last.sentence + 1 >= sentence => Some(last.stamp),
                Some(last) if last.sentence + 3 >= sentence && matches!(unit, Unit::Day | Unit::Year | Unit::Month) => {
                    Some(last.stamp)
                }
                _ => document,
            },
        }
    }

    fn stamp(&self, point: &Point, time: &Candidate<Expression>, sentence: usize) -> Option<Stamp> {
        match point.frame {
            Frame::Year(year) => in_year(year, point.name),
            Frame::ShortYear(year) => in_year(self.full_year(year), point.name),
            Frame::Count { unit, n, from } => {
                let anchor = self.anchor(from, unit, sentence)?;
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
                        let whole = anchor.as_unit(unit).or_else(|| anchor.as_unit(Unit::Day))?;
                        if n == 0 { whole } else { moved(anchor, whole, unit, i32::from(n))? }
                    }
                };
                within(base, point.name)
            }
            // "this weekend" said on Monday of what happened is the last one.
            Frame::Which(Deictic::This) if point.name == Name::Weekend && self.tense(time) == Tense::Past => {
                before(self.reference?, Name::Weekend, true)
            }
            Frame::Which(deictic) => self.which(deictic, point.name, sentence),
            Frame::Open => self.open(point.name, time, sentence),
        }
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
        let anchor = self.anchor(from, Unit::Day, sentence).and_then(|stamp| stamp.limits()).map(|(begin, _)| begin);
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

    /// A name without a frame.
    fn open(&self, name: Name, time: &Candidate<Expression>, sentence: usize) -> Option<Stamp> {
        match name {
            Name::Decade(first) => return Some(Stamp::Decade(self.decade(first))),
            Name::Century(n) => return Some(Stamp::Century(if n < 0 { i16::from(n) } else { i16::from(n) - 1 })),
            Name::TwoYears(year) => return Some(Stamp::TwoYears(year)),
            _ => {}
        }
        let yearly = !matches!(
            name,
            Name::Weekday(_) | Name::Weekend | Name::DayOfMonth(_) | Name::WeekdayAndDay { .. } | Name::Whole
        );
        let tense = self.tense(time);
        if yearly {
            // A year said just before holds on.
            if let Some((year, at)) = self.year {
                let stamp = in_year(year, name);
                if self.narrative {
                    return stamp;
                }
                // "im März 1992 … im April": the text goes on from a month of that year.
                let goes_on = match (self.last.map(|last| last.stamp), stamp.and_then(Stamp::limits)) {
                    (Some(last @ (Stamp::Month(last_year, _) | Stamp::Season(last_year, _))), Some((begin, _))) => {
                        last_year == year && last.limits().is_some_and(|(last, _)| last <= begin)
                    }
                    (Some(Stamp::Day(last)), Some((begin, _))) => last.year() == year && last <= begin,
                    _ => false,
                };
                if goes_on
                    && at + 1 >= sentence
                    && tense != Tense::Future
                    && self.reference.is_none_or(|date| year < date.year())
                {
                    return stamp;
                }
            }
        }
        let anchor = match (self.narrative, self.last) {
            (true, Some(last)) => last.stamp.limits().map(|(begin, _)| begin),
            _ => self.reference,
        };
        let Some(anchor) = anchor else { return open_stamp(name) };
        if let Name::Day { weekday: Some(weekday), .. } = name {
            let fits =
                |stamp: &Stamp| matches!(stamp, Stamp::Day(date) if date.weekday().to_monday_one_offset() == weekday);
            if let Some(stamp) = candidates(anchor, name, &[0, -1, 1]).find(fits) {
                return Some(stamp);
            }
        }
        let last_day = self.day.filter(|(_, at)| at + 1 >= sentence).map(|(day, _)| day);
        // "von Montag bis Mittwoch", "Dezember bis März": the end follows the beginning.
        if let Some(begin) = self.beginning(time, sentence) {
            return after(begin, name, false);
        }
        match (name, tense) {
            (Name::DayOfMonth(_), _) if self.narrative => nearest(anchor, name),
            // Days in one sentence follow each other.
            (Name::Weekday(_), Tense::Future) => {
                after(last_day.filter(|day| *day > anchor).unwrap_or(anchor), name, last_day.is_none())
            }
            (Name::Weekday(_), Tense::Present) if self.present_is_ahead(sentence) => after(anchor, name, true),
            (Name::Weekday(_), _) => before(anchor, name, true),
            (Name::Weekend, Tense::Future) => after(anchor, name, true),
            (Name::Weekend, Tense::Present) => Stamp::holding(anchor, Unit::Weekend),
            (Name::Weekend, _) => before(anchor, name, true),
            // A day some weeks ahead is nearer than one a year ago, whatever the tense of the main clause.
            (Name::Day { .. }, Tense::Past) | (_, Tense::Aim) => {
                nearest(anchor, name).filter(|stamp| !ahead(anchor, *stamp, 120)).or_else(|| before(anchor, name, true))
            }
            (_, Tense::Past) => before(anchor, name, true),
            (Name::Day { .. }, Tense::Future) => after(anchor, name, true),
            (_, Tense::Future) => after(anchor, name, true),
            _ => nearest(anchor, name),
        }
    }

    /// Where a period begins whose end an expression is: "from Monday to …".
    fn beginning(&self, time: &Candidate<Expression>, sentence: usize) -> Option<Date> {
        let last = self.last.filter(|last| last.sentence == sentence && last.end < time.tokens.start)?;
        let until = is_adposition(self.analysis, last.end, Adposition::Until)
            || matches!(self.analysis.kind(last.end), TokenKind::Dash | TokenKind::Hyphen);
        (until && joined(self.analysis, last.end, time.tokens.start))
            .then(|| last.stamp.limits().map(|(begin, _)| begin))
            .flatten()
    }

    /// The tense of an expression's clause; what belongs to a noun ("Friday's", "vom Sonntag") is not the clause's.
    fn tense(&self, time: &Candidate<Expression>) -> Tense {
        let genitive = self.analysis.kind(time.tokens.end) == TokenKind::Word
            && self.analysis.word(time.tokens.end).starts_with(['\'', '’']);
        let tense = tense::of(self.analysis, time.tokens.clone());
        // "until Tuesday", "as soon as Tuesday" look ahead from whatever the clause tells.
        let until = time.tokens.start.checked_sub(1).is_some_and(|before| {
            let is = |wanted| is_adposition(self.analysis, before, wanted);
            (is(Adposition::Until) && !is(Adposition::To)) || is(Adposition::As)
        });
        let told = tense == Tense::Past
            && (self.analysis.profile(self.analysis.sentence_of(time.tokens.start)).verb_final
                || self.is_fronted(time.tokens.start.saturating_sub(1)));
        if until && tense != Tense::Future && !told && !self.narrative {
            return Tense::Future;
        }
        let of =
            time.tokens.start.checked_sub(1).is_some_and(|before| is_adposition(self.analysis, before, Adposition::Of));
        if (genitive || of) && tense != Tense::Future {
            Tense::Past
        } else if genitive {
            Tense::Open
        } else {
            tense
        }
    }

    /// Whether a phrase opens its clause, before the verb: "Until Thursday, they had …", "it was not until Tuesday that …".
    fn is_fronted(&self, at: usize) -> bool {
        const LEAD: ClassSet = ClassSet::of(&[Class::Coordinator, Class::Adverb, Class::Adposition]);
        let analysis = self.analysis;
        let begin =
            analysis.sentences.get(analysis.sentence_of(at)).map_or(0, |sentence| sentence.tokens.start as usize);
        let mut first = at;
        while first > begin
            && at - first < 2
            && analysis.is_any(first - 1, LEAD)
            && !analysis.is(first - 1, Class::Verb)
        {
            first -= 1;
        }
        first == begin
            || matches!(analysis.kind(first - 1), TokenKind::Quote | TokenKind::Open | TokenKind::Dash)
            || analysis.is(first - 1, Class::Negation)
            || (first..at).any(|at| analysis.is(at, Class::Negation))
    }

    /// German speaks of what is planned in the present tense; so does English of days, but its verbs are less sure.
    fn present_is_ahead(&self, sentence: usize) -> bool {
        self.analysis.profile(sentence).verb_final
    }

    /// The decade that two digits mean: of this century up to the document's own, else of the last.
    fn decade(&self, first: i16) -> i16 {
        if first >= 100 {
            return first;
        }
        let now = self.reference.map_or(2020, |date| date.year());
        let century = now - now.rem_euclid(100);
        if first <= 10 && century + first <= now { century + first } else { century - 100 + first }
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

/// What stands for a point that cannot be resolved.
fn unknown(point: &Point) -> String {
    let mut value = match point.frame {
        Frame::Count { unit: Unit::Day | Unit::Weekday, .. } => "XXXX-XX-XX",
        Frame::Count { unit: Unit::Week, .. } => "XXXX-WXX",
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
