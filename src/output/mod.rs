//! Writing answers. A writer decides nothing: what it writes stands in the answer.

pub mod json;
