//! Holidays and other named days.

use crate::lexicon::Class;

use super::feast;
use super::found::Found;
use super::reader::Reader;
use super::value::{Frame, Name, Point};
use super::year::year_behind;

/// A holiday, with its year where that stands behind it: "Ostern 2024", "Karfreitag"; "Thanksgiving of 2015".
pub(super) fn holiday(r: &Reader<'_, '_, '_>, at: usize) -> Option<Found> {
    let (sense, end) = r.sense(at, Class::Holiday)?;
    let feast = feast::named(r.analysis.entry(sense).id)?;
    let (frame, end) = year_behind(r, end).unwrap_or((Frame::Open, end));
    Some(Found::point(at, end, "time.holiday", Point::new(frame, Name::Feast(feast))))
}
