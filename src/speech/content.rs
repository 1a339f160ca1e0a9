//! What stands behind a verb of saying and is what is said.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::context::Context;
use super::cue::{Cue, FAR, Read};
use super::speaker::CITE;
use super::{Pieces, answer};
use crate::clause::{Clause, ClauseKind, Tense, VerbGroup, can_speak, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, Pronoun, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::phrase::genitive;
use crate::rule::rules;
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// What stands behind a verb of saying or thinking and a colon, without quotation marks, up to the end of the sentence.
    pub(super) CUE_COLON = "speech.cue-colon" {
        pattern: "verb of saying or thinking, colon, words",
        precedence: 4,
        read: colon,
        fires: [
            De "[Die Polizei](speaker) [teilte](cue) [mit](cue): [Drei Menschen wurden verletzt](content).",
            En "[The minister](speaker) [warned](cue): [the number of cases is rising](content).",
        ],
        silent: [
            De "Die Polizei fand im Keller: drei Koffer.",
            En "The police found in the cellar: three bags were empty.",
        ],
    }

    /// A conjunction for "that" whose verb stands behind a comma, or behind a relative clause between two: all from the
    /// conjunction on is what is said.
    pub(super) CUE_THAT_SPLIT = "speech.cue-that-split" {
        pattern: "verb of saying, that, words, comma, words with the verb",
        languages: [En],
        precedence: 3,
        read: that_split,
        fires: [
            En "[It](speaker) [said](cue) [that having a well-kept, quiet garden is changing the firm](content).",
            En "[It](speaker) [said](cue) [that the fire, which broke out at noon, caused damage](content).",
        ],
        silent: [En "She said in that report, it was late."],
    }

    /// A clause behind a verb of saying, thinking or finding, or an adjective for what somebody thinks, that a conjunction
    /// for "that" or "whether" opens. How the clause hangs on a noun is read by `speech.noun-that`.
    pub(super) CUE_THAT = "speech.cue-that" {
        pattern: "verb of saying, thinking or finding … that | whether, clause",
        precedence: 2,
        read: that,
        fires: [
            De "[Die Polizei](speaker) [teilte](cue) [mit](cue), [dass 37 Berichte eingegangen seien](content).",
            De "[Die Ministerin](speaker) [fragte](cue), [ob die Brücke sicher ist](content).",
            De "[Die Ministerin](speaker) [ist](cue) [überzeugt](cue), [dass die Brücke hält](content).",
            En "[The agency](speaker) [said](cue) [that it had received 37 reports](content).",
            En "[The minister](speaker) [is](cue) [confident](cue) [that the bridge will hold](content).",
        ],
        silent: [
            De "Der Motor war so laut, dass niemand die Polizei hörte.",
            De "Es ist sicher, dass die Brücke hält.",
            En "The agency read the report that it had received.",
        ],
    }

    /// A question that "if" opens, directly behind a verb of saying. After a verb of thinking, or farther away, "if" opens a
    /// condition.
    pub(super) CUE_IF = "speech.cue-if" {
        pattern: "verb of saying or finding, if, clause",
        languages: [En],
        precedence: 2,
        read: whether,
        fires: [En "[The police](speaker) [asked](cue) [if the road was closed](content)."],
        silent: [En "The police will answer her if the road is closed."],
    }

    /// A clause behind a verb of saying, thinking or finding that a question word opens.
    pub(super) CUE_HOW = "speech.cue-how" {
        pattern: "verb of saying, thinking or finding … question word, clause",
        precedence: 2,
        read: how,
        fires: [
            De "[Die Ministerin](speaker) [erklärte](cue), [warum die Brücke gesperrt ist](content).",
            En "[The minister](speaker) [explained](cue) [how the money would be spent](content).",
        ],
        silent: [
            De "Die Ministerin kam, wie sie wollte, schon am Montag.",
            En "The minister repaid how much money she had spent.",
        ],
    }

    /// An infinitive with "zu" behind a verb of saying or thinking and a comma.
    pub(super) CUE_INFINITIVE = "speech.cue-infinitive" {
        pattern: "verb of saying or thinking, comma, infinitive with \"zu\"",
        languages: [De],
        precedence: 2,
        read: infinitive,
        fires: [De "[Die Firma](speaker) [kündigte](cue) [an](cue), [die Löhne zu erhöhen](content)."],
        silent: [
            De "Die Gewerkschaft half, die Löhne zu erhöhen.",
            De "Die Gewerkschaft forderte, die Löhne zu erhöhen.",
        ],
    }

    /// A main clause behind a verb of saying, thinking or finding and a comma: in the mood of reported speech, or behind a
    /// verb of saying in the active. The cue may stand behind what begins it.
    pub(super) CUE_CLAUSE = "speech.cue-clause" {
        pattern: "verb of saying, thinking or finding … comma, main clause",
        languages: [De],
        precedence: 2,
        read: clause,
        fires: [
            De "[Die Ministerin](speaker) [sagte](cue) in Bonn, [man habe 37 Berichte erhalten](content).",
            De "[Die Ministerin](speaker) [sagt](cue), [die Lage ist ernst](content).",
            De "[Der Plan](content), [sagte](cue) [die Ministerin](speaker), [sei gut](content).",
        ],
        silent: [De "Nachdem die Frau die Polizei informiert hatte, wurde der Mann festgenommen."],
    }

    /// A main clause without a conjunction behind a verb of saying or thinking, directly or behind a comma; also around the
    /// cue, with its subject before it: "Castlow, she said, was buying time".
    pub(super) CUE_BARE_CLAUSE = "speech.cue-bare-clause" {
        pattern: "verb of saying or thinking [comma] main clause",
        languages: [En],
        precedence: 2,
        read: bare_clause,
        fires: [
            En "[The agency](speaker) [said](cue) [it had received 37 reports](content).",
            En "[Castlow](content), [she](speaker) [said](cue), [was buying time](content).",
        ],
        silent: [En "When the minister said no, the meeting ended."],
    }

    /// A main clause without a conjunction behind a verb of saying whose subject has a clause of its own.
    pub(super) CUE_BARE_CLAUSE_APART = "speech.cue-bare-clause-apart" {
        pattern: "verb of saying or thinking [comma] noun phrase [comma] relative clause [comma] verb",
        precedence: 1,
        read: bare_clause_apart,
        fires: [
            De "[Der Minister](speaker) [sagte](cue), [der Plan, der im Mai entstand, sei gut](content).",
            En "[The minister](speaker) [said](cue) [the plan, which was drawn up in May, was good](content).",
            En "[The minister](speaker) [said](cue) [the man who was injured had died](content).",
        ],
        silent: [
            De "Der Minister kaufte den Hof, der im Mai frei wurde, und zog um.",
            En "The minister sold the plan, which was drawn up in May, and left.",
        ],
    }

    /// A main clause behind a verb of saying whose condition, time or place stands first, as a clause of its own.
    pub(super) CUE_FRAMED = "speech.cue-framed" {
        pattern: "verb of saying [comma] subordinate clause, comma, main clause",
        read: framed,
        fires: [
            De "[Der Minister](speaker) [sagte](cue), [wenn die Zahlen steigen, werde man handeln](content).",
            En "[The minister](speaker) [said](cue) [while the plan was good, it would cost too much](content).",
        ],
        silent: [
            De "Der Minister sagte ab, weil er krank war, und blieb zu Hause.",
            En "The minister left when the vote was lost, and his party stayed.",
        ],
    }

    /// A clause with "that" or "whether" that another subordinate or relative clause parts from the verb of saying.
    pub(super) CUE_THAT_APART = "speech.cue-that-apart" {
        pattern: "verb of saying, thinking or finding, subordinate clause, that | whether, clause",
        precedence: 1,
        read: that_apart,
        fires: [
            De "[Der Minister](speaker) [sagte](cue), nachdem er gewählt worden war, [dass die Zahl steige](content).",
            En "[The minister](speaker) [said](cue), when he arrived, [that the number was rising](content).",
        ],
        silent: [
            De "Der Minister lachte, nachdem er gehört hatte, dass die Zahl steige.",
            En "The minister laughed when he arrived so late that the hall was empty.",
        ],
    }
}

