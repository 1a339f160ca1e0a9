//! What is done each day, by an adverb of the part of the day: "nur vormittags".

use crate::lexicon::class::{Adposition, Auxiliary};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::text::{Shape, TokenKind};

use super::tense;
use super::verbs::Tense;
use crate::reading::Sentence;

/// Whether an adverb of the part of the day tells what is done each day: "Das Amt ist nur vormittags besetzt", in a clause of the
/// present that names no day before it.
pub(super) fn is_habit(s: &Sentence<'_, '_>, at: usize) -> bool {
    const REACH: usize = 24;
    let adverb = |at: usize| s.is(at, Class::UnitAdverb) && s.is(at, Class::DayPart);
    // "eines Abends"
    if !adverb(at) || (at > s.start && s.shape(at) == Shape::Title) {
        return false;
    }
    let one = |at: usize| s.is_any(at, groups::DAY.or(&[Class::Clock, Class::Deictic, Class::Month]));
    // "gestern abends", "8 abends", "abends um 8"
    let beside = s.before(at).is_some_and(|before| one(before) || s.kind(before) == TokenKind::Number);
    let hour = s.adposition(at + 1, &[Adposition::Around, Adposition::At]).is_some();
    if beside || hour || s.kind(at + 1) == TokenKind::Number {
        return false;
    }
    let tense = tense::of(s.analysis, at..at + 1);
    match (s.start.max(at.saturating_sub(REACH))..at).find(|before| one(*before) || adverb(*before)) {
        Some(first) => adverb(first) && tense != Tense::Past && is_habit(s, first),
        // "ist nur vormittags besetzt", not "ist nachts gestürzt"
        None => {
            tense == Tense::Present || s.before(at).is_some_and(|before| s.is(before, Class::Adverb)) && is_state(s, at)
        }
    }
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
        && matches!(tense::of(s.analysis, at..at + 1), Tense::Open)
}
