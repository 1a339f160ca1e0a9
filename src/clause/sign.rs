//! What a token can be in a clause.

use crate::lexicon::class::Adposition;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

pub(super) const FINITE: Form = Form(Form::PRESENT.0 | Form::PAST.0 | Form::SUBJUNCTIVE_1.0 | Form::SUBJUNCTIVE_2.0);
pub(super) const NONFINITE: Form =
    Form(Form::PARTICIPLE.0 | Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0 | Form::GERUND.0);

/// How sure it is that a token is a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Finite {
    No,
    /// No dictionary knows the word, but it has a verb's ending and place.
    Guess,
    /// Could also be a participle, an infinitive or a noun.
    Perhaps,
    Yes,
}

/// What a token can be: a finite verb, or another form of a verb.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sign {
    pub finite: Finite,
    forms: u8,
}

impl Sign {
    pub(super) const NONE: Sign = Sign { finite: Finite::No, forms: 0 };
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

    /// The sign of a verb's form that is not known to be finite.
    pub(super) fn of(analysis: &Analysis<'_, '_>, token: usize, classes: ClassSet) -> Sign {
        Sign { finite: Finite::No, forms: forms(analysis, token, classes) }
    }

    pub(super) fn is(self, forms: u8) -> bool {
        self.forms & forms != 0
    }
}

/// The forms of a verb that a token can be besides a finite one.
fn forms(analysis: &Analysis<'_, '_>, token: usize, classes: ClassSet) -> u8 {
    const NOT_BARE: ClassSet = groups::AUXILIARY.with(groups::MODIFIER);
    const NO_NOUN: Form = Form(Form::PAST.0 | Form::INFINITIVE.0 | Form::PARTICIPLE.0 | Form::GERUND.0);
    if analysis.shape(token) != Shape::Lower {
        return 0;
    }
    // "einen" of "einen", "meinen": a determiner.
    const DETERMINERS: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    if classes.has_any(DETERMINERS) && !classes.has_any(groups::AUXILIARY) {
        return 0;
    }
    const CONVERSION: ClassSet = ClassSet::of(&[Class::Conversion, Class::Noun]);
    // Of all verbs, of verbs proper, and with those that decline as adjectives do.
    let (mut verbal, mut verb, mut any) = (Form::NONE, Form::NONE, Form::NONE);
    for sense in analysis.senses(token) {
        if !groups::VERBAL.has(sense.class) {
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
        | bit(verb.has(Form::PARTICIPLE) && !classes.has_any(groups::MODIFIER), Sign::PARTICIPLE)
        | bit(
            classes.has_any(CONVERSION) && verb.has(Form::PRESENT.and(Form::SINGULAR)) && !verb.has_any(NO_NOUN),
            Sign::CONVERSION,
        )
}

/// "zu" or "to" before an infinitive.
pub(super) fn infinitive_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_adposition(token, Adposition::To)
}

/// What follows a verb rather than a noun: "plans to", "reports that", "numbers the", "counts 37".
pub(super) fn takes_object(analysis: &Analysis<'_, '_>, next: usize) -> bool {
    const OBJECT: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Pronoun,
        Class::Cardinal,
        Class::Approx,
        Class::Quantifier,
    ]);
    infinitive_mark(analysis, next) || analysis.is_any(next, OBJECT) || analysis.kind(next) == TokenKind::Number
}
