//! Who speaks, and in what.
#![allow(
    clippy::indexing_slicing,
    reason = "numbers of quotations come from the context's own, and partition points from the mentions"
)]

use std::ops::Range;

use super::Speaker;
use super::context::Context;
use crate::answer::{EntityType, Mention, Phrase, Reference, Rule};
use crate::clause::{Clause, ClauseKind, VerbGroup, can_speak, noun_phrase};
use crate::lexicon::class::{Adposition, Medium, Pronoun, VerbKind};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::phrase::{begins_genitive, is_possessor, phrase_ending};
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// The agent of a verb of saying in the passive. Its subject is what is said, not who says it.
    pub(super) AGENT = "speech.speaker.agent" {
        pattern: "verb of saying in the passive … by … noun phrase",
        precedence: 2,
        read: agent,
        fires: [
            De "Drei Menschen wurden verletzt. Das wurde von [der Polizei](speaker) bestätigt.",
            En "Three people were injured. That was confirmed by [the police](speaker).",
        ],
        silent: [
            De "Drei Menschen wurden verletzt. Das bestätigte die Polizei von Bonn.",
            En "Three people were injured by Monday, the police said.",
        ],
    }

    /// Who is quoted speaks.
    pub(super) CITED = "speech.speaker.cited" {
        pattern: "subject, verb of quoting in the passive | verb of quoting, noun phrase, as, participle of saying",
        precedence: 3,
        read: cited,
        fires: [
            De "[Der Minister](speaker) wird mit den Worten zitiert, es sei zu spät.",
            En "[The minister](speaker) was quoted as saying that it was too late.",
            En "The newspaper quoted [the minister](speaker) as saying that it was too late.",
        ],
        silent: [
            De "Die Zeitung zitiert den Minister mit den Worten, es sei zu spät.",
            En "The newspaper says that the minister was quoted in full.",
        ],
    }

    /// A pronoun for no one in particular speaks for nobody: the statement has no speaker, or what it is said in stands for
    /// one.
    pub(super) NOBODY = "speech.speaker.nobody" {
        pattern: "\"man\", \"one\" or an impersonal \"es\" as the subject of a verb of saying",
        precedence: 1,
        read: nobody,
        fires: [
            De "[Es](none) heißt, dass die Brücke gesperrt wird.",
            En "[One](none) says that the bridge will be closed.",
        ],
        silent: [
            De "Sie sagt, dass die Brücke gesperrt wird.",
            En "It says that the bridge will be closed.",
        ],
    }

    /// The subject of a verb of saying, before it or behind it, with the names, brackets and genitives that hang on it.
    /// Whom something is told is an object and no speaker.
    pub(super) SUBJECT = "speech.speaker.subject" {
        pattern: "subject of the verb of saying",
        read: subject,
        fires: [
            De "[Die Sprecherin der Bahn](speaker) sagte, dass die Brücke gesperrt sei.",
            De "Die Brücke sei gesperrt, sagte [der Bürgermeister](speaker) am Montag.",
            En "[The mayor](speaker) told reporters that the bridge was closed.",
            En "“The bridge is closed,” said [the mayor of the town](speaker).",
        ],
        silent: [
            De "Laut Bürgermeister wurde die Brücke gesperrt.",
            En "According to the mayor, the bridge was closed.",
        ],
    }

    /// The noun phrase directly behind a finite verb of saying for which the clause has no subject: where the verb stands
    /// second or first, what follows it is its subject.
    pub(super) BEHIND = "speech.speaker.behind" {
        pattern: "verb of saying, noun phrase",
        languages: [De],
        read: behind,
        fires: [
            De "Zum Einsatz sagte [Jung](speaker), dass die Brücke gesperrt werde.",
        ],
        silent: [
            De "Zum Einsatz sagte der Minister, dass die Brücke gesperrt werde.",
        ],
    }

    /// The noun phrase directly behind the verb that follows a quotation, where the subject that the clause was read with is
    /// a part of the quotation.
    pub(super) BEHIND_QUOTE = "speech.speaker.behind-quote" {
        pattern: "quotation, verb of saying, noun phrase",
        fires: [
            De "„Der Plan ist gut“, schreibt [die „New York Times“](speaker).",
            En "“No peace yet,” said [Emma Hardy](speaker).",
        ],
        silent: [
            De "„Der Plan ist gut“, schreibt sie in der „New York Times“.",
            En "“No peace yet,” Emma Hardy said.",
        ],
    }

    /// The subject of the main clause before a relative clause that says something: its pronoun speaks, and the answer has
    /// the entity of what it stands for.
    pub(super) PRONOUN = "speech.speaker.pronoun" {
        pattern: "noun phrase, relative pronoun … verb of saying",
        fires: [
            De "Sie traf einen Mann, [der](speaker) sagte, dass er die Brücke kenne.",
            En "She met a man [who](speaker) said that he knew the bridge.",
        ],
        silent: [
            De "Der Mann sagte, dass er die Brücke kenne.",
            En "The man said that he knew the bridge.",
        ],
    }

    /// What something is said in speaks where nobody else does.
    pub(super) MEDIUM = "speech.speaker.medium" {
        pattern: "in | on | from, something written or said … verb of saying without a speaker",
        fires: [
            De "In [dem Bericht](speaker) heißt es, dass die Brücke gesperrt wird.",
            En "In [the report](speaker) it was stated that the bridge would be closed.",
        ],
        silent: [
            De "In dem Bericht sagt der Bürgermeister, dass die Brücke gesperrt wird.",
            En "In the report the mayor says that the bridge will be closed.",
        ],
    }

    /// Everything between a quotation and the verb of saying behind it, where the clause has no subject there.
    pub(super) FRONT = "speech.speaker.front" {
        pattern: "quotation, comma, words, verb of saying",
        languages: [En],
        fires: [En "“We lost the game,” [Long](speaker) said."],
        silent: [En "“We lost the game,” said Long."],
    }

    /// The noun phrase that the words for a source name: the one behind "laut", "so" or "according to", or before "zufolge".
    pub(super) NAMED = "speech.speaker.named" {
        pattern: "words for a source and the noun phrase that they name",
        fires: [
            De "Laut [Polizei](speaker) wurden drei Menschen verletzt.",
            De "Die Zahl der Fälle steigt, so [die Behörde](speaker).",
            En "According to [the police](speaker), three people were injured.",
        ],
        silent: [
            De "Die Polizei meldet, dass drei Menschen verletzt wurden.",
            En "The police say that three people were injured.",
        ],
    }

    /// The noun phrase before a colon where no verb of saying stands.
    pub(super) LABEL = "speech.speaker.label" {
        pattern: "noun phrase, colon, quotation | clause of a headline",
        fires: [
            De "[Der Bürgermeister](speaker): „Die Brücke ist sicher.“",
            En "[The mayor](speaker): “The bridge is safe.”",
        ],
        silent: [
            De "Der Bürgermeister sagt: „Die Brücke ist sicher.“",
            En "The mayor says: “The bridge is safe.”",
        ],
    }

    /// The source that a clause of saying names for what it passes on, before its subject.
    pub(super) QUOTED = "speech.speaker.quoted" {
        pattern: "clause of saying with \"unter Berufung auf\" | \"citing\", noun phrase",
        fires: [
            De "Die Zeitung berichtet unter Berufung auf [die Polizei](speaker), dass die Brücke gesperrt wird.",
            En "The newspaper reported, citing [the police](speaker), that the bridge was closed.",
        ],
        silent: [
            De "Die Zeitung berichtet, dass die Brücke gesperrt wird.",
            En "The newspaper reported that the bridge was closed.",
        ],
    }

    /// Where something is heard from that nobody says by name.
    pub(super) SIDE = "speech.speaker.side" {
        pattern: "von | aus, noun phrase, verb of saying without a subject or with an impersonal one",
        languages: [De],
        fires: [
            De "Zuvor hieß es von [offizieller Seite](speaker), dass die Brücke gesperrt wird.",
            De "Von [offizieller Seite](speaker) heißt es, dass die Brücke gesperrt wird.",
            De "Aus [dem Ministerium](speaker) heißt es, dass die Brücke gesperrt sei.",
        ],
        silent: [
            De "Es heißt, dass die Brücke gesperrt wird.",
            De "Von Montag an heißt es, dass die Brücke gesperrt wird.",
        ],
    }

    /// Whose thought or claim a noun names, in the genitive or behind "von" or "of".
    pub(super) OWNER = "speech.speaker.owner" {
        pattern: "[noun phrase's] noun for a thought or claim [of] [noun phrase]",
        fires: [
            De "Die Ankündigung [der Firma](speaker), die Löhne zu erhöhen, stieß auf Kritik.",
            En "He rejects the claim of [the union](speaker) that wages are falling.",
            En "He rejects [the union](speaker)'s claim that wages are falling.",
        ],
        silent: [
            De "Die Liga kam zu dem Ergebnis, dass die Löhne steigen.",
            En "The league came to the conclusion that the wages are rising.",
        ],
    }

    /// Who a participle of saying belongs to where "with" leads both.
    pub(super) WITH = "speech.speaker.with" {
        pattern: "with, noun phrase, participle of saying",
        languages: [En],
        fires: [En "Sales rose, with [the firm](speaker) claiming it was the best year ever."],
        silent: [En "The firm celebrated with champagne, claiming it was the best year ever."],
    }

    /// Who spoke last, for words that go on without a cue of their own.
    pub(super) LAST = "speech.speaker.last" {
        pattern: "statement with a speaker, words without one that go on",
        fires: [
            De "„Wir prüfen das“, sagte [die Ministerin](speaker). „Es dauert nicht lange.“",
            En "“We are looking into it,” [the minister](speaker) said. “It will not take long.”",
        ],
        silent: [
            De "„Wir prüfen das“, sagte die Ministerin. „Es dauert nicht lange“, sagte ihr Sprecher.",
            En "“We are looking into it,” the minister said. “It will not take long,” her spokesman said.",
        ],
    }

    /// The subject of the sentence before, for a sentence in the mood of reported speech behind one that says nothing yet.
    pub(super) BEFORE = "speech.speaker.before" {
        pattern: "subject … verb. Sentence in the mood of reported speech",
        languages: [De],
        fires: [De "[Der Minister](speaker) weist auf Risiken hin. Dazu gehöre der Verkehr."],
        silent: [De "Der Minister sagt, die Lage sei ernst. Dazu gehöre der Verkehr."],
    }

    /// A person's name behind a comma tells who an office is: the name belongs to the speaker.
    pub(super) APPOSITION = "speech.speaker.apposition" {
        pattern: "speaker with an office or title, person's name",
        fires: [
            De "Die Brücke sei gesperrt, sagte [die Sprecherin der Bahn, Emma Hardy](speaker).",
            En "“The bridge is closed,” said [the secretary of the union, Emma Hardy](speaker).",
        ],
        silent: [
            De "Die Brücke sei gesperrt, sagte die Sprecherin, Bonn sei aber erreichbar.",
            En "“The bridge is closed,” said the secretary, who lives in Bonn.",
        ],
    }
}

