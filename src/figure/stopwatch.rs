//! Times run: "1:43,21 Minuten", "in 3:07:35".

use super::start::{Figure, Parts, Read, Start, build};
use super::unit::Unit;
use super::{Counts, approx};
use crate::answer::{Decimal, FigureKind};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Approx, Unit as TimeUnit};
use crate::reading::Sentence;
use crate::reading::number::digits;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A length of time as a stopwatch shows it: with parts of a second, with the unit of its first number behind it, or,
    /// in hours, minutes and seconds, behind "in". Without these it is a time of day or a result.
    pub(super) STOPWATCH = "figure.stopwatch" {
        pattern: "[number :] number : number [. number] [minutes | hours]",
        precedence: 2,
        digits: [Marked],
        read: stopwatch,
        fires: [
            De "Sie lief die Strecke in [1:43,21 Minuten](duration 103.21 unit=second).",
            De "Er siegte in [3:07:35](duration 11255 unit=second).",
            De "Sie blieb [unter 2:20 Stunden](duration 8400 unit=second approx=under).",
            De "Die Verweildauer betrug [7:57 Minuten](duration 477 unit=second).",
            En "Her time was [1:43.21](duration 103.21 unit=second).",
            En "He won in [2:08:12](duration 7692 unit=second).",
        ],
        silent: [
            De "Die Sitzung begann um 9:30:15 Uhr.",
            En "The alarm rang at 3:07:35.",
            En "They met around 12:40 hours.",
        ],
    }
}

fn stopwatch(start: &Start<'_, '_>) -> Figure {
    let (s, at) = (start.sentence, start.at);
    let word = s.word(at);
    if s.kind(at) != TokenKind::Number || !word.contains(':') {
        return None;
    }
    let (value, exact, groups) = seconds(word)?;
    let unit = match s.meaning(at + 1, Class::TimeUnit) {
        Some((TimeUnit::Minute, end)) if groups == 2 => Some((1u32, end)),
        Some((TimeUnit::Hour, end)) if groups == 3 => Some((1, end)),
        // "um 9:30 h", "around 12:40 hours" are times of day.
        Some((TimeUnit::Hour, end)) if !exact && s.word(at + 1).len() > 1 && !is_moment(s, at) => Some((60, end)),
        _ => None,
    };
    let inside = s.adposition_before(at, &[Adposition::In]).is_some();
    let run = exact && (inside || !is_moment(s, at)) || groups == 3 && inside;
    let (times, end) = unit.or_else(|| run.then_some((1, at + 1)))?;
    if s.is(end, Class::Clock) {
        return None;
    }
    let (bound, from) = approx::before(s, at, start.floor);
    let parts = Parts::of(value.times(Decimal::from(times))?, at..end);
    let mut figure =
        build(s, from, s.without_stop(end), bound, &parts, FigureKind::Duration, Unit::Time("second"), &STOPWATCH);
    figure.item.counts = Counts::Nothing;
    Some(figure)
}

/// Whether an approximator or a preposition of the clock stands before a token.
fn is_moment(s: &Sentence<'_, '_>, at: usize) -> bool {
    // "um 9:30 Stunden", but "unter 2:20 Stunden"
    let about = at > s.start
        && s.senses_of(at - 1, Class::Approx).any(|sense| Approx::from_value(sense.value) == Some(Approx::About));
    about || s.adposition_before(at, &[Adposition::At, Adposition::Around, Adposition::Until]).is_some()
}

/// The seconds that groups of digits between colons are, whether they have parts of a second, and how many groups.
fn seconds(word: &str) -> Option<(Decimal, bool, usize)> {
    const MOST: usize = 3;
    let (whole, part) = match word.split_once(['.', ',']) {
        Some((whole, part)) => (whole, Some(part)),
        None => (word, None),
    };
    let (mut value, mut groups) = (0i64, 0);
    for group in whole.split(':') {
        let number = i64::from(digits::small(group)?);
        if groups == MOST || groups > 0 && (group.len() != 2 || number > 59) {
            return None;
        }
        (value, groups) = (value * 60 + number, groups + 1);
    }
    let value = match part {
        Some(part) if (1..=3).contains(&part.len()) => {
            let more = Decimal::new(i128::from(digits::small(part)?), u8::try_from(part.len()).ok()?);
            Decimal::from(value).plus(more)?
        }
        Some(_) => return None,
        None => Decimal::from(value),
    };
    (groups > 1).then_some((value, part.is_some(), groups))
}