/// The predicate whose object is whom something is told.
const TELL: &str = "tell";

/// The clause behind the verb, with its place and the subject that may stand in front of the cue.
fn content(cue: &Cue<'_, '_, '_, '_>, (next, content): (usize, &Clause), start: usize) -> Pieces {
    let (clause, verb) = (cue.clause, cue.verb);
    let words = start..content_end(cue.cx, cue.at, next, &cue.sentence);
    // "Castlow, she said, was buying time": the subject of what is said stands in front.
    let subject = clause.pieces.first().filter(|piece| {
        let begins_with_verb = content.begins_with_verb();
        begins_with_verb && piece.end <= verb.finite && !piece.contains(&verb.finite) && clause.kind == ClauseKind::Main
    });
    subject.cloned().into_iter().chain([words]).collect()
}

/// The clause behind the verb where it is of a kind.
fn next_if(cue: &Cue<'_, '_, '_, '_>, fits: impl FnOnce(&Clause) -> bool) -> Option<Pieces> {
    let (at, next) = cue.next().filter(|(_, next)| fits(next))?;
    Some(content(cue, (at, next), next.extent().start))
}

fn colon(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let end = cue.clause.extent().end;
    let fits = cue.kind != VerbKind::Find && cue.cx.analysis.word(end) == ":";
    (fits && end + 2 < cue.sentence.end && !cue.cx.is_quoted(end + 1)).then(|| smallvec![end + 1..cue.sentence.end])
}

