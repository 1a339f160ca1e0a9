//! The place of a fact.
#![allow(
    clippy::indexing_slicing,
    reason = "partition points lie within the slice they were found in; a clause knows its sentence"
)]

use std::ops::Range;

use super::attribute::is_bracketed;
use super::choice::Choice;
use super::context::Context;
use super::located::{self, Located, Rank, is_site, names_place};
use super::memo::Memo;
use super::time;
use crate::answer::{EntityType, Figure, FigureKind, FigureUse, Reference, Span};
use crate::clause::{is_person, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, VerbKind};
use crate::lexicon::{Class, ClassSet};
use crate::reading::phrase::Preposition;
use crate::rule::rules;
use crate::text::{Shape, TokenKind};

rules! {
    reads: fn();

    /// The place that the counted noun belongs to, where the clause has no phrase of place.
    OF_NOUN = "fact.place.of-noun" {
        pattern: "figure + counted noun + \"of\" | article + site | named place",
        fires: [
            De "Man half den 3300 Bewohnern der [Stadt](place).",
            En "They helped the 30 passengers of the [train](place).",
        ],
        silent: [
            De "Man half den 30 Freunden der Kunst.",
            En "They helped the 30 friends of the king.",
        ],
    }

    /// The named place right before the brackets in which a figure stands.
    BRACKETED = "fact.place.bracketed" {
        pattern: "named place ( figure )",
        fires: [
            De "Die Quote war in Spanien (50 Prozent) und [Italien](place) ([48 Prozent](figure)) hoch.",
            En "The rate was high in Spain (50%) and [Italy](place) ([48%](figure)).",
        ],
        silent: [
            De "Italien (2:1) und Spanien siegten.",
            De "Die Läuferin aus Italien (12 Punkte) siegte.",
            En "Italy (2-1) and Spain won.",
        ],
    }

    /// A subordinate clause of time or an infinitive without a place of its own has that of the clause that frames it, unless
    /// that says something.
    MAIN_CLAUSE = "fact.place.main-clause" {
        pattern: "main clause with a place + \"when\" | \"while\" | infinitive clause",
        fires: [
            De "Es brannte in [Wien](place), als 37 Menschen schliefen.",
            En "A fire broke out in [Vienna](place) when 37 people were asleep.",
        ],
        silent: [
            De "Es brannte in Wien, weil 37 Menschen schliefen.",
            En "A fire broke out in Vienna because 37 people were asleep.",
        ],
    }

    /// A clause that leaves its finite verb out has the place of the clause whose verb it shares.
    SHARED = "fact.place.shared" {
        pattern: "clause with a place + clause that shares its verb",
        fires: [
            De "In [Wien](place) wurden neun Menschen getötet und [37](figure) verletzt.",
            En "In [Vienna](place) the firm sold 52 cars, its rival only [37](figure).",
        ],
        silent: [
            De "In Wien wurden neun Menschen getötet und in Graz 37 verletzt.",
            En "In Vienna the firm sold 52 cars and in Graz it sold 37.",
        ],
    }

    /// A place at the start of a sentence with a colon or dash behind it, where nothing in the clause tells another.
    DATELINE = "fact.place.dateline" {
        pattern: "[time,] named place + colon | dash, at the start of a sentence",
        fires: [
            De "[Nürnberg](place): 700 Autos wurden gestohlen.",
            De "2015, [Nürnberg](place): 700 Autos werden gestohlen.",
            En "[Vienna](place): 700 cars were stolen.",
        ],
        silent: [
            De "Nürnberg verkaufte 700 Autos.",
            En "Vienna sold 700 cars.",
        ],
    }

    /// The first place of a headline without a verb.
    HEADLINE = "fact.place.headline" {
        pattern: "clause without a verb, named place in its sentence",
        fires: [
            De "Fast 50 Infektionen: [Wien](place) im Lockdown",
            En "Nearly 50 infections: [Vienna](place) in lockdown",
        ],
        silent: [
            De "Fast 50 Infektionen meldet Wien.",
            De "Wien – Graz 2:1",
            En "Vienna reports nearly 50 infections.",
            En "Vienna – Graz 2-1",
        ],
    }
}

