//! Who says what: quotations and reported speech, with speaker, medium and cue.
//!
//! One pass over the sentences. Quotations come first ([`direct`]), then what a verb of saying governs ([`indirect`]), then
//! what a source phrase covers ([`attribution`]); a sentence with none of these may go on with the statement before it
//! ([`continued`]). A statement within another one is not listed apart.

mod attribution;
mod content;
mod context;
mod continued;
mod direct;
mod indirect;
mod quote;
mod speaker;

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use crate::answer::Rule;
use crate::answer::{List, Mention, Phrase, Predicate, Span, Statement, StatementStyle};
use crate::clause::Clauses;
use crate::lexicon::Sense;
use crate::reading::Analysis;
use crate::rule::Construction;
use crate::text::TokenKind;
use context::Context;

/// The rules of each file.
const RULES: &[&[Construction<fn()>]] =
    &[attribution::RULES, content::RULES, continued::RULES, direct::RULES, indirect::RULES];

/// The rules that statements come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten().map(|construction| construction.rule)
}

/// The stretches of tokens that say one thing: most are one, and those around a cue two.
type Pieces = SmallVec<[Range<usize>; 2]>;

/// A statement in tokens.
#[derive(Clone, Debug)]
struct Draft {
    style: StatementStyle,
    content: Pieces,
    speaker: Option<Range<usize>>,
    /// What the speaker's pronoun stands for, where the grammar says it.
    stands_for: Option<Range<usize>>,
    medium: Option<Range<usize>>,
    cue: SmallVec<[usize; 4]>,
    verb: Option<Sense>,
    rule: &'static Rule,
}

impl Draft {
    fn new(style: StatementStyle, content: Range<usize>, rule: &'static Rule) -> Draft {
        Draft {
            style,
            content: smallvec![content],
            speaker: None,
            stands_for: None,
            medium: None,
            cue: SmallVec::new(),
            verb: None,
            rule,
        }
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
    /// Clauses whose verb introduces a quotation already.
    used: Vec<bool>,
}

/// Finds the statements of a document. Linear in its tokens.
pub(crate) fn find<'t>(
    analysis: &Analysis<'_, 't>,
    clauses: Clauses<'_>,
    mentions: &[Mention<'t>],
) -> Vec<Statement<'t>> {
    let cx = Context::new(analysis, clauses);
    let mut found = Found { drafts: Vec::with_capacity(analysis.sentences.len()), used: vec![false; clauses.len()] };
    let mut quotes = 0..cx.quotes.len();
    let mut last = continued::Last::default();
    for sentence in 0..analysis.sentences.len() {
        let tokens = cx.tokens_of(sentence);
        let before = found.drafts.len();
        while quotes.start < quotes.end && cx.quotes[quotes.start].outer.start < tokens.end {
            direct::quotation(&cx, quotes.start, &last, &mut found);
            quotes.start += 1;
        }
        attribution::sentence(&cx, sentence, &mut found);
        indirect::sentence(&cx, sentence, &mut found);
        if found.drafts.len() == before {
            continued::sentence(&cx, sentence, &last, &mut found);
        }
        last.update(&cx, sentence, &found, before);
    }
    found.drafts.sort_by_key(|draft| (draft.extent().start, draft.extent().end));
    let mut statements = Vec::with_capacity(found.drafts.len());
    statements.extend(found.drafts.iter().filter_map(|draft| statement(&cx, draft, mentions)));
    statements
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
    let cue = (!draft.cue.is_empty()).then(|| {
        let spans = draft.cue.iter().map(|token| analysis.span(*token..token + 1)).collect();
        let text = analysis.joined(&draft.cue);
        Predicate {
            spans,
            lemma: draft.verb.map_or_else(|| text.clone(), |sense| analysis.lemma(sense)),
            concept: draft.verb.and_then(|sense| analysis.id(sense)),
            text,
        }
    });
    Some(Statement {
        style: if mixed { StatementStyle::Mixed } else { draft.style },
        speaker: draft.speaker.clone().map(|tokens| {
            let named = draft.stands_for.clone().unwrap_or_else(|| tokens.clone());
            speaker::reference(cx, tokens, named, mentions)
        }),
        medium: draft.medium.clone().map(|tokens| {
            let span = analysis.span(tokens);
            Phrase { span, text: span.of(analysis.text).into() }
        }),
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
