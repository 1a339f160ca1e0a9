//! Facts without a figure: somebody or something that does, plans or suffers something.

use std::ops::Range;

use super::choice::{Choice, Rules, note};
use super::context::Context;
use super::memo::Memo;
use super::object::Object;
use super::{located, modality, negation, object, passive, place, role, source, subject, time};
use crate::answer::{Fact, FactKind, FactTime, Phrase, Reference, Span};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup, agrees, is_plural, is_thing, noun_phrase};
use crate::lexicon::class::{Adposition, Auxiliary, Pronoun, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::can_be_accusative;
use crate::reading::verb::{begins_object, is_prefixed_participle};
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// What somebody or something does or suffers: a clause without a figure whose verb the dictionaries know and that says
    /// something: it has an object or a complement, is a passive, or has a verb that is complete alone or with no more than
    /// where or when. A passive within
    /// another clause or of what may be says little without a name, who does it, when or where. A pronoun is a
    /// subject where it is known whom it stands for. Verbs of saying make statements; with a noun for object they tell an
    /// event as well.
    CLAUSE = "event.clause" {
        pattern: "clause with a subject, a verb and an object or complement, without figures",
        fires: [
            De "[Europol](subject) [veröffentlichte](predicate) einen Bericht.",
            De "[Der Bericht](subject) [wurde](predicate) gestern [veröffentlicht](predicate).",
            De "[Europol](subject) [forderte](predicate) einen Bericht.",
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
    if is_clitic(analysis, clause, verb) || is_participle(context, at, clause, verb) || asks(context, clause, verb) {
        return None;
    }
    // "won 12 seats, the Liberals nine": the figure tells it.
    if clause.is_gapped() || is_imagined(analysis, clause, verb) {
        return None;
    }
    // "said higher costs in May would hurt it": where no comma parts a clause, one that was not found.
    const GOVERNS: &[&str] = &["believe", "say", "think"];
    let parted = analysis.profile(clause.sentence).verb_final;
    if !parted && !verb.passive && verb.means(analysis, GOVERNS) {
        return None;
    }
    if verb.sense.is_none() && !equates && !has_particle(analysis, verb) || !tells(analysis, clause) {
        return None;
    }
    // "plant, mit Firmen zusammenzuarbeiten": what is planned is the event.
    let plans = context.verb_kind(verb) == Some(VerbKind::Plan);
    let planned = if plans { planned(context, clause, at + 1) } else { None };
    // "plant, 300 Leute einzustellen": the figure tells it.
    if planned.is_some() && counted.get(at + 1) == Some(&true) {
        return None;
    }
    if planned.is_none() && (context.is_cue(verb) || has_content(context, clause, at + 1)) {
        return None;
    }
    let subject = subject::of_clause(context, memo, at);
    let expletive = clause.subject.as_ref().is_some_and(|tokens| is_expletive(context, verb, tokens));
    let subject = if expletive { Choice::OPEN } else { subject };
    if !expletive && !subject.value.as_ref().is_some_and(|subject| is_subject(context, clause, verb, subject)) {
        return None;
    }
    let (rule, said) = planned.map_or((&CLAUSE, clause), |planned| (&PLANNED, planned));
    let predicate = said.verb.as_ref().unwrap_or(verb);
    let finite = verb.finite..verb.finite + 1;
    let anchor = analysis.span(finite.clone());
    let object = object::of_event(context, said);
    // "war gezwungen, … zu verkaufen": what follows tells what.
    let open = is_state(analysis, predicate) && context.clauses.get(at + 1).is_some_and(|next| goes_on(said, next));
    // "siedelte sich in Bern an", but "kam mir seltsam vor", "hat uns mitgeteilt"
    const OTHERS: &[Pronoun] = &[Pronoun::I, Pronoun::We];
    let reflexive =
        |token: usize| analysis.is_reflexive(token) && !OTHERS.iter().any(|other| analysis.is_pronoun(token, *other));
    let placed = is_placed(context, predicate) || is_separable(analysis, predicate) && said.tokens().any(reflexive);
    let located = (placed && !open).then(|| Located::of(context, memo, at, anchor, &finite, &object));
    let somewhere = located.as_ref().is_some_and(|located| located.place.value.is_some());
    let sometime = located.as_ref().is_some_and(|located| located.time.value.is_some());
    // "ist jetzt gefordert": that it is so now says nothing.
    let now = |located: &Located| located.time.value.as_ref().is_some_and(|time| time.begin.is_none());
    let vague = is_state(analysis, predicate) && located.as_ref().is_some_and(now);
    // "is due to pay in May": behind "be" a time alone says nothing.
    let complete = somewhere || sometime && !equates && !vague;
    let told = planned.is_some() || complete || says_something(context, said, predicate, &object);
    let placed = || complete && subject.value.as_ref().is_some_and(|subject| is_named(context, subject));
    let equated = !equates
        || clause.kind == ClauseKind::Main && (is_equated(context, verb, &subject, &object) || placed())
        || is_described(context, clause, &subject, &object, somewhere || sometime);
    let filled = !expletive || object.phrase.value.is_some();
    if !(told && equated && filled) {
        return None;
    }
    let statement = context.statement_of(anchor);
    let mut rules: Rules = [rule].into();
    note(&mut rules, statement.and_then(|id| context.statement(id)).map(|statement| statement.rule));
    let Located { time, place } = located.unwrap_or_else(|| Located::of(context, memo, at, anchor, &finite, &object));
    let subject = subject.fill(&mut rules);
    let object = object.phrase.fill(&mut rules);
    let time = time.fill(&mut rules);
    note(&mut rules, time.as_ref().and_then(|time| context.rule_of(time.from)));
    let place = place.fill(&mut rules);
    // "Es kommt zu Pannen", "Die Seite wurde gemeldet" say little without when or where, who or by whom.
    const INNER_MAIN: ClauseKind = ClauseKind::Subordinate(Subordinator::That);
    let inner = !matches!(said.kind, ClauseKind::Main | INNER_MAIN);
    let vague = || subject.as_ref().is_none_or(|subject| !is_determined(analysis, subject));
    let may_say_little = expletive || predicate.passive && (inner || verb.modal.is_some() || vague());
    let bare = || expletive || object.is_none() && !is_told_of(context, said, subject.as_ref());
    if may_say_little && time.is_none() && place.is_none() && bare() {
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

/// When and where an event is.
struct Located<'t> {
    time: Choice<FactTime>,
    place: Choice<Reference<'t>>,
}

impl<'t> Located<'t> {
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

/// Whether a verb says something with no more than where or when: "took place", "was | in Warsaw", "raste | in Bern los".
fn is_placed(context: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    role::is_copula(context.analysis, verb)
        || verb.sense.is_none() && verb.head == verb.finite && has_particle(context.analysis, verb)
        || matches!(context.verb_kind(verb), Some(VerbKind::Placed | VerbKind::Occur))
        || is_state(context.analysis, verb)
}

/// "ist seit Montag gesperrt", "sind in Belgien angeklagt": what something has become by what was done, or where it has come to.
fn is_state(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let complete = matches!(verb.kind(analysis), Some(VerbKind::Placed | VerbKind::Occur));
    verb.sense.is_some()
        && !complete
        && !verb.passive
        && verb.head != verb.finite
        && analysis.is_auxiliary(verb.finite, Auxiliary::Be)
        && analysis.has_form(verb.head, Class::Verb, Form::PARTICIPLE)
}

/// Whether an infinitive or a clause with "dass" follows in the sentence.
fn goes_on(clause: &Clause, next: &Clause) -> bool {
    const CONTENT: ClauseKind = ClauseKind::Subordinate(Subordinator::That);
    next.sentence == clause.sentence && matches!(next.kind, ClauseKind::Infinitive | CONTENT)
}

/// "will run it, but based on taxes": behind a plan, a form that is also a participle, without a subject of its own, is
/// one.
fn is_participle(context: &Context<'_, '_, '_>, at: usize, clause: &Clause, verb: &VerbGroup) -> bool {
    let before = || at.checked_sub(1).and_then(|at| context.clauses.get(at)?.verb.as_ref());
    let participle = || context.analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE);
    // "the vote, expected to fall in May, decides"
    let free = context.analysis.profile(clause.sentence).verb_final;
    const MARKS: &[TokenKind] = &[TokenKind::Separator, TokenKind::Dash];
    let begins = || {
        let piece = clause.piece_of(verb.finite).filter(|piece| piece.start == verb.finite);
        piece.is_some_and(|piece| MARKS.contains(&context.analysis.kind(piece.start.wrapping_sub(1))))
    };
    // "The firm, a maker of tyres, sent a letter", "The fire, which broke out on Friday, caused serious damage": before its
    // object it is a past tense.
    let described = |at: usize| {
        let limit = clause.piece_of(at).map_or(at, |piece| piece.end);
        context.analysis.is(at, Class::Adjective)
            && noun_phrase(context.analysis, at, limit).is_some_and(|end| is_thing(context.analysis, at..end))
    };
    let object = || begins_object(context.analysis, verb.finite + 1) || described(verb.finite + 1);
    !free && !clause.coordinate && clause.kind != ClauseKind::Participle && begins() && participle() && !object()
        || clause.coordinate
            && verb.tokens.len() == 1
            && !has_own_subject(clause)
            && participle()
            && before().is_some_and(|before| before.tense == Tense::Future || before.modal.is_some())
}

/// "a way of winning", "without paying": behind a preposition a gerund need not have been, but "by paying", "after paying".
fn is_imagined(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    const TOLD: &[Adposition] = &[Adposition::By, Adposition::After, Adposition::Since, Adposition::Before];
    let before = verb.finite.wrapping_sub(1);
    clause.kind == ClauseKind::Participle
        && analysis.is(before, Class::Adposition)
        && !analysis.is_any_adposition(before, TOLD)
}

/// "McAllister's film": a clitic is a verb behind a pronoun only.
fn is_clitic(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let clitics = analysis.profile(clause.sentence).clitics;
    verb.tokens.len() == 1
        && clitics.iter().any(|clitic| clitic.eq_ignore_ascii_case(analysis.word(verb.finite)))
        && !analysis.is_any(verb.finite.wrapping_sub(1), groups::PRONOMINAL)
}

/// "richtete … an", "taken out", "hat … durchschwommen": a verb of the dictionaries with a particle or prefix that they do not
/// have with it.
fn has_particle(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let behind = verb.tokens.last().is_some_and(|last| *last > verb.head && analysis.is(*last, Class::Particle));
    let apart = verb.head == verb.finite && verb.tokens.len() == 2;
    (apart || behind) && analysis.is(verb.head, Class::Verb)
        || verb.head != verb.finite && is_prefixed_participle(analysis, verb.head)
}

/// "Erzielen die Mittel Wirkung": a sentence that begins with its verb asks, commands or lacks its subject, where a
/// statement has the verb second.
fn asks(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> bool {
    let analysis = context.analysis;
    let first = clause.extent().start;
    let asked = analysis.profile(clause.sentence).verb_final && clause.kind == ClauseKind::Main;
    asked && verb.finite == first && analysis.begins_sentence(first)
}

/// Whether it is known who or what a subject is, by a name, a noun, or a pronoun that stands for a name, and whether the
/// verb agrees with it.
fn is_subject(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, subject: &Reference<'_>) -> bool {
    const STANDS_FOR: ClassSet =
        groups::QUANTITY.with(groups::OPENER).with(groups::PRONOMINAL).or(&[Class::Adverb, Class::Coordinator]);
    // What stands for a thing, or for a phrase that was not found.
    const NO_NAME: ClassSet = ClassSet::of(&[Class::RelativePronoun, Class::Demonstrative, Class::Interrogative]);
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(subject.span);
    if tokens.clone().all(|at| analysis.is_any(at, STANDS_FOR)) {
        return subject.entity.is_some() && !analysis.is_any(tokens.start, NO_NAME) && !is_plural(analysis, verb);
    }
    // "those people who …", "Leute, die …" are nobody.
    const DEFINITE: ClassSet =
        ClassSet::of(&[Class::Article, Class::IndefiniteArticle, Class::Possessive, Class::Cardinal]);
    let beside = || {
        let behind = analysis.kind(tokens.end) == TokenKind::Separator;
        behind && !analysis.profile(analysis.sentence_of(tokens.start)).verb_final
    };
    let determined =
        || analysis.is_any(tokens.start, DEFINITE) || beside() && !analysis.is(tokens.start, Class::Demonstrative);
    let told_of = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Participle);
    let participle = clause.kind == ClauseKind::Participle;
    if told_of && !context.is_named(subject) && (participle || !determined()) {
        return false;
    }
    // "a table which | ranks": its clause was not cut out.
    if analysis.is_any(tokens.end - 1, NO_NAME) {
        return false;
    }
    // "the year for which | figures are available"
    let which = |at: usize| analysis.is(at, Class::RelativePronoun) && analysis.is(at, Class::Interrogative);
    if tokens.clone().skip(1).any(|at| which(at) && analysis.is(at - 1, Class::Adposition)) {
        return false;
    }
    let core = noun_phrase(analysis, tokens.start, tokens.end).map_or(tokens.clone(), |end| tokens.start..end);
    // "Wie viele der Leute kommen, ist offen"
    let asked =
        |before: usize| analysis.is(before, Class::Interrogative) && analysis.is_any(tokens.start, groups::QUANTITY);
    if tokens.start.checked_sub(1).is_some_and(asked) {
        return false;
    }
    // "haben das Haus gekauft | und den Hof verkauft": a participle agrees with nothing.
    let apart = || clause.shared && analysis.has_form(verb.finite, Class::Verb, Form::PARTICIPLE);
    (context.is_named(subject) || is_thing(analysis, core)) && (agrees(analysis, verb, tokens) || apart())
}

/// Whether a passive tells whom it is about, by name, who does it, what, or of what it is.
fn is_told_of(context: &Context<'_, '_, '_>, clause: &Clause, subject: Option<&Reference<'_>>) -> bool {
    subject.is_some_and(|subject| context.is_named(subject))
        || passive::agent(context, clause).is_some()
        || passive::kept(context.analysis, clause).is_some()
        || passive::governed(context, clause).is_some()
}

/// "siedelte … an": a verb with a prefix that may stand apart from it.
fn is_separable(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let prefixed = |sense: Sense| !analysis.entry(sense).parts_of_verb().0.is_empty();
    verb.sense.map_or_else(|| verb.head == verb.finite && has_particle(analysis, verb), prefixed)
}

/// "the report", "ein Bericht"; not "reports", "data".
fn is_determined(analysis: &Analysis<'_, '_>, subject: &Reference<'_>) -> bool {
    let first = analysis.tokens_of(subject.span).start;
    analysis.is_any(first, groups::BEFORE_NOUN) || analysis.kind(first) == TokenKind::Number
}

/// "Es gab einen Streit", "es kam zu einem Streit": what there was stands in the object's place.
fn is_expletive(context: &Context<'_, '_, '_>, verb: &VerbGroup, subject: &Range<usize>) -> bool {
    subject.len() == 1
        && context.analysis.is_pronoun(subject.start, Pronoun::It)
        && context.verb_kind(verb) == Some(VerbKind::Occur)
}

/// Whether a clause tells that something is so: neither an infinitive nor a question, alone or within another clause ("ob
/// er kommt", "how many people came"), nor what something is likened to ("als käme er", "as if he came").
fn tells(analysis: &Analysis<'_, '_>, clause: &Clause) -> bool {
    let end = analysis.sentences.get(clause.sentence).map_or(0, |sentence| sentence.tokens.end as usize);
    if end.checked_sub(1).is_some_and(|last| analysis.word(last).ends_with('?')) {
        return false;
    }
    match clause.kind {
        ClauseKind::Infinitive | ClauseKind::Subordinate(Subordinator::Whether | Subordinator::AsIf) => false,
        ClauseKind::Subordinate(Subordinator::How) => {
            // "und | in | welcher Stadt"
            let asks = |at: &usize| analysis.is(*at, Class::Interrogative);
            let joins = |at: usize| analysis.is(at, Class::Coordinator) && analysis.shape(at) == Shape::Lower;
            let leads = |at: &usize| analysis.is(*at, Class::Adposition) || joins(*at);
            let first = clause.extent().start;
            // "wie sie es kauften | und verkauften"
            !clause.coordinate && !(first..first + 3).find(|at| asks(at) || !leads(at)).is_some_and(|at| asks(&at))
        }
        _ => true,
    }
}

/// "Emma Hardy ist die neue Direktorin", "Die neue Direktorin ist Emma Hardy": somebody or something named, and what it is; what
/// somebody becomes, also behind "zu" ("ist zum Star geworden").
fn is_equated(
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
fn is_described(
    context: &Context<'_, '_, '_>,
    clause: &Clause,
    subject: &Choice<Reference<'_>>,
    object: &Object<'_>,
    located: bool,
) -> bool {
    let analysis = context.analysis;
    let more = || {
        let end = object.phrase.value.as_ref().map(|phrase| analysis.tokens_of(phrase.span).end);
        located || end.is_some_and(|end| clause.holds(end) && analysis.is(end, Class::Adposition))
    };
    let definite = |subject: &Reference<'_>| {
        let tokens = analysis.tokens_of(subject.span);
        is_named(context, subject) || tokens.len() > 1 && analysis.is_any(tokens.start, groups::DETERMINER) && more()
    };
    matches!(clause.kind, ClauseKind::Main | ClauseKind::Subordinate(Subordinator::That))
        && object.adjective
        && subject.value.as_ref().is_some_and(definite)
}

/// Whether a subject is a name and no pronoun that stands for one.
fn is_named(context: &Context<'_, '_, '_>, subject: &Reference<'_>) -> bool {
    let first = context.analysis.token_at(subject.span.start);
    context.is_named(subject) && !context.analysis.is(first, Class::Pronoun)
}

/// Whether verb and object say something: a verb of saying by a noun only, where no statement comes of it.
fn says_something(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, object: &Object<'_>) -> bool {
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
                before.is_some_and(|before| analysis.is_any_adposition(before, TOPIC))
            };
            let says = context.verb_kind(verb) == Some(VerbKind::Say);
            // "rief zu Spenden auf", "bat um Asyl"
            let calls = || analysis.profile(clause.sentence).verb_final && appeals(context, clause, verb, object);
            // "was über die Lage bekannt ist", "über die er sprach"
            let asks = matches!(clause.kind, ClauseKind::Relative | ClauseKind::Subordinate(Subordinator::How));
            let governed = || object.phrase.value.is_some() && (reflexive() || says && (!asks && treats() || calls()));
            object.direct || verb.passive || governed()
        }
        // "…, die die Reform erhöhte": with a subject besides, the pronoun of a relative clause is its object.
        Some(VerbKind::Up | VerbKind::Down) if clause.kind == ClauseKind::Relative && has_own_subject(clause) => {
            object.phrase.value.is_some()
        }
        Some(VerbKind::Alone | VerbKind::Up | VerbKind::Down) => true,
        // "zeichnet sich ab"
        None if reflexive() && verb.head == verb.finite && has_particle(analysis, verb) => true,
        _ => verb.passive || object.phrase.value.is_some(),
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

fn has_own_subject(clause: &Clause) -> bool {
    clause.subject.as_ref().is_some_and(|subject| clause.holds(subject.start))
}

/// Whether a verb has a clause for its content: of saying ("told the paper that …"), or without an object before it ("hielt
/// fest, dass …").
fn has_content(context: &Context<'_, '_, '_>, clause: &Clause, next: usize) -> bool {
    let next = context.clauses.get(next).filter(|next| next.sentence == clause.sentence);
    let (Some(verb), Some(next)) = (clause.verb.as_ref(), next) else {
        return false;
    };
    match next.kind {
        // "expects him to stay": whom the infinitive is about is no object.
        ClauseKind::Infinitive => context.verb_kind(verb) == Some(VerbKind::Think),
        ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether) => {
            context.says(verb) || verb.end() + 1 == next.extent().start
        }
        // "was asked if he knew"
        ClauseKind::Subordinate(Subordinator::If) => {
            verb.passive && context.says(verb) && verb.end() == next.extent().start
        }
        // "demonstrated what they knew"
        ClauseKind::Subordinate(Subordinator::How) => (verb.end()..=verb.end() + 1).contains(&next.extent().start),
        _ => false,
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
