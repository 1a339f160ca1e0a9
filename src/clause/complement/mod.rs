//! What a clause says besides subject and verb: its object, or the phrase that its verb governs by a preposition.

mod choice;
mod governed;
mod nominal;
mod reader;

use std::ops::Range;

use self::choice::Choice;
use self::reader::Reader;
use super::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::Class;
use crate::reading::Analysis;

/// What stands beside subject and verb.
#[derive(Clone, Debug, Default)]
pub(crate) struct Complements {
    /// The object or predicative: a noun phrase without preposition, with what hangs on it as a genitive or "of" phrase.
    pub object: Option<Range<usize>>,
    /// The noun phrase behind a preposition that verbs govern: "reagiert auf das Angebot", "travelled to Warsaw".
    pub governed: Option<Range<usize>>,
    /// Who does it, of a passive, with the preposition: "von der Polizei", "by police".
    pub agent: Option<Range<usize>>,
}

/// How far from its verb what belongs to it is looked for, in tokens.
const FAR: usize = 80;

/// Finds them. `apart` tells what stands for itself, as times do.
pub(crate) fn complements(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    apart: impl Fn(Range<usize>) -> bool,
) -> Complements {
    let free = analysis.profile(clause.sentence).verb_final;
    // "Siemens baut Züge und | Bosch Motoren"
    let gapped = || clause.pieces.first().filter(|_| free && clause.is_gapped());
    let Some(of_verb) = clause.piece_of(verb.finite).or_else(gapped) else {
        return Complements::default();
    };
    let reader = Reader { analysis, clause, verb, free };
    let mut choice = Choice::new(&reader, &apart);
    // Every figure of a clause may ask, so that only what stands near the verb is looked at.
    let near = verb.finite.saturating_sub(FAR)..verb.finite + FAR;
    let from = clause.pieces.partition_point(|piece| piece.end <= near.start);
    let pieces = clause.pieces.get(from..).unwrap_or_default().iter().take_while(|piece| piece.start < near.end);
    let mut last_end = clause.extent().start;
    for piece in pieces.filter(|piece| reader.free || piece.start == of_verb.start) {
        let piece = piece.start.max(near.start)..piece.end.min(near.end);
        let goes_on = reader.goes_on(&piece, last_end);
        last_end = piece.end;
        if goes_on && !verb.tokens.iter().any(|token| piece.contains(token)) {
            choice.go_on();
            continue;
        }
        choice.begin(&piece);
        let mut at = reader.first(&piece, goes_on);
        while at < piece.end {
            let (constituent, end) = reader.next(at, piece.end);
            at = end;
            if !choice.take(constituent, end) {
                break;
            }
        }
    }
    choice.made()
}

/// Behind the pronoun that opens a relative clause.
pub(crate) fn after_pronoun(analysis: &Analysis<'_, '_>, clause: &Clause, start: usize) -> usize {
    if clause.kind != ClauseKind::Relative || clause.coordinate || start != clause.extent().start {
        return start;
    }
    start + 1 + usize::from(analysis.is(start, Class::Adposition))
}