fn that_split(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let (at, next) = cue.next().filter(|(_, next)| next.verb.is_some())?;
    let last = *cue.verb.tokens.last()?;
    let piece = cue.clause.piece_of(last).filter(|piece| piece.end + 1 == next.extent().start)?;
    // "said that the fire, which broke out at noon, caused …"
    let behind = cue.cx.clauses.get(at + 1).filter(|behind| behind.sentence == next.sentence);
    let resumed = next.kind == ClauseKind::Relative && behind.is_some_and(begins_with_verb);
    let main = next.kind == ClauseKind::Main || resumed;
    // "said that, if prices rose, …"
    let start = (last + 1..piece.end).take(6).find(|token| {
        cue.cx.analysis.is_subordinator(*token, Subordinator::That)
            && !cue.cx.analysis.is(token - 1, Class::Adposition)
            && (token + 1 == piece.end || main && token + 1 < piece.end)
    })?;
    Some(content(cue, (at, next), start))
}

/// Whether a conjunction for "that" or "whether" opens a clause.
pub(super) fn opens_content(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::Subordinate(Subordinator::That | Subordinator::Whether))
}

fn that(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    // "would not say whether …"
    let open = |next: &Clause| next.kind == ClauseKind::Subordinate(Subordinator::Whether) && is_unsaid(cue);
    next_if(cue, |next| opens_content(next) && !open(next))
}

/// Whether a question that a clause names stays open: "could not say how …", "nobody would say whether …".
fn is_unsaid(cue: &Cue<'_, '_, '_, '_>) -> bool {
    let nobody =
        || cue.clause.subject.as_ref().is_some_and(|subject| cue.cx.analysis.is(subject.start, Class::Negation));
    cue.kind == VerbKind::Say && (cue.verb.negated || nobody())
}

fn whether(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    next_if(cue, |next| {
        next.kind == ClauseKind::Subordinate(Subordinator::If)
            && cue.kind != VerbKind::Think
            && next.extent().start == cue.verb.finite + 1
    })
}

fn how(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let (at, _) = cue.next()?;
    // "…, wie die Polizei mitteilte": the clause says itself who speaks.
    let says = cue.cx.kind(at) == Some(VerbKind::Say);
    next_if(cue, |next| next.kind == ClauseKind::Subordinate(Subordinator::How) && !says && !is_unsaid(cue))
}

fn infinitive(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    // "um die Lage zu beruhigen" tells what for.
    let purpose = |next: &Clause| cue.cx.analysis.is(next.extent().start, Class::Subordinator);
    next_if(cue, |next| {
        // "denkt nicht daran, aufzuhören"
        let thought = cue.kind == VerbKind::Find || cue.kind == VerbKind::Think && cue.verb.negated;
        next.kind == ClauseKind::Infinitive && !thought && cue.is_separated(next) && !purpose(next)
    })
}

/// Whether a main clause behind the verb can be what is said: not one with a conjunction, or without a verb.
fn is_main(cue: &Cue<'_, '_, '_, '_>, clause: &Clause) -> bool {
    clause.kind == ClauseKind::Main
        && clause.verb.is_some()
        && !cue.cx.analysis.is(clause.extent().start, Class::Coordinator)
}

/// "Nachdem er … informiert hatte, wurde …", "If it is confirmed, …": the clause around the cue goes on behind it.
fn is_adverbial(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::Subordinate(kind) if kind != Subordinator::That)
}

/// Whether a clause has the mood of reported speech, or one that stands in for it.
pub(super) fn in_mood(clause: &Clause) -> bool {
    clause.verb.as_ref().is_some_and(|verb| verb.reported || verb.conditional)
}

