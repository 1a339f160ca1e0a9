//! What somebody expects, fears, denies or makes of a thing: content that is no clause but a noun phrase.
#![allow(clippy::indexing_slicing, reason = "numbers of clauses and quotations come from the context's own")]

use std::ops::Range;

use smallvec::smallvec;

use super::content::{content_end, opens_content};
use super::context::Context;
use super::{Draft, Pieces, saying, speaker};
use crate::answer::{Rule, StatementStyle};
use crate::clause::{Clause, ClauseKind, VerbGroup, agrees, can_speak, is_thing, noun_phrase, prepositional_phrase};
use crate::lexicon::class::{Adposition, NounKind, Pronoun, Subordinator};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Form};
use crate::reading::Analysis;
use crate::reading::number::year;
use crate::rule::{Construction, by_precedence, count, rules};
use crate::text::{Shape, TokenKind};

rules! {
    reads: Read;

    /// What somebody sees a thing as. The thing belongs to it.
    pub(super) VIEW_AS = "speech.view-as" {
        pattern: "speaker, see | describe | rate …, object, as, noun phrase | adjective",
        precedence: 3,
        read: seen_as,
        fires: [
            De "[Der Verband](speaker) [sieht](cue) [die Reform als Rückschritt](content).",
            De "[Den Angriff](content) [bezeichnete](cue) [der General](speaker) [als feige](content).",
            En "[The general](speaker) [described](cue) [the attack as cowardly](content).",
        ],
        silent: [
            De "Der Verband sieht mehr Kinder als Erwachsene.",
            De "Der General arbeitete vor dem Angriff als Berater.",
            En "The general worked after the attack as an adviser.",
        ],
    }

    /// What somebody calls or holds a thing to be, without a word between the two, or with a preposition that makes a
    /// predicate of an adjective: "hält den Plan für falsch", "hält es für falsch, dass …".
    pub(super) VIEW_NAMED = "speech.view-named" {
        pattern: "speaker, call | consider, object, a … | adjective | quoted words",
        precedence: 2,
        read: named,
        fires: [
            De "[Hardy](speaker) [nannte](cue) [den Vorschlag einen Fehler](content).",
            De "[Die Ministerin](speaker) [hält](cue) [den Plan für falsch](content).",
            De "[Die Ministerin](speaker) [hält](cue) [ihn für reine Spekulation](content).",
            En "[Emma Hardy](speaker) [called](cue) [the report a fairy tale](content).",
        ],
        silent: [
            De "Die Ministerin hält eine Rede für den Plan.",
            De "Hardy nannte den Namen nicht.",
            En "Emma Hardy called the police at noon.",
        ],
    }

    /// What a verb governs by a preposition: what somebody warns of, reckons with or accuses somebody of.
    pub(super) VIEW_OF = "speech.view-of" {
        pattern: "speaker, warn | accuse | expect …, of | with …, noun phrase",
        precedence: 1,
        read: of,
        fires: [
            De "[Die Gewerkschaft](speaker) [warnt](cue) vor [einer Zerschlagung des Konzerns](content).",
            De "[Die Ärztin](speaker) [rechnet](cue) mit [weiteren Erkrankungen](content).",
            De "[Die Zeitung](speaker) [berichtet](cue) von [zwei Bränden](content).",
            En "[The union](speaker) [warned](cue) of [higher fares](content).",
            En "[The union](speaker) [accused](cue) the airline of [breaking the agreement](content).",
        ],
        silent: [
            De "Die Gewerkschaft warnte vor zwei Jahren.",
            De "Die Gewerkschaft traf sich mit einer Ärztin.",
            De "Die Zeitung berichtet über die Arbeit von zwei Schulen.",
            En "The union warned the owners of the shop.",
        ],
    }

    /// What somebody expects, predicts, fears, denies or reports, as the object of the verb. What is announced, stated or
    /// estimated is content where a figure tells how much.
    pub(super) VIEW_OBJECT = "speech.view-object" {
        pattern: "speaker, expect | predict | fear | deny …, object, or announce | state | estimate, object with a figure",
        read: object,
        fires: [
            De "[Die Opposition](speaker) [wirft](cue) der Regierung [Untätigkeit](content) [vor](cue).",
            De "[Die Opposition](speaker) [wirft](cue) der Partei um Emma Hardy [Untätigkeit](content) [vor](cue).",
            De "[Die Ärztin](speaker) [befürchtet](cue) [weitere Erkrankungen](content).",
            De "[Das Ministerium](speaker) [befürchtet](cue) [weitere Erkrankungen](content).",
            De "[Die Firma](speaker) [gab](cue) [den Abbau von 640 Stellen](content) [bekannt](cue).",
            De "[Die Firma](speaker) [schätzt](cue) [den Schaden auf drei Millionen Euro](content).",
            En "[The firm](speaker) [announced](cue) [640 job cuts](content).",
            En "[The firm](speaker) [estimated](cue) [the damage at three million euros](content).",
            En "[The minister](speaker) [predicted](cue) [a mild winter](content).",
            En "[The minister](speaker) [denied](cue) [having taken money](content).",
        ],
        silent: [
            De "Die Frauen erwartet ein Konzert.",
            De "Die Opposition wirft einen Stein.",
            De "Die Firma gab den Namen am 3. Mai bekannt.",
            De "Die Firma schätzt drei Mitarbeiter.",
            En "The firm announced an inquiry on 3 May.",
            En "The firm announced the 2024 budget.",
            En "The minister was denied a visa.",
            En "A long winter expects the visitors.",
        ],
    }
}

