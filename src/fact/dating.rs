//! Times that tell when a noun of the clause is from, and not when it is so.

use std::ops::Range;

use super::context::Context;
use crate::answer::{EntityType, Mention, Span, Time, TimeType};
use crate::clause::{is_person, noun_phrase};
use crate::lexicon::class::{Adposition, NounKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::reading::phrase::{is_possessor, is_preposition};
use crate::text::{Shape, TokenKind};

/// Whether a date tells of a noun, before which it may stand or behind which it hangs, and not of what is told.
pub(super) fn dates_noun(context: &Context<'_, '_, '_>, told: Span, time: &Time<'_>) -> bool {
    is_attribute(context, time)
        || is_of_other_noun(context, told, time)
        || is_of_person(context, time)
        || is_of_occurrence(context, time.span)
        || is_of_name(context, time.span)
        || hangs_on_noun(context, time.span)
        || is_of_since(context, time.span)
        || is_of_participle(context, told, time.span)
        || is_of_attribute(context, time.span)
        || is_reached_back_to(context, time.span)
}

/// "files dating back *to 1985*": how far something reaches back.
fn is_reached_back_to(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let to = analysis.tokens_of(time).start.checked_sub(2);
    to.is_some_and(|back| analysis.is(back, Class::Direction) && analysis.is_adposition(back + 1, Adposition::To))
}

/// "im Streit um die Bewerbung um die Ausrichtung der Winterspiele *1988*": a year right behind an event that is the attribute of another noun, where years
/// need no preposition.
fn is_of_attribute(context: &Context<'_, '_, '_>, time: Span) -> bool {
    /// How far before its noun a determiner may stand.
    const FAR: usize = 5;
    let analysis = context.analysis;
    let year = analysis.tokens_of(time);
    let noun = |at: usize| {
        analysis.kind(at) == TokenKind::Word
            && analysis.shape(at) != Shape::Lower
            && !analysis.is(at, Class::Adposition)
    };
    let alone = year.len() == 1 && analysis.kind(year.start) == TokenKind::Number;
    let Some(event) = year.start.checked_sub(1).filter(|at| alone && analysis.is_noun_of(*at, NounKind::Event)) else {
        return false;
    };
    let determiner = (event.saturating_sub(FAR)..event).rev().find(|at| is_possessor(analysis, *at));
    determiner.is_some_and(|determiner| {
        analysis.profile(analysis.sentence_of(event)).genitive_case
            && noun_phrase(analysis, determiner, year.start) == Some(year.start)
            && determiner.checked_sub(1).is_some_and(noun)
    })
}

/// "the 5% | estimated in May": behind a participle that describes a noun or amount right before it, in a language whose verb
/// stands before its phrases; of another than what is told.
fn is_of_participle(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    let analysis = context.analysis;
    let start = analysis.token_at(time.start);
    let Some(participle) = start.checked_sub(2).filter(|_| analysis.is(start - 1, Class::Adposition)) else {
        return false;
    };
    let described = participle.wrapping_sub(1);
    let amount =
        analysis.is_any(described, groups::NOUN.with(groups::UNIT)) || analysis.kind(described) == TokenKind::Symbol;
    amount
        && analysis.has_form(participle, Class::Verb, Form::PARTICIPLE)
        && !analysis.profile(analysis.sentence_of(start)).verb_final
        && context
            .clause_of(participle)
            .and_then(|clause| clause.verb.as_ref())
            .is_some_and(|verb| verb.end() < participle)
        && !analysis.span(described..described + 1).overlaps(told)
}

/// "die Sitzung *vom Mittwoch*", "*Monday's* meeting": a time that hangs on a noun, but tells mostly when something is so, where
/// there is no other.
pub(super) fn may_hang_on_noun(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time);
    if analysis.is_possessive(tokens.end, tokens.start) {
        return true;
    }
    let article = tokens.start - usize::from(tokens.start > 0 && analysis.is_any(tokens.start - 1, groups::ATTRIBUTE));
    let preposition = article.checked_sub(1).filter(|at| *at > 0);
    preposition.is_some_and(|of| {
        analysis.profile(analysis.sentence_of(of)).capital_nouns
            && analysis.is_adposition(of, Adposition::From)
            && analysis.holds_article(of)
            && analysis.kind(of - 1) == TokenKind::Word
            && analysis.shape(of - 1) != Shape::Lower
    })
}

/// "1,686 daily infections", "tägliche Fälle": how often, said of a noun, is no time of what the clause tells.
fn is_attribute(context: &Context<'_, '_, '_>, time: &Time<'_>) -> bool {
    let analysis = context.analysis;
    let end = analysis.tokens_of(time.span).end;
    let profile = analysis.profile(analysis.sentence_of(end - 1));
    let declined = !profile.capital_nouns || (profile.adjective_like)(analysis.word(end - 1));
    // "a *yearly* high"
    let determined = || {
        let start = analysis.token_at(time.span.start);
        start > 0 && analysis.is(start - 1, Class::Article) && analysis.kind(end) == TokenKind::Word
    };
    time.kind == TimeType::Set && declined && (analysis.is(end, Class::Noun) || determined())
}

