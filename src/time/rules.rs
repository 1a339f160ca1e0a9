//! Which rules are tried at a token, and what they propose.

use std::ops::Range;

use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::{Candidate, Construction, Digits, Gates, count, readers};

use super::found::{Expression, Find};
use super::reader::Reader;
use super::{
    beside, calendar, clock, daypart, distance, duration, evidence, holiday, length_word, named, numeric, part, period,
    reference, relative, set, spoken, weekday, year,
};

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

/// The first of some tokens of a sentence that an expression may begin at. Every other token costs only this look.
pub(super) fn next_start(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Option<usize> {
    let text = analysis.text.as_bytes();
    let lexemes = analysis.lexed.lexemes(tokens.clone());
    let read = analysis.tokens.get(tokens.clone())?;
    let found = read
        .iter()
        .zip(lexemes)
        .position(|(token, lexeme)| lexeme.classes.has_any(BEGINS.with(ADPOSITION)) || Digits::may_be(token, text));
    found.map(|at| tokens.start + at)
}

/// Proposes the expressions that begin at a token, at most [`MOST`] of them.
#[inline]
pub(super) fn propose(reader: &Reader<'_, '_, '_>, at: usize, times: &mut Vec<Candidate<Expression>>) {
    let classes = reader.analysis.lexed.classes(at);
    let digits = Digits::of(reader.analysis, at);
    let begins = classes.has_any(BEGINS)
        || digits.is_some()
        || (classes.has(Class::Adposition) && reader.analysis.lexed.classes(at + 1).has(Class::TimeUnit));
    if begins {
        read(reader, at, (classes, digits), times);
    }
}

/// How many readings of one start are proposed: the longest ones.
const MOST: usize = 3;

fn read(
    reader: &Reader<'_, '_, '_>,
    at: usize,
    begin: (ClassSet, Option<Digits>),
    times: &mut Vec<Candidate<Expression>>,
) {
    let first = times.len();
    for rule in GATES.open(reader.analysis, reader.lang, at, reader.end, begin) {
        let Some(found) = READ.get(rule).and_then(|read| read(reader, at)) else { continue };
        let candidate = Candidate::new(reader.analysis, found.start..found.end, found.rule, found.expression);
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
