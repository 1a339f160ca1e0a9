//! Reported speech: what a verb of saying, thinking or finding governs.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::answer::{self, ANSWER};
use super::attribution::is_medium;
use super::content::{self, in_mood};
use super::context::Context;
use super::cue::{Cue, Read};
use super::{Draft, Found, Pieces, Speaker, noun, saying, speaker, view};
use crate::answer::{Rule, StatementStyle};
use crate::clause::{Clause, ClauseKind, VerbGroup, agrees, can_speak, complements, is_definite};
use crate::lexicon::class::{Adposition, Coordinator, Pronoun, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, Form, Sense, groups};
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A clause with "wie" or "as" and a verb of saying: everything around it is what is said.
    pub(super) AS_SAID = "speech.as-said" {
        pattern: "[words] as, speaker, verb of saying [words]",
        precedence: 6,
        read: as_said,
        fires: [
            De "Wie [die Polizei](speaker) [mitteilte](cue), [wurden drei Menschen verletzt](content).",
            En "[Three people were injured](content), as [police](speaker) [confirmed](cue) on Monday.",
        ],
        silent: [
            De "Sie erklärte, wie die Polizei arbeitet.",
            En "She saw the police as she left the hall.",
            En "The town was dark as police warned against travel.",
        ],
    }

    /// What stands before a verb of saying and its speaker: "…, sagte der Minister". It must be able to stand alone. With a
    /// verb of thinking or finding it has to be in the mood of reported speech where the language has one, because two
    /// verbs may share a subject.
    pub(super) CONTENT_CUE = "speech.content-cue" {
        pattern: "main clause, comma, verb of saying, thinking or finding, speaker [rest of what is said]",
        precedence: 5,
        read: content_then_verb,
        fires: [
            De "[Die Zahl steige weiter](content), [sagte](cue) [der Minister](speaker).",
            De "[Man habe alles geprüft](content), [sagte](cue) [sie](speaker), [und nur zwei Fälle seien strittig](content).",
            De "[Der Plan war gut](content), so [stellte](cue) [das Gericht](speaker) [fest](cue).",
            En "[The number is rising](content), [said](cue) [the minister](speaker).",
        ],
        silent: [
            De "Sie zog nach Bonn, fand dort Arbeit und blieb.",
            De "Die Firma wies die Klage zurück, kündigte aber eine Prüfung an.",
            De "Wie teuer es war, teilte die Firma nicht mit.",
            De "Steigen die Preise, so teilt die Firma den Plan mit.",
            En "She moved to Bonn, found work there and stayed.",
        ],
    }

    /// What stands before a speaker and a verb of saying: "…, the minister said".
    pub(super) CONTENT_SUBJECT_CUE = "speech.content-subject-cue" {
        pattern: "main clause, comma, speaker, verb of saying, thinking or finding [rest of what is said]",
        languages: [En],
        precedence: 5,
        read: content_then_subject,
        fires: [En "[The number is rising](content), [the minister](speaker) [said](cue)."],
        silent: [En "As the number was rising, the minister said nothing."],
    }

    /// A whole sentence before a verb of saying and its speaker that has no verb of its own, or none that a dictionary knows,
    /// or that begins with a conjunction: nothing else is there that could be said.
    pub(super) CONTENT_BARE = "speech.content-bare" {
        pattern: "words, comma, verb of saying, speaker, end",
        languages: [De],
        precedence: 1,
        read: bare_then_verb,
        fires: [
            De "[Er fiebere dem Ende entgegen](content), [sagte](cue) [der Trainer](speaker).",
            De "[Drei neue Häuser und eine Schule](content), [sagte](cue) [er](speaker).",
            De "[Wobei das noch zu wenig sei](content), [sagte](cue) [die Ministerin](speaker).",
        ],
        silent: [
            De "Am Ende des Tages, sagte der Trainer, komme der Bus.",
            De "Als das Spiel zu Ende war, sagte der Trainer kein Wort.",
        ],
    }

    /// A sentence that only points back with a demonstrative: what was said stands in the sentence before.
    pub(super) SENTENCE_CUE = "speech.sentence-cue" {
        pattern: "sentence. Demonstrative, verb of saying, speaker",
        read: sentence_then_cue,
        fires: [
            De "[Drei Menschen wurden verletzt](content). Das [geht](cue) aus [einem Bericht](speaker) [hervor](cue).",
            De "[Drei Menschen wurden verletzt](content). Das [teilte](cue) [die Polizei](speaker) am Montag [mit](cue).",
            En "[Three people were injured](content). That [was](cue) [confirmed](cue) by [police](speaker).",
        ],
        silent: [
            De "Drei Menschen wurden verletzt. Das freute die Polizei nicht.",
            De "Die Firma kaufte drei Häuser. Diese beschreibt der Minister als teuer.",
            En "Three people were injured. That surprised the police.",
        ],
    }
}

