//! Spans as Prodigy and spaCy read them: a task a line of JSONL.
//!
//! A line has the `text`, its `tokens` where the answer has them, and the `spans` of the layers that are asked for, whose `label` is the
//! kind of thing (`PER`, `DATE`, `MONEY`, `STATEMENT`, `FACT`) and whose `id` is the item's in the answer. Offsets count
//! characters; `token_end` is the last token's, as there. What is in pieces is a span for each. Source: [Prodigy, annotation task
//! formats](https://prodi.gy/docs/api-interfaces#spans_manual).

use std::io;

use serde::Serialize;

use super::layer::Layer;
use super::mark::marks;
use crate::answer::{Answer, DocumentId, OffsetMap, OffsetUnit, Span};
use crate::lang::Lang;

#[derive(Serialize)]
struct Task<'a> {
    text: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    tokens: Option<Vec<Token<'a>>>,
    spans: Vec<Marked>,
    meta: Meta<'a>,
}

#[derive(Serialize)]
struct Token<'a> {
    text: &'a str,
    start: u32,
    end: u32,
    id: usize,
    /// Whether a blank follows.
    ws: bool,
}

#[derive(Serialize)]
struct Marked {
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    token_end: Option<usize>,
    label: String,
    id: String,
}

#[derive(Serialize)]
struct Meta<'a> {
    id: &'a Option<DocumentId<'a>>,
    lang: Option<Lang>,
    date: Option<String>,
}

/// Writes a line. The answer's spans are bytes of `text`.
///
/// ```
/// use faktum::{Document, Extractor, output::{Layer, prodigy}};
/// let text = "Merkel was in Zürich.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text));
/// let mut out = Vec::new();
/// prodigy::write(&answer, text, &[Layer::Names], &mut out)?;
/// let task: serde_json::Value = serde_json::from_slice(&out)?;
/// assert_eq!(task["spans"][1], serde_json::json!({"start": 14, "end": 20, "label": "LOC", "id": "m1"}));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, layers: &[Layer], mut w: W) -> io::Result<()> {
    let map = OffsetMap::new(text, OffsetUnit::Char);
    let tokens = answer.tokens.as_deref();
    let mut spans = Vec::new();
    for mark in marks(answer, layers) {
        let (label, id) = (mark.label(answer), mark.id());
        spans.extend(mark.spans.iter().map(|span| Marked {
            start: map.convert(span.start),
            end: map.convert(span.end),
            token_start: tokens.and_then(|tokens| tokens.binary_search_by_key(&span.start, |token| token.start).ok()),
            token_end: tokens.and_then(|tokens| tokens.binary_search_by_key(&span.end, |token| token.end).ok()),
            label: label.clone(),
            id: id.clone(),
        }));
    }
    spans.sort_by_key(|span| (span.start, span.end));
    let token = |(id, span): (usize, &Span)| Token {
        text: span.of(text),
        start: map.convert(span.start),
        end: map.convert(span.end),
        id,
        ws: text.get(span.end as usize..).is_some_and(|rest| rest.starts_with(char::is_whitespace)),
    };
    let task = Task {
        text,
        tokens: tokens.map(|tokens| tokens.iter().enumerate().map(token).collect()),
        spans,
        meta: Meta { id: &answer.id, lang: answer.lang, date: answer.date.map(|date| date.to_string()) },
    };
    serde_json::to_writer(&mut w, &task)?;
    w.write_all(b"\n")
}
