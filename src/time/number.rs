//! Numbers and amounts as time expressions have them.

use crate::answer::Decimal;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator, Unit};

use super::value::Amount;
use crate::reading::{Sentence, number};

impl Sentence<'_, '_> {
    /// A number or a part of one that is a finite decimal: "72", "zwei Millionen", "half an"; the token after it.
    pub(super) fn number(&self, at: usize) -> Option<(Decimal, usize)> {
        let number = number::read(self, at)?;
        match number.amount {
            number::Amount::Number(value) => Some((value, number.tokens.end)),
            number::Amount::Share(..) => self.fraction(at),
            number::Amount::Open { .. } => None,
        }
    }

    /// "anderthalb", "half an", "a quarter of an"; the token after it.
    pub(super) fn fraction(&self, at: usize) -> Option<(Decimal, usize)> {
        let (part, end) = self.value(at, Class::Fraction)?;
        let end = self.adposition(end, &[Adposition::Of]).unwrap_or(end);
        // "half-an-hour"
        let joined = self.is_dash(end) && self.is_tight(end) && self.is(end + 1, Class::IndefiniteArticle);
        let end = end + usize::from(joined);
        let end = end + usize::from(self.is(end, Class::IndefiniteArticle));
        finite(part).map(|number| (number, end))
    }

    /// How many: a number, "ein/a", "several"; the token after it.
    pub(super) fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        // The longest: "a few" before "few".
        if let Some((_, end)) = self.value(at, Class::Indefinite).or_else(|| self.value(at, Class::OpenAmount)) {
            return Some((Amount::Vague, end));
        }
        // "eine halbe Stunde"
        let part = if self.is(at, Class::IndefiniteArticle) { self.fraction(at + 1) } else { None };
        let (number, end) = part.or_else(|| self.number(at))?;
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

/// A part of a whole as a dictionary packs it, where it is a finite decimal.
pub(super) fn finite(part: u32) -> Option<Decimal> {
    let (over, under) = (part >> 16, part & 0xffff);
    number::ratio(over, under).filter(|_| 1000 % under == 0)
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
