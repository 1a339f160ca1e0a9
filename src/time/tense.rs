//! Which way a clause looks: back, ahead, or neither.

use std::ops::Range;

use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::TokenKind;

use super::verbs::{Clause, Tense};

/// How far to look back.
const REACH: usize = 24;

/// How far to look ahead: the subject may stand between a date in front and its verb.
const REACH_AHEAD: usize = 30;

/// The tense of the clause around an expression: what its nearest finite verb says.
///
/// German clauses end at commas, so both sides count alike; in English the verb governs what stands behind it, so the
/// left side counts first.
pub(super) fn of(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Tense {
    let number = analysis.sentence_of(tokens.start);
    let Some(sentence) = analysis.sentences.get(number) else { return Tense::Open };
    let profile = analysis.profile(number);
    let verb_final = profile.verb_final;
    let (first, last) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
    let mut clause = Clause::default();
    let mut at = tokens.start;
    let mut distance = 0;
    while at > first && distance < REACH {
        at -= 1;
        distance += 1;
        if ends_clause(analysis, at, verb_final) && distance > 1 {
            break;
        }
        // "hoped she would come to where on Friday …": the verb before "where" governs another clause.
        if !verb_final && distance > 1 && begins_clause(analysis, at, tokens.start) {
            break;
        }
        if verb_final && begins_member(analysis, at) {
            break;
        }
        clause.read(analysis, profile, at, distance);
        if !verb_final && clause.decided() {
            break;
        }
    }
    if verb_final || !clause.decided() {
        let mut distance = if verb_final { 0 } else { REACH };
        let mut at = tokens.end;
        while at < last.min(tokens.end + REACH_AHEAD) {
            distance += 1;
            if let Some(behind) = behind_bracket(analysis, at) {
                at = behind;
                continue;
            }
            if at > tokens.end && ends_clause(analysis, at, verb_final) || verb_final && begins_member(analysis, at) {
                break;
            }
            clause.read(analysis, profile, at, distance);
            at += 1;
        }
    }
    clause.tense()
}

fn ends_clause(analysis: &Analysis<'_, '_>, at: usize, comma_ends: bool) -> bool {
    match analysis.kind(at) {
        TokenKind::Separator => comma_ends || analysis.word(at) != ",",
        TokenKind::Quote | TokenKind::Open | TokenKind::Close | TokenKind::Terminal => true,
        TokenKind::Dash => true,
        _ => false,
    }
}

/// "tagte im Mai und kommt im Juli zusammen": a finite verb right behind "und" has a clause of its own.
fn begins_member(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const INFINITE: Form = Form::PARTICIPLE.and(Form::INFINITIVE).and(Form::ATTRIBUTIVE);
    let mut verbs = analysis.senses(at + 1).iter().filter(|sense| groups::VERBAL.has(sense.class)).peekable();
    analysis.is(at, Class::Coordinator) && verbs.peek().is_some() && verbs.all(|sense| !sense.form.has_any(INFINITE))
}

/// "where", "who", "because": words that do nothing but begin a clause ("that" and "since" do other things as well).
fn begins_clause(analysis: &Analysis<'_, '_>, at: usize, time: usize) -> bool {
    const ALSO: ClassSet = ClassSet::of(&[Class::Adposition, Class::Article, Class::Demonstrative, Class::Adverb]);
    // "said that on Friday the court would rule"
    let that = at + 2 == time && analysis.is(at + 1, Class::Adposition);
    analysis.is_any(at, groups::OPENER) && (that || !analysis.is_any(at, ALSO))
}

/// The token behind a bracket that opens here and closes soon; a clause goes on behind it.
fn behind_bracket(analysis: &Analysis<'_, '_>, at: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    if analysis.kind(at) != TokenKind::Open {
        return None;
    }
    (at + 1..=at + LONGEST).find(|at| analysis.kind(*at) == TokenKind::Close).map(|close| close + 1)
}
