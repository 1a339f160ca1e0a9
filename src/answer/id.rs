//! The names of items within an answer: a letter and the place in the list.
#![allow(clippy::indexing_slicing, reason = "an id is a letter and at most ten digits")]

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::str::FromStr;

use serde::de::value::{CowStrDeserializer, MapAccessDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::ser::{Error as _, Serialize, SerializeSeq, Serializer};

use super::text::from_text;

/// An id as its letter and number, without the formatting machinery: an answer holds hundreds.
fn serialize_id<S: Serializer>(serializer: S, letter: &str, number: usize) -> Result<S::Ok, S::Error> {
    let (mut digits, mut text) = (itoa::Buffer::new(), [0; 32]);
    let mut end = 0;
    for byte in letter.bytes().chain(digits.format(number).bytes()).take(text.len()) {
        text[end] = byte;
        end += 1;
    }
    serializer.serialize_str(std::str::from_utf8(&text[..end]).map_err(S::Error::custom)?)
}

/// A text is no id, or one of another kind of item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected the letter {letter:?} and a number")]
#[non_exhaustive]
pub struct ParseIdError {
    letter: &'static str,
}

/// The number behind an id's letter.
fn parse_id(text: &str, letter: &'static str) -> Result<u32, ParseIdError> {
    let digits = text.strip_prefix(letter).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or(ParseIdError { letter })
}

/// Declares the name of an item within its answer: a letter and the item's place in its list.
macro_rules! ids {
    ($($(#[$doc:meta])* $type:ident = $letter:literal,)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
            pub struct $type(pub u32);

            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    write!(f, concat!($letter, "{}"), self.0)
                }
            }

            impl Serialize for $type {
                fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                    serialize_id(serializer, $letter, self.0 as usize)
                }
            }

            impl FromStr for $type {
                type Err = ParseIdError;

                fn from_str(text: &str) -> Result<$type, ParseIdError> {
                    parse_id(text, $letter).map($type)
                }
            }

            impl<'de> Deserialize<'de> for $type {
                fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<$type, D::Error> {
                    from_text(deserializer)
                }
            }
        )*
    };
}

ids! {
    /// Place in [`Answer::mentions`](crate::Answer::mentions), `m0` in JSON.
    MentionId = "m",
    /// Place in [`Answer::entities`](crate::Answer::entities), `e0` in JSON.
    EntityId = "e",
    /// Place in [`Answer::times`](crate::Answer::times), `t0` in JSON.
    TimeId = "t",
    /// Place in [`Answer::periods`](crate::Answer::periods), `p0` in JSON.
    PeriodId = "p",
    /// Place in [`Answer::figures`](crate::Answer::figures), `q0` in JSON.
    FigureId = "q",
    /// Place in [`Answer::statements`](crate::Answer::statements), `s0` in JSON.
    StatementId = "s",
    /// Place in [`Answer::facts`](crate::Answer::facts), `f0` in JSON.
    FactId = "f",
}

/// An item that JSON shows with its id, which is its place in its list.
pub(super) trait Numbered {
    const LETTER: &'static str;
}

/// Lists whose items have their ids in JSON.
pub(super) mod with_ids {
    use super::*;

    /// Adds the ids to the items of a list.
    pub(in super::super) fn serialize<S, T>(items: &[T], serializer: S) -> Result<S::Ok, S::Error>
    where
        S: Serializer,
        T: Serialize + Numbered,
    {
        #[derive(serde::Serialize)]
        struct WithId<'a, T> {
            id: Id,
            #[serde(flatten)]
            item: &'a T,
        }
        struct Id(&'static str, usize);
        impl Serialize for Id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serialize_id(serializer, self.0, self.1)
            }
        }
        let mut list = serializer.serialize_seq(Some(items.len()))?;
        for (at, item) in items.iter().enumerate() {
            list.serialize_element(&WithId { id: Id(T::LETTER, at), item })?;
        }
        list.end()
    }

    /// Reads the items of a list, each of which must have the id of its place.
    pub(in super::super) fn deserialize<'de, D, T>(deserializer: D) -> Result<Vec<T>, D::Error>
    where
        D: Deserializer<'de>,
        T: Deserialize<'de> + Numbered,
    {
        struct List<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de> + Numbered> Visitor<'de> for List<T> {
            type Value = Vec<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a list")
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<T>, A::Error> {
                let mut items = Vec::new();
                while let Some(item) = list.next_element_seed(Item { at: items.len(), of: PhantomData })? {
                    items.push(item);
                }
                Ok(items)
            }
        }
        deserializer.deserialize_seq(List(PhantomData))
    }
}

/// Reads the item of a place.
struct Item<T> {
    at: usize,
    of: PhantomData<T>,
}

impl<'de, T: Deserialize<'de> + Numbered> DeserializeSeed<'de> for Item<T> {
    type Value = T;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de, T: Deserialize<'de> + Numbered> Visitor<'de> for Item<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<T, A::Error> {
        let (at, letter) = (self.at, T::LETTER);
        let mut fields = Fields { map, letter, id: None };
        let item = T::deserialize(MapAccessDeserializer::new(&mut fields))?;
        match fields.id {
            Some(id) if id as usize == at => Ok(item),
            Some(id) => Err(A::Error::custom(format_args!("the id {letter}{id} in the place of {letter}{at}"))),
            None => Err(A::Error::missing_field("id")),
        }
    }
}

/// The fields of an object but its id, which is kept.
struct Fields<A> {
    map: A,
    letter: &'static str,
    id: Option<u32>,
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for &mut Fields<A> {
    type Error = A::Error;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>, A::Error> {
        while let Some(Text(key)) = self.map.next_key()? {
            if key != "id" {
                return seed.deserialize(CowStrDeserializer::new(key)).map(Some);
            }
            let Text(id) = self.map.next_value()?;
            self.id =
                Some(parse_id(&id, self.letter).map_err(|error| A::Error::custom(format_args!("{id:?}: {error}")))?);
        }
        Ok(None)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, A::Error> {
        self.map.next_value_seed(seed)
    }
}

/// A string, borrowed where it has no escapes.
#[derive(serde::Deserialize)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);
