//! Facts as a table of their own: one row for each, with the values that its references lead to.

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, ListArray, RecordBatch, StringArray, StructArray, UInt32Array};
use arrow_cast::cast;
use arrow_schema::{ArrowError, DataType, Schema, SchemaRef};
use arrow_select::take::take;

use crate::column::{Column, Days, Lists, field};
use crate::item::{Entities, Facts, Figures};

type Type = fn() -> DataType;

/// The layers that are needed, as their types are before an engine changes them.
const LAYERS: [(&str, Type); 3] = [
    ("facts", <Lists<Facts>>::data_type),
    ("figures", <Lists<Figures>>::data_type),
    ("entities", <Lists<Entities>>::data_type),
];

/// The columns of a table of facts: of the document, and of the fact.
pub fn schema() -> Result<SchemaRef, ArrowError> {
    let empty = |kind: DataType| arrow_array::new_empty_array(&kind);
    let mut columns =
        vec![("id", empty(DataType::Utf8)), ("lang", empty(DataType::Utf8)), ("date", empty(Days::data_type()))];
    columns.extend(LAYERS.map(|(name, kind)| (name, empty(kind()))));
    Ok(facts(&RecordBatch::try_from_iter(columns)?)?.schema())
}

/// The facts of the answers of a batch.
pub fn facts(answers: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    let column = |name: &str, kind: DataType| {
        let found = answers.column_by_name(name);
        cast(
            found.ok_or_else(|| {
                ArrowError::SchemaError(format!("no column {name:?}: expected the answers of extract_batch"))
            })?,
            &kind,
        )
    };
    let [facts, figures, entities] = LAYERS.map(|(name, kind)| column(name, kind()));
    let (facts, figures, entities) = (facts?, figures?, entities?);
    let (facts, figures, entities) =
        (Items::of(facts.as_list())?, Items::of(figures.as_list())?, Items::of(entities.as_list())?);
    let rows = facts.rows();
    let of_document = |name: &str, kind: DataType| take(&column(name, kind)?, &rows, None);
    let figure = figures.places(&rows, facts.part(&["figure"])?);
    let named = |part: &[&str]| {
        let places = entities.places(&rows, facts.part(&[part, &["entity"]].concat())?);
        take(&entities.part(&["name"])?, &places, None)
    };
    let of_figure = |part: &[&str]| take(&figures.part(part)?, &figure, None);
    let changed = |part: &str| {
        let places = figures.places(&rows, facts.part(&["change", part])?);
        take(&figures.part(&["value"])?, &places, None)
    };
    let span = facts.part(&["span"])?;
    let end = |at: i32| -> Result<ArrayRef, ArrowError> {
        let span: &ListArray = span.as_list();
        let places: UInt32Array =
            span.offsets().iter().take(span.len()).map(|start| u32::try_from(start + at).ok()).collect();
        take(span.values(), &places, None)
    };
    let columns = vec![
        ("document", of_document("id", DataType::Utf8)?),
        ("lang", of_document("lang", DataType::Utf8)?),
        ("date", of_document("date", Days::data_type())?),
        ("id", facts.part(&["id"])?),
        ("key", facts.part(&["key"])?),
        ("kind", facts.part(&["kind"])?),
        ("gloss", facts.part(&["gloss"])?),
        ("subject", facts.part(&["subject", "text"])?),
        ("subject_name", named(&["subject"])?),
        ("predicate", facts.part(&["predicate", "text"])?),
        ("predicate_lemma", facts.part(&["predicate", "lemma"])?),
        ("object", facts.part(&["object", "text"])?),
        ("figure", of_figure(&["text"])?),
        ("value", of_figure(&["value"])?),
        ("low", of_figure(&["low"])?),
        ("high", of_figure(&["high"])?),
        ("approx", of_figure(&["approx"])?),
        ("unit", of_figure(&["unit"])?),
        ("counted", of_figure(&["of", "text"])?),
        ("concept", of_figure(&["of", "concept"])?),
        ("time", facts.part(&["time", "value"])?),
        ("begin", facts.part(&["time", "begin"])?),
        ("end", facts.part(&["time", "end"])?),
        ("place", facts.part(&["place", "text"])?),
        ("place_name", named(&["place"])?),
        ("source", facts.part(&["source", "text"])?),
        ("source_name", named(&["source"])?),
        ("change", facts.part(&["change", "direction"])?),
        ("by", changed("by")?),
        ("from", changed("from")?),
        ("to", changed("to")?),
        ("negated", facts.part(&["negated"])?),
        ("modality", facts.part(&["modality"])?),
        ("sentence", facts.part(&["sentence"])?),
        ("span_start", end(0)?),
        ("span_end", end(1)?),
        ("rules", facts.part(&["rules"])?),
        ("confidence", facts.part(&["confidence"])?),
    ];
    let fields = columns.iter().map(|(name, column)| field(name, column.data_type().clone())).collect::<Vec<_>>();
    let schema = Arc::new(Schema::new_with_metadata(fields, answers.schema().metadata().clone()));
    RecordBatch::try_new(schema, columns.into_iter().map(|(_, column)| column).collect())
}

/// The items of a layer, one after another, and to which row they belong.
struct Items {
    items: StructArray,
    /// Where the items of each row begin, and behind the last one.
    starts: Vec<u32>,
}

impl Items {
    fn of(lists: &ListArray) -> Result<Items, ArrowError> {
        // Lists that are null may still have room among the values.
        let (mut places, mut starts) = (Vec::<u32>::new(), vec![0]);
        for (row, ends) in lists.offsets().windows(2).enumerate() {
            if let ([start, end], true) = (ends, lists.is_valid(row)) {
                places.extend((*start..*end).filter_map(|place| u32::try_from(place).ok()));
            }
            starts.push(u32::try_from(places.len()).unwrap_or(u32::MAX));
        }
        let items = take(lists.values(), &UInt32Array::from(places), None)?;
        Ok(Items { items: items.as_struct().clone(), starts })
    }

    /// The row of each item.
    fn rows(&self) -> UInt32Array {
        let length = |ends: &[u32]| ends.last().zip(ends.first()).map_or(0, |(end, start)| (end - start) as usize);
        let of_row = |(row, ends)| std::iter::repeat_n(row, length(ends));
        UInt32Array::from_iter_values((0..).zip(self.starts.windows(2)).flat_map(of_row))
    }

    /// A field of the items, or a field of it; null where one on the way is.
    fn part(&self, path: &[&str]) -> Result<ArrayRef, ArrowError> {
        let mut array: ArrayRef = Arc::new(self.items.clone());
        for name in path {
            let parent = array.as_struct();
            let child =
                parent.column_by_name(name).ok_or_else(|| ArrowError::SchemaError(format!("no field {name:?}")))?;
            array = match parent.nulls() {
                None => child.clone(),
                Some(valid) => {
                    let places = (0..).zip(valid).map(|(place, valid)| valid.then_some(place));
                    take(child, &places.collect::<UInt32Array>(), None)?
                }
            };
        }
        Ok(array)
    }

    /// Where the items stand that ids such as `q7` of given rows name.
    fn places(&self, rows: &UInt32Array, ids: ArrayRef) -> UInt32Array {
        let ids: &StringArray = ids.as_string::<i32>();
        let place = |(row, id): (Option<u32>, Option<&str>)| {
            let row = row? as usize;
            let number: u32 = id?.get(1..)?.parse().ok()?;
            let (start, end) = (*self.starts.get(row)?, *self.starts.get(row + 1)?);
            start.checked_add(number).filter(|place| *place < end)
        };
        rows.iter().zip(ids).map(place).collect()
    }
}
