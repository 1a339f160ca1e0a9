//! Years that one of two joined times lends to the other.
#![allow(clippy::indexing_slicing, reason = "loops over neighbours, with a frame for each")]

use crate::lexicon::class::{Adposition, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::TokenKind;

use super::found::Expression;
use super::value::{Frame, From, Name, Point};

/// The frame that a neighbour lends: in "Januar und April 2014" and "im April 2014 und Mai" both lie in 2014.
pub(super) fn shared_frames(analysis: &Analysis<'_, '_>, times: &[Candidate<Expression>]) -> Vec<Option<Frame>> {
    let mut frames = vec![None; times.len()];
    let lendable = |point: &Point| match point.frame {
        Frame::Year(_) | Frame::ShortYear(_) | Frame::TwoYears(_) => true,
        Frame::Count { unit, .. } => unit == Unit::Year && !matches!(point.name, Name::Whole | Name::Same),
        _ => false,
    };
    let borrows = |point: &Point| {
        point.frame == Frame::Open
            && matches!(
                point.name,
                Name::Month(_)
                    | Name::Day { .. }
                    | Name::Quarter(_)
                    | Name::Half(_)
                    | Name::FirstMonths(_)
                    | Name::Season(_)
                    | Name::Feast(_)
            )
    };
    let named = |point: &Point| !matches!(point.name, Name::Whole | Name::Same);
    for at in (0..times.len().saturating_sub(1)).rev() {
        let (first, second) = (&times[at], &times[at + 1]);
        if !joined(analysis, first.tokens.end, second.tokens.start) {
            continue;
        }
        let (Some(a), Some(b)) = (first.item.point(), second.item.point()) else { continue };
        // "28 June in 2020"
        let in_year = matches!(b.frame, Frame::Year(_))
            && b.name == Name::Whole
            && second.tokens.start == first.tokens.end + 1
            && analysis.is_adposition(first.tokens.end, Adposition::In);
        // "von September bis Ende 2015"
        let until_part = matches!(b.frame, Frame::Year(_))
            && second.tokens.len() > 1
            && analysis.is_adposition(first.tokens.end, Adposition::Until);
        if borrows(a) && (named(b) || in_year || until_part) {
            if let Some(year) = year_before(analysis, first.tokens.end, a, b) {
                frames[at] = Some(Frame::Year(year));
            } else if lendable(b) {
                frames[at] = Some(b.frame);
            } else if let Some(frame) = frames[at + 1] {
                frames[at] = Some(frame);
            }
        }
    }
    for at in 1..times.len() {
        let (first, second) = (&times[at - 1], &times[at]);
        // "last year's fourth quarter"
        if let (Some(a), Some(b)) = (first.item.point(), second.item.point())
            && second.tokens.start == first.tokens.end + 1
            && analysis.word(first.tokens.end).starts_with(['\'', '’'])
            && a.name == Name::Whole
            && matches!(a.frame, Frame::Year(_) | Frame::Count { unit: Unit::Year, .. })
            && borrows(b)
        {
            frames[at] = Some(a.frame);
        }
        // "die WM 2014 (12. Juni bis 13. Juli)"
        if let (Some(a), Some(b)) = (first.item.point(), second.item.point())
            && analysis.kind(first.tokens.end) == TokenKind::Open
            && second.tokens.start == first.tokens.end + 1
            && a.name == Name::Whole
            && matches!(a.frame, Frame::Year(_))
            && borrows(b)
        {
            frames[at] = Some(a.frame);
        }
        if frames[at].is_some() || !joined(analysis, first.tokens.end, second.tokens.start) {
            continue;
        }
        // "ab Juli 2017 bis Ende des Jahres"
        if let (Some(a), Some(b)) = (first.item.point(), second.item.point())
            && analysis.is_adposition(first.tokens.end, Adposition::Until)
            && matches!(a.frame, Frame::Year(_))
            && matches!(b.frame, Frame::Count { unit: Unit::Year, n: 0, from: From::Mention })
        {
            frames[at] = Some(a.frame);
            continue;
        }
        let (Some(a), Some(b)) = (first.item.point(), second.item.point()) else { continue };
        if borrows(b) && named(a) {
            if lendable(a) {
                frames[at] = Some(a.frame);
            } else if let Some(frame) = frames[at - 1] {
                frames[at] = Some(frame);
            }
        }
    }
    frames
}

/// The year of the first of two months, where the second is one of the year after: "November bis Februar 2017".
fn year_before(analysis: &Analysis<'_, '_>, joint: usize, first: &Point, second: &Point) -> Option<i16> {
    let month = |point: &Point| match point.name {
        Name::Month(month) | Name::Day { month, .. } => Some(month),
        _ => None,
    };
    let until = analysis.is_adposition(joint, Adposition::Until)
        || matches!(analysis.kind(joint), TokenKind::Dash | TokenKind::Hyphen);
    let Frame::Year(year) = second.frame else { return None };
    (until && month(first)? > month(second)?).then(|| year.saturating_sub(1))
}

/// Whether only words that join two times stand between them.
pub(super) fn joined(analysis: &Analysis<'_, '_>, from: usize, to: usize) -> bool {
    const JOINING: ClassSet = groups::LINK.or(&[Class::Article]);
    from < to
        && to - from <= 3
        && (from..to).all(|at| {
            analysis.is_any(at, JOINING)
                || matches!(analysis.kind(at), TokenKind::Dash | TokenKind::Hyphen)
                || matches!(analysis.word(at), "," | "/")
        })
}
