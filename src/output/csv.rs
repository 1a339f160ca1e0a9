//! Rows for spreadsheets and databases: CSV as RFC 4180 has it, or with tabs.
//!
//! The columns of a layer have the names of [`columns`] and stand in that order. Sentences count from 1, spans in the unit that
//! is asked for; texts stand on one line each, with single blanks, so that a row is a line. An empty cell says nothing.

use std::borrow::Cow;
use std::io;

use csv::{Terminator, WriterBuilder};

use super::layer::Layer;
use super::plain::one_line;
use super::row;
use crate::answer::{Answer, EntityId, Fact, FigureId, OffsetMap, OffsetUnit, Reference, Span};

/// What is written, and how.
///
/// ```
/// use faktum::output::{Layer, csv::Format};
/// let format = Format::default().layer(Layer::Names).tabs(true);
/// # let _ = format;
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Format {
    layer: Layer,
    tabs: bool,
    offsets: OffsetUnit,
    formulas: bool,
}

/// Facts, with commas, and spans in bytes.
impl Default for Format {
    fn default() -> Format {
        Format { layer: Layer::Facts, tabs: false, offsets: OffsetUnit::Byte, formulas: false }
    }
}

impl Format {
    /// Of what a row tells.
    pub fn layer(self, layer: Layer) -> Format {
        Format { layer, ..self }
    }

    /// Whether tabs stand between the cells, not commas.
    pub fn tabs(self, tabs: bool) -> Format {
        Format { tabs, ..self }
    }

    /// What spans count in the rows.
    pub fn offsets(self, offsets: OffsetUnit) -> Format {
        Format { offsets, ..self }
    }

    /// Whether texts that begin with `=`, `+`, `-` or `@` stand as they are. By default an apostrophe stands before them, which
    /// spreadsheets take for the mark of a text: one that a stranger wrote could be a formula that sends data away.
    pub fn formulas(self, formulas: bool) -> Format {
        Format { formulas, ..self }
    }

    fn writer<W: io::Write>(self, w: W) -> csv::Writer<W> {
        let delimiter = if self.tabs { b'\t' } else { b',' };
        WriterBuilder::new().delimiter(delimiter).terminator(Terminator::Any(b'\n')).from_writer(w)
    }
}

/// What each row begins with: the document, and the sentence.
const HEAD: &[&str] = &["document", "lang", "date", "sentence"];
/// What each row ends with: the place, and the sentence's text.
const TAIL: &[&str] = &["span_start", "span_end", "sentence_text"];

/// The names of a layer's columns.
pub fn columns(layer: Layer) -> impl Iterator<Item = &'static str> {
    [HEAD, own_columns(layer), TAIL].into_iter().flatten().copied()
}

/// What a layer's rows hold of the item itself.
fn own_columns(layer: Layer) -> &'static [&'static str] {
    match layer {
        Layer::Facts => &[
            "id",
            "kind",
            "who",
            "who_name",
            "does",
            "what",
            "figure",
            "value",
            "low",
            "high",
            "approx",
            "unit",
            "counted",
            "when",
            "time",
            "begin",
            "end",
            "where",
            "where_name",
            "source",
            "source_name",
            "change",
            "by",
            "from",
            "to",
            "negated",
            "modality",
            "confidence",
            "gloss",
            "key",
            "rules",
        ],
        Layer::Names => &["id", "text", "type", "subtype", "name", "ref", "part", "role", "confidence", "rule"],
        Layer::Statements => {
            &["id", "style", "speaker", "speaker_name", "medium", "cue", "cue_lemma", "content", "rule"]
        }
        Layer::Times => &["id", "text", "type", "value", "mod", "freq", "quant", "begin", "end", "rule"],
        Layer::Figures => &[
            "id", "text", "kind", "value", "low", "high", "approx", "unit", "of", "of_lemma", "concept", "usage",
            "rule",
        ],
    }
}

/// Writes the line with the columns' names.
///
/// # Errors
///
/// Those of `w`.
pub fn write_header<W: io::Write>(format: Format, w: W) -> io::Result<()> {
    let mut rows = format.writer(w);
    rows.write_record(columns(format.layer))?;
    rows.flush()
}

