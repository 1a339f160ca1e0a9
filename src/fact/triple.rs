//! Subject, predicate and object of every clause, as open information extraction gives them.

use crate::analysis::Analysis;
use crate::clause::{Clause, ClauseKind, noun_phrase, prepositional_phrase};
use crate::document::{Answer, FactId, Triple};

/// One triple for each clause with subject, verb and something after it. A relative clause speaks of its antecedent.
pub(super) fn find(analysis: &Analysis<'_, '_>, clauses: &[Clause], answer: &Answer<'_>) -> Vec<Triple> {
    let mut triples = Vec::new();
    for clause in clauses.iter().filter(|clause| clause.kind != ClauseKind::Infinitive) {
        let (Some(verb), Some(subject)) = (&clause.verb, &clause.subject) else {
            continue;
        };
        let words: Vec<&str> = verb.tokens.iter().map(|token| analysis.word(*token)).collect();
        let Some(object) = object(analysis, clause, subject) else {
            continue;
        };
        let span = analysis.span(clause.extent());
        let at = answer.facts.partition_point(|fact| fact.span.start < span.start);
        let fact = answer.facts.get(at).filter(|fact| fact.span == span).map(|_| FactId(at as u32));
        triples.push(Triple {
            subject: analysis.span(subject.clone()).of(analysis.text).to_string(),
            predicate: words.join(" "),
            object,
            fact,
            span,
        });
    }
    triples
}

/// The phrases behind the verb, up to the end of its piece.
fn object(analysis: &Analysis<'_, '_>, clause: &Clause, subject: &std::ops::Range<usize>) -> Option<String> {
    let verb = clause.verb.as_ref()?;
    let piece = clause.pieces.iter().find(|piece| piece.contains(&verb.finite))?;
    let from = if clause.kind == ClauseKind::Main { verb.finite + 1 } else { piece.start };
    let mut at = from;
    while at < piece.end {
        let outside = !verb.tokens.contains(&at) && !subject.contains(&at);
        let end = noun_phrase(analysis, at, piece.end).or_else(|| prepositional_phrase(analysis, at, piece.end));
        match end.filter(|_| outside) {
            Some(end) => return Some(analysis.span(at..end).of(analysis.text).to_string()),
            None => at += 1,
        }
    }
    None
}
