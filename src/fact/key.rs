//! The key of a fact: language-neutral parts only, so that the same fact in two languages or two articles meets.

use super::context::Context;
use super::wording::cut;
use crate::answer::Decimal;
use crate::answer::{Fact, FactTime, Figure, FigureKind, FigureValue};
use crate::lang::Lang;
use crate::lexicon::class::{Auxiliary, VerbKind};
use crate::lexicon::{Class, builtin};

/// Appends `kind:value:unit-or-noun|time|predicate`. A range is `low..high`, an open end stays empty; a time that does not
/// resolve, and a predicate without a concept, leave their part empty.
pub(super) fn write(context: &Context<'_, '_, '_>, fact: &Fact<'_>, key: &mut String) {
    let figure = fact.figure.and_then(|id| context.answer.figures.get(id.0 as usize));
    match figure {
        Some(figure) => quantity(context, fact, figure, key),
        None => event(context, fact, key),
    }
    key.push('|');
    if let Some(time) = fact.time.as_ref().filter(|time| resolves(time)) {
        day(time, key);
    }
    key.push('|');
    if let Some(concept) = fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref()) {
        key.push_str(plain(concept));
    }
    if fact.negated {
        key.push_str("|not");
    }
}

fn resolves(time: &FactTime) -> bool {
    time.begin.is_some() || time.end.is_some()
}

/// The time to the day: languages and articles differ in how they name its parts. An open end is `..`.
fn day(time: &FactTime, key: &mut String) {
    let (from, to) = match cut(&time.value, b'/') {
        (value, None) if time.begin.is_none() => ("..", Some(value)),
        (value, None) if time.end.is_none() => (value, Some("..")),
        halves => halves,
    };
    key.push_str(cut(from, b'T').0);
    if let Some(to) = to {
        key.push('/');
        key.push_str(cut(to, b'T').0);
    }
}

/// Verbs that only say that something is so mean the same in a key: "there were", "es gab", "hatte", "beträgt".
fn plain(concept: &str) -> &str {
    let kind = || VerbKind::from_name(builtin(Lang::En).canonical(Class::Verb, concept)?.tag);
    let light = Auxiliary::from_name(concept).is_some() || matches!(kind(), Some(VerbKind::Occur | VerbKind::Amount));
    if light { Auxiliary::Be.name() } else { concept }
}

fn quantity(context: &Context<'_, '_, '_>, fact: &Fact<'_>, figure: &Figure<'_>, key: &mut String) {
    key.push_str(kind_name(figure.kind));
    key.push(':');
    match (&figure.value, figure.low, figure.high) {
        (Some(FigureValue::Number(value)), ..) => number(*value, key),
        (Some(FigureValue::Score(score)), ..) => key.push_str(score),
        (None, low, high) => {
            low.into_iter().for_each(|low| number(low, key));
            key.push_str("..");
            high.into_iter().for_each(|high| number(high, key));
        }
    }
    match (&figure.unit, &figure.of) {
        (Some(unit), _) => {
            key.push(':');
            key.push_str(unit);
        }
        (None, Some(of)) if figure.kind != FigureKind::Score => {
            key.push(':');
            if let Some(concept) = &of.concept {
                key.push_str(concept);
            } else {
                key.push_str(context.analysis.profile(fact.sentence as usize).code);
                key.push(':');
                key.push_str(&of.lemma);
            }
        }
        _ => {}
    }
}

fn number(number: Decimal, key: &mut String) {
    // Writing to a string cannot fail.
    let _ = number.write(key);
}

fn kind_name(kind: FigureKind) -> &'static str {
    use FigureKind::*;
    match kind {
        Count => "count",
        Money => "money",
        Percent => "percent",
        Measure => "measure",
        Duration => "duration",
        Age => "age",
        Score => "score",
        Fraction => "fraction",
        OrdinalRank => "ordinal_rank",
    }
}

fn event(context: &Context<'_, '_, '_>, fact: &Fact<'_>, key: &mut String) {
    key.push_str("event:");
    let entity = fact.subject.as_ref().and_then(|subject| context.answer.entities.get(subject.entity?.0 as usize));
    if let Some(entity) = entity {
        key.push_str(entity.reference.as_deref().unwrap_or(&entity.name));
    }
}
