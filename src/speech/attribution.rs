//! Source phrases: "laut X", "X zufolge", "nach Angaben von X", "according to X", ", so X", "demnach".

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::context::Context;
use super::{Draft, Found, speaker};
use crate::answer::Rule;
use crate::answer::StatementStyle;
use crate::clause::{ClauseKind, noun_phrase};
use crate::lexicon::{Class, ClassSet};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) SO_SOURCE = "speech.so-source" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SOURCE_ADVERB = "speech.source-adverb" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SOURCE_AFTER = "speech.source-after" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SOURCE_ALONE = "speech.source-alone" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SOURCE_BEFORE = "speech.source-before" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SOURCE_MEDIUM = "speech.source-medium" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

const SOURCES: ClassSet = ClassSet::of(&[
    Class::SourceBefore,
    Class::SourceAfter,
    Class::SourceOfMedium,
    Class::SourceAdverb,
    Class::Quotative,
]);

/// A source phrase with what it says of the speaker.
struct Source {
    tokens: Range<usize>,
    speaker: Option<Range<usize>>,
    cue: SmallVec<[usize; 4]>,
    rule: &'static Rule,
}

/// Finds the source phrases of a sentence. Each covers its clause and what hangs on it.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    let mut at = tokens.start;
    while at < tokens.end {
        let taken = || is_covered(found, at) || found.drafts.last().is_some_and(|draft| draft.cue.contains(&at));
        if !cx.analysis.is_any(at, SOURCES) || cx.is_quoted(at) || taken() {
            at += 1;
            continue;
        }
        let Some(source) = source(cx, at, &tokens) else {
            at += 1;
            continue;
        };
        let next = source.tokens.end.max(at + 1);
        if let Some(draft) = draft(cx, &source, sentence, found) {
            at = next.max(draft.extent().end);
            found.drafts.push(draft);
        } else {
            at = next;
        }
    }
}

/// Whether the last statement found reaches over a token.
pub(super) fn is_covered(found: &Found, token: usize) -> bool {
    found.drafts.last().is_some_and(|draft| draft.extent().contains(&token))
}

fn source(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    before_name(cx, at, sentence)
        .or_else(|| medium_named(cx, at, sentence))
        .or_else(|| after_name(cx, at, sentence))
        .or_else(|| quotative(cx, at, sentence))
        .or_else(|| adverb(cx, at))
}

/// "laut Polizei", "nach Angaben der Behörde"; "according to the police".
fn before_name(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let sense = cx.analysis.sense(at, Class::SourceBefore)?;
    let words = at..at + usize::from(sense.length);
    let limit = sentence.end;
    let end = speaker::phrase(cx, words.end, limit);
    let says_itself = words.clone().any(|token| cx.analysis.is(token, Class::Medium));
    // "nach Angaben der Polizei", but "nach Polizeiangaben", "nach eigenen Angaben": the phrase is the source itself.
    let of = |token: usize| speaker::opens_genitive(cx, token);
    let named = end.filter(|_| !says_itself || of(words.end));
    if let Some(end) = named {
        let start = if speaker::is_of(cx, words.end) { words.end + 1 } else { words.end };
        return Some(Source { tokens: at..end, speaker: Some(start..end), cue: words.collect(), rule: &SOURCE_BEFORE });
    }
    if !says_itself {
        return None;
    }
    let cue = words.clone().collect();
    Some(Source { tokens: words.clone(), speaker: Some(at + 1..words.end), cue, rule: &SOURCE_ALONE })
}

/// "nach einer Mitteilung der Polizei", "nach bisherigen Erkenntnissen"; "by its own account".
fn medium_named(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    if !cx.analysis.is(at, Class::SourceOfMedium) {
        return None;
    }
    let end = noun_phrase(cx.analysis, at + 1, sentence.end)?;
    const WORDS: [&str; 7] = ["statement", "report", "press-release", "statistics", "study", "article", "survey"];
    let is_words = |token: usize| cx.medium(token).is_some_and(|id| WORDS.contains(&id));
    let medium = (at + 1..end).rev().take(4).find(|token| is_words(*token))?;
    let whole = speaker::phrase(cx, at + 1, sentence.end).unwrap_or(end).max(end);
    let start = if speaker::is_of(cx, medium + 1) { medium + 2 } else { medium + 1 };
    let speaker = if start < whole { start..whole } else { at + 1..whole };
    Some(Source { tokens: at..whole, speaker: Some(speaker), cue: (at..medium + 1).collect(), rule: &SOURCE_MEDIUM })
}