/// How a rule reads a clause that may tell a view.
pub(super) type Read = fn(&View<'_, '_, '_, '_>) -> Option<Pieces>;

static TRIED: [&Construction<Read>; count(&[RULES])] = by_precedence(&[RULES]);

/// A clause whose verb may tell a view.
pub(super) struct View<'v, 'c, 'a, 't> {
    cx: &'v Context<'c, 'a, 't>,
    /// The clause's place.
    at: usize,
    clause: &'v Clause,
    verb: &'v VerbGroup,
    concept: &'v str,
    /// The verb stands behind its objects where it is not the second word group.
    verb_final: bool,
}

/// Predicates that make something of their object by "as".
const AS: &[&str] = &[
    "call",
    "characterize",
    "criticize",
    "denounce",
    "describe",
    "interpret",
    "praise",
    "rate",
    "regard",
    "see",
    "welcome",
];
/// Predicates that name what they make of their object.
const NAMED: &[&str] = &["call", "consider", "regard"];
/// Predicates whose content stands behind a preposition.
const OF: &[(&str, &[Adposition])] = &[
    ("accuse", &[Adposition::Of]),
    ("assume", &[Adposition::Of]),
    ("expect", &[Adposition::With]),
    ("report", &[Adposition::Of]),
    ("speak", &[Adposition::Of]),
    ("warn", &[Adposition::Of, Adposition::About, Adposition::Against, Adposition::Before]),
];
/// Predicates whose object is the content.
const OBJECT: &[&str] = &["accuse", "admit", "deny", "expect", "fear", "predict", "rule-out", "suspect"];
/// Predicates whose object is the content where it is news: "reported two cases", but "reported the theft".
const NEWS: &[&str] = &["confirm", "report"];
/// Predicates whose object is the content where a figure tells how much: "announced 640 job cuts", but "announced an
/// inquiry".
const AMOUNTS: &[&str] = &["announce", "estimate", "state"];
/// All of these, in order.
const ALL: &[&str] = &[
    "accuse",
    "admit",
    "announce",
    "assume",
    "call",
    "characterize",
    "confirm",
    "consider",
    "criticize",
    "denounce",
    "deny",
    "describe",
    "estimate",
    "expect",
    "fear",
    "hold",
    "interpret",
    "praise",
    "predict",
    "rate",
    "regard",
    "report",
    "rule-out",
    "see",
    "speak",
    "state",
    "suspect",
    "warn",
    "welcome",
];
/// The predicate that values a thing at an amount.
const ESTIMATE: &str = "estimate";
/// The predicate that holds a thing for something.
const HOLD: &str = "hold";

