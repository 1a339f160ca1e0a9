//! Who can say something: what tells a speaker from what is spoken of.

use std::ops::Range;

use crate::lexicon::class::NounKind;
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// "Helen Marwick, a spokeswoman, | said": what stands between a name and its verb.
pub(super) fn is_apposition(
    analysis: &Analysis<'_, '_>,
    name: Option<&Range<usize>>,
    phrase: &Range<usize>,
    verb: usize,
) -> bool {
    const BEGINS: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive, Class::Role]);
    name.is_some_and(|name| name.end + 1 == phrase.start && analysis.shape(name.end - 1) != Shape::Lower)
        && analysis.kind(phrase.start - 1) == TokenKind::Separator
        && analysis.kind(verb - 1) == TokenKind::Separator
        && analysis.is_any(phrase.start, BEGINS)
}

/// "Helen Marwick, 32, from Wembley, *London*, | said": a place between commas tells where somebody comes from whose name stands
/// in front.
pub(super) fn is_origin(
    analysis: &Analysis<'_, '_>,
    name: Option<&Range<usize>>,
    phrase: &Range<usize>,
    verb: usize,
) -> bool {
    let comma = |at: usize| analysis.word(at) == ",";
    name.is_some_and(|name| name.end < phrase.start && !analysis.is_any(name.end - 1, groups::PLACE))
        && analysis.is_any(phrase.end - 1, groups::PLACE)
        && comma(phrase.start - 1)
        && comma(verb - 1)
        && phrase.end + 1 == verb
}

/// A name, or a noun behind its article: "Meier", "der Sprecher"; not "neun Verletzte", which an accident demands.
pub(crate) fn is_definite(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const NAMES: ClassSet = groups::PERSON.or(&[Class::Organisation]);
    phrase.len() == 1 && is_unknown_name(analysis, phrase)
        || analysis.is_any(phrase.start, groups::OFFICE) && phrase.len() > 1
        || analysis.is(phrase.start, Class::Article)
        || phrase.clone().take(6).any(|at| analysis.is_any(at, NAMES))
}

/// "Demirtaş": a word that no dictionary knows, without an article, may be a name; "Huber" is one of those that they know to be names.
fn is_unknown_name(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    let last = phrase.end - 1;
    let classes = analysis.lexed.classes(last);
    analysis.kind(last) == TokenKind::Word
        && analysis.shape(last) != Shape::Lower
        && (classes.has_none() || classes == ClassSet::of(&[Class::NameWord]))
        && !analysis.is(phrase.start, Class::Article)
}

/// Whether a phrase names somebody, a body, or something written.
pub(crate) fn can_speak(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> bool {
    const SPEAKERS: ClassSet = groups::PERSON.with(groups::OFFICE).or(&[
        Class::Country,
        Class::Demonym,
        Class::Medium,
        Class::Organisation,
        Class::OrganisationHead,
    ]);
    const ALONE: ClassSet = groups::PRONOMINAL.or(&[Class::Indefinite]);
    let alone = phrase.len() == 1 && analysis.is_any(phrase.start, ALONE);
    is_unknown_name(analysis, phrase)
        || alone
        || phrase.clone().take(12).any(|at| {
            analysis.is_any(at, SPEAKERS) || analysis.is_noun_of_any(at, &[NounKind::Person, NounKind::Group])
        })
}
