//! Names of one's own by the thousand or the million: tables of them, compiled once and used in place.
//!
//! What the tables look like, and what their rows match, is told in `dictionaries/README.md`.

pub use crate::lexicon::gazetteer::{Builder, Dictionary, Entry, Warning};
