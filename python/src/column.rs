//! Columns that grow value by value and become Arrow arrays: the types of which the answer's columns are made.

use std::fmt::{Display, Write};
use std::sync::Arc;

use arrow_array::builder::{BooleanBuilder, PrimitiveBuilder, StringBuilder};
use arrow_array::types::{ArrowPrimitiveType, Date32Type, Int32Type, TimestampMicrosecondType};
use arrow_array::{ArrayRef, ListArray, MapArray, StructArray};
use arrow_buffer::{NullBuffer, NullBufferBuilder, OffsetBuffer, ScalarBuffer};
use arrow_schema::{DataType, Field, FieldRef, Fields};
use faktum::{Data, Date, Decimal, Moment, Span};

/// A column to which values are pushed, one for each row.
pub trait Column: Default {
    /// What is pushed.
    type Value<'v>
    where
        Self: 'v;
    fn push(&mut self, value: Option<Self::Value<'_>>);
    fn finish(self) -> ArrayRef;
    fn data_type() -> DataType;
}

/// A field of the answer's schema; all may be null, which engines expect.
pub fn field(name: &str, data_type: DataType) -> Field {
    Field::new(name, data_type, true)
}

/// Which values are there.
pub struct Validity(NullBufferBuilder);

impl Default for Validity {
    fn default() -> Validity {
        Validity(NullBufferBuilder::new(0))
    }
}

impl Validity {
    pub fn push(&mut self, valid: bool) {
        self.0.append(valid);
    }

    pub fn finish(mut self) -> Option<NullBuffer> {
        self.0.finish()
    }
}

#[derive(Default)]
pub struct Texts(StringBuilder);

impl Column for Texts {
    type Value<'v> = &'v str;

    fn push(&mut self, value: Option<&str>) {
        self.0.append_option(value);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }

    fn data_type() -> DataType {
        DataType::Utf8
    }
}

/// Texts of values that show themselves: ids, kinds, rules.
#[derive(Default)]
pub struct Shown(StringBuilder);

impl Column for Shown {
    type Value<'v> = &'v dyn Display;

    fn push(&mut self, value: Option<&dyn Display>) {
        match value {
            // Writing to memory cannot fail.
            Some(value) if write!(self.0, "{value}").is_ok() => self.0.append_value(""),
            _ => self.0.append_null(),
        }
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }

    fn data_type() -> DataType {
        DataType::Utf8
    }
}

#[derive(Default)]
pub struct Flags(BooleanBuilder);

impl Column for Flags {
    type Value<'v> = bool;

    fn push(&mut self, value: Option<bool>) {
        self.0.append_option(value);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }

    fn data_type() -> DataType {
        DataType::Boolean
    }
}

pub struct Numbers<T: ArrowPrimitiveType>(PrimitiveBuilder<T>);

impl<T: ArrowPrimitiveType> Default for Numbers<T> {
    fn default() -> Numbers<T> {
        Numbers(PrimitiveBuilder::default())
    }
}

impl<T: ArrowPrimitiveType> Column for Numbers<T> {
    type Value<'v> = T::Native;

    fn push(&mut self, value: Option<T::Native>) {
        self.0.append_option(value);
    }

    fn finish(mut self) -> ArrayRef {
        Arc::new(self.0.finish())
    }

    fn data_type() -> DataType {
        T::DATA_TYPE
    }
}

/// A decimal as the nearest number that engines have.
pub fn number(decimal: Decimal) -> Option<f64> {
    match decimal.to_integer() {
        Some(integer) => Some(integer as f64),
        None => decimal.to_string().parse().ok(),
    }
}

/// Days since 1970 of a day that `datetime` and the engines know: of the years 1 to 9999.
pub fn days(date: Date) -> Option<i32> {
    let epoch = Date::new(1970, 1, 1).ok()?;
    (date.year() >= 1).then(|| i32::try_from(date.duration_since(epoch).as_hours() / 24).ok())?
}

#[derive(Default)]
pub struct Days(Numbers<Date32Type>);

impl Column for Days {
    type Value<'v> = Date;

    fn push(&mut self, value: Option<Date>) {
        self.0.push(value.and_then(days));
    }

    fn finish(self) -> ArrayRef {
        self.0.finish()
    }

    fn data_type() -> DataType {
        DataType::Date32
    }
}

/// Days and minutes, without a time zone.
#[derive(Default)]
pub struct Moments(Numbers<TimestampMicrosecondType>);

impl Column for Moments {
    type Value<'v> = Moment;

    fn push(&mut self, value: Option<Moment>) {
        let micros = |moment: Moment| {
            let minutes = i64::from(moment.hour()) * 60 + i64::from(moment.minute());
            days(moment.date()).map(|days| (i64::from(days) * 24 * 60 + minutes) * 60_000_000)
        };
        self.0.push(value.and_then(micros));
    }

    fn finish(self) -> ArrayRef {
        self.0.finish()
    }

