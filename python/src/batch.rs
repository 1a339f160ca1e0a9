//! Many documents at once: batches are cut into pieces, which are read one after another or by several threads.

use std::borrow::Cow;
use std::ops::Range;

use arrow_array::{RecordBatch, RecordBatchReader};
use arrow_schema::{ArrowError, SchemaRef};
use faktum::{Answer, DocumentId};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use rayon::prelude::*;

use crate::input::{Documents, Names};
use crate::pool::Pool;
use crate::reader::{Given, LONGEST, Reader};

/// How many bytes of text a piece has for one thread; what comes of them fits a batch, see [`LONGEST`].
const PIECE: usize = 1 << 24;

/// How many bytes it has at least where several threads share the pieces.
const SMALLEST: usize = 1 << 16;

/// So many pieces each thread gets of a batch, so that none waits long for another.
const SHARES: usize = 8;

/// What came of a row.
pub enum Outcome<'d> {
    Answer(Box<Answer<'d>>),
    Nothing,
    Error(String),
}

/// Gathers what came of the rows of a piece.
pub trait Gather {
    fn push(&mut self, id: Option<DocumentId<'_>>, outcome: Outcome<'_>) -> Result<(), ArrowError>;
    fn finish(self, schema: SchemaRef) -> Result<RecordBatch, ArrowError>;
}

/// Reads all batches; called without the interpreter's lock.
pub fn run<G: Gather>(
    reader: &Reader,
    pool: &Pool,
    batches: Box<dyn RecordBatchReader + Send>,
    names: &Names,
    schema: &SchemaRef,
    gather: impl Fn() -> G + Sync,
) -> PyResult<Vec<RecordBatch>> {
    let arrow = |error: ArrowError| PyValueError::new_err(error.to_string());
    let mut read = Vec::new();
    for batch in batches {
        Python::attach(|py| py.check_signals())?;
        let documents = Documents::of(&batch.map_err(arrow)?, names).map_err(arrow)?;
        let piece = |rows: Range<usize>| piece(reader, &documents, rows, schema, gather());
        let of_batch: Result<Vec<_>, _> = match pool.get()? {
            None => pieces(&documents, PIECE).into_iter().map(piece).collect(),
            Some(pool) => {
                let all = (0..documents.len()).map(|row| documents.bytes(row)).sum::<usize>();
                let size = (all / (pool.current_num_threads() * SHARES)).clamp(SMALLEST, PIECE);
                pool.install(|| pieces(&documents, size).into_par_iter().map(piece).collect())
            }
        };
        read.extend(of_batch.map_err(arrow)?);
    }
    Ok(read)
}

/// Rows that have about `size` bytes of text together; none has more unless it is one row.
fn pieces(documents: &Documents, size: usize) -> Vec<Range<usize>> {
    let (mut pieces, mut start, mut bytes) = (Vec::new(), 0, 0);
    for row in 0..documents.len() {
        let more = documents.bytes(row);
        if bytes + more > size && row > start {
            pieces.push(start..row);
            (start, bytes) = (row, 0);
        }
        bytes += more;
    }
    pieces.push(start..documents.len());
    pieces
}

fn piece<G: Gather>(
    reader: &Reader,
    documents: &Documents,
    rows: Range<usize>,
    schema: &SchemaRef,
    mut gather: G,
) -> Result<RecordBatch, ArrowError> {
    for row in rows {
        let id = documents.id(row);
        let Some(text) = text(documents, row) else {
            gather.push(id, Outcome::Nothing)?;
            continue;
        };
        if text.len() > LONGEST {
            let error = format!("a text of {} bytes: those of more than {LONGEST} do not go to columns", text.len());
            gather.push(id, Outcome::Error(error))?;
            continue;
        }
        let given = Given { text: &text, id: id.clone(), lang: documents.lang(row), date: documents.date(row) };
        gather.push(id, reader.read(given).map_or_else(Outcome::Error, |answer| Outcome::Answer(Box::new(answer))))?;
    }
    gather.finish(schema.clone())
}

/// The text of a row, of which each part is a paragraph; `None` where all are null.
fn text(documents: &Documents, row: usize) -> Option<Cow<'_, str>> {
    let mut parts = documents.parts(row);
    let first = Cow::Borrowed(parts.next()?);
    Some(parts.filter(|part| !part.trim().is_empty()).fold(first, |mut text, part| {
        if !text.is_empty() {
            text.to_mut().push_str("\n\n");
        }
        text.to_mut().push_str(part);
        text
    }))
}
