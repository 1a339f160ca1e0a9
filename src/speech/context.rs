//! What the rules of speech look things up in, made once for a document.

use std::ops::Range;

use super::quote::{self, Quote};
use crate::answer::Mention;
use crate::clause::{Clause, ClauseKind, Clauses};
use crate::lang::Lang;
use crate::lexicon::Class;
use crate::lexicon::class::{Medium, VerbKind};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// A token outside of every quotation.
const NONE: u32 = u32::MAX;

/// How many marks in a row are skipped: more than stand between the words of any text, and a bound for rows of them.
const MARKS: usize = 64;

pub(super) struct Context<'c, 'a, 't> {
    pub analysis: &'c Analysis<'a, 't>,
    pub clauses: Clauses<'c>,
    /// What the document names, in order.
    pub mentions: &'c [Mention<'t>],
    pub quotes: Vec<Quote>,
    /// For each token its quotation, marks included.
    quoted: Vec<u32>,
    /// For each sentence where its clauses begin; one more at the end.
    first: Vec<usize>,
    /// The finite verbs, in order.
    verbs: Vec<usize>,
}

impl<'c, 'a, 't> Context<'c, 'a, 't> {
    pub(super) fn new(analysis: &'c Analysis<'a, 't>, clauses: Clauses<'c>, mentions: &'c [Mention<'t>]) -> Self {
        let quotes = quote::pair(analysis);
        let mut quoted = vec![NONE; analysis.tokens.len()];
        for (at, quote) in quotes.iter().enumerate() {
            quoted.get_mut(quote.outer.clone()).unwrap_or_default().fill(at as u32);
        }
        let mut first = Vec::with_capacity(analysis.sentences.len() + 1);
        let mut at = 0;
        for sentence in 0..=analysis.sentences.len() {
            while clauses.get(at).is_some_and(|clause| clause.sentence < sentence) {
                at += 1;
            }
            first.push(at);
        }
        let mut verbs = Vec::with_capacity(clauses.len());
        let finite = clauses.iter().filter(|clause| clause.kind != ClauseKind::Infinitive);
        verbs.extend(finite.filter_map(|clause| clause.verb.as_ref().map(|verb| verb.finite)));
        verbs.sort_unstable();
        Context { analysis, clauses, mentions, quotes, quoted, first, verbs }
    }

    /// The clauses of a sentence, as places in `clauses`.
    pub(super) fn clauses_of(&self, sentence: usize) -> Range<usize> {
        match (self.first.get(sentence), self.first.get(sentence + 1)) {
            (Some(from), Some(to)) => *from..*to,
            _ => 0..0,
        }
    }

    /// The tokens of a sentence.
    pub(super) fn tokens_of(&self, sentence: usize) -> Range<usize> {
        self.analysis
            .sentences
            .get(sentence)
            .map_or(0..0, |sentence| sentence.tokens.start as usize..sentence.tokens.end as usize)
    }

    /// Whether two sentences stand in one paragraph.
    pub(super) fn same_paragraph(&self, first: usize, second: usize) -> bool {
        let of = |at: usize| self.analysis.sentences.get(at).map(|sentence| sentence.paragraph);
        of(first).is_some() && of(first) == of(second)
    }

    /// Whether a sentence is a paragraph of its own.
    pub(super) fn stands_alone(&self, sentence: usize) -> bool {
        let paragraph = |at: usize| self.analysis.sentences.get(at).map(|sentence| sentence.paragraph);
        let own = paragraph(sentence);
        paragraph(sentence + 1) != own && sentence.checked_sub(1).and_then(paragraph) != own
    }

    /// What the document names at a token.
    pub(super) fn mention_at(&self, token: usize) -> Option<&'c Mention<'t>> {
        let start = self.analysis.span(token..token + 1).start;
        let at = self.mentions.partition_point(|mention| mention.span.end <= start);
        self.mentions.get(at).filter(|mention| mention.span.start <= start)
    }

    /// The quotation that holds a token.
    pub(super) fn quote_at(&self, token: usize) -> Option<usize> {
        self.quoted.get(token).copied().filter(|at| *at != NONE).map(|at| at as usize)
    }

    pub(super) fn is_quoted(&self, token: usize) -> bool {
        self.quote_at(token).is_some()
    }

    /// Whether a finite verb stands in a range of tokens.
    pub(super) fn has_verb(&self, tokens: &Range<usize>) -> bool {
        let at = self.verbs.partition_point(|verb| *verb < tokens.start);
        self.verbs.get(at).is_some_and(|verb| *verb < tokens.end)
    }

    /// Whether a quotation can be somebody's words: it holds a verb, or a sentence's end.
    pub(super) fn is_speech(&self, quote: &Quote) -> bool {
        self.has_verb(&quote.inner) || self.ends_sentence(quote) && quote.inner.len() > 2
    }

    /// Whether a quotation ends with the mark of a sentence's end.
    pub(super) fn ends_sentence(&self, quote: &Quote) -> bool {
        self.analysis.kind(quote.inner.end.wrapping_sub(1)) == TokenKind::Terminal
    }

    /// Whether a quotation is the name of a newspaper, a ship, a work: all its longer words have capitals, and of several the
    /// first.
    pub(super) fn is_title(&self, quote: &Quote) -> bool {
        if quote.inner.len() > 1 && self.analysis.shape(quote.inner.start) == Shape::Lower {
            return false;
        }
        let mut words = quote.inner.clone().take(8).filter(|token| self.analysis.kind(*token) == TokenKind::Word);
        !words.any(|token| {
            self.analysis.shape(token) == Shape::Lower
                && (self.analysis.is(token, Class::Adjective)
                    || self.analysis.is(token, Class::Verb)
                    || self.analysis.word(token).len() > 5)
        })
    }

    /// The kind of a clause's verb, if it can introduce what somebody says, thinks or finds.
    pub(super) fn kind(&self, clause: usize) -> Option<VerbKind> {
        let verb = self.clauses.get(clause)?.verb.as_ref().filter(|verb| verb.says(self.analysis))?;
        verb.kind(self.analysis)
    }

    /// The kind of text or utterance that a noun names.
    pub(super) fn medium(&self, token: usize) -> Option<Medium> {
        self.analysis.sense(token, Class::Medium).and_then(|sense| Medium::from_value(sense.value))
    }

    /// The language of a token's sentence.
    pub(super) fn lang(&self, token: usize) -> Option<Lang> {
        self.analysis.lang(self.analysis.sentence_of(token))
    }

    /// Whether what is reported has a mood of its own in a clause's language.
    pub(super) fn has_reported_mood(&self, clause: &Clause) -> bool {
        self.analysis.profile(clause.sentence).reported_mood
    }

    /// Skips separators and dashes from a token on.
    pub(super) fn skip_separators(&self, token: usize, end: usize) -> usize {
        self.skip(token, end, |kind| matches!(kind, TokenKind::Separator | TokenKind::Dash))
    }

    /// Skips quotation marks and separators from a token on.
    pub(super) fn skip_marks(&self, token: usize, end: usize) -> usize {
        self.skip(token, end, |kind| matches!(kind, TokenKind::Quote | TokenKind::Separator | TokenKind::Dash))
    }

    /// The first token from one on that is no such mark, or the end.
    fn skip(&self, token: usize, end: usize, is_mark: impl Fn(TokenKind) -> bool) -> usize {
        let stop = end.min(token + MARKS);
        (token..stop).find(|at| !is_mark(self.analysis.kind(*at))).unwrap_or(stop.max(token))
    }
}
