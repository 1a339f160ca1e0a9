//! Words that only say past, present or future.

use crate::lexicon::class::{Adposition, Ref, Unit};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::Shape;

use super::found::Found;
use super::value::Value;
use crate::reading::Sentence;
use crate::rule::rules;

rules! {
    reads: super::found::Find;

    /// A word that only says past, present or future. Nouns of things ("die Vergangenheit des Hauses", "a future of plenty") and
    /// words that do something else here ("shortly after the bombings") are none.
    pub(super) REFERENCE = "time.reference" {
        pattern: "[article] word for past, present or future",
        precedence: 1,
        begins: [TimeRef],
        read: reference,
        fires: [
            De "Er lebt [jetzt](DATE PRESENT_REF) in Wien.",
            De "Das wird in [Zukunft](DATE FUTURE_REF) anders.",
            De "Die [derzeitige](DATE PRESENT_REF) Regierung bleibt.",
            En "The [current](DATE PRESENT_REF) government stays.",
            En "He [recently](DATE PAST_REF) moved to Vienna.",
        ],
        silent: [
            De "Sie kennt die Vergangenheit des Hauses.",
            De "Das war zur Zeit des Krieges so.",
            En "They hope for a future of plenty.",
            En "The current runs fast.",
        ],
    }
}

/// "jetzt", "damals", "vor kurzem", "künftig"; "now", "currently", "recently", "in the future".
///
/// Words that only colour a sentence do not count: an ambiguous one ("past", "once", "nun" as a particle) needs the
/// article of a noun.
pub(super) fn reference(s: &Sentence<'_, '_>, at: usize) -> Option<Found> {
    let sense = s.sense(at, Class::TimeRef)?;
    let end = sense.end(at);
    let value = Ref::from_value(sense.value)?;
    const OTHER: ClassSet =
        ClassSet::of(&[Class::Deictic, Class::Subordinator, Class::Multiple, Class::Adposition, Class::Direction]);
    // "the current year", "past weeks" are deictics and have been tried.
    if s.unit(end).is_some_and(|(unit, _)| unit != Unit::Moment) && s.is(at, Class::Deictic) {
        return None;
    }
    if s.is_any(at, OTHER) && sense.length == 1 && s.shape(at) != Shape::Title {
        let article = s.before(at).is_some_and(|before| s.is(before, Class::Article));
        let noun = s.adposition_before(at, &[Adposition::In, Adposition::Of, Adposition::From]).is_some() && article;
        let adjective = s.is(at, Class::Deictic) && value == Ref::Present;
        // "the current round", not "the current runs fast"
        let described =
            s.is_any(end, ClassSet::of(&[Class::Noun, Class::Adjective])) || s.is_titled_noun(end) || s.is_comma(end);
        if adjective && !described {
            return None;
        }
        if !adjective && (!noun || s.is_any(end, ClassSet::of(&[Class::Noun, Class::TimeUnit]))) {
            return None;
        }
    } else if s.is_any(at, ClassSet::of(&[Class::Subordinator, Class::Multiple, Class::Adposition]))
        && sense.length == 1
    {
        return None;
    }
    // "zur Zeit der Entstehung"
    if sense.length > 1 && s.profile.genitive_case && s.form(end, Class::Article).has(Form::POSSESSOR) {
        return None;
    }
    // "until now", "by now"
    if value == Ref::Present
        && at.checked_sub(1).is_some_and(|before| {
            before >= s.start && s.adposition(before, &[Adposition::Until, Adposition::By]).is_some()
        })
    {
        return None;
    }
    // "a future of plenty" is one of many.
    if value == Ref::Future && s.before(at).is_some_and(|before| s.is(before, Class::IndefiniteArticle)) {
        return None;
    }
    // "shortly after the bombings"; "as soon as"
    if s.is_any(end, ClassSet::of(&[Class::Adposition, Class::Subordinator]))
        && (s.is(end, Class::Direction) || s.adposition(end, &[Adposition::As]).is_some())
    {
        return None;
    }
    // Nouns: "in (der) Zukunft", "für die Zukunft", not "die Vergangenheit dokumentieren"
    let noun = s.is_titled_noun(at) && at > s.start && sense.length == 1 && !s.is(at, Class::Adjective);
    if noun
        && s.adposition_before(at, &[Adposition::In, Adposition::For, Adposition::Until]).is_none()
        && s.is_any(at - 1, groups::LINK.or(&[Class::Adjective, Class::Article, Class::Possessive]))
    {
        return None;
    }
    // "the past", "der Gegenwart", not "the current account", "der damalige Chef"
    let nominal = if s.profile.capital_nouns { s.shape(at) == Shape::Title } else { value != Ref::Present };
    let start = if nominal && !s.is(end, Class::Noun) { s.with_article(at) } else { at };
    Some(Found::new(start, end, &REFERENCE, Value::Ref(value)))
}
