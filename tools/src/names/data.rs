//! Annotated sentences as the model sees them.

use std::path::Path;

use faktum::training::{self, Feature, MADE, Unit};
use faktum::{Document, EntityType, Extractor, Span};
use serde::Deserialize;

use super::{Recipe, contexts};
use crate::Result;

/// Stretches of units with their labels.
#[derive(Debug, Default)]
pub struct Set {
    pub stretches: Vec<Stretch>,
    /// The names of each text, with its number; those that count neither way are without a type.
    pub names: Vec<(usize, Span, Option<EntityType>)>,
}

#[derive(Debug)]
pub struct Stretch {
    /// The number of its text.
    pub text: usize,
    pub spans: Vec<Span>,
    pub features: Vec<Vec<Feature>>,
    pub labels: Vec<usize>,
}

/// A line of a file.
#[derive(Deserialize)]
struct Line {
    text: String,
    entities: Vec<Named>,
    #[serde(default)]
    other: Vec<Named>,
    #[serde(default)]
    ignore: Vec<(usize, usize)>,
}

#[derive(Deserialize)]
struct Named {
    start: usize,
    end: usize,
    #[serde(rename = "type")]
    kind: String,
}

impl Set {
    /// Reads a file, whose offsets count characters.
    pub fn read(extractor: &Extractor, recipe: &Recipe, path: &Path) -> Result<Set> {
        let file = std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let mut set = Set::default();
        for (number, line) in file.lines().enumerate() {
            let line: Line = serde_json::from_str(line)?;
            let offsets: Vec<u32> =
                line.text.char_indices().map(|(at, _)| at as u32).chain([line.text.len() as u32]).collect();
            let span = |start: usize, end: usize| Span::new(offsets[start], offsets[end]);
            let names: Vec<(Span, &str)> = line
                .entities
                .iter()
                .chain(&line.other)
                .map(|named| (span(named.start, named.end), named.kind.as_str()))
                .collect();
            let typed = names.iter().filter_map(|(span, kind)| Some((number, *span, Some(kind_of(kind)?))));
            set.names.extend(typed);
            set.names.extend(line.ignore.iter().map(|(start, end)| (number, span(*start, *end), None)));
            set.add(extractor, recipe, number, &line.text, &names);
        }
        Ok(set)
    }

    /// Sentences made of rows with slots.
    pub fn made(extractor: &Extractor, recipe: &Recipe, rows: &str) -> Result<Set> {
        let mut set = Set::default();
        for (number, made) in contexts::make(rows)?.iter().enumerate() {
            set.add(extractor, recipe, number, &made.text, &made.names);
        }
        Ok(set)
    }

    /// Adds the stretches of a text.
    fn add(&mut self, extractor: &Extractor, recipe: &Recipe, number: usize, text: &str, names: &[(Span, &str)]) {
        let document = Document::new(text).with_lang(recipe.lang);
        for units in training::stretches(extractor, &document, recipe.hears_rules) {
            let labels = units.iter().map(|unit| label(unit, names, recipe.labels)).collect();
            let (spans, features) = units.into_iter().map(|unit| (unit.span, unit.features)).unzip();
            self.stretches.push(Stretch { text: number, spans, features, labels });
        }
    }
}

fn kind_of(kind: &str) -> Option<EntityType> {
    match kind {
        "PER" => Some(EntityType::Per),
        "ORG" => Some(EntityType::Org),
        "LOC" => Some(EntityType::Loc),
        _ => None,
    }
}

/// The label of a unit, given a text's names.
fn label(unit: &Unit, names: &[(Span, &str)], labels: usize) -> usize {
    let Some((span, kind)) = names.iter().find(|(span, _)| span.start < unit.span.end && unit.span.start < span.end)
    else {
        return 0;
    };
    let label = match *kind {
        "DER" => MADE[0],
        "PRT" => MADE[1],
        // A name inside a compound is none by itself.
        _ if span.end < unit.span.end && span.start > unit.span.start => 0,
        kind => training::label(kind_of(kind), unit.span.start <= span.start),
    };
    if label < labels { label } else { 0 }
}
