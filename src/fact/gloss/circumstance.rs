//! Figures behind a preposition, in a gloss: "Europol: gave ships *to 37 firms*".

use std::ops::Range;

use super::super::{object, passive, role};
use super::{EXISTS, Writer};
use crate::answer::{Counted, Fact, Figure, FigureKind, FigureUse, Span};
use crate::clause::{Clause, ClauseKind, can_speak, noun_phrase, prepositional_phrase};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, VerbKind};
use crate::reading::phrase::Preposition;
use crate::text::Shape;

impl<'c> Writer<'c, '_, '_> {
    /// A figure behind a preposition, with the clause that says what it has to do with it. Whether a negation that the fact has is
    /// among the words; nothing where it is no such figure.
    pub(super) fn circumstance(&mut self, fact: &Fact<'c>, figure: &'c Figure<'c>) -> Option<bool> {
        let phrase = self.before_amount(fact, figure).filter(|_| figure.of.is_some())?;
        let whole = self.in_clause(fact, figure);
        Some(whole.unwrap_or_else(|| {
            let denied = self.clause(fact, fact.object.as_ref(), Some(phrase));
            self.quantity(fact, figure);
            denied
        }))
    }

    /// "lent | *the firm* | $5m": who gets an amount of money, between the verb and that.
    pub(super) fn receiver(&self, fact: &Fact<'_>, figure: &Figure<'_>) -> Option<Span> {
        let analysis = self.context.analysis;
        let object = fact.object.as_ref().filter(|object| object.span.overlaps(figure.span))?;
        let clause = self.context.clause_of_fact(fact).filter(|_| figure.kind == FigureKind::Money)?;
        let verb = clause.verb.as_ref().filter(|_| !analysis.profile(clause.sentence).verb_final)?;
        let receiver = verb.end()..analysis.tokens_of(object.span).start;
        let whole = noun_phrase(analysis, receiver.start, receiver.end) == Some(receiver.end);
        (!receiver.is_empty() && whole && can_speak(analysis, &receiver)).then(|| analysis.span(receiver))
    }

