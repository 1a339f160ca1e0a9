//! Reported speech: what a verb of saying, thinking or finding governs.

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::attribution::is_covered;
use super::content::{content_after, noun_then_content};
use super::context::{Context, Kind};
use super::{Draft, Found, Pieces, direct, speaker};
use crate::answer::Rule;
use crate::answer::StatementStyle;
use crate::clause::{Clause, ClauseKind};
use crate::lexicon::Class;
use crate::lexicon::class::Subordinator;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// TODO.
    pub(super) AS_SAID = "speech.as-said" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) CONTENT_CUE = "speech.content-cue" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) SENTENCE_CUE = "speech.sentence-cue" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// Finds the reported speech of a sentence, outermost first.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    // The first token that no statement of the sentence covers yet.
    let mut free = tokens.start;
    for at in cx.clauses_of(sentence) {
        let clause = &cx.clauses[at];
        let Some(verb) = &clause.verb else {
            continue;
        };
        if found.used[at] {
            free = free.max(clause.extent().end);
            continue;
        }
        if verb.finite < free || cx.is_quoted(verb.finite) || is_covered(found, verb.finite) {
            continue;
        }
        // In the mood of reported speech the whole clause is somebody else's words.
        let kind = cx.kind(at).filter(|_| !(verb.reported && clause.kind == ClauseKind::Main));
        let Some(kind) = kind.filter(|kind| *kind == Kind::Say || !verb.conditional) else {
            if let Some(draft) = noun_then_content(cx, at, &tokens) {
                free = free.max(draft.extent().end);
                found.drafts.push(draft);
            }
            continue;
        };
        let content = if let Some(content) = as_clause(cx, at, free, &tokens) {
            Some((content, &AS_SAID))
        } else if let Some(content) = content_before(cx, at, kind, free, &tokens) {
            Some((content, &CONTENT_CUE))
        } else {
            content_after(cx, at, kind, &tokens).or_else(|| sentence_before(cx, at, kind, found))
        };
        let Some((content, rule)) = content else {
            if let Some(draft) = noun_then_content(cx, at, &tokens) {
                free = free.max(draft.extent().end);
                found.drafts.push(draft);
            }
            continue;
        };
        let content = before_quotation(cx, content, found);
        let Some(end) = content.last().map(|piece| piece.end) else {
            continue;
        };
        if content.iter().any(|piece| is_covered(found, piece.start)) {
            continue;
        }
        let mut draft = Draft::new(StatementStyle::Indirect, 0..0, rule);
        draft.content = content;
        direct::attribute(cx, &mut draft, at);
        free = free.max(end).max(clause.extent().end.min(tokens.end));
        found.used[at] = true;
        found.drafts.push(draft);
    }
}

/// "Sie hofft, dass …: „…“": the quotation behind a colon is a statement of its own.
fn before_quotation(cx: &Context<'_, '_, '_>, mut content: Pieces, found: &Found) -> Pieces {
    if let Some(quote) =
        found.drafts.last().filter(|draft| draft.style == StatementStyle::Direct).map(|draft| draft.extent().start)
        && let Some(piece) = content.last_mut()
        && piece.start + 2 < quote
        && quote < piece.end
        && cx.analysis.word(quote - 2) == ":"
    {
        piece.end = quote - 2;
    }
    content
}

