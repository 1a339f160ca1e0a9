//! How far the text stands behind a clause.

use super::context::Context;
use crate::answer::{FactTime, Modality, Statement, StatementId, StatementStyle};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup};
use crate::lexicon::class::{Adposition, Modal, Subordinator};
use crate::lexicon::{Class, Form};

/// The modality of what a clause says; without a clause, that of a figure which only describes a noun. What is planned,
/// conditional or possible stays so in somebody's words.
///
/// - conditional: in or right beside an "if" clause, "im Falle", "in case of"; "would", Konjunktiv II;
/// - planned: a verb of planning ("plans to hire", "soll öffnen"), the future, a present tense with a time to come;
/// - possible: "can", "may", "könnte";
/// - reported: inside a statement, or Konjunktiv I.
pub(super) fn of(
    context: &Context<'_, '_, '_>,
    clause: Option<usize>,
    statement: Option<StatementId>,
    time: Option<&FactTime>,
) -> Modality {
    let statement = statement.and_then(|id| context.statement(id));
    let stated = if statement.is_some() { Modality::Reported } else { Modality::Asserted };
    let found = |at: usize| context.clauses.get(at).and_then(|clause| Some((at, clause, clause.verb.as_ref()?)));
    let Some((at, clause, verb)) = clause.and_then(found) else {
        return stated;
    };
    if is_condition(context, at, clause, verb) {
        return Modality::Conditional;
    }
    if verb.conditional && verb.modal != Some(Modal::Can) {
        // In indirect speech the mood only marks the report: "würden gestellt", "would have to reckon".
        let indirect = statement.is_some_and(|statement| statement.style != StatementStyle::Direct);
        return if indirect { Modality::Reported } else { Modality::Conditional };
    }
    if clause.kind == ClauseKind::Infinitive {
        return infinitive(context, at, clause).unwrap_or(stated);
    }
    if is_planned(context, verb) {
        return Modality::Planned;
    }
    if verb.tense == Tense::Future {
        // What somebody expects is no plan: "he assumes that the party will fall below five per cent".
        let expected = statement.is_some_and(|statement| is_thought(context, statement));
        return if expected { Modality::Reported } else { Modality::Planned };
    }
    if verb.tense == Tense::Present && verb.modal.is_none() && !verb.reported && is_to_come(context, time) {
        return Modality::Planned;
    }
    match verb.modal {
        Some(Modal::Can | Modal::May) => Modality::Possible,
        Some(Modal::Want | Modal::Shall) if verb.tense == Tense::Present => {
            if is_hearsay(context, verb) {
                Modality::Reported
            } else {
                Modality::Planned
            }
        }
        _ if verb.reported => Modality::Reported,
        _ => stated,
    }
}

/// Whether the clause is a condition, stands right beside one, or names one: "im Falle einer Verurteilung".
fn is_condition(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let is_if = |clause: &Clause| clause.kind == ClauseKind::Subordinate(Subordinator::If);
    if is_if(clause) {
        return true;
    }
    if verb.tense == Tense::Past && !verb.conditional {
        return false;
    }
    let analysis = context.analysis;
    let named =
        clause.pieces.iter().cloned().flatten().take(40).any(|token| analysis.is_adposition(token, Adposition::InCase));
    let says = matches!(context.verb_kind(Some(verb)), "say" | "think" | "find");
    let is_beside = |at: Option<usize>| {
        at.and_then(|at| context.clauses.get(at)).is_some_and(|other| other.sentence == clause.sentence && is_if(other))
    };
    let beside = is_beside(at.checked_sub(1)) || is_beside(Some(at + 1));
    named || beside && !says && clause.kind == ClauseKind::Main
}

/// "plans to hire", "is to open", "is expected to cost": a verb of planning in the group, or "be" and an infinitive.
fn is_planned(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let kind = |token: usize, kinds: &[&str]| {
        analysis.senses_of(token, Class::Verb).any(|sense| {
            !sense.form.has_any(Form(Form::ATTRIBUTIVE.0 | Form::WANTS_PREFIX.0))
                && kinds.contains(&analysis.entry(*sense).tag)
        })
    };
    if context.verb_kind(Some(verb)) == "plan" {
        return true;
    }
    // With a dependent infinitive the verbs before it say how far it is.
    let Some(mark) =
        verb.tokens.iter().position(|token| *token != verb.finite && analysis.is_adposition(*token, Adposition::To))
    else {
        return false;
    };
    let before = &verb.tokens[..mark];
    let be_to = before.len() == 1
        && analysis.is(verb.finite, Class::Auxiliary)
        && verb.tokens.get(mark) == Some(&(verb.finite + 1));
    be_to && verb.tense == Tense::Present
        || before.iter().any(|token| kind(*token, &["plan"]))
        || before.len() > 1 && before.iter().any(|token| kind(*token, &["think"]))
}

/// "soll … verlassen haben": an infinitive of the past is hearsay.
fn is_hearsay(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    verb.head != verb.finite
        && verb.tokens.iter().any(|token| {
            *token != verb.finite
                && *token != verb.head
                && analysis.is(*token, Class::Auxiliary)
                && analysis.has_form(verb.head, Class::Verb, Form::PARTICIPLE)
                && !verb.passive
        })
}

/// An infinitive clause is as sure as what governs it: a verb of planning, or a noun such as "the decision to".
fn infinitive(context: &Context<'_, '_, '_>, at: usize, clause: &Clause) -> Option<Modality> {
    let start = clause.extent().start;
    let governing = context.clauses.get(at.checked_sub(1)?).filter(|other| other.sentence == clause.sentence)?;
    let verb = governing.verb.as_ref()?;
    (verb.finite > start || is_planned(context, verb)).then_some(Modality::Planned)
}

/// Whether a verb of thinking introduces the statement.
fn is_thought(context: &Context<'_, '_, '_>, statement: &Statement<'_>) -> bool {
    let cue = statement.cue.as_ref().and_then(|cue| cue.spans.first());
    cue.and_then(|span| context.clause_of(context.analysis.token_at(span.start)))
        .is_some_and(|clause| context.verb_kind(clause.verb.as_ref()) == "think")
}

/// Whether a time lies after the document's date.
fn is_to_come(context: &Context<'_, '_, '_>, time: Option<&FactTime>) -> bool {
    match (time.and_then(|time| time.begin.as_ref()), context.answer.date) {
        (Some(begin), Some(date)) => begin.date() > date,
        _ => false,
    }
}
