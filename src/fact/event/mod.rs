//! Facts without a figure: somebody or something that does, plans or suffers something.

mod apart;
mod subject;
mod substance;

use std::ops::Range;

use self::apart::{has_content, is_apart};
use self::subject::{is_expletive, is_named, is_subject, there_is};
use self::substance::{has_particle, is_described, is_equated, is_placed, is_separable, says_little, says_something};
use super::choice::{Choice, Rules, note};
use super::context::Context;
use super::memo::Memo;
use super::object::Object;
use super::{completing, located, modality, negation, object, place, role, source, time};
use crate::answer::Rule;
use crate::answer::{Fact, FactKind, FactTime, Reference, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Coordinator, Pronoun, Subordinator, VerbKind};
use crate::lexicon::{Class, Form};
use crate::reading::verb::{begins_infinitive, begins_object};
use crate::rule::rules;
use crate::text::Shape;

rules! {
    reads: fn();

    /// What somebody or something does or suffers: a clause without a figure whose verb the dictionaries know and that says
    /// something: it has an object, a complement or a German infinitive clause behind it, is a passive, or has a verb that is
    /// complete alone or with no more than where or when. A passive within
    /// another clause or of what may be says little without a name, who does it, when or where. A pronoun is a
    /// subject where it is known whom it stands for. Verbs of saying make statements; with a noun for object they tell an
    /// event as well.
    CLAUSE = "event.clause" {
        pattern: "clause with a subject, a verb and an object or complement, without figures",
        fires: [
            De "[Europol](subject) [veröffentlichte](predicate) einen Bericht.",
            De "[Der Bericht](subject) [wurde](predicate) gestern [veröffentlicht](predicate).",
            De "[Europol](subject) [forderte](predicate) einen Bericht.",
            De "[Europol](subject) [weigerte](predicate) sich, einen Bericht zu schreiben.",
            De "[Das Treffen](subject) [fand](predicate) in Bern [statt](predicate).",
            De "[Angela Merkel](subject) [war](predicate) am Montag in Bern.",
            En "[Europol](subject) [published](predicate) a report.",
            En "[The meeting](subject) [took](predicate) [place](predicate) in Bern.",
            En "[Angela Merkel](subject) [was](predicate) in Bern on Monday.",
            En "[The report](subject) [was](predicate) [published](predicate) yesterday.",
            En "[Europol](subject) [demanded](predicate) a report.",
        ],
        silent: [
            De "Sie veröffentlichte einen Bericht.",
            De "Europol sagte, der Bericht sei gut.",
            De "Europol veröffentlicht gern.",
            De "Das Treffen fand statt.",
            De "Der Bericht war in Bern.",
            De "Es hilft, wenn der Bericht veröffentlicht wird.",
            En "Europol expects Bern to help.",
            En "It helps if the report is published.",
            En "It helps those people who published a report.",
            En "She published a report.",
            En "Europol said the report was good.",
            En "Europol seems busy.",
            En "The meeting took place.",
            En "The report was in Bern.",
        ],
    }

    /// What somebody named plans: the event is what the infinitive says that a verb of planning governs.
    PLANNED = "event.planned" {
        pattern: "clause with a subject and a verb of planning + infinitive clause",
        fires: [
            De "[Europol](subject) plant, mit Firmen [zusammenzuarbeiten](predicate).",
            En "[Europol](subject) planned, together with Bern, to [cooperate](predicate) with firms.",
        ],
        silent: [
            De "Europol plant eine Zusammenarbeit mit Firmen.",
            En "Europol plans a report with firms.",
        ],
    }
}

/// Adds an event for each clause that tells one and of which no figure has subject and predicate.
pub(super) fn add<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, facts: &mut Vec<Fact<'t>>) {
    let mut counted = vec![false; context.clauses.len()];
    for fact in facts.iter() {
        let said = fact.predicate.as_ref().and_then(|predicate| predicate.spans.first());
        let clause = said.and_then(|span| context.clauses.at(context.analysis.token_at(span.start)));
        if let Some(counted) = clause.and_then(|at| counted.get_mut(at)) {
            *counted = true;
        }
    }
    let without = counted.iter().enumerate().filter(|(_, counted)| !**counted);
    facts.extend(without.filter_map(|(at, _)| event(context, memo, at, &counted)));
}

