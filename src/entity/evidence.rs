//! What speaks for a name's being a person, an organisation or a place, added up with a weight for each class.
//!
//! The weights are points relative to "no name at all": the class with the highest sum is chosen if its sum is above zero.

use crate::document::EntityType;

/// One observation about a run of capitalised units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It is one unit long.
    Single,
    /// It is two or more units long.
    Several,
    /// It is four or more units long.
    Long,
    /// One unit long, at a place where every word has a capital.
    Opens,
    /// One unit that the lexicon knows as an ordinary word.
    OrdinaryAlone,
    /// Two or more units, some of them ordinary words.
    OrdinaryInside,
    /// Two or more units, none of them ordinary.
    AllUnknown,
    /// Its first unit is a given name and more follow.
    GivenFirst,
    /// Its first unit is a given name, which is also a place, a surname or an ordinary word.
    GivenDoubtful,
    /// It is a given name.
    GivenAlone,
    /// Its last unit is a known surname.
    SurnameLast,
    /// An initial stands inside.
    Initial,
    /// A particle such as "van" stands inside.
    Particle,
    /// A title stands before it.
    Title,
    /// A role stands before it.
    Role,
    /// An age stands behind it: ", 34,", "(52)".
    AgeAfter,
    /// A role stands behind it, after a comma.
    RoleAfter,
    /// A verb of saying stands behind it.
    SaysAfter,
    /// A verb of saying stands before it.
    SaysBefore,
    /// A verb stands behind it.
    VerbAfter,
    /// "'s" stands behind it.
    GenitiveAfter,
    /// An article stands before it.
    Article,
    /// A preposition of place stands before it.
    PlacePreposition,
    /// A head noun of organisations stands before it.
    OrganisationNounBefore,
    /// A head noun of places stands before it.
    PlaceNounBefore,
    /// A legal form ends it.
    LegalForm,
    /// A head noun of organisations ends it.
    OrganisationHeadLast,
    /// A head noun of organisations begins it: "University of X".
    OrganisationHeadFirst,
    /// A head noun of places ends it.
    PlaceHeadLast,
    /// A head noun of places begins it: "Lake X".
    PlaceHeadFirst,
    /// It is all capitals, two to six letters.
    Acronym,
    /// It begins with a known place, and is longer.
    PlaceFirst,
    /// It begins with a known organisation, and is longer.
    OrganisationFirst,
    /// A comma and a known place stand behind it: "Springfield, Illinois".
    PlaceAfterComma,
    /// "&" stands inside.
    Ampersand,
    /// It stands alone between quotation marks.
    Quoted,
    /// A number stands directly behind it.
    NumberAfter,
    /// Nouns have capitals in its language.
    CapitalNouns,
    /// A compound with a hyphen in a language whose nouns have capitals.
    NounCompound,
}

/// Points for a person, an organisation, a place, something else.
type Weights = [i16; 4];

/// The sums for each class.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sum {
    points: Weights,
    /// What spoke loudest for each class.
    loudest: [Option<(Evidence, i16)>; 4],
}

const CLASSES: [EntityType; 4] = [EntityType::Per, EntityType::Org, EntityType::Loc, EntityType::Misc];

impl Sum {
    pub(super) fn add(&mut self, evidence: Evidence) {
        let weights = weights(evidence);
        for class in 0..CLASSES.len() {
            self.points[class] += weights[class];
            if weights[class] > 0 && self.loudest[class].is_none_or(|(_, most)| weights[class] > most) {
                self.loudest[class] = Some((evidence, weights[class]));
            }
        }
    }

    pub(super) fn add_if(&mut self, holds: bool, evidence: Evidence) {
        if holds {
            self.add(evidence);
        }
    }

    /// The class that the evidence speaks for, with its points and what spoke loudest; none where nothing does.
    pub(super) fn decide(&self) -> Option<(EntityType, i16, Evidence)> {
        let class = (0..CLASSES.len()).max_by_key(|&class| (self.points[class], std::cmp::Reverse(class)))?;
        let (loudest, _) = self.loudest[class]?;
        (self.points[class] > 0).then_some((CLASSES[class], self.points[class], loudest))
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

/// How sure so many points make, in hundredths.
pub(super) fn confidence(points: i16) -> u8 {
    (50 + points.clamp(0, 90) / 2) as u8
}

/// The weights: person, organisation, place, something else.
fn weights(evidence: Evidence) -> Weights {
    match evidence {
        Evidence::Single => [-40, -40, -40, -60],
        Evidence::Several => [-40, -40, -50, -60],
        Evidence::Long => [-20, 10, -10, 10],
        Evidence::Opens => [-20, -30, -30, -30],
        Evidence::OrdinaryAlone => [-60, -60, -60, -60],
        Evidence::OrdinaryInside => [-30, -10, -20, 0],
        Evidence::AllUnknown => [43, 20, 10, 0],
        Evidence::GivenFirst => [60, -20, -20, -20],
        Evidence::GivenDoubtful => [-30, 10, 10, 0],
        Evidence::GivenAlone => [42, 0, 0, 0],
        Evidence::SurnameLast => [30, -10, -10, -10],
        Evidence::Initial => [50, -10, -20, -20],
        Evidence::Particle => [15, -10, 0, 0],
        Evidence::Title => [80, -40, -40, -40],
        Evidence::Role => [60, -30, -30, -30],
        Evidence::AgeAfter => [60, -20, -20, -20],
        Evidence::RoleAfter => [40, 0, 0, -20],
        Evidence::SaysAfter => [43, 30, 0, -20],
        Evidence::SaysBefore => [43, 20, 0, -20],
        Evidence::VerbAfter => [15, 10, 0, 0],
        Evidence::GenitiveAfter => [15, 10, 10, 0],
        Evidence::Article => [-60, 15, 5, 10],
        Evidence::PlacePreposition => [-20, 0, 35, -20],
        Evidence::OrganisationNounBefore => [-20, 60, -10, 0],
        Evidence::PlaceNounBefore => [-20, -10, 60, -10],
        Evidence::LegalForm => [-60, 120, -60, -60],
        Evidence::OrganisationHeadLast => [-50, 60, -20, 0],
        Evidence::OrganisationHeadFirst => [-50, 60, -20, 0],
        Evidence::PlaceHeadLast => [-30, -10, 60, 0],
        Evidence::PlaceHeadFirst => [-30, -10, 60, 0],
        Evidence::Acronym => [-20, 35, 0, 0],
        Evidence::PlaceFirst => [-20, 30, 10, 10],
        Evidence::OrganisationFirst => [-20, 20, 0, 10],
        Evidence::PlaceAfterComma => [-20, 0, 60, 0],
        Evidence::Ampersand => [-30, 40, -20, 0],
        Evidence::Quoted => [-30, -30, -30, 0],
        Evidence::NumberAfter => [-20, -20, -20, 0],
        Evidence::CapitalNouns => [-10, -10, -10, -10],
        Evidence::NounCompound => [-30, -30, -30, -30],
    }
}
