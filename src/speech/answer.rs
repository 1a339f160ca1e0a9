//! What somebody else says to what was just said: "…, was die Firma bestreitet", "…, which the firm denies".
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use super::Pieces;
use super::context::Context;
use super::cue::{Cue, Read};
use crate::clause::can_speak;
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;

rules! {
    reads: Read;

    /// A last clause that tells who confirms, denies or rejects what stands before it: they say something to that, and it is
    /// no part of what the first speaker says.
    pub(super) ANSWER = "speech.answer" {
        pattern: "statement, comma, which | something, speaker, confirm | deny | reject",
        precedence: 10,
        read: answer,
        fires: [
            De "Die Gewerkschaft sagt, [die Firma kürze die Löhne](content), was [ein Sprecher](speaker) [bestreitet](cue).",
            En "The union says [the firm is cutting pay](content), which [a spokesman](speaker) [denies](cue).",
            En "The union says [the firm is cutting pay](content), something [a spokesman](speaker) [denies](cue).",
        ],
        silent: [
            De "Ein Sprecher bestreitet, was in der Zeitung stand.",
            En "A spokesman denies what the newspaper printed.",
        ],
    }
}

/// Where the last clause of a sentence begins that answers what a clause before it says; with its comma.
pub(super) fn place(cx: &Context<'_, '_, '_>, first: usize) -> Option<usize> {
    const ANSWERS: &[&str] = &["confirm", "deny", "reject"];
    const POINTS: ClassSet = ClassSet::of(&[Class::Interrogative, Class::Pronoun, Class::RelativePronoun]);
    let sentence = cx.clauses[first].sentence;
    let last = cx.clauses_of(sentence).end - 1;
    let clause = cx.clauses.get(last).filter(|_| last > first)?;
    let comma = clause.before().filter(|comma| cx.analysis.word(*comma) == ",")?;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive && !verb.negated)?;
    let answers = verb.means(cx.analysis, ANSWERS);
    let subject = clause.subject.as_ref().filter(|subject| subject.start > comma + 1)?;
    // "Teheran" stands for who rules there.
    let who = can_speak(cx.analysis, subject) || cx.mention_at(subject.start).is_some();
    let points = cx.analysis.is_any(comma + 1, POINTS);
    let ends = clause.extent().end + 1 >= cx.tokens_of(sentence).end;
    (answers && points && who && ends).then_some(comma)
}

fn answer(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let before = cue.found.drafts.last()?;
    let first = cue.cx.clauses.at(before.extent().start)?;
    let comma = place(cue.cx, first)?;
    (comma == before.extent().end && comma + 1 == cue.clause.extent().start).then(|| before.content.clone())
}
