//! The object of a fact.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use crate::answer::{Phrase, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, complements, noun_phrase, prepositional_phrase};
use crate::lexicon::Class;
use crate::reading::Analysis;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// The object of a figure's fact: the figure with the noun that it counts or measures, and what hangs on the noun.
    COUNTED = "fact.object.counted" {
        pattern: "figure + counted noun, in either order [prepositional phrase | noun phrase with an article]",
        fires: [
            De "Die Behörde erhielt [37 Berichte über Websites](object).",
            De "Die Behörde lobte [37 Schüler der Schule](object).",
            En "The agency received [37 reports about websites](object).",
        ],
        silent: [
            De "Der Mann wurde zweimal verhaftet.",
            En "The man was arrested twice.",
        ],
    }

    /// The object of an event: a noun phrase beside its verb that is neither the subject nor a pronoun nor a time and has no
    /// preposition, with what hangs on it. A passive has none.
    NOUN_PHRASE = "fact.object.noun-phrase" {
        pattern: "clause with a subject, a verb and a noun phrase without preposition",
        fires: [
            De "Europol veröffentlichte im März [einen Bericht](object).",
            De "Im März wollte Europol [einen Bericht](object) veröffentlichen.",
            En "Europol published [a report](object) in March.",
        ],
        silent: [
            De "Europol veröffentlichte ihn im März.",
            De "Europol wurde im März ein Bericht angeboten.",
            En "Europol published it in March.",
            En "Europol was offered a report in March.",
        ],
    }

    /// What stands in an object's place where there is none: what a verb governs by a preposition, which stands before it.
    GOVERNED = "fact.object.governed" {
        pattern: "verb … preposition that verbs govern + noun phrase",
        fires: [
            De "Europol reagierte am Montag auf [den Bericht](object).",
            En "Europol reacted to [the report](object) on Monday.",
        ],
        silent: [
            De "Europol reagierte am Montag.",
            En "Europol reacted on Monday.",
        ],
    }
}

/// The figure with its noun and what hangs on it: "37 Berichte über Websites".
pub(super) fn of_figure<'t>(
    analysis: &Analysis<'_, 't>,
    figure: &Range<usize>,
    counted: Option<Span>,
    clause: &Range<usize>,
) -> Choice<Phrase<'t>> {
    let Some(counted) = counted.map(|counted| analysis.tokens_of(counted)) else {
        return Choice::OPEN;
    };
    if counted.is_empty() || counted.start >= clause.end || counted.end <= clause.start {
        return Choice::OPEN;
    }
    let start = figure.start.min(counted.start);
    let mut end = figure.end.max(counted.end);
    // One prepositional phrase behind the noun belongs to it.
    if let Some(further) = prepositional_phrase(analysis, end, clause.end) {
        end = further;
    } else if analysis.is(end, Class::Article) {
        end = noun_phrase(analysis, end, clause.end).unwrap_or(end);
    }
    while end > start + 1 && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number | TokenKind::Symbol)
    {
        end -= 1;
    }
    Choice::of(analysis.phrase(analysis.span(start..end)), &COUNTED)
}

/// What stands in the object's slot of an event.
pub(super) struct Object<'t> {
    /// It has no preposition.
    pub direct: bool,
    pub phrase: Choice<Phrase<'t>>,
}

/// What a clause says besides subject and verb: its object, else what its verb governs by a preposition. A passive has none.
pub(super) fn of_event<'t>(context: &Context<'_, '_, 't>, clause: &Clause) -> Object<'t> {
    let Some(verb) = clause.verb.as_ref().filter(|verb| !verb.passive) else {
        return Object { direct: false, phrase: Choice::OPEN };
    };
    let analysis = context.analysis;
    let found = complements(analysis, clause, verb, |tokens| {
        // "…, so Hardy weiter, …": who says it is no part of what is said.
        let span = analysis.span(tokens);
        context.is_time(span) || context.statement_of_speaker(span)
    });
    let phrase = |tokens: Option<Range<usize>>| tokens.and_then(|tokens| analysis.phrase(analysis.span(tokens)));
    match phrase(found.object) {
        Some(object) => Object { direct: true, phrase: Choice::new(object, &NOUN_PHRASE) },
        None => Object { direct: false, phrase: Choice::of(phrase(found.governed), &GOVERNED) },
    }
}

/// Where objects are looked for, in the piece of a clause that holds its finite verb: behind the verb of a main clause,
/// whose front is mostly its frame ("Im März …"), else from the start.
pub(super) fn start(clause: &Clause, verb: &VerbGroup, piece: &Range<usize>) -> usize {
    if clause.kind == ClauseKind::Main { verb.finite + 1 } else { piece.start }
}
