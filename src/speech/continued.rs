//! Sentences that go on with the statement before them: free indirect speech in the mood of reported speech, and speech that
//! has lost its marks.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use smallvec::smallvec;

use super::content::in_mood;
use super::context::Context;
use super::{Draft, Found, Speaker, speaker};
use crate::answer::{EntityType, StatementStyle};
use crate::clause::{Clause, ClauseKind, can_speak};
use crate::lexicon::class::{Adposition, Pronoun};
use crate::lexicon::{Class, Sense, groups};
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: fn();

    /// A sentence in the mood of reported speech says that somebody else's words go on; one in the mood that stands in for
    /// it says so only directly behind a statement. It has no cue, and its speaker is the one of the statement before.
    pub(super) CONTINUED = "speech.continued" {
        pattern: "statement. Sentence in the mood of reported speech",
        fires: [
            De "Die Lage sei ernst, sagte [der Minister](speaker). [Man habe 37 Berichte erhalten. Sie würden geprüft](content).",
            En "[The minister](speaker) said that the road was closed. [It would open again in May](content).",
        ],
        silent: [
            De "Die Lage sei ernst, sagte der Minister. Die Behörde erhielt 37 Berichte.",
            En "The minister said that the road was closed. It will open again in May.",
        ],
    }

    /// A main clause in the mood of reported speech behind one that says nothing: the words of whom that one tells of, else of
    /// who spoke last.
    pub(super) MOOD_BEHIND = "speech.mood-behind" {
        pattern: "clause, colon | comma | dash, main clause in the mood of reported speech",
        languages: [De],
        fires: [
            De "[Der Minister](speaker) winkt ab: [Das sei zu teuer](content).",
            De "[Der Verlag](speaker) stellt das Blatt ein, [es werde zu wenig gelesen](content).",
        ],
        silent: [
            De "Der Minister winkt ab: Das ist zu teuer.",
            De "Der Minister ging jeden Tag hinaus, sei es auch bei Regen.",
        ],
    }

    /// A paragraph in the first person directly behind one that ends with a quotation, or of one sentence further behind a
    /// statement, in a text that is not told in the first person: it is somebody's words that lost their marks. All of the
    /// paragraph is said; who says it stays open.
    pub(super) FIRST_PERSON = "speech.first-person" {
        pattern: "statement. Paragraph with I | we outside of quotation marks",
        fires: [
            De "„Das Spiel war gut“, sagte die Trainerin.\n\n[Ich bin stolz auf das Team. Das war harte Arbeit.](content)",
            De "Das Spiel war gut, sagte die Trainerin.\n\nDer Verein feiert.\n\n[Ich bin stolz auf das Team.](content)",
            En "“It was a good game,” the coach said.\n\n[I am proud of the team. That was hard work.](content)",
            En "The coach said it was good.\n\nThe club celebrates.\n\n[I am proud of the team.](content)",
        ],
        silent: [
            De "Der Verein feiert.\n\nIch bin stolz auf das Team.",
            De "Wir trafen die Trainerin. „Das Spiel war gut“, sagte sie.\n\nIch fragte nach dem Team.",
            En "The club celebrates.\n\nI am proud of the team.",
            En "We met the coach. “It was a good game,” she said.\n\nI asked her about the team.",
        ],
    }
}

/// Who spoke last, and where.
#[derive(Clone, Debug, Default)]
pub(super) struct Last {
    speaker: Option<Speaker>,
    /// The sentence that the last statement ends in; `None` before the first.
    sentence: Option<usize>,
    /// The last statement is itself a continuation, by its place in the drafts.
    draft: Option<usize>,
    /// The last statement's words are somebody's own.
    direct: bool,
    /// The text itself speaks in the first person.
    told_by_self: bool,
}

impl Last {
    /// Takes note of what a sentence added.
    pub(super) fn update(&mut self, cx: &Context<'_, '_, '_>, sentence: usize, found: &Found, before: usize) {
        let unsaid = found.drafts.last().is_none_or(|draft| draft.extent().end <= cx.tokens_of(sentence).start);
        self.told_by_self = self.told_by_self || unsaid && in_first_person(cx, sentence);
        let Some(draft) = found.drafts.last() else {
            return;
        };
        if found.drafts.len() == before {
            // A continuation grows in place.
            if self.draft.is_some() && draft.extent().end == cx.tokens_of(sentence).end {
                self.sentence = Some(sentence);
            }
            // So does a quotation, by its next paragraph, which may say who speaks.
            if draft.style == StatementStyle::Indirect || draft.extent().end <= cx.tokens_of(sentence).start {
                return;
            }
        }
        self.speaker = draft.speaker.as_ref().map(|speaker| Speaker::new(speaker.tokens.clone(), &speaker::LAST));
        self.sentence = Some(cx.analysis.sentence_of(draft.extent().end.saturating_sub(1)).max(sentence));
        self.draft = draft.continues.then_some(found.drafts.len() - 1);
        self.direct = draft.style == StatementStyle::Direct;
    }

