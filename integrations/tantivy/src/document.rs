//! Documents of the index: an article, and each of its facts.

use faktum::{
    Answer, Approximation, Date, Decimal, EntityId, Fact, Figure, FigureValue, Moment, Reference, Source, Span,
};
use serde_json::{Value, json};
use tantivy::TantivyDocument;
use tantivy::schema::OwnedValue;

use crate::fields::{ARTICLE, FACT, Fields, about, day};
use crate::input::Input;
use crate::tokens;

/// The document of an article.
pub fn article(fields: &Fields, input: &Input, answer: &Answer<'_>) -> TantivyDocument {
    let mut document = part(fields, input, answer, ARTICLE, Span::new(0, input.text.len() as u32));
    document.add_text(fields.stamp, &input.stamp);
    document
}

/// The document of a fact.
pub fn fact(fields: &Fields, input: &Input, answer: &Answer<'_>, fact: &Fact<'_>) -> TantivyDocument {
    let sentence = answer.sentences.get(fact.sentence as usize).copied().unwrap_or(fact.span);
    let mut document = part(fields, input, answer, FACT, sentence);
    let figure = fact.figure.and_then(|id| answer.figure(id));
    let of = figure.and_then(|figure| figure.of.as_ref()).map(|of| of.concept.as_deref().unwrap_or(&of.lemma));
    let unit = figure.and_then(|figure| figure.unit.as_deref());
    let predicate = fact.predicate.as_ref().map(|verb| verb.concept.as_deref().unwrap_or(&verb.lemma));
    let kind = serde_json::to_value(fact.kind).unwrap_or_default();
    let kind = kind.as_str().unwrap_or_default();
    // 0.81 rather than what a short float of it is as a long one.
    let confidence = fact.confidence.to_string().parse::<f64>().ok();
    let reference = |of: &Reference<'_>| named(answer, of.entity, &of.text);
    let source = |of: &Source<'_>| named(answer, of.entity, &of.text);
    let parts = json!({
        "kind": kind,
        "of": of,
        "unit": unit,
        "predicate": predicate,
        "gloss": fact.gloss,
        "key": fact.key,
        "subject": fact.subject.as_ref().map(reference),
        "place": fact.place.as_ref().map(reference),
        "source": fact.source.as_ref().map(source),
        "modality": fact.modality,
        "negated": fact.negated,
        "span": fact.span,
        "confidence": confidence,
    });
    if let OwnedValue::Object(parts) = OwnedValue::from(parts) {
        document.add_object(fields.fact, parts.into_iter().collect());
    }
    document.add_facet(fields.about, about(kind, of.or(unit).or(predicate)));
    if let Some((low, high)) = figure.and_then(range) {
        document.add_f64(fields.low, low);
        document.add_f64(fields.high, high);
    }
    if let Some(time) = fact.time.as_ref().filter(|time| time.begin.is_some() || time.end.is_some()) {
        let begin = time.begin.map_or(i64::MIN, |begin| day(begin.date()));
        let last = time.end.map_or(i64::MAX, |end| day(last_day(end)));
        document.add_i64(fields.begin, begin);
        document.add_i64(fields.last, last.max(begin));
    }
    document
}

/// What articles and facts have.
fn part(fields: &Fields, input: &Input, answer: &Answer<'_>, layer: &str, span: Span) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, &input.id);
    document.add_text(fields.layer, layer);
    if let Some(date) = answer.date {
        document.add_i64(fields.date, day(date));
    }
    let words = tokens::of(answer, &input.text, span);
    document.add_text(fields.text, &words.text);
    document.add_pre_tokenized_text(fields.words, words);
    document
}

/// Who or what, by id, by name and by the words that stand there.
fn named(answer: &Answer<'_>, entity: Option<EntityId>, text: &str) -> Value {
    let entity = entity.and_then(|id| answer.entity(id));
    json!({
        "id": entity.and_then(|entity| entity.reference.as_deref()),
        "name": entity.map(|entity| &entity.name),
        "text": text,
    })
}

/// The last day before a moment.
fn last_day(end: Moment) -> Date {
    if end.is_midnight() { end.date().yesterday().unwrap_or(end.date()) } else { end.date() }
}

/// The numbers that a figure may mean; none of a score.
fn range(figure: &Figure<'_>) -> Option<(f64, f64)> {
    let number = |number: Decimal| number.to_string().parse::<f64>().ok();
    match &figure.value {
        Some(FigureValue::Number(value)) => {
            let value = number(*value)?;
            Some(match figure.approx {
                Approximation::Over | Approximation::AtLeast => (value, f64::MAX),
                Approximation::Under | Approximation::AtMost => (f64::MIN, value),
                _ => (value, value),
            })
        }
        None if figure.low.is_some() || figure.high.is_some() => {
            Some((figure.low.map_or(Some(f64::MIN), number)?, figure.high.map_or(Some(f64::MAX), number)?))
        }
        _ => None,
    }
}
