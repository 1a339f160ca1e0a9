//! Times of what a figure is compared with, and of what was before.

use std::ops::Range;

use super::change;
use super::context::Context;
use crate::answer::Span;
use crate::clause::{ClauseKind, Tense};
use crate::lexicon::class::{Adposition, Coordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet};
use crate::text::{Shape, TokenKind};

/// How many tokens between a figure and a time are looked at for words of comparison.
const BETWEEN: usize = 12;

/// Whether a time is that of another quantity than the one told.
pub(super) fn is_of_compared(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    is_compared(context, told, time)
        || is_of_other(context, told, time)
        || is_likened(context, time)
        || is_in_brackets(context, told, time)
}

/// "wie im Vorjahr", "as in 2003": when something was so before. But "as of 2003", "as early as in 2003".
fn is_likened(context: &Context<'_, '_, '_>, time: Span) -> bool {
    let analysis = context.analysis;
    let start = analysis.token_at(time.start);
    let article = start > 1 && analysis.is(start - 1, Class::Article) && !analysis.is(start - 1, Class::Adposition);
    let preposition = (start - usize::from(article)).checked_sub(1);
    preposition.is_some_and(|preposition| follows_like(context, preposition))
}

/// "*wie* im Vorjahr", "anders *als* in Wien", "*as* in 2003": whether a word of comparison stands right before a preposition.
pub(super) fn follows_like(context: &Context<'_, '_, '_>, preposition: usize) -> bool {
    let analysis = context.analysis;
    let Some(like) = preposition.checked_sub(1) else {
        return false;
    };
    analysis.is(preposition, Class::Adposition)
        && !analysis.is_adposition(preposition, Adposition::Of)
        && analysis.is_coordinator(like, Coordinator::Than)
        && analysis.is_adposition(like, Adposition::As)
        && !analysis.is(like.wrapping_sub(1), Class::Adjective)
        && !analysis.is_coordinator(like.wrapping_sub(2), Coordinator::Than)
        // "als am Montag die Brücke einstürzte"
        && context.clause_of(like).is_none_or(|clause| clause.extent().start != like || clause.kind == ClauseKind::Main)
}

/// "15, up from 12 (*2010:* 9)": a time with a colon that opens brackets is that of what follows in them.
fn is_in_brackets(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    let analysis = context.analysis;
    let tokens = analysis.tokens_of(time);
    time.start >= told.end
        && analysis.word(tokens.end) == ":"
        && tokens.start.checked_sub(1).is_some_and(|open| analysis.kind(open) == TokenKind::Open)
}

/// "21 Prozent mehr als im Vorjahr", "13 TWh, gegenüber 11 im Jahr 2019": a time behind a word of comparison is not the
/// time of what is compared.
fn is_compared(context: &Context<'_, '_, '_>, figure: Span, time: Span) -> bool {
    /// How far before a time the word may stand that sets a figure behind it against that.
    const NEAR: usize = 4;
    let analysis = context.analysis;
    let (from, to) = (analysis.token_at(figure.end), analysis.token_at(time.start));
    let than = |at: usize| analysis.is_coordinator(at, Coordinator::Than) && !analysis.is(at, Class::Article);
    let against = |at: usize| {
        let sense = analysis.senses_of(at, Class::Adposition).find(|sense| sense.value == Adposition::Against as u32);
        sense.is_some_and(|sense| sets_against(context, at, sense.end(at), to))
    };
    if time.start < figure.end {
        // "stieg gegenüber dem Mai 2012 um 300 auf 400"
        return (to.saturating_sub(NEAR)..to).any(against);
    }
    // "less than a year earlier": the comparison may be the time's own first words.
    to - from.min(to) <= BETWEEN
        && ((from..to + 2).any(|at| than(at) && compares(context, at) || against(at))
            || (from..to).any(|at| begins_earlier(context, at)))
        || to >= from && counts_from(context, figure, time)
}

