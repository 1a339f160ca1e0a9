//! Whether a verb with what stands beside it says something.

use std::ops::Range;

use super::subject::{has_own_subject, is_determined, is_named};
use crate::answer::{Phrase, Reference};
use crate::clause::{Clause, ClauseKind, VerbGroup, can_speak, noun_phrase};
use crate::fact::choice::Choice;
use crate::fact::context::Context;
use crate::fact::object::Object;
use crate::fact::{passive, role};
use crate::lexicon::class::{Adposition, Auxiliary, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::can_be_accusative;
use crate::reading::verb::{infinitive_mark, is_prefixed_participle};
use crate::text::Shape;

/// Whether verb and object say something: a verb of saying by a noun only, where no statement comes of it.
pub(super) fn says_something(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    object: &Object<'_>,
) -> bool {
    // "sprach sich gegen den Bau aus"
    let analysis = context.analysis;
    let reflexive = || clause.tokens().any(|token| analysis.is_reflexive(token));
    match context.verb_kind(verb) {
        Some(VerbKind::Say | VerbKind::Think | VerbKind::Find) => {
            // "spoke against the plan", "spoke about the plan"
            let treats = || {
                const TOPIC: &[Adposition] = &[Adposition::About, Adposition::Against];
                let first = |phrase: &Phrase<'_>| context.analysis.token_at(phrase.span.start);
                let before = object.phrase.value.as_ref().and_then(|phrase| first(phrase).checked_sub(1));
                // "appealed | for help"
                let wants = |before: usize| {
                    let says = verb.means(analysis, &["say"]);
                    before == verb.end() && analysis.is_adposition(before, Adposition::For) && !says
                };
                // "warnte | vor dem Eis"
                let warns = |before: usize| {
                    let frame = clause.kind == ClauseKind::Main && before < verb.finite;
                    !frame && analysis.is_adposition(before, Adposition::Before) && verb.means(analysis, &["warn"])
                };
                before.is_some_and(|before| analysis.is_any_adposition(before, TOPIC) || wants(before) || warns(before))
            };
            let says = context.verb_kind(verb) == Some(VerbKind::Say);
            // "rief zu Spenden auf", "bat um Asyl"
            let calls = || analysis.profile(clause.sentence).verb_final && appeals(context, clause, verb, object);
            // "was über die Lage bekannt ist", "über die er sprach"
            let asks = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Subordinate(Subordinator::How));
            let governed = || object.phrase.value.is_some() && (reflexive() || says && (!asks && treats() || calls()));
            // "told reporters": whom it is told says nothing.
            let tells = || {
                let whom = object.phrase.value.as_ref().map(|object| analysis.tokens_of(object.span));
                // "told them to go", "told the story of two men"
                let more = |at: usize| infinitive_mark(analysis, at) || analysis.is_adposition(at, Adposition::Of);
                let core = |whom: &Range<usize>| noun_phrase(analysis, whom.start, whom.end).unwrap_or(whom.end);
                let alone = |whom: Range<usize>| !more(core(&whom)) && !more(whom.end) && can_speak(analysis, &whom);
                verb.means(analysis, &["tell"]) && whom.is_some_and(alone)
            };
            object.direct && !tells() || verb.passive || governed()
        }
        // "…, die die Reform erhöhte": with a subject besides, the pronoun of a relative clause is its object.
        Some(VerbKind::Up | VerbKind::Down) if clause.kind == ClauseKind::Relative && has_own_subject(clause) => {
            object.phrase.value.is_some()
        }
        Some(VerbKind::Alone | VerbKind::Up | VerbKind::Down) => true,
        // "Geplant ist ein Neubau": a plan of something is told by itself.
        Some(VerbKind::Plan) if clause.kind == ClauseKind::Main && role::is_state(analysis, verb) => {
            let determined = |subject: &Range<usize>| analysis.is_any(subject.start, groups::BEFORE_NOUN);
            clause.subject.as_ref().is_some_and(determined)
        }
        // "zeichnet sich ab"
        None if reflexive() && verb.head == verb.finite && has_particle(analysis, verb) => true,
        _ => verb.passive || object.phrase.value.is_some() || is_closed(context, clause, verb),
    }
}

