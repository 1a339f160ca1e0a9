//! The stretches between marks and conjunctions that clauses are made of.

use std::ops::Range;

use super::constituent::{behind_bound, is_time};
use super::opener::{Found, awaits_verb, opener};
use super::{ClauseKind, Cut, View};
use crate::lexicon::class::{Coordinator, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{joins_attributes, joins_compounds, joins_numbers, noun_phrase};
use crate::reading::verb::{Finite, Sign, begins_object, governs_clause, infinitive_mark};
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
    /// Stands within another clause with nothing that says so: "The bridge | the company built | collapsed".
    pub bare: bool,
    /// Has its verb behind the clause inside: "The man | who fled | was found".
    pub awaits: bool,
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

    /// Has its participle but no finite verb: "in Basel 16 Gäste festgenommen".
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
        let joins = |comma: usize| {
            joins_attributes(analysis, comma) || joins_compounds(analysis, comma) || joins_numbers(analysis, comma)
        };
        if kind == TokenKind::Separator && (token > view.start + 1 && date || joins(token - 1)) {
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

/// Cuts a stretch between marks.
struct Cutter<'c, 'v, 'a, 't> {
    view: View<'v, 'a, 't>,
    segments: &'c mut Vec<Segment>,
    /// What the stretch is.
    aside: bool,
    apart: bool,
    /// Where the part that is read begins.
    from: usize,
    /// It shares the finite verb before it.
    gap: bool,
    /// It stands within another clause,
    inner: bool,
    /// whose part before it, at this place, has no verb yet,
    around: Option<usize>,
    /// and nothing opens it.
    bare: bool,
}

impl Cutter<'_, '_, '_, '_> {
    /// Ends the part before a token.
    fn cut(&mut self, at: usize) {
        let mut found = segment(self.view, self.from..at, self.aside, std::mem::take(&mut self.apart));
        found.share(self.gap);
        found.bare = self.bare;
        self.segments.push(found);
        self.from = at;
    }

    /// Goes on with the clause around the part before.
    fn resume(&mut self) {
        (self.inner, self.bare) = (false, false);
        if let Some(outer) = self.around.take().and_then(|place| self.segments.get_mut(place)) {
            outer.awaits = true;
        }
    }
}

/// Adds a stretch between marks, cut further where it holds several finite verbs.
fn push(view: View<'_, '_, '_>, tokens: Range<usize>, (aside, apart): (bool, bool), segments: &mut Vec<Segment>) {
    if tokens.is_empty() {
        return;
    }
    let from = tokens.start;
    let mut cutter = Cutter { view, segments, aside, apart, from, gap: false, inner: false, around: None, bare: false };
    let (grammar, own_verb) = (view.grammar, view.grammar.own_verb);
    let mut verb: Option<usize> = None;
    for (token, &sign) in tokens.clone().zip(view.signs.over(tokens.clone())) {
        if sign.finite < own_verb && !sign.is(Sign::MARKED | Sign::NONFINITE) {
            continue;
        }
        if let Some(verb) = verb {
            match (grammar.cut_at_nonfinite)(view, cutter.from..verb, token, tokens.end) {
                Some(Cut::Before(at) | Cut::Inside(at)) => {
                    cutter.gap = false;
                    cutter.cut(at);
                }
                Some(Cut::Sharing(at)) => {
                    cutter.cut(at);
                    cutter.gap = true;
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
                if let Some(cut) = (grammar.cut_before)(view, cutter.from, token) {
                    cutter.cut(cut.at());
                    cutter.inner = !view.analysis.is(cut.at(), Class::Coordinator);
                    cutter.around = cutter.inner.then(|| cutter.segments.len() - 1);
                    cutter.bare = matches!(cut, Cut::Inside(_));
                }
            }
            Some(last) => {
                if let Some(cut) = (grammar.cut_between)(view.analysis, last.max(cutter.from), token) {
                    cutter.cut(cut);
                    (cutter.gap, cutter.bare) = (false, false);
                    // "said the man | who was arrested | had denied it"
                    cutter.inner |=
                        view.analysis.is(cut, Class::RelativePronoun) && governs_clause(view.analysis, last);
                } else if cutter.inner && resumes(view, cutter.from, last, token..tokens.end, cutter.around.is_some()) {
                    cutter.cut(token);
                    cutter.gap = false;
                    cutter.resume();
                }
            }
        }
        verb = Some(token);
    }
    cutter.cut(tokens.end);
}

/// "The man who was arrested | denied it", "The bridge that he built | collapsed": whether the clause around one that began at a
/// token and has its verb goes on with another one.
/// Where that has no verb yet, less tells it.
fn resumes(view: View<'_, '_, '_>, start: usize, verb: usize, rest: Range<usize>, awaited: bool) -> bool {
    let analysis = view.analysis;
    let token = rest.start;
    let next = token + 1;
    let past = analysis.has_form(token, Class::Verb, Form::PAST);
    // "said on Monday", "hit the officer"
    let says = || governs_clause(analysis, token) && !infinitive_mark(analysis, next);
    let named = || analysis.kind(next) == TokenKind::Word && analysis.shape(next) != Shape::Lower && next < rest.end;
    let object = || begins_object(analysis, next);
    let acts = || past && (object() || named()) || object() && is_present(analysis, verb, token);
    let surely = view.signs[token].finite == Finite::Yes || acts();
    if !awaited {
        // "said those who applied | were rejected"
        let auxiliary = || {
            analysis.is_any(token, groups::AUXILIARY)
                && !analysis.is_any(verb, groups::AUXILIARY)
                && !analysis.is_subordinator(start, Subordinator::That)
                && !governs_clause(analysis, verb)
        };
        return surely && (token > verb + 1 || auxiliary());
    }
    // "who sold the house | left for Basel": what may be a participle is the verb where no other follows; but "to a fully
    // developed market", "the bank's managed fund".
    let only = || {
        let attribute = is_modified(analysis, token) || analysis.is_possessive(token - 1, view.start);
        // "who sold the drug | fled and hid"
        let limit = if joins_clauses(analysis, next, true) { next } else { rest.end };
        past && !attribute && !(next..limit).any(|at| view.signs[at].finite >= view.grammar.own_verb)
    };
    // "that he built | collapsed", "who died | rose", but "who left | injured"
    let complete = || {
        let own = verb > start + usize::from(analysis.is_any(start, groups::OPENER));
        own || analysis.senses_of(verb, Class::Verb).any(|sense| analysis.verb_kind(*sense) == Some(VerbKind::Alone))
    };
    (token > verb + 1 || complete()) && (surely || past && says() || only())
}

/// "The firms that sell cars | employ 300 people": a form that no verb before it lets somebody do.
fn is_present(analysis: &Analysis<'_, '_>, verb: usize, token: usize) -> bool {
    const LETS: &[&str] = &["have", "help", "hear", "let", "make", "see", "watch"];
    /// How far before the form it may stand.
    const NEAR: usize = 12;
    let lets = |at: usize| analysis.senses_of(at, Class::Verb).any(|sense| analysis.means(*sense, LETS));
    // "sell cars | face a fine", but "left work | a year ago"
    let governs = || {
        let next = token + 1;
        let end = noun_phrase(analysis, next, next + NEAR);
        token > verb + 1
            && !analysis.is_any(next, groups::OPENER)
            && !end.is_some_and(|end| is_time(analysis, next..end))
    };
    analysis.has_form(token, Class::Verb, Form::PRESENT)
        && (!analysis.is_any(token, groups::NOUN) || governs())
        && !(verb..token).rev().take(NEAR).any(lets)
}

/// "a *fully* developed market": whether a determiner stands before a token, with nothing but what describes between.
fn is_modified(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NEAR: usize = 3;
    let before = (at.saturating_sub(NEAR)..at).rev().find(|before| !analysis.is_any(*before, groups::MODIFIER));
    before.is_some_and(|before| analysis.is_any(before, groups::DETERMINER))
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
    Segment {
        opener,
        tokens,
        finite: best,
        infinitive,
        aside,
        apart,
        ends_in_verb,
        waits,
        after_quote,
        bare: false,
        awaits: false,
    }
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
    // "entlassen | worden"
    let participle = |token: &usize| {
        view.signs[*token].is(Sign::NONFINITE)
            && view.signs[*token].finite == Finite::No
            && view.analysis.is(*token, Class::Auxiliary)
    };
    let mut words = tokens.clone().rev().filter(|token| view.analysis.kind(*token) == TokenKind::Word);
    let Some(last) = words.by_ref().find(|token| !participle(token)) else {
        return false;
    };
    let finite = |token: usize| view.signs[token].finite;
    let infinitive = |token: usize| view.signs[token].is(Sign::INFINITIVE);
    finite(last) != Finite::No && finite(last) == surest
        || infinitive(last)
            && words.next().is_some_and(infinitive)
            && words.next().is_some_and(|third| finite(third) != Finite::No && finite(third) == surest)
}
