//! Numbers and amounts as time expressions have them.

use crate::answer::Decimal;
use crate::lang::Profile;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, Unit};
use crate::text::TokenKind;

use super::value::Amount;
use crate::reading::Sentence;

impl Sentence<'_, '_> {
    /// A number: digits, a number word, a fraction, "half a"; the token after it.
    pub(super) fn number(&self, at: usize) -> Option<(Decimal, usize)> {
        if self.kind(at) == TokenKind::Number {
            let number = decimal(self.word(at), self.profile)?;
            return Some(self.mixed_fraction(number, at + 1));
        }
        if let Some((value, mut end)) = self.value(at, Class::Cardinal) {
            let mut number = Decimal::from(value);
            if let Some((power, after)) = self.value(end, Class::Scale).filter(|(power, _)| *power <= 3) {
                (number, end) = (number.scaled(power)?, after);
            } else if self.is_dash(end) && self.is_tight(end) && self.is_tight(end + 1) {
                // "twenty-four"
                if let Some((ones, after)) = self.value(end + 1, Class::Cardinal).filter(|(ones, _)| *ones < 10)
                    && value % 10 == 0
                    && value < 100
                {
                    (number, end) = (Decimal::from(value + ones), after);
                }
            }
            return Some((number, end));
        }
        if let Some((group, end)) = self.value(at, Class::GroupOf).filter(|(group, _)| *group >= 10) {
            return Some((Decimal::from(group), end));
        }
        self.fraction(at)
    }

    /// "anderthalb", "half an", "a quarter of an"; the token after it.
    pub(super) fn fraction(&self, at: usize) -> Option<(Decimal, usize)> {
        let (part, mut end) = self.value(at, Class::Fraction)?;
        let number = ratio(part)?;
        if let Some(after) = self.adposition(end, &[Adposition::Of]) {
            end = after;
        }
        if self.is(end, Class::IndefiniteArticle) {
            end += 1;
        }
        Some((number, end))
    }

    /// "5 1/2": adds a fraction behind a whole number.
    fn mixed_fraction(&self, whole: Decimal, at: usize) -> (Decimal, usize) {
        let parts = (self.digits(at), self.digits(at + 2));
        if let (Some(over), Some(under @ (2 | 4))) = parts
            && self.is_slash(at + 1)
            && self.is_tight(at + 1)
            && self.is_tight(at + 2)
            && over < under
        {
            let quarters = Decimal::new(i128::from(over) * 100 / i128::from(under), 2);
            return (whole.plus(quarters).unwrap_or(whole), at + 3);
        }
        if let Some((half, after)) = self.half_behind(at) {
            return (whole.plus(half).unwrap_or(whole), after);
        }
        (whole, at)
    }

    /// "(two) and a half".
    pub(super) fn half_behind(&self, at: usize) -> Option<(Decimal, usize)> {
        if self.coordinator(at, &[Coordinator::And]).is_none() {
            return None;
        }
        let next = at + 1 + usize::from(self.is(at + 1, Class::IndefiniteArticle));
        let (part, end) = self.value(next, Class::Fraction)?;
        ratio(part).map(|half| (half, end))
    }

    /// How many: a number, "ein/a", "several"; the token after it.
    pub(super) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        if let Some((_, end)) = self.value(at, Class::Indefinite).or_else(|| self.value(at, Class::OpenAmount)) {
            return Some((Amount::Vague, end));
        }
        if self.is(at, Class::IndefiniteArticle) {
            // "eine halbe Stunde", "ein Dutzend Jahre"
            let part =
                self.fraction(at + 1).or_else(|| self.number(at + 1).filter(|_| self.is(at + 1, Class::GroupOf)));
            let (number, end) = part.unwrap_or((Decimal::from(1u32), at + 1));
            return Some((Amount::Exact(number), end));
        }
        let (mut number, mut end) = self.number(at)?;
        if let Some((half, after)) = self.half_behind(end) {
            (number, end) = (number.plus(half)?, after);
        }
        Some((Amount::Exact(number), end))
    }

    /// Smaller units joined to a length: "und neun Monate", "and 2 days", "30 Minuten 20 Sekunden"; the token after them.
    pub(super) fn rest(&self, unit: Unit, at: usize) -> ([Option<(Amount, Unit)>; 3], usize) {
        let (mut rest, mut last, mut end) = ([None; 3], unit, at);
        for slot in &mut rest {
            let Some((smaller, after)) = self.smaller(last, end) else { break };
            (*slot, last, end) = (Some(smaller), smaller.1, after);
        }
        (rest, end)
    }

    fn smaller(&self, unit: Unit, at: usize) -> Option<((Amount, Unit), usize)> {
        let next = at + usize::from(self.coordinator(at, &[Coordinator::And]).is_some() || self.is_comma(at));
        let (amount, unit_at) = self.amount(next).filter(|(amount, _)| *amount != Amount::Vague)?;
        let (smaller, end) = self.unit(unit_at)?;
        (order(smaller)? < order(unit)?).then_some(((amount, smaller), end))
    }
}

/// Digits with the language's marks, of a sensible length.
pub(super) fn decimal(word: &str, profile: &Profile) -> Option<Decimal> {
    if word.len() > 12 {
        return None;
    }
    let (mut digits, mut scale, mut behind, mut group) = (0i128, 0u8, false, None::<u8>);
    for c in word.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                digits = digits * 10 + i128::from(digit);
                scale += u8::from(behind);
                group = group.map(|n| n + 1);
            }
            None if c == profile.decimal && !behind => behind = true,
            None if c == profile.group && !behind && group.is_none_or(|n| n == 3) => group = Some(0),
            None => return None,
        }
    }
    (group.is_none_or(|n| n == 3)).then(|| Decimal::new(digits, scale))
}

/// A ratio as a dictionary packs it, where it is a finite decimal.
fn ratio(value: u32) -> Option<Decimal> {
    let (over, under) = (i128::from(value >> 16), i128::from(value & 0xffff));
    (under > 0 && over * 1000 % under == 0).then(|| Decimal::new(over * 1000 / under, 3))
}

fn order(unit: Unit) -> Option<u8> {
    Some(match unit {
        Unit::Second => 0,
        Unit::Minute => 1,
        Unit::Hour => 2,
        Unit::Day => 3,
        Unit::Week => 4,
        Unit::Month => 5,
        Unit::Year => 6,
        _ => return None,
    })
}
