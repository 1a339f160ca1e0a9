//! Source phrases: "laut X", "X zufolge", "nach Angaben von X", "according to X", ", so X", "demnach".
#![allow(clippy::indexing_slicing, reason = "numbers of clauses come from the sentence's own")]

use std::ops::Range;

use smallvec::{SmallVec, smallvec};

use super::context::Context;
use super::{Draft, Found, Speaker, speaker};
use crate::answer::{Rule, StatementStyle};
use crate::clause::{Clause, ClauseKind, can_speak, noun_phrase};
use crate::lexicon::class::{Adposition, Medium, Subordinator, VerbKind};
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::phrase::tells_of_phrase;
use crate::rule::{Construction, Gates, by_precedence, count, rules};
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// The source behind a word or phrase for one: "laut Polizei", "nach Angaben der Behörde", "according to police".
    pub(super) SOURCE_BEFORE = "speech.source-before" {
        pattern: "laut | nach Angaben von | according to …, noun phrase; with a clause around it or beside it",
        precedence: 3,
        begins: [SourceBefore, SourceQuoted],
        read: before_name,
        fires: [
            De "[Laut](cue) [Polizei](speaker) [wurden drei Menschen verletzt](content).",
            De "[Nach](cue) [Angaben](cue) [der Behörde](speaker) [steigt die Zahl der Fälle](content).",
            En "[According](cue) [to](cue) [the agency](speaker), [the number of cases is rising](content).",
            En "[According](cue) [to](cue) reports from [the agency](speaker), [the number of cases is rising](content).",
            En "[In](cue) [a](cue) [statement](cue) [from](cue) [the firm](speaker), [the plan was called a success](content).",
        ],
        silent: [
            De "Laut der BBC sagte der Minister, dass die Zahl steige.",
            En "According to the BBC, the minister said that the number was rising.",
            De "Sie sang laut und wurde gehört.",
            En "The agency reports according to plan.",
        ],
    }

    /// A phrase that is the source itself: "nach Polizeiangaben", "nach eigenen Angaben".
    pub(super) SOURCE_ALONE = "speech.source-alone" {
        pattern: "nach, something said; with a clause around it or beside it",
        languages: [De],
        precedence: 3,
        begins: [SourceBefore],
        read: alone,
        fires: [De "[Nach](cue) [Polizeiangaben](cue) [wurden drei Menschen verletzt](content)."],
        silent: [De "Nach Polizeikontrollen wurden drei Menschen verletzt."],
    }

    /// Something written or said behind a preposition that makes a source of it, with whose it is: "nach einer Mitteilung
    /// der Polizei", "by its own account".
    pub(super) SOURCE_MEDIUM = "speech.source-medium" {
        pattern: "nach | by | per …, statement | report | study … [noun phrase in the genitive]",
        precedence: 2,
        begins: [SourceOfMedium],
        read: medium,
        fires: [
            De "[Nach](cue) [einer](cue) [Mitteilung](cue) [der Polizei](speaker) [wurden drei Menschen verletzt](content).",
            En "[By](cue) [its](cue) [own](cue) [account](cue), [the firm has 300 workers](content).",
        ],
        silent: [
            De "Nach dem Unfall stieg die Zahl der Fälle.",
            En "By the end of May, the firm had 300 workers.",
        ],
    }

    /// The source before a word for one: "der Polizei zufolge". The rule is tried at that word.
    pub(super) SOURCE_AFTER = "speech.source-after" {
        pattern: "noun phrase | pronoun, zufolge; with a clause around it or beside it",
        languages: [De],
        precedence: 1,
        begins: [SourceAfter],
        read: after_name,
        fires: [
            De "[Der Behörde](speaker) [zufolge](cue) [steigt die Zahl der Fälle](content).",
            De "[Ihr](speaker) [zufolge](cue) [steigt die Zahl der Fälle](content).",
        ],
        silent: [De "Der Behörde folgt die Zahl der Fälle."],
    }

    /// Whose view it is, by a possessive: "seiner Ansicht nach", "in her opinion".
    pub(super) SOURCE_POSSESSED = "speech.source-possessed" {
        pattern: "possessive, noun for a thought or claim, nach | in, possessive, noun for a thought or claim",
        precedence: 1,
        begins: [Possessive],
        read: possessed,
        fires: [
            De "[Ihrer](speaker) [Ansicht](cue) [nach](cue) [ist die Regel überholt](content).",
            En "[In](cue) [her](speaker) [opinion](cue), [the rule is out of date](content).",
        ],
        silent: [
            De "Ihrer Ansicht widersprach niemand.",
            En "In her house the rule is still kept.",
        ],
    }

    /// "so" and the source behind a clause, without a verb of their own.
    pub(super) SO_SOURCE = "speech.so-source" {
        pattern: "clause, comma, so, noun phrase",
        languages: [De],
        begins: [Quotative],
        read: quotative,
        fires: [De "[Die Zahl der Fälle steige](content), [so](cue) [die Behörde](speaker)."],
        silent: [
            De "Die Zahl stieg, so kam die Behörde in Not.",
            De "Er fuhr so schnell, dass das Auto kippte.",
        ],
    }

    /// An adverb for a source that is not named, or named in the sentence before.
    pub(super) SOURCE_ADVERB = "speech.source-adverb" {
        pattern: "[noun phrase, comma] demnach | wonach | reportedly …; with a clause around it or beside it",
        begins: [SourceAdverb],
        read: adverb,
        fires: [
            De "[Demnach](cue) [sind drei Menschen verletzt worden](content).",
            En "[Three people were](content) [reportedly](cue) [injured in the fire](content).",
        ],
        silent: [
            De "Danach sind drei Menschen verletzt worden.",
            De "Der angeblich betrunkene Fahrer rammte drei Autos.",
            En "The allegedly drunk driver hit three cars.",
            En "Three people were repeatedly warned of the fire.",
        ],
    }
}

