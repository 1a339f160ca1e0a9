//! Places in a text, and pieces of it with their place.

use serde::Serialize;
use serde::ser::{SerializeTuple, Serializer};

use super::id::EntityId;

/// A half-open range of offsets, `[start, end]` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// The first offset.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

impl Span {
    /// The span from `start` to `end`.
    pub fn new(start: u32, end: u32) -> Span {
        Span { start, end }
    }

    /// The part of `text` under a span of bytes; empty where it does not fit the text.
    ///
    /// ```
    /// assert_eq!(faktum::Span::new(0, 2).of("März 2014"), "");
    /// assert_eq!(faktum::Span::new(0, 5).of("März 2014"), "März");
    /// ```
    pub fn of(self, text: &str) -> &str {
        text.get(self.start as usize..self.end as usize).unwrap_or("")
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

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(2)?;
        tuple.serialize_element(&self.start)?;
        tuple.serialize_element(&self.end)?;
        tuple.end()
    }
}

/// A piece of text with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Phrase<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
}

/// A piece of text that may name or refer to an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reference<'t> {
    /// Where it stands.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// The entity that it names or a pronoun refers to.
    pub entity: Option<EntityId>,
}
