//! Direct speech: quotations with their speaker.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses and quotations come from the sentence's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::context::Context;
use super::continued::Last;
use super::participle::before_quotation;
use super::quote::Quote;
use super::{Draft, Found, Speaker, saying, speaker};
use crate::answer::{Rule, StatementStyle};
use crate::clause::{Clause, ClauseKind, VerbGroup, can_speak, is_definite};
use crate::lexicon::Class;
use crate::lexicon::class::VerbKind;
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::TokenKind;

rules! {
    reads: Read;

    /// A quotation with a verb directly behind it: of saying or thinking, or, where the quotation is a sentence, of finding
    /// or one that no dictionary knows.
    pub(super) QUOTE_CUE = "speech.quote-cue" {
        pattern: "quotation [comma] verb of saying, speaker",
        precedence: 5,
        read: quote_then_verb,
        fires: [
            De "„[Wir haben 37 Berichte erhalten](content)“, [sagte](cue) [die Sprecherin](speaker) am Montag.",
            En "“[The bridge is safe](content),” [said](cue) [the mayor of the town](speaker).",
        ],
        silent: [
            De "„Die Brücke ist sicher“ steht auf dem Schild.",
            En "“The bridge is safe” was painted on the wall.",
        ],
    }

    /// A quotation with a speaker and a verb of saying or thinking behind it, in this order.
    pub(super) QUOTE_SUBJECT_CUE = "speech.quote-subject-cue" {
        pattern: "quotation, comma, speaker, verb of saying or thinking",
        languages: [En],
        precedence: 5,
        read: quote_then_subject,
        fires: [En "“[We received 37 reports](content),” [the minister](speaker) [said](cue) on Monday."],
        silent: [En "“The Bridge” is what the mayor said he would show."],
    }

    /// A quotation with "so" and its speaker behind it.
    pub(super) QUOTE_SO = "speech.quote-so" {
        pattern: "quotation, comma, so, speaker",
        languages: [De],
        precedence: 5,
        read: quote_so,
        fires: [De "„[Wir haben 37 Berichte erhalten](content)“, [so](cue) [der Minister](speaker)."],
        silent: [De "Er sagte „Ja“ so leise, dass niemand es hörte."],
    }

    /// A quotation with a dash and its speaker behind it, and nothing more.
    pub(super) QUOTE_DASH = "speech.quote-dash" {
        pattern: "quotation that is a sentence, dash, speaker",
        precedence: 5,
        read: quote_dash,
        fires: [
            De "„[Das Archiv gehört der Stadt.](content)“ – [Stadträtin Nina Rüegg](speaker)",
            En "“[The archive belongs to the town.](content)” – [Councillor Mara Whitlock](speaker)",
        ],
        silent: [
            De "„Das Archiv gehört der Stadt.“ – Das Buch erschien im Mai.",
            En "“The archive belongs to the town.” – The book came out in May.",
        ],
    }

    /// A quotation behind a colon that is a sentence or holds a verb; the words before the colon say who speaks, with a
    /// verb or without one. It may stand in the next paragraph.
    pub(super) COLON_QUOTE = "speech.colon-quote" {
        pattern: "clause | speaker, colon, quotation that is a sentence",
        precedence: 4,
        read: colon_then_quote,
        fires: [
            De "[Der Minister](speaker) [sagte](cue): „[Wir prüfen das.](content)“",
            De "[Der Bürgermeister](speaker): „[Die Brücke ist sicher.](content)“",
            En "[The mayor](speaker) [said](cue): “[The bridge is safe.](content)”",
        ],
        silent: [
            De "Das Schiff bekam einen neuen Namen: „Abendstern“.",
            En "The ship had a new name: “Morning Star”.",
        ],
    }

    /// A quotation behind a verb of saying and a comma.
    pub(super) CUE_QUOTE = "speech.cue-quote" {
        pattern: "speaker, verb of saying, comma, quotation that is a sentence",
        precedence: 4,
        read: comma_then_quote,
        fires: [
            De "[Sie](speaker) [sagte](cue), „[wir hören auf](content)“.",
            En "[The mayor](speaker) [said](cue), “[The bridge is safe.](content)”",
        ],
        silent: [
            De "Sie sang im Saal, „wir hören auf“.",
            En "The mayor bought a boat, “The Bridge”.",
        ],
    }

    /// A quotation behind a participle of saying, directly or behind a comma or colon.
    pub(super) PARTICIPLE_QUOTE = "speech.participle-quote" {
        pattern: "speaker …, [comma] saying | adding [comma | colon] quotation that is a sentence",
        languages: [En],
        precedence: 5,
        read: participle_then_quote,
        fires: [
            En "[The coach](speaker) left the room, [saying](cue) “[we lost the game](content)”.",
            En "[The coach](speaker) defended the team, [adding](cue): “[We lost one game.](content)”",
        ],
        silent: [En "The coach left the room without saying “good night”."],
    }

    /// A name or title in quotation marks is nobody's words, nor is a single word: all its longer words have capitals, and
    /// it is no sentence that stands by itself. Before a verb of saying it is a quotation all the same.
    pub(super) QUOTED_NAME = "speech.quoted-name" {
        pattern: "quotation marks around words with capitals",
        precedence: 3,
        read: name,
        fires: [
            De "Das Schiff „[Rabaul Queen](none)“ sank am Montag.",
            En "The film “[The Long Way Home](none)” opens on Monday.",
        ],
        silent: [
            De "„Auf Wiedersehen“, sagte die Ministerin.",
            En "The minister called the plans “far too expensive”.",
        ],
    }

    /// Quoted words behind a cue and a colon that are neither a sentence nor a name.
    pub(super) COLON_WORDS = "speech.colon-words" {
        pattern: "speaker, verb of saying, thinking or finding, colon, quoted words",
        precedence: 2,
        read: colon_then_words,
        fires: [
            De "[Der Minister](speaker) [sagte](cue) dazu nur: „[zu teuer](content)“.",
            En "[The minister](speaker) [said](cue) only this: “[far too expensive](content)”.",
        ],
        silent: [
            De "Auf dem Schild stand: „zu teuer“.",
            En "The sign had two colours: “pale yellow” and “deep red”.",
        ],
    }

    /// A quotation that stands alone behind a statement: its speaker goes on.
    pub(super) QUOTE_GOES_ON = "speech.quote-goes-on" {
        pattern: "statement, quotation that is a sentence",
        read: goes_on,
        fires: [
            De "„Wir prüfen das“, sagte [die Ministerin](speaker). „[Es dauert nicht lange.](content)“",
            En "“We are looking into it,” [the minister](speaker) said. “[It will not take long.](content)”",
        ],
        silent: [
            De "„Wir prüfen das“, sagte die Ministerin. „Es dauert nicht lange“ heißt ihr Buch.",
            En "“We are looking into it,” the minister said. Her book “It Will Not Take Long” is new.",
        ],
    }
}

