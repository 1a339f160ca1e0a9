//! The words that go on with a number: scales, smaller numbers, "and a half".

use super::{Amount, DOZEN, MOST_WORDS, NUMBER_WORDS, Numeral, Written};
use super::{point, word_number};
use crate::answer::Decimal;
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::{Class, Form, groups};
use crate::reading::Sentence;
use crate::text::TokenKind;

/// Goes on from a first number with scales and smaller numbers, as far as they make one number.
pub(super) fn compose(
    s: &Sentence<'_, '_>,
    start: usize,
    first: Decimal,
    behind: usize,
    written: Written,
) -> Option<Numeral> {
    let (mut total, mut current, mut end) = (Decimal::ZERO, first, behind);
    // The power of ten that the last word multiplied by, and the smallest one so far.
    let (mut last, mut smallest) = (0, u32::MAX);
    let mut scale = 0;
    for _ in 0..MOST_WORDS {
        if let Some((power, next)) = scale_at(s, start, end) {
            if power == 2 {
                current = current.scaled(2)?;
            } else if power < smallest {
                total = total.plus(current.scaled(power)?)?;
                current = Decimal::ZERO;
                smallest = power;
            } else {
                break;
            }
            (last, end, scale) = (power, next, power);
            continue;
        }
        if let Some((digits, next)) =
            point::behind_point(s, start, end).filter(|_| last != 1 && written != Written::Digits)
        {
            current = current.plus(digits)?;
            (last, end, scale) = (1, next, 0);
            continue;
        }
        if let Some((more, next)) = smaller_scaled(s, end, last) {
            total = total.plus(current)?.plus(more)?;
            (current, end, scale) = (Decimal::ZERO, next, 0);
            (last, smallest) = scale_at(s, start, end - 1).map_or((last, smallest), |(power, _)| (power, power));
            continue;
        }
        if let Some((group, next)) = s.value(end, Class::GroupOf).filter(|(group, _)| *group == DOZEN) {
            current =
                if current == Decimal::ZERO { Decimal::from(group) } else { current.times(Decimal::from(group))? };
            end = next;
            break;
        }
        if let Some((part, next)) = and_a_half(s, end).filter(|_| last == 0) {
            current = current.plus(part)?;
            end = next;
            last = 1;
            continue;
        }
        let Some((more, next)) = smaller(s, end, current, last, written) else {
            break;
        };
        current = current.plus(more)?;
        (last, end, scale) = (0, next, 0);
    }
    let value = total.plus(current)?;
    Some(Numeral { amount: Amount::Number(value), tokens: start..end, scale, written })
}

/// A scale word, also behind a hyphen: "3-million". One letter counts only glued to its digits ("10k"), and where it
/// is a unit too ("5m") only with money or a counted noun beside it.
fn scale_at(s: &Sentence<'_, '_>, start: usize, at: usize) -> Option<(u32, usize)> {
    let word = if s.is_joint(at) { at + 1 } else { at };
    let (power, end) = s.value(word, Class::Scale).map(|(power, end)| (power, s.without_stop(end)))?;
    if s.word(word).len() > 1 {
        return Some((power, end));
    }
    let money = || is_priced(s, start) || s.is(end, Class::Currency);
    (s.is_tight(at) && (power == THOUSAND || money() || counts(s, end))).then_some((power, end))
}

/// "k", which is no unit.
const THOUSAND: u32 = 3;

/// Whether a currency stands before a number: before its sign too, and before the lower end of its range.
fn is_priced(s: &Sentence<'_, '_>, start: usize) -> bool {
    let currency = |back: usize| start >= s.start + back && s.is(start - back, Class::Currency);
    let dash = start > s.start && matches!(s.kind(start - 1), TokenKind::Hyphen | TokenKind::Dash | TokenKind::Symbol);
    currency(1) || dash && (currency(2) || currency(3) && s.kind(start - 2) == TokenKind::Number)
}

/// Whether what follows a number can only be counted by it, since it is a plural: "people", "tonnes", "young people", "of
/// its devices".
fn counts(s: &Sentence<'_, '_>, at: usize) -> bool {
    const MOST: usize = 2;
    let plural = |at: usize| {
        s.senses(at).iter().any(|sense| {
            (sense.class == Class::Noun || groups::UNIT.has(sense.class) && !sense.form.has(Form::SHORT))
                && sense.form.has(Form::PLURAL)
                && (!sense.form.has(Form::SINGULAR) || (s.profile.plural_like)(s.word(at)))
        })
    };
    let part = s.adposition(at, &[Adposition::Of]).filter(|next| s.is_any(*next, groups::DETERMINER));
    let first = match part {
        Some(determiner) if s.kind(determiner + 1) == TokenKind::Number => {
            determiner + 2 + usize::from(s.is(determiner + 2, Class::Scale))
        }
        Some(determiner) => determiner + 1,
        None => at,
    };
    let adjectives = (0..MOST).take_while(|more| s.is_any(first + more, groups::ATTRIBUTE)).count();
    (0..=adjectives).any(|more| plural(first + more))
}

