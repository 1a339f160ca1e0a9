//! Clauses of languages whose verb always stands between subject and object: English.
#![allow(
    clippy::indexing_slicing,
    reason = "there is a sign for every token of the text, and a verb has at least one token"
)]

use std::ops::{Range, RangeInclusive};

use super::agreement::is_plural;
use super::constituent::{
    behind_bound, is_nominal, is_subject, is_subject_pronoun, is_time, joins_nouns, skipped, skipped_length, trimmed,
    within,
};
use super::opener::{Found, Opening, behind_part};
use super::reduced::{is_reduced, means_to_say, opens, says_on};
use super::segment::{joins_clauses, junction};
use super::speaker::{is_apposition, is_origin};
use super::subject::fronts;
use super::unmarked;
use super::{Clause, ClauseKind, Cut, Grammar, Subject, VerbGroup, View};
use super::{contact, embedded};
use crate::lexicon::class::{Adposition, Auxiliary, Coordinator, NounKind, Pronoun, Subordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form, Sense};
use crate::reading::phrase::{
    begins_gerund, begins_participle, genitive, is_addressee, is_oblique, is_preposition, noun_phrase,
    prepositional_phrase,
};
use crate::reading::verb::{
    self, Finite, Sign, begins_object, between, governs_clause, infinitive_mark, is_last_or_next, mark_before,
};
use crate::reading::{Analysis, Sentence};
use crate::text::{Shape, TokenKind};

pub(super) static GRAMMAR: Grammar = Grammar {
    // A past tense may look like a participle.
    own_verb: Finite::Guess,
    beside_infinitive: Finite::Guess,
    opener,
    cut_at_nonfinite: |view, before, token, _| infinitive(view, before, token).or_else(|| elision(view, token)),
    cut_before: embedded::begins,
    cut_between,
    subject,
    relative_subject: |analysis, _, tokens, _| last_phrase(analysis, tokens),
};

/// Any subordinating word opens a clause, but "that" that stands for something.
fn opener(view: View<'_, '_, '_>, tokens: &Range<usize>, opening: Opening, _: Found) -> Option<ClauseKind> {
    let analysis = view.analysis;
    let Opening { at, subordinator } = opening;
    let verb_follows = |sure| view.signs[at + 1].finite >= sure;
    // "400 babies that are cared for"
    if at > view.start
        && analysis.is(at, Class::RelativePronoun)
        && subordinator == Some(Subordinator::That)
        && embedded::ends_noun(analysis, view.start, at)
        && verb_follows(Finite::Guess)
    {
        return Some(ClauseKind::Relative);
    }
    // "stepped in and | provided money": the verb of its stretch.
    let verb = || {
        let other = |at: usize| view.signs[at].finite >= GRAMMAR.own_verb;
        at > tokens.start
            && analysis.is(at - 1, Class::Coordinator)
            && analysis.has_form(at, Class::Verb, Form::PAST)
            && other(at)
            && !(at + 1..tokens.end).any(other)
    };
    if subordinator.is_some() && verb() {
        return None;
    }
    if let Some(kind) = subordinator {
        // "That is 37 more", ", that is,": a pronoun where its verb follows and nothing governs it.
        let governed = tokens.start > view.start && analysis.kind(tokens.start - 1) == TokenKind::Word;
        let pronoun = kind == Subordinator::That && !governed && verb_follows(Finite::Yes);
        return (!pronoun).then_some(ClauseKind::Subordinate(kind));
    }
    let pronoun = opening.pronoun(view, tokens).filter(|at| analysis.is(*at, Class::RelativePronoun));
    let pronoun = pronoun.or_else(|| behind_part(analysis, tokens));
    pronoun.map(|_| ClauseKind::Relative)
}

