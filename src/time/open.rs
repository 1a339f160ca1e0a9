//! Names without a frame: which Friday, which April the tense of the clause and the days said before mean.

use crate::lexicon::class::Unit;
use crate::reading::verb::Tense;
use crate::rule::Candidate;

use super::context::{Context, Mention};
use super::found::Expression;
use super::search::{after, ahead, before, in_year, just_passed, nearest, on_weekday, open_stamp, within};
use super::stamp::{Stamp, day_number};
use super::tense;
use super::value::Name;

impl Context<'_, '_, '_> {
    /// A name without a frame.
    pub(super) fn open(&self, name: Name, time: &Candidate<Expression>, sentence: usize) -> Option<Stamp> {
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
            if self.narrative && self.year.is_some() {
                return self.told(name);
            }
            if let Some(told) = self.goes_on(name, sentence).filter(|_| matches!(tense, Some(Tense::Past) | None)) {
                return Some(told);
            }
        }
        // A weekday is counted from a day: "Er starb am Mittwoch" in an obituary, not the Wednesday of a year long past.
        let daily = |stamp: &Stamp| matches!(stamp, Stamp::Day(_));
        let near = |last: &Mention| !matches!(name, Name::Weekday(_)) || daily(&last.stamp) || self.reference.is_none();
        let anchor = match (self.narrative, self.last.filter(near)) {
            (true, Some(last)) => last.stamp.limits().map(|(begin, _)| begin),
            _ => self.reference,
        };
        let Some(anchor) = anchor else { return open_stamp(name) };
        if let Name::Day { weekday: Some(weekday), .. } = name
            && let Some(day) = on_weekday(anchor, name, weekday)
        {
            return Some(Stamp::Day(day));
        }
        // "am Mittwoch (23. März)": the weekday has told which year.
        if let Name::Day { month, day, .. } = name
            && let Some(last) = self.last.filter(|last| last.sentence == sentence && last.end + 1 == time.tokens.start)
            && let Stamp::Day(said) = last.stamp
            && (said.month(), said.day()) == (month, day)
        {
            return Some(last.stamp);
        }
        if matches!(name, Name::Weekday(_))
            && let Some(day) = self.apposed(time, sentence)
        {
            return nearest(day, name);
        }
        let last_day = self.day.filter(|(_, at)| at + 1 >= sentence).map(|(day, _)| day);
        // "von Montag bis Mittwoch", "Dezember bis März": the end follows the beginning.
        if let Some(begin) = self.beginning(time, sentence) {
            return after(begin, name, false);
        }
        if tense != Some(Tense::Future)
            && let Some(year) = self.year_of_history(time, name)
        {
            return in_year(year, name);
        }
        if matches!(name, Name::Day { .. } | Name::Month(_))
            && let Some(done) = self.attribute(time)
        {
            return if done { before(anchor, name, true) } else { nearest(anchor, name) };
        }
        // "ahead of an expected May election": a month that describes a noun is no time of the clause.
        if matches!(name, Name::Month(_)) && !self.is_verb_final(time) && self.describes(time.tokens.clone()) {
            return nearest(anchor, name);
        }
        let month = self
            .last
            .filter(|last| last.sentence + 1 >= sentence && matches!(last.stamp, Stamp::Month(..)))
            .map(|last| last.stamp);
        match (name, tense) {
            // "Bis Mitte April … am 21."
            (Name::DayOfMonth(_), _) if month.is_some() => within(month?, name),
            (Name::DayOfMonth(_), _) if self.narrative => nearest(anchor, name),
            // A story goes on: "Am 3. Mai … am Freitag".
            (Name::Weekday(_) | Name::Weekend, _)
                if self.narrative && self.last.is_some_and(|last| matches!(last.stamp, Stamp::Day(_))) =>
            {
                after(anchor, name, true)
            }
            // News tells of it soon afterwards or before.
            (Name::Weekday(_) | Name::Weekend, _) if self.is_meant_for(time, tense) => before(anchor, name, true)
                .filter(|stamp| just_passed(anchor, *stamp, if name == Name::Weekend { 1 } else { 2 }))
                .or_else(|| after(anchor, name, true)),
            // "on Saturday, after a show on Friday"
            (Name::Weekday(_), _) if self.is_after(time, sentence) && last_day.is_some() => {
                last_day.and_then(|day| before(day, name, false))
            }
            // Days in one sentence follow each other; one said again is the same.
            (Name::Weekday(_), Some(Tense::Future)) => match last_day.filter(|day| *day > anchor) {
                Some(day) => after(day, name, true),
                None => after(anchor, name, last_day.is_none()),
            },
            // "sitzt seit Montag in Haft"
            (Name::Weekday(_) | Name::Weekend, Some(Tense::Present)) if self.is_since(time) => {
                before(anchor, name, true)
            }
            // German speaks of what is planned in the present tense; so does English, but its verbs are less sure.
            (Name::Weekday(_), Some(Tense::Present)) if self.is_verb_final(time) || self.is_scheduled(time) => {
                after(anchor, name, true)
            }
            (Name::Weekday(_), _) => before(anchor, name, true),
            (Name::Weekend, Some(Tense::Future)) => after(anchor, name, true),
            (Name::Weekend, Some(Tense::Present)) => Stamp::holding(anchor, Unit::Weekend),
            (Name::Weekend, _) => before(anchor, name, true),
            // "das Urteil vom 2. Juli" was given.
            (Name::Day { .. }, Some(Tense::Past)) if self.dates_noun(time) => before(anchor, name, true),
            // "Seit April gibt es einen Laden"
            (Name::Day { .. } | Name::Month(_), Some(Tense::Present)) if !self.narrative && self.is_since(time) => {
                before(anchor, name, true)
            }
            // A day some weeks ahead is nearer than one a year ago, whatever the tense of the main clause.
            (_, Some(Tense::Past)) if matches!(name, Name::Day { .. }) || tense::aims(self.analysis, &time.tokens) => {
                // German clauses end at commas, so their verb is surer than an English one.
                let days = if self.is_verb_final(time) { 30 } else { 120 };
                nearest(anchor, name)
                    .filter(|stamp| !ahead(anchor, *stamp, days))
                    .or_else(|| before(anchor, name, true))
            }
            (_, Some(Tense::Past)) => before(anchor, name, true),
            // A deadline that has just passed: the other reading lies a year ahead.
            (Name::Day { .. }, Some(Tense::Future)) => nearest(anchor, name)
                .filter(|stamp| just_passed(anchor, *stamp, 7))
                .or_else(|| after(anchor, name, true)),
            (_, Some(Tense::Future)) => after(anchor, name, true),
            _ => nearest(anchor, name),
        }
    }

    /// The period of a name that goes on from a month of an earlier year, which the text has just told: "im März 1992 … im April",
    /// "im Dezember 1992 … im Januar".
    fn goes_on(&self, name: Name, sentence: usize) -> Option<Stamp> {
        const NEAR: i64 = 62;
        let (year, _) = self.year.filter(|(_, at)| at + 1 >= sentence)?;
        let last = self.last.map(|last| last.stamp).filter(|last| {
            matches!(last, Stamp::Month(..) | Stamp::Season(..) | Stamp::Day(_)) && last.year() == Some(year)
        });
        let (now, _) = last?.limits()?;
        let past = |year: i16| self.reference.is_none_or(|date| year < date.year());
        let later = |stamp: &Stamp| stamp.limits().is_some_and(|(begin, _)| now <= begin);
        let stamp = in_year(year, name).filter(|_| past(year));
        stamp.filter(later).or_else(|| {
            let next = stamp?.years_later(1).filter(|stamp| stamp.year().is_some_and(past))?;
            (day_number(next.limits()?.0) - day_number(now) <= NEAR).then_some(next)
        })
    }
}
