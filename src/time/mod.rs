//! When: time expressions, their TIMEX3 values, and the periods they make together.

mod anchor;
mod article;
mod beside;
mod calendar;
mod clock;
mod context;
mod cue;
mod day;
mod daypart;
mod daytime;
mod distance;
mod duration;
mod evidence;
mod feast;
mod found;
mod habit;
mod head;
mod holiday;
mod hour;
mod length_word;
mod limits;
mod named;
mod number;
mod numeric;
mod open;
mod part;
mod period;
mod reader;
mod reference;
mod relative;
mod resolve;
mod rules;
mod search;
mod set;
mod share;
mod spoken;
mod stamp;
mod step;
mod tense;
mod timex;
mod value;
mod weekday;
mod year;

use jiff::civil::Date;

use crate::answer::{Period, Rule, Time};
use crate::reading::{Analysis, Sentence};
use crate::rule::Candidate;

pub(crate) use found::Expression;

/// The rules that times come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    rules::RULES.iter().copied().flatten().map(|construction| construction.rule)
}

/// Proposes time expressions.
pub(crate) fn propose(analysis: &Analysis<'_, '_>, times: &mut Vec<Candidate<Expression>>) {
    for number in 0..analysis.sentences.len() {
        let Some(s) = Sentence::new(analysis, number) else { continue };
        let mut at = s.start;
        while let Some(start) = rules::next_start(&s, at) {
            rules::propose(&s, start, times);
            at = start + 1;
        }
    }
}

/// The date of the article, where one of the first short lines gives it: "Berlin, 14. April 2023".
pub(crate) fn date_line(analysis: &Analysis<'_, '_>, times: &[Candidate<Expression>]) -> Option<Date> {
    head::date_line(analysis, times)
}

/// Gives the expressions their values, counted from the reference date, and joins them to periods.
pub(crate) fn resolve<'t>(
    analysis: &Analysis<'_, 't>,
    times: &[Candidate<Expression>],
    reference: Option<Date>,
) -> (Vec<Time<'t>>, Vec<Period<'t>>) {
    let resolved = resolve::resolve(analysis, times, reference);
    let periods = period::join(analysis, times, &resolved);
    (resolved, periods)
}
