//! Which way a clause looks: back, ahead, or neither.

use std::ops::Range;

use smallvec::SmallVec;

use crate::lexicon::class::{Auxiliary, Modal, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::verb::{Finite, Sign, Signs, Tense, VerbGroup, Words, infinitive_mark};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

/// How far to look back.
const REACH: usize = 24;

/// How far to look ahead: the subject may stand between a date in front and its verb.
const REACH_AHEAD: usize = 30;

/// The tense of the clause around an expression, as far as it tells what lies ahead from what lies behind; none where no verb
/// says.
pub(super) fn of(analysis: &Analysis<'_, '_>, time: Range<usize>) -> Option<Tense> {
    let s = Sentence::new(analysis, analysis.sentence_of(time.start))?;
    let clause = around(&s, &time);
    let signs = Signs::of(&s, clause.clone());
    let words = Words { analysis, signs: &signs, profile: s.profile };
    let behind = behind(&s, time.end, clause.end);
    let finite = finite(&s, &signs, clause.start..time.start, &behind);
    let mut tokens: SmallVec<[usize; REACH + REACH_AHEAD]> = (clause.start..time.start).chain(behind).collect();
    let Some(finite) = finite else {
        let infinitive = |at: &usize| signs[*at].is(Sign::ANY_INFINITIVE) && !signs[*at].is(Sign::PARTICIPLE);
        return tokens.iter().any(infinitive).then_some(Tense::Present);
    };
    if is_unknown_past(&s, finite) {
        return Some(Tense::Past);
    }
    // "dass sie gewesen seien | bis": a finite verb behind a participle or infinitive ends its clause.
    if s.profile.verb_final && s.before(finite).is_some_and(|before| signs[before].is(Sign::NONFINITE)) {
        tokens.retain(|at| *at <= finite);
    }
    let mut group = VerbGroup::joined(words, &tokens, finite);
    group.describe(words);
    // "berichtet die Zeitung am Freitag": what somebody says in the present has been said.
    let says = |sense: &Sense| analysis.verb_kind(*sense) == Some(VerbKind::Say);
    let simple = group.tokens.len() == 1 && !s.form(finite, Class::Verb).has(Form::WANTS_PREFIX);
    if group.tense == Tense::Present && simple && s.senses_of(finite, Class::Verb).any(says) {
        return None;
    }
    let aims = !s.profile.verb_final && (finite + 1..time.start).any(|at| signs[at].is(Sign::MARKED));
    Some(looks(words, &group, aims))
}

/// The finite verb whose clause holds an expression, of what stands before and behind it.
fn finite(s: &Sentence<'_, '_>, signs: &Signs, before: Range<usize>, behind: &[usize]) -> Option<usize> {
    let (before, behind) = (before.rev(), behind.iter().copied());
    if s.profile.verb_final {
        // German clauses end at commas, so both sides count alike. A participle alone belongs to another verb.
        let surest = surest(signs, before.chain(behind))?;
        let lone = signs[surest].finite == Finite::Perhaps && signs[surest].is(Sign::PARTICIPLE);
        return (!lone).then_some(surest);
    }
    // In English the verb governs what stands behind it, so the left side counts first.
    let first = || behind.into_iter().find(|at| signs[*at].finite >= Finite::Perhaps);
    nearest(s, signs, before).or_else(first)
}

/// Whether the clause tells what is to be done at a time: "decided *to admit* in May".
pub(super) fn aims(analysis: &Analysis<'_, '_>, time: &Range<usize>) -> bool {
    let Some(s) = Sentence::new(analysis, analysis.sentence_of(time.start)).filter(|s| !s.profile.verb_final) else {
        return false;
    };
    let before = around(&s, time).start..time.start;
    let signs = Signs::of(&s, before.clone());
    let last = before.rev().find(|at| signs[*at].finite == Finite::Yes || signs[*at].is(Sign::MARKED));
    last.is_some_and(|last| signs[last].is(Sign::MARKED))
}

/// A past tense of a verb that no dictionary has.
fn is_unknown_past(s: &Sentence<'_, '_>, at: usize) -> bool {
    s.analysis.is_unknown_word(at)
        && (s.profile.past_form)(s.word(at))
        && !s.before(at).is_some_and(|before| s.is_any(before, groups::AUXILIARY))
}

/// The first verb that is surely finite or may be a past tense; else the first that may be finite.
fn nearest(s: &Sentence<'_, '_>, signs: &Signs, tokens: impl Iterator<Item = usize> + Clone) -> Option<usize> {
    // "will cut jobs and shut a plant": the past has the form of an infinitive, which may share the modal.
    let shares = |at: &usize| {
        s.form(*at, Class::Verb).has(Form::INFINITIVE)
            && s.before(*at).is_some_and(|before| s.is(before, Class::Coordinator))
    };
    let past = |at: &usize| s.form(*at, Class::Verb).has(Form::PAST) && !shares(at);
    let sure = |at: &usize| match signs[*at].finite {
        Finite::Yes => true,
        Finite::Perhaps => past(at),
        _ => is_unknown_past(s, *at),
    };
    tokens.clone().find(sure).or_else(|| surest(signs, tokens))
}

/// The surest finite verb, the first of several.
fn surest(signs: &Signs, tokens: impl Iterator<Item = usize>) -> Option<usize> {
    let mut best = (Finite::Guess, None);
    for token in tokens {
        let finite = signs[token].finite;
        if finite > best.0 {
            best = (finite, Some(token));
        }
    }
    best.1
}

/// What a verb group looks at.
fn looks(words: Words<'_, '_, '_>, group: &VerbGroup, aims: bool) -> Tense {
    let analysis = words.analysis;
    let fixed_order = !words.profile.verb_final;
    let auxiliary = analysis.sense(group.finite, Class::Auxiliary);
    let kind = auxiliary.and_then(|sense| Auxiliary::from_value(sense.value));
    let modal = analysis.sense(group.finite, Class::Modal).filter(|_| group.modal.is_some());
    let will = matches!(group.modal, Some(Modal::Will | Modal::Shall | Modal::Want | Modal::Must | Modal::Should));
    // "soll gewählt haben", "would have been", "sei gewählt worden"
    let perfect = group.tokens.iter().any(|token| {
        *token != group.finite
            && analysis.senses_of(*token, Class::Auxiliary).any(|sense| {
                sense.form.has(Form::PARTICIPLE) && !sense.form.has(Form::PAST)
                    || sense.value == Auxiliary::Have as u32 && group.head != *token
            })
    });
    if perfect {
        return Tense::Past;
    }
    if group.tokens.iter().any(|token| plans(analysis, *token, fixed_order)) {
        return Tense::Future;
    }
    if let Some(modal) = modal {
        // "are expected to"
        let phrase = modal.length > 2 && will;
        return match group.modal {
            _ if phrase => Tense::Future,
            Some(Modal::Would) => Tense::Future,
            // "könnte beginnen"
            Some(_) if group.conditional => Tense::Future,
            _ if will && modal.form.has(Form::PRESENT) => Tense::Future,
            // "sollte eröffnet werden"
            Some(Modal::Shall | Modal::Should) => Tense::Future,
            // "could begin in May" may lie ahead.
            Some(Modal::Can | Modal::May) if fixed_order => Tense::Present,
            _ => group.tense,
        };
    }
    let to = || infinitive_mark(analysis, group.finite + 1);
    match (group.tense, kind) {
        // "is to leave"
        (Tense::Present, Some(Auxiliary::Be)) if fixed_order && to() => Tense::Future,
        (Tense::Present, Some(Auxiliary::Become)) => Tense::Future,
        // "hätte entschieden werden müssen", and "hat" beside a participle that is not known for one
        (_, Some(Auxiliary::Have)) if !fixed_order || group.head != group.finite => Tense::Past,
        // "seems certain to end", "expects to speak"
        (Tense::Present, _) if aims => Tense::Future,
        (tense, _) => tense,
    }
}

/// A verb of planning or expecting: "plans to meet", "scheduled for Friday", not "sought support".
fn plans(analysis: &Analysis<'_, '_>, at: usize, fixed_order: bool) -> bool {
    const NO_OBJECT: ClassSet = groups::LINK.with(groups::DAY).or(&[Class::Adverb, Class::Deictic, Class::Month]);
    let object = || analysis.kind(at + 1) == TokenKind::Word && !analysis.is_any(at + 1, NO_OBJECT);
    let plans = |sense: &Sense| {
        analysis.verb_kind(*sense) == Some(VerbKind::Plan)
            && !sense.form.has_any(Form::ATTRIBUTIVE.and(Form::WANTS_PREFIX))
            && !(sense.form.has_any(Form::PAST.and(Form::PARTICIPLE)) && fixed_order && object())
    };
    analysis.senses_of(at, Class::Verb).any(plans)
}

/// The tokens of the clause around an expression.
fn around(s: &Sentence<'_, '_>, time: &Range<usize>) -> Range<usize> {
    let verb_final = s.profile.verb_final;
    let mut first = time.start;
    while first > s.start && time.start - first < REACH {
        let at = first - 1;
        let near = first == time.start;
        // "hoped she would come to where on Friday …": the verb before "where" governs another clause.
        if !near && (ends_clause(s, at) || !verb_final && begins_clause(s, at, time.start))
            || verb_final && (begins_member(s, at) || ends_member(s, at))
        {
            break;
        }
        first = at;
    }
    let ends = |at: &usize| *at > time.end && ends_clause(s, *at) || verb_final && begins_member(s, *at);
    let mut last = time.end;
    while last < s.end.min(time.end + REACH_AHEAD) {
        match behind_bracket(s, last) {
            Some(behind) => last = behind,
            None if ends(&last) => break,
            None => last += 1,
        }
    }
    first..last
}

/// The tokens behind an expression, without what stands in brackets and what a relative clause tells of a noun; a clause goes
/// on behind them.
fn behind(s: &Sentence<'_, '_>, from: usize, end: usize) -> SmallVec<[usize; REACH_AHEAD]> {
    let mut found = SmallVec::new();
    let mut at = from;
    while at < end {
        match behind_bracket(s, at).or_else(|| behind_relative(s, at)) {
            Some(behind) => at = behind,
            None => {
                found.push(at);
                at += 1;
            }
        }
    }
    found
}

fn ends_clause(s: &Sentence<'_, '_>, at: usize) -> bool {
    match s.kind(at) {
        TokenKind::Separator => s.profile.verb_final || s.word(at) != ",",
        TokenKind::Quote | TokenKind::Open | TokenKind::Close | TokenKind::Terminal | TokenKind::Dash => true,
        _ => false,
    }
}

/// "tagte im Mai und kommt im Juli zusammen": a finite verb right behind "und" has a clause of its own.
fn begins_member(s: &Sentence<'_, '_>, at: usize) -> bool {
    const INFINITE: Form = Form::PARTICIPLE.and(Form::INFINITIVE).and(Form::ATTRIBUTIVE);
    let mut verbs = s.senses(at + 1).iter().filter(|sense| groups::VERBAL.has(sense.class)).peekable();
    s.is(at, Class::Coordinator) && verbs.peek().is_some() && verbs.all(|sense| !sense.form.has_any(INFINITE))
}

/// "der dotiert ist | und ab Montag vergeben wird": behind its finite verb a clause ends at "und".
fn ends_member(s: &Sentence<'_, '_>, at: usize) -> bool {
    const FINITE: Form = Form::PRESENT.and(Form::PAST);
    let finite = |sense: &Sense| groups::VERBAL.has(sense.class) && sense.form.has_any(FINITE);
    s.is(at, Class::Coordinator)
        && s.before(at).is_some_and(|verb| s.shape(verb) == Shape::Lower && s.senses(verb).iter().any(finite))
}

/// "where", "who", "because": words that do nothing but begin a clause ("that" and "since" do other things as well).
fn begins_clause(s: &Sentence<'_, '_>, at: usize, time: usize) -> bool {
    const ALSO: ClassSet = ClassSet::of(&[Class::Adposition, Class::Article, Class::Demonstrative, Class::Adverb]);
    // "said that on Friday the court would rule"
    let that = at + 2 == time && s.is(at + 1, Class::Adposition);
    s.is_any(at, groups::OPENER) && (that || !s.is_any(at, ALSO))
}

/// The token behind a bracket that opens here and closes soon; a clause goes on behind it.
fn behind_bracket(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    if s.kind(at) != TokenKind::Open {
        return None;
    }
    (at + 1..=at + LONGEST).find(|at| s.kind(*at) == TokenKind::Close).map(|close| close + 1)
}

/// The comma behind a relative clause that begins with one: "In July, Diageo, which is listed in London, | reported".
fn behind_relative(s: &Sentence<'_, '_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 16;
    let relative = s.is_comma(at) && s.is(at + 1, Class::RelativePronoun);
    (at + 2..at + LONGEST).find(|at| relative && s.is_comma(*at))
}
