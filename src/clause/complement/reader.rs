//! A clause cut into what may belong to its verb.

use std::ops::Range;

use super::after_pronoun;
use crate::clause::constituent::{behind_joined, is_adverbial, is_time, joins_nouns, skipped, skipped_length};
use crate::clause::thing::is_thing;
use crate::clause::verb_final::behind_heading;
use crate::clause::{Clause, ClauseKind, VerbGroup};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, VerbKind};
use crate::lexicon::{Class, Form, groups};
use crate::reading::Analysis;
use crate::reading::phrase::{
    begins_genitive, begins_gerund, begins_participle, can_be_accusative, genitive, is_bare_possessor, is_nominative,
    is_preposition, names_deed, noun_phrase, prepositional_phrase,
};
use crate::reading::verb::infinitive_mark;
use crate::text::{Shape, TokenKind};

/// What begins at a token of a clause.
pub(super) enum Constituent {
    /// Nothing that may belong to the verb.
    Other,
    Subject,
    /// A noun phrase behind a preposition. Without what hangs on it it ends at `core`.
    Prepositional {
        preposition: usize,
        phrase: Range<usize>,
        core: usize,
    },
    /// A noun phrase with what hangs on it; without that it ends at `core`.
    Nominal {
        phrase: Range<usize>,
        core: usize,
        deed: bool,
    },
}

/// Cuts a clause into what may belong to its verb.
pub(super) struct Reader<'r, 'a, 't> {
    pub(super) analysis: &'r Analysis<'a, 't>,
    pub(super) clause: &'r Clause,
    pub(super) verb: &'r VerbGroup,
    /// An object may stand anywhere; else, where the verb stands between subject and object, it comes first behind the verb.
    pub(super) free: bool,
}