fn clause(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    next_if(cue, |next| {
        let begins_with_verb = next.begins_with_verb();
        let says = cue.kind == VerbKind::Say && !cue.verb.passive && !is_adverbial(cue.clause);
        // "Der Plan, sagte sie, sei gut": what is said goes on with its verb.
        let around = cue.clause.pieces.first().is_some_and(|piece| piece.end < cue.verb.finite);
        let goes_on = around && in_mood(next) && cue.clause.kind == ClauseKind::Main;
        let fits = if begins_with_verb { goes_on } else { in_mood(next) || says };
        // "Die Polizei sprach von 500, | die Veranstalter von 1200 Gästen": others say that.
        is_main(cue, next) && fits && cue.is_separated(next) && !next.is_gapped()
    })
}

fn bare_clause(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let (at, next) = cue.next().filter(|(_, next)| is_bare(cue, next))?;
    let start = next.extent().start;
    Some(content(cue, (at, next), behind_addressee(cue, next).unwrap_or(start)))
}

/// "told | reporters the bridge was safe", "told Reuters | prices would rise": whom something is told stands between.
fn behind_addressee(cue: &Cue<'_, '_, '_, '_>, next: &Clause) -> Option<usize> {
    let analysis = cue.cx.analysis;
    let start = next.extent().start;
    let subject = next.subject.as_ref()?;
    if start != cue.verb_end() + 1 {
        return None;
    }
    // "said | on Tuesday it had cancelled …"
    if prepositional_phrase(analysis, start, subject.start) == Some(subject.start) {
        return Some(subject.start);
    }
    if !cue.verb.means(analysis, &[TELL]) {
        return None;
    }
    if subject.start > start {
        return (noun_phrase(analysis, start, subject.start) == Some(subject.start)).then_some(subject.start);
    }
    let name = |class| analysis.senses_of(start, class).map(|sense| usize::from(sense.length)).max();
    let length = name(Class::Organisation).or_else(|| name(Class::Person))?;
    (subject.start == start && start + length < subject.end).then_some(start + length)
}

/// Whether a clause behind the verb is what is said, without a conjunction.
fn is_bare(cue: &Cue<'_, '_, '_, '_>, next: &Clause) -> bool {
    let analysis = cue.cx.analysis;
    let (start, end) = (next.extent().start, next.extent().end);
    let adjacent = start == cue.verb_end() + 1 || cue.is_separated(next);
    // "defended the plan, adding that …" says it by the participle.
    let participle = cue.is_separated(next) && analysis.has_form(start, Class::Verb, Form::GERUND);
    // "found 60% of voters oppose it": directly behind the verb no object is meant.
    let finds = cue.kind == VerbKind::Find && cue.is_separated(next);
    // "told Breakfast with Frost: “…”"
    let label = analysis.word(end) == ":" && cue.cx.is_quoted(end + 1);
    // "asked for water, drank it": a verb that shares the subject before says nothing, but where that is said too.
    let verb = next.verb.as_ref().map_or(start, |verb| verb.finite);
    let around = cue.clause.pieces.first().is_some_and(|piece| piece.end <= cue.verb.finite);
    let shared = cue.is_separated(next) && verb == start && !around;
    let says = is_main(cue, next) && !participle && !finds && !label && !shared && !cites(cue, next);
    // "after police said the road was closed", not "when she said no, he left" nor "if he says it is true".
    let condition = matches!(
        cue.clause.kind,
        ClauseKind::Subordinate(Subordinator::How | Subordinator::If | Subordinator::Whether)
    );
    let around = is_adverbial(cue.clause) && (condition || start != cue.verb_end() + 1);
    // "It was thought the plan would work", but "what was considered art they bought"; "was told by Hardy there was time".
    let it = || cue.clause.subject.as_ref().is_some_and(|subject| analysis.is_pronoun(subject.start, Pronoun::It));
    let suffers = cue.verb.passive
        && (cue.kind == VerbKind::Think && cue.stance.is_none() && !it()
            || analysis.is_adposition(start, Adposition::By));
    says && adjacent && !around && !suffers
}

/// "had lied, the Guardian reported": what stands behind the comma says who tells what stands before it.
fn cites(cue: &Cue<'_, '_, '_, '_>, next: &Clause) -> bool {
    let says = next.verb.as_ref().and_then(|verb| verb.kind(cue.cx.analysis)) == Some(VerbKind::Say);
    let behind = cue.next().and_then(|(at, _)| cue.cx.clauses.get(at + 1));
    let content =
        behind.is_some_and(|behind| behind.sentence == next.sentence && behind.kind != ClauseKind::Infinitive);
    cue.is_separated(next) && says && !content
}

