//! One sentence, as the figure rules look at it: nothing outside of it can be seen.

use std::ops::Range;

use crate::answer::Span;
use crate::lang::Profile;
use crate::lexicon::class::{Adposition, Coordinator, NounKind, UnitKind, VerbKind};
use crate::lexicon::{Class, ClassSet, Lexeme, Sense};
use crate::reading::Analysis;
use crate::text::{Shape, Token, TokenKind};

/// The length of the shortest word that goes on from a number word without being in a dictionary: "elftägig".
pub(super) const SHORTEST: usize = 9;

/// A sentence of an analysis. Every method answers "nothing" for a token outside of it.
#[derive(Clone, Copy)]
pub(super) struct Scope<'x, 'a, 't> {
    pub analysis: &'x Analysis<'a, 't>,
    /// The sentence's tokens with their classes.
    tokens: &'a [Token],
    lexemes: &'a [Lexeme],
    pub start: usize,
    pub end: usize,
    pub profile: &'static Profile,
    /// The sentence's place in the document.
    pub sentence: usize,
}

impl<'x, 'a, 't> Scope<'x, 'a, 't> {
    /// The sentence by its place in the document.
    pub(super) fn new(analysis: &'x Analysis<'a, 't>, sentence: usize) -> Option<Scope<'x, 'a, 't>> {
        let tokens = &analysis.sentences.get(sentence)?.tokens;
        let (start, end) = (tokens.start as usize, tokens.end as usize);
        Some(Scope {
            analysis,
            tokens: analysis.tokens.get(start..end)?,
            lexemes: analysis.lexed.lexemes(start..end),
            start,
            end,
            profile: analysis.profile(sentence),
            sentence,
        })
    }

    fn inside(&self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }

    /// A token of the sentence.
    fn token(&self, at: usize) -> Option<&'a Token> {
        self.tokens.get(at.wrapping_sub(self.start))
    }

    /// The classes of the senses that begin at a token.
    pub(super) fn classes(&self, at: usize) -> ClassSet {
        self.lexemes.get(at.wrapping_sub(self.start)).map_or(ClassSet::default(), |lexeme| lexeme.classes)
    }