static TRIED: [&Construction<Read>; count(&[RULES, answer::RULES, content::RULES])] =
    by_precedence(&[RULES, answer::RULES, content::RULES]);

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
        // "Weber, who denied | he would resign, | said prices would rise": says something within the subject.
        let inserted = verb.finite < free && clause.kind == ClauseKind::Relative && is_before_content(cx, at, found);
        if verb.finite < free && !inserted || cx.is_quoted(verb.finite) || found.covers(verb.finite) {
            continue;
        }
        let place = (if inserted { clause.extent().start } else { free }, &tokens);
        // In the mood of reported speech the whole clause is somebody else's words.
        let said = verb.reported && clause.kind == ClauseKind::Main;
        // "It is not known whether …", "Das heißt, dass …" are nobody's words.
        let unknown = if verb.passive { verb.negated } else { points(cx, clause) && !is_shown(cx, at) };
        // "the success of the sprint *relay* squad": a base form that its subject does not agree with is no verb.
        let base = cx.analysis.has_form(verb.finite, Class::Verb, Form::INFINITIVE);
        let agreeing = verb.tokens.len() > 1
            || !base
            || cx.analysis.profile(clause.sentence).verb_final
            || clause
                .subject
                .as_ref()
                .filter(|subject| subject.end == verb.finite)
                .is_none_or(|subject| agrees(cx.analysis, verb, subject.clone()));
        let kind = cx.kind(at).filter(|kind| !said && !unknown && (*kind == VerbKind::Say || !verb.conditional));
        let kind = kind.filter(|_| agreeing);
        let stance = stance(cx, clause, verb).filter(|_| kind.is_none() && !said);
        let kind = kind.or(stance.map(|_| VerbKind::Think));
        let mut cue = kind.and_then(|kind| Cue::new(cx, (at, kind), place, found));
        if let Some(cue) = &mut cue {
            cue.stance = stance;
        }
        if let Some((mut content, rule)) = cue.and_then(|cue| reported(&cue)) {
            // "Es ist geklärt, ob er klagen darf, sagte Kapferer": who is named last says all of it.
            let ends = content.last().is_some_and(|piece| piece.end == tokens.end);
            let behind = is_told_behind(rule);
            if !behind && demands(cx, verb) {
                continue;
            }
            if !behind && ends {
                let told = told_behind(cx, at, (free, &tokens), found);
                let passing = told.or_else(|| reported_by(cx, at)).filter(|teller| passes_on(cx, clause, *teller));
                if told.is_some() && passing.is_none() {
                    continue;
                }
                if let Some((teller, piece)) = passing.zip(content.last_mut()) {
                    piece.end = cx.clauses[teller].extent().start.max(piece.start + 1);
                    found.used[teller] = true;
                }
            }
            let content = before_quotation(cx, content, found);
            let Some(end) = content.last().map(|piece| piece.end) else {
                continue;
            };
            if !std::ptr::eq(rule, &ANSWER) && content.iter().any(|piece| found.covers(piece.start)) {
                continue;
            }
            let mut draft = Draft::new(StatementStyle::Indirect, content, rule);
            saying::attribute(cx, &mut draft, clause);
            if let Some(stance) = stance {
                // "is convinced" is no passive that somebody else would be the agent of.
                draft.speaker = clause.subject.clone().map(|subject| Speaker::new(subject, &speaker::SUBJECT));
                if !draft.cue.contains(&stance) {
                    draft.cue.push(stance);
                    draft.cue.sort_unstable();
                }
            }
            // "said prices would rise | and warned that …": who said the one says the other.
            let start = clause.extent().start;
            let shares = clause.coordinate && verb.finite == start + 1;
            if let Some(before) = found.drafts.last().filter(|before| shares && before.extent().end == start) {
                draft.speaker = before.speaker.clone();
            }
            own_words(cx, &mut draft, verb);
            draft.clause = Some(at);
            free = free.max(end).max(clause.extent().end.min(tokens.end));
            found.add(draft);
        } else if let Some(draft) = noun::claim(cx, at, &tokens)
            .or_else(|| view::read(cx, at).filter(|draft| !found.covers(draft.extent().start)))
            // "Die Firma erwartet einen Verlust, sagte der Chef": he says all of it.
            .filter(|_| told_behind(cx, at, (free, &tokens), found).is_none())
        {
            free = free.max(draft.extent().end);
            found.add(draft);
        }
    }
}