/// How a rule reads a quotation.
pub(super) type Read = fn(&Place<'_, '_, '_, '_>) -> Option<Reading>;

/// A quotation with what stands around it.
pub(super) struct Place<'p, 'c, 'a, 't> {
    cx: &'p Context<'c, 'a, 't>,
    at: usize,
    quote: &'p Quote,
    last: &'p Last,
    found: &'p Found,
}

/// What a quotation is.
#[allow(clippy::large_enum_variant, reason = "it is taken apart where it is made")]
pub(super) enum Reading {
    Words(Draft),
    /// Nobody's words.
    Name,
}

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// Reads one quotation: with the words before it, those after it, or as the continuation of the one before.
pub(super) fn quotation(cx: &Context<'_, '_, '_>, at: usize, last: &Last, found: &mut Found) {
    let quote = &cx.quotes[at];
    // Another statement's words may hold it already.
    if found.drafts.last().is_some_and(|draft| draft.extent().end > quote.inner.start) {
        return;
    }
    let lang = cx.lang(quote.outer.end.wrapping_sub(1));
    let place = Place { cx, at, quote, last, found };
    let mut tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang));
    match tried.find_map(|tried| Some((tried.read?(&place)?, tried.rule))) {
        Some((Reading::Words(draft), _)) => match found.drafts.last_mut().filter(|_| quote.continues) {
            Some(before)
                if before.style == StatementStyle::Direct && (before.cue.is_empty() || draft.cue.is_empty()) =>
            {
                if let Some(clause) = draft.clause {
                    found.used[clause] = true;
                }
                before.go_on(draft);
            }
            _ => found.add(draft),
        },
        Some((Reading::Name, rule)) => found.excluded.push((quote.inner.clone(), rule)),
        None => {}
    }
}

