//! Clauses whose verb is a participle, as English has them behind commas, nouns and prepositions: "…, killing 12 people",
//! "gusts reaching 130 km/h", "before buying a ship", "shirts sold for £25".
//!
//! What somebody says goes over them; what a figure or an object is told of does not. So they are cut out of the clauses
//! that hold them for the facts only.
#![allow(clippy::indexing_slicing, reason = "a clause has a piece where a token of it was found")]

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::reduced::{absolute, begins, is_comma, is_noun, is_passive, opens};
use super::subject::controlled;
use super::thing::is_proper_name;
use super::verb::lexical_sense;
use super::{Clause, ClauseKind, Clauses, Pieces, Scratch, Subject, VerbGroup, assign, can_speak};
use crate::lexicon::class::{Adposition, Auxiliary, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::reading::Analysis;
use crate::reading::phrase::{is_preposition, noun_phrase, phrase_ending};
use crate::reading::verb::infinitive_mark;
use crate::text::Shape;

/// How many participles are cut out of one clause.
const MOST: usize = 8;

/// How many tokens of a participle's clause tell what its verb is.
const NEAR: usize = 24;

/// The clauses with those that have a participle for their verb apart.
pub(crate) fn participles<'s>(analysis: &Analysis<'_, '_>, scratch: &'s mut Scratch) -> Clauses<'s> {
    let Scratch { clauses, of_token, .. } = scratch;
    let whole = clauses.len();
    let mut at = 0;
    let mut turned = false;
    while at < clauses.len() {
        if !analysis.profile(clauses[at].sentence).verb_final {
            turned = at < whole && turn_passive(analysis, &mut clauses[at], turned);
            for _ in 0..MOST {
                let Some(mut inner) = cut(analysis, &mut clauses[at]) else {
                    break;
                };
                if let Some(content) = content_before(analysis, &clauses[at..whole.max(at)], &inner) {
                    inner.subject = content;
                }
                if let Some(next) = clauses.get_mut(at + 1).filter(|_| at + 1 < whole) {
                    control(analysis, &inner, next);
                }
                clauses.push(inner);
            }
        }
        at += 1;
    }
    if clauses.len() > whole {
        clauses.sort_by_key(|clause| clause.extent().start);
        assign(clauses, of_token);
    }
    Clauses { all: clauses, of_token }
}

/// "…, prompting | the bank | to raise rates": who does what an infinitive right behind a participle's clause says.
fn control(analysis: &Analysis<'_, '_>, inner: &Clause, next: &mut Clause) {
    if next.kind != ClauseKind::Infinitive {
        return;
    }
    // "signed a deal allowing it to build": a pronoun stands for somebody told of before.
    let doer =
        controlled(analysis, next, inner).filter(|doer| doer.len() > 1 || !analysis.is(doer.start, Class::Pronoun));
    next.subject = doer.or(next.subject.take());
}

/// "said that a man drove into the crowd, | injuring 12 people": who did what is said before, where a participle behind it says
/// nothing itself.
fn content_before(analysis: &Analysis<'_, '_>, clauses: &[Clause], inner: &Clause) -> Option<Subject> {
    /// How many clauses may stand between.
    const NEAR: usize = 4;
    let (clause, behind) = clauses.split_first()?;
    let start = inner.extent().start;
    let verb = clause.verb.as_ref().filter(|verb| verb.says(analysis) && verb.end() < start)?;
    let says = inner.verb.as_ref().is_none_or(|verb| verb.passive || verb.says(analysis));
    let that = ClauseKind::Subordinate(Subordinator::That);
    let mut near = behind.iter().take(NEAR).filter(|content| content.extent().start > verb.finite);
    let content = near.find(|content| content.kind == that && content.extent().end + 1 == start)?;
    let shared = inner.subject == clause.subject && !says && is_comma(analysis, start - 1);
    content.subject.clone().filter(|_| shared).map(Some)
}

/// "Mutu, | sacked by Chelsea and banned for months, | …": a form that may be a past tense, before no object, is a passive
/// behind a comma, and behind another one. Whether it is.
fn turn_passive(analysis: &Analysis<'_, '_>, clause: &mut Clause, behind: bool) -> bool {
    let Some(verb) = clause.verb.as_mut().filter(|verb| verb.tokens.len() == 1 && !verb.passive) else {
        return false;
    };
    let first = clause.pieces[0].start;
    let coordinate = clause.coordinate && behind && verb.finite == first + 1;
    let begins = !clause.coordinate && verb.finite == first && first > 0 && is_comma(analysis, first - 1);
    let turned = clause.kind == ClauseKind::Main && (coordinate || begins) && is_passive(analysis, verb.finite);
    if turned {
        clause.kind = ClauseKind::Participle;
        verb.passive = true;
        let open = begins && may_tell_of_noun(analysis, first);
        clause.subject = clause.subject.take().filter(|subject| !open || subject.end + 1 == first);
    }
    turned
}

