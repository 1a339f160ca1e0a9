//! What each token can be in a clause, found out once for all rules.

use super::conversion;
use super::finite::{Finite, NONFINITE, finite, goes_on, guess, infinitive_mark};
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

pub(super) const VERBAL: ClassSet = ClassSet::of(&[Class::Verb, Class::Auxiliary, Class::Modal]);

/// What a token can be: a finite verb, or another form of a verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub finite: Finite,
    forms: u8,
}

impl Sign {
    const NONE: Sign = Sign { finite: Finite::No, forms: 0 };
    /// A participle, infinitive or gerund that is no attribute.
    pub(super) const NONFINITE: u8 = 1;
    /// An infinitive, with "zu" inside or without.
    pub(super) const ANY_INFINITIVE: u8 = 1 << 1;
    /// An infinitive without "zu" inside.
    pub(super) const INFINITIVE: u8 = 1 << 2;
    /// An infinitive with "zu" inside: "bekanntzugeben".
    pub(super) const ZU_INFINITIVE: u8 = 1 << 3;
    /// Has "zu" or "to" before it and is an infinitive.
    pub(super) const MARKED: u8 = 1 << 4;
    /// A verb's participle or infinitive that is nothing else: neither adjective nor auxiliary.
    pub(super) const BARE: u8 = 1 << 5;
    /// A verb's participle that is no adjective.
    pub(super) const PARTICIPLE: u8 = 1 << 6;
    /// A present tense that may be a plural noun as well: "scales".
    pub(super) const CONVERSION: u8 = 1 << 7;

    pub(super) fn is(self, forms: u8) -> bool {
        self.forms & forms != 0
    }
}

/// Finds the sign of every token.
pub(super) fn read(analysis: &Analysis<'_, '_>, signs: &mut Vec<Sign>) {
    signs.clear();
    signs.resize(analysis.tokens.len(), Sign::NONE);
    for (sentence, bounds) in analysis.sentences.iter().enumerate() {
        let range = bounds.tokens.start as usize..bounds.tokens.end as usize;
        let profile = analysis.profile(sentence);
        // Whether the stretch since the last mark or conjunction has its verb.
        let mut has_verb = false;
        let mut converted = false;
        let kinds = analysis.tokens.get(range.clone()).unwrap_or_default().iter().map(|token| token.kind);
        let known = analysis.lexed.classes_in(range.clone()).zip(kinds);
        for (token, (classes, kind)) in range.clone().zip(known) {
            if classes.has_any(VERBAL) {
                let mut sign = Sign { finite: Finite::No, forms: forms(analysis, token, classes) };
                // "April last year": a word that points to a time is no verb.
                if !classes.has(Class::Deictic) {
                    let mut verdict = finite(analysis, token, range.start, profile.capital_nouns);
                    if verdict == Finite::Perhaps
                        && profile.verb_final
                        && !has_verb
                        && goes_on(analysis, token, range.end)
                    {
                        verdict = Finite::Yes;
                    }
                    has_verb |= verdict == Finite::Yes;
                    sign.finite = verdict;
                } else if ends_stretch(classes, kind) {
                    has_verb = false;
                }
                converted |= sign.is(Sign::CONVERSION);
                signs[token] = sign;
            } else if ends_stretch(classes, kind) {
                has_verb = false;
            } else if classes.has_none() && !has_verb && guess(analysis, token, &range, profile.finite_like) {
                signs[token].finite = Finite::Guess;
            }
        }
        if converted {
            conversion::settle(analysis, signs, range);
        }
    }
}

/// A mark or conjunction, behind which another finite verb may stand.
fn ends_stretch(classes: ClassSet, kind: TokenKind) -> bool {
    classes.has(Class::Coordinator) || matches!(kind, TokenKind::Separator | TokenKind::Dash | TokenKind::Quote)
}

/// The forms of a verb that a token can be besides a finite one.
fn forms(analysis: &Analysis<'_, '_>, token: usize, classes: ClassSet) -> u8 {
    const NO_PARTICIPLE: ClassSet = ClassSet::of(&[Class::Adjective, Class::Adverb]);
    const NOT_BARE: ClassSet = ClassSet::of(&[Class::Adjective, Class::Adverb, Class::Auxiliary, Class::Modal]);
    const NO_NOUN: Form = Form(Form::PAST.0 | Form::INFINITIVE.0 | Form::PARTICIPLE.0 | Form::GERUND.0);
    if analysis.shape(token) != Shape::Lower {
        return 0;
    }
    const CONVERSION: ClassSet = ClassSet::of(&[Class::Conversion, Class::Noun]);
    // Of all verbs, of verbs proper, and with those that decline as adjectives do.
    let (mut verbal, mut verb, mut any) = (Form::NONE, Form::NONE, Form::NONE);
    for sense in analysis.senses(token) {
        if !VERBAL.has(sense.class) {
            continue;
        }
        any = any.and(sense.form);
        if !sense.form.has(Form::ATTRIBUTIVE) {
            verbal = verbal.and(sense.form);
            if sense.class == Class::Verb {
                verb = verb.and(sense.form);
            }
        }
    }
    let bit = |holds: bool, bit: u8| if holds { bit } else { 0 };
    bit(verbal.has_any(NONFINITE), Sign::NONFINITE)
        | bit(verbal.has_any(Form::INFINITIVE.and(Form::ZU_INFINITIVE)), Sign::ANY_INFINITIVE)
        | bit(verbal.has(Form::INFINITIVE), Sign::INFINITIVE)
        | bit(any.has(Form::ZU_INFINITIVE), Sign::ZU_INFINITIVE)
        | bit(any.has(Form::INFINITIVE) && token > 0 && infinitive_mark(analysis, token - 1), Sign::MARKED)
        | bit(verb.has_any(Form::INFINITIVE.and(Form::PARTICIPLE)) && !classes.has_any(NOT_BARE), Sign::BARE)
        | bit(verb.has(Form::PARTICIPLE) && !classes.has_any(NO_PARTICIPLE), Sign::PARTICIPLE)
        | bit(
            classes.has_any(CONVERSION) && verb.has(Form::PRESENT.and(Form::SINGULAR)) && !verb.has_any(NO_NOUN),
            Sign::CONVERSION,
        )
}
