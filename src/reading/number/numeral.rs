//! Numbers without a sign, in digits or words: "37", "2,4 Mrd.", "two hundred and five", "eine halbe Million", "Hunderte".

use super::compose::{compose, ratio, rounded};
use super::digits;
use super::open::open_amount;
use super::{Amount, DOZEN, NUMBER_WORDS, Numeral, Written};
use super::{point, word_number};
use crate::answer::Decimal;
use crate::lexicon::class::Adposition;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::text::TokenKind;

/// The number that begins at a token, without a sign.
pub(crate) fn read(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    match s.kind(at) {
        TokenKind::Number => in_digits(s, at),
        TokenKind::Word if s.is_any(at, NUMBER_WORDS) => {
            let found = open_amount(s, at).or_else(|| part_of_scale(s, at)).or_else(|| in_words(s, at));
            // A symbol such as "k" is no number by itself.
            found.filter(|found| !found.tokens.is_empty())
        }
        TokenKind::Word => {
            let value = word_number::whole(s, at)?;
            Some(compose(s, at, value, at + 1, Written::Words)?)
        }
        _ => vulgar(s, at, None),
    }
}

/// Digits, with groups apart, a fraction behind and scale words: "3 300", "3½", "3 1/2", "1/2", "2,4 Mrd."
fn in_digits(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let mut value = digits::parse(s.word(at), s.profile)?;
    let mut end = at + 1;
    if stands_alone(s, end) {
        let amount = Amount::Number(value);
        return Some(Numeral { amount, tokens: at..end, scale: 0, written: Written::Digits });
    }
    if let Some(share) = vulgar(s, end, Some(value)) {
        return compose(s, at, number(&share)?, share.tokens.end, Written::Digits);
    }
    if let Some((n, d, behind)) = slashed(s, at) {
        return Some(Numeral { amount: Amount::Share(n, d), tokens: at..behind, scale: 0, written: Written::Digits });
    }
    if let Some((n, d, behind)) = slashed(s, end).filter(|_| !s.is_tight(end)) {
        // "$5.12 1/2": half of the last place.
        let places = s.word(at).rsplit_once(s.profile.decimal).map_or(0, |(_, places)| places.len());
        let part = ratio(n, d)?.times(Decimal::new(1, u8::try_from(places).ok()?))?;
        return compose(s, at, value.plus(part)?, behind, Written::Digits);
    }
    let short = s.word(at).len() <= 3 && !s.word(at).starts_with('0');
    let group = |at: usize| {
        s.kind(at) == TokenKind::Number
            && !s.is_tight(at)
            && s.word(at).len() == 3
            && s.word(at).bytes().all(|byte| byte.is_ascii_digit())
    };
    while short && end < at + 5 && group(end) {
        let more: u32 = s.word(end).parse().ok()?;
        value = value.scaled(3)?.plus(Decimal::from(more))?;
        end += 1;
    }
    compose(s, at, value, end, Written::Digits)
}

/// Whether nothing behind digits can go on with them: most are followed by a noun, a unit or a full stop.
fn stands_alone(s: &Sentence<'_, '_>, end: usize) -> bool {
    const GOES_ON: ClassSet = groups::AMOUNT.or(&[Class::Coordinator]);
    match s.kind(end) {
        TokenKind::Word => !s.is_any(end, GOES_ON),
        TokenKind::Terminal | TokenKind::Separator | TokenKind::Open | TokenKind::Close | TokenKind::Quote => true,
        _ => false,
    }
}

/// "½", alone or behind a whole number.
fn vulgar(s: &Sentence<'_, '_>, at: usize, whole: Option<Decimal>) -> Option<Numeral> {
    let (n, d) = digits::vulgar(s.word(at))?;
    let amount = match whole {
        Some(whole) => Amount::Number(whole.plus(ratio(n, d)?)?),
        None => Amount::Share(n, d),
    };
    Some(Numeral { amount, tokens: at..at + 1, scale: 0, written: Written::Digits })
}

/// "1/2": a proper fraction with a small denominator; "9/11" and "2015/16" are none.
fn slashed(s: &Sentence<'_, '_>, at: usize) -> Option<(u32, u32, usize)> {
    let joined = s.word(at + 1) == "/" && s.is_tight(at + 1) && s.is_tight(at + 2);
    if !joined || s.word(at + 3) == "/" {
        return None;
    }
    let (n, d): (u32, u32) = (s.word(at).parse().ok()?, s.word(at + 2).parse().ok()?);
    (n > 0 && n < d && (d <= 10 || d == 100)).then_some((n, d, at + 3))
}

