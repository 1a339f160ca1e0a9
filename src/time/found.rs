//! What a rule hands back, and the expression it makes.

use crate::answer::{TimeMod, TimeType};
use crate::lexicon::Sense;
use crate::lexicon::class::{Approx, Part};
use crate::rule::{Competes, Layer};

use super::value::{Point, Value};
use crate::answer::Rule;
use crate::reading::Sentence;

/// The function that reads a rule.
pub(super) type Find = for<'a, 't> fn(&Sentence<'a, 't>, usize) -> Option<Found>;

/// A time expression as the grammar reads it, not yet resolved.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Expression {
    pub kind: TimeType,
    pub value: Value,
    pub modifier: Option<TimeMod>,
}

impl Expression {
    pub(super) fn new(value: Value) -> Expression {
        let kind = match value {
            Value::Point(Point { clock: Some(_), .. }) => TimeType::Time,
            Value::Point(_) | Value::Ref(_) | Value::Nothing => TimeType::Date,
            Value::Length(_) => TimeType::Duration,
            Value::Set(_) => TimeType::Set,
        };
        Expression { kind, value, modifier: None }
    }

    /// The calendar or clock point that it names, where it does.
    pub(super) fn point(&self) -> Option<&Point> {
        match &self.value {
            Value::Point(point) => Some(point),
            _ => None,
        }
    }
}

impl Competes for Expression {
    fn layer(&self) -> Layer {
        match (self.value, self.kind) {
            (Value::Nothing, _) => Layer::NoTime,
            (_, TimeType::Duration) => Layer::Duration,
            _ => Layer::Time,
        }
    }

    fn excludes(&self) -> bool {
        self.value == Value::Nothing
    }
}

/// An expression that a rule found, over the tokens `start..end`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Found {
    pub start: usize,
    pub end: usize,
    pub rule: &'static Rule,
    pub expression: Expression,
}

impl Found {
    pub(super) fn new(start: usize, end: usize, rule: &'static Rule, value: Value) -> Found {
        Found { start, end, rule, expression: Expression::new(value) }
    }

    /// Words that are no time.
    pub(super) fn not(start: usize, end: usize, rule: &'static Rule) -> Found {
        Found::new(start, end, rule, Value::Nothing)
    }

    pub(super) fn point(start: usize, end: usize, rule: &'static Rule, point: Point) -> Found {
        Found::new(start, end, rule, Value::Point(point))
    }

    pub(super) fn with_mod(mut self, modifier: Option<TimeMod>) -> Found {
        if modifier.is_some() {
            self.expression.modifier = modifier;
        }
        self
    }

    pub(super) fn from(mut self, start: usize) -> Found {
        self.start = start;
        self
    }

    pub(super) fn named(mut self, rule: &'static Rule) -> Found {
        self.rule = rule;
        self
    }
}

/// The TIMEX3 modifier of a part of a period.
pub(super) fn part_mod(part: Part) -> TimeMod {
    match part {
        Part::Start | Part::FirstHalf => TimeMod::Start,
        Part::Mid => TimeMod::Mid,
        Part::End | Part::SecondHalf => TimeMod::End,
    }
}

/// The TIMEX3 modifier of an approximator on a length of time.
pub(super) fn approx_mod(approx: Sense) -> Option<TimeMod> {
    match Approx::from_value(approx.value)? {
        Approx::About => Some(TimeMod::Approx),
        Approx::Over => Some(TimeMod::MoreThan),
        Approx::Under => Some(TimeMod::LessThan),
        Approx::AtLeast | Approx::OrMore => Some(TimeMod::EqualOrMore),
        Approx::AtMost | Approx::OrLess => Some(TimeMod::EqualOrLess),
        Approx::Exact => None,
    }
}