/// Writes the rows of an answer whose spans are bytes of `text`: one for each item of the layer; of facts that tell of one
/// change, one for all.
///
/// ```
/// use faktum::{Document, Extractor, output::csv};
/// let text = "Police arrested 37 people.";
/// let answer = Extractor::builder().build()?.extract(&Document::new(text));
/// let mut out = Vec::new();
/// csv::write_header(csv::Format::default(), &mut out)?;
/// csv::write(&answer, text, csv::Format::default(), &mut out)?;
/// let out = String::from_utf8(out)?;
/// assert!(out.lines().nth(1).unwrap().starts_with(",en,,1,f0,count,Police,,arrested,37 people,37,37,"), "{out}");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, text: &str, format: Format, w: W) -> io::Result<()> {
    let table = Table { answer, text, map: OffsetMap::new(text, format.offsets) };
    let mut rows = format.writer(w);
    let mut write = |cells: Vec<Cow<'_, str>>| {
        debug_assert_eq!(cells.len(), columns(format.layer).count());
        let inert = |cell: &Cow<'_, str>| !format.formulas && is_formula(cell);
        let cells =
            cells.iter().map(|cell| if inert(cell) { format!("'{cell}").into() } else { Cow::Borrowed(&**cell) });
        cells.into_iter().try_for_each(|cell: Cow<'_, str>| rows.write_field(cell.as_bytes()))?;
        rows.write_record(None::<&[u8]>)
    };
    match format.layer {
        Layer::Facts => row::rows(answer, text).try_for_each(|row| write(table.fact(&row)))?,
        Layer::Names => (0..answer.mentions.len()).try_for_each(|at| write(table.mention(at)))?,
        Layer::Statements => (0..answer.statements.len()).try_for_each(|at| write(table.statement(at)))?,
        Layer::Times => (0..answer.times.len()).try_for_each(|at| write(table.time(at)))?,
        Layer::Figures => (0..answer.figures.len()).try_for_each(|at| write(table.figure(at)))?,
    }
    rows.flush()
}

/// Whether a spreadsheet would calculate a cell: it begins as formulas do, and is no number.
pub fn is_formula(cell: &str) -> bool {
    cell.len() > 1 && cell.starts_with(['=', '+', '-', '@']) && cell.parse::<f64>().is_err()
}

/// A text on one line; most are.
fn cell(text: &str) -> Cow<'_, str> {
    let plain = |c: char| !c.is_control() && (c == ' ' || !c.is_whitespace());
    if text.chars().all(plain) && !text.contains("  ") && text.trim() == text {
        text.into()
    } else {
        one_line(text).into()
    }
}

fn shown(value: impl std::fmt::Display) -> Cow<'static, str> {
    value.to_string().into()
}

fn maybe(value: Option<impl std::fmt::Display>) -> Cow<'static, str> {
    value.map(shown).unwrap_or_default()
}

struct Table<'a, 't> {
    answer: &'a Answer<'t>,
    text: &'a str,
    map: OffsetMap<'a>,
}

