//! A document and its answer: the types behind the JSON contract `faktum/1`.
//!
//! Every [`Span`] is half-open; inside the library it counts UTF-8 bytes, and [`Answer::convert_offsets`] turns all
//! spans of an answer into characters or UTF-16 units. The text is never changed: slicing the document's text with an
//! item's byte span gives the item's `text`.

mod confidence;
mod data;
mod decimal;
mod document;
mod document_id;
mod explanation;
mod fact;
mod figure;
mod id;
mod list;
mod lookup;
mod moment;
mod name;
mod offsets;
mod owned;
mod rule;
#[cfg(feature = "schema")]
mod schema;
mod span;
mod statement;
mod text;
mod time;

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize};

use crate::lang::Lang;
use id::{Numbered, with_ids};
pub(crate) use offsets::OffsetMap;

pub use data::Data;
pub(crate) use decimal::Digits;
pub use decimal::{Decimal, ParseDecimalError};
pub use document::Document;
pub use document_id::DocumentId;
pub use explanation::{Explanation, Lookup, Origin, Outcome, Proposal};
pub use fact::{Change, Direction, Fact, FactKind, FactTime, Modality, Source, TimeSource, Triple};
pub use figure::{Approximation, Counted, Figure, FigureKind, FigureUse, FigureValue};
pub use id::{EntityId, FactId, FigureId, MentionId, ParseIdError, PeriodId, StatementId, TimeId};
pub use list::List;
pub use moment::{Date, Moment, ParseMomentError};
pub use name::{Entity, EntityType, Mention};
pub use offsets::OffsetUnit;
pub use rule::{Example, Languages, Rule};
pub use span::{Phrase, Reference, Span};
pub use statement::{Predicate, Statement, StatementStyle};
pub use time::{Period, Time, TimeMod, TimeType};

/// The contract's name and version.
pub(crate) const SCHEMA: &str = "faktum/1";

/// What one document says.
///
/// It is written as JSON with [`output::json`](crate::output::json) or any serde serializer, and read back the same:
///
/// ```
/// use faktum::{Answer, Document, Extractor};
/// let answer = Extractor::builder().build()?.extract(&Document::new("Police arrested 37 people on Monday."));
/// let json = serde_json::to_string(&answer)?;
/// let read: Answer<'static> = serde_json::from_str(&json)?;
/// assert_eq!(read, answer);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// What is read owns its texts. Reading fails where the schema is another one, where an id is not that of its place, or
/// where a value is none of its field. Numbers of more than 15 digits come back as precise as an `f64`. An answer that
/// another version wrote may name rules that this one does not have; [`Rule`] says what becomes of them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Answer<'t> {
    /// The contract's name and version: `faktum/1`.
    #[serde(deserialize_with = "schema")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = SCHEMA)))]
    pub schema: Cow<'t, str>,
    /// The document's id, as the caller gave it.
    pub id: Option<DocumentId<'t>>,
    /// The language of the whole or of most of it; `None` where it is neither German nor English.
    pub lang: Option<Lang>,
    /// The date that relative dates were counted from.
    #[serde(with = "moment::day")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<schema::Day>"))]
    pub date: Option<Date>,
    /// The unit of all spans.
    pub offsets: OffsetUnit,
    /// What the caller should know of the reading: why layers are empty, where they are, or what was replaced in the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Cow<'t, str>>,
    /// The text that the spans lie in, where it is not the one that the caller has; the caller's to fill, and not
    /// [`extract`](crate::Extractor::extract)'s.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'t, str>>,
    /// The sentences, in order.
    pub sentences: Vec<Span>,
    /// Their texts, in the same order; only where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sentence_texts: Option<Vec<Cow<'t, str>>>,
    /// The tokens, in order; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tokens: Option<Vec<Span>>,
    /// Every place where an entity is named.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Mention<'t>>>"))]
    pub mentions: Vec<Mention<'t>>,
    /// One for each thing named.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Entity<'t>>>"))]
    pub entities: Vec<Entity<'t>>,
    /// TIMEX3: one for each expression.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Time<'t>>>"))]
    pub times: Vec<Time<'t>>,
    /// What several times say together.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Period<'t>>>"))]
    pub periods: Vec<Period<'t>>,
    /// Every number that counts or measures.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Figure<'t>>>"))]
    pub figures: Vec<Figure<'t>>,
    /// Who says what.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Statement<'t>>>"))]
    pub statements: Vec<Statement<'t>>,
    /// Figures, dates and named things put into their clauses.
    #[serde(with = "with_ids")]
    #[cfg_attr(feature = "schema", schemars(with = "Vec<schema::WithId<Fact<'t>>>"))]
    pub facts: Vec<Fact<'t>>,
    /// Subject, predicate and object of every clause; only where asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub triples: Option<Vec<Triple>>,
}

