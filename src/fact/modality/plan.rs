//! Plans: what somebody wants, decides or expects to be so.

use super::{Told, governing};
use crate::answer::{FactTime, Modality, Rule, Statement};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup};
use crate::fact::context::Context;
use crate::lexicon::class::{Adposition, Auxiliary, Commitment, Subordinator, VerbKind};
use crate::lexicon::{Class, Form, Sense};
use crate::rule::rules;

rules! {
    reads: fn();

    /// A verb of planning, alone or with the infinitive that it governs.
    PLAN = "fact.modality.plan" {
        pattern: "clause with a verb of planning [+ infinitive]",
        fires: [
            De "Die Firma [plant](modality planned) 300 Entlassungen.",
            En "The company [plans](modality planned) to [hire](modality planned) 25 investigators.",
            En "The company has [promised](modality planned) to [hire](modality planned) 25 investigators.",
        ],
        silent: [
            De "Die Firma meldet 300 Entlassungen.",
            En "The company failed to hire 25 investigators.",
        ],
    }

    /// An infinitive, or a clause with "that", that a verb of planning governs.
    pub(super) PLANNED_INFINITIVE = "fact.modality.planned-infinitive" {
        pattern: "clause with a verb of planning + infinitive clause | clause with \"that\"",
        fires: [
            De "Es ist geplant, dass 300 Leute [kommen](modality planned).",
            De "Die Firma plant, 300 Leute [einzustellen](modality planned).",
            De "Die Firma versprach, 300 Leute [einzustellen](modality planned).",
            De "Die Firma wird beginnen, 300 Leute [einzustellen](modality planned).",
            En "The company plans to allow its staff to [buy](modality planned) 300 shares.",
        ],
        silent: [
            De "Die Firma begann, 300 Leute einzustellen.",
            En "The company asked its staff to buy 300 shares.",
        ],
    }

    /// An infinitive that hangs on a noun of its main clause, inside of it.
    INFINITIVE_OF_NOUN = "fact.modality.infinitive-of-noun" {
        pattern: "noun + infinitive clause + rest of the main clause",
        fires: [
            De "Der Versuch, 300 Leute [einzustellen](modality planned), kostet Geld.",
            En "The plan to [hire](modality planned) 300 people was dropped.",
            En "The town rejected a plan to [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma versucht es, 300 Leute einzustellen.",
            En "The firm asked the town to hire 300 people.",
        ],
    }

    /// What goes on behind "and" with the infinitive of a plan is planned as well.
    pub(super) SHARED_PLAN = "fact.modality.shared-plan" {
        pattern: "clause with a verb of planning | \"be\" + infinitive + \"and\" + infinitive",
        languages: [En],
        fires: [
            En "The firm is to close the plant and [dismiss](modality planned) 300 people.",
        ],
        silent: [
            En "The firm began to close the plant and dismissed 300 people.",
        ],
    }

    /// "Be" and an infinitive tell what is arranged; in the past tense they leave open what became of it.
    BE_TO = "fact.modality.be-to" {
        pattern: "\"be\" in the present tense + infinitive with \"to\"",
        languages: [En],
        fires: [
            En "The office [is](modality planned) to [hire](modality planned) 300 people.",
        ],
        silent: [
            En "The office was to hire 300 people.",
        ],
    }

    /// What is expected to happen; not what is believed, nor what is expected to have happened.
    pub(super) EXPECTED = "fact.modality.expected" {
        pattern: "\"be\" + expected | predicted | hoping | about + infinitive with \"to\", \"expect\" + noun",
        fires: [
            De "300 Gäste [werden](modality planned) [erwartet](modality planned).",
            En "The police [expect](modality planned) 300 guests.",
            En "The office [was](modality planned) about to [sell](modality planned) 30 ships.",
            En "The office [is](modality planned) [expected](modality planned) to [cost](modality planned) 3 million euros.",
        ],
        silent: [
            De "300 Gäste werden begrüßt.",
            En "The office is paid to cost 3 million euros.",
            En "The office is believed to cost 3 million euros.",
            En "The office is expected to have cost 3 million euros.",
        ],
    }

    /// The future tense: what will be so is planned.
    pub(super) FUTURE = "fact.modality.future" {
        pattern: "clause with a verb in the future tense",
        fires: [
            De "Die Firma [wird](modality planned) 300 Leute [einstellen](modality planned).",
            En "The firm [will](modality planned) [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma wird 300 Euro reicher.",
            En "The firm hired 300 people.",
        ],
    }

    /// The future tense of what somebody expects, which is no plan.
    pub(super) EXPECTATION = "fact.modality.expectation" {
        pattern: "statement of a verb of thinking, with a verb in the future tense",
        fires: [
            De "Der Minister glaubt, dass 300 Leute [kommen](modality reported) [werden](modality reported).",
            En "The minister believes that 300 people [will](modality reported) [come](modality reported).",
        ],
        silent: [
            De "Der Minister sagt, dass 300 Leute kommen werden.",
            En "The minister says that 300 people will come.",
        ],
    }

    /// The present tense with a time after the document's date tells what is planned.
    pub(super) TO_COME = "fact.modality.time-to-come" {
        pattern: "clause with a verb in the present tense and a time to come",
        fires: [
            De "Die Firma [stellt](modality planned) im Herbst 2016 300 Leute [ein](modality planned).",
            En "The firm [opens](modality planned) 300 shops in 2016.",
        ],
        silent: [
            De "Die Firma stellte im Herbst 2014 300 Leute ein.",
            En "The firm opened 300 shops in 2014.",
        ],
    }

    /// "Want to", "is due to" and "soll" in the present tense tell what is planned.
    pub(super) WANT = "fact.modality.want" {
        pattern: "clause with \"want to\" | \"be due to\" in the present tense",
        fires: [
            De "Die Firma [will](modality planned) 300 Leute [einstellen](modality planned).",
            En "The firm [wants](modality planned) to [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma hat 300 Leute eingestellt.",
            En "The firm wanted to hire 300 people.",
        ],
    }

    /// In the past tense the same leave open what became of it; "wanted to" tells a wish by its own words.
    pub(super) INTENDED = "fact.modality.intended" {
        pattern: "clause with \"wollte\" | \"sollte\" | \"was due to\"",
        fires: [
            De "Die Firma [wollte](modality planned) 300 Leute [einstellen](modality planned).",
            De "Die Firma [sollte](modality planned) 300 Leute [einstellen](modality planned).",
            En "The firm [was](modality planned) due to [hire](modality planned) 300 people.",
        ],
        silent: [
            De "Die Firma musste 300 Leute einstellen.",
            De "Die Firma wollte 300 Leute nicht einstellen.",
            En "The firm wanted to hire 300 people.",
        ],
    }

    /// What somebody should or must do is not done yet; what somebody should have done was not.
    pub(super) DUE = "fact.modality.due" {
        pattern: "clause with \"should\" | \"must\"",
        languages: [En],
        fires: [
            En "The firm [should](modality planned) [hire](modality planned) 300 people.",
            En "The firm [must](modality planned) [hire](modality planned) 300 people.",
            En "The firm [should](modality conditional) [have](modality conditional) [hired](modality conditional) 300 people.",
        ],
        silent: [
            En "The firm had to hire 300 people.",
            En "The firm must have hired 300 people.",
        ],
    }

    /// What somebody does something for.
    pub(super) PURPOSE = "fact.modality.purpose" {
        pattern: "infinitive clause with \"um\" | clause with \"damit\"",
        languages: [De],
        fires: [
            De "Die Firma baute ein Werk, um 300 Leute zu [beschäftigen](modality planned).",
            De "Die Stadt zahlte Geld, damit die Firma 300 Leute [beschäftigt](modality planned).",
        ],
        silent: [
            De "Damit beschäftigte die Firma 300 Leute.",
            De "Die Stadt zahlte und damit kamen 300 Leute.",
            De "Die Firma begann, 300 Leute zu beschäftigen.",
            De "Die Firma baute ein Werk, ohne 300 Leute zu beschäftigen.",
        ],
    }
}

