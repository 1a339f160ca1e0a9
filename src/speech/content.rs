//! What stands behind a verb or noun of saying and is what is said.

use std::ops::Range;

use smallvec::smallvec;

use super::context::{Context, Kind};
use super::{Draft, Pieces, speaker};
use crate::answer::Rule;
use crate::answer::StatementStyle;
use crate::clause::ClauseKind;
use crate::lexicon::Class;
use crate::lexicon::class::Subordinator;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) CUE_CLAUSE = "speech.cue-clause" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CUE_COLON = "speech.cue-colon" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CUE_HOW = "speech.cue-how" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CUE_INFINITIVE = "speech.cue-infinitive" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CUE_THAT = "speech.cue-that" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) NOUN_CONTENT = "speech.noun-content" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// How many clauses away the end of reported speech is looked for.
const FAR: usize = 60;

/// "Die Polizei teilte mit, dass …", "sagte, er habe …", "forderte, … zu …" / "said that …", "said it …".
pub(super) fn content_after(
    cx: &Context<'_, '_, '_>,
    at: usize,
    kind: Kind,
    sentence: &Range<usize>,
) -> Option<(Pieces, &'static Rule)> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let end = clause.extent().end;
    if kind != Kind::Find && cx.analysis.word(end) == ":" && end + 2 < sentence.end && !cx.is_quoted(end + 1) {
        return Some((smallvec![end + 1..sentence.end], &CUE_COLON));
    }
    let mut next = (at + 1..cx.clauses_of(clause.sentence).end)
        .take(FAR)
        .find(|next| cx.clauses[*next].extent().start > verb.finite)?;
    let mut rule = governed(cx, at, next, kind);
    // "sagte, nachdem er …, dass …"
    if rule.is_none() && matches!(cx.clauses[next].kind, ClauseKind::Subordinate(_) | ClauseKind::Relative) {
        let further = cx.clauses.get(next + 1).filter(|further| further.sentence == clause.sentence);
        if further.is_some_and(|further| {
            matches!(further.kind, ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether))
        }) {
            next += 1;
            rule = Some(&CUE_THAT);
        }
    }
    let opened = opened_inside(cx, at, next);
    let rule = if opened.is_some() { &CUE_THAT } else { rule? };
    let start = cx.clauses[next].extent().start;
    let content = opened.unwrap_or(start)..content_end(cx, at, next, sentence);
    // "Castlow, she said, was buying time": the subject of what is said stands in front.
    let subject = clause.pieces.first().filter(|piece| {
        let begins_with_verb = cx.clauses[next].verb.as_ref().is_some_and(|verb| verb.finite == start);
        begins_with_verb && piece.end <= verb.finite && !piece.contains(&verb.finite) && clause.kind == ClauseKind::Main
    });
    Some((subject.cloned().into_iter().chain([content]).collect(), rule))
}

/// "said | that having an always-on, fast connection is changing …": a conjunction whose verb stands behind a comma.
fn opened_inside(cx: &Context<'_, '_, '_>, at: usize, next: usize) -> Option<usize> {
    let (clause, content) = (&cx.clauses[at], &cx.clauses[next]);
    let last = *clause.verb.as_ref()?.tokens.last()?;
    let piece = clause.piece_of(last).filter(|piece| piece.end + 1 == content.extent().start)?;
    let main = content.kind == ClauseKind::Main && content.verb.is_some();
    if cx.analysis.profile(clause.sentence).verb_final || !main {
        return None;
    }
    (last + 1..piece.end).take(6).find(|token| {
        cx.analysis.sense(*token, Class::Subordinator).is_some_and(|sense| sense.value == Subordinator::That as u32)
            && !cx.analysis.is(token - 1, Class::Adposition)
            && token + 1 < piece.end
    })
}

/// "kamen zu dem Ergebnis, dass …", "die Forderung der Liga, … zu …" / "reached the conclusion that …".
pub(super) fn noun_then_content(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Draft> {
    const BACK: usize = 8;
    let clause = &cx.clauses[at];
    let next = (at + 1 < cx.clauses_of(clause.sentence).end).then_some(at + 1)?;
    let start = cx.clauses[next].extent().start;
    let separated = cx.analysis.kind(start.wrapping_sub(1)) == TokenKind::Separator;
    let end = if separated { start - 1 } else { start };
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let mood = cx.clauses[next].verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional);
    let fits = match cx.clauses[next].kind {
        ClauseKind::Subordinate(Subordinator::That) => true,
        ClauseKind::Main => verb_final && separated && mood && !cx.analysis.is(start, Class::Coordinator),
        ClauseKind::Infinitive => verb_final && separated,
        _ => false,
    };
    if !fits || !clause.holds(end.checked_sub(1)?) {
        return None;
    }
    let from = end.saturating_sub(BACK).max(sentence.start);
    let noun = (from..end).rev().find(|noun| {
        cx.medium(*noun).is_some_and(|id| id == speaker::CLAIM || id == "statement")
            && (*noun + 1 == end || owner(cx, *noun, end).is_some())
    })?;
    let mut draft = Draft::new(StatementStyle::Indirect, start..content_end(cx, at, next, sentence), &NOUN_CONTENT);
    let subject = clause.subject.clone().filter(|subject| !subject.contains(&noun));
    draft.speaker = owner(cx, noun, end).or(subject.and_then(|_| speaker::of_clause(cx, clause)));
    draft.cue = smallvec![noun];
    Some(draft)
}