impl Place<'_, '_, '_, '_> {
    fn draft(&self, rule: &'static Rule) -> Draft {
        Draft::new(StatementStyle::Direct, smallvec![self.quote.inner.clone()], rule)
    }

    /// A statement whose cue is a clause's verb.
    fn said_in(&self, clause: usize, rule: &'static Rule) -> Draft {
        let mut draft = self.draft(rule);
        let own = &self.cx.clauses[clause];
        saying::attribute(self.cx, &mut draft, own);
        // "“The fire,” said the officer, “began …”": what is quoted does not speak.
        if let Some(verb) = &own.verb
            && draft.speaker.as_ref().is_some_and(|speaker| self.cx.is_quoted(speaker.tokens.start))
        {
            draft.speaker = speaker::behind_quote(self.cx, verb);
        }
        // "Die Antwort gab Hans Meier: „…“": what is given stands first, and who gives it behind the verb.
        if let Some(verb) = &own.verb
            && draft.speaker.as_ref().is_some_and(|speaker| speaker::is_said(self.cx, &speaker.tokens))
            && let Some(behind) = speaker::behind_quote(self.cx, verb)
            && speaker::is_person(self.cx, behind.tokens.start..behind.tokens.end)
        {
            draft.speaker = Some(behind);
        }
        draft.clause = Some(clause);
        draft
    }
}

/// What stands behind a quotation.
struct Behind {
    /// Its first token that is no comma or dash.
    at: usize,
    /// The end of its sentence.
    limit: usize,
    /// A mark parts it from the quotation.
    separated: bool,
}

fn behind(place: &Place<'_, '_, '_, '_>) -> Option<Behind> {
    let Place { cx, quote, .. } = *place;
    let analysis = cx.analysis;
    let sentence = cx.tokens_of(analysis.sentence_of(quote.outer.end.wrapping_sub(1)));
    if !opens_speech(cx, quote) || quote.inner.len() < 2 {
        return None;
    }
    let mut at = quote.outer.end;
    // The sentence may end inside the marks, and the cue begin with a small letter: „Wir gehen.“ sagte er.
    let crosses = at == sentence.end;
    let limit = if crosses { cx.tokens_of(analysis.sentence_of(at)).end } else { sentence.end };
    if crosses && !cx.same_paragraph(analysis.sentence_of(at - 1), analysis.sentence_of(at)) {
        return None;
    }
    let separated = analysis.kind(at) == TokenKind::Separator
        || matches!(analysis.kind(quote.inner.end - 1), TokenKind::Separator | TokenKind::Terminal);
    while at < limit && matches!(analysis.kind(at), TokenKind::Separator | TokenKind::Dash) {
        if analysis.word(at) != "," && analysis.kind(at) == TokenKind::Separator {
            return None;
        }
        at += 1;
    }
    (at < limit).then_some(Behind { at, limit, separated })
}

/// „…“, so X.
fn quote_so(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Behind { at, limit, .. } =
        behind(place).filter(|behind| behind.separated && place.cx.analysis.is(behind.at, Class::Quotative))?;
    let end = speaker::phrase(place.cx, at + 1, limit)?;
    let mut draft = place.draft(&QUOTE_SO);
    draft.speaker = Some(Speaker::new(at + 1..end, &speaker::NAMED));
    draft.cue = smallvec![at];
    Some(Reading::Words(draft))
}

