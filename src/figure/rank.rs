//! Places in an order: "die erste Runde", "third place", "Platz eins", "als Sechster".

use super::noun;
use super::numeral::{self, Amount};
use super::scope::Scope;
use crate::decimal::Decimal;
use crate::lexicon::class::Unit;
use crate::lexicon::{Class, ClassSet};
use crate::text::TokenKind;

/// A place in an order with the token behind it.
pub(super) struct Rank {
    pub value: Decimal,
    pub end: usize,
    pub rule: &'static str,
}

/// An ordinal word before the noun it orders, or alone as a noun: "ersten Turnier", "first place", "als Sechster".
///
/// Not "zum ersten Mal", "ersten vier Monaten", "first half", "in der ersten Minute", "Second World War".
pub(super) fn word(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Rank> {
    let (value, end) = scope.value(at, Class::OrdinalWord)?;
    let rank = Rank { value: Decimal::from(value), end, rule: "figure.rank" };
    // "third-league", "ersten vier", "Erster und Zweiter" of a name.
    if scope.kind(end) == TokenKind::Hyphen && scope.glued(end)
        || scope.is(end, Class::Cardinal)
        || scope.kind(end) == TokenKind::Number
    {
        return None;
    }
    if part_of_time(scope, at, end) || scope.is(end, Class::Fraction) {
        return None;
    }
    if scope.is_any(end, ClassSet::of(&[Class::Times])) && !scope.is(end, Class::Noun) || scope.is(end, Class::Times) {
        return None;
    }
    // "First Lady", "Third Reich"
    if !scope.profile.capital_nouns && scope.is_capital(at) && scope.is_capital(end) {
        return None;
    }
    let capital = scope.is_capital(at) && at > scope.start && scope.kind(at - 1) != TokenKind::Quote;
    let phrase = noun::run(scope, end, false);
    if capital {
        // A capital inside the sentence: a noun of its own ("Sechster"), or part of a name.
        let alone = scope.profile.capital_nouns && phrase.is_none();
        return alone.then_some(rank);
    }
    phrase.map(|_| rank)
}

/// The ordinal belongs to a time: "ersten Halbjahr", "first quarter", "zweiten Minute", "second half".
fn part_of_time(scope: &Scope<'_, '_, '_>, at: usize, end: usize) -> bool {
    let unit = scope.value(end, Class::TimeUnit).and_then(|(unit, _)| Unit::from_value(unit));
    unit.is_some_and(|unit| unit != Unit::Season)
        || scope.is_any(end, ClassSet::of(&[Class::Month, Class::Weekday, Class::Holiday]))
        || scope.senses(at).any(|sense| sense.class == Class::Part && sense.length > 1)
        || scope.is(at, Class::TimeRef)
}

/// "Platz eins", "Rang 3", "No. 1", "number one": a rank behind its noun.
pub(super) fn behind_cue(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Rank> {
    scope.sense_before(at, Class::RankCue, scope.start)?;
    let number = numeral::read(scope, at)?;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    (number.tokens.len() == 1
        && value < Decimal::from(1000u32)
        && value.to_integer().is_some()
        && !noun::starts(scope, number.tokens.end))
    .then_some(Rank { value, end: number.tokens.end, rule: "figure.rank-cue" })
}

#[cfg(test)]
mod tests {
    use crate::figure::testing::{de, en};

    #[test]
    fn ordinals_rank_nouns() {
        assert_eq!(de("Die dritte Etappe war schwer."), ["dritte|OrdinalRank|3|-|Exact|Etappe"]);
        assert_eq!(en("The third stage was hard."), ["third|OrdinalRank|3|-|Exact|stage"]);
        for text in ["Zum ersten Mal kam er.", "In der ersten Minute fiel es."] {
            assert!(de(text).is_empty(), "{text}");
        }
        for text in ["The First Lady came.", "For the first time he came."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