/// "zu | Spenden", "an | die Anwohner", "um | Asyl": what somebody calls for or whom they call upon.
fn appeals(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, object: &Object<'_>) -> bool {
    use Adposition::{Around, For, On, To, With};
    let analysis = context.analysis;
    let first = object.phrase.value.as_ref().map(|phrase| analysis.token_at(phrase.span.start));
    first.and_then(|first| first.checked_sub(1)).is_some_and(|before| {
        // "sprach von einem Sieg | für die Partei", but "dankte für die Hilfe"
        const BESIDE: ClassSet = ClassSet::of(&[Class::Adverb, Class::Verb]);
        let beside = |at: usize| analysis.is_any(at, BESIDE) && analysis.shape(at) == Shape::Lower;
        let for_ = analysis.is_adposition(before, For) && !analysis.is_adposition(before, Around);
        if for_ && !before.checked_sub(1).is_some_and(beside) {
            return false;
        }
        // "ein Team | um Anna Weber berichtet"
        let of_subject = clause.subject.as_ref().is_some_and(|subject| subject.end == before);
        // "berichtete | an der Küste"
        let there = analysis.is_adposition(before, On) && !can_be_accusative(analysis, before + 1);
        // "sagte zur Einigung"
        let says = verb.means(analysis, &["say"]);
        analysis.is_any_adposition(before, &[Around, For, To, With]) && !of_subject && !there && !says
    })
}

/// Whether a verb says something with no more than where or when: "took place", "was | in Warsaw", "raste | in Bern los".
pub(super) fn is_placed(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    role::is_copula(context.analysis, verb)
        || verb.sense.is_none() && verb.head == verb.finite && has_particle(context.analysis, verb)
        || matches!(context.verb_kind(verb), Some(VerbKind::Placed | VerbKind::Occur))
        || role::is_state(context.analysis, verb)
}

/// "Die Brücke ist gesperrt", "… ist mit Sand gefüllt": what was done to something definite, in a main clause, with nothing else
/// before the participle.
fn is_closed(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef]);
    let analysis = context.analysis;
    if clause.kind != ClauseKind::Main || !role::is_state(analysis, verb) || verb.head <= verb.finite {
        return false;
    }
    let definite = |subject: &Range<usize>| {
        clause.holds(subject.start) && subject.end <= verb.finite && analysis.is(subject.start, Class::Article)
    };
    let alone = || (verb.finite + 1..verb.head).all(|at| analysis.is_any(at, BETWEEN));
    clause.subject.as_ref().is_some_and(definite) && (alone() || passive::governed(context, clause).is_some())
}

/// "siedelte … an": a verb with a prefix that may stand apart from it.
pub(super) fn is_separable(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let prefixed = |sense: Sense| !analysis.entry(sense).parts_of_verb().0.is_empty();
    verb.sense.map_or_else(|| verb.head == verb.finite && has_particle(analysis, verb), prefixed)
}

/// "richtete … an", "taken out", "hat … durchschwommen": a verb of the dictionaries with a particle or prefix that they do not
/// have with it.
pub(super) fn has_particle(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let behind = verb.tokens.last().is_some_and(|last| *last > verb.head && analysis.is(*last, Class::Particle));
    let apart = verb.head == verb.finite && verb.tokens.len() == 2;
    (apart || behind) && analysis.is(verb.head, Class::Verb)
        || verb.head != verb.finite && is_prefixed_participle(analysis, verb.head)
}

