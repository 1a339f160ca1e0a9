//! What a clause says its subject is like, or what becomes of its object.

use std::ops::Range;

use super::context::Context;
use crate::clause::{Clause, SHOWS, VerbGroup, is_fronted_adjective, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Coordinator, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::phrase::genitive;
use crate::text::{Shape, TokenKind};

/// "was | responsible for the fire", "ist seit Montag | rechtskräftig": the adjective that says what the subject is like.
pub(super) fn adjective(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    const BETWEEN: ClassSet = ClassSet::of(&[Class::Adverb, Class::Negation, Class::TimeRef]);
    const OTHER: ClassSet = groups::NOUN.with(groups::LINK).or(&[Class::Quantifier, Class::Cardinal, Class::Direction]);
    let profile = analysis.profile(clause.sentence);
    if profile.verb_final {
        // "rechtskräftig": where adjectives decline, a word without an ending that no dictionary knows is one too.
        let last = closing_word(analysis, clause, verb);
        let unknown = |at: &usize| analysis.is_unknown_word(*at) && !(profile.adjective_like)(analysis.word(*at));
        return result(analysis, clause, verb).or(last.filter(unknown));
    }
    let limit = clause.piece_of(verb.finite)?.end;
    let at = (verb.end()..limit).find(|at| !analysis.is_any(*at, BETWEEN))?;
    let follows = at + 1 < limit && analysis.kind(at + 1) == TokenKind::Word && !analysis.is(at + 1, Class::Adposition);
    (analysis.is(at, Class::Adjective) && analysis.shape(at) == Shape::Lower && !analysis.is_any(at, OTHER) && !follows)
        .then_some(at)
}

/// "was | too small": an adjective with the word before it that says that it is so too much.
pub(super) fn with_degree(analysis: &Analysis<'_, '_>, adjective: usize) -> Range<usize> {
    let excess = adjective > 0 && analysis.is(adjective - 1, Class::Excess);
    adjective - usize::from(excess)..adjective + 1
}

/// "came | too late", "reacted | too slowly": how something is done, where that is why it is told; right behind its verb, where that
/// stands before its object.
pub(super) fn excess(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    if analysis.profile(clause.sentence).verb_final {
        return excess_at_end(analysis, clause, verb);
    }
    let at = verb.end();
    if verb.passive || !analysis.is(at, Class::Excess) {
        return None;
    }
    let (how, limit) = (at + 1, clause.piece_of(verb.finite)?.end);
    let manner = || {
        let unknown = analysis.is_unknown_word(how);
        analysis.is_any(how, ClassSet::of(&[Class::Adverb, Class::Adjective, Class::Direction]))
            || unknown && (analysis.profile(clause.sentence).adverb_like)(analysis.word(how))
    };
    let closes =
        how + 1 >= limit || analysis.kind(how + 1) != TokenKind::Word || analysis.is(how + 1, Class::Adposition);
    let noun = analysis.is_any(how, groups::NOUN.or(&[Class::Quantifier]));
    (how < limit && !noun && manner() && closes).then_some(at..how + 1)
}

/// "reagierte | zu langsam": the same at the end of the clause, where the verb stands second or last.
fn excess_at_end(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    let profile = analysis.profile(clause.sentence);
    let at = closing_word(analysis, clause, verb)?;
    let too = at.checked_sub(1).filter(|too| clause.holds(*too))?;
    // "stieg *nach oben*", "kritisch von Anfang *an*"
    let other = analysis.is_any_adposition(too, &[Adposition::After, Adposition::At, Adposition::In, Adposition::On]);
    (analysis.is_adposition(too, Adposition::To)
        && !other
        && !analysis.holds_article(too)
        && !verb.tokens.contains(&too)
        && analysis.shape(at) == Shape::Lower
        && analysis.is_any(at, ClassSet::of(&[Class::Adjective, Class::Adverb]))
        && !analysis.is_any(at, groups::VERBAL.or(&[Class::Cardinal]))
        && !(profile.adjective_like)(analysis.word(at)))
    .then_some(too..at + 1)
}

/// "is in | trouble", "ist seit Montag in | Gefahr": a noun without a determiner behind a preposition, neither a name nor a time,
/// where no adjective says what the subject is like.
pub(super) fn state(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    const STATES: &[Adposition] = &[Adposition::In, Adposition::On, Adposition::Under, Adposition::Without];
    const NAMES: ClassSet = groups::NAMED.with(groups::PERSON).with(groups::TIME);
    let analysis = context.analysis;
    let profile = analysis.profile(clause.sentence);
    let noun = if profile.verb_final {
        closing_word(analysis, clause, verb)?
    } else {
        let mut behind = verb.end()..clause.piece_of(verb.finite)?.end;
        behind.find(|at| !analysis.is(*at, Class::Adverb)).map(|preposition| preposition + 1)?
    };
    let preposition = noun.checked_sub(1)?;
    // "is at risk", but "ist bei Freunden"
    let leads = || {
        analysis.is_any_adposition(preposition, STATES)
            || !profile.verb_final && analysis.is_adposition(preposition, Adposition::At)
    };
    let common =
        if profile.capital_nouns { analysis.shape(noun) == Shape::Title } else { analysis.is(noun, Class::Noun) };
    let alone = clause.holds(noun) && noun_phrase(analysis, noun, noun + 2) == Some(noun + 1);
    (leads()
        && !analysis.holds_article(preposition)
        && common
        && alone
        && !analysis.is_any(noun, NAMES)
        && !context.is_time(analysis.span(noun..noun + 1)))
    .then_some(noun..noun + 1)
}

/// "zeigte sich | besorgt über die Lage", "sich | mit dem Plan zufrieden | gab": how somebody shows themselves, with what that is
/// about, where adjectives follow the reflexive pronoun.
pub(super) fn appearance(context: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    use Adposition::{About, Against, For, From, Of, Over, Towards, With};
    const ABOUT: &[Adposition] = &[About, Against, For, From, Of, Over, Towards, With];
    const DEGREE: ClassSet = ClassSet::of(&[Class::Quantifier, Class::Approx, Class::PossibleAdverb]);
    /// How far before the adjective begins what it is about.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    let shows = verb.means(analysis, SHOWS);
    let piece = clause.piece_of(verb.finite).filter(|_| shows && analysis.profile(clause.sentence).verb_final)?;
    let reflexive = piece.clone().find(|at| analysis.is_reflexive(*at))?;
    // "*Gelassen* zeigte sich Huber"
    let front = piece.start..verb.finite;
    if is_fronted_adjective(analysis, &front, verb) {
        return Some(front);
    }
    let last = closing_word(analysis, clause, verb)?;
    let about = |at: usize, end: usize| {
        let governed = analysis.is_any_adposition(at, ABOUT);
        let end = prepositional_phrase(analysis, at, end).filter(|_| governed)?;
        (!context.is_time(analysis.span(end - 1..end))).then_some(end)
    };
    let describes = |at: usize| at > reflexive && !verb.tokens.contains(&at) && is_undeclined(analysis, at);
    let (mut start, end) = if describes(last) {
        let near = (last.saturating_sub(NEAR).max(reflexive + 1)..last).find(|at| about(*at, last) == Some(last));
        (near.unwrap_or(last), last + 1)
    } else {
        let limit = verb.tokens.iter().copied().find(|token| *token > last).unwrap_or(piece.end);
        let adjective = (reflexive + 1..limit).find(|at| describes(*at) && about(at + 1, limit).is_some())?;
        let first = about(adjective + 1, limit)?;
        (adjective, genitive(analysis, first, limit).unwrap_or(first))
    };
    // "wenig überrascht", "erleichtert und dankbar"
    while start > reflexive + 1 && analysis.is_any(start - 1, DEGREE) {
        start -= 1;
    }
    if start > reflexive + 2 && analysis.is_coordinator(start - 1, Coordinator::And) && describes(start - 2) {
        start -= 2;
    }
    Some(start..end)
}

/// "besorgt", "gelassen": a word that can be an adjective, with no noun behind it that it declines for.
pub(super) fn is_undeclined(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::LINK.with(groups::PRONOMINAL).with(groups::DETERMINER).or(&[
        Class::Adverb,
        Class::Negation,
        Class::Noun,
        Class::Quantifier,
        Class::Cardinal,
        Class::Particle,
    ]);
    analysis.kind(at) == TokenKind::Word
        && analysis.shape(at) == Shape::Lower
        && !analysis.is_any(at, OTHER)
        && (analysis.is_any(at, ClassSet::of(&[Class::Adjective, Class::Stance]))
            || analysis.has_form(at, Class::Verb, Form::PARTICIPLE)
            || analysis.lexed.classes(at).has_none())
}

/// "nimmt den Fall *ernst*", "steht *bereit*": the adjective that closes a main clause, or stands before the verb that
/// closes another, goes with the verb.
pub(super) fn result(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    let profile = analysis.profile(clause.sentence);
    closing_word(analysis, clause, verb).filter(|at| {
        profile.verb_final
            && analysis.shape(*at) == Shape::Lower
            // "blieb ihnen *verwehrt*"
            && (analysis.is(*at, Class::Adjective)
                || verb.kind(analysis) == Some(VerbKind::Steady) && analysis.has_form(*at, Class::Verb, Form::PARTICIPLE))
            && !analysis.is_any(*at, ClassSet::of(&[Class::Noun, Class::Quantifier, Class::Cardinal]))
            && !is_inflected(analysis, *at)
            // "65 Jahre oder *älter*", "nicht der *stärkste*"
            && !at.checked_sub(1).is_some_and(|before| analysis.is_any(before, groups::DETERMINER.or(&[Class::Coordinator])))
            // "hält den Plan | für falsch", "bezeichnet ihn | als klug"
            && !at.checked_sub(1).is_some_and(|before| analysis.is_any_adposition(before, &[Adposition::As, Adposition::For]))
    })
}

/// "große", but not "offen": an adjective with an ending without which it is one as well.
fn is_inflected(analysis: &Analysis<'_, '_>, at: usize) -> bool {
    /// The longest ending in bytes: "-en".
    const LONGEST: usize = 2;
    let (sentence, word) = (analysis.sentence_of(at), analysis.word(at));
    let adjective = |base: &str| {
        analysis
            .senses_for(sentence, base)
            .any(|sense| matches!(sense.class, Class::Adjective | Class::Adverb | Class::Verb))
    };
    let without = |length: usize| word.len().checked_sub(length).and_then(|end| word.get(..end));
    (analysis.profile(sentence).adjective_like)(word) && (1..=LONGEST).filter_map(without).any(adjective)
}

/// The last word of the stretch with the finite verb that is no part of the verb.
pub(super) fn closing_word(analysis: &Analysis<'_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    let mut words = clause.piece_of(verb.finite)?.clone().rev().filter(|at| analysis.kind(*at) == TokenKind::Word);
    words.find(|at| !verb.tokens.contains(at))
}