/// "and a half", "und ein halb".
pub(crate) fn and_a_half(s: &Sentence<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    // "one and a half", "one-and-a-half"
    let joint = |at: usize| if s.is_joint(at) { at + 1 } else { at };
    let mut next = joint(s.coordinator(joint(at), &[Coordinator::And])?);
    if s.is(next, Class::IndefiniteArticle) {
        next = joint(next + 1);
    }
    // "and two fifths"
    let times = s.value(next, Class::Cardinal).filter(|(times, end)| *times > 1 && s.is(*end, Class::Fraction));
    let (times, next) = times.unwrap_or((1, next));
    let (part, end) = s.value(next, Class::Fraction)?;
    let (n, d) = ((part >> 16).checked_mul(times)?, part & 0xffff);
    // "and half of the men" is another part.
    let more = s.adposition(end, &[Adposition::Of]).is_some() || s.is(end, Class::Article);
    (n < d && !more).then_some((ratio(n, d)?, end))
}

/// Digits with a smaller scale: "4 thousand | 3 hundred", "2 Millionen | 300 Tausend".
fn smaller_scaled(s: &Sentence<'_, '_>, at: usize, last: u32) -> Option<(Decimal, usize)> {
    if last < 3 || s.kind(at) != TokenKind::Number || s.word(at).len() > 3 {
        return None;
    }
    let (power, end) = s.value(at + 1, Class::Scale).filter(|(power, _)| *power < last)?;
    let value = Decimal::from(s.word(at).parse::<u32>().ok()?).scaled(power)?;
    (s.word(at + 1).len() > 2).then_some((value, end))
}

/// A smaller number that is added: "hundred and five", "thousand three", "twenty one".
fn smaller(s: &Sentence<'_, '_>, at: usize, current: Decimal, last: u32, written: Written) -> Option<(Decimal, usize)> {
    let joined = s.coordinator(at, &[Coordinator::And]);
    // "3 hundred and 21", but not "3 million and 21 men".
    if joined.is_some() && (last < 2 || last > 2 && written == Written::Digits) {
        return None;
    }
    let from = joined.unwrap_or(at);
    if last == 2 && joined.is_some() && s.kind(from) == TokenKind::Number {
        let value = Decimal::from(s.word(from).parse::<u32>().ok()?);
        let other = s.is(from + 1, Class::Scale) || s.is(from + 1, Class::Times);
        return (value < Decimal::from(100u32) && !other).then_some((value, from + 1));
    }
    let (value, next) = match s.value(from, Class::Cardinal) {
        Some((value, next)) => (Decimal::from(value), next),
        None if last >= 2 && s.kind(from) == TokenKind::Word && !s.is_any(from, NUMBER_WORDS) => {
            (word_number::whole(s, from)?, from + 1)
        }
        None => return None,
    };
    let fits = if last >= 2 {
        value < Decimal::from(1u32).scaled(last)?
    } else {
        let tens = current.to_integer()?;
        joined.is_none()
            && last == 0
            && (20..100).contains(&(tens % 100))
            && tens % 10 == 0
            && value < Decimal::from(10u32)
            && value > Decimal::ZERO
            && written == Written::Words
    };
    // "3 hundred and 2 hundred" are two numbers.
    let other = s
        .value(next, Class::Scale)
        .is_some_and(|(power, _)| last >= 2 && power >= last && !(last == 2 && power > last));
    (fits && !other).then_some((value, next))
}

/// A ratio as a decimal, rounded to four digits where it has more.
pub(crate) fn ratio(n: u32, d: u32) -> Option<Decimal> {
    rounded(i128::from(n), d)
}

pub(super) fn rounded(n: i128, d: u32) -> Option<Decimal> {
    const PLACES: u8 = 4;
    let d = i128::from(d);
    let scaled = n.checked_mul(10i128.pow(u32::from(PLACES)))?.checked_mul(2)?.checked_add(d)?;
    Some(Decimal::new(scaled.checked_div(d.checked_mul(2)?)?, PLACES))
}

#[cfg(test)]
mod tests {
    use super::ratio;
    use crate::testing::figure::{de, en};

    #[test]
    fn scales_and_smaller_numbers_go_on() {
        assert_eq!(
            de("Es sind zwei Millionen dreihundert Gäste."),
            ["zwei Millionen dreihundert|Count|2000300|-|Exact|Gäste"]
        );
        assert_eq!(en("3 hundred and 2 hundred.").len(), 2);
    }

    #[test]
    fn ratios_have_four_places() {
        assert_eq!(ratio(1, 3).map(|third| third.to_string()).as_deref(), Some("0.3333"));
        assert_eq!(ratio(2, 3).map(|third| third.to_string()).as_deref(), Some("0.6667"));
        assert_eq!(ratio(1, 8).map(|part| part.to_string()).as_deref(), Some("0.125"));
        assert_eq!(ratio(1, 0), None);
    }
}
