//! Whom a subject names or stands for.

use std::ops::Range;

use super::is_expletive;
use crate::answer::{EntityId, EntityType, Reference, StatementStyle};
use crate::clause::{Clause, ClauseKind, is_plural, noun_phrase};
use crate::fact::context::Context;
use crate::fact::source;
use crate::lang::Noun;
use crate::lexicon::class::{NounKind, Pronoun, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::verb::gives_name;

/// The entity of a subject, where it is known.
pub(super) fn of(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>) -> Option<EntityId> {
    let named = match same_pronoun(context, clause, subject).or_else(|| subject_before(context, clause, subject)) {
        Some(before) => context.entity_of(before),
        None => said_of_itself(context, clause, subject)
            .or(subject.entity)
            .or_else(|| name_behind(context, subject))
            .or_else(|| name_given(context, subject))
            .or_else(|| who_speaks(context, subject)),
    };
    named.filter(|id| {
        is_meant(context, clause, subject, *id)
            && !speaks_of_another(context, subject, *id)
            && !is_somebody_else(context, clause, subject)
    })
}

/// "Er lobte seinen Freund, nachdem er gewonnen hatte": the subject before that is the same pronoun, within the sentence.
fn same_pronoun(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>) -> Option<Range<usize>> {
    /// How many clauses are looked at.
    const NEAR: usize = 4;
    let analysis = context.analysis;
    let pronoun = |tokens: &Range<usize>| tokens.len() == 1 && analysis.is(tokens.start, Class::Pronoun);
    let tokens = analysis.tokens_of(subject.span);
    if !pronoun(&tokens) {
        return None;
    }
    let end = context.clauses.partition_point(|clause| clause.extent().start <= tokens.start);
    let near = context.clauses.iter().take(end).skip(end.saturating_sub(NEAR));
    near.filter(|before| before.sentence == clause.sentence).filter_map(|before| before.subject.clone()).find(
        |before| {
            before.end <= tokens.start
                && pronoun(before)
                && analysis.word(before.start).eq_ignore_ascii_case(analysis.word(tokens.start))
        },
    )
}

/// "Die Polizei verbot den Auftritt, weil | sie Unruhen befürchtete": who or what is the subject of a main clause right before, within
/// the sentence, where articles tell that a pronoun may stand for it.
fn subject_before(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>) -> Option<Range<usize>> {
    const ARTICLES: ClassSet = ClassSet::of(&[Class::Article, Class::IndefiniteArticle]);
    let analysis = context.analysis;
    let profile = analysis.profile(clause.sentence);
    let pronoun = analysis.tokens_of(subject.span);
    let end = context.clauses.partition_point(|other| other.extent().start < clause.extent().start);
    let before = context.clauses.get(end.checked_sub(1)?)?;
    let verb = before.verb.as_ref()?;
    let noun = before.subject.clone().filter(|noun| before.holds(noun.start))?;
    let gender = || {
        const HE: &[Pronoun] = &[Pronoun::He, Pronoun::HeIt];
        const SHE: &[Pronoun] = &[Pronoun::She, Pronoun::SheThey];
        let is = |pronouns: &[Pronoun]| pronouns.iter().any(|wanted| analysis.is_pronoun(pronoun.start, *wanted));
        let determiner = analysis.word(noun.start);
        let word = analysis.word(pronoun.start).to_lowercase();
        // "der" is a masculine where it stands before a subject.
        let masculine = (profile.masculine)(determiner);
        let can_be = || (profile.relative_gender)(&word, Noun::Behind { determiner, oblique: false });
        is(HE) && (masculine || can_be()) || is(SHE) && !masculine && can_be()
    };
    // "Wenn ein Kunde das Gerät kauft, | zahlt er"
    let person = || {
        let head = noun_phrase(analysis, noun.start, noun.end).unwrap_or(noun.end) - 1;
        analysis.is_any(noun.start, ARTICLES) && analysis.is_noun_of(head, NounKind::Person)
    };
    (profile.grammatical_gender
        && pronoun.len() == 1
        && matches!(clause.kind, ClauseKind::Subordinate(_) | ClauseKind::Main)
        && matches!(before.kind, ClauseKind::Subordinate(_) | ClauseKind::Main)
        && before.sentence == clause.sentence
        && !context.says(verb)
        && (analysis.is(noun.start, Class::Article) && before.kind == ClauseKind::Main || person())
        && noun.len() > 1
        && !is_plural(analysis, verb)
        && gender())
    .then_some(noun)
}

/// "The US said it filed a complaint": what a country or body says of "it" is mostly of itself.
fn said_of_itself(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>) -> Option<EntityId> {
    let tokens = context.analysis.tokens_of(subject.span);
    if tokens.len() != 1 || !is_expletive(context, subject) {
        return None;
    }
    let start = clause.extent().start;
    let end = context.clauses.partition_point(|other| other.extent().start < start);
    let before = context.clauses.get(end.checked_sub(1)?).filter(|before| before.sentence == clause.sentence)?;
    let says = before.verb.as_ref().is_some_and(|verb| context.verb_kind(verb) == Some(VerbKind::Say));
    let entity = context.entity_of(before.subject.clone().filter(|_| says)?)?;
    let body = context.answer.entities.get(entity.0 as usize).is_some_and(|entity| entity.kind != EntityType::Per);
    let neuter = !context.analysis.profile(clause.sentence).verb_final;
    (body && neuter).then_some(entity)
}

/// "The foreign minister, | Annalena Baerbock, …", "the head of the agency, | Emma Hardy, …": the person who is named between
/// commas behind an office; "the minister of the interior | Emma Hardy": who is named at its end.
fn name_behind(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> Option<EntityId> {
    let analysis = context.analysis;
    let Range { start, end } = analysis.tokens_of(subject.span);
    let core = noun_phrase(analysis, start, end).unwrap_or(end);
    if !analysis.is(core.checked_sub(1)?, Class::Role) {
        return None;
    }
    let mentions = &context.answer.mentions;
    let person = |at: usize| mentions.get(at).filter(|mention| mention.kind == EntityType::Per);
    if analysis.word(end) == "," {
        let start = analysis.span(end + 1..end + 2).start;
        let at = mentions.partition_point(|mention| mention.span.start < start);
        let mention = person(at).filter(|mention| mention.span.start == start)?;
        return (analysis.word(analysis.tokens_of(mention.span).end) == ",").then_some(mention.entity);
    }
    // "the wife of Emma Hardy", "the wife of president Hardy": somebody else.
    const OTHERS: ClassSet = groups::DETERMINER.or(&[Class::Adposition, Class::Role, Class::Coordinator]);
    let last = mentions.partition_point(|mention| mention.span.start < subject.span.end).checked_sub(1)?;
    let mention = person(last).filter(|mention| mention.span.end == subject.span.end)?;
    let first = analysis.token_at(mention.span.start);
    (first > core && !analysis.is_any(first - 1, OTHERS)).then_some(mention.entity)
}

/// "a group | called Blue Sky": what is named at a subject's end.
fn name_given(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> Option<EntityId> {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    let verbs = tokens.clone().skip(1).filter(|at| analysis.is(*at, Class::Verb));
    let name = verbs.into_iter().find_map(|at| gives_name(analysis, at, tokens.start))?;
    let mentions = &context.answer.mentions;
    let span = analysis.span(name);
    let at = mentions.partition_point(|mention| mention.span.start < span.start);
    mentions.get(at).filter(|mention| mention.span.end == subject.span.end).map(|mention| mention.entity)
}

/// "„Ich habe gelacht“, sagte sie": in somebody's own words "I" is who says them.
fn who_speaks(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> Option<EntityId> {
    let tokens = context.analysis.tokens_of(subject.span);
    if tokens.len() != 1 || !context.analysis.is_pronoun(tokens.start, Pronoun::I) {
        return None;
    }
    let id = context.statement_of(subject.span)?;
    let statement = context.statement(id)?;
    let speaker = statement.speaker.as_ref().filter(|_| statement.style != StatementStyle::Indirect)?;
    source::who(context, id, speaker)
}

/// 'Hardy said: "He is ill."': in somebody's own words "he" is not who says them.
fn speaks_of_another(context: &Context<'_, '_, '_>, subject: &Reference<'_>, entity: EntityId) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    let third = tokens.len() == 1
        && analysis.is(tokens.start, Class::Pronoun)
        && !analysis.is_pronoun(tokens.start, Pronoun::I);
    let statement = || context.statement_of(subject.span).and_then(|id| context.statement(id));
    third
        && statement()
            .filter(|statement| statement.style == StatementStyle::Direct)
            .is_some_and(|statement| statement.speaker.as_ref().is_some_and(|speaker| speaker.entity == Some(entity)))
}

/// Whether a pronoun can stand for what was found: for no single name with a verb in the plural, and for a body only where
/// the clause or sentence before tells of that ("Bei Europol stieg er aus").
fn is_meant(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>, entity: EntityId) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    if tokens.len() != 1 || !analysis.is(tokens.start, Class::Pronoun) {
        return true;
    }
    if clause.verb.as_ref().is_some_and(|verb| is_plural(analysis, verb)) {
        return false;
    }
    let body = context.answer.entities.get(entity.0 as usize).is_some_and(|entity| entity.kind != EntityType::Per);
    if body { is_topic(context, tokens.start, entity) } else { !may_be_thing(context, clause, tokens.start, entity) }
}

/// "Die Maschine brachte Anna Weber nach Bern. Sie landete …": where the sentence before is about a thing or body of the
/// pronoun's gender, one that begins the next may mean that, with a verb that needs no object.
fn may_be_thing(context: &Context<'_, '_, '_>, clause: &Clause, pronoun: usize, entity: EntityId) -> bool {
    /// How many clauses are looked at.
    const NEAR: usize = 12;
    let analysis = context.analysis;
    let profile = analysis.profile(clause.sentence);
    let Some(verb) = clause.verb.as_ref().filter(|_| profile.grammatical_gender && clause.extent().start == pronoun)
    else {
        return false;
    };
    let third = |sense: &Sense| {
        matches!(Pronoun::from_value(sense.value), Some(Pronoun::He | Pronoun::HeIt | Pronoun::She | Pronoun::SheThey))
    };
    if clause.kind != ClauseKind::Main
        || verb.reported
        || !verb.needs_no_object(analysis)
        || !analysis.senses_of(pronoun, Class::Pronoun).any(third)
    {
        return false;
    }
    let word = analysis.word(pronoun).to_lowercase();
    let end = context.clauses.partition_point(|other| other.sentence < clause.sentence);
    let mut near = context.clauses.iter().take(end).skip(end.saturating_sub(NEAR));
    let before = near.find(|other| other.sentence + 1 == clause.sentence && other.kind == ClauseKind::Main);
    let Some((subject, verb)) = before.and_then(|before| Some((before.subject.clone()?, before.verb.as_ref()?))) else {
        return false;
    };
    let determiner = analysis.word(subject.start);
    let head = noun_phrase(analysis, subject.start, subject.end).unwrap_or(subject.end) - 1;
    let gender = (profile.relative_gender)(&word, Noun::Behind { determiner, oblique: false });
    analysis.is(subject.start, Class::Article)
        && gender
        && !is_plural(analysis, verb)
        && analysis.is_noun_of_any(head, &[NounKind::Thing, NounKind::Group])
        && !analysis.is_any(head, groups::OFFICE)
        && !analysis.is_noun_of(head, NounKind::Person)
        && context.entity_of(subject) != Some(entity)
}

/// "A man said | he had seen the crash": whether the subject right before a pronoun, within the sentence, is somebody whom
/// nothing has told of before.
fn is_somebody_else(context: &Context<'_, '_, '_>, clause: &Clause, subject: &Reference<'_>) -> bool {
    /// How many clauses are looked at.
    const NEAR: usize = 4;
    const PERSONS: &[Pronoun] = &[Pronoun::He, Pronoun::She, Pronoun::SheThey];
    let analysis = context.analysis;
    let Range { start, end } = analysis.tokens_of(subject.span);
    if end != start + 1 || !PERSONS.iter().any(|pronoun| analysis.is_pronoun(start, *pronoun)) {
        return false;
    }
    let end = context.clauses.partition_point(|clause| clause.extent().start <= start);
    // "was a boy who …": what a relative pronoun stands for may be somebody told of.
    let told = |before: &Clause| before.subject.as_ref().is_some_and(|subject| before.holds(subject.start));
    let near = context.clauses.iter().take(end).skip(end.saturating_sub(NEAR)).rev();
    let before = near
        .filter(|before| before.sentence == clause.sentence && told(before))
        .filter_map(|before| before.subject.clone())
        .find(|before| before.end <= start);
    before.is_some_and(|before| {
        let head = noun_phrase(analysis, before.start, before.end).unwrap_or(before.end) - 1;
        let person = analysis.is_noun_of(head, NounKind::Person) || analysis.is_any(head, groups::OFFICE);
        // "someone said | he"
        let anybody = before.len() == 1 && analysis.is_pronoun(before.start, Pronoun::One);
        let unnamed = person && analysis.is(before.start, Class::IndefiniteArticle);
        anybody || unnamed && context.entity_of(before).is_none()
    })
}

/// Whether one of the clauses right before a pronoun tells of an entity.
fn is_topic(context: &Context<'_, '_, '_>, pronoun: usize, entity: EntityId) -> bool {
    /// How many clauses are looked at.
    const NEAR: usize = 4;
    let analysis = context.analysis;
    let sentence = analysis.sentence_of(pronoun);
    let end = context.clauses.partition_point(|clause| clause.extent().start <= pronoun);
    let near = context.clauses.iter().take(end).skip(end.saturating_sub(NEAR));
    near.filter(|clause| clause.sentence + 1 >= sentence)
        .filter_map(|clause| clause.subject.clone())
        .filter(|subject| subject.end <= pronoun)
        .any(|subject| context.entity_of(subject) == Some(entity))
}
