//! Words that count only in company: "ein", "a", "several", and amounts without a number: "Hunderte", "dozens".

use super::{Amount, DOZEN, MOST_WORDS, Numeral, Written};
use crate::answer::Decimal;
use crate::lexicon::class::Indefinite;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::text::TokenKind;

/// Whether an article may count: a scale, a unit or a second number behind it, or a bound before it, says so.
pub(crate) fn article_counts(s: &Sentence<'_, '_>, at: usize) -> bool {
    const COUNTED: ClassSet = groups::LINK.with(groups::UNIT).or(&[
        Class::Cardinal,
        Class::Fraction,
        Class::GroupOf,
        Class::NumberMark,
        Class::OrdinalWord,
        Class::Scale,
        Class::Times,
    ]);
    s.is_any(at + 1, COUNTED)
        || matches!(s.kind(at + 1), TokenKind::Hyphen | TokenKind::Dash)
        || s.sense_before(at, Class::Approx, s.start).is_some()
        || s.sense_before(at, Class::RankCue, s.start).is_some()
}

/// Whether a word such as "several" counts: only before a group, a scale or a power of ten.
pub(crate) fn indefinite_counts(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.value(at, Class::Indefinite).is_some_and(|(_, next)| s.is_any(next, groups::AMOUNT))
}

/// "Hunderte", "dozens", "einige Dutzend", "several million": at least twice the unit.
pub(super) fn open_amount(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let twice = |power: u32| Decimal::from(2u32).scaled(power);
    let open = |low: Decimal, end: usize, scale: u32, vague: bool| Numeral {
        amount: Amount::Open { low, vague },
        tokens: at..end,
        scale,
        written: Written::Words,
    };
    if let Some((value, end)) = s.value(at, Class::OpenAmount) {
        return Some(open(Decimal::from(2u32).times(Decimal::from(value))?, end, 0, false));
    }
    let sense = s.sense(at, Class::Indefinite)?;
    match Indefinite::from_value(sense.value)? {
        Indefinite::Few | Indefinite::Several | Indefinite::Some | Indefinite::Couple | Indefinite::Many => {}
        Indefinite::All | Indefinite::Most | Indefinite::None => return None,
    }
    let mut next = sense.end(at);
    let mut low = None;
    if let Some((value, end)) = s.value(next, Class::GroupOf).filter(|(value, _)| *value == DOZEN) {
        (low, next) = (Decimal::from(2u32).times(Decimal::from(value)), end);
    } else if let Some((value, end)) = s.value(next, Class::OpenAmount) {
        (low, next) = (Decimal::from(2u32).times(Decimal::from(value)), end);
    } else if let Some((value, end)) =
        s.value(next, Class::Cardinal).filter(|(value, _)| *value >= 100 && is_power(*value))
    {
        (low, next) = (Decimal::from(2u32).times(Decimal::from(value)), end);
    }
    let mut scale = 0;
    while let Some((power, end)) = s.value(next, Class::Scale).filter(|_| next < at + MOST_WORDS) {
        low = match low {
            None => twice(power),
            Some(low) => low.scaled(power),
        };
        (scale, next) = (power, end);
    }
    Some(open(low?, next, scale, true))
}

/// Whether a number is a power of ten: "mehrere zehntausend", "einige hundert".
fn is_power(value: u32) -> bool {
    value.checked_ilog10().is_some_and(|digits| 10u32.pow(digits) == value)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn open_amounts_have_a_low_end_only() {
        assert_eq!(de("Hunderte Fans kamen."), ["Hunderte|Count|200..|-|Exact|Fans"]);
        assert_eq!(en("Some dozens of fans came."), ["Some dozens|Count|24..|-|About|fans"]);
        assert!(de("Viele Fans kamen.").is_empty());
        assert!(en("The score was fair.").is_empty());
    }
}
