//! Places in an order: "die erste Runde", "third place", "Platz eins", "als Sechster".

use super::Counts;
use super::start::{Figure, Parts, Read, Start, build};
use super::unit::Unit;
use crate::answer::{Approximation, Decimal, FigureKind, Rule};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, Unit as TimeUnit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Sentence;
use crate::reading::number::{Amount, Numeral, Written};
use crate::reading::phrase;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// An ordinal word before the word for a place in an order, or alone as a noun or behind a verb: "den dritten Platz",
    /// "als Sechster", "finished second". Before another noun it only tells one thing from others of its kind ("die erste
    /// Runde", "a second attack"), and in a figure of speech nothing ("in the first place").
    pub(super) RANK = "figure.rank" {
        pattern: "ordinal word rank cue | ordinal word",
        begins: [OrdinalWord],
        read: word,
        fires: [
            De "Sie erreichte den [dritten](ordinal_rank 3 of=Platz) Platz.",
            De "Als [Sechster](ordinal_rank 6) kam er ins Ziel.",
            En "They are in [third](ordinal_rank 3 of=place) place.",
            En "She finished [second](ordinal_rank 2).",
        ],
        silent: [
            De "Zum dritten Mal kam er ins Ziel.",
            De "Die dritte Etappe war schwer.",
            De "Dort spielt der Zweite gegen den Dritten.",
            En "The First Lady came.",
            En "The third stage was hard.",
        ],
    }

    /// A number whose last word is an ordinal, apart or behind a hyphen.
    pub(super) RANK_COMPOSED = "figure.rank-composed" {
        pattern: "number [-] ordinal word [noun]",
        begins: [Cardinal, Scale, IndefiniteArticle],
        digits: [Short, Four, Plain, Marked],
        near: [OrdinalWord],
        read: composed_rank,
        fires: [
            De "Die [zwei Millionste](ordinal_rank 2000000 of=Besucherin) Besucherin kam am Montag.",
            En "The [one hundred twenty-fifth](ordinal_rank 125 of=guest) guest came on Monday.",
            En "The [three millionth](ordinal_rank 3000000 of=visitor) visitor came on Monday.",
        ],
        silent: [
            De "Die zwei Millionen Besucher kamen am Montag.",
            En "The two million third parties came on Monday.",
        ],
    }

    /// A whole number below 1000 behind the word for a place or number in an order, with nothing that it counts.
    pub(super) RANK_CUE = "figure.rank-cue" {
        pattern: "rank cue number",
        begins: [Cardinal, Scale, IndefiniteArticle],
        digits: [Short, Plain],
        read: cued,
        fires: [
            De "Das Team steht auf Platz [drei](ordinal_rank 3 of=Platz).",
            De "Sie belegte Rang [2](ordinal_rank 2 of=Rang) hinter Kiel.",
            En "The single reached number [4](ordinal_rank 4 of=number).",
        ],
        silent: [
            De "Das Team hat Platz für drei Gäste.",
            En "A number of three guests left.",
        ],
    }
}

fn ranked(start: &Start<'_, '_>, value: Decimal, end: usize, rule: &'static Rule) -> Figure {
    let parts = Parts::of(value, start.at..end);
    let (kind, exact) = (FigureKind::OrdinalRank, Approximation::Exact);
    Some(build(start.sentence, start.at, end, exact, &parts, kind, Unit::Absent, rule))
}

fn word(start: &Start<'_, '_>) -> Figure {
    let (value, end) = ordinal_word(start.sentence, start.at)?;
    ranked(start, value, end, &RANK)
}

fn composed_rank(start: &Start<'_, '_>) -> Figure {
    if behind_cue(start).is_some() {
        return None;
    }
    let (value, end) = composed(start.sentence, start.number()?)?;
    ranked(start, value, end, &RANK_COMPOSED)
}

fn cued(start: &Start<'_, '_>) -> Figure {
    let (cue, (value, end)) = behind_cue(start)?;
    let mut figure = ranked(start, value, end, &RANK_CUE)?;
    figure.item.counts = Counts::These(cue..start.at);
    Some(figure)
}

/// Whether a place in an order begins here, or the number that does is one.
pub(super) fn begins(start: &Start<'_, '_>, number: &Numeral) -> bool {
    start.rank_cue().is_some() && behind_cue(start).is_some()
        || start.sentence.is(start.at, Class::OrdinalWord) && ordinal_word(start.sentence, start.at).is_some()
        || composed(start.sentence, number).is_some()
}

/// The value of an ordinal word that says a place, and the token behind it.
fn ordinal_word(s: &Sentence<'_, '_>, at: usize) -> Option<(Decimal, usize)> {
    let (value, end) = s.value(at, Class::OrdinalWord)?;
    let rank = (ordinal(value)?, end);
    // "wie kein Zweiter"
    let none = |before: usize| s.is(before, Class::Negation) && s.is(before, Class::Quantifier);
    if at.checked_sub(1).is_some_and(|before| before >= s.start && none(before)) && s.profile.capital_nouns {
        return None;
    }
    if s.is_whole(at..end) {
        return Some(rank);
    }
    // "third-league", "ersten vier", "Erster und Zweiter" of a name.
    // "the first one": no number follows, but a pronoun.
    if s.value(end, Class::Cardinal).is_some_and(|(one, _)| one == 1)
        && matches!(s.kind(end + 1), TokenKind::Terminal | TokenKind::Separator)
    {
        return Some(rank);
    }
    if s.kind(end) == TokenKind::Hyphen && s.is_tight(end)
        || s.is(end, Class::Cardinal)
        || s.kind(end) == TokenKind::Number
    {
        return None;
    }
    // "in erster Linie", "in the first place"
    let idiom = |back: usize| {
        let from = at.checked_sub(back).filter(|from| *from >= s.start);
        from.is_some_and(|from| s.sense(from, Class::Adverb).is_some_and(|sense| sense.end(from) > end))
    };
    if (1..=2).any(idiom) {
        return None;
    }
    if part_of_time(s, at, end) || s.is(end, Class::Fraction) {
        return None;
    }
    if s.is(end, Class::Times) {
        return None;
    }
    // "First Lady", "Third Reich"
    if s.has_name_capital(at) && s.is_capital(end) {
        return None;
    }
    let capital = s.is_capital(at) && at > s.start && s.kind(at - 1) != TokenKind::Quote;
    let phrase = phrase::bare(s, end, false);
    if phrase.is_none() && finished(s, at, end) {
        return Some(rank);
    }
    if capital {
        // A capital inside the sentence: a noun of its own ("Sechster"), or part of a name. "der Dritte aus Rom" is somebody.
        let somebody = s.is_any(at - 1, groups::DETERMINER);
        return (s.has_noun_capital(at) && phrase.is_none() && !somebody).then_some(rank);
    }
    // "the third place ranking"
    let cue = phrase.is_some_and(|phrase| phrase.tokens.clone().any(|token| s.is(token, Class::RankCue)));
    cue.then_some(rank)
}

