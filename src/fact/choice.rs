//! What fills a slot of a fact, with the rule that chose it.

use crate::answer::{List, Rule};

/// The rules that took part in a fact, in the order of its slots.
pub(super) type Rules = List<&'static Rule, 6>;

/// Adds a rule to those that took part.
pub(super) fn note(rules: &mut Rules, rule: Option<&'static Rule>) {
    if let Some(rule) = rule {
        rules.push(rule);
    }
}

/// What a slot holds. A rule may also choose that it holds nothing; without a rule there was nothing to choose from.
#[derive(Clone, Copy, Debug)]
pub(super) struct Choice<T> {
    pub value: Option<T>,
    pub rule: Option<&'static Rule>,
}

impl<T> Choice<T> {
    /// There was nothing to choose from.
    pub const OPEN: Choice<T> = Choice { value: None, rule: None };

    pub(super) fn new(value: T, rule: &'static Rule) -> Choice<T> {
        Choice { value: Some(value), rule: Some(rule) }
    }

    /// What a rule may have found.
    pub(super) fn of(value: Option<T>, rule: &'static Rule) -> Choice<T> {
        Choice { rule: value.is_some().then_some(rule), value }
    }

    /// The slot stays empty by a rule.
    pub(super) fn empty(rule: &'static Rule) -> Choice<T> {
        Choice { value: None, rule: Some(rule) }
    }

    /// This choice where it holds something, else another one; a rule that left the slot empty counts where nothing
    /// fills it.
    pub(super) fn or_else(self, other: impl FnOnce() -> Choice<T>) -> Choice<T> {
        if self.value.is_some() {
            return self;
        }
        let other = other();
        Choice { rule: other.rule.or(self.rule), value: other.value }
    }

    /// The value, with its rule added to those that took part.
    pub(super) fn fill(self, rules: &mut Rules) -> Option<T> {
        note(rules, self.rule);
        self.value
    }
}
