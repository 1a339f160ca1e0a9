//! What a figure is in its sentence: which clause speaks of it, or only its noun.

use std::ops::Range;

use super::attribute;
use super::context::Context;
use crate::answer::{Figure, FigureKind, FigureUse, Rule, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::is_preposition;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// An age that describes somebody: nothing of its clause is said of it. An age that the clause states ("she is 35 years
    /// old") or at which something happens ("he died at the age of 73") is read like any figure.
    AGE = "fact.role.age" {
        pattern: "age, neither behind \"be\" nor in a phrase of its own",
        fires: [
            De "Der [17-jährige](figure) Fahrer wurde in Graz verletzt.",
            De "Der Beruf ist für einen [17-Jährigen](figure) zu schwer.",
            En "The [17-year-old](figure) driver was injured in Graz.",
        ],
        silent: [
            De "Der Fahrer starb in Graz im Alter von 17 Jahren.",
            En "The driver in Graz is 17 years old.",
        ],
    }

    /// A multiple as an adjective describes its noun: nothing of its clause is said of it. How often something happens is
    /// read like any figure.
    MULTIPLE = "fact.role.multiple" {
        pattern: "adjective of a number of times",
        fires: [
            De "Der [achtmalige](figure) Meister verlor in Bern.",
            En "The [eight-time](figure) champion lost in Bern.",
        ],
        silent: [
            De "Der Meister gewann achtmal in Bern.",
            En "The champion won eight times in Bern.",
        ],
    }

    /// A score in brackets behind another is what it was before the end: nothing of the clause is said of it.
    PART_SCORE = "fact.role.part-score" {
        pattern: "score + \"(\" + score",
        fires: [
            De "Der Verein gewann in Bern 3:0 ([2:0](figure)).",
            En "The club won 3-1 ([1-1](figure)) in Bern.",
        ],
        silent: [
            De "Der Verein gewann das Spiel (2:0) in Bern.",
            En "The club won the match (3-1) in Bern.",
        ],
    }

    /// The base of a rate: nothing of its clause is said of it.
    RATE_BASE = "fact.role.rate-base" {
        pattern: "\"per\" [approximation] + figure",
        fires: [
            De "Die Klinik meldete 90 Fälle pro [100.000](figure) Einwohner.",
            En "The clinic reported 90 cases per [100,000](figure) people.",
        ],
        silent: [
            De "Die Klinik meldete 90 Fälle unter 100.000 Einwohnern.",
            En "The clinic reported 90 cases among 100,000 people.",
        ],
    }

    /// In whose place something else came: nothing of its clause is said of it.
    INSTEAD = "fact.role.instead" {
        pattern: "\"instead of\" [approximation] + figure",
        languages: [De],
        fires: [
            De "Statt [500](figure) kamen nur 300 Gäste.",
        ],
        silent: [
            De "Nach 500 kamen noch 300 Gäste.",
        ],
    }

    /// The whole of which the clause tells a part: time, place and source hold for it, but subject and predicate are the
    /// part's.
    PARTITIVE = "fact.role.partitive" {
        pattern: "\"of\" | \"from\" + definite determiner + figure, at the start of a clause",
        fires: [
            De "Von den [zwölf](figure) Insassen wurde nur der Fahrer verletzt.",
            En "Of the [twelve](figure) passengers only the driver was hurt.",
        ],
        silent: [
            De "Von zwölf Insassen wurde nur der Fahrer verletzt.",
            De "Sie halfen den Insassen, von denen zwölf verletzt wurden.",
            En "Of twelve passengers only the driver was hurt.",
        ],
    }

    /// With what another number of things is compared: time, place and source hold for it, but what the clause before tells is
    /// told of the other.
    COMPARED = "fact.role.compared" {
        pattern: "\"compared with\" + figure + noun",
        languages: [En],
        fires: [
            En "Only 160 women left, compared with [300](figure) men.",
        ],
        silent: [
            En "Only 160 women left with 300 men.",
        ],
    }

    /// Where a figure leads what somebody says, and a relative clause hangs on it, the clause that goes on behind that speaks of
    /// it.
    RESUMED = "fact.role.resumed" {
        pattern: "verb of saying … figure + noun + relative clause + verb",
        languages: [En],
        fires: [
            En "The firm said [300](figure) workers who had left [would](predicate) [receive](predicate) help.",
        ],
        silent: [
            En "The firm said 300 workers would receive help.",
        ],
    }

    /// Where the main clause only equates ("is one of"), the relative clause behind the figure speaks of it.
    RELATIVE = "fact.role.relative" {
        pattern: "\"be\" … figure + noun + relative clause",
        fires: [
            De "Das Kind ist eines von [400](figure) Kindern, die in der Klinik [behandelt](predicate) [werden](predicate).",
            En "The child is one of [400](figure) babies that [are](predicate) [cared](predicate) for at the clinic.",
        ],
        silent: [
            De "Die Klinik behandelt 400 Kinder, die aus Bern kommen.",
            En "The clinic cares for 400 babies that come from Bern.",
        ],
    }
}

