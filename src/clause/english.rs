//! English verbs: forms that are verbs only by what stands around them.

use super::finite::{AUXILIARY, Finite, infinitive_mark};
use crate::lexicon::class::Adposition;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// English forms that are verbs only by what stands around them.
pub(super) fn english(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize, best: Finite) -> Finite {
    let before = token - 1;
    let noun = analysis.is_any(token, NOUN);
    let verbs = || analysis.senses_of(token, Class::Verb);
    // "the agency said": a verb of saying behind its subject is hardly ever a participle.
    let says = verbs().any(|sense| sense.form.has(Form::PAST) && analysis.entry(*sense).tag == "say");
    if is_noun_place(analysis, token) {
        // "the 48-year-old said,": an adjective may be the subject's last word.
        let said = says && may_end_subject(analysis, before) && ends_phrase(analysis, token + 1);
        return if said { Finite::Yes } else { Finite::No };
    }
    if follows_auxiliary(analysis, token, sentence_start) {
        return Finite::No;
    }
    let base_only = verbs().all(|sense| sense.form.has(Form::INFINITIVE) && !sense.form.has(Form::PAST));
    if says && !noun && !analysis.is_any(token + 1, ClassSet::of(&[Class::Adposition])) {
        return Finite::Yes;
    }
    // "people affected by the flood", but "increased by 10 per cent".
    let participle = verbs().any(|sense| sense.form.has(Form::PARTICIPLE));
    if participle
        && analysis.is_adposition(token + 1, Adposition::By)
        && analysis.kind(token + 2) == TokenKind::Word
        && !analysis.is_any(token + 2, ClassSet::of(&[Class::Cardinal, Class::Approx]))
    {
        return Finite::No;
    }
    if noun && !analysis.is_any(before, SUBJECT_PRONOUN) {
        return if takes_object(analysis, token + 1) { best.min(Finite::Perhaps) } else { Finite::No };
    }
    if base_only && !plural_subject_before(analysis, before) {
        return best.min(Finite::Perhaps);
    }
    best
}

/// Whether a form is surely no finite verb for what stands before it, whatever form it is.
pub(super) fn is_ruled_out(analysis: &Analysis<'_, '_>, token: usize, sentence_start: usize) -> bool {
    token == sentence_start || is_noun_place(analysis, token) && !may_end_subject(analysis, token - 1)
}

const NOUN: ClassSet = ClassSet::of(&[Class::Noun, Class::Role, Class::Medium]);
/// What a number can count.
const COUNTED: ClassSet = NOUN.with(ClassSet::of(&[Class::Conversion]));
const SUBJECT_PRONOUN: ClassSet = ClassSet::of(&[Class::Pronoun, Class::RelativePronoun]);

/// "the *report*", "37 *reports*", "to *report*": no place of a finite verb.
fn is_noun_place(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const BEFORE_NOUN: ClassSet = ClassSet::of(&[
        Class::Article,
        Class::Possessive,
        Class::Adjective,
        Class::Demonstrative,
        Class::Adposition,
        Class::Cardinal,
        Class::OrdinalWord,
        Class::Deictic,
    ]);
    let before = token - 1;
    // "with that label", "someone whose views": a determiner that is also a pronoun.
    if analysis.is(before, Class::RelativePronoun)
        && (analysis.is(before, Class::Interrogative) && analysis.is(before, Class::Possessive)
            || analysis.is(before, Class::Demonstrative) && token > 1 && analysis.is(token - 2, Class::Adposition))
    {
        return true;
    }
    // "the firm makes": the word before may be an adjective, but then the verb would have no other reading.
    let subject =
        may_end_subject(analysis, before) && analysis.is(before, Class::Noun) && is_only_verb(analysis, token);
    analysis.is_any(before, BEFORE_NOUN) && !analysis.is_any(before, SUBJECT_PRONOUN) && !subject
        || analysis.kind(before) == TokenKind::Number && analysis.is_any(token, COUNTED)
        || analysis.kind(before) == TokenKind::Hyphen
        || infinitive_mark(analysis, before)
}

/// A present tense that is no noun: "makes", "goes".
fn is_only_verb(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    !analysis.is_any(token, COUNTED)
        && analysis
            .senses(token)
            .iter()
            .all(|sense| sense.class == Class::Verb && sense.form == Form::PRESENT.and(Form::SINGULAR))
}

/// An adjective that nothing before a noun is.
fn may_end_subject(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const DETERMINERS: ClassSet =
        ClassSet::of(&[Class::Article, Class::Possessive, Class::Demonstrative, Class::Adposition, Class::Cardinal]);
    analysis.is(token, Class::Adjective) && !analysis.is_any(token, DETERMINERS)
}

/// Whether no noun phrase goes on at a token: a mark, a conjunction, a determiner.
fn ends_phrase(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const NEXT: ClassSet =
        ClassSet::of(&[Class::Subordinator, Class::Article, Class::Pronoun, Class::Coordinator, Class::Weekday]);
    analysis.kind(token) != TokenKind::Word || analysis.is_any(token, NEXT)
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

fn plural_subject_before(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    analysis.is_any(token, SUBJECT_PRONOUN) || analysis.has_form(token, Class::Noun, Form::PLURAL)
}

/// Whether an auxiliary or modal stands before, with nothing but adverbs between: "has not yet received".
fn follows_auxiliary(analysis: &Analysis<'_, '_>, token: usize, start: usize) -> bool {
    for back in (start..token).rev().take(5) {
        if analysis.is_any(back, AUXILIARY) {
            // The possessive 's is an auxiliary by form only.
            return analysis.word(back).len() > 2 || analysis.is(back.wrapping_sub(1), Class::Pronoun);
        }
        if !between(analysis, back) {
            return false;
        }
    }
    false
}

/// What may stand inside an English verb group: "has *almost* reached", "were *lightly* injured".
pub(super) fn between(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const INSIDE: ClassSet =
        ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef, Class::Approx, Class::Multiple]);
    const NOT_INSIDE: ClassSet = ClassSet::of(&[Class::Adposition, Class::Article, Class::Coordinator]);
    let classes = analysis.lexed.classes(token);
    analysis.kind(token) == TokenKind::Word
        && analysis.shape(token) == Shape::Lower
        && (classes.has_any(INSIDE) && !classes.has_any(NOT_INSIDE)
            || classes.has_none() && (analysis.profile(analysis.sentence_of(token)).adverb_like)(analysis.word(token)))
}