/// „…“ – X
fn quote_dash(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, quote, .. } = *place;
    let analysis = cx.analysis;
    let dash = Some(quote.outer.end).filter(|dash| analysis.kind(*dash) == TokenKind::Dash)?;
    let sentence = cx.tokens_of(analysis.sentence_of(dash + 1));
    let end = speaker::phrase(cx, dash + 1, sentence.end).filter(|_| cx.is_speech(quote))?;
    let phrase = dash + 1..end;
    let last = end == sentence.end || matches!(analysis.kind(end), TokenKind::Terminal | TokenKind::Separator);
    if !last || !can_speak(analysis, &phrase) || !is_definite(analysis, &phrase) || cx.has_verb(&(end..sentence.end)) {
        return None;
    }
    let mut draft = place.draft(&QUOTE_DASH);
    draft.speaker = Some(Speaker::new(phrase, &speaker::LABEL));
    Some(Reading::Words(draft))
}

fn clause_with_verb<'p>(cx: &'p Context<'_, '_, '_>, token: usize) -> Option<(usize, &'p Clause, &'p VerbGroup)> {
    let at = cx.clauses.at(token)?;
    let clause = &cx.clauses[at];
    Some((at, clause, clause.verb.as_ref()?))
}

/// „…“, sagte X.
fn quote_then_verb(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, quote, .. } = *place;
    let Behind { at, separated, .. } = behind(place)?;
    let (clause, _, verb) = clause_with_verb(cx, at).filter(|(.., verb)| verb.finite == at)?;
    let fits = match cx.kind(clause) {
        Some(VerbKind::Say | VerbKind::Think) => true,
        Some(_) => separated && cx.is_speech(quote),
        // "„…“, freute sich die Trainerin": whatever the verb, who stands behind it speaks.
        None => separated && cx.is_speech(quote) && (verb.sense.is_none() || speaks_behind(cx, verb)),
    };
    if !fits {
        return None;
    }
    Some(Reading::Words(place.said_in(clause, &QUOTE_CUE)))
}

/// Whether somebody who can speak stands behind a verb, perhaps behind its reflexive pronoun.
fn speaks_behind(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> bool {
    let phrase = speaker::phrase_behind(cx, verb);
    !verb.passive && phrase.is_some_and(|phrase| can_speak(cx.analysis, &phrase) && is_definite(cx.analysis, &phrase))
}

/// "…," X said.
fn quote_then_subject(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    const FAR: usize = 25;
    let cx = place.cx;
    let Behind { at, limit, .. } = behind(place).filter(|behind| behind.separated)?;
    let (clause_at, clause, verb) = clause_with_verb(cx, at)
        .filter(|(_, clause, verb)| clause.holds(at) && verb.finite > at)
        .or_else(|| behind_apposition(cx, at, limit))?;
    let says = matches!(cx.kind(clause_at), Some(VerbKind::Say | VerbKind::Think));
    // "…” He added: “…”": the cue belongs to what follows it.
    let end = clause.extent().end;
    let next = cx.analysis.word(end) == ":" && cx.is_quoted(end + 1);
    // "…” Hardy said | the bridge was safe": so do a clause's own words.
    let own = at == quote_end(place)
        && cx.clauses.get(clause_at + 1).is_some_and(|next| {
            next.sentence == clause.sentence && next.extent().start == verb.end() && next.kind == ClauseKind::Main
        });
    let says = says && !next && !own;
    if !says || verb.passive || verb.finite <= at || verb.finite >= at + FAR {
        return None;
    }
    let mut draft = place.said_in(clause_at, &QUOTE_SUBJECT_CUE);
    if !clause.holds(at) {
        let end = if cx.analysis.kind(verb.finite - 1) == TokenKind::Separator { verb.finite - 1 } else { verb.finite };
        draft.speaker = Some(Speaker::new(at..end, &speaker::FRONT));
    } else if clause.subject.as_ref().is_none_or(|subject| subject.start > verb.finite) && !verb.passive {
        draft.speaker = Some(Speaker::new(at..verb.finite, &speaker::FRONT));
    }
    Some(Reading::Words(draft))
}

/// The end of a quotation that ends its sentence, else a place that nothing begins at.
fn quote_end(place: &Place<'_, '_, '_, '_>) -> usize {
    let (cx, end) = (place.cx, place.quote.outer.end);
    let sentence = cx.tokens_of(cx.analysis.sentence_of(end.wrapping_sub(1)));
    if sentence.end == end { end } else { usize::MAX }
}

/// "…," his lawyer, Peter Marlow, said: the clause whose verb is the first behind a noun phrase and commas.
fn behind_apposition<'p>(
    cx: &'p Context<'_, '_, '_>,
    at: usize,
    limit: usize,
) -> Option<(usize, &'p Clause, &'p VerbGroup)> {
    /// How many phrases stand between commas.
    const PHRASES: usize = 3;
    let mut end = at;
    for _ in 0..PHRASES {
        end = speaker::phrase(cx, end, limit)?;
        if let Some((clause, own, verb)) = clause_with_verb(cx, end).filter(|(.., verb)| verb.finite == end) {
            return Some((clause, own, verb));
        }
        if cx.analysis.word(end) != "," {
            return None;
        }
        end += 1;
        if let Some((clause, own, verb)) = clause_with_verb(cx, end).filter(|(.., verb)| verb.finite == end) {
            return Some((clause, own, verb));
        }
    }
    None
}

