//! The key of a fact: language-neutral parts only, so that the same fact in two languages or two articles meets.

use std::fmt::Write;

use super::assembly::Context;
use crate::document::{Fact, FactTime, Figure, FigureKind};
use crate::lang::Lang;
use crate::lexicon::{Class, builtin};

/// `kind:value:unit-or-noun|time|predicate`. A range is `low..high`, an open end stays empty; a time that does not
/// resolve, and a predicate without a concept, leave their part empty.
pub(super) fn key(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> String {
    let mut key = String::with_capacity(48);
    let figure = fact.figure.and_then(|id| context.answer.figures.get(id.0 as usize));
    match figure {
        Some(figure) => quantity(context, fact, figure, &mut key),
        None => event(context, fact, &mut key),
    }
    key.push('|');
    if let Some(time) = fact.time.as_ref().filter(|time| resolves(time)) {
        key.push_str(&day(time));
    }
    key.push('|');
    if let Some(concept) = fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref()) {
        key.push_str(plain(concept));
    }
    if fact.negated {
        key.push_str("|not");
    }
    key
}

fn resolves(time: &FactTime) -> bool {
    time.begin.is_some() || time.end.is_some()
}

/// The time to the day: languages and articles differ in how they name its parts. An open end is `..`.
fn day(time: &FactTime) -> String {
    let end = |value: &str| value.split_once('T').map_or(value, |(day, _)| day).to_string();
    match time.value.split_once('/') {
        Some((from, to)) => format!("{}/{}", end(from), end(to)),
        None if time.begin.is_none() => format!("../{}", end(&time.value)),
        None if time.end.is_none() => format!("{}/..", end(&time.value)),
        None => end(&time.value),
    }
}

/// Verbs that only say that something is so mean the same in a key: "there were", "es gab", "hatte", "beträgt".
fn plain(concept: &str) -> &str {
    let lexicon = builtin(Lang::En);
    let entry = lexicon.canonical(Class::Verb, concept);
    let light = entry.is_some_and(|entry| matches!(entry.tag, "occur" | "amount"));
    if light || matches!(concept, "have" | "become" | "do") { "be" } else { concept }
}

fn quantity(context: &Context<'_, '_, '_>, fact: &Fact<'_>, figure: &Figure<'_>, key: &mut String) {
    // Writing to a String cannot fail.
    let _ = write!(key, "{}:", kind_name(figure.kind));
    match (&figure.value, figure.low, figure.high) {
        (Some(value), ..) => {
            let _ = write!(key, "{value}");
        }
        (None, low, high) => {
            let text = |end: Option<crate::decimal::Decimal>| end.map_or_else(String::new, |end| end.to_string());
            let _ = write!(key, "{}..{}", text(low), text(high));
        }
    }
    let lang = context.analysis.langs.get(fact.sentence as usize).map_or("", |lang| lang.code());
    let noun = figure.of.as_ref().map(|of| match &of.concept {
        Some(concept) => concept.to_string(),
        None => format!("{lang}:{}", of.lemma),
    });
    let noun = noun.filter(|_| figure.kind != FigureKind::Score);
    match (&figure.unit, noun) {
        (Some(unit), _) => {
            let _ = write!(key, ":{unit}");
        }
        (None, Some(noun)) => {
            let _ = write!(key, ":{noun}");
        }
        (None, None) => {}
    }
}

pub(super) fn kind_name(kind: crate::document::FigureKind) -> &'static str {
    use crate::document::FigureKind::*;
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
    let entity = fact.subject.and_then(|subject| context.answer.entities.get(subject.entity?.0 as usize));
    if let Some(entity) = entity {
        key.push_str(entity.reference.as_deref().unwrap_or(&entity.name));
    }
}
