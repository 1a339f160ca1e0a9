//! How an answer came about.

use serde::Serialize;

use super::Answer;
use super::rule::Rule;
use super::span::Span;

/// An answer with what the rules of names, times and figures proposed for it, and with how the speakers of its statements
/// were found.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Explanation<'t> {
    /// The answer, as [`extract`](crate::Extractor::extract) gives it.
    pub answer: Answer<'t>,
    /// Every reading that a rule proposed, in the order of the text.
    pub proposals: Vec<Proposal<'t>>,
}

/// A reading that a rule proposed.
#[derive(Clone, Debug, Serialize)]
#[non_exhaustive]
pub struct Proposal<'t> {
    /// Where.
    pub span: Span,
    /// The text under the span.
    pub text: &'t str,
    /// The rule.
    pub rule: &'static Rule,
    /// What became of it.
    pub outcome: Outcome,
}

/// What became of a reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
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
