//! What is so: figures and named things put into their clauses.

use std::borrow::Cow;

use serde::de::IntoDeserializer;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::figure::FigureKind;
use super::id::{EntityId, FactId, FigureId, PeriodId, StatementId, TimeId};
use super::list::List;
use super::moment::Moment;
use super::rule::Rule;
use super::span::{Phrase, Reference, Span};
use super::statement::Predicate;

/// The time of a fact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct FactTime {
    /// The TIMEX3 value or period.
    pub value: String,
    /// The first moment, where it resolves.
    pub begin: Option<Moment>,
    /// The first moment after it.
    pub end: Option<Moment>,
    /// The time or period it was taken from.
    pub from: TimeSource,
}

/// Which item gave a fact its time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
#[non_exhaustive]
pub enum TimeSource {
    /// One time.
    Time(TimeId),
    /// A period.
    Period(PeriodId),
}

/// Who a fact is attributed to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Source<'t> {
    /// The speaker's text.
    pub text: Cow<'t, str>,
    /// The speaker's entity.
    pub entity: Option<EntityId>,
    /// The statement.
    pub statement: StatementId,
}

/// Which way a quantity moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Direction {
    /// More.
    Up,
    /// Less.
    Down,
}

/// A change of a quantity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Change {
    /// More or less.
    pub direction: Direction,
    /// By how much.
    pub by: Option<FigureId>,
    /// From what.
    pub from: Option<FigureId>,
    /// To what.
    pub to: Option<FigureId>,
}

/// How far the text stands behind a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Modality {
    /// As a fact.
    Asserted,
    /// As somebody's words.
    Reported,
    /// As a possibility.
    Possible,
    /// As a plan.
    Planned,
    /// Under a condition.
    Conditional,
}

/// What a fact is about: in JSON the kind of its figure, or `event`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum FactKind {
    /// A figure of a kind.
    Figure(FigureKind),
    /// No figure: somebody or something that does, plans or suffers something.
    Event,
}

impl Serialize for FactKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            FactKind::Figure(kind) => kind.serialize(serializer),
            FactKind::Event => serializer.serialize_str("event"),
        }
    }
}

impl<'de> Deserialize<'de> for FactKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<FactKind, D::Error> {
        match Cow::<str>::deserialize(deserializer)?.as_ref() {
            "event" => Ok(FactKind::Event),
            kind => FigureKind::deserialize(kind.into_deserializer()).map(FactKind::Figure),
        }
    }
}

/// A figure, a date or a named thing, put into its clause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Fact<'t> {
    /// Language-neutral: kind, value, unit or concept, time, predicate.
    pub key: String,
    /// What it is about.
    pub kind: FactKind,
    /// The fact in one line: who or what it is about and what its clause says of that, in the clause's own words where it is short
    /// and with the figure as an amount; of a figure that no verb tells of, the figure with the words around it. Behind that period,
    /// place, modality and the source in brackets.
    pub gloss: String,
    /// Who or what. An age that describes somebody ("der 48-jährige Ökonom Jonas Kremer", "the 27-year-old") has no
    /// grammatical subject: its text and span are then empty, and only the entity says whose age it is.
    pub subject: Option<Reference<'t>>,
    /// Does what.
    pub predicate: Option<Predicate<'t>>,
    /// To what.
    pub object: Option<Phrase<'t>>,
    /// The figure.
    pub figure: Option<FigureId>,
    /// When.
    pub time: Option<FactTime>,
    /// Where.
    pub place: Option<Reference<'t>>,
    /// Who says so.
    pub source: Option<Source<'t>>,
    /// How the quantity moved.
    pub change: Option<Change>,
    /// The clause denies it.
    pub negated: bool,
    /// How far the text stands behind it.
    pub modality: Modality,
    /// The sentence's place in [`Answer::sentences`](crate::Answer::sentences).
    pub sentence: u32,
    /// From the first to the last word of the clause, with its source.
    pub span: Span,
    /// The rules that took part: those of its figure, its statement and its time, and those that chose what its slots
    /// hold.
    pub rules: List<&'static Rule, 6>,
    /// How sure they are together, 0 to 1.
    pub confidence: f32,
}

/// Subject, predicate and object of a clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Triple {
    /// Who or what.
    pub subject: String,
    /// Does what.
    pub predicate: String,
    /// To what.
    pub object: String,
    /// The fact of the same clause.
    pub fact: Option<FactId>,
    /// The clause.
    pub span: Span,
}
