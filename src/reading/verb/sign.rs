//! What a word can be as a verb.

use std::ops::{Index, Range};

use crate::lexicon::class::{Adposition, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

pub(crate) const FINITE: Form = Form(Form::PRESENT.0 | Form::PAST.0 | Form::SUBJUNCTIVE_1.0 | Form::SUBJUNCTIVE_2.0);
pub(crate) const NONFINITE: Form =
    Form(Form::PARTICIPLE.0 | Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0 | Form::GERUND.0);

/// How sure it is that a token is a finite verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Finite {
    No,
    /// No dictionary knows the word, but it has a verb's ending and place.
    Guess,
    /// Could also be a participle, an infinitive or a noun.
    Perhaps,
    Yes,
}

/// What a token can be: a finite verb, or another form of a verb.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sign {
    pub finite: Finite,
    forms: u8,
}

impl Sign {
    pub(crate) const NONE: Sign = Sign { finite: Finite::No, forms: 0 };
    /// A participle, infinitive or gerund that is no attribute.
    pub(crate) const NONFINITE: u8 = 1;
    /// An infinitive, with "zu" inside or without.
    pub(crate) const ANY_INFINITIVE: u8 = 1 << 1;
    /// An infinitive without "zu" inside.
    pub(crate) const INFINITIVE: u8 = 1 << 2;
    /// An infinitive with "zu" inside: "bekanntzugeben".
    pub(crate) const ZU_INFINITIVE: u8 = 1 << 3;
    /// Has "zu" or "to" before it and is an infinitive.
    pub(crate) const MARKED: u8 = 1 << 4;
    /// A verb's participle or infinitive that is nothing else: neither adjective nor auxiliary.
    pub(crate) const BARE: u8 = 1 << 5;
    /// A verb's participle that is no adjective.
    pub(crate) const PARTICIPLE: u8 = 1 << 6;
    /// A present tense that may be a plural noun as well: "scales".
    pub(crate) const CONVERSION: u8 = 1 << 7;

    /// The sign of a verb's form that is not known to be finite.
    pub(crate) fn of(analysis: &Analysis<'_, '_>, token: usize, classes: ClassSet) -> Sign {
        Sign { finite: Finite::No, forms: forms(analysis, token, classes) }
    }

    pub(crate) fn is(self, forms: u8) -> bool {
        self.forms & forms != 0
    }
}

/// The signs of a stretch of tokens; there is none for a token outside of it.
#[derive(Debug, Default)]
pub(crate) struct Signs {
    first: usize,
    of: Vec<Sign>,
}

impl Signs {
    /// Makes room for the signs of a stretch, and forgets all others.
    pub(super) fn clear(&mut self, tokens: Range<usize>) {
        self.first = tokens.start;
        self.of.clear();
        self.of.resize(tokens.len(), Sign::NONE);
    }

    /// The signs of some of the tokens that were read, in their order.
    pub(crate) fn over(&self, tokens: Range<usize>) -> &[Sign] {
        let (start, end) = (tokens.start.wrapping_sub(self.first), tokens.end.wrapping_sub(self.first));
        self.of.get(start..end).unwrap_or_default()
    }

    pub(super) fn set(&mut self, token: usize, sign: Sign) {
        if let Some(of) = self.of.get_mut(token.wrapping_sub(self.first)) {
            *of = sign;
        }
    }

    /// Decides how sure it is that a token is a finite verb.
    pub(super) fn decide(&mut self, token: usize, finite: Finite) {
        self.set(token, Sign { finite, ..self[token] });
    }
}

impl Index<usize> for Signs {
    type Output = Sign;