/// The clause a figure's fact is read from, and how much of it is said of the figure.
pub(super) struct Role {
    /// By its place in the context's clauses.
    pub clause: Option<usize>,
    pub reach: Reach,
    /// None where it is the figure's own clause as a whole.
    pub rule: Option<&'static Rule>,
}

/// How much of a clause is said of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// The whole clause.
    Clause,
    /// Time, place and source, but neither subject nor predicate: "of the twelve passengers one was hurt".
    Circumstances,
    /// Nothing: the figure describes its noun.
    Noun,
}

/// The role of a figure.
pub(super) fn of(context: &Context<'_, '_, '_>, figure: &Figure<'_>, tokens: &Range<usize>) -> Role {
    let analysis = context.analysis;
    let at = context.clauses.at(tokens.start);
    let clause = at.and_then(|at| context.clauses.get(at));
    let verb = clause.and_then(|clause| clause.verb.as_ref());
    if let Some(rule) = attribute(analysis, verb, figure, tokens) {
        return Role { clause: at, reach: Reach::Noun, rule: Some(rule) };
    }
    // "16% of women, compared with 30% of men", but "sales were $5m, compared with $3m".
    if figure.of.is_some() && verb.is_some_and(|verb| compares(analysis, verb)) {
        return Role { clause: at, reach: Reach::Circumstances, rule: Some(&COMPARED) };
    }
    if clause.is_some_and(|clause| is_partitive(analysis, clause, tokens)) {
        return Role { clause: at, reach: Reach::Circumstances, rule: Some(&PARTITIVE) };
    }
    let relative = at
        .filter(|_| verb.is_some_and(|verb| is_copula(analysis, verb)))
        .and_then(|at| relative(context, at, figure, tokens));
    if relative.is_none()
        && let Some(rule) = attribute::of(context, clause, figure, tokens)
    {
        return Role { clause: at, reach: Reach::Circumstances, rule: Some(rule) };
    }
    if let Some(resumed) = at.and_then(|at| resumed(context, at, figure, tokens)) {
        return Role { clause: Some(resumed), reach: Reach::Clause, rule: Some(&RESUMED) };
    }
    Role { clause: relative.or(at), reach: Reach::Clause, rule: relative.map(|_| &RELATIVE) }
}

/// "said 300 workers who had left | would get nothing": where the clause of a figure says what the figure is part of, the clause that
/// goes on behind what hangs on it speaks of it.
fn resumed(context: &Context<'_, '_, '_>, at: usize, figure: &Figure<'_>, tokens: &Range<usize>) -> Option<usize> {
    /// How many clauses are looked at.
    const NEAR: usize = 3;
    let clause = context.clauses.get(at).filter(|clause| context.speaks(&RESUMED, clause.sentence))?;
    let verb = clause.verb.as_ref().filter(|verb| verb.end() <= tokens.start)?;
    let cue = context.statement(context.statement_of(figure.span)?)?.cue.as_ref()?;
    let said = context.analysis.span(verb.finite..verb.finite + 1);
    let says = cue.spans.iter().any(|span| span.overlaps(said));
    let hangs = || context.clauses.get(at + 1).is_some_and(|next| next.kind == ClauseKind::Relative);
    (at + 1..=at + NEAR).filter(|_| says && hangs()).find(|at| {
        let found = context.clauses.get(*at).filter(|next| next.sentence == clause.sentence);
        found.is_some_and(|next| next.kind == ClauseKind::Main && next.begins_with_verb())
    })
}

