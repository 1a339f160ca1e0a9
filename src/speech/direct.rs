//! Direct speech: quotations with their speaker.

use std::ops::Range;

use smallvec::smallvec;

use super::context::{Context, Kind};
use super::continued::Last;
use super::quote::Quote;
use super::{Draft, Found, speaker};
use crate::answer::Rule;
use crate::answer::StatementStyle;
use crate::clause::ClauseKind;
use crate::lexicon::Class;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) COLON_QUOTE = "speech.colon-quote" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CUE_QUOTE = "speech.cue-quote" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) QUOTE_CUE = "speech.quote-cue" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) QUOTE_GOES_ON = "speech.quote-goes-on" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) QUOTE_IN_CLAUSE = "speech.quote-in-clause" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) QUOTE_SO = "speech.quote-so" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// Reads one quotation: with the words before it, those after it, or as the continuation of the one before.
pub(super) fn quotation(cx: &Context<'_, '_, '_>, at: usize, last: &Last, found: &mut Found) {
    let quote = &cx.quotes[at];
    // Another statement's words may hold it already.
    if found.drafts.last().is_some_and(|draft| draft.extent().end > quote.inner.start) {
        return;
    }
    let draft = quote_then_cue(cx, quote, found)
        .or_else(|| cue_then_quote(cx, quote, found))
        .or_else(|| part_of_clause(cx, quote, found))
        .or_else(|| goes_on(cx, at, last, found));
    found.drafts.extend(draft);
}

fn draft(quote: &Quote, rule: &'static Rule) -> Draft {
    Draft::new(StatementStyle::Direct, quote.inner.clone(), rule)
}

/// Takes speaker, cue and medium from a clause.
pub(super) fn attribute(cx: &Context<'_, '_, '_>, draft: &mut Draft, clause: usize) {
    let clause = &cx.clauses[clause];
    draft.speaker = speaker::of_clause(cx, clause);
    if let Some(pronoun) = speaker::relative_pronoun(clause).filter(|_| draft.speaker.is_some()) {
        draft.stands_for = draft.speaker.replace(pronoun);
    }
    draft.medium = speaker::medium(cx, clause);
    if draft.speaker.is_none() && draft.medium.is_none() {
        draft.medium = speaker::relative_medium(cx, clause);
    }
    if draft.speaker.is_none() {
        draft.speaker = draft.medium.clone();
    }
    if let Some(verb) = &clause.verb {
        draft.cue = verb.tokens.clone();
        draft.verb = verb.sense;
    }
}

/// „…“, sagte X. — "…," X said. — „…“, so X.
fn quote_then_cue(cx: &Context<'_, '_, '_>, quote: &Quote, found: &mut Found) -> Option<Draft> {
    let analysis = cx.analysis;
    let sentence = cx.tokens_of(analysis.sentence_of(quote.outer.end.wrapping_sub(1)));
    if !opens_speech(cx, quote) || quote.inner.len() < 2 {
        return None;
    }
    let mut at = quote.outer.end;
    // The sentence may end inside the marks, and the cue begin with a small letter: „Wir gehen.“ sagte er.
    let limit = if at == sentence.end { cx.tokens_of(analysis.sentence_of(at)).end } else { sentence.end };
    let separated = analysis.kind(at) == TokenKind::Separator
        || matches!(analysis.kind(quote.inner.end - 1), TokenKind::Separator | TokenKind::Terminal);
    while at < limit && matches!(analysis.kind(at), TokenKind::Separator | TokenKind::Dash) {
        if analysis.word(at) != "," && analysis.kind(at) == TokenKind::Separator {
            return None;
        }
        at += 1;
    }
    if at >= limit {
        return None;
    }
    if analysis.is(at, Class::Quotative) && separated {
        let end = speaker::phrase(cx, at + 1, limit)?;
        let mut draft = draft(quote, &QUOTE_SO);
        draft.speaker = Some(at + 1..end);
        draft.cue = smallvec![at];
        return Some(draft);
    }
    let clause = cx.clauses.at(at)?;
    let verb = cx.clauses[clause].verb.as_ref()?;
    let says = matches!(cx.kind(clause), Some(Kind::Say | Kind::Think));
    let inverted = verb.finite == at;
    let subject_first = verb.finite > at && verb.finite < at + 25 && cx.clauses[clause].holds(at);
    let fits = inverted
        && (says
            || separated && cx.is_speech(quote) && cx.kind(clause) == Some(Kind::Find)
            || separated && cx.is_speech(quote) && verb.sense.is_none())
        || subject_first && says && separated && !analysis.profile(analysis.sentence_of(at)).verb_final;
    if !fits {
        return None;
    }
    let mut draft = draft(quote, &QUOTE_CUE);
    attribute(cx, &mut draft, clause);
    // "…," a spokesman of the fire brigade (FB) said: all that stands before the verb.
    if subject_first
        && cx.clauses[clause].subject.as_ref().is_none_or(|subject| subject.start > verb.finite)
        && !verb.passive
    {
        draft.speaker = Some(at..verb.finite);
    }
    found.used[clause] = true;
    Some(draft)
}