/// "half a million", "eine halbe Million", "a quarter million", "three quarters of a million".
fn part_of_scale(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    let mut next = at;
    let mut times = 1;
    if s.is(next, Class::IndefiniteArticle) {
        next += 1;
    } else if let Some((value, end)) = s.value(next, Class::Cardinal).filter(|(value, _)| *value <= 9) {
        (times, next) = (value, end);
    }
    let (part, mut end) = s.value(next, Class::Fraction)?;
    let (n, d) = (part >> 16, part & 0xffff);
    // "a quarter-million"
    if s.is_joint(end) && s.is(end + 1, Class::Scale) {
        end += 1;
    }
    if let Some(behind) = s.adposition(end, &[Adposition::Of]) {
        end = behind;
    }
    if s.is(end, Class::IndefiniteArticle) {
        end += 1;
    }
    if let Some((dozen, end)) = s.value(end, Class::GroupOf).filter(|(dozen, _)| *dozen == DOZEN) {
        let value = rounded(i128::from(dozen.checked_mul(times)?.checked_mul(n)?), d)?;
        return Some(Numeral { amount: Amount::Number(value), tokens: at..end, scale: 0, written: Written::Words });
    }
    let (power, end) = s.value(end, Class::Scale)?;
    let whole = Decimal::from(times.checked_mul(n)?).scaled(power)?.to_integer()?;
    let value = rounded(whole, d)?;
    Some(Numeral { amount: Amount::Number(value), tokens: at..end, scale: power, written: Written::Words })
}

/// Number words in a row: "zwei Millionen", "two hundred and five", "one and a half", "a dozen".
fn in_words(s: &Sentence<'_, '_>, at: usize) -> Option<Numeral> {
    if s.is(at, Class::IndefiniteArticle) {
        let scaled =
            s.is(at + 1, Class::Scale) || s.value(at + 1, Class::GroupOf).is_some_and(|(value, _)| value == DOZEN);
        let point = s.is(at, Class::Cardinal) && point::behind_point(s, at, at + 1).is_some();
        if scaled || point {
            return compose(s, at, Decimal::from(1u32), at + 1, Written::Words);
        }
        // "eine Viertelmillion"
        if let Some((value, end)) = s.value(at + 1, Class::Cardinal).filter(|(value, _)| *value >= 100_000) {
            return compose(s, at, Decimal::from(value), end, Written::Words);
        }
        return Some(Numeral {
            amount: Amount::Number(Decimal::from(1u32)),
            tokens: at..at + 1,
            scale: 0,
            written: Written::One,
        });
    }
    if let Some((value, end)) = s.value(at, Class::Cardinal) {
        let written = if value == 1 { Written::One } else { Written::Words };
        let mut numeral = compose(s, at, Decimal::from(value), end, written)?;
        if numeral.tokens.end > end {
            numeral.written = Written::Words;
        }
        return Some(numeral);
    }
    if let Some((part, end)) = s.value(at, Class::Fraction) {
        let (n, d) = (part >> 16, part & 0xffff);
        if n > d {
            return compose(s, at, ratio(n, d)?, end, Written::Words);
        }
        return Some(Numeral { amount: Amount::Share(n, d), tokens: at..end, scale: 0, written: Written::Words });
    }
    let grouped = s.value(at, Class::GroupOf).is_some_and(|(value, _)| value == DOZEN);
    // "hundred thousand dollars", but not "Million Dollar Baby".
    let title = s.has_name_capital(at) && s.is_capital(at + 1);
    (s.is(at, Class::Scale) && !title || grouped).then(|| compose(s, at, Decimal::from(1u32), at, Written::Words))?
}

fn number(numeral: &Numeral) -> Option<Decimal> {
    match numeral.amount {
        Amount::Number(value) => Some(value),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn numbers_are_composed() {
        assert_eq!(de("Es kamen 3 300 Gäste."), ["3 300|Count|3300|-|Exact|Gäste"]);
        assert_eq!(de("Eine halbe Million Menschen kam."), ["Eine halbe Million|Count|500000|-|Exact|Menschen"]);
        assert_eq!(en("Two hundred and five men came."), ["Two hundred and five|Count|205|-|Exact|men"]);
        assert_eq!(en("One and a half million people came."), ["One and a half million|Count|1500000|-|Exact|people"]);
        assert_eq!(en("They saw 3 1/2 tonnes."), ["3 1/2 tonnes|Measure|3.5|t|Exact|-"]);
    }
}