/// Whether a clause and the one behind it stand between the words that say the last statement of their sentence and that.
fn is_before_content(cx: &Context<'_, '_, '_>, at: usize, found: &Found) -> bool {
    let last = found.drafts.last();
    let content = last.filter(|draft| draft.clause.is_some_and(|cue| cue < at)).map(|draft| draft.extent().start);
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == cx.clauses[at].sentence);
    content.zip(next).is_some_and(|(content, next)| next.extent().end <= content)
}

/// Whether a verb tells what somebody wants, promises or is thankful for: that says nothing of what is so.
fn demands(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    verb.sense.is_some_and(|sense| is_demand(cx, sense))
}

/// Whether what a verb says is wanted, promised or thanked for.
pub(super) fn is_demand(cx: &Context<'_, '_, '_>, sense: Sense) -> bool {
    const DEMANDS: &[&str] = &["appeal", "beg", "demand", "promise", "request", "thank", "threaten", "urge"];
    cx.analysis.means(sense, DEMANDS)
}

/// Whether a rule reads what stands before the words that say it.
fn is_told_behind(rule: &'static Rule) -> bool {
    [&CONTENT_BARE, &CONTENT_CUE, &CONTENT_SUBJECT_CUE].iter().any(|told| std::ptr::eq(*told, rule))
}

/// Whether what a clause says is passed on by a medium behind it: "Hardy said that the road was closed, the agency reported".
/// Who is named is the source then.
fn passes_on(cx: &Context<'_, '_, '_>, clause: &Clause, teller: usize) -> bool {
    let medium = |clause: &Clause| {
        let speaker = speaker::of_clause(cx, clause);
        speaker.map(|speaker| is_medium(cx, speaker.tokens))
    };
    let says = clause.subject.as_ref().is_some_and(|subject| can_speak(cx.analysis, subject));
    says && medium(clause) == Some(false) && medium(&cx.clauses[teller]) == Some(true)
}

/// The last clause of a sentence where it says who reports what stands before it: "…, wie die Agentur berichtete".
fn reported_by(cx: &Context<'_, '_, '_>, at: usize) -> Option<usize> {
    let last = cx.clauses_of(cx.clauses[at].sentence).end - 1;
    let clause = cx.clauses.get(last).filter(|_| last > at)?;
    let comma = cx.analysis.kind(clause.extent().start - 1) == TokenKind::Separator;
    let opens = matches!(clause.kind, ClauseKind::Subordinate(Subordinator::As | Subordinator::How));
    (opens && comma && cx.kind(last) == Some(VerbKind::Say)).then_some(last)
}

/// The clause behind another that says who tells all that stands before it.
fn told_behind(cx: &Context<'_, '_, '_>, at: usize, place: (usize, &Range<usize>), found: &Found) -> Option<usize> {
    /// How many clauses may stand between.
    const NEAR: usize = 8;
    let sentence = cx.clauses_of(cx.clauses[at].sentence);
    (at + 1..sentence.end).take(NEAR).find(|behind| {
        let behind = *behind;
        let kind =
            cx.kind(behind).filter(|kind| *kind == VerbKind::Say && !cx.is_quoted(cx.clauses[behind].extent().start));
        let cue = kind.and_then(|kind| Cue::new(cx, (behind, kind), place, found));
        let lang = cx.analysis.lang(cx.clauses[behind].sentence);
        let mut told = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang) && is_told_behind(tried.rule));
        cue.is_some_and(|cue| told.any(|tried| tried.read.is_some_and(|read| read(&cue).is_some())))
    })
}

