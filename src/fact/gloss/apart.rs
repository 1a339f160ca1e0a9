//! What a gloss tells apart from the words of its clause: the figure, the time, the place and the source.

use std::ops::Range;

use smallvec::SmallVec;

use super::Writer;
use crate::answer::{Fact, Reference, Span};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::phrase::Preposition;
use crate::text::{Shape, TokenKind};

impl Writer<'_, '_, '_> {
    /// Where it is so, as far as it is told apart from the clause: a name that hangs on no noun ("opened *in Leeds*"). The others belong to the
    /// words around them, where these are told: "in the church", "the mood in the North".
    pub(super) fn place_apart<'f, 't>(&self, fact: &'f Fact<'t>) -> Option<&'f Reference<'t>> {
        let analysis = self.context.analysis;
        let hangs = |place: &Reference<'_>| {
            let start = analysis.token_at(place.span.start);
            let before = Preposition::before(analysis, start, 0).map_or(start, |found| found.start).checked_sub(1);
            before.is_some_and(|noun| {
                let name = analysis.kind(noun) == TokenKind::Word && analysis.shape(noun) != Shape::Lower;
                !analysis.begins_sentence(noun) && (name || analysis.is_any(noun, groups::NOUN))
            })
        };
        let short = self.apart.is_some();
        fact.place.as_ref().filter(|place| place.entity.is_some() && (short || !hangs(place)))
    }

    /// The source, time, place and figure of a fact with its noun, the times and places with the preposition before it.
    pub(super) fn told_apart(&self, fact: &Fact<'_>) -> impl Iterator<Item = Range<usize>> {
        /// How long what says who said it may be.
        const MOST: usize = 16;
        const LEADS: ClassSet = ClassSet::of(&[Class::Adposition, Class::Article, Class::Quantifier]);
        let analysis = self.context.analysis;
        let time = fact.time.as_ref().filter(|time| time.begin.is_some() || time.end.is_some());
        let time = time.and_then(|time| self.context.span_of(time.from));
        let led = |span: Span| {
            let mut tokens = analysis.tokens_of(span);
            // "Columbus, Ohio"
            let name = |at: usize| analysis.kind(at) == TokenKind::Word && analysis.shape(at) != Shape::Lower;
            if analysis.kind(tokens.end) == TokenKind::Separator && name(tokens.end + 1) && !name(tokens.end + 2) {
                tokens.end += 2;
            }
            // "of Wednesday's match"
            if analysis.is_possessive(tokens.end, tokens.start) {
                return tokens.end..tokens.end;
            }
            // "as the winner of 2010 *and 2011*"
            let joins = |at: usize| analysis.is(at, Class::Coordinator);
            let goes_on = joins(tokens.end) && self.context.is_time(analysis.span(tokens.end + 1..tokens.end + 2));
            if goes_on || tokens.start.checked_sub(1).is_some_and(joins) {
                return tokens.end..tokens.end;
            }
            // "on *2003* figures"
            let medial = !analysis.profile(analysis.sentence_of(tokens.start)).verb_final;
            if medial && analysis.is(tokens.end, Class::Noun) && analysis.shape(tokens.end) == Shape::Lower {
                return tokens.end..tokens.end;
            }
            let leads = (tokens.start.saturating_sub(2)..tokens.start).rev();
            let before = leads.take_while(|at| analysis.is_any(*at, LEADS)).count();
            tokens.start - before..tokens.end
        };
        let places = [time, self.place_apart(fact).map(|place| place.span)];
        let places: SmallVec<[Range<usize>; 2]> = places.into_iter().flatten().map(led).collect();
        // "37 *people* left": what is counted is told in front.
        let figure = self.apart;
        let of = figure.and_then(|figure| figure.of.as_ref()).map(|of| of.span);
        let counted = figure.map(|figure| figure.span).into_iter().chain(of).map(|span| analysis.tokens_of(span));
        // "nach Angaben der Behörden"
        let statement = fact.source.as_ref().and_then(|source| self.context.statement(source.statement));
        let source = statement.and_then(|statement| {
            let cue = statement.cue.iter().flat_map(|cue| cue.spans.iter().copied());
            let spans: SmallVec<[Span; 4]> =
                cue.chain(statement.speaker.as_ref().map(|speaker| speaker.span)).collect();
            let start = spans.iter().map(|span| span.start).min()?;
            let end = spans.iter().map(|span| span.end).max()?;
            let tokens = analysis.tokens_of(Span { start, end });
            (tokens.len() <= MOST).then_some(tokens)
        });
        source.into_iter().chain(places).chain(counted)
    }
}
