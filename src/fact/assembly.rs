//! A figure put into its clause.
#![allow(clippy::indexing_slicing, reason = "facts are made for the figures of the answer")]

use super::choice::{Choice, Rules, note};
use super::context::Context;
use super::memo::Memo;
use super::role::{self, Reach, Role};
use super::{modality, negation, object, place, source, subject, time};
use crate::answer::{Fact, FactKind, FigureId, FigureKind};
use crate::clause::Clause;
use crate::lexicon::class::VerbKind;

/// The fact of one figure.
pub(super) fn of_figure<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, at: usize) -> Fact<'t> {
    let analysis = context.analysis;
    let figure = &context.answer.figures[at];
    let tokens = analysis.tokens_of(figure.span);
    let sentence = analysis.sentence_of(tokens.start);
    let Role { clause, reach, rule } = role::of(context, figure, &tokens);
    let said = clause.filter(|_| reach == Reach::Clause);
    let around = clause.filter(|_| reach != Reach::Noun);
    let clause = clause.and_then(|at| context.clauses.get(at));
    let verb = clause.filter(|_| said.is_some()).and_then(|clause| clause.verb.as_ref());
    let extent = clause.map_or(tokens.clone(), Clause::extent);
    let statement = context.statement_of(figure.span);
    let mut rules: Rules = [figure.rule].into();
    note(&mut rules, statement.and_then(|id| context.statement(id)).map(|statement| statement.rule));
    note(&mut rules, rule);
    let aged = figure.kind == FigureKind::Age && reach == Reach::Noun;
    let described = || if aged { subject::of_age(context, figure, &tokens) } else { Choice::OPEN };
    let subject = said.map_or_else(described, |at| subject::of(context, memo, at, figure, &tokens)).fill(&mut rules);
    let told = subject.as_ref().map(|subject| subject.span);
    let object = clause
        .filter(|_| said.is_some())
        .map_or(Choice::OPEN, |clause| object::of_figure(context, clause, figure, &tokens, told))
        .fill(&mut rules);
    // "announced on Friday the sale of four ships": the time of saying is not the time of what hangs on a noun.
    let says = |at: &usize| {
        let verb = context.clauses.get(*at).and_then(|clause| clause.verb.as_ref());
        verb.is_some_and(|verb| context.verb_kind(verb) == Some(VerbKind::Say))
    };
    let timed = around.filter(|at| reach == Reach::Clause || !says(at));
    let time = timed.map_or(Choice::OPEN, |at| time::of(context, at, figure.span)).fill(&mut rules);
    note(&mut rules, time.as_ref().and_then(|time| context.rule_of(time.from)));
    let place = around.map_or(Choice::OPEN, |at| place::of(context, memo, at, figure, &tokens)).fill(&mut rules);
    let source = source::of_figure(context, statement, &tokens).fill(&mut rules);
    let modality = modality::of(context, around, statement, time.as_ref(), &mut rules);
    let denied = clause
        .filter(|_| said.is_some())
        .map_or(Choice::OPEN, |clause| negation::of_figure(context, clause, &tokens, statement));
    Fact {
        key: String::new(),
        kind: FactKind::Figure(figure.kind),
        gloss: String::new(),
        subject,
        predicate: verb.filter(|verb| !role::compares(analysis, verb)).and_then(|verb| context.predicate(verb)),
        object,
        figure: Some(FigureId(at as u32)),
        time,
        place,
        source,
        change: None,
        negated: denied.fill(&mut rules).is_some(),
        modality,
        sentence: sentence as u32,
        span: analysis.span(extent),
        confidence: 0.0,
        rules,
    }
}
