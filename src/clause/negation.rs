//! Whether a clause denies what it says.

use super::VerbGroup;
use crate::analysis::Analysis;
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// Whether a negation in the clause scopes over its verb: "hat nicht erhalten", "did not reach", "received no reports".
/// One that belongs to another word does not: "nicht genehmigtes Treffen", "not only", "nicht nur".
pub(super) fn negates(analysis: &Analysis<'_, '_>, tokens: &[usize], verb: &VerbGroup) -> bool {
    tokens.iter().any(|token| {
        analysis.is(*token, Class::Negation)
            && !opens_phrase(analysis, *token)
            && !before_attribute(analysis, *token, verb)
    })
}

/// "nicht zuletzt", "not only": a longer phrase of another class begins with the word.
fn opens_phrase(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    let mut longest = analysis.senses(token).iter().take_while(|sense| sense.length > 1).peekable();
    longest.peek().is_some() && longest.all(|sense| sense.class != Class::Negation)
}

/// "nicht genehmigtes Treffen", "the not yet approved plan": the next word is an attribute of a noun.
fn before_attribute(analysis: &Analysis<'_, '_>, token: usize, verb: &VerbGroup) -> bool {
    const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Possessive]);
    let length = analysis.sense(token, Class::Negation).map_or(1, |sense| usize::from(sense.length));
    let next = token + length;
    if verb.tokens.contains(&next) || analysis.kind(next) != TokenKind::Word {
        return false;
    }
    let attributive =
        analysis.senses(next).iter().any(|sense| sense.class == Class::Verb && sense.form.has(Form::ATTRIBUTIVE));
    let noun_follows = analysis.shape(next + 1) != Shape::Lower && analysis.kind(next + 1) == TokenKind::Word;
    attributive && noun_follows || token > 0 && analysis.is_any(token - 1, DETERMINER)
}