/// Cuts the first participle with what belongs to it out of a clause.
fn cut(analysis: &Analysis<'_, '_>, clause: &mut Clause) -> Option<Clause> {
    let verb = clause.verb.as_ref()?;
    let first = clause.extent().start;
    let (place, at) = clause.pieces.iter().enumerate().find_map(|(place, piece)| {
        // What leads a stretch with the verb in it is part of its subject: "housing costs rose".
        let alone = !verb.tokens.iter().any(|token| piece.contains(token));
        let leads = |at: usize| at == piece.start && (alone || verb.tokens[0] < at);
        // "The plan | to close 300 shops | was dropped"
        let infinitive = |at: usize| {
            let subject = !alone && verb.tokens.iter().all(|token| *token > at) && at > piece.start + 1;
            subject && is_infinitive(analysis, at) && is_noun(analysis, at - 2)
        };
        // "But *closing* the plant and *selling* the land cost 300 jobs"
        let joined = |at: usize| at.checked_sub(1).is_some_and(|before| analysis.is(before, Class::Coordinator));
        let acts = |at: usize| {
            let subject = clause.subject.as_ref().filter(|subject| !alone && subject.contains(&at));
            subject.is_some_and(|subject| {
                let own = subject.start;
                let leads = own == piece.start || own == first + 1 || joined(own);
                let fits = at == own || joined(at);
                leads && fits && analysis.has_form(own, Class::Verb, Form::GERUND)
            })
        };
        let fits = |at: &usize| {
            analysis.is_any(*at, groups::VERBAL)
                && !acts(*at)
                && !verb.tokens.contains(at)
                && if *at == first {
                    alone && opens(analysis, *at)
                } else {
                    begins(analysis, *at, leads(*at)) || infinitive(*at)
                }
        };
        piece.clone().find(fits).map(|at| (place, at))
    })?;
    let infinitive = is_infinitive(analysis, at);
    let absolute = absolute(analysis, at).filter(|own| own.start > clause.pieces[place].start);
    let start = absolute.as_ref().map_or(at - usize::from(infinitive), |own| own.start - 1);
    // Up to what is left of the verb; behind it with what follows, up to the next participle behind a comma.
    let next = verb.tokens.iter().copied().find(|token| *token > at);
    let piece = &mut clause.pieces[place];
    let mut pieces: Pieces = smallvec![start..next.map_or(piece.end, |next| next.min(piece.end))];
    let rest = pieces[0].end..piece.end;
    piece.end = start;
    let empty = piece.start >= piece.end;
    if next.is_none() {
        let goes_on = |piece: &&Range<usize>| !begins(analysis, piece.start, true);
        let behind = clause.pieces[place + 1..].iter().take(MOST).take_while(goes_on).count();
        pieces.extend(clause.pieces.drain(place + 1..place + 1 + behind));
    } else if !rest.is_empty() {
        clause.pieces.insert(place + 1, rest);
    }
    if empty {
        clause.pieces.remove(place);
    }
    let said = verb_before(clause, at);
    let own = absolute.or_else(|| noun_before(analysis, at, said.map_or(first, |said| said + 1)));
    let gerund = analysis.has_form(at, Class::Verb, Form::GERUND);
    let open = said.is_some() && !gerund && may_tell_of_noun(analysis, at);
    let own = own.or_else(|| said.filter(|_| gerund).and_then(|said| object_before(analysis, at, said)));
    let subject = own.or_else(|| clause.subject.clone().filter(|subject| !open || subject.end + 1 == at));
    let outer = clause.verb.as_ref()?;
    let mut inner = Clause {
        sentence: clause.sentence,
        pieces,
        kind: if infinitive { ClauseKind::Infinitive } else { ClauseKind::Participle },
        verb: None,
        subject: subject.filter(|_| !infinitive),
        object: None,
        coordinate: false,
        shared: false,
    };
    inner.verb = Some(group(analysis, &inner, outer, at));
    Some(inner)
}

