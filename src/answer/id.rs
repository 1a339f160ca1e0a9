//! The names of items within an answer: a letter and the place in the list.

use std::fmt;

use serde::Serialize;
use serde::ser::{Error as _, SerializeSeq, Serializer};

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
        )*
    };
}

ids! {
    /// Place in [`Answer::mentions`], `m0` in JSON.
    MentionId = "m",
    /// Place in [`Answer::entities`], `e0` in JSON.
    EntityId = "e",
    /// Place in [`Answer::times`], `t0` in JSON.
    TimeId = "t",
    /// Place in [`Answer::periods`], `p0` in JSON.
    PeriodId = "p",
    /// Place in [`Answer::figures`], `q0` in JSON.
    FigureId = "q",
    /// Place in [`Answer::statements`], `s0` in JSON.
    StatementId = "s",
    /// Place in [`Answer::facts`], `f0` in JSON.
    FactId = "f",
}

/// An item that JSON shows with its id, which is its place in its list.
pub(super) trait Numbered {
    const LETTER: &'static str;
}

/// Adds the ids to the items of a list.
pub(super) fn with_ids<S: Serializer, T: Serialize + Numbered>(items: &[T], serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
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
