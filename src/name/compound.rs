//! Compounds, and the names that are parts of them: "SPD-Chef", "US-backed", "Nicht-EU-Bürger", "anti-Trump".
#![allow(
    clippy::indexing_slicing,
    reason = "tokens come from the sentence's own range, and parts from where they were put"
)]

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use super::dictionary::{NAMES, kind};
use super::index::Index;
use super::unit::{FUNCTION, PERSON, TIME, Unit, simple, unit_end};
use crate::answer::{Answer, Entity, EntityId, EntityType, Mention, Span};
use crate::lexicon::class::NounKind;
use crate::lexicon::{Class, ClassSet, Form, Known, Sense};
use crate::options::Names;
use crate::reading::Analysis;
use crate::text::{Shape, TokenKind};

/// How sure a mention must be for its name to be found in compounds too.
const SURE: f32 = 0.8;
/// How many tokens a name may have inside a compound, and how many of them before it: "New York-based".
const LONGEST: usize = 6;
const BEFORE: usize = 3;
/// An unknown word of so many letters is a compound itself, and no name.
const LONG: usize = 8;
/// No noun has more bytes.
const LONGEST_NOUN: usize = 64;

/// What a name of one word is besides, so that its capital says little.
const OTHER: ClassSet =
    ClassSet::of(&[Class::GivenName, Class::Surname, Class::NameWord, Class::GivenWord, Class::Misc, Class::Person]);
/// Words made from names of places.
const DERIVED: ClassSet = ClassSet::of(&[Class::PlaceAdjective, Class::Demonym]);
/// What a compound is as a whole that is a name or made from one: "EU-Kommission", "US-Dollar", "US-amerikanisch".
const WHOLE: ClassSet = NAMES.with(DERIVED).or(&[Class::Currency]);
/// What the last word of a compound is that says what kind of thing the compound names.
const NOUNS: ClassSet = HEADS.or(&[
    Class::Noun,
    Class::NounEnding,
    Class::Role,
    Class::Title,
    Class::Medium,
    Class::TimeUnit,
    Class::DayPart,
]);
/// Nouns behind which a compound may be the name of a body, building or street.
const HEADS: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead]);
/// Nouns for what a person is or does.
const ROLES: ClassSet = ClassSet::of(&[Class::Role, Class::Title]);

/// The subtypes of sports clubs and of countries.
const CLUB: &str = "club";
const COUNTRY: &str = "country";
/// Concepts of bodies that are called by who leads them: "Merkel-Regierung".
const GOVERNMENT: &[&str] = &["government"];

/// A name inside a compound.
#[derive(Clone, Debug)]
pub(super) struct Part<'t> {
    pub span: Span,
    pub kind: EntityType,
    /// The entity that the text names elsewhere by the same form.
    pub entity: Option<EntityId>,
    /// The dictionary entry that it is an occurrence of, where there is no such entity.
    pub sense: Option<Sense>,
    pub subtype: Option<Cow<'t, str>>,
    pub confidence: f32,
    /// All capitals, and so no other word.
    acronym: bool,
    country: bool,
}

/// The names that are parts of compounds, in the order of the text. Linear in the tokens.
pub(super) fn find<'t>(analysis: &Analysis<'_, 't>, answer: &Answer<'t>, how: Names) -> Vec<Part<'t>> {
    let (forms, mut parts) = (LazyCell::new(|| forms(&answer.mentions, &answer.entities)), Vec::new());
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let (mut at, end) = (sentence.tokens.start as usize, sentence.tokens.end as usize);
        if analysis.tokens[at..end].iter().all(|token| token.kind != TokenKind::Hyphen) {
            continue;
        }
        let site = Site { analysis, mentions: &answer.mentions, forms: &forms, how, number, start: at };
        while at < end {
            let until = unit_end(analysis, at, end);
            if until > at + 1 {
                site.read(at..until, &mut parts);
            }
            at = until;
        }
    }
    parts
}

/// The forms of names that may stand inside compounds, each with a mention of who or what it is; `None` where that is not
/// certain.
type Forms<'m, 't> = Index<&'m str, Option<&'m Mention<'t>>>;