/// X sagte: „…“ — X said, "…" — also with the quotation in the next paragraph.
fn cue_then_quote(cx: &Context<'_, '_, '_>, quote: &Quote, found: &mut Found) -> Option<Draft> {
    let analysis = cx.analysis;
    let before = quote.outer.start.checked_sub(1)?;
    let here = cx.tokens_of(analysis.sentence_of(quote.outer.start));
    let colon = analysis.word(before) == ":";
    let comma = analysis.word(before) == ",";
    if quote.outer.start == here.start && !colon {
        return None;
    }
    let sentence = cx.tokens_of(analysis.sentence_of(before));
    let mut last = before;
    while last > sentence.start && matches!(analysis.kind(last), TokenKind::Separator | TokenKind::Dash) {
        last -= 1;
    }
    let mut clause = cx.clauses.at(last)?;
    // "…, dass die Lage ernst sei: „…“" belongs to the clause around, which says that too.
    let nearest = clause;
    if cx.kind(clause).is_none() || cx.clauses[clause].kind != ClauseKind::Main {
        let main = (cx.clauses_of(analysis.sentence_of(last)).start..clause)
            .rev()
            .take(4)
            .find(|at| cx.clauses[*at].kind == ClauseKind::Main && cx.kind(*at).is_some());
        if colon {
            clause = main.unwrap_or(clause);
        }
    }
    let kind = cx.kind(clause);
    let verb = cx.clauses[clause].verb.as_ref();
    if cx.is_quoted(last) || verb.is_some_and(|verb| cx.is_quoted(verb.finite)) {
        return None;
    }
    let speech = cx.is_speech(quote);
    let fits = if colon {
        speech || kind.is_some() && !cx.is_title(quote)
    } else {
        comma && speech && kind == Some(Kind::Say)
    };
    if !fits {
        return None;
    }
    let mut draft = draft(quote, if colon { &COLON_QUOTE } else { &CUE_QUOTE });
    if verb.is_some() {
        attribute(cx, &mut draft, clause);
    } else {
        // "Der Minister: „…“"
        let start = cx.clauses[clause].extent().start;
        draft.speaker = speaker::phrase(cx, start, last + 1).map(|end| start..end);
    }
    found.used[clause] |= clause == nearest;
    Some(draft)
}

/// Sie nannte die Pläne „völlig überzogen“. — He called the plans "far too expensive".
fn part_of_clause(cx: &Context<'_, '_, '_>, quote: &Quote, found: &mut Found) -> Option<Draft> {
    let before = quote.outer.start.checked_sub(1)?;
    let clause = cx.clauses.at(before).or_else(|| cx.clauses.at(quote.outer.end))?;
    let verb = cx.clauses[clause].verb.as_ref()?;
    let own = cx.clauses[clause].holds(before) || cx.clauses[clause].holds(quote.outer.end);
    if cx.kind(clause) != Some(Kind::Say)
        || !own
        || cx.is_title(quote)
        || cx.is_quoted(verb.finite)
        || !quote.balanced
        || verb.reported
    {
        return None;
    }
    // A clause that follows carries the statement; the quotation is only a part of what leads to it.
    let next = cx.clauses.get(clause + 1).filter(|next| next.sentence == cx.clauses[clause].sentence);
    if next.is_some_and(|next| next.extent().start > quote.outer.end) || found.used[clause] {
        return None;
    }
    let mut draft = draft(quote, &QUOTE_IN_CLAUSE);
    attribute(cx, &mut draft, clause);
    if draft.speaker.as_ref().is_some_and(|speaker| speaker.contains(&quote.inner.start)) {
        return None;
    }
    found.used[clause] = true;
    Some(draft)
}

