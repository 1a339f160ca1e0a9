//! How sure a fact is: what makes its reading doubtful, and how much of the facts read so are right.
//!
//! Each sign lowers the confidence by a factor that was set by hand in view of facts of running news that were read; `docs/confidence.md`
//! tells how, and lists the signs.
#![allow(clippy::indexing_slicing, reason = "a sentence's number is that of a sentence of the text")]

use super::context::Context;
use super::located;
use crate::answer::{Fact, FactKind, FigureKind, Reference};
use crate::clause::{Clause, ClauseKind, VerbGroup, noun_phrase};
use crate::lexicon::class::{NounKind, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// What a fact has where nothing speaks against it.
const SURE: f32 = 0.95;

/// Below this an event is not told.
pub(super) const LEAST: f32 = 0.45;

/// A sign that a reading may be wrong.
struct Doubt {
    /// As the table of signs names it.
    #[cfg_attr(not(test), allow(dead_code, reason = "only the table asks"))]
    name: &'static str,
    factor: f32,
    holds: fn(&Read<'_, '_, '_, '_>) -> bool,
}

/// A fact with the clause that it was read from.
struct Read<'r, 'c, 'a, 't> {
    context: &'r Context<'c, 'a, 't>,
    fact: &'r Fact<'t>,
    clause: Option<&'c Clause>,
}

const DOUBTS: &[Doubt] = &[
    Doubt { name: "counts nothing", factor: 0.6, holds: counts_nothing },
    Doubt { name: "figure alone", factor: 0.6, holds: is_alone },
    Doubt { name: "no verb", factor: 0.8, holds: has_no_verb },
    Doubt { name: "subject shared", factor: 0.65, holds: shares_subject },
    Doubt { name: "subject of a relative clause", factor: 0.85, holds: has_antecedent },
    Doubt { name: "subject a pronoun", factor: 0.85, holds: is_pronoun },
    Doubt { name: "subject without determiner or name", factor: 0.85, holds: is_bare },
    Doubt { name: "object before the subject", factor: 0.75, holds: is_fronted },
    Doubt { name: "subject a thing, object somebody", factor: 0.7, holds: may_be_turned },
    Doubt { name: "object behind a preposition", factor: 0.75, holds: is_governed },
    Doubt { name: "figure neither in subject nor object", factor: 0.85, holds: is_loose },
    Doubt { name: "another verb between", factor: 0.7, holds: has_verb_between },
    Doubt { name: "verb unknown", factor: 0.85, holds: is_unknown_verb },
    Doubt { name: "verb may be a noun or participle", factor: 0.85, holds: is_ambiguous },
    Doubt { name: "clause within another", factor: 0.9, holds: is_inner },
    Doubt { name: "clause in pieces", factor: 0.85, holds: is_in_pieces },
    Doubt { name: "long sentence", factor: 0.85, holds: is_long },
    Doubt { name: "no sentence", factor: 0.8, holds: is_heading },
    Doubt { name: "source from another sentence", factor: 0.75, holds: goes_on },
    Doubt { name: "place that something goes to or comes from", factor: 0.8, holds: is_on_way },
    Doubt { name: "place or time from elsewhere", factor: 0.85, holds: is_told_elsewhere },
];

/// How sure a fact is.
pub(super) fn of(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> f32 {
    let analysis = context.analysis;
    let figure = context.figure(fact).map(|figure| figure.span);
    let said = fact.predicate.as_ref().and_then(|predicate| predicate.spans.first().copied()).or(figure);
    let clause = said.and_then(|span| context.clause_of(analysis.token_at(span.start)));
    let read = Read { context, fact, clause };
    let product: f32 = DOUBTS.iter().filter(|doubt| (doubt.holds)(&read)).map(|doubt| doubt.factor).product();
    (SURE * product * 100.0).round() / 100.0
}

impl<'c> Read<'_, 'c, '_, '_> {
    /// The verb of the predicate.
    fn verb(&self) -> Option<&'c VerbGroup> {
        self.clause.filter(|_| self.fact.predicate.is_some())?.verb.as_ref()
    }

    fn is_event(&self) -> bool {
        self.fact.kind == FactKind::Event
    }

    /// The tokens of the subject.
    fn subject(&self) -> Option<std::ops::Range<usize>> {
        self.fact.subject.as_ref().map(|subject| self.context.analysis.tokens_of(subject.span))
    }

    fn verb_final(&self) -> bool {
        self.context.analysis.profile(self.fact.sentence as usize).verb_final
    }
}

