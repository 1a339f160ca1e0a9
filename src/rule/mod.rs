//! Rules: how they are declared, where they are tried, what they propose, and what decides between their candidates.

mod candidate;
pub(crate) mod declare;
mod explain;
mod gate;
mod order;
mod settle;

pub(crate) use candidate::{Candidate, Competes, Layer};
pub(crate) use declare::rules;
pub(crate) use explain::{explain, merge};
pub(crate) use gate::{Construction, Digits, Gate, Gates};
pub(crate) use order::{by_precedence, count, readers};
pub(crate) use settle::{Scratch, settle};
