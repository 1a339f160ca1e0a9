//! Who says what.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::list::List;
use super::rule::Rule;
use super::span::{Phrase, Reference, Span};

/// How a statement is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum StatementStyle {
    /// Word for word, in quotation marks.
    Direct,
    /// Reported.
    Indirect,
    /// Reported, with quoted parts.
    Mixed,
}

/// Words that belong together but may stand apart: "gab … bekannt".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Predicate<'t> {
    /// Where its words stand: nearly always one or two places, which need no memory of their own.
    pub spans: List<Span>,
    /// The words, joined by blanks.
    pub text: Cow<'t, str>,
    /// The base form.
    pub lemma: Cow<'t, str>,
    /// The language-neutral concept, where the dictionaries have one.
    pub concept: Option<Cow<'t, str>>,
}

/// Who says what.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[non_exhaustive]
pub struct Statement<'t> {
    /// Direct, indirect or mixed.
    pub style: StatementStyle,
    /// Who says it.
    pub speaker: Option<Reference<'t>>,
    /// In what it is said: "seinem Bericht".
    pub medium: Option<Phrase<'t>>,
    /// The words that introduce it.
    pub cue: Option<Predicate<'t>>,
    /// What is said, without quotation marks and cue; may be in pieces.
    pub content: List<Span>,
    /// The rule that found it.
    pub rule: &'static Rule,
}