    /// The speaker of a quotation without a cue that begins in a sentence: who spoke in the sentence before.
    pub(super) fn speaker_for_quote(&self, cx: &Context<'_, '_, '_>, sentence: usize) -> Option<Speaker> {
        let last = self.sentence?;
        let near = last + 1 == sentence && cx.same_paragraph(last, sentence);
        self.speaker.clone().filter(|_| near)
    }
}

/// Whether "I" or "we" stands in a sentence outside of quotations.
fn in_first_person(cx: &Context<'_, '_, '_>, sentence: usize) -> bool {
    let first = |sense: &Sense| matches!(Pronoun::from_value(sense.value), Some(Pronoun::I | Pronoun::We));
    let mut tokens = cx.tokens_of(sentence);
    tokens.any(|token| cx.analysis.senses_of(token, Class::Pronoun).any(first) && !cx.is_quoted(token))
}

/// A paragraph in the first person behind a statement, and the sentences of such a paragraph.
pub(super) fn unmarked(cx: &Context<'_, '_, '_>, sentence: usize, last: &Last, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    let near = last.direct && last.sentence.is_some_and(|last| last + 1 == sentence);
    let follows = near || last.sentence.is_some() && cx.stands_alone(sentence);
    let ends = cx.analysis.kind(tokens.end.wrapping_sub(1)) == TokenKind::Terminal;
    if !follows || !ends || last.told_by_self || tokens.clone().any(|token| cx.is_quoted(token)) {
        return;
    }
    let goes_on = last.draft.and_then(|at| found.drafts.get_mut(at)).filter(|draft| draft.rule == &FIRST_PERSON);
    if cx.same_paragraph(sentence - 1, sentence) {
        if let Some(piece) = goes_on.and_then(|draft| draft.content.last_mut()) {
            piece.end = tokens.end;
        }
        return;
    }
    if in_first_person(cx, sentence) {
        let mut draft = Draft::new(StatementStyle::Direct, smallvec![tokens], &FIRST_PERSON);
        draft.continues = true;
        found.drafts.push(draft);
    }
}

/// "Die Lage sei ernst. Man habe 37 Berichte erhalten." — the mood says that somebody else's words go on.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, last: &Last, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    if tokens.is_empty() || cx.is_quoted(tokens.start) {
        return;
    }
    let mut mains =
        cx.clauses_of(sentence).filter(|at| cx.clauses[*at].kind == ClauseKind::Main && cx.clauses[*at].verb.is_some());
    let Some(first) = mains.next() else {
        return;
    };
    let follows = last.sentence.is_some_and(|last| last + 1 == sentence);
    let (reported, conditional) =
        cx.clauses[first].verb.as_ref().map_or((false, false), |verb| (verb.reported, verb.conditional));
    if !(reported || conditional && follows && cx.same_paragraph(sentence - 1, sentence)) {
        let reported = |at: &usize| cx.clauses[*at].verb.as_ref().is_some_and(|verb| verb.reported);
        if let Some(behind) = mains.find(reported) {
            found.drafts.extend(mood_behind(cx, (first, behind), last));
        }
        return;
    }
    let end = mains
        .find(|at| {
            let start = cx.clauses[*at].extent().start;
            let verb = cx.clauses[*at].verb.as_ref();
            let apart = cx.analysis.is(start, Class::Coordinator) || cx.analysis.word(start.wrapping_sub(1)) == ";";
            apart && !cx.is_quoted(start) && !verb.is_some_and(|verb| verb.reported || verb.conditional)
        })
        .map_or(tokens.end, |at| cx.clauses[at].extent().start);
    if let Some(draft) = last
        .draft
        .filter(|_| follows && cx.same_paragraph(sentence - 1, sentence))
        .and_then(|at| found.drafts.get_mut(at))
        && let Some(piece) = draft.content.last_mut()
        && piece.end == tokens.start
    {
        piece.end = end;
        return;
    }
    let mut draft = Draft::new(StatementStyle::Indirect, smallvec![tokens.start..end], &CONTINUED);
    draft.continues = true;
    draft.speaker = match last.speaker.clone().filter(|_| follows) {
        Some(speaker) => Some(speaker),
        None if follows => None,
        None => subject_before(cx, sentence),
    }
    .filter(|speaker| !names(cx, &cx.clauses[first], speaker));
    found.drafts.push(draft);
}

