//! How old and how long: "19-Jähriger", "44jährige", "18 Jahre alte", "30-year-old", "Williams (33)", "dreitägig".

use super::noun;
use super::scope::Scope;
use super::unit::{self, Unit};
use crate::answer::Decimal;
use crate::answer::FigureKind;
use crate::lexicon::class::{Adposition, Auxiliary, Direction};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::TokenKind;

/// Whether an adjective or noun of a unit of time stands at a token, perhaps behind a hyphen: "-Jähriger", "-tägig".
/// Gives the unit, how many of it one is, and the token behind it.
pub(super) fn adjective(scope: &Scope<'_, '_, '_>, at: usize) -> Option<(&'static str, u32, usize)> {
    let word = if scope.kind(at) == TokenKind::Hyphen { at + 1 } else { at };
    let (unit, end) = scope.value(word, Class::UnitAdjective)?;
    let (code, factor) = unit::of_time(crate::lexicon::class::Unit::from_value(unit)?)?;
    Some((code, factor, end))
}

/// Whether the adjective of a unit says an age or a length, from the noun behind it: "15-jährige Stute" is an age,
/// "100-jähriges Bestehen" and "dreitägiges Fest" are durations.
pub(super) fn kind_of_adjective(scope: &Scope<'_, '_, '_>, code: &str, end: usize) -> FigureKind {
    let years = code == "year";
    let nominal = scope.profile.capital_nouns && end > scope.start && scope.is_capital(end - 1);
    let Some(phrase) = noun::run(scope, end, false).filter(|_| !nominal) else {
        return if years { FigureKind::Age } else { FigureKind::Duration };
    };
    match phrase.sense.map(|sense| scope.tag(sense)) {
        Some("person") => FigureKind::Age,
        // The end of an unknown word ("Thunberg") says little, unless it lasts or happens.
        Some("event" | "measure") => FigureKind::Duration,
        Some(_) if years && phrase.sense.is_some_and(|sense| sense.form.has(crate::lexicon::Form::COMPOUND)) => {
            FigureKind::Age
        }
        Some(_) => FigureKind::Duration,
        None if !years => FigureKind::Duration,
        None if scope.is(phrase.head, Class::Verb) => FigureKind::Duration,
        None => FigureKind::Age,
    }
}

/// The token behind "alt", "old", "-old", "of age".
pub(super) fn old(scope: &Scope<'_, '_, '_>, at: usize) -> Option<usize> {
    let word = if scope.is_joint(at) { at + 1 } else { at };
    scope
        .senses_of(word, Class::Direction)
        .find(|sense| Direction::from_value(sense.value) == Some(Direction::Old))
        .map(|sense| word + usize::from(sense.length))
}

/// "im Alter von", "aged", "at the age of" before a figure's first token.
pub(super) fn cued(scope: &Scope<'_, '_, '_>, at: usize) -> bool {
    let Some(last) = at.checked_sub(1) else {
        return false;
    };
    let skip = scope.adposition(last, &[Adposition::Of, Adposition::Between, Adposition::From]).is_some();
    let cue = if skip { last.checked_sub(1) } else { Some(last) };
    cue.is_some_and(|cue| scope.is(cue, Class::AgeCue)) || scope.is(last, Class::AgeCue)
}

/// "mit 104 Jahren gestorben": years after "with", without anything that lasts so long behind them.
pub(super) fn reached(scope: &Scope<'_, '_, '_>, at: usize, found: &unit::Found) -> bool {
    found.unit == Unit::Time("year")
        && at > scope.start
        && scope.adposition(at - 1, &[Adposition::With]).is_some()
        && !noun::starts(scope, found.end)
        && scope.adposition(found.end, &[Adposition::Of]).is_none()
}

