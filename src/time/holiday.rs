//! Holidays and other named days.

use crate::lexicon::class::Unit;
use crate::lexicon::{Class, Form};

use super::evidence::TITLE;
use super::feast;
use super::found::Found;
use super::value::{Frame, Name, Point, Shift};
use super::year::year_behind;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A holiday or another day with a name, with its year where that stands behind it, or the week that it lies in.
    pub(super) HOLIDAY = "time.holiday" {
        pattern: "holiday [year | week]",
        precedence: 1,
        begins: [Holiday],
        read: holiday,
        fires: [
            De "Zu [Ostern 2014](DATE 2014-04-20) kam die Familie.",
            En "The family met at [Thanksgiving 2014](DATE 2014-11-27).",
            En "The shop closed in [Easter week](DATE 2015-W14).",
        ],
        silent: [
            De "Die Osterhasen kamen früh.",
            En "Fahrenheit 9/11 ran for weeks.",
        ],
    }
}

/// A holiday, with its year where that stands behind it: "Ostern 2024", "Karfreitag"; "Thanksgiving of 2015".
pub(super) fn holiday(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let sense = s.sense(at, Class::Holiday)?;
    let end = sense.end(at);
    // "Fahrenheit 9/11"
    if let Some(unit) = s.before(at).filter(|before| s.is(*before, Class::MeasureUnit)) {
        return Some(Found::not(unit, end, &TITLE));
    }
    let feast = feast::named(s.analysis.entry(sense).id)?;
    let (frame, end) = match feast.year() {
        Some(year) => (Frame::Year(year), end),
        None => year_behind(s, end).unwrap_or((Frame::Open, end)),
    };
    let point = Point::new(frame, Name::Feast(feast));
    // "Easter week": the week with the holiday in it.
    if let Some((unit @ Unit::Week, end)) = s.unit(end)
        && s.form(end - 1, Class::TimeUnit).has(Form::SINGULAR)
    {
        let shift = Some(Shift { unit, n: 0 });
        return Some(Found::point(at, end, &HOLIDAY, Point { shift, ..point }));
    }
    Some(Found::point(at, end, &HOLIDAY, point))
}