/// "The glacier, says Ruth Aldous, will be gone": who speaks stands behind the verb where what stands before it is said.
fn own_words(cx: &Context<'_, '_, '_>, draft: &mut Draft, verb: &VerbGroup) {
    let said = |speaker: &Speaker| draft.content.iter().any(|piece| piece.contains(&speaker.tokens.start));
    if draft.speaker.as_ref().is_some_and(said) {
        draft.speaker = speaker::behind_quote(cx, verb);
    }
}

/// The adjective of a clause that tells what its subject thinks of what stands behind it: "ist überzeugt, dass …", "is
/// confident that …".
fn stance(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<usize> {
    let subject = clause.subject.as_ref()?;
    // "made sure that": has it so
    let made = || verb.means(cx.analysis, &["make"]);
    if cx.analysis.is_pronoun(subject.start, Pronoun::It) || !can_speak(cx.analysis, subject) || made() {
        return None;
    }
    let last = clause.piece_of(verb.finite)?.end - 1;
    // "weil er überzeugt ist, …"
    let behind = verb.tokens.iter().rev().take_while(|token| !cx.analysis.is(**token, Class::Stance)).count();
    [Some(last), last.checked_sub(behind)].into_iter().flatten().find(|at| cx.analysis.is(*at, Class::Stance))
}

/// What the first rule that reads it reports.
fn reported(cue: &Cue<'_, '_, '_, '_>) -> Option<(Pieces, &'static Rule)> {
    let lang = cue.cx.analysis.lang(cue.clause.sentence);
    let mut tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang));
    tried.find_map(|tried| Some((tried.read?(cue)?, tried.rule)))
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

/// The predicate that tells what somebody or something is called.
const CALL: &str = "call";

/// Whether a clause has "das", "this" for its subject: what was just said means, rather than says, something.
fn points(cx: &Context<'_, '_, '_>, clause: &Clause) -> bool {
    let first = clause.extent().start;
    let subject = clause.subject.clone().unwrap_or(first..first + 1);
    cx.analysis.is_it(&subject) && cx.analysis.is(subject.start, Class::Demonstrative)
}

/// "Das geht aus einem Bericht hervor": the clause names where it is found.
fn is_shown(cx: &Context<'_, '_, '_>, at: usize) -> bool {
    cx.kind(at) == Some(VerbKind::Find) && speaker::medium(cx, &cx.clauses[at]).is_some()
}

/// "…, wie die Polizei mitteilte" / "As police said, …": everything around the clause.
fn as_said(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let Cue { cx, at, clause, .. } = *cue;
    if !matches!(clause.kind, ClauseKind::Subordinate(Subordinator::As | Subordinator::How)) {
        return None;
    }
    let own = clause.extent();
    let opens = cx.analysis.is(own.start, Class::Subordinator);
    let german = cx.analysis.profile(clause.sentence).verb_final;
    // "Als er das schrieb, …" tells when.
    let when = |sense: &Sense| Subordinator::from_value(sense.value) == Some(Subordinator::When);
    let time = || german && cx.analysis.senses_of(own.start, Class::Subordinator).any(when);
    // "wie man ihn nannte" tells a name.
    let names = || cue.verb.means(cx.analysis, &[CALL]);
    // "as experts predict a shortage", "as police warned of a storm" says something itself.
    const OF: &[Adposition] = &[Adposition::Against, Adposition::Of];
    let object = || {
        let found = complements(cx.analysis, clause, cue.verb, |_| false);
        let of = || cx.analysis.is_any_adposition(cue.verb_end() + 1, OF);
        // "as police said they would help"
        let clause = || cue.next().is_some_and(|(_, next)| next.extent().start == own.end && next.subject.is_some());
        !german && (found.object.is_some() || of() || clause())
    };
    // Another verb's "how": "Sie erklärte, wie …" has its own cue before it.
    let governed = !german && at > cx.clauses_of(clause.sentence).start && {
        let before = &cx.clauses[at - 1];
        cx.kind(at - 1).is_some() && before.verb.as_ref().is_some_and(|verb| verb.finite + 3 >= own.start)
    };
    // "as few copies have been found" says something itself too.
    let suffered = || cue.verb.passive && clause.subject.as_ref().is_some_and(|subject| subject.len() > 1);
    if !opens || governed || suffered() || object() || names() || time() {
        return None;
    }
    let mut pieces = Pieces::new();
    for piece in [cue.free..own.start, own.end..cue.sentence.end] {
        let start = cx.skip_separators(piece.start, piece.end);
        // "Die Frau war, wie ein Sprecher sagte, auf dem Heimweg": the clause goes on without another verb.
        let goes_on =
            || pieces.last().is_some_and(|before: &Range<usize>| cx.clauses.at(start) == cx.clauses.at(before.start));
        if cx.has_verb(&(start..piece.end)) || goes_on() {
            pieces.push(start..piece.end);
        }
    }
    (!pieces.is_empty()).then_some(pieces)
}

