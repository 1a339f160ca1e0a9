//! How many: figures with their value, unit, approximation and counted noun.

mod age;
mod approx;
mod bound;
mod compose;
mod counted;
mod digits;
mod exclude;
mod fraction;
mod lemma;
mod measured;
mod money;
mod neighbour;
mod noun;
mod numeral;
mod often;
mod open;
mod quantity;
mod range;
mod rank;
mod scope;
mod score;
mod shared_rules;
mod spoken;
mod unit;
mod whole;
mod word_number;

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::Decimal;
use crate::answer::Rule;
use crate::answer::{Approximation, Figure, FigureKind, FigureValue};
use crate::lexicon::{Class, ClassSet};
use crate::reading::Analysis;
use crate::rule::Construction;
use crate::rule::{Candidate, Competes, Layer};
use crate::text::TokenKind;
use scope::Scope;
use unit::Unit;

/// The rules of each file.
const RULES: &[&[Construction<fn()>]] =
    &[money::RULES, neighbour::RULES, often::RULES, quantity::RULES, rank::RULES, shared_rules::RULES, whole::RULES];

/// The rules that figures come from.
pub(crate) fn rules() -> impl Iterator<Item = &'static Rule> {
    RULES.iter().copied().flatten().map(|construction| construction.rule)
}

/// A figure as the grammar reads it, without its counted noun.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    pub kind: FigureKind,
    pub value: Option<FigureValue>,
    pub low: Option<Decimal>,
    pub high: Option<Decimal>,
    pub approx: Approximation,
    unit: Unit,
    /// The power of ten of its scale word.
    scale: u32,
    counts: Counts,
}

/// Where the noun stands that a figure counts.
#[derive(Clone, Debug, PartialEq)]
enum Counts {
    /// Somewhere behind this token, else before the figure.
    Behind(usize),
    /// These tokens.
    These(Range<usize>),
    /// There is none.
    Nothing,
}

impl Competes for Reading {
    fn layer(&self) -> Layer {
        match self.kind {
            FigureKind::Duration | FigureKind::Age => Layer::DurationFigure,
            _ => Layer::Figure,
        }
    }

    /// "three quarters of the voters" is no length of time, nor is "per hour" a time in "120 kilometres per hour".
    fn weight(&self) -> u8 {
        match self.kind {
            FigureKind::Fraction => 1,
            FigureKind::Measure => 2,
            _ => 0,
        }
    }
}

/// The classes of words that can begin a figure.
const STARTS: ClassSet = numeral::NUMBER_WORDS.with(ClassSet::of(&[
    Class::OrdinalWord,
    Class::Each,
    Class::Currency,
    Class::Multiple,
    Class::NumberMark,
]));

/// The classes of words that can begin a number.
const NUMBERS: ClassSet = numeral::NUMBER_WORDS.with(ClassSet::of(&[Class::NumberMark]));

/// Proposes figures: one pass over each sentence, each token the start of at most one figure.
pub(crate) fn propose(analysis: &Analysis<'_, '_>, figures: &mut Vec<Candidate<Reading>>) {
    for sentence in 0..analysis.sentences.len() {
        let Some(scope) = Scope::new(analysis, sentence) else {
            continue;
        };
        let first = figures.len();
        let (mut at, mut floor) = (scope.start, scope.start);
        let mut scored = false;
        while let Some(next) = scope.next_start(at, STARTS) {
            at = next;
            let found = if may_start(&scope, at) { quantity::read(&scope, at, floor, scored) } else { None };
            match found {
                Some(figure) => {
                    at = figure.tokens.end.max(at + 1);
                    floor = at;
                    scored |= figure.item.kind == FigureKind::Score;
                    figures.push(figure);
                }
                None => at += 1,
            }
        }
        if figures.len() > first {
            neighbour::share_units(&scope, figures.get_mut(first..).unwrap_or_default());
        }
    }
}

/// Whether a figure may begin at a token whose classes or kind speak for one.
fn may_start(scope: &Scope<'_, '_, '_>, at: usize) -> bool {
    match scope.kind(at) {
        TokenKind::Word => {
            let starts = scope.classes(at).and(STARTS);
            if starts.has_none() {
                return word_number::may_be(scope, at);
            }
            if starts == ARTICLE {
                return open::article_counts(scope, at);
            }
            starts != INDEFINITE || open::indefinite_counts(scope, at)
        }
        TokenKind::Number | TokenKind::Symbol => true,
        TokenKind::Hyphen | TokenKind::Dash => scope.glued(at + 1) && scope.kind(at + 1) == TokenKind::Number,
        _ => false,
    }
}

const ARTICLE: ClassSet = ClassSet::of(&[Class::IndefiniteArticle]);
const INDEFINITE: ClassSet = ClassSet::of(&[Class::Indefinite]);

/// Finds what each figure counts.
pub(crate) fn bind<'t>(analysis: &Analysis<'_, 't>, figures: &[Candidate<Reading>]) -> Vec<Figure<'t>> {
    let mut out: Vec<Figure<'t>> = Vec::with_capacity(figures.len());
    let mut sentence: Option<Scope<'_, '_, 't>> = None;
    let mut first = 0;
    for at in 0..figures.len() {
        let Some(figure) = figures.get(at) else {
            break;
        };
        let scope = match sentence.filter(|scope| figure.tokens.start < scope.end) {
            Some(scope) => scope,
            None => {
                let Some(scope) = Scope::new(analysis, analysis.sentence_of(figure.tokens.start)) else {
                    continue;
                };
                (sentence, first) = (Some(scope), at);
                scope
            }
        };
        let near = first.max(at.saturating_sub(neighbour::NEAR));
        let of = counted::find(&scope, figure).or_else(|| {
            let earlier = figures.get(near..at)?.iter().zip(out.get(near..)?);
            neighbour::carried(&scope, figure, earlier)
        });
        let reading = &figure.item;
        out.push(Figure {
            span: figure.span,
            text: figure.span.of(analysis.text).into(),
            kind: reading.kind,
            value: reading.value.clone(),
            low: reading.low,
            high: reading.high,
            approx: reading.approx,
            unit: unit_name(analysis, reading.unit),
            of,
            rule: figure.rule,
        });
    }
    out
}

fn unit_name<'t>(analysis: &Analysis<'_, 't>, unit: Unit) -> Option<Cow<'t, str>> {
    match unit {
        Unit::Absent => None,
        Unit::Percent => Some(Cow::Borrowed("%")),
        Unit::Time(name) => Some(Cow::Borrowed(name)),
        Unit::Entry(sense) => analysis.id(sense).map(|id| match id {
            Cow::Borrowed(id) => Cow::Borrowed(id.strip_suffix(unit::HUNDREDTH).unwrap_or(id)),
            Cow::Owned(id) => Cow::Owned(id.strip_suffix(unit::HUNDREDTH).unwrap_or(&id).to_owned()),
        }),
    }
}