/// How a rule reads a source that a word in a sentence may show.
pub(super) type Read = fn(&Context<'_, '_, '_>, usize, &Range<usize>) -> Option<Source>;

/// A source phrase with what it says of the speaker.
pub(super) struct Source {
    tokens: Range<usize>,
    speaker: Option<Range<usize>>,
    cue: SmallVec<[usize; 4]>,
}

/// The classes that may begin a rule.
const BEGINS: ClassSet = Gates::of(&[RULES]).begins();

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// Finds the source phrases of a sentence. Each covers its clause and what hangs on it.
pub(super) fn sentence(cx: &Context<'_, '_, '_>, sentence: usize, found: &mut Found) {
    let tokens = cx.tokens_of(sentence);
    let mut at = tokens.start;
    while at < tokens.end {
        let taken = || found.covers(at) || found.drafts.last().is_some_and(|draft| draft.cue.contains(&at));
        if !cx.analysis.is_any(at, BEGINS) || cx.is_quoted(at) || taken() {
            at += 1;
            continue;
        }
        let Some((source, rule)) = source(cx, at, sentence).filter(|(source, _)| !passes_on(cx, at, source)) else {
            at += 1;
            continue;
        };
        let next = source.tokens.end.max(at + 1);
        if let Some(draft) = draft(cx, &source, rule, sentence, found) {
            at = next.max(draft.extent().end);
            found.add(draft);
        } else {
            at = next;
        }
    }
}

/// "berichtete die Agentur unter Berufung auf die Polizei": the source of what a clause says, not what says the clause. "Laut
/// Medienberichten sagte Hardy, dass …": a medium that passes on what somebody says is not its source.
fn passes_on(cx: &Context<'_, '_, '_>, at: usize, source: &Source) -> bool {
    let Some(place) = cx.clauses.at(at).filter(|clause| cx.kind(*clause) == Some(VerbKind::Say)) else {
        return false;
    };
    let clause = &cx.clauses[place];
    let that =
        |next: &Clause| next.kind == ClauseKind::Subordinate(Subordinator::That) && next.sentence == clause.sentence;
    let tells = clause.kind == ClauseKind::Main && cx.clauses.get(place + 1).is_some_and(that);
    let speaks = || clause.subject.as_ref().is_some_and(|subject| can_speak(cx.analysis, subject));
    let medium = || source.speaker.as_ref().is_some_and(|tokens| is_medium(cx, tokens.clone()));
    cx.analysis.is(at, Class::SourceQuoted) || tells && speaks() && medium()
}

/// Whether words name a medium: "Sky News", "Medienberichte".
pub(super) fn is_medium(cx: &Context<'_, '_, '_>, tokens: Range<usize>) -> bool {
    let span = cx.analysis.span(tokens.clone());
    let from = cx.mentions.partition_point(|mention| mention.span.end <= span.start);
    let named = cx.mentions.get(from).filter(|mention| mention.span.start < span.end);
    named.is_some_and(|mention| mention.subtype.as_deref() == Some("media"))
        || tokens.into_iter().any(|at| cx.medium(at).is_some())
}

/// Whom a clause of saying names as the source of what it passes on.
pub(super) fn quoted_source(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    /// How many tokens of a clause are looked at.
    const FAR: usize = 60;
    let sentence = cx.tokens_of(clause.sentence);
    let mut tokens = clause.tokens().take(FAR);
    let at = tokens.find(|token| cx.analysis.is(*token, Class::SourceQuoted))?;
    before_name(cx, at, &sentence)?.speaker
}

fn source(cx: &Context<'_, '_, '_>, at: usize, sentence: usize) -> Option<(Source, &'static Rule)> {
    let (lang, tokens) = (cx.analysis.lang(sentence), cx.tokens_of(sentence));
    let begins =
        |tried: &Construction<Read>| tried.rule.languages.hold_in(lang) && cx.analysis.is_any(at, tried.gate.begins);
    let mut tried = TRIED.iter().filter(|tried| begins(tried));
    tried.find_map(|tried| Some((tried.read?(cx, at, &tokens)?, tried.rule)))
}

/// The words that a source stands behind, and whether they hold something said or written themselves.
fn words(cx: &Context<'_, '_, '_>, at: usize) -> Option<(Range<usize>, bool)> {
    let sense = cx.analysis.sense(at, Class::SourceBefore).or_else(|| cx.analysis.sense(at, Class::SourceQuoted))?;
    let words = at..sense.end(at);
    let says_itself = words.clone().any(|token| cx.analysis.is(token, Class::Medium));
    Some((words, says_itself))
}

/// The end of the source that such words name: "nach Angaben der Polizei", but "nach Polizeiangaben", "nach eigenen
/// Angaben" without one.
fn named(cx: &Context<'_, '_, '_>, end: usize, says_itself: bool, sentence: &Range<usize>) -> Option<usize> {
    let awaits_name = cx.analysis.is(end - 1, Class::Adposition);
    if says_itself && !awaits_name && !speaker::opens_genitive(cx, end) {
        return None;
    }
    speaker::phrase(cx, end, sentence.end)
}

/// "laut Polizei", "nach Angaben der Behörde"; "according to the police".
fn before_name(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let (words, says_itself) = words(cx, at)?;
    let end = named(cx, words.end, says_itself, sentence)?;
    let start = if speaker::is_of(cx, words.end) { words.end + 1 } else { words.end };
    // "laut VON": the phrase is the preposition alone. "according to plan" names no source.
    if start >= end || is_measure(cx, start..end) {
        return None;
    }
    if let Some(author) = author(cx, end, sentence) {
        return Some(Source { tokens: at..author.end, speaker: Some(author), cue: words.collect() });
    }
    let (noun, whole) = before_participle(cx, start..end, sentence).unwrap_or((end, end));
    Some(Source { tokens: at..whole, speaker: Some(start..noun), cue: words.collect() })
}

/// "reports | from the ministry": whose what is written or said is, behind its noun.
fn author(cx: &Context<'_, '_, '_>, end: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = |wanted| cx.analysis.is_adposition(end, wanted);
    let medium = cx.medium(end.checked_sub(1)?).is_some() && (from(Adposition::From) || from(Adposition::By));
    let author = end + 1..speaker::phrase(cx, end + 1, sentence.end).filter(|_| medium)?;
    can_speak(cx.analysis, &author).then_some(author)
}

/// Whether a phrase is a bare noun for a thing, without a determiner: "plan", "height".
fn is_measure(cx: &Context<'_, '_, '_>, phrase: Range<usize>) -> bool {
    let analysis = cx.analysis;
    let thing = analysis.senses_of(phrase.start, Class::Noun).any(|sense| sense.form.has(Form::SINGULAR));
    phrase.len() == 1
        && thing
        && analysis.shape(phrase.start) == Shape::Lower
        && !can_speak(analysis, &phrase)
        && !analysis.profile(analysis.sentence_of(phrase.start)).verb_final
}

/// "according to figures | released on Monday, prices …": where a source ends before its participle, and where that ends.
fn before_participle(
    cx: &Context<'_, '_, '_>,
    source: Range<usize>,
    sentence: &Range<usize>,
) -> Option<(usize, usize)> {
    /// How many tokens may hang on the participle.
    const LONGEST: usize = 16;
    let analysis = cx.analysis;
    let participle = |at: usize| {
        let verb = analysis.has_form(at, Class::Verb, Form::PARTICIPLE);
        verb && analysis.shape(at) == Shape::Lower && !analysis.is_any(at, ClassSet::of(&[Class::Noun, Class::Role]))
    };
    if analysis.profile(analysis.sentence_of(source.start)).verb_final {
        return None;
    }
    let last = source.end - 1;
    let noun = if source.len() > 1 && participle(last) { last } else { source.end };
    let behind = (noun..sentence.end).take(LONGEST);
    let ends = |at: &usize| matches!(analysis.kind(*at), TokenKind::Separator | TokenKind::Terminal);
    let comma = behind.into_iter().find(ends)?;
    (participle(noun) && !cx.has_verb(&(noun + 1..comma))).then_some((noun, comma))
}

/// "nach Polizeiangaben".
fn alone(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let (words, says_itself) = words(cx, at)?;
    if !says_itself || named(cx, words.end, says_itself, sentence).is_some() {
        return None;
    }
    Some(Source { tokens: words.clone(), speaker: Some(at + 1..words.end), cue: words.collect() })
}

/// "nach einer Mitteilung der Polizei", "nach bisherigen Erkenntnissen"; "by its own account".
fn medium(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let end = noun_phrase(cx.analysis, at + 1, sentence.end)?;
    let is_source = |token: &usize| {
        use Medium::{Article, PressRelease, Report, Statement, Statistics, Study, Survey};
        let medium = cx.medium(*token);
        matches!(medium, Some(Statement | Report | PressRelease | Statistics | Study | Article | Survey))
    };
    let medium = (at + 1..end).rev().take(4).find(is_source)?;
    // "by the Research Institute": a part of a name is no source.
    if medium + 1 < end && cx.analysis.shape(medium + 1) != Shape::Lower && !speaker::opens_genitive(cx, medium + 1) {
        return None;
    }
    let whole = speaker::phrase(cx, at + 1, sentence.end).unwrap_or(end).max(end);
    let start = if speaker::is_of(cx, medium + 1) { medium + 2 } else { medium + 1 };
    let speaker = if start < whole { start..whole } else { at + 1..whole };
    Some(Source { tokens: at..whole, speaker: Some(speaker), cue: (at..medium + 1).collect() })
}

/// "der Polizei zufolge".
fn after_name(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    const BACK: usize = 16;
    if at == sentence.start {
        return None;
    }
    let finite = |token: usize| {
        let verb = cx.clauses.at(token).and_then(|clause| cx.clauses[clause].verb.as_ref());
        verb.is_some_and(|verb| verb.finite == token)
    };
    let back = sentence.start.max(at.saturating_sub(BACK));
    let from = (back..at)
        .rev()
        .find(|token| matches!(cx.analysis.kind(*token), TokenKind::Separator | TokenKind::Terminal) || finite(*token))
        .map_or(back, |token| token + 1);
    // "ihr zufolge"
    let pronoun = (at == from + 1 && cx.analysis.is(from, Class::Pronoun)).then_some(from);
    let start = pronoun.or_else(|| {
        (from..at)
            // "befindet sich | Insidern zufolge"
            .filter(|start| !cx.analysis.is(*start, Class::Adposition) && !cx.analysis.is_reflexive(*start))
            .find(|start| speaker::phrase(cx, *start, at) == Some(at))
    })?;
    Some(Source { tokens: start..at + 1, speaker: Some(start..at), cue: smallvec![at] })
}

/// "seiner Ansicht nach", "in her opinion".
fn possessed(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    let analysis = cx.analysis;
    let noun = at + 1;
    if noun >= sentence.end || !matches!(cx.medium(noun), Some(Medium::Claim | Medium::Statement)) {
        return None;
    }
    let speaker = Some(at..noun);
    if analysis.is(noun + 1, Class::SourceOfMedium) && noun + 1 < sentence.end {
        return Some(Source { tokens: at..noun + 2, speaker, cue: smallvec![noun, noun + 1] });
    }
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start)?;
    let inside = analysis.is_adposition(before, Adposition::In) && analysis.kind(noun + 1) == TokenKind::Separator;
    inside.then(|| Source { tokens: before..noun + 1, speaker, cue: smallvec![before, noun] })
}