/// The last token before a quotation and the mark in front of it.
fn before(place: &Place<'_, '_, '_, '_>, mark: &str) -> Option<usize> {
    let analysis = place.cx.analysis;
    let before = place.quote.outer.start.checked_sub(1).filter(|before| analysis.word(*before) == mark)?;
    let sentence = place.cx.tokens_of(analysis.sentence_of(before));
    let mut last = before;
    while last > sentence.start && matches!(analysis.kind(last), TokenKind::Separator | TokenKind::Dash) {
        last -= 1;
    }
    Some(last)
}

/// The clause that a token before a quotation belongs to, unless another quotation holds it or its verb.
fn unquoted(cx: &Context<'_, '_, '_>, last: usize, clause: usize) -> Option<usize> {
    let quoted = cx.clauses[clause].verb.as_ref().is_some_and(|verb| cx.is_quoted(verb.finite));
    (!quoted && !cx.is_quoted(last)).then_some(clause)
}

/// The clause whose words introduce a quotation behind a colon, and the one before the colon.
fn behind_colon(place: &Place<'_, '_, '_, '_>) -> Option<(usize, usize)> {
    let cx = place.cx;
    let last = before(place, ":")?;
    let nearest = cx.clauses.at(last)?;
    // "…, dass die Lage ernst sei: „…“" belongs to the clause around, which says that too.
    let introduces = |at: &usize| cx.clauses[*at].kind == ClauseKind::Main && cx.kind(*at).is_some();
    let sentence = cx.clauses_of(cx.analysis.sentence_of(last));
    let around = || (sentence.start..nearest).rev().take(4).find(introduces);
    let clause = if introduces(&nearest) { nearest } else { around().unwrap_or(nearest) };
    Some((unquoted(cx, last, clause)?, nearest))
}

/// X sagte: „…“ — also with the quotation in the next paragraph.
fn colon_then_quote(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let cx = place.cx;
    if !cx.is_speech(place.quote) {
        return None;
    }
    let (clause, nearest) = behind_colon(place)?;
    let mut draft = if cx.clauses[clause].verb.is_some() {
        place.said_in(clause, &COLON_QUOTE)
    } else {
        // "Der Minister: „…“"
        let (start, end) = (cx.clauses[clause].extent().start, before(place, ":")? + 1);
        let mut draft = place.draft(&COLON_QUOTE);
        let label = speaker::phrase(cx, start, end).map(|end| start..end);
        draft.speaker = label.map(|label| Speaker::new(label, &speaker::LABEL));
        draft
    };
    draft.clause = (clause == nearest).then_some(clause);
    Some(Reading::Words(draft))
}