/// "…, wie die Polizei mitteilte" / "As police said, …": everything around the clause.
fn as_clause(cx: &Context<'_, '_, '_>, at: usize, free: usize, sentence: &Range<usize>) -> Option<Pieces> {
    let clause = &cx.clauses[at];
    if !matches!(clause.kind, ClauseKind::Subordinate(Subordinator::As | Subordinator::How)) {
        return None;
    }
    let own = clause.extent();
    let opens = cx.analysis.is(own.start, Class::Subordinator) || cx.analysis.is(own.start, Class::Interrogative);
    // Another verb's "how": "Sie erklärte, wie …" has its own cue before it.
    let governed = at > cx.clauses_of(clause.sentence).start && {
        let before = &cx.clauses[at - 1];
        cx.kind(at - 1).is_some() && before.verb.as_ref().is_some_and(|verb| verb.finite + 3 >= own.start)
    };
    if !opens || governed {
        return None;
    }
    let mut pieces = SmallVec::new();
    for piece in [free..own.start, own.end..sentence.end] {
        let start = cx.skip_separators(piece.start, piece.end);
        if cx.has_verb(&(start..piece.end)) {
            pieces.push(start..piece.end);
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// "…, sagte der Minister" / "…, the minister said": what stands before the clause.
fn content_before(
    cx: &Context<'_, '_, '_>,
    at: usize,
    kind: Kind,
    free: usize,
    sentence: &Range<usize>,
) -> Option<Pieces> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let start = clause.pieces.iter().find(|piece| piece.contains(&verb.finite))?.start;
    let before = start.checked_sub(1)?;
    if clause.kind != ClauseKind::Main || start <= free + 1 || clause.extent().start < start {
        return None;
    }
    let separated = matches!(
        cx.analysis.kind(before),
        TokenKind::Separator | TokenKind::Quote | TokenKind::Dash | TokenKind::Terminal
    );
    if !separated || cx.analysis.word(before) == ":" {
        return None;
    }
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let inverted = verb.finite == start;
    let subject_first = !verb_final
        && clause.subject.as_ref().is_some_and(|subject| subject.start >= start && subject.end <= verb.finite)
        && !clause.pieces.iter().any(|piece| piece.start < start);
    if !(inverted || subject_first) {
        return None;
    }
    let from = cx.skip_separators(free, start);
    let content = from..start;
    if !cx.has_verb(&content) {
        return None;
    }
    // "Als er ankam, sagte er, …": the clause in front must be able to stand alone.
    let first = cx.clauses.at(cx.skip_marks(from, start))?;
    let main = (first..at)
        .take(30)
        .filter(|before| cx.clauses[*before].kind == ClauseKind::Main)
        .find_map(|before| cx.clauses[before].verb.as_ref())?;
    // "Er kam nach Bonn, fand dort Arbeit …": two verbs of one subject.
    if verb_final && kind != Kind::Say && !main.reported && !main.conditional {
        return None;
    }
    let mut pieces = smallvec![content];
    // "Man habe, sagte er, 37 Berichte erhalten": the content goes on behind the cue.
    let end = clause.extent().end;
    if cx.analysis.word(end) == ":" && end + 1 < sentence.end {
        pieces.push(end + 1..sentence.end);
        return Some(pieces);
    }
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence && next.extent().start >= end);
    if let Some(next) = next
        && resumes(cx, at, next)
    {
        pieces.push(next.extent().start..sentence.end);
    }
    Some(pieces)
}

fn resumes(cx: &Context<'_, '_, '_>, at: usize, next: &Clause) -> bool {
    let verb_final = cx.analysis.profile(next.sentence).verb_final;
    match next.kind {
        ClauseKind::Subordinate(Subordinator::As | Subordinator::How) => false,
        ClauseKind::Subordinate(_) => cx.analysis.kind(next.extent().start.wrapping_sub(1)) == TokenKind::Separator,
        ClauseKind::Main => {
            next.verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional)
                || !verb_final
                    && cx.analysis.is(next.extent().start, Class::Coordinator)
                    && cx.clauses[at].extent().end < next.extent().start
        }
        _ => false,
    }
}

/// "Das teilte die Polizei mit." — what was said stands in the sentence before.
fn sentence_before(cx: &Context<'_, '_, '_>, at: usize, kind: Kind, found: &Found) -> Option<(Pieces, &'static Rule)> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    let tokens = cx.tokens_of(clause.sentence);
    let before = cx.tokens_of(clause.sentence.checked_sub(1)?);
    let pointer = verb.finite == tokens.start + 1
        && cx.analysis.is(tokens.start, Class::Demonstrative)
        && (kind == Kind::Say || kind == Kind::Find && speaker::medium(cx, clause).is_some())
        && clause.kind == ClauseKind::Main;
    let taken = found.drafts.last().is_some_and(|draft| draft.extent().end > before.start);
    if !pointer || taken || !cx.has_verb(&before) || cx.is_quoted(before.start) {
        return None;
    }
    Some((smallvec![before], &SENTENCE_CUE))
}

