//! Facts without a figure: a named subject that does or plans something.

use super::context::Context;
use super::memo::Memo;
use super::{modality, place, time};
use crate::answer::{Fact, FactKind, Phrase, Span};
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;

rules! {
    reads: fn();

    /// TODO.
    pub(super) EVENT_CLAUSE = "event.clause" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// Adds an event for each clause whose subject is a named entity, whose verb the dictionaries know, and that has no
/// figure. Verbs of saying make statements, not events.
pub(super) fn add<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, facts: &mut Vec<Fact<'t>>) {
    let mut counted = vec![false; context.clauses.len()];
    for figure in &context.answer.figures {
        let clause = context.clauses.at(context.analysis.token_at(figure.span.start));
        if let Some(counted) = clause.and_then(|at| counted.get_mut(at)) {
            *counted = true;
        }
    }
    let without = counted.iter().enumerate().filter(|(_, counted)| !**counted);
    facts.extend(without.filter_map(|(at, _)| event(context, memo, at)));
}

fn event<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, at: usize) -> Option<Fact<'t>> {
    let analysis = context.analysis;
    let clause = context.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    let kind = context.verb_kind(Some(verb));
    // "plant, mit Firmen zusammenzuarbeiten": what is planned is the event.
    let planned = context
        .clauses
        .get(at + 1)
        .filter(|next| kind == "plan" && next.kind == ClauseKind::Infinitive && next.sentence == clause.sentence)
        .filter(|next| next.verb.as_ref().is_some_and(|verb| verb.sense.is_some()));
    let said = planned.unwrap_or(clause);
    let predicate = planned.and_then(|next| next.verb.as_ref()).unwrap_or(verb);
    if verb.sense.is_none() || matches!(kind, "say" | "think" | "find") || clause.kind == ClauseKind::Infinitive {
        return None;
    }
    let subject = memo.subject(context, at)?;
    subject.entity?;
    let span = analysis.span(clause.extent());
    let finite = verb.finite..verb.finite + 1;
    let anchor = analysis.span(finite.clone());
    let statement = context.statement_of(anchor);
    let time = time::of_clause(context, at, anchor);
    Some(Fact {
        key: String::new(),
        kind: FactKind::Event,
        gloss: String::new(),
        object: object(context, said, subject.span),
        subject: Some(subject),
        predicate: Some(context.predicate(predicate)),
        figure: None,
        modality: modality::of(context, Some(at), statement, time.as_ref()),
        time,
        place: place::in_clause(context, memo, at, &finite),
        source: context.source(statement),
        change: None,
        negated: verb.negated,
        sentence: clause.sentence as u32,
        span,
        rules: [&EVENT_CLAUSE].into(),
        confidence: 0.6,
    })
}

/// What the clause says besides subject and verb: the first noun phrase behind the finite verb.
fn object<'t>(context: &Context<'_, '_, 't>, clause: &Clause, subject: Span) -> Option<Phrase<'t>> {
    let analysis = context.analysis;
    let verb = clause.verb.as_ref()?;
    let piece = clause.piece_of(verb.finite)?;
    let mut at = if clause.kind == ClauseKind::Main { verb.finite + 1 } else { piece.start };
    while at < piece.end {
        let end = crate::clause::prepositional_phrase(analysis, at, piece.end)
            .map(|end| (end, false))
            .or_else(|| crate::clause::noun_phrase(analysis, at, piece.end).map(|end| (end, true)));
        match end {
            Some((end, true)) => {
                let span = analysis.span(at..end);
                let pronoun = end == at + 1
                    && analysis
                        .is_any(at, ClassSet::of(&[Class::Pronoun, Class::RelativePronoun, Class::Demonstrative]));
                if !pronoun && !span.overlaps(subject) && !verb.tokens.contains(&at) && !context.is_time(span) {
                    return Some(Phrase { span, text: span.of(analysis.text).into() });
                }
                at = end;
            }
            Some((end, false)) => at = end,
            None => at += 1,
        }
    }
    None
}
