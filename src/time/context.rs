//! What the text has said so far, as later expressions count from it.

use jiff::civil::{Date, DateTime};

use crate::lexicon::class::{Adposition, Unit};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::TokenKind;

use super::found::Expression;
use super::head::is_of_reader;
use super::search::in_year;
use super::stamp::{Stamp, astronomical, day_number, historical};
use super::value::{Frame, From, Name, Point};

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
    /// The day before the one that a night led to, and the sentence: "in der Nacht auf Sonntag".
    pub(super) night: Option<(Date, usize)>,
    /// The last time of day on a known day, and the sentence.
    pub(super) moment: Option<(DateTime, usize)>,
    /// The last year told.
    pub(super) year: Option<(i16, usize)>,
}

impl Context<'_, '_, '_> {
    /// Whether a time is one that the text tells of, so that later ones may be counted from it. A narrative does not tell of the
    /// reader's day ("heute", "110 years ago"), of how long something lasted ("until 1990"), or of lives in brackets.
    pub(super) fn is_told(&self, point: &Point, time: &Candidate<Expression>) -> bool {
        if !self.narrative {
            return true;
        }
        let readers = match point.frame {
            Frame::Count { from, .. } => from == From::Document,
            Frame::Which(which) => is_of_reader(which),
            _ => false,
        };
        let lasts = || {
            let before = time.tokens.start.checked_sub(1);
            matches!(point.frame, Frame::Year(_))
                && point.name == Name::Whole
                && before.is_some_and(|before| {
                    self.analysis.is_adposition(before, Adposition::Since)
                        || self.analysis.is_adposition(before, Adposition::Until)
                            && !self.analysis.is_adposition(before, Adposition::To)
                        || self.analysis.kind(before) == TokenKind::Open
                })
        };
        (self.reference.is_none() || !readers) && !lasts()
    }

    /// The period of a name that a narrative means: the story goes on from the time told last, so that January comes after
    /// December.
    pub(super) fn told(&self, name: Name) -> Option<Stamp> {
        const HALF_A_YEAR: i64 = 183;
        let (year, _) = self.year?;
        let stamp = in_year(year, name)?;
        let last = self.last.filter(|last| last.stamp.is_within(Unit::Season) && last.stamp.year() == Some(year));
        let Some((now, _)) = last.and_then(|last| last.stamp.limits()) else { return Some(stamp) };
        let holds = |stamp: &Stamp| stamp.limits().is_some_and(|(begin, end)| begin <= now && now < end);
        // In February the winter is still that of the year before.
        if let Some(before) = stamp.years_later(-1).filter(holds) {
            return Some(before);
        }
        let (_, end) = stamp.limits()?;
        if day_number(now) - day_number(end) > HALF_A_YEAR {
            in_year(historical(astronomical(year) + 1), name)
        } else {
            Some(stamp)
        }
    }
}
