//! A number and the adjective that it begins: "20-köpfige", "zwölfköpfig", "zehnprozentig", "hundertfünfzigste".

use super::amount;
use super::start::{AMOUNT, SIGNED};
use super::start::{Amount, Figure, Follows, Read, Start, build};
use super::unit::{self, Unit};
use crate::answer::{Decimal, FigureKind, FigureUse, Rule};
use crate::lexicon::Class;
use crate::lexicon::class::Counted;
use crate::rule::rules;

rules! {
    reads: Read;

    /// A number and the adjective of what it counts, with a hyphen: heads, times or percent.
    pub(super) ADJECTIVE = "figure.adjective" {
        pattern: "[approximator] number - adjective of what is counted [noun]",
        languages: [De],
        begins: AMOUNT,
        digits: SIGNED,
        near: [NumberAdjective],
        read: hyphened,
        fires: [
            De "Eine [20-köpfige](count 20 of=Jury) Jury tagt.",
            De "Ein [10-prozentiger](percent 10 unit=% of=Anstieg) Anstieg folgte.",
        ],
        silent: [De "Eine 20 Köpfe große Jury tagt."],
    }

    /// A number and the adjective of what it counts in one word: heads, times or percent.
    pub(super) ADJECTIVE_IN_ONE_WORD = "figure.adjective-in-one-word" {
        pattern: "[approximator] (number adjective of what is counted) [noun]",
        languages: [De],
        begins: [Cardinal],
        digits: [Letters],
        read: in_one_word,
        fires: [
            De "Eine [zwölfköpfige](count 12 of=Jury) Jury tagt.",
            De "Ein [zehnprozentiger](percent 10 unit=% of=Anstieg) Anstieg folgte.",
        ],
        silent: [De "Eine mehrköpfige Jury tagt."],
    }

    /// A place in an order from 20 on, in one word that no dictionary has.
    pub(super) RANK_IN_ONE_WORD = "figure.rank-in-one-word" {
        pattern: "(number ordinal ending) [noun]",
        languages: [De],
        begins: [Cardinal],
        digits: [Letters],
        read: rank_in_one_word,
        fires: [De "Die [hundertfünfzigste](ordinal_rank 150 of=Vorstellung) Vorstellung war ausverkauft."],
        silent: [De "Die Truppe kam dreister zurück."],
    }
}

fn hyphened(start: &Start<'_, '_>) -> Figure {
    let amount = amount::at(start).filter(|amount| matches!(amount.follows, Follows::Adjective))?;
    let (kind, unit, end) = unit::number_adjective(start.sentence, amount.parts.number.end)?;
    attribute(start, amount, kind, unit, end, &ADJECTIVE)
}

fn in_one_word(start: &Start<'_, '_>) -> Figure {
    let (amount, counted) = split(start)?;
    let (kind, unit) = unit::counted_by(counted)?;
    attribute(start, amount, kind, unit, start.at + 1, &ADJECTIVE_IN_ONE_WORD)
}

fn rank_in_one_word(start: &Start<'_, '_>) -> Figure {
    let (amount, counted) = split(start)?;
    // "hundertfünfzigste", but not "dreister".
    let large = amount.parts.value.is_some_and(|value| value >= Decimal::from(20u32));
    if counted != Counted::Ordinal || !large {
        return None;
    }
    let (kind, end) = (FigureKind::OrdinalRank, start.at + 1);
    Some(build(start.sentence, amount.from, end, amount.bound, &amount.parts, kind, Unit::Absent, &RANK_IN_ONE_WORD))
}

/// The number that a word begins with, and what the rest of the word says of it. A unit of time is another rule's.
fn split<'s>(start: &'s Start<'_, '_>) -> Option<(&'s Amount, Counted)> {
    let s = start.sentence;
    let (amount, rest) = start.front()?;
    if s.analysis.lookup(s.number, rest, Class::UnitAdjective).is_some() {
        return None;
    }
    let counted = s.analysis.lookup(s.number, rest, Class::NumberAdjective)?;
    Some((amount, Counted::from_value(counted)?))
}

fn attribute(
    start: &Start<'_, '_>,
    amount: &Amount,
    kind: FigureKind,
    unit: Unit,
    end: usize,
    rule: &'static Rule,
) -> Figure {
    let mut figure = build(start.sentence, amount.from, end, amount.bound, &amount.parts, kind, unit, rule);
    figure.item.usage = FigureUse::Attribute;
    Some(figure)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::de;

    #[test]
    fn an_adjective_says_what_is_counted() {
        assert_eq!(de("Ein zehnprozentiger Anstieg folgte."), ["zehnprozentiger|Percent|10|%|Exact|Anstieg"]);
        assert_eq!(de("Eine 20-köpfige Jury tagt."), ["20-köpfige|Count|20|-|Exact|Jury"]);
    }
}
