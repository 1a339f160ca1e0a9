//! Where one clause ends and the next begins.

use std::ops::Range;

use super::verb::Finite;
use super::{Clause, ClauseKind};
use crate::analysis::Analysis;
use crate::lexicon::class::{Adposition, Coordinator, Subordinator};
use crate::lexicon::{Class, Form};
use crate::text::{Shape, TokenKind};

/// A stretch between two marks, with what it holds.
struct Segment {
    tokens: Range<usize>,
    opener: Option<ClauseKind>,
    finite: Finite,
    infinitive: bool,
    /// Its last words are a finite verb.
    verb_last: bool,
    /// Stands in brackets.
    aside: bool,
    /// Only a quotation mark stands before it.
    after_quote: bool,
}

/// Cuts a sentence into clauses and appends them.
///
/// First at commas, dashes, colons, brackets and quotation marks; then at conjunctions between two finite verbs. A
/// stretch without a verb joins the clause it interrupts or continues: "Die Polizei, die …, sucht" is one clause around
/// another.
pub(super) fn split(analysis: &Analysis<'_, '_>, finite: &[Finite], sentence: usize, clauses: &mut Vec<Clause>) {
    let range = &analysis.sentences[sentence].tokens;
    let range = range.start as usize..range.end as usize;
    let verb_final = analysis.profile(sentence).verb_final;
    let first = clauses.len();
    // The main clause that a later stretch may continue, and whether it has its verb.
    let mut main: Option<(usize, bool)> = None;
    // Subordinate clauses that wait for their verb, innermost last.
    let mut waiting: Vec<usize> = Vec::new();
    for segment in segments(analysis, finite, range.clone()) {
        let verbless = segment.finite == Finite::No && !segment.infinitive;
        let piece = segment.tokens.clone();
        // "dass die Behörde, die tagte, den Rat …": after a relative clause an article is hardly a pronoun.
        let article = segment.opener == Some(ClauseKind::Relative) && analysis.is(piece.start, Class::Article);
        if article
            && !verbless
            && analysis.shape(piece.start + 1) != Shape::Lower
            && let Some(at) = waiting.pop_if(|at| *at + 1 < clauses.len())
        {
            clauses[at].pieces.push(piece);
            continue;
        }
        if segment.opener.is_none() && !segment.infinitive && !segment.aside {
            // "dass die Behörde, …, 37 Berichte erhalten habe"
            if let Some(at) = waiting.last().copied().filter(|_| verbless || segment.verb_last) {
                clauses[at].pieces.push(piece);
                // What may be a participle only does not end the wait: "40 km von hier entfernt".
                if segment.finite == Finite::Yes {
                    waiting.pop();
                }
                continue;
            }
            // "wird als „…“ bezeichnet": a participle behind a quotation belongs to the verb before it.
            let participle = segment.after_quote && segment.finite == Finite::Perhaps && verb_final;
            if let Some((at, has_verb)) = main.filter(|(_, has_verb)| verbless || participle || !has_verb) {
                clauses[at].pieces.push(piece);
                main = Some((at, has_verb || !verbless));
                continue;
            }
        }
        if segment.opener.is_none() && verbless && clauses.len() > first {
            let last = clauses.len() - 1;
            clauses[last].pieces.push(piece);
            continue;
        }
        let kind = match segment.opener {
            Some(kind) => kind,
            None if segment.infinitive => ClauseKind::Infinitive,
            None => ClauseKind::Main,
        };
        if kind == ClauseKind::Main && !segment.aside {
            main = Some((clauses.len(), !verbless));
            waiting.clear();
        }
        if segment.opener.is_some() && verbless {
            waiting.push(clauses.len());
        }
        clauses.push(Clause { sentence, pieces: vec![piece], kind, verb: None, subject: None });
    }
}

