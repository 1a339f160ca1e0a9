//! Parts of a whole: "ein Drittel", "two-thirds", "die Hälfte", "jeder Zehnte", "one in three".

use super::start::{Figure, Parts, Read, Start, build};
use super::unit::{self, Unit};
use super::{Counts, approx, often, rank, score, sign};
use crate::answer::{FigureKind, Rule};
use crate::lexicon::class::{Adposition, Coordinator, NounKind, Unit as TimeUnit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Sentence;
use crate::reading::number::{self, Amount, Numeral, Written};
use crate::reading::phrase;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A part of a whole by its word, perhaps with a number before it, or by its sign ("½"). Not the second half or
    /// third quarter of something, nor "half empty", and not a part of a unit ("half a year"), which is so much of it.
    pub(super) FRACTION = "figure.fraction" {
        pattern: "[approximator] [number [-]] fraction [of noun]",
        precedence: 1,
        begins: [Cardinal, Scale, Fraction, GroupOf, IndefiniteArticle],
        digits: [Short, Four, Plain, Marked, Sign],
        read: fraction,
        fires: [
            De "[Zwei Drittel](fraction 0.6667 of=Wähler) der Wähler stimmten zu.",
            De "Die [Hälfte](fraction 0.5 of=Betriebe) der Betriebe schloss.",
            En "[A quarter](fraction 0.25 of=voters) of the voters stayed at home.",
            En "[Two-thirds](fraction 0.6667 of=shops) of the shops closed.",
        ],
        silent: [
            De "Die zweite Hälfte der Saison war besser.",
            De "Er holt in der gegnerischen Hälfte den Ball.",
            De "Das Verfahren dauerte ein halbes Jahr.",
            De "In den ersten drei Vierteln führte der Klub.",
            En "The second half of the season was better.",
            En "Profits rose in the third quarter.",
            En "The club led in the first three quarters.",
            En "It was the third such game.",
            En "It lost two consecutive quarters of growth.",
        ],
    }

    /// The part of a whole that every n-th makes. Every n-th day, week or time comes back and is none.
    pub(super) EVERY = "figure.every-nth" {
        pattern: "[approximator] each ordinal word [noun]",
        precedence: 1,
        begins: [Each],
        read: every,
        fires: [
            De "[Jeder zehnte](fraction 0.1 of=Haushalt) Haushalt war ohne Strom.",
            En "[Every third](fraction 0.3333 of=household) household was without power.",
        ],
        silent: [
            De "Jeder zehnte Tag war verregnet.",
            En "It rained every second day.",
        ],
    }

    /// A part of a whole by two whole numbers. Not "one of the four", which counts the four.
    pub(super) IN_SO_MANY = "figure.in-so-many" {
        pattern: "number in | out of | of number [noun] | one noun in number | number noun out of ten",
        precedence: 1,
        begins: [Cardinal, Scale, IndefiniteArticle],
        digits: [Short, Plain],
        read: in_so_many,
        fires: [
            De "[Sieben von zehn](fraction 0.7 of=Deutschen) Deutschen fahren Rad.",
            En "[One in three](fraction 0.3333 of=families) families moves.",
            En "[Seven in ten](fraction 0.7 of=voters) voters agree.",
            En "[Two in three](fraction 0.6667 of=voters) voters agree.",
            De "In [neun Fällen von zehn](fraction 0.9 of=Fällen) hilft das.",
            En "In [nine cases out of ten](fraction 0.9 of=cases) it helps.",
            En "[Nine times out of ten](fraction 0.9) they win.",
        ],
        silent: [
            De "Einer der drei Befragten zweifelt.",
            De "Die Klinik zählte neun Fälle von zehn Ärzten.",
            En "One of four sports was cut.",
            En "She scored two in three games.",
            En "He read nine pages of ten books.",
        ],
    }
}

/// The number that begins here, unless it is a result, a place in an order, or says how often.
fn number<'s>(start: &'s Start<'_, '_>) -> Option<&'s Numeral> {
    let number = start.number()?;
    let other = score::begins(start) || rank::begins(start, number) || often::begins(start, number);
    (!other).then_some(number)
}

