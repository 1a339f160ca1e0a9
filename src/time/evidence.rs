//! Whether a word that can be a time is one: what stands beside it.

use crate::lexicon::class::{Adposition, Direction, NounKind, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

use super::found::Found;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A month, weekday or season that is part of a person's name.
    pub(super) PERSON_NAME = "time.person-name" {
        pattern: "(given name | title | role) word | month surname, for no time; goes on from time.month, time.weekday and time.season",
        fires: [
            De "Das Tor erzielte [Karl Mai](none) kurz vor der Pause.",
            En "The vote was won by [Theresa May](none).",
        ],
        silent: [
            De "Karl kam im Mai.",
            En "Theresa came in May.",
        ],
    }

    /// A word of time with a capital letter that belongs to a title or name.
    pub(super) TITLE = "time.title" {
        pattern: "word of time beside another capital, or with a number in quotation marks or behind a unit, for no time",
        languages: [En],
        fires: [
            En "She was a guest on [Saturday Night Live](none).",
            En "They watched [High Noon](none) again.",
            En "[Fahrenheit 9/11](none) ran for weeks.",
            En "He spoke on the [Today programme](none).",
            En "He watched [\"60 Minutes](none)\" at home.",
        ],
        silent: [En "She was a guest on Saturday night."],
    }

    /// A number of a unit of time that is an age.
    pub(super) AGE = "time.age" {
        pattern: "(length old | age of length | persons (from|under|over|between|…) length), for no time; goes on from time.length and time.bare-units",
        fires: [
            De "Der Mann ist [40 Jahre alt](none).",
            De "Er starb im [Alter von 40 Jahren](none).",
            De "Der Kurs ist für Kinder [ab 14 Jahren](none).",
            En "The man is [40 years old](none).",
            En "The course is for children [under 14 years](none).",
        ],
        silent: [
            De "Der Mann blieb 40 Jahre.",
            De "Die Kinder warten seit 14 Jahren.",
            En "The man stayed 40 years.",
            En "The children have waited for 14 years.",
        ],
    }

    /// A number that the word before it, or a version before it, makes a designation.
    pub(super) DESIGNATION = "time.designation" {
        pattern: "(word for what is numbered | version (until|-)) number, for no time; goes on from time.year and time.numeric-date",
        fires: [
            De "Er wohnt in [Zimmer 2012](none).",
            En "They were on [Flight 1549](none).",
            En "The fault is in [Version 3.11.14](none).",
        ],
        silent: [
            De "Das Zimmer kostete 2012 noch wenig.",
            En "The flight was late in 2012.",
        ],
    }
}

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

const ARTICLE: ClassSet = ClassSet::of(&[Class::Article]);

/// Whether a word means other things than its time: "May", "March", "fall".
pub(super) fn is_ambiguous(s: &Sentence<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::PERSON.or(&[Class::Modal, Class::Noun, Class::Subordinator, Class::Verb]);
    s.is_any(at, OTHER) || s.form(at, Class::Month).has(Form::SHORT)
}

/// Whether a preposition, a deictic or a joined time word stands beside an ambiguous one.
pub(super) fn has_evidence(s: &Sentence<'_, '_>, at: usize, end: usize) -> bool {
    const BESIDE: ClassSet = groups::CALENDAR.or(&[Class::Deictic]);
    if s.adposition_before(at, TEMPORAL).is_some() {
        return true;
    }
    // "the March accession", "an expected May election"
    let back = 1 + usize::from(at > s.start + 1 && s.is_any(at - 1, ClassSet::of(&[Class::Adjective, Class::Verb])));
    if at.checked_sub(back).is_some_and(|before| before >= s.start && s.is_any(before, ARTICLE))
        && s.shape(at) == Shape::Title
        && s.is(end, Class::Noun)
        && s.shape(end) == Shape::Lower
    {
        return true;
    }
    // "der wärmste Mai seit 1997"
    let adjective = at >= s.start + 2 && s.shape(at - 1) == Shape::Lower && s.is_any(at - 2, ARTICLE);
    if adjective && s.adposition(end, &[Adposition::Since]).is_some() {
        return true;
    }
    let beside = |at: usize| s.is_any(at, BESIDE);
    let joint = |at: usize| s.is_comma(at) || s.is_dash(at) || s.is_slash(at) || s.is(at, Class::Coordinator);
    s.before(at).is_some_and(beside)
        || (joint(end) && s.is(end + 1, Class::Month))
        || at.checked_sub(2).is_some_and(|before| before >= s.start && joint(before + 1) && s.is(before, Class::Month))
}

