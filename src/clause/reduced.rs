//! Which participles are verbs of their own, as in English: "…, killing 12 people", "shirts sold for £25".

use std::ops::Range;

use super::constituent::is_time;
use crate::lexicon::class::{Adposition, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::{genitive, is_preposition, noun_phrase, prepositional_phrase};
use crate::reading::verb::{between, takes_object};
use crate::text::{Shape, TokenKind};

/// "*Speaking* in Bern, she …", "*Praised* by some, the mayor …": a participle that opens a sentence, in a stretch of its own.
pub(super) fn opens(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let form = |class| analysis.has_form(at, class, Form::GERUND);
    let gerund = (form(Class::Verb) || form(Class::Auxiliary)) && !analysis.is_any(at, groups::NOUN.with(groups::LINK));
    gerund && goes_on(analysis, at + 1) || is_passive(analysis, at)
}

/// Whether a participle is a verb of its own: a gerund or the participle of a passive behind a comma, a noun, a preposition
/// or "and".
pub(super) fn begins(analysis: &Analysis<'_, '_>, at: usize, leads: bool) -> bool {
    const CLOSED: ClassSet = groups::LINK.with(groups::OPENER).with(groups::MODIFIER).or(&[Class::Direction]);
    if at == 0 || analysis.shape(at) != Shape::Lower || analysis.is_any(at, CLOSED) && absolute(analysis, at).is_none()
    {
        return false;
    }
    // "committed to gradually | opening its banks"
    let adverb = analysis.has_form(at, Class::Verb, Form::GERUND) && at > 1 && between(analysis, at - 1);
    let before = at - 1 - usize::from(adverb && is_preposition(analysis, at - 2));
    let behind_comma = leads && is_comma(analysis, before);
    let behind_noun = || is_noun(analysis, before);
    let gerund = analysis.has_form(at, Class::Verb, Form::GERUND);
    // "in the quarter ending | June 30": a part of the time.
    let dated = || {
        let when = at + 1 + usize::from(is_preposition(analysis, at + 1));
        let day = when + usize::from(analysis.kind(when) == TokenKind::Number);
        analysis.is(before, Class::TimeUnit) && analysis.is_any(day, groups::CALENDAR)
    };
    if gerund && dated() {
        return false;
    }
    if gerund && absolute(analysis, at).is_some() {
        return true;
    }
    if gerund || analysis.has_form(at, Class::Auxiliary, Form::GERUND) {
        // "making up | about 10 percent"
        let governs = governs(analysis, analysis.behind(at, Class::Verb));
        let noun = analysis.is_any(at, groups::NOUN.or(&[Class::Conversion]));
        // "after | being captured in Leeds", "before | moving to Leeds"
        let leads = || is_preposition(analysis, before) && !analysis.is_adposition(before, Adposition::As);
        let suffers = || !gerund && analysis.has_form(at + 1, Class::Verb, Form::PARTICIPLE) && leads();
        let when = || {
            let when = analysis.is_any_adposition(before, &[Adposition::After, Adposition::Before]);
            gerund && !noun && when && is_preposition(analysis, at + 1)
        };
        return suffers()
            || when()
            || governs && (behind_comma || behind_noun() || links(analysis, before))
            || !noun && behind_comma && goes_on(analysis, at + 1);
    }
    (behind_comma || behind_noun()) && is_passive(analysis, at)
}

/// ", with *shares in Siemens* | falling 3%": the subject that a gerund has of its own between "with" behind a comma and itself.
pub(super) fn absolute(analysis: &Analysis<'_, '_>, at: usize) -> Option<Range<usize>> {
    /// How far before it "with" may stand.
    const FAR: usize = 8;
    if !analysis.has_form(at, Class::Verb, Form::GERUND) || !goes_on(analysis, at + 1) {
        return None;
    }
    let begins =
        |with: &usize| analysis.is_adposition(*with, Adposition::With) && *with > 0 && is_comma(analysis, with - 1);
    let start = (at.saturating_sub(FAR)..at).rev().find(begins)? + 1;
    let mut end = noun_phrase(analysis, start, at)?;
    while end < at {
        end = prepositional_phrase(analysis, end, at)?;
    }
    Some(start..at)
}

/// A participle that is no active verb: before a preposition, of a verb that somebody does to something.
pub(super) fn is_passive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    is_preposition(analysis, at + 1) && may_be_passive(analysis, at)
}

/// "The law | passed last year | bans it": a participle that may be none of an active verb, before a time.
pub(super) fn is_passive_of_time(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at + 1, Class::Deictic) && analysis.is(at + 2, Class::TimeUnit) && may_be_passive(analysis, at)
}

