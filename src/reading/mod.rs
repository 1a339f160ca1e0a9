//! What the rules read: a text with its tokens, sentences and classes.

mod analysis;

pub(crate) use analysis::Analysis;