    /// What stands before the amount of a figure behind a preposition: "sold the ship | *for* 37 million", "opened shops | *in
    /// towns with* 3,000 people".
    pub(super) fn before_amount(&self, fact: &Fact<'_>, figure: &Figure<'_>) -> Option<Span> {
        let analysis = self.context.analysis;
        let other = matches!(figure.kind, FigureKind::Age | FigureKind::Score)
            || figure.usage != FigureUse::Amount
            || fact.change.is_some()
            || fact.subject.as_ref().is_none_or(|subject| subject.span.overlaps(figure.span));
        let predicate = fact.predicate.as_ref().filter(|_| !other)?;
        let object = fact.object.as_ref().map(|object| object.span);
        // "the deficit stands at 37 million": what is measured is told already.
        let measured = |of: &Counted<'_>| {
            let told = [fact.subject.as_ref().map(|subject| subject.span), object];
            told.into_iter().flatten().any(|span| span.overlaps(of.span))
        };
        if figure.of.as_ref().is_some_and(measured) {
            return None;
        }
        let only_is = predicate.concept.as_deref().is_some_and(|concept| EXISTS.contains(&concept));
        if object.is_some_and(|object| object.overlaps(figure.span)) || object.is_none() && only_is {
            return None;
        }
        let clause = self.context.clause_of_fact(fact)?;
        // "ohne | 300 Euro zu zahlen": that opens the clause.
        if analysis.is(clause.extent().start, Class::Subordinator) && clause.kind == ClauseKind::Infinitive {
            return None;
        }
        let verb = clause.verb.as_ref().filter(|verb| !verb.says(analysis))?;
        let amount = analysis.tokens_of(figure.span);
        // "for 37 million euros ($40m)"; what "assets of 37 million euros" measures is not told again.
        let first = object::converted(self.context, &amount);
        if first.is_some() && figure.of.is_some() {
            return None;
        }
        let first = first.unwrap_or_else(|| object::phrase(self.context, clause, figure, &amount).start);
        // "fell to | number three"
        let label = figure.of.as_ref().map(|of| analysis.tokens_of(of.span)).filter(|of| of.end == amount.start);
        let first = label.filter(|_| figure.kind == FigureKind::OrdinalRank).map_or(first, |label| label.start);
        let last = object::governing(analysis, clause, first)?;
        let preposition = Preposition::before(analysis, last + 1, clause.piece_of(first)?.start)?;
        let own = (preposition.start..=last).any(|at| verb.tokens.contains(&at));
        // "from 20 | to 37 euros"
        let start = analysis.span(preposition.start..last + 1).start;
        let figures = &self.context.answer.figures;
        let before = figures.partition_point(|other| other.span.end <= start).checked_sub(1);
        let range = before
            .and_then(|at| figures.get(at))
            .is_some_and(|other| analysis.tokens_of(other.span).end == preposition.start);
        // "In 37 towns the firm opened shops": a capital has no place inside.
        let start =
            if preposition.start > verb.finite { preposition.start } else { self.fronted(clause, preposition.start) };
        let capital = start == preposition.start && analysis.shape(start) != Shape::Lower;
        // "remained unbeaten in 37 games": what an adjective says is no object of a figure.
        let links = role::is_copula(analysis, verb) || verb.kind(analysis) == Some(VerbKind::Steady);
        if own || range || capital || links && object.is_none() {
            return None;
        }
        let governed = passive::governed(self.context, clause).filter(|governed| governed.start < first);
        // "gründete | mit Freunden aus 37 Ländern | eine Partei": what stands behind is told before all the same.
        let free = analysis.profile(clause.sentence).verb_final;
        let before = |end: &usize| !free || *end <= preposition.start;
        let verb_end = verb.tokens.iter().map(|token| token + 1).filter(before).max().unwrap_or(0);
        let said = object.map(|object| analysis.tokens_of(object).end).filter(before).unwrap_or(0).max(verb_end);
        let said = governed.map_or(said, |governed| governed.end.min(preposition.start).max(said));
        let start =
            if preposition.start > verb.finite { self.hung_on(fact, clause, said, preposition.start)? } else { start };
        // "the sending of 37 letters": it hangs on what stands right before it.
        let of = analysis.is_adposition(last, Adposition::Of) && !analysis.profile(clause.sentence).verb_final;
        if of && start == preposition.start && start != said {
            return None;
        }
        Some(analysis.span(start..preposition.end()))
    }

    /// "*In Orten mit* 37 Leuten stieg die Zahl": where the phrase before the verb begins on which another one hangs.
    fn fronted(&self, clause: &Clause, preposition: usize) -> usize {
        let analysis = self.context.analysis;
        let first = clause.piece_of(preposition).map_or(preposition, |piece| piece.start);
        let whole = prepositional_phrase(analysis, first, preposition) == Some(preposition);
        if whole && analysis.profile(clause.sentence).verb_final { first } else { preposition }
    }

    /// Where the phrases begin on which the one that a preposition opens may hang, behind what the gloss says; nothing where it hangs
    /// on a noun that is not read.
    fn hung_on(&self, fact: &Fact<'_>, clause: &Clause, said: usize, preposition: usize) -> Option<usize> {
        /// How long one of them may be, and how many there may be.
        const LONGEST: usize = 6;
        const MOST: usize = 2;
        let analysis = self.context.analysis;
        let apart = |tokens: Range<usize>| {
            let span = analysis.span(tokens);
            self.context.is_time(span) || self.place_apart(fact).is_some_and(|place| span.overlaps(place.span))
        };
        let mut start = preposition;
        for _ in 0..MOST {
            let near = said.max(start.saturating_sub(LONGEST))..start;
            let phrase = near
                .into_iter()
                .find(|at| clause.holds(*at) && prepositional_phrase(analysis, *at, start) == Some(start));
            let Some(phrase) = phrase.filter(|at| !apart(at + 1..start)) else {
                break;
            };
            start = phrase;
        }
        let capital_nouns = analysis.profile(clause.sentence).capital_nouns;
        let noun = |at: usize| {
            let capital = capital_nouns && analysis.shape(at) != Shape::Lower;
            (capital || analysis.is(at, Class::Noun)) && !apart(at..at + 1)
        };
        let noun = start > said && noun(start - 1);
        (!noun).then_some(start)
    }
}
