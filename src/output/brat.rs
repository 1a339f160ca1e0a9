//! Annotations as brat has them: a standoff file (`.ann`) beside the text (`.txt`).
//!
//! Names, times, figures and statements are text-bound annotations (`T1`), whose type is the kind of thing (`PER`, `DATE`, `MONEY`,
//! `STATEMENT`); facts are events (`E1`) of the type `FACT` at their verb, with `Who`, `What`, `When`, `Where` and `Figure` as
//! arguments; what is denied, planned or reported is an attribute (`A1`); a note (`#1`) tells the entity's name, the value, the
//! speaker, or the fact in a few words. Offsets count characters. Source: [brat standoff format](https://brat.nlplab.org/standoff.html).

use std::collections::BTreeMap;
use std::io;

use super::layer::Layer;
use super::mark::{Mark, marks};
use super::plain::one_line;
use crate::answer::{Answer, Fact, Modality, OffsetMap, OffsetUnit, Span, TimeSource};

/// Writes the standoff file of a document whose text stands, as it is, in the file beside it. The answer's spans are bytes of
/// `text`.
///
/// ```
/// use faktum::{Document, Extractor, output::{Layer, brat}};
/// let text = "Zürich police arrested 37 people.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text));
/// let mut out = Vec::new();
/// brat::write(&answer, text, &[Layer::Names], &mut out)?;
/// assert_eq!(String::from_utf8(out)?, "T1\tLOC 0 6\tZürich\n#1\tAnnotatorNotes T1\tZürich\n");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, layers: &[Layer], w: W) -> io::Result<()> {
    let map = OffsetMap::new(text, OffsetUnit::Char);
    let mut standoff = Standoff { answer, text, map, known: BTreeMap::new(), events: 0, attributes: 0, notes: 0, w };
    marks(answer, layers).iter().try_for_each(|mark| standoff.mark(mark))
}

struct Standoff<'a, 't, W> {
    answer: &'a Answer<'t>,
    text: &'a str,
    map: OffsetMap<'a>,
    /// The text-bound annotations that are written.
    known: BTreeMap<(String, Vec<Span>), usize>,
    events: usize,
    attributes: usize,
    notes: usize,
    w: W,
}

impl<W: io::Write> Standoff<'_, '_, W> {
    fn mark(&mut self, mark: &Mark) -> io::Result<()> {
        let bound = self.bound(&mark.label(self.answer), &mark.spans)?;
        let annotation = match self.answer.facts.get(mark.at).filter(|_| mark.layer == Layer::Facts) {
            None => format!("T{bound}"),
            Some(fact) => self.event(bound, fact)?,
        };
        let says = one_line(&mark.says(self.answer));
        if says.is_empty() {
            return Ok(());
        }
        self.notes += 1;
        writeln!(self.w, "#{}\tAnnotatorNotes {annotation}\t{says}", self.notes)
    }

    /// Writes a text-bound annotation, unless it is written; gives its number.
    fn bound(&mut self, label: &str, spans: &[Span]) -> io::Result<usize> {
        // An annotation may not run over the end of a line.
        let spans: Vec<Span> = spans.iter().flat_map(|span| lines(*span, self.text)).collect();
        let next = self.known.len() + 1;
        let number = *self.known.entry((label.to_string(), spans.clone())).or_insert(next);
        if number == next {
            let offset = |at| self.map.convert(at);
            let places: Vec<String> =
                spans.iter().map(|span| format!("{} {}", offset(span.start), offset(span.end))).collect();
            let words: Vec<&str> = spans.iter().map(|span| span.of(self.text)).collect();
            writeln!(self.w, "T{number}\t{label} {}\t{}", places.join(";"), words.join(" "))?;
        }
        Ok(number)
    }

    /// Writes a fact as an event; gives its name.
    fn event(&mut self, trigger: usize, fact: &Fact<'_>) -> io::Result<String> {
        let answer = self.answer;
        let time = fact.time.as_ref().and_then(|time| match time.from {
            TimeSource::Time(id) => answer.time(id).map(|time| time.span),
            TimeSource::Period(id) => answer.period(id).map(|period| period.span),
        });
        let roles = [
            ("Who", fact.subject.as_ref().map(|subject| subject.span)),
            ("What", fact.object.as_ref().map(|object| object.span)),
            ("When", time),
            ("Where", fact.place.as_ref().map(|place| place.span)),
            ("Figure", fact.figure.and_then(|id| answer.figure(id)).map(|figure| figure.span)),
        ];
        let mut arguments = String::new();
        for (role, span) in roles {
            if let Some(span) = span.filter(|span| !span.is_empty()) {
                arguments += &format!(" {role}:T{}", self.bound(role, &[span])?);
            }
        }
        self.events += 1;
        let name = format!("E{}", self.events);
        writeln!(self.w, "{name}\tFACT:T{trigger}{arguments}")?;
        if fact.negated {
            self.attributes += 1;
            writeln!(self.w, "A{}\tNegated {name}", self.attributes)?;
        }
        if fact.modality != Modality::Asserted {
            self.attributes += 1;
            writeln!(self.w, "A{}\tModality {name} {}", self.attributes, fact.modality)?;
        }
        Ok(name)
    }
}

/// The parts of a span on each of its lines, without blanks around them.
fn lines(span: Span, text: &str) -> impl Iterator<Item = Span> {
    let whole = span.of(text);
    whole.split(['\n', '\r']).filter(|line| !line.trim().is_empty()).map(move |line| {
        let line = line.trim();
        // The line is a part of the text, and begins so far into it.
        let start = span.start + (line.as_ptr() as usize - whole.as_ptr() as usize) as u32;
        Span::new(start, start + line.len() as u32)
    })
}
