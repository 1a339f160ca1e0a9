//! Parts of a whole: "ein Drittel", "two-thirds", "die Hälfte", "jeder Zehnte", "one in three".

use super::numeral::{self, Amount, Numeral, Written};
use super::scope::Scope;
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

/// A part of a whole: numerator, denominator and the token behind it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share {
    pub n: u32,
    pub d: u32,
    pub end: usize,
    /// It multiplies a unit only: "halbe", "half".
    pub half: bool,
    /// The noun inside of it: "one complaint in three".
    pub noun: Option<usize>,
}

/// A number and a fraction word: "zwei Drittel", "a third", "two-thirds", "three quarters".
pub(super) fn counted(scope: &Scope<'_, '_, '_>, number: &Numeral) -> Option<Share> {
    let Amount::Number(times) = number.amount else {
        return None;
    };
    let n = u32::try_from(times.to_integer()?).ok()?;
    let at = number.tokens.end;
    let word = if scope.is_joint(at) { at + 1 } else { at };
    let sense = scope.sense(word, Class::Fraction)?;
    let (part, d) = (sense.value >> 16, sense.value & 0xffff);
    if part != 1 || d < 2 || n == 0 {
        return None;
    }
    let end = word + usize::from(sense.length);
    // "six quarters" are a length of time.
    if n > d && scope.is(word, Class::TimeUnit) {
        return None;
    }
    // "a second", "the third man": an ordinal, unless it has a fraction's plural or is followed by what it is part of.
    let ordinal = scope.is(word, Class::OrdinalWord);
    let plural = sense.form.has(Form::PLURAL) && !sense.form.has(Form::SINGULAR);
    let whole = scope.adposition(end, &[Adposition::Of]).is_some();
    let sure = !ordinal || n > 1 && plural || whole || n == 1 && !super::noun::starts(scope, end);
    sure.then_some(Share { n, d, end, half: d == 2, noun: None })
}

/// "die Hälfte der Befragten", "half of the men", "half the team": with nothing counted before it.
pub(super) fn alone(number: &Numeral) -> Option<Share> {
    let Amount::Share(n, d) = number.amount else {
        return None;
    };
    let end = number.tokens.end;
    Some(Share { n, d, end, half: d == 2 && number.written == Written::Words, noun: None })
}

/// "jeder Zehnte", "every third": the part that every n-th makes.
pub(super) fn every(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Share> {
    if !scope.is(at, Class::Each) {
        return None;
    }
    let (d, end) = scope.value(at + 1, Class::OrdinalWord)?;
    let repeated = scope.is(end, Class::TimeUnit) || scope.is(end, Class::Weekday) || scope.is(end, Class::Times);
    (d >= 2 && !repeated).then_some(Share { n: 1, d, end, half: false, noun: None })
}

/// "one in three", "einer von zehn", "nine out of ten", "zwei von drei".
pub(super) fn in_so_many(scope: &Scope<'_, '_, '_>, number: &Numeral) -> Option<Share> {
    let Amount::Number(few) = number.amount else {
        return None;
    };
    let n = u32::try_from(few.to_integer()?).ok()?;
    let at = number.tokens.end;
    if number.written == Written::One
        && scope.is(number.tokens.start, Class::Cardinal)
        && let Some(share) = one_thing_in(scope, at)
    {
        return Some(share);
    }
    let next = if n == 1 {
        scope.adposition(at, &[Adposition::In, Adposition::Among, Adposition::Of])
    } else if let Some(next) = of_ten(scope, n, at) {
        Some(next)
    } else {
        scope.adposition(at, &[Adposition::Among]).filter(|next| next - at > 1)
    }?;
    let whole = numeral::read(scope, next).filter(|whole| whole.tokens.len() == 1)?;
    let Amount::Number(d) = whole.amount else {
        return None;
    };
    let d = u32::try_from(d.to_integer()?).ok()?;
    let among = n == 1 && scope.adposition(at, &[Adposition::In]).is_some() && d < 1000;
    // "one of four sports" counts the four.
    let picked = n == 1 && next == at + 1 && !among;
    let round = among || !picked && (2..=9).contains(&d) || matches!(d, 10 | 100 | 1000);
    let other = super::unit::at(scope, whole.tokens.end).is_some();
    (round && n < d && !other).then_some(Share { n, d, end: whole.tokens.end, half: false, noun: None })
}

/// "One | complaint in three": the share's noun stands inside of it.
fn one_thing_in(scope: &Scope<'_, '_, '_>, noun: usize) -> Option<Share> {
    if !scope.is(noun, Class::Noun) {
        return None;
    }
    let next = scope.adposition(noun + 1, &[Adposition::In])?;
    let (d, end) = scope.value(next, Class::Cardinal).filter(|(d, _)| (2..=100).contains(d))?;
    const ADVERBS: ClassSet = ClassSet::of(&[Class::Adverb, Class::TimeRef, Class::Relative]);
    let other = super::unit::at(scope, end).is_some() || super::noun::starts(scope, end) && !scope.is_any(end, ADVERBS);
    (!other).then_some(Share { n: 1, d, end, half: false, noun: Some(noun) })
}

/// "seven | in ten voters", "sieben | von zehn Deutschen".
fn of_ten(scope: &Scope<'_, '_, '_>, n: u32, at: usize) -> Option<usize> {
    let next = scope.adposition(at, &[Adposition::In, Adposition::Of])?;
    let ten = match scope.kind(next) {
        TokenKind::Number => matches!(scope.word(next), "10" | "100"),
        _ => scope.value(next, Class::Cardinal).is_some_and(|(d, _)| d == 10 || d == 100),
    };
    (ten && n < 10 && next == at + 1 && super::noun::starts(scope, next + 1)).then_some(next)
}

/// Whether a half-like word is used as a plain noun or adverb: "zweite Hälfte", "halb acht", "half empty".
pub(super) fn is_loose(scope: &Scope<'_, '_, '_>, share: &Share, at: usize, floor: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= floor.max(scope.start));
    if before.is_some_and(|before| scope.is(before, Class::OrdinalWord) || scope.is(before, Class::Deictic)) {
        return true;
    }
    let end = share.end;
    let partitive = scope.adposition(end, &[Adposition::Of, Adposition::From]).is_some()
        || scope.is(end, Class::Article)
        || scope.is(end, Class::Possessive)
        || scope.is(end, Class::Demonstrative);
    let noun = scope.senses_of(at, Class::Fraction).any(|sense| sense.form.has_any(Form::SINGULAR.and(Form::PLURAL)));
    let noun = noun && (!scope.profile.capital_nouns || scope.is_capital(at));
    !(noun
        && (partitive || scope.profile.capital_nouns && before.is_some_and(|before| scope.is(before, Class::Article))))
        || scope.coordinator(end, &[Coordinator::Than]).is_some()
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn parts_of_a_whole() {
        assert_eq!(de("Zwei Drittel der Wähler fehlten."), ["Zwei Drittel|Fraction|0.6667|-|Exact|Wähler"]);
        assert_eq!(en("One in three families moves."), ["One in three|Fraction|0.3333|-|Exact|families"]);
        assert!(de("Die zweite Hälfte war besser.").is_empty());
        assert!(en("The second half was better.").is_empty());
    }
}
