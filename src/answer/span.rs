//! Places in a text, and pieces of it with their place.

use std::borrow::Cow;
use std::ops::Range;

use serde::ser::{SerializeTuple, Serializer};
use serde::{Deserialize, Serialize};

use super::id::EntityId;

/// A half-open range of offsets, `[start, end]` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Deserialize)]
#[serde(from = "(u32, u32)")]
pub struct Span {
    /// The first offset.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`; empty where the end lies before the start.
    ///
    /// ```
    /// assert!(faktum::Span::new(23, 22).is_empty());
    /// assert_eq!(faktum::Span::new(23, 22).end, 23);
    /// ```
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end: end.max(start) }
    }

    /// The part of `text` under a span of bytes; empty where it does not fit the text, as spans in another
    /// [unit](super::OffsetUnit) may not.
    ///
    /// ```
    /// assert_eq!(faktum::Span::new(0, 2).of("März 2014"), "");
    /// assert_eq!(faktum::Span::new(0, 5).of("März 2014"), "März");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The offsets as slices want them.
    ///
    /// ```
    /// let characters: Vec<char> = "März 2014".chars().collect();
    /// assert_eq!(characters[faktum::Span::new(5, 9).range()], ['2', '0', '1', '4']);
    /// ```
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// How many offsets lie in it.
    pub fn len(self) -> u32 {
        self.end.saturating_sub(self.start)
    }

    /// Whether none does.
    pub fn is_empty(self) -> bool {
        self.len() == 0
    }

    /// Whether the two share an offset.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `other` lies within this span.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span over both.
    pub fn to(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<(u32, u32)> for Span {
    fn from((start, end): (u32, u32)) -> Span {
        Span::new(start, end)
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(2)?;
        tuple.serialize_element(&self.start)?;
        tuple.serialize_element(&self.end)?;
        tuple.end()
    }
}

/// A piece of text with its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Phrase<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
}

/// A piece of text that may name or refer to an entity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Reference<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// The entity that it names or a pronoun refers to.
    pub entity: Option<EntityId>,
}