/// "der Polizei zufolge".
fn after_name(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    const BACK: usize = 16;
    if !cx.analysis.is(at, Class::SourceAfter) || at == sentence.start {
        return None;
    }
    let from = (sentence.start.max(at.saturating_sub(BACK))..at)
        .rev()
        .find(|token| {
            matches!(cx.analysis.kind(*token), TokenKind::Separator | TokenKind::Terminal)
                || cx
                    .clauses
                    .at(*token)
                    .and_then(|clause| cx.clauses[clause].verb.as_ref())
                    .is_some_and(|verb| verb.finite == *token)
        })
        .map_or(sentence.start.max(at.saturating_sub(BACK)), |token| token + 1);
    // "ihr zufolge"
    let pronoun = (at == from + 1 && cx.analysis.is(from, Class::Pronoun)).then_some(from);
    let start = pronoun.or_else(|| {
        (from..at)
            .find(|start| speaker::phrase(cx, *start, at) == Some(at) && !cx.analysis.is(*start, Class::Adposition))
    })?;
    Some(Source { tokens: start..at + 1, speaker: Some(start..at), cue: smallvec![at], rule: &SOURCE_AFTER })
}

/// ", so die Polizei": in German for a verb of saying.
fn quotative(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start)?;
    let separated = matches!(
        cx.analysis.kind(before),
        TokenKind::Separator | TokenKind::Quote | TokenKind::Dash | TokenKind::Terminal
    );
    if !cx.analysis.is(at, Class::Quotative) || !separated {
        return None;
    }
    let end = speaker::phrase(cx, at + 1, sentence.end)?;
    // No verb may follow: "so die Polizei am Montag." but not ", so die Polizei kam".
    let clause_end = (end..sentence.end)
        .find(|token| matches!(cx.analysis.kind(*token), TokenKind::Separator | TokenKind::Terminal | TokenKind::Dash));
    let clause_end = clause_end.unwrap_or(sentence.end);
    if cx.has_verb(&(at..clause_end)) || clause_end > end + 12 {
        return None;
    }
    Some(Source { tokens: at..clause_end, speaker: Some(at + 1..end), cue: smallvec![at], rule: &SO_SOURCE })
}

/// "Demnach seien 37 Menschen …": the source stands in the sentence before.
fn adverb(cx: &Context<'_, '_, '_>, at: usize) -> Option<Source> {
    const BACK: usize = 12;
    let sense = cx.analysis.sense(at, Class::SourceAdverb)?;
    let tokens = at..at + usize::from(sense.length);
    // "eine Schätzung, wonach …": the noun before is the source.
    let noun = (at >= 2 && cx.analysis.kind(at - 1) == TokenKind::Separator).then(|| {
        let from = at.saturating_sub(BACK);
        (from..at - 1).find(|start| speaker::phrase(cx, *start, at - 1) == Some(at - 1)).map(|start| start..at - 1)
    });
    Some(Source { tokens: tokens.clone(), speaker: noun.flatten(), cue: tokens.collect(), rule: &SOURCE_ADVERB })
}

fn draft(cx: &Context<'_, '_, '_>, source: &Source, sentence: usize, found: &Found) -> Option<Draft> {
    let clause = cx.clauses.at(source.tokens.start)?;
    let scope = scope(cx, clause, source, sentence, found);
    let mut content = SmallVec::new();
    for piece in [scope.start..source.tokens.start, source.tokens.end..scope.end] {
        let start = cx.skip_separators(piece.start, piece.end);
        if start < piece.end
            && (start..piece.end).any(|token| matches!(cx.analysis.kind(token), TokenKind::Word | TokenKind::Number))
        {
            content.push(start..piece.end);
        }
    }
    if !content.iter().any(|piece| cx.has_verb(piece)) {
        return None;
    }
    let mut draft = Draft::new(StatementStyle::Indirect, 0..0, source.rule);
    draft.content = content;
    draft.speaker = source.speaker.clone();
    draft.cue = source.cue.clone();
    Some(draft)
}

