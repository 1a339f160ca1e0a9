//! What the rules of one sentence read and write.

use std::ops::Range;

use super::Name;
use super::dictionary::Known;
use super::frame::Frame;
use super::unit::Unit;
use crate::answer::Rule;
use crate::lang::Lang;
use crate::lexicon::{Class, Form};
use crate::reading::Analysis;
use crate::rule::Candidate;

/// A sentence as units, the dictionary names in it, and the names proposed so far.
pub(super) struct Site<'s, 'a, 't> {
    pub analysis: &'s Analysis<'a, 't>,
    pub frame: &'s Frame,
    pub lang: Option<Lang>,
    pub known: &'s [Known],
    pub names: &'s mut Vec<Candidate<Name>>,
}

impl Site<'_, '_, '_> {
    pub(super) fn push(&mut self, units: Range<usize>, rule: &'static Rule, name: Name) {
        let tokens = self.frame.tokens(units);
        if !tokens.is_empty() {
            self.names.push(Candidate::new(self.analysis, tokens, rule, name));
        }
    }

    /// Proposes a dictionary name as it stands.
    pub(super) fn push_known(&mut self, known: &Known) {
        self.push(known.units.clone(), known.rule(), known.name());
    }

    /// Proposes the dictionary names that leave no doubt: a user's, and those of several words.
    pub(super) fn push_certain(&mut self) {
        let known = self.known;
        known.iter().filter(|known| known.user || known.units.len() > 1).for_each(|known| self.push_known(known));
    }

    /// The dictionary name that covers exactly these units.
    pub(super) fn known_at(&self, units: &Range<usize>) -> Option<&Known> {
        let at = self.known.partition_point(|known| known.units.start < units.start);
        self.known.get(at).filter(|known| known.units == *units)
    }

    /// The dictionary name that begins at a unit.
    pub(super) fn known_from(&self, at: usize) -> Option<&Known> {
        let place = self.known.partition_point(|known| known.units.start < at);
        self.known.get(place).filter(|known| known.units.start == at)
    }

    /// Whether a rule is of the sentence's language.
    pub(super) fn speaks(&self, rule: &Rule) -> bool {
        rule.languages.hold_in(self.lang)
    }

    /// Whether the last word of a unit is a head noun of a class that is only a plural: "Banken", "rivers".
    pub(super) fn is_plural(&self, unit: &Unit, class: Class) -> bool {
        let mut heads = self.analysis.senses_of(unit.end as usize - 1, class);
        heads.all(|sense| sense.form.has(Form::PLURAL) && !sense.form.has(Form::SINGULAR))
    }
}
