//! How often: "dreimal", "three times", "the eight-time champion".

use super::start::IN_DIGITS;
use super::start::{Figure, Parts, Read, Start, build};
use super::unit::Unit;
use super::{Counts, approx, rank, score};
use crate::answer::{Approximation, Decimal, FigureKind, FigureUse, Rule};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::reading::number::{Amount, Numeral, Written};
use crate::reading::phrase;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A number and the word for "times". Not where it compares ("three times as many").
    pub(super) TIMES = "figure.times" {
        pattern: "[approximator] number [-] times",
        begins: [Cardinal, Scale, Fraction, GroupOf, NumberMark, IndefiniteArticle],
        digits: IN_DIGITS,
        near: [Times],
        read: times,
        fires: [
            De "Er gewann das Rennen [drei Mal](count 3).",
            En "He was fined [three times](count 3).",
        ],
        silent: [
            De "Es kamen drei Mal so viele Gäste.",
            En "Three times as many guests came.",
        ],
    }

    /// How often, as an adjective of a noun, which it counts for.
    pub(super) TIMES_ADJECTIVE = "figure.times-adjective" {
        pattern: "number - time noun",
        languages: [En],
        precedence: 1,
        begins: [Cardinal, Scale],
        digits: [Short, Four, Plain],
        near: [Times],
        read: times_adjective,
        fires: [En "The [eight-time](count 8 of=champion) champion lost."],
        silent: [En "The champion lost eight times."],
    }

    /// How often, in one word. Not where it compares ("twice the price").
    pub(super) TIMES_ADVERB = "figure.times-adverb" {
        pattern: "[approximator] multiple",
        begins: [Multiple],
        read: adverb,
        fires: [
            De "Er gewann das Rennen [dreimal](count 3).",
            En "He was fined [twice](count 2).",
        ],
        silent: [
            De "Es kamen dreimal so viele Gäste.",
            En "It sold at twice the price.",
        ],
    }

    /// A multiple that compares: it says a ratio and counts nothing.
    pub(super) RATIO = "figure.none-ratio" {
        pattern: "multiple | number times, as many | so many | more … than | the noun; at number times noun",
        precedence: 2,
        begins: [Multiple, Cardinal, Scale, Fraction, GroupOf, NumberMark, IndefiniteArticle],
        digits: IN_DIGITS,
        near: [Times],
        read: ratio,
        fires: [
            De "Es kamen [drei Mal](none) so viele Gäste.",
            De "Es kamen [dreimal](none) so viele Gäste.",
            En "[Three times](none) as many guests came.",
            En "It sold at [twice](none) the price.",
            En "The shares trade at [17 times](none) earnings.",
        ],
        silent: [
            De "Er gewann das Rennen drei Mal.",
            En "He was fined three times.",
        ],
    }
}

/// Whether a multiple that ends at a token compares: "three times | as many", "dreimal | so viele", "twice | the size",
/// "four times | larger than", "three times | over the limit". It says a ratio and counts nothing.
fn compares(s: &Sentence<'_, '_>, end: usize) -> bool {
    const MUCH: ClassSet = groups::QUANTITY.with(groups::MODIFIER);
    let object =
        s.profile.multiple_before_article && s.is_any(end, groups::DETERMINER) && !s.is(end, Class::IndefiniteArticle);
    let so = s.is(end, Class::Quotative) && s.is_any(end + 1, MUCH);
    let than = |at: usize| s.kind(at - 1) == TokenKind::Word && s.coordinator(at, &[Coordinator::Than]).is_some();
    let comparative = (than(end + 1) || than(end + 2) && s.kind(end) == TokenKind::Word)
        && !s.is_any(end, ClassSet::of(&[Class::Noun, Class::Verb]));
    // "four times more likely to …"
    let more = s.is(end, Class::Quantifier) && s.is(end + 1, Class::Adjective) && !s.is(end + 1, Class::Noun);
    object || so || more || comparative || s.adposition(end, &[Adposition::As, Adposition::Over]).is_some()
}

