//! Evidence added up with a weight for each class.
//!
//! The weights are points relative to "no name at all": the class with the highest sum is chosen if its sum is above zero.

use std::sync::LazyLock;

use super::evidence::Evidence;
use crate::answer::EntityType;
use crate::lang::Lang;

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

/// The weights of German runs.
static GERMAN: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("de.tsv")));
/// The weights of English runs.
static ENGLISH: LazyLock<Weights> = LazyLock::new(|| Weights::read(include_str!("en.tsv")));

impl Weights {
    /// The weights of a language.
    pub(super) fn of(lang: Lang) -> &'static Weights {
        match lang {
            Lang::De => &GERMAN,
            Lang::En => &ENGLISH,
        }
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
            "place.preposition" | "person.saying" => NEIGHBOUR_MARGIN,
            rule if rule.ends_with(".shape") => SHAPE_MARGIN,
            _ => 0,
        };
        (sums[class] > least).then_some((CLASSES[class], sums[class], loudest))
    }
}

/// The rule that a name is said to come from.
pub(super) fn rule(kind: EntityType, loudest: Evidence) -> &'static str {
    match (kind, loudest) {
        (EntityType::Per, Evidence::Title) => "person.title",
        (EntityType::Per, Evidence::Role | Evidence::RoleAfter) => "person.role",
        (EntityType::Per, Evidence::GivenFirst | Evidence::GivenAlone) => "person.given-name",
        (EntityType::Per, Evidence::Initial) => "person.initials",
        (EntityType::Per, Evidence::AgeAfter) => "person.age",
        (EntityType::Per, Evidence::SaysAfter | Evidence::SaysBefore) => "person.saying",
        (EntityType::Per, _) => "person.shape",
        (EntityType::Org, Evidence::LegalForm) => "org.legal-form",
        (EntityType::Org, Evidence::OrganisationHeadFirst | Evidence::OrganisationHeadLast) => "org.head",
        (EntityType::Org, Evidence::OrganisationNounBefore) => "org.apposition",
        (EntityType::Org, Evidence::Acronym) => "org.acronym",
        (EntityType::Org, _) => "org.shape",
        (EntityType::Loc, Evidence::PlaceHeadFirst | Evidence::PlaceHeadLast) => "place.head",
        (EntityType::Loc, Evidence::PlacePreposition) => "place.preposition",
        (EntityType::Loc, Evidence::PlaceAfterComma) => "place.comma",
        (EntityType::Loc, Evidence::PlaceNounBefore) => "place.apposition",
        (EntityType::Loc, _) => "place.shape",
        (EntityType::Misc, _) => "misc.shape",
    }
}

/// How sure so many points make, in hundredths. A fraction stands in for the logistic curve, since it is the same on
/// every machine.
pub(super) fn confidence(rule: &str, points: i16) -> u8 {
    let points = points.clamp(0, 500);
    let learned = 50 + 50 * points / (points + 10);
    // The open corpora hold few of these, and they leave little doubt.
    let least = if matches!(rule, "org.legal-form" | "person.title") { 85 } else { 0 };
    learned.max(least).min(97) as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_of_weights_name_known_evidence() {
        for table in [include_str!("de.tsv"), include_str!("en.tsv")] {
            let mut lines = table.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(lines.next(), Some("evidence\tper\torg\tloc"));
            let known = |name: &str| name == "bias" || Evidence::ALL.iter().any(|(evidence, _)| *evidence == name);
            assert_eq!(lines.find(|line| !line.split('\t').next().is_some_and(known)), None);
            assert_eq!(rows(table).count(), table.lines().filter(|line| !line.starts_with('#')).count() - 1);
        }
    }

    #[test]
    fn evidence_adds_up() {
        let weights = Weights::of(Lang::En);
        let mut sum = Sum::default();
        for evidence in [Evidence::Several, Evidence::AllUnknown, Evidence::GivenFirst] {
            sum.add(evidence);
        }
        let (kind, points, loudest) = sum.decide(weights).expect("a given name makes a person");
        assert_eq!((kind, rule(kind, loudest)), (EntityType::Per, "person.given-name"));
        assert!(points > 0);
        assert_eq!(Sum::default().decide(weights), None);
    }
}