/// "Emma Hardy ist die neue Direktorin", "Die neue Direktorin ist Emma Hardy": somebody or something named, and what it is; what
/// somebody becomes, also behind "zu" ("ist zum Star geworden").
pub(super) fn is_equated(
    context: &Context<'_, '_, '_>,
    verb: &VerbGroup,
    subject: &Choice<Reference<'_>>,
    object: &Object<'_>,
) -> bool {
    let analysis = context.analysis;
    let (subject, object, direct) = (subject.value.as_ref(), object.phrase.value.as_ref(), object.direct);
    let first = object.map_or(0, |object| analysis.token_at(object.span.start));
    let becomes = || {
        analysis.is_auxiliary(verb.head, Auxiliary::Become)
            && first.checked_sub(1).is_some_and(|before| analysis.is_adposition(before, Adposition::To))
    };
    let somebody = || {
        let core = object.and_then(|object| noun_phrase(analysis, first, analysis.tokens_of(object.span).end));
        verb.equates(analysis)
            && !verb.conditional
            && core.is_some_and(|end| context.person_at(analysis.span(first..end)).is_some())
    };
    subject.is_some_and(|subject| is_named(context, subject)) && (direct || becomes()) || direct && somebody()
}

/// "The approval has been valid since Monday", "A defect was responsible for the fire": what a name or a definite thing is
/// like, with more than that of what is no name.
pub(super) fn is_described(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    subject: &Choice<Reference<'_>>,
    object: &Object<'_>,
    located: bool,
) -> bool {
    let analysis = context.analysis;
    let more = || {
        let phrase = object.phrase.value.as_ref().map(|phrase| analysis.tokens_of(phrase.span));
        // "is *too* small", "was responsible | for the fire"
        let about = |end: usize| clause.holds(end) && analysis.is(end, Class::Adposition);
        located || phrase.is_some_and(|phrase| analysis.is(phrase.start, Class::Excess) || about(phrase.end))
    };
    let definite = |subject: &Reference<'_>| {
        let tokens = analysis.tokens_of(subject.span);
        is_named(context, subject) || tokens.len() > 1 && analysis.is_any(tokens.start, groups::DETERMINER) && more()
    };
    matches!(clause.kind, ClauseKind::Main | ClauseKind::Subordinate(Subordinator::That))
        && object.adjective
        && subject.value.as_ref().is_some_and(definite)
}

/// "Die Seite wurde gemeldet": whether a passive tells no more, neither of whom or what by name, nor what or by whom, within
/// another clause, of what may be, or of nothing definite.
pub(super) fn says_little(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    verb: &VerbGroup,
    subject: Option<&Reference<'_>>,
    object: Option<&Phrase<'_>>,
) -> bool {
    const INNER_MAIN: ClauseKind = ClauseKind::Subordinate(Subordinator::That);
    let inner = !matches!(clause.kind, ClauseKind::Main | INNER_MAIN);
    // "Niemand wurde verletzt"
    let nobody = |subject: &Reference<'_>| {
        let first = context.analysis.token_at(subject.span.start);
        context.analysis.is(first, Class::Negation) && context.analysis.is(first, Class::Pronoun)
    };
    let determined = |subject: &Reference<'_>| is_determined(context.analysis, subject) || nobody(subject);
    let vague = || !subject.is_some_and(determined);
    clause.verb.as_ref().is_some_and(|verb| verb.passive)
        && (inner || verb.modal.is_some() || vague())
        && object.is_none()
        && !is_told_of(context, clause, subject)
}

/// Whether a passive tells whom it is about, by name, who does it, what, or of what it is.
fn is_told_of(context: &Context<'_, '_, '_>, clause: &Clause, subject: Option<&Reference<'_>>) -> bool {
    subject.is_some_and(|subject| context.is_named(subject))
        || passive::agent(context, clause).is_some()
        || passive::kept(context.analysis, clause).is_some()
        || passive::receiver(context.analysis, clause).is_some()
        || passive::governed(context, clause).is_some()
}
