//! One sentence as the rules see it: nothing outside of it can be seen.

use std::ops::Range;

use super::Analysis;
use crate::answer::Span;
use crate::lang::{Lang, Profile};
use crate::lexicon::class::{Adposition, Closed, Coordinator};
use crate::lexicon::{Class, ClassSet, Form, Lexeme, Sense};
use crate::text::{Shape, Token, TokenKind};

/// A sentence of an analysis. Every method answers "nothing" for a token outside of it.
#[derive(Clone, Copy)]
pub(crate) struct Sentence<'a, 't> {
    pub analysis: &'a Analysis<'a, 't>,
    /// The sentence's tokens with their classes.
    tokens: &'a [Token],
    lexemes: &'a [Lexeme],
    pub start: usize,
    pub end: usize,
    pub lang: Option<Lang>,
    pub profile: &'static Profile,
    /// The sentence's place in the document.
    pub number: usize,
}

impl<'a, 't> Sentence<'a, 't> {
    /// The sentence by its place in the document.
    #[inline]
    pub(crate) fn new(analysis: &'a Analysis<'a, 't>, number: usize) -> Option<Sentence<'a, 't>> {
        let tokens = &analysis.sentences.get(number)?.tokens;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        let profile = analysis.profile(number);
        Some(Sentence {
            analysis,
            tokens: analysis.tokens.get(start..end)?,
            lexemes: analysis.lexed.lexemes(start..end),
            start,
            end,
            lang: profile.lang,
            profile,
            number,
        })
    }

