//! Hearsay: a modal verb that says that somebody else tells it.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::context::Context;
use super::continued::Last;
use super::cue::FAR;
use super::{Draft, Found, Pieces, Speaker, speaker};
use crate::answer::StatementStyle;
use crate::clause::{Clause, ClauseKind, VerbGroup, can_speak};
use crate::lexicon::class::{Adposition, Auxiliary, Modal, VerbKind};
use crate::lexicon::{Class, Form, Sense};
use crate::reading::verb::is_participle;
use crate::rule::{Construction, by_precedence, count, rules};

rules! {
    reads: Read;

    /// "sollen" with the infinitive of the perfect: others say so, the last named source where one was named just before.
    /// With a plain infinitive it is a plan.
    pub(super) HEARSAY = "speech.hearsay" {
        pattern: "\"sollen\" in the present, participle, \"haben\" | \"sein\"",
        languages: [De],
        read: others,
        fires: [
            De "[Die Bande soll alte Menschen angerufen haben](content).",
            De "Die Polizei sucht einen Mann, [der eine Bank überfallen haben soll](content).",
        ],
        silent: [
            De "Der Neubau soll bis Weihnachten fertig werden.",
            De "Der Neubau soll im Mai fertiggestellt sein.",
            De "Die Bande hätte alte Menschen anrufen sollen.",
        ],
    }

    /// "wollen" or "claim" with the infinitive of the perfect: the subject says so.
    pub(super) OWN_CLAIM = "speech.own-claim" {
        pattern: "speaker, \"wollen\" in the present | verb of saying, infinitive of the perfect",
        read: own,
        fires: [
            De "[Der Zeuge](speaker) [will](cue) [von alldem nichts gewusst haben](content).",
            En "[The witness](speaker) [claims](cue) [to have known nothing of it](content).",
        ],
        silent: [
            De "Der Zeuge will von alldem nichts wissen.",
            En "The witness asked to leave the court.",
        ],
    }

    /// A verb of saying or thinking in the passive with an infinitive: others say so. What is expected is to come.
    pub(super) SAID_TO = "speech.said-to" {
        pattern: "noun phrase, verb of saying or thinking in the passive, to, infinitive",
        languages: [En],
        read: said_to,
        fires: [
            En "[The suspect](content) [is](cue) [believed](cue) [to have fled to France](content).",
            En "[The fund](content) [is](cue) [said](cue) [to be close to a deal](content).",
        ],
        silent: [
            En "The suspect was told to wait.",
            En "The suspect is expected to be in court on Monday.",
        ],
    }
}

/// How a rule reads a clause that may tell hearsay.
pub(super) type Read = fn(&Context<'_, '_, '_>, &Heard<'_>) -> Option<Draft>;

/// A clause whose verb may say that somebody else tells it.
pub(super) struct Heard<'h> {
    clause: &'h Clause,
    verb: &'h VerbGroup,
    /// The infinitive's mark in a group that a verb of saying or thinking begins, with that verb.
    infinitive: Option<(usize, Sense)>,
    /// Who was named last.
    source: Option<Speaker>,
}

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// Finds the hearsay of a sentence in what no statement covers; those of the sentence are the drafts from a place on.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, last: &Last, before: usize, found: &mut Found) {
    let lang = cx.analysis.lang(sentence);
    if !TRIED.iter().any(|tried| tried.rule.languages.hold_in(lang)) {
        return;
    }
    for at in cx.clauses_of(sentence) {
        let clause = &cx.clauses[at];
        let Some(verb) = &clause.verb else {
            continue;
        };
        let infinitive = infinitive_of(cx, verb);
        if infinitive.is_none() && !(verb.modal.is_some() && is_perfect(cx, verb)) {
            continue;
        }
        let covers = |draft: &Draft| draft.extent().contains(&verb.finite);
        if cx.is_quoted(verb.finite) || found.drafts[before..].iter().rev().take(FAR).any(covers) {
            continue;
        }
        // The source named in the sentence, else the one just before.
        let named = found.drafts[before..].last().and_then(|draft| draft.speaker.clone());
        let source = named.or_else(|| last.speaker_for_quote(cx, sentence));
        let heard = Heard { clause, verb, infinitive, source };
        let tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang));
        if let Some(draft) = tried.into_iter().find_map(|tried| tried.read?(cx, &heard)) {
            found.add(draft);
        }
    }
}

/// "angerufen haben": a participle and the infinitive of its auxiliary.
fn is_perfect(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    // "soll gebaut werden" is a plan.
    let auxiliary = |token: usize| {
        let mut senses = cx.analysis.senses_of(token, Class::Auxiliary);
        senses.any(|sense| sense.form.has(Form::INFINITIVE) && sense.value != Auxiliary::Become as u32)
    };
    let present = !verb.conditional && !verb.reported;
    // "soll fertiggestellt sein" is a plan, "soll fertiggestellt worden sein", "soll gestiegen sein" are none.
    let by_itself = |sense: Sense| {
        use VerbKind::{Alone, Down, Occur, Steady, Up};
        matches!(cx.analysis.verb_kind(sense), Some(Alone | Down | Occur | Steady | Up))
    };
    let suffered = || verb.tokens.iter().any(|token| cx.analysis.is_auxiliary(*token, Auxiliary::Become));
    if verb.passive && !verb.sense.is_none_or(by_itself) && !suffered() {
        return false;
    }
    present
        && verb.tokens.iter().any(|token| *token != verb.finite && auxiliary(*token))
        && verb.tokens.iter().any(|token| is_participle(cx.analysis, *token))
}

