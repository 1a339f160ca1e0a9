//! How an answer came about.

use std::borrow::Cow;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Answer;
use super::rule::Rule;
use super::span::Span;

/// An answer with what the rules of names, times and figures proposed for it, and with how the speakers of its statements
/// were found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Explanation<'t> {
    /// The answer, as [`extract`](crate::Extractor::extract) gives it.
    pub answer: Answer<'t>,
    /// Every reading that a rule proposed, in the order of the text.
    pub proposals: Vec<Proposal<'t>>,
    /// What the dictionaries say of the text's words, in its order.
    pub lookups: Vec<Lookup<'t>>,
}

/// A word or phrase that a dictionary knows.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Lookup<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// The class with its value, as dictionaries write them: `month.3`, `organisation.org/europol`.
    pub class: String,
    /// The base form or canonical name, where the dictionary has one.
    pub lemma: Option<String>,
    /// Known by its end alone, as the last part of a compound.
    pub compound: bool,
    /// The row that says so.
    pub origin: Option<Origin>,
}

/// A row of a dictionary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Origin {
    /// The table: below `dictionaries/` for those built in, else as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: u32,
}

impl fmt::Display for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.file, self.line)
    }
}

impl Origin {
    pub(crate) fn new(file: &str, line: u32) -> Origin {
        Origin { file: file.to_string(), line }
    }
}

/// A reading that a rule proposed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Proposal<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: Cow<'t, str>,
    /// The rule.
    pub rule: &'static Rule,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Outcome {
    /// It stands in the answer.
    Kept,
    /// It says that its words are none of what its layer looks for, so that they stand in no item: a telephone number is
    /// no figure.
    Excluded,
    /// Another one, by its place in the list, took its words.
    Beaten(usize),
}