/// Whether a clause begins with its finite verb: what stands before it goes on.
pub(super) fn begins_with_verb(clause: &Clause) -> bool {
    clause.kind == ClauseKind::Main && clause.begins_with_verb()
}

fn bare_clause_apart(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    /// How many clauses may hang on the subject.
    const INSIDE: usize = 3;
    let (at, next) = cue.next().filter(|(_, next)| next.kind == ClauseKind::Relative)?;
    let behind = (at + 1..cue.cx.clauses_of(cue.clause.sentence).end).take(INSIDE);
    let mood = cue.cx.has_reported_mood(cue.clause);
    let further = behind.into_iter().find(|at| cue.cx.clauses[*at].kind == ClauseKind::Main)?;
    let resumed = &cue.cx.clauses[further];
    let comma = next.extent().start - 1;
    let apart = cue.is_separated(next);
    let subject = if mood {
        // "sagte am Montag | , der Plan, der …": behind a comma of its own.
        let mut pieces = cue.clause.pieces.iter();
        pieces.find(|piece| piece.end == comma && piece.start > cue.verb_end() + 1 && in_mood(resumed))?
    } else {
        &(cue.verb_end() + 1..cue.clause.piece_of(cue.verb_end() + 1)?.end)
    };
    // "just 5 percent | of applicants"
    let bound = |at: &usize| {
        let analysis = cue.cx.analysis;
        !analysis.is_any(*at, ClassSet::of(&[Class::Approx, Class::Adverb])) || analysis.is(*at, Class::Article)
    };
    let first = subject.clone().find(bound).unwrap_or(subject.start);
    let ends = |end: usize| end == subject.end || genitive(cue.cx.analysis, end, subject.end) == Some(subject.end);
    let phrase = mood || noun_phrase(cue.cx.analysis, first, subject.end).is_some_and(ends);
    // "said the plan | which was dropped | was good": a comma stands on both sides, or on neither.
    // "told a reporter that …", "quoted a doctor who was there" have an object.
    let object = || cue.verb.means(cue.cx.analysis, &[CITE, TELL]);
    let alike = apart == cue.is_separated(resumed) && (apart || !object());
    let fits = cue.kind != VerbKind::Find && begins_with_verb(resumed) && alike;
    let words = || subject.start..content_end(cue.cx, cue.at, further, &cue.sentence);
    (phrase && fits).then(|| smallvec![words()])
}

fn framed(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    /// What opens a clause that hangs on the noun before it: "…, der …", "…, in denen …".
    const FRAMES_NOUN: ClassSet = ClassSet::of(&[Class::Article, Class::Adposition]);
    let german = cue.cx.has_reported_mood(cue.clause);
    let (at, frame) = cue.next()?;
    let start = frame.extent().start;
    let opens = match frame.kind {
        // A manner or a comparison belongs to the verb itself.
        ClauseKind::Subordinate(kind) => !matches!(kind, Subordinator::As | Subordinator::How | Subordinator::That),
        ClauseKind::Infinitive => german && cue.cx.analysis.is(start, Class::Subordinator),
        ClauseKind::Relative => german && !cue.cx.analysis.is_any(start, FRAMES_NOUN),
        _ => false,
    };
    let behind = (at + 1..cue.cx.clauses_of(cue.clause.sentence).end).take(3);
    let main =
        behind.map(|at| &cue.cx.clauses[at]).find(|next| next.kind == ClauseKind::Main && next.verb.is_some())?;
    // "wenn die Zahlen steigen, | werde man handeln"
    let mood = !german || in_mood(main) && begins_with_verb(main);
    let adjacent = german && cue.is_separated(frame) || start == cue.verb_end() + 1;
    let says = cue.kind == VerbKind::Say && !cue.verb.passive && !is_adverbial(cue.clause);
    let fits = opens && adjacent && says && mood && cue.is_separated(main) && is_main(cue, main) && !cites(cue, main);
    fits.then(|| smallvec![start..content_end(cue.cx, cue.at, at, &cue.sentence)])
}

fn that_apart(cue: &Cue<'_, '_, '_, '_>) -> Option<Pieces> {
    let (at, _) =
        cue.next().filter(|(_, next)| matches!(next.kind, ClauseKind::Subordinate(_) | ClauseKind::Relative))?;
    let further = cue.cx.clauses.get(at + 1).filter(|further| further.sentence == cue.clause.sentence)?;
    opens_content(further).then(|| content(cue, (at + 1, further), further.extent().start))
}

