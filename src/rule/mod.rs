//! What rules propose, and what decides between them.

mod candidate;
mod settle;

pub(crate) use candidate::{Candidate, Competes, Layer};
pub(crate) use settle::{Scratch, settle};
