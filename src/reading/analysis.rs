//! What the first two stages hand to the rest: tokens and sentences of a text, with the classes of every token.
#![allow(clippy::indexing_slicing, reason = "a sense numbers one of the lexicons that it was looked up in")]

use std::ops::Range;

use std::borrow::Cow;
use std::sync::Arc;

use super::Memory;
use crate::answer::{Phrase, Span};
use crate::lang::{Lang, Profile};
use crate::lexicon::class::{
    Adposition, Auxiliary, Commitment, Coordinator, NounKind, Pronoun, Subordinator, UnitKind, VerbKind,
};
use crate::lexicon::gazetteer::{self, Found, Reference};
use crate::lexicon::groups;
use crate::lexicon::{Class, ClassSet, Entry, Form, Kind, Known, Lexed, Lexicon, Lexicons, Sense, Vocabulary, commits};
use crate::text::{Index, Sentence, Shape, Token, TokenKind};

/// How many bytes a phrase or name may have that the answer shows: one that is longer was not read well, and many facts
/// may show the same. The longest in news have fewer.
pub(crate) const LONGEST_PHRASE: u32 = 256;

/// A text with its tokens, sentences and classes. Indices of tokens count over the whole document.
#[derive(Clone, Copy)]
pub(crate) struct Analysis<'a, 't> {
    pub text: &'t str,
    pub tokens: &'a [Token],
    pub sentences: &'a [Sentence],
    pub index: &'a Index,
    /// The language of each sentence.
    pub profiles: &'a [&'static Profile],
    pub lexed: Lexed<'a>,
    pub lexicons: &'a Lexicons,
    /// The names of users' dictionaries, in the order of the text.
    pub own: &'a [Found],
    /// The noun phrases that were read already.
    pub phrases: &'a Memory,
}