/// "said prices would rise and warned …": a verb of saying in the tense of the cue, where what is said is in another or of
/// something that cannot speak.
fn tells_on(cx: &Context<'_, '_, '_>, cue: &Clause, said: &Clause, verb: &VerbGroup) -> bool {
    let mute = said.subject.as_ref().is_some_and(|subject| !can_speak(cx.analysis, subject));
    let simple = |verb: &VerbGroup| verb.tokens.len() == 1;
    let (Some(cue), Some(said)) = (&cue.verb, &said.verb) else {
        return false;
    };
    let other = said.tense != cue.tense || !simple(said) || cue.tense == Tense::Present || mute;
    simple(cue) && simple(verb) && verb.tense == cue.tense && other
}

/// Where reported speech that begins with a clause ends: where a clause around it goes on, or one begins that stands by
/// itself.
pub(super) fn content_end(cx: &Context<'_, '_, '_>, cue: usize, first: usize, sentence: &Range<usize>) -> usize {
    let clause = &cx.clauses[cue];
    let start = cx.clauses[first].extent().start;
    // Where the clause of the cue, or the one around it, goes on with its verb.
    let resumed = |clause: &Clause| {
        let verb = clause.verb.as_ref();
        let mut behind = clause.pieces.iter().filter(|piece| piece.start > start);
        behind
            .find(|piece| verb.is_some_and(|verb| verb.tokens.iter().any(|token| piece.contains(token))))
            .map(|piece| piece.start)
    };
    let outer = (cx.clauses_of(clause.sentence).start..cue).rev().take(3).map(|at| &cx.clauses[at]);
    let outer = outer.filter(|_| clause.kind == ClauseKind::Relative).find_map(resumed);
    let around = resumed(clause).or(outer);
    let own = cx.clauses[first].kind;
    let reported = in_mood(&cx.clauses[first]);
    let mood = cx.has_reported_mood(clause);
    let next_main = (first + 1..cx.clauses_of(clause.sentence).end).take(FAR).find(|at| {
        let next = &cx.clauses[*at];
        let start = next.extent().start;
        let Some(verb) = next.verb.as_ref().filter(|_| next.kind == ClauseKind::Main) else {
            return false;
        };
        if cx.is_quoted(start) || in_mood(next) {
            return false;
        }
        let semicolon = cx.analysis.word(start.wrapping_sub(1)) == ";";
        let subject = next.subject.as_ref().is_some_and(|subject| subject.start >= start && subject.end <= verb.finite);
        let comma = cx.analysis.kind(start.wrapping_sub(1)) == TokenKind::Separator;
        let coordinate = cx.analysis.is(start, Class::Coordinator);
        let goes_on = if mood {
            // "…, dass die Zahl steige, und verließ den Saal"; "…, er sei unschuldig, erkannte das Gericht nicht an": the
            // subject of the cue goes on.
            let verb_first = own == ClauseKind::Main && verb.finite == start;
            coordinate && own != ClauseKind::Main || reported && (coordinate || verb_first)
        } else {
            // "warned that growth could slow, but raised …", "said he was safe, but his mother said …"
            let says = cx.kind(*at) == Some(VerbKind::Say);
            let told = says && verb.finite == start + 1 && tells_on(cx, clause, &cx.clauses[first], verb);
            coordinate && (comma && (verb.finite == start + 1 || subject && says) || told)
        };
        // "While ministers insist that it will pay, auditors doubt it."
        let framed = is_adverbial(clause) && comma && !coordinate && clause.extent().start <= sentence.start + 1;
        semicolon || goes_on || framed && !mood && subject
    });
    let main = next_main.map(|at| cx.clauses[at].extent().start);
    // "…, adding that …"
    let adds = (start + 1..sentence.end.min(start + FAR)).find(|at| {
        cx.analysis.kind(at - 1) == TokenKind::Separator
            && !cx.is_quoted(*at)
            && cx
                .analysis
                .senses_of(*at, Class::Verb)
                .any(|sense| sense.form.has(Form::GERUND) && cx.analysis.verb_kind(*sense) == Some(VerbKind::Say))
    });
    let adds = adds.filter(|_| !mood).map(|at| at - 1);
    let answered = answer::place(cx, first);
    around.into_iter().chain(main).chain(adds).chain(answered).min().unwrap_or(sentence.end).max(start + 1)
}