impl<'a, 't> Table<'a, 't> {
    /// The document, and the sentence in which a span begins.
    fn head(&self, span: Span) -> Vec<Cow<'a, str>> {
        let answer = self.answer;
        let sentence = answer.sentence_of(span).map(|at| at + 1);
        vec![
            answer.id.as_ref().map(|id| one_line(&id.text()).into()).unwrap_or_default(),
            answer.lang.map_or("", |lang| lang.code()).into(),
            maybe(answer.date),
            maybe(sentence),
        ]
    }

    /// A row: what stands at the head of all, the item's own cells, and what stands at the end of all.
    fn row<const N: usize>(&self, span: Span, own: [Cow<'a, str>; N]) -> Vec<Cow<'a, str>> {
        self.head(span).into_iter().chain(own).chain(self.tail(span)).collect()
    }

    /// The place, and the text of the sentence.
    fn tail(&self, span: Span) -> [Cow<'a, str>; 3] {
        let sentence = self.answer.sentence_of(span).and_then(|at| self.answer.sentences.get(at));
        [
            shown(self.map.convert(span.start)),
            shown(self.map.convert(span.end)),
            sentence.map(|sentence| cell(sentence.of(self.text))).unwrap_or_default(),
        ]
    }

    fn name(&self, entity: Option<EntityId>) -> Cow<'a, str> {
        entity.and_then(|id| self.answer.entity(id)).map(|entity| cell(&entity.name)).unwrap_or_default()
    }

    fn amount(&self, figure: Option<FigureId>) -> Cow<'a, str> {
        figure.and_then(|id| self.answer.figure(id)).map(|figure| shown(figure.amount())).unwrap_or_default()
    }

    fn fact(&self, row: &row::Row<'a, 't>) -> Vec<Cow<'a, str>> {
        let (answer, fact): (_, &'a Fact<'t>) = (self.answer, row.fact);
        let figure = fact.figure.and_then(|id| answer.figure(id));
        let (time, change, place) = (fact.time.as_ref(), fact.change.as_ref(), fact.place.as_ref());
        let rules: Vec<&str> = fact.rules.iter().map(|rule| rule.name).collect();
        let span = answer.sentences.get(fact.sentence as usize).copied().unwrap_or(fact.span);
        let mut cells = self.head(span);
        cells.extend([
            format!("f{}", row.at).into(),
            shown(fact.kind),
            row.who.clone().into(),
            self.name(fact.subject.as_ref().and_then(|subject| subject.entity)),
            row.does.clone().into(),
            row.what.clone().into(),
            figure.map(|figure| cell(&figure.text)).unwrap_or_default(),
            maybe(figure.and_then(|figure| figure.value.as_ref())),
            maybe(figure.and_then(|figure| figure.low.as_ref())),
            maybe(figure.and_then(|figure| figure.high.as_ref())),
            maybe(figure.map(|figure| figure.approx)),
            figure.and_then(|figure| figure.unit.as_deref()).map(cell).unwrap_or_default(),
            figure.and_then(|figure| figure.of.as_ref()).map(|of| cell(&of.text)).unwrap_or_default(),
            time.map(|time| cell(row::words(answer, time))).unwrap_or_default(),
            maybe(time.map(|time| &time.value)),
            maybe(time.and_then(|time| time.begin)),
            maybe(time.and_then(|time| time.end)),
            place.map(|place| cell(&place.text)).unwrap_or_default(),
            self.name(place.and_then(|place: &Reference<'_>| place.entity)),
            fact.source.as_ref().map(|source| cell(&source.text)).unwrap_or_default(),
            self.name(fact.source.as_ref().and_then(|source| source.entity)),
            maybe(change.map(|change| change.direction)),
            self.amount(change.and_then(|change| change.by)),
            self.amount(change.and_then(|change| change.from)),
            self.amount(change.and_then(|change| change.to)),
            shown(fact.negated),
            shown(fact.modality),
            shown(fact.confidence),
            cell(&fact.gloss),
            cell(&fact.key),
            rules.join(" ").into(),
        ]);
        let [_, _, sentence] = self.tail(span);
        let [start, end, _] = self.tail(fact.span);
        cells.extend([start, end, sentence]);
        cells
    }

    fn mention(&self, at: usize) -> Vec<Cow<'a, str>> {
        let Some(mention) = self.answer.mentions.get(at) else { return Vec::new() };
        let entity = self.answer.entity(mention.entity);
        self.row(
            mention.span,
            [
                format!("m{at}").into(),
                cell(&mention.text),
                shown(mention.kind),
                mention.subtype.as_deref().map(cell).unwrap_or_default(),
                self.name(Some(mention.entity)),
                entity.and_then(|entity| entity.reference.as_deref()).map(cell).unwrap_or_default(),
                shown(mention.part),
                mention.role.as_ref().map(|role| cell(&role.text)).unwrap_or_default(),
                shown(mention.confidence),
                mention.rule.name.into(),
            ],
        )
    }

    fn statement(&self, at: usize) -> Vec<Cow<'a, str>> {
        let Some(statement) = self.answer.statements.get(at) else { return Vec::new() };
        let span = statement.content.iter().copied().reduce(Span::to).unwrap_or_default();
        let content: Vec<&str> = statement.content.iter().map(|span| span.of(self.text)).collect();
        self.row(
            span,
            [
                format!("s{at}").into(),
                shown(statement.style),
                statement.speaker.as_ref().map(|speaker| cell(&speaker.text)).unwrap_or_default(),
                self.name(statement.speaker.as_ref().and_then(|speaker| speaker.entity)),
                statement.medium.as_ref().map(|medium| cell(&medium.text)).unwrap_or_default(),
                statement.cue.as_ref().map(|cue| cell(&cue.text)).unwrap_or_default(),
                statement.cue.as_ref().map(|cue| cell(&cue.lemma)).unwrap_or_default(),
                one_line(&content.join(" … ")).into(),
                statement.rule.name.into(),
            ],
        )
    }

    fn time(&self, at: usize) -> Vec<Cow<'a, str>> {
        let Some(time) = self.answer.times.get(at) else { return Vec::new() };
        self.row(
            time.span,
            [
                format!("t{at}").into(),
                cell(&time.text),
                shown(time.kind),
                cell(&time.value),
                maybe(time.modifier),
                maybe(time.freq.as_deref()),
                maybe(time.quant.as_deref()),
                maybe(time.begin),
                maybe(time.end),
                time.rule.name.into(),
            ],
        )
    }

    fn figure(&self, at: usize) -> Vec<Cow<'a, str>> {
        let Some(figure) = self.answer.figures.get(at) else { return Vec::new() };
        let of = figure.of.as_ref();
        self.row(
            figure.span,
            [
                format!("q{at}").into(),
                cell(&figure.text),
                shown(figure.kind),
                maybe(figure.value.as_ref()),
                maybe(figure.low.as_ref()),
                maybe(figure.high.as_ref()),
                shown(figure.approx),
                figure.unit.as_deref().map(cell).unwrap_or_default(),
                of.map(|of| cell(&of.text)).unwrap_or_default(),
                of.map(|of| cell(&of.lemma)).unwrap_or_default(),
                of.and_then(|of| of.concept.as_deref()).map(cell).unwrap_or_default(),
                shown(figure.usage),
                figure.rule.name.into(),
            ],
        )
    }
}
