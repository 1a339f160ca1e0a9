//! The columns of answers: one row for each document.

use std::collections::HashMap;
use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch};
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use faktum::{Answer, DocumentId};

use crate::column::{Column, Days, Lists, Shown, Spans, Texts, field};
use crate::item::{Entities, Facts, Figures, Mentions, Periods, Statements, Times, Triples};

/// Which layers there are columns for: those that are found.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    pub sentence_texts: bool,
    pub tokens: bool,
    pub entities: bool,
    pub times: bool,
    pub figures: bool,
    pub statements: bool,
    pub facts: bool,
    pub triples: bool,
}

/// What stands in a row.
pub enum Row<'a, 't> {
    Answer(&'a Answer<'t>),
    /// There is no text.
    Nothing(Option<&'a DocumentId<'a>>),
    /// Why the document could not be read.
    Error(Option<&'a DocumentId<'a>>, &'a str),
}

macro_rules! answers {
    ($($field:ident: $column:ty, $(if $layer:ident)?, |$answer:ident| $part:expr;)*) => {
        pub struct Answers {
            id: Shown,
            error: Texts,
            $($field: Option<$column>,)*
        }

        impl Answers {
            pub fn new(shape: Shape) -> Answers {
                Answers {
                    id: Shown::default(),
                    error: Texts::default(),
                    $($field: (true $(&& shape.$layer)?).then(<$column>::default),)*
                }
            }

            pub fn schema(shape: Shape, metadata: HashMap<String, String>) -> SchemaRef {
                let mut fields = vec![field("id", DataType::Utf8)];
                $(if true $(&& shape.$layer)? {
                    fields.push(field(stringify!($field), <$column>::data_type()));
                })*
                fields.push(field("error", DataType::Utf8));
                Arc::new(Schema::new_with_metadata(fields, metadata))
            }

            pub fn push(&mut self, row: Row<'_, '_>) {
                let (id, answer, error) = match row {
                    Row::Answer(answer) => (answer.id.as_ref(), Some(answer), None),
                    Row::Nothing(id) => (id, None, None),
                    Row::Error(id, error) => (id, None, Some(error)),
                };
                match id {
                    Some(id) => self.id.push(Some(id)),
                    None => self.id.push(None),
                }
                self.error.push(error);
                $(if let Some(column) = &mut self.$field {
                    match answer {
                        Some($answer) => column.push($part),
                        None => column.push(None),
                    }
                })*
            }

            pub fn finish(self, schema: SchemaRef) -> Result<RecordBatch, ArrowError> {
                let mut columns: Vec<ArrayRef> = vec![self.id.finish()];
                $(columns.extend(self.$field.map(Column::finish));)*
                columns.push(self.error.finish());
                RecordBatch::try_new(schema, columns)
            }
        }
    };
}

answers! {
    lang: Texts,, |answer| answer.lang.map(|lang| lang.code());
    date: Days,, |answer| answer.date;
    note: Texts,, |answer| answer.note.as_deref();
    sentences: Lists<Spans>,, |answer| Some(&mut answer.sentences.iter().copied());
    sentence_texts: Lists<Texts>, if sentence_texts, |answer| Some(&mut answer.sentence_texts.iter().flatten().map(|text| &**text));
    tokens: Lists<Spans>, if tokens, |answer| Some(&mut answer.tokens.iter().flatten().copied());
    mentions: Lists<Mentions>, if entities, |answer| Some(&mut answer.mentions.iter().enumerate());
    entities: Lists<Entities>, if entities, |answer| Some(&mut answer.entities.iter().enumerate());
    times: Lists<Times>, if times, |answer| Some(&mut answer.times.iter().enumerate());
    periods: Lists<Periods>, if times, |answer| Some(&mut answer.periods.iter().enumerate());
    figures: Lists<Figures>, if figures, |answer| Some(&mut answer.figures.iter().enumerate());
    statements: Lists<Statements>, if statements, |answer| Some(&mut answer.statements.iter().enumerate());
    facts: Lists<Facts>, if facts, |answer| Some(&mut answer.facts.iter().enumerate());
    triples: Lists<Triples>, if triples, |answer| Some(&mut answer.triples.iter().flatten());
}
