//! What is left of a clause, in a gloss: where it is short, all of it is told, so that nothing is cut that the sense needs.

use std::ops::Range;

use smallvec::SmallVec;

use super::Writer;
use crate::answer::{Fact, Span};
use crate::clause::{Clause, ClauseKind, VerbGroup, is_thing, prepositional_phrase};
use crate::lexicon::class::Subordinator;
use crate::lexicon::{Class, groups};
use crate::reading::phrase::genitive;
use crate::reading::verb::FINITE;
use crate::text::TokenKind;

/// How many words are told besides those that were chosen, of a clause alone and with those that hang on it; of more, none.
const MOST: usize = 32;
const MOST_HANGING: usize = 24;

/// Stretches of words.
type Runs = SmallVec<[Range<usize>; 4]>;

/// How many tokens of a clause are looked at.
const FAR: usize = 60;

/// Tokens from a first one on.
#[derive(Clone, Copy)]
struct Covered {
    start: usize,
    bits: u64,
}

impl Covered {
    fn add(&mut self, tokens: Range<usize>) {
        let tokens = tokens.start.max(self.start)..tokens.end.min(self.start + u64::BITS as usize);
        tokens.for_each(|token| self.bits |= 1 << (token - self.start));
    }

    fn has(self, token: usize) -> bool {
        token >= self.start && token - self.start < u64::BITS as usize && self.bits >> (token - self.start) & 1 == 1
    }
}

