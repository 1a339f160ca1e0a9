//! A document's id as its caller has it.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, Visitor};
use serde::{Serialize, Serializer};

/// The caller's name for a document: a text, or a whole number, which stays one in JSON.
///
/// ```
/// use faktum::DocumentId;
/// assert_eq!(DocumentId::from("iwf-2015"), DocumentId::Text("iwf-2015".into()));
/// assert_eq!(DocumentId::from(7).to_string(), "7");
/// assert_eq!(serde_json::to_string(&[DocumentId::from(7), "7".into()])?, r#"[7,"7"]"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DocumentId<'t> {
    /// A text.
    Text(Cow<'t, str>),
    /// A whole number.
    Number(i64),
}

impl<'t> DocumentId<'t> {
    /// As a text.
    pub fn text(&self) -> Cow<'_, str> {
        match self {
            DocumentId::Text(text) => Cow::Borrowed(text),
            DocumentId::Number(number) => Cow::Owned(number.to_string()),
        }
    }

    /// With a copy of the text where it is borrowed.
    pub fn into_owned(self) -> DocumentId<'static> {
        match self {
            DocumentId::Text(text) => DocumentId::Text(Cow::Owned(text.into_owned())),
            DocumentId::Number(number) => DocumentId::Number(number),
        }
    }
}

impl<'t> From<&'t str> for DocumentId<'t> {
    fn from(text: &'t str) -> DocumentId<'t> {
        DocumentId::Text(text.into())
    }
}

impl<'t> From<&'t String> for DocumentId<'t> {
    fn from(text: &'t String) -> DocumentId<'t> {
        DocumentId::Text(text.into())
    }
}

impl From<String> for DocumentId<'_> {
    fn from(text: String) -> Self {
        DocumentId::Text(text.into())
    }
}

impl<'t> From<Cow<'t, str>> for DocumentId<'t> {
    fn from(text: Cow<'t, str>) -> DocumentId<'t> {
        DocumentId::Text(text)
    }
}

impl From<i64> for DocumentId<'_> {
    fn from(number: i64) -> Self {
        DocumentId::Number(number)
    }
}

impl fmt::Display for DocumentId<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

impl Serialize for DocumentId<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            DocumentId::Text(text) => serializer.serialize_str(text),
            DocumentId::Number(number) => serializer.serialize_i64(*number),
        }
    }
}

impl<'de> Deserialize<'de> for DocumentId<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Id;
        impl Visitor<'_> for Id {
            type Value = DocumentId<'static>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string or a whole number")
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
                Ok(text.to_string().into())
            }

            fn visit_i64<E: Error>(self, number: i64) -> Result<Self::Value, E> {
                Ok(number.into())
            }

            fn visit_u64<E: Error>(self, number: u64) -> Result<Self::Value, E> {
                Ok(i64::try_from(number).map_or_else(|_| number.to_string().into(), DocumentId::from))
            }
        }
        deserializer.deserialize_any(Id)
    }
}
