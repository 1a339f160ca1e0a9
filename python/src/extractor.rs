//! The extractor as Python sees it. Its documentation, and the defaults of its options, stand in `py-src/faktum/extractor.py`.

use std::collections::HashMap;
use std::path::PathBuf;

use arrow_schema::SchemaRef;
use faktum::metadata::{Language, date_or_month};
use faktum::output::Layer;
use faktum::{DocumentId, ExtractorBuilder, GlossLang, Lang, OffsetUnit, Stage};
use pyo3::exceptions::{PyOSError, PyValueError};
use pyo3::prelude::*;
use pyo3_arrow::input::AnyRecordBatch;

use crate::answer::{Answers, Shape};
use crate::batch::{self, Gather};
use crate::gather::Lines;
use crate::input::{GivenDate, Names};
use crate::pool::Pool;
use crate::reader::{Given, Reader};
use crate::table::{Schema, Table};

/// Reads documents, and keeps the dictionaries that it reads them with.
#[pyclass(frozen, module = "faktum._native")]
pub struct Extractor {
    reader: Reader,
    pool: Pool,
    shape: Shape,
    schema: SchemaRef,
}

/// A dictionary: its file, or its name and its table.
#[derive(FromPyObject)]
enum Dictionary {
    Table(String, String),
    File(PathBuf),
}

/// An id: a text or a whole number.
#[derive(FromPyObject)]
enum Id {
    Number(i64),
    Text(String),
}

#[pymethods]
impl Extractor {
    #[new]
    #[pyo3(signature = (*, languages, layers, dictionaries, only_dict, tolerant, names, offsets, gloss, min_confidence, lang,
                        date, sentence_texts, tokens, triples, parts, threads))]
    #[allow(clippy::too_many_arguments, reason = "they are named where they are called")]
    fn new(
        py: Python<'_>,
        languages: Option<Vec<String>>,
        layers: Option<Vec<String>>,
        dictionaries: Vec<Dictionary>,
        only_dict: bool,
        tolerant: bool,
        names: &str,
        offsets: &str,
        gloss: &str,
        min_confidence: Option<f32>,
        lang: &str,
        date: Option<&str>,
        sentence_texts: bool,
        tokens: bool,
        triples: bool,
        parts: bool,
        threads: usize,
    ) -> PyResult<Extractor> {
        let stages = stages(layers, triples)?;
        let (lang, fallback) = match lang.strip_prefix("auto") {
            Some("") => (None, None),
            Some(tag) => (None, Some(language(tag.strip_prefix(':').unwrap_or(lang))?)),
            None => (Some(language(lang)?), None),
        };
        if min_confidence.is_some_and(|least| !(0.0..=1.0).contains(&least)) {
            return Err(PyValueError::new_err("min_confidence: expected a number from 0 to 1"));
        }
        if only_dict && dictionaries.is_empty() {
            return Err(PyValueError::new_err("only_dict: there are no dictionaries"));
        }
        let unit = choice(
            "offsets",
            offsets,
            &[("byte", OffsetUnit::Byte), ("char", OffsetUnit::Char), ("utf16", OffsetUnit::Utf16)],
        )?;
        let found =
            choice("names", names, &[("dictionaries", faktum::Names::Dictionaries), ("model", faktum::Names::Model)])?;
        let gloss = if gloss == "source" { GlossLang::Source } else { GlossLang::In(language(gloss)?) };
        let sentence_texts = sentence_texts || only_dict;
        let mut builder = faktum::Extractor::builder()
            .fallback_lang(fallback)
            .stages(stages.iter().copied())
            .offsets(unit)
            .gloss(gloss)
            .names(if only_dict { faktum::Names::Own } else { found })
            .tolerant(tolerant)
            .sentence_texts(sentence_texts)
            .tokens(tokens)
            .triples(triples)
            .parts(parts);
        let unread = builder.clone().languages([]).build().map_err(failed)?;
        if let Some(languages) = languages {
            builder = builder.languages(languages.iter().map(|tag| language(tag)).collect::<PyResult<Vec<_>>>()?);
        }
        let builder = add(builder, dictionaries);
        let extractor = py.detach(|| builder.build()).map_err(failed)?;
        let date = date.map(read_date).transpose()?;
        let has = |stage| stages.contains(&stage) || stages.contains(&Stage::Facts);
        let shape = Shape {
            sentence_texts,
            tokens,
            entities: has(Stage::Entities) || stages.contains(&Stage::Statements),
            times: has(Stage::Times),
            figures: has(Stage::Figures),
            statements: has(Stage::Statements),
            facts: has(Stage::Facts),
            triples,
        };
        let fingerprint = extractor.fingerprint();
        let metadata = HashMap::from([
            ("faktum.schema".to_string(), fingerprint.schema),
            ("faktum.version".to_string(), fingerprint.version),
            ("faktum.offsets".to_string(), offsets.to_string()),
            ("faktum.fingerprint".to_string(), fingerprint.id),
        ]);
        Ok(Extractor {
            reader: Reader { extractor, unread, lang, date, min_confidence },
            pool: Pool::new(threads),
            shape,
            schema: Answers::schema(shape, metadata),
        })
    }

    /// The answer to one text, as JSON.
    #[pyo3(signature = (text, date, lang, id))]
    fn extract_json(
        &self,
        py: Python<'_>,
        text: &str,
        date: Option<&str>,
        lang: Option<&str>,
        id: Option<Id>,
    ) -> PyResult<String> {
        py.detach(|| {
            let id = id.map(|id| match id {
                Id::Number(number) => DocumentId::from(number),
                Id::Text(text) => DocumentId::from(text),
            });
            let answer = self.reader.read(Given { text, id, lang, date: date.map(GivenDate::Text) });
            let answer = answer.map_err(PyValueError::new_err)?;
            serde_json::to_string(&answer).map_err(|error| PyValueError::new_err(error.to_string()))
        })
    }

    /// The answers to a table's rows, as columns.
    fn extract_batch(
        &self,
        py: Python<'_>,
        data: AnyRecordBatch,
        text: Vec<String>,
        date: Option<String>,
        lang: Option<String>,
        id: Option<String>,
    ) -> PyResult<Table> {
        let names = Names { text, date, lang, id };
        self.read_rows(py, data, &names, self.schema.clone(), || Answers::new(self.shape))
    }

    /// The answers to a table's rows, as a column of JSON.
    fn json_batch(
        &self,
        py: Python<'_>,
        data: AnyRecordBatch,
        text: Vec<String>,
        date: Option<String>,
        lang: Option<String>,
        id: Option<String>,
    ) -> PyResult<Table> {
        self.read_rows(py, data, &Names { text, date, lang, id }, Lines::schema(), Lines::default)
    }

    /// The columns of `extract_batch`.
    fn schema(&self) -> Schema {
        Schema(self.schema.clone())
    }
}