impl Writer<'_, '_, '_> {
    /// "threatened legal action *against any business which deals with it*": adds what is left of a clause from its verb on, or
    /// before it where that stands last, but the subject, and the time and place that the gloss tells apart. Whether it is short enough.
    pub(super) fn with_rest(&self, fact: &Fact<'_>, clause: &Clause, said: &mut SmallVec<[Span; 8]>) -> bool {
        let analysis = self.context.analysis;
        let Some(start) = self.predicate_of(clause).filter(|start| self.is_apart(fact, clause, *start)) else {
            return false;
        };
        let Some(verb) = clause.verb.as_ref() else {
            return false;
        };
        let apart: SmallVec<[Range<usize>; 4]> = self.told_apart(fact).collect();
        let mut here = Covered { start, bits: 0 };
        said.iter().for_each(|said| here.add(analysis.tokens_of(*said)));
        verb.tokens.iter().for_each(|token| here.add(*token..*token + 1));
        let mut told = here;
        apart.iter().cloned().for_each(|apart| told.add(apart));
        fact.subject.iter().for_each(|subject| told.add(analysis.tokens_of(subject.span)));
        // Of what follows, as much as is short enough.
        let ends = self.ends(clause);
        let mut ranges =
            ends.iter().rev().map(|end| start..*end).filter(|range| !range.is_empty() && range.len() <= FAR);
        let Some(runs) = ranges.find_map(|range| self.left_out(clause, verb, range, here, told)) else {
            return false;
        };
        let separates = |at: &usize| analysis.kind(*at) == TokenKind::Separator;
        let front = self.front(fact, clause, &apart).filter(|front| {
            let front = analysis.span(front.clone());
            !said.iter().any(|said| said.overlaps(front))
        });
        for mut run in front.into_iter().chain(runs) {
            // A comma at the edge parts what is not told; "Boxer, Lincoln and Ali"
            let tells = |at: usize| {
                let token = analysis.span(at..at + 1);
                said.iter().any(|said| said.overlaps(token))
            };
            if !tells(run.end) {
                run.end -= run.clone().rev().take_while(separates).count();
            }
            let hangs = run.start == clause.extent().end;
            let goes_on = |last: usize| analysis.kind(last) == TokenKind::Close || tells(last);
            if !hangs && !run.start.checked_sub(1).is_some_and(goes_on) {
                run.start += run.clone().take_while(separates).count();
            }
            if !run.is_empty() {
                said.push(analysis.span(run));
            }
        }
        *said = self.in_order(clause, start, said);
        true
    }

    /// "*Bei normaler Nutzung* hält der Akku zwei Tage": the phrase that a preposition opens in front of verb and subject.
    fn front(&self, fact: &Fact<'_>, clause: &Clause, apart: &[Range<usize>]) -> Option<Range<usize>> {
        /// How many tokens it may have.
        const LONGEST: usize = 10;
        let analysis = self.context.analysis;
        let verb = clause.verb.as_ref().filter(|_| clause.kind == ClauseKind::Main)?;
        let subject = clause.subject.as_ref()?;
        let limit = if analysis.profile(clause.sentence).verb_final { verb.finite } else { subject.start };
        let piece = clause.piece_of(verb.finite).filter(|piece| subject.start >= limit && limit < piece.end)?;
        let start = piece.start + usize::from(analysis.is(piece.start, Class::Coordinator));
        let comma = limit.checked_sub(1).filter(|at| *at > start && analysis.kind(*at) == TokenKind::Separator);
        let end = comma.unwrap_or(limit);
        if start >= end || end - start > LONGEST || analysis.behind(start, Class::Adverb) >= end {
            return None;
        }
        let whole = prepositional_phrase(analysis, start, end)?;
        let whole = genitive(analysis, whole, end).unwrap_or(whole);
        let noun = analysis.behind(start, Class::Adposition)..end;
        let span = analysis.span(start..end);
        let place = self.place_apart(fact).is_some_and(|place| span.overlaps(place.span));
        let apart = apart.iter().any(|apart| apart.start < end && start < apart.end);
        let time = || [noun.clone(), end - 1..end].into_iter().any(|time| self.context.is_time(analysis.span(time)));
        let speaker = || self.context.statement_of_speaker(analysis.span(noun.clone()));
        (whole == end && !place && !apart && !time() && !speaker() && is_thing(analysis, noun.clone()))
            .then_some(start..end)
    }

    /// Whether no word of the subject stands where its predicate does: what is counted stands before the verb.
    fn is_apart(&self, fact: &Fact<'_>, clause: &Clause, start: usize) -> bool {
        let before = || clause.subject.as_ref().is_some_and(|subject| subject.end <= start);
        let verb = || clause.verb.as_ref().is_some_and(|verb| verb.finite == start);
        fact.subject.is_some() || self.apart.is_some() && before() && verb()
    }

    /// The words of a clause in a range that nothing tells yet, neither here nor elsewhere in the gloss; none where they are too many, or
    /// are parts of a quotation or bracket.
    fn left_out(
        &self,
        clause: &Clause,
        verb: &VerbGroup,
        range: Range<usize>,
        here: Covered,
        told: Covered,
    ) -> Option<Runs> {
        let analysis = self.context.analysis;
        // "Italien *und Spanien* sahen": the rest of a list is no part of what is said of it.
        let subject = clause.subject.as_ref().map(|subject| subject.end);
        if subject == Some(range.start) && analysis.is(range.start, Class::Coordinator) {
            return None;
        }
        let head = verb.end();
        let most = if range.end > clause.extent().end { MOST_HANGING } else { MOST };
        let quotes = range.clone().filter(|at| analysis.kind(*at) == TokenKind::Quote).count();
        let mut runs = Runs::new();
        let mut words = 0;
        let mut aside_end = range.start;
        for token in range.clone() {
            if token < aside_end {
                continue;
            }
            let kind = analysis.kind(token);
            let separates = kind == TokenKind::Separator;
            // "paid 5 million dollars *(£3m)* for it"
            let aside = || self.aside(token, range.end).filter(|_| token >= head);
            if kind == TokenKind::Open
                && let Some(end) = aside()
            {
                aside_end = end;
                continue;
            }
            // "ordered the troops to leave | - a decision that …", "the woman | who left, …"
            let parts = matches!(kind, TokenKind::Dash | TokenKind::Open) || separates && analysis.word(token) != ",";
            let other = !separates && token < clause.extent().end && !clause.holds(token);
            if (parts || other) && token >= head && kind != TokenKind::Open {
                break;
            }
            if parts || kind == TokenKind::Close {
                return None;
            }
            // A mark whose other one stands elsewhere.
            let edge = token == range.start || token + 1 == range.end;
            let single = kind == TokenKind::Quote && quotes % 2 == 1;
            if single && !edge {
                return None;
            }
            if other || single || kind == TokenKind::Terminal || told.has(token) {
                continue;
            }
            words += usize::from(kind != TokenKind::Quote && !separates);
            if words > most {
                return None;
            }
            match runs.last_mut().filter(|run| run.end == token) {
                Some(run) => run.end = token + 1,
                None => runs.push(token..token + 1),
            }
        }
        // Before a word that is told, or at the end of a sentence, they lead on to something.
        let last = runs.last().map_or(range.end, |run| run.end);
        let closed = matches!(analysis.kind(last), TokenKind::Terminal | TokenKind::Separator);
        if !closed && !here.has(last) {
            self.without_links(clause, verb, &mut runs);
        }
        Some(runs)
    }

    /// The end of a bracket that opens at a token.
    fn aside(&self, token: usize, limit: usize) -> Option<usize> {
        /// How many tokens it may have.
        const LONGEST: usize = 16;
        let analysis = self.context.analysis;
        let mut inside = (token + 1..limit).take(LONGEST);
        let end = inside.find(|at| analysis.kind(*at) == TokenKind::Close)? + 1;
        // "ein 3:2 (2:1)-Sieg"
        (analysis.kind(end) != TokenKind::Hyphen).then_some(end)
    }

    /// "came first, followed by | – as expected – …", "bombed the town, as | agencies reported": where a clause is cut, without the words that
    /// lead on to what is not told.
    fn without_links(&self, clause: &Clause, verb: &VerbGroup, runs: &mut Runs) {
        let analysis = self.context.analysis;
        let Some(run) = runs.last_mut() else {
            return;
        };
        // Alone at its end, a German preposition is a part of the verb.
        let medial = !analysis.profile(clause.sentence).verb_final;
        let leads = |at: &usize| {
            let opens = analysis.is_any(*at, groups::DETERMINER.or(&[Class::Coordinator]))
                || analysis.is(*at, Class::Adposition) && (medial || analysis.is(*at, Class::Subordinator));
            opens && !verb.tokens.contains(at)
        };
        run.end -= run.clone().rev().take_while(leads).count();
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

    /// Where the words of a clause begin that say something of its subject.
    fn predicate_of(&self, clause: &Clause) -> Option<usize> {
        let verb = clause.verb.as_ref()?;
        let free = self.context.analysis.profile(clause.sentence).verb_final;
        let opened = matches!(clause.kind, ClauseKind::Subordinate(_) | ClauseKind::Relative);
        // "hatte verzichtet | *und* die Reise begonnen"
        let shared = clause.shared && clause.holds(verb.finite);
        let last = free && (opened || shared);
        let start = clause.extent().start;
        let opened = opened || self.context.analysis.is(start, Class::Coordinator);
        let before =
            clause.subject.as_ref().filter(|subject| last && subject.end <= verb.finite && clause.holds(subject.start));
        let first = verb.tokens.iter().copied().min().unwrap_or(verb.finite);
        Some(match before {
            Some(subject) => subject.end,
            None if last => start + usize::from(opened),
            None => first,
        })
    }

    /// Where a clause ends, alone and with those that hang on it right behind: "any business | which deals with it", "the right | to
    /// stand | for parliament", "die Werte, | die sie maßen".
    pub(super) fn ends(&self, clause: &Clause) -> SmallVec<[usize; 4]> {
        /// How many clauses may follow.
        const HANGING: usize = 3;
        let analysis = self.context.analysis;
        let separates = |at: usize| usize::from(analysis.kind(at) == TokenKind::Separator && analysis.word(at) == ",");
        let hangs = |kind: ClauseKind| match kind {
            ClauseKind::Infinitive | ClauseKind::Participle | ClauseKind::Relative | ClauseKind::Subordinate(_) => true,
            ClauseKind::Main => false,
        };
        let following = |end: usize| {
            let start = end + separates(end);
            let next = self.context.clause_of(start).filter(|next| next.sentence == clause.sentence)?;
            (next.extent().start == start && hangs(next.kind)).then_some(next)
        };
        // "supported the view that it is too early | to assume": not cut before what completes it.
        let own = clause.extent().end;
        let completes = |next: &Clause| match next.kind {
            ClauseKind::Infinitive => true,
            ClauseKind::Subordinate(kind) => {
                matches!(kind, Subordinator::That | Subordinator::Whether | Subordinator::How)
            }
            _ => false,
        };
        let cut = |end: &usize| *end != own && separates(*end) == 0 && following(*end).is_some_and(completes);
        let ends = std::iter::successors(Some(own), |end| following(*end).map(|next| next.extent().end));
        ends.take(1 + HANGING).filter(|end| !cut(end)).collect()
    }
}
