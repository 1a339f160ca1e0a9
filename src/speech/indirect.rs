//! Reported speech: what a verb of saying, thinking or finding governs.

use std::ops::Range;

use super::attribution::is_covered;
use super::context::{Context, Kind};
use super::{Draft, Found, direct};
use crate::clause::{Clause, ClauseKind};
use crate::document::StatementStyle;
use crate::lexicon::Class;
use crate::lexicon::class::Subordinator;
use crate::text::TokenKind;

/// Finds the reported speech of a sentence, outermost first.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    // The first token that no statement of the sentence covers yet.
    let mut free = tokens.start;
    for at in cx.clauses_of(sentence) {
        let clause = &cx.clauses[at];
        let Some(verb) = &clause.verb else {
            continue;
        };
        if found.used[at] {
            free = free.max(clause.extent().end);
            continue;
        }
        if verb.finite < free || cx.is_quoted(verb.finite) || is_covered(found, verb.finite) {
            continue;
        }
        let Some(kind) = cx.kind(at) else {
            continue;
        };
        let content = if let Some(content) = as_clause(cx, at, free, &tokens) {
            Some((content, "speech.as-said"))
        } else if let Some(content) = content_before(cx, at, free, &tokens) {
            Some((content, "speech.content-cue"))
        } else {
            content_after(cx, at, kind, &tokens)
        };
        let Some((content, rule)) = content else {
            continue;
        };
        let Some(end) = content.last().map(|piece| piece.end) else {
            continue;
        };
        if content.iter().any(|piece| is_covered(found, piece.start)) {
            continue;
        }
        let mut draft = Draft::new(StatementStyle::Indirect, 0..0, rule);
        draft.content = content;
        direct::attribute(cx, &mut draft, at);
        free = free.max(end).max(clause.extent().end.min(tokens.end));
        found.used[at] = true;
        found.drafts.push(draft);
    }
}

/// "…, wie die Polizei mitteilte" / "As police said, …": everything around the clause.
fn as_clause(cx: &Context<'_, '_, '_>, at: usize, free: usize, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let clause = &cx.clauses[at];
    if !matches!(clause.kind, ClauseKind::Subordinate(Subordinator::As | Subordinator::How)) {
        return None;
    }
    let own = clause.extent();
    let opens = cx.analysis.is(own.start, Class::Subordinator) || cx.analysis.is(own.start, Class::Interrogative);
    // Another verb's "how": "Sie erklärte, wie …" has its own cue before it.
    let governed = at > cx.clauses_of(clause.sentence).start && {
        let before = &cx.clauses[at - 1];
        cx.kind(at - 1).is_some() && before.verb.as_ref().is_some_and(|verb| verb.finite + 3 >= own.start)
    };
    if !opens || governed {
        return None;
    }
    let mut pieces = Vec::with_capacity(2);
    for piece in [free..own.start, own.end..sentence.end] {
        let start = cx.skip_separators(piece.start, piece.end);
        if cx.has_verb(&(start..piece.end)) {
            pieces.push(start..piece.end);
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// "…, sagte der Minister" / "…, the minister said": what stands before the clause.
fn content_before(cx: &Context<'_, '_, '_>, at: usize, free: usize, sentence: &Range<usize>) -> Option<Vec<Range<usize>>> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let start = clause.pieces.iter().find(|piece| piece.contains(&verb.finite))?.start;
    let before = start.checked_sub(1)?;
    if clause.kind != ClauseKind::Main || start <= free + 1 {
        return None;
    }
    let separated = matches!(cx.analysis.kind(before), TokenKind::Separator | TokenKind::Quote | TokenKind::Dash | TokenKind::Terminal);
    if !separated || cx.analysis.word(before) == ":" {
        return None;
    }
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let inverted = verb.finite == start;
    let subject_first = !verb_final
        && clause.subject.as_ref().is_some_and(|subject| subject.start >= start && subject.end <= verb.finite)
        && !clause.pieces.iter().any(|piece| piece.start < start);
    if !(inverted || subject_first) {
        return None;
    }
    let from = cx.skip_separators(free, start);
    let content = from..start;
    if !cx.has_verb(&content) {
        return None;
    }
    // "Als er ankam, sagte er, …": the clause in front must be able to stand alone.
    let first = cx.clause_at(cx.skip_marks(from, start))?;
    let mains = (first..at).take(30).any(|before| cx.clauses[before].kind == ClauseKind::Main && cx.clauses[before].verb.is_some());
    if !mains {
        return None;
    }
    let mut pieces = vec![content];
    // "Man habe, sagte er, 37 Berichte erhalten": the content goes on behind the cue.
    let end = clause.extent().end;
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence && next.extent().start >= end);
    if let Some(next) = next
        && resumes(cx, at, next)
    {
        pieces.push(next.extent().start..sentence.end);
    }
    Some(pieces)
}

fn resumes(cx: &Context<'_, '_, '_>, at: usize, next: &Clause) -> bool {
    let verb_final = cx.analysis.profile(next.sentence).verb_final;
    match next.kind {
        ClauseKind::Subordinate(Subordinator::That) => true,
        ClauseKind::Main => {
            next.verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional)
                || !verb_final && cx.analysis.is(next.extent().start, Class::Coordinator) && cx.clauses[at].extent().end < next.extent().start
        }
        _ => false,
    }
}

/// "Die Polizei teilte mit, dass …", "sagte, er habe …", "forderte, … zu …" / "said that …", "said it …".
fn content_after(cx: &Context<'_, '_, '_>, at: usize, kind: Kind, sentence: &Range<usize>) -> Option<(Vec<Range<usize>>, &'static str)> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let end = clause.extent().end;
    if kind != Kind::Find && cx.analysis.word(end) == ":" && end + 2 < sentence.end {
        return Some((vec![end + 1..sentence.end], "speech.cue-colon"));
    }
    let mut next = (at + 1..cx.clauses_of(clause.sentence).end).find(|next| cx.clauses[*next].extent().start > verb.finite)?;
    let mut rule = governed(cx, at, next, kind);
    // "sagte, nachdem er …, dass …"
    if rule.is_none() && matches!(cx.clauses[next].kind, ClauseKind::Subordinate(_) | ClauseKind::Relative) {
        let further = cx.clauses.get(next + 1).filter(|further| further.sentence == clause.sentence);
        if further.is_some_and(|further| matches!(further.kind, ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether))) {
            next += 1;
            rule = Some("speech.cue-that");
        }
    }
    let start = cx.clauses[next].extent().start;
    let content = start..content_end(cx, at, next, sentence);
    Some((vec![content], rule?))
}

