//! How often, and numbers in one word with what they count: "dreimal", "three times", "44jährige", "zwölfköpfig".

use std::ops::Range;

use super::numeral::{Amount, Numeral, Written};
use super::quantity::Figure;
use super::scope::Scope;
use super::shared_rules::{ADJECTIVE, RANK};
use super::unit::{self, Found, Unit};
use super::whole::{Parts, build, years};
use super::{Counts, approx, word_number};
use crate::answer::Decimal;
use crate::answer::FigureKind;
use crate::lexicon::class::{Adposition, Coordinator, Counted};
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) TIMES = "figure.times" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// Whether a multiple that ends at a token compares: "three times | as many", "dreimal | so viele", "twice | the size",
/// "four times | larger than", "three times | over the limit". It says a ratio and counts nothing.
fn compares(scope: &Scope<'_, '_, '_>, end: usize) -> bool {
    const OBJECTS: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive, Class::Demonstrative]);
    const MUCH: ClassSet = ClassSet::of(&[Class::Indefinite, Class::Adjective, Class::Adverb, Class::Quantifier]);
    let object = !scope.profile.capital_nouns && scope.is_any(end, OBJECTS) && !scope.is(end, Class::IndefiniteArticle);
    let so = scope.is(end, Class::Quotative) && scope.is_any(end + 1, MUCH);
    let than =
        |at: usize| scope.kind(at - 1) == TokenKind::Word && scope.coordinator(at, &[Coordinator::Than]).is_some();
    let comparative = (than(end + 1) || than(end + 2) && scope.kind(end) == TokenKind::Word)
        && !scope.is_any(end, ClassSet::of(&[Class::Noun, Class::Verb]));
    object || so || comparative || scope.adposition(end, &[Adposition::As, Adposition::Over]).is_some()
}

/// Whether a number multiplies: "three times as many".
pub(super) fn is_ratio(scope: &Scope<'_, '_, '_>, number: &Numeral) -> bool {
    scope.is(number.tokens.end, Class::Times) && compares(scope, number.tokens.end + 1)
}

/// "drei Mal", "three times".
pub(super) fn times(scope: &Scope<'_, '_, '_>, number: &Numeral, floor: usize) -> Figure {
    let end = number.tokens.end;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    if number.written == Written::One
        || !scope.is(end, Class::Times) && !(scope.is_joint(end) && scope.is(end + 1, Class::Times))
    {
        return None;
    }
    let (bound, from) = approx::before(scope, number.tokens.start, floor);
    let parts = Parts { value: Some(value), number: number.tokens.clone(), ..Parts::default() };
    let end = if scope.is_joint(end) { end + 2 } else { end + 1 };
    let mut figure = build(scope, from, end, bound, &parts, FigureKind::Count, Unit::Absent, &TIMES);
    let adjective = scope.is_joint(number.tokens.end) && !scope.profile.capital_nouns;
    if !adjective {
        figure.item.counts = Counts::Nothing;
    }
    Some(figure)
}

/// "dreimal", "twice": how often, in one word.
pub(super) fn adverb(scope: &Scope<'_, '_, '_>, at: usize, floor: usize) -> Figure {
    if !scope.is(at, Class::Times) {
        return None;
    }
    let (value, end) = scope.value(at, Class::Multiple).filter(|(value, _)| *value > 1)?;
    if compares(scope, end) {
        return None;
    }
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: Some(Decimal::from(value)), number: at..end, ..Parts::default() };
    let mut figure = build(scope, from, end, bound, &parts, FigureKind::Count, Unit::Absent, &TIMES);
    figure.item.counts = Counts::Nothing;
    Some(figure)
}

/// A number and the adjective that it begins, with a hyphen: "20-köpfige", "5-prozentige".
pub(super) fn hyphened(scope: &Scope<'_, '_, '_>, number: &Range<usize>) -> Option<(FigureKind, Unit, usize)> {
    let word = number.end + 1;
    if !scope.is_joint(number.end) || !scope.is(word, Class::NumberAdjective) {
        return None;
    }
    let (counted, end) = scope.value(word, Class::NumberAdjective)?;
    match Counted::from_value(counted)? {
        Counted::Things => Some((FigureKind::Count, Unit::Absent, end)),
        Counted::Percent => Some((FigureKind::Percent, Unit::Percent, end)),
        Counted::Ordinal => None,
    }
}

/// A number and what it counts in one word: "44jährige", "dreitägig", "zwölfköpfig", "zehnprozentig", "achtmalige".
pub(super) fn in_one_word(scope: &Scope<'_, '_, '_>, at: usize, floor: usize) -> Figure {
    if !word_number::may_be(scope, at) {
        return None;
    }
    let (value, rest) = word_number::split(scope, at)?;
    if rest.is_empty() {
        return None;
    }
    let (bound, from) = approx::before(scope, at, floor);
    let parts = Parts { value: Some(value), number: at..at + 1, ..Parts::default() };
    if let Some(unit) = scope.analysis.lookup(scope.sentence, rest, Class::UnitAdjective) {
        let (code, factor) = unit::of_time(crate::lexicon::class::Unit::from_value(unit)?)?;
        let found = Found { kind: FigureKind::Age, unit: Unit::Time(code), factor, hundredth: false, end: at + 1 };
        return years(scope, from, bound, &parts.convert(&found)?, code, at + 1);
    }
    let counted = scope.analysis.lookup(scope.sentence, rest, Class::NumberAdjective)?;
    match Counted::from_value(counted)? {
        Counted::Things => Some(build(scope, from, at + 1, bound, &parts, FigureKind::Count, Unit::Absent, &ADJECTIVE)),
        // "hundertfünfzigste", but not "dreister".
        Counted::Ordinal => (value >= Decimal::from(20u32))
            .then(|| build(scope, from, at + 1, bound, &parts, FigureKind::OrdinalRank, Unit::Absent, &RANK)),
        Counted::Percent => {
            let mut figure = build(scope, from, at + 1, bound, &parts, FigureKind::Percent, Unit::Absent, &ADJECTIVE);
            figure.item.unit = Unit::Percent;
            Some(figure)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn how_often_and_numbers_in_one_word() {
        assert_eq!(de("Er siegte dreimal."), ["dreimal|Count|3|-|Exact|-"]);
        assert_eq!(en("The eight-time champion lost."), ["eight-time|Count|8|-|Exact|champion"]);
        assert_eq!(de("Ein zehnprozentiger Anstieg folgte."), ["zehnprozentiger|Percent|10|%|Exact|Anstieg"]);
        assert_eq!(de("Eine 20-köpfige Jury tagt."), ["20-köpfige|Count|20|-|Exact|Jury"]);
        assert_eq!(en("He was fined three times."), ["three times|Count|3|-|Exact|-"]);
        for text in ["Three times as many came.", "It is four times larger than before.", "It sold at twice the price."]
        {
            assert!(en(text).is_empty(), "{text}");
        }
        assert!(de("Es kamen dreimal so viele Gäste.").is_empty());
        for text in ["Es war einmal.", "Er half mehrfach."] {
            assert!(de(text).is_empty(), "{text}");
        }
        assert!(en("It rolled over multiple times.").is_empty());
    }
}