/// "the *current* chairman sold 300 shares": before a noun a word for now tells only of that.
fn is_of_other_noun(context: &Context<'_, '_, '_>, told: Span, time: &Time<'_>) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time.span);
    let (start, last) = (tokens.start, tokens.end - 1);
    let profile = analysis.profile(analysis.sentence_of(last));
    let describes = analysis.is(last, Class::Adjective) || (profile.adjective_like)(analysis.word(last));
    let first = start - usize::from(start > 0 && analysis.is_any(start - 1, groups::DETERMINER));
    let phrase = || noun_phrase(analysis, first, analysis.tokens.len()).filter(|end| *end > tokens.end);
    time.value.ends_with("_REF") && describes && phrase().is_some_and(|end| !analysis.span(first..end).overlaps(told))
}

/// "for the second time *in three years*", "zum dritten Mal *in fünf Jahren*": within what something happened again.
fn is_of_occurrence(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let Range { start, end } = analysis.tokens_of(time);
    let start = start - usize::from(start > 0 && !analysis.is(start, Class::Adposition));
    let number = |at: usize| analysis.kind(at) == TokenKind::Number || analysis.is(at, Class::Cardinal);
    analysis.is(start, Class::Adposition)
        && end > start + 2
        && analysis.is(end - 1, Class::TimeUnit)
        && number(end - 2)
        && start > 1
        && analysis.is(start - 1, Class::Times)
        && analysis.is(start - 2, Class::OrdinalWord)
}

/// "the *2003* champion won 300 games": of which year somebody is something.
fn is_of_person(context: &Context<'_, '_, '_>, time: &Time<'_>) -> bool {
    const YEAR: usize = "2014".len();
    /// How many words may stand between the year and who it is.
    const FAR: usize = 5;
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time.span);
    let determined = || tokens.start > 0 && analysis.is_any(tokens.start - 1, groups::DETERMINER);
    let word = |at: &usize| analysis.kind(*at) == TokenKind::Word && !analysis.is_any(*at, groups::CLOSED);
    let last = (tokens.end..tokens.end + FAR)
        .take_while(word)
        .take_while(|at| !analysis.is_any(*at, groups::VERBAL) || analysis.is_any(*at, groups::NOUN));
    time.value.len() == YEAR
        && tokens.len() == 1
        && !analysis.profile(analysis.sentence_of(tokens.start)).capital_nouns
        && determined()
        && last.last().is_some_and(|last| is_person(analysis, last))
}

/// "the lowest tally | over the past 400 days", "its best result | since 2010": since when or how long something has not been so.
pub(super) fn is_of_superlative(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    /// How far before the time the superlative may stand.
    const FAR: usize = 8;
    let analysis = context.analysis;
    let start = analysis.tokens_of(time).start;
    let profile = analysis.profile(analysis.sentence_of(start));
    let verb = |at: usize| {
        let clause = context.clause_of(at).and_then(|clause| clause.verb.as_ref());
        clause.is_some_and(|verb| verb.tokens.contains(&at))
    };
    let apart =
        |at: usize| is_preposition(analysis, at) && !analysis.is_any_adposition(at, &[Adposition::Of, Adposition::In]);
    // The one that leads the time itself.
    let leads = |at: usize| at + 1 == start;
    let inside = |at: &usize| {
        let told = analysis.span(*at..*at + 1).overlaps(told);
        analysis.kind(*at) == TokenKind::Word && !told && !verb(*at) && (leads(*at) || !apart(*at))
    };
    let superlative = |at: usize| {
        at > 0
            && analysis.is_any(at - 1, groups::DETERMINER)
            && !analysis.is(at - 1, Class::IndefiniteArticle)
            && analysis.shape(at) == Shape::Lower
            && !analysis.is_any(at, groups::NUMBER.or(&[Class::Deictic, Class::Noun]))
            && (profile.superlative_like)(analysis.word(at))
    };
    (start.saturating_sub(FAR)..start).rev().take_while(inside).any(superlative)
}

/// "das Ergebnis von 2013", "ein Haus aus dem Jahr 1950": behind a noun and a preposition that says whence, where nouns have
/// capitals and the phrase could stand nowhere else.
fn hangs_on_noun(context: &Context<'_, '_, '_>, time: Span) -> bool {
    /// How many words a source has.
    const SOURCE: usize = 6;
    let analysis = context.analysis;
    let start = analysis.tokens_of(time).start;
    let article = usize::from(start > 0 && analysis.is(start - 1, Class::Article));
    let Some(preposition) = start.checked_sub(1 + article).filter(|preposition| *preposition > 0) else {
        return false;
    };
    let noun = preposition - 1;
    // "ab Mai", "vom Mai"
    let other = || {
        analysis.is_adposition(preposition, Adposition::Starting)
            && !analysis.is_adposition(preposition, Adposition::Of)
    };
    // "nach Angaben der Polizei vom Montag", but "der Unfall vom Montag"
    let of_source = || {
        let word = |at: &usize| analysis.kind(*at) == TokenKind::Word;
        let mut before = (preposition.saturating_sub(SOURCE)..preposition).rev().take_while(word);
        before.any(|at| analysis.is(at, Class::SourceBefore))
    };
    analysis.profile(analysis.sentence_of(start)).capital_nouns
        && analysis.is_adposition(preposition, Adposition::From)
        && (!analysis.holds_article(preposition) || of_source())
        && !other()
        && analysis.kind(noun) == TokenKind::Word
        && analysis.shape(noun) != Shape::Lower
}

