//! The stretches between marks and conjunctions that clauses are made of.

use std::ops::Range;

use super::ClauseKind;
use super::finite::{Finite, infinitive_mark};
use crate::analysis::Analysis;
use crate::lexicon::class::{Adposition, Coordinator, Modal, Subordinator};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// A stretch between two marks, with what it holds.
pub(super) struct Segment {
    pub tokens: Range<usize>,
    pub opener: Option<ClauseKind>,
    pub finite: Finite,
    pub infinitive: bool,
    /// Stands in brackets.
    pub aside: bool,
    /// Stands behind a colon or semicolon.
    pub apart: bool,
    /// Ends in a verb, as German subordinate clauses do.
    pub ends_in_verb: bool,
    /// Only a quotation mark stands before it.
    pub after_quote: bool,
}

impl Segment {
    pub(super) fn is_verbless(&self) -> bool {
        self.finite == Finite::No && !self.infinitive
    }

    /// Marks a stretch whose finite verb stands in the one before.
    fn leave_out(&mut self, gap: bool) {
        if gap && self.opener.is_none() {
            self.finite = Finite::No;
            self.infinitive = false;
            self.ends_in_verb = true;
        }
    }

    /// Has its participle but no finite verb: "in Seattle 16 Menschen festgenommen".
    pub(super) fn is_complete(&self) -> bool {
        self.is_verbless() && self.ends_in_verb
    }
}

/// The stretches of a sentence in order.
pub(super) fn segments(analysis: &Analysis<'_, '_>, finite: &[Finite], sentence: Range<usize>) -> Vec<Segment> {
    let mut segments = Vec::new();
    let mut start = sentence.start;
    let mut depth = 0usize;
    let mut apart = false;
    let mut token = sentence.start;
    while token < sentence.end {
        let kind = analysis.kind(token);
        token += 1;
        if !matches!(
            kind,
            TokenKind::Separator | TokenKind::Dash | TokenKind::Quote | TokenKind::Open | TokenKind::Close
        ) {
            continue;
        }
        if kind == TokenKind::Open
            && let Some(close) = aside(analysis, finite, token, sentence.end)
        {
            token = close + 1;
            continue;
        }
        let token = token - 1;
        push(analysis, finite, start..token, &sentence, (depth > 0, apart), &mut segments);
        match kind {
            TokenKind::Open => depth += 1,
            TokenKind::Close => depth = depth.saturating_sub(1),
            _ => {}
        }
        if start < token {
            apart = false;
        }
        apart |= kind == TokenKind::Separator && matches!(analysis.word(token), ":" | ";");
        start = token + 1;
    }
    push(analysis, finite, start..sentence.end, &sentence, (depth > 0, apart), &mut segments);
    segments
}

/// The closing mark of short brackets without a verb, which do not cut their clause: "mit 2:3 (1:3) bei Arsenal".
fn aside(analysis: &Analysis<'_, '_>, finite: &[Finite], inner: usize, end: usize) -> Option<usize> {
    for (token, verdict) in finite.iter().enumerate().take(end.min(inner + 12)).skip(inner) {
        match analysis.kind(token) {
            TokenKind::Close => return (token + 1 < end).then_some(token),
            TokenKind::Word if *verdict > Finite::Guess => return None,
            TokenKind::Open | TokenKind::Quote => return None,
            _ => {}
        }
    }
    None
}

