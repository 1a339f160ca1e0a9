//! Conditions: what is so only if something else is.

use super::{Told, holds};
use crate::answer::Modality;
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup, noun_phrase};
use crate::fact::context::Context;
use crate::lexicon::class::{Adposition, Commitment, NounKind, Subordinator};
use crate::lexicon::{Class, Form, Sense, groups};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();


    /// A clause that is a condition, or what something is likened to.
    IF = "fact.modality.if" {
        pattern: "clause with \"if\" | \"as if\", \"imagine\" + clause",
        fires: [
            De "Der Saal wirkt, als [kämen](modality conditional) 300 Leute.",
            En "The hall looks as if 300 people [came](modality conditional).",
            De "Wenn 300 Leute [kommen](modality conditional), öffnet der Saal.",
            De "Angenommen, 300 Leute [kommen](modality conditional).",
            En "If 300 people [come](modality conditional), the hall opens.",
            En "Imagine if 300 people [came](modality conditional).",
            En "Imagine the 300 people [came](modality conditional).",
            En "Even if 300 people [come](modality conditional), the hall stays shut.",
            En "I would not be surprised if the firm closed and 300 people [left](modality conditional).",
        ],
        silent: [
            De "Weil 300 Leute kommen, öffnet der Saal.",
            En "Because 300 people come, the hall opens.",
            En "Although 300 people come, the hall stays shut.",
            En "He saw the hall and 300 people left.",
            En "Even if the mayor comes, the hall holds 300 people.",
        ],
    }

    /// A main clause right beside its condition; one that says something, or tells of the past, is not under it.
    BESIDE_IF = "fact.modality.beside-if" {
        pattern: "main clause + clause with \"if\", in either order",
        fires: [
            De "Der Saal [öffnet](modality conditional) für 300 Leute, wenn der Bürgermeister kommt.",
            En "The hall [holds](modality conditional) 300 people if the mayor opens it.",
        ],
        silent: [
            De "Der Saal öffnet für 300 Leute, weil der Bürgermeister kommt.",
            En "The hall held 300 people if the mayor opened it.",
        ],
    }

    /// A clause that names its condition.
    IN_CASE = "fact.modality.in-case" {
        pattern: "clause with \"in case of\"",
        fires: [
            De "Die Firma [zahlt](modality conditional) im Falle einer Verurteilung 300 Euro.",
            En "The firm [pays](modality conditional) 300 euros in case of a conviction.",
        ],
        silent: [
            De "Die Firma zahlt wegen einer Verurteilung 300 Euro.",
            De "Die Firma zahlt im Falle Libyens 300 Euro.",
            De "Die Firma zahlt im Falle der Schule 300 Euro.",
            En "The firm pays 300 euros because of a conviction.",
            En "The firm pays 300 euros in the case of Libya.",
        ],
    }

    /// A verb in the mood of what is not so: "would", Konjunktiv II. "Could" tells what is possible.
    pub(super) WOULD = "fact.modality.would" {
        pattern: "clause with a verb in Konjunktiv II | \"would\"",
        fires: [
            De "Die Firma [würde](modality conditional) 300 Leute [einstellen](modality conditional).",
            En "The firm [would](modality conditional) [hire](modality conditional) 300 people.",
        ],
        silent: [
            De "Die Firma wird 300 Leute einstellen.",
            En "The firm could hire 300 people.",
        ],
    }
}

