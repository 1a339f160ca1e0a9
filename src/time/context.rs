//! What the text has said so far, as later expressions count from it.

use jiff::civil::{Date, DateTime};

use crate::reading::Analysis;

use super::stamp::Stamp;

/// A time that the text mentioned, and the sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mention {
    pub(super) stamp: Stamp,
    pub(super) sentence: usize,
    /// The token behind it.
    pub(super) end: usize,
}

/// What the text has said so far.
pub(super) struct Context<'s, 'a, 't> {
    pub(super) analysis: &'s Analysis<'a, 't>,
    pub(super) reference: Option<Date>,
    pub(super) narrative: bool,
    pub(super) last: Option<Mention>,
    pub(super) day: Option<(Date, usize)>,
    /// The last time of day on a known day, and the sentence.
    pub(super) moment: Option<(DateTime, usize)>,
    /// The last year written out.
    pub(super) year: Option<(i16, usize)>,
}
