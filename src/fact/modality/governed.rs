//! Clauses with "that" which are as open as what they hang on.

use std::ops::Range;

use super::plan::{PLANNED_INFINITIVE, PURPOSE};
use super::possibility::SEEMS;
use super::{Told, holds};
use crate::answer::{Modality, Statement};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup};
use crate::fact::context::Context;
use crate::fact::{negation, object, role};
use crate::lexicon::class::{Adposition, Commitment, Modal, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, groups};
use crate::rule::rules;
use crate::text::TokenKind;

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
            En "It is not true that 300 people came.",
        ],
    }

    /// What somebody demands or wishes, or what is prevented, may be so or not.
    WANTED = "fact.modality.wanted" {
        pattern: "verb of demanding | wishing | preventing + \"that\" + clause",
        fires: [
            De "Die Partei forderte, dass die Firma 300 Leute [entlässt](modality possible).",
            De "Es soll verhindert werden, dass 300 Leute [kommen](modality possible).",
            De "Die Partei will, dass 300 Leute [kommen](modality possible).",
            En "The party demanded that 300 people [leave](modality possible).",
        ],
        silent: [
            De "Die Partei sah, dass die Firma 300 Leute entlässt.",
            De "Die Partei forderte Geld, weil die Firma 300 Leute entlässt.",
            En "The party saw that 300 people left.",
        ],
    }

    /// What somebody rejects that others say.
    REJECTED = "fact.modality.rejected" {
        pattern: "verb of rejecting + something said + \"that\" + clause",
        languages: [En],
        fires: [En "The firm dismissed reports that 300 people had [left](modality reported)."],
        silent: [En "The firm read reports in which 300 people left."],
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

    /// What something is done or waited for before is still to come.
    NOT_YET = "fact.modality.not-yet" {
        pattern: "clause with \"before\" | \"until\" in the present tense",
        fires: [
            De "Der Saal wartet, bis 300 Leute [kommen](modality possible).",
            En "Before 300 people [come](modality possible), the hall opens.",
        ],
        silent: [
            De "Bevor 300 Leute kamen, öffnete der Saal.",
            En "Before 300 people came, the hall opened.",
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
        pattern: "risk | danger | chance | idea … [\"be\" …] + \"that\" + clause",
        fires: [
            De "Die Gefahr, dass 300 Leute [kommen](modality possible), ist groß.",
            De "Die Wahrscheinlichkeit ist hoch, dass 300 Leute [kommen](modality possible).",
            De "Ziel ist es, dass 300 Leute [kommen](modality possible).",
            En "The risk that 300 people [come](modality possible) is high.",
            En "The chances are good that 300 people [come](modality possible).",
        ],
        silent: [
            De "Die Tatsache, dass 300 Leute kommen, ist neu.",
            De "Die Firma ist froh, dass 300 Leute kommen.",
            En "The fact that 300 people come is new.",
        ],
    }

    /// The same noun before a gerund, perhaps with who does it.
    pub(super) OPEN_GERUND = "fact.modality.open-gerund" {
        pattern: "risk | danger | chance | idea … \"of\" [noun phrase] + gerund",
        languages: [En],
        fires: [
            En "The risk of [losing](modality possible) 300 jobs is high.",
            En "The prospect of the bank [cutting](modality possible) 300 jobs scared the town.",
        ],
        silent: [
            En "The habit of dismissing 300 people is bad.",
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

    /// An adjective that says of the clause behind it that it had better be so; what is past is so.
    NECESSARY = "fact.modality.necessary" {
        pattern: "\"be\" in the present tense + important | necessary | essential … + \"that\" + clause in the present tense",
        fires: [
            De "Wichtig ist, dass 300 Leute [kommen](modality possible).",
            De "Es ist für den Ort notwendig, dass 300 Leute [kommen](modality possible).",
            En "It is important that 300 people [come](modality possible).",
        ],
        silent: [
            De "Wichtig ist, dass 300 Leute kamen.",
            De "Schön ist, dass 300 Leute kommen.",
            En "It is important that 300 people came.",
            En "It is nice that 300 people come.",
        ],
    }
}

fn is_present(clause: &Clause) -> bool {
    clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Present && !verb.reported)
}

/// ", *damit* die Firma 300 Leute einstellt", but "und damit", "Damit könnte sie", "um den Preis kämpfen".
fn has_purpose(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let first = clause.extent().start;
    let opens = analysis.begins_sentence(first) || analysis.word(first.wrapping_sub(1)) == ",";
    let behind = analysis.behind(first, Class::Subordinator);
    opens && !analysis.is(first, Class::Adposition) && !analysis.is_any(behind, groups::VERBAL.or(&[Class::Modal]))
}

/// What a clause with "that" hangs on and that leaves it open.
pub(super) fn of(context: &Context<'_, '_, '_>, at: usize, statement: Option<&Statement<'_>>) -> Option<Told> {
    let clause = context.clauses.get(at)?;
    let kind = clause.kind;
    if matches!(kind, ClauseKind::Subordinate(Subordinator::Before | Subordinator::Until)) && is_present(clause) {
        return Some((Modality::Possible, &NOT_YET));
    }
    if kind == ClauseKind::Subordinate(Subordinator::InOrder) && has_purpose(context, clause) {
        return Some((Modality::Planned, &PURPOSE));
    }
    if kind == ClauseKind::Subordinate(Subordinator::Whether) {
        return Some((Modality::Possible, &WHETHER));
    }
    if kind != ClauseKind::Subordinate(Subordinator::That) {
        return None;
    }
    let seems = |verb: &VerbGroup| verb.commits(context.analysis, &[Commitment::Seems]) && !verb.negated;
    if holds(context, at).and_then(|holds| holds.verb.as_ref()).is_some_and(seems) {
        return Some((Modality::Possible, &SEEMS));
    }
    if negation::rejects(context, context.clauses.get(at)?) {
        return Some((Modality::Reported, &REJECTED));
    }
    if is_planned(context, at) {
        return Some((Modality::Planned, &PLANNED_INFINITIVE));
    }
    let rule = if statement.is_some_and(|statement| is_not_said(context, statement)) {
        &NOT_SAID
    } else if is_not_meant(context, at) && !is_denied(context, at) {
        &NOT_MEANT
    } else if is_wanted(context, at) {
        &WANTED
    } else if is_open_noun(context, at) {
        &OPEN_NOUN
    } else if is_open_adjective(context, at) {
        &OPEN_ADJECTIVE
    } else if is_necessary(context, at) {
        &NECESSARY
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

/// "The risk | that he comes", "die Gefahr ist groß, | dass er kommt"
fn is_open_noun(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many tokens of a clause are looked at.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let open = |noun: usize| analysis.noun_commits(noun, &[Commitment::OpenNoun]);
    let aim = |noun: usize| analysis.noun_commits(noun, &[Commitment::OpenNoun, Commitment::PlanNoun]);
    let noun = context.clauses.get(at).and_then(|clause| context.word_before(clause));
    let is = holds(context, at).filter(|holds| holds.verb.as_ref().is_some_and(|verb| role::is_copula(analysis, verb)));
    noun.is_some_and(open) || is.is_some_and(|holds| holds.tokens().take(NEAR).any(aim))
}

/// "the risk of | losing 300 jobs", "the prospect of the firm | losing 300 jobs"
pub(super) fn is_open_gerund(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let open = |start: usize| {
        let of = start.checked_sub(1).filter(|of| *of > 0 && analysis.is_adposition(*of, Adposition::Of));
        of.is_some_and(|of| analysis.noun_commits(of - 1, &[Commitment::OpenNoun]))
    };
    let start = clause.extent().start;
    let subject = clause.subject.as_ref().filter(|subject| subject.end == start);
    context.speaks(&OPEN_GERUND, clause.sentence) && (open(start) || subject.is_some_and(|subject| open(subject.start)))
}

/// "It is possible | that he came"
fn is_open_adjective(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const OPEN: ClassSet = ClassSet::of(&[Class::PossibleAdjective, Class::PossibleAdverb, Class::DoubtfulAdjective]);
    let word = context.clauses.get(at).and_then(|clause| context.word_before(clause));
    word.is_some_and(|word| context.analysis.is_any(word, OPEN))
}

/// "It is important | that he comes", "Wichtig ist, | dass er kommt"
fn is_necessary(context: &Context<'_, '_, '_>, at: usize) -> bool {
    /// How many tokens of a clause are looked at.
    const NEAR: usize = 12;
    let analysis = context.analysis;
    let present = |verb: &VerbGroup| verb.tense == Tense::Present;
    let is = |verb: &VerbGroup| role::is_copula(analysis, verb) && present(verb) && !verb.negated;
    let necessary = |holds: &Clause| {
        holds.verb.as_ref().is_some_and(is) && holds.tokens().take(NEAR).any(|at| is_predicative(context, at))
    };
    let inner = context.clauses.get(at).and_then(|clause| clause.verb.as_ref());
    // "Wir hoffen, dass es wichtig ist, | dass er kommt", "Wichtig ist, dass er kommt und | sie geht"
    let mut governing = [holds(context, at), holds_joined(context, at)].into_iter().flatten();
    inner.is_some_and(present) && governing.any(necessary)
}

/// "wichtig ist", "is essential", but "ist der wichtige Mann"
fn is_predicative(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = context.analysis;
    let attribute = analysis.kind(at + 1) == TokenKind::Word && analysis.is_any(at + 1, groups::NOUN);
    analysis.is(at, Class::NecessaryAdjective) && !attribute
}

/// "It is not true | that he came": that says more than that it may not be so.
fn is_denied(context: &Context<'_, '_, '_>, at: usize) -> bool {
    context.clauses.get(at).is_some_and(|clause| negation::denies_content(context, clause))
}

/// "did not mean | that he came", "es ist nicht so, | dass er kam"
fn is_not_meant(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = context.analysis;
    let governing = holds(context, at);
    let it = governing.is_some_and(|holds| holds.subject.as_ref().is_some_and(|subject| analysis.is_it(subject)));
    let verb = governing.and_then(|holds| holds.verb.as_ref());
    // "es ist nicht das erste Mal, dass er kam"
    let noun = || governing.is_some_and(|holds| object::of_event(context, holds).direct);
    let denied = |verb: &VerbGroup| {
        verb.commits(analysis, &[Commitment::Means]) || it && role::is_copula(analysis, verb) && !noun()
    };
    verb.is_some_and(|verb| verb.negated && denied(verb))
}

/// "es ist geplant, | dass er kommt"
fn is_planned(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let verb = holds(context, at).and_then(|holds| holds.verb.as_ref());
    verb.is_some_and(|verb| context.verb_kind(verb) == Some(VerbKind::Plan) && !verb.negated)
}

/// The clause whose content one with "that" is, perhaps behind others that it is joined to: "forderte, | dass er kommt und | sie geht".
fn holds_joined<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<&'c Clause> {
    /// How many clauses may be joined.
    const MOST: usize = 3;
    let mut governing = holds(context, at);
    for back in 1..MOST {
        let joined = governing.is_some_and(|clause| clause.kind == ClauseKind::Subordinate(Subordinator::That));
        governing = if joined { at.checked_sub(back).and_then(|at| holds(context, at)) } else { governing };
    }
    governing
}

/// "forderte, dass er kommt", "prevented that he came and | that she left", "must ensure | that he comes"
fn is_wanted(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let governing = holds_joined(context, at);
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
    let wants = verb.finite > clause.extent().start && verb.commits(context.analysis, &[Commitment::Wishes]);
    // "es ist geplant, dass er kommt", "sie will, dass er kommt"
    let plans =
        context.verb_kind(verb) == Some(VerbKind::Plan) || verb.modal == Some(Modal::Want) && verb.head == verb.finite;
    let wants = wants || plans;
    wants || verb.commits(context.analysis, &[Commitment::Ensures]) && open()
}