/// Adds a stretch between marks, cut further where it holds several finite verbs.
fn push(
    analysis: &Analysis<'_, '_>,
    finite: &[Finite],
    tokens: Range<usize>,
    sentence: &Range<usize>,
    (aside, mut apart): (bool, bool),
    segments: &mut Vec<Segment>,
) {
    if tokens.is_empty() {
        return;
    }
    let mut from = tokens.start;
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    let mut verb: Option<usize> = None;
    let mut gap = false;
    let mut cut_at = |from: &mut usize, cut: usize, gap: bool| {
        let mut found = segment(analysis, finite, *from..cut, sentence, aside, std::mem::take(&mut apart));
        found.leave_out(gap);
        segments.push(found);
        *from = cut;
    };
    for token in tokens.clone() {
        if !verb_final
            && verb.is_some_and(|verb| verb + 1 < token)
            && token > from
            && begins_infinitive(analysis, token)
        {
            cut_at(&mut from, token, false);
            continue;
        }
        if verb_final && verb.is_some() && gaps(analysis, finite, token, tokens.end) {
            cut_at(&mut from, token + 1, gap);
            gap = true;
            continue;
        }
        // A German participle or infinitive belongs to the finite verb; an English past tense may look like one.
        let enough = if verb_final { Finite::Yes } else { Finite::Guess };
        if finite[token] < enough {
            continue;
        }
        if let Some(last) = verb
            && let Some(cut) = cut_between(analysis, last.max(from), token, verb_final)
        {
            cut_at(&mut from, cut, gap);
            gap = false;
        }
        verb = Some(token);
    }
    let mut last = segment(analysis, finite, from..tokens.end, sentence, aside, apart);
    last.leave_out(gap);
    segments.push(last);
}

/// "will 25 Ermittler einstellen | und ein Büro eröffnen": behind its infinitive or participle a German clause goes on
/// with another one that shares the finite verb.
fn gaps(analysis: &Analysis<'_, '_>, finite: &[Finite], token: usize, end: usize) -> bool {
    let nonfinite = |token: usize| {
        finite[token] < Finite::Yes
            && analysis.shape(token) == Shape::Lower
            && !analysis.is_any(token, ClassSet::of(&[Class::Adjective, Class::Adverb, Class::Auxiliary, Class::Modal]))
            && analysis.senses(token).iter().any(|sense| {
                sense.class == Class::Verb
                    && sense.form.has_any(Form(Form::INFINITIVE.0 | Form::PARTICIPLE.0))
                    && !sense.form.has(Form::ATTRIBUTIVE)
            })
    };
    if token + 3 >= end || !analysis.is(token + 1, Class::Coordinator) || !nonfinite(token) {
        return false;
    }
    let last = (token + 2..end).rev().take(3).find(|token| analysis.kind(*token) == TokenKind::Word);
    last.is_some_and(|last| last > token + 2 && nonfinite(last)) && joins_clauses(analysis, token + 1, true)
}

/// "asks its creditors | to forgive", not "plans to cut" or "is able to cut": an infinitive behind a noun.
fn begins_infinitive(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const NOMINAL: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Role, Class::Medium, Class::Organisation, Class::Pronoun, Class::TimeUnit]);
    let before = token - 1;
    infinitive_mark(analysis, token)
        && analysis.shape(token + 1) == Shape::Lower
        && analysis
            .senses(token + 1)
            .iter()
            .any(|sense| matches!(sense.class, Class::Verb | Class::Auxiliary) && sense.form.has(Form::INFINITIVE))
        && (analysis.is_any(before, NOMINAL) || analysis.shape(before) != Shape::Lower)
        && !(analysis.is(before, Class::Verb) && analysis.is(before.wrapping_sub(1), Class::Pronoun))
}

/// Where a clause begins between two finite verbs that no mark separates: at a conjunction, or, in English, right
/// behind a verb of saying ("said it had").
fn cut_between(analysis: &Analysis<'_, '_>, first: usize, second: usize, verb_final: bool) -> Option<usize> {
    let opens = |token: usize| {
        analysis.is(token, Class::Subordinator) && !(verb_final && analysis.is(token, Class::Adposition))
            || !verb_final && analysis.is(token, Class::RelativePronoun)
    };
    let between = first + 1..second;
    if let Some(at) = between.clone().find(|token| opens(*token)) {
        return Some(at);
    }
    let joining = |surely: bool| between.clone().rev().find(|token| joins_clauses(analysis, *token, surely));
    if let Some(at) = joining(true).or_else(|| joining(false)) {
        return Some(at);
    }
    let says = analysis.senses(first).iter().any(|sense| {
        sense.class == Class::Verb && matches!(analysis.entry(*sense).tag, "say" | "think" | "find" | "plan")
    });
    (says && !verb_final && second > first + 1).then_some(first + 1)
}

