//! Whether subject and verb have one number.

use std::ops::Range;

use super::VerbGroup;
use crate::lexicon::class::NounKind;
use crate::lexicon::groups;
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::{may_lead_many, noun_phrase};
use crate::reading::verb::FINITE;
use crate::text::{Shape, TokenKind};

const NUMBER: Form = Form(Form::SINGULAR.0 | Form::PLURAL.0);

/// "Sie kommen", "haben": a verb that only a subject in the plural has.
pub(crate) fn is_plural(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let mut finite = analysis.senses(verb.finite).iter().filter(|sense| groups::VERBAL.has(sense.class)).peekable();
    finite.peek().is_some() && finite.all(|sense| sense.form.is_only_plural())
}

/// "nimmt", "hat": a verb that only a subject in the singular has; not what may be a participle, as "verletzt".
pub(crate) fn is_singular(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let finite = |sense: &&Sense| groups::VERBAL.has(sense.class) && sense.form.has_any(FINITE);
    let mut finite = analysis.senses(verb.finite).iter().filter(finite).peekable();
    let participle = analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE);
    let one = |sense: &Sense| sense.form.has(Form::SINGULAR) && !sense.form.has(Form::PLURAL);
    !participle && finite.peek().is_some() && finite.all(one)
}

/// Whether a subject can have the verb's number: not "the investment" with "were". A coordination and a group may have
/// either, and so may a word whose number no dictionary tells.
pub(crate) fn agrees(analysis: &Analysis<'_, '_>, verb: &VerbGroup, subject: Range<usize>) -> bool {
    let Some(head) = noun_phrase(analysis, subject.start, subject.end).map(|end| end - 1) else {
        return true;
    };
    let nouns = || analysis.senses_of(head, Class::Noun);
    // "der Burgenländer": a compound that only ends like a plural.
    let first = subject.start;
    let one = (analysis.profile(analysis.sentence_of(first)).masculine)(analysis.word(first));
    if one && nouns().all(|sense| sense.form.has(Form::COMPOUND) && sense.form.is_only_plural()) {
        return true;
    }
    let add = |all: Form, form: Form| all.and(if form.has_any(NUMBER) { Form(form.0 & NUMBER.0) } else { NUMBER });
    let finite = |sense: &&Sense| groups::VERBAL.has(sense.class) && sense.form.has_any(FINITE);
    let of_verb = analysis.senses(verb.finite).iter().filter(finite).map(|sense| sense.form).fold(Form::NONE, add);
    // "Die Vorwürfe von Kritik und Presse wies er zurück": several of them are not one.
    let many = |at: usize| noun_is_many(analysis, at) && of_verb == Form::SINGULAR;
    let article = analysis.is(first, Class::Article) && !analysis.is(first, Class::IndefiniteArticle);
    if article && may_lead_many(analysis, first) && many(first + 1) {
        return false;
    }
    if subject.into_iter().any(|at| analysis.is(at, Class::Coordinator)) || analysis.is_noun_of(head, NounKind::Group) {
        return true;
    }
    // "Unklarheiten": where no dictionary has the noun, its ending may tell.
    let ending = || {
        let plural = (analysis.profile(analysis.sentence_of(first)).plural_like)(analysis.word(head));
        if plural && analysis.profile(analysis.sentence_of(first)).capital_nouns { Form::PLURAL } else { Form::NONE }
    };
    let of_noun = nouns().map(|sense| sense.form).fold(Form::NONE, add);
    let of_noun = if of_noun == Form::NONE { ending() } else { of_noun };
    let of_noun = if is_of_many(analysis, first, head) { Form::PLURAL } else { of_noun };
    of_verb == Form::NONE || of_noun == Form::NONE || of_verb.has_any(of_noun)
}

/// "die Zuschauer", "die Verletzten", but "die Verletzte": behind this article a noun with one form for one and many, which no feminine one
/// has, where articles tell the gender.
fn is_of_many(analysis: &Analysis<'_, '_>, article: usize, noun: usize) -> bool {
    let profile = analysis.profile(analysis.sentence_of(noun));
    let both = |sense: &Sense| sense.form.has(Form::SINGULAR) && sense.form.has(Form::PLURAL);
    profile.genitive_case
        && noun > article
        && analysis.is(article, Class::Article)
        && !analysis.is(article, Class::IndefiniteArticle)
        && may_lead_many(analysis, article)
        && analysis.is(noun, Class::Noun)
        && analysis.senses_of(noun, Class::Noun).all(both)
        && !analysis.word(noun).ends_with('e')
}

/// "Vorwürfe": a noun that is only of several.
fn noun_is_many(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let mut nouns = analysis.senses_of(at, Class::Noun).peekable();
    let other = groups::NAMED.with(groups::PERSON).or(&[Class::Organisation, Class::Currency, Class::MeasureUnit]);
    // "Niederlagen-|Serie", "Kommunistische | Partei"
    let inside = analysis.kind(at + 1) == TokenKind::Hyphen || analysis.is(at + 1, Class::Noun);
    analysis.shape(at) == Shape::Title
        && !inside
        && nouns.peek().is_some()
        && nouns.all(|sense| sense.form.is_only_plural())
        && !analysis.is_any(at, other)
        && analysis.profile(analysis.sentence_of(at)).genitive_case
}
