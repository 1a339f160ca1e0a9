//! A sentence as units.

use std::ops::Range;

use super::unit::{Unit, compound, simple, unit_end};
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::Analysis;
use crate::text::TokenKind;

/// The units of one sentence.
#[derive(Debug, Default)]
pub(super) struct Frame {
    pub sentence: usize,
    pub units: Vec<Unit>,
    /// Nouns have capitals too, so a capital says little.
    capital_nouns: bool,
    /// "University of Leeds": the preposition of "of" goes on with a name.
    pub of_joins_names: bool,
    /// Most words have a capital or are all capitals: a headline, where capitals say nothing.
    pub headline: bool,
    /// All that its units and tokens are.
    pub classes: ClassSet,
    /// Brackets open in it.
    pub brackets: bool,
}

impl Frame {
    /// Reads a sentence.
    pub(super) fn read(&mut self, analysis: &Analysis<'_, '_>, sentence: usize) {
        self.units.clear();
        self.classes = ClassSet::default();
        self.brackets = false;
        self.sentence = sentence;
        let profile = analysis.profile(sentence);
        (self.capital_nouns, self.of_joins_names) = (profile.capital_nouns, profile.of_joins_names);
        let Some(range) = analysis.sentences.get(sentence).map(|s| s.tokens.clone()) else {
            return;
        };
        let (start, end) = (range.start as usize, range.end as usize);
        let tokens = analysis.tokens.get(start..end).unwrap_or_default();
        let lexemes = analysis.lexed.lexemes(start..end);
        let (mut opens, mut words, mut capitals) = (true, 0u32, 0u32);
        self.units.reserve(tokens.len());
        let mut known = tokens.iter().zip(lexemes).enumerate();
        while let Some((offset, (token, lexeme))) = known.next() {
            let at = start + offset;
            let until = unit_end(analysis, at, end);
            let mut unit = simple(analysis, at, token, lexeme, opens);
            if until > at + 1 {
                unit = compound(analysis, unit, until);
                self.classes = self.classes.with(unit.classes);
                known.nth(until - at - 2);
            }
            match unit.kind {
                TokenKind::Word => {
                    opens = false;
                    words += 1;
                    capitals += u32::from(unit.capital());
                }
                TokenKind::Open => (opens, self.brackets) = (true, true),
                TokenKind::Quote | TokenKind::Terminal | TokenKind::Dash => opens = true,
                TokenKind::Separator => opens = analysis.word(at) == ":",
                _ => {}
            }
            self.classes = self.classes.with(lexeme.classes);
            self.units.push(unit);
        }
        let share =
            if self.capital_nouns { capitals == words && words > 6 } else { capitals * 4 > words * 3 && words > 4 };
        self.headline = share;
    }

    /// Whether any unknown word with a capital may be a noun.
    #[inline]
    pub(super) fn nouns_have_capitals(&self) -> bool {
        self.capital_nouns
    }

    /// Whether a capital is no sign of a name in this sentence.
    #[inline]
    pub(super) fn capitals_say_little(&self) -> bool {
        self.capital_nouns || self.headline
    }

    /// Whether a unit is an ordinary word that may have its capital as a noun.
    #[inline]
    pub(super) fn is_plain(&self, unit: &Unit) -> bool {
        self.capital_nouns && unit.ordinary()
    }

    /// Whether a unit is a noun, by its capital where nouns have one, else by the lexicon.
    #[inline]
    pub(super) fn is_noun(&self, unit: &Unit) -> bool {
        if unit.capital() { self.capital_nouns } else { unit.is(Class::Noun) }
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> Option<&Unit> {
        self.units.get(at)
    }

    /// The unit before another.
    #[inline]
    pub(super) fn before(&self, at: usize) -> Option<&Unit> {
        self.units.get(at.checked_sub(1)?)
    }

    /// The tokens of a range of units.
    pub(super) fn tokens(&self, units: Range<usize>) -> Range<usize> {
        match (self.units.get(units.start), self.units.get(units.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => first.start as usize..last.end as usize,
            _ => 0..0,
        }
    }

    /// The unit that ends where a sense ends that begins at unit `at`.
    pub(super) fn sense_end(&self, at: usize, sense: Sense) -> Option<usize> {
        let end = self.units.get(at)?.start + u32::from(sense.length);
        let mut until = at;
        while let Some(unit) = self.units.get(until) {
            until += 1;
            if unit.end >= end {
                return (unit.end == end).then_some(until);
            }
        }
        None
    }
}