impl Extractor {
    /// The answers to a table's rows, gathered one piece of it after the other.
    fn read_rows<G: Gather>(
        &self,
        py: Python<'_>,
        data: AnyRecordBatch,
        names: &Names,
        schema: SchemaRef,
        gather: impl Fn() -> G + Send + Sync,
    ) -> PyResult<Table> {
        let batches = data.into_reader()?;
        names.check(&batches.schema())?;
        let read = py.detach(|| batch::run(&self.reader, &self.pool, batches, names, &schema, gather))?;
        Ok(Table::new(read, schema))
    }
}

fn failed(error: faktum::Error) -> PyErr {
    match error {
        faktum::Error::Read { .. } => PyOSError::new_err(error.to_string()),
        error => PyValueError::new_err(error.to_string()),
    }
}

fn choice<T: Copy>(option: &str, name: &str, choices: &[(&str, T)]) -> PyResult<T> {
    let found = choices.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
    found.ok_or_else(|| {
        let names = choices.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
        PyValueError::new_err(format!("{option}={name:?}: expected one of {names}"))
    })
}

fn language(tag: &str) -> PyResult<Lang> {
    match Language::parse(tag) {
        Ok(Language::Read(lang)) => Ok(lang),
        _ => Err(PyValueError::new_err(format!(
            "the language {tag:?}: faktum reads {}",
            Lang::ALL.map(Lang::code).join(" and ")
        ))),
    }
}

fn read_date(text: &str) -> PyResult<faktum::Date> {
    let (date, note) = date_or_month(text);
    date.ok_or_else(|| PyValueError::new_err(note.unwrap_or_else(|| "the date is empty".to_string())))
}

/// What has to be found for the layers that are asked for.
fn stages(layers: Option<Vec<String>>, triples: bool) -> PyResult<Vec<Stage>> {
    let Some(layers) = layers.filter(|_| !triples) else { return Ok(vec![Stage::Facts]) };
    let stage = |name: &String| {
        Ok(match name.parse::<Layer>() {
            Ok(Layer::Names) => Stage::Entities,
            Ok(Layer::Statements) => Stage::Statements,
            Ok(Layer::Times) => Stage::Times,
            Ok(Layer::Figures) => Stage::Figures,
            Ok(_) => Stage::Facts,
            Err(error) => return Err(PyValueError::new_err(format!("the layer {name:?}: {error}"))),
        })
    };
    layers.iter().map(stage).collect()
}

/// Adds one's own dictionaries.
fn add(builder: ExtractorBuilder, dictionaries: Vec<Dictionary>) -> ExtractorBuilder {
    dictionaries.into_iter().fold(builder, |builder, dictionary| match dictionary {
        Dictionary::Table(name, table) => builder.dictionary(name, table),
        Dictionary::File(path) => builder.dictionary_file(path),
    })
}
