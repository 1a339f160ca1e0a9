//! Money with its symbol before the number, and amounts in two units.

use super::start::{Figure, Parts, Read, Start, build};
use super::unit::{self, Found};
use super::{approx, range, sign};
use crate::answer::{Decimal, FigureKind};
use crate::lexicon::class::Coordinator;
use crate::reading::Sentence;
use crate::reading::number::{Amount, Written};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A number in digits behind a currency's symbol or code.
    pub(super) MONEY_SYMBOL = "figure.money-symbol" {
        pattern: "[approximator] currency number | range [currency]",
        begins: [Currency],
        digits: [Sign],
        read: symbol,
        fires: [
            De "Das Buch kostet [€249](money 249 unit=EUR).",
            En "The firm paid [more than $6.9bn](money 6900000000 unit=USD approx=over) for it.",
            En "It cost [$2-3 billion](money 2000000000..3000000000 unit=USD).",
            En "The balance was [-$3.2 million](money -3200000 unit=USD).",
        ],
        silent: [
            De "Der € fiel am Montag um 3 Prozent.",
            En "The $ is weak.",
        ],
    }
}

fn symbol(start: &Start<'_, '_>) -> Figure {
    let (s, at, floor) = (start.sentence, start.at, start.floor);
    let negative = matches!(s.word(at), "-" | "−" | "–") && s.is_tight(at + 1);
    // "US-$"
    if negative && at > s.start && s.is_tight(at) && s.kind(at - 1) != TokenKind::Open {
        return None;
    }
    let found = unit::symbol(s, at + usize::from(negative))?;
    let mut number = sign::read(s, found.end).filter(|number| number.written == Written::Digits)?;
    if negative {
        number.amount = match number.amount {
            Amount::Number(value) => Amount::Number(value.negated()),
            _ => return None,
        };
    }
    let (bound, from) = approx::before(s, at, floor);
    let mut parts = Parts { number: number.tokens.clone(), scale: number.scale, ..Parts::default() };
    let ends = range::from(s, &number, unit::at(s, number.tokens.end).as_ref(), floor);
    let first = ends.as_ref().and_then(|ends| ends.between).unwrap_or(at);
    let (bound, from) = if first < at { approx::before(s, first, floor) } else { (bound, from) };
    match (&ends, number.amount) {
        (Some(ends), _) => {
            (parts.low, parts.high) = (Some(ends.low), Some(ends.high));
            parts.number.end = ends.end;
        }
        (None, Amount::Number(value)) => parts.value = Some(value),
        _ => return None,
    }
    let mut end = parts.number.end;
    // "$40 million US dollars" says its currency twice.
    let mut unit = found.unit;
    if let Some(again) = unit::at(s, end).filter(|again| again.kind == FigureKind::Money && !s.is_joint(end)) {
        (unit, end) = (again.unit, again.end);
    }
    Some(build(s, from, end, bound, &parts.convert(&found)?, FigureKind::Money, unit, &MONEY_SYMBOL))
}

/// "15 Dollar und 15 Cent", "two euros fifty cents": the cents behind an amount of the same currency.
pub(super) fn hundredths(s: &Sentence<'_, '_>, at: usize, found: &Found) -> Option<(Decimal, usize)> {
    if found.hundredth {
        return None;
    }
    let next = s.coordinator(at, &[Coordinator::And]).unwrap_or(at);
    let number = sign::read(s, next).filter(|number| number.tokens.len() <= 4)?;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let end = number.tokens.end;
    if let Some(cents) = unit::at(s, end).filter(|cents| cents.hundredth) {
        return Some((cents.convert(value)?, cents.end));
    }
    // "zwei Euro fünfzig", "thirteen dollars forty five": spoken cents, with nothing that they could count.
    let cents = value.to_integer().filter(|cents| (10..=99).contains(cents))?;
    let spoken = next == at && number.written == Written::Words && s.kind(end) != TokenKind::Word;
    spoken.then_some((Decimal::new(cents, 2), end))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn symbols_stand_before_and_cents_behind() {
        assert_eq!(de("Es kostet €249."), ["€249|Money|249|EUR|Exact|-"]);
        assert_eq!(en("It costs more than $6.9bn."), ["more than $6.9bn|Money|6900000000|USD|Over|-"]);
        assert_eq!(de("Es kostet 15 Dollar und 15 Cent."), ["15 Dollar und 15 Cent|Money|15.15|USD|Exact|-"]);
        assert_eq!(de("Es kostet zwei Euro fünfzig."), ["zwei Euro fünfzig|Money|2.5|EUR|Exact|-"]);
        assert_eq!(
            de("Für zwei Euro fünfzig Kilo."),
            ["zwei Euro|Money|2|EUR|Exact|-", "fünfzig Kilo|Measure|50|kg|Exact|-"]
        );
        assert!(en("The $ is weak.").is_empty());
    }
}
