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
use crate::record::FieldNames;

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

/// Whether a chunk begins with a document that is all of its source.
fn whole(chunk: &Chunk) -> bool {
    chunk.items.first().is_some_and(|item| item.origin.part == Part::Whole)
}

impl Renderer {
    /// The answers to the documents of a chunk, one after another: pieces of them that are sent, and the last one.
    pub fn chunk(&self, scratch: &mut Scratch, chunk: &Chunk, send: &mut dyn FnMut(Rendered)) -> Rendered {
        let mut out = Pieces { bytes: Vec::new(), files: Vec::new(), whole: whole(chunk), send };
        let (mut failures, mut first_failure) = (0, None);
        for (at, item) in chunk.items.iter().enumerate() {
            // Writing to memory cannot fail.
            let separated = if at > 0 { out.write_all(self.writer.separator()) } else { Ok(()) };
            debug_assert!(separated.is_ok());
            if let Err(message) = self.item(scratch, item, &mut out) {
                failures += 1;
                first_failure.get_or_insert_with(|| (item.origin.clone(), message));
            }
        }
        let (bytes, files, documents, read) = (out.bytes, out.files, chunk.items.len(), chunk.bytes);
        Rendered { bytes, files, goes_on: false, documents, failures, first_failure, read, whole: whole(chunk) }
    }

    /// Writes the answer to one document, or the error that stands in its place; gives back why.
    fn item(&self, scratch: &mut Scratch, item: &Item, out: &mut Pieces<'_>) -> Result<(), String> {
        let (text, encoding_note) = document::decoded(&item.content, self.encoding);
        let record = match document::record(item, &text, &self.fields) {
            Ok(record) => record,
            Err((id, message)) => {
                let written = self.writer.error(id, &item.origin, &message, out);
                debug_assert!(written.is_ok());
                return Err(message);
            }
        };
        let mut document = Document::new(&record.text);
        document.id = record.id;
        document.date = record.date.or(self.date);
        let extractor = match record.lang {
            Language::Unknown => {
                document.lang = self.lang;
                &self.extractor
            }
            Language::Read(lang) => {
                document.lang = Some(lang);
                &self.extractor
            }
            _ => &self.unread,
        };
        let mut answer = extractor.extract_with(scratch, &document);
        let replaced = record.replaced.then(|| REPLACED.to_string());
        for note in record.date_note.into_iter().chain(encoding_note.or(replaced)) {
            answer.note = Some(answer.note.map_or(note.clone().into(), |before| format!("{before}; {note}").into()));
        }
        if record.extracted && self.writer.is_json() {
            answer.text = Some(document.text.into());
        }
        if let Some(least) = self.min_confidence {
            answer.retain_confident(least);
        }
        // Writing to memory cannot fail.
        let written = self.answer(&answer, document.text, record.input.as_deref(), out);
        debug_assert!(written.is_ok());
        Ok(())
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
