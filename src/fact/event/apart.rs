//! Clauses that tell no event: what is asked, imagined or likened to something, what a statement tells, and what only looks like a clause.

use std::ops::Range;

use super::subject::has_own_subject;
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup, is_thing, noun_phrase};
use crate::fact::context::Context;
use crate::fact::negation;
use crate::lexicon::class::{Adposition, Approx, Indefinite, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::verb::{begins_object, between, infinitive_mark};
use crate::text::{Shape, TokenKind};

/// Whether a clause tells no event.
pub(super) fn is_apart(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    // "won 12 seats, the Liberals nine": the figure tells it.
    clause.is_gapped() && has_figure(context, clause)
        || is_clitic(analysis, clause, verb)
        || asks(context, clause, verb)
        || is_imagined(analysis, clause, verb)
        || leads_on(context, at, clause, verb)
        || governs(analysis, clause, verb)
        || negation::denies_content(context, clause)
        || few_say(context, verb)
        || all_but_happens(analysis, clause, verb)
        || is_participle(context, at, clause, verb)
        || !tells(analysis, clause)
}

/// Whether a figure stands in a clause.
fn has_figure(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let span = context.analysis.span(clause.extent());
    let figures = &context.answer.figures;
    let first = figures.partition_point(|figure| figure.span.end <= span.start);
    figures.get(first).is_some_and(|figure| figure.span.overlaps(span))
}

/// "The firm nearly lost it", "has almost lost it": what did not come to pass.
fn all_but_happens(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    const OTHER: ClassSet = groups::DETERMINER.or(&[Class::Adposition, Class::Quantifier, Class::Adjective]);
    let nearly = |at: usize| {
        let about = |sense: &Sense| sense.value == Approx::About as u32 && sense.length == 1;
        analysis.senses_of(at, Class::Approx).any(about)
            && analysis.shape(at) == Shape::Lower
            && !analysis.is_any(at, OTHER)
    };
    let full = || verb.sense.is_some() && analysis.is(verb.head, Class::Verb);
    let before = verb.head.checked_sub(1).filter(|before| analysis.is(*before, Class::Approx));
    before.is_some_and(nearly) && full() && !analysis.profile(clause.sentence).verb_final
}

/// "Few believe | the bank will survive": what hardly anybody says.
fn few_say(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let statement = context.statement_of(analysis.span(verb.finite..verb.finite + 1));
    let speaker = statement.and_then(|id| context.statement(id)?.speaker.as_ref());
    speaker.is_some_and(|speaker| {
        let first = analysis.token_at(speaker.span.start);
        let few = |sense: &Sense| sense.value == Indefinite::Few as u32 && sense.length == 1;
        analysis.is(first, Class::Quantifier) && analysis.senses_of(first, Class::Indefinite).any(few)
    })
}

/// "said higher costs in May would hurt it": where no comma parts a clause, one that was not found.
fn governs(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    const GOVERNS: &[&str] = &["believe", "say", "think"];
    let parted = analysis.profile(clause.sentence).verb_final;
    !parted && !verb.passive && verb.means(analysis, GOVERNS)
}

/// Whether a clause tells that something is so: neither an infinitive nor a question, alone or within another clause ("ob
/// er kommt", "how many people came"), nor what something is likened to ("als käme er", "as if he came").
fn tells(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    if analysis.is_question(clause.sentence) {
        return false;
    }
    match clause.kind {
        ClauseKind::Infinitive | ClauseKind::Subordinate(Subordinator::Whether | Subordinator::AsIf) => false,
        ClauseKind::Subordinate(Subordinator::How) => {
            // "und | in | welcher Stadt"
            let asks = |at: &usize| analysis.is(*at, Class::Interrogative);
            let joins = |at: usize| analysis.is(at, Class::Coordinator) && analysis.shape(at) == Shape::Lower;
            let leads = |at: &usize| analysis.is(*at, Class::Adposition) || joins(*at);
            let first = clause.extent().start;
            // "wie sie es kauften | und verkauften"
            !clause.coordinate && !(first..first + 3).find(|at| asks(at) || !leads(at)).is_some_and(|at| asks(&at))
        }
        _ => true,
    }
}

/// "Erzielen die Mittel Wirkung": a sentence that begins with its verb asks, commands or lacks its subject, where a
/// statement has the verb second.
fn asks(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let first = clause.extent().start;
    let asked = analysis.profile(clause.sentence).verb_final && clause.kind == ClauseKind::Main;
    asked && verb.finite == first && analysis.begins_sentence(first)
}

/// "a way of winning", "without paying": behind a preposition a gerund need not have been, but "by paying", "after paying".
fn is_imagined(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    const TOLD: &[Adposition] = &[Adposition::By, Adposition::After, Adposition::Since, Adposition::Before];
    let before = verb.finite.wrapping_sub(1);
    // "for | allegedly faking it"
    let before = before - usize::from(clause.kind == ClauseKind::Participle && between(analysis, before)).min(before);
    clause.kind == ClauseKind::Participle
        && analysis.is(before, Class::Adposition)
        && !analysis.is_any_adposition(before, TOLD)
}

/// "after failing | to take a test": what a participle right before an infinitive says is told with that.
fn leads_on(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let next = context.clauses.get(at + 1).filter(|next| next.kind == ClauseKind::Infinitive);
    clause.kind == ClauseKind::Participle && next.is_some_and(|next| next.extent().start == verb.end())
        || clause.kind == ClauseKind::Participle
            && infinitive_mark(context.analysis, verb.end())
            && context.analysis.has_form(verb.end() + 1, Class::Verb, Form::INFINITIVE)
}

/// "McAllister's film": a clitic is a verb behind a pronoun only.
fn is_clitic(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let clitics = analysis.profile(clause.sentence).clitics;
    verb.tokens.len() == 1
        && clitics.iter().any(|clitic| clitic.eq_ignore_ascii_case(analysis.word(verb.finite)))
        && !analysis.is_any(verb.finite.wrapping_sub(1), groups::PRONOMINAL)
}

/// "will run it, but based on taxes": behind a plan, a form that is also a participle, without a subject of its own, is
/// one.
fn is_participle(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    /// How many clauses on each side are looked at.
    const NEAR: usize = 4;
    let before = || at.checked_sub(1).and_then(|at| context.clauses.get(at)?.verb.as_ref());
    let participle = || context.analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE);
    // "the vote, expected to fall in May, decides"
    let free = context.analysis.profile(clause.sentence).verb_final;
    const MARKS: &[TokenKind] = &[TokenKind::Separator, TokenKind::Dash];
    let begins = || {
        let piece = clause.piece_of(verb.finite).filter(|piece| piece.start == verb.finite);
        piece.is_some_and(|piece| MARKS.contains(&context.analysis.kind(piece.start.wrapping_sub(1))))
    };
    // "The firm, a maker of tyres, sent a letter", "The fire, which broke out on Friday, caused serious damage": before its
    // object it is a past tense.
    let described = |at: usize| {
        let limit = clause.piece_of(at).map_or(at, |piece| piece.end);
        context.analysis.is(at, Class::Adjective)
            && noun_phrase(context.analysis, at, limit).is_some_and(|end| is_thing(context.analysis, at..end))
    };
    // "closed shops, sold | land | and cut jobs"
    let listed = |first: usize| {
        let limit = clause.piece_of(first).map_or(first, |piece| piece.end);
        let next = context.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence && next.coordinate);
        next.is_some_and(|next| !has_own_subject(next))
            && clause.begins_with_verb()
            && context.analysis.shape(first) == Shape::Lower
            && noun_phrase(context.analysis, first, limit)
                .is_some_and(|end| end == limit && is_thing(context.analysis, first..end))
    };
    let object = || {
        let behind = verb.finite + 1;
        begins_object(context.analysis, behind) || described(behind) || listed(behind)
    };
    // "Emma Hardy, the deputy mayor, stayed away": behind an apposition the only verb of its sentence.
    let only = || {
        let other = |other: usize| {
            let other = context.clauses.get(other).filter(|other| other.sentence == clause.sentence);
            other.is_some_and(|other| other.kind == ClauseKind::Main && other.verb.is_some())
        };
        let comma = |at: usize| context.analysis.word(at) == ",";
        let behind = |subject: &Range<usize>| comma(subject.end) && subject.end + 1 < verb.finite;
        clause.subject.as_ref().is_some_and(behind)
            && comma(verb.finite - 1)
            && !(at.saturating_sub(NEAR)..=at + NEAR).any(|near| near != at && other(near))
    };
    !free
        && !clause.coordinate
        && clause.kind != ClauseKind::Participle
        && begins()
        && participle()
        && !object()
        && !only()
        || clause.coordinate
            && verb.tokens.len() == 1
            && !has_own_subject(clause)
            && participle()
            && before().is_some_and(|before| before.tense == Tense::Future || before.modal.is_some())
}

/// Whether a verb has a clause for its content: of saying ("told the paper that …"), or without an object before it ("hielt
/// fest, dass …").
pub(super) fn has_content(context: &Context<'_, '_, '_>, clause: &Clause, next: usize) -> bool {
    let next = context.clauses.get(next).filter(|next| next.sentence == clause.sentence);
    let (Some(verb), Some(next)) = (clause.verb.as_ref(), next) else {
        return false;
    };
    match next.kind {
        // "expects him to stay", "wants him to stay": whom the infinitive is about is no object.
        ClauseKind::Infinitive => {
            context.verb_kind(verb) == Some(VerbKind::Think) || verb.means(context.analysis, &["want"])
        }
        ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether) => {
            context.says(verb) || verb.end() + 1 == next.extent().start
        }
        // "was asked if he knew"
        ClauseKind::Subordinate(Subordinator::If) => {
            verb.passive && context.says(verb) && verb.end() == next.extent().start
        }
        // "demonstrated what they knew"
        ClauseKind::Subordinate(Subordinator::How) => (verb.end()..=verb.end() + 1).contains(&next.extent().start),
        _ => false,
    }
}
