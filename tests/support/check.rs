//! What must hold of every answer. The targets of fuzz/ check the same.

use faktum::{Answer, FactId, OffsetUnit, Predicate, Reference, Span, TimeSource};
use serde_json::Value;

/// Checks that every span of an answer in bytes slices to its text and every id leads to an item.
pub fn check(answer: &Answer<'_>, text: &str) {
    Check { answer, text }.all();
}

struct Check<'a, 't> {
    answer: &'a Answer<'t>,
    text: &'t str,
}

impl Check<'_, '_> {
    fn all(&self) {
        let answer = self.answer;
        self.apart("sentences", &answer.sentences);
        self.apart("tokens", answer.tokens.as_deref().unwrap_or(&[]));
        for mention in &answer.mentions {
            self.piece(mention.rule.name, mention.span, &mention.text);
            assert!(answer.entities.len() > mention.entity.0 as usize, "{mention:?}");
            assert!((0.0..=1.0).contains(&mention.confidence), "{mention:?}");
        }
        self.apart("mentions", &answer.mentions.iter().map(|mention| mention.span).collect::<Vec<_>>());
        for (number, entity) in answer.entities.iter().enumerate() {
            assert!(!entity.mentions.is_empty(), "{entity:?}");
            for id in &entity.mentions {
                assert_eq!(answer.mentions[id.0 as usize].entity.0 as usize, number, "{entity:?}");
            }
        }
        for time in &answer.times {
            self.piece(time.rule.name, time.span, &time.text);
            assert!(time.begin <= time.end || time.end.is_none(), "{time:?}");
        }
        self.apart("times", &answer.times.iter().map(|time| time.span).collect::<Vec<_>>());
        for period in &answer.periods {
            self.piece(period.rule.name, period.span, &period.text);
            assert!(period.times.iter().all(|id| answer.times.len() > id.0 as usize), "{period:?}");
        }
        for figure in &answer.figures {
            self.piece(figure.rule.name, figure.span, &figure.text);
            if let Some(of) = &figure.of {
                self.piece(figure.rule.name, of.span, &of.text);
            }
        }
        self.apart("figures", &answer.figures.iter().map(|figure| figure.span).collect::<Vec<_>>());
        self.statements();
        self.facts();
        for triple in answer.triples.iter().flatten() {
            self.slice("triple", triple.span);
            self.fact_id(triple.fact);
        }
    }

    fn statements(&self) {
        for statement in &self.answer.statements {
            self.reference(statement.rule.name, &statement.speaker);
            if let Some(medium) = &statement.medium {
                self.piece(statement.rule.name, medium.span, &medium.text);
            }
            self.predicate(statement.rule.name, &statement.cue);
            assert!(!statement.content.is_empty(), "{statement:?}");
            self.apart(statement.rule.name, &statement.content);
        }
    }

    fn facts(&self) {
        let answer = self.answer;
        for fact in &answer.facts {
            let rule = fact.rules.first().map_or("fact without rules", |rule| rule.name);
            self.slice(rule, fact.span);
            // Of an age that describes somebody only the entity is told.
            let aged = fact.subject.as_ref().is_some_and(|subject| subject.text.is_empty() && subject.entity.is_some());
            if !aged {
                self.reference(rule, &fact.subject);
            }
            self.reference(rule, &fact.place);
            self.predicate(rule, &fact.predicate);
            if let Some(object) = &fact.object {
                self.piece(rule, object.span, &object.text);
            }
            assert!(answer.sentences.len() > fact.sentence as usize, "{fact:?}");
            assert!((0.0..=1.0).contains(&fact.confidence), "{fact:?}");
            let change = fact.change.iter().flat_map(|change| [change.by, change.from, change.to]);
            for figure in change.chain([fact.figure]).flatten() {
                assert!(answer.figures.len() > figure.0 as usize, "{fact:?}");
            }
            match fact.time.as_ref().map(|time| time.from) {
                Some(TimeSource::Time(id)) => assert!(answer.times.len() > id.0 as usize, "{fact:?}"),
                Some(TimeSource::Period(id)) => assert!(answer.periods.len() > id.0 as usize, "{fact:?}"),
                _ => {}
            }
            if let Some(source) = &fact.source {
                assert!(answer.statements.len() > source.statement.0 as usize, "{fact:?}");
                assert!(source.entity.is_none_or(|id| answer.entities.len() > id.0 as usize), "{fact:?}");
            }
        }
    }

    /// The text under a span that lies within the text, on character boundaries.
    fn slice(&self, what: &str, span: Span) -> &str {
        match self.text.get(span.start as usize..span.end as usize) {
            Some(slice) => slice,
            None => panic!("{what}: the span {span:?} does not fit the text"),
        }
    }

    fn piece(&self, what: &str, span: Span, text: &str) {
        assert_eq!(self.slice(what, span), text, "{what}");
        assert!(!text.is_empty(), "{what}: an empty item at {span:?}");
    }

    /// Spans in order, none empty, none over another.
    fn apart(&self, what: &str, spans: &[Span]) {
        for span in spans {
            assert!(!self.slice(what, *span).is_empty(), "{what}: {span:?} is empty");
        }
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{what}: {:?} and {:?} are not apart", pair[0], pair[1]);
        }
    }

    fn reference(&self, what: &str, reference: &Option<Reference<'_>>) {
        let Some(reference) = reference else { return };
        self.piece(what, reference.span, &reference.text);
        assert!(reference.entity.is_none_or(|id| self.answer.entities.len() > id.0 as usize), "{what}: {reference:?}");
    }

    fn predicate(&self, what: &str, predicate: &Option<Predicate<'_>>) {
        let Some(predicate) = predicate else { return };
        self.apart(what, &predicate.spans);
        let words: Vec<&str> = predicate.spans.iter().map(|span| self.slice(what, *span)).collect();
        assert_eq!(words.join(" "), predicate.text, "{what}");
    }

    fn fact_id(&self, id: Option<FactId>) {
        assert!(id.is_none_or(|id| self.answer.facts.len() > id.0 as usize), "{id:?}");
    }
}

/// Checks that an answer in another unit is the answer in bytes with other offsets.
pub fn check_units(bytes: &Answer<'_>, other: &Answer<'_>, text: &str) {
    let mut offsets = vec![0; text.len() + 1];
    let mut sum = 0;
    for (at, c) in text.char_indices() {
        offsets[at] = sum;
        sum += match other.offsets {
            OffsetUnit::Char => 1,
            OffsetUnit::Utf16 => c.len_utf16(),
            _ => c.len_utf8(),
        };
    }
    offsets[text.len()] = sum;
    let mut expected = serde_json::to_value(bytes).unwrap();
    expected["offsets"] = serde_json::to_value(other.offsets).unwrap();
    convert(&mut expected, &offsets);
    assert_eq!(expected, serde_json::to_value(other).unwrap(), "{:?}", other.offsets);
}

/// The fields of an answer in JSON that hold a span or a list of spans.
const SPANS: [&str; 5] = ["span", "spans", "content", "sentences", "tokens"];

/// Gives every offset below an answer's fields the place that it has in another unit.
fn convert(value: &mut Value, offsets: &[usize]) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                if SPANS.contains(&name.as_str()) { replace(field, offsets) } else { convert(field, offsets) }
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|item| convert(item, offsets)),
        _ => {}
    }
}

fn replace(value: &mut Value, offsets: &[usize]) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(|item| replace(item, offsets)),
        Value::Number(byte) => *value = offsets[byte.as_u64().unwrap() as usize].into(),
        _ => {}
    }
}
