//! Who says what: quotations and reported speech, with speaker, medium and cue.
//!
//! One pass over the sentences. Quotations come first ([`direct`]), then what a source phrase covers ([`attribution`]), then
//! what a verb, noun or participle of saying governs ([`indirect`], [`participle`]), hearsay ([`hearsay`]), then quoted words that none of these holds ([`fragment`]), then the name before a headline ([`headline`]); a sentence
//! with none of these may go on with the statement before it ([`continued`]). At each place the rules are tried in the order of their precedence, and the first that reads it
//! stays. A statement within another one is not listed apart.
#![allow(clippy::indexing_slicing, reason = "numbers of quotations come from the context's own")]

mod answer;
mod attribution;
mod content;
mod context;
mod continued;
mod cue;
mod direct;
mod fragment;
mod headline;
mod hearsay;
mod indirect;
mod noun;
mod participle;
mod quote;
mod saying;
mod speaker;
mod view;

use std::ops::Range;

use smallvec::SmallVec;

use crate::answer::Rule;
use crate::answer::{List, Mention, Outcome, Predicate, Proposal, Span, Statement, StatementStyle};
use crate::clause::Clauses;
use crate::lexicon::Sense;
use crate::reading::{Analysis, LONGEST_PHRASE};
use crate::rule::Construction;
use crate::text::TokenKind;
use context::Context;

/// The rules that statements and their speakers come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    listed(answer::RULES)
        .chain(listed(attribution::RULES))
        .chain(listed(content::RULES))
        .chain(listed(continued::RULES))
        .chain(listed(direct::RULES))
        .chain(listed(fragment::RULES))
        .chain(listed(headline::RULES))
        .chain(listed(hearsay::RULES))
        .chain(listed(indirect::RULES))
        .chain(listed(noun::RULES))
        .chain(listed(participle::RULES))
        .chain(listed(speaker::RULES))
        .chain(listed(view::RULES))
}

fn listed<F>(rules: &'static [Construction<F>]) -> impl Iterator<Item = &'static Rule> {
    rules.iter().map(|construction| construction.rule)
}

/// The stretches of tokens that say one thing: most are one, and those around a cue two.
type Pieces = SmallVec<[Range<usize>; 2]>;

/// A statement in tokens.
#[derive(Clone, Debug)]
struct Draft {
    style: StatementStyle,
    content: Pieces,
    speaker: Option<Speaker>,
    /// The subject that stands for no one in particular.
    nobody: Option<Range<usize>>,
    medium: Option<Range<usize>>,
    cue: SmallVec<[usize; 4]>,
    verb: Option<Sense>,
    /// The clause whose verb is the cue, so that it introduces nothing else.
    clause: Option<usize>,
    /// Goes on with the sentence before it, and grows with the one behind it.
    continues: bool,
    rule: &'static Rule,
}

/// Who speaks.
#[derive(Clone, Debug)]
struct Speaker {
    tokens: Range<usize>,
    /// What their pronoun stands for, where the grammar says it.
    stands_for: Option<Range<usize>>,
    /// How they were found.
    rule: &'static Rule,
}

impl Speaker {
    fn new(tokens: Range<usize>, rule: &'static Rule) -> Speaker {
        Speaker { tokens, stands_for: None, rule }
    }
}

impl Draft {
    fn new(style: StatementStyle, content: Pieces, rule: &'static Rule) -> Draft {
        Draft {
            style,
            content,
            speaker: None,
            nobody: None,
            medium: None,
            cue: SmallVec::new(),
            verb: None,
            clause: None,
            continues: false,
            rule,
        }
    }

    /// Takes along the next paragraph of a quotation, with what that one says of who speaks.
    fn go_on(&mut self, next: Draft) {
        let mut content = std::mem::take(&mut self.content);
        content.extend(next.content.iter().cloned());
        if self.cue.is_empty() {
            *self = next;
        }
        self.content = content;
    }

    /// From its first token to one past its last, without the cue.
    fn extent(&self) -> Range<usize> {
        let start = self.content.first().map_or(0, |piece| piece.start);
        start..self.content.last().map_or(start, |piece| piece.end)
    }
}

/// What the rules have found so far.
struct Found {
    drafts: Vec<Draft>,
    /// Clauses whose verb introduces a statement already.
    used: Vec<bool>,
    /// Quotations that are nobody's words, with the rule that says so.
    excluded: Vec<(Range<usize>, &'static Rule)>,
}

impl Found {
    fn add(&mut self, draft: Draft) {
        if let Some(used) = draft.clause.and_then(|clause| self.used.get_mut(clause)) {
            *used = true;
        }
        self.drafts.push(draft);
    }

    /// Whether the last statement reaches over a token.
    fn covers(&self, token: usize) -> bool {
        self.drafts.last().is_some_and(|draft| draft.extent().contains(&token))
    }
}

/// Whether a statement's content is no clause but a part of the clause of its cue.
pub(crate) fn is_view(statement: &Statement<'_>) -> bool {
    view::has(statement.rule)
}

/// Finds the statements of a document. Linear in its tokens.
pub(crate) fn find<'t>(
    analysis: &Analysis<'_, 't>,
    clauses: Clauses<'_>,
    mentions: &[Mention<'t>],
) -> Vec<Statement<'t>> {
    let cx = Context::new(analysis, clauses, mentions);
    let found = read(&cx);
    let mut statements = Vec::with_capacity(found.drafts.len());
    statements.extend(found.drafts.iter().filter_map(|draft| statement(&cx, draft, mentions)));
    statements
}

/// How each speaker was found, who is none, and which quotations are nobody's words.
pub(crate) fn explain<'t>(
    analysis: &Analysis<'_, 't>,
    clauses: Clauses<'_>,
    mentions: &[Mention<'t>],
) -> Vec<Proposal<'t>> {
    let cx = Context::new(analysis, clauses, mentions);
    let found = read(&cx);
    let proposal = |span: Span, rule, outcome| Proposal { span, text: span.of(analysis.text).into(), rule, outcome };
    let excluded = |tokens: &Range<usize>, rule| proposal(analysis.span(tokens.clone()), rule, Outcome::Excluded);
    let mut proposals: Vec<_> = found.excluded.iter().map(|(tokens, rule)| excluded(tokens, *rule)).collect();
    for draft in &found.drafts {
        let speaker = draft.speaker.as_ref().and_then(|speaker| speaker::reference(&cx, speaker, mentions));
        if let Some((reference, rule)) = speaker {
            proposals.push(proposal(reference.span, rule, Outcome::Kept));
        }
        proposals.extend(draft.nobody.iter().map(|tokens| excluded(tokens, &speaker::NOBODY)));
    }
    proposals
}

