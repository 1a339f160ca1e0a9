//! How far the text stands behind a clause.

mod condition;
mod governed;
mod plan;
mod possibility;
mod report;

use super::choice::Rules;
use super::context::Context;
use crate::answer::{Fact, FactTime, Modality, Rule, Statement, StatementId, StatementStyle};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, Modal, Subordinator};

pub(super) use self::plan::decides;

/// The rules of each file.
pub(super) const RULES: [super::File; 5] =
    [condition::RULES, governed::RULES, plan::RULES, possibility::RULES, report::RULES];

/// A modality with the rule that tells it.
type Told = (Modality, &'static Rule);

/// The modality of what a clause says; without a clause, that of a figure which only describes a noun. What is planned,
/// conditional or possible stays so in somebody's words. The rule that tells it is added to those that took part.
pub(super) fn of(
    context: &Context<'_, '_, '_>,
    clause: Option<usize>,
    statement: Option<StatementId>,
    time: Option<&FactTime>,
    rules: &mut Rules,
) -> Modality {
    let statement = statement.and_then(|id| context.statement(id));
    let found = |at: usize| context.clauses.get(at).and_then(|clause| Some((at, clause, clause.verb.as_ref()?)));
    let told = clause.and_then(found).and_then(|(at, clause, verb)| {
        condition::of(context, at, clause, verb).or_else(|| told(context, at, clause, verb, statement, time))
    });
    let beside =
        || clause.and_then(|at| governed::of(context, at, statement).or_else(|| possibility::beside(context, at)));
    let told = match told {
        None | Some((Modality::Reported, _)) => beside().or(told),
        _ => told,
    };
    let told = told.or(statement.map(|_| (Modality::Reported, &report::STATEMENT)));
    let Some((modality, rule)) = told else {
        return Modality::Asserted;
    };
    rules.push(rule);
    modality
}

/// Whether the words of a fact's verb tell themselves that others report it.
pub(super) fn tells_report(fact: &Fact<'_>) -> bool {
    [&report::BELIEVED, &report::HEARSAY].iter().any(|own| fact.rules.iter().any(|rule| std::ptr::eq(*own, *rule)))
}

/// What tense, mood and modal verb of a clause tell.
fn told(
    context: &Context<'_, '_, '_>,
    at: usize,
    clause: &Clause,
    verb: &VerbGroup,
    statement: Option<&Statement<'_>>,
    time: Option<&FactTime>,
) -> Option<Told> {
    // "dürfte kommen"
    if verb.conditional && !matches!(verb.modal, Some(Modal::Can | Modal::May)) {
        // "würden gestellt", "would have to reckon"
        let indirect = statement.is_some_and(|statement| statement.style != StatementStyle::Direct);
        return Some(if indirect {
            (Modality::Reported, &report::REPORTED_WOULD)
        } else {
            (Modality::Conditional, &condition::WOULD)
        });
    }
    if clause.kind == ClauseKind::Infinitive {
        let accused = || {
            let charged = report::is_charged(context, at, clause);
            charged.then_some((Modality::Reported, &report::ACCUSED))
        };
        let told = plan::infinitive(context, at, clause).or_else(|| possibility::infinitive(context, at, clause));
        return told.or_else(accused);
    }
    if clause.kind == ClauseKind::Participle {
        if context.speaks(&report::ACCUSED, clause.sentence) && report::is_accused(context, clause) {
            return Some((Modality::Reported, &report::ACCUSED));
        }
        if possibility::is_opposed(context, clause) {
            return Some((Modality::Possible, &possibility::OPPOSED));
        }
        if governed::is_open_gerund(context, clause) {
            return Some((Modality::Possible, &governed::OPEN_GERUND));
        }
        if possibility::is_near(context, clause) {
            return Some((Modality::Possible, &possibility::NEARLY));
        }
    }
    if decides(context, at, verb) {
        return Some((Modality::Planned, &plan::PLANNED_INFINITIVE));
    }
    let present = verb.tense == Tense::Present;
    // "soll den Umbau vorgenommen haben"
    let shall = matches!(verb.modal, Some(Modal::Want | Modal::Shall)) && present;
    if shall && context.speaks(&report::HEARSAY, clause.sentence) && report::is_hearsay(context, verb) {
        return Some((Modality::Reported, &report::HEARSAY));
    }
    // "could plan an attack" is no plan yet.
    let may = matches!(verb.modal, Some(Modal::Can | Modal::May));
    if let Some(rule) = plan::plan(context, verb).filter(|_| !may) {
        return Some((Modality::Planned, rule));
    }
    let free = context.analysis.profile(clause.sentence).verb_final;
    let only_seems = if free {
        verb.seems(context.analysis) || possibility::looms(context, clause, verb)
    } else {
        possibility::seems(context, verb)
    };
    if only_seems {
        return Some((Modality::Possible, &possibility::SEEMS));
    }
    if context.speaks(&report::BELIEVED, clause.sentence) && report::is_believed(context, verb) {
        return Some((Modality::Reported, &report::BELIEVED));
    }
    if plan::is_expected(context, verb, statement.is_some()) {
        return Some((Modality::Planned, &plan::EXPECTED));
    }
    if context.speaks(&report::TALK, clause.sentence) && report::is_talk(context, clause, verb) {
        return Some((Modality::Reported, &report::TALK));
    }
    if report::is_feared(context, verb) {
        return Some((Modality::Reported, &report::FEARED));
    }
    if context.speaks(&plan::SHARED_PLAN, clause.sentence) && plan::shares_plan(context, at, clause, verb) {
        return Some((Modality::Planned, &plan::SHARED_PLAN));
    }
    match verb.modal {
        _ if verb.tense == Tense::Future => {
            // "he assumes that the party will fall below five per cent"
            let expected = statement.is_some_and(|statement| plan::is_thought(context, statement));
            Some(if expected { (Modality::Reported, &plan::EXPECTATION) } else { (Modality::Planned, &plan::FUTURE) })
        }
        None if present && !verb.reported && plan::is_to_come(context, time) => {
            Some((Modality::Planned, &plan::TO_COME))
        }
        Some(Modal::Can) if is_past(verb) && context.speaks(&possibility::MANAGED, clause.sentence) => {
            Some((Modality::Asserted, &possibility::MANAGED))
        }
        Some(Modal::Can | Modal::May) => Some((Modality::Possible, &possibility::CAN)),
        _ if shall => Some((Modality::Planned, &plan::WANT)),
        Some(Modal::Want | Modal::Shall)
            if is_past(verb) && !verb.negated && plan::is_intended(context, clause, verb) =>
        {
            Some((Modality::Planned, &plan::INTENDED))
        }
        Some(Modal::Should | Modal::Must) if context.speaks(&plan::DUE, clause.sentence) => due(context, verb),
        _ => verb.reported.then_some((Modality::Reported, &report::SUBJUNCTIVE)),
    }
}

/// "should hire", "must hire"; "should have hired" was not done.
fn due(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<Told> {
    let perfect = verb.tokens.iter().any(|token| context.analysis.is_auxiliary(*token, Auxiliary::Have));
    match (verb.modal, perfect) {
        (Some(Modal::Should), true) => Some((Modality::Conditional, &plan::DUE)),
        (_, false) if verb.tense == Tense::Present && !verb.negated => Some((Modality::Planned, &plan::DUE)),
        _ => None,
    }
}

/// The clause whose content one with "that" is: the one before it.
fn holds<'c>(context: &Context<'c, '_, '_>, at: usize) -> Option<&'c Clause> {
    let clause = context.clauses.get(at)?;
    let before = context.clauses.get(at.checked_sub(1)?)?;
    let content = clause.kind == ClauseKind::Subordinate(Subordinator::That) && before.sentence == clause.sentence;
    content.then_some(before)
}

fn is_past(verb: &VerbGroup) -> bool {
    verb.tense == Tense::Past && !verb.conditional && !verb.reported
}

/// "is believed | to have killed": the tokens of a verb before those of the infinitive that it governs.
fn governing<'v>(context: &Context<'_, '_, '_>, verb: &'v VerbGroup) -> Option<(&'v [usize], &'v [usize])> {
    let to = |token: &usize| *token != verb.finite && context.analysis.is_adposition(*token, Adposition::To);
    Some(verb.tokens.split_at(verb.tokens.iter().position(to)?))
}
