//! From a document's bytes to the bytes of its answer.

use std::io::{self, Write};

use faktum::metadata::Language;
use faktum::output::Layer;
use faktum::{Answer, Date, Document, DocumentId, Extractor, Lang, Scratch, output};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;

use crate::decode::{Encoding, REPLACED};
use crate::document;
use crate::folder::Files;
use crate::read::{Chunk, Item, Origin, Part};
use crate::record::{FieldNames, Record};

/// All that decides what an answer looks like.
pub struct Renderer {
    pub extractor: Extractor,
    /// Answers for documents in languages that are not read.
    pub unread: Extractor,
    pub lang: Option<Lang>,
    pub date: Option<Date>,
    pub encoding: Encoding,
    pub fields: FieldNames,
    /// What is less sure is left out.
    pub min_confidence: Option<f32>,
    pub writer: Writer,
}

/// Who writes the answers.
pub enum Writer {
    Table(output::table::Style),
    Csv(output::csv::Format),
    /// With the layers that are switched on at first.
    Html(Vec<Layer>),
    Json,
    Ndjson,
    Conll,
    Brat(Vec<Layer>),
    TimeMl,
    Prodigy(Vec<Layer>),
    Annotation(Vec<Layer>),
}

impl Writer {
    pub fn is_json(&self) -> bool {
        matches!(self, Writer::Json | Writer::Ndjson)
    }

    /// Writes what stands once before all answers.
    pub fn begin(&self, w: impl Write) -> io::Result<()> {
        match self {
            Writer::Csv(format) => output::csv::write_header(*format, w),
            Writer::Html(layers) => output::html::write_head("faktum", layers, w),
            _ => Ok(()),
        }
    }

    /// Writes what stands once behind all answers.
    pub fn end(&self, w: impl Write) -> io::Result<()> {
        match self {
            Writer::Html(_) => output::html::write_foot(w),
            _ => Ok(()),
        }
    }

    /// Whether an error stands in the place of its document.
    pub fn tells_errors(&self) -> bool {
        matches!(self, Writer::Table(_) | Writer::Html(_) | Writer::Json | Writer::Ndjson)
    }

    /// Whether each document has files of its own.
    pub fn has_files(&self) -> bool {
        matches!(self, Writer::Brat(_) | Writer::TimeMl)
    }

    /// What stands between two answers.
    pub fn separator(&self) -> &'static [u8] {
        match self {
            Writer::Table(_) => b"\n\n",
            Writer::Json => b",\n",
            _ => b"",
        }
    }

    /// The files of a document.
    fn files(&self, answer: &Answer<'_>, text: &str) -> io::Result<Files> {
        let id = answer.id.as_ref().map_or("document".into(), DocumentId::text).into_owned();
        let mut content = Vec::new();
        self.write(answer, text, None, &mut content)?;
        let parts = match self {
            Writer::Brat(_) => vec![("ann", content), ("txt", text.as_bytes().to_vec())],
            _ => vec![("tml", content)],
        };
        Ok(Files { id, parts })
    }

    fn write(&self, answer: &Answer<'_>, text: &str, input: Option<&RawValue>, out: impl Write) -> io::Result<()> {
        match (self, input) {
            (Writer::Table(style), _) => output::table::write(answer, text, style, out),
            (Writer::Csv(format), _) => output::csv::write(answer, text, *format, out),
            (Writer::Html(_), _) => output::html::write(answer, text, out),
            (Writer::Json, None) => output::json::write_pretty(answer, out),
            (Writer::Json, Some(input)) => output::json::write_pretty_with(answer, input, out),
            (Writer::Ndjson, None) => output::json::write(answer, out),
            (Writer::Ndjson, Some(input)) => output::json::write_with(answer, input, out),
            (Writer::Conll, _) => output::conll::write(answer, text, out),
            (Writer::Brat(layers), _) => output::brat::write(answer, text, layers, out),
            (Writer::TimeMl, _) => output::timeml::write(answer, text, out),
            (Writer::Prodigy(layers), _) => output::prodigy::write(answer, text, layers, out),
            (Writer::Annotation(layers), _) => output::annotation::write(answer, text, layers, out),
        }
    }

    /// Writes what stands in the place of a document that could not be read, where there is a place for it.
    fn error(&self, id: Option<DocumentId<'_>>, origin: &Origin, message: &str, mut out: impl Write) -> io::Result<()> {
        let fault = Fault { id, origin, message };
        match self {
            Writer::Table(_) => writeln!(out, "{origin}: error: {message}"),
            Writer::Json => Ok(serde_json::to_writer_pretty(out, &fault)?),
            Writer::Ndjson => {
                serde_json::to_writer(&mut out, &fault)?;
                out.write_all(b"\n")
            }
            Writer::Html(_) => output::html::write_error(&origin.to_string(), message, out),
            _ => Ok(()),
        }
    }
}