impl Reader<'_, '_, '_> {
    /// "kam ein Fremder, | ein Maler aus Bern": a noun phrase behind a comma goes on with the one before.
    pub(super) fn goes_on(&self, piece: &Range<usize>, last_end: usize) -> bool {
        self.free
            && piece.start == last_end + 1
            && !self.analysis.is(last_end.wrapping_sub(1), Class::Adjective)
            && (self.clause.kind == ClauseKind::Main || self.is_listed(piece, last_end))
    }

    /// "wenn zwischen dem Land, | der Stadt und der Firma keine Einigkeit herrscht": a list behind a preposition goes on.
    fn is_listed(&self, piece: &Range<usize>, last_end: usize) -> bool {
        /// How many tokens before the comma the preposition may stand.
        const NEAR: usize = 6;
        let analysis = self.analysis;
        let joint = noun_phrase(analysis, piece.start, piece.end);
        joint.is_some_and(|joint| joins_nouns(analysis, joint))
            && (last_end.saturating_sub(NEAR)..last_end)
                .any(|at| prepositional_phrase(analysis, at, last_end) == Some(last_end))
    }

    /// Where a piece is read from.
    pub(super) fn first(&self, piece: &Range<usize>, goes_on: bool) -> usize {
        let start = if self.free {
            // "Lob für Huber Nach dem Spiel | lobte Weber …": no heading is an object.
            let front = piece.start..piece.end.min(self.verb.finite);
            let leads =
                self.clause.kind == ClauseKind::Main && front.len() > 1 && front.start == self.clause.extent().start;
            let start = if leads { behind_heading(self.analysis, &front) } else { piece.start };
            after_pronoun(self.analysis, self.clause, start)
        } else {
            self.verb.before_object(self.analysis).max(piece.start)
        };
        let apposition = if goes_on { noun_phrase(self.analysis, start, piece.end) } else { None };
        apposition.map_or(start, |end| self.behind_conjunct(end, piece.end))
    }

    /// "Königin Elizabeth II. (89) | und ihr Mann": behind what stands in brackets between two that are joined.
    fn behind_brackets(&self, at: usize, limit: usize) -> usize {
        /// How many tokens they may hold.
        const LONGEST: usize = 4;
        let analysis = self.analysis;
        let open = at + usize::from(analysis.kind(at) == TokenKind::Ordinal);
        if analysis.kind(open) != TokenKind::Open {
            return at;
        }
        let close = (open..limit.min(open + LONGEST)).find(|at| analysis.kind(*at) == TokenKind::Close);
        close.map(|close| close + 1).filter(|next| joins_nouns(analysis, *next)).unwrap_or(at)
    }

    /// "Gleise, | Weichen und Brücken": an object with what commas and a conjunction join to it.
    pub(super) fn with_list(&self, object: Range<usize>) -> Range<usize> {
        const MOST: usize = 8;
        let Reader { analysis, clause, verb, .. } = *self;
        let limit = clause.extent().end;
        let phrase = |start: usize| {
            let end = noun_phrase(analysis, start, limit)?;
            let other = !clause.holds(start) || verb.tokens.iter().any(|token| (start..end).contains(token));
            (!other && can_be_accusative(analysis, start) && !is_nominative(analysis, start)).then_some(end)
        };
        // "traf Emma Hardy, Leiterin und Gründerin der Firma": an apposition.
        let name = |mut phrase: Range<usize>| phrase.any(|at| analysis.is_any(at, groups::PERSON.with(groups::NAMED)));
        // "baut Gleise, die Stadt Brücken und Tunnel": another clause without its verb.
        let article = |at: usize| analysis.is(at, Class::Article);
        let other = |at: usize| article(at) && !article(object.start);
        let named = name(object.clone());
        let mut at = object.end;
        for _ in 0..MOST {
            if analysis.word(at) != "," {
                break;
            }
            let Some(mut end) = phrase(at + 1).filter(|end| is_thing(analysis, at + 1..*end)) else {
                break;
            };
            if is_time(analysis, at + 1..end) || named && !name(at + 1..end) || other(at + 1) {
                break;
            }
            end = genitive(analysis, end, limit).unwrap_or(end);
            if joins_nouns(analysis, end) {
                let last = phrase(end + 1);
                return last.map_or(object.clone(), |last| object.start..last);
            }
            at = end;
        }
        object
    }

    /// Behind the noun phrase that any conjunction joins to one, "als" and "than" too.
    fn behind_conjunct(&self, at: usize, limit: usize) -> usize {
        if !self.analysis.is(at, Class::Coordinator) {
            return at;
        }
        // "an Bahnhöfen oder auch | Häfen"
        let adverb = self.free && self.analysis.is(at + 1, Class::Adverb);
        let next = at + 1 + if adverb { skipped_length(self.analysis, at + 1) } else { 0 };
        noun_phrase(self.analysis, next, limit).unwrap_or(at)
    }

    /// What begins at a token, and where the next begins.
    pub(super) fn next(&self, at: usize, limit: usize) -> (Constituent, usize) {
        let (analysis, verb) = (self.analysis, self.verb);
        if verb.tokens.contains(&at) || analysis.is_reflexive(at) {
            return (Constituent::Other, at + 1);
        }
        // What stands in brackets is said beside.
        if analysis.kind(at) == TokenKind::Open {
            let close = (at..limit).find(|at| analysis.kind(*at) == TokenKind::Close);
            return (Constituent::Other, close.unwrap_or(limit));
        }
        if let Some(subject) = self.clause.subject.as_ref().filter(|subject| subject.contains(&at)) {
            return (Constituent::Subject, behind_joined(analysis, self.behind_brackets(subject.end, limit), limit));
        }
        if let Some(end) = prepositional_phrase(analysis, at, limit) {
            let core = end;
            let start = analysis.behind(at, Class::Adposition);
            let by = verb.passive && analysis.is_adposition(end, Adposition::By);
            // "am Montag | von der Aussage"
            let alone = by || start < end && is_time(analysis, start..end);
            let phrase = start..if alone { end } else { with_attribute(analysis, verb, end, limit) };
            // "am Montag | als Nachfolger": what opens a phrase of its own joins nothing.
            let opens = analysis.is_adposition(phrase.end, Adposition::As);
            let end = if opens { phrase.end } else { self.behind_conjunct(phrase.end, limit) };
            return (Constituent::Prepositional { preposition: at, phrase, core }, end);
        }
        // "in ganz Europa": a phrase that is not read to its end is no object for that.
        if is_preposition(analysis, at) {
            return (Constituent::Other, next_phrase(analysis, at + 1, limit));
        }
        // "fell faster | than imports"
        if let Some(end) = self.compared(at, limit) {
            return (Constituent::Other, end);
        }
        let determiner = analysis.is(at, Class::Quantifier) && !analysis.denies_verb(at);
        if skipped(analysis, at) && !determiner || is_adverbial(analysis, at) {
            return (Constituent::Other, at + skipped_length(analysis, at));
        }
        self.nominal(at, limit).unwrap_or((Constituent::Other, at + 1))
    }

    /// Behind what something is compared with.
    fn compared(&self, at: usize, limit: usize) -> Option<usize> {
        let analysis = self.analysis;
        let before = at.checked_sub(1)?;
        // "more than 300"
        let bound = analysis.senses_of(before, Class::Approx).any(|sense| sense.length > 1);
        let than = analysis.is_coordinator(at, Coordinator::Than) && !bound;
        let compared = than && (!self.free || analysis.is(before, Class::Comparative));
        if compared { noun_phrase(analysis, at + 1, limit) } else { None }
    }

    /// The noun phrase at a token, with what hangs on it.
    fn nominal(&self, at: usize, limit: usize) -> Option<(Constituent, usize)> {
        let (analysis, verb) = (self.analysis, self.verb);
        // "All-in-|Verträge"
        if self.free && analysis.kind(at.wrapping_sub(1)) == TokenKind::Hyphen && !analysis.space_before(at) {
            return None;
        }
        if let Some((object, end)) = self.gerund(at, limit) {
            let phrase = Constituent::Nominal { phrase: at..end, core: end, deed: true };
            return Some((if object { phrase } else { Constituent::Other }, end));
        }
        // "mit dem Verbot 2013 | vereinbarten Bund und Länder": no phrase holds the verb.
        let limit = verb.tokens.iter().copied().find(|token| *token > at).map_or(limit, |token| token.min(limit));
        // "provided | support"
        let deed = !self.free && at == self.verb.end() && names_deed(analysis, at);
        let end = noun_phrase(analysis, at, limit).or(deed.then_some(at + 1))?;
        // "recalled the speech | given by him"
        let participle = !self.free && end > at + 1 && begins_participle(analysis, end - 1, at);
        let core = end - usize::from(participle);
        let end = if participle { core } else { with_attribute(analysis, verb, core, limit) };
        if self.is_postposition(end) {
            return Some((Constituent::Other, end + 1));
        }
        Some((Constituent::Nominal { phrase: at..end, core, deed }, end))
    }

    /// "denied | taking the money", "considered | returning to action": whether the verb takes a gerund for its object, and where
    /// that ends; not "died | fighting the fire".
    fn gerund(&self, at: usize, limit: usize) -> Option<(bool, usize)> {
        const TAKE: &[&str] =
            &["avoid", "begin", "continue", "end", "include", "keep", "postpone", "resume", "risk", "stop"];
        let (analysis, verb) = (self.analysis, self.verb);
        // "denied | having taken the money"
        let perfect = analysis.has_form(at, Class::Auxiliary, Form::GERUND)
            && analysis.has_form(at + 1, Class::Verb, Form::PARTICIPLE);
        let begins = || perfect || begins_gerund(analysis, at);
        if self.free || at != verb.end() || analysis.shape(at) != Shape::Lower || !begins() {
            return None;
        }
        let at = at + usize::from(perfect);
        let further = at + 1 + usize::from(analysis.is(at + 1, Class::Particle) && !is_preposition(analysis, at + 1));
        let object = noun_phrase(analysis, further, limit).map(|end| with_attribute(analysis, verb, end, limit));
        let end = object.or_else(|| prepositional_phrase(analysis, further, limit))?;
        let takes = verb.says(analysis) || verb.kind(analysis) == Some(VerbKind::Plan) || verb.means(analysis, TAKE);
        Some((takes, end))
    }

    /// "Den Angaben | zufolge"
    fn is_postposition(&self, at: usize) -> bool {
        let (analysis, tokens) = (self.analysis, &self.verb.tokens);
        // "plant, den Brief | zu schicken", "hat den Brief | zu schicken", but "ist der Brief | zu hören"
        let is = || analysis.is_auxiliary(self.verb.finite, Auxiliary::Be);
        let infinitive = self.clause.kind == ClauseKind::Infinitive || self.free && !is();
        let mark = || infinitive && infinitive_mark(analysis, at);
        // "brachte ein Kind | zur Welt"
        let own = || tokens.contains(&at);
        // "aller Wahrscheinlichkeit | nach | von einem Fremden", "dem Bericht | nach | starben"
        let behind = || {
            self.free
                && analysis.is_adposition(at, Adposition::After)
                && !tokens.contains(&at)
                && (is_preposition(analysis, at + 1) && !analysis.is_adposition(at + 1, Adposition::As)
                    || self.clause.kind == ClauseKind::Main && at + 1 == self.verb.finite)
        };
        analysis.is(at, Class::SourceAfter)
            || behind()
            || analysis.is(at, Class::Adposition) && tokens.contains(&(at + 1)) && !mark() && !own()
    }
}