fn segments(analysis: &Analysis<'_, '_>, finite: &[Finite], sentence: Range<usize>) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = sentence.start;
    let mut depth = 0usize;
    for token in sentence.clone() {
        let kind = analysis.kind(token);
        let mark = match kind {
            TokenKind::Separator | TokenKind::Dash | TokenKind::Quote => true,
            TokenKind::Open | TokenKind::Close => true,
            _ => false,
        };
        if !mark {
            continue;
        }
        push(analysis, finite, start..token, sentence.start, depth > 0, &mut segments);
        match kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        start = token + 1;
    }
    push(analysis, finite, start..sentence.end, sentence.start, depth > 0, &mut segments);
    segments
}

/// Adds a stretch between marks, cut further where it holds several finite verbs.
fn push(analysis: &Analysis<'_, '_>, finite: &[Finite], tokens: Range<usize>, start: usize, aside: bool, segments: &mut Vec<Segment>) {
    if tokens.is_empty() {
        return;
    }
    let mut from = tokens.start;
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    let mut verb: Option<usize> = None;
    for token in tokens.clone() {
        // A German participle or infinitive belongs to the finite verb; an English past tense may look like one.
        let enough = if verb_final { Finite::Yes } else { Finite::Perhaps };
        if finite[token] < enough {
            continue;
        }
        if let Some(last) = verb
            && let Some(cut) = cut_between(analysis, last, token, verb_final)
        {
            segments.push(segment(analysis, finite, from..cut, start, aside));
            from = cut;
        }
        verb = Some(token);
    }
    segments.push(segment(analysis, finite, from..tokens.end, start, aside));
}

/// Where a clause begins between two finite verbs that no mark separates: at a conjunction, or, in English, right
/// behind a verb of saying ("said it had").
fn cut_between(analysis: &Analysis<'_, '_>, first: usize, second: usize, verb_final: bool) -> Option<usize> {
    let opens = |token: usize| {
        analysis.is(token, Class::Subordinator) || !verb_final && analysis.is(token, Class::RelativePronoun)
    };
    let between = first + 1..second;
    if let Some(at) = between.clone().find(|token| opens(*token)) {
        return Some(at);
    }
    if let Some(at) = between.clone().rev().find(|token| joins_clauses(analysis, *token)) {
        return Some(at);
    }
    let says = analysis
        .senses(first)
        .iter()
        .any(|sense| sense.class == Class::Verb && matches!(analysis.entry(*sense).tag, "say" | "think" | "find" | "plan"));
    (says && !verb_final && second > first + 1).then_some(first + 1)
}

/// "und", "oder", "aber": not "noch" or "als", which join smaller things.
fn joins_clauses(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is(token, Class::Coordinator)
        && analysis.senses(token).iter().any(|sense| {
            sense.class == Class::Coordinator
                && matches!(Coordinator::from_value(sense.value), Some(Coordinator::And | Coordinator::Or | Coordinator::But | Coordinator::For))
        })
        && !analysis.is(token, Class::Subordinator)
}

fn segment(analysis: &Analysis<'_, '_>, finite: &[Finite], tokens: Range<usize>, start: usize, aside: bool) -> Segment {
    let best = tokens.clone().map(|token| finite[token]).max().unwrap_or(Finite::No);
    let opener = opener(analysis, finite, tokens.clone(), start);
    // A participle before "zu" looks like a finite verb: "beteiligt gewesen zu sein".
    let infinitive = best != Finite::Yes && opens_infinitive(analysis, tokens.clone());
    let verb_last = best != Finite::No && ends_in_verb(analysis, finite, &tokens);
    let after_quote = tokens.start > start && analysis.kind(tokens.start - 1) == TokenKind::Quote;
    // A conjunction whose verb does not stand here waits for it; other openers need it to be sure.
    let waits = match opener {
        Some(ClauseKind::Subordinate(kind)) => waits_for_verb(analysis, &tokens, kind),
        _ => false,
    };
    Segment { opener: opener.filter(|_| best != Finite::No || waits), tokens, finite: best, infinitive, verb_last, aside, after_quote }
}

