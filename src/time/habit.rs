//! What is done each day, by an adverb of the part of the day: "nur vormittags".

use crate::lexicon::class::{Adposition, Auxiliary};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::tense;
use crate::reading::Sentence;
use crate::reading::verb::Tense;

/// Whether an adverb of the part of the day tells what is done each day: "Das Amt ist nur vormittags besetzt", in a clause of the
/// present that names no day before it.
pub(super) fn is_habit(s: &Sentence<'_, '_>, at: usize) -> bool {
    if !stands_alone(s, at) {
        return false;
    }
    match told_before(s, at) {
        Some(first) => {
            stands_alone(s, first)
                && told_before(s, first).is_none()
                && is_told(s, first)
                && tense::of(s.analysis, at..at + 1) != Some(Tense::Past)
        }
        None => is_told(s, at),
    }
}

/// What tells a day by itself or with an hour.
const DAY: ClassSet = groups::DAY.or(&[Class::Clock, Class::Deictic, Class::Month]);

fn is_adverb(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.is(at, Class::UnitAdverb) && s.is(at, Class::DayPart)
}

/// An adverb of the part of the day without a day or hour beside it: not "eines Abends", "gestern abends", "8 abends", "abends um 8".
fn stands_alone(s: &Sentence<'_, '_>, at: usize) -> bool {
    let title = at > s.start && s.shape(at) == Shape::Title;
    let number = |at: usize| s.kind(at) == TokenKind::Number;
    let beside = s.before(at).is_some_and(|before| s.is_any(before, DAY) || number(before));
    let hour = s.adposition(at + 1, &[Adposition::Around, Adposition::At]).is_some();
    is_adverb(s, at) && !title && !beside && !hour && !number(at + 1)
}

/// The first day or part of the day named before a token, near by.
fn told_before(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    const REACH: usize = 24;
    (s.start.max(at.saturating_sub(REACH))..at).find(|before| s.is_any(*before, DAY) || is_adverb(s, *before))
}

/// Whether the clause is of the present: "ist nur vormittags besetzt", not "ist nachts gestürzt".
fn is_told(s: &Sentence<'_, '_>, at: usize) -> bool {
    tense::of(s.analysis, at..at + 1) == Some(Tense::Present)
        || s.before(at).is_some_and(|before| s.is(before, Class::Adverb)) && is_state(s, at)
}

/// Whether the present of "be" stands before a token near by, and no other auxiliary.
fn is_state(s: &Sentence<'_, '_>, at: usize) -> bool {
    const REACH: usize = 6;
    let auxiliary = (s.start.max(at.saturating_sub(REACH))..at).rev().find(|before| s.is(*before, Class::Auxiliary));
    auxiliary.is_some_and(|auxiliary| {
        matches!(s.meaning(auxiliary, Class::Auxiliary), Some((Auxiliary::Be, _)))
            && s.form(auxiliary, Class::Auxiliary).has(Form::PRESENT)
    })
}

/// Whether a weekday goes on from a habit told before it: "nur vormittags, am Donnerstag auch nachmittags".
pub(super) fn goes_on(s: &Sentence<'_, '_>, at: usize) -> bool {
    const REACH: usize = 12;
    (s.start.max(at.saturating_sub(REACH))..at).any(|before| is_habit(s, before))
        && tense::of(s.analysis, at..at + 1).is_none()
}