/// Names as they stand, and surnames; of persons only those who are named in full. A word of a club's name is no town for
/// certain.
fn forms<'m, 't>(mentions: &'m [Mention<'t>], entities: &[Entity<'t>]) -> Forms<'m, 't> {
    let several = |name: &str| name.contains(char::is_whitespace);
    let in_full = |mention: &Mention<'_>| {
        let entity = &entities[mention.entity.0 as usize];
        several(&entity.name) || entity.aliases.iter().any(|alias| several(alias)) || entity.reference.is_some()
    };
    let mut rows: Vec<(&str, Option<&Mention<'_>>)> = Vec::with_capacity(mentions.len());
    for mention in mentions.iter().filter(|mention| mention.confidence >= SURE) {
        let person = mention.kind == EntityType::Per;
        rows.push((&mention.text, Some(mention).filter(|mention| !person || in_full(mention))));
        let words = || mention.text.split(char::is_whitespace);
        if person {
            rows.extend(words().skip(1).last().map(|surname| (surname, Some(mention))));
        } else if mention.subtype.as_deref() == Some(CLUB) && several(&mention.text) {
            rows.extend(words().map(|word| (word, None)));
        }
    }
    let mut forms = Index::new(rows.clone());
    let entity = |mention: Option<&Mention<'_>>| mention.map(|mention| mention.entity);
    for (form, mention) in rows {
        if let Some(known) = forms.get_mut(form).filter(|known| entity(**known) != entity(mention)) {
            *known = None;
        }
    }
    forms
}

/// What is known where a compound stands.
struct Site<'s, 'a, 't> {
    analysis: &'s Analysis<'a, 't>,
    mentions: &'s [Mention<'t>],
    forms: &'s Forms<'s, 't>,
    how: Names,
    /// The sentence, and its first token.
    number: usize,
    start: usize,
}

impl<'t> Site<'_, '_, 't> {
    /// Finds the names in a compound.
    fn read(&self, compound: Range<usize>, parts: &mut Vec<Part<'t>>) {
        let analysis = self.analysis;
        let Range { start, mut end } = compound.clone();
        let hyphen = |at: &usize| analysis.kind(*at) == TokenKind::Hyphen;
        // "SPD- und CDU-Politiker": the last word stands elsewhere.
        let open = hyphen(&(end - 1));
        end -= usize::from(open);
        let Some(last) = (start..end).rfind(hyphen).map(|hyphen| hyphen + 1).or(open.then_some(end + 1)) else {
            return;
        };
        let capital = |at: usize| analysis.shape(at) != Shape::Lower && analysis.kind(at) == TokenKind::Word;
        if open && !self.goes_on(end + 1) || !(start..end).any(capital) || self.is_name(start..compound.end) {
            return;
        }
        let first = parts.len();
        if !self.read_front(start..if open { end } else { last - 1 }, parts) {
            return parts.truncate(first);
        }
        let front = &parts[first..];
        let small = || analysis.shape(start) == Shape::Lower || !self.nouns_have_capitals() && start == self.start;
        let stays = if open {
            front.iter().all(|part| part.kind == EntityType::Org || part.country)
        } else if front.is_empty() {
            // "anti-Trump", "ex-Google"
            parts.extend(self.name(last..end).filter(|_| small()));
            true
        } else if let Some(part) = self.name(last..end).filter(|_| capital(last)) {
            // "the US-China deal"
            let countries = part.country && front.iter().all(|part| part.country);
            parts.push(part);
            countries
        } else {
            front.iter().all(|part| self.fits(part, last..end))
        };
        if !stays {
            parts.truncate(first);
        }
    }

    /// Finds the names before the last hyphen of a compound; false where something else stands there than names and
    /// ordinary words.
    fn read_front(&self, front: Range<usize>, parts: &mut Vec<Part<'t>>) -> bool {
        let mut at = front.start;
        while at < front.end {
            at = if let Some((part, end)) = self.longest(&front, at) {
                parts.push(part);
                end + 1
            } else if self.is_word(at, front.start) {
                at + 2
            } else {
                return false;
            };
        }
        true
    }

    /// The longest name that begins at a token of a compound, or before it where that is its first, with where it ends.
    fn longest(&self, front: &Range<usize>, at: usize) -> Option<(Part<'t>, usize)> {
        let hyphen = |end: &usize| self.analysis.kind(*end) == TokenKind::Hyphen;
        let ends = (at + 1..=front.end.min(at + LONGEST)).filter(hyphen);
        if at > front.start {
            return ends.rev().find_map(|end| Some((self.name(at..end)?, end)));
        }
        let (near, before) = (ends.clone().next()?, BEFORE.min(at - self.start));
        let begins = |start: &usize| self.analysis.shape(*start) != Shape::Lower;
        let farther = (at - before..at).filter(begins).find_map(|start| self.name(start..near));
        if let Some(part) = farther.filter(|part| !self.is_taken(part.span)) {
            return Some((part, near));
        }
        let (part, end) = ends.rev().find_map(|end| Some((self.name(at..end)?, end)))?;
        (part.acronym || !self.goes_before(at)).then_some((part, end))
    }

