//! How far the text stands behind a clause.

use crate::clause::{Clause, ClauseKind, Tense};
use crate::document::Modality;
use crate::lexicon::class::{Modal, Subordinator};

/// The modality of a clause. What is planned, conditional or possible stays so in somebody's words.
///
/// - planned: a verb of planning, the future ("will invest", "wird investieren");
/// - conditional: "if", "wenn", "falls"; "would", Konjunktiv II;
/// - possible: "can", "may", "könnte", hearsay "soll";
/// - reported: inside a statement, or Konjunktiv I.
pub(super) fn of(clause: Option<&Clause>, in_statement: bool, verb_kind: &str) -> Modality {
    let stated = if in_statement { Modality::Reported } else { Modality::Asserted };
    let Some(clause) = clause else {
        return stated;
    };
    let Some(verb) = &clause.verb else {
        return stated;
    };
    if verb_kind == "plan" || verb.tense == Tense::Future || clause.kind == ClauseKind::Infinitive {
        return Modality::Planned;
    }
    if clause.kind == ClauseKind::Subordinate(Subordinator::If) || verb.conditional && verb.modal != Some(Modal::Can) {
        return Modality::Conditional;
    }
    match verb.modal {
        Some(Modal::Can | Modal::May) => Modality::Possible,
        Some(Modal::Want) => Modality::Planned,
        _ if verb.reported => Modality::Reported,
        _ => stated,
    }
}