    /// The text of a token.
    pub(super) fn word(&self, at: usize) -> &'t str {
        self.token(at).map_or("", |token| self.analysis.slice(token.start, token.end))
    }

    /// The first token from one on that could begin a figure: by its classes, as a number or mark, as a long word where
    /// numbers make words, or as a word that begins with a digit. Every other token costs only this look.
    pub(super) fn next_start(&self, from: usize, starts: ClassSet) -> Option<usize> {
        let first = from.wrapping_sub(self.start);
        let shortest = if self.profile.number_compounds { SHORTEST as u32 } else { u32::MAX };
        let text = self.analysis.text.as_bytes();
        let tokens = self.tokens.get(first..)?.iter().zip(self.lexemes.get(first..)?);
        let mut rest = tokens.enumerate();
        let found = rest.find(|(_, (token, lexeme))| match token.kind {
            TokenKind::Word => {
                lexeme.classes.has_any(starts)
                    || token.end - token.start >= shortest
                    || text.get(token.start as usize).is_some_and(u8::is_ascii_digit)
            }
            TokenKind::Number | TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash => true,
            _ => false,
        });
        found.map(|(offset, _)| from + offset)
    }

    /// How many bytes a token has.
    pub(super) fn length(&self, at: usize) -> usize {
        self.token(at).map_or(0, |token| (token.end - token.start) as usize)
    }

    /// Whether a token's first character is a digit.
    pub(super) fn starts_with_digit(&self, at: usize) -> bool {
        self.token(at)
            .and_then(|token| self.analysis.text.as_bytes().get(token.start as usize))
            .is_some_and(u8::is_ascii_digit)
    }

    pub(super) fn kind(&self, at: usize) -> TokenKind {
        self.token(at).map_or(TokenKind::Terminal, |token| token.kind)
    }

    pub(super) fn shape(&self, at: usize) -> Shape {
        self.token(at).map_or(Shape::None, |token| token.shape)
    }

    pub(super) fn span(&self, tokens: Range<usize>) -> Span {
        self.analysis.span(tokens)
    }

    /// Whether a token follows its neighbour without a space.
    pub(super) fn glued(&self, at: usize) -> bool {
        at > self.start && self.token(at).is_some_and(|token| !token.space_before)
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    pub(super) fn is_any(&self, at: usize, classes: ClassSet) -> bool {
        self.classes(at).has_any(classes)
    }

    /// The senses of a token that end inside the sentence, longest first.
    pub(super) fn senses(&self, at: usize) -> impl Iterator<Item = &'a Sense> + use<'a> {
        let (senses, end) = if self.inside(at) { (self.analysis.senses(at), self.end) } else { (&[][..], 0) };
        senses.iter().filter(move |sense| at + usize::from(sense.length) <= end)
    }

    /// The senses of a class at a token that end inside the sentence, longest first.
    pub(super) fn senses_of(&self, at: usize, class: Class) -> impl Iterator<Item = &'a Sense> + use<'a> {
        let end = if self.inside(at) { self.end } else { 0 };
        self.analysis.senses_of(at, class).filter(move |sense| at + usize::from(sense.length) <= end)
    }

    /// The longest sense of a class at a token.
    pub(super) fn sense(&self, at: usize, class: Class) -> Option<Sense> {
        self.senses_of(at, class).next().copied()
    }

    /// The value of the longest sense of a class, and the token behind it.
    pub(super) fn value(&self, at: usize, class: Class) -> Option<(u32, usize)> {
        self.sense(at, class).map(|sense| (sense.value, at + usize::from(sense.length)))
    }

    /// The end of an abbreviation without the full stop that ends the sentence too.
    pub(super) fn without_stop(&self, end: usize) -> usize {
        if end > self.start && self.kind(end - 1) == TokenKind::Terminal { end - 1 } else { end }
    }

    /// What a noun names, by its concept's kind.
    pub(super) fn noun_kind(&self, sense: Sense) -> Option<NounKind> {
        self.analysis.noun_kind(sense)
    }

    /// What a unit measures.
    pub(super) fn unit_kind(&self, sense: Sense) -> Option<UnitKind> {
        self.analysis.unit_kind(sense)
    }

    /// The token behind an adposition with one of the meanings.
    pub(super) fn adposition(&self, at: usize, wanted: &[Adposition]) -> Option<usize> {
        self.senses_of(at, Class::Adposition)
            .find(|sense| Adposition::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
            .map(|sense| at + usize::from(sense.length))
    }

    /// The token behind a coordinator with one of the meanings.
    pub(super) fn coordinator(&self, at: usize, wanted: &[Coordinator]) -> Option<usize> {
        self.senses_of(at, Class::Coordinator)
            .find(|sense| Coordinator::from_value(sense.value).is_some_and(|meaning| wanted.contains(&meaning)))
            .map(|sense| at + usize::from(sense.length))
    }

    /// The longest sense of a class that ends right before a token and begins at or behind `floor`, with its start.
    pub(super) fn sense_before(&self, at: usize, class: Class, floor: usize) -> Option<(Sense, usize)> {
        const LONGEST: usize = 5;
        let first = floor.max(self.start).max(at.saturating_sub(LONGEST));
        let lexemes = self.lexemes.get(first.wrapping_sub(self.start)..at.wrapping_sub(self.start))?;
        (first..).zip(lexemes).filter(|(_, lexeme)| lexeme.classes.has(class)).find_map(|(from, _)| {
            let ends = |sense: &&Sense| from + usize::from(sense.length) == at;
            self.senses_of(from, class).find(ends).map(|sense| (*sense, from))
        })
    }

    /// Whether tokens are all that the sentence says: a headline, a table's cell.
    pub(super) fn is_whole(&self, tokens: Range<usize>) -> bool {
        tokens.start == self.start
            && (tokens.end == self.end || self.kind(tokens.end) == TokenKind::Terminal && tokens.end + 1 == self.end)
    }

    /// Whether a token is a hyphen that joins its neighbours.
    pub(super) fn is_joint(&self, at: usize) -> bool {
        self.kind(at) == TokenKind::Hyphen && self.glued(at) && self.glued(at + 1)
    }

    /// Whether a verb of change stands at a token: "rose", "fiel".
    pub(super) fn is_change(&self, at: usize) -> bool {
        self.senses_of(at, Class::Verb)
            .any(|sense| matches!(self.analysis.verb_kind(*sense), Some(VerbKind::Up | VerbKind::Down)))
    }

    /// Whether a word has a capital that makes a noun of it.
    pub(super) fn has_noun_capital(&self, at: usize) -> bool {
        self.profile.capital_nouns && self.is_capital(at)
    }

    /// Whether a word has a capital that only a name has, or what begins a sentence.
    pub(super) fn has_name_capital(&self, at: usize) -> bool {
        !self.profile.capital_nouns && self.is_capital(at)
    }

    /// Whether a token is a word that begins with a capital.
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| {
            token.kind == TokenKind::Word && matches!(token.shape, Shape::Title | Shape::Upper | Shape::Mixed)
        })
    }
}
