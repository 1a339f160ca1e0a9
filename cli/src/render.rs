//! From a document's bytes to the bytes of its answer.

use std::borrow::Cow;
use std::io::{self, Write};

use faktum::output::Layer;
use faktum::{Answer, Date, Document, DocumentId, Extractor, Lang, Scratch, output};
use serde::Serialize;
use serde_json::value::RawValue;

use crate::input::{Chunk, Item, Origin};
use crate::record::{FieldNames, Language, Record};

/// The note of an answer whose document was not UTF-8, or held halves of surrogate pairs.
const REPLACED: &str = "invalid UTF-8 was replaced by U+FFFD; offsets count the text with the replacements";

/// All that decides what an answer looks like.
pub struct Renderer {
    pub extractor: Extractor,
    /// Answers for documents in languages that are not read.
    pub unread: Extractor,
    pub lang: Option<Lang>,
    pub date: Option<Date>,
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
        !matches!(self, Writer::Csv(_))
    }

    /// What stands between two answers.
    pub fn separator(&self) -> &'static [u8] {
        match self {
            Writer::Table(_) => b"\n\n",
            Writer::Json => b",\n",
            Writer::Ndjson | Writer::Csv(_) | Writer::Html(_) => b"",
        }
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
        }
    }

    /// Writes what stands in the place of a document that could not be read. Rows have no place for it.
    fn error(&self, id: Option<DocumentId<'_>>, line: u64, message: &str, mut out: impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Fault<'f> {
            id: DocumentId<'f>,
            line: u64,
            error: &'f str,
        }
        let id = id.unwrap_or_else(|| i64::try_from(line).map_or_else(|_| line.to_string().into(), DocumentId::from));
        let fault = Fault { id, line, error: message };
        match self {
            Writer::Table(_) => writeln!(out, "line {line}: error: {message}"),
            Writer::Json => Ok(serde_json::to_writer_pretty(out, &fault)?),
            Writer::Ndjson => {
                serde_json::to_writer(&mut out, &fault)?;
                out.write_all(b"\n")
            }
            Writer::Html(_) => output::html::write_error(&format!("line {line}"), message, out),
            Writer::Csv(_) => Ok(()),
        }
    }
}

/// The answers to a chunk, or the next piece of them.
#[derive(Default)]
pub struct Rendered {
    pub bytes: Vec<u8>,
    /// The answers go on in another piece; this one says nothing of documents yet.
    pub goes_on: bool,
    pub documents: usize,
    pub failures: usize,
    /// Where the first document stands that could not be read, and why.
    pub first_failure: Option<(Origin, String)>,
    /// How much of the input they stand for.
    pub read: u64,
}

/// How long a piece is at least that goes on in another one: an answer may be sixty times as long as its text.
const PIECE: usize = 1 << 20;

/// How long a text is at least whose answer is written in pieces; writing it as a whole takes fewer steps.
const LONG: usize = 1 << 20;

/// Collects answers and sends off what is long enough for a piece.
struct Pieces<'s> {
    bytes: Vec<u8>,
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
            (self.send)(Rendered { bytes, goes_on: true, ..Rendered::default() });
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Renderer {
    /// The answers to the documents of a chunk, one after another: pieces of them that are sent, and the last one.
    pub fn chunk(&self, scratch: &mut Scratch, chunk: &Chunk, send: &mut dyn FnMut(Rendered)) -> Rendered {
        let mut out = Pieces { bytes: Vec::new(), send };
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
        let (bytes, documents, read) = (out.bytes, chunk.items.len(), chunk.bytes);
        Rendered { bytes, goes_on: false, documents, failures, first_failure, read }
    }

    /// Writes the answer to one document, or the error that stands in its place; gives back why.
    fn item(&self, scratch: &mut Scratch, item: &Item, out: &mut Pieces<'_>) -> Result<(), String> {
        // Nearly all documents are UTF-8, which is quicker to check than to mend.
        let content =
            std::str::from_utf8(&item.bytes).map_or_else(|_| String::from_utf8_lossy(&item.bytes), Cow::Borrowed);
        let mended = matches!(content, Cow::Owned(_));
        let record = match &item.origin {
            Origin::Text(name) => Record { id: Some((&**name).into()), text: (&*content).into(), ..Record::default() },
            Origin::Line(_, line) => match Record::parse(content.trim_ascii(), &self.fields) {
                Ok(record) => record,
                Err((id, message)) => {
                    let written = self.writer.error(id, *line, &message, out);
                    debug_assert!(written.is_ok());
                    return Err(message);
                }
            },
        };
        let replaced = mended || record.replaced;
        let mut document = Document::new(&record.text);
        document.id = record.id;
        document.date = record.date.or(self.date);
        let extractor = match record.lang {
            Language::Other => &self.unread,
            Language::Unknown => {
                document.lang = self.lang;
                &self.extractor
            }
            Language::Read(lang) => {
                document.lang = Some(lang);
                &self.extractor
            }
        };
        let mut answer = extractor.extract_with(scratch, &document);
        let unread = record.unread_date.map(|date| format!("the date {date:?} could not be read"));
        for note in unread.into_iter().chain(replaced.then(|| REPLACED.to_string())) {
            answer.note = Some(answer.note.map_or(note.clone().into(), |before| format!("{before}; {note}").into()));
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
        if text.len() < LONG {
            writer.write(answer, text, input, &mut out.bytes)
        } else {
            writer.write(answer, text, input, out)
        }
    }
}
