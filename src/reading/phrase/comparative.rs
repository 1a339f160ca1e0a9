//! "300 fewer cars", "5 Prozent mehr Autos": a figure that tells how much one quantity is more or less than another.

use super::noun::noun_phrase;
use crate::lexicon::class::{Coordinator, Trend};
use crate::lexicon::{Class, Sense};
use crate::reading::Analysis;
use crate::reading::number::year;
use crate::text::TokenKind;

/// How many tokens may stand before "than".
const NEAR: usize = 5;

/// The comparative at a token, of a figure that counts or one that measures something. "300 more people" may come to those
/// that are there; only "than" tells that they are compared. "zwei höhere Türme" are no more than others.
pub(crate) fn comparative(analysis: &Analysis<'_, '_>, at: usize, counts: bool) -> Option<Sense> {
    let sense = analysis.sense(at, Class::Comparative)?;
    let than = |at: usize| analysis.is_coordinator(at, Coordinator::Than);
    let may_add = !analysis.profile(analysis.sentence_of(at)).capital_nouns && sense.value == Trend::Up as u32;
    let adds = counts && may_add && !(at + 1..=at + NEAR).any(than);
    let describes = counts && analysis.is(at, Class::Adjective);
    // "300 Euro mehr oder weniger"
    let open = analysis.is(at + 1, Class::Coordinator) && !than(at + 1);
    // "aus 30 Texten | mehr als 120 Stellen"
    let bounds = than(at + 1) && analysis.kind(at + 2) == TokenKind::Number && year(analysis.word(at + 2)).is_none();
    // "5 percent more expensive"
    let degree = analysis.is(at + 1, Class::Adjective) && noun_phrase(analysis, at + 1, at + NEAR).is_none();
    (!adds && !describes && !open && !bounds && !degree).then_some(sense)
}