pub(super) fn is_determiner(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    analysis.is_any(at, groups::OPENS_PHRASE)
}

/// Behind the next noun phrase, and behind what stands before its noun: "durch das vom Kunden | eingeschaltete Portal".
fn next_phrase(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> usize {
    const NEAR: usize = 4;
    let mut at = at;
    let Some(mut behind) = (at..end.min(at + NEAR)).find_map(|at| noun_phrase(analysis, at, end)) else {
        return at;
    };
    while behind > at {
        at = behind;
        let goes_on = at < end && analysis.shape(at) == Shape::Lower && !is_determiner(analysis, at);
        behind = if goes_on { noun_phrase(analysis, at, end).unwrap_or(at) } else { at };
    }
    at
}

/// Takes along what hangs on a noun: "the number | of complaints", "die Zahl | der Beschwerden", "den Verkauf | von drei
/// Schiffen", "Polizei | und Armee".
pub(super) fn with_attribute(analysis: &Analysis<'_, '_>, verb: &VerbGroup, end: usize, limit: usize) -> usize {
    // Where the same word opens who does it or where something comes from, it hangs on no noun.
    let other =
        || analysis.is_adposition(end, Adposition::By) && (verb.passive || analysis.is_any(end + 1, groups::PLACE));
    let of = analysis.is_adposition(end, Adposition::Of);
    // "an explosion of oil | and gas"
    let joined = |end: usize| {
        noun_phrase(analysis, end + 1, limit).filter(|_| analysis.is_coordinator(end, Coordinator::And)).filter(|end| {
            let ends = *end == limit || analysis.kind(*end) == TokenKind::Terminal;
            ends || is_preposition(analysis, *end) || verb.tokens.contains(end)
        })
    };
    let further = if of && !other() {
        genitive(analysis, end, limit).filter(|further| !is_time(analysis, end + 1..*further))
    } else if begins_genitive(analysis, end) || is_bare_possessor(analysis, end) {
        noun_phrase(analysis, end, limit)
    } else {
        None
    };
    let end = further.unwrap_or(end);
    joined(end).unwrap_or(end)
}