    #[inline]
    fn index(&self, token: usize) -> &Sign {
        self.of.get(token.wrapping_sub(self.first)).unwrap_or(&Sign::NONE)
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
    // "vor *einigen* Wochen", but "wollen sich einigen"
    let counts = || {
        let noun = analysis.kind(token + 1) == TokenKind::Word && analysis.shape(token + 1) != Shape::Lower;
        noun && analysis.profile(analysis.sentence_of(token)).capital_nouns
    };
    if classes.has_any(groups::QUANTITY) && !classes.has_any(groups::AUXILIARY) && counts() {
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
        | bit(any.has(Form::INFINITIVE) && mark_before(analysis, token).is_some(), Sign::MARKED)
        | bit(verb.has_any(Form::INFINITIVE.and(Form::PARTICIPLE)) && !classes.has_any(NOT_BARE), Sign::BARE)
        | bit(verb.has(Form::PARTICIPLE) && !classes.has_any(groups::MODIFIER), Sign::PARTICIPLE)
        | bit(
            classes.has_any(CONVERSION) && verb.has(Form::PRESENT.and(Form::SINGULAR)) && !verb.has_any(NO_NOUN),
            Sign::CONVERSION,
        )
}

/// "zu" or "to" before an infinitive.
pub(crate) fn infinitive_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_adposition(token, Adposition::To)
}

/// The mark right before an infinitive, or before an adverb between the two: "*to* quickly build".
pub(crate) fn mark_before(analysis: &Analysis<'_, '_>, token: usize) -> Option<usize> {
    let before = token.checked_sub(1)?;
    if infinitive_mark(analysis, before) {
        return Some(before);
    }
    let mark = before.checked_sub(1).filter(|mark| infinitive_mark(analysis, *mark))?;
    let profile = analysis.profile(analysis.sentence_of(token));
    let adverb = (analysis.is(before, Class::Adverb) || analysis.is_unknown_word(before))
        && !analysis.is_any(before, ClassSet::of(&[Class::Adjective, Class::Approx]))
        && (profile.adverb_like)(analysis.word(before));
    (adverb && !profile.verb_final && analysis.has_form(token, Class::Verb, Form::INFINITIVE)).then_some(mark)
}

/// "to build", but "to the plans", "to reforms".
pub(crate) fn begins_infinitive(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    infinitive_mark(analysis, token)
        && analysis
            .senses(token + 1)
            .iter()
            .any(|sense| groups::VERBAL.has(sense.class) && sense.form.has(Form::INFINITIVE))
}

/// What follows a verb rather than a noun: "plans to", "reports that", "numbers the", "counts 37".
pub(crate) fn takes_object(analysis: &Analysis<'_, '_>, next: usize) -> bool {
    const MORE: ClassSet = ClassSet::of(&[Class::Approx, Class::OpenAmount, Class::Quantifier]);
    // "shot down a drone"
    let next = next + usize::from(analysis.is(next, Class::Particle) && !analysis.is(next, Class::Article));
    // "costs between 20 and 30 dollars", "costs from $20"
    let range = || {
        let symbol = usize::from(analysis.kind(next + 1) == TokenKind::Symbol);
        let opens = analysis.is_adposition(next, Adposition::Between)
            || symbol > 0 && analysis.is_adposition(next, Adposition::From);
        opens && analysis.kind(next + 1 + symbol) == TokenKind::Number
    };
    infinitive_mark(analysis, next) || begins_object(analysis, next) || analysis.is_any(next, MORE) || range()
}

/// What follows a verb and no noun: "numbers the", "counts 37"; not "numbers to", "messages about".
pub(crate) fn begins_object(analysis: &Analysis<'_, '_>, next: usize) -> bool {
    const OBJECT: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive, Class::Pronoun, Class::Cardinal]);
    let money = || analysis.kind(next) == TokenKind::Symbol && analysis.is(next, Class::Currency);
    analysis.is_any(next, OBJECT) || analysis.kind(next) == TokenKind::Number || money()
}

/// "says", "hopes": what follows may be a clause with its own verb.
pub(crate) fn governs_clause(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.senses_of(token, Class::Verb).any(|sense| {
        // A sense with a conjunction behind it needs no other sign.
        let kind = analysis.verb_kind(*sense).filter(|_| !sense.form.has(Form::CLAUSAL));
        matches!(kind, Some(VerbKind::Say | VerbKind::Think | VerbKind::Find | VerbKind::Plan))
    })
}
