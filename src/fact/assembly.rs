//! A figure put into its clause.

use std::ops::Range;

use super::{modality, place, time};
use crate::analysis::Analysis;
use crate::clause::{Clause, VerbGroup, noun_phrase};
use crate::document::{
    Answer, Fact, FactKind, FigureId, FigureKind, Modality, Phrase, Predicate, Reference, Source, Span, StatementId,
};
use crate::text::TokenKind;

/// What facts are made from, with the ways to find it.
pub(super) struct Context<'c, 'a, 't> {
    pub analysis: &'c Analysis<'a, 't>,
    pub clauses: &'c [Clause],
    pub answer: &'c Answer<'t>,
    /// Places in `answer.statements`, by the start of a piece of content: where, one past its end, which.
    contents: Vec<(Span, u32)>,
}

/// How many pieces of content are looked at around a place: statements nest, but not deeply.
const NESTED: usize = 8;

impl<'c, 'a, 't> Context<'c, 'a, 't> {
    pub(super) fn new(analysis: &'c Analysis<'a, 't>, clauses: &'c [Clause], answer: &'c Answer<'t>) -> Self {
        let mut contents: Vec<(Span, u32)> = Vec::new();
        for (at, statement) in answer.statements.iter().enumerate() {
            contents.extend(statement.content.iter().map(|span| (*span, at as u32)));
        }
        contents.sort_unstable_by_key(|(span, at)| (span.start, span.end, *at));
        Context { analysis, clauses, answer, contents }
    }

    /// The clause that holds a token.
    pub(super) fn clause_of(&self, token: usize) -> Option<&'c Clause> {
        let sentence = self.analysis.sentence_of(token);
        let from = self.clauses.partition_point(|clause| clause.sentence < sentence);
        // Clauses of a sentence stand in the order of their first tokens; the innermost is the last one before.
        let in_sentence = &self.clauses[from..];
        let to = in_sentence.partition_point(|clause| clause.sentence == sentence && clause.extent().start <= token);
        in_sentence[..to].iter().rev().take(NESTED).find(|clause| clause.holds(token))
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

    /// A phrase with the entity of the first name in it.
    pub(super) fn reference(&self, tokens: Range<usize>) -> Reference<'t> {
        let span = self.analysis.span(tokens);
        let mentions = &self.answer.mentions;
        let from = mentions.partition_point(|mention| mention.span.end <= span.start);
        let entity = mentions.get(from).filter(|mention| mention.span.overlaps(span)).map(|mention| mention.entity);
        Reference { span, text: span.of(self.analysis.text), entity }
    }

    /// A verb group as the contract shows it.
    pub(super) fn predicate(&self, verb: &VerbGroup) -> Predicate<'t> {
        let spans: Vec<Span> = verb.tokens.iter().map(|token| self.analysis.span(*token..*token + 1)).collect();
        let text = match verb.tokens.as_slice() {
            [only] => self.analysis.word(*only).into(),
            words => words.iter().map(|token| self.analysis.word(*token)).collect::<Vec<_>>().join(" ").into(),
        };
        let entry = verb.sense.map(|sense| self.analysis.entry(sense));
        Predicate {
            spans,
            text,
            lemma: entry.map_or_else(|| self.analysis.word(verb.head).to_lowercase(), |entry| entry.lemma.to_string()).into(),
            concept: entry.map(|entry| entry.id.to_string().into()),
        }
    }
}

/// The fact of one figure.
pub(super) fn of_figure<'t>(context: &Context<'_, '_, 't>, at: usize) -> Fact<'t> {
    let analysis = context.analysis;
    let figure = &context.answer.figures[at];
    let tokens = analysis.tokens_of(figure.span);
    let sentence = analysis.sentence_of(tokens.start);
    let clause = context.clause_of(tokens.start);
    let verb = clause.and_then(|clause| clause.verb.as_ref());
    let counted = figure.of.as_ref().map(|of| of.span);
    // "the 17-year-old driver": an age tells of its noun, not of what the clause says.
    let attribute = figure.kind == FigureKind::Age && !predicative(analysis, verb, &tokens);
    let subject = clause
        .and_then(|clause| clause.subject.clone())
        .filter(|_| !attribute)
        .map(|subject| context.reference(subject))
        .filter(|subject| !subject.span.overlaps(figure.span) && counted.is_none_or(|of| !subject.span.overlaps(of)));
    let statement = context.statement_of(figure.span);
    let source = statement.and_then(|id| {
        let speaker = context.answer.statements.get(id.0 as usize)?.speaker?;
        Some(Source { text: speaker.text, entity: speaker.entity, statement: id })
    });
    let fact_time = if attribute { None } else { time::of(context, clause, figure.span) };
    let extent = clause.map_or(tokens.clone(), Clause::extent);
    let mut rules = vec![figure.rule];
    if let Some(id) = statement
        && let Some(statement) = context.answer.statements.get(id.0 as usize)
    {
        rules.push(statement.rule);
    }
    let modality = if attribute && statement.is_none() {
        Modality::Asserted
    } else {
        modality::of(clause, statement.is_some(), &context.verb_kind(verb))
    };
    Fact {
        key: String::new(),
        kind: kind(figure.kind),
        gloss: String::new(),
        subject,
        predicate: verb.filter(|_| !attribute).map(|verb| context.predicate(verb)),
        object: if attribute { None } else { object(analysis, &tokens, counted, &extent) },
        figure: Some(FigureId(at as u32)),
        time: fact_time,
        place: if attribute { None } else { place::of(context, clause, &tokens) },
        source,
        change: None,
        negated: !attribute && verb.is_some_and(|verb| verb.negated),
        modality,
        sentence: sentence as u32,
        span: analysis.span(extent),
        confidence: confidence(verb.is_some(), figure.of.is_some()),
        rules,
    }
}

impl Context<'_, '_, '_> {
    /// The dictionary's kind of the verb: `say`, `up`, `plan`, …
    pub(super) fn verb_kind(&self, verb: Option<&VerbGroup>) -> String {
        verb.and_then(|verb| verb.sense).map_or_else(String::new, |sense| self.analysis.entry(sense).tag.to_string())
    }
}

/// "is 35 years old": the age is what the clause says.
fn predicative(analysis: &Analysis<'_, '_>, verb: Option<&VerbGroup>, tokens: &Range<usize>) -> bool {
    verb.is_some_and(|verb| {
        let near = tokens.start.saturating_sub(3)..tokens.end + 3;
        verb.sense.is_none_or(|sense| analysis.entry(sense).tag == "amount")
            && analysis.is(verb.finite, crate::lexicon::Class::Auxiliary)
            && near.contains(&verb.finite)
    })
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
    } else if analysis.is(end, crate::lexicon::Class::Article) {
        end = noun_phrase(analysis, end, clause.end).unwrap_or(end);
    }
    while end > start + 1 && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number | TokenKind::Symbol) {
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