/// A number in brackets or commas behind a name: "Lou Williams (33)", "Anna Weber, 45, sagte". Gives the name.
pub(super) fn behind_name(scope: &Scope<'_, '_, '_>, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
    const YOUNGEST: u32 = 3;
    const OLDEST: u32 = 115;
    let open = start.checked_sub(1).filter(|open| *open > scope.start)?;
    if !matches!(scope.kind(open), TokenKind::Open | TokenKind::Separator) {
        return None;
    }
    let years: u32 = scope.word(start).parse().ok()?;
    let bracketed = scope.kind(open) == TokenKind::Open && scope.kind(end) == TokenKind::Close;
    let commas = scope.word(open) == "," && (scope.word(end) == "," || scope.kind(end) == TokenKind::Terminal);
    if end != start + 1 || !(YOUNGEST..=OLDEST).contains(&years) || !(bracketed || commas) {
        return None;
    }
    if open == scope.start {
        return None;
    }
    let mut from = open;
    while from > scope.start && open - from < 4 && scope.is_capital(from - 1) && !scope.is(from - 1, Class::Article) {
        from -= 1;
    }
    let words = open - from;
    // One word alone is a name only where nothing else has a capital, or where the dictionaries know it.
    let unknown = |at: usize| scope.classes(at) == crate::lexicon::ClassSet::default();
    let known = (from..open).any(|at| {
        scope.is(at, Class::GivenName)
            || scope.is(at, Class::Surname)
            || commas && unknown(at) && !scope.profile.capital_nouns
    });
    // "der Angeklagte (45)"
    let person = bracketed
        && scope
            .sense(open - 1, Class::Noun)
            .is_some_and(|sense| scope.tag(sense) == "person" && sense.form.has(Form::SINGULAR));
    if person && words <= 1 {
        return Some(open - 1..open);
    }
    let place =
        scope.is(open - 1, Class::Month) || scope.is(open - 1, Class::Place) || scope.is(open - 1, Class::Organisation);
    ((words >= 2 || words == 1 && known) && !place).then_some(from..open)
}

/// "when she was 14.", "er ist 45", "als sie 19 war": a bare number said of a person by a pronoun.
pub(super) fn said_of(scope: &Scope<'_, '_, '_>, start: usize, end: usize, value: Option<Decimal>) -> bool {
    const OLDEST: u32 = 115;
    let years = || value.is_some_and(|years| years >= Decimal::from(2u32) && years <= Decimal::from(OLDEST));
    let person = |at: usize| {
        use crate::lexicon::class::Pronoun as P;
        let pronoun = scope.value(at, Class::Pronoun).and_then(|(pronoun, _)| P::from_value(pronoun));
        matches!(pronoun, Some(P::He | P::She | P::SheThey | P::HeIt | P::I))
    };
    let be = |at: usize| {
        scope.sense(at, Class::Auxiliary).is_some_and(|sense| {
            sense.value == Auxiliary::Be as u32
                && sense.form.has(Form::SINGULAR)
                && sense.form.has_any(Form::PAST.and(Form::PRESENT))
        })
    };
    let Some(last) = start.checked_sub(1).filter(|last| *last > scope.start || person(*last)) else {
        return false;
    };
    if !be(last) && !person(last) || !years() || noun::starts(scope, end) && !be(end) {
        return false;
    }
    let closes = matches!(scope.kind(end), TokenKind::Terminal | TokenKind::Separator | TokenKind::Quote)
        || scope.is_any(end, ClassSet::of(&[Class::Coordinator, Class::Subordinator]));
    be(last) && last > scope.start && person(last - 1) && closes || person(last) && scope.profile.verb_final && be(end)
}

/// Whether the unit of a length of time is an age's.
pub(super) fn may_be_age(unit: Unit) -> bool {
    matches!(unit, Unit::Time("year" | "month" | "week" | "day"))
}

#[cfg(test)]
mod tests {
    use crate::testing::figure::{de, en};

    #[test]
    fn ages_and_lengths() {
        assert_eq!(de("Ein 19-Jähriger fiel."), ["19-Jähriger|Age|19|year|Exact|-"]);
        assert_eq!(de("Das 100-jährige Jubiläum naht."), ["100-jährige|Duration|100|year|Exact|Jubiläum"]);
        assert_eq!(en("The 30-year-old driver fled."), ["30-year-old|Age|30|year|Exact|driver"]);
        assert_eq!(en("Jane Doe (33) sings."), ["33|Age|33|year|Exact|Jane Doe"]);
        assert_eq!(en("It began when she was 14."), ["14|Age|14|year|Exact|-"]);
        assert_eq!(de("Das war, als er 19 war."), ["19|Age|19|year|Exact|-"]);
        assert_eq!(de("Sie waren 12."), ["12|Count|12|-|Exact|-"]);
        // No name stands before these brackets.
        assert!(en("(33) sings.").iter().all(|figure| !figure.contains("Age")));
        assert!(de("Die Jahre vergehen.").is_empty());
        assert!(en("The year was old.").is_empty());
    }
}