/// ", so die Polizei": for a verb of saying.
fn quotative(cx: &Context<'_, '_, '_>, at: usize, sentence: &Range<usize>) -> Option<Source> {
    /// How many tokens may stand behind the speaker.
    const BEHIND: usize = 12;
    let before = at.checked_sub(1).filter(|before| *before >= sentence.start)?;
    let separated = matches!(
        cx.analysis.kind(before),
        TokenKind::Separator | TokenKind::Quote | TokenKind::Dash | TokenKind::Terminal
    );
    let end = speaker::phrase(cx, at + 1, sentence.end).filter(|_| separated)?;
    // No verb may follow: "so die Polizei am Montag." but not ", so die Polizei kam".
    let ends = |token: &usize| {
        *token == sentence.end
            || matches!(cx.analysis.kind(*token), TokenKind::Separator | TokenKind::Terminal | TokenKind::Dash)
    };
    let clause_end = (end..=sentence.end).take(BEHIND + 1).find(ends)?;
    if cx.has_verb(&(at..clause_end)) {
        return None;
    }
    Some(Source { tokens: at..clause_end, speaker: Some(at + 1..end), cue: smallvec![at] })
}

/// "Demnach seien 37 Menschen …": the source stands in the sentence before.
fn adverb(cx: &Context<'_, '_, '_>, at: usize, _: &Range<usize>) -> Option<Source> {
    const BACK: usize = 12;
    let sense = cx.analysis.sense(at, Class::SourceAdverb)?;
    let tokens = at..sense.end(at);
    if tells_of_phrase(cx.analysis, at, tokens.end) {
        return None;
    }
    // "eine Schätzung, wonach …": the noun before is the source; "das zeigt eine Studie: Demnach …" where it is something written.
    let noun = (at >= 2 && cx.analysis.kind(at - 1) == TokenKind::Separator).then(|| {
        let from = at.saturating_sub(BACK);
        let ends = |start: &usize| speaker::phrase(cx, *start, at - 1) == Some(at - 1);
        let written = |phrase: &Range<usize>| phrase.clone().any(|token| cx.medium(token).is_some());
        let noun = (from..at - 1).find(ends).map(|start| start..at - 1);
        noun.filter(|noun| cx.analysis.word(at - 1) == "," || written(noun))
    });
    Some(Source { tokens: tokens.clone(), speaker: noun.flatten(), cue: tokens.collect() })
}

