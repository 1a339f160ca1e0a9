//! Clauses with "that" which are as open as what they hang on.

use std::ops::Range;

use super::{Told, holds};
use crate::answer::{Modality, Statement};
use crate::clause::{ClauseKind, Tense, VerbGroup};
use crate::fact::context::Context;
use crate::fact::{object, role};
use crate::lexicon::class::{Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;

rules! {
    reads: fn();

    /// What something is said not to mean may be so or not.
    NOT_MEANT = "fact.modality.not-meant" {
        pattern: "negated \"mean\" | \"it is so\" + \"that\" + clause",
        fires: [
            De "Es ist nicht so, dass 300 Leute [kamen](modality possible).",
            De "Das bedeutet nicht, dass 300 Leute [kamen](modality possible).",
            En "The vote does not mean that 300 people [came](modality possible).",
        ],
        silent: [
            De "Das bedeutet, dass 300 Leute kamen.",
            En "The vote means that 300 people came.",
        ],
    }

    /// What somebody demands or wishes, or what is prevented, may be so or not.
    WANTED = "fact.modality.wanted" {
        pattern: "verb of demanding | wishing | preventing + \"that\" + clause",
        fires: [
            De "Die Partei forderte, dass die Firma 300 Leute [entlässt](modality possible).",
            De "Es soll verhindert werden, dass 300 Leute [kommen](modality possible).",
            En "The party demanded that 300 people [leave](modality possible).",
        ],
        silent: [
            De "Die Partei sah, dass die Firma 300 Leute entlässt.",
            De "Die Partei forderte Geld, weil die Firma 300 Leute entlässt.",
            En "The party saw that 300 people left.",
        ],
    }

    /// What somebody does not say, or what nobody says or thinks, may be so or not.
    NOT_SAID = "fact.modality.not-said" {
        pattern: "negated verb of saying | nobody + verb of saying or thinking, with its clause",
        fires: [
            De "Die Polizei sagte nicht, dass 300 Leute [kamen](modality possible).",
            De "Niemand behauptet, dass 300 Leute [kamen](modality possible).",
            En "The police did not say that 300 people [came](modality possible).",
            En "Nobody claims that 300 people [came](modality possible).",
        ],
        silent: [
            De "Die Polizei sagte, dass 300 Leute nicht kamen.",
            En "The police said that nobody helped when 300 people came.",
        ],
    }

    /// What is asked or not known may be so or not.
    WHETHER = "fact.modality.whether" {
        pattern: "clause with \"whether\"",
        fires: [
            De "Unklar ist, ob 300 Leute [kamen](modality possible).",
            En "It is unclear whether 300 people [came](modality possible).",
        ],
        silent: [
            De "Klar ist, dass 300 Leute kamen.",
            En "It is clear that 300 people came.",
        ],
    }

    /// A noun for what may be so: a risk, an idea, a chance.
    OPEN_NOUN = "fact.modality.open-noun" {
        pattern: "risk | danger | chance | idea … + \"that\" + clause",
        fires: [
            De "Die Gefahr, dass 300 Leute [kommen](modality possible), ist groß.",
            En "The risk that 300 people [come](modality possible) is high.",
        ],
        silent: [
            De "Die Tatsache, dass 300 Leute kommen, ist neu.",
            En "The fact that 300 people come is new.",
        ],
    }

    /// An adjective that says of the clause behind it that it may be so.
    OPEN_ADJECTIVE = "fact.modality.open-adjective" {
        pattern: "possible | likely | unlikely … + \"that\" + clause",
        fires: [
            De "Es ist möglich, dass 300 Leute [kamen](modality possible).",
            En "It is likely that 300 people [came](modality possible).",
        ],
        silent: [
            De "Es ist schön, dass 300 Leute kamen.",
            En "It is good that 300 people came.",
        ],
    }
}

/// What a clause with "that" hangs on and that leaves it open.
pub(super) fn of(context: &Context<'_, '_, '_>, at: usize, statement: Option<&Statement<'_>>) -> Option<Told> {
    let kind = context.clauses.get(at)?.kind;
    if kind == ClauseKind::Subordinate(Subordinator::Whether) {
        return Some((Modality::Possible, &WHETHER));
    }
    if kind != ClauseKind::Subordinate(Subordinator::That) {
        return None;
    }
    let rule = if statement.is_some_and(|statement| is_not_said(context, statement)) {
        &NOT_SAID
    } else if is_not_meant(context, at) {
        &NOT_MEANT
    } else if is_wanted(context, at) {
        &WANTED
    } else if is_open_noun(context, at) {
        &OPEN_NOUN
    } else if is_open_adjective(context, at) {
        &OPEN_ADJECTIVE
    } else {
        return None;
    };
    Some((Modality::Possible, rule))
}

/// "sagte nicht, | dass er kam", "nobody claims | that he came"; what is denied has been said.
fn is_not_said(context: &Context<'_, '_, '_>, statement: &Statement<'_>) -> bool {
    let analysis = context.analysis;
    let Some((clause, verb)) = context.verb_of_cue(statement) else {
        return false;
    };
    let nobody = |subject: &Range<usize>| subject.len() == 1 && analysis.is(subject.start, Class::Negation);
    let nobody = clause.subject.as_ref().is_some_and(nobody);
    match verb.kind(analysis) {
        Some(VerbKind::Say | VerbKind::Find) => (nobody || verb.negated) && !verb.means(analysis, &["deny"]),
        Some(VerbKind::Think) => nobody,
        _ => false,
    }
}

/// "The risk | that he comes"
fn is_open_noun(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const OPEN: &[&str] =
        &["chance", "condition", "danger", "idea", "possibility", "prospect", "proposal", "risk", "wish"];
    let noun = context.clauses.get(at).and_then(|clause| context.word_before(clause));
    noun.is_some_and(|noun| context.analysis.is_concept(noun, OPEN))
}

/// "It is possible | that he came"
fn is_open_adjective(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const OPEN: ClassSet = ClassSet::of(&[Class::PossibleAdjective, Class::PossibleAdverb, Class::DoubtfulAdjective]);
    let word = context.clauses.get(at).and_then(|clause| context.word_before(clause));
    word.is_some_and(|word| context.analysis.is_any(word, OPEN))
}

/// "did not mean | that he came", "es ist nicht so, | dass er kam"
fn is_not_meant(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const MEANS: &[&str] = &["guarantee", "mean"];
    let analysis = context.analysis;
    let governing = holds(context, at);
    let it = governing.is_some_and(|holds| holds.subject.as_ref().is_some_and(|subject| analysis.is_it(subject)));
    let verb = governing.and_then(|holds| holds.verb.as_ref());
    // "es ist nicht das erste Mal, dass er kam"
    let noun = || governing.is_some_and(|holds| object::of_event(context, holds).direct);
    let denied = |verb: &VerbGroup| verb.means(analysis, MEANS) || it && role::is_copula(analysis, verb) && !noun();
    verb.is_some_and(|verb| verb.negated && denied(verb))
}

/// "forderte, dass er kommt", "prevented that he came and | that she left", "must ensure | that he comes"
fn is_wanted(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many clauses may be joined.
    const MOST: usize = 3;
    const WANTS: &[&str] = &["appeal", "avoid", "demand", "plead", "prevent", "request", "urge", "wish"];
    const ENSURES: &[&str] = &["cause", "ensure"];
    let mut governing = holds(context, at);
    for back in 1..MOST {
        let joined = governing.is_some_and(|clause| clause.kind == ClauseKind::Subordinate(Subordinator::That));
        governing = if joined { at.checked_sub(back).and_then(|at| holds(context, at)) } else { governing };
    }
    // "Bitte beachten Sie, dass …"
    let Some((clause, verb)) = governing.and_then(|clause| Some((clause, clause.verb.as_ref()?))) else {
        return false;
    };
    // Who ensures something has it so; who must ensure it, not yet.
    let open = || {
        clause.kind == ClauseKind::Infinitive
            || verb.modal.is_some()
            || verb.tense == Tense::Future
            || super::governing(context, verb).is_some()
    };
    let wants = verb.finite > clause.extent().start && verb.means(context.analysis, WANTS);
    wants || verb.means(context.analysis, ENSURES) && open()
}
