//! Whether it is known who or what an event is about.

use std::ops::Range;

use crate::answer::Reference;
use crate::clause::{Clause, ClauseKind, VerbGroup, agrees, is_plural, is_thing, noun_phrase};
use crate::fact::context::Context;
use crate::fact::role;
use crate::lexicon::class::{NounKind, Pronoun, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::verb::{begins_object, governs_clause};
use crate::text::TokenKind;

/// Whether it is known who or what a subject is, by a name, a noun, or a pronoun that stands for a name, and whether the
/// verb agrees with it.
pub(super) fn is_subject(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    subject: &Reference<'_>,
) -> bool {
    const STANDS_FOR: ClassSet =
        groups::QUANTITY.with(groups::OPENER).with(groups::PRONOMINAL).or(&[Class::Adverb, Class::Coordinator]);
    // What stands for a thing, or for a phrase that was not found.
    const NO_NAME: ClassSet = ClassSet::of(&[Class::RelativePronoun, Class::Demonstrative, Class::Interrogative]);
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    // "Niemand wurde verletzt"
    if tokens.len() == 1
        && analysis.is(tokens.start, Class::Negation)
        && analysis.is_pronoun(tokens.start, Pronoun::One)
    {
        return agrees(analysis, verb, tokens);
    }
    if tokens.clone().all(|at| analysis.is_any(at, STANDS_FOR)) {
        return subject.entity.is_some() && !analysis.is_any(tokens.start, NO_NAME) && !is_plural(analysis, verb);
    }
    // "those people who …", "Leute, die …" are nobody.
    const DEFINITE: ClassSet =
        ClassSet::of(&[Class::Article, Class::IndefiniteArticle, Class::Possessive, Class::Cardinal]);
    let beside = || {
        let behind = analysis.kind(tokens.end) == TokenKind::Separator;
        behind && !analysis.profile(analysis.sentence_of(tokens.start)).verb_final
    };
    let determined =
        || analysis.is_any(tokens.start, DEFINITE) || beside() && !analysis.is(tokens.start, Class::Demonstrative);
    let told_of =
        matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle) || goes_on_within(context, clause, verb);
    let participle = clause.kind == ClauseKind::Participle;
    if told_of && !context.is_named(subject) && (participle || !determined()) {
        return false;
    }
    // "a table which | ranks": its clause was not cut out.
    if analysis.is_any(tokens.end - 1, NO_NAME) {
        return false;
    }
    // "the year for which | figures are available"
    let which = |at: usize| analysis.is(at, Class::RelativePronoun) && analysis.is(at, Class::Interrogative);
    if tokens.clone().skip(1).any(|at| which(at) && analysis.is(at - 1, Class::Adposition)) {
        return false;
    }
    let core = noun_phrase(analysis, tokens.start, tokens.end).map_or(tokens.clone(), |end| tokens.start..end);
    // "But closing | the plant …"
    const LEADS: ClassSet = ClassSet::of(&[Class::Coordinator, Class::Subordinator, Class::Adverb]);
    let leads = |at: usize| {
        let before = at.checked_sub(1).filter(|_| !analysis.begins_sentence(at));
        before.is_none_or(|before| analysis.is_any(before, LEADS) || governs_clause(analysis, before))
    };
    let object = |at: usize| begins_object(analysis, at) || analysis.is_any(at, groups::BEFORE_NOUN);
    let gerund = analysis.has_form(core.start, Class::Verb, Form::GERUND);
    let deed = core.len() == 1 && gerund && object(core.end) && leads(core.start);
    let core = if deed { tokens.clone() } else { core };
    // "Wie viele der Leute kommen, ist offen"
    let asked =
        |before: usize| analysis.is(before, Class::Interrogative) && analysis.is_any(tokens.start, groups::QUANTITY);
    if tokens.start.checked_sub(1).is_some_and(asked) {
        return false;
    }
    // "haben das Haus gekauft | und den Hof verkauft": a participle agrees with nothing.
    let apart = || clause.shared && analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE);
    // "Den Forschern gelang es"
    let whom = || verb.means(analysis, role::SUCCEEDS) && !clause.subject.as_ref().is_some_and(|own| *own == tokens);
    let agrees = || agrees(analysis, verb, tokens.clone());
    (context.is_named(subject) || is_thing(analysis, core)) && (agrees() || apart() || whom())
}

/// "Drivers who ignore | or break the rules | will pay": whether a clause goes on with a relative one, so that the clause around both has
/// its verb behind it.
fn goes_on_within(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let at = context.clauses.at(verb.finite).filter(|at| *at > 1 && clause.coordinate);
    let near = at.and_then(|at| Some((context.clauses.get(at - 2)?, context.clauses.get(at - 1)?)));
    near.is_some_and(|(around, before)| {
        let behind = around.verb.as_ref().is_some_and(|outer| outer.finite > verb.finite);
        before.kind == ClauseKind::Relative
            && before.sentence == clause.sentence
            && behind
            && clause.subject == before.subject
    })
}

/// "Es gab einen Streit", "es kam zu einem Streit": what there was stands in the object's place.
pub(super) fn is_expletive(context: &Context<'_, '_, '_>, verb: &VerbGroup, subject: &Range<usize>) -> bool {
    context.analysis.is_it(subject) && context.verb_kind(verb) == Some(VerbKind::Occur)
}

/// "There was an explosion": an event of which it is said that there was one.
pub(super) fn there_is(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let there = verb.finite.checked_sub(1).is_some_and(|before| analysis.is(before, Class::Existential));
    let event = |subject: &Range<usize>| {
        subject.clone().any(|at| analysis.is_noun_of(at, NounKind::Event)) && subject.start > verb.finite
    };
    there && clause.subject.as_ref().is_some_and(event)
}

/// Whether a subject is a name and no pronoun that stands for one.
pub(super) fn is_named(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> bool {
    let first = context.analysis.token_at(subject.span.start);
    context.is_named(subject) && !context.analysis.is(first, Class::Pronoun)
}

/// "the report", "ein Bericht"; not "reports", "data".
pub(super) fn is_determined(analysis: &Analysis<'_, '_>, subject: &Reference<'_>) -> bool {
    let first = analysis.tokens_of(subject.span).start;
    analysis.is_any(first, groups::BEFORE_NOUN) || analysis.kind(first) == TokenKind::Number
}

pub(super) fn has_own_subject(clause: &Clause) -> bool {
    clause.subject.as_ref().is_some_and(|subject| clause.holds(subject.start))
}
