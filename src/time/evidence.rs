//! Whether a word that can be a time is one: what stands beside it.

use crate::lexicon::class::{Adposition, Direction};
use crate::lexicon::{Class, ClassSet};
use crate::text::{Shape, TokenKind};

use super::reader::Reader;

/// Words that make a bare month or year a time: "im", "since", "bis", "Anfang".
pub(super) const TEMPORAL: &[Adposition] = &[
    Adposition::In,
    Adposition::Since,
    Adposition::Until,
    Adposition::From,
    Adposition::Starting,
    Adposition::Before,
    Adposition::After,
    Adposition::During,
    Adposition::By,
    Adposition::Of,
    Adposition::Between,
    Adposition::Around,
    Adposition::For,
    Adposition::To,
    Adposition::Through,
    Adposition::Within,
    Adposition::On,
    Adposition::At,
];

const ARTICLE: ClassSet = ClassSet::of(&[Class::Article, Class::IndefiniteArticle]);

/// Whether a word means other things than its time: "May", "March", "fall".
pub(super) fn is_ambiguous(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    const OTHER: ClassSet =
        ClassSet::of(&[Class::Modal, Class::Verb, Class::Noun, Class::Surname, Class::GivenName, Class::Subordinator]);
    r.is_any(at, OTHER) || r.word(at).len() <= 3
}

/// Whether a preposition, a deictic or a joined time word stands beside an ambiguous one.
pub(super) fn has_evidence(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const BESIDE: ClassSet = ClassSet::of(&[Class::Month, Class::Season, Class::Weekday, Class::Part, Class::Deictic]);
    if r.adposition_before(at, TEMPORAL).is_some() {
        return true;
    }
    // "the March accession", "an expected May election"
    let back = 1 + usize::from(at > r.begin + 1 && r.is_any(at - 1, ClassSet::of(&[Class::Adjective, Class::Verb])));
    if at.checked_sub(back).is_some_and(|before| before >= r.begin && r.is_any(before, ARTICLE))
        && r.shape(at) == Shape::Title
        && r.is(end, Class::Noun)
        && r.shape(end) == Shape::Lower
    {
        return true;
    }
    let beside = |at: usize| r.is_any(at, BESIDE);
    let joint = |at: usize| r.is_comma(at) || r.is_dash(at) || r.is_slash(at) || r.is(at, Class::Coordinator);
    at.checked_sub(1).is_some_and(|before| before >= r.begin && beside(before))
        || (joint(end) && r.is(end + 1, Class::Month))
        || at.checked_sub(2).is_some_and(|before| before >= r.begin && joint(before + 1) && r.is(before, Class::Month))
}

/// Whether a month or weekday is part of a person's name: "Karl Mai", "Theresa May", "April Jones", "Frau Sonntag".
pub(super) fn is_name(r: &Reader<'_, '_, '_>, at: usize, end: usize) -> bool {
    const NAMES: ClassSet = ClassSet::of(&[Class::GivenName, Class::Title, Class::Role]);
    const TIMES: ClassSet = ClassSet::of(&[Class::Month, Class::Weekday, Class::Season, Class::Part, Class::Relative]);
    let before = at.checked_sub(1).filter(|before| *before >= r.begin);
    let named = before.is_some_and(|before| {
        r.shape(before) == Shape::Title
            && r.is_any(before, NAMES)
            && !r.is_any(before, TIMES)
            && !r.is(before, Class::Adposition)
            && !r.is(before, Class::Article)
    });
    let family = r.is(at, Class::GivenName)
        && r.is(end, Class::Surname)
        && r.shape(end) == Shape::Title
        && !r.is_any(end, TIMES);
    // "August Weber": a word that no dictionary holds behind what no preposition makes a time
    let unknown = r.kind(end) == TokenKind::Word
        && r.shape(end) == Shape::Title
        && r.analysis.senses(end).iter().all(|sense| sense.class == Class::Surname)
        && (before.is_none() || !r.profile.capital_nouns)
        && r.adposition_before(at, TEMPORAL).is_none()
        && before.is_none_or(|before| !r.is_any(before, TIMES));
    named || family || (unknown && r.is(at, Class::Month))
}

/// "(zwei) Jahre alt", "(two) years old", "3-year-old".
pub(super) fn is_age(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    let at = at + usize::from(r.is_dash(at));
    r.value(at, Class::Direction).is_some_and(|(value, _)| Direction::from_value(value as u32) == Some(Direction::Old))
}

/// "im Alter von (104 Jahren)", "at the age of (42 years)".
pub(super) fn is_age_of(r: &Reader<'_, '_, '_>, at: usize) -> bool {
    r.adposition_before(at, &[Adposition::Of, Adposition::From])
        .and_then(|of| of.checked_sub(1))
        .is_some_and(|cue| cue >= r.begin && r.is(cue, Class::AgeCue))
}