/// What a source phrase covers: its main clause with all that hangs on it; where it stands before the first verb, the
/// coordinated clauses too.
fn scope(cx: &Context<'_, '_, '_>, clause: usize, source: &Source, sentence: usize, found: &Found) -> Range<usize> {
    let tokens = cx.tokens_of(sentence);
    let covered = found.drafts.last().map_or(0, |draft| draft.extent().end);
    let all = cx.clauses_of(sentence);
    // The main clause that the phrase's clause belongs to.
    let main = (all.start..=clause)
        .rev()
        .take(40)
        .take_while(|at| cx.clauses[*at].extent().end > covered)
        .find(|at| cx.clauses[*at].kind == ClauseKind::Main && !cx.is_quoted(cx.clauses[*at].extent().start))
        .unwrap_or(clause);
    let own = &cx.clauses[clause];
    if own.kind != ClauseKind::Main && own.kind != ClauseKind::Infinitive {
        return own.extent();
    }
    let earlier_main = (all.start..main)
        .rev()
        .take(40)
        .any(|at| cx.clauses[at].kind == ClauseKind::Main && cx.clauses[at].verb.is_some());
    // "…, according to police." behind a comma at the end covers all.
    let last = cx.skip_separators(source.tokens.end, tokens.end) + 1 >= tokens.end;
    let apart = last && cx.analysis.word(source.tokens.start.wrapping_sub(1)) == ",";
    let start = if earlier_main && !apart { cx.clauses[main].extent().start } else { tokens.start }
        .max(covered.min(source.tokens.start));
    let verb = cx.clauses[main].verb.as_ref().map_or(tokens.end, |verb| verb.finite);
    let fronted = source.tokens.start < verb;
    let next_main = (main + 1..all.end).take(40).find(|at| {
        let next = &cx.clauses[*at];
        next.kind == ClauseKind::Main && next.verb.is_some() && next.extent().start > source.tokens.end
    });
    let end = match next_main {
        Some(next) if !fronted || cx.analysis.word(cx.clauses[next].extent().start.wrapping_sub(1)) == ";" => {
            let next = cx.clauses[next].extent().start;
            if next > verb { next } else { tokens.end }
        }
        _ => tokens.end,
    };
    start..end.max(source.tokens.end)
}

/// Whether a finite verb in the mood of reported speech stands in a clause.
pub(super) fn is_reported(cx: &Context<'_, '_, '_>, clause: usize) -> bool {
    cx.clauses[clause].verb.as_ref().is_some_and(|verb| verb.reported)
}

#[cfg(test)]
mod tests {
    use crate::testing::speech::said;

    #[test]
    fn a_source_before_or_after() {
        assert_eq!(
            said("de", "Laut Polizei wurden drei Menschen verletzt."),
            ["source-before | Polizei | Laut | wurden drei Menschen verletzt"]
        );
        assert_eq!(
            said("de", "Der Behörde zufolge steigt die Zahl der Fälle."),
            ["source-after | Der Behörde | zufolge | steigt die Zahl der Fälle"]
        );
        assert_eq!(
            said("de", "Ihr zufolge steigt die Zahl der Fälle."),
            ["source-after | Ihr | zufolge | steigt die Zahl der Fälle"]
        );
        assert_eq!(
            said("en", "According to the agency, the number of cases is rising."),
            ["source-before | the agency | According to | the number of cases is rising"]
        );
    }

    #[test]
    fn what_a_source_says_it_in() {
        assert_eq!(
            said("de", "Nach Angaben der Behörde steigt die Zahl der Fälle."),
            ["source-before | der Behörde | Nach Angaben | steigt die Zahl der Fälle"]
        );
        assert_eq!(said("de", "Nach dem Unfall stieg die Zahl der Fälle."), Vec::<String>::new());
    }

    #[test]
    fn so_and_a_source() {
        assert_eq!(
            said("de", "Die Zahl der Fälle steige, so die Behörde."),
            ["so-source | die Behörde | so | Die Zahl der Fälle steige"]
        );
        assert_eq!(said("de", "Er fuhr so schnell, dass das Auto kippte."), Vec::<String>::new());
    }

    #[test]
    fn a_source_set_apart_at_the_end_covers_all() {
        assert_eq!(
            said("en", "Two windows were broken and a fire started, according to police."),
            ["source-before | police | according to | Two windows were broken and a fire started"]
        );
    }

    #[test]
    fn a_source_in_a_relative_clause_covers_that_clause() {
        assert_eq!(
            said("de", "Der Mann, der laut Polizei betrunken war, wurde verletzt."),
            ["source-before | Polizei | laut | der … betrunken war"]
        );
    }
}
