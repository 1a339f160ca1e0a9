//! JSON, as the contract `faktum/1` lays it down.

use std::io;

use crate::answer::Answer;

/// Writes an answer on one line, with a line break at its end: one line of NDJSON.
///
/// ```
/// use faktum::{Document, Extractor, output};
///
/// let extractor = Extractor::builder().build()?;
/// let mut line = Vec::new();
/// output::json::write(&extractor.extract(&Document::new("")), &mut line)?;
/// assert!(line.starts_with(br#"{"schema":"faktum/1","#) && line.ends_with(b"}\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`.
pub fn write<W: io::Write>(answer: &Answer<'_>, mut w: W) -> io::Result<()> {
    serde_json::to_writer(&mut w, answer)?;
    w.write_all(b"\n")
}

/// Writes an answer on many lines, indented for reading, without a line break at its end.
///
/// # Errors
///
/// Those of `w`.
pub fn write_pretty<W: io::Write>(answer: &Answer<'_>, w: W) -> io::Result<()> {
    Ok(serde_json::to_writer_pretty(w, answer)?)
}
