//! The stretches of a sentence in which names may stand; all else is none without a look.

use std::ops::Range;

use super::super::dictionary::Known;
use super::super::frame::Frame;
use super::super::unit::{PERSON, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Vocabulary};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// How many units without a capital may stand inside of a name: "Bank of the", "von und zu".
const GAP: usize = 3;
/// How many units of a name may stand before and behind the one that gives it away.
const NEAR: usize = 3;

/// Words that are looked at although they are ordinary words as well.
const NAMES: ClassSet =
    PERSON.with(ClassSet::of(&[Class::Organisation, Class::Country, Class::Place, Class::Person, Class::LegalForm]));

/// What stands before ordinary nouns rather than names.
const DETERMINES: ClassSet = groups::BEFORE_NOUN.or(&[Class::Adjective, Class::Adposition]);

/// Calls `found` with each stretch of units that begins and ends in one that may be a name's first or last, near one that is
/// no ordinary word and that nothing is proposed of.
pub(super) fn each(
    analysis: &Analysis<'_, '_>,
    frame: &Frame,
    known: &[Known],
    vocabulary: Vocabulary,
    proposed: &[u8],
    mut found: impl FnMut(Range<usize>),
) {
    let mut known = known.iter().peekable();
    // A stretch, and the units from the first to the last in it that give a name away.
    let mut open: Option<(Range<usize>, Option<Range<usize>>)> = None;
    let mut close = |stretch: Range<usize>, telling: Option<Range<usize>>| {
        if let Some(telling) = telling {
            let start = stretch.start.max(telling.start.saturating_sub(NEAR));
            found(start..stretch.end.min(telling.end + NEAR));
        }
    };
    for (at, unit) in frame.units.iter().enumerate() {
        while known.next_if(|known| known.units.end <= at).is_some() {}
        let inside = known.peek().is_some_and(|known| known.units.start <= at);
        if inside || may_begin(unit) {
            let (stretch, telling) = open.get_or_insert((at..at, None));
            stretch.end = at + 1;
            let settled = proposed.get(at).is_some_and(|proposed| *proposed != 0);
            if !settled && (inside || is_telling(analysis, frame, vocabulary, at, unit)) {
                telling.get_or_insert(at..at).end = at + 1;
            }
        } else if let Some((stretch, telling)) = open.take_if(|(stretch, _)| !may_join(unit) || at - stretch.end >= GAP)
        {
            close(stretch, telling);
        }
    }
    if let Some((stretch, telling)) = open {
        close(stretch, telling);
    }
}

/// Whether a name may begin or end in a unit, by how it is written.
#[inline]
fn may_begin(unit: &Unit) -> bool {
    unit.kind == TokenKind::Word && (unit.capital() || matches!(unit.shape, Shape::Title | Shape::Upper | Shape::Mixed))
        || unit.kind == TokenKind::Tag
}

/// Whether a unit that may begin a name is no ordinary word where one stands: at a sentence's start, and where nouns have
/// capitals behind what stands before nouns.
fn is_telling(analysis: &Analysis<'_, '_>, frame: &Frame, vocabulary: Vocabulary, at: usize, unit: &Unit) -> bool {
    let known = || unit.ordinary() || vocabulary.has(analysis.word(unit.end as usize - 1));
    if unit.is_any(NAMES) || matches!(unit.shape, Shape::Upper | Shape::Mixed) {
        return true;
    }
    if !frame.nouns_have_capitals() {
        return !unit.opens() || !known();
    }
    !frame.before(at).is_some_and(|before| before.is_any(DETERMINES)) || !known()
}

/// Whether a unit may stand between the words of a name.
#[inline]
fn may_join(unit: &Unit) -> bool {
    matches!(unit.kind, TokenKind::Word | TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Number)
}
