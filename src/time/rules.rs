//! Which rules are tried at a token, and what they propose.

use crate::lexicon::{Class, ClassSet};
use crate::rule::{Candidate, Construction, Digits, Gates, count, readers};

use super::article::with_article;
use super::found::{Expression, Find};
use super::{
    beside, calendar, clock, daypart, distance, duration, evidence, holiday, length_word, named, numeric, part, period,
    reference, relative, set, spoken, weekday, year,
};
use crate::reading::Sentence;

/// The rules of each file.
pub(super) const RULES: &[&[Construction<Find>]] = &[
    numeric::RULES,
    calendar::RULES,
    weekday::RULES,
    year::RULES,
    part::RULES,
    relative::RULES,
    beside::RULES,
    clock::RULES,
    spoken::RULES,
    daypart::RULES,
    set::RULES,
    duration::RULES,
    distance::RULES,
    length_word::RULES,
    holiday::RULES,
    named::RULES,
    reference::RULES,
    evidence::RULES,
    period::RULES,
];

static GATES: Gates = Gates::of(RULES);

static READ: [Find; count(RULES)] = readers(RULES);

/// Adpositions stand everywhere: they begin a rule only right before a unit of time ("pro Tag").
const ADPOSITION: ClassSet = ClassSet::of(&[Class::Adposition]);

/// What may begin an expression, besides digits and adpositions.
const BEGINS: ClassSet = Gates::of(RULES).begins().without(ADPOSITION);

/// The first token from one on that an expression may begin at. Every other token costs only this look.
pub(super) fn next_start(s: &Sentence<'_, '_>, from: usize) -> Option<usize> {
    let text = s.analysis.text.as_bytes();
    s.find(from, |token, lexeme| lexeme.classes.has_any(BEGINS.with(ADPOSITION)) || Digits::may_be(token, text))
}

/// Proposes the expressions that begin at a token, at most [`MOST`] of them.
#[inline]
pub(super) fn propose(s: &Sentence<'_, '_>, at: usize, times: &mut Vec<Candidate<Expression>>) {
    let classes = s.classes(at);
    let digits = Digits::of(s.analysis, at);
    let begins = classes.has_any(BEGINS)
        || digits.is_some()
        || (classes.has(Class::Adposition) && s.is(at + 1, Class::TimeUnit));
    if begins {
        read(s, at, (classes, digits), times);
    }
}

/// How many readings of one start are proposed: the longest ones.
const MOST: usize = 3;

fn read(s: &Sentence<'_, '_>, at: usize, begin: (ClassSet, Option<Digits>), times: &mut Vec<Candidate<Expression>>) {
    let first = times.len();
    for rule in GATES.open(s, at, begin) {
        let Some(found) = READ.get(rule).and_then(|read| read(s, at)) else { continue };
        let found = with_article(s, found);
        let candidate = Candidate::new(s.analysis, found.start..found.end, found.rule, found.expression);
        if times.len() < first + MOST {
            times.push(candidate);
            continue;
        }
        let length = |candidate: &Candidate<Expression>| (candidate.tokens.len(), candidate.rule.precedence);
        if let Some(shortest) = times.get_mut(first..).into_iter().flatten().min_by_key(|other| length(other))
            && length(&candidate) > length(shortest)
        {
            *shortest = candidate;
        }
    }
}