fn colon_then_words(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let (clause, nearest) = behind_colon(place)?;
    place.cx.kind(clause)?;
    let mut draft = place.said_in(clause, &COLON_WORDS);
    draft.clause = (clause == nearest).then_some(clause);
    Some(Reading::Words(draft))
}

/// X said, "…"
fn comma_then_quote(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, quote, .. } = *place;
    let start = cx.tokens_of(cx.analysis.sentence_of(quote.outer.start)).start;
    let last = before(place, ",").filter(|_| quote.outer.start != start && cx.is_speech(quote))?;
    let clause = unquoted(cx, last, cx.clauses.at(last)?)?;
    (cx.kind(clause) == Some(VerbKind::Say)).then(|| Reading::Words(place.said_in(clause, &CUE_QUOTE)))
}

/// …, saying "…"
fn participle_then_quote(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, quote, .. } = *place;
    let mut at = quote.outer.start.checked_sub(1)?;
    if cx.analysis.kind(at) == TokenKind::Separator {
        at = at.checked_sub(1)?;
    }
    let (verb, speaker) = Some(at).filter(|_| cx.is_speech(quote)).and_then(|at| before_quotation(cx, at))?;
    let mut draft = place.draft(&PARTICIPLE_QUOTE);
    draft.speaker = Some(speaker);
    draft.cue = smallvec![at];
    draft.verb = Some(verb);
    Some(Reading::Words(draft))
}

/// Das Schiff „Rabaul Queen“.
fn name(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, at, quote, .. } = *place;
    (cx.is_title(quote) && !(cx.is_speech(quote) && stands_alone(cx, at))).then_some(Reading::Name)
}

/// „…“, sagte X. „…“ — the second quotation is X's too.
fn goes_on(place: &Place<'_, '_, '_, '_>) -> Option<Reading> {
    let Place { cx, at, quote, last, found } = *place;
    if !stands_alone(cx, at) || !cx.is_speech(quote) {
        return None;
    }
    let mut draft = place.draft(&QUOTE_GOES_ON);
    let sentence = cx.analysis.sentence_of(quote.outer.start);
    // „…“, sagte X, „…“: within one sentence.
    let same = found
        .drafts
        .last()
        .filter(|before| cx.analysis.sentence_of(before.extent().end.saturating_sub(1)) == sentence || quote.continues);
    draft.speaker = match same {
        Some(before) => before.speaker.as_ref().map(|speaker| Speaker::new(speaker.tokens.clone(), &speaker::LAST)),
        None => last.speaker_for_quote(cx, sentence),
    };
    Some(Reading::Words(draft))
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
    opens && (rest >= end || analysis.kind(rest) == TokenKind::Terminal || hangs_on(cx, quote, end))
}

/// „Wir prüfen das“, wie auch in den Jahren, die …: behind a comma nothing follows that stands by itself or says who speaks.
fn hangs_on(cx: &Context<'_, '_, '_>, quote: &Quote, end: usize) -> bool {
    let rest = quote.outer.end;
    let clauses = cx.clauses_of(cx.analysis.sentence_of(rest.saturating_sub(1)));
    let behind = |at: &usize| cx.clauses[*at].extent().end > rest;
    let by_itself = |at: usize| cx.clauses[at].verb.is_some() && cx.clauses[at].kind == ClauseKind::Main;
    let verb = |at: usize| cx.clauses[at].verb.as_ref().is_some_and(|verb| verb.finite >= rest);
    cx.analysis.word(rest) == ","
        && rest + 2 < end
        && cx.has_verb(&quote.inner)
        && !clauses.rev().take_while(behind).any(|at| by_itself(at) && verb(at) || cx.kind(at).is_some() && verb(at))
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
            ["quote-subject-cue | the minister | said | We received 37 reports"]
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
