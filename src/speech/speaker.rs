//! Who speaks, and in what.

use std::ops::Range;

use super::context::Context;
use crate::answer::{EntityType, Mention, Reference};
use crate::clause::{Clause, ClauseKind, noun_phrase};
use crate::lexicon::class::{Adposition, Pronoun};
use crate::lexicon::{Class, ClassSet, Form};
use crate::text::{Shape, TokenKind};

/// The dictionaries' id of nouns for a thought or claim rather than a text.
pub(super) const CLAIM: &str = "claim";

/// How many tokens a speaker may have.
const LONGEST: usize = 30;

/// The speaker of a clause with a verb of saying: its subject, in the passive its agent.
pub(super) fn of_clause(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let verb = clause.verb.as_ref()?;
    if verb.passive {
        return agent(cx, clause);
    }
    let subject = clause.subject.clone().or_else(|| {
        let at = verb.finite + 1;
        let end = phrase(cx, at, at + LONGEST)?;
        Some(at..end)
    })?;
    if is_nobody(cx, &subject, cx.analysis.profile(clause.sentence).verb_final) {
        return None;
    }
    Some(whole(cx, subject))
}

/// "es heißt", "man": no one in particular. An English "it" can be an organisation.
fn is_nobody(cx: &Context<'_, '_, '_>, subject: &Range<usize>, verb_final: bool) -> bool {
    subject.len() == 1
        && cx.analysis.senses_of(subject.start, Class::Pronoun).any(|sense| match Pronoun::from_value(sense.value) {
            Some(Pronoun::It) => verb_final,
            Some(Pronoun::One | Pronoun::Self_) => true,
            _ => false,
        })
}

/// "wird von der Polizei gesucht": what follows the preposition of an agent.
fn agent(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let mut tokens = clause.pieces.iter().cloned().flatten();
    let by = tokens.find(|token| cx.analysis.is_adposition(*token, Adposition::By))?;
    let end = phrase(cx, by + 1, by + 1 + LONGEST)?;
    Some(by + 1..end)
}

/// "von", "of".
pub(super) fn is_of(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    cx.analysis.is_adposition(token, Adposition::Of)
}

/// Whether what follows a noun says whose it is: "der Polizei", "von Polizisten", "of the police".
pub(super) fn opens_genitive(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    is_of(cx, token) || is_genitive(cx, token)
}

/// A subject with what hangs on it behind the clause's own view: names in quotation marks, brackets, genitives.
fn whole(cx: &Context<'_, '_, '_>, subject: Range<usize>) -> Range<usize> {
    let limit = subject.start + LONGEST;
    subject.start..attached(cx, subject.end, limit).max(subject.end)
}

/// The end of a noun phrase with all that hangs on it: "der Sprecherin des Verbands (VZF)", "the “Daily Mail”".
pub(super) fn phrase(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    let limit = limit.min(cx.tokens_of(cx.analysis.sentence_of(at)).end);
    let pronoun = || (cx.analysis.is(at, Class::Pronoun) && at < limit).then_some(at + 1);
    let end = noun_phrase(cx.analysis, at, limit).or_else(|| quoted_name(cx, at, limit)).or_else(pronoun)?;
    Some(attached(cx, end, limit))
}

/// "der „Nordkurier“": a name in quotation marks, perhaps behind an article.
fn quoted_name(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    let mut mark = at;
    while mark < limit && mark < at + 3 && cx.analysis.kind(mark) == TokenKind::Word {
        mark += 1;
    }
    let quote = &cx.quotes[cx.quote_at(mark)?];
    (quote.outer.start == mark && quote.outer.end <= limit && quote.inner.len() <= 8).then_some(quote.outer.end)
}

fn attached(cx: &Context<'_, '_, '_>, mut end: usize, limit: usize) -> usize {
    let analysis = cx.analysis;
    for _ in 0..5 {
        if end >= limit {
            return end.min(limit);
        }
        let next = match analysis.kind(end) {
            TokenKind::Quote => cx
                .quote_at(end)
                .map(|at| &cx.quotes[at])
                .filter(|quote| quote.outer.start == end && cx.is_title(quote) && !cx.has_verb(&quote.inner))
                .map(|quote| quote.outer.end),
            TokenKind::Open => (end + 1..limit.min(end + 12))
                .find(|token| analysis.kind(*token) == TokenKind::Close)
                .map(|close| close + 1),
            _ if cx.analysis.is_adposition(end, Adposition::Of) => phrase_once(cx, end + 1, limit),
            _ if is_genitive(cx, end) && is_noun(cx, end - 1) => phrase_once(cx, end, limit),
            TokenKind::Word if analysis.shape(end) != Shape::Lower && analysis.shape(end) != Shape::None => {
                noun_phrase(analysis, end, limit)
            }
            _ => None,
        };
        match next {
            Some(next) if next > end => end = next,
            _ => return end,
        }
    }
    end
}