/// "to | close"
fn is_infinitive(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let mark = at.checked_sub(1).is_some_and(|mark| infinitive_mark(analysis, mark));
    mark && analysis.shape(at) == Shape::Lower && analysis.has_form(at, Class::Verb, Form::INFINITIVE)
}

/// "opened the hospital, | built by a Swiss firm": behind a comma a participle of the passive may tell of the noun before that
/// as well as of the clause's subject.
fn may_tell_of_noun(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let noun = |at: usize| is_noun(analysis, at) && !analysis.is_any(at, groups::TIME);
    at >= 2 && is_comma(analysis, at - 1) && noun(at - 2)
}

/// The last token of a clause's verb before a participle.
fn verb_before(clause: &Clause, at: usize) -> Option<usize> {
    clause.verb.as_ref()?.tokens.iter().copied().filter(|token| *token < at).max()
}

/// The noun phrase that ends right before a participle; "a tribute | to Nina Simone | featuring", "flew | to London | carrying": nothing
/// is told of a name behind a preposition, but of what that hangs on.
fn noun_before(analysis: &Analysis<'_, '_>, at: usize, first: usize) -> Subject {
    use Adposition::{At, From, In, Near, On, To};
    if !is_noun(analysis, at.checked_sub(1)?) {
        return None;
    }
    let begins = |start: usize| !is_preposition(analysis, start);
    let nearest = phrase_ending(analysis, first..at, begins)?;
    let placed = nearest.start.checked_sub(1).filter(|preposition| {
        *preposition >= first && analysis.is_any_adposition(*preposition, &[At, From, In, Near, On, To])
    });
    let Some(preposition) = placed.filter(|_| is_proper_name(analysis, &nearest)) else {
        return Some(nearest);
    };
    let place = analysis.is_any(nearest.end - 1, groups::PLACE);
    let head = || {
        phrase_ending(analysis, first..preposition, begins)
            .filter(|head| head.len() > 1 || is_noun(analysis, head.start))
    };
    match head() {
        Some(head) => Some(head.start..nearest.end),
        None if place => None,
        None => Some(nearest),
    }
}

/// "prevents | firms | from dismissing", "accused | the bank | of hiding": whom a verb acts on, between that and the preposition before
/// a gerund.
fn object_before(analysis: &Analysis<'_, '_>, at: usize, verb: usize) -> Subject {
    const CONTROLS: &[Adposition] =
        &[Adposition::For, Adposition::From, Adposition::Into, Adposition::Of, Adposition::With];
    let preposition = at.checked_sub(1).filter(|at| analysis.is_any_adposition(*at, CONTROLS))?;
    let object = verb + 1..preposition;
    let pronoun = object.len() == 1 && analysis.is(object.start, Class::Pronoun);
    let phrase = || noun_phrase(analysis, object.start, object.end) == Some(object.end);
    let from = analysis.is_adposition(preposition, Adposition::From);
    (pronoun || !object.is_empty() && phrase() && (from || can_speak(analysis, &object))).then_some(object)
}

/// The verb of a participle's clause. It is as sure as the clause around it.
fn group(analysis: &Analysis<'_, '_>, inner: &Clause, outer: &VerbGroup, at: usize) -> VerbGroup {
    let piece = &inner.pieces[0];
    let be = analysis.has_form(at, Class::Auxiliary, Form::GERUND);
    // "being told", "having sold"
    let participle = |token: &usize| piece.contains(token) && analysis.has_form(*token, Class::Verb, Form::PARTICIPLE);
    let head = Some(at + 1).filter(|_| be).filter(participle);
    let own = inner.subject.as_ref().is_some_and(|subject| subject.end == at);
    let gerund = analysis.has_form(at, Class::Verb, Form::GERUND);
    let active = gerund || inner.kind == ClauseKind::Infinitive;
    let passive = if be { head.is_some() && !analysis.is_auxiliary(at, Auxiliary::Have) } else { !active };
    let mut group = VerbGroup {
        head: head.unwrap_or(at),
        modal: outer.modal.filter(|_| !own),
        passive,
        tense: outer.tense,
        conditional: outer.conditional && !own,
        ..VerbGroup::of(at)
    };
    group.tokens.extend(head);
    let tokens: SmallVec<[usize; NEAR]> = piece.clone().take(NEAR).collect();
    group.sense = lexical_sense(analysis, inner, &tokens, &mut group);
    group.tokens.sort_unstable();
    group
}