/// How far from the figure a place is looked for, in tokens.
const WINDOW: usize = 30;

/// The place of a figure's fact: in the clause the best-ranked prepositional phrase of place, of equals the nearest;
/// else the place of the dateline or headline.
pub(super) fn of<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    clause: usize,
    figure: &Figure<'_>,
    tokens: &Range<usize>,
) -> Choice<Reference<'t>> {
    // "75 million in aid to Afghanistan": where money goes is who gets it.
    let paid = |found: &Located| figure.kind == FigureKind::Money && found.rank == Rank::Way;
    if let Some(named) = before_brackets(context, figure, tokens) {
        return Choice::of(context.reference(named), &BRACKETED);
    }
    in_clause(context, memo, clause, tokens, |found| !paid(found) && !is_of_part(context, clause, tokens, found))
        .or_else(|| of_noun(context, figure))
        .or_else(|| framed(context, memo, clause, tokens))
        .or_else(|| headline(context, clause, figure))
}

/// "Spain (49%) and | Italy | (48%)": the named place right before the brackets of a figure.
fn before_brackets(context: &Context<'_, '_, '_>, figure: &Figure<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    const NONE: &[FigureKind] = &[FigureKind::Age, FigureKind::OrdinalRank, FigureKind::Score];
    let analysis = context.analysis;
    let bare = figure.kind == FigureKind::Count && figure.of.is_none() || figure.usage == FigureUse::Frequency;
    if bare || NONE.contains(&figure.kind) || !is_bracketed(analysis, tokens) {
        return None;
    }
    let end = tokens.start.checked_sub(1)?;
    let mentions = &context.answer.mentions;
    let last =
        mentions.partition_point(|mention| mention.span.start < analysis.span(end..end + 1).start).checked_sub(1)?;
    let name = mentions.get(last).filter(|mention| mention.kind == EntityType::Loc)?;
    // "Anna Weber aus Kanada (6554 Punkte)": hers.
    let hangs = |start: usize| {
        Preposition::before(analysis, start, 0)
            .is_some_and(|before| before.means(analysis, &[Adposition::From, Adposition::Of]))
    };
    Some(analysis.tokens_of(name.span)).filter(|name| name.end == end && !hangs(name.start))
}

/// "verloren 500 Menschen die Arbeit, davon | 300 in Bayern und 20 in Bern": the place of another amount behind a comma or dash.
fn is_of_part(context: &Context<'_, '_, '_>, clause: usize, figure: &Range<usize>, found: &Located) -> bool {
    const LEADS: ClassSet = ClassSet::of(&[Class::Adverb, Class::Approx]);
    let analysis = context.analysis;
    let place = found.phrase.start;
    let joins = |at: usize| analysis.is(at, Class::Coordinator);
    let mark = |at: &usize| matches!(analysis.kind(*at), TokenKind::Separator | TokenKind::Dash) || joins(*at);
    let figures = &context.answer.figures;
    let begins = |at: usize| {
        let start = (at..place).find(|at| !analysis.is_any(*at, LEADS)).unwrap_or(at);
        let part = figures.partition_point(|figure| figure.span.start < analysis.span(start..start + 1).start);
        figures.get(part).is_some_and(|figure| analysis.tokens_of(figure.span).start == start)
    };
    let mut marks = (figure.end..place).rev().filter(mark).take_while(|mark| begins(mark + 1));
    let Some(first) = marks.find(|mark| !joins(*mark)) else {
        return false;
    };
    let verb = context.clauses.get(clause).and_then(|clause| clause.verb.as_ref());
    !verb.is_some_and(|verb| verb.tokens.iter().any(|token| (first..place).contains(token)))
}

