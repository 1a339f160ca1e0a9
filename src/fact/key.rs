//! The key of a fact: language-neutral parts only, so that the same fact in two languages or two articles meets.

use super::context::Context;
use super::wording::cut;
use super::{broader, relation};
use crate::answer::{Decimal, Fact, FactTime, Figure, FigureKind, FigureValue, Span};
use crate::clause::{noun_phrase, whole_of};
use crate::lexicon::class::{NounKind, Relation};
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::Shape;

/// Appends `kind:value:unit-or-noun|time|relation`, of an event `event:subject|time|relation`. A range is `low..high`, an open
/// end stays empty; a time that does not resolve, and a predicate that is none of the relations, leave their part empty.
pub(super) fn write(context: &Context<'_, '_, '_>, fact: &Fact<'_>, key: &mut String) {
    let figure = context.figure(fact);
    let concept = fact.predicate.as_ref().and_then(|predicate| predicate.concept.as_deref());
    let told = concept.and_then(relation::of).filter(|told| !relation::is_change(*told) || changes(context, fact));
    let relation = match figure {
        Some(figure) if stands_alone(figure) => {
            quantity(context, fact, figure, None, key);
            None
        }
        Some(figure) => {
            // "300 fewer", "schloss 5 Prozent tiefer": how a quantity moved, whatever the verb.
            let moved = fact.change.as_ref().map(|change| relation::of_change(change.direction));
            let noun = quantity(context, fact, figure, told, key);
            moved.or(noun).or(told)
        }
        None => {
            event(context, fact, key);
            told
        }
    };
    key.push('|');
    if let Some(time) = fact.time.as_ref().filter(|time| resolves(time)) {
        day(time, key);
    }
    key.push('|');
    key.push_str(relation.map_or("", Relation::name));
    if fact.negated && !figure.is_some_and(stands_alone) {
        key.push_str("|not");
    }
}

/// An age and a result hold whatever else is told or denied of somebody, and one side wins what the other loses.
fn stands_alone(figure: &Figure<'_>) -> bool {
    matches!(figure.kind, FigureKind::Age | FigureKind::Score)
}

