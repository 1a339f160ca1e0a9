//! The columns that documents are read from, whatever engine made them.

use arrow_array::cast::AsArray;
use arrow_array::types::Int64Type;
use arrow_array::{Array, ArrayRef, Date32Array, Int64Array, RecordBatch, StringViewArray};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Schema};
use faktum::DocumentId;
use pyo3::exceptions::{PyKeyError, PyTypeError};
use pyo3::prelude::*;

/// The names of the columns.
pub struct Names {
    /// Those that make up the text, each a paragraph.
    pub text: Vec<String>,
    pub date: Option<String>,
    pub lang: Option<String>,
    pub id: Option<String>,
}

impl Names {
    /// Tells the caller of columns that are not there or hold something else.
    pub fn check(&self, schema: &Schema) -> PyResult<()> {
        let check = |name: &String, fits: fn(&DataType) -> bool, expected: &str| match schema.field_with_name(name) {
            Err(_) => {
                let names = schema.fields().iter().map(|field| field.name().as_str()).collect::<Vec<_>>().join(", ");
                Err(PyKeyError::new_err(format!("no column {name:?}; there are: {names}")))
            }
            Ok(field) if fits(field.data_type()) => Ok(()),
            Ok(field) => {
                Err(PyTypeError::new_err(format!("the column {name:?} is {}: expected {expected}", field.data_type())))
            }
        };
        self.text.iter().chain(&self.lang).try_for_each(|name| check(name, is_text, "texts"))?;
        self.id
            .iter()
            .try_for_each(|name| check(name, |kind| is_text(kind) || is_whole(kind), "texts or whole numbers"))?;
        let is_date = |kind: &DataType| is_text(kind) || is_whole(kind) || is_day(kind);
        self.date.iter().try_for_each(|name| check(name, is_date, "dates, timestamps or texts"))
    }
}

fn is_text(kind: &DataType) -> bool {
    match kind {
        DataType::Dictionary(_, value) => is_text(value),
        // A column of nulls has no type of its own.
        DataType::Utf8 | DataType::LargeUtf8 | DataType::Utf8View | DataType::Null => true,
        _ => false,
    }
}

fn is_whole(kind: &DataType) -> bool {
    kind.is_integer()
}

fn is_day(kind: &DataType) -> bool {
    matches!(kind, DataType::Date32 | DataType::Date64 | DataType::Timestamp(_, _))
}

/// The documents of a batch.
pub struct Documents {
    texts: Vec<StringViewArray>,
    date: Option<Dates>,
    lang: Option<StringViewArray>,
    id: Option<Values>,
    rows: usize,
}

/// Texts or whole numbers.
enum Values {
    Texts(StringViewArray),
    Numbers(Int64Array),
}

enum Dates {
    Days(Date32Array),
    Given(Values),
}

/// What a row says of its document's date.
pub enum GivenDate<'b> {
    /// Days since 1970.
    Days(i32),
    Text(&'b str),
    Number(i64),
}

impl Documents {
    pub fn of(batch: &RecordBatch, names: &Names) -> Result<Documents, ArrowError> {
        let column = |name: &String| {
            let found = batch.column_by_name(name);
            found.ok_or_else(|| ArrowError::SchemaError(format!("no column {name:?}")))
        };
        let texts = |name: &String| texts(column(name)?);
        Ok(Documents {
            texts: names.text.iter().map(texts).collect::<Result<_, _>>()?,
            date: names.date.as_ref().map(|name| dates(column(name)?)).transpose()?,
            lang: names.lang.as_ref().map(texts).transpose()?,
            id: names.id.as_ref().map(|name| values(column(name)?)).transpose()?,
            rows: batch.num_rows(),
        })
    }

    pub fn len(&self) -> usize {
        self.rows
    }

    /// How many bytes of text a row has.
    pub fn bytes(&self, row: usize) -> usize {
        self.texts.iter().filter_map(|texts| text_at(texts, row)).map(str::len).sum()
    }

    /// The parts of the text that are there.
    pub fn parts(&self, row: usize) -> impl Iterator<Item = &str> {
        self.texts.iter().filter_map(move |texts| text_at(texts, row))
    }

    pub fn lang(&self, row: usize) -> Option<&str> {
        text_at(self.lang.as_ref()?, row)
    }

    pub fn id(&self, row: usize) -> Option<DocumentId<'_>> {
        match self.id.as_ref()? {
            Values::Texts(texts) => text_at(texts, row).map(DocumentId::from),
            Values::Numbers(numbers) => number_at(numbers, row).map(DocumentId::from),
        }
    }

    pub fn date(&self, row: usize) -> Option<GivenDate<'_>> {
        match self.date.as_ref()? {
            Dates::Days(days) => days.is_valid(row).then(|| GivenDate::Days(days.value(row))),
            Dates::Given(Values::Texts(texts)) => text_at(texts, row).map(GivenDate::Text),
            Dates::Given(Values::Numbers(numbers)) => number_at(numbers, row).map(GivenDate::Number),
        }
    }
}

fn text_at(texts: &StringViewArray, row: usize) -> Option<&str> {
    texts.is_valid(row).then(|| texts.value(row))
}

fn number_at(numbers: &Int64Array, row: usize) -> Option<i64> {
    numbers.is_valid(row).then(|| numbers.value(row))
}

fn texts(column: &ArrayRef) -> Result<StringViewArray, ArrowError> {
    Ok(cast(column, &DataType::Utf8View)?.as_string_view().clone())
}

fn values(column: &ArrayRef) -> Result<Values, ArrowError> {
    Ok(match column.data_type() {
        // Those above the largest signed one are ids as well.
        DataType::UInt64 => Values::Texts(texts(column)?),
        kind if is_whole(kind) => Values::Numbers(cast(column, &DataType::Int64)?.as_primitive::<Int64Type>().clone()),
        _ => Values::Texts(texts(column)?),
    })
}

fn dates(column: &ArrayRef) -> Result<Dates, ArrowError> {
    Ok(if is_day(column.data_type()) {
        // Of a timestamp with a time zone, the day is the one of that zone.
        Dates::Days(cast(column, &DataType::Date32)?.as_primitive().clone())
    } else {
        Dates::Given(values(column)?)
    })
}
