//! Evidence added up with a weight for each class.
//!
//! The weights are points relative to "no name at all": the class with the highest sum is chosen if its sum is above zero.
#![allow(clippy::indexing_slicing, reason = "there is a place for every language, class and evidence")]

use std::sync::OnceLock;

use super::evidence::Evidence;
use crate::answer::EntityType;
use crate::lang::Lang;

/// Points for a person, an organisation, a place.
type Points = [i16; CLASSES.len()];

const CLASSES: [EntityType; 3] = [EntityType::Per, EntityType::Org, EntityType::Loc];

/// The points that each observation gives in one language.
#[derive(Debug)]
pub(super) struct Weights {
    points: [Points; Evidence::ALL.len()],
    /// Before any observation.
    bias: Points,
}

/// The tables of weights, in the order of [`Lang::ALL`].
const TABLES: [&str; Lang::ALL.len()] = [include_str!("de.tsv"), include_str!("en.tsv")];

impl Weights {
    /// The weights of a language; none where it has no table.
    pub(super) fn of(lang: Option<Lang>) -> &'static Weights {
        static READ: [OnceLock<Weights>; TABLES.len() + 1] = [const { OnceLock::new() }; TABLES.len() + 1];
        let at = lang.map_or(TABLES.len(), |lang| lang as usize);
        READ[at].get_or_init(|| Weights::read(TABLES.get(at).unwrap_or(&"")))
    }

    /// Reads a table with the columns `evidence`, `per`, `org`, `loc`; a row that says nothing known is passed over, and
    /// a test finds it.
    fn read(table: &str) -> Weights {
        let mut weights = Weights { points: [Points::default(); Evidence::ALL.len()], bias: Points::default() };
        for (name, points) in rows(table) {
            match Evidence::ALL.iter().find(|(known, _)| *known == name) {
                Some((_, evidence)) => weights.points[*evidence as usize] = points,
                None if name == "bias" => weights.bias = points,
                None => {}
            }
        }
        weights
    }
}

fn rows(table: &str) -> impl Iterator<Item = (&str, Points)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let mut cells = line.split('\t');
        let name = cells.next()?;
        let mut points = Points::default();
        for cell in &mut points {
            *cell = cells.next()?.parse().ok()?;
        }
        Some((name, points))
    })
}

/// The observations about one run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    seen: u128,
}

impl Sum {
    #[inline]
    pub(super) fn add(&mut self, evidence: Evidence) {
        self.seen |= 1 << evidence as u8;
    }

    #[inline]
    pub(super) fn add_if(&mut self, holds: bool, evidence: Evidence) {
        self.seen |= u128::from(holds) << evidence as u8;
    }

    fn seen(self) -> impl Iterator<Item = Evidence> {
        let mut left = self.seen;
        std::iter::from_fn(move || {
            let (_, evidence) = Evidence::ALL.get(left.trailing_zeros() as usize)?;
            left &= left.wrapping_sub(1);
            Some(*evidence)
        })
    }

    /// The type that the evidence speaks for, with its points and what spoke loudest; none where nothing does.
    pub(super) fn decide(self, weights: &Weights) -> Option<(EntityType, i16, Evidence)> {
        let mut sums = weights.bias;
        for evidence in self.seen() {
            for (sum, points) in sums.iter_mut().zip(weights.points[evidence as usize]) {
                *sum += points;
            }
        }
        let class = (0..CLASSES.len()).max_by_key(|&class| (sums[class], std::cmp::Reverse(class)))?;
        let loudest = self.seen().max_by_key(|evidence| weights.points[*evidence as usize][class])?;
        (sums[class] > 0).then_some((CLASSES[class], sums[class], loudest))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_weights_name_known_evidence() {
        for table in TABLES {
            let mut lines = table.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(lines.next(), Some("evidence\tper\torg\tloc"));
            let known = |name: &str| name == "bias" || Evidence::ALL.iter().any(|(evidence, _)| *evidence == name);
            assert_eq!(lines.find(|line| !line.split('\t').next().is_some_and(known)), None);
            assert_eq!(rows(table).count(), table.lines().filter(|line| !line.starts_with('#')).count() - 1);
        }
    }
}
