//! How a quantity moved: "stieg um 22 auf 3.288", "rose from 3 to 5 percent".
#![allow(clippy::indexing_slicing, reason = "the ends of a run of facts are counted in the slice")]

use std::ops::Range;

use smallvec::SmallVec;

use super::context::Context;
use crate::answer::{Change, Direction, Fact, FactKind, Figure, FigureId, FigureKind, FigureUse, Rule};
use crate::clause::prepositional_phrase;
use crate::lang::GlossWords;
use crate::lexicon::class::{Adposition, NounKind, Trend, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Sense};
use crate::reading::Analysis;
use crate::reading::phrase::{comparative, is_preposition};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// By how much a quantity moved.
    BY = "fact.change.by" {
        pattern: "verb of change … \"by\" | \"around\" + figure",
        fires: [
            De "Der Umsatz stieg um [22 Prozent](figure).",
            En "The share fell by [24 percent](figure).",
        ],
        silent: [
            De "Der Umsatz lag um 22 Prozent höher.",
            En "The share price went up when the firm was hit by 24 fines.",
        ],
    }

    /// By how much a quantity moved, said without a preposition.
    AMOUNT = "fact.change.amount" {
        pattern: "verb of change + figure",
        fires: [
            De "Der Umsatz stieg [22 Prozent](figure).",
            En "Turnover rose [22 percent](figure).",
        ],
        silent: [
            De "Der Umsatz stieg auf 22 Prozent.",
            De "Das Pferd sprang 8 Meter.",
            En "The horse jumped 30 feet.",
            En "Turnover rose to 22 percent.",
        ],
    }

    /// By how much a quantity moved, with an adverb for the way it went beside it.
    ADVERB = "fact.change.adverb" {
        pattern: "figure up | down | higher | lower, up | down figure",
        fires: [
            De "Die Aktie schloss [3,5 Prozent](figure) tiefer.",
            En "Sales were down [4.5 percent](figure).",
        ],
        silent: [
            De "Die Quote lag bei 3,5 Prozent.",
            En "Sales made up the other 4.5 percent.",
            En "The guards picked up [45](figure) coins.",
        ],
    }

    /// By how much one quantity is more or less than another.
    COMPARED = "fact.change.compared" {
        pattern: "figure more | fewer noun [than], figure noun more | fewer [than]",
        fires: [
            De "Die Firma verkaufte [300](figure) Autos weniger.",
            De "Die Firma zahlt [5 Prozent](figure) mehr Steuern.",
            De "In Bern gab es [300](figure) mehr Tote als im Vorjahr.",
            En "The firm sold [300](figure) fewer cars.",
            En "The firm pays [5 percent](figure) more tax.",
            En "The firm sold [300](figure) more cars than in May.",
        ],
        silent: [
            De "Die Firma hat keine 300 Autos mehr.",
            De "Die Firma verkaufte mehr als 300 Autos.",
            De "Die Firma zahlt 300 Euro mehr oder weniger.",
            En "The firm sold more than 300 cars.",
            En "The firm will hire 300 more people.",
            En "The firm sold no fewer than 300 cars.",
        ],
    }

    /// What a quantity moved to.
    TO = "fact.change.to" {
        pattern: "verb of change … \"to\" | \"on\" | \"until\" + figure",
        fires: [
            De "Der Anteil sank von 24 auf [21 Prozent](figure).",
            De "Der Anteil sank auf einen Tiefstand von [21 Prozent](figure).",
            En "The share fell from 24 to [21 percent](figure).",
            En "The share fell to a low of [21 percent](figure).",
        ],
        silent: [
            De "Der Anteil sank um 21 Prozent.",
            De "Der Anteil sank nach einem Anstieg von 21 Prozent.",
            En "The share fell after a rise of 21 percent.",
            En "The share fell by 21 percent.",
        ],
    }

    /// What a quantity moved from.
    FROM = "fact.change.from" {
        pattern: "verb of change … \"from\" | \"of\" + figure, verb of change … figure after figure of the same unit",
        fires: [
            De "Der Anteil sank von [24](figure) auf 21 Prozent.",
            De "Der Anteil sank auf 21 Prozent, nach [24 Prozent](figure) im Vorjahr.",
            En "The share fell from [24](figure) to 21 percent.",
            En "The share fell from a high of [24 percent](figure).",
        ],
        silent: [
            De "Der Anteil sank um 24 auf 21 Prozent.",
            De "Der Anteil sank auf einen Tiefstand von 21 Prozent.",
            En "The share fell by 24 percent.",
        ],
    }
}