/// The value of an ordinal word; the largest give their power of ten.
fn ordinal(value: u32) -> Option<Decimal> {
    match value as i32 {
        power @ ..0 => Decimal::from(1u32).scaled(power.unsigned_abs()),
        _ => Some(Decimal::from(value)),
    }
}

/// "finished second.", "came third behind", "ich bin erster!": an ordinal that says a place by itself.
fn finished(s: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    const MORE: &[Adposition] =
        &[Adposition::Behind, Adposition::In, Adposition::With, Adposition::At, Adposition::Before];
    let verb = at > s.start && s.is_any(at - 1, groups::VERBAL) && !s.is_any(at - 1, NOUN_OR_ARTICLE);
    // "must be resolved first": in time, not in an order.
    let be = |at: usize| s.analysis.is_auxiliary(at, Auxiliary::Be);
    let verb = verb && !(at > s.start + 1 && be(at - 2) && s.is(at - 1, Class::Verb));
    let last = matches!(s.kind(end), TokenKind::Terminal | TokenKind::Separator);
    let behind = last || s.adposition(end, MORE).is_some();
    // "they met first in 2010", "it took a second": no place.
    verb && behind && !s.is(at, Class::Adverb)
}

const NOUN_OR_ARTICLE: ClassSet = ClassSet::of(&[Class::Noun, Class::Article, Class::Possessive, Class::Adverb]);

/// A number that ends in an ordinal: "one hundred twenty-fifth", "three trillionth", "einhundert Billionste".
fn composed(s: &Sentence<'_, '_>, number: &Numeral) -> Option<(Decimal, usize)> {
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let at = number.tokens.end;
    if !s.is_any(at, ClassSet::of(&[Class::OrdinalWord, Class::Coordinator])) && !s.is_joint(at) {
        return None;
    }
    let word = if s.is_joint(at) { at + 1 } else { s.coordinator(at, &[Coordinator::And]).unwrap_or(at) };
    let sense = s.sense(word, Class::OrdinalWord).filter(|sense| !sense.form.has(Form::PLURAL))?;
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
    let end = sense.end(word);
    let whole = s.is_whole(number.tokens.start..end) || phrase::bare(s, end, false).is_some();
    (whole && !part_of_time(s, word, end)).then_some((value, end))
}

/// The ordinal belongs to a time: "ersten Halbjahr", "first quarter", "zweiten Minute", "second half".
fn part_of_time(s: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    let unit = s.value(end, Class::TimeUnit).and_then(|(unit, _)| TimeUnit::from_value(unit));
    unit.is_some_and(|unit| unit != TimeUnit::Season)
        || s.is_any(end, groups::CALENDAR)
        || s.senses_of(at, Class::Part).any(|sense| sense.length > 1)
        || s.is(at, Class::TimeRef)
}

/// Where the cue of a place in an order begins, with the place behind it: "Platz eins", "Rang 3", "No. 1".
fn behind_cue(start: &Start<'_, '_>) -> Option<(usize, (Decimal, usize))> {
    let s = start.sentence;
    let from = start.rank_cue()?;
    // "Nummer 0800"
    if s.word(start.at).starts_with('0') {
        return None;
    }
    let number = start.number()?;
    let Amount::Number(value) = number.amount else {
        return None;
    };
    let end = number.tokens.end;
    let place = number.tokens.len() == 1 && value < Decimal::from(1000u32) && value.to_integer().is_some();
    (place && !phrase::starts(s, end)).then_some((from, (value, end)))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn ordinals_rank_places() {
        assert_eq!(de("Sie erreichte den dritten Platz."), ["dritten|OrdinalRank|3|-|Exact|Platz"]);
        assert_eq!(en("They are in third place."), ["third|OrdinalRank|3|-|Exact|place"]);
        assert_eq!(en("She finished second."), ["second|OrdinalRank|2|-|Exact|-"]);
        assert_eq!(
            en("The one hundred twenty-fifth guest came."),
            ["one hundred twenty-fifth|OrdinalRank|125|-|Exact|guest"]
        );
        assert_eq!(en("The three millionth visitor came."), ["three millionth|OrdinalRank|3000000|-|Exact|visitor"]);
        for text in ["Zum ersten Mal kam er.", "In der ersten Minute fiel es.", "Die dritte Etappe war schwer."] {
            assert!(de(text).is_empty(), "{text}");
        }
        for text in ["The First Lady came.", "For the first time he came.", "The third stage was hard."] {
            assert!(en(text).is_empty(), "{text}");
        }
    }
}
