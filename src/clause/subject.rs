//! The subject of a clause.

use std::ops::Range;

use super::phrase::{is_oblique, noun_phrase, prepositional_phrase};
use super::{Clause, ClauseKind};
use crate::analysis::Analysis;
use crate::lexicon::class::{Adposition, Pronoun};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// What may stand before the subject without being part of it.
const SKIPPED: ClassSet = ClassSet::of(&[
    Class::Adverb,
    Class::Coordinator,
    Class::Subordinator,
    Class::TimeRef,
    Class::Relative,
    Class::Negation,
    Class::DayPart,
]);

/// Words of time are no subject where they stand alone: "Am Montag", "last year".
const TIMES: ClassSet = ClassSet::of(&[
    Class::Weekday,
    Class::Month,
    Class::Relative,
    Class::TimeRef,
    Class::Season,
    Class::Part,
]);

/// The tokens of the subject. A relative clause takes the noun phrase before it, which stands in `before`.
pub(super) fn find(analysis: &Analysis<'_, '_>, clause: &Clause, before: Option<&Clause>) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref()?;
    if clause.kind == ClauseKind::Infinitive {
        return before.and_then(|before| before.subject.clone());
    }
    let piece_of_verb = clause.pieces.iter().find(|piece| piece.contains(&verb.finite))?;
    let first = clause.pieces.first()?.start;
    let verb_final = analysis.profile(clause.sentence).verb_final;
    if clause.kind == ClauseKind::Relative {
        let own = if verb_final { within(analysis, first + 1..verb.finite, verb) } else { None };
        // "die er sah", "die der Minister vorstellte", but "die 37 Menschen festnahm".
        let own = own.filter(|own| {
            is_oblique(analysis, first)
                || analysis.is_any(own.start, ClassSet::of(&[Class::Pronoun, Class::Article]))
        });
        return own.or_else(|| antecedent(analysis, clause, before, first));
    }
    if verb_final && clause.kind != ClauseKind::Main {
        return within(analysis, first..verb.tokens[0].max(first), verb);
    }
    // "Die Pläne nannte er falsch": a pronoun that can only be the subject, right behind the verb.
    if verb_final && nominative(analysis, verb.finite + 1) && piece_of_verb.end > verb.finite + 1 {
        return Some(verb.finite + 1..verb.finite + 2);
    }
    let front_end = verb.finite;
    if let ClauseKind::Subordinate(_) = clause.kind {
        // "as the agency announced": behind the conjunction, which may also be a preposition.
        let subject = leading(analysis, first + 1..front_end, verb_final);
        if subject.is_some() {
            return subject;
        }
    }
    // English and German main clauses alike: what stands before the finite verb, unless it is adverbial.
    let front = clause
        .pieces
        .iter()
        .take_while(|piece| piece.start <= piece_of_verb.start)
        .map(|piece| piece.start..piece.end.min(verb.finite));
    let mut found = None;
    for piece in front {
        if let Some(subject) = leading(analysis, piece, verb_final) {
            found = Some(subject);
            if verb_final {
                break;
            }
        }
    }
    found.or_else(|| within(analysis, verb.finite + 1..piece_of_verb.end, verb))
}

/// Whether a conjunction stands right before the verb, whose subject is then that of the clause before: "und sagte".
pub(super) fn is_shared(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    let start = clause.extent().start;
    let verb = clause.verb.as_ref().map(|verb| verb.finite);
    clause.kind == ClauseKind::Main
        && analysis.is(start, Class::Coordinator)
        && verb.is_some_and(|verb| verb == start + 1 || verb == start + 2 && analysis.is(start + 1, Class::Adverb))
        && !verb.is_some_and(|verb| nominative(analysis, verb + 1))
        && start > analysis.sentences[clause.sentence].tokens.start as usize
}

/// "er", "ich", "wir", "man": never an object.
fn nominative(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Pronoun)
        && analysis.senses(at).iter().any(|sense| {
            sense.class == Class::Pronoun
                && !sense.form.has(Form::OBLIQUE)
                && matches!(Pronoun::from_value(sense.value), Some(Pronoun::He | Pronoun::I | Pronoun::We | Pronoun::One))
        })
}

/// The subject in the stretch before the finite verb: its first noun phrase outside a prepositional phrase, with all
/// that hangs on it.
fn leading(analysis: &Analysis<'_, '_>, piece: Range<usize>, verb_final: bool) -> Option<Range<usize>> {
    let mut at = piece.start;
    while at < piece.end {
        if let Some(end) = prepositional_phrase(analysis, at, piece.end).filter(|_| !opens_subject(analysis, at)) {
            at = end;
            // In German one constituent stands before the verb; after a prepositional one there is no subject.
            if verb_final {
                return None;
            }
            continue;
        }
        if skipped(analysis, at) {
            at += 1;
            continue;
        }
        if let Some(end) = noun_phrase(analysis, at, piece.end) {
            if is_oblique(analysis, at) {
                return None;
            }
            if is_time(analysis, at..end) {
                at = end;
                continue;
            }
            let end = if verb_final || attached(analysis, end, piece.end) { trimmed(analysis, at..piece.end) } else { end };
            return Some(at..end.max(at + 1));
        }
        at += 1;
    }
    None
}