/// The place of the clause that frames one of time, or whose verb one shares: "Es brannte in Wien, als 37 Menschen
/// schliefen".
fn framed<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    clause: usize,
    tokens: &Range<usize>,
) -> Choice<Reference<'t>> {
    let frame = time::frame(context, clause);
    let place = frame.map_or(Choice::OPEN, |frame| in_clause(context, memo, frame, tokens, |_| true));
    let shared = context.clauses.get(clause).is_some_and(|clause| clause.shared);
    Choice::of(place.value, if shared { &SHARED } else { &MAIN_CLAUSE })
}

/// The best-ranked prepositional phrase of place in a clause, of equals the nearest; the place of an event.
pub(super) fn in_clause<'t>(
    context: &Context<'_, '_, 't>,
    memo: &mut Memo<'t>,
    clause: usize,
    figure: &Range<usize>,
    fits: impl Fn(&Located) -> bool,
) -> Choice<Reference<'t>> {
    let find = || context.clauses.get(clause).map(|clause| located::all(context, clause)).unwrap_or_default();
    let places = memo.places(clause, find);
    let first = places.partition_point(|place| place.phrase.start + WINDOW < figure.start);
    if first == places.len() {
        return Choice::OPEN;
    }
    let member = context.member(figure);
    let best = places[first..]
        .iter()
        .take_while(|Located { phrase, .. }| phrase.start < figure.end + WINDOW)
        .filter(|found| found.phrase.start >= figure.end || figure.start >= found.phrase.end)
        .filter(|found| fits(found) && !is_of_adjunct(context, clause, figure, found))
        .min_by_key(|place| {
            (place.rank, !member.contains(&place.phrase.start), place.phrase.start.abs_diff(figure.start))
        });
    best.map_or(Choice::OPEN, |best| Choice::of(place(context, best.phrase.clone()), best.rule))
}

/// "has broken records, with orders | in the US", "rose after attacks | in Riyadh", "after 12 years | in Kenya": the place of what is
/// told beside the clause, where the figure or verb asked for stands before that.
fn is_of_adjunct(context: &Context<'_, '_, '_>, clause: usize, figure: &Range<usize>, found: &Located) -> bool {
    /// How far before the place what is told beside may begin.
    const NEAR: usize = 10;
    use Adposition::{About, After, Against, Because, Before, Despite, On, With};
    let analysis = context.analysis;
    let Some(clause) = context.clauses.get(clause).filter(|_| found.phrase.start > figure.end + 2) else {
        return false;
    };
    let at = found.phrase.start - 1;
    let verb = clause.verb.as_ref().filter(|_| !analysis.profile(clause.sentence).verb_final);
    let Some(verb) = verb.filter(|verb| verb.end() <= at) else {
        return false;
    };
    let moves = || matches!(verb.kind(analysis), Some(VerbKind::Up | VerbKind::Down));
    let head = at - 1;
    let lasts = || analysis.is(head, Class::TimeUnit) && noun_phrase(analysis, head, at) == Some(at);
    let thing = || analysis.shape(head) == Shape::Lower && !analysis.is(head, Class::TimeUnit);
    let opens = |first: usize| {
        let told = if analysis.is_any_adposition(first, &[After, Before]) {
            moves() || lasts()
        } else {
            // "was on location | in Vienna"
            let topic = analysis.is_any_adposition(first, &[About, Against, Because, Despite]);
            topic && !analysis.is_adposition(first, On) && thing()
        };
        told && prepositional_phrase(analysis, first, at) == Some(at)
    };
    // "worked there, with friends | in Kenya"
    let comma = |with: usize| {
        analysis.is_adposition(with, With) && analysis.word(with - 1) == "," && !is_person(analysis, head)
    };
    let from = figure.end.max(verb.end()).max(at.saturating_sub(NEAR));
    (from..at).any(|first| comma(first) || opens(first))
}

/// A phrase as a place: without its article, and without "both".
fn place<'t>(context: &Context<'_, '_, 't>, phrase: Range<usize>) -> Option<Reference<'t>> {
    let articles = ClassSet::of(&[Class::Article, Class::Demonstrative]);
    let joins = |at: usize| context.analysis.is(at, Class::Coordinator);
    // "*both* Peru and Chile", but "both sides"
    let both = joins(phrase.start) && phrase.clone().skip(1).any(joins);
    let start = if (context.analysis.is_any(phrase.start, articles) || both) && phrase.len() > 1 {
        phrase.start + 1
    } else {
        phrase.start
    };
    context.reference(start..phrase.end)
}

