//! JSON, as the contract `faktum/1` lays it down.

use std::io;

use serde::Serialize;

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

/// Writes an answer on one line, with what else belongs to its document under `input`, behind all other fields.
///
/// ```
/// use faktum::{Document, Extractor, output};
/// let answer = Extractor::builder().build()?.extract(&Document::new(""));
/// let mut line = Vec::new();
/// output::json::write_with(&answer, &serde_json::json!({"title": "Rain"}), &mut line)?;
/// assert!(line.ends_with(b",\"input\":{\"title\":\"Rain\"}}\n"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
///
/// Those of `w`, and of writing `input`.
pub fn write_with<W: io::Write>(answer: &Answer<'_>, input: &(impl Serialize + ?Sized), mut w: W) -> io::Result<()> {
    serde_json::to_writer(&mut w, &WithInput { answer, input })?;
    w.write_all(b"\n")
}

/// The same on many lines, without a line break at its end.
///
/// # Errors
///
/// Those of `w`, and of writing `input`.
pub fn write_pretty_with<W: io::Write>(answer: &Answer<'_>, input: &(impl Serialize + ?Sized), w: W) -> io::Result<()> {
    Ok(serde_json::to_writer_pretty(w, &WithInput { answer, input })?)
}

#[derive(Serialize)]
struct WithInput<'a, 't, I: ?Sized> {
    #[serde(flatten)]
    answer: &'a Answer<'t>,
    input: &'a I,
}

/// The JSON Schema of answers, generated from the types.
///
/// What [`write_with`] adds under `input` is not part of it; readers pass over fields that they do not know.
///
/// ```
/// let schema = faktum::output::json::schema();
/// assert_eq!(schema["properties"]["schema"]["const"], "faktum/1");
/// ```
#[cfg(feature = "schema")]
pub fn schema() -> serde_json::Value {
    let generator = schemars::generate::SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<Answer<'_>>().to_value()
}
