//! Words that bound a number in one place and mean something else in another: "unter", "über", "over".

use super::start::Amount;
use crate::answer::{Approximation, Decimal, FigureKind};
use crate::lexicon::class::NounKind;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::Sentence;
use crate::reading::phrase;

/// "mindestens ein Toter", "more than one": a bound makes "one" a number. Before an article it may be an adposition
/// ("gegen eine Mauer", "under a tree") unless it sets a least.
pub(super) fn of_one(s: &Sentence<'_, '_>, at: usize, bound: Approximation) -> bool {
    // "zumindest ein wenig", "wenigstens ein paar"
    const QUANTITY: ClassSet = groups::QUANTITY.or(&[Class::Adverb]);
    let phrase = s.senses(at).iter().any(|sense| sense.length > 1 && QUANTITY.has(sense.class));
    match bound {
        Approximation::AtLeast => !phrase && (!s.is(at + 1, Class::Quantifier) || declined(s, at + 1)),
        Approximation::Exact | Approximation::About => false,
        // "sent over one frequency"
        _ => s.is(at, Class::Cardinal) && !(at > s.start && s.is(at - 1, Class::Adposition)),
    }
}

/// "mindestens ein weiterer Toter", but "zumindest ein wenig"
fn declined(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.profile.capital_nouns && (s.profile.adjective_like)(s.word(at))
}

/// "Umfrage unter 1.200 Kunden": people whom a thing before them asks; but "Firmen mit unter 50 Leuten".
pub(super) fn asked(s: &Sentence<'_, '_>, from: usize, end: usize, bound: Approximation) -> bool {
    bound == Approximation::Under
        && noun_before(s, from).is_some_and(|sense| s.analysis.noun_kind(sense) != Some(NounKind::Person))
        && phrase::bare(s, end, true)
            .and_then(|phrase| phrase.sense)
            .is_some_and(|sense| s.analysis.noun_kind(sense) == Some(NounKind::Person))
}

/// "ein Rennen über | 53 Runden": how far it goes.
pub(super) fn of_rounds(s: &Sentence<'_, '_>, end: usize, bound: Approximation) -> bool {
    bound == Approximation::Over && s.analysis.is_concept(end, &["round"])
}

/// "misst sie über | zwei Sensoren": nobody counts more than two or three.
pub(super) fn of_few(s: &Sentence<'_, '_>, amount: &Amount) -> bool {
    let few = [2u32, 3].map(Decimal::from);
    amount.bound == Approximation::Over
        && amount.from + 1 == amount.parts.number.start
        && s.is(amount.from, Class::Adposition)
        && amount.parts.value.is_some_and(|value| few.contains(&value))
}

/// "ein Vertrag über zwei Jahre", "Auftrag über 3 Millionen Euro", "das Finale über 100 m": what a thing before it is
/// about; but "Menschen über 60 Jahre", "Preise über 100 Euro".
pub(super) fn about(s: &Sentence<'_, '_>, from: usize, bound: Approximation, kind: FigureKind) -> bool {
    if bound != Approximation::Over {
        return false;
    }
    // "$650m over seven years": that is how long.
    if kind == FigureKind::Duration && s.spreads_amount(from) {
        return true;
    }
    let Some(sense) = noun_before(s, from) else {
        return false;
    };
    match kind {
        FigureKind::Money | FigureKind::Duration => {
            matches!(s.analysis.noun_kind(sense), Some(NounKind::Event | NounKind::Thing))
        }
        FigureKind::Measure => s.analysis.noun_kind(sense) == Some(NounKind::Event),
        _ => false,
    }
}

/// The noun right before an adposition.
fn noun_before(s: &Sentence<'_, '_>, at: usize) -> Option<Sense> {
    if at == s.start || !s.is(at, Class::Adposition) {
        return None;
    }
    s.sense(at - 1, Class::Noun)
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn adpositions_are_no_bounds() {
        assert_eq!(de("Eine Umfrage unter 1.200 Kunden lief."), ["1.200|Count|1200|-|Exact|Kunden"]);
        assert_eq!(de("Es sind Firmen mit unter 50 Kunden."), ["unter 50|Count|50|-|Under|Kunden"]);
        assert_eq!(de("Sie schlossen einen Vertrag über zwei Jahre."), ["zwei Jahre|Duration|2|year|Exact|-"]);
        assert_eq!(de("Es misst das über zwei Sensoren."), ["zwei|Count|2|-|Exact|Sensoren"]);
        assert_eq!(de("Es kamen über zehn Kunden."), ["über zehn|Count|10|-|Over|Kunden"]);
        assert_eq!(de("Menschen über 60 Jahre kamen."), ["über 60 Jahre|Age|60|year|Over|Menschen"]);
        assert_eq!(en("He won the race over 100 metres."), ["100 metres|Measure|100|m|Exact|-"]);
        assert_eq!(
            en("It pays $5m over two years."),
            ["$5m|Money|5000000|USD|Exact|-", "two years|Duration|2|year|Exact|-"]
        );
        assert_eq!(en("It cost over 100 euros."), ["over 100 euros|Money|100|EUR|Over|-"]);
    }
}
