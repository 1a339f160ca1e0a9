//! What goes with a verb besides its object, in a gloss, where the verb stands second or last: "versorgte die Gäste *mit Obst*".

use super::Writer;
use super::event::ends_phrase;
use crate::answer::{Fact, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, is_thing, noun_phrase, prepositional_phrase};
use crate::lexicon::Class;
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::reading::phrase::{genitive, is_bare_possessor};
use crate::text::{Shape, TokenKind};

impl Writer<'_, '_, '_> {
    /// An object with the phrases right behind it that prepositions open, where it may stand anywhere: "versorgte die Gäste *mit
    /// Obst*", "wertete Daten *zur Zahl der Gäste* aus".
    pub(super) fn with_phrases(&self, fact: &Fact<'_>, clause: &Clause, object: Span) -> Span {
        /// How many tokens they may have.
        const LONGEST: usize = 12;
        let analysis = self.context.analysis;
        let first = analysis.tokens_of(object).end;
        let free = analysis.profile(clause.sentence).verb_final;
        let Some((piece, verb)) = clause.piece_of(first).zip(clause.verb.as_ref()).filter(|_| free) else {
            return object;
        };
        let end = self.told_phrases(fact, clause, verb, first, piece.end.min(first + LONGEST));
        let start = self.phrase_before(fact, clause, verb, analysis.tokens_of(object).start);
        Span {
            start: start.map_or(object.start, |start| analysis.span(start..first).start),
            end: analysis.span(end - 1..end).end,
        }
    }

    /// "spendete 37 Euro | *für eine Schule*": what hangs on a verb right behind an amount and its noun, or where its own phrase ends.
    pub(super) fn behind(&self, fact: &Fact<'_>, clause: &Clause, at: usize) -> Option<Span> {
        /// How many tokens it may have.
        const LONGEST: usize = 8;
        let analysis = self.context.analysis;
        let end = if analysis.profile(clause.sentence).verb_final {
            let piece = clause.piece_of(at)?;
            self.told_phrases(fact, clause, clause.verb.as_ref()?, at, piece.end.min(at + LONGEST))
        } else {
            self.adjunct(fact, clause, at)?
        };
        (end > at).then(|| analysis.span(at..end))
    }

    /// The end of the phrases that prepositions open from a token on, each told by nothing else of the gloss.
    fn told_phrases(&self, fact: &Fact<'_>, clause: &Clause, verb: &VerbGroup, first: usize, limit: usize) -> usize {
        use Adposition::{
            About, Against, At, Between, For, From, In, Into, Of, On, Over, To, Towards, Under, With, Without,
        };
        const TELLS: &[Adposition] =
            &[About, Against, At, Between, For, From, In, Into, Of, On, Over, To, Towards, Under, With, Without];
        /// How many phrases there may be.
        const MOST: usize = 3;
        let analysis = self.context.analysis;
        let last = clause.piece_of(first).map_or(limit, |piece| piece.end);
        let mut end = first;
        for _ in 0..MOST {
            let phrase = prepositional_phrase(analysis, end, limit)
                .filter(|_| analysis.is_any_adposition(end, TELLS) && !verb.tokens.contains(&(end + 1)));
            let bare = |next: usize| noun_phrase(analysis, next, limit).filter(|_| is_bare_possessor(analysis, next));
            let whole = |next: usize| genitive(analysis, next, limit).or_else(|| bare(next)).unwrap_or(next);
            let Some(next) = phrase.map(whole) else {
                break;
            };
            // "mit Obst | und Wasser"
            let joined =
                analysis.is_coordinator(next, Coordinator::And).then(|| noun_phrase(analysis, next + 1, limit));
            let next = joined.flatten().unwrap_or(next);
            let span = analysis.span(end..next);
            // "nach der Wahl Webers | als Kanzler": it goes on.
            let goes_on = analysis.is_adposition(next, Adposition::As) || self.begins_attribute(next);
            let whole = verb.tokens.contains(&next) || next == last || ends_phrase(analysis, next) && !goes_on;
            let noun = analysis.behind(end, Class::Adposition)..next;
            let place = self.place_apart(fact).is_some_and(|place| span.overlaps(place.span));
            let time = [next - 1..next, noun.clone()].into_iter().any(|time| self.context.is_time(analysis.span(time)));
            // "war der Einsatz | *von Bussen* geplant"
            let subject = fact.subject.as_ref().is_some_and(|subject| span.overlaps(subject.span));
            let speaker = self.context.statement_of_speaker(analysis.span(noun.clone()));
            let of_verb = verb.tokens.iter().any(|token| (end..next).contains(token));
            let told = self.told.iter().any(|told| told.overlaps(span));
            if !whole || place || time || subject || speaker || told || of_verb || !is_thing(analysis, noun) {
                break;
            }
            end = next;
        }
        end
    }

    /// "für den Kauf | *alter* Autos": a declined word right before a noun.
    fn begins_attribute(&self, at: usize) -> bool {
        let analysis = self.context.analysis;
        let profile = analysis.profile(analysis.sentence_of(at));
        analysis.shape(at) == Shape::Lower
            && analysis.kind(at) == TokenKind::Word
            && (profile.adjective_like)(analysis.word(at))
            && !analysis.is_any(at, groups::LINK.with(groups::OPENER))
            && analysis.kind(at + 1) == TokenKind::Word
            && analysis.shape(at + 1) != Shape::Lower
    }

    /// "soll | *in Absprache mit der Stadt* | wirken": the phrases that prepositions open right before the last part of a verb, or at the
    /// end of its stretch, where that is the place of what goes with it and there is no object.
    pub(super) fn closing(&self, fact: &Fact<'_>, clause: &Clause) -> Option<Span> {
        /// How many tokens they may have.
        const LONGEST: usize = 10;
        let analysis = self.context.analysis;
        let verb = clause.verb.as_ref().filter(|verb| analysis.profile(clause.sentence).verb_final && !verb.passive)?;
        let piece = clause.piece_of(verb.finite)?;
        let word = |at: &usize| analysis.kind(*at) == TokenKind::Word;
        let last = piece.clone().rev().find(|at| word(at) && !verb.tokens.contains(at))?;
        let first = piece.start.max(last.saturating_sub(LONGEST));
        let first = if clause.kind == ClauseKind::Main { first.max(verb.finite + 1) } else { first };
        let behind =
            clause.subject.as_ref().filter(|subject| subject.start > verb.finite).map_or(0, |subject| subject.end);
        let start =
            (first.max(behind)..last).find(|at| self.told_phrases(fact, clause, verb, *at, last + 1) == last + 1)?;
        // "sitzt | in Haft": told by itself.
        (last > start + 1).then(|| analysis.span(start..last + 1))
    }

    /// "einigte sich | *mit der Firma* auf einen Preis", "macht | *aus Reifen* Schuhe": what stands between the verb and its object.
    fn phrase_before(&self, fact: &Fact<'_>, clause: &Clause, verb: &VerbGroup, object: usize) -> Option<usize> {
        use Adposition::{Against, For, From, With};
        /// How many tokens it may have.
        const LONGEST: usize = 6;
        let analysis = self.context.analysis;
        let piece = clause.piece_of(object)?;
        let first = piece.start.max(verb.finite + 1).max(object.saturating_sub(LONGEST));
        let start = (first..object).find(|at| {
            analysis.is_any_adposition(*at, &[Against, For, From, With])
                && prepositional_phrase(analysis, *at, object)
                    .is_some_and(|end| genitive(analysis, end, object).unwrap_or(end) == object)
        })?;
        let noun = analysis.behind(start, Class::Adposition)..object;
        let span = analysis.span(start..object);
        let place = self.place_apart(fact).is_some_and(|place| span.overlaps(place.span));
        let subject = clause.subject.as_ref().is_some_and(|subject| subject.end == start || subject.contains(&start));
        let time = self.context.is_time(analysis.span(object - 1..object))
            || self.context.is_time(analysis.span(noun.clone()));
        let other = place || subject || time || self.context.statement_of_speaker(analysis.span(noun.clone()));
        (clause.kind == ClauseKind::Main && !other && is_thing(analysis, noun)).then_some(start)
    }
}