fn fraction(start: &Start<'_, '_>) -> Figure {
    let share = of(start.sentence, start.number()?).filter(|share| !is_fused(start.sentence, share))?;
    // "the third such game"
    if start.sentence.is(share.end - 1, Class::OrdinalWord) && start.sentence.is(share.end, Class::Demonstrative) {
        return None;
    }
    // "consecutive quarters of growth": a length of time.
    if !share.counted && start.sentence.form(start.at, Class::TimeUnit).is_only_plural() {
        return None;
    }
    let number = number(start)?;
    if so_many(start.sentence, number).is_some() {
        return None;
    }
    let at = if share.counted { share.end - 1 } else { start.at };
    let bare_half = if share.counted { share.half && share.n == 1 } else { number.written == Written::Words };
    if bare_half && is_loose(start.sentence, &share, at, floor(start)) {
        return None;
    }
    part(start, &share, &FRACTION)
}

fn every(start: &Start<'_, '_>) -> Figure {
    part(start, &every_nth(start.sentence, start.at)?, &EVERY)
}

fn in_so_many(start: &Start<'_, '_>) -> Figure {
    let share = so_many(start.sentence, start.number()?)?;
    // "nine times out of ten" does not say how often.
    if !start.sentence.is(start.number()?.tokens.end, Class::Times) {
        number(start)?;
    }
    let mut figure = part(start, &share, &IN_SO_MANY)?;
    if let Some(noun) = share.noun {
        figure.item.counts = Counts::These(noun..noun + 1);
    }
    Some(figure)
}

/// An approximator does not stand before a sign.
fn floor(start: &Start<'_, '_>) -> usize {
    if start.is_signed() { start.at } else { start.floor }
}

fn part(start: &Start<'_, '_>, share: &Share, rule: &'static Rule) -> Figure {
    let (bound, from) = approx::before(start.sentence, start.at, floor(start));
    let number = start.at..share.end;
    let parts = Parts { value: number::ratio(share.n, share.d), number, ..Parts::default() };
    Some(build(start.sentence, from, share.end, bound, &parts, FigureKind::Fraction, Unit::Absent, rule))
}

/// Whether the last word of a share is its unit too: "Viertelstunde". A quarter of the year is no part of itself.
pub(super) fn is_fused(s: &Sentence<'_, '_>, share: &Share) -> bool {
    let unit = s.value(share.end - 1, Class::TimeUnit).and_then(|(unit, _)| TimeUnit::from_value(unit));
    unit.is_some_and(|unit| !matches!(unit, TimeUnit::Quarter | TimeUnit::Half))
}

/// The part of a whole that a number and the word behind it make, or the number itself.
pub(super) fn of(s: &Sentence<'_, '_>, number: &Numeral) -> Option<Share> {
    let end = number.tokens.end;
    let counted = if s.is(end, Class::Fraction) || s.is_joint(end) { counted(s, number) } else { None };
    counted.or_else(|| alone(number))
}

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
    /// Its word has a number before it.
    pub counted: bool,
}

/// A number and a fraction word: "zwei Drittel", "a third", "two-thirds", "three quarters".
fn counted(s: &Sentence<'_, '_>, number: &Numeral) -> Option<Share> {
    let Amount::Number(times) = number.amount else {
        return None;
    };
    let n = u32::try_from(times.to_integer()?).ok()?;
    let at = number.tokens.end;
    let word = if s.is_joint(at) { at + 1 } else { at };
    let sense = s.sense(word, Class::Fraction)?;
    let (part, d) = (sense.value >> 16, sense.value & 0xffff);
    if part != 1 || d < 2 || n == 0 {
        return None;
    }
    let end = sense.end(word);
    // "six quarters" are a length of time.
    if n > d && s.is(word, Class::TimeUnit) {
        return None;
    }
    // "the first three quarters", "die letzten drei Viertel": of a game or year.
    let first = number.tokens.start;
    if n > 1 && first > s.start && s.is_any(first - 1, ClassSet::of(&[Class::OrdinalWord, Class::Deictic])) {
        return None;
    }
    // "a second", "the third man": an ordinal, unless it has a fraction's plural or is followed by what it is part of.
    let ordinal = s.is(word, Class::OrdinalWord);
    let plural = sense.form.is_only_plural();
    let whole = s.adposition(end, &[Adposition::Of]).is_some();
    let sure = !ordinal || n > 1 && plural || whole || n == 1 && !phrase::starts(s, end);
    sure.then_some(Share { n, d, end, half: d == 2, noun: None, counted: true })
}