/// One pass over the sentences.
fn read(cx: &Context<'_, '_, '_>) -> Found {
    let sentences = cx.analysis.sentences.len();
    let mut found =
        Found { drafts: Vec::with_capacity(sentences), used: vec![false; cx.clauses.len()], excluded: Vec::new() };
    let mut quotes = 0..cx.quotes.len();
    let mut last = continued::Last::default();
    for sentence in 0..sentences {
        let tokens = cx.tokens_of(sentence);
        let before = found.drafts.len();
        let first = quotes.start;
        while quotes.start < quotes.end && cx.quotes[quotes.start].outer.start < tokens.end {
            direct::quotation(cx, quotes.start, &last, &mut found);
            quotes.start += 1;
        }
        attribution::sentence(cx, sentence, &mut found);
        indirect::sentence(cx, sentence, &mut found);
        participle::sentence(cx, sentence, &mut found);
        hearsay::sentence(cx, sentence, &last, before, &mut found);
        fragment::sentence(cx, first..quotes.start, before, &mut found);
        if found.drafts.len() == before {
            headline::sentence(cx, sentence, &mut found);
        }
        if found.drafts.len() == before {
            continued::sentence(cx, sentence, &last, &mut found);
        }
        if found.drafts.len() == before {
            continued::unmarked(cx, sentence, &last, &mut found);
        }
        last.update(cx, sentence, &found, before);
    }
    found.drafts.sort_by_key(|draft| (draft.extent().start, draft.extent().end));
    found
}

/// A draft as the answer has it.
fn statement<'t>(cx: &Context<'_, '_, 't>, draft: &Draft, mentions: &[Mention<'t>]) -> Option<Statement<'t>> {
    let analysis = cx.analysis;
    let content: List<Span> = draft
        .content
        .iter()
        .map(|piece| trimmed(cx, piece.clone(), draft.style))
        .filter(|piece| !piece.is_empty())
        .map(|piece| analysis.span(piece))
        .collect();
    if content.is_empty() {
        return None;
    }
    let quoted = |piece: &Range<usize>| {
        let at = cx.quotes.partition_point(|quote| quote.outer.end <= piece.start);
        cx.quotes.get(at).is_some_and(|quote| quote.outer.start < piece.end && !cx.is_title(quote))
    };
    let mixed = draft.style == StatementStyle::Indirect && draft.content.iter().any(quoted);
    let text = analysis.joined(&draft.cue);
    let cue = (1..=LONGEST_PHRASE as usize).contains(&text.len()).then(|| Predicate {
        spans: draft.cue.iter().map(|token| analysis.span(*token..token + 1)).collect(),
        lemma: draft.verb.map_or_else(|| text.clone(), |sense| analysis.lemma(sense)),
        concept: draft.verb.and_then(|sense| analysis.id(sense)),
        text,
    });
    Some(Statement {
        style: if mixed { StatementStyle::Mixed } else { draft.style },
        speaker: draft.speaker.as_ref().and_then(|speaker| Some(speaker::reference(cx, speaker, mentions)?.0)),
        medium: draft.medium.clone().and_then(|tokens| analysis.phrase(analysis.span(tokens))),
        cue,
        content,
        rule: draft.rule,
    })
}

/// Without quotation marks, separators and, where words are reported, the full stop at its ends.
fn trimmed(cx: &Context<'_, '_, '_>, mut tokens: Range<usize>, style: StatementStyle) -> Range<usize> {
    let mark = |token: usize| matches!(cx.analysis.kind(token), TokenKind::Separator | TokenKind::Dash);
    let whole = |tokens: &Range<usize>| {
        // A quotation inside keeps both its marks.
        cx.quote_at(tokens.start).is_some_and(|at| cx.quotes[at].outer == *tokens)
    };
    let outside = |token: usize| {
        cx.analysis.kind(token) == TokenKind::Quote && cx.quote_at(token).is_none_or(|at| !cx.quotes[at].balanced)
    };
    while !tokens.is_empty() && (mark(tokens.start) || outside(tokens.start)) {
        tokens.start += 1;
    }
    while !tokens.is_empty() {
        let end = tokens.end - 1;
        let stop = style != StatementStyle::Direct && cx.analysis.word(end) == ".";
        if !(mark(end) || outside(end) || stop) {
            break;
        }
        tokens.end = end;
    }
    if tokens.len() > 2 && whole(&tokens) {
        return tokens.start + 1..tokens.end - 1;
    }
    tokens
}
