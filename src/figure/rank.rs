//! Places in an order: "die erste Runde", "third place", "Platz eins", "als Sechster".

use super::noun;
use super::numeral::{self, Amount, Numeral, Written};
use super::scope::Scope;
use super::shared_rules::RANK;
use crate::answer::Decimal;
use crate::answer::Rule;
use crate::lexicon::class::{Adposition, Coordinator, Unit};
use crate::lexicon::{Class, ClassSet, Form};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) RANK_CUE = "figure.rank-cue" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// A place in an order with the token behind it.
pub(super) struct Rank {
    pub value: Decimal,
    pub end: usize,
    pub rule: &'static Rule,
}

/// An ordinal word before the noun it orders, or alone as a noun: "ersten Turnier", "first place", "als Sechster".
///
/// Not "zum ersten Mal", "ersten vier Monaten", "first half", "in der ersten Minute", "Second World War".
pub(super) fn word(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Rank> {
    let (value, end) = scope.value(at, Class::OrdinalWord)?;
    let rank = Rank { value: ordinal(value)?, end, rule: &RANK };
    if scope.is_whole(at..end) {
        return Some(rank);
    }
    // "third-league", "ersten vier", "Erster und Zweiter" of a name.
    // "the first one": no number follows, but a pronoun.
    if scope.value(end, Class::Cardinal).is_some_and(|(one, _)| one == 1)
        && !scope.profile.capital_nouns
        && matches!(scope.kind(end + 1), TokenKind::Terminal | TokenKind::Separator)
    {
        return Some(rank);
    }
    if scope.kind(end) == TokenKind::Hyphen && scope.glued(end)
        || scope.is(end, Class::Cardinal)
        || scope.kind(end) == TokenKind::Number
    {
        return None;
    }
    // "in erster Linie", "in the first place"
    let idiom = |back: usize| {
        let from = at.checked_sub(back).filter(|from| *from >= scope.start);
        from.is_some_and(|from| {
            scope.sense(from, Class::Adverb).is_some_and(|sense| from + usize::from(sense.length) > end)
        })
    };
    if (1..=2).any(idiom) {
        return None;
    }
    if part_of_time(scope, at, end) || scope.is(end, Class::Fraction) {
        return None;
    }
    if scope.is_any(end, ClassSet::of(&[Class::Times])) && !scope.is(end, Class::Noun) || scope.is(end, Class::Times) {
        return None;
    }
    // "First Lady", "Third Reich"
    if !scope.profile.capital_nouns && scope.is_capital(at) && scope.is_capital(end) {
        return None;
    }
    let capital = scope.is_capital(at) && at > scope.start && scope.kind(at - 1) != TokenKind::Quote;
    let phrase = noun::run(scope, end, false);
    if phrase.is_none() && finished(scope, at, end) {
        return Some(rank);
    }
    if capital {
        // A capital inside the sentence: a noun of its own ("Sechster"), or part of a name.
        let alone = scope.profile.capital_nouns && phrase.is_none();
        return alone.then_some(rank);
    }
    phrase.map(|_| rank)
}

/// The value of an ordinal word; the largest give their power of ten.
fn ordinal(value: u32) -> Option<Decimal> {
    match value as i32 {
        power @ ..0 => Decimal::from(1u32).scaled(power.unsigned_abs()),
        _ => Some(Decimal::from(value)),
    }
}

/// "finished second.", "came third behind", "ich bin erster!": an ordinal that says a place by itself.
fn finished(scope: &Scope<'_, '_, '_>, at: usize, end: usize) -> bool {
    const VERBS: ClassSet = ClassSet::of(&[Class::Verb, Class::Auxiliary]);
    const MORE: &[Adposition] =
        &[Adposition::Behind, Adposition::In, Adposition::With, Adposition::At, Adposition::Before];
    let verb = at > scope.start && scope.is_any(at - 1, VERBS) && !scope.is_any(at - 1, NOUN_OR_ARTICLE);
    let last = matches!(scope.kind(end), TokenKind::Terminal | TokenKind::Separator);
    let behind = last || scope.adposition(end, MORE).is_some();
    // "they met first in 2010", "it took a second": no place.
    verb && behind && !scope.is(at, Class::Adverb)
}

const NOUN_OR_ARTICLE: ClassSet = ClassSet::of(&[Class::Noun, Class::Article, Class::Possessive, Class::Adverb]);

/// A number that ends in an ordinal: "one hundred twenty-fifth", "three trillionth", "einhundert Billionste".
pub(super) fn composed(scope: &Scope<'_, '_, '_>, number: &Numeral) -> Option<Rank> {
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let at = number.tokens.end;
    let word = if scope.is_joint(at) { at + 1 } else { scope.coordinator(at, &[Coordinator::And]).unwrap_or(at) };
    let sense = scope.sense(word, Class::OrdinalWord).filter(|sense| !sense.form.has(Form::PLURAL))?;
    let last = ordinal(sense.value)?;
    let integer = value.to_integer().filter(|integer| *integer > 0)?;
    let small = last.to_integer()?;
    let (adds, multiplies) = if small >= 100 {
        (false, word == at && integer < small)
    } else {
        // "twenty first", "two hundred and fifth"
        let tens = integer % 100 >= 20 && integer % 10 == 0 && small < 10;
        // "the two million third parties"
        let hundreds = integer % 100 == 0 && (integer % 1000 != 0 || word > at);
        (number.written == Written::Words && (hundreds || tens && word <= at + 1), false)
    };
    let value = match (adds, multiplies) {
        (true, _) => value.plus(last)?,
        (_, true) => value.times(last)?,
        _ => return None,
    };
    let end = word + usize::from(sense.length);
    let whole = scope.is_whole(number.tokens.start..end) || noun::run(scope, end, false).is_some();
    (whole && !part_of_time(scope, word, end)).then_some(Rank { value, end, rule: &RANK })
}

/// The ordinal belongs to a time: "ersten Halbjahr", "first quarter", "zweiten Minute", "second half".
fn part_of_time(scope: &Scope<'_, '_, '_>, at: usize, end: usize) -> bool {
    let unit = scope.value(end, Class::TimeUnit).and_then(|(unit, _)| Unit::from_value(unit));
    unit.is_some_and(|unit| unit != Unit::Season)
        || scope.is_any(end, ClassSet::of(&[Class::Month, Class::Weekday, Class::Holiday]))
        || scope.senses_of(at, Class::Part).any(|sense| sense.length > 1)
        || scope.is(at, Class::TimeRef)
}

/// "Platz eins", "Rang 3", "No. 1", "number one": a rank behind its noun.
pub(super) fn behind_cue(scope: &Scope<'_, '_, '_>, at: usize) -> Option<Rank> {
    scope.sense_before(at, Class::RankCue, scope.start)?;
    // "Nummer 0800"
    if scope.word(at).starts_with('0') {
        return None;
    }
    let number = numeral::read(scope, at)?;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    (number.tokens.len() == 1
        && value < Decimal::from(1000u32)
        && value.to_integer().is_some()
        && !noun::starts(scope, number.tokens.end))
    .then_some(Rank { value, end: number.tokens.end, rule: &RANK_CUE })
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn ordinals_rank_nouns() {
        assert_eq!(de("Die dritte Etappe war schwer."), ["dritte|OrdinalRank|3|-|Exact|Etappe"]);
        assert_eq!(en("The third stage was hard."), ["third|OrdinalRank|3|-|Exact|stage"]);
        assert_eq!(en("She finished second."), ["second|OrdinalRank|2|-|Exact|-"]);
        assert_eq!(
            en("The one hundred twenty-fifth guest came."),
            ["one hundred twenty-fifth|OrdinalRank|125|-|Exact|guest"]
        );
        assert_eq!(en("The three millionth visitor came."), ["three millionth|OrdinalRank|3000000|-|Exact|visitor"]);
        for text in ["Zum ersten Mal kam er.", "In der ersten Minute fiel es."] {
            assert!(de(text).is_empty(), "{text}");
        }
        for text in ["The First Lady came.", "For the first time he came."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