/// Reads the schema's name, which must be the one that is written.
fn schema<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Cow<'static, str>, D::Error> {
    struct Schema;
    impl FromStr for Schema {
        type Err = &'static str;

        fn from_str(name: &str) -> Result<Schema, &'static str> {
            if name == SCHEMA { Ok(Schema) } else { Err("expected the schema \"faktum/1\"") }
        }
    }
    text::from_text(deserializer).map(|Schema| SCHEMA.into())
}

/// Says which letter each item's id has.
macro_rules! numbered {
    ($($type:ident = $letter:literal,)*) => {
        $(impl Numbered for $type<'_> {
            const LETTER: &'static str = $letter;
        })*
    };
}

/// Prints the values of closed lists as JSON has them: `PER`, `at_least`.
macro_rules! printed {
    ($($type:ty),* $(,)?) => {
        $(
            /// As in JSON.
            impl fmt::Display for $type {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.serialize(f)
                }
            }
        )*
    };
}

printed! {
    OffsetUnit, EntityType, TimeType, TimeMod, FigureKind, FigureUse, Approximation, StatementStyle, FactKind, Modality, Direction,
}

numbered! {
    Mention = "m", Entity = "e", Time = "t", Period = "p", Figure = "q", Statement = "s", Fact = "f",
}

impl<'t> Answer<'t> {
    /// An answer whose layers are empty.
    pub(crate) fn empty(document: &Document<'t>) -> Answer<'t> {
        Answer {
            schema: SCHEMA.into(),
            id: document.id.clone(),
            lang: document.lang,
            date: document.date,
            offsets: OffsetUnit::Byte,
            note: None,
            text: None,
            sentences: Vec::new(),
            sentence_texts: None,
            tokens: None,
            mentions: Vec::new(),
            entities: Vec::new(),
            times: Vec::new(),
            periods: Vec::new(),
            figures: Vec::new(),
            statements: Vec::new(),
            facts: Vec::new(),
            triples: None,
        }
    }

    /// Every span of the answer.
    pub(crate) fn spans_mut(&mut self) -> impl Iterator<Item = &mut Span> {
        fn predicate<'a>(predicate: &'a mut Option<Predicate<'_>>) -> impl Iterator<Item = &'a mut Span> {
            predicate.iter_mut().flat_map(|predicate| &mut predicate.spans)
        }
        let statements = self.statements.iter_mut().flat_map(|statement| {
            let speaker = statement.speaker.iter_mut().map(|speaker| &mut speaker.span);
            let medium = statement.medium.iter_mut().map(|medium| &mut medium.span);
            speaker.chain(medium).chain(predicate(&mut statement.cue)).chain(&mut statement.content)
        });
        let facts = self.facts.iter_mut().flat_map(|fact| {
            let subject = fact.subject.iter_mut().map(|subject| &mut subject.span);
            let object = fact.object.iter_mut().map(|object| &mut object.span);
            let place = fact.place.iter_mut().map(|place| &mut place.span);
            subject
                .chain(object)
                .chain(place)
                .chain(predicate(&mut fact.predicate))
                .chain(std::iter::once(&mut fact.span))
        });
        let figures = self
            .figures
            .iter_mut()
            .flat_map(|figure| std::iter::once(&mut figure.span).chain(figure.of.iter_mut().map(|of| &mut of.span)));
        let mentions = self.mentions.iter_mut().flat_map(|mention| {
            std::iter::once(&mut mention.span).chain(mention.role.iter_mut().map(|role| &mut role.span))
        });
        self.sentences
            .iter_mut()
            .chain(self.tokens.iter_mut().flatten())
            .chain(mentions)
            .chain(self.times.iter_mut().map(|time| &mut time.span))
            .chain(self.periods.iter_mut().map(|period| &mut period.span))
            .chain(figures)
            .chain(statements)
            .chain(facts)
            .chain(self.triples.iter_mut().flatten().map(|triple| &mut triple.span))
    }

    /// Turns all spans from bytes into the unit that `offsets` names.
    pub(crate) fn convert_offsets(&mut self, text: &str) {
        if self.offsets == OffsetUnit::Byte {
            return;
        }
        convert(text, self.offsets, self.spans_mut());
    }
}

/// Turns spans from bytes into another unit.
fn convert<'s>(text: &str, unit: OffsetUnit, spans: impl Iterator<Item = &'s mut Span>) {
    let map = OffsetMap::new(text, unit);
    for span in spans {
        *span = Span::new(map.convert(span.start), map.convert(span.end));
    }
}

impl Explanation<'_> {
    /// Turns the spans that are not the answer's into the answer's unit.
    pub(crate) fn convert_offsets(&mut self, text: &str) {
        if self.answer.offsets != OffsetUnit::Byte {
            let proposals = self.proposals.iter_mut().map(|proposal| &mut proposal.span);
            let lookups = self.lookups.iter_mut().map(|lookup| &mut lookup.span);
            convert(text, self.answer.offsets, proposals.chain(lookups));
        }
    }
}