fn others(cx: &Context<'_, '_, '_>, heard: &Heard<'_>) -> Option<Draft> {
    let Heard { clause, verb, source, .. } = heard;
    if verb.modal != Some(Modal::Should) && verb.modal != Some(Modal::Shall) {
        return None;
    }
    let content: Pieces = match clause.kind {
        ClauseKind::Main => clause.pieces.clone(),
        // Without the conjunction: "weil | er … haben soll".
        ClauseKind::Subordinate(_) => {
            let mut pieces = clause.pieces.clone();
            let first = pieces.first_mut()?;
            if cx.analysis.is(first.start, Class::Subordinator) {
                first.start += 1;
            }
            pieces
        }
        ClauseKind::Relative => clause.pieces.clone(),
        ClauseKind::Infinitive | ClauseKind::Participle => return None,
    };
    let mut draft = Draft::new(StatementStyle::Indirect, content, &HEARSAY);
    draft.speaker = source.as_ref().map(|source| Speaker::new(source.tokens.clone(), &speaker::LAST));
    Some(draft)
}

/// "claims | to have known", "is believed | to own": the infinitive's mark in a group that a verb of saying or thinking
/// begins, with that verb.
fn infinitive_of(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<(usize, Sense)> {
    let analysis = cx.analysis;
    let marked = |says: &usize| verb.tokens.contains(&(says + 1)) && analysis.is_adposition(says + 1, Adposition::To);
    let says = verb.tokens.iter().copied().find(marked)?;
    let to = says + 1;
    let mut senses = analysis.senses_of(says, Class::Verb).filter(|sense| sense.length == 1);
    let sense = senses.find(|sense| matches!(analysis.verb_kind(**sense), Some(VerbKind::Say | VerbKind::Think)))?;
    Some((to, *sense))
}

fn said_to(cx: &Context<'_, '_, '_>, heard: &Heard<'_>) -> Option<Draft> {
    /// What others say or think; what is expected lies ahead, and who is told to wait says nothing.
    const HEARD: &[&str] = &[
        "assume",
        "believe",
        "claim",
        "estimate",
        "know",
        "report",
        "rumour",
        "say",
        "suspect",
        "think",
        "understand",
    ];
    let Heard { clause, verb, .. } = heard;
    let (to, sense) = heard.infinitive?;
    let subject = clause.subject.clone()?;
    let passive = to.checked_sub(1).filter(|says| cx.analysis.has_form(*says, Class::Verb, Form::PARTICIPLE))?;
    let auxiliary = cx.analysis.is_auxiliary(verb.finite, Auxiliary::Be) && verb.finite < passive;
    let others = cx.analysis.means(sense, HEARD);
    let piece = clause.piece_of(to)?;
    if !auxiliary || !others || subject.end > verb.finite || clause.kind == ClauseKind::Infinitive {
        return None;
    }
    let mut draft = Draft::new(StatementStyle::Indirect, smallvec![subject, to..piece.end], &SAID_TO);
    draft.cue = SmallVec::from_slice(&[verb.finite, passive]);
    draft.verb = Some(sense);
    Some(draft)
}

fn own(cx: &Context<'_, '_, '_>, heard: &Heard<'_>) -> Option<Draft> {
    let Heard { clause, verb, .. } = *heard;
    let piece = clause.piece_of(verb.finite).filter(|_| clause.kind == ClauseKind::Main)?;
    let subject = clause.subject.as_ref().filter(|subject| can_speak(cx.analysis, subject))?;
    let claim = || {
        heard.infinitive.filter(|(to, sense)| {
            let says = cx.analysis.verb_kind(*sense) == Some(VerbKind::Say);
            says && verb.finite + 1 == *to
                && cx
                    .analysis
                    .senses_of(to + 1, Class::Auxiliary)
                    .any(|sense| Auxiliary::from_value(sense.value) == Some(Auxiliary::Have))
        })
    };
    if let Some((to, sense)) = claim() {
        let mut draft = Draft::new(StatementStyle::Indirect, smallvec![to..piece.end], &OWN_CLAIM);
        draft.speaker = speaker::of_clause(cx, clause);
        draft.cue = SmallVec::from_slice(&[verb.finite]);
        draft.verb = Some(sense);
        return Some(draft);
    }
    if verb.modal != Some(Modal::Want) {
        return None;
    }
    let start = if subject.start > verb.finite { subject.end } else { verb.finite + 1 };
    let words: Range<usize> = start..piece.end;
    let mut draft = Draft::new(StatementStyle::Indirect, smallvec![words], &OWN_CLAIM);
    draft.speaker = speaker::of_clause(cx, clause);
    draft.cue = SmallVec::from_slice(&[verb.finite]);
    Some(draft)
}
