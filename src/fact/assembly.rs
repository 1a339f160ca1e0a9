//! A figure put into its clause.

use std::borrow::Cow;
use std::ops::Range;

use smallvec::smallvec;

use super::memo::Memo;
use super::role::{self, Reach, Role};
use super::{modality, place, subject, time};
use crate::analysis::Analysis;
use crate::clause::{Clause, ClauseKind, Clauses, VerbGroup, noun_phrase};
use crate::document::{
    Answer, Fact, FactKind, FigureId, FigureKind, Phrase, Predicate, Reference, Source, Span, Statement, StatementId,
};
use crate::entity::Antecedents;
use crate::lexicon::Class;
use crate::lexicon::class::Auxiliary;
use crate::text::TokenKind;

/// What facts are made from, with the ways to find it.
pub(super) struct Context<'c, 'a, 't> {
    pub analysis: &'c Analysis<'a, 't>,
    pub clauses: Clauses<'c>,
    pub answer: &'c Answer<'t>,
    /// What pronouns and descriptions refer to.
    pub antecedents: Antecedents<'c, 't>,
    /// Places in `answer.statements`, by the start of a piece of content: where, one past its end, which.
    contents: Vec<(Span, u32)>,
    /// Where the speakers of statements are named, in order.
    speakers: Vec<Span>,
}

/// How many pieces of content are looked at around a place: statements nest, but not deeply.
const NESTED: usize = 8;

impl<'c, 'a, 't> Context<'c, 'a, 't> {
    pub(super) fn new(analysis: &'c Analysis<'a, 't>, clauses: Clauses<'c>, answer: &'c Answer<'t>) -> Self {
        let mut contents: Vec<(Span, u32)> = Vec::with_capacity(answer.statements.len() * 2);
        for (at, statement) in answer.statements.iter().enumerate() {
            contents.extend(statement.content.iter().map(|span| (*span, at as u32)));
        }
        contents.sort_unstable_by_key(|(span, at)| (span.start, span.end, *at));
        let mut speakers: Vec<Span> = Vec::with_capacity(answer.statements.len());
        speakers.extend(answer.statements.iter().filter_map(|statement| Some(statement.speaker.as_ref()?.span)));
        speakers.sort_unstable_by_key(|span| (span.start, span.end));
        let antecedents = Antecedents::new(analysis, &answer.mentions, &answer.entities);
        Context { analysis, clauses, answer, antecedents, contents, speakers }
    }

    /// The clause that holds a token.
    pub(super) fn clause_of(&self, token: usize) -> Option<&'c Clause> {
        self.clauses.get(self.clauses.at(token)?)
    }

    /// The innermost statement whose content holds the span.
    pub(super) fn statement_of(&self, span: Span) -> Option<StatementId> {
        let to = self.contents.partition_point(|(content, _)| content.start <= span.start);
        self.contents[..to]
            .iter()
            .rev()
            .take(NESTED)
            .filter(|(content, _)| content.contains(span))
            .min_by_key(|(content, _)| content.end - content.start)
            .map(|(_, at)| StatementId(*at))
    }

    /// Whether a span lies within the name of a speaker or right behind it.
    pub(super) fn statement_of_speaker(&self, span: Span) -> bool {
        let to = self.speakers.partition_point(|speaker| speaker.start <= span.start);
        self.speakers[..to].iter().rev().take(2).any(|speaker| speaker.contains(span) || speaker.end + 1 == span.start)
    }

    /// Whether a time stands in a span.
    pub(super) fn is_time(&self, span: Span) -> bool {
        let times = &self.answer.times;
        let from = times.partition_point(|time| time.span.end <= span.start);
        times.get(from).is_some_and(|time| time.span.overlaps(span))
    }

    /// A phrase with the entity of the first name in it.
    pub(super) fn reference(&self, tokens: Range<usize>) -> Reference<'t> {
        let span = self.analysis.span(tokens.clone());
        let mentions = &self.answer.mentions;
        let from = mentions.partition_point(|mention| mention.span.end <= span.start);
        let entity = mentions.get(from).filter(|mention| mention.span.overlaps(span)).map(|mention| mention.entity);
        Reference { span, text: span.of(self.analysis.text), entity: entity.or_else(|| self.antecedents.of(tokens)) }
    }

    /// The concept of an auxiliary that is the whole predicate: "is", "hatte".
    fn auxiliary(&self, verb: &VerbGroup) -> Option<&'static str> {
        let sense = self.analysis.sense(verb.head, Class::Auxiliary)?;
        Some(match Auxiliary::from_value(sense.value)? {
            Auxiliary::Be => "be",
            Auxiliary::Have => "have",
            Auxiliary::Become => "become",
            Auxiliary::Do => "do",
        })
    }

    /// A verb group as the contract shows it.
    pub(super) fn predicate(&self, verb: &VerbGroup) -> Predicate<'t> {
        let spans = verb.tokens.iter().map(|token| self.analysis.span(*token..*token + 1)).collect();
        Predicate {
            spans,
            text: self.analysis.joined(&verb.tokens),
            lemma: match verb.sense {
                Some(sense) => self.analysis.lemma(sense),
                None => self.analysis.word(verb.head).to_lowercase().into(),
            },
            concept: match verb.sense {
                Some(sense) => self.analysis.id(sense),
                None => self.auxiliary(verb).map(Cow::Borrowed),
            },
        }
    }
}

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
        Some(statement) => smallvec![figure.rule, statement.rule],
        None => smallvec![figure.rule],
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
        let speaker = self.statement(id)?.speaker?;
        let entity = speaker.entity.or_else(|| self.antecedents.of(self.analysis.tokens_of(speaker.span)));
        Some(Source { text: speaker.text, entity, statement: id })
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
    Some(Phrase { span, text: span.of(analysis.text) })
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