fn event<'t>(context: &Context<'_, '_, 't>, memo: &mut Memo<'t>, at: usize, counted: &[bool]) -> Option<Fact<'t>> {
    let analysis = context.analysis;
    let clause = context.clauses.get(at)?;
    let verb = clause.verb.as_ref()?;
    let equates = role::is_copula(analysis, verb) || role::has_or_becomes(analysis, verb);
    let known = verb.sense.is_some() || equates || has_particle(analysis, verb);
    if !known || is_apart(context, at, clause, verb) {
        return None;
    }
    let (rule, said) = telling(context, clause, verb, at, counted)?;
    let predicate = said.verb.as_ref().unwrap_or(verb);
    let impersonal = object::is_impersonal(analysis, clause, verb);
    let happens = clause.subject.as_ref().is_some_and(|tokens| is_expletive(context, verb, tokens));
    let expletive = happens || impersonal;
    let subject = if expletive { Choice::OPEN } else { super::subject::of_clause(context, memo, at) };
    if !expletive && !subject.value.as_ref().is_some_and(|subject| is_subject(context, clause, verb, subject)) {
        return None;
    }
    let object = object::of_event(context, said);
    let object =
        if object.phrase.value.is_some() { object } else { shared_object(context, at, said).unwrap_or(object) };
    // "wants the court | to let them go": whom the infinitive is about is no object.
    let wants = || {
        let object = object.phrase.value.as_ref().map(|object| analysis.tokens_of(object.span).end);
        verb.means(analysis, &["want"]) && object.is_some_and(|end| begins_infinitive(analysis, end))
    };
    if (expletive && object.phrase.value.is_none())
        || clause.is_gapped() && !object.direct
        || is_joined(context, predicate, &object)
        || wants()
    {
        return None;
    }
    let finite = verb.finite..verb.finite + 1;
    let anchor = analysis.span(finite.clone());
    let locate = |memo: &mut Memo<'t>| Located::of(context, memo, at, anchor, &finite, &object);
    let located = can_be_placed(context, at, said, predicate).then(|| locate(memo));
    let (sometime, somewhere) = located.as_ref().map_or((false, false), Located::told);
    // "ist jetzt gefordert": that it is so now says nothing.
    let now = |located: &Located<'_>| located.time.value.as_ref().is_some_and(|time| time.begin.is_none());
    let vague = role::is_state(analysis, predicate) && located.as_ref().is_some_and(now);
    // "is due to pay in May": behind "be" a time alone says nothing.
    let complete = somewhere || sometime && !equates && !vague;
    let placed = || complete && subject.value.as_ref().is_some_and(|subject| is_named(context, subject));
    let equated = || {
        clause.kind == ClauseKind::Main && (is_equated(context, verb, &subject, &object) || placed())
            || is_described(context, clause, &subject, &object, somewhere || sometime)
            || somewhere && sometime && there_is(context, clause, verb)
    };
    let planned = std::ptr::eq(rule, &PLANNED);
    // "weigerte sich, das Werk zu verkaufen"
    let governs = || !verb.passive && !equates && completing::infinitive_behind(context, clause).is_some();
    let told = planned || complete || says_something(context, said, predicate, &object) || governs();
    if !told || equates && !equated() {
        return None;
    }
    let statement = context.statement_of(anchor);
    let mut rules: Rules = [rule].into();
    note(&mut rules, statement.and_then(|id| context.statement(id)).map(|statement| statement.rule));
    let Located { time, place } = located.unwrap_or_else(|| locate(memo));
    let subject = subject.fill(&mut rules);
    let object = object.phrase.fill(&mut rules);
    let time = time.fill(&mut rules);
    note(&mut rules, time.as_ref().and_then(|time| context.rule_of(time.from)));
    let place = place.fill(&mut rules);
    // "Es kommt zu Pannen" says little without when or where.
    let little = || happens || !impersonal && says_little(context, said, verb, subject.as_ref(), object.as_ref());
    if time.is_none() && place.is_none() && little() {
        return None;
    }
    let source = source::of(context, statement).fill(&mut rules);
    let modality = modality::of(context, Some(at), statement, time.as_ref(), &mut rules);
    Some(Fact {
        key: String::new(),
        kind: FactKind::Event,
        gloss: String::new(),
        subject,
        predicate: context.predicate(predicate),
        object,
        figure: None,
        time,
        place,
        source,
        change: None,
        negated: negation::of_clause(context, clause, statement).fill(&mut rules).is_some(),
        modality,
        sentence: clause.sentence as u32,
        span: analysis.span(clause.extent()),
        rules,
        confidence: 0.0,
    })
}

/// "makes, sells | and | repairs pianos": whether what would be an object stands behind "and", which is another verb.
fn is_joined(context: &Context<'_, '_, '_>, verb: &VerbGroup, object: &Object<'_>) -> bool {
    let analysis = context.analysis;
    let first = object.phrase.value.as_ref().map(|object| analysis.token_at(object.span.start));
    first == Some(verb.end() + 1)
        && analysis.is_coordinator(verb.end(), Coordinator::And)
        && analysis.shape(verb.end() + 1) == Shape::Lower
        && analysis.is(verb.end() + 1, Class::Verb)
}

