//! Which tokens can be finite verbs.

use super::english::{english, is_ruled_out};
use super::sign::VERBAL;
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

pub(super) const FINITE: Form = Form(Form::PRESENT.0 | Form::PAST.0 | Form::SUBJUNCTIVE_1.0 | Form::SUBJUNCTIVE_2.0);
pub(super) const NONFINITE: Form =
    Form(Form::PARTICIPLE.0 | Form::INFINITIVE.0 | Form::ZU_INFINITIVE.0 | Form::GERUND.0);
pub(super) const AUXILIARY: ClassSet = ClassSet::of(&[Class::Auxiliary, Class::Modal]);

/// Words of closed classes that are spelt like a verb: "einen", "eine", "Ende", "like".
const CLOSED: ClassSet =
    ClassSet::of(&[Class::Article, Class::IndefiniteArticle, Class::Possessive, Class::Cardinal, Class::Quantifier]);

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

/// A German form that is also an infinitive or participle is finite where its clause goes on behind it: "stehen fast
/// 500 Menschen", not "müssen stehen".
pub(super) fn goes_on(analysis: &Analysis<'_, '_>, token: usize, end: usize) -> bool {
    const GOES_ON: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Demonstrative,
        Class::Pronoun,
        Class::Adposition,
        Class::Adverb,
        Class::Approx,
        Class::Cardinal,
        Class::Negation,
        Class::Quantifier,
        Class::Indefinite,
    ]);
    let next = token + 1;
    next < end
        && !analysis.is_any(next, VERBAL)
        && (analysis.is_any(next, GOES_ON)
            || analysis.kind(next) == TokenKind::Number
            || analysis.shape(next) != Shape::Lower)
        && analysis.kind(next) != TokenKind::Separator
        && matches!(analysis.kind(next), TokenKind::Word | TokenKind::Number)
        && !has_attributive(analysis, token)
}

/// "verletzte Menschen": the form may be an adjective before its noun.
fn has_attributive(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.shape(token + 1) != Shape::Lower
        && analysis.kind(token + 1) == TokenKind::Word
        && analysis.has_form(token, Class::Verb, Form::ATTRIBUTIVE)
}

/// A word that no dictionary knows, with a verb's ending, where a verb can stand: at the end of its stretch, or
/// between a noun and what opens the next phrase.
pub(super) fn guess(
    analysis: &Analysis<'_, '_>,
    token: usize,
    sentence: &std::ops::Range<usize>,
    finite_like: fn(&str) -> bool,
) -> bool {
    const OPENS: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Pronoun,
        Class::Adposition,
        Class::Approx,
        Class::Cardinal,
    ]);
    if analysis.shape(token) != Shape::Lower
        || analysis.kind(token) != TokenKind::Word
        || !analysis.lexed.classes(token).has_none()
        || token == sentence.start
        || !finite_like(analysis.word(token))
    {
        return false;
    }
    let next = token + 1;
    let last = next >= sentence.end
        || matches!(
            analysis.kind(next),
            TokenKind::Separator | TokenKind::Terminal | TokenKind::Close | TokenKind::Quote | TokenKind::Dash
        );
    let behind_noun = analysis.kind(token - 1) == TokenKind::Word && analysis.shape(token - 1) != Shape::Lower;
    last || behind_noun && (analysis.is_any(next, OPENS) || analysis.kind(next) == TokenKind::Number)
}