/// How the subject of a clause with a verb of saying is found.
pub(super) type Read = fn(&Context<'_, '_, '_>, &Clause, &VerbGroup) -> Option<Voice>;

/// What a clause says of its speaker.
pub(super) enum Voice {
    Speaker(Range<usize>),
    /// No one in particular.
    Nobody(Range<usize>),
}

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// How many tokens a speaker may have.
const LONGEST: usize = 30;

pub(super) fn voice(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<(Voice, &'static Rule)> {
    let verb = clause.verb.as_ref()?;
    let lang = cx.analysis.lang(clause.sentence);
    TRIED
        .iter()
        .filter(|tried| tried.rule.languages.hold_in(lang))
        .find_map(|tried| Some((tried.read?(cx, clause, verb)?, tried.rule)))
}

/// The speaker of a clause with a verb of saying: its subject, in the passive its agent.
pub(super) fn of_clause(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Speaker> {
    match voice(cx, clause)? {
        (Voice::Speaker(tokens), rule) => Some(Speaker::new(tokens, rule)),
        (Voice::Nobody(_), _) => None,
    }
}

/// The predicate that passes on somebody's words.
pub(super) const CITE: &str = "cite";

/// "quoted | the minister | as saying …": who is quoted stands between.
pub(super) fn quoted_as(cx: &Context<'_, '_, '_>, clause: &Clause, participle: usize) -> Option<Speaker> {
    let end = participle.checked_sub(1).filter(|end| cx.analysis.is_adposition(*end, Adposition::As))?;
    let verb = clause.verb.as_ref().filter(|verb| !verb.passive)?;
    let start = verb.end();
    let cites = verb.means(cx.analysis, &[CITE]);
    (cites && start < end && phrase(cx, start, end) == Some(end)).then(|| Speaker::new(start..end, &CITED))
}

/// "wird mit den Worten zitiert", "was quoted as saying".
fn cited(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Voice> {
    let cites = verb.passive && verb.means(cx.analysis, &[CITE]);
    let subject = clause.subject.clone().filter(|_| cites)?;
    can_speak(cx.analysis, &subject).then(|| Voice::Speaker(whole(cx, subject)))
}

/// "wird von der Polizei gesucht": what follows the preposition of an agent.
fn agent(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Voice> {
    /// How many tokens of a clause are looked at.
    const FAR: usize = 200;
    if !verb.passive {
        return None;
    }
    let mut tokens = clause.tokens().take(FAR);
    let by = tokens.find(|token| cx.analysis.is_adposition(*token, Adposition::By))?;
    let end = phrase(cx, by + 1, by + 1 + LONGEST)?;
    Some(Voice::Speaker(by + 1..end))
}

/// "es heißt", "man sagt". An English "it" can be an organisation.
fn nobody(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Voice> {
    let at = clause.subject.as_ref().map_or(verb.finite + 1, |subject| subject.start);
    let mut pronouns = cx.analysis.senses_of(at, Class::Pronoun);
    let impersonal = pronouns.any(|sense| match Pronoun::from_value(sense.value) {
        // "It emerged that …"
        Some(Pronoun::It) => {
            let finds = verb.kind(cx.analysis) == Some(VerbKind::Find);
            finds || cx.analysis.profile(clause.sentence).it_is_nobody
        }
        Some(Pronoun::One | Pronoun::Self_) => true,
        _ => false,
    });
    if !impersonal || verb.passive {
        return None;
    }
    let subject = clause.subject.clone().or_else(|| phrase_behind(cx, verb)).filter(|subject| subject.len() == 1)?;
    Some(Voice::Nobody(subject))
}

fn subject(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Voice> {
    let mut subject = clause.subject.clone().or_else(|| named_first(cx, clause, verb)).filter(|_| !verb.passive)?;
    // "Mr Miller, 45, said"
    if subject.len() == 1 && cx.analysis.kind(subject.start) == TokenKind::Number {
        let comma = subject.start.checked_sub(1).filter(|comma| cx.analysis.word(*comma) == ",")?;
        subject = named_before(cx, comma)?;
    }
    // "faster than predicted", "briefly renewed fears": nobody.
    let word = |at: usize| {
        cx.analysis.is_any(at, groups::VERBAL.with(groups::MODIFIER)) && !cx.analysis.is_any(at, groups::NOUN)
    };
    if subject.len() == 1
        && cx.analysis.shape(subject.start) == Shape::Lower
        && word(subject.start)
        && !cx.analysis.is_any(subject.start, groups::PRONOMINAL)
    {
        return None;
    }
    Some(Voice::Speaker(whole(cx, subject)))
}

/// "Brown said": a person whose name is an adjective too, alone before the verb.
fn named_first(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Range<usize>> {
    let start = clause.extent().start;
    let person = cx.mention_at(start).filter(|name| name.kind == EntityType::Per)?;
    let end = cx.analysis.token_at(person.span.end - 1) + 1;
    (end == verb.finite).then_some(start..end)
}

/// The noun phrase that ends at a comma.
fn named_before(cx: &Context<'_, '_, '_>, comma: usize) -> Option<Range<usize>> {
    let sentence = cx.tokens_of(cx.analysis.sentence_of(comma));
    phrase_ending(cx.analysis, sentence.start..comma, |_| true)
}

fn behind(cx: &Context<'_, '_, '_>, clause: &Clause, verb: &VerbGroup) -> Option<Voice> {
    if clause.subject.is_some() || verb.passive {
        return None;
    }
    phrase_behind(cx, verb).map(Voice::Speaker)
}

/// „Der Plan ist gut“, schreibt X: X, not the plan.
pub(super) fn behind_quote(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<Speaker> {
    phrase_behind(cx, verb).map(|phrase| Speaker::new(phrase, &BEHIND_QUOTE))
}

/// The noun phrase right behind a finite verb, or behind its reflexive pronoun.
pub(super) fn phrase_behind(cx: &Context<'_, '_, '_>, verb: &VerbGroup) -> Option<Range<usize>> {
    let at = verb.finite + 1 + usize::from(cx.analysis.is_reflexive(verb.finite + 1));
    phrase(cx, at, at + LONGEST).map(|end| at..end)
}

/// "von", "of".
pub(super) fn is_of(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    cx.analysis.is_adposition(token, Adposition::Of)
}

/// Whether what follows a noun says whose it is: "der Polizei", "von Polizisten", "of the police".
pub(super) fn opens_genitive(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    is_of(cx, token) || begins_genitive(cx.analysis, token)
}

/// A subject with what hangs on it behind the clause's own view: names in quotation marks, brackets, genitives.
fn whole(cx: &Context<'_, '_, '_>, subject: Range<usize>) -> Range<usize> {
    // "sagte Emma Hardy | der Zeitung": behind a person the article is a dative.
    if let Some(end) =
        persons(cx, subject.clone()).map(|name| cx.analysis.token_at(name.span.end - 1) + 1).find(|end| {
            let dative = *end < subject.end && is_possessor(cx.analysis, *end);
            dative && cx.analysis.profile(cx.analysis.sentence_of(*end)).capital_nouns
        })
    {
        return subject.start..end;
    }
    let limit = subject.start + LONGEST;
    subject.start..attached(cx, subject.end, limit).max(subject.end)
}

/// The end of a noun phrase with all that hangs on it: "der Sprecherin des Verbands (VZF)", "the “Daily Mail”".
pub(super) fn phrase(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    let limit = limit.min(cx.tokens_of(cx.analysis.sentence_of(at)).end);
    let pronoun = || (cx.analysis.is(at, Class::Pronoun) && at < limit).then_some(at + 1);
    let end = noun_phrase(cx.analysis, at, limit).or_else(|| quoted_name(cx, at, limit)).or_else(pronoun)?;
    Some(attached(cx, end, limit))
}

/// "der „Nordkurier“": a name in quotation marks, perhaps behind an article.
fn quoted_name(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    let mut mark = at;
    while mark < limit && mark < at + 3 && cx.analysis.kind(mark) == TokenKind::Word {
        mark += 1;
    }
    let quote = &cx.quotes[cx.quote_at(mark)?];
    (quote.outer.start == mark && quote.outer.end <= limit && quote.inner.len() <= 8).then_some(quote.outer.end)
}

fn attached(cx: &Context<'_, '_, '_>, mut end: usize, limit: usize) -> usize {
    let analysis = cx.analysis;
    for _ in 0..5 {
        if end >= limit {
            return end.min(limit);
        }
        let next = match analysis.kind(end) {
            TokenKind::Quote => cx
                .quote_at(end)
                .map(|at| &cx.quotes[at])
                .filter(|quote| quote.outer.start == end && cx.is_title(quote) && !cx.has_verb(&quote.inner))
                .map(|quote| quote.outer.end),
            TokenKind::Open => (end + 1..limit.min(end + 12))
                .find(|token| analysis.kind(*token) == TokenKind::Close)
                .map(|close| close + 1),
            _ if cx.analysis.is_adposition(end, Adposition::Of) => phrase_once(cx, end + 1, limit),
            // "a spokeswoman for the bank", "eine Rentnerin aus Grimma"
            _ if hangs_on_role(cx, end) => phrase_once(cx, end + 1, limit),
            _ if begins_genitive(cx.analysis, end) && is_noun(cx, end - 1) => phrase_once(cx, end, limit),
            TokenKind::Word
                if analysis.shape(end) != Shape::Lower && analysis.shape(end) != Shape::None && !is_other(cx, end) =>
            {
                noun_phrase(analysis, end, limit)
            }
            _ => None,
        };
        match next {
            Some(next) if next > end => end = next,
            _ => return end,
        }
    }
    end
}

/// Whether a preposition says whom somebody speaks for, or where they come from.
fn hangs_on_role(cx: &Context<'_, '_, '_>, at: usize) -> bool {
    let analysis = cx.analysis;
    let whom = analysis.is_adposition(at, Adposition::For);
    let whence = analysis.is_adposition(at, Adposition::From) && analysis.is_any(at + 1, groups::PLACE);
    (whom || whence) && analysis.is(at - 1, Class::Role)
}

/// Whether words name something said or written, and nobody who says it.
pub(super) fn is_said(cx: &Context<'_, '_, '_>, tokens: &Range<usize>) -> bool {
    const SPEAKERS: ClassSet = groups::PERSON.with(groups::OFFICE).or(&[Class::Organisation, Class::OrganisationHead]);
    let mut tokens = tokens.clone();
    tokens.clone().any(|token| cx.medium(token).is_some()) && !tokens.any(|token| cx.analysis.is_any(token, SPEAKERS))
}

/// Whether a person is named in words.
pub(super) fn is_person(cx: &Context<'_, '_, '_>, tokens: Range<usize>) -> bool {
    persons(cx, tokens).next().is_some()
}

/// The persons named in words.
fn persons<'c, 't>(cx: &Context<'c, '_, 't>, tokens: Range<usize>) -> impl Iterator<Item = &'c Mention<'t>> {
    let span = cx.analysis.span(tokens);
    let from = cx.mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = cx.mentions.iter().skip(from).take_while(move |mention| mention.span.end <= span.end).take(8);
    inside.filter(|mention| mention.kind == EntityType::Per)
}

/// "sagte Hardy | Journalisten", "laut Anklage | Geld": behind a person or a noun a plural begins a phrase of its own where
/// nouns have capitals, and any common noun behind one that stands without an article.
fn is_other(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    const PART: ClassSet = groups::PERSON.with(groups::OFFICE).or(&[Class::Organisation, Class::OrganisationHead]);
    let analysis = cx.analysis;
    let capitals = analysis.profile(analysis.sentence_of(token)).capital_nouns;
    let number = |form| analysis.has_form(token, Class::Noun, form);
    let (named, noun) = (|at: usize| cx.mention_at(at).is_some(), analysis.is(token - 1, Class::Noun));
    let plural = (noun || named(token - 1)) && number(Form::PLURAL) && !number(Form::SINGULAR);
    let bare = noun && !named(token - 1) && !analysis.is_any(token.saturating_sub(2), groups::DETERMINER);
    let common = analysis.is(token, Class::Noun) && !named(token);
    // "Partei Sprecherin", but "Verfassung | Politiker"
    let office = (token - 1..=token).all(|at| analysis.is_any(at, PART));
    capitals && common && (plural || bare && !office)
}

/// A common noun or the name of an organisation, which a genitive may follow; behind a person the article is a dative.
fn is_noun(cx: &Context<'_, '_, '_>, token: usize) -> bool {
    let person = cx.mention_at(token).is_some_and(|name| name.kind == EntityType::Per);
    if cx.analysis.is(token, Class::Pronoun) {
        return false;
    }
    let other = !person && !cx.analysis.is_any(token, groups::PERSON);
    other || cx.analysis.is_any(token, groups::NOUN)
}

fn phrase_once(cx: &Context<'_, '_, '_>, at: usize, limit: usize) -> Option<usize> {
    noun_phrase(cx.analysis, at, limit).or_else(|| quoted_name(cx, at, limit))
}

/// "In seinem Bericht gab …": what the speaker says it in, with the preposition left out.
pub(super) fn medium(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    for piece in clause.pieces.iter().take(6) {
        for token in piece.clone().take(60) {
            if !cx.analysis.is_any_adposition(token, &[Adposition::In, Adposition::On, Adposition::From]) {
                continue;
            }
            let Some(end) = noun_phrase(cx.analysis, token + 1, piece.end) else {
                continue;
            };
            if (token + 1..end)
                .any(|token| cx.medium(token).is_some_and(|medium| !matches!(medium, Medium::Claim | Medium::Demand)))
            {
                return Some(token + 1..attached(cx, end, end + LONGEST));
            }
        }
    }
    None
}

/// "Von offizieller Seite heißt es", "Aus dem Ministerium verlautete", "hieß es von den Behörden": where it is heard from, at the
/// clause's start or behind the impersonal pronoun up to its end.
pub(super) fn side(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    let finite = clause.verb.as_ref()?.finite;
    let behind = cx.analysis.is_pronoun(finite + 1, Pronoun::It);
    let from = |at: usize| cx.analysis.is_any_adposition(at, &[Adposition::From, Adposition::Of]);
    let whole = |at: usize, last: usize| {
        let end = phrase(cx, at + 1, last).filter(|end| from(at) && *end == last)?;
        Some(at + 1..end)
    };
    let piece = clause.piece_of(finite)?;
    let last = piece.end - usize::from(cx.analysis.kind(piece.end - 1) == TokenKind::Terminal);
    whole(clause.extent().start, finite).or_else(|| if behind { whole(finite + 2, last) } else { None })
}

/// "einen Bericht, in dem es hieß, …" / "a report in which …": the noun that the clause hangs on.
pub(super) fn relative_medium(cx: &Context<'_, '_, '_>, clause: &Clause) -> Option<Range<usize>> {
    const BACK: usize = 12;
    let start = clause.extent().start;
    if clause.kind != ClauseKind::Relative || !cx.analysis.is(start, Class::Adposition) {
        return None;
    }
    let comma = cx.analysis.kind(start.checked_sub(1)?) == TokenKind::Separator;
    let end = if comma { start - 1 } else { start };
    let from = end.saturating_sub(BACK).max(cx.tokens_of(clause.sentence).start);
    let start = (from..end).find(|start| {
        !cx.analysis.is(*start, Class::Adposition)
            && !cx.analysis.is(*start, Class::Adverb)
            && phrase(cx, *start, end) == Some(end)
    })?;
    (start..end).any(|token| cx.medium(token).is_some()).then_some(start..end)
}

/// "eines Jungen, der angab, …": the pronoun of a relative clause that is its subject.
pub(super) fn relative_pronoun(clause: &Clause) -> Option<Range<usize>> {
    let start = clause.extent().start;
    let before = clause.subject.as_ref().is_some_and(|subject| subject.end <= start);
    (clause.kind == ClauseKind::Relative && before).then_some(start..start + 1)
}

/// "*Hardy's* lawyer", "*Webers* Anwältin": whether a name only says whose the one behind it is.
fn owns(cx: &Context<'_, '_, '_>, mention: &Mention<'_>, end: u32) -> bool {
    let analysis = cx.analysis;
    let name = analysis.tokens_of(mention.span);
    let behind = mention.span.end < end;
    let noun = || analysis.is_any(name.end, groups::NOUN.with(groups::OFFICE)) && mention.text.ends_with('s');
    let genitive = || analysis.profile(analysis.sentence_of(name.start)).genitive_case && noun();
    // "Jones' lawyer"
    let apostrophe = || mention.text.ends_with('s') && matches!(analysis.word(name.end), "'" | "’");
    behind && (analysis.is_possessive(name.end, name.start) || apostrophe() || genitive())
}

/// The speaker as the answer has it, with the entity that a mention names in the tokens it stands for and the rule that
/// found it.
pub(super) fn reference<'t>(
    cx: &Context<'_, '_, 't>,
    speaker: &Speaker,
    mentions: &[Mention<'t>],
) -> Option<(Reference<'t>, &'static Rule)> {
    let tokens = speaker.stands_for.as_ref().unwrap_or(&speaker.tokens).clone();
    let Speaker { tokens: Range { mut end, .. }, mut rule, .. } = *speaker;
    let mut speaker = cx.analysis.span(speaker.tokens.clone());
    let span = cx.analysis.span(tokens.clone());
    let from = mentions.partition_point(|mention| mention.span.start < span.start);
    let inside = || mentions[from..].iter().take_while(|mention| mention.span.end <= span.end).take(8);
    // A person is the speaker wherever named; another name only where no noun stands before it ("a spokesman of …").
    let bare = |mention: &Mention<'_>| {
        tokens.clone().take_while(|token| cx.analysis.tokens[*token].start < mention.span.start).all(|token| {
            let analysis = cx.analysis;
            analysis.shape(token) == Shape::Lower && !analysis.is_any(token, ClassSet::of(&[Class::Noun, Class::Role]))
                || analysis.is_any(token, groups::ATTRIBUTE.or(&[Class::Article]))
                || analysis.kind(token) == TokenKind::Quote
        })
    };
    // "UK companies", "Australia's watchdog": a name that is not the head of its phrase only describes it.
    let core =
        noun_phrase(cx.analysis, tokens.start, tokens.end).map_or(span.end, |end| cx.analysis.span(end - 1..end).end);
    let entity = inside()
        .find(|mention| mention.kind == EntityType::Per && !owns(cx, mention, span.end))
        .or_else(|| inside().find(|mention| bare(mention) && mention.span.end >= core))
        .map(|mention| mention.entity)
        .or_else(|| {
            // "its regional secretary, Colin Hathersby": the name stands behind a comma.
            let comma = cx.analysis.word(end) == ",";
            end += 1;
            let start = cx.analysis.tokens.get(end).filter(|_| comma)?.start;
            let at = mentions.partition_point(|mention| mention.span.start < start);
            let name = mentions.get(at).filter(|name| name.span.start == start && name.kind == EntityType::Per)?;
            let described = tokens.clone().any(|token| cx.analysis.is_any(token, groups::OFFICE));
            if !described {
                return None;
            }
            speaker = speaker.to(name.span);
            rule = &APPOSITION;
            Some(name.entity)
        });
    let Phrase { span, text } = cx.analysis.phrase(speaker)?;
    Some((Reference { span, text, entity }, rule))
}
