//! A token at which a figure may begin, and how a figure is made.

use std::cell::OnceCell;
use std::ops::Range;

use super::unit::{Found, Unit};
use super::{Counts, Reading, approx, sign};
use crate::answer::{Approximation, Decimal, FigureKind, FigureUse, FigureValue, Rule};
use crate::lexicon::Class;
use crate::reading::Sentence;
use crate::reading::number::{Numeral, Written, word_number};
use crate::rule::{Candidate, Digits};
use crate::text::TokenKind;

/// The classes of words that can begin an amount: a number's, and "minus".
pub(super) const AMOUNT: &[Class] = &[
    Class::Cardinal,
    Class::Scale,
    Class::Fraction,
    Class::GroupOf,
    Class::OpenAmount,
    Class::Indefinite,
    Class::IndefiniteArticle,
    Class::NumberMark,
];

/// The forms of digits that can begin an amount.
pub(super) const IN_DIGITS: &[Digits] = &[Digits::Short, Digits::Four, Digits::Plain, Digits::Marked, Digits::Letters];

/// Those, or a sign before them.
pub(super) const SIGNED: &[Digits] =
    &[Digits::Short, Digits::Four, Digits::Plain, Digits::Marked, Digits::Letters, Digits::Sign];

/// The function that reads a rule.
pub(super) type Read = for<'s, 't> fn(&Start<'s, 't>) -> Figure;

pub(super) type Figure = Option<Candidate<Reading>>;

/// A token at which a figure may begin. What several rules ask of it is read once.
pub(super) struct Start<'s, 't> {
    pub sentence: &'s Sentence<'s, 't>,
    pub at: usize,
    /// The end of the figure before.
    pub floor: usize,
    /// Whether the sentence had a result already.
    pub scored: bool,
    number: OnceCell<Option<Numeral>>,
    amount: OnceCell<Option<Amount>>,
    /// The number at the front of the word, and the rest of it.
    front: OnceCell<Option<(Amount, &'t str)>>,
    /// Where the cue of a place in an order before it begins.
    cue: OnceCell<Option<usize>>,
    result: OnceCell<bool>,
}

/// A number or a range with what stands right around it, before a rule has said what it measures.
pub(super) struct Amount {
    pub parts: Parts,
    pub bound: Approximation,
    /// Where the approximator before it begins.
    pub from: usize,
    pub follows: Follows,
}

/// What follows an amount.
#[derive(Clone, Copy)]
pub(super) enum Follows {
    Unit(Found),
    /// An adjective of a unit of time or of what is counted: "-jährig", "-köpfig".
    Adjective,
    /// Nothing that says what it measures.
    Nothing,
    /// Nothing, and it is "one", which counts only where something else says so.
    NoCount,
}

impl<'s, 't> Start<'s, 't> {
    pub(super) fn new(sentence: &'s Sentence<'s, 't>, at: usize, floor: usize, scored: bool) -> Start<'s, 't> {
        Start {
            sentence,
            at,
            floor,
            scored,
            number: OnceCell::new(),
            amount: OnceCell::new(),
            front: OnceCell::new(),
            cue: OnceCell::new(),
            result: OnceCell::new(),
        }
    }

    /// The number that begins here.
    pub(super) fn number(&self) -> Option<&Numeral> {
        self.number.get_or_init(|| sign::read(self.sentence, self.at)).as_ref()
    }

    /// The amount that begins here, as `read` finds it where nobody has asked yet.
    pub(super) fn amount_or(&self, read: impl FnOnce() -> Option<Amount>) -> Option<&Amount> {
        self.amount.get_or_init(read).as_ref()
    }

    /// Whether a result begins here, as `read` finds it where nobody has asked yet.
    pub(super) fn has_result(&self, read: impl FnOnce() -> bool) -> bool {
        *self.result.get_or_init(read)
    }