/// Whether a rule takes a verb's object or governed phrase for content, which makes no less of the clause itself.
pub(super) fn has(rule: &Rule) -> bool {
    RULES.iter().any(|construction| std::ptr::eq(construction.rule, rule))
}

/// Reads a clause as a view.
pub(super) fn read(cx: &Context<'_, '_, '_>, at: usize) -> Option<Draft> {
    let clause = &cx.clauses[at];
    let verb = clause.verb.as_ref()?;
    if verb.passive
        || verb.conditional
        || verb.reported
        || verb.modal.is_some()
        || clause.kind == ClauseKind::Infinitive
    {
        return None;
    }
    // A question or demand: "Betrachten wir …".
    if verb.finite == cx.tokens_of(clause.sentence).start {
        return None;
    }
    let concept = cx.analysis.id(verb.sense?)?;
    if ALL.binary_search(&&*concept).is_err() {
        return None;
    }
    let verb_final = cx.analysis.profile(clause.sentence).verb_final;
    let view = View { cx, at, clause, verb, concept: &concept, verb_final };
    let lang = cx.analysis.lang(clause.sentence);
    let mut tried = TRIED.iter().filter(|tried| tried.rule.languages.hold_in(lang));
    let (content, rule) = tried.find_map(|tried| Some((tried.read?(&view)?, tried.rule)))?;
    let who = speaker::of_clause(cx, clause)?.tokens;
    if !speaks(cx, &who) || content.iter().any(|piece| piece.contains(&who.start) || who.contains(&piece.start)) {
        return None;
    }
    let mut draft = Draft::new(StatementStyle::Indirect, content, rule);
    saying::attribute(cx, &mut draft, clause);
    draft.clause = Some(at);
    Some(draft)
}

/// Whether a phrase names somebody who can hold a view, or stands for such: not "it", "that", nor "der Plan | der SPD".
fn speaks(cx: &Context<'_, '_, '_>, phrase: &Range<usize>) -> bool {
    let analysis = cx.analysis;
    let points = || analysis.is_pronoun(phrase.start, Pronoun::It) || analysis.is(phrase.start, Class::Demonstrative);
    let end = noun_phrase(analysis, phrase.start, phrase.end).unwrap_or(phrase.end);
    can_speak(analysis, &(phrase.start..end)) && !(phrase.len() == 1 && points())
}

impl View<'_, '_, '_, '_> {
    fn is_any(&self, concepts: &[&str]) -> bool {
        concepts.contains(&self.concept)
    }

    /// The stretch of the clause that objects stand in: behind the finite verb, or before it where it ends the clause.
    fn field(&self) -> Option<Range<usize>> {
        let piece = self.clause.piece_of(self.verb.finite)?;
        if !self.verb_final {
            return Some(self.verb.end()..piece.end);
        }
        let subject = self.clause.subject.as_ref().filter(|subject| piece.contains(&subject.start));
        if self.clause.kind == ClauseKind::Main {
            return Some(self.verb.finite + 1..piece.end);
        }
        let start = subject.map_or(piece.start, |subject| subject.end);
        Some(start..self.verb.tokens.first().map_or(self.verb.finite, |first| *first))
    }

