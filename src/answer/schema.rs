//! What JSON Schema says of types that write themselves.

use std::borrow::Cow;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::id::Numbered;
use super::*;

/// Gives a type its schema, which stands where it is used.
macro_rules! schemas {
    ($($type:ty: $schema:tt,)*) => {
        $(
            impl JsonSchema for $type {
                fn inline_schema() -> bool {
                    true
                }

                fn schema_name() -> Cow<'static, str> {
                    stringify!($type).into()
                }

                fn json_schema(_: &mut SchemaGenerator) -> Schema {
                    json_schema!($schema)
                }
            }
        )*
    };
}

/// How a [`Date`] is written.
pub(super) struct Day;

schemas! {
    Day: { "type": "string", "pattern": "^(-\\d{2})?\\d{4}-\\d{2}-\\d{2}$" },
    Moment: { "type": "string", "pattern": "^(-\\d{2})?\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2})?$" },
    Span: {
        "type": "array",
        "items": { "type": "integer", "minimum": 0 },
        "minItems": 2,
        "maxItems": 2,
    },
    Rule: { "type": "string" },
    Decimal: { "type": "number" },
    DocumentId<'_>: { "type": ["string", "integer"] },
    MentionId: { "type": "string", "pattern": "^m\\d+$" },
    EntityId: { "type": "string", "pattern": "^e\\d+$" },
    TimeId: { "type": "string", "pattern": "^t\\d+$" },
    PeriodId: { "type": "string", "pattern": "^p\\d+$" },
    FigureId: { "type": "string", "pattern": "^q\\d+$" },
    StatementId: { "type": "string", "pattern": "^s\\d+$" },
    FactId: { "type": "string", "pattern": "^f\\d+$" },
    FactKind: {
        "type": "string",
        "enum": ["event", "count", "money", "percent", "measure", "duration", "age", "score", "fraction", "ordinal_rank"],
    },
}

impl<T: JsonSchema, const N: usize> JsonSchema for List<T, N> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Vec::<T>::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        Vec::<T>::json_schema(generator)
    }
}

/// An item as it stands in its list: with its id in front.
pub(super) struct WithId<T>(PhantomData<T>);

impl<T: JsonSchema + Numbered> JsonSchema for WithId<T> {
    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let mut schema = T::json_schema(generator);
        let id = json_schema!({ "type": "string", "pattern": format!("^{}\\d+$", T::LETTER) });
        if let Some(properties) = schema.get_mut("properties").and_then(|properties| properties.as_object_mut()) {
            properties.insert("id".to_string(), id.to_value());
        }
        if let Some(required) = schema.get_mut("required").and_then(|required| required.as_array_mut()) {
            required.insert(0, "id".into());
        }
        schema
    }
}
