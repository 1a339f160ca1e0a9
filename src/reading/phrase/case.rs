//! What a phrase's form says of its case.

use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// Whether the phrase that begins here cannot be the subject by its form: "den Mann", "keinen Mann", "ihm".
pub(crate) fn is_oblique(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const MARKED: ClassSet = groups::DETERMINER.or(&[Class::Pronoun, Class::Quantifier]);
    if !analysis.is_any(at, MARKED) {
        return is_bare_oblique(analysis, at);
    }
    let senses = analysis.senses(at);
    let mut marked = senses.iter().filter(|sense| sense.length == 1 && MARKED.has(sense.class)).peekable();
    marked.peek().is_some() && marked.all(|sense| sense.form.has(Form::OBLIQUE))
        || ends_obliquely(analysis, at)
        || declines_obliquely(analysis, at)
}

/// "großen Firmen", "großem Erfolg": an adjective without a determiner, whose ending no nominative has.
fn is_bare_oblique(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ADJECTIVE: ClassSet =
        ClassSet::of(&[Class::Adverb, Class::Adposition, Class::Cardinal, Class::Noun, Class::Article]);
    (analysis.is(at, Class::Adjective) || analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE))
        && !analysis.is_any(at, NO_ADJECTIVE)
        && analysis.kind(at + 1) == TokenKind::Word
        && analysis.shape(at + 1) != Shape::Lower
        && (analysis.profile(analysis.sentence_of(at)).oblique_determiner)(analysis.word(at))
}

/// "seinen ersten Treffer", "diesem Mann": a determiner whose ending no nominative has.
fn ends_obliquely(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const DECLINED: ClassSet = ClassSet::of(&[Class::Demonstrative, Class::Possessive]);
    analysis.is_any(at, DECLINED) && (analysis.profile(analysis.sentence_of(at)).oblique_determiner)(analysis.word(at))
}

/// "der niederländischen Ministerin": behind an article that may be a genitive, an adjective that no nominative has.
fn declines_obliquely(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const NO_ADJECTIVE: ClassSet = ClassSet::of(&[Class::Adverb, Class::Adposition, Class::Cardinal, Class::Approx]);
    let genitive = analysis.has_form(at, Class::Article, Form::POSSESSOR);
    genitive
        && analysis.kind(at + 1) == TokenKind::Word
        && analysis.shape(at + 1) == Shape::Lower
        && analysis.kind(at + 2) == TokenKind::Word
        && analysis.shape(at + 2) != Shape::Lower
        && !analysis.is_any(at + 1, NO_ADJECTIVE)
        && (analysis.profile(analysis.sentence_of(at)).oblique_adjective)(analysis.word(at + 1))
}