    /// The first noun phrase or pronoun of the field besides the subject, with the place where it was looked for.
    fn first_object(&self) -> Option<Range<usize>> {
        let analysis = self.cx.analysis;
        let field = self.field()?;
        let mut at = field.start;
        while at < field.end {
            if let Some(subject) = self.clause.subject.as_ref().filter(|subject| subject.contains(&at)) {
                at = subject.end;
            } else if self.verb.tokens.contains(&at)
                || matches!(analysis.kind(at), TokenKind::Separator | TokenKind::Open)
            {
                return None;
            } else if let Some(end) = prepositional_phrase(analysis, at, field.end) {
                if !self.verb_final {
                    return None;
                }
                let owner =
                    speaker::opens_genitive(self.cx, end).then(|| noun_phrase(analysis, end, field.end)).flatten();
                at = owner.unwrap_or(end);
                // "vom Einsturz von Häusern und einer Kirche"
                if analysis.is(at, Class::Coordinator) {
                    at = noun_phrase(analysis, at + 1, field.end).unwrap_or(at + 1);
                }
            } else if self.verb_final && analysis.is(at, Class::Adposition) {
                return None;
            } else if let Some(end) = noun_phrase(analysis, at, field.end) {
                // "predicted a mild winter"
                let direct = !self.verb_final && at == field.start && analysis.is(at, Class::IndefiniteArticle);
                let pronoun = end == at + 1 && analysis.is(at, Class::Pronoun) && !analysis.is_reflexive(at);
                if direct || pronoun || is_thing(analysis, at..end) {
                    return Some(at..end);
                }
                at = end;
            } else if analysis.is(at, Class::Pronoun) && !analysis.is_reflexive(at) {
                return Some(at..at + 1);
            } else {
                at += 1;
            }
        }
        None
    }

    /// Where what begins at a token ends: before the next mark or the rest of the verb. A quotation does not part it, nor
    /// does the comma of a list.
    fn until_mark(&self, start: usize) -> usize {
        let (cx, analysis) = (self.cx, self.cx.analysis);
        let Some(piece) = self.clause.piece_of(start) else {
            return start;
        };
        let (mut at, mut end) = (start, piece.end);
        while at < end && !self.verb.tokens.contains(&at) {
            match analysis.kind(at) {
                TokenKind::Separator => {
                    let next = noun_phrase(analysis, at + 1, end);
                    let list = next.filter(|next| analysis.is(*next, Class::Coordinator));
                    let Some(next) = list.filter(|_| analysis.word(at) == ",") else {
                        break;
                    };
                    at = next;
                }
                TokenKind::Dash | TokenKind::Terminal => break,
                _ => at += 1,
            }
            // A quotation is no clause of its own here, nor is what it is cut from.
            if let Some(quote) = cx.quote_at(at).map(|quote| &cx.quotes[quote]).filter(|quote| quote.outer.start == at)
            {
                at = quote.outer.end;
                let rest = cx.clauses.at(at).map(|rest| &cx.clauses[rest]);
                let rest = rest.filter(|rest| rest.sentence == self.clause.sentence);
                end = rest.and_then(|rest| rest.piece_of(at)).map_or(at, |piece| piece.end);
            }
        }
        // "expects | the government | to continue"
        let next = cx.clauses.at(at).map(|next| &cx.clauses[next]);
        let goes_on = |next: &&Clause| {
            next.kind == ClauseKind::Infinitive && next.extent().start == at && next.sentence == self.clause.sentence
        };
        next.filter(|_| at == end).filter(goes_on).map_or(at, |next| next.pieces[0].end)
    }

    /// Where a predicate ends whose object may be a pronoun for the clause behind it: "hält es für möglich, dass …".
    fn foretold(&self, object: &Range<usize>, end: usize) -> Option<usize> {
        if object.len() > 1 || !self.verb_final || !self.cx.analysis.is_pronoun(object.start, Pronoun::It) {
            return Some(end);
        }
        let clauses = self.cx.clauses_of(self.clause.sentence);
        let next = (self.at + 1 < clauses.end).then_some(self.at + 1)?;
        let behind = &self.cx.clauses[next];
        let says = opens_content(behind) || behind.kind == ClauseKind::Infinitive;
        (says && behind.extent().start <= end + 1)
            .then(|| content_end(self.cx, self.at, next, &self.cx.tokens_of(self.clause.sentence)))
    }