    /// The number at the front of the word that begins here, with an approximator before it, and what follows it in the
    /// word: "44 | jährige", "zwölf | köpfig".
    pub(super) fn front(&self) -> Option<(&Amount, &'t str)> {
        let front = self.front.get_or_init(|| {
            let (value, rest) = word_number::split(self.sentence, self.at).filter(|(_, rest)| !rest.is_empty())?;
            let (bound, from) = approx::before(self.sentence, self.at, self.floor);
            let parts = Parts::of(value, self.at..self.at + 1);
            Some((Amount { parts, bound, from, follows: Follows::Adjective }, rest))
        });
        front.as_ref().map(|(amount, rest)| (amount, *rest))
    }

    /// Where the word for a place in an order begins that ends right before the token.
    pub(super) fn rank_cue(&self) -> Option<usize> {
        let read = || self.sentence.sense_before(self.at, Class::RankCue, self.sentence.start).map(|(_, from)| from);
        *self.cue.get_or_init(read)
    }

    /// Whether the number has a sign that is no word.
    #[inline]
    pub(super) fn is_signed(&self) -> bool {
        matches!(self.sentence.kind(self.at), TokenKind::Symbol | TokenKind::Hyphen | TokenKind::Dash)
            && self.number().is_some_and(|number| number.tokens.len() > 1)
    }
}

/// What is known of a figure before its unit is.
#[derive(Clone)]
pub(super) struct Parts {
    pub value: Option<Decimal>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub vague: bool,
    pub number: Range<usize>,
    pub scale: u32,
    pub written: Written,
}

impl Default for Parts {
    fn default() -> Parts {
        Parts { value: None, low: None, high: None, vague: false, number: 0..0, scale: 0, written: Written::Digits }
    }
}

impl Parts {
    /// A value that is written in some tokens.
    pub(super) fn of(value: Decimal, number: Range<usize>) -> Parts {
        Parts { value: Some(value), number, ..Parts::default() }
    }

    /// The same below zero.
    pub(super) fn negated(&self) -> Parts {
        let negated = |value: Option<Decimal>| value.map(Decimal::negated);
        Parts {
            value: negated(self.value),
            low: negated(self.high),
            high: negated(self.low),
            number: self.number.clone(),
            ..*self
        }
    }

    pub(super) fn convert(&self, found: &Found) -> Option<Parts> {
        let convert = |value: Option<Decimal>| match value {
            Some(value) => found.convert(value).map(Some),
            None => Some(None),
        };
        Some(Parts {
            value: convert(self.value)?,
            low: convert(self.low)?,
            high: convert(self.high)?,
            number: self.number.clone(),
            ..*self
        })
    }
}

/// A figure from its first token to its last, with an approximator that may still stand behind it.
#[allow(clippy::too_many_arguments, reason = "the parts of a figure, each of its own type")]
pub(super) fn build(
    s: &Sentence<'_, '_>,
    from: usize,
    end: usize,
    bound: Approximation,
    parts: &Parts,
    kind: FigureKind,
    unit: Unit,
    rule: &'static Rule,
) -> Candidate<Reading> {
    let (approx, end) = match approx::behind(s, end) {
        Some((behind, end)) if bound == Approximation::Exact || bound == Approximation::About => (behind, end),
        _ => (bound, end),
    };
    let approx = if parts.vague && approx == Approximation::Exact { Approximation::About } else { approx };
    let reading = Reading {
        kind,
        value: parts.value.map(FigureValue::Number),
        low: parts.low,
        high: parts.high,
        approx,
        usage: FigureUse::Amount,
        excludes: false,
        cued: false,
        unit,
        scale: parts.scale,
        counts: Counts::Behind(end),
    };
    let mut figure = Candidate::new(s.analysis, from..end, rule, reading);
    // "They weighed 5 kg.": the dot ends the sentence.
    if end == s.end && s.kind(end - 1) == TokenKind::Word && s.word(end - 1).ends_with('.') {
        figure.span.end -= 1;
    }
    figure
}
