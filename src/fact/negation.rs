//! Whether a clause denies its figure.

use std::ops::Range;

use super::change;
use super::choice::Choice;
use super::context::Context;
use crate::answer::{Fact, StatementId};
use crate::clause::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Commitment, Coordinator, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, commits, groups};
use crate::reading::Analysis;
use crate::reading::phrase::is_possessor;
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
            De "Es gibt keinen Beweis dafür, dass Europol 37 Berichte [erhielt](negated).",
            De "Die Firma glaubt nicht, dass sie 37 Berichte [erhalten](negated) [hat](negated).",
            De "Es stimmt nicht, dass die Firma 37 Berichte [erhalten](negated) [hat](negated).",
            De "Die Firma wies zurück, dass sie 37 Berichte [erhalten](negated) [habe](negated).",
            En "The firm denied that it had [received](negated) 37 reports.",
            En "The firm doubts that Europol [received](negated) 37 reports.",
            En "The firm does not believe that Europol [received](negated) 37 reports.",
            En "The firm dismissed reports that Europol had [received](negated) 37 reports.",
        ],
        silent: [
            De "Die Firma bestritt nicht, dass sie 37 Berichte erhalten habe.",
            De "Die Firma weiß nicht, dass Europol 37 Berichte erhielt.",
            En "The firm does not doubt that Europol received 37 reports.",
            En "The firm does not know that Europol received 37 reports.",
            De "Die Firma sagte, dass sie 37 Berichte erhalten habe.",
            De "Die Firma glaubt, dass sie 37 Berichte erhalten hat.",
            En "The firm did not deny that it had received 37 reports.",
            En "The firm said that it had received 37 reports.",
        ],
    }

    /// What somebody forgets, rejects or does without doing, or does not manage to do, is not done.
    NOT_DONE = "fact.negation.not-done" {
        pattern: "verb of refusing | forgetting | failing + infinitive; verb of preventing + \"from\" + gerund; \"without\" + gerund | infinitive",
        fires: [
            De "Die Firma weigerte sich, 37 Leute zu [entlassen](negated).",
            De "Die Firma schloss, ohne 37 Leute zu [entlassen](negated).",
            En "The firm [refused](negated) to [dismiss](negated) 37 people.",
            En "The law prevents firms from [dismissing](negated) 37 people.",
            En "The bank won without [dismissing](negated) 37 people.",
            En "The firm [has](negated) yet to [dismiss](negated) 37 people.",
            De "Die Firma verzichtete darauf, 37 Leute zu [entlassen](negated).",
            De "Die Firma schloss aus, 37 Leute zu [entlassen](negated).",
            De "Die Firma lehnte es ab, 37 Leute [einzustellen](negated).",
            De "Der Firma gelang es nicht, 37 Leute [einzustellen](negated).",
            De "Die Firma schloss, ohne dass 37 Leute [kamen](negated).",
            De "Die Firma hat keine Pläne, 37 Leute zu [entlassen](negated).",
            En "The firm has no plans to [dismiss](negated) 37 people.",
        ],
        silent: [
            De "Die Firma verzichtete nicht darauf, 37 Leute zu entlassen.",
            De "Die Firma begann, 37 Leute zu entlassen.",
            De "Die Firma hatte keine Mühe, 37 Leute zu entlassen.",
            De "Der Firma gelang es, 37 Leute einzustellen.",
            En "The bank earned money from dismissing 37 people.",
            En "The bank won by dismissing 37 people.",
        ],
    }

    /// What almost happened did not.
    ALMOST = "fact.negation.almost" {
        pattern: "\"almost\" + verb that tells no change",
        languages: [En],
        fires: [En "The firm almost [dismissed](negated) 37 people."],
        silent: [
            En "The firm dismissed almost 37 people.",
            En "The number almost doubled to 37 people.",
        ],
    }

    /// Behind "but" stands what is so in the stead of what is denied.
    INSTEAD = "fact.negation.instead" {
        pattern: "\"nicht\" … comma \"sondern\" + figure",
        languages: [De],
        fires: [
            De "Die Firma entließ nicht 37, sondern [52](figure) Leute.",
        ],
        silent: [
            De "Die Firma entließ 37 oder 52 Leute nicht.",
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
    match denied.value {
        None if is_not_done(context, clause) => Choice::new((), &NOT_DONE),
        Some(()) if leads(context.analysis, clause, tokens) => Choice::empty(&LEADING),
        Some(()) if is_instead(context, clause, tokens.start) => Choice::empty(&INSTEAD),
        _ => denied,
    }
}

/// Whether what a clause tells is not done for what governs it.
fn is_not_done(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    match clause.kind {
        ClauseKind::Infinitive => {
            is_left(context, clause) || is_without(context, clause.extent().start) || has_no(context, clause)
        }
        // "ohne dass er kam"
        ClauseKind::Subordinate(_) => is_without(context, clause.extent().start),
        ClauseKind::Participle => is_prevented(context, clause),
        _ => false,
    }
}

/// "no plans | to dismiss 37 people"
fn has_no(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    const OPEN: &[Commitment] = &[Commitment::OpenNoun, Commitment::PlanNoun];
    let analysis = context.analysis;
    context.word_before(clause).is_some_and(|noun| is_denied(analysis, noun) && analysis.noun_commits(noun, OPEN))
}

/// "no clear sign": whether a determiner denies the phrase that ends in a noun.
fn is_denied(analysis: &Analysis<'_, '_>, noun: usize) -> bool {
    /// How many words may stand between.
    const NEAR: usize = 4;
    let inside = |at: &usize| analysis.is_any(*at, groups::NOUN.with(groups::MODIFIER));
    let none = |at: usize| analysis.is(at, Class::Negation) && analysis.is(at, Class::Quantifier);
    (noun.saturating_sub(NEAR)..noun).rev().find(|at| !inside(at) || none(*at)).is_some_and(none)
}

/// "dismissed reports | that 37 people left": whether what stands before a clause rejects it as something said.
pub(super) fn rejects(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let said = context.word_before(clause).filter(|noun| analysis.is(*noun, Class::Medium));
    let verb = said.and_then(|noun| context.clause_of(noun)).and_then(|before| before.verb.as_ref());
    verb.is_some_and(|verb| !verb.negated && !verb.passive && verb.commits(analysis, &[Commitment::Rejects]))
}

/// "ohne | 37 Leute zu entlassen", "without | dismissing 37 people"
pub(super) fn is_without(context: &Context<'_, '_, '_>, at: usize) -> bool {
    // "anstatt | des Defizits Geld zu sparen": that governs the noun.
    let governs = || is_possessor(context.analysis, at + 1);
    context.analysis.is_any_adposition(at, &[Adposition::Instead, Adposition::Without]) && !governs()
}

/// "verzichtete darauf, | 37 Leute zu entlassen"
fn is_left(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    let comma = clause.before().filter(|at| *at > 0 && analysis.word(*at) == ",");
    let free = analysis.profile(clause.sentence).verb_final;
    let before = comma.filter(|_| free).map(|comma| comma - 1);
    let governing = before.and_then(|last| context.clause_of(last)).filter(|other| other.sentence == clause.sentence);
    let verb = governing.and_then(|other| other.verb.as_ref()).filter(|verb| verb.finite < clause.extent().start);
    verb.is_some_and(|verb| {
        verb.commits(analysis, &[if verb.negated { Commitment::Manages } else { Commitment::Leaves }])
    })
}

/// "prevents firms from | dismissing 37 people", "cleared him of | killing two", "without | dismissing 37 people"
fn is_prevented(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    /// How many words of a phrase may stand between the preposition and its verb.
    const FAR: usize = 8;
    let analysis = context.analysis;
    let Some(preposition) = clause.before() else {
        return false;
    };
    let from = analysis.is_adposition(preposition, Adposition::From);
    if is_without(context, preposition) || analysis.is_adposition(preposition.wrapping_sub(1), Adposition::Instead) {
        return true;
    }
    if !from && !analysis.is_adposition(preposition, Adposition::Of) {
        return false;
    }
    let Some(verb) = context.clause_of(preposition).and_then(|other| other.verb.as_ref()) else {
        return false;
    };
    let near = verb.end() <= preposition && preposition <= verb.end() + FAR;
    near && !verb.negated && verb.commits(analysis, &[if from { Commitment::Prevents } else { Commitment::Clears }])
}

/// "*almost* sold 37 cars", but "almost doubled"
fn almost_happens(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let almost = |at: usize| at.checked_sub(1).is_some_and(|before| analysis.is(before, Class::AlmostAdverb));
    let moves = || verb.kind(analysis).and_then(change::of_verb).is_some();
    (almost(verb.head) || almost(verb.finite)) && !verb.equates(analysis) && !moves()
}

/// "refused | to dismiss", "avoided | dismissing": whether a verb group has one that says that the rest of it is not done.
fn leaves(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    let means = |token: &usize| {
        // "has *yet* to pay"
        let yet = || analysis.is_coordinator(*token, Coordinator::But);
        yet() || analysis.senses_of(*token, Class::Verb).any(|sense| analysis.commits(*sense, &[Commitment::Leaves]))
    };
    let verb = clause.verb.as_ref().filter(|verb| verb.tokens.len() > 1);
    let medial = !analysis.profile(clause.sentence).verb_final;
    verb.is_some_and(|verb| medial && verb.tokens.iter().take_while(|token| **token < verb.head).any(means))
}

/// Whether the words of a fact's verb say themselves that it is not so: "refused to dismiss".
pub(super) fn is_told(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> bool {
    fact.rules.iter().any(|rule| std::ptr::eq(*rule, &NOT_DONE))
        && context.clause_of_fact(fact).is_some_and(|clause| leaves(context.analysis, clause))
}

/// "nicht 300, | sondern | 400 Leute"
fn is_instead(context: &Context<'_, '_, '_>, clause: &Clause, figure: usize) -> bool {
    /// How far before the figure the conjunction may stand, and before that the negation.
    const NEAR: usize = 3;
    const FAR: usize = 8;
    let analysis = context.analysis;
    let but = (figure.saturating_sub(NEAR)..figure).rev().find(|at| analysis.is_coordinator(*at, Coordinator::But));
    but.filter(|_| context.speaks(&INSTEAD, clause.sentence)).is_some_and(|but| {
        let mut before = but.saturating_sub(FAR)..but;
        clause.holds(but) && before.any(|at| analysis.is(at, Class::Negation) && clause.holds(at))
    })
}

/// Whether a clause denies what it says, or somebody does; of both, neither.
pub(super) fn of_clause(context: &Context<'_, '_, '_>, clause: &Clause, statement: Option<StatementId>) -> Choice<()> {
    let negated = clause.verb.as_ref().is_some_and(|verb| verb.negated);
    match (negated, statement.is_some_and(|id| is_denial(context, clause, id))) {
        (false, false) if leaves(context.analysis, clause) => Choice::new((), &NOT_DONE),
        (false, false) if clause.verb.as_ref().is_some_and(|verb| almost_happens(context.analysis, verb)) => {
            Choice::new((), &ALMOST)
        }
        (true, false) => Choice::new((), &VERB),
        (false, true) => Choice::new((), &DENIED),
        (true, true) | (false, false) => Choice::OPEN,
    }
}

/// "There is no sign | that the firm sold it", "It is not true | that …", "rejected | that …": whether what stands right before a
/// clause says that it is not so, or that nothing tells so.
pub(super) fn denies_content(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let analysis = context.analysis;
    if holds_for_none(context, clause) || denies_antecedent(context, clause) {
        return true;
    }
    if clause.kind != ClauseKind::Subordinate(Subordinator::That) || clause.coordinate {
        return false;
    }
    let Some(last) = context.word_before(clause) else {
        return false;
    };
    let Some(before) = context.clause_of(last).filter(|before| before.sentence == clause.sentence) else {
        return false;
    };
    // "There is no doubt | that it did": that says that it is so.
    let denied = is_denied(analysis, last);
    // "There are doubts | that it did"
    let doubts = !denied && analysis.is_concept(last, &["doubt"]) && !before.verb.as_ref().is_some_and(|is| is.negated);
    let noun = denied && analysis.is_any(last, groups::NOUN) && !analysis.is_concept(last, &["doubt", "question"]);
    // "is not true", "is impossible", but "is not impossible"; "stimmt nicht"
    let doubtful = analysis.is(last, Class::DoubtfulAdjective);
    let verb = || {
        const HOLDS: &[&str] = &["hold-true", "vote"];
        let it = || before.subject.as_ref().is_some_and(|subject| analysis.is_it(subject));
        before.verb.as_ref().is_some_and(|verb| match verb.negated {
            negated if verb.equates(analysis) => {
                negated != doubtful && (doubtful || analysis.is(last, Class::Adjective)) && it()
            }
            true => verb.means(analysis, HOLDS) && it(),
            false => verb.commits(analysis, &[Commitment::Rejects]) && !verb.passive,
        })
    };
    noun || doubts || verb() || rejects(context, clause)
}

/// "cannot name a single firm | that has paid", "There is no firm | that has paid": whether somebody knows of nothing that a relative clause
/// holds for, or there is nothing.
fn holds_for_none(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    const KNOWS: &[VerbKind] = &[VerbKind::Find, VerbKind::Occur, VerbKind::Say, VerbKind::Think];
    /// How far before the noun its determiner may stand.
    const NEAR: usize = 4;
    let analysis = context.analysis;
    let first = clause.extent().start;
    let relative = |at: usize| analysis.is(at, Class::RelativePronoun);
    let that = clause.kind == ClauseKind::Subordinate(Subordinator::That);
    let opened = relative(first) || analysis.is(first, Class::Adposition) && relative(first + 1);
    if that || clause.coordinate || !opened {
        return false;
    }
    let restricts = |noun: &usize| analysis.profile(clause.sentence).verb_final || noun + 1 == first;
    let Some(noun) = context.word_before(clause).filter(restricts) else {
        return false;
    };
    let before = context.clause_of(noun).filter(|before| before.sentence == clause.sentence);
    before.and_then(|before| before.verb.as_ref()).is_some_and(|verb| {
        let there = verb.finite.checked_sub(1).is_some_and(|there| analysis.is(there, Class::Existential));
        let knows = there || verb.kind(analysis).is_some_and(|kind| KNOWS.contains(&kind));
        let any = || (noun.saturating_sub(NEAR)..noun).any(|at| analysis.is(at, Class::AnyDeterminer));
        let denied = is_denied(analysis, noun) || verb.negated && any();
        knows && verb.finite < noun && analysis.is_any(noun, groups::NOUN) && denied
    })
}

/// "Ein Gesetz, | *das Waffen verbietet*, | gibt es nicht": whether the clause around a relative one says that there is nothing of the
/// kind.
fn denies_antecedent(context: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    const DEFINITE: ClassSet = ClassSet::of(&[Class::Demonstrative, Class::Possessive]);
    let analysis = context.analysis;
    let outside = |phrase: &&Range<usize>| !clause.holds(phrase.start);
    let antecedent = clause.object.as_ref().or(clause.subject.as_ref()).filter(outside);
    let Some(antecedent) = antecedent.filter(|_| clause.kind == ClauseKind::Relative) else {
        return false;
    };
    let first = antecedent.start;
    let definite = analysis.is(first, Class::Article) && !analysis.is(first, Class::IndefiniteArticle);
    let around = context.clause_of(first).filter(|around| around.sentence == clause.sentence);
    let verb = around.and_then(|around| around.verb.as_ref());
    !definite
        && !analysis.is_any(first, DEFINITE)
        && context.entity_of(antecedent.clone()).is_none()
        && verb.is_some_and(|verb| verb.negated && verb.kind(analysis) == Some(VerbKind::Occur))
}

/// "denied that …", not "did not deny that …"; "does not believe | that …".
fn is_denial(context: &Context<'_, '_, '_>, clause: &Clause, statement: StatementId) -> bool {
    let Some(statement) = context.statement(statement) else {
        return false;
    };
    let concept = statement.cue.as_ref().and_then(|cue| cue.concept.as_deref()).unwrap_or_default();
    let verb = || context.verb_of_cue(statement).map(|(_, verb)| verb);
    if commits(concept, &[Commitment::Denies]) {
        // "There is *no doubt* that …": a noun.
        return verb().map_or(concept == "deny", |verb| !verb.negated);
    }
    // "glaubte nicht, dass er aufgab, obwohl er ging": what hangs on that is not doubted.
    let content = |verb: &VerbGroup| {
        clause.kind == ClauseKind::Subordinate(Subordinator::That) || verb.end() == clause.extent().start
    };
    commits(concept, &[Commitment::Believes]) && verb().is_some_and(|verb| verb.negated && content(verb))
}

/// "Mit 83 Punkten ist Turin nicht zu verdrängen": the figure stands in a prepositional phrase before the verb.
fn leads(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> bool {
    let first = clause.extent().start;
    clause.verb.as_ref().is_some_and(|verb| tokens.start < verb.finite)
        && clause.kind == ClauseKind::Main
        && analysis.is(first, Class::Adposition)
}