    /// Whether a compound whose last word is left out goes on at a token.
    fn goes_on(&self, at: usize) -> bool {
        self.analysis.is(at, Class::Coordinator) || matches!(self.analysis.word(at), "," | "/")
    }

    /// Whether a compound is a name as a whole, stands in one, or is made from one.
    fn is_name(&self, tokens: Range<usize>) -> bool {
        let whole = |sense: &Sense| WHOLE.has(sense.class) && usize::from(sense.length) == tokens.len();
        self.is_taken(self.analysis.span(tokens.clone())) || self.analysis.senses(tokens.start).iter().any(whole)
    }

    /// Whether a mention lies over some of the text.
    fn is_taken(&self, span: Span) -> bool {
        let at = self.mentions.partition_point(|mention| mention.span.end <= span.start);
        self.mentions.get(at).is_some_and(|mention| mention.span.start < span.end)
    }

    /// Whether the word before a compound may be the first of a longer name that no dictionary knows.
    fn goes_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| *before > self.start) else {
            return false;
        };
        let unit = self.unit(before);
        unit.is_word()
            && unit.capital()
            && !unit.is_any(FUNCTION.with(TIME).with(DERIVED))
            && !(self.nouns_have_capitals() && unit.ordinary())
            && !self.is_taken(self.analysis.span(before..at))
    }

    /// Whether a word that is not the last of its compound is an ordinary one: "Ex-", "Nicht-", "non-".
    fn is_word(&self, at: usize, first: usize) -> bool {
        let (unit, word) = (self.unit(at), self.analysis.word(at));
        unit.is_word()
            && self.analysis.kind(at + 1) == TokenKind::Hyphen
            && word.len() > 1
            && !unit.is_any(NAMES.with(PERSON).or(&[Class::NameParticle]))
            && (at == first || !unit.function())
            && (unit.shape == Shape::Lower || unit.ordinary() || self.analysis.is_listed(at))
    }

    /// Whether a name can stand before the last word of a compound that is no name.
    fn fits(&self, part: &Part<'_>, last: Range<usize>) -> bool {
        let (unit, word) = (self.unit(last.start), self.analysis.word(last.start));
        if !unit.is_word() || last.len() > 1 || unit.is_any(DERIVED) {
            return false;
        }
        if unit.shape == Shape::Lower || !self.nouns_have_capitals() {
            return unit.shape == Shape::Lower;
        }
        let named = unit.is_any(NAMES.with(PERSON));
        let surname = part.kind == EntityType::Per && (named || unit.is(Class::NameWord));
        // "Bayern-Trainer": a town's name stands for its club there.
        let town = part.kind == EntityType::Loc && !part.country && !part.acronym;
        let club = town && (unit.is_any(ROLES) || self.has_noun(&unit, |kind, _| kind == Some(NounKind::Person)));
        let known = || part.acronym && word.len() >= LONG || !town && self.known(last.start).is_some();
        !surname
            && !club
            && (unit.is_any(NOUNS) || !named && known())
            && (part.acronym || !unit.is_any(HEADS) || self.fits_head(part, &unit))
    }

    /// Whether a compound of a name with a noun for a body or place is no name itself: "Siemens-Konzern", "Syrien-Konferenz",
    /// not "Merkel-Stiftung", "Berlin-Straße".
    fn fits_head(&self, part: &Part<'_>, head: &Unit) -> bool {
        let (person, organisation) = (part.kind == EntityType::Per, part.kind == EntityType::Org);
        organisation && !head.is(Class::PlaceHead)
            || self.has_noun(head, |kind, sense| {
                kind == Some(NounKind::Event) || person && self.analysis.means(sense, GOVERNMENT)
            })
    }

    fn has_noun(&self, unit: &Unit, fits: impl Fn(Option<NounKind>, Sense) -> bool) -> bool {
        let mut nouns = self.analysis.senses_of(unit.start as usize, Class::Noun);
        nouns.any(|sense| fits(self.analysis.noun_kind(*sense), *sense))
    }

    /// The name that some tokens are.
    fn name(&self, tokens: Range<usize>) -> Option<Part<'t>> {
        let analysis = self.analysis;
        let unit = self.unit(tokens.start);
        if !unit.is_word() {
            return None;
        }
        let span = analysis.span(tokens.clone());
        let text = span.of(analysis.text);
        let single = tokens.len() == 1;
        let capitals = single && text.len() > 1 && !text.contains(char::is_lowercase);
        // "IG-Metall-Chef": a name of several words has hyphens for blanks there.
        let blanks = (!single && text.contains('-')).then(|| text.replace('-', " "));
        let function = single && unit.is_any(FUNCTION.with(TIME));
        let says_little = self.nouns_have_capitals() || self.opens(tokens.start);
        let common = single && unit.common() && says_little;
        let plain = unit.shape == Shape::Lower || !capitals && (function || common);
        let get = || self.forms.get(text).or_else(|| self.forms.get(blanks.as_deref()?));
        if let Some(mention) = if plain { None } else { get() } {
            let mention = (*mention)?;
            return Some(Part {
                span,
                kind: mention.kind,
                entity: Some(mention.entity),
                sense: None,
                subtype: mention.subtype.clone(),
                confidence: mention.confidence,
                acronym: capitals,
                country: mention.subtype.as_deref() == Some(COUNTRY),
            });
        }

        let (sense, own) = self.entry(tokens.clone(), blanks.as_deref())?;
        let (kind, country, short) = (kind(sense.class), sense.class == Class::Country, sense.form.has(Form::SHORT));
        let noun = || says_little && self.known(tokens.start) == Some(Known::Noun);
        let doubtful = match kind {
            _ if own || !single || capitals && short => false,
            _ if function || !capitals && short && (text.len() <= 2 || noun()) => true,
            EntityType::Loc if country => common,
            EntityType::Loc => common || unit.is_any(OTHER) || capitals || unit.shape == Shape::Lower,
            _ => common || unit.is_any(OTHER) || text.len() < LONG && noun(),
        };
        (!doubtful).then(|| Part {
            span,
            kind,
            entity: None,
            sense: Some(sense),
            subtype: analysis.tag(sense),
            confidence: if own { 0.99 } else { 0.85 },
            acronym: capitals && (own || short),
            country,
        })
    }

    /// The dictionary entry that some tokens name, also with blanks for their hyphens, and whether it is a user's.
    fn entry(&self, tokens: Range<usize>, blanks: Option<&str>) -> Option<(Sense, bool)> {
        let analysis = self.analysis;
        let builtin = analysis.lexicons_of(self.number).last().map(|(number, _)| *number);
        let stands = analysis.senses(tokens.start).iter().filter(|sense| usize::from(sense.length) == tokens.len());
        let folded = blanks.into_iter().flat_map(|text| analysis.senses_for(self.number, text));
        let names = stands.copied().chain(folded);
        let mut best: Option<Sense> = None;
        for sense in names.filter(|sense| NAMES.has(sense.class) && !sense.form.has(Form::GENITIVE)) {
            if Some(sense.lexicon) != builtin {
                return Some((sense, true));
            }
            // What names both a place and an organisation is neither for certain.
            if best.is_some_and(|best| kind(best.class) != kind(sense.class)) {
                return None;
            }
            best = best.filter(|_| sense.class != Class::Country).or(Some(sense));
        }
        best.filter(|_| self.how != Names::Own).map(|sense| (sense, false))
    }

    /// Whether any word has a capital at a token.
    fn opens(&self, token: usize) -> bool {
        let before =
            token.checked_sub(1).filter(|before| *before >= self.start).map(|before| self.analysis.kind(before));
        !matches!(before, Some(TokenKind::Word | TokenKind::Number | TokenKind::Hyphen))
    }

    /// A word by itself.
    fn unit(&self, token: usize) -> Unit {
        let analysis = self.analysis;
        simple(analysis, token, &analysis.tokens[token], &analysis.lexed.lexeme(token), token == self.start)
    }

    /// What a word is among the words of its language.
    fn known(&self, token: usize) -> Option<Known> {
        (self.analysis.word(token).len() <= LONGEST_NOUN).then(|| self.analysis.known(token))?
    }

    fn nouns_have_capitals(&self) -> bool {
        self.analysis.profile(self.number).capital_nouns
    }
}
