//! The key of a fact: language-neutral parts only, so that the same fact in two languages or two articles meets.

use super::context::Context;
use super::relation;
use super::wording::cut;
use crate::answer::{Decimal, EntityType, Fact, FactTime, Figure, FigureKind, FigureValue, Span};
use crate::clause::noun_phrase;
use crate::lexicon::class::{NounKind, Relation};
use crate::lexicon::{Class, Sense};

/// Appends `kind:value:unit-or-noun|time|relation`, of an event `event:subject:object|time|relation`. A range is `low..high`, an open end stays empty; a time that does not
/// resolve, and a predicate that is none of the relations, leave their part empty.
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
    let concept = fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref());
    let told = || {
        let relation = concept.and_then(relation::of);
        relation.filter(|relation| !relation::is_change(*relation) || changes(context, fact))
    };
    // "300 fewer", "schloss 5 Prozent tiefer": how a quantity moved, whatever the verb.
    let relation = fact.change.as_ref().map(|change| relation::of_change(change.direction)).or_else(told);
    key.push_str(relation.map_or("", Relation::name));
    if fact.negated {
        key.push_str("|not");
    }
}

/// Whether what rises or falls is a quantity: "der Preis fiel", not "der Mann fiel".
fn changes(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> bool {
    if fact.figure.is_some() {
        return fact.change.is_some();
    }
    let analysis = context.analysis;
    let person = |sense: &Sense| analysis.noun_kind(*sense) == Some(NounKind::Person);
    fact.subject.as_ref().is_some_and(|subject| {
        let entity = subject.entity.and_then(|id| context.answer.entities.get(id.0 as usize));
        let tokens = analysis.tokens_of(subject.span);
        let head = noun_phrase(analysis, tokens.start, tokens.end).unwrap_or(tokens.end) - 1;
        entity.is_none_or(|entity| entity.kind != EntityType::Per)
            && !analysis.is(head, Class::Role)
            && !analysis.senses_of(head, Class::Noun).any(person)
    })
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
            let head = context.analysis.tokens_of(of.span).end.saturating_sub(1);
            named(context, fact, head, of.concept.as_deref(), &of.lemma, key);
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

/// Who or what an event is about, and what is done: by their entity, else by the concept of their noun, else by the noun.
fn event(context: &Context<'_, '_, '_>, fact: &Fact<'_>, key: &mut String) {
    key.push_str("event:");
    let Some(subject) = &fact.subject else {
        return;
    };
    match subject.entity.and_then(|id| context.answer.entities.get(id.0 as usize)) {
        Some(entity) => key.push_str(entity.reference.as_deref().unwrap_or(&entity.name)),
        None => noun(context, fact, subject.span, key),
    }
}

/// The noun of a phrase by its concept, else by itself with its language.
fn noun(context: &Context<'_, '_, '_>, fact: &Fact<'_>, phrase: Span, key: &mut String) {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(phrase);
    let Some(head) = noun_phrase(analysis, tokens.start, tokens.end).map(|end| end - 1) else {
        return;
    };
    // "Der 19-Jährige", "the 19-year-old": who is known by nothing else.
    let figures = &context.answer.figures;
    let from = figures.partition_point(|figure| figure.span.end <= phrase.start);
    let age = figures.get(from).filter(|figure| figure.kind == FigureKind::Age && phrase.contains(figure.span));
    if let Some(Figure { value: Some(FigureValue::Number(years)), of: None, .. }) = age {
        key.push_str("age:");
        return number(*years, key);
    }
    let sense = analysis.sense(head, Class::Noun);
    let concept = sense.and_then(|sense| analysis.id(sense));
    let lemma = sense.map_or(analysis.word(head).into(), |sense| analysis.lemma(sense));
    named(context, fact, head, concept.as_deref(), &lemma, key);
}

/// A noun by its concept or, of a nation's people, by their country; else by itself with its language.
fn named(
    context: &Context<'_, '_, '_>,
    fact: &Fact<'_>,
    head: usize,
    concept: Option<&str>,
    lemma: &str,
    key: &mut String,
) {
    let analysis = context.analysis;
    let country = || analysis.sense(head, Class::Demonym).and_then(|sense| analysis.id(sense));
    if let Some(concept) = concept {
        key.push_str(concept);
    } else if let Some(country) = country() {
        key.push_str("person:");
        key.push_str(&country);
    } else {
        key.push_str(analysis.profile(fact.sentence as usize).code);
        key.push(':');
        key.push_str(lemma);
    }
}