/// "die Hälfte der Befragten", "half of the men", "half the team": with nothing counted before it.
fn alone(number: &Numeral) -> Option<Share> {
    let Amount::Share(n, d) = number.amount else {
        return None;
    };
    let end = number.tokens.end;
    Some(Share { n, d, end, half: d == 2 && number.written == Written::Words, noun: None, counted: false })
}

/// "jeder Zehnte", "every third": the part that every n-th makes.
fn every_nth(s: &Sentence<'_, '_>, at: usize) -> Option<Share> {
    let (d, end) = s.value(at + 1, Class::OrdinalWord)?;
    let repeated = s.is(end, Class::TimeUnit) || s.is(end, Class::Weekday) || s.is(end, Class::Times);
    (d >= 2 && !repeated).then_some(Share { n: 1, d, end, half: false, noun: None, counted: false })
}

/// "one in three", "einer von zehn", "nine out of ten", "zwei von drei".
pub(super) fn so_many(s: &Sentence<'_, '_>, number: &Numeral) -> Option<Share> {
    let behind = number.tokens.end;
    let thing = s.is_any(behind, ClassSet::of(&[Class::Noun, Class::Times]));
    if number.written != Written::One && !thing && !s.is(behind, Class::Adposition) {
        return None;
    }
    let Amount::Number(few) = number.amount else {
        return None;
    };
    let n = u32::try_from(few.to_integer()?).ok()?;
    let at = number.tokens.end;
    if number.written == Written::One
        && s.is(number.tokens.start, Class::Cardinal)
        && let Some(share) = one_thing_in(s, at)
    {
        return Some(share);
    }
    if thing && n > 1 {
        return things_of_ten(s, n, at);
    }
    let next = if n == 1 {
        s.adposition(at, &[Adposition::In, Adposition::Among, Adposition::Of])
    } else if let Some(next) = of_ten(s, n, at).or_else(|| of_few(s, n, at)) {
        Some(next)
    } else {
        s.adposition(at, &[Adposition::Among]).filter(|next| next - at > 1)
    }?;
    let whole = sign::read(s, next).filter(|whole| whole.tokens.len() == 1)?;
    let Amount::Number(d) = whole.amount else {
        return None;
    };
    let d = u32::try_from(d.to_integer()?).ok()?;
    let among = n == 1 && s.adposition(at, &[Adposition::In]).is_some() && d < 1000;
    // "one of four sports" counts the four.
    let picked = n == 1 && next == at + 1 && !among;
    let round = among || !picked && (2..=9).contains(&d) || matches!(d, 10 | 100 | 1000);
    let other = unit::at(s, whole.tokens.end).is_some();
    (round && n < d && !other).then_some(Share { n, d, end: whole.tokens.end, half: false, noun: None, counted: false })
}

/// "One | complaint in three": the share's noun stands inside of it.
fn one_thing_in(s: &Sentence<'_, '_>, noun: usize) -> Option<Share> {
    if !s.is(noun, Class::Noun) {
        return None;
    }
    let next = s.adposition(noun + 1, &[Adposition::In])?;
    let (d, end) = s.value(next, Class::Cardinal).filter(|(d, _)| (2..=100).contains(d))?;
    const ADVERBS: ClassSet = ClassSet::of(&[Class::Adverb, Class::TimeRef, Class::Relative]);
    let other = unit::at(s, end).is_some() || phrase::starts(s, end) && !s.is_any(end, ADVERBS);
    (!other).then_some(Share { n: 1, d, end, half: false, noun: Some(noun), counted: false })
}