/// Whether the clause is a condition, stands right beside one, or names one: "im Falle einer Verurteilung".
pub(super) fn of(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> Option<Told> {
    let is_if = |clause: &Clause| clause.kind == ClauseKind::Subordinate(Subordinator::If);
    // "if the court finds that the firm lied"
    let found = || holds(context, at).is_some_and(is_if);
    // "even if": what is told beside it is so all the same.
    let even_if = || {
        let first = clause.extent().start;
        let means = |at: usize| context.analysis.is_subordinator(at, Subordinator::If);
        clause.kind == ClauseKind::Subordinate(Subordinator::Although) && means(first)
    };
    let joined = || goes_on(context, at, is_if);
    let as_if = clause.kind == ClauseKind::Subordinate(Subordinator::AsIf);
    let verb_first = || is_verb_first(context, at) && !context.says(verb);
    if is_if(clause) || is_supposed(context, clause) || as_if || even_if() || found() || verb_first() || joined() {
        return Some((Modality::Conditional, &IF));
    }
    if verb.tense == Tense::Past && !verb.conditional {
        return None;
    }
    if clause.tokens().take(40).any(|token| is_case(context, token)) {
        return Some((Modality::Conditional, &IN_CASE));
    }
    let is_beside = |at: Option<usize>| {
        at.and_then(|at| context.clauses.get(at)).is_some_and(|other| other.sentence == clause.sentence && is_if(other))
    };
    let beside = clause.kind == ClauseKind::Main
        && (is_beside(at.checked_sub(1)) || is_beside(Some(at + 1)) || at > 0 && is_verb_first(context, at - 1))
        && !context.says(verb);
    beside.then_some((Modality::Conditional, &BESIDE_IF))
}

/// "in case of a conviction", "im Falle eines Siegs": whether a preposition opens what may happen; but "in the case of Greece", "im Falle
/// der Bank" tell whom it is about.
fn is_case(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = context.analysis;
    let case = |sense: &&Sense| Adposition::from_value(sense.value) == Some(Adposition::InCase);
    let Some(start) = analysis.senses_of(at, Class::Adposition).find(case).map(|sense| sense.end(at)) else {
        return false;
    };
    let indefinite = analysis.is(start, Class::IndefiniteArticle);
    let definite = analysis.is_any(start, groups::DETERMINER) && !indefinite;
    let governs = analysis.is(start, Class::Adposition) && !indefinite;
    let named = governs || context.entity_of(start..start + 1).is_some();
    let event = || {
        let end = noun_phrase(analysis, start, analysis.tokens.len());
        end.is_some_and(|end| analysis.is_noun_of(end - 1, NounKind::Event))
    };
    !named && (!definite || event())
}

/// "Imagine the firm sold it", "Angenommen, | die Firma verkauft es": whether a sentence begins by supposing what its main clause tells.
fn is_supposed(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let Some(first) = analysis.sentences.get(clause.sentence).map(|sentence| sentence.tokens.start as usize) else {
        return false;
    };
    let comma = analysis.word(first + 1) == ",";
    let phrase = || analysis.shape(first + 1) == Shape::Lower && analysis.is_any(first + 1, groups::DETERMINER);
    let form = if comma { Form::PARTICIPLE } else { Form::INFINITIVE };
    let supposes = |sense: &Sense| sense.form.has(form) && analysis.commits(*sense, &[Commitment::Supposes]);
    clause.kind == ClauseKind::Main
        && !clause.coordinate
        && clause.extent().start <= first + 2
        && clause.verb.as_ref().is_some_and(|verb| verb.finite > first + 1)
        && (comma || phrase())
        && analysis.senses_of(first, Class::Verb).any(supposes)
}

/// "if he wins | and serves four years": whether a clause goes on with a condition right before it, where verbs stand second in
/// all clauses.
fn goes_on(context: &Context<'_, '_, '_>, at: usize, is_if: impl Fn(&Clause) -> bool) -> bool {
    /// How many clauses may be joined.
    const MOST: usize = 3;
    let analysis = context.analysis;
    let clause = |at: usize| context.clauses.get(at);
    let joined = |clause: &&Clause| {
        let comma = clause.before().is_some_and(|before| analysis.kind(before) == TokenKind::Separator);
        clause.coordinate && clause.kind == ClauseKind::Main && !comma
    };
    let Some(first) = clause(at).filter(|first| !analysis.profile(first.sentence).verb_final) else {
        return false;
    };
    let joined = (0..MOST).map_while(|back| clause(at.checked_sub(back)?).filter(joined)).count();
    let before = at.checked_sub(joined).filter(|_| joined > 0).and_then(clause);
    before.is_some_and(|before| before.sentence == first.sentence && is_if(before))
}

/// "Tritt er zurück, | wählt der Rat den Nachfolger": a clause that begins with its verb right before another that does, where a
/// statement has the verb second.
fn is_verb_first(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = context.analysis;
    let first = |clause: &&Clause| clause.kind == ClauseKind::Main && !clause.coordinate && clause.begins_with_verb();
    let (Some(clause), Some(next)) = (context.clauses.get(at), context.clauses.get(at + 1)) else {
        return false;
    };
    let start = clause.extent().start;
    analysis.profile(clause.sentence).verb_final
        && next.sentence == clause.sentence
        && analysis.begins_sentence(start)
        && first(&clause)
        && first(&next)
        && analysis.word(next.extent().start.wrapping_sub(1)) == ","
        && clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Present)
        && next.verb.as_ref().is_some_and(|verb| !context.says(verb))
}