/// The rule by which a figure tells of a noun and not of what its clause says.
///
/// - an age: "der 17-jährige Fahrer", "the 17-year-old driver", "Meier (33)"; not "she is 35 years old"
/// - a multiple as adjective: "der achtmalige Meister"
/// - the base of a rate: "pro 100.000 Einwohner", "per 100,000 people"
fn attribute(
    analysis: &Analysis<'_, '_>,
    verb: Option<&VerbGroup>,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
) -> Option<&'static Rule> {
    match figure.kind {
        FigureKind::Age => {
            let counted = figure.of.as_ref().map(|of| of.span);
            let said = is_predicative(analysis, verb, tokens, counted) || is_reached(analysis, tokens, counted);
            (!said).then_some(&AGE)
        }
        FigureKind::Count if figure.usage == FigureUse::Attribute => Some(&MULTIPLE),
        FigureKind::Score => is_part_score(analysis, tokens.start).then_some(&PART_SCORE),
        _ if follows(analysis, tokens.start, Adposition::Instead) => Some(&INSTEAD),
        _ => follows(analysis, tokens.start, Adposition::Per).then_some(&RATE_BASE),
    }
}

/// "3:0 (| 2:0)", "1:4 (1:1, | 0:2)"
fn is_part_score(analysis: &Analysis<'_, '_>, start: usize) -> bool {
    /// How far before it the bracket may open.
    const NEAR: usize = 16;
    let scores = |at: &usize| {
        matches!(analysis.kind(*at), TokenKind::Number | TokenKind::Separator | TokenKind::Hyphen | TokenKind::Dash)
    };
    let open = (start.saturating_sub(NEAR)..start).rev().find(|at| !scores(at));
    open.is_some_and(|open| {
        analysis.kind(open) == TokenKind::Open && analysis.kind(open.wrapping_sub(1)) == TokenKind::Number
    })
}

/// "is 35 years old", "waren älter als 60 Jahre": the age is what the clause says.
fn is_predicative(
    analysis: &Analysis<'_, '_>,
    verb: Option<&VerbGroup>,
    tokens: &Range<usize>,
    counted: Option<Span>,
) -> bool {
    let attribute = counted.is_some_and(|of| analysis.token_at(of.start) >= tokens.end);
    !attribute
        && verb.is_some_and(|verb| {
            is_copula(analysis, verb)
                && tokens.start > verb.finite
                && tokens.start <= verb.finite + 5
                && analysis.kind(tokens.start - 1) != TokenKind::Open
                // "ist für einen 35-Jährigen zu hoch"
                && !(verb.finite + 1..tokens.start).any(|at| is_preposition(analysis, at))
        })
}

/// "starb im Alter von 88 Jahren", "mit 24 Jahren", "at the age of 73": an age at which something happens, not the age of a
/// noun right before it ("ein Mann im Alter von 33 Jahren").
fn is_reached(analysis: &Analysis<'_, '_>, tokens: &Range<usize>, counted: Option<Span>) -> bool {
    const LONGEST: usize = 4;
    const OPENS: &[Adposition] = &[Adposition::At, Adposition::In, Adposition::With, Adposition::Other];
    // "died aged 85", but "Weber, aged 85, died", "those aged 85"
    let aged = tokens.start > 1
        && !analysis.is(tokens.start - 2, Class::Demonstrative)
        && analysis.is(tokens.start - 1, Class::AgeCue)
        && matches!(analysis.kind(tokens.start - 2), TokenKind::Word | TokenKind::Number)
        && analysis.shape(tokens.start - 1) == Shape::Lower;
    counted.is_none()
        && (aged
            || (1..=LONGEST.min(tokens.start)).any(|back| {
                let at = tokens.start - back;
                let cue = back == 1 || (at..tokens.start).any(|token| analysis.is(token, Class::AgeCue));
                cue && analysis.is_any_adposition(at, OPENS)
            }))
}

/// "became the first president", "has a problem": "become" or "have" by itself, which tell something with an object.
pub(super) fn has_or_becomes(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let full = |sense: Sense| matches!(Auxiliary::from_value(sense.value), Some(Auxiliary::Become | Auxiliary::Have));
    verb.sense.is_none()
        && analysis.sense(verb.head, Class::Auxiliary).is_some_and(full)
        && verb.tokens.iter().all(|token| analysis.is_any(*token, groups::AUXILIARY))
}

