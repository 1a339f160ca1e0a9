//! Who and what is named.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::data::Data;
use super::id::{EntityId, MentionId};
use super::list::List;
use super::rule::Rule;
use super::span::{Phrase, Span};

/// What kind of thing a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "UPPERCASE")]
#[non_exhaustive]
pub enum EntityType {
    /// A person.
    Per,
    /// An organisation.
    Org,
    /// A place.
    Loc,
    /// An event, work, product or law.
    Misc,
}

/// One place where an entity is named.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Mention<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// Person, organisation, place or other.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Finer: `country`, `party`, `company`, …
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subtype: Option<Cow<'t, str>>,
    /// The entity it names.
    pub entity: EntityId,
    /// How sure the rule is, 0 to 1.
    pub confidence: f32,
    /// The rule that found it, such as `org.definition`.
    pub rule: &'static Rule,
    /// The name is only a part of a word, and the word names something else: the party in "SPD-Chef", the country in "US-backed".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub part: bool,
    /// How it differs from the name in the dictionary, where only [tolerant matching](crate::ExtractorBuilder::tolerant) took
    /// it for that.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<Cow<'t, str>>,
    /// The office or work of a person, where it stands beside the name: "Direktorin für Personal", "former head of research".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<Phrase<'t>>,
}

/// One thing named in the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Entity<'t> {
    /// Person, organisation, place or other.
    #[serde(rename = "type")]
    pub kind: EntityType,
    /// Its fullest name in the text, without inflection where a dictionary knows it.
    pub name: Cow<'t, str>,
    /// Its other names in the text.
    pub aliases: Vec<Cow<'t, str>>,
    /// Where it is named.
    pub mentions: List<MentionId, 4>,
    /// The dictionary entry it was linked to, such as `org/europol`.
    #[serde(rename = "ref")]
    pub reference: Option<Cow<'t, str>>,
    /// The dictionary entries it may be, where a name is that of several things and nothing in the document tells which.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub candidates: Vec<Cow<'t, str>>,
    /// What further columns of one's own dictionary say of it.
    #[serde(default, skip_serializing_if = "Data::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "std::collections::BTreeMap<String, String>"))]
    pub data: Data<'t>,
}