/// "Weber habe gelogen.": whether the subject of a clause is a person of the name of who spoke last. Nobody says that of themselves.
fn names(cx: &Context<'_, '_, '_>, clause: &Clause, speaker: &Speaker) -> bool {
    clause.subject.as_ref().is_some_and(|subject| {
        let name = subject.end - 1;
        let person = || cx.mention_at(subject.start).is_some_and(|name| name.kind == EntityType::Per);
        let same = |at: usize| at != name && cx.analysis.word(at) == cx.analysis.word(name);
        !cx.analysis.is(name, Class::Pronoun) && speaker.tokens.clone().any(same) && person()
    })
}

/// "Der Minister winkt ab: Das sei zu teuer.": the later of two main clauses.
fn mood_behind(cx: &Context<'_, '_, '_>, (first, second): (usize, usize), last: &Last) -> Option<Draft> {
    let (lead, said) = (&cx.clauses[first], &cx.clauses[second]);
    let start = said.extent().start;
    let mark = start.checked_sub(1)?;
    let separated = matches!(cx.analysis.kind(mark), TokenKind::Separator | TokenKind::Dash);
    // "als lege er eine Pause ein" compares.
    let compares = cx.analysis.is(start, Class::Subordinator) || cx.analysis.is_adposition(start, Adposition::As);
    let finite = said.verb.as_ref()?.finite;
    let subject = said.subject.as_ref().filter(|subject| subject.start >= start)?;
    // "äußere Faktoren", "eine äußerst trübe Gegend", "weltweit tätige Firmen" hold no verb.
    let article = subject.len() == 1 && cx.analysis.is(subject.start, Class::IndefiniteArticle);
    let bare =
        subject.start == finite + 1 && !cx.analysis.is_any(subject.start, groups::DETERMINER.or(&[Class::Pronoun]));
    let attribute =
        cx.analysis.is(finite, Class::Adjective) || article || bare && !cx.analysis.is_any(finite, groups::AUXILIARY);
    if !separated || compares || attribute || finite == start || cx.is_quoted(start) {
        return None;
    }
    // "Zwar hätten sie einen Plan gehabt, er sei aber schlecht": somebody else's words already.
    let own = speaker::of_clause(cx, lead).filter(|own| !in_mood(lead) && can_speak(cx.analysis, &own.tokens));
    let words = start..cx.tokens_of(said.sentence).end;
    let mut draft = Draft::new(StatementStyle::Indirect, smallvec![words], &MOOD_BEHIND);
    draft.speaker = own.or_else(|| last.speaker_for_quote(cx, said.sentence));
    Some(draft)
}

/// "Der Minister weist auf Risiken hin. Dazu gehöre …": nobody's words yet, but the sentence before says whose they are.
fn subject_before(cx: &Context<'_, '_, '_>, sentence: usize) -> Option<Speaker> {
    let before = sentence.checked_sub(1).filter(|before| cx.same_paragraph(*before, sentence))?;
    let main = cx
        .clauses_of(before)
        .take(20)
        .find(|at| cx.clauses[*at].kind == ClauseKind::Main && cx.clauses[*at].verb.is_some())?;
    let subject = speaker::of_clause(cx, &cx.clauses[main])?.tokens;
    can_speak(cx.analysis, &subject).then(|| Speaker::new(subject, &speaker::BEFORE))
}

#[cfg(test)]
mod tests {
    use crate::testing::speech::said;

    #[test]
    fn the_mood_goes_on() {
        assert_eq!(
            said("de", "Die Lage sei ernst, sagte der Minister. Man habe 37 Berichte erhalten. Sie würden geprüft."),
            [
                "content-cue | der Minister | sagte | Die Lage sei ernst",
                "continued | der Minister | - | Man habe 37 Berichte erhalten. Sie würden geprüft"
            ]
        );
    }

    #[test]
    fn facts_do_not_go_on() {
        assert_eq!(said("de", "Die Lage sei ernst, sagte der Minister. Die Behörde erhielt 37 Berichte.").len(), 1);
        assert_eq!(said("de", "Eine Behörde hätte genügt.").len(), 0);
    }
}