/// "den 3300 Bewohnern der Gemeinde", "the passengers of the bus": the place that the counted noun belongs to.
fn of_noun<'t>(context: &Context<'_, '_, 't>, figure: &Figure<'_>) -> Choice<Reference<'t>> {
    let counted = figure.of.as_ref().filter(|_| figure.kind == FigureKind::Count);
    let phrase = counted.and_then(|of| behind_noun(context, of.span));
    let phrase = phrase.filter(|phrase| is_site(context, phrase) || names_place(context, phrase.clone()));
    Choice::of(phrase.and_then(|phrase| place(context, phrase)), &OF_NOUN)
}

/// The noun phrase that a noun belongs to.
fn behind_noun(context: &Context<'_, '_, '_>, noun: Span) -> Option<Range<usize>> {
    let analysis = context.analysis;
    let mut at = analysis.tokens_of(noun).end;
    let of = analysis.senses_of(at, Class::Adposition).find(|sense| sense.value == Adposition::Of as u32);
    match of {
        Some(of) => at += usize::from(of.length),
        None if !analysis.is(at, Class::Article) => return None,
        None => {}
    }
    Some(at..noun_phrase(analysis, at, at + 6)?)
}

/// "Nürnberg: 700 Fahrzeuge …", "Dortmund - …"; in a headline without a verb any place: "Fast 50 Infektionen: Kreis Hof
/// …".
fn headline<'t>(context: &Context<'_, '_, 't>, clause: usize, figure: &Figure<'_>) -> Choice<Reference<'t>> {
    /// How many tokens a headline has; a list of results has more.
    const LONGEST: usize = 24;
    let at = clause;
    let clause = context.clauses.get(clause);
    let first = clause.and_then(|clause| Some((clause, first_place(context, clause.sentence)?)));
    let Some((clause, place)) = first else {
        return Choice::OPEN;
    };
    let analysis = context.analysis;
    let mark = analysis.kind(place.end) == TokenKind::Dash || analysis.word(place.end) == ":";
    let tokens = &analysis.sentences[clause.sentence].tokens;
    let start = tokens.start as usize;
    // "2015, Australien: …"
    let dated = place.start <= start + 3
        && place.start > start
        && analysis.word(place.start - 1) == ","
        && context.is_time(analysis.span(start..place.start - 1));
    if (place.start <= start + 1 || dated) && mark {
        Choice::of(context.reference(place), &DATELINE)
    } else if clause.verb.is_none()
        && tokens.len() <= LONGEST
        && figure.kind != FigureKind::Score
        && stands_alone(context, at)
    {
        Choice::of(context.reference(place), &HEADLINE)
    } else {
        Choice::OPEN
    }
}

/// Whether neither of the clauses around has a verb, as in a headline.
fn stands_alone(context: &Context<'_, '_, '_>, at: usize) -> bool {
    let sentence = context.clauses.get(at).map(|clause| clause.sentence);
    let other = |at: Option<usize>| at.and_then(|at| context.clauses.get(at));
    [at.checked_sub(1), Some(at + 1)]
        .into_iter()
        .filter_map(other)
        .filter(|clause| Some(clause.sentence) == sentence)
        .all(|clause| clause.verb.is_none())
}

/// The first place among the first names of a sentence.
fn first_place(context: &Context<'_, '_, '_>, sentence: usize) -> Option<Range<usize>> {
    let sentence = context.analysis.sentences.get(sentence)?;
    let mentions = &context.answer.mentions;
    let from = mentions.partition_point(|mention| mention.span.end <= sentence.start);
    mentions[from..]
        .iter()
        .take(4)
        .take_while(|mention| mention.span.start < sentence.end)
        .find(|mention| mention.kind == EntityType::Loc)
        .map(|mention| context.analysis.tokens_of(mention.span))
}
