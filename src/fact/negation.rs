//! Whether a clause denies its figure.

use std::ops::Range;

use super::choice::Choice;
use super::context::Context;
use crate::answer::StatementId;
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::class::{Pronoun, Subordinator};
use crate::lexicon::{Class, groups};
use crate::reading::Analysis;
use crate::rule::rules;

rules! {
    reads: fn();

    /// A negation that holds for the verb of the clause: the clause denies what it says.
    VERB = "fact.negation.verb" {
        pattern: "clause with a negated verb",
        fires: [
            De "Die Firma [hat](negated) 37 Berichte nicht [erhalten](negated).",
            De "Europol [veröffentlichte](negated) den Bericht nicht.",
            En "The firm [did](negated) not [receive](negated) 37 reports.",
            En "Europol [did](negated) not [publish](negated) the report.",
        ],
        silent: [
            De "Die Firma erhielt nicht nur 37 Berichte.",
            En "The firm received not only 37 reports.",
        ],
    }

    /// What somebody denies, doubts or does not believe is not so, says who denies it.
    DENIED = "fact.negation.denied" {
        pattern: "deny | doubt | negated \"believe\" … clause",
        fires: [
            De "Die Firma bestritt, dass sie 37 Berichte [erhalten](negated) [habe](negated).",
            De "Die Firma bezweifelt, dass Europol 37 Berichte [erhielt](negated).",
            De "Niemand glaubt, dass Europol 37 Berichte [erhielt](negated).",
            En "The firm denied that it had [received](negated) 37 reports.",
            En "The firm doubts that Europol [received](negated) 37 reports.",
            En "The firm does not believe that Europol [received](negated) 37 reports.",
        ],
        silent: [
            De "Die Firma bestritt nicht, dass sie 37 Berichte erhalten habe.",
            De "Die Firma weiß nicht, dass Europol 37 Berichte erhielt.",
            En "The firm does not doubt that Europol received 37 reports.",
            En "The firm does not know that Europol received 37 reports.",
            De "Die Firma sagte, dass sie 37 Berichte erhalten habe.",
            En "The firm did not deny that it had received 37 reports.",
            En "The firm said that it had received 37 reports.",
        ],
    }

    /// A phrase with a preposition that leads the clause is not denied with its verb.
    LEADING = "fact.negation.leading-phrase" {
        pattern: "preposition + figure + negated verb",
        fires: [
            De "Mit [83](figure) Punkten ist Turin nicht zu verdrängen.",
            En "With [83](figure) points Turin was not happy.",
        ],
        silent: [
            De "Turin ist mit 83 Punkten nicht zu verdrängen.",
            En "Turin was not happy with 83 points.",
        ],
    }
}

/// Whether the clause of a figure denies it.
pub(super) fn of_figure(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    tokens: &Range<usize>,
    statement: Option<StatementId>,
) -> Choice<()> {
    let denied = of_clause(context, clause, statement);
    let denied = if denies_content(context, clause) { Choice::new((), &DENIED) } else { denied };
    if denied.value.is_some() && leads(context.analysis, clause, tokens) { Choice::empty(&LEADING) } else { denied }
}

/// Whether a clause denies what it says, or somebody does; of both, neither.
pub(super) fn of_clause(context: &Context<'_, '_, '_>, clause: &Clause, statement: Option<StatementId>) -> Choice<()> {
    let negated = clause.verb.as_ref().is_some_and(|verb| verb.negated);
    match (negated, statement.is_some_and(|id| is_denial(context, clause, id))) {
        (true, false) => Choice::new((), &VERB),
        (false, true) => Choice::new((), &DENIED),
        (true, true) | (false, false) => Choice::OPEN,
    }
}

/// "There is no sign | that the firm sold it", "It is not true | that …": whether what stands right before a clause says that nothing
/// tells so.
pub(super) fn denies_content(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    /// How many words may stand between the noun and what denies it.
    const NEAR: usize = 4;
    let analysis = context.analysis;
    let start = clause.extent().start;
    if clause.kind != ClauseKind::Subordinate(Subordinator::That) || clause.coordinate {
        return false;
    }
    let Some(last) =
        start.checked_sub(1).and_then(|before| before.checked_sub(usize::from(analysis.word(before) == ",")))
    else {
        return false;
    };
    let Some(before) = context.clause_of(last).filter(|before| before.sentence == clause.sentence) else {
        return false;
    };
    // "no clear sign"
    let inside = |at: &usize| analysis.is_any(*at, groups::NOUN.with(groups::MODIFIER));
    let none = |at: usize| analysis.is(at, Class::Negation) && analysis.is(at, Class::Quantifier);
    // "There is no doubt | that it did": that says that it is so.
    let denied = (last.saturating_sub(NEAR)..last).rev().find(|at| !inside(at) || none(*at)).is_some_and(none);
    // "There are doubts | that it did"
    let doubts = !denied && analysis.is_concept(last, &["doubt"]) && !before.verb.as_ref().is_some_and(|is| is.negated);
    let noun = denied && analysis.is_any(last, groups::NOUN) && !analysis.is_concept(last, &["doubt", "question"]);
    // "is not true"
    let adjective = || {
        let verb = before.verb.as_ref().filter(|verb| verb.negated && verb.equates(analysis));
        let it = before
            .subject
            .as_ref()
            .is_some_and(|subject| subject.len() == 1 && analysis.is_pronoun(subject.start, Pronoun::It));
        it && verb.is_some() && analysis.is(last, Class::Adjective)
    };
    noun || doubts || adjective()
}

/// "denied that …", not "did not deny that …"; "does not believe | that …".
fn is_denial(context: &Context<'_, '_, '_>, clause: &Clause, statement: StatementId) -> bool {
    const DOUBTS: &[&str] = &["doubt"];
    const BELIEVES: &[&str] = &["assume", "believe", "expect", "think"];
    let Some(cue) = context.statement(statement).and_then(|statement| statement.cue.as_ref()) else {
        return false;
    };
    let means = |concepts: &[&str]| cue.concept.as_deref().is_some_and(|concept| concepts.contains(&concept));
    let (denies, doubts) = (means(&["deny"]), means(DOUBTS));
    if !denies && !doubts && !means(BELIEVES) {
        return false;
    }
    // "There is *no doubt* | that …": a noun.
    let noun = |token: usize| {
        let before = token.checked_sub(1);
        before.is_some_and(|at| context.analysis.is_any(at, groups::DETERMINER.or(&[Class::Quantifier])))
    };
    if doubts && cue.spans.last().is_some_and(|span| noun(context.analysis.token_at(span.start))) {
        return false;
    }
    let verb = cue.spans.first().and_then(|span| context.clause_of(context.analysis.token_at(span.start)));
    let verb = verb.and_then(|clause| clause.verb.as_ref());
    let negated = verb.is_some_and(|verb| verb.negated);
    // "glaubte nicht, dass er aufgab, obwohl er ging": what hangs on that is not doubted.
    let content = || {
        clause.kind == ClauseKind::Subordinate(Subordinator::That)
            || verb.is_some_and(|verb| verb.end() == clause.extent().start)
    };
    (denies || doubts) != negated && (denies || content())
}

/// "Mit 83 Punkten ist Turin nicht zu verdrängen": the figure stands in a prepositional phrase before the verb.
fn leads(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> bool {
    let first = clause.extent().start;
    clause.verb.as_ref().is_some_and(|verb| tokens.start < verb.finite)
        && clause.kind == ClauseKind::Main
        && analysis.is(first, Class::Adposition)
}