/// Whose claim it is: "die Forderung der Liga", "the belief of many".
fn owner(cx: &Context<'_, '_, '_>, noun: usize, end: usize) -> Option<Range<usize>> {
    let start = if speaker::is_of(cx, noun + 1) { noun + 2 } else { noun + 1 };
    (speaker::opens_genitive(cx, noun + 1) && speaker::phrase(cx, start, end) == Some(end)).then_some(start..end)
}

/// The rule by which a clause is what another's verb says.
fn governed(cx: &Context<'_, '_, '_>, at: usize, next: usize, kind: Kind) -> Option<&'static Rule> {
    let (clause, content) = (&cx.clauses[at], &cx.clauses[next]);
    let start = content.extent().start;
    let verb = clause.verb.as_ref()?;
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let separated = cx.analysis.kind(start.wrapping_sub(1)) == TokenKind::Separator;
    match content.kind {
        ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether) => Some(&CUE_THAT),
        ClauseKind::Subordinate(Subordinator::If) if !verb_final => {
            (kind != Kind::Think && start == verb.finite + 1).then_some(&CUE_THAT)
        }
        ClauseKind::Subordinate(Subordinator::How) => (cx.kind(next) != Some(Kind::Say)).then_some(&CUE_HOW),
        ClauseKind::Infinitive if verb_final => (kind != Kind::Find && separated).then_some(&CUE_INFINITIVE),
        ClauseKind::Main => {
            if cx.analysis.is(start, Class::Coordinator) {
                return None;
            }
            let said = content.verb.as_ref()?;
            let moods = said.reported || said.conditional;
            // "Nachdem er … informiert hatte, wurde …", "If it is confirmed, …": the clause around goes on.
            let adverbial = matches!(clause.kind, ClauseKind::Subordinate(kind) if kind != Subordinator::That);
            if verb_final && said.finite == start || adverbial && !moods || adverbial && !verb_final {
                return None;
            }
            if verb_final {
                return (separated && (moods || kind == Kind::Say && !verb.passive)).then_some(&CUE_CLAUSE);
            }
            let adjacent = start == verb.tokens.last().map_or(verb.finite, |last| *last) + 1 || separated;
            (adjacent && kind != Kind::Find).then_some(&CUE_CLAUSE)
        }
        _ => None,
    }
}

/// Where reported speech that begins with a clause ends: where a clause around it goes on, or one begins that stands by
/// itself.
fn content_end(cx: &Context<'_, '_, '_>, cue: usize, first: usize, sentence: &Range<usize>) -> usize {
    let clause = &cx.clauses[cue];
    let start = cx.clauses[first].extent().start;
    let around = clause
        .pieces
        .iter()
        .filter(|piece| piece.start > start)
        .find(|piece| clause.verb.as_ref().is_some_and(|verb| verb.tokens.iter().any(|token| piece.contains(token))))
        .map(|piece| piece.start);
    let own = cx.clauses[first].kind;
    let reported = cx.clauses[first].verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional);
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let next_main = (first + 1..cx.clauses_of(clause.sentence).end).take(FAR).find(|at| {
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
        // "…, er sei unschuldig, erkannte das Gericht nicht an": the verb in front goes on with the subject of the cue.
        let verb_first = verb_final && own == ClauseKind::Main && reported && verb.finite == start;
        // "warned that growth could slow, but raised …"
        let comma = cx.analysis.kind(start.wrapping_sub(1)) == TokenKind::Separator;
        let shared = !verb_final && comma && cx.analysis.is(start, Class::Coordinator) && verb.finite == start + 1;
        semicolon
            || verb_first
            || shared
            || verb_final && (own != ClauseKind::Main || reported) && cx.analysis.is(start, Class::Coordinator)
    });
    let main = next_main.map(|at| cx.clauses[at].extent().start);
    around.into_iter().chain(main).min().unwrap_or(sentence.end).max(start + 1)
}