    /// A token of the sentence.
    #[inline]
    pub(crate) fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at.wrapping_sub(self.start))
    }

    /// The first token from one on that is as asked for, by what it is and what the lexicons say of it.
    #[inline]
    pub(crate) fn find(&self, from: usize, fits: impl Fn(&Token, &Lexeme) -> bool) -> Option<usize> {
        let first = from.wrapping_sub(self.start);
        let mut rest = self.tokens.get(first..)?.iter().zip(self.lexemes.get(first..)?);
        rest.position(|(token, lexeme)| fits(token, lexeme)).map(|offset| from + offset)
    }

    /// The token right before one.
    #[inline]
    pub(crate) fn before(&self, at: usize) -> Option<usize> {
        at.checked_sub(1).filter(|before| *before >= self.start)
    }

    /// The classes of the senses that begin at a token.
    #[inline]
    pub(crate) fn classes(&self, at: usize) -> ClassSet {
        self.lexemes.get(at.wrapping_sub(self.start)).map_or(ClassSet::default(), |lexeme| lexeme.classes)
    }

    pub(crate) fn is(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    pub(crate) fn is_any(&self, at: usize, classes: ClassSet) -> bool {
        self.classes(at).has_any(classes)
    }

    /// The text of a token.
    pub(crate) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.analysis.slice(token.start, token.end))
    }

    /// The kind of a token; a terminal outside of the sentence.
    #[inline]
    pub(crate) fn kind(&self, at: usize) -> TokenKind {
        self.token(at).map_or(TokenKind::Terminal, |token| token.kind)
    }

    pub(crate) fn shape(&self, at: usize) -> Shape {
        self.token(at).map_or(Shape::None, |token| token.shape)
    }

    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        self.analysis.span(tokens)
    }

    /// Whether a token stands right behind the one before it.
    pub(crate) fn is_tight(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|token| !token.space_before)
    }

    /// The senses that begin at a token, longest first.
    pub(crate) fn senses(&self, at: usize) -> &'a [Sense] {
        if self.token(at).is_some() { self.analysis.senses(at) } else { &[] }
    }

    /// The senses of a class at a token, longest first.
    pub(crate) fn senses_of(&self, at: usize, class: Class) -> impl Iterator<Item = &'a Sense> + use<'a> {
        let senses = if self.is(at, class) { self.analysis.senses(at) } else { &[] };
        senses.iter().filter(move |sense| sense.class == class)
    }

    /// The longest sense of a class at a token.
    pub(crate) fn sense(&self, at: usize, class: Class) -> Option<Sense> {
        self.senses_of(at, class).next().copied()
    }

    /// The value of the longest sense of a class, and the token behind it.
    pub(crate) fn value(&self, at: usize, class: Class) -> Option<(u32, usize)> {
        self.sense(at, class).map(|sense| (sense.value, sense.end(at)))
    }

    /// The value of the longest sense of a class whose values are a closed list, and the token behind it.
    pub(crate) fn meaning<V: Closed>(&self, at: usize, class: Class) -> Option<(V, usize)> {
        let (value, end) = self.value(at, class)?;
        V::from_value(value).map(|value| (value, end))
    }

    /// The forms of all senses of a class that begin at a token.
    pub(crate) fn form(&self, at: usize, class: Class) -> Form {
        self.senses_of(at, class).fold(Form::NONE, |form, sense| form.and(sense.form))
    }

    /// The longest sense of a class that ends right before a token and begins at or behind `floor`, with its start.
    pub(crate) fn sense_before(&self, at: usize, class: Class, floor: usize) -> Option<(Sense, usize)> {
        const LONGEST: usize = 5;
        let first = floor.max(self.start).max(at.saturating_sub(LONGEST));
        let lexemes = self.lexemes.get(first.wrapping_sub(self.start)..at.wrapping_sub(self.start))?;
        (first..).zip(lexemes).filter(|(_, lexeme)| lexeme.classes.has(class)).find_map(|(from, _)| {
            self.senses_of(from, class).find(|sense| sense.end(from) == at).map(|sense| (*sense, from))
        })
    }

    /// The token behind an adposition with one of the meanings.
    pub(crate) fn adposition(&self, at: usize, wanted: &[Adposition]) -> Option<usize> {
        self.senses_of(at, Class::Adposition)
            .find(|sense| Adposition::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
            .map(|sense| sense.end(at))
    }

    /// Where an adposition of one word stands right before a token, or before the article there.
    pub(crate) fn adposition_before(&self, at: usize, wanted: &[Adposition]) -> Option<usize> {
        let mut start = at;
        for _ in 0..2 {
            start = self.before(start)?;
            if self.adposition(start, wanted) == Some(start + 1) {
                return Some(start);
            }
            if !self.is(start, Class::Article) {
                return None;
            }
        }
        None
    }

    /// The token behind a coordinator with one of the meanings.
    pub(crate) fn coordinator(&self, at: usize, wanted: &[Coordinator]) -> Option<usize> {
        self.senses_of(at, Class::Coordinator)
            .find(|sense| Coordinator::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
            .map(|sense| sense.end(at))
    }

    /// The end of an abbreviation without the full stop that ends the sentence too.
    pub(crate) fn without_stop(&self, end: usize) -> usize {
        if end > self.start && self.kind(end - 1) == TokenKind::Terminal { end - 1 } else { end }
    }

    /// Whether tokens are all that the sentence says: a headline, a table's cell.
    pub(crate) fn is_whole(&self, tokens: Range<usize>) -> bool {
        tokens.start == self.start
            && (tokens.end == self.end || self.kind(tokens.end) == TokenKind::Terminal && tokens.end + 1 == self.end)
    }

    /// "Runde *12*", "flight *12*": whether what stands right before a number says that it tells one of many apart.
    pub(crate) fn is_label(&self, number: usize) -> bool {
        self.before(number)
            .is_some_and(|before| self.is(before, Class::Numbered) && !self.form(before, Class::Noun).is_only_plural())
    }

    /// Whether a token is a hyphen that joins its neighbours.
    pub(crate) fn is_joint(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Hyphen && self.is_tight(at) && self.is_tight(at + 1)
    }

    pub(crate) fn is_comma(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Separator && self.word(at) == ","
    }

    pub(crate) fn is_dash(&self, at: usize) -> bool {
        matches!(self.kind(at), TokenKind::Hyphen | TokenKind::Dash)
    }

    pub(crate) fn is_slash(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Symbol && self.word(at) == "/"
    }

    /// Whether a token is a word that begins with a capital.
    pub(crate) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == TokenKind::Word && matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed)
        })
    }

    /// Whether a word has a capital that makes a noun of it.
    pub(crate) fn has_noun_capital(&self, at: usize) -> bool {
        self.profile.capital_nouns && self.is_capital(at)
    }

    /// Whether a word has a capital that only a name has, or what begins a sentence.
    pub(crate) fn has_name_capital(&self, at: usize) -> bool {
        !self.profile.capital_nouns && self.is_capital(at)
    }
}
