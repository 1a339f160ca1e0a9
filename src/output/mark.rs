//! What the items of an answer mark in its text: the one view that pages and the formats of annotation share.

use super::layer::Layer;
use super::row;
use crate::answer::{Answer, Fact, List, Span};

/// The stretches of text that an item stands for.
pub(super) struct Mark {
    pub layer: Layer,
    /// The item's place in its list.
    pub at: usize,
    /// At least one, none of which is empty: a verb and a statement may be in pieces.
    pub spans: List<Span>,
}

impl Mark {
    /// The item's id: `m0`.
    pub fn id(&self) -> String {
        let letter = match self.layer {
            Layer::Names => 'm',
            Layer::Times => 't',
            Layer::Figures => 'q',
            Layer::Statements => 's',
            Layer::Facts => 'f',
        };
        format!("{letter}{}", self.at)
    }

    /// The kind of thing, in capitals: `PER`, `DATE`, `MONEY`, `STATEMENT`, `FACT`.
    pub fn label(&self, answer: &Answer<'_>) -> String {
        match self.layer {
            Layer::Names => answer.mentions.get(self.at).map(|mention| mention.kind.to_string()),
            Layer::Times => answer.times.get(self.at).map(|time| time.kind.to_string()),
            Layer::Figures => answer.figures.get(self.at).map(|figure| figure.kind.to_string().to_uppercase()),
            Layer::Statements => Some("STATEMENT".to_string()),
            Layer::Facts => Some("FACT".to_string()),
        }
        .unwrap_or_default()
    }

    /// What the item says, in a few words: the name of the entity, the value of the time or figure, the speaker, the fact.
    pub fn says(&self, answer: &Answer<'_>) -> String {
        match self.layer {
            Layer::Names => {
                let mention = answer.mentions.get(self.at);
                mention.and_then(|mention| answer.entity(mention.entity)).map(|entity| entity.name.to_string())
            }
            Layer::Times => answer.times.get(self.at).map(|time| time.value.clone()),
            Layer::Figures => answer.figures.get(self.at).map(|figure| match &figure.unit {
                Some(unit) => format!("{} {unit}", figure.amount()),
                None => figure.amount().to_string(),
            }),
            Layer::Statements => {
                let speaker = answer.statements.get(self.at).and_then(|statement| statement.speaker.as_ref());
                speaker.map(|speaker| row::resolved(answer, speaker))
            }
            Layer::Facts => answer.facts.get(self.at).map(|fact| fact.gloss.clone()),
        }
        .unwrap_or_default()
    }
}

/// The marks of some layers, in the order of the text.
pub(super) fn marks(answer: &Answer<'_>, layers: &[Layer]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut add = |layer, at, spans: &[Span]| {
        let spans: List<Span> = spans.iter().copied().filter(|span| !span.is_empty()).collect();
        if !spans.is_empty() {
            marks.push(Mark { layer, at, spans });
        }
    };
    for layer in Layer::ALL.into_iter().filter(|layer| layers.contains(layer)) {
        match layer {
            Layer::Names => answer.mentions.iter().enumerate().for_each(|(at, item)| add(layer, at, &[item.span])),
            Layer::Times => answer.times.iter().enumerate().for_each(|(at, item)| add(layer, at, &[item.span])),
            Layer::Figures => answer.figures.iter().enumerate().for_each(|(at, item)| add(layer, at, &[item.span])),
            Layer::Statements => {
                answer.statements.iter().enumerate().for_each(|(at, item)| add(layer, at, &item.content))
            }
            Layer::Facts => {
                answer.facts.iter().enumerate().for_each(|(at, fact)| add(layer, at, &anchor(answer, fact)))
            }
        }
    }
    marks.sort_by_key(|mark| mark.spans.first().copied());
    marks
}

/// Where a fact shows: at its verb, without one at its figure.
fn anchor(answer: &Answer<'_>, fact: &Fact<'_>) -> List<Span> {
    match &fact.predicate {
        Some(predicate) => predicate.spans.clone(),
        None => fact.figure.and_then(|id| answer.figure(id)).map(|figure| figure.span).into_iter().collect(),
    }
}
