//! Headlines that begin with who says them.

use std::ops::Range;

use smallvec::smallvec;

use super::context::Context;
use super::{Draft, Found, Speaker, speaker};
use crate::answer::{EntityType, Mention, StatementStyle};
use crate::lexicon::groups;
use crate::lexicon::{Class, Form};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// A headline that begins with a name and a colon: somebody's words. A place or a subject before the colon says what
    /// the headline is about, and so does the name of a body that news rather tells of than hears, as of a company.
    pub(super) HEADLINE_LABEL = "speech.headline-label" {
        pattern: "[office] name of a person or a body that speaks, colon, clause, without a mark at the end",
        fires: [
            De "[Emma Hardy](speaker): [Verein ist schuldenfrei](content)",
            De "[SPD](speaker): [Steuern müssen steigen](content)",
            En "[Emma Hardy](speaker): [Taxes must rise](content)",
            En "[Greenpeace](speaker): [Taxes must rise](content)",
        ],
        silent: [
            De "Wien: Steuern müssen steigen",
            De "Sport: Verein ist schuldenfrei",
            De "Volkswagen: Preise müssen steigen",
            De "Emma Hardy: Wann müssen die Steuern steigen?",
            De "Emma Hardy: Rückkehr nach Bern",
            De "Emma Hardy: Böser Blick ging um die Welt",
            De "Emma Hardy: Engel: Die Geschichte spielt in Bern",
            En "Vienna: Taxes must rise",
            En "Sport: Emma Hardy was first in Bern",
            En "Volkswagen: Prices must rise",
            En "Emma Hardy: Why taxes must rise",
            En "Emma Hardy: Return to Bern",
            En "Emma Hardy: Fans went wild in Bern",
        ],
    }
}

/// Subtypes of the organisations that headlines quote by their names.
const BODIES: &[&str] = &[
    "agency",
    "association",
    "authority",
    "central-bank",
    "government",
    "international",
    "ministry",
    "ngo",
    "party",
    "police",
    "research",
    "un",
    "union",
];

/// Reads a sentence as such a headline.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    if let Some(draft) = read(cx, sentence) {
        found.add(draft);
    }
}

fn read(cx: &Context<'_, '_, '_>, sentence: usize) -> Option<Draft> {
    /// How many tokens may stand before the colon.
    const LONGEST: usize = 8;
    let analysis = cx.analysis;
    let tokens = cx.tokens_of(sentence);
    let colon = tokens.clone().take(LONGEST).find(|at| analysis.word(*at) == ":")?;
    let content = colon + 1..tokens.end;
    let asks = analysis.is_any(content.start, groups::OPENER);
    let marked = analysis.kind(tokens.end - 1) == TokenKind::Terminal;
    // "X: Y: Z": a series, a topic and what it is about.
    let series = content.clone().any(|at| analysis.word(at) == ":");
    if marked || asks || series || !cx.stands_alone(sentence) || !states(cx, sentence, &content) {
        return None;
    }
    let label = tokens.start..colon;
    names_speaker(cx, &label).then(|| {
        let mut draft = Draft::new(StatementStyle::Indirect, smallvec![content], &HEADLINE_LABEL);
        draft.speaker = Some(Speaker::new(label, &speaker::LABEL));
        draft
    })
}

/// Whether words tell that something is so. A headline that tells a story of whom it names has a verb in the past.
fn states(cx: &Context<'_, '_, '_>, sentence: usize, words: &Range<usize>) -> bool {
    let mut clauses = cx.clauses_of(sentence).filter_map(|at| cx.clauses.get(at)?.verb.as_ref());
    let first = clauses.find(|verb| words.contains(&verb.finite)).map(|verb| verb.finite);
    let narrates = |finite: usize| {
        let mut forms = cx.analysis.senses_of(finite, Class::Verb).map(|sense| sense.form).peekable();
        forms.peek().is_some() && forms.all(|form| form.has(Form::PAST))
    };
    cx.has_verb(words) && first.is_some_and(|finite| !narrates(finite))
}

/// Whether a label is the name of somebody who speaks, with nothing but an office before it.
fn names_speaker(cx: &Context<'_, '_, '_>, label: &Range<usize>) -> bool {
    let end = cx.analysis.span(label.clone()).end;
    let last = cx.mentions.partition_point(|mention| mention.span.start < end).checked_sub(1);
    let speaks = |mention: &&Mention<'_>| match mention.kind {
        EntityType::Per => true,
        EntityType::Org => mention.subtype.as_deref().is_some_and(|subtype| BODIES.contains(&subtype)),
        _ => false,
    };
    last.and_then(|at| cx.mentions.get(at)).filter(speaks).is_some_and(|mention| {
        let first = cx.analysis.token_at(mention.span.start);
        mention.span.end == end
            && first >= label.start
            && cx.analysis.kind(first) == TokenKind::Word
            && (label.start..first).all(|at| cx.analysis.is_any(at, groups::OFFICE))
    })
}