#[cfg(test)]
mod tests {
    use crate::testing::speech::said;

    #[test]
    fn content_clauses() {
        assert_eq!(
            said("de", "Die Polizei teilte mit, dass 37 Berichte eingegangen seien."),
            ["cue-that | Die Polizei | teilte mit | dass 37 Berichte eingegangen seien"]
        );
        assert_eq!(
            said("de", "Die Ministerin sagte in Bonn, man habe 37 Berichte erhalten."),
            ["cue-clause | Die Ministerin | sagte | man habe 37 Berichte erhalten"]
        );
        assert_eq!(
            said("en", "The agency said that it had received 37 reports."),
            ["cue-that | The agency | said | that it had received 37 reports"]
        );
        assert_eq!(
            said("en", "The agency said it had received 37 reports."),
            ["cue-clause | The agency | said | it had received 37 reports"]
        );
    }

    #[test]
    fn what_an_english_conjunction_opens_belongs_to_the_content() {
        assert_eq!(
            said("en", "It said that having an always-on, fast connection is changing the firm."),
            ["cue-that | It | said | that having an always-on, fast connection is changing the firm"]
        );
        assert_eq!(said("en", "She said in that report, it was late.")[0], "cue-clause | She | said | it was late");
    }

    #[test]
    fn the_clause_around_is_no_content() {
        assert_eq!(
            said("de", "Nachdem die Frau die Polizei informiert hatte, wurde der Mann festgenommen."),
            Vec::<String>::new()
        );
        assert_eq!(said("de", "Der Ort, der früher Waldheim hieß, liegt im Norden."), Vec::<String>::new());
        assert_eq!(
            said("de", "Die Ministerin sagte, dass die Zahl steige, und verließ den Saal.")[0],
            "cue-that | Die Ministerin | sagte | dass die Zahl steige"
        );
    }

    #[test]
    fn content_before_its_cue() {
        assert_eq!(
            said("de", "Die Zahl steige weiter, sagte der Minister."),
            ["content-cue | der Minister | sagte | Die Zahl steige weiter"]
        );
        assert_eq!(
            said("en", "The number is rising, the minister said."),
            ["content-cue | the minister | said | The number is rising"]
        );
        assert_eq!(
            said("de", "Als er ankam, sagte der Minister, er sei müde."),
            ["cue-clause | der Minister | sagte | er sei müde"]
        );
    }

    #[test]
    fn two_verbs_of_one_subject_say_nothing() {
        assert_eq!(said("de", "Sie zog nach Bonn, fand dort Arbeit und blieb."), Vec::<String>::new());
    }

    #[test]
    fn speech_around_its_cue() {
        assert_eq!(
            said("en", "Castlow, she said, was buying time."),
            ["cue-clause | she | said | Castlow … was buying time"]
        );
        assert_eq!(
            said("de", "Man habe alles geprüft, sagte sie, und nur zwei Fälle seien strittig."),
            ["content-cue | sie | sagte | Man habe alles geprüft … und nur zwei Fälle seien strittig"]
        );
    }

    #[test]
    fn as_somebody_says() {
        assert_eq!(
            said("de", "Wie die Polizei mitteilte, wurden drei Menschen verletzt."),
            ["as-said | die Polizei | mitteilte | wurden drei Menschen verletzt"]
        );
        assert_eq!(
            said("de", "Drei Menschen wurden verletzt, wie die Polizei mitteilte."),
            ["as-said | die Polizei | mitteilte | Drei Menschen wurden verletzt"]
        );
    }

    #[test]
    fn claims() {
        assert_eq!(
            said("de", "Die Forscher kamen zu dem Ergebnis, dass die Zahl steigt."),
            ["noun-content | Die Forscher | Ergebnis | dass die Zahl steigt"]
        );
    }

    #[test]
    fn a_sentence_that_the_next_one_attributes() {
        assert_eq!(
            said("de", "Drei Menschen wurden verletzt. Das teilte die Polizei am Montag mit."),
            ["sentence-cue | die Polizei | teilte mit | Drei Menschen wurden verletzt"]
        );
    }
}