fn counts_nothing(read: &Read<'_, '_, '_, '_>) -> bool {
    let figure = read.context.figure(read.fact);
    figure.is_some_and(|figure| {
        figure.of.is_none() && matches!(figure.kind, FigureKind::Count | FigureKind::OrdinalRank | FigureKind::Fraction)
    })
}

/// "(59)", "aged 40": neither a noun nor a clause says what the figure is about.
fn is_alone(read: &Read<'_, '_, '_, '_>) -> bool {
    let figure = read.context.figure(read.fact);
    figure.is_some_and(|figure| figure.of.is_none() && !counts_nothing(read))
        && read.fact.subject.is_none()
        && read.fact.predicate.is_none()
}

fn has_no_verb(read: &Read<'_, '_, '_, '_>) -> bool {
    read.fact.predicate.is_none() && read.clause.is_none_or(|clause| clause.verb.is_none())
}

fn shares_subject(read: &Read<'_, '_, '_, '_>) -> bool {
    // "plant, mit Banken zusammenzuarbeiten": who plans it does it.
    let planned = |clause: &Clause| read.is_event() && clause.kind == ClauseKind::Infinitive;
    let clause = read.clause.filter(|clause| !tells_of_noun(clause) && !planned(clause));
    clause.is_some_and(|clause| clause.shared || read.subject().is_some_and(|subject| !clause.holds(subject.start)))
}

/// A relative clause, or a participle right behind its noun.
fn tells_of_noun(clause: &Clause) -> bool {
    match clause.kind {
        ClauseKind::Relative => !clause.coordinate,
        ClauseKind::Participle => clause.subject.as_ref().is_some_and(|subject| subject.end == clause.extent().start),
        _ => false,
    }
}

fn has_antecedent(read: &Read<'_, '_, '_, '_>) -> bool {
    read.clause
        .filter(|clause| tells_of_noun(clause))
        .is_some_and(|clause| read.subject().is_some_and(|subject| !clause.holds(subject.start)))
}

fn is_pronoun(read: &Read<'_, '_, '_, '_>) -> bool {
    let one = read.subject().filter(|subject| subject.len() == 1);
    one.is_some_and(|subject| read.context.analysis.is(subject.start, Class::Pronoun))
}

fn is_bare(read: &Read<'_, '_, '_, '_>) -> bool {
    const OPENS: ClassSet = groups::BEFORE_NOUN.or(&[Class::Pronoun]);
    let analysis = read.context.analysis;
    read.fact.subject.as_ref().is_some_and(|subject| !read.context.is_named(subject))
        && read.subject().is_some_and(|subject| !analysis.is_any(subject.start, OPENS))
}

fn is_fronted(read: &Read<'_, '_, '_, '_>) -> bool {
    let (subject, object) = (read.fact.subject.as_ref(), read.fact.object.as_ref());
    let main = read.clause.is_some_and(|clause| clause.kind == ClauseKind::Main);
    main && subject.zip(object).is_some_and(|(subject, object)| object.span.start < subject.span.start)
}

