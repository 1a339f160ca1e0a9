//! What a piece's rows become: columns, or a string of JSON each.

use std::sync::Arc;

use arrow_array::RecordBatch;
use arrow_array::builder::StringBuilder;
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use faktum::DocumentId;
use serde::Serialize;

use crate::answer::{Answers, Row};
use crate::batch::{Gather, Outcome};
use crate::column::field;

impl Gather for Answers {
    fn push(&mut self, id: Option<DocumentId<'_>>, outcome: Outcome<'_>) -> Result<(), ArrowError> {
        self.push(match &outcome {
            Outcome::Answer(answer) => Row::Answer(answer),
            Outcome::Nothing => Row::Nothing(id.as_ref()),
            Outcome::Error(error) => Row::Error(id.as_ref(), error),
        });
        Ok(())
    }

    fn finish(self, schema: SchemaRef) -> Result<RecordBatch, ArrowError> {
        self.finish(schema)
    }
}

/// Answers as the command's NDJSON has them.
#[derive(Default)]
pub struct Lines {
    lines: StringBuilder,
    line: Vec<u8>,
}

/// What stands in the place of a document that could not be read.
#[derive(Serialize)]
struct Fault<'f> {
    id: Option<DocumentId<'f>>,
    error: &'f str,
}

impl Lines {
    pub fn schema() -> SchemaRef {
        Arc::new(Schema::new(vec![field("json", DataType::Utf8)]))
    }

    fn write(&mut self, value: &impl Serialize) -> Result<(), ArrowError> {
        self.line.clear();
        serde_json::to_writer(&mut self.line, value).map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
        let line = std::str::from_utf8(&self.line).map_err(|error| ArrowError::ExternalError(Box::new(error)))?;
        self.lines.append_value(line);
        Ok(())
    }
}

impl Gather for Lines {
    fn push(&mut self, id: Option<DocumentId<'_>>, outcome: Outcome<'_>) -> Result<(), ArrowError> {
        match outcome {
            Outcome::Answer(answer) => self.write(&answer),
            Outcome::Error(error) => self.write(&Fault { id, error: &error }),
            Outcome::Nothing => {
                self.lines.append_null();
                Ok(())
            }
        }
    }

    fn finish(mut self, schema: SchemaRef) -> Result<RecordBatch, ArrowError> {
        RecordBatch::try_new(schema, vec![Arc::new(self.lines.finish())])
    }
}