/// "die niedrigste Zahl *der letzten 460 Tage*": a length of time in the genitive, right behind a noun.
pub(super) fn is_of_noun(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let first = analysis.tokens_of(time).start;
    let article = if is_possessor(analysis, first) { Some(first) } else { first.checked_sub(1) };
    let noun = article.filter(|article| is_possessor(analysis, *article)).and_then(|article| article.checked_sub(1));
    noun.is_some_and(|noun| {
        analysis.kind(noun) == TokenKind::Word
            && analysis.shape(noun) != Shape::Lower
            && !analysis.is(noun, Class::Adposition)
            && analysis.profile(analysis.sentence_of(noun)).capital_nouns
    })
}

/// "erstmals seit dem Rekordjahr 2012", "the first since the election in 2013": a date that tells of which the noun is from
/// which on something has not been so.
fn is_of_since(context: &Context<'_, '_, '_>, time: Span) -> bool {
    /// How many words may stand between the preposition and the date.
    const FAR: usize = 5;
    let analysis = context.analysis;
    let start = analysis.tokens_of(time).start;
    let inside = |at: &usize| analysis.kind(*at) == TokenKind::Word && !analysis.is_any(*at, groups::VERBAL);
    let before = (start.saturating_sub(FAR)..start).rev().take_while(inside);
    let since = before.into_iter().find(|at| analysis.is_adposition(*at, Adposition::Since));
    let noun = |at: usize| analysis.is(at, Class::Noun) || analysis.shape(at) != Shape::Lower;
    since.and_then(|since| noun_phrase(analysis, since + 1, start)).is_some_and(|end| noun(end - 1))
}

/// "with the films Boxer (1997) and Lincoln (2012)", "Huber (2004–2010)": years alone in brackets behind a name or title are those of what
/// it names.
pub(super) fn is_of_name(context: &Context<'_, '_, '_>, span: Span) -> bool {
    /// How far a bracket may stand from a year of a range.
    const NEAR: usize = 3;
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(span);
    let year = |at: &usize| matches!(analysis.kind(*at), TokenKind::Number | TokenKind::Dash | TokenKind::Hyphen);
    let open = (tokens.start.saturating_sub(NEAR)..tokens.start).rev().find(|at| !year(at));
    let close = (tokens.start..tokens.end + NEAR).find(|at| !year(at));
    let (Some(open), Some(close)) = (open, close) else {
        return false;
    };
    let Some(before) = open.checked_sub(1) else {
        return false;
    };
    if analysis.kind(open) != TokenKind::Open || analysis.kind(close) != TokenKind::Close {
        return false;
    }
    let title = || {
        let capital_nouns = analysis.profile(analysis.sentence_of(before)).capital_nouns;
        !capital_nouns && analysis.shape(before) == Shape::Title && !analysis.is_any(before, groups::PLACE)
    };
    let mentions = &context.answer.mentions;
    let end = analysis.span(before..before + 1).end;
    let named = || {
        let mention = mentions.partition_point(|mention| mention.span.end < end);
        let work = |mention: &Mention<'_>| matches!(mention.kind, EntityType::Misc | EntityType::Per);
        mentions.get(mention).is_some_and(|mention| mention.span.end == end && work(mention))
    };
    analysis.kind(before) == TokenKind::Quote || title() || named()
}

/// "der seit Mai amtierende Minister", "die im Mai gefundenen Bilder": when what stands before a noun is so.
pub(super) fn is_in_attribute(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    /// How far before a time its noun phrase may begin.
    const FAR: usize = 6;
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time);
    if !analysis.profile(analysis.sentence_of(tokens.start)).capital_nouns {
        return false;
    }
    let member = |at: &usize| matches!(analysis.kind(*at), TokenKind::Word | TokenKind::Number | TokenKind::Ordinal);
    // "ihre 2007 begonnene Geschichte"
    let dated = |at: usize| {
        at == tokens.start && (analysis.profile(analysis.sentence_of(at)).adjective_like)(analysis.word(tokens.end))
    };
    let begins = |at: &usize| {
        analysis.is_any(*at, groups::DETERMINER) && (analysis.is(*at + 1, Class::Adposition) || dated(*at + 1))
    };
    let before = (tokens.start.saturating_sub(FAR)..tokens.end).rev().take_while(member);
    before.into_iter().find(begins).is_some_and(|at| {
        let end = noun_phrase(analysis, at, analysis.tokens.len());
        end.is_some_and(|end| end > tokens.end && !analysis.span(at..end).overlaps(told))
    })
}