/// Predicates that tell what somebody holds true.
const BELIEVE: &[&str] = &["assume", "believe", "doubt", "expect", "fear", "hope", "suspect", "think"];

/// "…, sagte der Minister": the verb stands first.
fn content_then_verb(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let so = |start: usize| cue.kind != VerbKind::Think && cue.cx.analysis.is(start, Class::Quotative);
    // "…, das teilte die Polizei mit", "…, so stellte ein Gericht fest"
    let points = |start: usize| {
        let german = cue.cx.has_reported_mood(cue.clause);
        german && cue.verb.finite == start + 1 && (cue.cx.analysis.is(start, Class::Demonstrative) || so(start))
    };
    let start = own_start(cue).filter(|start| cue.verb.finite == *start || points(*start))?;
    // "…, kündigte aber eine Prüfung an": the sentence goes on.
    let german = cue.cx.analysis.profile(cue.clause.sentence).verb_final;
    if german && cue.cx.analysis.is_coordinator(cue.verb.finite + 1, Coordinator::But) {
        return None;
    }
    // "…, called The Rise" tells a name.
    let named = cue.verb.means(cue.cx.analysis, &[CALL]);
    if named && !german {
        return None;
    }
    // "The mayor, who is 36, told the paper that …": what is said stands behind.
    let behind = cue.next().is_some_and(|(_, next)| content::opens_content(next));
    // "Zeugen sahen den Mann, sagten aber, dass …": a verb without a subject of its own.
    let own = cue.clause.subject.as_ref().is_some_and(|subject| subject.start > start);
    if behind && !(own && german) {
        return None;
    }
    // "She opened the bridge, praised the workers and left.": verbs of one subject.
    let one = |next: &Clause| {
        next.coordinate && next.verb.as_ref().is_some_and(|verb| verb.finite == next.extent().start + 1)
    };
    if !german && cue.next().is_some_and(|(_, next)| one(next)) {
        return None;
    }
    let (content, main) = content_before(cue, start)?;
    // "Wie teuer es war, teilte die Firma nicht mit."
    let first = cue.cx.clauses.at(content.start).map(|first| cue.cx.clauses[first].kind);
    if cue.verb.negated && matches!(first, Some(ClauseKind::Subordinate(Subordinator::How | Subordinator::Whether))) {
        return None;
    }
    // "Steigen die Preise, so meldet er das.": a condition that begins with its verb.
    if so(start) && !in_mood(main) && content::begins_with_verb(main) {
        return None;
    }
    // "She moved to Bonn, found work there …", "Er kam nach Bonn, fand dort Arbeit …": two verbs of one subject.
    let one = |subject: &Range<usize>| subject.end <= start || !can_speak(cue.cx.analysis, subject);
    let shared = cue.clause.subject.as_ref().is_some_and(one);
    // "Dass der Plan scheitert, glaubt er nicht."
    let that = first == Some(ClauseKind::Subordinate(Subordinator::That));
    let thought = that && cue.verb.means(cue.cx.analysis, BELIEVE);
    let indicative = cue.cx.has_reported_mood(cue.clause) && !in_mood(main) && !thought;
    if cue.kind != VerbKind::Say && !so(start) && (shared || indicative) {
        return None;
    }
    Some(with_rest(cue, content, main))
}