fn draft(
    cx: &Context<'_, '_, '_>,
    source: &Source,
    rule: &'static Rule,
    sentence: usize,
    found: &Found,
) -> Option<Draft> {
    let clause = cx.clauses.at(source.tokens.start)?;
    let scope = scope(cx, clause, source, sentence, found);
    let around = [scope.start..source.tokens.start, source.tokens.end..scope.end];
    // Before any search in them: sources that cover nothing would all search the same words.
    if !around.iter().any(|piece| cx.has_verb(piece)) {
        return None;
    }
    let mut content = SmallVec::new();
    for piece in around {
        let start = cx.skip_separators(piece.start, piece.end);
        if start < piece.end
            && (start..piece.end).any(|token| matches!(cx.analysis.kind(token), TokenKind::Word | TokenKind::Number))
        {
            content.push(start..piece.end);
        }
    }
    let mut draft = Draft::new(StatementStyle::Indirect, content, rule);
    draft.speaker = source.speaker.clone().map(|speaker| Speaker::new(speaker, &speaker::NAMED));
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
    // "left while it rained according to police": what stands at the end covers the clause around too.
    let last = cx.skip_separators(source.tokens.end, tokens.end) + 1 >= tokens.end;
    let adverbial = matches!(own.kind, ClauseKind::Subordinate(kind) if kind != Subordinator::That);
    if own.kind != ClauseKind::Main && own.kind != ClauseKind::Infinitive && !(last && adverbial && main < clause) {
        return own.extent();
    }
    let earlier_main = (all.start..main)
        .rev()
        .take(40)
        .any(|at| cx.clauses[at].kind == ClauseKind::Main && cx.clauses[at].verb.is_some());
    // "…, according to police." behind a comma at the end covers all.
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
    // "…, so die Ministerin: Das dauere zu lange."
    let colon = cx.analysis.word(source.tokens.end) == ":" && !cx.is_quoted(source.tokens.end + 1);
    let end = if colon { tokens.end } else { end };
    start..end.max(source.tokens.end)
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
    fn whose_words_somebody_passes_on() {
        assert_eq!(
            said("de", "Drei Menschen seien verletzt worden, meldete die Agentur unter Berufung auf die Polizei."),
            ["content-cue | die Polizei | meldete | Drei Menschen seien verletzt worden"]
        );
        assert_eq!(
            said("en", "The newspaper reported, citing the police, that three people were injured."),
            ["cue-that | the police | reported | that three people were injured"]
        );
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
