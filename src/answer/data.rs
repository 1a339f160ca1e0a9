//! What a dictionary of one's own says of a name beyond what is known of every name.

use std::borrow::Cow;
use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Names of columns with their texts, in the order of the table; an object in JSON.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Data<'t>(Vec<(Cow<'t, str>, Cow<'t, str>)>);

impl<'t> Data<'t> {
    /// Whether nothing is said.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What a column says.
    pub fn get(&self, column: &str) -> Option<&str> {
        self.iter().find(|(known, _)| *known == column).map(|(_, text)| text)
    }

    /// All columns with what they say.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(column, text)| (&**column, &**text))
    }

    /// With copies of what is borrowed.
    pub fn into_owned(self) -> Data<'static> {
        let own = |text: Cow<'t, str>| Cow::Owned(text.into_owned());
        Data(self.0.into_iter().map(|(column, text)| (own(column), own(text))).collect())
    }
}

impl<'t, C: Into<Cow<'t, str>>, T: Into<Cow<'t, str>>> FromIterator<(C, T)> for Data<'t> {
    fn from_iter<I: IntoIterator<Item = (C, T)>>(cells: I) -> Data<'t> {
        Data(cells.into_iter().map(|(column, text)| (column.into(), text.into())).collect())
    }
}

impl Serialize for Data<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Data<'_> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Cells;

        impl<'de> Visitor<'de> for Cells {
            type Value = Data<'static>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object of texts")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Data<'static>, A::Error> {
                let mut cells = Vec::new();
                while let Some((column, text)) = map.next_entry::<String, String>()? {
                    cells.push((Cow::Owned(column), Cow::Owned(text)));
                }
                Ok(Data(cells))
            }
        }
        deserializer.deserialize_map(Cells)
    }
}