/// "Er fiebere dem Ende entgegen, sagte der Trainer.": what no dictionary knows as a verb.
fn bare_then_verb(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    /// How many words what is said has at least.
    const SHORTEST: usize = 4;
    let Cue { cx, at, clause, verb, .. } = *cue;
    let start = verb.finite;
    let piece = clause.piece_of(start).filter(|piece| piece.start == start)?;
    let comma = start.checked_sub(1).filter(|comma| cx.analysis.word(*comma) == ",")?;
    let words = cue.sentence.start..comma;
    let auxiliary = cx.analysis.is_any(start, groups::AUXILIARY);
    let says = cue.kind == VerbKind::Say && clause.kind == ClauseKind::Main && !verb.negated && !auxiliary;
    let whole = cue.free == cue.sentence.start && words.len() >= SHORTEST && !cx.is_quoted(words.start);
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence);
    let ends = next.is_none_or(|next| next.kind == ClauseKind::Relative) && piece.end >= clause.extent().end;
    if !says || !whole || !ends || demands(cx, verb) {
        return None;
    }
    // Who speaks stands behind the verb, and no object behind them.
    let speaker = speaker::phrase_behind(cx, verb)?;
    let pronoun = speaker.len() == 1 && cx.analysis.is(speaker.start, Class::Pronoun);
    let rest = speaker.end >= piece.end
        || cx.analysis.kind(speaker.end) != TokenKind::Word
        || !pronoun
            && cx.analysis.is_any(speaker.end, ClassSet::of(&[Class::Adposition, Class::Adverb, Class::TimeRef]));
    if !rest || !can_speak(cx.analysis, &speaker) || !pronoun && !is_definite(cx.analysis, &speaker) {
        return None;
    }
    let first = cx.clauses.at(words.start).map(|first| &cx.clauses[first])?;
    let opened = matches!(first.kind, ClauseKind::Subordinate(_)) && in_mood(first);
    // "Es hat einen Namen: Terror, sagte er.": what is said ends in words without a verb.
    let goes_on = clause.extent().start > words.start && first.kind == ClauseKind::Main;
    (!cx.has_verb(&words) || opened || goes_on).then(|| smallvec![words])
}

/// "…, the minister said": the subject stands before the verb.
fn content_then_subject(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let start = own_start(cue)?;
    let subject = cue.clause.subject.as_ref()?;
    // "…, the damage is estimated at ten million": what is said is the subject.
    if cue.verb.passive && !cue.cx.analysis.is(subject.start, Class::Pronoun) {
        return None;
    }
    // "Of those asked, 60% said | they were happy": what is said stands behind.
    let next = cue.next().map(|(_, next)| next);
    let behind = next.is_some_and(|next| {
        next.extent().start == cue.verb_end() + 1 && next.kind == ClauseKind::Main && next.verb.is_some()
    });
    // "twice what it had estimated", "something the firm denies" is no speaker and verb alone.
    const THING: ClassSet = groups::OPENER.or(&[Class::Pronoun]);
    if behind
        || (start..subject.start).any(|at| cue.cx.analysis.is_any(at, THING))
        || subject.start < start
        || subject.end > cue.verb.finite
        || cue.clause.pieces.iter().any(|piece| piece.start < start)
    {
        return None;
    }
    let (content, main) = content_before(cue, start)?;
    Some(with_rest(cue, content, main))
}

/// Where the clause with the cue begins behind a comma, a dash or a quotation.
fn own_start(cue: &Cue<'_, '_, '_, '_>) -> Option<usize> {
    let Cue { cx, clause, .. } = *cue;
    let start = clause.pieces.iter().find(|piece| piece.contains(&cue.verb.finite))?.start;
    let before = start.checked_sub(1)?;
    let separated = matches!(
        cx.analysis.kind(before),
        TokenKind::Separator | TokenKind::Quote | TokenKind::Dash | TokenKind::Terminal
    );
    // "…, but most are betting on May": what a conjunction opens is a sentence of its own.
    let first = cx.skip_marks(start, cue.verb.finite);
    let coordinate = first < cue.verb.finite && cx.analysis.is(first, Class::Coordinator);
    let main = clause.kind == ClauseKind::Main && start > cue.free + 1 && clause.extent().start >= start && !coordinate;
    (main && separated && cx.analysis.word(before) != ":").then_some(start)
}

