//! A figure put into its clause.

use std::ops::Range;

use super::context::Context;
use super::memo::Memo;
use super::role::{self, Reach, Role};
use super::{modality, place, subject, time};
use crate::answer::{Fact, FactKind, FigureId, FigureKind, Phrase, Source, Span, Statement, StatementId};
use crate::clause::{Clause, ClauseKind, VerbGroup, noun_phrase};
use crate::lexicon::Class;
use crate::reading::Analysis;
use crate::text::TokenKind;

/// The fact of one figure.
pub(super) fn of_figure<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, at: usize) -> Fact<'t> {
    let analysis = context.analysis;
    let figure = &context.answer.figures[at];
    let tokens = analysis.tokens_of(figure.span);
    let sentence = analysis.sentence_of(tokens.start);
    let Role { clause, reach } = role::of(context, figure, &tokens);
    let said = clause.filter(|_| reach == Reach::Clause);
    let around = clause.filter(|_| reach != Reach::Noun);
    let clause = clause.and_then(|at| context.clauses.get(at));
    let verb = clause.filter(|_| said.is_some()).and_then(|clause| clause.verb.as_ref());
    let counted = figure.of.as_ref().map(|of| of.span);
    let statement = context.statement_of(figure.span);
    let time = around.and_then(|at| time::of(context, at, figure.span));
    let extent = clause.map_or(tokens.clone(), Clause::extent);
    let rules = match statement.and_then(|id| context.statement(id)) {
        Some(statement) => [figure.rule, statement.rule].into(),
        None => [figure.rule].into(),
    };
    Fact {
        key: String::new(),
        kind: kind(figure.kind),
        gloss: String::new(),
        subject: said.and_then(|at| subject::of(context, memo, at, figure, &tokens)),
        predicate: verb.map(|verb| context.predicate(verb)),
        object: said.and_then(|_| object(analysis, &tokens, counted, &extent)),
        figure: Some(FigureId(at as u32)),
        place: around.and_then(|at| place::of(context, memo, at, figure, &tokens)),
        source: context.source(statement),
        change: None,
        negated: verb.is_some_and(|verb| verb.negated)
            && clause.is_some_and(|clause| !is_outside_negation(analysis, clause, &tokens)),
        modality: modality::of(context, said, statement, time.as_ref()),
        time,
        sentence: sentence as u32,
        span: analysis.span(extent),
        confidence: confidence(verb.is_some(), figure.of.is_some()),
        rules,
    }
}

/// "Mit 83 Punkten ist Turin nicht zu verdrängen": what stands in a prepositional phrase before the verb is not denied.
fn is_outside_negation(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> bool {
    let first = clause.extent().start;
    clause.verb.as_ref().is_some_and(|verb| tokens.start < verb.finite)
        && clause.kind == ClauseKind::Main
        && analysis.is(first, Class::Adposition)
}

impl<'t> Context<'_, '_, 't> {
    /// The dictionary's kind of the verb: `say`, `up`, `plan`, …
    pub(super) fn verb_kind(&self, verb: Option<&VerbGroup>) -> &str {
        verb.and_then(|verb| verb.sense).map_or("", |sense| self.analysis.entry(sense).tag)
    }

    pub(super) fn statement(&self, id: StatementId) -> Option<&Statement<'t>> {
        self.answer.statements.get(id.0 as usize)
    }

    /// Who says it.
    pub(super) fn source(&self, statement: Option<StatementId>) -> Option<Source<'t>> {
        let id = statement?;
        let speaker = self.statement(id)?.speaker.as_ref()?;
        let entity = speaker.entity.or_else(|| self.antecedents.of(self.analysis.tokens_of(speaker.span)));
        Some(Source { text: speaker.text.clone(), entity, statement: id })
    }
}

/// The figure with its noun and what hangs on it: "37 Berichte über Websites".
fn object<'t>(
    analysis: &Analysis<'_, 't>,
    figure: &Range<usize>,
    counted: Option<Span>,
    clause: &Range<usize>,
) -> Option<Phrase<'t>> {
    let counted = analysis.tokens_of(counted?);
    if counted.is_empty() || counted.start >= clause.end || counted.end <= clause.start {
        return None;
    }
    let start = figure.start.min(counted.start);
    let mut end = figure.end.max(counted.end);
    // One prepositional phrase behind the noun belongs to it.
    if let Some(further) = crate::clause::prepositional_phrase(analysis, end, clause.end) {
        end = further;
    } else if analysis.is(end, Class::Article) {
        end = noun_phrase(analysis, end, clause.end).unwrap_or(end);
    }
    while end > start + 1 && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    {
        end -= 1;
    }
    let span = analysis.span(start..end);
    Some(Phrase { span, text: span.of(analysis.text).into() })
}

fn kind(kind: FigureKind) -> FactKind {
    match kind {
        FigureKind::Count => FactKind::Count,
        FigureKind::Money => FactKind::Money,
        FigureKind::Percent => FactKind::Percent,
        FigureKind::Measure => FactKind::Measure,
        FigureKind::Duration => FactKind::Duration,
        FigureKind::Age => FactKind::Age,
        FigureKind::Score => FactKind::Score,
        FigureKind::Fraction => FactKind::Fraction,
        FigureKind::OrdinalRank => FactKind::OrdinalRank,
    }
}

fn confidence(verb: bool, counted: bool) -> f32 {
    match (verb, counted) {
        (true, true) => 0.9,
        (true, false) | (false, true) => 0.75,
        (false, false) => 0.5,
    }
}