/// Whether a conjunction alone says that a clause begins: "dass die Behörde, …"; not "seit Montag", "wie erwartet".
fn waits_for_verb(analysis: &Analysis<'_, '_>, tokens: &Range<usize>, kind: Subordinator) -> bool {
    const AMBIGUOUS: crate::lexicon::ClassSet =
        crate::lexicon::ClassSet::of(&[Class::Adposition, Class::Adverb, Class::Interrogative, Class::Coordinator]);
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    verb_final
        && tokens.len() > 1
        && !matches!(kind, Subordinator::As | Subordinator::How)
        && !analysis.is_any(tokens.start, AMBIGUOUS)
}

/// The kind of clause that the first words open. A preposition may stand before a relative pronoun ("in dem").
fn opener(analysis: &Analysis<'_, '_>, finite: &[Finite], tokens: Range<usize>, sentence_start: usize) -> Option<ClauseKind> {
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    let mut at = tokens.start;
    // "und weil"; but "wie" alone, which also joins nouns, opens its own clause.
    if analysis.is(at, Class::Coordinator) && !analysis.is(at, Class::Subordinator) && at + 1 < tokens.end {
        at += 1;
    }
    let mut subordinator = analysis.sense(at, Class::Subordinator);
    // "nur weil", "just as"
    if subordinator.is_none() && analysis.is(at, Class::Adverb) && at + 1 < tokens.end {
        subordinator = analysis.sense(at + 1, Class::Subordinator);
    }
    if let Some(kind) = subordinator.and_then(|sense| Subordinator::from_value(sense.value)) {
        let preposition = analysis.is(at, Class::Adposition) || analysis.is(at, Class::Adverb);
        // "That is 37 more", ", that is,": a pronoun where its verb follows and nothing governs it.
        let governed = tokens.start > sentence_start && analysis.kind(tokens.start - 1) == TokenKind::Word;
        let pronoun = kind == Subordinator::That
            && !verb_final
            && !governed
            && finite.get(at + 1).is_some_and(|finite| *finite == Finite::Yes);
        if pronoun {
            return None;
        }
        // "seit Montag" and "wie erwartet" open no clause; one that does ends in its verb.
        if !preposition || !verb_final || ends_in_verb(analysis, finite, &tokens) {
            return Some(ClauseKind::Subordinate(kind));
        }
    }
    if tokens.start == sentence_start && verb_final {
        return None;
    }
    let pronoun = if analysis.is(at, Class::Adposition) { at + 1 } else { at };
    let relative = analysis.is(pronoun, Class::RelativePronoun) && pronoun < tokens.end;
    let noun_clause = analysis.is(pronoun, Class::Interrogative) && pronoun < tokens.end;
    if relative && (!verb_final || ends_in_verb(analysis, finite, &tokens)) {
        return Some(ClauseKind::Relative);
    }
    (noun_clause && verb_final && ends_in_verb(analysis, finite, &tokens))
        .then_some(ClauseKind::Subordinate(Subordinator::How))
}

/// Whether the last words are a finite verb, as in German subordinate clauses. A surer one before them speaks against it:
/// "die Werte würden nicht überschritten".
fn ends_in_verb(analysis: &Analysis<'_, '_>, finite: &[Finite], tokens: &Range<usize>) -> bool {
    let surest = tokens.clone().map(|token| finite[token]).max().unwrap_or(Finite::No);
    surest != Finite::No
        && tokens
            .clone()
            .rev()
            .filter(|token| analysis.kind(*token) == TokenKind::Word)
            .take(2)
            .any(|token| finite[token] == surest)
}

/// "um … zu bekämpfen", "to fight …": an infinitive with its mark.
fn opens_infinitive(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let mark = |token: usize| {
        analysis
            .senses(token)
            .iter()
            .any(|sense| sense.class == Class::Adposition && sense.value == Adposition::To as u32)
    };
    let infinitive = |token: usize, form: Form| {
        analysis.shape(token) == Shape::Lower
            && analysis.senses(token).iter().any(|sense| {
                matches!(sense.class, Class::Verb | Class::Auxiliary | Class::Modal) && sense.form.has_any(form)
            })
    };
    tokens.clone().any(|token| {
        infinitive(token, Form::ZU_INFINITIVE)
            || token > tokens.start && mark(token - 1) && infinitive(token, Form::INFINITIVE)
    })
}