/// The person's name that a month, weekday or season is part of: "Karl Mai", "Theresa May", "April Jones", "Frau Sonntag".
pub(super) fn person_name(s: &Sentence<'_, '_>, at: usize, end: usize) -> Option<Found> {
    const NAMES: ClassSet = groups::OFFICE.or(&[Class::GivenName]);
    let before = s.before(at);
    let named = before.filter(|before| {
        let before = *before;
        s.shape(before) == Shape::Title
            && s.is_any(before, NAMES)
            && !s.is_any(before, groups::CALENDAR)
            && s.day(end).is_none()
            && !s.is(before, Class::Adposition)
            && !s.is(before, Class::Article)
    });
    let family = s.is(at, Class::GivenName)
        && s.is_any(end, ClassSet::of(&[Class::Surname, Class::NameWord]))
        && s.shape(end) == Shape::Title
        && !s.is_any(end, groups::CALENDAR);
    // "August Weber": a word that no dictionary holds behind what no preposition makes a time
    let unknown = s.kind(end) == TokenKind::Word
        && s.shape(end) == Shape::Title
        && s.analysis.senses(end).iter().all(|sense| matches!(sense.class, Class::Surname | Class::NameWord))
        && (before.is_none() || s.is_titled(end))
        && s.adposition_before(at, TEMPORAL).is_none()
        && before.is_none_or(|before| !s.is_any(before, groups::CALENDAR));
    match named {
        Some(first) => Some(Found::not(first, end, &PERSON_NAME)),
        None if family || (unknown && s.is(at, Class::Month)) => Some(Found::not(at, end + 1, &PERSON_NAME)),
        None => None,
    }
}

/// The age that a length beside it makes: "zwei Jahre alt", "3-year-old"; "im Alter von 104 Jahren", "aged 42 years".
pub(super) fn age(s: &Sentence<'_, '_>, start: usize, end: usize, unit: Unit) -> Option<Found> {
    let old = end + usize::from(s.is_dash(end));
    if let Some((Direction::Old, after)) = s.meaning(old, Class::Direction) {
        return Some(Found::not(start, after, &AGE));
    }
    if unit != Unit::Year {
        return None;
    }
    if let Some(of) = s.adposition_before(start, &[Adposition::Of, Adposition::From])
        && let Some(cue) = s.before(of).filter(|cue| s.is(*cue, Class::AgeCue))
    {
        return Some(Found::not(cue, s.rest(unit, end).1, &AGE));
    }
    // "mit 24 Jahren", "at 18 years and 228 days", not "mit fünf Jahren Haft"
    let at = s.before(start).filter(|at| s.adposition(*at, &[Adposition::With, Adposition::At]) == Some(start));
    let (_, behind) = s.rest(unit, end);
    let sure = |at| match s.adposition(at, &[Adposition::With]) {
        Some(_) => s.profile.before_is_ago,
        None => behind > end,
    };
    if let Some(at) = at.filter(|at| sure(*at))
        && !s.is_any(behind, ClassSet::of(&[Class::Noun, Class::Adjective]))
    {
        return Some(Found::not(at, behind, &AGE));
    }
    of_persons(s, start).map(|first| Found::not(first, end, &AGE))
}

/// Where the age begins of the persons named before it: "Kinder ab 14 Jahren", "people between 14 and 18 years".
fn of_persons(s: &Sentence<'_, '_>, start: usize) -> Option<usize> {
    const FAR: usize = 6;
    const LIMIT: &[Adposition] = &[Adposition::Starting, Adposition::Until, Adposition::Between];
    const AMOUNT: ClassSet = groups::AMOUNT.or(&[Class::Approx, Class::Coordinator]);
    let mut limited = s.is(start, Class::Approx);
    for at in (s.start..start).rev().take(FAR) {
        if s.sense(at, Class::Noun).is_some_and(|noun| s.analysis.noun_kind(noun) == Some(NounKind::Person)) {
            return limited.then_some(at + 1);
        }
        let limit = s.is(at, Class::Approx) || s.adposition(at, LIMIT).is_some();
        limited |= limit;
        // "a friend for over forty years" is of no age.
        let amount = s.is_any(at, AMOUNT) && !s.is(at, Class::Adposition);
        let goes_on = limit || amount || s.kind(at) == TokenKind::Number || s.is_dash(at);
        if !goes_on {
            return None;
        }
    }
    None
}
