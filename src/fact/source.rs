//! Who says what a fact tells.

use super::choice::Choice;
use super::context::Context;
use crate::answer::{Source, StatementId};
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