/// A common noun or the name of an organisation, which a genitive may follow; behind a person the article is a dative.
fn is_noun(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    !cx.analysis.is_any(token, ClassSet::of(&[Class::Surname, Class::GivenName, Class::Person]))
        || cx.analysis.is_any(token, ClassSet::of(&[Class::Noun, Class::Role, Class::Medium]))
}

fn phrase_once(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    noun_phrase(cx.analysis, at, limit).or_else(|| quoted_name(cx, at, limit))
}

/// An article in the genitive.
fn is_genitive(cx: &Context<'_, '_, '_>, at: usize) -> bool {
    cx.analysis.has_form(at, Class::Article, Form::POSSESSOR)
}

/// "In seinem Bericht gab …": what the speaker says it in, with the preposition left out.
pub(super) fn medium(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    for piece in clause.pieces.iter().take(6) {
        for token in piece.clone().take(60) {
            if !(cx.analysis.is_adposition(token, Adposition::In)
                || cx.analysis.is_adposition(token, Adposition::On)
                || cx.analysis.is_adposition(token, Adposition::From))
            {
                continue;
            }
            let Some(end) = noun_phrase(cx.analysis, token + 1, piece.end) else {
                continue;
            };
            if (token + 1..end).any(|token| cx.medium(token).is_some_and(|id| id != CLAIM)) {
                return Some(token + 1..attached(cx, end, end + LONGEST));
            }
        }
    }
    None
}

/// "einen Bericht, in dem es hieß, …" / "a report in which …": the noun that the clause hangs on.
pub(super) fn relative_medium(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    const BACK: usize = 12;
    let start = clause.extent().start;
    if clause.kind != ClauseKind::Relative || !cx.analysis.is(start, Class::Adposition) {
        return None;
    }
    let comma = cx.analysis.kind(start.checked_sub(1)?) == TokenKind::Separator;
    let end = if comma { start - 1 } else { start };
    let from = end.saturating_sub(BACK).max(cx.tokens_of(clause.sentence).start);
    let start = (from..end).find(|start| {
        !cx.analysis.is(*start, Class::Adposition)
            && !cx.analysis.is(*start, Class::Adverb)
            && phrase(cx, *start, end) == Some(end)
    })?;
    (start..end).any(|token| cx.medium(token).is_some()).then_some(start..end)
}

/// "eines Jungen, der angab, …": the pronoun of a relative clause that is its subject.
pub(super) fn relative_pronoun(clause: &Clause) -> Option<Range<usize>> {
    let start = clause.extent().start;
    let before = clause.subject.as_ref().is_some_and(|subject| subject.end <= start);
    (clause.kind == ClauseKind::Relative && before).then_some(start..start + 1)
}

/// The speaker as the answer has it: with the entity that a mention names in the tokens it stands for.
pub(super) fn reference<'t>(
    cx: &Context<'_, '_, 't>,
    speaker: Range<usize>,
    tokens: Range<usize>,
    mentions: &[Mention<'t>],
) -> Reference<'t> {
    let mut end = speaker.end;
    let mut speaker = cx.analysis.span(speaker);
    let span = cx.analysis.span(tokens.clone());
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = || mentions[from..].iter().take_while(|mention| mention.span.end <= span.end).take(8);
    // A person is the speaker wherever named; another name only where no noun stands before it ("a spokesman of …").
    let bare = |mention: &Mention<'_>| {
        tokens.clone().take_while(|token| cx.analysis.tokens[*token].start < mention.span.start).all(|token| {
            let analysis = cx.analysis;
            analysis.shape(token) == Shape::Lower && !analysis.is_any(token, ClassSet::of(&[Class::Noun, Class::Role]))
                || analysis.is_any(token, ClassSet::of(&[Class::Article, Class::Adjective, Class::PlaceAdjective]))
                || analysis.kind(token) == TokenKind::Quote
        })
    };
    let entity = inside()
        .find(|mention| mention.kind == EntityType::Per)
        .or_else(|| inside().find(|mention| bare(mention)))
        .map(|mention| mention.entity)
        .or_else(|| {
            // "its regional secretary, Colin Hathersby": the name stands behind a comma.
            let comma = cx.analysis.word(end) == ",";
            end += 1;
            let start = cx.analysis.tokens.get(end).filter(|_| comma)?.start;
            let at = mentions.partition_point(|mention| mention.span.start < start);
            let name = mentions.get(at).filter(|name| name.span.start == start && name.kind == EntityType::Per)?;
            let described =
                tokens.clone().any(|token| cx.analysis.is_any(token, ClassSet::of(&[Class::Role, Class::Title])));
            speaker = if described { speaker.to(name.span) } else { return None };
            Some(name.entity)
        });
    Reference { span: speaker, text: speaker.of(cx.analysis.text).into(), entity }
}