/// "Die Gespräche führt die Union": where the order is free and no form tells, somebody does rather than something.
fn may_be_turned(read: &Read<'_, '_, '_, '_>) -> bool {
    let analysis = read.context.analysis;
    let somebody = |reference: Option<std::ops::Range<usize>>| {
        reference.is_some_and(|tokens| {
            let core = noun_phrase(analysis, tokens.start, tokens.end).unwrap_or(tokens.end);
            is_agent(analysis, core - 1) || tokens.clone().take(4).any(|at| analysis.is(at, Class::GivenName))
        })
    };
    let object = read.fact.object.as_ref().map(|object| analysis.tokens_of(object.span));
    let main = read.clause.is_some_and(|clause| clause.kind == ClauseKind::Main);
    main && read.verb_final()
        && object.is_some()
        && read.fact.subject.as_ref().is_some_and(|subject| !read.context.is_named(subject))
        && !is_governed(read)
        && somebody(object)
        && !somebody(read.subject())
}

/// A word for a person or a body.
fn is_agent(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const AGENTS: ClassSet = ClassSet::of(&[
        Class::Role,
        Class::GivenName,
        Class::Surname,
        Class::Person,
        Class::Organisation,
        Class::OrganisationHead,
        Class::Country,
        Class::Demonym,
    ]);
    analysis.is_any(at, AGENTS) || analysis.is_noun_of_any(at, &[NounKind::Person, NounKind::Group])
}

fn is_governed(read: &Read<'_, '_, '_, '_>) -> bool {
    let analysis = read.context.analysis;
    let object = read.fact.object.as_ref().filter(|_| read.is_event());
    object.is_some_and(|object| {
        let first = analysis.token_at(object.span.start);
        first > 0 && analysis.is(first - 1, Class::Adposition) && !analysis.is(first - 1, Class::Article)
    })
}

/// "lost by 5 points", "an image of two faces": the figure stands in a phrase that may belong to another.
fn is_loose(read: &Read<'_, '_, '_, '_>) -> bool {
    let figure = read.context.figure(read.fact);
    let figure = figure
        .filter(|figure| read.fact.predicate.is_some() && read.fact.change.is_none() && figure.kind != FigureKind::Age);
    figure.is_some_and(|figure| {
        let holds = |span: crate::answer::Span| span.overlaps(figure.span);
        let subject = || read.fact.subject.as_ref().is_some_and(|subject| holds(subject.span));
        let object = || read.fact.object.as_ref().is_some_and(|object| holds(object.span));
        read.fact.subject.is_some() && !subject() && !object()
    })
}

/// "the firm said data showing sales grew 5 percent": between the verb and what it is told of stands another one.
fn has_verb_between(read: &Read<'_, '_, '_, '_>) -> bool {
    /// How many tokens are looked at.
    const NEAR: usize = 24;
    const OTHER: ClassSet =
        ClassSet::of(&[Class::Noun, Class::Adjective, Class::Auxiliary, Class::Modal, Class::Adposition]);
    let analysis = read.context.analysis;
    let verb = read.verb();
    let figure = read.context.figure(read.fact);
    let told = figure.map(|figure| figure.span).or(read.fact.object.as_ref().map(|object| object.span));
    let Some((verb, told)) = verb.zip(told) else {
        return false;
    };
    let told = analysis.token_at(told.start);
    let last = verb.tokens.iter().copied().filter(|token| *token < told).max();
    last.is_some_and(|last| {
        (last + 1..told).take(NEAR).any(|at| {
            analysis.is(at, Class::Verb)
                && analysis.shape(at) == Shape::Lower
                && !analysis.is_any(at, OTHER)
                && !analysis.has_form(at, Class::Verb, Form::ATTRIBUTIVE)
                && !verb.tokens.contains(&at)
        })
    })
}

fn is_unknown_verb(read: &Read<'_, '_, '_, '_>) -> bool {
    let verb = read.verb();
    verb.is_some_and(|verb| verb.sense.is_none() && !read.context.analysis.is(verb.head, Class::Auxiliary))
}