/// What stands before the clause with the cue, with its first main clause.
fn content_before<'q>(cue: &Cue<'q, '_, '_, '_>, start: usize) -> Option<(Range<usize>, &'q Clause)> {
    let cx = cue.cx;
    let from = cx.skip_separators(cue.free, start);
    if !cx.has_verb(&(from..start)) {
        return None;
    }
    // "Als er ankam, sagte er, …": the clause in front must be able to stand alone.
    let first = cx.clauses.at(cx.skip_marks(from, start))?;
    let mut mains = (first..cue.at).take(30).map(|before| &cx.clauses[before]);
    // "Dass der Motor überhitzt war, bestätigte ein Techniker."
    let alone = |before: &&Clause| before.kind == ClauseKind::Main || content::opens_content(before);
    let main = mains.find(|before| alone(before) && before.verb.is_some())?;
    // "Asked whether he would resign, the minister said …"
    let first = main.extent().start;
    let participle = cx.analysis.has_form(first, Class::Verb, Form::PARTICIPLE);
    if participle && !cx.has_reported_mood(main) && main.subject.as_ref().is_none_or(|subject| subject.start > first) {
        return None;
    }
    Some((from..start, main))
}

/// "Man habe alles geprüft, sagte er, und …": the content goes on behind the cue, "Man habe, sagte er, 37 Berichte erhalten"
/// too where its verb is the last word before.
fn with_rest(cue: &Cue<'_, '_, '_, '_>, content: Range<usize>, main: &Clause) -> Pieces {
    let Cue { cx, at, clause, .. } = *cue;
    let last = content.clone().rev().find(|token| cx.analysis.kind(*token) == TokenKind::Word);
    let open = last.is_some() && main.kind == ClauseKind::Main && main.verb.as_ref().map(|verb| verb.finite) == last;
    let mut pieces: Pieces = smallvec![content];
    let own = clause.piece_of(cue.verb_end()).map_or(cue.sentence.end, |piece| piece.end);
    if open && cx.analysis.word(own) == "," && own + 1 < cue.sentence.end {
        pieces.push(own + 1..cue.sentence.end);
        return pieces;
    }
    let end = clause.extent().end;
    if cx.analysis.word(end) == ":" && end + 1 < cue.sentence.end {
        pieces.push(end + 1..cue.sentence.end);
        return pieces;
    }
    let next = cx.clauses.get(at + 1).filter(|next| next.sentence == clause.sentence && next.extent().start >= end);
    if let Some(next) = next.filter(|next| resumes(cue, next)) {
        pieces.push(next.extent().start..cue.sentence.end);
    }
    pieces
}

fn resumes(cue: &Cue<'_, '_, '_, '_>, next: &Clause) -> bool {
    let start = next.extent().start;
    match next.kind {
        ClauseKind::Subordinate(Subordinator::As | Subordinator::How) => false,
        ClauseKind::Subordinate(_) => cue.is_separated(next),
        ClauseKind::Main if cue.cx.has_reported_mood(next) => in_mood(next),
        ClauseKind::Main => {
            let coordinate = cue.cx.analysis.is(start, Class::Coordinator) && cue.clause.extent().end < start;
            in_mood(next) || coordinate
        }
        _ => false,
    }
}

/// "Das teilte die Polizei mit." — what was said stands in the sentence before.
fn sentence_then_cue(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let Cue { cx, clause, verb, kind, .. } = *cue;
    let tokens = cx.tokens_of(clause.sentence);
    let before = cx.tokens_of(clause.sentence.checked_sub(1)?);
    let pointer = verb.finite == tokens.start + 1
        && cx.analysis.is(tokens.start, Class::Demonstrative)
        && cx.analysis.is_it(&(tokens.start..tokens.start + 1))
        && (kind == VerbKind::Say || kind == VerbKind::Find && speaker::medium(cx, clause).is_some())
        && clause.kind == ClauseKind::Main;
    let taken = cue.found.drafts.last().is_some_and(|draft| draft.extent().end > before.start);
    if !pointer || taken || !cx.has_verb(&before) || cx.is_quoted(before.start) {
        return None;
    }
    Some(smallvec![before])
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
            ["cue-bare-clause | The agency | said | it had received 37 reports"]
        );
    }

    #[test]
    fn what_an_english_conjunction_opens_belongs_to_the_content() {
        assert_eq!(
            said("en", "It said that having a well-kept, quiet garden is changing the firm."),
            ["cue-that-split | It | said | that having a well-kept, quiet garden is changing the firm"]
        );
        assert_eq!(
            said("en", "She said in that report, it was late.")[0],
            "cue-bare-clause | She | said | it was late"
        );
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
            ["content-subject-cue | the minister | said | The number is rising"]
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
            ["cue-bare-clause | she | said | Castlow … was buying time"]
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
            ["noun-that | Die Forscher | Ergebnis | dass die Zahl steigt"]
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
