//! Evidence added up with a weight for each class.
//!
//! The weights are points relative to "no name at all": the class with the highest sum is chosen if its sum is above zero.

use std::sync::OnceLock;

use super::evidence::Evidence;
use super::shared_rules::{ORG_APPOSITION, ORG_HEAD, ORG_LEGAL_FORM, PLACE_HEAD};
use crate::answer::{EntityType, Rule};
use crate::lang::Lang;
use crate::rule::rules;

rules! {
    reads: fn();

    /// TODO.
    pub(super) MISC_SHAPE = "misc.shape" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) ORG_ACRONYM = "org.acronym" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) ORG_SHAPE = "org.shape" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_AGE = "person.age" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_GIVEN_NAME = "person.given-name" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_INITIALS = "person.initials" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_ROLE = "person.role" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_SAYING = "person.saying" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_SHAPE = "person.shape" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PERSON_TITLE = "person.title" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_APPOSITION = "place.apposition" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_COMMA = "place.comma" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_PREPOSITION = "place.preposition" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }

    /// TODO.
    pub(super) PLACE_SHAPE = "place.shape" {
        pattern: "TODO",
        fires: [],
        silent: [],
    }
}

/// Points for a person, an organisation, a place.
type Points = [i16; CLASSES.len()];

const CLASSES: [EntityType; 3] = [EntityType::Per, EntityType::Org, EntityType::Loc];

/// The points that shape alone must reach, in tenths of a logit.
const SHAPE_MARGIN: i16 = 3;
/// The points that a word beside a name must make it reach.
const NEIGHBOUR_MARGIN: i16 = 7;

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

    /// The class that the evidence speaks for, with its points and what spoke loudest; none where nothing does.
    pub(super) fn decide(self, weights: &Weights) -> Option<(EntityType, i16, Evidence)> {
        let mut sums = weights.bias;
        for evidence in self.seen() {
            for (sum, points) in sums.iter_mut().zip(weights.points[evidence as usize]) {
                *sum += points;
            }
        }
        let class = (0..CLASSES.len()).max_by_key(|&class| (sums[class], std::cmp::Reverse(class)))?;
        let loudest = self.seen().max_by_key(|evidence| weights.points[*evidence as usize][class])?;
        // Where only the shape of the words or one word beside them speaks, it must speak clearly.
        let least = match rule(CLASSES[class], loudest) {
            rule if *rule == PLACE_PREPOSITION || *rule == PERSON_SAYING => NEIGHBOUR_MARGIN,
            rule if rule.name.ends_with(".shape") => SHAPE_MARGIN,
            _ => 0,
        };
        (sums[class] > least).then_some((CLASSES[class], sums[class], loudest))
    }
}

/// The rule that a name is said to come from.
pub(super) fn rule(kind: EntityType, loudest: Evidence) -> &'static Rule {
    match (kind, loudest) {
        (EntityType::Per, Evidence::Title) => &PERSON_TITLE,
        (EntityType::Per, Evidence::Role | Evidence::RoleAfter) => &PERSON_ROLE,
        (EntityType::Per, Evidence::GivenFirst | Evidence::GivenAlone) => &PERSON_GIVEN_NAME,
        (EntityType::Per, Evidence::Initial) => &PERSON_INITIALS,
        (EntityType::Per, Evidence::AgeAfter) => &PERSON_AGE,
        (EntityType::Per, Evidence::SaysAfter | Evidence::SaysBefore) => &PERSON_SAYING,
        (EntityType::Per, _) => &PERSON_SHAPE,
        (EntityType::Org, Evidence::LegalForm) => &ORG_LEGAL_FORM,
        (EntityType::Org, Evidence::OrganisationHeadFirst | Evidence::OrganisationHeadLast) => &ORG_HEAD,
        (EntityType::Org, Evidence::OrganisationNounBefore) => &ORG_APPOSITION,
        (EntityType::Org, Evidence::Acronym) => &ORG_ACRONYM,
        (EntityType::Org, _) => &ORG_SHAPE,
        (EntityType::Loc, Evidence::PlaceHeadFirst | Evidence::PlaceHeadLast) => &PLACE_HEAD,
        (EntityType::Loc, Evidence::PlacePreposition) => &PLACE_PREPOSITION,
        (EntityType::Loc, Evidence::PlaceAfterComma) => &PLACE_COMMA,
        (EntityType::Loc, Evidence::PlaceNounBefore) => &PLACE_APPOSITION,
        (EntityType::Loc, _) => &PLACE_SHAPE,
        (EntityType::Misc, _) => &MISC_SHAPE,
    }
}

/// How sure so many points make, in hundredths. A fraction stands in for the logistic curve, since it is the same on
/// every machine.
pub(super) fn confidence(rule: &Rule, points: i16) -> u8 {
    let points = points.clamp(0, 500);
    let learned = 50 + 50 * points / (points + 10);
    // The open corpora hold few of these, and they leave little doubt.
    let least = if *rule == ORG_LEGAL_FORM || *rule == PERSON_TITLE { 85 } else { 0 };
    learned.max(least).min(97) as u8
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

    #[test]
    fn evidence_adds_up() {
        let weights = Weights::of(Some(Lang::En));
        let mut sum = Sum::default();
        for evidence in [Evidence::Several, Evidence::AllUnknown, Evidence::GivenFirst] {
            sum.add(evidence);
        }
        let (kind, points, loudest) = sum.decide(weights).expect("a given name makes a person");
        assert_eq!((kind, rule(kind, loudest).name), (EntityType::Per, "person.given-name"));
        assert!(points > 0);
        assert_eq!(Sum::default().decide(weights), None);
    }
}
