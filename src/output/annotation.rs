//! Items as W3C Web Annotations: a page of them for each document, one a line.
//!
//! An annotation has the kind of thing and what it says in its bodies, and for its target the document's id with a position (in
//! characters) and the words, so that it is found in a copy that differs as well. What is in pieces has a composite for a target.
//! An id that is no IRI is written as a relative one; a document without id gets a `urn:uuid:` that its text decides. Source:
//! [Web Annotation Data Model](https://www.w3.org/TR/annotation-model/).

use std::fmt::Write as _;
use std::io;

use serde_json::{Value, json};

use super::fingerprint::fingerprint;
use super::layer::Layer;
use super::mark::{Mark, marks};
use crate::answer::{Answer, OffsetMap, OffsetUnit, Span};

/// How many characters of the text around a quote are given.
const AROUND: usize = 32;

/// Writes the annotations of some layers on one line. The answer's spans are bytes of `text`.
///
/// ```
/// use faktum::{Document, Extractor, output::{Layer, annotation}};
/// let text = "Merkel was in Zürich.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text).with_id("https://example.org/1"));
/// let mut out = Vec::new();
/// annotation::write(&answer, text, &[Layer::Names], &mut out)?;
/// let page: serde_json::Value = serde_json::from_slice(&out)?;
/// let target = &page["items"][1]["target"];
/// assert_eq!(target["source"], "https://example.org/1");
/// assert_eq!(target["selector"][0], serde_json::json!({"type": "TextPositionSelector", "start": 14, "end": 20}));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, layers: &[Layer], mut w: W) -> io::Result<()> {
    let own = uuid(fingerprint(answer, text));
    let source = answer.id.as_ref().map_or_else(|| own.clone(), |id| iri(&id.text()));
    let target = Target { text, source, map: OffsetMap::new(text, OffsetUnit::Char) };
    let items: Vec<Value> = marks(answer, layers).iter().map(|mark| annotation(answer, mark, &own, &target)).collect();
    let page = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{own}#page"),
        "type": "AnnotationPage",
        "items": items,
    });
    serde_json::to_writer(&mut w, &page)?;
    w.write_all(b"\n")
}

fn annotation(answer: &Answer<'_>, mark: &Mark, own: &str, target: &Target<'_>) -> Value {
    let purpose = if mark.layer == Layer::Names { "identifying" } else { "describing" };
    let mut bodies = vec![json!({"type": "TextualBody", "purpose": "classifying", "value": mark.label(answer)})];
    let says = mark.says(answer);
    if !says.is_empty() {
        bodies.push(json!({"type": "TextualBody", "purpose": purpose, "value": says}));
    }
    let mut targets: Vec<Value> = mark.spans.iter().map(|span| target.of(*span)).collect();
    let target = match targets.len() {
        1 => targets.remove(0),
        _ => json!({"type": "Composite", "items": targets}),
    };
    json!({
        "id": format!("{own}#{}", mark.id()),
        "type": "Annotation",
        "motivation": purpose,
        "body": bodies,
        "target": target,
    })
}

/// What annotations point into.
struct Target<'a> {
    text: &'a str,
    source: String,
    map: OffsetMap<'a>,
}

impl Target<'_> {
    fn of(&self, span: Span) -> Value {
        let before = self.text.get(..span.start as usize).unwrap_or_default();
        let behind = self.text.get(span.end as usize..).unwrap_or_default();
        let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let to = behind.char_indices().nth(AROUND).map_or(behind.len(), |(at, _)| at);
        json!({
            "source": self.source,
            "selector": [
                {"type": "TextPositionSelector", "start": self.map.convert(span.start), "end": self.map.convert(span.end)},
                {
                    "type": "TextQuoteSelector",
                    "exact": span.of(self.text),
                    "prefix": before.get(from..).unwrap_or_default(),
                    "suffix": behind.get(..to).unwrap_or_default(),
                },
            ],
        })
    }
}

/// A UUID of the version that leaves its bits to whoever makes it (RFC 9562).
fn uuid(bits: u128) -> String {
    let bits = bits & !(0xf << 76) & !(0x3 << 62) | 0x8 << 76 | 0x2 << 62;
    let part = |from: u32, digits: u32| (bits >> from) & ((1 << (4 * digits)) - 1);
    let [a, b, c, d, e] = [part(96, 8), part(80, 4), part(64, 4), part(48, 4), part(0, 12)];
    format!("urn:uuid:{a:08x}-{b:04x}-{c:04x}-{d:04x}-{e:012x}")
}

/// An id as an IRI, perhaps a relative one: what may not stand there is percent-encoded.
fn iri(id: &str) -> String {
    let mut iri = String::with_capacity(id.len());
    for c in id.chars() {
        match c {
            '<' | '>' | '"' | '{' | '}' | '|' | '\\' | '^' | '`' | ' ' | '\0'..='\u{1f}' | '\u{7f}' => {
                let _ = write!(iri, "%{:02X}", u32::from(c));
            }
            c => iri.push(c),
        }
    }
    iri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_iris() {
        assert_eq!(uuid(u128::MAX), "urn:uuid:ffffffff-ffff-8fff-bfff-ffffffffffff");
        assert_eq!(uuid(1 << 76), "urn:uuid:00000000-0000-8000-8000-000000000000");
        assert_eq!(iri("a b/\"ä\".txt"), "a%20b/%22ä%22.txt");
    }
}
