//! Whether a clause denies its figure.

use std::ops::Range;

use super::choice::Choice;
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::Class;
use crate::reading::Analysis;
use crate::rule::rules;

rules! {
    reads: fn();

    /// A negation that holds for the verb of the clause: the clause denies what it says.
    VERB = "fact.negation.verb" {
        pattern: "clause with a negated verb",
        fires: [
            De "Die Firma [hat](negated) 37 Berichte nicht [erhalten](negated).",
            De "Europol [veröffentlichte](negated) den Bericht nicht.",
            En "The firm [did](negated) not [receive](negated) 37 reports.",
            En "Europol [did](negated) not [publish](negated) the report.",
        ],
        silent: [
            De "Die Firma erhielt nicht nur 37 Berichte.",
            En "The firm received not only 37 reports.",
        ],
    }

    /// A phrase with a preposition that leads the clause is not denied with its verb.
    LEADING = "fact.negation.leading-phrase" {
        pattern: "preposition + figure + negated verb",
        fires: [
            De "Mit [83](figure) Punkten ist Turin nicht zu verdrängen.",
            En "With [83](figure) points Turin was not happy.",
        ],
        silent: [
            De "Turin ist mit 83 Punkten nicht zu verdrängen.",
            En "Turin was not happy with 83 points.",
        ],
    }
}

/// Whether the clause of a figure denies it.
pub(super) fn of_figure(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> Choice<()> {
    let denied = of_clause(clause);
    if denied.value.is_some() && leads(analysis, clause, tokens) { Choice::empty(&LEADING) } else { denied }
}

/// Whether a clause denies what it says.
pub(super) fn of_clause(clause: &Clause) -> Choice<()> {
    let negated = clause.verb.as_ref().is_some_and(|verb| verb.negated);
    if negated { Choice::new((), &VERB) } else { Choice::OPEN }
}

/// "Mit 83 Punkten ist Turin nicht zu verdrängen": the figure stands in a prepositional phrase before the verb.
fn leads(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> bool {
    let first = clause.extent().start;
    clause.verb.as_ref().is_some_and(|verb| tokens.start < verb.finite)
        && clause.kind == ClauseKind::Main
        && analysis.is(first, Class::Adposition)
}
