//! What is left of a clause, in a gloss: where it is short, all of it is told, so that nothing is cut that the sense needs.

use std::ops::Range;

use smallvec::SmallVec;

use super::Writer;
use crate::answer::{Fact, Span};
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::{Class, ClassSet, groups};
use crate::reading::verb::FINITE;
use crate::text::{Shape, TokenKind};

/// How many words of a clause are told besides those that were chosen; of one with more, none.
const MOST: usize = 12;

/// Stretches of words.
type Runs = SmallVec<[Range<usize>; 4]>;

/// How many tokens of a clause are looked at.
const FAR: usize = 48;

impl Writer<'_, '_, '_> {
    /// "threatened legal action *against any business which deals with it*": adds what is left of a clause from its verb on, or
    /// before it where that stands last, but the subject, and the time and place that the gloss tells apart.
    pub(super) fn with_rest(&self, fact: &Fact<'_>, clause: &Clause, said: &mut SmallVec<[Span; 8]>) {
        let analysis = self.context.analysis;
        let range = self.predicate_of(clause).filter(|range| self.is_apart(fact, clause, range.start));
        let Some((range, runs)) =
            range.and_then(|range| Some((range.clone(), self.left_out(fact, clause, range, said)?)))
        else {
            return;
        };
        let separates = |at: &usize| analysis.kind(*at) == TokenKind::Separator;
        for mut run in runs {
            // A comma at the edge parts what is not told; "Boxer, Lincoln and Ali"
            run.end -= run.clone().rev().take_while(separates).count();
            let last = run.start.checked_sub(1).map(|last| analysis.span(last..last + 1));
            if !last.is_some_and(|last| said.iter().any(|said| said.overlaps(last))) {
                run.start += run.clone().take_while(separates).count();
            }
            if !run.is_empty() {
                said.push(analysis.span(run));
            }
        }
        *said = self.in_order(clause, range.start, said);
    }

    /// Whether no word of the subject stands where its predicate does: what is counted stands before the verb.
    fn is_apart(&self, fact: &Fact<'_>, clause: &Clause, start: usize) -> bool {
        let before = || clause.subject.as_ref().is_some_and(|subject| subject.end <= start);
        let verb = || clause.verb.as_ref().is_some_and(|verb| verb.finite == start);
        fact.subject.is_some() || fact.figure.is_some() && before() && verb()
    }

    /// The words of a clause in a range that nothing tells yet; none where they are too many, or are parts of a quotation or bracket.
    fn left_out(&self, fact: &Fact<'_>, clause: &Clause, range: Range<usize>, said: &[Span]) -> Option<Runs> {
        let analysis = self.context.analysis;
        let subject = fact.subject.as_ref().map(|subject| analysis.tokens_of(subject.span));
        let apart: SmallVec<[Range<usize>; 4]> = self.told_apart(fact).chain(subject).collect();
        let verb = clause.verb.as_ref()?;
        let told = |token: usize| {
            let span = analysis.span(token..token + 1);
            said.iter().any(|said| said.overlaps(span))
                || apart.iter().any(|apart| apart.contains(&token))
                || verb.tokens.contains(&token)
        };
        // "Italien *und Spanien* sahen": the rest of a list is no part of what is said of it.
        let subject = clause.subject.as_ref().map(|subject| subject.end);
        if subject == Some(range.start) && analysis.is(range.start, Class::Coordinator) {
            return None;
        }
        let verb = verb.end();
        let mut runs = Runs::new();
        let mut words = 0;
        for token in range {
            let kind = analysis.kind(token);
            let separates = kind == TokenKind::Separator;
            // "ordered the troops to leave | - a decision that …", "the woman | who left, …"
            let parts = matches!(kind, TokenKind::Dash | TokenKind::Open) || matches!(analysis.word(token), ":" | ";");
            let other = !clause.holds(token) && token < clause.extent().end && !separates;
            if (parts || other) && token >= verb {
                break;
            }
            if parts {
                return None;
            }
            if other || kind == TokenKind::Terminal || told(token) {
                continue;
            }
            if matches!(kind, TokenKind::Quote | TokenKind::Close) {
                return None;
            }
            words += usize::from(!separates);
            match runs.last_mut().filter(|run| run.end == token) {
                Some(run) => run.end = token + 1,
                None => runs.push(token..token + 1),
            }
        }
        (words <= MOST).then_some(runs)
    }

    /// The words of a gloss in their own order, those in front of the verb behind its first word.
    fn in_order(&self, clause: &Clause, verb: usize, said: &[Span]) -> SmallVec<[Span; 8]> {
        let analysis = self.context.analysis;
        let first = analysis.span(verb..verb + 1).start;
        let (mut words, fronted): (SmallVec<[Span; 8]>, SmallVec<[Span; 8]>) =
            said.iter().copied().partition(|word| word.start >= first);
        words.sort_unstable_by_key(|word| word.start);
        let finite = || {
            let mut senses = analysis.senses_of(verb, Class::Verb);
            senses.any(|sense| sense.form.has_any(FINITE)) || analysis.is_any(verb, groups::AUXILIARY)
        };
        // "befindet *sich* am Markt"
        let short = |word: &&Span| analysis.is_reflexive(analysis.token_at(word.start));
        let pronouns = words.iter().skip(1).take_while(short).count();
        // "der Film, | den sie drehte": what a relative clause is about stands before it.
        let outside = fronted.iter().any(|word| !clause.holds(analysis.token_at(word.start)));
        let free = analysis.profile(clause.sentence).verb_final;
        let behind = if free && !outside && finite() { words.len().min(1 + pronouns) } else { 0 };
        words.insert_many(behind, fronted);
        words
    }

    /// Where the words of a clause stand that say something of its subject, with what hangs on the last of them without a comma.
    fn predicate_of(&self, clause: &Clause) -> Option<Range<usize>> {
        /// How many clauses may follow.
        const HANGING: usize = 3;
        const FOLLOW: &[ClauseKind] = &[ClauseKind::Infinitive, ClauseKind::Participle, ClauseKind::Relative];
        let verb = clause.verb.as_ref()?;
        let free = self.context.analysis.profile(clause.sentence).verb_final;
        let last = free && matches!(clause.kind, ClauseKind::Subordinate(_) | ClauseKind::Relative);
        let before =
            clause.subject.as_ref().filter(|subject| last && subject.end <= verb.finite && clause.holds(subject.start));
        let first = verb.tokens.iter().copied().min().unwrap_or(verb.finite);
        let start = match before {
            Some(subject) => subject.end,
            None if last => clause.extent().start + 1,
            None => first,
        };
        let mut end = clause.extent().end;
        // "any business | which deals with it", "the right | to stand | for parliament"
        for _ in 0..HANGING {
            let next = self.context.clause_of(end).filter(|next| next.sentence == clause.sentence && !free);
            let next = next.filter(|next| next.extent().start == end && FOLLOW.contains(&next.kind));
            end = next.map_or(end, |next| next.extent().end);
        }
        (start < end && end - start <= FAR).then_some(start..end)
    }

    /// The source, time, place and figure of a fact with its noun, the times and places with the preposition before it.
    pub(super) fn told_apart(&self, fact: &Fact<'_>) -> impl Iterator<Item = Range<usize>> {
        const LEADS: ClassSet = ClassSet::of(&[Class::Adposition, Class::Article]);
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
            let leads = (tokens.start.saturating_sub(2)..tokens.start).rev();
            let before = leads.take_while(|at| analysis.is_any(*at, LEADS)).count();
            tokens.start - before..tokens.end
        };
        let places = [time, fact.place.as_ref().map(|place| place.span)];
        let places: SmallVec<[Range<usize>; 2]> = places.into_iter().flatten().map(led).collect();
        // "37 *people* left": what is counted is told in front.
        let figure = self.context.figure(fact);
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
