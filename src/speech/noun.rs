//! What a noun for a thought or claim governs.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::content::{content_end, in_mood};
use super::context::Context;
use super::{Draft, Speaker, speaker};
use crate::answer::StatementStyle;
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Medium, Subordinator};
use crate::reading::phrase::phrase_ending;
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A clause that a conjunction for "that" opens behind a noun for a thought or claim and its genitive. The speaker is
    /// whom the noun belongs to, else the subject of its clause.
    pub(super) NOUN_THAT = "speech.noun-that" {
        pattern: "noun for a thought or claim [of noun phrase] that, clause",
        read: that,
        fires: [
            De "[Die Forscher](speaker) kamen zu dem [Ergebnis](cue), [dass die Zahl steigt](content).",
            En "[The researchers](speaker) came to the [conclusion](cue) [that the number is rising](content).",
        ],
        silent: [
            De "Die Forscher kamen zu dem Ergebnis, das die Zahl nahelegt.",
            En "The researchers came to the village that the number had risen in.",
        ],
    }

    /// A main clause in the mood of reported speech behind a noun for a thought or claim and a comma.
    pub(super) NOUN_CLAUSE = "speech.noun-clause" {
        pattern: "noun for a thought or claim, comma, main clause in the mood of reported speech",
        languages: [De],
        read: clause,
        fires: [De "[Die Forscher](speaker) verfolgen die [These](cue), [die Zahl könnte noch steigen](content)."],
        silent: [De "Die Forscher verfolgen die These, die Zahl stieg gestern weiter."],
    }

    /// An infinitive with "zu" behind a noun for a thought or claim and a comma.
    pub(super) NOUN_INFINITIVE = "speech.noun-infinitive" {
        pattern: "noun for a thought or claim, comma, infinitive with \"zu\"",
        languages: [De],
        read: infinitive,
        fires: [De "Die [Ankündigung](cue) [der Firma](speaker), [die Löhne zu erhöhen](content), stieß auf Kritik."],
        silent: [
            De "Sie hatte die Möglichkeit, die Löhne zu erhöhen.",
            De "Die Forderung der Liga, die Löhne zu erhöhen, stieß auf Kritik.",
        ],
    }
}

/// Whether a clause is what the noun before it says.
pub(super) type Read = fn(&Context<'_, '_, '_>, &Clause) -> bool;

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// "kamen zu dem Ergebnis, dass …", "die Forderung der Liga, … zu …" / "reached the conclusion that …".
pub(super) fn claim(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    const BACK: usize = 8;
    let clause = &cx.clauses[at];
    let next = (at + 1 < cx.clauses_of(clause.sentence).end).then_some(at + 1)?;
    let content = &cx.clauses[next];
    let lang = cx.analysis.lang(clause.sentence);
    let reads = |tried: &Construction<Read>| tried.read.is_some_and(|read| read(cx, content));
    let tried = TRIED.iter().find(|tried| tried.rule.languages.hold_in(lang) && reads(tried))?;
    let start = content.extent().start;
    let mut end = if is_separated(cx, content) { start - 1 } else { start };
    if !clause.holds(end.checked_sub(1)?) {
        return None;
    }
    // "wies den Vorwurf | zurück, …", "die These | vertreten, …": the rest of the verb stands between.
    let verb = clause.verb.as_ref().map_or(&[][..], |verb| &verb.tokens[..]);
    while end > sentence.start + 1 && verb.contains(&(end - 1)) && clause.holds(end - 1) {
        end -= 1;
    }
    let from = end.saturating_sub(BACK).max(sentence.start);
    let noun = (from..end).rev().find(|noun| {
        matches!(cx.medium(*noun), Some(Medium::Claim | Medium::Statement))
            && (*noun + 1 == end || owner(cx, *noun, end).is_some())
    })?;
    let words = smallvec![start..content_end(cx, at, next, sentence)];
    let mut draft = Draft::new(StatementStyle::Indirect, words, tried.rule);
    let subject = clause.subject.clone().filter(|subject| !subject.contains(&noun));
    let owner = owner(cx, noun, end).or_else(|| possessor(cx, noun, sentence));
    let owner = owner.map(|owner| Speaker::new(owner, &speaker::OWNER));
    draft.speaker =
        owner.or(subject.filter(|_| !is_cause(cx, noun, from)).and_then(|_| speaker::of_clause(cx, clause)));
    draft.cue = smallvec![noun];
    Some(draft)
}

fn is_separated(cx: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    cx.analysis.kind(clause.extent().start.wrapping_sub(1)) == TokenKind::Separator
}

fn that(_: &Context<'_, '_, '_>, content: &Clause) -> bool {
    content.kind == ClauseKind::Subordinate(Subordinator::That)
}

fn clause(cx: &Context<'_, '_, '_>, content: &Clause) -> bool {
    let coordinate = cx.analysis.is(content.extent().start, Class::Coordinator);
    content.kind == ClauseKind::Main && in_mood(content) && !coordinate && is_separated(cx, content)
}

fn infinitive(cx: &Context<'_, '_, '_>, content: &Clause) -> bool {
    content.kind == ClauseKind::Infinitive && is_separated(cx, content)
}

/// "rose amid | speculation that …", "was hit by | claims that …": what stands around or behind what happens, its subject
/// does not say.
fn is_cause(cx: &Context<'_, '_, '_>, noun: usize, from: usize) -> bool {
    const CAUSES: &[Adposition] = &[
        Adposition::After,
        Adposition::Among,
        Adposition::Because,
        Adposition::Despite,
        Adposition::During,
        Adposition::Under,
    ];
    let start = phrase_ending(cx.analysis, from..noun + 1, |_| true).map_or(noun, |phrase| phrase.start);
    let before = start.wrapping_sub(1);
    let by = cx.analysis.is_adposition(before, Adposition::By) && !cx.analysis.is_adposition(before, Adposition::From);
    by || cx.analysis.is_any_adposition(before, CAUSES)
}

/// Whose claim it is: "die Forderung der Liga", "the belief of many".
fn owner(cx: &Context<'_, '_, '_>, noun: usize, end: usize) -> Option<Range<usize>> {
    let start = if speaker::is_of(cx, noun + 1) { noun + 2 } else { noun + 1 };
    (speaker::opens_genitive(cx, noun + 1) && speaker::phrase(cx, start, end) == Some(end)).then_some(start..end)
}

/// "the union's claim that …": who stands before the noun with the sign of a possessor.
fn possessor(cx: &Context<'_, '_, '_>, noun: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    /// How many adjectives may stand between.
    const NEAR: usize = 3;
    let from = noun.saturating_sub(NEAR).max(sentence.start);
    let sign = (from..noun).rev().find(|sign| cx.analysis.is_possessive(*sign, sentence.start))?;
    phrase_ending(cx.analysis, sentence.start..sign, |_| true)
}
