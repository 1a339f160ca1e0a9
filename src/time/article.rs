//! The article of a time.

use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};

use super::found::Found;
use super::value::{Clock, Frame, Name, Point, Value};
use crate::reading::Sentence;

/// Takes the definite article into an expression whose head is a common noun: "the end of May", "the next day", "the fourth
/// quarter". The names of days, months and years have none of their own, so that the one before them belongs to the noun that
/// they describe ("the May election"), as it does before any time that is an attribute ("the third-quarter loss").
pub(super) fn with_article(s: &Sentence<'_, '_>, found: Found) -> Found {
    let definite = s.before(found.start).filter(|at| s.is(*at, Class::Article) && !s.is(*at, Class::IndefiniteArticle));
    match definite {
        Some(article) if s.profile.time_article && has_common_head(s, &found) && !is_attribute(s, &found) => {
            found.from(article)
        }
        _ => found,
    }
}

fn has_common_head(s: &Sentence<'_, '_>, found: &Found) -> bool {
    // "the night of May 3", "the following Friday", "the last days of May"
    const HEADS: ClassSet = ClassSet::of(&[Class::DayPart, Class::Deictic, Class::TimeUnit]);
    match found.expression.value {
        Value::Length(_) => true,
        // "end of May", "quarter ended Sept. 30", "early morning hours of May 3"
        Value::Point(point) => {
            let part = s.sense(found.start, Class::Part);
            part.is_some_and(|part| part.length > 1)
                || (part.is_some() && matches!(point.clock, Some(Clock::Part(_))))
                || s.is_any(found.start, HEADS)
                || (s.is(found.start, Class::OrdinalWord) && !matches!(point.name, Name::Day { .. }))
                || is_common(&point)
        }
        Value::Set(_) | Value::Ref(_) | Value::Nothing => false,
    }
}

fn is_common(point: &Point) -> bool {
    match (point.frame, point.name, point.clock) {
        (_, _, Some(clock)) => point.name == Name::Whole && matches!(clock, Clock::Part(_)),
        (Frame::Count { .. }, _, _) => true,
        (_, name, _) => !matches!(
            name,
            Name::Whole
                | Name::Month(_)
                | Name::Day { .. }
                | Name::Feast(_)
                | Name::Weekday(_)
                | Name::WeekdayAndDay { .. }
        ),
    }
}

/// Whether a time describes the noun behind it: "the third-quarter loss", "the two-day visit", "the weekend trip". What "next" or
/// "last" points at does not ("the same year production fell").
fn is_attribute(s: &Sentence<'_, '_>, found: &Found) -> bool {
    const OTHER: ClassSet =
        groups::AUXILIARY.or(&[Class::Adposition, Class::Adverb, Class::Article, Class::Coordinator]);
    let noun = |at: usize| {
        s.is(at, Class::Noun)
            && !s.is_any(at, OTHER)
            && !s.analysis.senses_of(at, Class::Verb).any(|sense| sense.form.has(Form::PAST))
    };
    let end = found.end;
    let (hyphened, pointed) = match found.expression.value {
        Value::Length(_) => (is_hyphened(s, found), true),
        Value::Point(Point { frame: Frame::Count { .. } | Frame::Which(_), .. }) => (false, true),
        Value::Point(Point { name: Name::Quarter(_) | Name::Half(_) | Name::Century(_), .. }) => {
            (is_hyphened(s, found), false)
        }
        _ => (false, false),
    };
    let described = || noun(end) || (s.is(end, Class::Adjective) && !s.is_any(end, OTHER) && noun(end + 1));
    hyphened || (s.is_dash(end) && s.is_tight(end)) || (!pointed && described())
}

fn is_hyphened(s: &Sentence<'_, '_>, found: &Found) -> bool {
    (found.start..found.end).any(|at| s.is_dash(at) && s.is_tight(at) && s.is_tight(at + 1))
}
