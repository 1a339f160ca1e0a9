//! Words quoted within a clause of saying that nothing else reads.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses and quotations come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::context::Context;
use super::cue::FAR;
use super::{Draft, Found, saying};
use crate::answer::StatementStyle;
use crate::lexicon::class::VerbKind;
use crate::rule::{Construction, by_precedence, count, rules};

rules! {
    reads: Read;

    /// Quoted words that are a part of a clause with a verb of saying, unless a clause behind them carries what is said.
    pub(super) QUOTE_IN_CLAUSE = "speech.quote-in-clause" {
        pattern: "clause with a verb of saying and quoted words in it",
        read: part_of_clause,
        fires: [
            De "[Die Ministerin](speaker) [nannte](cue) die Pläne „[völlig überzogen](content)“.",
            En "[The minister](speaker) [called](cue) the plans “[far too expensive](content)”.",
        ],
        silent: [
            De "Die Stadt kaufte das „völlig veraltete“ System.",
            En "The town bought a “far too expensive” system.",
        ],
    }
}

/// How a rule reads a quotation that no statement covers.
pub(super) type Read = fn(&Context<'_, '_, '_>, usize, &Found) -> Option<Draft>;

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// Reads the quotations of a sentence, given by their places, that none of its statements covers; those are the drafts from
/// a place on.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, quotes: Range<usize>, before: usize, found: &mut Found) {
    for at in quotes {
        let start = cx.quotes[at].inner.start;
        let taken = |draft: &Draft| draft.extent().contains(&start) || draft.cue.contains(&start);
        let excluded = found.excluded.binary_search_by_key(&start, |(tokens, _)| tokens.start).is_ok();
        if excluded || found.drafts[before..].iter().rev().take(FAR).any(taken) {
            continue;
        }
        let lang = cx.lang(start);
        let tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang));
        if let Some(draft) = tried.into_iter().find_map(|tried| tried.read?(cx, at, found)) {
            found.add(draft);
        }
    }
}

/// Sie nannte die Pläne „völlig überzogen“. — He called the plans "far too expensive".
fn part_of_clause(cx: &Context<'_, '_, '_>, quote: usize, found: &Found) -> Option<Draft> {
    let quote = &cx.quotes[quote];
    let before = quote.outer.start.checked_sub(1)?;
    let at = cx.clauses.at(before).or_else(|| cx.clauses.at(quote.outer.end))?;
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let own = clause.holds(before) || clause.holds(quote.outer.end);
    if cx.kind(at) != Some(VerbKind::Say) || !own || cx.is_quoted(verb.finite) || !quote.balanced || verb.reported {
        return None;
    }
    // A clause that follows carries the statement; the quotation is only a part of what leads to it.
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence);
    if next.is_some_and(|next| next.extent().start > quote.outer.end) || found.used[at] {
        return None;
    }
    let mut draft = Draft::new(StatementStyle::Direct, smallvec![quote.inner.clone()], &QUOTE_IN_CLAUSE);
    saying::attribute(cx, &mut draft, clause);
    draft.clause = Some(at);
    let speaks = draft.speaker.as_ref().is_some_and(|speaker| speaker.tokens.contains(&quote.inner.start));
    (!speaks).then_some(draft)
}

#[cfg(test)]
mod tests {
    use crate::testing::speech::said;

    #[test]
    fn a_quoted_judgement() {
        assert_eq!(
            said("de", "Die Ministerin nannte die Pläne „völlig überzogen“."),
            ["quote-in-clause | Die Ministerin | nannte | völlig überzogen"]
        );
    }
}
