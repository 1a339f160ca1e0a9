//! The noun phrase that stands behind or before a figure.

use crate::answer::FigureKind;
use crate::lexicon::class::{Adposition, Direction, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::reading::phrase::{
    self, Phrase, STOPS, attribute_in_front, can_be_accusative, comparative, is_possessor, verb_as_noun,
};
use crate::text::{Shape, TokenKind};

/// The noun phrase behind a figure: "174 positiv getestete Erntehelfer", "two of the men", "40 percent of workers".
/// `many`: the figure asks for a plural, so that a verb behind the noun is told from one more noun.
pub(super) fn after(s: &Sentence<'_, '_>, from: usize, many: bool) -> Option<Phrase> {
    let mut start = from;
    // "18 von Rebellen entführte Urlauber": no "of".
    if s.profile.capital_nouns && attribute_in_front(s, from).is_some() {
        return phrase::bare(s, from, many);
    }
    if let Some(next) = s.adposition(start, &[Adposition::Of]) {
        start = next;
    }
    // "300 fewer cars", "300 mehr Autos"
    if comparative(s.analysis, start, many).is_some() {
        start += 1;
    }
    // "6 Prozent eines Jahrgangs"
    let one = s.is(start, Class::IndefiniteArticle) && !(s.profile.genitive_case && is_possessor(s.analysis, start));
    if s.is_any(start, groups::DETERMINER) && !one {
        // "58 Personen erhielten die erste Dosis, 49 die zweite": without "of" only a genitive is what a number counts.
        // "zwei ihrer leitenden Redakteure", but "49 ihre zweite"
        let owned = s.is(start, Class::Possessive)
            && (s.profile.adjective_like)(s.word(start))
            && !can_be_accusative(s.analysis, start);
        let genitive = is_possessor(s.analysis, start)
            || s.profile.genitive_case && owned
            || s.profile.capital_nouns
                && s.is(start, Class::Demonstrative)
                && (s.profile.adjective_like)(s.word(start));
        if many && start == from && !genitive {
            return None;
        }
        start += 1;
        // "half of the roughly 650 MPs"
        if let Some(approx) = s.sense(start, Class::Approx)
            && s.kind(approx.end(start)) == TokenKind::Number
        {
            start += usize::from(approx.length);
        }
        // "12 of its last 14 matches", "20 % of the remaining 1,500 pandas"
        let counted = s.kind(start + 1) == TokenKind::Number || s.is(start + 1, Class::Cardinal);
        let closed = s.is_any(start, groups::CLOSED) && !s.is(start, Class::Deictic);
        if counted && s.shape(start) == Shape::Lower && !closed {
            start += 1;
        }
        // "more than 60,000 this year", "mehr als 60.000 diese Woche"
        if start == from + 1 && s.is(start, Class::TimeUnit) {
            return None;
        }
    }
    // "half of the 650 MPs", "in 13 of 16 states"
    if start > from && (s.kind(start) == TokenKind::Number || s.is(start, Class::Cardinal)) {
        start += 1;
        if s.is(start, Class::Scale) {
            start += 1;
        }
    }
    // "fell to 813,200 last month", "will be 41 next May"
    if s.is(start, Class::Deictic) && s.is_any(start + 1, groups::CALENDAR.or(&[Class::TimeUnit])) {
        return None;
    }
    phrase::bare(s, start, many)
}

/// The noun behind a bracket: "4.840 (+60) positive Testungen".
pub(super) fn behind_brackets(s: &Sentence<'_, '_>, at: usize) -> Option<Phrase> {
    const LONGEST: usize = 5;
    if s.kind(at) != TokenKind::Open {
        return None;
    }
    let close = (at..at + LONGEST).find(|&at| s.kind(at) == TokenKind::Close)?;
    phrase::bare(s, close + 1, true)
}

/// The token behind a bracket that gives an amount in other units: "1bn roubles | ($35m; £19m) |"; a token without such a bracket
/// itself.
pub(super) fn past_brackets(s: &Sentence<'_, '_>, at: usize) -> usize {
    const LONGEST: usize = 12;
    const AMOUNT: ClassSet = ClassSet::of(&[Class::Approx, Class::Currency]);
    let amount = s.kind(at) == TokenKind::Open && (s.kind(at + 1) == TokenKind::Number || s.is_any(at + 1, AMOUNT));
    let close = (at..at + LONGEST).find(|&close| amount && s.kind(close) == TokenKind::Close);
    close.map_or(at, |close| close + 1)
}

/// The token behind the adjective that a measure belongs to, where it is declined: "109 Kilometer | lange | Abschnitte"; without
/// one the first token.
pub(super) fn behind_dimension(s: &Sentence<'_, '_>, kind: FigureKind, at: usize) -> usize {
    let measures = matches!(kind, FigureKind::Measure | FigureKind::Duration);
    let declined = s.is(at, Class::Adjective) && s.shape(at) == Shape::Lower && (s.profile.adjective_like)(s.word(at));
    if measures && s.profile.capital_nouns && declined { at + 1 } else { at }
}

/// The noun right behind a measure or length that describes it, where nouns have no capitals: behind a determiner ("a short
/// one week break", "the over 1000°C lava") or a unit that a hyphen joins ("a 16-year tenure") a noun must follow.
pub(super) fn described(s: &Sentence<'_, '_>, from: usize, behind: usize) -> Option<Phrase> {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adjective, Class::Deictic]);
    if s.profile.capital_nouns || s.kind(behind) != TokenKind::Word {
        return None;
    }
    let mut first = from;
    while first > s.start && from - first < 2 && s.is_any(first - 1, BETWEEN) {
        first -= 1;
    }
    let determined = first > s.start
        && (s.is_any(first - 1, groups::DETERMINER) || s.is_tight(first - 1) && s.word(first - 1) == "s");
    let joined = (from + 1..behind).any(|at| s.is_joint(at) && s.is(at + 1, Class::TimeUnit));
    if !determined && !joined || s.is_any(behind, STOPS) {
        return None;
    }
    let long = s.senses_of(behind, Class::Direction).any(|sense| sense.value == Direction::Long as u32);
    let start = if long { behind + 1 } else { behind };
    phrase::bare(s, start, false).or_else(|| verb_as_noun(s, start))
}

