//! The stretches between marks and conjunctions that clauses are made of.

use std::ops::Range;

use super::constituent::behind_bound;
use super::opener::{Found, awaits_verb, opener};
use super::{ClauseKind, Cut, View};
use crate::lexicon::class::Coordinator;
use crate::lexicon::groups;
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::noun_phrase;
use crate::reading::verb::{Finite, Sign, begins_object, governs_clause};
use crate::text::{Shape, TokenKind};

/// A stretch between two marks, with what it holds.
#[derive(Debug)]
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
    /// Its finite verb is an auxiliary, and nothing that this could belong to stands in it.
    pub waits: bool,
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

    /// Marks a stretch that was cut where it shares the finite verb before: "und | die Halle verkauft" opens no relative clause.
    fn share(&mut self, gap: bool) {
        self.opener = self.opener.filter(|opener| !gap || *opener != ClauseKind::Relative);
        self.leave_out(gap);
    }

    /// Has its participle but no finite verb: "in Seattle 16 Menschen festgenommen".
    pub(super) fn is_complete(&self) -> bool {
        self.is_verbless() && self.ends_in_verb
    }
}

/// The stretches of a sentence in order.
pub(super) fn segments(view: View<'_, '_, '_>, segments: &mut Vec<Segment>) {
    segments.clear();
    let analysis = view.analysis;
    let mut start = view.start;
    let mut depth = 0usize;
    let mut apart = false;
    let mut token = view.start;
    while token < view.end {
        let kind = analysis.kind(token);
        token += 1;
        if !matches!(
            kind,
            TokenKind::Separator | TokenKind::Dash | TokenKind::Quote | TokenKind::Open | TokenKind::Close
        ) {
            continue;
        }
        // "am Samstag, den 28. November"
        let date = analysis.is(token.saturating_sub(2), Class::Weekday)
            && analysis.is(token, Class::Article)
            && analysis.kind(token + 1) == TokenKind::Ordinal;
        if kind == TokenKind::Separator && token > view.start + 1 && date {
            continue;
        }
        if kind == TokenKind::Open
            && let Some(close) = aside(view, token)
        {
            token = close + 1;
            continue;
        }
        if kind == TokenKind::Quote
            && let Some(close) = quoted_name(view, token)
        {
            token = close + 1;
            continue;
        }
        let token = token - 1;
        push(view, start..token, (depth > 0, apart), segments);
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
    push(view, start..view.end, (depth > 0, apart), segments);
    for at in 1..segments.len() {
        if let Some([before, segment]) = segments.get_mut(at - 1..=at)
            && view.profile.verb_final
            && shares_auxiliary(view, before, segment)
        {
            segment.leave_out(true);
        }
    }
}

/// "wurden getötet, | 40 verletzt": behind a participle and a comma a noun phrase and a form that may be one as well.
fn shares_auxiliary(view: View<'_, '_, '_>, before: &Segment, segment: &Segment) -> bool {
    let analysis = view.analysis;
    let participle = |segment: &Segment| {
        let words = segment.tokens.clone().rev().filter(|token| analysis.kind(*token) != TokenKind::Terminal);
        words.take(1).find(|last| analysis.has_form(*last, Class::Verb, Form::PARTICIPLE))
    };
    before.finite == Finite::Yes
        && !before.waits
        && segment.finite == Finite::Perhaps
        && segment.tokens.start == before.tokens.end + 1
        && analysis.word(before.tokens.end) == ","
        && participle(before).is_some_and(|last| view.signs[last].finite < Finite::Yes)
        && participle(segment).is_some_and(|last| {
            let start = behind_bound(analysis, segment.tokens.start, last);
            noun_phrase(analysis, start, last).is_some_and(|end| end == last)
        })
}

/// The closing mark of a quoted name, which does not cut its clause: "war „Anna“ auf die Küste getroffen". What stands
/// between commas, or at either end of the sentence, may be speech.
fn quoted_name(view: View<'_, '_, '_>, inner: usize) -> Option<usize> {
    const LONGEST: usize = 3;
    let analysis = view.analysis;
    let goes_on = |token: usize| analysis.kind(token) == TokenKind::Word && view.signs[token].finite != Finite::Yes;
    let name = |token: usize| goes_on(token) && analysis.shape(token) != Shape::Lower;
    let before = inner.checked_sub(2).filter(|before| *before >= view.start)?;
    let close = (inner..view.end.min(inner + LONGEST + 1)).find(|token| !name(*token))?;
    let inside = close > inner && analysis.kind(close) == TokenKind::Quote && close + 1 < view.end;
    (inside && analysis.kind(before) == TokenKind::Word && analysis.kind(close + 1) == TokenKind::Word).then_some(close)
}

/// The closing mark of short brackets without a verb, which do not cut their clause: "mit 2:3 (1:3) bei Arsenal".
fn aside(view: View<'_, '_, '_>, inner: usize) -> Option<usize> {
    for token in inner..view.end.min(inner + 12) {
        match view.analysis.kind(token) {
            TokenKind::Close => return (token + 1 < view.end).then_some(token),
            TokenKind::Word if view.signs[token].finite > Finite::Guess => return None,
            TokenKind::Open | TokenKind::Quote => return None,
            _ => {}
        }
    }
    None
}

/// Adds a stretch between marks, cut further where it holds several finite verbs.
fn push(view: View<'_, '_, '_>, tokens: Range<usize>, (aside, mut apart): (bool, bool), segments: &mut Vec<Segment>) {
    if tokens.is_empty() {
        return;
    }
    let mut from = tokens.start;
    let (grammar, own_verb) = (view.grammar, view.grammar.own_verb);
    let mut verb: Option<usize> = None;
    let mut gap = false;
    let mut inner = false;
    let mut cut_at = |from: &mut usize, cut: usize, gap: bool| {
        let mut found = segment(view, *from..cut, aside, std::mem::take(&mut apart));
        found.share(gap);
        segments.push(found);
        *from = cut;
    };
    for (token, &sign) in tokens.clone().zip(view.signs.over(tokens.clone())) {
        if sign.finite < own_verb && !sign.is(Sign::MARKED | Sign::NONFINITE) {
            continue;
        }
        if let Some(verb) = verb {
            match (grammar.cut_at_nonfinite)(view, from..verb, token, tokens.end) {
                Some(Cut::Before(at)) => cut_at(&mut from, at, false),
                Some(Cut::Sharing(at)) => {
                    cut_at(&mut from, at, gap);
                    gap = true;
                    continue;
                }
                None => {}
            }
        }
        if sign.finite < own_verb {
            continue;
        }
        match verb {
            None => {
                if let Some(cut) = (grammar.cut_before)(view, from, token) {
                    cut_at(&mut from, cut, false);
                    inner = !view.analysis.is(cut, Class::Coordinator);
                }
            }
            Some(last) => {
                if let Some(cut) = (grammar.cut_between)(view.analysis, last.max(from), token) {
                    cut_at(&mut from, cut, gap);
                    gap = false;
                    // "said the man | who was arrested | had denied it"
                    inner |= view.analysis.is(cut, Class::RelativePronoun) && governs_clause(view.analysis, last);
                } else if inner && token > last + 1 && (sign.finite == Finite::Yes || resumes(view, last, token)) {
                    // "The man who was arrested | denied it": the clause around it is resumed.
                    cut_at(&mut from, token, gap);
                    gap = false;
                    inner = false;
                }
            }
        }
        verb = Some(token);
    }
    let mut last = segment(view, from..tokens.end, aside, apart);
    last.share(gap);
    segments.push(last);
}

/// "The man who was arrested | hit the officer", "The firms that sell cars | employ 300 people": a form that may be finite
/// before its object, where no verb before it lets somebody do it.
fn resumes(view: View<'_, '_, '_>, before: usize, token: usize) -> bool {
    const LETS: &[&str] = &["have", "help", "hear", "let", "make", "see", "watch"];
    /// How far before the form it may stand.
    const NEAR: usize = 12;
    let analysis = view.analysis;
    let lets = |sense: &Sense| analysis.means(*sense, LETS);
    let past = analysis.has_form(token, Class::Verb, Form::PAST);
    let present = || {
        analysis.has_form(token, Class::Verb, Form::PRESENT)
            && !analysis.is_any(token, groups::NOUN)
            && !(before..token).rev().take(NEAR).any(|at| analysis.senses_of(at, Class::Verb).any(|sense| lets(&sense)))
    };
    let named = || {
        let word = analysis.kind(token + 1) == TokenKind::Word && token + 1 < view.end;
        word && analysis.shape(token + 1) != Shape::Lower
    };
    past && (begins_object(analysis, token + 1) || named()) || present() && begins_object(analysis, token + 1)
}

/// Where a clause begins between two finite verbs that no mark separates: at a conjunction.
pub(super) fn junction(
    analysis: &Analysis<'_, '_>,
    between: Range<usize>,
    begins: impl Fn(&Analysis<'_, '_>, usize) -> bool,
) -> Option<usize> {
    let joining = |surely: bool| between.clone().rev().find(|token| joins_clauses(analysis, *token, surely));
    let begun = between.clone().find(|token| begins(analysis, *token));
    begun.or_else(|| joining(true)).or_else(|| joining(false))
}

/// "und", "oder", "aber": not "noch" or "als", which join smaller things.
pub(super) fn joins_clauses(analysis: &Analysis<'_, '_>, token: usize, surely: bool) -> bool {
    analysis.senses_of(token, Class::Coordinator).any(|sense| match Coordinator::from_value(sense.value) {
        Some(Coordinator::And | Coordinator::Or) => true,
        // "nor closed a plant", but "neither", "weder … noch"
        Some(Coordinator::Nor) => {
            let medial = !analysis.profile(analysis.sentence_of(token)).verb_final;
            medial && analysis.is(token, Class::Negation) && !analysis.is(token, Class::Quantifier)
        }
        Some(Coordinator::But) => !surely,
        Some(Coordinator::For) => !surely && !analysis.is(token, Class::Adposition),
        _ => false,
    }) && !analysis.is(token, Class::Subordinator)
}

fn segment(view: View<'_, '_, '_>, tokens: Range<usize>, aside: bool, apart: bool) -> Segment {
    let verb_final = view.profile.verb_final;
    let mut surest = Finite::No;
    let (mut auxiliary, mut nonfinite) = (false, false);
    // "um … zu bekämpfen", "to fight …": an infinitive with its mark.
    let mut infinitive = false;
    for (token, sign) in tokens.clone().zip(view.signs.over(tokens.clone())) {
        surest = surest.max(sign.finite);
        let finite = sign.finite == Finite::Yes;
        auxiliary |= finite && view.analysis.is_any(token, groups::AUXILIARY);
        nonfinite |= !finite && sign.is(Sign::NONFINITE) || finite && !view.analysis.is_any(token, groups::AUXILIARY);
        infinitive |=
            sign.is(if token == tokens.start { Sign::ZU_INFINITIVE } else { Sign::ZU_INFINITIVE | Sign::MARKED });
    }
    infinitive &= surest <= view.grammar.beside_infinitive;
    let best = if infinitive { Finite::No } else { surest };
    // "die Reform sei | „ein Witz“": a quotation goes on with the clause.
    let goes_on = tokens.end < view.end && opens_quotation(view.analysis, tokens.end);
    let ends = verb_final && !goes_on && ends_in_verb(view, &tokens, surest);
    let ends_in_verb = if best == Finite::No { verb_final && ends_in_participle(view, &tokens) } else { ends };
    let verb = best != Finite::No;
    // Without a verb, only a word that opens nothing but clauses makes one.
    let awaits = !verb && verb_final && !aside && !infinitive && awaits_verb(view, &tokens);
    let found = Found { verb, ends_in_verb: ends || awaits };
    let opener = if verb || awaits { opener(view, &tokens, found) } else { None };
    let after_quote = tokens.start > view.start && view.analysis.kind(tokens.start - 1) == TokenKind::Quote;
    let waits = auxiliary && !nonfinite;
    Segment { opener, tokens, finite: best, infinitive, aside, apart, ends_in_verb, waits, after_quote }
}

/// Whether a mark of quotation stands right before a word and apart from the one before it.
fn opens_quotation(analysis: &Analysis<'_, '_>, mark: usize) -> bool {
    analysis.kind(mark) == TokenKind::Quote && analysis.space_before(mark) && !analysis.space_before(mark + 1)
}

/// Whether the stretch ends in a participle that is no attribute.
fn ends_in_participle(view: View<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    let last = tokens.clone().rev().find(|token| view.analysis.kind(*token) != TokenKind::Terminal);
    tokens.len() > 2 && last.is_some_and(|last| view.signs[last].is(Sign::PARTICIPLE))
}

/// Whether the last word is a finite verb, as in German subordinate clauses; or the finite one stands before two infinitives
/// ("hätte kommen können"). A surer verb before speaks against it: "die Werte würden nicht überschritten", "der Mann sei
/// geflohen".
fn ends_in_verb(view: View<'_, '_, '_>, tokens: &Range<usize>, surest: Finite) -> bool {
    let mut words = tokens.clone().rev().filter(|token| view.analysis.kind(*token) == TokenKind::Word);
    let Some(last) = words.next() else {
        return false;
    };
    let finite = |token: usize| view.signs[token].finite;
    let infinitive = |token: usize| view.signs[token].is(Sign::INFINITIVE);
    finite(last) != Finite::No && finite(last) == surest
        || infinitive(last)
            && words.next().is_some_and(infinitive)
            && words.next().is_some_and(|third| finite(third) != Finite::No && finite(third) == surest)
}
