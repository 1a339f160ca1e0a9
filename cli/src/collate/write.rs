//! Writing what was collated: a record a line, or a row for each telling.

use std::borrow::Cow;
use std::io::{self, Write};

use clap::ValueEnum;
use csv::Terminator;
use faktum::DocumentId;

use super::telling::{Number, Told, Topic};
use super::verdict::{Record, Verdict};

/// The columns of CSV.
const COLUMNS: [&str; 27] = [
    "record",
    "verdict",
    "kind",
    "of",
    "unit",
    "relation",
    "change",
    "negated",
    "modality",
    "subject",
    "place",
    "period",
    "value",
    "low",
    "high",
    "approx",
    "article",
    "date",
    "lang",
    "fact",
    "sentence",
    "span_start",
    "span_end",
    "gloss",
    "source",
    "said",
    "confidence",
];

pub enum Writer<W: Write> {
    Ndjson(W),
    Csv { rows: Box<csv::Writer<W>>, formulas: bool, records: u64 },
}

impl<W: Write> Writer<W> {
    pub fn csv(out: W, formulas: bool) -> io::Result<Writer<W>> {
        let mut rows = csv::WriterBuilder::new().terminator(Terminator::Any(b'\n')).from_writer(out);
        rows.write_record(COLUMNS)?;
        Ok(Writer::Csv { rows: Box::new(rows), formulas, records: 0 })
    }

    pub fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        match self {
            Writer::Ndjson(out) => write_json(record, out),
            Writer::Csv { rows, formulas, records } => {
                *records += 1;
                write_rows(record, *records, *formulas, rows)
            }
        }
    }

    pub fn flush(&mut self) -> io::Result<()> {
        match self {
            Writer::Ndjson(out) => out.flush(),
            Writer::Csv { rows, .. } => rows.flush(),
        }
    }
}

/// Most parts are JSON already.
fn write_json(record: &Record<'_>, mut out: impl Write) -> io::Result<()> {
    let (first, last) = record.dates();
    let (verdict, topic, articles) = (name(record.verdict), inside(record.topic), record.articles);
    write!(out, r#"{{"verdict":"{verdict}",{topic},"articles":{articles},"first":{first},"last":{last},"values":["#)?;
    for (at, value) in record.values.iter().enumerate() {
        let comma = if at == 0 { "" } else { "," };
        let (period, number, told) = (&value.period, inside(&value.number), value.told.join(","));
        let (articles, first, last) = (value.articles, &value.first, &value.last);
        write!(
            out,
            r#"{comma}{{"period":{period},{number},"articles":{articles},"first":{first},"last":{last},"told":[{told}]}}"#
        )?;
    }
    writeln!(out, r#"],"left_out":{}}}"#, record.left_out)
}

/// The fields of an object.
fn inside(object: &str) -> &str {
    object.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')).unwrap_or(object)
}

fn name(verdict: Verdict) -> String {
    verdict.to_possible_value().map_or_else(String::new, |value| value.get_name().to_string())
}

fn write_rows<W: Write>(record: &Record<'_>, number: u64, formulas: bool, rows: &mut csv::Writer<W>) -> io::Result<()> {
    let topic: Topic<'_> = serde_json::from_str(record.topic)?;
    for value in record.values {
        let period: Option<String> = serde_json::from_str(&value.period)?;
        let figure: Number = serde_json::from_str(&value.number)?;
        for told in &value.told {
            let told: Told<'_> = serde_json::from_str(told)?;
            let cells: [Cow<'_, str>; COLUMNS.len()] = [
                number.to_string().into(),
                name(record.verdict).into(),
                topic.kind.as_ref().into(),
                maybe(&topic.of),
                maybe(&topic.unit),
                maybe(&topic.relation),
                maybe(&topic.change),
                topic.negated.to_string().into(),
                word(topic.modality)?,
                maybe(&topic.subject),
                maybe(&topic.place),
                maybe(&period),
                word(&figure.value)?,
                word(figure.low)?,
                word(figure.high)?,
                word(told.approx)?,
                told.article.as_ref().map_or("".into(), DocumentId::text),
                maybe(&told.date),
                told.lang.map_or("", |lang| lang.code()).into(),
                told.fact.as_ref().into(),
                told.sentence.to_string().into(),
                told.span.start.to_string().into(),
                told.span.end.to_string().into(),
                told.gloss.as_ref().into(),
                maybe(&told.source),
                word(told.modality)?,
                told.confidence.to_string().into(),
            ];
            for cell in &cells {
                let inert = !formulas && faktum::output::csv::is_formula(cell);
                rows.write_field(if inert { format!("'{cell}").into() } else { Cow::Borrowed(&**cell) }.as_bytes())?;
            }
            rows.write_record(None::<&[u8]>)?;
        }
    }
    Ok(())
}

fn maybe<'c>(cell: &'c Option<impl AsRef<str>>) -> Cow<'c, str> {
    cell.as_ref().map_or("".into(), |cell| cell.as_ref().into())
}

/// A word or number as JSON has it, without the marks around it; nothing for null.
fn word(value: impl serde::Serialize) -> io::Result<Cow<'static, str>> {
    Ok(match serde_json::to_value(value)? {
        serde_json::Value::Null => "".into(),
        serde_json::Value::String(text) => text.into(),
        other => other.to_string().into(),
    })
}