/// A form that is a noun or a participle as well, with no auxiliary beside it: "back", "axed".
fn is_ambiguous(read: &Read<'_, '_, '_, '_>) -> bool {
    const NOUNS: ClassSet = ClassSet::of(&[Class::Noun, Class::Adjective, Class::Direction, Class::Adverb]);
    let analysis = read.context.analysis;
    let verb = read.verb();
    verb.filter(|verb| verb.tokens.len() == 1 && !read.verb_final()).is_some_and(|verb| {
        let noun = analysis.is_any(verb.head, NOUNS) && !analysis.is(verb.head, Class::Auxiliary);
        // "investors opposed to the sale", but not "police arrested a man".
        let participle = analysis.has_form(verb.head, Class::Verb, Form::PARTICIPLE)
            && (read.fact.object.is_none() || is_governed(read));
        noun || participle
    })
}

fn is_inner(read: &Read<'_, '_, '_, '_>) -> bool {
    let outer = |kind| matches!(kind, ClauseKind::Main | ClauseKind::Subordinate(Subordinator::That));
    read.fact.predicate.is_some() && read.clause.is_some_and(|clause| !outer(clause.kind))
}

fn is_in_pieces(read: &Read<'_, '_, '_, '_>) -> bool {
    read.fact.predicate.is_some() && read.clause.is_some_and(|clause| clause.pieces.len() > 1)
}

fn is_long(read: &Read<'_, '_, '_, '_>) -> bool {
    const LONG: u32 = 40;
    let sentence = read.context.analysis.sentences.get(read.fact.sentence as usize);
    sentence.is_some_and(|sentence| sentence.tokens.end - sentence.tokens.start > LONG)
}

/// Words without a mark at their end, as in headings and lists.
fn is_heading(read: &Read<'_, '_, '_, '_>) -> bool {
    const MARKS: &[TokenKind] = &[TokenKind::Terminal, TokenKind::Quote, TokenKind::Close];
    let analysis = read.context.analysis;
    let sentence = analysis.sentences.get(read.fact.sentence as usize);
    let last = sentence.and_then(|sentence| (sentence.tokens.end as usize).checked_sub(1));
    last.is_some_and(|last| !MARKS.contains(&analysis.kind(last)) && analysis.shape(last) != Shape::None)
}

fn goes_on(read: &Read<'_, '_, '_, '_>) -> bool {
    let statement = read.fact.source.as_ref().and_then(|source| read.context.statement(source.statement));
    let sentence = read.context.analysis.sentences.get(read.fact.sentence as usize);
    statement.zip(sentence).is_some_and(|(statement, sentence)| {
        let speaker = statement.speaker.as_ref().map(|speaker| speaker.span);
        speaker.is_some_and(|speaker| speaker.start < sentence.start || speaker.start >= sentence.end)
    })
}

/// "before a rival from Canada": a named place behind a preposition of direction may tell of another noun; but "fled | to Mexico".
fn is_on_way(read: &Read<'_, '_, '_, '_>) -> bool {
    let analysis = read.context.analysis;
    let beside = |place: &Reference<'_>| {
        let before = analysis.token_at(place.span.start).checked_sub(2);
        let verb = read.verb().filter(|_| !read.verb_final());
        verb.zip(before).is_some_and(|(verb, before)| verb.tokens.contains(&before))
    };
    read.fact.rules.contains(&&located::WAY) && read.fact.place.as_ref().is_some_and(|place| !beside(place))
}

fn is_told_elsewhere(read: &Read<'_, '_, '_, '_>) -> bool {
    let Some(clause) = read.clause else {
        return false;
    };
    let analysis = read.context.analysis;
    let place = read.fact.place.as_ref().map(|place| place.span);
    let time = read.fact.time.as_ref().and_then(|time| read.context.span_of(time.from));
    [place, time].into_iter().flatten().any(|span| !clause.holds(analysis.token_at(span.start)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_names_every_sign_with_its_factor() {
        let table = include_str!("../../docs/confidence.md");
        for Doubt { name, factor, .. } in DOUBTS {
            let row = table.lines().find(|line| line.starts_with(&format!("| {name} |")));
            assert!(row.is_some_and(|row| row.contains(&format!("| {factor} |"))), "{name} {factor}");
        }
    }
}
