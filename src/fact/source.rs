//! Who says what a fact tells.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use crate::answer::{EntityId, Reference, Source, Statement, StatementId, StatementStyle};
use crate::clause::noun_phrase;
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// Who says it: the speaker of the innermost statement around the figure, or around the verb of an event. A statement
    /// without a speaker gives no source.
    SPEAKER = "fact.source.statement" {
        pattern: "statement with a speaker, around figure or verb",
        fires: [
            De "[Die Polizei](source) sagte, dass 37 Menschen starben.",
            En "[The police](source) said that 37 people died.",
        ],
        silent: [
            De "Die Polizei sah, dass 37 Menschen starben.",
            De "Meiner Meinung nach starben 37 Menschen.",
            En "The police saw that 37 people died.",
            En "In my opinion, 37 people died.",
        ],
    }
}

/// The speaker of a statement.
pub(super) fn of<'t>(context: &Context<'_, '_, 't>, statement: Option<StatementId>) -> Choice<Source<'t>> {
    let spoken = statement.and_then(|id| {
        let own = context.statement(id)?;
        Some((id, own.speaker.as_ref().or_else(|| going_on(context, id, own))?))
    });
    let Some((statement, speaker)) = spoken else {
        return Choice::OPEN;
    };
    let tokens = context.analysis.tokens_of(speaker.span);
    let entity = who(context, statement, speaker);
    // "meiner Meinung nach", "laut diesem": a word that only points names nobody.
    const POINTS: ClassSet = ClassSet::of(&[Class::Demonstrative, Class::Possessive]);
    if entity.is_none() && tokens.len() == 1 && context.analysis.is_any(tokens.start, POINTS) {
        return Choice::OPEN;
    }
    Choice::new(Source { text: speaker.text.clone(), entity, statement }, &SPEAKER)
}

/// Who the speaker of a statement is.
pub(super) fn who(context: &Context<'_, '_, '_>, id: StatementId, speaker: &Reference<'_>) -> Option<EntityId> {
    let meant = || context.entity_of(context.analysis.tokens_of(speaker.span));
    speaker.entity.or_else(|| meant().filter(|entity| !names_in_own_words(context, id, *entity)))
}

/// "They sold the house of Paul Weber," *he* said: whether a quotation names somebody, who is not the one that it is of.
fn names_in_own_words(context: &Context<'_, '_, '_>, id: StatementId, entity: EntityId) -> bool {
    /// How many stretches of a quotation, and how many names in each, are looked at.
    const MOST: usize = 16;
    let Some(said) = context.statement(id).filter(|said| said.style == StatementStyle::Direct) else {
        return false;
    };
    let mentions = &context.answer.mentions;
    said.content.iter().take(MOST).any(|content| {
        let from = mentions.partition_point(|mention| mention.span.start < content.start);
        let mut inside = mentions.iter().skip(from).take_while(|mention| mention.span.start < content.end).take(MOST);
        inside.any(|mention| mention.entity == entity)
    })
}

/// "…," the minister said. ¶ "*It will open again.*": who spoke last, where a quotation stands alone in the sentence right behind another
/// one.
fn going_on<'c, 't>(
    context: &Context<'c, '_, 't>,
    id: StatementId,
    statement: &Statement<'t>,
) -> Option<&'c Reference<'t>> {
    let analysis = context.analysis;
    let before = context.statement(StatementId(id.0.checked_sub(1)?))?;
    let direct = [before, statement].iter().all(|said| said.style == StatementStyle::Direct);
    let (end, start) = (before.content.last()?.end, statement.content.first()?.start);
    let (last, first) = (analysis.token_at(end.checked_sub(1)?), analysis.token_at(start));
    let alone = first.checked_sub(1).is_some_and(|mark| {
        analysis.kind(mark) == TokenKind::Quote && analysis.begins_sentence(mark) && statement.cue.is_none()
    });
    let near = analysis.sentence_of(last) + 1 == analysis.sentence_of(first);
    before.speaker.as_ref().filter(|_| direct && alone && near)
}

/// The source of a figure: who is named for it alone in a list, else the speaker of the statement.
pub(super) fn of_figure<'t>(
    context: &Context<'_, '_, 't>,
    statement: Option<StatementId>,
    tokens: &Range<usize>,
) -> Choice<Source<'t>> {
    let spoken = of(context, statement);
    let Some(said) = statement.filter(|_| spoken.value.is_some()) else {
        return spoken;
    };
    match beside(context, tokens) {
        Some(Reference { text, entity, .. }) => Choice::new(Source { text, entity, statement: said }, &SPEAKER),
        None => spoken,
    }
}

/// "Es kamen 500, *laut Huber* | 1200 Menschen": the source right before a figure that is no first member of a list.
fn beside<'t>(context: &Context<'_, '_, 't>, tokens: &Range<usize>) -> Option<Reference<'t>> {
    let analysis = context.analysis;
    let first = context.member(tokens).start;
    let sense = analysis.senses_of(first, Class::SourceBefore).next()?;
    let speaker = sense.end(first);
    let listed = first.checked_sub(1).is_some_and(|comma| analysis.word(comma) == ",");
    let whole = listed && noun_phrase(analysis, speaker, tokens.start) == Some(tokens.start);
    context.reference(speaker..tokens.start).filter(|_| whole)
}