/// The noun of a measured thing right before its number: "Stärke | 4,4", "magnitude | 5.8".
pub(super) fn labels(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let (sense, at) = s.sense_before(from, Class::Noun, s.start)?;
    let phrase = Phrase { tokens: at..from, head: at, sense: Some(sense) };
    (s.analysis.noun_kind(sense) == Some(NounKind::Measure)).then_some(phrase)
}

/// The noun behind an amount that describes it: "two | $500 cheques", "drei | 50-Euro-Scheine", "12 | five-litre cans".
pub(super) fn described_by_amount(s: &Sentence<'_, '_>, from: usize) -> Option<Phrase> {
    let number = if s.is(from, Class::Currency) { from + 1 } else { from };
    if !(s.kind(number) == TokenKind::Number && (number == from || s.is_tight(number)) || s.is(number, Class::Cardinal))
    {
        return None;
    }
    let mut next = number + 1;
    if s.is(next, Class::Scale) {
        next += 1;
    }
    if number == from {
        let unit = s.is_joint(next) && s.is_any(next + 1, groups::UNIT.with(ClassSet::of(&[Class::UnitAdjective])));
        if !unit {
            return None;
        }
        next += 2;
    }
    phrase::bare(s, next, true)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn the_head_and_its_modifiers() {
        assert_eq!(de("Es sind 174 positiv getestete Helfer."), ["174|Count|174|-|Exact|positiv getestete Helfer"]);
        assert_eq!(en("They are 33 super sports cars."), ["33|Count|33|-|Exact|super sports cars"]);
        assert_eq!(en("28 players tested positive."), ["28|Count|28|-|Exact|players"]);
    }

    #[test]
    fn modifiers_belong_to_the_noun_and_verbs_do_not() {
        assert_eq!(en("A net profit of 5 euros remained."), ["5 euros|Money|5|EUR|Exact|net profit"]);
        assert_eq!(en("The bank raised rates to 3 percent."), ["3 percent|Percent|3|%|Exact|rates"]);
        assert_eq!(
            de("Der Sturm erreichte Geschwindigkeiten von 90 km/h."),
            ["90 km/h|Measure|90|km/h|Exact|Geschwindigkeiten"]
        );
    }
}