/// "plans to hire", "is to open", "is expected to cost": a verb of planning in the group, or "be" and an infinitive.
pub(super) fn plan(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<&'static Rule> {
    let analysis = context.analysis;
    let any = |tokens: &[usize], kind: VerbKind| {
        tokens.iter().flat_map(|token| analysis.senses_of(*token, Class::Verb)).any(|sense| {
            !sense.form.has_any(Form(Form::ATTRIBUTIVE.0 | Form::WANTS_PREFIX.0))
                && analysis.verb_kind(*sense) == Some(kind)
        })
    };
    // "plant den Bau zu beginnen": where the infinitive needs no comma, the finite verb plans.
    let finite = [verb.finite];
    let plans = || verb.head != verb.finite && any(&finite, VerbKind::Plan);
    if context.verb_kind(verb) == Some(VerbKind::Plan) || plans() {
        return Some(&PLAN);
    }
    // With a dependent infinitive the verbs before it say how far it is.
    let (before, infinitive) = governing(context, verb)?;
    let be_to = before.len() == 1
        && analysis.is(verb.finite, Class::Auxiliary)
        && infinitive.first() == Some(&(verb.finite + 1));
    if be_to && verb.tense == Tense::Present {
        return Some(&BE_TO);
    }
    let told = |token: &usize, wanted| {
        analysis.senses_of(*token, Class::Verb).any(|sense| analysis.commits(*sense, &[wanted]))
    };
    // "are bound to increase": what somebody is made to do commits nobody.
    let suffers = |token: &usize| analysis.is_auxiliary(*token, Auxiliary::Be);
    let medial = !analysis.profile(analysis.sentence_of(verb.head)).verb_final;
    let commits = |token: &usize| told(token, Commitment::Commits);
    let promised = medial && before.iter().any(commits) && !before.iter().any(suffers);
    if any(before, VerbKind::Plan) || promised {
        return Some(&PLAN);
    }
    let expects = |token: &usize| told(token, Commitment::Expects);
    // "was about to sell"
    if before.iter().any(|token| analysis.is_adposition(*token, Adposition::About)) {
        return Some(&EXPECTED);
    }
    let past =
        infinitive.len() > 2 && infinitive.get(1).is_some_and(|next| analysis.is_auxiliary(*next, Auxiliary::Have));
    (before.len() > 1 && before.iter().any(expects) && !past).then_some(&EXPECTED)
}