impl<'a, 't> Analysis<'a, 't> {
    /// The text of a token; empty past the end.
    pub(crate) fn word(&self, token: usize) -> &'t str {
        self.tokens.get(token).map_or("", |token| self.slice(token.start, token.end))
    }

    /// The byte span over a range of tokens; empty where the range is.
    pub(crate) fn span(&self, tokens: std::ops::Range<usize>) -> Span {
        match (self.tokens.get(tokens.start), self.tokens.get(tokens.end.wrapping_sub(1))) {
            (Some(first), Some(last)) => Span::new(first.start, last.end),
            _ => Span::default(),
        }
    }

    /// A piece of text as the answer shows it: none where it is empty, or too long for a phrase.
    pub(crate) fn phrase(&self, span: Span) -> Option<Phrase<'t>> {
        let fits = !span.is_empty() && span.len() <= LONGEST_PHRASE;
        fits.then(|| Phrase { span, text: span.of(self.text).into() })
    }

    /// The text under a span of bytes.
    pub(crate) fn slice(&self, start: u32, end: u32) -> &'t str {
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// The language of a sentence, if it is one that rules can name.
    pub(crate) fn lang(&self, sentence: usize) -> Option<Lang> {
        self.profile(sentence).lang
    }

    /// The grammar of a sentence's language.
    pub(crate) fn profile(&self, sentence: usize) -> &'static Profile {
        self.profiles.get(sentence).copied().unwrap_or(Lang::En.profile())
    }

    /// The lexicons of a sentence with their numbers, the ones that outrank others first.
    pub(crate) fn lexicons_of(&self, sentence: usize) -> &'a [(u8, Arc<Lexicon>)] {
        self.profiles.get(sentence).map_or(&[], |profile| self.lexicons.of(profile))
    }

    /// Whether a token is the first of its sentence.
    pub(crate) fn begins_sentence(&self, token: usize) -> bool {
        let sentence = self.sentences.get(self.sentence_of(token));
        sentence.is_some_and(|sentence| sentence.tokens.start as usize == token)
    }

    /// Whether a word may have a capital for its place alone: the first of its sentence, or behind a dash or a colon, also in
    /// quotation marks there; not in a title within the sentence.
    pub(crate) fn takes_capital(&self, token: usize) -> bool {
        let quote = |at: usize| matches!(self.kind(at), TokenKind::Quote | TokenKind::Open);
        let first = if token > 0 && quote(token - 1) { token - 1 } else { token };
        let parts = |before: usize| self.kind(before) == TokenKind::Dash || self.word(before) == ":";
        self.begins_sentence(token) || self.begins_sentence(first) || first.checked_sub(1).is_some_and(parts)
    }

    /// Whether any sense that begins at a token has the class.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.lexed.classes(token).has(class)
    }

    /// Whether any sense that begins at a token has one of the classes.
    pub(crate) fn is_any(&self, token: usize, classes: ClassSet) -> bool {
        self.lexed.classes(token).has_any(classes)
    }

    /// The senses that begin at a token, longest first.
    pub(crate) fn senses(&self, token: usize) -> &'a [Sense] {
        self.lexed.senses(token)
    }

    /// The senses with the class that begin at a token, longest first.
    #[inline]
    pub(crate) fn senses_of(&self, token: usize, class: Class) -> impl Iterator<Item = &'a Sense> + use<'a> {
        // Most tokens have none, and their senses need no look.
        let senses = if self.is(token, class) { self.senses(token) } else { &[] };
        senses.iter().filter(move |sense| sense.class == class)
    }

    /// Whether a sense with the class and all marks of a form begins at a token.
    pub(crate) fn has_form(&self, token: usize, class: Class, form: Form) -> bool {
        self.senses_of(token, class).any(|sense| sense.form.has(form))
    }

    /// The longest sense with the class that begins at a token.
    pub(crate) fn sense(&self, token: usize, class: Class) -> Option<Sense> {
        self.senses_of(token, class).next().copied()
    }

    /// Behind the longest phrase of a class that begins at a token; behind the token where none does.
    pub(crate) fn behind(&self, token: usize, class: Class) -> usize {
        self.sense(token, class).map_or(token + 1, |sense| sense.end(token))
    }

    /// Whether a preposition or postposition of a meaning begins at a token.
    pub(crate) fn is_adposition(&self, token: usize, wanted: Adposition) -> bool {
        self.has_value(token, Class::Adposition, wanted as u32)
    }

    /// Whether a preposition or postposition of any of some meanings begins at a token.
    pub(crate) fn is_any_adposition(&self, token: usize, wanted: &[Adposition]) -> bool {
        let is = |sense: &Sense| wanted.iter().any(|meaning| *meaning as u32 == sense.value);
        self.senses_of(token, Class::Adposition).any(is)
    }

    /// Whether a form of an auxiliary verb begins at a token.
    pub(crate) fn is_auxiliary(&self, token: usize, wanted: Auxiliary) -> bool {
        self.has_value(token, Class::Auxiliary, wanted as u32)
    }

    /// Whether a conjunction of a meaning begins at a token.
    pub(crate) fn is_coordinator(&self, token: usize, wanted: Coordinator) -> bool {
        self.has_value(token, Class::Coordinator, wanted as u32)
    }

    /// Whether a subordinating conjunction of a meaning begins at a token.
    pub(crate) fn is_subordinator(&self, token: usize, wanted: Subordinator) -> bool {
        self.has_value(token, Class::Subordinator, wanted as u32)
    }

    /// Whether "sich" or "themselves" stands at a token.
    pub(crate) fn is_reflexive(&self, token: usize) -> bool {
        self.is_pronoun(token, Pronoun::Self_)
    }

    /// Whether a personal pronoun of a kind begins at a token.
    pub(crate) fn is_pronoun(&self, token: usize, wanted: Pronoun) -> bool {
        self.has_value(token, Class::Pronoun, wanted as u32)
    }

    /// Whether a phrase is "it" or "es" alone, or a word that points as they do.
    pub(crate) fn is_it(&self, phrase: &Range<usize>) -> bool {
        phrase.len() == 1 && self.is_pronoun(phrase.start, Pronoun::It)
    }

    /// Whether a sentence ends with a question mark.
    pub(crate) fn is_question(&self, sentence: usize) -> bool {
        let last = self.sentences.get(sentence).and_then(|sentence| (sentence.tokens.end as usize).checked_sub(1));
        last.is_some_and(|last| self.word(last).ends_with('?'))
    }

    /// Whether a token, whatever its capitals, is listed as a word of its sentence's language.
    pub(crate) fn is_listed(&self, token: usize) -> bool {
        self.lists(token, self.word(token))
    }

    /// Whether a word is listed as one of the language of a token's sentence.
    pub(crate) fn lists(&self, token: usize, word: &str) -> bool {
        self.vocabulary(token).is_some_and(|vocabulary| vocabulary.has(word))
    }

    /// A lower-case word that no dictionary tells of: only its form and what stands beside it say what it may be.
    pub(crate) fn is_unknown_word(&self, token: usize) -> bool {
        self.lexed.classes(token).has_none() && self.shape(token) == Shape::Lower && self.kind(token) == TokenKind::Word
    }

    /// What a token, whatever its capitals, is among the words of its sentence's language: listed, or made of two nouns.
    pub(crate) fn known(&self, token: usize) -> Option<Known> {
        let word = self.word(token);
        let vocabulary = self.vocabulary(token)?;
        if self.shape(token) == Shape::Lower { vocabulary.find(word) } else { vocabulary.find(&word.to_lowercase()) }
    }

    /// The words of a token's language.
    fn vocabulary(&self, token: usize) -> Option<Vocabulary> {
        self.lang(self.sentence_of(token)).map(Vocabulary::builtin)
    }

    /// Whether a token is a preposition that holds its article: "im", "am".
    pub(crate) fn holds_article(&self, token: usize) -> bool {
        let contractions = self.profile(self.sentence_of(token)).contractions;
        contractions.iter().any(|contraction| contraction.eq_ignore_ascii_case(self.word(token)))
    }

    /// Whether any sense that begins at a token has the class with the value.
    fn has_value(&self, token: usize, class: Class, value: u32) -> bool {
        self.senses_of(token, class).any(|sense| sense.value == value)
    }

    /// What the dictionaries say of a sense whose class has entries.
    #[inline(always)]
    pub(crate) fn entry(&self, sense: Sense) -> Entry<'a> {
        self.lexicons.all[usize::from(sense.lexicon)].entry(sense.value)
    }

    /// What a noun names, by its concept's kind.
    #[inline]
    pub(crate) fn noun_kind(&self, sense: Sense) -> Option<NounKind> {
        match sense.kind {
            Some(Kind::Noun(kind)) => Some(kind),
            _ => None,
        }
    }

    /// Whether a noun of a kind begins at a token.
    pub(crate) fn is_noun_of(&self, token: usize, kind: NounKind) -> bool {
        self.senses_of(token, Class::Noun).any(|sense| self.noun_kind(*sense) == Some(kind))
    }

    /// "*no longer* sells": whether a phrase begins here that denies and stands for nobody, though its first word may be a
    /// determiner.
    pub(crate) fn denies_verb(&self, token: usize) -> bool {
        let phrase = |class| self.senses_of(token, class).any(|sense| sense.length > 1);
        phrase(Class::Negation) && !phrase(Class::Pronoun) && !phrase(Class::Quantifier) && !phrase(Class::Indefinite)
    }

    /// Whether a noun of any of some kinds begins at a token.
    pub(crate) fn is_noun_of_any(&self, token: usize, kinds: &[NounKind]) -> bool {
        let is = |sense: &Sense| self.noun_kind(*sense).is_some_and(|kind| kinds.contains(&kind));
        self.senses_of(token, Class::Noun).any(is)
    }

    /// What a unit measures.
    #[inline]
    pub(crate) fn unit_kind(&self, sense: Sense) -> Option<UnitKind> {
        match sense.kind {
            Some(Kind::Unit(kind)) => Some(kind),
            _ => None,
        }
    }

    /// What a verb does, by its concept's kind.
    #[inline]
    pub(crate) fn verb_kind(&self, sense: Sense) -> Option<VerbKind> {
        match sense.kind {
            Some(Kind::Verb(kind)) => Some(kind),
            _ => None,
        }
    }

    /// Whether a noun of one of the concepts begins at a token.
    pub(crate) fn is_concept(&self, token: usize, concepts: &[&str]) -> bool {
        self.sense(token, Class::Noun).is_some_and(|sense| self.means(sense, concepts))
    }

    /// Whether a sense is one of the concepts.
    pub(crate) fn means(&self, sense: Sense, concepts: &[&str]) -> bool {
        concepts.contains(&self.entry(sense).id)
    }

    /// Whether the words of a sense's concept stand so far behind what hangs on them.
    pub(crate) fn commits(&self, sense: Sense, wanted: &[Commitment]) -> bool {
        commits(self.entry(sense).id, wanted)
    }

    /// Whether a noun stands so far behind what hangs on it as any of some commitments say.
    pub(crate) fn noun_commits(&self, token: usize, wanted: &[Commitment]) -> bool {
        self.sense(token, Class::Noun).is_some_and(|sense| self.commits(sense, wanted))
    }

    /// The dictionary that a user's name stands in.
    pub(crate) fn dictionary(&self, reference: Reference) -> Option<&'a gazetteer::Dictionary> {
        self.lexicons.names.get(usize::from(reference.dictionary))
    }

    /// The base form that the dictionaries give for a sense.
    pub(crate) fn lemma(&self, sense: Sense) -> Cow<'static, str> {
        self.lexicons.all[usize::from(sense.lexicon)].lasting(sense.value, |entry| entry.lemma)
    }

    /// The concept, code or reference that the dictionaries give for a sense.
    pub(crate) fn id(&self, sense: Sense) -> Option<Cow<'static, str>> {
        let id = self.lexicons.all[usize::from(sense.lexicon)].lasting(sense.value, |entry| entry.id);
        (!id.is_empty()).then_some(id)
    }

    /// The kind or subtype that the dictionaries give for a sense.
    pub(crate) fn tag(&self, sense: Sense) -> Option<Cow<'static, str>> {
        let tag = self.lexicons.all[usize::from(sense.lexicon)].lasting(sense.value, |entry| entry.tag);
        (!tag.is_empty()).then_some(tag)
    }

    /// Tokens that belong together, joined by blanks: the text itself where they stand so.
    pub(crate) fn joined(&self, tokens: &[usize]) -> Cow<'t, str> {
        let (first, last) = match tokens {
            [] => return Cow::Borrowed(""),
            [token] => return Cow::Borrowed(self.word(*token)),
            [first, .., last] => (first, last),
        };
        let neighbours = |pair: &[usize]| match pair {
            [one, next] => one + 1 == *next && self.between(*one) == " ",
            _ => false,
        };
        if tokens.windows(2).all(neighbours) {
            return Cow::Borrowed(self.span(*first..last + 1).of(self.text));
        }
        let length: usize = tokens.iter().map(|token| self.word(*token).len()).sum();
        let mut text = String::with_capacity(length + tokens.len());
        for (at, token) in tokens.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(self.word(*token));
        }
        Cow::Owned(text)
    }

    /// The text between a token and the next one.
    fn between(&self, token: usize) -> &'t str {
        match (self.tokens.get(token), self.tokens.get(token + 1)) {
            (Some(one), Some(next)) => self.slice(one.end, next.start),
            _ => "",
        }
    }

    /// The longest prefix of a word that a sentence's lexicons know with a class: its bytes and value.
    pub(crate) fn prefix(&self, sentence: usize, word: &str, class: Class) -> Option<(usize, u32)> {
        let lexicons = self.lexicons_of(sentence).iter();
        lexicons.filter_map(|(_, lexicon)| lexicon.prefix(word, class)).max_by_key(|found| found.0)
    }

    /// The first sense with a class that a sentence's lexicons give for a word as a whole.
    pub(crate) fn lookup(&self, sentence: usize, word: &str, class: Class) -> Option<u32> {
        let mut lexicons = self.lexicons_of(sentence).iter();
        lexicons.find_map(|(_, lexicon)| lexicon.lookup(word).find(|(known, ..)| *known == class).map(|found| found.2))
    }

    /// The senses that a sentence's lexicons give for a phrase as a whole, however it stands in the text.
    pub(crate) fn senses_for<'p>(&self, sentence: usize, phrase: &'p str) -> impl Iterator<Item = Sense> + use<'a, 'p> {
        self.lexicons_of(sentence).iter().flat_map(move |(number, lexicon)| {
            let sense = |(class, form, value)| Sense { class, length: 0, lexicon: *number, kind: None, form, value };
            lexicon.lookup(phrase).map(sense)
        })
    }

    /// "Bavaria's streets", not "it's": a clitic behind a noun marks the owner.
    pub(crate) fn is_possessive(&self, token: usize, sentence_start: usize) -> bool {
        const NO_OWNER: ClassSet = groups::PRONOMINAL.or(&[Class::Adverb, Class::Interrogative]);
        // "Miller's The Road to Leeds", but "it's the road"
        let article = |at: usize| self.is(at, Class::Article) && self.shape(at) == Shape::Lower;
        !self.space_before(token)
            && token > sentence_start
            && self.word(token).chars().count() == 2
            && !self.is_any(token - 1, NO_OWNER)
            && !self.is(token + 1, Class::Negation)
            && !article(token + 1)
            && self.word(token).ends_with(['s', 'S'])
    }

    /// The kind of a token; a terminal past the end, so that rules stop there.
    pub(crate) fn kind(&self, token: usize) -> TokenKind {
        self.tokens.get(token).map_or(TokenKind::Terminal, |token| token.kind)
    }

    /// The letter case of a token.
    pub(crate) fn shape(&self, token: usize) -> Shape {
        self.tokens.get(token).map_or(Shape::None, |token| token.shape)
    }

    /// Whether white space stands before a token.
    pub(crate) fn space_before(&self, token: usize) -> bool {
        self.tokens.get(token).is_none_or(|token| token.space_before)
    }

    /// The token that holds a byte, or the next one.
    pub(crate) fn token_at(&self, byte: u32) -> usize {
        self.index.token_at(self.tokens, byte)
    }

    /// The tokens under a span of bytes.
    pub(crate) fn tokens_of(&self, span: Span) -> std::ops::Range<usize> {
        let end = self.token_at(span.end);
        let cut = self.tokens.get(end).is_some_and(|token| token.start < span.end);
        self.token_at(span.start)..end + usize::from(cut)
    }

    /// The sentence that holds a token, by its place in `sentences`.
    pub(crate) fn sentence_of(&self, token: usize) -> usize {
        self.index.sentence_of(token).unwrap_or(self.sentences.len())
    }
}
