//! Units counted by what stands behind them: "am Tag darauf", "the day after Christmas".

use crate::lexicon::class::{Adposition, Deictic, Direction, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::rule::rules;

use super::day::{before_or_after, day, governs, is_compared};
use super::found::Found;
use super::step::{counted, day_part, same_unit};
use super::value::{Amount, Clock, Frame, From, Length, Name, Point, Shift, Side, Value};
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

    /// A unit or weekday two steps away.
    pub(super) TWO_STEPS = "time.two-steps" {
        pattern: "(unit | weekday) (after next | before last)",
        languages: [En],
        precedence: 1,
        begins: [TimeUnit, Weekday],
        read: two_steps,
        fires: [
            En "They meet [the week after next](DATE 2015-W26).",
            En "It was better in [the year before last](DATE 2013).",
            En "It burned [the night before last](TIME 2015-06-08TNI).",
        ],
        silent: [En "They left the week after next Friday's vote."],
    }

    /// The same unit a year before, of which reports of business speak.
    pub(super) YEAR_EARLIER = "time.year-earlier" {
        pattern: "year - (earlier|ago|before) [-] unit",
        languages: [En],
        precedence: 1,
        begins: [TimeUnit],
        read: year_earlier,
        fires: [
            En "In the first quarter of 2015 it lost less than in [the year-earlier quarter](DATE 2014-Q1).",
            En "In May 2015 sales rose from [the year-ago month](DATE 2014-05).",
        ],
        silent: [En "A year earlier the quarter was better."],
    }

    /// A unit that begins or ends with a day which stands behind it.
    pub(super) UNIT_ENDED = "time.unit-ended" {
        pattern: "(quarter | half-year | year | month | week) (ended|ending|beginning) day",
        languages: [En],
        precedence: 1,
        begins: [TimeUnit],
        read: unit_ended,
        fires: [En "Profit fell in [the quarter](DATE 2014-Q3) ended Sept. 30, 2014."],
        silent: [En "The quarter ended with a loss on Sept. 30, 2014."],
    }

    /// The unit next to a day that the text names.
    pub(super) UNIT_BEFORE_DATE = "time.unit-before-date" {
        pattern: "unit in the singular (before|after) day; goes on from time.unit-and-direction",
        fires: [
            De "Am [Tag vor Weihnachten 2014](DATE 2014-12-24) kam er.",
            En "He came on [the day after Christmas 2014](DATE 2014-12-26).",
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

/// "the week after next", "the year before last".
pub(super) fn two_steps(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, next) = match (s.unit(at), s.value(at, Class::Weekday)) {
        (Some((unit, next)), _) if s.form(at, Class::TimeUnit).has(Form::SINGULAR) => (Some(unit), next),
        (None, Some((_, next))) => (None, next),
        _ => return None,
    };
    let (wanted, n, away, behind) = match s.adposition(next, &[Adposition::After]) {
        Some(behind) => (Deictic::Next, 2, Deictic::AfterNext, behind),
        None => (Deictic::Last, -2, Deictic::BeforeLast, s.adposition(next, &[Adposition::Before])?),
    };
    let (deictic, end) = s.meaning::<Deictic>(behind, Class::Deictic)?;
    if deictic != wanted {
        return None;
    }
    // "the week after next Friday"
    if s.is_any(end, groups::TIME.or(&[Class::Noun])) {
        return None;
    }
    let point = match unit {
        Some(unit) => counted(unit, n, From::Document),
        None => Point::new(Frame::Which(away), Name::Weekday(s.small(at, Class::Weekday)?.0)),
    };
    Some(Found::point(at, end, &TWO_STEPS, point))
}

/// "the year-earlier quarter", "the year-ago period".
pub(super) fn year_earlier(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let joined = |at: usize| s.is_dash(at) && s.is_tight(at) && s.is_tight(at + 1);
    let (Unit::Year, dash) = s.unit(at)? else { return None };
    let (direction, next) = s.meaning(dash + 1, Class::Direction).filter(|_| joined(dash))?;
    let next = next + usize::from(joined(next));
    let (unit, end) = match s.unit(next) {
        Some((unit @ (Unit::Quarter | Unit::Half | Unit::Month | Unit::Week), end)) => (unit, end),
        None if s.analysis.is_concept(next, &["period"]) => (Unit::Year, next + 1),
        _ => return None,
    };
    matches!(direction, Direction::Earlier | Direction::Ago)
        .then(|| Found::point(at, end, &YEAR_EARLIER, same_unit(unit, -1, From::Mention)))
}

/// "the quarter ended Sept. 30": the unit that holds the day.
pub(super) fn unit_ended(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let (unit, end) = s.unit(at).filter(|_| s.form(at, Class::TimeUnit).has(Form::SINGULAR))?;
    let calendar =
        matches!(unit, Unit::Quarter | Unit::Half | Unit::Year | Unit::BusinessYear | Unit::Month | Unit::Week);
    let ends = s.analysis.senses_of(end, Class::Verb).any(|verb| s.analysis.means(*verb, &["begin", "end", "start"]));
    let next = s.adposition(end + 1, &[Adposition::On]).unwrap_or(end + 1);
    let (point, _) = day(s, next).filter(|_| calendar && ends)?;
    Some(Found::point(at, end, &UNIT_ENDED, Point { shift: Some(Shift { unit, n: 0 }), ..point }))
}

/// "later" 1, "earlier" -1; the token after it.
fn adverb(s: &Sentence<'_, '_>, at: usize) -> Option<(i16, usize)> {
    let (value, end) = s.meaning(at, Class::Direction)?;
    // "a fortnight earlier this month": the adverb belongs to what follows.
    if governs(s, at, end) || is_compared(s, end) || s.is(end, Class::Deictic) {
        return None;
    }
    match value {
        Direction::Later => Some((1, end)),
        Direction::Earlier | Direction::Ago => Some((-1, end)),
        _ => None,
    }
}