/// The number that begins here, unless it is a result or a place in an order.
fn number<'s>(start: &'s Start<'_, '_>) -> Option<&'s Numeral> {
    let number = start.number()?;
    (!score::begins(start) && !rank::begins(start, number)).then_some(number)
}

/// Whether the number that begins here and the word behind it say how often, or a ratio.
pub(super) fn begins(start: &Start<'_, '_>, number: &Numeral) -> bool {
    times_behind(start.sentence, number)
        .is_some_and(|_| is_ratio(start.sentence, number) || multiple(start, number).is_some())
}

/// The token behind the word for "times" that follows a number.
fn times_behind(s: &Sentence<'_, '_>, number: &Numeral) -> Option<usize> {
    let end = number.tokens.end;
    let word = if s.is_joint(end) { end + 1 } else { end };
    s.is(word, Class::Times).then_some(word + 1)
}

fn is_ratio(s: &Sentence<'_, '_>, number: &Numeral) -> bool {
    let end = number.tokens.end;
    // "trades at 17 times earnings"
    let worth = || {
        let first = number.tokens.start;
        s.profile.multiple_before_article
            && first > s.start
            && s.adposition(first - 1, &[Adposition::At]).is_some()
            && phrase::starts(s, end + 1)
    };
    s.is(end, Class::Times) && (compares(s, end + 1) || worth())
}

/// The value of a number that says how often, and the token behind its word.
fn multiple(start: &Start<'_, '_>, number: &Numeral) -> Option<(Decimal, usize)> {
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let end = times_behind(start.sentence, number)?;
    (number.written != Written::One).then_some((value, end))
}

/// The word for how often that begins here with its value, whether it compares or not: "dreimal", "twice".
fn in_one_word(s: &Sentence<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let (value, end) = s.value(at, Class::Multiple).filter(|(value, _)| *value > 1)?;
    s.is(at, Class::Times).then(|| (Decimal::from(value), end))
}

fn times(start: &Start<'_, '_>) -> Figure {
    times_behind(start.sentence, start.number()?)?;
    let number = number(start).filter(|number| !is_ratio(start.sentence, number))?;
    let (value, end) = multiple(start, number)?;
    frequency(start, value, end, &TIMES)
}

fn times_adjective(start: &Start<'_, '_>) -> Figure {
    let joint = start.number()?.tokens.end;
    if !start.sentence.is_joint(joint) {
        return None;
    }
    let mut figure = times(start)?;
    figure.item.counts = Counts::Behind(figure.tokens.end);
    figure.item.usage = FigureUse::Attribute;
    figure.rule = &TIMES_ADJECTIVE;
    Some(figure)
}

fn adverb(start: &Start<'_, '_>) -> Figure {
    let (value, end) = in_one_word(start.sentence, start.at).filter(|(_, end)| !compares(start.sentence, *end))?;
    frequency(start, value, end, &TIMES_ADVERB)
}

fn ratio(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let word = in_one_word(s, start.at).filter(|(_, end)| compares(s, *end));
    let (value, end) = word.or_else(|| {
        start.number().filter(|number| is_ratio(s, number))?;
        number(start).map(|number| (Decimal::ZERO, number.tokens.end + 1))
    })?;
    let parts = Parts::of(value, start.at..end);
    let kind = FigureKind::Count;
    let mut figure = build(s, start.at, end, Approximation::Exact, &parts, kind, Unit::Absent, &RATIO);
    figure.item.excludes = true;
    Some(figure)
}

fn frequency(start: &Start<'_, '_>, value: Decimal, end: usize, rule: &'static Rule) -> Figure {
    let (bound, from) = approx::before(start.sentence, start.at, start.floor);
    let parts = Parts::of(value, start.at..end);
    let mut figure = build(start.sentence, from, end, bound, &parts, FigureKind::Count, Unit::Absent, rule);
    figure.item.counts = Counts::Nothing;
    figure.item.usage = FigureUse::Frequency;
    Some(figure)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn multiples_say_how_often_unless_they_compare() {
        assert_eq!(de("Er siegte dreimal."), ["dreimal|Count|3|-|Exact|-"]);
        assert_eq!(en("The eight-time champion lost."), ["eight-time|Count|8|-|Exact|champion"]);
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