/// The rule by which a clause is what another's verb says.
fn governed(cx: &Context<'_, '_, '_>, at: usize, next: usize, kind: Kind) -> Option<&'static str> {
    let (clause, content) = (&cx.clauses[at], &cx.clauses[next]);
    let start = content.extent().start;
    let verb = clause.verb.as_ref()?;
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let separated = cx.analysis.kind(start.wrapping_sub(1)) == TokenKind::Separator;
    match content.kind {
        ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether) => Some("speech.cue-that"),
        ClauseKind::Subordinate(Subordinator::If) if !verb_final => (kind != Kind::Think && start == verb.finite + 1).then_some("speech.cue-that"),
        ClauseKind::Subordinate(Subordinator::How) => (cx.kind(next) != Some(Kind::Say)).then_some("speech.cue-how"),
        ClauseKind::Infinitive if verb_final => (kind != Kind::Find && separated).then_some("speech.cue-infinitive"),
        ClauseKind::Main => {
            if cx.analysis.is(start, Class::Coordinator) {
                return None;
            }
            let moods = content.verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional);
            if verb_final {
                return (separated && (moods || kind == Kind::Say && !verb.passive)).then_some("speech.cue-clause");
            }
            let adjacent = start == verb.tokens.last().map_or(verb.finite, |last| *last) + 1 || separated;
            (adjacent && kind != Kind::Find).then_some("speech.cue-clause")
        }
        _ => None,
    }
}

/// Where reported speech that begins with a clause ends: where a clause around it goes on, or one begins that stands by
/// itself.
fn content_end(cx: &Context<'_, '_, '_>, cue: usize, first: usize, sentence: &Range<usize>) -> usize {
    let clause = &cx.clauses[cue];
    let start = cx.clauses[first].extent().start;
    let around = clause.pieces.iter().map(|piece| piece.start).find(|piece| *piece > start);
    let own = cx.clauses[first].kind;
    let reported = cx.clauses[first].verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional);
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let next_main = (first + 1..cx.clauses_of(clause.sentence).end).find(|at| {
        let next = &cx.clauses[*at];
        let Some(verb) = next.verb.as_ref().filter(|_| next.kind == ClauseKind::Main) else {
            return false;
        };
        let start = next.extent().start;
        let mood = verb.reported || verb.conditional;
        if cx.is_quoted(start) || mood {
            return false;
        }
        let semicolon = cx.analysis.word(start.wrapping_sub(1)) == ";";
        semicolon || verb_final && (own != ClauseKind::Main || reported) && cx.analysis.is(start, Class::Coordinator)
    });
    let main = next_main.map(|at| cx.clauses[at].extent().start);
    around.into_iter().chain(main).min().unwrap_or(sentence.end).max(start + 1)
}
