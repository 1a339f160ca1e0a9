//! Who says what a fact tells.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use crate::answer::{Reference, Source, StatementId};
use crate::clause::noun_phrase;
use crate::lexicon::Class;
use crate::rule::rules;

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
            En "The police saw that 37 people died.",
        ],
    }
}

/// The speaker of a statement.
pub(super) fn of<'t>(context: &Context<'_, '_, 't>, statement: Option<StatementId>) -> Choice<Source<'t>> {
    let spoken = statement.and_then(|id| Some((id, context.statement(id)?.speaker.as_ref()?)));
    let Some((statement, speaker)) = spoken else {
        return Choice::OPEN;
    };
    let entity = speaker.entity.or_else(|| context.entity_of(context.analysis.tokens_of(speaker.span)));
    Choice::new(Source { text: speaker.text.clone(), entity, statement }, &SPEAKER)
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