    /// Whether an object says how much, by itself or by what hangs on it: "640 job cuts", "den Abbau von 640 Stellen", "the
    /// damage at 3 million euros". Who is estimated is no amount.
    fn tells_amount(&self, object: &Range<usize>) -> bool {
        const LEADS: &[Adposition] = &[Adposition::At, Adposition::On, Adposition::With];
        let (cx, analysis) = (self.cx, self.cx.analysis);
        let limit = self.until_mark(object.start);
        let end = speaker::phrase(cx, object.start, limit).unwrap_or(object.end);
        let led = analysis.is_any_adposition(end, LEADS);
        let whole = prepositional_phrase(analysis, end, limit).filter(|_| led).unwrap_or(end);
        let from = if self.concept == ESTIMATE { end } else { object.start };
        let amount = |at: usize| match analysis.kind(at) {
            TokenKind::Number => year(analysis.word(at)).is_none(),
            _ => analysis.is(at, Class::Cardinal),
        };
        let date = |at: usize| (at + 1..at + 3).any(|next| analysis.is(next, Class::Month));
        (from..whole).any(|at| amount(at) && !date(at))
    }

    fn stretch(&self, start: usize) -> Option<Range<usize>> {
        let end = self.until_mark(start);
        // "rechnete den Tisch | ab": a particle makes another verb of it.
        (start < end && !self.cx.analysis.is(end - 1, Class::Adposition)).then_some(start..end)
    }
}

/// The object before the verb: "Den Angriff bezeichnete er als feige".
fn fronted(view: &View<'_, '_, '_, '_>) -> Option<Range<usize>> {
    let start = view.clause.extent().start;
    let end = noun_phrase(view.cx.analysis, start, view.verb.finite)?;
    let subject = view.clause.subject.as_ref()?.start > view.verb.finite;
    (view.verb_final && subject && end <= view.verb.finite && view.clause.kind == ClauseKind::Main)
        .then_some(start..view.verb.finite)
}

fn seen_as(view: &View<'_, '_, '_, '_>) -> Option<Pieces> {
    /// How many tokens the object may have.
    const FAR: usize = 20;
    if !view.is_any(AS) {
        return None;
    }
    let analysis = view.cx.analysis;
    let (field, object) = (view.field()?, view.first_object());
    let from = object.as_ref().map_or(field.start, |object| object.end);
    let mut at = (from..field.end).take(FAR);
    let at =
        at.find(|at| analysis.is_adposition(*at, Adposition::As) && !view.cx.is_quoted(*at) && !compares(view, *at))?;
    let predicate = view.stretch(at).filter(|predicate| predicate.len() > 1)?;
    match object {
        Some(object) if (object.end..at).all(|token| !parts(analysis, token)) => {
            Some(smallvec![object.start..predicate.end])
        }
        Some(_) => None,
        None => Some(smallvec![fronted(view)?, predicate]),
    }
}

/// "saw the director | emerge as"
fn parts(analysis: &Analysis<'_, '_>, token: usize) -> bool {
    const OTHER: ClassSet = groups::MODIFIER.or(&[Class::Noun]);
    let verb = analysis.is(token, Class::Verb) && !analysis.is_any(token, OTHER);
    analysis.kind(token) == TokenKind::Separator || verb && analysis.shape(token) == Shape::Lower
}

/// "mehr Kinder als Erwachsene": a measure before the word makes a comparison of it.
fn compares(view: &View<'_, '_, '_, '_>, at: usize) -> bool {
    const MEASURES: ClassSet = groups::QUANTITY.or(&[Class::Approx]);
    const NEAR: usize = 4;
    (at.saturating_sub(NEAR).max(view.verb.finite + 1)..at).any(|token| view.cx.analysis.is_any(token, MEASURES))
}