/// What stands in JSON in the place of a document: `{"id": …, "line": 3, "error": "…"}`.
struct Fault<'f> {
    id: Option<DocumentId<'f>>,
    origin: &'f Origin,
    message: &'f str,
}

impl Serialize for Fault<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        let counted = self.origin.part.counted();
        match (&self.id, counted) {
            (Some(id), _) => map.serialize_entry("id", id)?,
            (None, Some((_, number))) => map.serialize_entry("id", &number)?,
            (None, None) => map.serialize_entry("id", &*self.origin.source)?,
        }
        if let Some((name, number)) = counted {
            map.serialize_entry(name, &number)?;
        }
        map.serialize_entry("error", self.message)?;
        map.end()
    }
}

/// The answers to a chunk, or the next piece of them.
#[derive(Default)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// The documents' own files.
    pub files: Vec<Files>,
    /// The answers go on in another piece; this one says nothing of documents yet.
    pub goes_on: bool,
    pub documents: usize,
    pub failures: usize,
    /// Where the first document stands that could not be read, and why.
    pub first_failure: Option<(Origin, String)>,
    /// How much of the input they stand for.
    pub read: u64,
    /// The first of them is all of its source.
    pub whole: bool,
}

/// How long a piece is at least that goes on in another one: an answer may be sixty times as long as its text.
const PIECE: usize = 1 << 20;

/// How long a text is at least whose answer is written in pieces; writing it as a whole takes fewer steps.
const LONG: usize = 1 << 20;

/// Collects answers and sends off what is long enough for a piece.
struct Pieces<'s> {
    bytes: Vec<u8>,
    files: Vec<Files>,
    whole: bool,
    send: &'s mut dyn FnMut(Rendered),
}

