//! What speaks for a name's being a person, an organisation or a place, added up with a weight for each class.
//!
//! The weights are points relative to "no name at all": the class with the highest sum is chosen if its sum is above zero.

use crate::document::EntityType;

/// Declares the observations with their names in tables of weights.
macro_rules! evidence {
    ($($(#[$doc:meta])* $variant:ident = $name:literal,)*) => {
        /// One observation about a run of capitalised units.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub(crate) enum Evidence { $($(#[$doc])* $variant,)* }

        impl Evidence {
            const ALL: &'static [(&'static str, Evidence)] = &[$(($name, Evidence::$variant),)*];
        }
    };
}

evidence! {
    /// It is one unit long.
    Single = "single",
    /// It is two or more units long.
    Several = "several",
    /// It is four or more units long.
    Long = "long",
    /// One unit long, at a place where every word has a capital.
    Opens = "opens",
    /// One unit that the lexicon knows as an ordinary word.
    OrdinaryAlone = "ordinary-alone",
    /// Two or more units, some of them ordinary words.
    OrdinaryInside = "ordinary-inside",
    /// Two or more units, none of them ordinary.
    AllUnknown = "all-unknown",
    /// Its first unit is a given name and more follow.
    GivenFirst = "given-first",
    /// Its first unit is a given name, which is also a place, a surname or an ordinary word.
    GivenDoubtful = "given-doubtful",
    /// It is a given name.
    GivenAlone = "given-alone",
    /// Its last unit is a known surname.
    SurnameLast = "surname-last",
    /// An initial stands inside.
    Initial = "initial",
    /// A particle such as "van" stands inside.
    Particle = "particle",
    /// A title stands before it.
    Title = "title",
    /// A role stands before it.
    Role = "role",
    /// An age stands behind it: ", 34,", "(52)".
    AgeAfter = "age-after",
    /// A role stands behind it, after a comma.
    RoleAfter = "role-after",
    /// A verb of saying stands behind it.
    SaysAfter = "says-after",
    /// A verb of saying stands before it.
    SaysBefore = "says-before",
    /// A verb stands behind it.
    VerbAfter = "verb-after",
    /// "'s" stands behind it.
    GenitiveAfter = "genitive-after",
    /// An article stands before it.
    Article = "article",
    /// A preposition of place stands before it.
    PlacePreposition = "place-preposition",
    /// A head noun of organisations stands before it.
    OrganisationNounBefore = "organisation-noun-before",
    /// A head noun of places stands before it.
    PlaceNounBefore = "place-noun-before",
    /// A legal form ends it.
    LegalForm = "legal-form",
    /// A head noun of organisations ends it.
    OrganisationHeadLast = "organisation-head-last",
    /// A head noun of organisations begins it: "University of X".
    OrganisationHeadFirst = "organisation-head-first",
    /// A head noun of places ends it.
    PlaceHeadLast = "place-head-last",
    /// A head noun of places begins it: "Lake X".
    PlaceHeadFirst = "place-head-first",
    /// It is all capitals, two to six letters.
    Acronym = "acronym",
    /// It begins with a known place, and is longer.
    PlaceFirst = "place-first",
    /// It begins with a known organisation, and is longer.
    OrganisationFirst = "organisation-first",
    /// A comma and a known place stand behind it: "Springfield, Illinois".
    PlaceAfterComma = "place-after-comma",
    /// "&" stands inside.
    Ampersand = "ampersand",
    /// It stands alone between quotation marks.
    Quoted = "quoted",
    /// A number stands directly behind it.
    NumberAfter = "number-after",
    /// Nouns have capitals in its language.
    CapitalNouns = "capital-nouns",
    /// A compound with a hyphen in a language whose nouns have capitals.
    NounCompound = "noun-compound",
    /// A determiner stands before it: article, possessive, demonstrative, quantifier.
    Determiner = "determiner",
    /// A small word that may be an adjective stands before it.
    AdjectiveBefore = "adjective-before",
    /// Another preposition stands before it.
    Preposition = "preposition",
    /// A preposition such as "by", "from", "with" stands before it.
    PersonPreposition = "person-preposition",
    /// An ordinary noun with a capital stands before it.
    NounBefore = "noun-before",
    /// A verb stands before it.
    VerbBefore = "verb-before",
    /// A conjunction stands before it.
    ConjunctionBefore = "conjunction-before",
    /// A comma stands before it.
    CommaBefore = "comma-before",
    /// Brackets open before it.
    BracketBefore = "bracket-before",
    /// A comma stands behind it.
    CommaAfter = "comma-after",
    /// A conjunction stands behind it.
    ConjunctionAfter = "conjunction-after",
    /// Brackets open behind it.
    BracketAfter = "bracket-after",
    /// A noun stands behind it.
    NounAfter = "noun-after",
    /// The sentence ends behind it.
    EndAfter = "end-after",
    /// A name known as a place stands beside it, joined by a conjunction or comma.
    PlaceBeside = "place-beside",
    /// A person stands beside it, joined by a conjunction or comma.
    PersonBeside = "person-beside",
    /// Its last word ends as nouns do.
    NounEnding = "noun-ending",
    /// Its last word ends in a known noun.
    NounTail = "noun-tail",
    /// It has a capital inside.
    MixedCase = "mixed-case",
    /// Its last word has twelve letters or more.
    LongWord = "long-word",
    /// Its last word has four letters or fewer.
    ShortWord = "short-word",
    /// It has a hyphen inside.
    Hyphen = "hyphen",
    /// A digit stands inside.
    Digit = "digit",
    /// All its units are all capitals.
    AllCapitals = "all-capitals",
    /// The sentence is a headline or a list of names.
    Headline = "headline",
    /// Three units or more.
    Three = "three",
    /// An organisation's head noun in the middle.
    HeadInside = "head-inside",
    /// Its first unit is a known surname.
    SurnameFirst = "surname-first",
    /// Ends in s where a genitive does.
    EndsInS = "ends-in-s",
    /// A preposition that holds an article stands before it.
    Contraction = "contraction",
    /// "in" stands before it.
    PrepIn = "prep-in",
    /// "to" stands before it.
    PrepTo = "prep-to",
    /// "from" stands before it.
    PrepFrom = "prep-from",
    /// "of" stands before it.
    PrepOf = "prep-of",
    /// "by" stands before it.
    PrepBy = "prep-by",
    /// "with" stands before it.
    PrepWith = "prep-with",
    /// "at" stands before it.
    PrepAt = "prep-at",
    /// "on" stands before it.
    PrepOn = "prep-on",
    /// "near" stands before it.
    PrepNear = "prep-near",
    /// "through" stands before it.
    PrepThrough = "prep-through",
    /// "for" stands before it.
    PrepFor = "prep-for",
    /// "against" stands before it.
    PrepAgainst = "prep-against",
    /// "after" stands before it.
    PrepAfter = "prep-after",
    /// "as" stands before it.
    PrepAs = "prep-as",
    /// Its last word ends as places' names do.
    PlaceTail = "place-tail",
    /// Its last word ends in a head noun of organisations.
    OrganisationTail = "organisation-tail",
    /// One unit that ends in s.
    SingleEndsInS = "single-ends-in-s",
    /// It begins with a known place, is longer, and an article stands before it: "the Texas Longhorns".
    PlaceFirstArticle = "place-first-article",
    /// A noun for a group of people stands before it: "the band X".
    GroupBefore = "group-before",
    /// A noun for a group of people stands behind it: "the X team".
    GroupAfter = "group-after",
    /// A noun for a person stands before it.
    PersonNounBefore = "person-noun-before",
    /// A noun for a person stands behind it.
    PersonNounAfter = "person-noun-after",
    /// "X is a village".
    IsPlace = "is-place",
    /// "X is a company".
    IsGroup = "is-group",
    /// "X is a singer".
    IsPerson = "is-person",
    /// The whole name is one letter of the alphabet or initials.
    OnlyInitials = "only-initials",
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
pub(crate) struct Weights {
    points: [Points; Evidence::ALL.len()],
    /// Before any observation.
    bias: Points,
}

impl Weights {
    /// Reads a table with the columns `evidence`, `per`, `org`, `loc`; a row that says nothing known is passed over, and
    /// a test finds it.
    pub(crate) fn read(table: &str) -> Weights {
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
    pub(super) fn add(&mut self, evidence: Evidence) {
        self.seen |= 1 << evidence as u8;
    }

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
    use crate::lang::Lang;

    #[test]
    fn tables_of_weights_name_known_evidence() {
        for table in [include_str!("../lang/de.weights.tsv"), include_str!("../lang/en.weights.tsv")] {
            let mut lines = table.lines().filter(|line| !line.starts_with('#'));
            assert_eq!(lines.next(), Some("evidence\tper\torg\tloc"));
            let known = |name: &str| name == "bias" || Evidence::ALL.iter().any(|(evidence, _)| *evidence == name);
            assert_eq!(lines.find(|line| !line.split('\t').next().is_some_and(known)), None);
            assert_eq!(rows(table).count(), table.lines().filter(|line| !line.starts_with('#')).count() - 1);
        }
    }

    #[test]
    fn evidence_adds_up() {
        let weights = Lang::En.profile().name_weights;
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