/// "und", "oder", "aber": not "noch" or "als", which join smaller things.
fn joins_clauses(analysis: &Analysis<'_, '_>, token: usize, surely: bool) -> bool {
    analysis.is(token, Class::Coordinator)
        && analysis.senses(token).iter().any(|sense| {
            sense.class == Class::Coordinator
                && match Coordinator::from_value(sense.value) {
                    Some(Coordinator::And | Coordinator::Or) => true,
                    Some(Coordinator::But) => !surely,
                    Some(Coordinator::For) => !surely && !analysis.is(token, Class::Adposition),
                    _ => false,
                }
        })
        && !analysis.is(token, Class::Subordinator)
}

fn segment(
    analysis: &Analysis<'_, '_>,
    finite: &[Finite],
    tokens: Range<usize>,
    sentence: &Range<usize>,
    aside: bool,
    apart: bool,
) -> Segment {
    let best = tokens.clone().map(|token| finite[token]).max().unwrap_or(Finite::No);
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    // A participle before "zu" looks like a finite verb: "beteiligt gewesen zu sein".
    let sure = if verb_final { Finite::Perhaps } else { Finite::Guess };
    let infinitive = best <= sure && opens_infinitive(analysis, tokens.clone());
    let best = if infinitive { Finite::No } else { best };
    let ends_in_verb = verb_final
        && if best == Finite::No {
            ends_in_participle(analysis, &tokens)
        } else {
            ends_in_verb(analysis, finite, &tokens)
        };
    // Without a verb, only a word that opens nothing but clauses makes one.
    let opens = best != Finite::No || verb_final && !aside && !infinitive && awaits_verb(analysis, &tokens, sentence);
    let opener = opener(analysis, finite, tokens.clone(), sentence, best != Finite::No).filter(|_| opens);
    let after_quote = tokens.start > sentence.start && analysis.kind(tokens.start - 1) == TokenKind::Quote;
    Segment { opener, tokens, finite: best, infinitive, aside, apart, ends_in_verb, after_quote }
}

/// Whether the stretch ends in a participle that is no attribute.
fn ends_in_participle(analysis: &Analysis<'_, '_>, tokens: &Range<usize>) -> bool {
    let Some(last) = tokens.clone().rev().find(|token| analysis.kind(*token) != TokenKind::Terminal) else {
        return false;
    };
    analysis.shape(last) == Shape::Lower
        && tokens.len() > 2
        && !analysis.is_any(last, ClassSet::of(&[Class::Adjective, Class::Adverb]))
        && analysis.senses(last).iter().any(|sense| {
            sense.class == Class::Verb && sense.form.has(Form::PARTICIPLE) && !sense.form.has(Form::ATTRIBUTIVE)
        })
}

/// Whether a stretch without a verb opens a clause whose verb stands further on: "weil Watford mit 2:3 (1:3) …", "das
/// sich durch ein 3:1 (2:1) …".
fn awaits_verb(analysis: &Analysis<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    const BEHIND_RELATIVE: ClassSet = ClassSet::of(&[Class::Pronoun, Class::Adposition, Class::Article, Class::Adverb]);
    let mut at = tokens.start;
    if analysis.is(at, Class::Subordinator) && analysis.is(at + 1, Class::Subordinator) {
        at += 1;
    }
    if analysis.is(at, Class::Adposition) || tokens.end >= sentence.end || analysis.kind(tokens.end) == TokenKind::Dash
    {
        return false;
    }
    if analysis.is(at, Class::Subordinator) {
        return !analysis.is(at, Class::Adverb) && tokens.len() > 1;
    }
    at > sentence.start
        && analysis.is(at, Class::RelativePronoun)
        && at + 1 < tokens.end
        && analysis.shape(at + 1) == Shape::Lower
        && analysis.is_any(at + 1, BEHIND_RELATIVE)
        && !analysis.is(at + 1, Class::Adjective)
}

