//! What the rules read: a text with its tokens, sentences and classes.

mod analysis;
mod lookup;
mod memory;
pub(crate) mod number;
pub(crate) mod phrase;
mod sentence;
pub(crate) mod verb;

pub(crate) use analysis::{Analysis, LONGEST_PHRASE};
pub(crate) use lookup::lookups;
pub(crate) use memory::Memory;
pub(crate) use sentence::Sentence;