impl io::Write for Pieces<'_> {
    #[inline]
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.write_all(bytes)?;
        Ok(bytes.len())
    }

    #[inline]
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.extend_from_slice(bytes);
        if self.bytes.len() >= PIECE {
            let bytes = std::mem::take(&mut self.bytes);
            (self.send)(Rendered { bytes, goes_on: true, whole: self.whole, ..Rendered::default() });
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// How many bytes of documents are handed over together: about as many as the extractor reads stage by stage.
const TOGETHER: usize = 12 << 10;

/// How many of these documents are read together: at least one.
fn together(items: &[Item]) -> usize {
    let mut bytes = 0;
    let fit = |item: &&Item| {
        bytes += item.content.len();
        bytes <= TOGETHER
    };
    items.iter().take_while(fit).count().max(1).min(items.len())
}

/// Whether a chunk begins with a document that is all of its source.
fn whole(chunk: &Chunk) -> bool {
    chunk.items.first().is_some_and(|item| item.origin.part == Part::Whole)
}

impl Renderer {
    /// The answers to the documents of a chunk, one after another: pieces of them that are sent, and the last one.
    pub fn chunk(&self, scratch: &mut Scratch, chunk: &Chunk, send: &mut dyn FnMut(Rendered)) -> Rendered {
        let mut out = Pieces { bytes: Vec::new(), files: Vec::new(), whole: whole(chunk), send };
        let (mut failures, mut first_failure) = (0, None);
        let mut rest = chunk.items.as_slice();
        while !rest.is_empty() {
            let items;
            (items, rest) = rest.split_at(together(rest));
            self.items(scratch, items, items.len() + rest.len() < chunk.items.len(), &mut out, &mut |item, message| {
                failures += 1;
                first_failure.get_or_insert_with(|| (item.origin.clone(), message));
            });
        }
        let (bytes, files, documents, read) = (out.bytes, out.files, chunk.items.len(), chunk.bytes);
        Rendered { bytes, files, goes_on: false, documents, failures, first_failure, read, whole: whole(chunk) }
    }

    /// Writes the answers to some documents, or the errors that stand in their place; tells which failed, and why. `behind`
    /// says that other answers of the chunk stand before them.
    fn items(
        &self,
        scratch: &mut Scratch,
        items: &[Item],
        behind: bool,
        out: &mut Pieces<'_>,
        failed: &mut dyn FnMut(&Item, String),
    ) {
        let texts: Vec<_> = items.iter().map(|item| document::decoded(&item.content, self.encoding)).collect();
        let records: Vec<_> =
            items.iter().zip(&texts).map(|(item, (text, _))| document::record(item, text, &self.fields)).collect();
        let is_read = |record: &Record<'_>| matches!(record.lang, Language::Unknown | Language::Read(_));
        let documents: Vec<_> =
            records.iter().flatten().filter(|record| is_read(record)).map(|record| self.document(record)).collect();
        let mut answers = self.extractor.extract_batch_with(scratch, &documents).into_iter();
        for (at, ((item, (_, encoding_note)), record)) in items.iter().zip(&texts).zip(&records).enumerate() {
            // Writing to memory cannot fail.
            let separated = if behind || at > 0 { out.write_all(self.writer.separator()) } else { Ok(()) };
            debug_assert!(separated.is_ok());
            let record = match record {
                Ok(record) => record,
                Err((id, message)) => {
                    let written = self.writer.error(id.clone(), &item.origin, message, &mut *out);
                    debug_assert!(written.is_ok());
                    failed(item, message.clone());
                    continue;
                }
            };
            let answer = if is_read(record) { answers.next() } else { None };
            let mut answer = answer.unwrap_or_else(|| self.unread.extract_with(scratch, &self.document(record)));
            let replaced = record.replaced.then(|| REPLACED.to_string());
            for note in record.date_note.iter().chain(encoding_note.as_ref().or(replaced.as_ref())) {
                let before = answer.note.map(|before| format!("{before}; {note}"));
                answer.note = Some(before.unwrap_or_else(|| note.clone()).into());
            }
            if record.extracted && self.writer.is_json() {
                answer.text = Some((&*record.text).into());
            }
            if let Some(least) = self.min_confidence {
                answer.retain_confident(least);
            }
            let written = self.answer(&answer, &record.text, record.input.as_deref(), out);
            debug_assert!(written.is_ok());
        }
    }

    /// The document of a record, in the language that is known of it.
    fn document<'r>(&self, record: &'r Record<'_>) -> Document<'r> {
        let mut document = Document::new(&record.text);
        document.id = record.id.clone();
        document.date = record.date.or(self.date);
        document.lang = match record.lang {
            Language::Unknown => self.lang,
            Language::Read(lang) => Some(lang),
            _ => None,
        };
        document
    }

    fn answer(
        &self,
        answer: &Answer<'_>,
        text: &str,
        input: Option<&RawValue>,
        out: &mut Pieces<'_>,
    ) -> io::Result<()> {
        let writer = &self.writer;
        if writer.has_files() {
            out.files.push(writer.files(answer, text)?);
            Ok(())
        } else if text.len() < LONG {
            writer.write(answer, text, input, &mut out.bytes)
        } else {
            writer.write(answer, text, input, out)
        }
    }
}
