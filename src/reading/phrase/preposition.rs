//! Prepositional phrases and genitives.

use super::case::{is_bare_possessor, is_described_nominative, is_nominative, is_possessor};
use super::noun::{noun_phrase, opens_compound};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::Analysis;
use crate::text::TokenKind;

/// A preposition of one or several words.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Preposition {
    pub start: usize,
    length: u8,
}

impl Preposition {
    /// The longest that begins at a token.
    pub(crate) fn at(analysis: &Analysis<'_, '_>, start: usize) -> Option<Preposition> {
        analysis.sense(start, Class::Adposition).map(|sense| Preposition { start, length: sense.length })
    }

    /// The longest that ends right before a token and begins at `first` or behind.
    pub(crate) fn before(analysis: &Analysis<'_, '_>, at: usize, first: usize) -> Option<Preposition> {
        const LONGEST: usize = 4;
        (first.max(at.saturating_sub(LONGEST))..at).find_map(|start| {
            let ending = analysis.senses_of(start, Class::Adposition).find(|sense| sense.end(start) == at)?;
            Some(Preposition { start, length: ending.length })
        })
    }

    /// The token behind it.
    pub(crate) fn end(self) -> usize {
        self.start + usize::from(self.length)
    }

    /// Whether it has any of some meanings.
    pub(crate) fn means(self, analysis: &Analysis<'_, '_>, wanted: &[Adposition]) -> bool {
        let mut meanings =
            analysis.senses_of(self.start, Class::Adposition).filter(|sense| sense.length == self.length);
        meanings.any(|sense| Adposition::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
    }
}

/// The end of the prepositional phrase that begins at `at`: "in der Stadt", "of websites".
pub(crate) fn prepositional_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    let preposition = analysis.sense(at, Class::Adposition).filter(|_| !analysis.is(at, Class::Article))?;
    // "zum Beispiel": an adverb that begins with the preposition.
    if analysis.senses_of(at, Class::Adverb).any(|adverb| adverb.length > preposition.length) {
        return None;
    }
    let first = noun_phrase(analysis, at + usize::from(preposition.length), end)?;
    // "between one side | and another"
    let joined = analysis.is_adposition(at, Adposition::Between) && analysis.is_coordinator(first, Coordinator::And);
    let second = if joined { noun_phrase(analysis, first + 1, end) } else { None };
    Some(second.unwrap_or(first))
}

/// The end of what hangs on the noun right before, as a genitive or "of" phrase: "die Zahl | der Toten", "the number | of cases".
pub(crate) fn genitive(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    if analysis.is_adposition(at, Adposition::Of) {
        prepositional_phrase(analysis, at, end).filter(|_| !leads_on(analysis, at))
    } else if begins_genitive(analysis, at) || is_bare_possessor(analysis, at) {
        noun_phrase(analysis, at, end)
    } else {
        None
    }
}

/// "sank der Anteil | von | 5 Prozent auf 3 Prozent": whether a preposition that could be "of" leads from one amount to another.
pub(crate) fn leads_on(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    /// How many tokens an amount may have.
    const LONGEST: usize = 4;
    const INSIDE: ClassSet = groups::AMOUNT.with(groups::UNIT);
    let amount =
        |at: usize| matches!(analysis.kind(at), TokenKind::Number | TokenKind::Symbol) || analysis.is_any(at, INSIDE);
    let to = |at: usize| analysis.is_any_adposition(at, &[Adposition::To, Adposition::On]);
    // "von | bis zu | 5 Prozent"
    let past = |at: usize| analysis.sense(at, Class::Approx).map_or(at, |sense| sense.end(at));
    let from = past(at + 1);
    let means = |wanted| analysis.is_adposition(at, wanted);
    let next = (from..=from + LONGEST).find(|at| !amount(*at));
    means(Adposition::From)
        && means(Adposition::Of)
        && next.is_some_and(|next| next > from && to(next) && amount(past(next + 1)))
}

/// An article of a genitive behind its noun: "der Rat *der* Stadt"; but "war Siemens | der größte Arbeitgeber", "war Anna Weber |
/// der Trainer", "wurde in Bern | der Turm".
pub(crate) fn begins_genitive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const LONGEST_NAME: usize = 3;
    let person = |name: usize| analysis.is_any(name, groups::PERSON) && is_nominative(analysis, at);
    let name = |at: &usize| {
        analysis.is_any(*at, groups::PERSON.with(groups::NAMED))
            && !analysis.is_any(*at, groups::NOUN.with(groups::HEAD))
    };
    let governed = || {
        let before = (at.saturating_sub(LONGEST_NAME + 1)..at).rev().find(|at| !name(at));
        before.is_some_and(|before| {
            before + 1 < at && is_preposition(analysis, before) && !analysis.holds_article(before)
        })
    };
    is_possessor(analysis, at)
        && !is_described_nominative(analysis, at)
        && !at.checked_sub(1).is_some_and(person)
        && !governed()
}

/// A preposition that takes a phrase along: not one before a figure ("über 100 Menschen"), nor the English article.
pub(crate) fn is_preposition(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Adposition)
        && !analysis.is(at, Class::Article)
        && !opens_subject(analysis, at)
        && !opens_compound(analysis, at)
}

/// Adpositions that open a figure rather than a place: "über 100 Menschen", "around 37 people".
fn opens_subject(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    // "at least | 37 people"
    let amount = |next: usize| {
        analysis.kind(next) == TokenKind::Number
            || analysis.is_any(next, ClassSet::of(&[Class::Cardinal, Class::Approx]))
    };
    analysis.senses_of(at, Class::Approx).any(|sense| amount(at + usize::from(sense.length)))
}
