//! Subject, predicate and object of every clause, as open information extraction gives them.

use std::ops::Range;

use super::object;
use crate::answer::{Answer, FactId, Triple};
use crate::clause::{Clause, Clauses, VerbGroup, noun_phrase, prepositional_phrase};
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::reading::phrase::genitive;

/// How many prepositional phrases of a clause make a triple.
const PHRASES: usize = 4;

/// Triples for each clause with subject and verb: one for its object, and one for each prepositional phrase, whose
/// predicate takes the object along ("receives | reports", "receives reports | from readers"). A relative clause speaks
/// of its antecedent.
pub(super) fn find(analysis: &Analysis<'_, '_>, clauses: Clauses<'_>, answer: &Answer<'_>) -> Vec<Triple> {
    let mut triples = Vec::new();
    for clause in clauses.iter() {
        let (Some(verb), Some(subject)) = (&clause.verb, &clause.subject) else {
            continue;
        };
        let span = analysis.span(clause.extent());
        let at = answer.facts.partition_point(|fact| fact.span.start < span.start);
        let fact = answer.facts.get(at).filter(|fact| fact.span == span).map(|_| FactId(at as u32));
        let text = |tokens: Range<usize>| Some(analysis.phrase(analysis.span(tokens))?.text.into_owned());
        let Some(named) = text(subject.clone()) else {
            continue;
        };
        let mut add = |predicate: String, object: String| {
            triples.push(Triple { subject: named.clone(), predicate, object, fact, span });
        };
        let said = verb.tokens.iter().map(|token| analysis.word(*token)).collect::<Vec<_>>().join(" ");
        let Phrases { object, others } = phrases(analysis, clause, verb, subject);
        let shown = |tokens: Range<usize>| Some((tokens.start, text(tokens)?));
        let object = object.and_then(shown);
        if let Some((_, object)) = &object {
            add(said.clone(), object.clone());
        }
        for (start, phrase) in others.into_iter().take(PHRASES).filter_map(shown) {
            match &object {
                Some((before, object)) if *before < start => add(format!("{said} {object}"), phrase),
                _ => add(said.clone(), phrase),
            }
        }
    }
    triples
}

/// What a clause says besides subject and verb.
struct Phrases {
    /// The first noun phrase.
    object: Option<Range<usize>>,
    /// The prepositional phrases.
    others: Vec<Range<usize>>,
}

fn phrases(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup, subject: &Range<usize>) -> Phrases {
    let mut found = Phrases { object: None, others: Vec::new() };
    let Some(piece) = clause.piece_of(verb.finite) else {
        return found;
    };
    let mut at = if analysis.profile(clause.sentence).verb_final {
        object::start(analysis, clause, verb, piece)
    } else {
        verb.end()
    };
    while at < piece.end {
        if verb.tokens.contains(&at) || subject.contains(&at) || analysis.is_reflexive(at) {
            at += 1;
            continue;
        }
        if let Some(end) = prepositional_phrase(analysis, at, piece.end) {
            let end = genitive(analysis, end, piece.end).unwrap_or(end);
            found.others.push(at..end);
            at = end;
        } else if let Some(end) = noun_phrase(analysis, at, piece.end) {
            let end = genitive(analysis, end, piece.end).unwrap_or(end);
            if found.object.is_none()
                && !analysis
                    .is_any(at, ClassSet::of(&[Class::Adverb, Class::RelativePronoun, Class::TimeRef, Class::Weekday]))
            {
                found.object = Some(at..end);
            }
            at = end;
        } else {
            at += 1;
        }
    }
    found
}