fn named(view: &View<'_, '_, '_, '_>) -> Option<Pieces> {
    let analysis = view.cx.analysis;
    let hold = view.concept == HOLD && view.verb_final;
    if !(view.is_any(NAMED) || hold) {
        return None;
    }
    let object = view.first_object();
    let behind = object.as_ref().map_or(view.field()?.start, |object| {
        let owned = speaker::opens_genitive(view.cx, object.end) && object.len() > 1;
        let whole = owned.then(|| speaker::phrase(view.cx, object.start, view.clause.extent().end)).flatten();
        whole.unwrap_or(object.end)
    });
    let profile = analysis.profile(view.clause.sentence);
    let unknown = |at: usize| hold && analysis.is_unknown_word(at) && !(profile.adjective_like)(analysis.word(at));
    let adjective = |at: usize| {
        (analysis.is(at, Class::Adjective) || unknown(at))
            && analysis.shape(at) == Shape::Lower
            && noun_phrase(analysis, at, at + 3).is_none_or(|end| end == at + 1)
    };
    let predicate = if hold {
        let at = (behind..view.field()?.end).take(6).find(|at| analysis.is_adposition(*at, Adposition::For))?;
        let definite = || object.as_ref().is_some_and(|object| !analysis.is(object.start, Class::IndefiniteArticle));
        // "hält sie für reine Spekulation"
        let pronoun = object.as_ref().is_some_and(|object| object.len() == 1);
        let noun =
            || pronoun && !analysis.is(at + 1, Class::Article) && noun_phrase(analysis, at + 1, at + 8).is_some();
        (adjective(at + 1) || analysis.is(at + 1, Class::IndefiniteArticle) && definite() || noun()).then_some(at)?
    } else {
        let quoted = view.cx.quote_at(behind).is_some_and(|quote| view.cx.quotes[quote].outer.start == behind);
        (quoted || adjective(behind) || analysis.is(behind, Class::IndefiniteArticle)).then_some(behind)?
    };
    let predicate = view.stretch(predicate)?;
    match object {
        Some(object) => Some(smallvec![object.start..view.foretold(&object, predicate.end)?]),
        None => Some(smallvec![fronted(view)?, predicate]),
    }
}

fn of(view: &View<'_, '_, '_, '_>) -> Option<Pieces> {
    /// How far from its verb a preposition stands.
    const FAR: usize = 24;
    let analysis = view.cx.analysis;
    let (_, prepositions) = OF.iter().find(|(concept, _)| *concept == view.concept)?;
    let is_one = |at: usize| analysis.is_any_adposition(at, prepositions);
    let field = view.field()?;
    let gerund = |at: usize| analysis.has_form(at, Class::Verb, Form::GERUND);
    let thing = |at: usize| {
        noun_phrase(analysis, at, field.end.max(view.verb.finite)).is_some_and(|end| is_thing(analysis, at..end))
    };
    let opens = |at: &usize| is_one(*at) && !view.cx.is_quoted(*at);
    let mut places = (field.start..field.end).take(FAR).filter(opens);
    let quoted = |at: usize| view.cx.is_quoted(at);
    let place = if view.verb_final {
        let behind = places.find(|at| thing(*at + 1) || quoted(*at + 1));
        // "Vor Hochwasser warnt der Dienst."
        let first = view.clause.extent().start;
        if behind.is_none() && view.clause.kind == ClauseKind::Main && is_one(first) && thing(first + 1) {
            return Some(smallvec![first + 1..view.verb.finite]);
        }
        behind?
    } else if let Some(object) = view.first_object() {
        let mut behind = places.filter(|at| *at >= object.end);
        let first = behind.next()?;
        let doing = std::iter::once(first).chain(behind).find(|at| gerund(at + 1));
        // "warned the owners of the shop"
        doing.or_else(|| (view.concept == OF[0].0).then_some(first))?
    } else {
        places.find(|at| *at <= field.start + 1 && (thing(at + 1) || gerund(at + 1) || quoted(at + 1)))?
    };
    // "berichtete über die Arbeit von Schulen" tells the topic only, "meldete sich von zu Hause" nothing.
    let topic = |at: usize| analysis.is_adposition(at, Adposition::About) && !prepositions.contains(&Adposition::About);
    if (field.start..place).any(|at| topic(at) || at < field.start + 2 && analysis.is_reflexive(at)) {
        return None;
    }
    let content = view.stretch(place + 1)?;
    // "Die Initiative ging vom Ministerium aus."
    // "gehen von mindestens 300 Toten aus"
    let counted = content.clone().take(3).any(|at| {
        analysis.kind(at) == TokenKind::Number
            || analysis.is_any(at, ClassSet::of(&[Class::Cardinal, Class::OpenAmount]))
    });
    let source = view.concept == "assume" && !counted && can_speak(analysis, &content);
    let mut pieces: Pieces = smallvec![content];
    // "warned of high costs | if the border was crossed"
    let end = view.clause.extent().end;
    let behind = view.cx.clauses.at(end + 1).map(|behind| &view.cx.clauses[behind]);
    pieces.extend(
        behind
            .filter(|behind| {
                let same = behind.sentence == view.clause.sentence && behind.extent().start == end + 1;
                same && behind.kind == ClauseKind::Subordinate(Subordinator::If)
            })
            .map(Clause::extent),
    );
    (!source).then_some(pieces)
}