/// An infinitive clause is as sure as what governs it: a verb of planning, or a noun such as "the decision to".
pub(super) fn infinitive(context: &Context<'_, '_, '_>, at: usize, clause: &Clause) -> Option<Told> {
    let start = clause.extent().start;
    let aims = |at: usize| {
        let means = |sense: &Sense| Subordinator::from_value(sense.value) == Some(Subordinator::InOrder);
        let left = context.analysis.is_any_adposition(at, &[Adposition::Instead, Adposition::Without]);
        context.analysis.senses_of(at, Class::Subordinator).any(means) && !left
    };
    // The conjunction stands in the clause or, alone, before it.
    if context.speaks(&PURPOSE, clause.sentence) && (aims(start) || clause.before().is_some_and(aims)) {
        return Some((Modality::Planned, &PURPOSE));
    }
    let governing = context.clauses.get(at.checked_sub(1)?).filter(|other| other.sentence == clause.sentence)?;
    let verb = governing.verb.as_ref()?;
    // "rejected a plan | to build 300 homes"
    let noun = || {
        let medial = !context.analysis.profile(clause.sentence).verb_final;
        start.checked_sub(1).is_some_and(|noun| medial && context.analysis.noun_commits(noun, &[Commitment::PlanNoun]))
    };
    if verb.finite > start || noun() {
        return Some((Modality::Planned, &INFINITIVE_OF_NOUN));
    }
    let future = verb.tense == Tense::Future;
    let planned = future
        || plan(context, verb).is_some()
        || decides(context, at - 1, verb)
        || verb.commits(context.analysis, &[Commitment::Commits]);
    planned.then_some((Modality::Planned, &PLANNED_INFINITIVE))
}

/// "wollte kaufen", "was due to buy", but "wanted to buy", "were set to a melody".
pub(super) fn is_intended(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let free = analysis.profile(clause.sentence).verb_final;
    free || analysis.is_auxiliary(verb.finite, Auxiliary::Be) && governing(context, verb).is_some()
}

/// "are expected", "expect 300 guests": what is expected, told by a noun.
pub(super) fn is_expected(context: &Context<'_, '_, '_>, verb: &VerbGroup, said: bool) -> bool {
    let active = verb.tense == Tense::Present && !said;
    verb.means(context.analysis, &["expect"]) && !verb.negated && (verb.passive || active)
}

/// "beschloss, das Werk zu schließen": whether a decision has what is decided in the infinitive clause right behind it.
pub(in crate::fact) fn decides(context: &Context<'_, '_, '_>, at: usize, verb: &VerbGroup) -> bool {
    let (clause, next) = (context.clauses.get(at), context.clauses.get(at + 1));
    clause.zip(next).is_some_and(|(clause, next)| {
        !verb.passive
            && verb.means(context.analysis, &["decide"])
            && next.kind == ClauseKind::Infinitive
            && next.sentence == clause.sentence
            && next.extent().start <= clause.extent().end + 1
    })
}

/// "is to repaint the halls | and move the doors": an infinitive alone behind that of a plan.
pub(super) fn shares_plan(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let senses = || context.analysis.senses_of(verb.head, Class::Verb);
    let base = verb.tokens.len() == 1 && senses().any(|sense| sense.form.has(Form::INFINITIVE));
    let before = at.checked_sub(1).and_then(|at| context.clauses.get(at)).filter(|_| base && clause.coordinate);
    let before = before.filter(|before| before.sentence == clause.sentence).and_then(|before| before.verb.as_ref());
    before.is_some_and(|before| governing(context, before).is_some() && plan(context, before).is_some())
}

/// Whether a verb of thinking introduces the statement.
pub(super) fn is_thought(context: &Context<'_, '_, '_>, statement: &Statement<'_>) -> bool {
    context.verb_of_cue(statement).is_some_and(|(_, verb)| context.verb_kind(verb) == Some(VerbKind::Think))
}

/// Whether a time lies after the document's date.
pub(super) fn is_to_come(context: &Context<'_, '_, '_>, time: Option<&FactTime>) -> bool {
    match (time.and_then(|time| time.begin.as_ref()), context.answer.date) {
        (Some(begin), Some(date)) => begin.date() > date,
        _ => false,
    }
}
