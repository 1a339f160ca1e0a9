//! The verbs of a clause, as far as its tense follows from them.

use crate::lang::Profile;
use crate::lexicon::class::{Adposition, Auxiliary, Modal, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// The time of a clause, as far as it decides between last and next Friday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// "sagte", "has said".
    Past,
    /// "decided to admit": told in the past of what may lie ahead.
    Aim,
    /// "beginnt", "meets": ahead in German and for a day, undecided otherwise.
    Present,
    /// "wird", "will", "soll", "plans to".
    Future,
    /// No verb says.
    Open,
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

/// Whether a participle stands between a determiner (or an adverb) and a noun: "the planned trip".
fn is_attribute(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let determined =
        (1..=2).any(|back| at.checked_sub(back).is_some_and(|before| analysis.is_any(before, groups::DETERMINER)));
    determined && analysis.is(at + 1, Class::Noun) && !analysis.is(at + 1, Class::Adposition)
}

/// "the cut", "a record low", "would set": what a form that is past and present alike is no finite verb behind.
fn is_noun_place(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const BEFORE: ClassSet = groups::AUXILIARY.or(&[
        Class::Adjective,
        Class::Adposition,
        Class::Article,
        Class::Possessive,
        Class::Quantifier,
    ]);
    at.checked_sub(1).is_none_or(|before| analysis.is_any(before, BEFORE) || analysis.is_possessive(before, 0))
}

/// Whether an article or possessive stands right before a word.
fn is_determined(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const BEFORE: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    at.checked_sub(1).is_some_and(|before| analysis.is_any(before, BEFORE))
}

/// "sought support", not "planned for Friday", "scheduled to begin": what was done, not what was planned.
fn takes_object(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_OBJECT: ClassSet = groups::LINK.with(groups::DAY).or(&[Class::Adverb, Class::Deictic, Class::Month]);
    analysis.kind(at + 1) == TokenKind::Word
        && !analysis.is_any(at + 1, NO_OBJECT)
        && !behind_auxiliary(analysis, at, Auxiliary::Be)
}

/// Whether a form of the auxiliary stands right before, at most an adverb between: "is heard", "has already left".
fn behind_auxiliary(analysis: &Analysis<'_, '_>, at: usize, wanted: Auxiliary) -> bool {
    let between = ClassSet::of(&[Class::Adverb, Class::Negation]);
    let before = at
        .checked_sub(1)
        .map(|before| if analysis.is_any(before, between) { before.saturating_sub(1) } else { before });
    before.is_some_and(|before| {
        analysis.senses_of(before, Class::Auxiliary).any(|sense| Auxiliary::from_value(sense.value) == Some(wanted))
    })
}

/// The verbs of a clause, each with its distance.
#[derive(Default)]
pub(super) struct Clause {
    past: Option<usize>,
    future: Option<usize>,
    present: Option<usize>,
    /// "hat", "ist", "has": perfect if a participle is near.
    auxiliary: Option<usize>,
    participle: Option<usize>,
    /// "worden", "gewesen", "been": past whatever else stands there.
    been: bool,
    infinitive: Option<usize>,
    /// "to admit".
    to_infinitive: Option<usize>,
    /// "would", "würde".
    would: Option<usize>,
    /// A verb of planning or expecting in any tense.
    plan: Option<usize>,
    /// "hat", "have".
    have: bool,
    /// "has its meeting": have with an object of its own.
    holds: bool,
    /// "set", "cut": past and present alike.
    alike: Option<usize>,
}

impl Clause {
    pub(super) fn decided(&self) -> bool {
        self.past.is_some()
            || self.future.is_some()
            || self.plan.is_some()
            || self.would.is_some()
            || self.present.is_some()
            || (self.auxiliary.is_some() && self.participle.is_some())
    }

    pub(super) fn read(&mut self, analysis: &Analysis<'_, '_>, profile: &Profile, at: usize, distance: usize) {
        // The place of a word tells what it is: an auxiliary stands right before its verb, "to" before an infinitive.
        let fixed_order = !profile.verb_final;
        if !analysis.is_any(at, groups::VERBAL) {
            // Participles and past tenses of verbs that no dictionary holds.
            if analysis.kind(at) == TokenKind::Word
                && analysis.shape(at) == Shape::Lower
                && analysis.senses(at).is_empty()
                && (profile.past_form)(analysis.word(at))
            {
                let slot = if fixed_order { &mut self.past } else { &mut self.participle };
                slot.get_or_insert(distance);
            }
            return;
        }
        if is_name(analysis, at) || fixed_order && analysis.is_possessive(at, 0) {
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
        // "announced the plan"
        if fixed_order && analysis.is(at, Class::Noun) && is_determined(analysis, at) {
            return;
        }
        let noun =
            analysis.is_any(at, ClassSet::of(&[Class::Noun, Class::Adposition, Class::Deictic, Class::Adjective]));
        let to_infinitive =
            fixed_order && at.checked_sub(1).is_some_and(|before| analysis.is_adposition(before, Adposition::To));
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
                    // "could begin in May" may lie ahead.
                    Some(Modal::Can | Modal::May) if fixed_order => set(&mut self.present),
                    Some(_) if form.has(Form::PAST) => set(&mut self.past),
                    _ => {}
                },
                Class::Auxiliary => match Auxiliary::from_value(sense.value) {
                    _ if form.has(Form::PARTICIPLE) && !form.has(Form::PAST) => self.been = true,
                    // "is to leave"
                    Some(Auxiliary::Be) if fixed_order && analysis.is_adposition(at + 1, Adposition::To) => {
                        set(&mut self.future)
                    }
                    _ if form.has(Form::PAST) => set(&mut self.past),
                    Some(Auxiliary::Become) if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1)) => {
                        set(&mut self.future)
                    }
                    Some(Auxiliary::Have)
                        if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1).and(Form::SUBJUNCTIVE_2)) =>
                    {
                        self.have = true;
                        self.holds |= fixed_order && form.has(Form::PRESENT) && is_determined(analysis, at + 2);
                        set(&mut self.auxiliary);
                    }
                    // "ist gekommen" is a perfect, "is heard" is not.
                    Some(Auxiliary::Be) if form.has_any(Form::PRESENT.and(Form::SUBJUNCTIVE_1)) => {
                        set(if profile.be_perfect { &mut self.auxiliary } else { &mut self.present })
                    }
                    _ => {}
                },
                Class::Verb
                    if noun
                        && !form.has(Form::PAST)
                        && !(analysis.verb_kind(*sense) == Some(VerbKind::Plan) && analysis.is_adposition(at + 1, Adposition::To))
                    // "to open"
                    && to_infinitive && form.has(Form::INFINITIVE) =>
                {
                    set(&mut self.to_infinitive);
                }
                // "the hastily planned trip"
                Class::Verb if form.has(Form::PARTICIPLE) && is_attribute(analysis, at) => {}
                Class::Verb => {
                    let plan = analysis.verb_kind(*sense) == Some(VerbKind::Plan)
                        && !form.has_any(Form::ATTRIBUTIVE.and(Form::WANTS_PREFIX))
                        && !(form.has_any(Form::PAST.and(Form::PARTICIPLE))
                            && fixed_order
                            && takes_object(analysis, at));
                    if plan {
                        set(&mut self.plan);
                    } else if fixed_order
                        && form.has(Form::PARTICIPLE)
                        && (behind_auxiliary(analysis, at, Auxiliary::Be)
                            || behind_auxiliary(analysis, at, Auxiliary::Have))
                    {
                        set(&mut self.participle);
                    } else if fixed_order
                        && form.has(Form::PAST.and(Form::PRESENT))
                        && !to_infinitive
                        && !is_noun_place(analysis, at)
                    {
                        set(&mut self.alike);
                    } else if form.has(Form::PAST) && !form.has(Form::SUBJUNCTIVE_1) && !(form.has(Form::PRESENT)) {
                        set(&mut self.past);
                    } else if form.has(Form::PARTICIPLE) && !form.has(Form::ATTRIBUTIVE) {
                        set(&mut self.participle);
                    } else if form.has(Form::INFINITIVE) {
                        set(&mut self.infinitive);
                        if to_infinitive {
                            set(&mut self.to_infinitive);
                        }
                    } else if form.has(Form::PRESENT) {
                        set(&mut self.present);
                    }
                }
                _ => {}
            }
        }
    }

    pub(super) fn tense(&self) -> Tense {
        // "ist gewählt worden"; "sollen sich ein Rennen geliefert haben"
        if self.auxiliary.is_some() && (self.been || (self.have && !self.holds && self.participle.is_some())) {
            let aims = self.to_infinitive.is_some_and(|to| self.auxiliary.is_some_and(|auxiliary| to < auxiliary));
            return if aims && !self.been { Tense::Aim } else { Tense::Past };
        }
        // News tells what happened: "when he set aside plans", but "will cut jobs".
        let told = self.alike.is_some_and(|alike| {
            [self.plan, self.present, self.past].into_iter().flatten().all(|other| alike < other)
                && [self.future, self.would, self.auxiliary].into_iter().all(|other| other.is_none())
        });
        if told {
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
            (Some(past), None) if self.to_infinitive.is_some_and(|to| to < past) => Tense::Aim,
            (Some(_), None) => Tense::Past,
            (None, Some(_)) => Tense::Future,
            (None, None) if self.auxiliary.is_some() && !self.holds && self.participle.is_some() => {
                if self.to_infinitive < self.participle && self.to_infinitive.is_some() {
                    Tense::Aim
                } else {
                    Tense::Past
                }
            }
            (None, None) if self.holds => Tense::Present,
            (None, None) if self.have && self.present.is_none() => Tense::Past,
            // "seems certain to end", "expects to speak"
            (None, None)
                if self
                    .present
                    .is_some_and(|present| self.to_infinitive.is_some_and(|infinitive| infinitive < present)) =>
            {
                Tense::Future
            }
            (None, None) if self.present.is_some() || self.auxiliary.is_some() => Tense::Present,
            (None, None) if self.infinitive.is_some() => Tense::Present,
            (None, None) => Tense::Open,
        }
    }
}
