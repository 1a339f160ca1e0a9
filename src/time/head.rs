//! What a text as a whole says of its times: its date line, and whether it tells of times long past.

use std::ops::Range;

use jiff::civil::Date;

use crate::lexicon::class::{Deictic, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Form, Sense};
use crate::reading::Analysis;
use crate::rule::Candidate;
use crate::text::{Shape, TokenKind};

use super::found::Expression;
use super::value::{Frame, From, Name, Point};

/// The date of the article: the first full date in the first lines, which are short.
pub(super) fn date_line(analysis: &Analysis<'_, '_>, times: &[Candidate<Expression>]) -> Option<Date> {
    const LINES: usize = 4;
    for (sentence, time) in
        analysis.sentences.iter().take(LINES).flat_map(|s| times.iter().take(LINES).map(move |t| (s, t)))
    {
        let range = sentence.tokens.start as usize..sentence.tokens.end as usize;
        let line = time.tokens.start >= range.start && time.tokens.end <= range.end;
        // Before the date stands at most a place, behind it at most an agency.
        let before = time.tokens.start.saturating_sub(range.start);
        let short = range.len() <= 12
            || (before <= 4
                && before > 0
                && matches!(analysis.kind(time.tokens.end), TokenKind::Dash | TokenKind::Open | TokenKind::Close));
        if let (true, Some(Point { frame: Frame::Year(year), name: Name::Day { month, day, .. }, .. })) =
            (line && before <= 6 && short, time.item.point())
            && !is_sentence(analysis, range)
        {
            return Date::new(*year, *month, *day).ok();
        }
    }
    None
}

/// "The war began on 3 April 1866.", not "Published on 3 April 2020".
fn is_sentence(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let ends = tokens.end.checked_sub(1).is_some_and(|last| analysis.kind(last) == TokenKind::Terminal);
    ends && (tokens.start + 1..tokens.end).any(|at| {
        let verb = |sense: &Sense| groups::VERBAL.has(sense.class) && sense.form.has_any(Form::PAST.and(Form::PRESENT));
        analysis.shape(at) == Shape::Lower && analysis.senses(at).iter().any(verb)
    })
}

/// Whether a word that points at a time does so from the reader's day: "last", not "following".
pub(super) fn is_of_reader(which: Deictic) -> bool {
    !matches!(which, Deictic::Previous | Deictic::Following | Deictic::Same)
}

/// Whether a text tells of times long before its date: most of its written years lie there, and it says neither
/// "heute" nor "gestern" often.
pub(super) fn is_narrative(times: &[Candidate<Expression>], reference: Option<Date>) -> bool {
    let Some(reference) = reference else { return true };
    let is_old = |frame| matches!(frame, Frame::Year(year) if year < reference.year() - 1);
    let (mut old, mut near, mut deictic, mut weekly) = (0usize, 0usize, 0usize, 0usize);
    for point in times.iter().filter_map(|time| time.item.point()) {
        match point.frame {
            frame if is_old(frame) => old += 1,
            Frame::Year(_) => near += 1,
            Frame::Count { from: From::Document, .. } => deictic += 1,
            Frame::Which(which) => deictic += usize::from(is_of_reader(which)),
            Frame::Open if matches!(point.name, Name::Weekday(_)) => deictic += 1,
            _ => {}
        }
        weekly += usize::from(match point.frame {
            Frame::Count { from: From::Document, unit: Unit::Day, n } => n != 0,
            Frame::Count { from: From::Document, unit: Unit::Week, .. } => true,
            _ => matches!(point.name, Name::Weekday(_) | Name::Weekend),
        });
    }
    // A short history begins in the past, seldom looks up from it, and says nothing of the week of the article.
    let begins = || times.iter().find_map(|time| time.item.point()).is_some_and(|point| is_old(point.frame));
    (old >= 5 && old >= 4 * (near + deictic)) || (old >= 3 && near + weekly == 0 && deictic < old && begins())
}