/// Whether what rises or falls is a quantity: "der Preis fiel", not "der Mann fiel" or "der Sturm wurde hochgestuft".
fn changes(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> bool {
    if fact.figure.is_some() {
        return fact.change.is_some();
    }
    let analysis = context.analysis;
    let moves = |sense| matches!(analysis.noun_kind(sense), Some(NounKind::Measure | NounKind::Quantity));
    let subject = fact.subject.as_ref().filter(|subject| subject.entity.is_none());
    subject.and_then(|subject| head(analysis, subject.span)).is_some_and(|(first, head)| {
        // "Der Dax": what no dictionary knows may be one.
        let unknown = || !analysis.is_any(head, ClassSet::of(&[Class::Role, Class::Demonym, Class::Pronoun]));
        sense(analysis, first, head).map_or_else(unknown, moves)
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

/// A figure with its unit or noun. What the noun itself says of what is counted.
fn quantity(
    context: &Context<'_, '_, '_>,
    fact: &Fact<'_>,
    figure: &Figure<'_>,
    told: Option<Relation>,
    key: &mut String,
) -> Option<Relation> {
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
        // A rank is one, whatever its noun is called: "place 4", "number 4", "the fourth".
        (None, Some(of)) if !matches!(figure.kind, FigureKind::Score | FigureKind::OrdinalRank) => {
            key.push(':');
            if let Some(concept) = &of.concept {
                let (noun, relation) = broader::counted(concept);
                key.push_str(noun);
                return relation.or_else(|| participle(context.analysis, figure.span, of.span));
            }
            let head = context.analysis.tokens_of(of.span).end.saturating_sub(1);
            unknown(context, fact, head, &of.lemma, key);
        }
        // "Two died": people do.
        (None, None) if figure.kind == FigureKind::Count && told.is_some_and(relation::is_of_persons) => {
            key.push_str(":person");
        }
        _ => {}
    }
    None
}

/// What a participle says of the people who are counted: "nine lightly injured hikers".
fn participle(analysis: &Analysis<'_, '_>, figure: Span, noun: Span) -> Option<Relation> {
    let between = analysis.tokens_of(figure).end..analysis.tokens_of(noun).end.saturating_sub(1);
    let mut verbs =
        between.flat_map(|at| analysis.senses_of(at, Class::Verb)).filter(|sense| sense.form.has(Form::PARTICIPLE));
    verbs.find_map(|sense| relation::of(&analysis.id(*sense)?).filter(|told| relation::is_of_persons(*told)))
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

/// Who or what an event is about: by their entity, else by their noun. Of what there was or what it came to, by that.
fn event(context: &Context<'_, '_, '_>, fact: &Fact<'_>, key: &mut String) {
    key.push_str("event:");
    let Some(subject) = &fact.subject else {
        if let Some(object) = &fact.object {
            noun(context, fact, object.span, key);
        }
        return;
    };
    match context.entity(subject) {
        Some(entity) => key.push_str(entity.reference.as_deref().unwrap_or(&entity.name)),
        None => noun(context, fact, subject.span, key),
    }
}

/// The noun of a phrase by its concept, else by itself.
fn noun(context: &Context<'_, '_, '_>, fact: &Fact<'_>, phrase: Span, key: &mut String) {
    let analysis = context.analysis;
    let Some((first, head)) = head(analysis, phrase) else {
        return;
    };
    // "Der 19-Jährige", "a 19-year-old woman": an age tells somebody better than a noun.
    let figures = &context.answer.figures;
    let from = figures.partition_point(|figure| figure.span.end <= phrase.start);
    let own = |figure: &&Figure<'_>| {
        let noun = figure.of.as_ref().is_none_or(|of| of.span.contains(analysis.span(head..head + 1)));
        figure.kind == FigureKind::Age && phrase.contains(figure.span) && noun
    };
    if let Some(Figure { value: Some(FigureValue::Number(years)), .. }) = figures.get(from).filter(own) {
        key.push_str("age:");
        return number(*years, key);
    }
    let sense = sense(analysis, first, head);
    match sense.and_then(|sense| analysis.id(sense)) {
        Some(concept) => key.push_str(broader::acting(&concept)),
        None => {
            let lemma = sense.map_or(analysis.word(head).into(), |sense| analysis.lemma(sense));
            unknown(context, fact, head, &lemma, key);
        }
    }
}

/// The first token of a phrase's noun phrase, and its last; of a part, those of the whole ("einer | der Männer").
fn head(analysis: &Analysis<'_, '_>, phrase: Span) -> Option<(usize, usize)> {
    let tokens = analysis.tokens_of(phrase);
    let core = tokens.start..noun_phrase(analysis, tokens.start, tokens.end)?;
    let core = whole_of(analysis, &core, tokens.end).unwrap_or(core);
    Some((core.start, core.end.checked_sub(1)?))
}

/// The noun that ends a phrase, of several words if such a one is known: "traffic accident".
fn sense(analysis: &Analysis<'_, '_>, first: usize, head: usize) -> Option<Sense> {
    /// How many words a noun has at most.
    const LONGEST: usize = 4;
    let ends = |at: usize| move |sense: &&Sense| sense.end(at) == head + 1;
    let longest = (first.max(head.saturating_sub(LONGEST - 1))..head)
        .find_map(|at| analysis.senses_of(at, Class::Noun).find(ends(at)).copied());
    longest.or_else(|| analysis.sense(head, Class::Noun))
}

/// A noun without a concept: of a nation's people by their country; a name, which is no word of its language or all capitals, as
/// it stands; else with its language.
fn unknown(context: &Context<'_, '_, '_>, fact: &Fact<'_>, head: usize, lemma: &str, key: &mut String) {
    let analysis = context.analysis;
    let country = analysis.sense(head, Class::Demonym).and_then(|sense| analysis.id(sense));
    if let Some(country) = country {
        key.push_str("person:");
        key.push_str(&country);
        return;
    }
    let named = match analysis.shape(head) {
        Shape::Lower | Shape::None => false,
        Shape::Upper => true,
        _ => analysis.known(head).is_none(),
    };
    if !named {
        key.push_str(analysis.profile(fact.sentence as usize).code);
        key.push(':');
    }
    key.push_str(lemma);
}