/// What a figure is in its change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    From,
    To,
    By,
}

/// A change with the figures that have a part in it, each with the rule that tells its part.
type Parts = (Change, SmallVec<[(FigureId, &'static Rule); 3]>);

/// Gives the facts of a clause with a verb of change their common change, and each that compares two quantities its own.
pub(super) fn link(context: &Context<'_, '_, '_>, facts: &mut [Fact<'_>]) {
    let mut at = 0;
    while at < facts.len() {
        // Facts of figures stand in the order of the text, so those of one clause are neighbours.
        let end = at + facts[at..].iter().take_while(|fact| fact.span == facts[at].span).count();
        if let Some((change, parts)) = change(context, &facts[at..end]) {
            for fact in &mut facts[at..end] {
                if let Some((_, rule)) = parts.iter().find(|(id, _)| fact.figure == Some(*id)) {
                    fact.change = Some(change.clone());
                    fact.rules.push(rule);
                }
            }
        }
        for fact in facts[at..end].iter_mut().filter(|fact| fact.change.is_none() && !fact.negated) {
            // "hat 300 Autos mehr", not "hat nicht 300 Autos mehr"
            let compared = fact.figure.and_then(|id| Some((id, compares(context, id)?)));
            if let Some((id, direction)) = compared {
                fact.change = Some(Change { direction, by: Some(id), from: None, to: None });
                fact.rules.push(&COMPARED);
            }
        }
        at = end;
    }
}

fn change(context: &Context<'_, '_, '_>, facts: &[Fact<'_>]) -> Option<Parts> {
    let verb = facts.iter().find(|fact| fact.predicate.is_some()).and_then(|fact| direction(context, fact));
    let direction = verb.or_else(|| facts.iter().find_map(|fact| adverb(context, fact.figure?)))?;
    let mut change = Change { direction, by: None, from: None, to: None };
    let mut parts = SmallVec::new();
    // "fell to number three", "improved by winning 2-0": a place or score is no amount.
    const NO_AMOUNTS: &[FactKind] = &[FactKind::Figure(FigureKind::OrdinalRank), FactKind::Figure(FigureKind::Score)];
    let amount = |fact: &&Fact<'_>| !NO_AMOUNTS.contains(&fact.kind);
    for fact in facts.iter().filter(amount) {
        let Some((id, (part, rule))) = fact.figure.and_then(|id| Some((id, part(context, id, verb.is_some())?))) else {
            continue;
        };
        // "fielen 20 Zentimeter Schnee": what fell itself.
        let itself = fact.kind == FactKind::Figure(FigureKind::Measure) && fact.subject.is_none();
        // "The horse jumped 30 feet": how far somebody or something went.
        let leaps = || fact.kind == FactKind::Figure(FigureKind::Measure) && leaps(context, fact);
        if std::ptr::eq(rule, &AMOUNT) && (itself || leaps()) {
            continue;
        }
        let slot = match part {
            Part::By => &mut change.by,
            Part::From => &mut change.from,
            Part::To => &mut change.to,
        };
        if slot.is_none() {
            *slot = Some(id);
            parts.push((id, rule));
        }
    }
    if let (Some(to), None) = (change.to, change.from)
        && let Some(from) = facts.iter().filter_map(|fact| fact.figure).find(|from| was_before(context, *from, to))
    {
        change.from = Some(from);
        parts.push((from, &FROM));
    }
    (!parts.is_empty()).then_some((change, parts))
}

/// "jumped": whether the verb of a fact tells of a leap, which prices take as well.
fn leaps(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> bool {
    const LEAPS: &[&str] = &["jump"];
    let verb = context.clause_of_fact(fact).and_then(|clause| clause.verb.as_ref());
    verb.is_some_and(|verb| verb.means(context.analysis, LEAPS))
}

/// Whether a figure stands behind "after" and is of the same kind as the one that a quantity moved to.
fn was_before(context: &Context<'_, '_, '_>, figure: FigureId, to: FigureId) -> bool {
    let read = |id: FigureId| context.answer.figure(id);
    let (Some(from), Some(to)) = (read(figure), read(to)) else {
        return false;
    };
    let first = context.analysis.token_at(from.span.start);
    let after = first.checked_sub(1).is_some_and(|token| context.analysis.is_adposition(token, Adposition::After));
    after
        && from.kind != FigureKind::Duration
        && from.span.start > to.span.start
        && (from.kind, &from.unit) == (to.kind, &to.unit)
}

fn direction_of(trend: Sense) -> Option<Direction> {
    Some(match Trend::from_value(trend.value)? {
        Trend::Up => Direction::Up,
        Trend::Down => Direction::Down,
    })
}

/// The way that an adverb beside a figure says a quantity went: "up 5 percent", "3,5 Prozent tiefer".
fn adverb(context: &Context<'_, '_, '_>, figure: FigureId) -> Option<Direction> {
    /// "closed up 23 points": what an index moves by.
    const POINTS: &[&str] = &["point"];
    let analysis = context.analysis;
    let figure = context.answer.figure(figure)?;
    let tokens = analysis.tokens_of(figure.span);
    if !matches!(figure.kind, FigureKind::Money | FigureKind::Percent | FigureKind::Count | FigureKind::Measure) {
        return None;
    }
    let sense = [tokens.start.checked_sub(1)?, tokens.end].into_iter().find_map(|token| {
        // "made up 5 percent", "picked up 20 coins": the verb's own.
        let things = |at: usize| analysis.is_noun_of_any(at, &[NounKind::Thing, NounKind::Person, NounKind::Group]);
        let counted = figure.of.as_ref().map(|of| analysis.tokens_of(of.span).end - 1);
        let points = counted.is_some_and(|at| analysis.is_concept(at, POINTS));
        let counts = figure.kind == FigureKind::Count && counted.is_some_and(things) && !points;
        let verb = |at: usize| {
            let unknown = analysis.is_unknown_word(at);
            analysis.is(at, Class::Verb)
                || unknown && (analysis.profile(analysis.sentence_of(at)).past_form)(analysis.word(at))
        };
        let own = token < tokens.start
            && token.checked_sub(1).is_some_and(|before| phrasal(context, before) || counts && verb(before));
        analysis.senses_of(token, Class::Trend).next().filter(|_| !own)
    })?;
    direction_of(*sense)
}

/// The way that one quantity differs from another by a figure: "5 percent more tax", "300 Autos weniger".
pub(super) fn compares(context: &Context<'_, '_, '_>, figure: FigureId) -> Option<Direction> {
    const NEITHER: ClassSet = ClassSet::of(&[Class::Coordinator, Class::Negation]);
    let analysis = context.analysis;
    let figure = context.answer.figure(figure)?;
    if matches!(figure.kind, FigureKind::Age | FigureKind::Score | FigureKind::OrdinalRank) {
        return None;
    }
    let tokens = analysis.tokens_of(figure.span);
    let noun = figure.of.as_ref().map(|of| analysis.tokens_of(of.span).end).filter(|end| *end > tokens.end);
    let counts = figure.kind == FigureKind::Count;
    let sense = [Some(tokens.end), noun].into_iter().flatten().find_map(|at| comparative(analysis, at, counts))?;
    // "keine 300 Autos mehr", "no fewer than 300"
    let denied = tokens.start.checked_sub(1).is_some_and(|before| analysis.is_any(before, NEITHER));
    direction_of(sense).filter(|_| !denied)
}

/// Whether a verb of more than one word stands at a token.
fn phrasal(context: &Context<'_, '_, '_>, token: usize) -> bool {
    context.analysis.senses_of(token, Class::Verb).any(|sense| sense.length > 1)
}

fn direction(context: &Context<'_, '_, '_>, fact: &Fact<'_>) -> Option<Direction> {
    let clause = context.clause_of_fact(fact)?;
    of_verb(context.verb_kind(clause.verb.as_ref()?)?)
}

/// Where a verb says that a quantity moves.
pub(super) fn of_verb(kind: VerbKind) -> Option<Direction> {
    match kind {
        VerbKind::Up | VerbKind::Double | VerbKind::Triple => Some(Direction::Up),
        VerbKind::Down | VerbKind::Halve => Some(Direction::Down),
        _ => None,
    }
}

/// The words that show a figure's part in its change: "up", "down to".
pub(super) fn words(fact: &Fact<'_>, words: &GlossWords) -> Option<&'static str> {
    let change = fact.change.as_ref()?;
    let up = change.direction == Direction::Up;
    Some(match fact.figure? {
        id if change.by == Some(id) => {
            if up {
                words.up_by
            } else {
                words.down_by
            }
        }
        id if change.to == Some(id) => {
            if up {
                words.up_to
            } else {
                words.down_to
            }
        }
        id if change.from == Some(id) => {
            if up {
                words.up_from
            } else {
                words.down_from
            }
        }
        _ => return None,
    })
}

/// What stands before an amount and is a preposition too: "about", "a".
const NO_LINK: ClassSet = ClassSet::of(&[Class::Approx, Class::Article, Class::Verb]);

/// What the preposition before a figure says; one right behind a verb of change without a preposition is the amount.
fn part(context: &Context<'_, '_, '_>, figure: FigureId, changes: bool) -> Option<(Part, &'static Rule)> {
    let analysis = context.analysis;
    if adverb(context, figure).is_some() {
        return Some((Part::By, &ADVERB));
    }
    let figure = context.answer.figure(figure)?;
    let (first, kind) = (analysis.token_at(figure.span.start), figure.kind);
    // "raised rates | five times": how often.
    if figure.usage == FigureUse::Frequency {
        return None;
    }
    // "mit einer Rate von 2,4 Prozent"
    if changes && is_rate(context, figure) {
        return Some((Part::By, &AMOUNT));
    }
    if let Some(phrase) = phrase_of_noun(context, figure).filter(|_| !goes_on(context, figure)) {
        return through(analysis, phrase);
    }
    for back in 1..=3.min(first) {
        let token = first - back;
        // "bis 2030 | 300 Stellen": the preposition is of a time.
        let dated = analysis.is_any(first - 1, groups::CALENDAR) || analysis.kind(first - 1) == TokenKind::Number;
        if back > 1 && dated && context.is_time(analysis.span(first - 1..first)) {
            return None;
        }
        // "the yield on the 10-year note fell": inside another noun phrase.
        let article = analysis.is(token, Class::Article) && !analysis.is(token, Class::Adposition);
        if article && kind == FigureKind::Duration {
            return None;
        }
        // "von" is also "by", which is the rarest of its meanings beside a verb of change.
        let part = analysis.senses_of(token, Class::Adposition).filter_map(|sense| meaning(sense.value)).min();
        match part {
            Some(Part::From) => return Some((Part::From, &FROM)),
            Some(Part::To) => return Some((Part::To, &TO)),
            Some(Part::By) => return Some((Part::By, &BY)),
            // "improved in | 776 cases"
            None if analysis.is(token, Class::Adposition) && !analysis.is_any(token, NO_LINK) => return None,
            // "from a revised 53.3"
            None if token > 0 && analysis.is_any(token - 1, groups::DETERMINER) => {}
            None if analysis.is(token, Class::Verb) => {
                return (changes && !collects(context, token, kind)).then_some((Part::By, &AMOUNT));
            }
            None => {}
        }
    }
    None
}

/// "auf | einen Höchststand | von 7 Prozent", "nach | einem Rückgang | von 5 Prozent": the preposition before the noun that a figure
/// is joined to, with its phrase.
fn phrase_of_noun(context: &Context<'_, '_, '_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    /// How far before the figure it may stand.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let of = analysis.token_at(figure.span.start).checked_sub(1)?;
    let noun = of.checked_sub(1).filter(|_| analysis.is_adposition(of, Adposition::Of))?;
    let span = analysis.span(noun..of);
    let figures = &context.answer.figures;
    let counted = figures.get(figures.partition_point(|figure| figure.span.end <= span.start));
    let own = counted.is_some_and(|figure| figure.span.overlaps(span));
    let named = analysis.is_any(noun, groups::NAMED.with(groups::TIME)) || context.is_time(span);
    let found = |at: &usize| {
        is_preposition(analysis, *at) && prepositional_phrase(analysis, *at, of).is_some_and(|end| end == of)
    };
    (of.saturating_sub(NEAR)..noun).rev().find(found).filter(|_| !own && !named).map(|at| at..of)
}

/// "stieg auf der Insel von | 5 | auf 7 Prozent": whether a figure of the same kind follows that a quantity moved to.
fn goes_on(context: &Context<'_, '_, '_>, figure: &Figure<'_>) -> bool {
    /// How far behind it that may begin.
    const NEAR: usize = 8;
    let analysis = context.analysis;
    let before = analysis.token_at(figure.span.start).checked_sub(1);
    let from = before.is_some_and(|at| analysis.is_adposition(at, Adposition::From));
    let figures = &context.answer.figures;
    let next = figures.get(figures.partition_point(|other| other.span.start < figure.span.end));
    next.filter(|next| from && next.kind == figure.kind).is_some_and(|next| {
        let start = analysis.token_at(next.span.start);
        let near = start <= analysis.tokens_of(figure.span).end + NEAR;
        let to =
            |at: usize| analysis.senses_of(at, Class::Adposition).any(|sense| meaning(sense.value) == Some(Part::To));
        near && start > 0 && to(start - 1)
    })
}

/// What the preposition of a phrase says of the figure that is joined to its noun: "auf einen Höchststand von 7 Prozent"; nothing where
/// it is none of change ("nach einem Rückgang von 5 Prozent", "auf einer Länge von 6 Kilometern", "durch das Rauchen von 4 Zigaretten").
fn through(analysis: &Analysis<'_, '_>, phrase: Range<usize>) -> Option<(Part, &'static Rule)> {
    let at = phrase.start;
    let profile = analysis.profile(analysis.sentence_of(at));
    let aside = analysis.is_any_adposition(at, &[Adposition::After, Adposition::Through]);
    let located = |determiner: usize| {
        analysis.is_any(determiner, groups::DETERMINER) && !(profile.accusative)(analysis.word(determiner))
    };
    let there = || profile.genitive_case && analysis.is_adposition(at, Adposition::On) && located(at + 1);
    if aside || there() {
        return None;
    }
    Some(match analysis.senses_of(at, Class::Adposition).filter_map(|sense| meaning(sense.value)).min()? {
        Part::From => (Part::From, &FROM),
        Part::To => (Part::To, &TO),
        Part::By => (Part::By, &BY),
    })
}

/// "raised | $2 million", "picked up | five awards": what somebody gets, not by how much something moves.
fn collects(context: &Context<'_, '_, '_>, verb: usize, kind: FigureKind) -> bool {
    const COLLECTS: &[&str] = &["accumulate", "pick-up", "raise"];
    matches!(kind, FigureKind::Count | FigureKind::Money)
        && context.analysis.senses_of(verb, Class::Verb).any(|sense| context.analysis.means(*sense, COLLECTS))
}

/// "at an annual rate | of 2.4 %", "mit einer Jahresrate | von 2,4 Prozent": the measure behind a preposition by which
/// something moves.
pub(super) fn is_rate(context: &Context<'_, '_, '_>, figure: &Figure<'_>) -> bool {
    /// How many words may stand between preposition and noun.
    const BETWEEN: usize = 3;
    let analysis = context.analysis;
    // "bei einer Quote von 10 Prozent sinken die Löhne": while it is so high.
    let while_so = analysis.profile(analysis.sentence_of(analysis.token_at(figure.span.start))).verb_final;
    let with: &[Adposition] = if while_so { &[Adposition::With] } else { &[Adposition::At, Adposition::With] };
    figure.of.as_ref().map(|of| analysis.tokens_of(of.span)).is_some_and(|noun| {
        analysis.is_adposition(noun.end, Adposition::Of)
            && analysis.token_at(figure.span.start) <= noun.end + 2
            && analysis.is_noun_of(noun.end - 1, NounKind::Measure)
            && (noun.start.saturating_sub(BETWEEN)..noun.start).any(|at| analysis.is_any_adposition(at, with))
    })
}

/// What a preposition says of the figure behind it.
fn meaning(adposition: u32) -> Option<Part> {
    match Adposition::from_value(adposition)? {
        Adposition::From => Some(Part::From),
        Adposition::To | Adposition::On | Adposition::Until => Some(Part::To),
        Adposition::By | Adposition::Around => Some(Part::By),
        _ => None,
    }
}