/// "nine | cases out of ten", "neun | Mal von zehn".
fn things_of_ten(s: &Sentence<'_, '_>, n: u32, noun: usize) -> Option<Share> {
    let next = s.adposition(noun + 1, &[Adposition::Among, Adposition::Of])?;
    let d = round(s, next)?;
    // "three pages of ten"
    let whole = next > noun + 2 || s.profile.genitive_case;
    let counted = s.is(noun, Class::Noun).then_some(noun);
    const ANOTHER: ClassSet = groups::DETERMINER.or(&[Class::Pronoun]);
    let other = unit::at(s, next + 1).is_some() || phrase::starts(s, next + 1) && !s.is_any(next + 1, ANOTHER);
    let share = Share { n, d, end: next + 1, half: false, noun: counted, counted: false };
    (whole && n < d && !other).then_some(share)
}

/// "seven | in ten voters", "sieben | von zehn Deutschen".
fn of_ten(s: &Sentence<'_, '_>, n: u32, at: usize) -> Option<usize> {
    let next = s.adposition(at, &[Adposition::In, Adposition::Of])?;
    round(s, next)?;
    (n < 10 && next == at + 1 && phrase::starts(s, next + 1)).then_some(next)
}

/// "two | in three voters", but "two in three games": of how many people.
fn of_few(s: &Sentence<'_, '_>, n: u32, at: usize) -> Option<usize> {
    /// How many tokens may stand before the noun.
    const NEAR: usize = 2;
    let next = s.adposition(at, &[Adposition::In]).filter(|next| *next == at + 1)?;
    let d = small(s, next)?;
    let person = |at: &usize| s.analysis.is_noun_of(*at, NounKind::Person) || s.is(*at, Class::Demonym);
    let noun = (next + 1..s.end.min(next + 2 + NEAR)).find(|at| !s.is(*at, Class::Adjective) || person(at))?;
    (n < d && d < 10 && person(&noun)).then_some(next)
}

/// "10", "hundred": what parts are told of.
fn round(s: &Sentence<'_, '_>, at: usize) -> Option<u32> {
    small(s, at).filter(|d| matches!(d, 10 | 100))
}

/// A whole number by one word or in digits.
fn small(s: &Sentence<'_, '_>, at: usize) -> Option<u32> {
    match s.kind(at) {
        TokenKind::Number => s.word(at).parse().ok(),
        _ => s.value(at, Class::Cardinal).map(|(d, _)| d),
    }
}

/// Whether a half-like word is used as a plain noun or adverb: "zweite Hälfte", "halb acht", "half empty".
fn is_loose(s: &Sentence<'_, '_>, share: &Share, at: usize, floor: usize) -> bool {
    let before = at.checked_sub(1).filter(|before| *before >= floor.max(s.start));
    if before.is_some_and(|before| s.is(before, Class::OrdinalWord) || s.is(before, Class::Deictic)) {
        return true;
    }
    let end = share.end;
    // "in der eigenen Hälfte den Ball": where a genitive follows, its article tells it.
    let partitive = s.adposition(end, &[Adposition::Of, Adposition::From]).is_some()
        || s.is(end, Class::Article) && (!s.profile.genitive_case || phrase::is_possessor(s.analysis, end))
        || s.is(end, Class::Possessive)
        || s.is(end, Class::Demonstrative) && !(s.profile.genitive_case && s.is(end, Class::Article));
    let noun = s.senses_of(at, Class::Fraction).any(|sense| sense.form.has_any(Form::SINGULAR.and(Form::PLURAL)));
    // "halb", "Hälfte": where nouns have capitals, one behind an article needs no whole.
    let noun = noun && (!s.profile.capital_nouns || s.is_capital(at));
    let whole = partitive || s.has_noun_capital(at) && before.is_some_and(|before| s.is(before, Class::Article));
    !(noun && whole) || s.coordinator(end, &[Coordinator::Than]).is_some()
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
