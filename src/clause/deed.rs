//! What verbs tell of who does something and whom or what it is done to.

use super::VerbGroup;
use crate::reading::Analysis;

/// Verbs whose subject is somebody, or a body of people.
pub(super) fn makes(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    const CONCEPTS: &[&str] = &[
        "build", "buy", "compose", "design", "develop", "found", "invent", "operate", "optimize", "organize", "paint",
        "produce", "publish", "rent", "sell", "sign", "stage", "write",
    ];
    !verb.passive && verb.sense.is_some_and(|sense| analysis.means(sense, CONCEPTS))
}

/// Verbs whose object is a person as well as their subject, or that things do to persons: "Schüsse trafen die Männer".
pub(super) fn does_to_persons(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    const CONCEPTS: &[&str] = &[
        "afflict",
        "anger",
        "burden",
        "encounter",
        "force",
        "hit",
        "injure",
        "interest",
        "kill",
        "meet",
        "please",
        "rescue",
        "shock",
        "surprise",
        "threaten",
        "torture",
        "unsettle",
        "worry",
    ];
    verb.sense.is_some_and(|sense| analysis.means(sense, CONCEPTS))
}