/// Whether a token can be a finite verb, by its own form and its neighbours.
pub(super) fn finite(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize, capital_nouns: bool) -> Finite {
    if analysis.kind(token) != TokenKind::Word {
        return Finite::No;
    }
    let auxiliary = analysis.is_any(token, AUXILIARY);
    let capital = analysis.shape(token) != Shape::Lower;
    if capital && token != sentence_start {
        return Finite::No;
    }
    if capital_nouns && is_other_word(analysis, token, capital) || !auxiliary && analysis.is_any(token, CLOSED) {
        return Finite::No;
    }
    if !capital_nouns && analysis.is(token, Class::Verb) && is_ruled_out(analysis, token, sentence_start) {
        return Finite::No;
    }
    let mut best = Finite::No;
    let senses = analysis.senses(token);
    for sense in senses {
        let verdict = match sense.class {
            // "eingegriffen zu haben"
            Class::Auxiliary | Class::Modal
                if (sense.form.has(Form::INFINITIVE) || !capital_nouns)
                    && token > sentence_start
                    && infinitive_mark(analysis, token - 1) =>
            {
                Finite::No
            }
            Class::Auxiliary | Class::Modal if sense.form.has_any(FINITE) => Finite::Yes,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) && !sense.form.has_any(FINITE) => Finite::No,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) && stands_before_noun(analysis, token) => Finite::No,
            Class::Verb if sense.form.has(Form::ATTRIBUTIVE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) && !sense.form.has_any(NONFINITE) => Finite::Yes,
            Class::Verb if sense.form.has_any(FINITE) => Finite::Perhaps,
            _ => Finite::No,
        };
        best = best.max(verdict);
    }
    if best == Finite::No {
        return best;
    }
    // A participle of another verb ("gehört", "verletzt") makes the form ambiguous.
    let participle = |sense: &Sense| {
        sense.class == Class::Verb && sense.form.has_any(NONFINITE) && !sense.form.has(Form::ATTRIBUTIVE)
    };
    if best == Finite::Yes && senses.iter().any(participle) {
        best = Finite::Perhaps;
    }
    if !capital_nouns && auxiliary && analysis.is_possessive(token, sentence_start) {
        return Finite::No;
    }
    if !capital_nouns && analysis.is(token, Class::Verb) {
        return english(analysis, token, sentence_start, best);
    }
    if best == Finite::Perhaps && token > sentence_start && infinitive_mark(analysis, token - 1) {
        return Finite::No;
    }
    best
}

/// Words that a verb's form equals by chance: "eine" of "einen", "mehr" of "mehren", "Ende" at a sentence's start. An
/// auxiliary or modal is none of them.
fn is_other_word(analysis: &Analysis<'_, '_>, token: usize, capital: bool) -> bool {
    const CLOSED: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Demonstrative,
        Class::Quantifier,
        Class::Indefinite,
        Class::Pronoun,
        Class::Adposition,
        Class::Adverb,
        Class::Cardinal,
        Class::Subordinator,
        Class::Deictic,
    ]);
    const NOUNS: ClassSet = ClassSet::of(&[
        Class::Noun,
        Class::Role,
        Class::Medium,
        Class::Part,
        Class::Organisation,
        Class::Place,
        Class::GivenName,
        Class::Surname,
        Class::Month,
        Class::Season,
        Class::DayPart,
    ]);
    if analysis.is_any(token, ClassSet::of(&[Class::Auxiliary, Class::Modal])) {
        return false;
    }
    analysis.is_any(token, CLOSED) || capital && analysis.is_any(token, NOUNS)
}

/// Whether a form that could be a past tense is a participle before its noun: "die erklärte Absicht".
fn stands_before_noun(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const BEFORE: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Demonstrative,
        Class::Quantifier,
        Class::Indefinite,
        Class::Adjective,
        Class::Cardinal,
        Class::PlaceAdjective,
    ]);
    let Some(mut before) = token.checked_sub(1) else {
        return false;
    };
    // "dem nicht genehmigten Treffen"
    if before > 0 && analysis.is_any(before, ClassSet::of(&[Class::Negation, Class::Adverb])) {
        before -= 1;
    }
    let attributive =
        |at: usize| analysis.is(at, Class::Adjective) || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE);
    let noun = analysis.kind(token + 1) == TokenKind::Word
        && (analysis.shape(token + 1) != Shape::Lower || attributive(token + 1));
    noun && analysis.is_any(before, BEFORE) && !analysis.is(before, Class::Noun)
}

/// "zu" or "to" before an infinitive.
pub(super) fn infinitive_mark(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_adposition(token, Adposition::To)
}