/// "The firm makes | and sells shoes": the object that a verb without one shares with the verb that a conjunction joins to it.
fn shared_object<'t>(context: &Context<'_, '_, 't>, at: usize, clause: &Clause) -> Option<Object<'t>> {
    let analysis = context.analysis;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive && !verb.needs_no_object(analysis))?;
    let next = context.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence && next.coordinate)?;
    let second = next.verb.as_ref().filter(|second| !second.passive)?;
    let medial = !analysis.profile(clause.sentence).verb_final;
    let joined = verb.end() == clause.extent().end && next.extent().start == verb.end();
    let bare = second.finite == verb.end() + 1 && analysis.is_coordinator(verb.end(), Coordinator::And);
    let says = context.says(verb) || role::is_copula(analysis, verb);
    if !medial || !joined || !bare || says {
        return None;
    }
    let object = object::of_event(context, next);
    // "tried and tested methods": attributes.
    let first = object.phrase.value.as_ref().map(|object| analysis.token_at(object.span.start));
    let attribute = analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE)
        && !first.is_some_and(|first| begins_object(analysis, first));
    (object.direct && !attribute).then_some(object)
}

/// The clause that tells the event: the clause itself, or the infinitive that its verb of planning governs ("plant, mit
/// Firmen zusammenzuarbeiten"); none where a statement or a figure tells it.
fn telling<'c>(
    context: &Context<'c, '_, '_>,
    clause: &'c Clause,
    verb: &VerbGroup,
    at: usize,
    counted: &[bool],
) -> Option<(&'static Rule, &'c Clause)> {
    let plans = context.verb_kind(verb) == Some(VerbKind::Plan) || modality::decides(context, at, verb);
    if let Some(planned) = planned(context, clause, at + 1).filter(|_| plans) {
        return (counted.get(at + 1) != Some(&true)).then_some((&PLANNED, planned));
    }
    (!context.is_cue(verb) && !has_content(context, clause, at + 1)).then_some((&CLAUSE, clause))
}

/// Whether a verb may say something with no more than where or when.
fn can_be_placed(context: &Context<'_, '_, '_>, at: usize, said: &Clause, predicate: &VerbGroup) -> bool {
    const OTHERS: &[Pronoun] = &[Pronoun::I, Pronoun::We];
    let analysis = context.analysis;
    // "war gezwungen, … zu verkaufen": what follows tells what.
    let open = || context.clauses.get(at + 1).is_some_and(|next| goes_on(said, next));
    // "siedelte sich in Bern an", but "kam mir seltsam vor", "hat uns mitgeteilt"
    let reflexive =
        |token: usize| analysis.is_reflexive(token) && !OTHERS.iter().any(|other| analysis.is_pronoun(token, *other));
    let placed = is_placed(context, predicate) || is_separable(analysis, predicate) && said.tokens().any(reflexive);
    placed && !(role::is_state(analysis, predicate) && open())
}

/// When and where an event is.
struct Located<'t> {
    time: Choice<FactTime>,
    place: Choice<Reference<'t>>,
}

impl<'t> Located<'t> {
    /// Whether it is told when, and where.
    fn told(&self) -> (bool, bool) {
        (self.time.value.is_some(), self.place.value.is_some())
    }

    fn of(
        context: &Context<'_, '_, 't>,
        memo: &mut Memo<'t>,
        clause: usize,
        anchor: Span,
        verb: &Range<usize>,
        object: &Object<'_>,
    ) -> Located<'t> {
        // "setzt auf Busse": a bare noun that the verb governs is no place.
        let object = object.phrase.value.as_ref().map(|object| object.span);
        let governed = |found: &located::Located| {
            found.rank == located::Rank::Site
                && found.phrase.len() == 1
                && !context.analysis.holds_article(found.phrase.start.saturating_sub(1))
                && object.is_some_and(|object| context.analysis.span(found.phrase.clone()).overlaps(object))
        };
        Located {
            time: time::of(context, clause, anchor),
            place: place::in_clause(context, memo, clause, verb, |found| !governed(found)),
        }
    }
}

/// The infinitive clause right behind a clause.
fn planned<'c>(context: &Context<'c, '_, '_>, clause: &Clause, next: usize) -> Option<&'c Clause> {
    context
        .clauses
        .get(next)
        .filter(|next| next.kind == ClauseKind::Infinitive && next.sentence == clause.sentence)
        .filter(|next| next.verb.as_ref().is_some_and(|verb| verb.sense.is_some()))
}

/// Whether an infinitive or a clause with "dass" follows in the sentence.
fn goes_on(clause: &Clause, next: &Clause) -> bool {
    const CONTENT: ClauseKind = ClauseKind::Subordinate(Subordinator::That);
    next.sentence == clause.sentence && matches!(next.kind, ClauseKind::Infinitive | CONTENT)
}
