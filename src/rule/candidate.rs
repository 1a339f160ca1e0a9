//! What the rules of names, times and figures propose.

use std::ops::Range;

use crate::answer::Rule;
use crate::answer::Span;
use crate::reading::Analysis;

/// A reading of some tokens that a rule proposes.
#[derive(Clone, Debug)]
pub(crate) struct Candidate<T> {
    /// The tokens it covers, counted over the document.
    pub tokens: Range<usize>,
    /// The bytes it covers; within the tokens.
    pub span: Span,
    /// The rule that made it.
    pub rule: &'static Rule,
    pub item: T,
}

impl<T> Candidate<T> {
    /// A reading of whole tokens.
    pub(crate) fn new(analysis: &Analysis<'_, '_>, tokens: Range<usize>, rule: &'static Rule, item: T) -> Candidate<T> {
        debug_assert!(!tokens.is_empty(), "{rule} proposes nothing");
        Candidate { span: analysis.span(tokens.clone()), tokens, rule, item }
    }
}

/// What may lie over the same text as what. Of equally strong readings that of the first layer stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Layer {
    /// Physical quantities: figures that stay where a time lies inside of them ("120 kilometres per hour").
    Measure,
    /// Dates, times of day and sets exclude everything but the length of time inside them ("three weeks ago").
    Time,
    /// Lengths of time are durations for the time layer and figures for the figure layer.
    Duration,
    /// Figures that are neither of the other two kinds. They give way to a time inside of them.
    Figure,
    /// Durations and ages.
    DurationFigure,
    /// What is no figure: it takes its text from figures only.
    NoFigure,
    Name,
}

impl Layer {
    /// A set of this one.
    pub(super) const fn bit(self) -> u8 {
        1 << self as u8
    }

    /// The layers that it may not share text with.
    pub(super) const fn bars(self) -> u8 {
        const NONE: u8 = Layer::NoFigure.bit();
        const AGES: u8 = Layer::DurationFigure.bit();
        const FIGURES: u8 = Layer::Measure.bit() | Layer::Figure.bit() | AGES | NONE;
        match self {
            Layer::NoFigure => FIGURES,
            Layer::DurationFigure => FIGURES | Layer::Name.bit(),
            Layer::Time | Layer::Duration => u8::MAX & !NONE & !AGES,
            Layer::Measure | Layer::Figure => u8::MAX,
            Layer::Name => u8::MAX & !NONE,
        }
    }

    pub(super) const fn may_share(self, other: Layer) -> bool {
        self.bars() & other.bit() == 0
    }
}

/// An item that competes for its text.
pub(crate) trait Competes {
    /// Where it competes.
    fn layer(&self) -> Layer;
    /// Among equally long readings the higher one stays, of this and of the precedence of its rule.
    fn weight(&self) -> u8 {
        0
    }
    /// Whether it only says that its words are no item of its layer.
    fn excludes(&self) -> bool {
        false
    }
}
