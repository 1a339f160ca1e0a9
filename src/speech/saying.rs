//! What a clause of saying tells of its statement.

use super::attribution::quoted_source;
use super::context::Context;
use super::speaker::{MEDIUM, PRONOUN, QUOTED, SIDE, Voice, medium, relative_medium, relative_pronoun, side, voice};
use super::{Draft, Speaker};
use crate::clause::Clause;

/// Takes speaker, cue and medium from a clause.
pub(super) fn attribute(cx: &Context<'_, '_, '_>, draft: &mut Draft, clause: &Clause) {
    match voice(cx, clause) {
        Some((Voice::Speaker(tokens), rule)) => draft.speaker = Some(Speaker::new(tokens, rule)),
        Some((Voice::Nobody(tokens), _)) => draft.nobody = Some(tokens),
        None => {}
    }
    if let Some(pronoun) = relative_pronoun(clause).filter(|_| !clause.coordinate)
        && let Some(speaker) = draft.speaker.take()
    {
        draft.speaker = Some(Speaker { tokens: pronoun, stands_for: Some(speaker.tokens), rule: &PRONOUN });
    }
    if let Some(source) = quoted_source(cx, clause) {
        draft.speaker = Some(Speaker::new(source, &QUOTED));
    }
    draft.medium = medium(cx, clause);
    if draft.speaker.is_none() && draft.medium.is_none() {
        draft.medium = relative_medium(cx, clause);
    }
    if draft.speaker.is_none() && draft.medium.is_none() {
        draft.speaker = side(cx, clause).map(|side| Speaker::new(side, &SIDE));
    }
    if draft.speaker.is_none() {
        draft.speaker = draft.medium.clone().map(|medium| Speaker::new(medium, &MEDIUM));
    }
    if let Some(verb) = &clause.verb {
        draft.cue = verb.tokens.clone();
        draft.verb = verb.sense;
    }
}