/// Where a clause begins between two finite verbs that no mark separates: also right behind a verb of saying ("said it
/// had").
fn cut_between(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> Option<usize> {
    /// How far before the first verb a modal is looked for.
    const NEAR: usize = 10;
    // "lost as heat | and make": what "and" and a verb follow has no verb of its own.
    let words = (first.saturating_sub(NEAR)..=first).rev().take_while(|at| analysis.kind(*at) == TokenKind::Word);
    let base = analysis.has_form(second, Class::Verb, Form::INFINITIVE)
        && !analysis.has_form(second, Class::Verb, Form::PAST)
        && !words.into_iter().any(|at| analysis.is(at, Class::Modal));
    let joined = second > first + 1 && !base && joins_clauses(analysis, second - 1, false);
    let begins = |analysis: &Analysis<'_, '_>, token: usize| {
        let governs = || joined || governs_time(analysis, token, second);
        analysis.is_any(token, groups::OPENER)
            && !(is_preposition(analysis, token) && governs())
            && !is_of_bound(analysis, token)
    };
    // "has said | the club may move", "has shown | bees can count": behind an auxiliary the participle says it.
    // "it is thought | the club may move"
    let it = first > 0 && analysis.is_pronoun(first - 1, Pronoun::It);
    let be = |sense: &Sense| Auxiliary::from_value(sense.value) == Some(Auxiliary::Be);
    let suffers = !it && analysis.senses_of(first, Class::Auxiliary).any(be);
    let head = if analysis.is(first, Class::Auxiliary) { said(analysis, first + 1..second, suffers) } else { None };
    let governs = (governs_clause(analysis, first) && !is_reduced(analysis, first, second)).then_some(first).or(head);
    // "is confident | the plan will work"
    let governs = governs.or_else(|| {
        let near = first + 1..second.min(first + 4);
        near.into_iter().find(|at| analysis.is(*at, Class::Stance)).filter(|_| analysis.is(first, Class::Auxiliary))
    });
    if let Some(told) = told(analysis, head.unwrap_or(first), second) {
        return Some(told);
    }
    if means_that(analysis, first) && is_subject(analysis, first + 1, second) {
        return Some(first + 1);
    }
    if let Some(main) = unmarked::begins(analysis, first, second) {
        return Some(main);
    }
    if let Some(contact) = contact::of_object(analysis, first, second) {
        return Some(contact);
    }
    let says_on = (first + 1..second).find(|at| says_on(analysis, *at));
    says_on
        .or_else(|| junction(analysis, first + 1..second, begins))
        // "is said to be": the infinitive goes on with the verb.
        .or_else(|| {
            governs.map(|verb| verb + 1).filter(|behind| *behind < second && !infinitive_mark(analysis, *behind))
        })
        .or_else(|| pronoun_before(analysis, first, second))
}

/// "wrote to friends | he was ill", "in the year | she had left": the pronoun right before a second verb that can only be its subject.
fn pronoun_before(analysis: &Analysis<'_, '_>, first: usize, second: usize) -> Option<usize> {
    let pronoun = (first + 1..second).rev().find(|at| !between(analysis, *at))?;
    let finite = analysis.is_any(second, groups::AUXILIARY) || analysis.has_form(second, Class::Verb, Form::PAST);
    let subject = is_subject_pronoun(analysis, pronoun) && !analysis.is(pronoun, Class::RelativePronoun);
    // "named plants they would close"
    let apart = pronoun > first + 2 && !joins_nouns(analysis, pronoun - 1);
    (finite && subject && apart).then_some(pronoun)
}

/// "costs | as | little | as | £34": a conjunction in what bounds an amount.
fn is_of_bound(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const LONGEST: usize = 3;
    (token.saturating_sub(LONGEST)..=token).any(|from| {
        analysis.senses_of(from, Class::Approx).any(|bound| {
            let end = bound.end(from);
            bound.length > 1
                && end > token
                && (analysis.kind(end) == TokenKind::Number
                    || analysis.is_any(end, ClassSet::of(&[Class::Cardinal, Class::Currency])))
        })
    })
}

/// "held | since June | were freed": whether a preposition that opens clauses as well governs a time, which leads to a verb.
fn governs_time(analysis: &Analysis<'_, '_>, at: usize, verb: usize) -> bool {
    let start = analysis.behind(at, Class::Adposition);
    let finite = analysis.is_any(verb, groups::AUXILIARY) || analysis.has_form(verb, Class::Verb, Form::PAST);
    finite && start < verb && is_time(analysis, start..verb) && prepositional_phrase(analysis, at, verb) == Some(verb)
}

/// "said | the profit before tax rose", "said | he and his wife knew": behind a verb that takes no noun for its object, what
/// follows is a clause of its own, whatever joins its words.
fn told(analysis: &Analysis<'_, '_>, verb: usize, second: usize) -> Option<usize> {
    let start = verb + 1;
    let subject = |at: usize| analysis.is(at, Class::Pronoun) && !analysis.is(at, Class::Possessive);
    let noun = start < second && (subject(start) || noun_phrase(analysis, start, second).is_some());
    if !noun || is_preposition(analysis, start) || !means_to_say(analysis, verb) {
        return None;
    }
    // "said the minister when he left", "said no and left", but "before tax", "he and his wife".
    let parts = |at: usize| {
        let governs = analysis.is(at, Class::Adposition) && !subject(at + 1);
        analysis.is_any(at, groups::OPENER) && !governs || at + 1 == second && joins_clauses(analysis, at, false)
    };
    (!(start..second).any(parts)).then_some(start)
}

/// "means | the firm will close": a verb that what follows from its subject may stand behind as a clause.
fn means_that(analysis: &Analysis<'_, '_>, verb: usize) -> bool {
    const MEANS: &[&str] = &["ensure", "mean"];
    analysis.senses_of(verb, Class::Verb).any(|sense| sense.length == 1 && analysis.means(*sense, MEANS))
}

/// The participle of a verb of saying behind an auxiliary: "has said", "is saying", "has been suggested"; or of thinking
/// where its subject is not what is thought of.
fn said(analysis: &Analysis<'_, '_>, behind: Range<usize>, suffers: bool) -> Option<usize> {
    let inside = |at: usize| between(analysis, at) || analysis.is(at, Class::Auxiliary);
    let at = behind.into_iter().take(4).find(|at| !inside(*at))?;
    let says = |sense: &Sense| {
        sense.form.has_any(Form::PARTICIPLE.and(Form::GERUND))
            && !sense.form.has(Form::CLAUSAL)
            && sense.length == 1
            && match analysis.verb_kind(*sense) {
                Some(VerbKind::Say | VerbKind::Find) => true,
                Some(VerbKind::Think) => !suffers || sense.form.has(Form::GERUND),
                _ => false,
            }
    };
    analysis.senses_of(at, Class::Verb).any(says).then_some(at)
}

/// "asks its creditors | to forgive", not "plans to cut" or "is able to cut": an infinitive behind a noun.
fn infinitive(view: View<'_, '_, '_>, before: Range<usize>, token: usize) -> Option<Cut> {
    let Range { start, end: verb } = before;
    let mark = mark_before(view.analysis, token)?;
    (verb + 1 < mark && mark > start && begins_infinitive(view, mark, token)).then_some(Cut::Before(mark))
}

/// "were killed in May | and 40 injured", not "and 40 injured fans went": behind a participle a number with another one.
fn elision(view: View<'_, '_, '_>, token: usize) -> Option<Cut> {
    const COUNTED: ClassSet = groups::NOUN.or(&[Class::Conversion]);
    let analysis = view.analysis;
    let participle = |at: usize| analysis.has_form(at, Class::Verb, Form::PARTICIPLE);
    if !participle(token) {
        return None;
    }
    let and = prepositional_phrase(analysis, token + 1, view.end).unwrap_or(token + 1);
    let number = behind_bound(analysis, and + 1, view.end);
    let elided = analysis.is_coordinator(and, Coordinator::And)
        && analysis.kind(number) == TokenKind::Number
        && participle(number + 1)
        && number + 1 < view.end
        && !analysis.is_any(number + 2, COUNTED);
    elided.then_some(Cut::Sharing(and))
}

fn begins_infinitive(view: View<'_, '_, '_>, mark: usize, verb: usize) -> bool {
    const NOMINAL: ClassSet = groups::NOUN.or(&[Class::Organisation, Class::Pronoun, Class::TimeUnit]);
    if !view.signs[verb].is(Sign::MARKED) {
        return false;
    }
    let analysis = view.analysis;
    let before = mark - 1;
    // "makes it illegal | to sell"
    let it = analysis.is(before, Class::Adjective) && before > 0 && analysis.is_pronoun(before - 1, Pronoun::It);
    // "from number one | to number three"
    let next = verb + 1;
    let number = analysis.is(next, Class::Cardinal) || analysis.kind(next) == TokenKind::Number;
    let rank = analysis.is(verb, Class::RankCue) && number;
    !rank
        && analysis
        .senses(verb)
        .iter()
        .any(|sense| matches!(sense.class, Class::Verb | Class::Auxiliary) && sense.form.has(Form::INFINITIVE))
        && (it || analysis.is_any(before, NOMINAL) || analysis.shape(before) != Shape::Lower)
        // "was planning to invest"
        && !(view.signs[before].is(Sign::NONFINITE) && analysis.is_any(before.wrapping_sub(1), groups::AUXILIARY))
        && !(analysis.is(before, Class::Verb) && analysis.is(before.wrapping_sub(1), Class::Pronoun))
}

/// The subject of a main or subordinate clause.
fn subject(view: View<'_, '_, '_>, clause: &Clause, verb: &VerbGroup, piece_of_verb: &Range<usize>) -> Subject {
    let analysis = view.analysis;
    let first = clause.extent().start;
    if clause.shared {
        return within(analysis, first..verb.tokens[0].max(first), verb);
    }
    if let ClauseKind::Subordinate(_) = clause.kind {
        // "as the agency announced": behind the conjunction, which may also be a preposition.
        // "the way | people buy": one of several words too.
        let behind = analysis.behind(first, Class::Subordinator).min(verb.finite);
        let subject = last_phrase(analysis, behind..verb.finite);
        if let Some(subject) = subject {
            let named = analysis.is(first, Class::Adposition).then(|| behind_event(analysis, &subject)).flatten();
            let subject = named.unwrap_or(subject);
            return Some(with_gerund(analysis, clause.kind, behind, verb, &subject).unwrap_or(subject));
        }
    }
    // "Praised by some, | the mayor …"
    // "Hardy, 45, | wrote"
    let number = |piece: &Range<usize>| {
        let comma = piece.start > first && analysis.word(piece.end) == ",";
        comma && piece.len() == 1 && analysis.kind(piece.start) == TokenKind::Number
    };
    let own = |piece: &Range<usize>| {
        // "While working in Leeds, | Hardy wrote"
        let first = piece.start + usize::from(analysis.is(piece.start, Class::Subordinator));
        // "The child, aged six, | was found"
        let aged = analysis.is(first, Class::AgeCue) && !piece.contains(&verb.finite.saturating_sub(1));
        (piece.contains(&verb.finite.saturating_sub(1)) || !opens(analysis, first)) && !number(piece) && !aged
    };
    let phrases = |inserted| {
        let fronts = fronts(analysis, clause, verb, piece_of_verb, inserted);
        fronts.filter(own).filter_map(|piece| last_phrase(analysis, piece))
    };
    let mut subjects = phrases(false);
    let found = subjects.next();
    let (adverbial, says) = (is_preposition(analysis, first), verb.says(analysis));
    // "In Poland, a small country, the number …": after an adverbial the subject stands next to the verb.
    // "Set in Leeds, | the play won", "Born in Luton, Bedfordshire, | Hardy wrote": after a participle too.
    // "Castlow, she said, was …": a verb of saying takes the nearest too.
    let found = if adverbial || says || leads_with_participle(analysis, clause, piece_of_verb) {
        let describes = |last: &Range<usize>| {
            [is_apposition, is_origin].iter().any(|tells| tells(analysis, found.as_ref(), last, verb.finite))
        };
        subjects.last().filter(|last| !describes(last)).or(found)
    } else {
        found
    };
    // "A former soldier, | Hardy joined the police": what stands in front without a preposition describes the one next to the verb.
    let beside = |found: &Range<usize>| {
        let front = found.end <= piece_of_verb.start && analysis.is(found.start, Class::IndefiniteArticle);
        let own = piece_of_verb.start..verb.finite.max(piece_of_verb.start);
        let plain = front && clause.pieces.len() == 2 && !own.clone().any(|at| analysis.is(at, Class::Coordinator));
        let subject = if plain { last_phrase(analysis, own) } else { None };
        let named = |at: usize| {
            let article = analysis.is(at, Class::Article) && !analysis.is(at, Class::IndefiniteArticle);
            article || analysis.kind(at) == TokenKind::Word && analysis.shape(at) != Shape::Lower
        };
        subject.filter(|subject| named(subject.start))
    };
    let found = found.map(|found| beside(&found).unwrap_or(found));
    let found = found.or_else(|| phrases(true).next());
    // "Among the guests from Leeds and | York were …": what is joined to the phrase in front.
    let bare = verb.head == verb.finite && analysis.is_auxiliary(verb.finite, Auxiliary::Be);
    let in_front =
        |found: &Range<usize>| adverbial && bare && found.start > first && joins_nouns(analysis, found.start - 1);
    let found = found.filter(|found| !in_front(found));
    // "and proposed the reform" goes on with the subject before.
    // "Those on high income - as a study says - are": behind an insertion nothing is inverted.
    let resumed = verb.finite == first && first > view.start;
    // "and there are five"
    let there = verb.finite > first && bare && analysis.is(verb.finite - 1, Class::Existential);
    let inverts = !clause.coordinate && (adverbial || says || analysis.is(verb.finite, Class::Auxiliary) && !resumed);
    let inverts = inverts || there;
    let behind = || within(analysis, verb.finite + 1..piece_of_verb.end, verb);
    // "shouted one | of the men"
    let whole =
        |found: Range<usize>| found.start..genitive(analysis, found.end, piece_of_verb.end).unwrap_or(found.end);
    let found = found.map(|found| behind_addressee(analysis, first, &found).unwrap_or(found));
    let found =
        found.map(|found| with_gerund(analysis, clause.kind, piece_of_verb.start, verb, &found).unwrap_or(found));
    found.or_else(|| behind().filter(|_| inverts).map(whole))
}

/// "*Closing* | the plant cost 300 jobs", "that *closing* | it cost jobs": a subject with the gerund that it is the object of, where that begins
/// the stretch of its verb; but "Leading the group is Emma Hardy".
fn with_gerund(
    analysis: &Analysis<'_, '_>,
    kind: ClauseKind,
    start: usize,
    verb: &VerbGroup,
    object: &Range<usize>,
) -> Subject {
    use Subordinator::{Because, If, That};
    const NO_VERB: ClassSet = groups::LINK.with(groups::MODIFIER);
    let opened = match kind {
        ClauseKind::Main => true,
        ClauseKind::Subordinate(kind) => matches!(kind, Because | If | That),
        _ => false,
    };
    let gerund = object.start.checked_sub(1).filter(|at| opened && *at >= start && *at < verb.finite)?;
    let acts = analysis.has_form(gerund, Class::Verb, Form::GERUND) && !analysis.is_any(gerund, NO_VERB);
    // "However, | closing the plant …", but "…, closing the plant …", "saying he …"
    let behind_comma = start > 0 && analysis.word(start - 1) == ",";
    let first = !behind_comma || start < 2 || analysis.begins_sentence(start - 2);
    let leads = (start..gerund).all(|at| analysis.is_any(at, ClassSet::of(&[Class::Coordinator, Class::Adverb])));
    let leads = first && leads && !governs_clause(analysis, gerund) && !means_that(analysis, gerund);
    let determined = (begins_object(analysis, object.start) || analysis.is_any(object.start, groups::BEFORE_NOUN))
        && !is_subject_pronoun(analysis, object.start);
    // "Leading the group is | Emma Hardy", but "is | a risk", "is | wrong"
    let next = verb.end();
    let described = || {
        let ends = analysis.kind(next + 1) != TokenKind::Word || analysis.is_any(next + 1, groups::LINK);
        analysis.is_any(next, groups::MODIFIER) && ends || analysis.is(next, Class::IndefiniteArticle)
    };
    let fits = !is_plural(analysis, verb) && (!verb.equates(analysis) || described());
    (acts && leads && determined && fits).then_some(gerund..object.end)
}

/// "told | reporters | prices would rise": behind whom the verb right before a clause tells it.
fn behind_addressee(analysis: &Analysis<'_, '_>, first: usize, subject: &Range<usize>) -> Subject {
    let rest = first + 1..subject.end;
    let whole = subject.start == first && noun_phrase(analysis, rest.start, rest.end) == Some(rest.end);
    (whole && is_addressee(analysis, first)).then_some(rest)
}

/// Whether a sentence begins with a participle and what a preposition opens, in a stretch of their own.
fn leads_with_participle(analysis: &Analysis<'_, '_>, clause: &Clause, piece_of_verb: &Range<usize>) -> bool {
    let first = clause.extent().start;
    let describes = || analysis.has_form(first, Class::Verb, Form::PARTICIPLE);
    piece_of_verb.start > first
        && analysis.begins_sentence(first)
        && describes()
        && is_preposition(analysis, first + 1)
        && clause.pieces.first().is_some_and(|piece| analysis.word(piece.end) == ",")
}

/// "After the game | Weber sold it": who is named right behind an event that a preposition governs.
fn behind_event(analysis: &Analysis<'_, '_>, phrase: &Range<usize>) -> Subject {
    let name = |at: &usize| analysis.kind(*at) == TokenKind::Word && analysis.shape(*at) != Shape::Lower;
    let first = phrase.clone().rev().take_while(name).last()?;
    let event = first > phrase.start && analysis.is_noun_of(first - 1, NounKind::Event);
    (event && analysis.is_any(phrase.start, groups::DETERMINER)).then_some(first..phrase.end)
}

/// The subject in the stretch before the finite verb: the last noun phrase that is no preposition's object, with the ones that "and" joins to it
/// and the prepositional phrases behind it: "In Poland the number of complaints", "the city and its mayor".
fn last_phrase(analysis: &Analysis<'_, '_>, piece: Range<usize>) -> Subject {
    const OBJECT: ClassSet = groups::DETERMINER.or(&[Class::Cardinal]);
    // "Hardy | last won in May"
    let adverb = piece.end > piece.start + 1 && is_last_or_next(analysis, piece.end - 1);
    let piece = piece.start..piece.end - usize::from(adverb);
    // "The campaign | this time | would focus", but "figures released earlier this year"
    const TIMES: ClassSet = ClassSet::of(&[Class::Times, Class::TimeUnit]);
    let timed = piece.len() > 2
        && analysis.is(piece.end - 2, Class::Demonstrative)
        && analysis.is_any(piece.end - 1, TIMES)
        && !analysis.is_any(piece.end - 3, groups::LINK.with(groups::MODIFIER).or(&[Class::Direction]))
        && !analysis.has_form(piece.end - 3, Class::Verb, Form::PARTICIPLE);
    let piece = piece.start..piece.end - if timed { 2 } else { 0 };
    if let Some(pronoun) = nominative_at_end(analysis, &piece) {
        return Some(pronoun..pronoun + 1);
    }
    let mut at = piece.start;
    let mut found: Subject = None;
    // Whether what comes next hangs on a preposition or on the phrase before.
    let (mut governed, mut joined) = (false, false);
    while at < piece.end {
        // "every man", but "every year"
        let quantifier = analysis.is(at, Class::Quantifier) && analysis.is_adposition(at, Adposition::Per);
        let each = quantifier && !analysis.is(at + 1, Class::TimeUnit);
        // "Talks to end | the strike", "plans to cut | 300 jobs": what an infinitive is done to is no subject.
        // "The bid to sell or close | the plants"
        let joined_verb = joins_nouns(analysis, at + 2) && analysis.has_form(at + 3, Class::Verb, Form::INFINITIVE);
        let behind = at + if joined_verb { 4 } else { 2 };
        let object = || analysis.is_any(behind, OBJECT) || analysis.kind(behind) == TokenKind::Number;
        // "An effort to narrow | the gap": so is what stands behind a word that no preposition governs before a determiner.
        let unknown = || {
            let base = analysis.is(at + 1, Class::Adjective) || analysis.is_unknown_word(at + 1);
            infinitive_mark(analysis, at) && base && analysis.shape(at + 1) == Shape::Lower
        };
        let infinitive = found.is_some() && object() && (verb::begins_infinitive(analysis, at) || unknown());
        if infinitive {
            at = behind;
            governed = true;
            continue;
        }
        if is_preposition(analysis, at) && !analysis.is(at, Class::Pronoun) && !each {
            at = analysis.behind(at, Class::Adposition);
            governed = true;
            continue;
        }
        // "The man accused of killing | his wife": what a gerund behind a preposition is done to.
        if governed && found.is_some() && begins_gerund(analysis, at) {
            at += 1;
            continue;
        }
        // "Closing the plant and selling | the land would save it"
        if joined && found.is_some() && begins_gerund(analysis, at) && begins_object(analysis, at + 1) {
            at += 1;
            continue;
        }
        if analysis.is(at, Class::Coordinator) && analysis.shape(at) == Shape::Lower {
            joined = true;
            at += 1;
            continue;
        }
        // What stands in brackets is no subject.
        if analysis.kind(at) == TokenKind::Open {
            at = (at..piece.end.min(at + 16)).find(|token| analysis.kind(*token) == TokenKind::Close).unwrap_or(at) + 1;
            continue;
        }
        if let Some(end) = distance(analysis, at, piece.end) {
            at = end;
            continue;
        }
        // "In May 2004 | Chinese authorities", "A quake of magnitude 6", but "In May | 300 people"
        let measure = || {
            let number = analysis.kind(at) == TokenKind::Number;
            number && found.is_some() && analysis.is_noun_of(at - 1, NounKind::Measure)
        };
        if at > piece.start && (goes_on_date(analysis, at) || measure()) {
            at += 1;
            continue;
        }
        if let Some(end) =
            time_before_name(analysis, at, piece.end).filter(|_| governed || analysis.is(at, Class::Deictic))
        {
            governed = false;
            at = end;
            continue;
        }
        // "children under | 18"
        if found.is_some()
            && analysis.kind(at) == TokenKind::Number
            && analysis.is(at - 1, Class::Approx)
            && analysis.is(at - 1, Class::Adposition)
        {
            at = noun_phrase(analysis, at, piece.end).unwrap_or(at + 1);
            continue;
        }
        // "anyone opening | it"
        if found.is_some() && analysis.has_form(at - 1, Class::Verb, Form::GERUND) && analysis.is(at, Class::Pronoun) {
            at += 1;
            continue;
        }
        let pronoun = at == piece.start && at + 1 == piece.end && analysis.is_any(at, groups::PRONOMINAL);
        if skipped(analysis, at) && !pronoun {
            at += skipped_length(analysis, at);
            continue;
        }
        let end = if pronoun { Some(at + 1) } else { noun_phrase(analysis, at, piece.end) };
        let Some(end) = end else {
            at += 1;
            continue;
        };
        // What is told of a noun by a participle hangs on it: "figures | released last week".
        // "the judge | hearing the case"
        let gerund = || (end < piece.end && begins_gerund(analysis, end)).then_some(end);
        let participle = (at + 1..end).find(|here| begins_participle(analysis, *here, at)).or_else(gerund);
        let end = participle.unwrap_or_else(|| if governed { end } else { behind_number(analysis, end, piece.end) });
        let object = std::mem::take(&mut governed);
        let with_before = std::mem::take(&mut joined) && found.is_some();
        let subject =
            pronoun || !is_oblique(analysis, at) && !is_time(analysis, at..end) && is_nominal(analysis, at..end);
        if !object && !with_before && subject {
            found = Some(at..end);
        }
        governed = participle.is_some();
        at = end.max(at + 1) + usize::from(governed);
    }
    let found = found?;
    Some(found.start..trimmed(analysis, found.start..piece.end).max(found.start + 1))
}

/// Whether a number goes on with a date: "May 2004", "on May 3", "Monday 3 May".
fn goes_on_date(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const DAYS: RangeInclusive<i16> = 1..=31;
    let before = ClassSet::of(&[Class::Month, Class::Season, Class::Part]);
    if analysis.kind(at) != TokenKind::Number || !is_time(analysis, at - 1..at) {
        return false;
    }
    let Some(s) = Sentence::new(analysis, analysis.sentence_of(at)) else {
        return false;
    };
    let day = s.digits(at).is_some_and(|day| DAYS.contains(&day));
    analysis.is_any(at - 1, before) && (day || s.means_year(at)) || day && analysis.is(at + 1, Class::Month)
}

/// "Halo 2 | was released": behind the number that a name ends in, which a thing or a work has.
fn behind_number(analysis: &Analysis<'_, '_>, end: usize, limit: usize) -> usize {
    const LONGEST: usize = 4;
    const OTHER: ClassSet = groups::TIME.with(groups::PLACE).with(groups::DETERMINER).with(groups::NOUN);
    let name = end - 1;
    let named = analysis.kind(name) == TokenKind::Word
        && analysis.shape(name) != Shape::Lower
        && !analysis.is_any(name, OTHER.with(groups::ATTRIBUTE));
    let closes = end + 1 == limit && analysis.kind(end) == TokenKind::Number && analysis.word(end).len() <= LONGEST;
    // "The FTSE 100 | index"
    let noun = || {
        let phrase = noun_phrase(analysis, end + 1, limit) == Some(limit);
        phrase && analysis.sense(limit - 1, Class::Noun).is_some_and(|noun| !noun.form.has(Form::PLURAL))
    };
    // "A magnitude 6.1 | quake"
    let scale = || analysis.is_noun_of(name, NounKind::Measure);
    if (named || scale()) && analysis.kind(end) == TokenKind::Number && noun() {
        return limit;
    }
    end + usize::from(named && closes)
}

/// "the money | they raised": right before the verb a pronoun that is no object is its subject, whatever stands before it.
fn nominative_at_end(analysis: &Analysis<'_, '_>, piece: &Range<usize>) -> Option<usize> {
    let last = piece.end.checked_sub(1).filter(|last| *last > piece.start)?;
    let subject = is_subject_pronoun(analysis, last) && !is_oblique(analysis, last);
    (subject && !joins_nouns(analysis, last - 1)).then_some(last)
}

/// "In 2004 | Microsoft", "On Monday evening | Emma Hardy", "Last May | Germany": a time with a name right behind it, which has its
/// capital as well.
fn time_before_name(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    const TIME: ClassSet = groups::DAY.or(&[Class::DayPart, Class::Month, Class::Season]);
    let deictic = analysis.is(at, Class::Deictic);
    let first = at + usize::from(deictic);
    // "Last week | Siemens"
    let unit = |token: usize| deictic && token == first && analysis.is(token, Class::TimeUnit);
    let time =
        |token: &usize| analysis.is_any(*token, TIME) || unit(*token) || analysis.kind(*token) == TokenKind::Number;
    let behind = (first..end.min(first + LONGEST)).find(|token| !time(token))?;
    let told = analysis.is_any(first, TIME) || unit(first) || is_time(analysis, first..first + 1);
    let name = analysis.kind(behind) == TokenKind::Word && analysis.shape(behind) != Shape::Lower;
    (behind > first && told && name).then_some(behind)
}

/// "A week later | police …", "three years ago": a distance in time, which is no part of the phrase behind it.
fn distance(analysis: &Analysis<'_, '_>, at: usize, end: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    const BEFORE: ClassSet = ClassSet::of(&[Class::Approx, Class::Article, Class::Cardinal, Class::Quantifier]);
    let number = |token: usize| analysis.kind(token) == TokenKind::Number || analysis.is_any(token, BEFORE);
    let unit = (at..end.min(at + LONGEST)).find(|token| !number(*token))?;
    let behind = unit + 1;
    let several = || analysis.has_form(unit, Class::TimeUnit, Form::PLURAL);
    let told = (unit > at || several())
        && analysis.is(unit, Class::TimeUnit)
        && analysis.is(behind, Class::Direction)
        && !analysis.is_any(behind, ClassSet::of(&[Class::Adjective, Class::Adposition]));
    (told && behind < end).then_some(behind + 1)
}