/// "rose 12 percent | from a year ago", "were up 3 percent | from May", "up 3% | on 2003": with what it is compared, where the verb stands between
/// subject and object; but "rose from May to June".
fn counts_from(context: &Context<'_, '_, '_>, figure: Span, time: Span) -> bool {
    let analysis = context.analysis;
    let (amount, time) = (analysis.tokens_of(figure), analysis.tokens_of(time));
    let own = analysis.is_adposition(time.start, Adposition::From);
    let from = time.start - usize::from(!own).min(time.start);
    let goes_on = analysis.is_any_adposition(time.end, &[Adposition::To, Adposition::Until]);
    let medial = !analysis.profile(analysis.sentence_of(time.start)).verb_final;
    let happens = analysis.is_any(amount.start, groups::VERBAL);
    // "on Monday": when that was.
    let on_year = || analysis.is_adposition(from, Adposition::On) && is_year(context, time.clone());
    let led = analysis.is_adposition(from, Adposition::From) || on_year();
    if !medial || happens || goes_on || from < amount.end || !led {
        return false;
    }
    let trend = |at: usize| analysis.is(at, Class::Trend);
    let verb = context.clause_of(amount.start).and_then(|clause| clause.verb.as_ref());
    // "will rise to 300 | from April": when that begins.
    if verb.is_some_and(|verb| verb.tense == Tense::Future || verb.modal.is_some()) {
        return false;
    }
    let changes = verb.and_then(|verb| verb.kind(analysis)).and_then(change::of_verb).is_some();
    changes || trend(amount.end) || amount.start > 0 && trend(amount.start - 1)
}

/// Whether a time is a whole year.
fn is_year(context: &Context<'_, '_, '_>, time: Range<usize>) -> bool {
    const YEAR: usize = "2014".len();
    let times = &context.answer.times;
    let span = context.analysis.span(time);
    let found = times.get(times.partition_point(|time| time.span.end <= span.start));
    found.is_some_and(|time| time.value.len() == YEAR)
}

/// "5, down | from 3 in May", "5 Prozent | nach 3 Prozent im Mai": what it was before.
fn begins_earlier(context: &Context<'_, '_, '_>, at: usize) -> bool {
    const OTHER: ClassSet = groups::TIME.with(groups::CLOCK);
    let analysis = context.analysis;
    let moves = || at > 0 && analysis.is(at - 1, Class::Trend);
    let from = || analysis.is_adposition(at, Adposition::From) && moves();
    let after =
        || analysis.is_adposition(at, Adposition::After) && analysis.profile(analysis.sentence_of(at)).verb_final;
    let number = || {
        let amount = matches!(analysis.kind(at + 1), TokenKind::Number | TokenKind::Symbol);
        amount && !analysis.is_any(at + 2, OTHER) && !context.is_time(analysis.span(at + 1..at + 2))
    };
    (from() || after()) && number()
}

/// "5bn, down from October's 3.6bn": a time behind a figure that tells of another one.
fn is_of_other(context: &Context<'_, '_, '_>, told: Span, time: Span) -> bool {
    let analysis = context.analysis;
    let end = analysis.tokens_of(time).end;
    if time.start < told.end || !analysis.is_possessive(end, end.saturating_sub(1)) {
        return false;
    }
    let start = analysis.span(end..end + 1).end;
    let figures = &context.answer.figures;
    let other = figures.get(figures.partition_point(|figure| figure.span.end <= start));
    other.is_some_and(|other| analysis.token_at(other.span.start) <= end + 2 && other.span != told)
}

/// "mehr als", "as many as", "höher als"; but "als Präsident", "as advisors".
fn compares(context: &Context<'_, '_, '_>, than: usize) -> bool {
    /// How far before the word its comparative may stand.
    const NEAR: usize = 6;
    let analysis = context.analysis;
    const OTHER: ClassSet = groups::CLOSED.with(groups::DETERMINER);
    let compared = |at: usize| {
        analysis.shape(at) == Shape::Lower && analysis.word(at).contains("er") && !analysis.is_any(at, OTHER)
    };
    let more = |at: usize| {
        analysis.is(at, Class::Comparative) || compared(at) || analysis.is_coordinator(at, Coordinator::Than)
    };
    !analysis.is_adposition(than, Adposition::As) || (than.saturating_sub(NEAR)..than).any(more)
}

/// "gegenüber 11 im Jahr 2019", "against the year before"; but "against Scotland, in 2004", "gegen 12.40 Uhr".
fn sets_against(context: &Context<'_, '_, '_>, against: usize, next: usize, time: usize) -> bool {
    const BEFORE: ClassSet = groups::DETERMINER.with(groups::NUMBER).or(&[Class::Approx]);
    let analysis = context.analysis;
    let around = analysis.is_adposition(against, Adposition::Around);
    let number = analysis.kind(next) == TokenKind::Number || analysis.is_any(next, BEFORE);
    if next >= time { !around } else { number }
}
