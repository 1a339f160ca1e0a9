//! Units counted by what stands behind them: "am Tag darauf", "the day after Christmas".

use crate::lexicon::class::{Direction, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::rule::rules;

use super::day::{before_or_after, governs};
use super::found::Found;
use super::step::{counted, day_part};
use super::value::{Amount, Clock, From, Length, Point, Shift, Side, Value};
use crate::reading::Sentence;

rules! {
    reads: super::found::Find;

    /// A unit counted from the time that the text spoke of last, by an adverb behind it.
    pub(super) UNIT_AND_DIRECTION = "time.unit-and-direction" {
        pattern: "(article|preposition) unit (before|later|…) | unit in the plural (before|later|…)",
        begins: [TimeUnit],
        read: unit_and_direction,
        fires: [
            De "Am 3. Mai 2014 ging er, am [Tag darauf](DATE 2014-05-04) kam er zurück.",
            De "Er kam [Jahre später](DURATION PXY) zurück.",
            En "He left in 2014, having come [the year before](DATE 2013).",
        ],
        silent: [
            De "Der Tag vor dem Spiel war ruhig.",
            En "The day before the match was calm.",
        ],
    }

    /// The unit next to a day that the text names.
    pub(super) UNIT_BEFORE_DATE = "time.unit-before-date" {
        pattern: "unit in the singular (before|after) day; goes on from time.unit-and-direction",
        fires: [
            De "Am [Tag vor Weihnachten 2014](DATE 2014-12-24) kam er.",
            En "He came on the [day after Christmas 2014](DATE 2014-12-26).",
        ],
        silent: [
            De "Er kam am Tag vor der Wahl.",
            En "He came on the day after the vote.",
        ],
    }
}

/// A unit counted by an adverb behind it, or by a day that the text names.
///
/// "am Tag darauf", "Jahre später", "der Tag vor Weihnachten"; "the year before", "the day after Christmas".
pub(super) fn unit_and_direction(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, next) = s.unit(at)?;
    let form = s.form(at, Class::TimeUnit);
    if form.has(Form::SINGULAR) {
        if let Some((sign, start_end, point)) = before_or_after(s, next) {
            // "the night before Sunday" is a time of the day before.
            let (unit, clock) = match day_part(unit) {
                Some(part) => (Unit::Day, Some(Clock::Part(part))),
                None => (unit, point.clock),
            };
            let shift = Some(Shift { unit, n: sign });
            return Some(Found::point(at, start_end, &UNIT_BEFORE_DATE, Point { shift, clock, ..point }));
        }
        let definite = s.before(at).is_some_and(|before| {
            !s.is(before, Class::IndefiniteArticle)
                && s.is_any(before, ClassSet::of(&[Class::Article, Class::Adposition]))
        });
        let (n, end) = adverb(s, next).filter(|_| definite)?;
        return Some(Found::point(s.with_article(at), end, &UNIT_AND_DIRECTION, counted(unit, n, From::Mention)));
    }
    let (n, end) = adverb(s, next)?;
    let lies = Some(if n < 0 { Side::Before } else { Side::After });
    let length = Length { amount: Amount::Vague, unit, rest: [None; 3], lies };
    Some(Found::new(at, end, &UNIT_AND_DIRECTION, Value::Length(length)))
}

/// "later" 1, "earlier" -1; the token after it.
fn adverb(s: &Sentence<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let (value, end) = s.meaning(at, Class::Direction)?;
    // "a fortnight earlier this month": the adverb belongs to what follows.
    if governs(s, at, end) || s.is(end, Class::Deictic) {
        return None;
    }
    match value {
        Direction::Later => Some((1, end)),
        Direction::Earlier | Direction::Ago => Some((-1, end)),
        _ => None,
    }
}
