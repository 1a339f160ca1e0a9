//! Facts without a figure: a named subject that does or plans something.

use super::choice::{Choice, Rules, note};
use super::context::Context;
use super::memo::Memo;
use super::{modality, negation, object, place, source, subject, time};
use crate::answer::{Fact, FactKind};
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::class::VerbKind;
use crate::rule::rules;

rules! {
    reads: fn();

    /// What somebody or something named does or suffers: a clause without a figure whose verb the dictionaries know. Verbs
    /// of saying make statements instead.
    CLAUSE = "event.clause" {
        pattern: "clause with a named subject and a verb, without figures",
        fires: [
            De "[Europol](subject) [veröffentlichte](predicate) einen Bericht.",
            En "[Europol](subject) [published](predicate) a report.",
        ],
        silent: [
            De "Die Behörde veröffentlichte einen Bericht.",
            De "Europol sagte, der Bericht sei gut.",
            En "The agency published a report.",
            En "Europol said the report was good.",
        ],
    }

    /// What somebody named plans: the event is what the infinitive says that a verb of planning governs.
    PLANNED = "event.planned" {
        pattern: "clause with a named subject and a verb of planning + infinitive clause",
        fires: [
            De "[Europol](subject) plant, mit Firmen [zusammenzuarbeiten](predicate).",
            En "[Europol](subject) planned, together with Bern, to [cooperate](predicate) with firms.",
        ],
        silent: [
            De "Europol plant eine Zusammenarbeit mit Firmen.",
            En "Europol plans a report with firms.",
        ],
    }
}

/// Adds an event for each clause whose subject is a named entity, whose verb the dictionaries know, and of which no figure
/// tells more than a noun. Verbs of saying make statements, not events.
pub(super) fn add<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, facts: &mut Vec<Fact<'t>>) {
    let mut counted = vec![false; context.clauses.len()];
    for predicate in facts.iter().filter_map(|fact| fact.predicate.as_ref()?.spans.first()) {
        let clause = context.clauses.at(context.analysis.token_at(predicate.start));
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
    if verb.sense.is_none() || context.says(verb) || clause.kind == ClauseKind::Infinitive {
        return None;
    }
    let subject = subject::of_clause(context, memo, at);
    subject.value.as_ref()?.entity?;
    // "plant, mit Firmen zusammenzuarbeiten": what is planned is the event.
    let plans = context.verb_kind(verb) == Some(VerbKind::Plan);
    let planned = if plans { planned(context, clause, at + 1) } else { None };
    let (rule, said) = planned.map_or((&CLAUSE, clause), |planned| (&PLANNED, planned));
    let predicate = said.verb.as_ref().unwrap_or(verb);
    let finite = verb.finite..verb.finite + 1;
    let anchor = analysis.span(finite.clone());
    let statement = context.statement_of(anchor);
    let mut rules: Rules = [rule].into();
    note(&mut rules, statement.and_then(|id| context.statement(id)).map(|statement| statement.rule));
    let subject = subject.fill(&mut rules);
    let object =
        subject.as_ref().map_or(Choice::OPEN, |subject| object::of_event(context, said, subject.span)).fill(&mut rules);
    let time = time::of(context, at, anchor).fill(&mut rules);
    note(&mut rules, time.as_ref().and_then(|time| context.rule_of(time.from)));
    let place = place::in_clause(context, memo, at, &finite).fill(&mut rules);
    let source = source::of(context, statement).fill(&mut rules);
    let modality = modality::of(context, Some(at), statement, time.as_ref(), &mut rules);
    Some(Fact {
        key: String::new(),
        kind: FactKind::Event,
        gloss: String::new(),
        subject,
        predicate: context.predicate(predicate),
        object,
        figure: None,
        time,
        place,
        source,
        change: None,
        negated: negation::of_clause(clause).fill(&mut rules).is_some(),
        modality,
        sentence: clause.sentence as u32,
        span: analysis.span(clause.extent()),
        rules,
        confidence: 0.6,
    })
}

/// The infinitive clause right behind a clause.
fn planned<'c>(context: &Context<'c, '_, '_>, clause: &Clause, next: usize) -> Option<&'c Clause> {
    context
        .clauses
        .get(next)
        .filter(|next| next.kind == ClauseKind::Infinitive && next.sentence == clause.sentence)
        .filter(|next| next.verb.as_ref().is_some_and(|verb| verb.sense.is_some()))
}
