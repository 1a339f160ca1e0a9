//! Lengths of time that only say when: "vor zwei Jahren", "in the past 24 hours", "a week later".

use super::amount::{bounds, with_unit};
use super::exclude::no_figure;
use super::smaller;
use super::start::{AMOUNT, SIGNED};
use super::start::{Figure, Read, Start};
use super::unit::Unit;
use crate::answer::FigureKind;
use crate::lexicon::class::{Adposition, Direction};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Sentence;
use crate::reading::phrase;
use crate::rule::rules;

rules! {
    reads: Read;

    /// A length of time behind a preposition of time or a word for the time just gone or to come: when it was or will be,
    /// not how long something lasts. In minutes and hours, "in" tells how long it took.
    pub(super) WINDOW = "figure.none-window" {
        pattern: "(before | since | within | in | after) [article] [last | next | first] length of time | (last | next) length of time",
        precedence: 2,
        begins: AMOUNT,
        digits: SIGNED,
        near: [TimeUnit],
        read: window,
        fires: [
            De "Vor [zwei Jahren](none) brannte das Haus.",
            De "In den letzten [24 Stunden](none) brannten Häuser.",
            De "Innerhalb von [drei Tagen](none) brannten Häuser.",
            De "Nach [zwei Stunden und 48 Minuten](none) war er fertig.",
            En "In the past [24 hours](none) houses burned.",
            De "In einem Zeitraum von [drei Tagen](none) brannten Häuser.",
            En "Within [three days](none) houses burned.",
            En "In the space of [three days](none) houses burned.",
            En "After [two hours and 48 minutes](none) he was done.",
        ],
        silent: [
            De "Der Brand dauerte zwei Jahre.",
            De "Nach drei Jahren Haft kam er frei.",
            En "The fire lasted two years.",
            En "After three years in prison he was free.",
        ],
    }

    /// A length of time before a word that counts it from another time.
    pub(super) DISTANCE = "figure.none-distance" {
        pattern: "length of time ago | later | earlier | before | after | since",
        precedence: 2,
        begins: AMOUNT,
        digits: SIGNED,
        near: [TimeUnit],
        read: distance,
        fires: [
            De "[Zwei Jahre](none) später brannte das Haus.",
            De "Der Besuch folgt [30 Jahre](none) nach dem Krieg.",
            En "[Two years](none) ago the house burned.",
            En "The visit comes [30 years](none) after the war.",
        ],
        silent: [
            De "Das Haus brannte für zwei Stunden nach dem Angriff.",
            En "The house burned for two hours after the attack.",
            En "He finished 12 seconds behind the winner.",
        ],
    }
}

fn window(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let (amount, found) = with_unit(start, FigureKind::Duration)?;
    let (_, from) = bounds(s, amount, FigureKind::Duration);
    let end = smaller::behind(s, &found).map_or(found.end, |more| more.end);
    opens(s, from, end, found.unit).then(|| no_figure(start, amount, from, end, &WINDOW))
}

fn distance(start: &Start<'_, '_>) -> Figure {
    let s = start.sentence;
    let (amount, found) = with_unit(start, FigureKind::Duration)?;
    let (_, from) = bounds(s, amount, FigureKind::Duration);
    // "closed for two hours before the match": behind a preposition it is how long.
    // "12 percent more from | a year ago"
    let led = |before: usize| {
        s.is(before, Class::Adposition)
            && (s.profile.verb_final || s.adposition(before, &[Adposition::From]) != Some(before + 1))
    };
    let alone = from.checked_sub(1).is_none_or(|before| !led(before));
    let end = smaller::behind(s, &found).map_or(found.end, |more| more.end);
    // "12 seconds behind the winner"
    let lag = is_short(found.unit) && s.adposition(end, &[Adposition::Behind]).is_some();
    let counts = alone && !lag && counts_from(s, end);
    counts.then(|| no_figure(start, amount, from, end, &DISTANCE))
}

/// Whether the words before a length of time make a window of it.
fn opens(s: &Sentence<'_, '_>, from: usize, end: usize, unit: Unit) -> bool {
    let Some(mut at) = from.checked_sub(1) else {
        return false;
    };
    // "in the space of", "in einem Zeitraum von"
    let within = s.sense_before(from, Class::Adposition, s.start);
    if within.is_some_and(|(sense, _)| sense.length > 1 && sense.value == Adposition::Within as u32) {
        return true;
    }
    let mut deictic = false;
    for _ in 0..2 {
        if at > s.start && s.is_any(at, ClassSet::of(&[Class::Deictic, Class::OrdinalWord])) {
            deictic = true;
            at -= 1;
        }
    }
    // "die letzten zwei Jahre", "the past 24 hours"
    let definite = at >= s.start && s.is_any(at, groups::DETERMINER);
    if deictic && definite {
        return true;
    }
    if definite {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        at = before;
    }
    // "within a period of", "innerhalb von"
    if at > s.start && s.adposition(at, &[Adposition::Of, Adposition::From]).is_some() {
        at -= 1;
        return s.adposition(at, &[Adposition::Within]).is_some();
    }
    if at < s.start {
        return false;
    }
    if s.adposition(at, &[Adposition::Since]).is_some()
        || s.profile.before_is_ago && s.adposition(at, &[Adposition::Before]).is_some()
    {
        return true;
    }
    if s.adposition(at, &[Adposition::Within]).is_some() {
        return true;
    }
    // "after three years in prison", "nach drei Jahren Haft", "after two hours of talks": that is how long it was.
    if lasts(s, end) {
        return false;
    }
    let short = is_short(unit);
    let after = s.adposition(at, &[Adposition::After]).is_some();
    let inside = s.adposition(at, &[Adposition::In]).is_some() && (!short || definite || deictic);
    after || inside || deictic && s.adposition(at, &[Adposition::For, Adposition::Over]).is_some()
}

fn is_short(unit: Unit) -> bool {
    matches!(unit, Unit::Time("second" | "minute" | "hour"))
}

/// Whether what lasts so long follows a length of time.
fn lasts(s: &Sentence<'_, '_>, end: usize) -> bool {
    let noun = s.is_joint(end) || s.has_noun_capital(end) && phrase::starts(s, end);
    let of = s.adposition(end, &[Adposition::Of]).is_some();
    let inside = s.adposition(end, &[Adposition::In]).is_some_and(|next| s.is(next, Class::Noun));
    noun || of || inside || !s.profile.capital_nouns && s.is(end, Class::Noun) && phrase::starts(s, end)
}

/// Whether a length of time is counted from another time: "later", "ago", "after the war".
fn counts_from(s: &Sentence<'_, '_>, end: usize) -> bool {
    if s.is_joint(end) {
        return false;
    }
    let away = s.senses_of(end, Class::Direction).any(|sense| {
        matches!(
            Direction::from_value(sense.value),
            Some(Direction::Ago | Direction::Hence | Direction::Later | Direction::Earlier)
        )
    });
    let conjunction = || {
        use crate::lexicon::class::Subordinator as S;
        s.senses_of(end, Class::Subordinator)
            .any(|sense| matches!(S::from_value(sense.value), Some(S::After | S::Before | S::Since)))
    };
    away || s.adposition(end, &[Adposition::Before, Adposition::After, Adposition::Since]).is_some() || conjunction()
}