fn object(view: &View<'_, '_, '_, '_>) -> Option<Pieces> {
    const DEFINITE: ClassSet = groups::PRONOMINAL.or(&[Class::Possessive]);
    let analysis = view.cx.analysis;
    let (news, amounts) = (view.is_any(NEWS), view.is_any(AMOUNTS));
    if !(view.is_any(OBJECT) || news || amounts) {
        return None;
    }
    let field = view.field()?;
    let doing =
        [Class::Verb, Class::Auxiliary].iter().any(|class| analysis.has_form(field.start, *class, Form::GERUND));
    if doing && !view.verb_final && !news && !amounts {
        return Some(smallvec![view.stretch(field.start)?]);
    }
    let mut object =
        view.first_object().filter(|object| object.len() > 1 || !analysis.is_any(object.start, DEFINITE))?;
    // "wirft der Regierung Untätigkeit vor": what is held against somebody stands behind them.
    if view.concept == OF[0].0 {
        if !view.verb_final {
            return None;
        }
        let owner = speaker::opens_genitive(view.cx, object.end) && object.len() == 1;
        let end = if owner { noun_phrase(analysis, object.end, field.end)? } else { object.end };
        // "wirft der Partei | um Emma Hardy | Untätigkeit vor"
        object.end = prepositional_phrase(analysis, end, field.end).unwrap_or(end);
        object = match noun_phrase(analysis, object.end, field.end) {
            Some(end) => object.end..end,
            None if object.len() > 2 && analysis.is(object.start, Class::Article) => object.end - 1..object.end,
            None => return None,
        };
    }
    let article = analysis.is(object.start, Class::Article) && !analysis.is(object.start, Class::IndefiniteArticle);
    // "räumt der Sicherheit hohe Priorität ein" grants it.
    if view.verb_final && view.concept == "admit" && noun_phrase(analysis, object.end, field.end).is_some() {
        return None;
    }
    // "erwartet ein Kind"; "die Besucher erwartet ein Konzert", where the object stands first.
    let person = || analysis.is_noun_of(object.end - 1, NounKind::Person);
    let subject = || view.clause.subject.as_ref().is_none_or(|subject| agrees(analysis, view.verb, subject.clone()));
    if view.concept == "expect" && (person() || !subject()) {
        return None;
    }
    // "bestätigte Berichte, wonach …": what they say is no noun phrase.
    let medium = object.clone().any(|token| analysis.is(token, Class::Medium));
    let known = || object.len() < 2 || article || analysis.is_any(object.start, DEFINITE);
    let open = !news && !amounts || news && !known() || view.tells_amount(&object);
    (!medium && open).then_some(smallvec![view.stretch(object.start)?])
}

#[cfg(test)]
mod tests {
    use super::{ALL, AMOUNTS, AS, HOLD, NAMED, NEWS, OBJECT, OF};
    use crate::lang::Lang;
    use crate::lexicon::{Class, builtin};

    #[test]
    fn the_predicates_are_those_of_the_dictionary() {
        let of = OF.iter().map(|(concept, _)| *concept);
        let mut all: Vec<&str> = [AS, NAMED, OBJECT, NEWS, AMOUNTS, &[HOLD]].concat().into_iter().chain(of).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(all, ALL);
        assert!(ALL.iter().all(|concept| builtin(Lang::En).canonical(Class::Verb, concept).is_some()));
    }
}