/// „…“, sagte X. „…“ — the second quotation is X's too.
fn goes_on(cx: &Context<'_, '_, '_>, at: usize, last: &Last, found: &Found) -> Option<Draft> {
    let quote = &cx.quotes[at];
    if !stands_alone(cx, at) || !cx.is_speech(quote) {
        return None;
    }
    let mut draft = draft(quote, &QUOTE_GOES_ON);
    let sentence = cx.analysis.sentence_of(quote.outer.start);
    // „…“, sagte X, „…“: within one sentence.
    let same = found
        .drafts
        .last()
        .filter(|before| cx.analysis.sentence_of(before.extent().end.saturating_sub(1)) == sentence || quote.continues);
    draft.speaker = same.map_or_else(|| last.speaker_for_quote(cx, sentence), |before| before.speaker.clone());
    Some(draft)
}

/// Whether speech may begin where the quotation begins: at the sentence's start, or behind a colon, dash or comma.
fn opens_speech(cx: &Context<'_, '_, '_>, quote: &Quote) -> bool {
    let start = cx.tokens_of(cx.analysis.sentence_of(quote.outer.start)).start;
    quote.outer.start <= start
        || match cx.analysis.kind(quote.outer.start - 1) {
            TokenKind::Dash | TokenKind::Open | TokenKind::Terminal => true,
            TokenKind::Separator => cx.analysis.word(quote.outer.start - 1) == ":",
            _ => false,
        }
}

/// Whether nothing but the quotation stands in its sentences, or it follows a clause that is done.
fn stands_alone(cx: &Context<'_, '_, '_>, at: usize) -> bool {
    let quote = &cx.quotes[at];
    let analysis = cx.analysis;
    let first = cx.tokens_of(analysis.sentence_of(quote.outer.start));
    let end = cx.tokens_of(analysis.sentence_of(quote.outer.end - 1)).end;
    let rest = cx.skip_marks(quote.outer.end, end);
    let opens = quote.outer.start <= first.start || is_resumed(cx, at, &first);
    opens && (rest >= end || analysis.kind(rest) == TokenKind::Terminal)
}

/// „…“, sagte X, „…“
fn is_resumed(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> bool {
    let before = cx.quotes[at].outer.start - 1;
    before > sentence.start
        && matches!(cx.analysis.kind(before), TokenKind::Separator)
        && at > 0
        && cx.quotes[at - 1].outer.end > sentence.start
}

#[cfg(test)]
mod tests {
    use crate::testing::speech::said;

    #[test]
    fn a_cue_after_the_quotation() {
        assert_eq!(
            said("de", "„Wir haben 37 Berichte erhalten“, sagte die Sprecherin am Montag."),
            ["quote-cue | die Sprecherin | sagte | Wir haben 37 Berichte erhalten"]
        );
        assert_eq!(
            said("en", "“We received 37 reports,” the minister said on Monday."),
            ["quote-cue | the minister | said | We received 37 reports"]
        );
        assert_eq!(
            said("de", "„Wir haben 37 Berichte erhalten“, so der Minister."),
            ["quote-so | der Minister | so | Wir haben 37 Berichte erhalten"]
        );
    }

    #[test]
    fn a_cue_before_the_quotation() {
        assert_eq!(
            said("de", "Der Minister sagte: „Wir prüfen das.“"),
            ["colon-quote | Der Minister | sagte | Wir prüfen das."]
        );
        assert_eq!(
            said("de", "Sie sagte:\n\n\"Wir prüfen das. Es dauert. \""),
            ["colon-quote | Sie | sagte | Wir prüfen das. Es dauert."]
        );
    }

    #[test]
    fn a_cue_between_two_quotations() {
        assert_eq!(
            said("de", "„Wir prüfen das“, sagte die Ministerin. „Es dauert nicht lange.“"),
            [
                "quote-cue | die Ministerin | sagte | Wir prüfen das",
                "quote-goes-on | die Ministerin | - | Es dauert nicht lange."
            ]
        );
    }

    #[test]
    fn a_quoted_judgement() {
        assert_eq!(
            said("de", "Die Ministerin nannte die Pläne „völlig überzogen“."),
            ["quote-in-clause | Die Ministerin | nannte | völlig überzogen"]
        );
    }

    #[test]
    fn names_and_titles_are_no_speech() {
        assert_eq!(said("de", "Das Schiff „Rabaul Queen“ sank am Montag."), Vec::<String>::new());
        assert_eq!(said("de", "Die Firma baut so genannte „Tiny Houses“ in Bonn."), Vec::<String>::new());
        assert_eq!(said("en", "The film “The Long Way Home” opens on Monday."), Vec::<String>::new());
    }

    #[test]
    fn unbalanced_marks_survive() {
        assert_eq!(
            said("de", "Wir haben 37 Berichte erhalten“, erklärte die Ministerin."),
            ["quote-cue | die Ministerin | erklärte | Wir haben 37 Berichte erhalten"]
        );
    }
}