/// Adpositions that open a figure rather than a place: "über 100 Menschen", "around 37 people".
fn opens_subject(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Approx)
        && (analysis.kind(at + 1) == TokenKind::Number || analysis.is_any(at + 1, ClassSet::of(&[Class::Cardinal, Class::Approx])))
}

/// Whether a prepositional phrase or a second noun hangs on the noun phrase that ends here.
fn attached(analysis: &Analysis<'_, '_>, end: usize, limit: usize) -> bool {
    end < limit && (analysis.is(end, Class::Adposition) || analysis.is(end, Class::Coordinator) || analysis.shape(end) != Shape::Lower)
}

/// Without the adverbs at its end.
fn trimmed(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> usize {
    let mut end = tokens.end;
    while end > tokens.start + 1 && skipped(analysis, end - 1) {
        end -= 1;
    }
    end
}

/// The first noun phrase in a stretch that can be a subject: after the verb, or after a conjunction.
fn within(analysis: &Analysis<'_, '_>, tokens: Range<usize>, verb: &super::VerbGroup) -> Option<Range<usize>> {
    let mut at = tokens.start;
    while at < tokens.end {
        let reflexive = analysis
            .senses(at)
            .iter()
            .any(|sense| sense.class == Class::Pronoun && sense.value == Pronoun::Self_ as u32);
        if reflexive || skipped(analysis, at) || verb.tokens.contains(&at) {
            at += 1;
            continue;
        }
        if analysis.is(at, Class::Adposition) && !opens_subject(analysis, at) {
            at = prepositional_phrase(analysis, at, tokens.end).unwrap_or(at + 1);
            continue;
        }
        let Some(end) = noun_phrase(analysis, at, tokens.end) else {
            at += 1;
            continue;
        };
        if is_oblique(analysis, at) || is_time(analysis, at..end) {
            at = end;
            continue;
        }
        return Some(at..with_genitive(analysis, end, tokens.end));
    }
    None
}

/// Takes along what hangs on the noun as a genitive or "of" phrase: "die Zahl der Toten", "the number of cases".
fn with_genitive(analysis: &Analysis<'_, '_>, end: usize, limit: usize) -> usize {
    let of = analysis
        .senses(end)
        .iter()
        .any(|sense| sense.class == Class::Adposition && sense.value == Adposition::Of as u32);
    if of {
        return prepositional_phrase(analysis, end, limit).unwrap_or(end);
    }
    // Behind a name the same article is a dative: "sagte Meier der Zeitung".
    let named = analysis.is_any(end - 1, ClassSet::of(&[Class::Surname, Class::GivenName])) && !analysis.is(end - 1, Class::Noun);
    if is_possessor(analysis, end) && !named { noun_phrase(analysis, end, limit).unwrap_or(end) } else { end }
}

/// An article that can stand in the genitive: "des", "der", "eines".
fn is_possessor(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is(at, Class::Article)
        && analysis.senses(at).iter().any(|sense| sense.class == Class::Article && sense.form.has(Form::POSSESSOR))
}

/// The noun phrase that a relative pronoun stands for: the last one before the clause.
fn antecedent(
    analysis: &Analysis<'_, '_>,
    clause: &Clause,
    before: Option<&Clause>,
    first: usize,
) -> Option<Range<usize>> {
    let sentence = analysis.sentences[clause.sentence].tokens.start as usize;
    let limit = before.map_or(sentence, |before| before.extent().start.max(sentence));
    // From the clause's start back to the start of the nearest phrase that ends there.
    let mut end = first;
    while end > limit && !matches!(analysis.kind(end - 1), TokenKind::Word | TokenKind::Number) {
        end -= 1;
    }
    let from = limit.max(end.saturating_sub(8));
    (from..end).find(|at| {
        !skipped(analysis, *at)
            && !analysis.is(*at, Class::Adposition)
            && noun_phrase(analysis, *at, end) == Some(end)
    })
    .map(|at| at..end)
}

fn skipped(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    let first = analysis.sentences[analysis.sentence_of(at)].tokens.start as usize == at;
    (analysis.shape(at) == Shape::Lower || first) && analysis.is_any(at, SKIPPED)
        || !matches!(
            analysis.kind(at),
            TokenKind::Word | TokenKind::Number | TokenKind::Ordinal | TokenKind::Symbol | TokenKind::Tag
        )
}

fn is_time(analysis: &Analysis<'_, '_>, tokens: Range<usize>) -> bool {
    let word = tokens.end - 1;
    analysis.is_any(word, TIMES) || analysis.is(word, Class::TimeUnit) && !analysis.is(word, Class::Noun)
}
