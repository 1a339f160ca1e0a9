//! The point of a number as it is spoken: "one point two five", "zwei Komma drei".

use crate::answer::Decimal;
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Mark};
use crate::reading::Sentence;

/// The mark at a token.
pub(crate) fn mark(s: &Sentence<'_, '_>, at: usize) -> Option<Mark> {
    s.value(at, Class::NumberMark).and_then(|(mark, _)| Mark::from_value(mark))
}

/// The digits behind the spoken point of a number that begins at `start`: "Komma drei", "point zero five", "point
/// seventy-five"; not "at one point five men".
pub(super) fn behind_point(s: &Sentence<'_, '_>, start: usize, at: usize) -> Option<(Decimal, usize)> {
    const MOST_DIGITS: u8 = 8;
    let moment = start > s.start && s.adposition(start - 1, &[Adposition::At]).is_some();
    if mark(s, at)? != Mark::Decimal || moment {
        return None;
    }
    let (mut digits, mut places, mut end) = (0, 0, at + 1);
    while places < MOST_DIGITS
        && let Some((digit, next)) = s.value(end, Class::Cardinal)
    {
        if digit > 9 {
            let ones = s.value(next, Class::Cardinal).filter(|(ones, _)| digit % 10 == 0 && (1..=9).contains(ones));
            let (ones, behind) = ones.unwrap_or((0, next));
            let tens = places == 0 && digit < 100;
            return tens.then_some((Decimal::new(i128::from(digit + ones), 2), behind));
        }
        (digits, places, end) = (digits * 10 + i128::from(digit), places + 1, next);
    }
    (places > 0).then(|| (Decimal::new(digits, places), end))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn points_are_spoken() {
        assert_eq!(
            de("Es waren zwei Komma drei Millionen Euro."),
            ["zwei Komma drei Millionen Euro|Money|2300000|EUR|Exact|-"]
        );
        assert_eq!(en("It grew one point two five percent."), ["one point two five percent|Percent|1.25|%|Exact|-"]);
        assert_eq!(
            en("It was three point seventy-one metres."),
            ["three point seventy-one metres|Measure|3.71|m|Exact|-"]
        );
        assert_eq!(en("At one point five men left."), ["five|Count|5|-|Exact|men"]);
        assert_eq!(de("Im Satz fehlt ein Komma.").len(), 0);
    }
}
