//! What the rules of one sentence read and write.

use std::ops::Range;

use super::Name;
use super::dictionary::Known;
use super::frame::Frame;
use super::unit::Unit;
use crate::answer::{EntityType, Rule};
use crate::lang::Lang;
use crate::lexicon::{Class, ClassSet, Vocabulary};
use crate::reading::Analysis;
use crate::rule::Candidate;

/// What an organisation's name may be besides.
const OTHER: ClassSet =
    ClassSet::of(&[Class::GivenName, Class::NameWord, Class::GivenWord, Class::Place, Class::Country, Class::Person]);

/// A word of a dictionary of names that has so many letters is no other word by chance.
const LONG: usize = 8;

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

    /// Proposes the dictionary names that leave no doubt: a user's, those of several words, and organisations of one word that
    /// is nothing else ("dpa", "Europol"), long or joined by a hyphen ("Umweltbundesamt", "EU-Kommission") and stands by
    /// itself, not as in "Opel Astra", "Rudolf Skoda".
    pub(super) fn push_certain(&mut self) {
        let (known, frame, analysis) = (self.known, self.frame, self.analysis);
        let Some(vocabulary) = self.lang.map(Vocabulary::builtin) else {
            return;
        };
        let only = |known: &Known| {
            known.kind() == EntityType::Org
                && frame.get(known.units.start).is_some_and(|unit| {
                    let token = unit.start as usize;
                    let name = |unit: &Unit| unit.is_word() && unit.capital();
                    let word = analysis.word(token);
                    unit.is_word()
                        && (unit.compound() || !known.doubtful)
                        && !unit.is_any(OTHER)
                        && !frame.get(known.units.end).is_some_and(name)
                        && !frame.before(known.units.start).is_some_and(|unit| name(unit) && !unit.ordinary())
                        && (unit.compound() || !unit.capital() || word.len() >= LONG || !vocabulary.has(word))
                })
        };
        let certain = known.iter().filter(|known| known.user || known.units.len() > 1 || only(known));
        certain.for_each(|known| self.push_known(known));
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
        heads.all(|sense| sense.form.is_only_plural())
    }
}