    fn data_type() -> DataType {
        TimestampMicrosecondType::DATA_TYPE
    }
}

/// Where lists end in the column of their items.
struct Ends {
    offsets: Vec<i32>,
    valid: Validity,
}

impl Default for Ends {
    fn default() -> Ends {
        Ends { offsets: vec![0], valid: Validity::default() }
    }
}

impl Ends {
    fn push(&mut self, length: usize, valid: bool) {
        // A batch holds no more than fits: it is cut by the length of its texts.
        let last = self.offsets.last().copied().unwrap_or(0);
        self.offsets.push(last.saturating_add(i32::try_from(length).unwrap_or(i32::MAX)));
        self.valid.push(valid);
    }

    fn finish(self) -> (OffsetBuffer<i32>, Option<NullBuffer>) {
        (OffsetBuffer::new(ScalarBuffer::from(self.offsets)), self.valid.finish())
    }
}

#[derive(Default)]
pub struct Lists<C> {
    items: C,
    ends: Ends,
}

impl<C: Column> Column for Lists<C> {
    type Value<'v>
        = &'v mut dyn Iterator<Item = C::Value<'v>>
    where
        Self: 'v;

    fn push(&mut self, value: Option<Self::Value<'_>>) {
        let (mut length, valid) = (0, value.is_some());
        for item in value.into_iter().flatten() {
            self.items.push(Some(item));
            length += 1;
        }
        self.ends.push(length, valid);
    }

    fn finish(self) -> ArrayRef {
        let (offsets, valid) = self.ends.finish();
        Arc::new(ListArray::new(item::<C>(), offsets, self.items.finish(), valid))
    }

    fn data_type() -> DataType {
        DataType::List(item::<C>())
    }
}

fn item<C: Column>() -> FieldRef {
    Arc::new(field("item", C::data_type()))
}

/// `[start, end]`, as in JSON.
#[derive(Default)]
pub struct Spans(Lists<Numbers<Int32Type>>);

impl Column for Spans {
    type Value<'v> = Span;

    fn push(&mut self, value: Option<Span>) {
        // Texts are shorter, see `reader::LONGEST`.
        let place = |offset: u32| i32::try_from(offset).unwrap_or(i32::MAX);
        match value {
            Some(span) => self.0.push(Some(&mut [span.start, span.end].into_iter().map(place))),
            None => self.0.push(None),
        }
    }

    fn finish(self) -> ArrayRef {
        self.0.finish()
    }

    fn data_type() -> DataType {
        <Lists<Numbers<Int32Type>>>::data_type()
    }
}

/// What a dictionary of one's own says of a name; null where it says nothing.
#[derive(Default)]
pub struct Maps {
    keys: Texts,
    values: Texts,
    ends: Ends,
}

impl Maps {
    fn entries() -> Fields {
        Fields::from(vec![Field::new("key", DataType::Utf8, false), field("value", DataType::Utf8)])
    }

    fn entry() -> FieldRef {
        Arc::new(Field::new("entries", DataType::Struct(Maps::entries()), false))
    }
}

impl Column for Maps {
    type Value<'v> = &'v Data<'v>;

    fn push(&mut self, value: Option<&Data<'_>>) {
        let value = value.filter(|data| !data.is_empty());
        let mut length = 0;
        for (key, text) in value.into_iter().flat_map(Data::iter) {
            self.keys.push(Some(key));
            self.values.push(Some(text));
            length += 1;
        }
        self.ends.push(length, value.is_some());
    }

    fn finish(self) -> ArrayRef {
        let (offsets, valid) = self.ends.finish();
        let entries = StructArray::new(Maps::entries(), vec![self.keys.finish(), self.values.finish()], None);
        Arc::new(MapArray::new(Maps::entry(), offsets, entries, valid, false))
    }

    fn data_type() -> DataType {
        DataType::Map(Maps::entry(), false)
    }
}

/// Declares columns of structs: the fields' names, the columns of their values, and what of an item they hold.
macro_rules! structs {
    ($($(#[$doc:meta])* $name:ident of $value:ty, |$item:pat_param| {
        $($field:ident $(as $label:literal)?: $column:ty = $part:expr,)*
    })*) => {
        $(
            $(#[$doc])*
            #[derive(Default)]
            pub struct $name {
                $($field: $column,)*
                valid: $crate::column::Validity,
            }

            impl $name {
                fn fields() -> arrow_schema::Fields {
                    let fields = [$(
                        $crate::column::field(structs!(@label $field $($label)?), <$column>::data_type()),
                    )*];
                    fields.into_iter().collect()
                }
            }

            impl $crate::column::Column for $name {
                type Value<'v> = $value;

                fn push(&mut self, value: Option<Self::Value<'_>>) {
                    self.valid.push(value.is_some());
                    match value {
                        Some($item) => { $(self.$field.push($part);)* }
                        None => { $(self.$field.push(None);)* }
                    }
                }

                fn finish(self) -> arrow_array::ArrayRef {
                    let columns = vec![$(self.$field.finish(),)*];
                    std::sync::Arc::new(arrow_array::StructArray::new($name::fields(), columns, self.valid.finish()))
                }

                fn data_type() -> arrow_schema::DataType {
                    arrow_schema::DataType::Struct($name::fields())
                }
            }
        )*
    };
    (@label $field:ident) => { stringify!($field) };
    (@label $field:ident $label:literal) => { $label };
}
pub(crate) use structs;
