//! Reported speech behind a participle: "…, saying that …", "…, adding that …".
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::content::content_end;
use super::context::Context;
use super::cue::FAR;
use super::indirect::is_demand;
use super::{Draft, Found, Speaker, speaker};
use crate::answer::StatementStyle;
use crate::clause::{ClauseKind, VerbGroup, can_speak, says_on};
use crate::lexicon::class::{Adposition, Subordinator, VerbKind};
use crate::lexicon::{Class, Form, Sense};
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A clause behind a participle of saying, which stands behind a comma or a noun. Its speaker is the noun phrase that
    /// "with" leads, else the nearest subject before it that can speak.
    pub(super) PARTICIPLE_CUE = "speech.participle-cue" {
        pattern: "speaker … [comma] | with, speaker; saying | adding | warning [that] clause",
        languages: [En],
        read: behind_participle,
        fires: [
            En "[The minister](speaker) attacked the plans [saying](cue) [they cost too much](content).",
            En "Sales rose, with [the firm](speaker) [claiming](cue) [it was the best year ever](content).",
            En "[The minister](speaker) left the hall, [saying](cue) [that the number was rising](content).",
            En "[The minister](speaker) defended the plan, [adding](cue) [that it would save millions](content).",
        ],
        silent: [
            En "The minister left the hall, ignoring that the number was rising.",
            En "The minister left the hall, saying nothing.",
            En "The minister left the hall without saying that the number was rising.",
        ],
    }
}

/// How a rule reads a participle.
pub(super) type Read = fn(&Context<'_, '_, '_>, usize, &Range<usize>) -> Option<Draft>;

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// Finds what the participles of a sentence report.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    let lang = cx.analysis.lang(sentence);
    let tokens = cx.tokens_of(sentence);
    let mut tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang)).peekable();
    if tried.peek().is_none() {
        return;
    }
    for clause in cx.clauses_of(sentence) {
        let start = cx.clauses[clause].extent().start;
        // The participle begins the clause or stands before it, with a word of its own perhaps: "pointing out that".
        let places = start.saturating_sub(2).max(tokens.start + 1)..=start;
        let apart = |at: &usize| {
            let separated = cx.analysis.kind(at - 1) == TokenKind::Separator || says_on(cx.analysis, *at);
            separated && !cx.is_quoted(*at)
        };
        for at in places.filter(apart) {
            let draft = || tried.clone().find_map(|tried| tried.read?(cx, at, &tokens));
            if !found.covers(at)
                && let Some(draft) = draft()
            {
                found.add(draft);
                break;
            }
        }
    }
}

fn behind_participle(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    let verb = participle(cx, at)?;
    let start = at + usize::from(verb.length);
    let first = cx.clauses.at(start)?;
    let content = &cx.clauses[first];
    let main = matches!(content.kind, ClauseKind::Main | ClauseKind::Subordinate(Subordinator::That));
    let behind = content.extent().start >= at && content.verb.as_ref().is_some_and(|verb| verb.finite > at);
    // "saying the actor's name", "writing the script but is keeping it"
    let own = |verb: &VerbGroup| {
        let coordinate = cx.analysis.is(verb.finite - 1, Class::Coordinator);
        let subject = start < verb.finite && !coordinate;
        let that = cx.analysis.is(start, Class::Subordinator) || content.kind != ClauseKind::Main;
        (subject || that) && !(verb.finite - 1..=verb.finite).any(|sign| cx.analysis.is_possessive(sign, start))
    };
    let says = content.verb.as_ref().is_some_and(own) && !is_demand(cx, verb);
    if !main || !behind || !says || content.extent().start >= sentence.end {
        return None;
    }
    let (who, speaker) = teller(cx, at, first, sentence)?;
    let words = start..content_end(cx, who, first, sentence);
    let mut draft = Draft::new(StatementStyle::Indirect, smallvec![words], &PARTICIPLE_CUE);
    draft.speaker = Some(speaker);
    draft.cue = (at..start).collect();
    draft.verb = Some(verb);
    Some(draft)
}

/// The participle of a verb of saying.
fn participle(cx: &Context<'_, '_, '_>, at: usize) -> Option<Sense> {
    let mut senses = cx.analysis.senses_of(at, Class::Verb).copied();
    senses.find(|sense| sense.form.has(Form::GERUND) && cx.analysis.verb_kind(*sense) == Some(VerbKind::Say))
}

/// What a participle before a quotation tells of it: its verb and who says it.
pub(super) fn before_quotation(cx: &Context<'_, '_, '_>, at: usize) -> Option<(Sense, Speaker)> {
    let verb = participle(cx, at).filter(|verb| verb.length == 1)?;
    let separated = at.checked_sub(1).is_some_and(|before| cx.analysis.kind(before) == TokenKind::Separator);
    let sentence = cx.tokens_of(cx.analysis.sentence_of(at));
    let own = cx.clauses.at(at).filter(|_| separated || says_on(cx.analysis, at))?;
    Some((verb, teller(cx, at, own + 1, &sentence)?.1))
}

/// Whom a participle belongs to, with the clause that names them; of the clauses before a place.
fn teller(cx: &Context<'_, '_, '_>, at: usize, first: usize, sentence: &Range<usize>) -> Option<(usize, Speaker)> {
    let analysis = cx.analysis;
    if let Some(speaker) = led_by_with(cx, at, sentence) {
        return Some((first, speaker));
    }
    let separated = analysis.kind(at - 1) == TokenKind::Separator;
    let named = (cx.clauses_of(analysis.sentence_of(at)).start..first).rev().take(FAR).find(|clause| {
        let clause = &cx.clauses[*clause];
        let subject = clause.subject.as_ref().filter(|subject| subject.end < at);
        // "said that 58 people died, noting that": who says the one says the other.
        let content = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Subordinate(Subordinator::That));
        !(content && separated) && subject.is_some_and(|subject| can_speak(analysis, subject))
    })?;
    let clause = &cx.clauses[named];
    // "was dropped after saying …"
    let suffers = || clause.subject.clone().map(|subject| Speaker::new(subject, &speaker::SUBJECT));
    let quoted = speaker::quoted_as(cx, clause, at);
    Some((named, quoted.or_else(|| speaker::of_clause(cx, clause)).or_else(suffers)?))
}

/// "with | the label | saying …": who speaks stands between.
fn led_by_with(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Speaker> {
    /// How many tokens a speaker may have.
    const LONGEST: usize = 10;
    let from = at.saturating_sub(LONGEST).max(sentence.start);
    let with = (from..at).rev().find(|with| cx.analysis.is_adposition(*with, Adposition::With))?;
    let phrase = with + 1..at;
    (speaker::phrase(cx, phrase.start, at) == Some(at)).then(|| Speaker::new(phrase, &speaker::WITH))
}