/// "compared with": a participle that is a preposition with the word behind it, and says nothing of its own.
pub(super) fn compares(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let against = |sense: &Sense| sense.length > 1 && sense.value == Adposition::Against as u32;
    let one = verb.tokens.len() == 1 && analysis.is(verb.finite, Class::Adposition);
    one && analysis.senses_of(verb.finite, Class::Adposition).any(against)
}

/// A form of "be" by itself.
pub(super) fn is_copula(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    analysis.is_auxiliary(verb.head, Auxiliary::Be)
        && verb.tokens.iter().all(|token| analysis.is_any(*token, groups::AUXILIARY))
}

/// Whether an adposition stands before a figure, with nothing but words of approximation between.
fn follows(analysis: &Analysis<'_, '_>, start: usize, wanted: Adposition) -> bool {
    let mut at = start;
    for _ in 0..3 {
        let Some(before) = at.checked_sub(1) else {
            return false;
        };
        if analysis.is_adposition(before, wanted) {
            // "under a seven-year contract": the English article can mean "per".
            return !analysis.is(before, Class::Article);
        }
        if !analysis.is(before, Class::Approx) {
            return false;
        }
        at = before;
    }
    false
}

/// "Von den zwölf Insassen wurde einer verletzt", "Of the 37 reports, nine concerned …": the clause begins with the
/// whole of which it tells a part.
fn is_partitive(analysis: &Analysis<'_, '_>, clause: &Clause, tokens: &Range<usize>) -> bool {
    let start = clause.extent().start;
    // "10.000 Infizierte, von denen | 800 | starben": they are the part.
    let relative = clause.kind == ClauseKind::Relative;
    !relative
        && tokens.start == start + 2
        && analysis.is_any(start + 1, groups::DETERMINER)
        && analysis.is_any_adposition(start, &[Adposition::Of, Adposition::From])
}

/// "Das ist eines von 400 Frühchen, die jährlich versorgt werden", "just one of 400 babies that are cared for": where
/// the main clause has no verb of its own, the relative clause behind the figure speaks of it.
fn relative(context: &Context<'_, '_, '_>, at: usize, figure: &Figure<'_>, tokens: &Range<usize>) -> Option<usize> {
    let main = context.clauses.get(at)?;
    let relative = |at: &usize| context.clauses.get(*at).is_some_and(|clause| clause.kind == ClauseKind::Relative);
    let found = (at + 1..at + 3).find(relative)?;
    let next = context.clauses.get(found)?;
    let start = next.extent().start;
    let counted = figure.of.as_ref().map_or(tokens.end, |of| context.analysis.tokens_of(of.span).end);
    // Right behind the counted noun, or behind what the subject with the figure is said to be.
    let behind = start >= counted && start <= counted + 2;
    let told_of = next.subject.as_ref().is_some_and(|subject| main.holds(subject.start));
    let equated = told_of && main.subject.as_ref().is_some_and(|subject| subject.contains(&tokens.start));
    // "four cases | in which patients died": where, not what they did.
    let preposition = |at: usize| context.analysis.is(at, Class::Adposition);
    let placed = preposition(start) || preposition(start.wrapping_sub(1));
    let placed = placed && !context.analysis.profile(next.sentence).verb_final;
    // ", two of | which were sold": some of them only.
    let part = !context.analysis.is(start, Class::RelativePronoun)
        && next.subject.as_ref().is_some_and(|own| own.start == start);
    (next.sentence == main.sentence && next.verb.is_some() && (behind || equated) && !placed && !part).then_some(found)
}

/// "ist seit Montag gesperrt", "sind in Belgien angeklagt": what something has become by what was done, or where it has come to.
pub(super) fn is_state(analysis: &Analysis<'_, '_>, verb: &VerbGroup) -> bool {
    let complete = matches!(verb.kind(analysis), Some(VerbKind::Placed | VerbKind::Occur));
    verb.sense.is_some()
        && !complete
        && !verb.passive
        && verb.head != verb.finite
        && analysis.is_auxiliary(verb.finite, Auxiliary::Be)
        && analysis.has_form(verb.head, Class::Verb, Form::PARTICIPLE)
}

/// "Dem Team gelang es, zu gewinnen": verbs whose subject stands for what somebody does.
pub(super) const SUCCEEDS: &[&str] = &["succeed"];
