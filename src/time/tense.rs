//! Which way a clause looks: back, ahead, or neither.

use std::ops::Range;

use crate::analysis::Analysis;
use crate::lang::Profile;
use crate::lexicon::class::{Adposition, Auxiliary, Modal};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// The time of a clause, as far as it decides between last and next Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "sagte", "has said".
    Past,
    /// "beginnt", "meets": ahead in German and for a day, undecided otherwise.
    Present,
    /// "wird", "will", "soll", "plans to".
    Future,
    /// No verb says.
    Open,
}

/// How far to look on each side.
const REACH: usize = 18;

/// The tense of the clause around an expression: what its nearest finite verb says.
///
/// German clauses end at commas, so both sides count alike; in English the verb governs what stands behind it, so the
/// left side counts first.
pub(super) fn of(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> Tense {
    let number = analysis.sentence_of(tokens.start);
    let Some(sentence) = analysis.sentences.get(number) else { return Tense::Open };
    let profile = analysis.profile(number);
    let (first, last) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
    let mut clause = Clause::default();
    let mut at = tokens.start;
    let mut distance = 0;
    while at > first && distance < REACH {
        at -= 1;
        distance += 1;
        if ends_clause(analysis, at, profile.verb_final) && distance > 1 {
            break;
        }
        clause.read(analysis, profile, at, distance);
        if !profile.verb_final && clause.decided() {
            break;
        }
    }
    if profile.verb_final || !clause.decided() {
        let mut distance = if profile.verb_final { 0 } else { REACH };
        for at in tokens.end..last.min(tokens.end + REACH) {
            distance += 1;
            if ends_clause(analysis, at, profile.verb_final) && at > tokens.end {
                break;
            }
            clause.read(analysis, profile, at, distance);
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

/// Whether a capitalised word inside a sentence is part of a name: "United".
fn is_name(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    at > 0 && analysis.shape(at) == Shape::Title && matches!(analysis.kind(at - 1), TokenKind::Word | TokenKind::Hyphen)
}

/// Whether a modal phrase of more than `length` tokens begins here, and if so whether it looks ahead.
fn phrase(analysis: &Analysis<'_, '_>, start: usize, length: usize) -> Option<bool> {
    let sense = analysis
        .sense(start, Class::Modal)
        .filter(|sense| usize::from(sense.length) > length.max(2) - 1 && usize::from(sense.length) >= 3)?;
    Some(matches!(Modal::from_value(sense.value), Some(Modal::Shall | Modal::Will | Modal::Want)))
}

fn is_to(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Adposition)
        && analysis.senses(at).iter().any(|sense| {
            sense.class == Class::Adposition && Adposition::from_value(sense.value) == Some(Adposition::To)
        })
}

/// The verbs of a clause, each with its distance.
#[derive(Default)]
struct Clause {
    past: Option<usize>,
    future: Option<usize>,
    present: Option<usize>,
    /// "hat", "ist", "has": perfect if a participle is near.
    auxiliary: Option<usize>,
    participle: Option<usize>,
    /// "worden", "gewesen", "been": past whatever else stands there.
    been: bool,
    infinitive: Option<usize>,
    /// "would", "würde".
    would: Option<usize>,
    /// A verb of planning or expecting in any tense.
    plan: Option<usize>,
    /// "hat", "have".
    have: bool,
}

impl Clause {
    fn decided(&self) -> bool {
        self.past.is_some()
            || self.future.is_some()
            || self.plan.is_some()
            || self.would.is_some()
            || self.present.is_some()
            || (self.auxiliary.is_some() && self.participle.is_some())
    }

    fn read(&mut self, analysis: &Analysis<'_, '_>, profile: &Profile, at: usize, distance: usize) {
        const VERBS: ClassSet = ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal]);
        if !analysis.is_any(at, VERBS) {
            // Participles and past tenses of verbs that no dictionary holds.
            if analysis.kind(at) == TokenKind::Word
                && analysis.shape(at) == Shape::Lower
                && analysis.senses(at).is_empty()
                && (profile.past_form)(analysis.word(at))
            {
                let slot = if profile.verb_final { &mut self.participle } else { &mut self.past };
                slot.get_or_insert(distance);
            }
            return;
        }
        if is_name(analysis, at) {
            return;
        }
        // "are expected to join": the participle belongs to the modal phrase before it.
        if let Some(modal) = (1..=2)
            .filter_map(|back| Some((back, at.checked_sub(back)?)))
            .find_map(|(back, start)| phrase(analysis, start, back + 1))
        {
            if modal {
                self.future.get_or_insert(distance);
            }
            return;
        }
        let noun =
            analysis.is_any(at, ClassSet::of(&[Class::Noun, Class::Adposition, Class::Deictic, Class::Adjective]));
        let set = |slot: &mut Option<usize>| {
            slot.get_or_insert(distance);
        };
        for sense in analysis.senses(at) {
            let form = sense.form;
            match sense.class {
                Class::Modal => match Modal::from_value(sense.value) {
                    Some(Modal::Will | Modal::Shall | Modal::Want | Modal::Must | Modal::Should)
                        if form.has(Form::PRESENT) =>
                    {
                        set(&mut self.future)
                    }
                    Some(Modal::Can | Modal::May | Modal::Allowed) if form.has(Form::PRESENT) => set(&mut self.present),
                    Some(Modal::Would) => set(&mut self.would),
                    Some(_) if form.has(Form::PAST) => set(&mut self.past),
                    _ => {}
                },
                Class::Auxiliary => match Auxiliary::from_value(sense.value) {
                    _ if form.has(Form::PARTICIPLE) => self.been = true,
                    // "is to leave"
                    Some(Auxiliary::Be) if !profile.verb_final && is_to(analysis, at + 1) => set(&mut self.future),
                    _ if form.has(Form::PAST) => set(&mut self.past),
                    Some(Auxiliary::Become) if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1)) => {
                        set(&mut self.future)
                    }
                    Some(Auxiliary::Have)
                        if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1).and(Form::SUBJUNCTIVE_2)) =>
                    {
                        self.have = true;
                        set(&mut self.auxiliary);
                    }
                    Some(Auxiliary::Be) if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1)) => {
                        set(&mut self.auxiliary)
                    }
                    _ => {}
                },
                Class::Verb
                    if noun
                        && !form.has(Form::PAST)
                        && !(analysis.entry(*sense).tag == "plan" && is_to(analysis, at + 1)) => {}
                Class::Verb => {
                    if analysis.entry(*sense).tag == "plan" && !form.has_any(Form::ATTRIBUTIVE.and(Form::WANTS_PREFIX))
                    {
                        set(&mut self.plan);
                    } else if form.has(Form::PAST) && !form.has(Form::SUBJUNCTIVE_1) && !(form.has(Form::PRESENT)) {
                        set(&mut self.past);
                    } else if form.has(Form::PARTICIPLE) && !form.has(Form::ATTRIBUTIVE) {
                        set(&mut self.participle);
                    } else if form.has(Form::INFINITIVE) {
                        set(&mut self.infinitive);
                    } else if form.has(Form::PRESENT) {
                        set(&mut self.present);
                    }
                }
                _ => {}
            }
        }
    }

    fn tense(&self) -> Tense {
        // "ist gewählt worden"; "sollen sich ein Rennen geliefert haben"
        if self.auxiliary.is_some() && (self.been || (self.have && self.participle.is_some())) {
            return Tense::Past;
        }
        let future = match (self.future, self.plan, self.would) {
            (None, None, None) => None,
            (a, b, c) => [a, b, c].into_iter().flatten().min(),
        };
        match (self.past, future) {
            (Some(past), Some(future)) => {
                if past < future {
                    Tense::Past
                } else {
                    Tense::Future
                }
            }
            (Some(_), None) => Tense::Past,
            (None, Some(_)) => Tense::Future,
            (None, None) if self.auxiliary.is_some() && self.participle.is_some() => Tense::Past,
            (None, None) if self.have && self.present.is_none() => Tense::Past,
            (None, None) if self.present.is_some() || self.auxiliary.is_some() => Tense::Present,
            (None, None) if self.infinitive.is_some() => Tense::Present,
            (None, None) => Tense::Open,
        }
    }
}