/// A participle of a verb that somebody does to something.
fn may_be_passive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::MODIFIER.with(groups::AUXILIARY);
    // "the injured", but "Man | injured in Leeds"
    let noun = analysis.is_any(at, groups::NOUN) && !at.checked_sub(1).is_some_and(|before| is_noun(analysis, before));
    let acts = |sense: &Sense| {
        matches!(
            analysis.verb_kind(*sense),
            None | Some(
                VerbKind::Alone | VerbKind::Placed | VerbKind::Up | VerbKind::Down | VerbKind::Occur | VerbKind::Amount
            )
        )
    };
    // "…, compared with 12 in May"
    let preposition = || analysis.senses_of(at, Class::Adposition).any(|sense| sense.length > 1);
    analysis.has_form(at, Class::Verb, Form::PARTICIPLE)
        && !noun
        && !preposition()
        && !analysis.is_any(at, OTHER)
        && !analysis.senses_of(at, Class::Verb).any(acts)
}

/// "The girl *found* in the river was", "the man *accused* of killing two men pleaded": a participle behind a noun, from which
/// a phrase with a preposition leads to the next verb, so that nothing is left for the subject of what it might govern.
pub(super) fn is_reduced(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> bool {
    /// How many phrases with a preposition may stand between.
    const MOST: usize = 3;
    let start = first + 2;
    let participle = analysis.has_form(first, Class::Verb, Form::PARTICIPLE) && is_preposition(analysis, first + 1);
    if start >= second || !participle || !is_noun(analysis, first - 1) || means_to_say(analysis, first) {
        return false;
    }
    let gerund = analysis.has_form(start, Class::Verb, Form::GERUND);
    let phrase = if gerund {
        Some(noun_phrase(analysis, start + 1, second).unwrap_or(start + 1))
    } else {
        prepositional_phrase(analysis, first + 1, second).filter(|end| start < *end && !is_time(analysis, start..*end))
    };
    // "accused of stealing cars | in Leeds | was"
    let further = |end: &usize| prepositional_phrase(analysis, *end, second);
    let ends = phrase.map(|end| genitive(analysis, end, second).unwrap_or(end));
    let end = ends.and_then(|end| std::iter::successors(Some(end), further).take(MOST).last());
    end.is_some_and(|end| (end..second).all(|at| between(analysis, at)))
}

/// Whether a verb takes no noun for its object: "said".
pub(super) fn means_to_say(analysis: &Analysis<'_, '_>, verb: usize) -> bool {
    const SAY: &[&str] = &["insist", "say", "think"];
    let says = |sense: &Sense| sense.length == 1 && analysis.means(*sense, SAY);
    analysis.senses_of(verb, Class::Verb).any(says)
}

/// Whether what a verb is done to follows: "killing | 12 people", "reaching | 80 mph", "joining | Chelsea".
fn governs(analysis: &Analysis<'_, '_>, next: usize) -> bool {
    let named = analysis.kind(next) == TokenKind::Word && analysis.shape(next) != Shape::Lower;
    let symbol = matches!(analysis.kind(next), TokenKind::Symbol | TokenKind::Number);
    takes_object(analysis, next) || named || symbol
}

/// Whether more follows than the end of a list's member.
fn goes_on(analysis: &Analysis<'_, '_>, next: usize) -> bool {
    matches!(analysis.kind(next), TokenKind::Word | TokenKind::Number) && !analysis.is(next, Class::Coordinator)
}

pub(super) fn is_comma(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    matches!(analysis.kind(at), TokenKind::Dash) || analysis.word(at) == ","
}

/// A preposition or "and".
fn links(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_any(at, groups::LINK) && !analysis.is(at, Class::Article)
}

/// A noun or a name that ends a phrase.
pub(super) fn is_noun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::CLOSED.with(groups::MODIFIER).with(groups::DETERMINER);
    analysis.kind(at) == TokenKind::Word
        && !analysis.is_any(at, OTHER)
        && (analysis.shape(at) != Shape::Lower || analysis.is_any(at, groups::NOUN.or(&[Class::Conversion])))
}

/// "attacked the plans | saying they cost too much", "by | saying": a participle of saying that is no part of a tense ("is
/// saying").
pub(crate) fn says_on(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_PARTICIPLE: ClassSet = groups::NOUN.or(&[Class::Adjective]);
    const LEADS: &[Adposition] = &[Adposition::After, Adposition::As, Adposition::By];
    const BEFORE: ClassSet = groups::LINK.with(groups::AUXILIARY).with(groups::MODIFIER).with(groups::DETERMINER);
    let gerund = |sense: &Sense| {
        sense.form.has(Form::GERUND)
            && !sense.form.has(Form::CLAUSAL)
            && analysis.verb_kind(*sense) == Some(VerbKind::Say)
    };
    let before = at.wrapping_sub(1);
    analysis.shape(at) == Shape::Lower
        && !analysis.is_any(at, NO_PARTICIPLE)
        && analysis.senses_of(at, Class::Verb).any(gerund)
        && analysis.kind(before) == TokenKind::Word
        && (analysis.is_any(before, groups::NOUN)
            || analysis.is_any_adposition(before, LEADS)
            || !analysis.is_any(before, BEFORE))
        && !analysis.is(at + 1, Class::Adposition)
}