/// The kind of clause that the first words open. A preposition may stand before a relative pronoun ("in dem").
fn opener(
    analysis: &Analysis<'_, '_>,
    finite: &[Finite],
    tokens: Range<usize>,
    sentence: &Range<usize>,
    verb: bool,
) -> Option<ClauseKind> {
    let verb_final = analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
    if inverted_condition(analysis, &tokens, sentence) {
        return Some(ClauseKind::Subordinate(Subordinator::If));
    }
    let mut at = tokens.start;
    // "und weil"; but "wie" alone, which also joins nouns, opens its own clause.
    if analysis.is(at, Class::Coordinator) && !analysis.is(at, Class::Subordinator) && at + 1 < tokens.end {
        at += 1;
    }
    // "als wenn"
    if analysis.is(at, Class::Subordinator)
        && analysis.is(at, Class::Adposition)
        && analysis.is(at + 1, Class::Subordinator)
    {
        at += 1;
    }
    let mut subordinator = analysis.sense(at, Class::Subordinator);
    // "nur weil", "just as"
    if subordinator.is_none() && analysis.is(at, Class::Adverb) && at + 1 < tokens.end {
        subordinator = analysis.sense(at + 1, Class::Subordinator);
    }
    // "Damit könnten …", "That is …": right before its verb the word is an adverb or pronoun.
    if at == sentence.start && finite.get(at + 1).is_some_and(|next| *next == Finite::Yes) {
        return None;
    }
    // "400 babies that are cared for"
    if !verb_final
        && at > sentence.start
        && analysis.is(at, Class::RelativePronoun)
        && subordinator.is_some_and(|sense| sense.value == Subordinator::That as u32)
        && analysis.is_any(at - 1, ClassSet::of(&[Class::Noun, Class::Role, Class::Organisation, Class::Medium]))
        && !analysis.is(at - 1, Class::Verb)
        && finite.get(at + 1).is_some_and(|next| *next != Finite::No)
    {
        return Some(ClauseKind::Relative);
    }
    if let Some(kind) = subordinator.and_then(|sense| Subordinator::from_value(sense.value)) {
        let preposition = analysis.is(at, Class::Adposition) || analysis.is(at, Class::Adverb);
        // "That is 37 more", ", that is,": a pronoun where its verb follows and nothing governs it.
        let governed = tokens.start > sentence.start && analysis.kind(tokens.start - 1) == TokenKind::Word;
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
    if tokens.start == sentence.start && verb_final {
        return None;
    }
    let pronoun = if analysis.is(at, Class::Adposition) { at + 1 } else { at };
    let relative = analysis.is(pronoun, Class::RelativePronoun) && pronoun < tokens.end;
    let noun_clause = analysis.is(pronoun, Class::Interrogative) && pronoun < tokens.end;
    if relative && (!verb_final || !verb || ends_in_verb(analysis, finite, &tokens)) {
        return Some(ClauseKind::Relative);
    }
    (noun_clause && verb_final && ends_in_verb(analysis, finite, &tokens))
        .then_some(ClauseKind::Subordinate(Subordinator::How))
}

/// "Sollte sich der Verdacht bestätigen, …", "Should the case be confirmed, …": a condition that begins with its verb.
fn inverted_condition(analysis: &Analysis<'_, '_>, tokens: &Range<usize>, sentence: &Range<usize>) -> bool {
    let modal = analysis.sense(tokens.start, Class::Modal).and_then(|sense| Modal::from_value(sense.value));
    matches!(modal, Some(Modal::Should | Modal::Shall))
        && tokens.start == sentence.start
        && tokens.end < sentence.end
        && analysis.kind(tokens.end) == TokenKind::Separator
}

/// Whether the last word is a finite verb, as in German subordinate clauses; or a verb behind a finite one ("hätte kommen
/// können").
fn ends_in_verb(analysis: &Analysis<'_, '_>, finite: &[Finite], tokens: &Range<usize>) -> bool {
    let mut words = tokens.clone().rev().filter(|token| analysis.kind(*token) == TokenKind::Word);
    let Some(last) = words.next() else {
        return false;
    };
    // A surer verb before speaks against it: "die Werte würden nicht überschritten".
    let surest = tokens.clone().map(|token| finite[token]).max().unwrap_or(Finite::No);
    finite[last] != Finite::No && finite[last] == surest
        || analysis.is_any(last, ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal]))
            && words.next().is_some_and(|before| finite[before] != Finite::No)
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
