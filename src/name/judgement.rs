//! What a run is judged to be, and the rule that its name comes from: what spoke loudest for its type.

use super::company::ORG_LEGAL_FORM;
use super::evidence::Evidence;
use super::weights::{Sum, Weights};
use super::{Again, Name};
use crate::answer::{EntityType, Rule};
use crate::rule::rules;

rules! {
    reads: super::Read;

    /// An organisation written in capitals, two to six of them, that no dictionary knows and the text does not define.
    pub(super) ORG_ACRONYM = "org.acronym" {
        pattern: "[article | preposition | quotation mark] capitals",
        precedence: 1,
        fires: [
            De "Nach Angaben von [RTVQ](ORG) war es kalt.",
            De "Früher arbeitete er bei [DKVW](ORG) in der Fabrik.",
            En "In 1987 the [TQB](ORG) purchased the hall.",
            En "The directors of the [MQAA](ORG) decided to accept the trophy.",
        ],
        silent: [
            De "Nach Angaben von QUELLEN war es kalt.",
            De "Früher arbeitete er bei der UNO in Genf.",
            En "In 1987 the BAND purchased the hall.",
            En "The directors of the UN decided to accept the trophy.",
        ],
    }

    /// A short name that stands directly behind the noun for a body. It holds for other places of the text only where it
    /// has several capitals.
    pub(super) ORG_APPOSITION = "org.apposition" {
        pattern: "head noun of organisations, word with capitals or digits inside",
        languages: [De],
        precedence: 1,
        fires: [
            De "Das Kompetenzzentrum [EC3](ORG) warnte am Montag vor Betrug.",
            De "Dem Sender [RTQ](ORG) sagte er wenig.",
        ],
        silent: [
            De "Das Kompetenzzentrum warnte am Montag vor EC3.",
            De "Dem Sender Brelo sagte er wenig.",
        ],
    }

    /// An organisation whose name begins or ends in the noun for what it is. A name that a legal form ends is
    /// `org.legal-form`; the German head nouns that name a body with what stands behind them are `org.purpose`,
    /// `org.seat` and `org.namesake`.
    pub(super) ORG_HEAD = "org.head" {
        pattern: "capitalised words, head noun of organisations | head noun of organisations [of] capitalised words",
        precedence: 1,
        fires: [
            De "Der [Hirzow Verlag](ORG) druckt das Buch.",
            En "The [Tarlow Institute](ORG) opened in May.",
        ],
        silent: [
            De "Der Verlag Hirzows druckt das Buch.",
            En "The institute of May opened in Tarlow.",
        ],
    }

    /// An organisation by no more than how its words look and what stands around them: capitals inside, an article, a
    /// place at its start, a noun for a group before or behind it.
    pub(super) ORG_SHAPE = "org.shape" {
        pattern: "capitalised words [noun for a group]",
        precedence: 1,
        fires: [
            De "Meister ist der [Lausanne HC](ORG) aus der Schweiz.",
            De "Der Geschäftsführer des [KQV-Berlin](ORG) trat zurück.",
            En "The company [Brelo](ORG) went bankrupt.",
            En "The band [Brelo](ORG) plays in May.",
            En "Shares in [Quarnell](ORG) fell by a third.",
            En "[Quarnell](ORG) shares fell by a third.",
        ],
        silent: [
            De "Meister ist ein Verein aus Lausanne in der Schweiz.",
            De "Der Geschäftsführer des Vereins in Berlin trat zurück.",
            En "The small band plays in May.",
        ],
    }

    /// A person with the age behind the name. A given name speaks louder (`person.given-name`).
    pub(super) PERSON_AGE = "person.age" {
        pattern: "unknown capitalised words, (number of one or two digits) | , number of one or two digits,",
        languages: [De],
        precedence: 1,
        fires: [
            De "Zu den Opfern gehört [Trögow](PER) (34) aus dem Dorf.",
            De "Das Rennen gewann [Trögow](PER), 34, vor einem Freund.",
        ],
        silent: [
            De "Die Straße Trögow 34 wurde gesperrt.",
            De "Das Rennen gewann der Sieger (34) vor einem Freund.",
        ],
    }

    /// A person by a given name, alone or before other words.
    pub(super) PERSON_GIVEN_NAME = "person.given-name" {
        pattern: "given name [capitalised words]",
        precedence: 1,
        begins: [GivenName],
        fires: [
            De "Am Montag kam [Silvia Hollweg](PER) nach Hause.",
            De "Am Montag war [Silvia](PER) im Garten.",
            En "On Monday [Helen Tarlow](PER) came home.",
        ],
        silent: [
            De "Er kaufte Rosa Papier.",
            De "Am Montag war Wolf im Garten.",
            En "On Monday the Rose was in bloom.",
        ],
    }

    /// A person by initials before a surname.
    pub(super) PERSON_INITIALS = "person.initials" {
        pattern: "initials, capitalised words",
        precedence: 1,
        fires: [
            De "Das Buch von [P. Rusterhagen](PER) erschien im Mai.",
            En "[C.W. Tarlowe](PER) and his friends left.",
        ],
        silent: [
            De "Im Regal P. stand das Buch.",
            En "The book was shelved under C. in 1920.",
        ],
    }

    /// A person with the office behind the name, between commas, or before it where nothing else speaks louder. Most names
    /// behind an office are unknown words there and come from `person.shape`.
    pub(super) PERSON_ROLE = "person.role" {
        pattern: "capitalised words, comma [article] [adjectives] role | role, capitalised words",
        precedence: 1,
        fires: [
            De "[Gabelow](PER), Trainer des Vereins, trat zurück.",
            En "[Tarlow](PER), the coach of the club, resigned.",
        ],
        silent: [
            De "Gabelow mit dem Trainer des Vereins trat zurück.",
            En "Tarlow and the coach of the club resigned.",
        ],
    }

    /// A person by a verb of saying beside the name.
    pub(super) PERSON_SAYING = "person.saying" {
        pattern: "verb of saying, capitalised words | capitalised words, verb of saying",
        precedence: 1,
        fires: [
            De "„Das war knapp“, sagte [Eymerow](PER) nach dem Spiel.",
            En "Club spokesman [Tarlow](PER) said the game was over.",
        ],
        silent: [
            De "„Das war knapp“, sagte der Trainer nach dem Spiel.",
            En "The spokesman said the game was over.",
        ],
    }

    /// A person by no more than how the words look and what stands around them: unknown words behind a noun for a person,
    /// before a verb, beside another person.
    pub(super) PERSON_SHAPE = "person.shape" {
        pattern: "[noun for a person] unknown capitalised words",
        precedence: 1,
        fires: [
            De "Der Bericht des Generals [Kissow](PER) liegt vor.",
            De "Torwart [Gabelow](PER) hielt zweimal.",
            En "[Kiichiro Tarlowa](PER) opened the door.",
            En "Professor [Tarlow](PER) came on Monday.",
        ],
        silent: [
            De "Der Bericht des Generals liegt vor.",
            De "Der Torwart hielt zweimal.",
            En "The professor came on Monday.",
        ],
    }

    /// A person behind a title, which leaves little doubt. Behind those by which one is addressed any word is a name
    /// (`person.address`).
    pub(super) PERSON_TITLE = "person.title" {
        pattern: "title, capitalised words",
        precedence: 1,
        fires: [
            De "Lady [Hollweg](PER) kam am Montag.",
            De "Dipl.-Ing. [Hollweg](PER) leitet die Klinik seit Mai.",
            En "Lady [Tarlow](PER) came on Monday.",
        ],
        silent: [
            De "Die Frau kam am Montag.",
            De "Dr. leitet die Klinik seit Mai.",
            En "The Mrs came on Monday.",
        ],
    }

    /// A place whose name stands directly behind the noun for what it is. It does not hold for other places of the text.
    pub(super) PLACE_APPOSITION = "place.apposition" {
        pattern: "head noun of places, capitalised words",
        languages: [De],
        precedence: 1,
        fires: [
            De "In der Gemeinde [Obermarchow](LOC) brannte es.",
            De "Der Ort [Pflückow](LOC) liegt im Norden.",
        ],
        silent: [
            De "Die Gemeinde in Obermarchow feierte.",
            De "Der Ort liegt im Norden.",
        ],
    }

    /// A place whose name begins or ends in the noun for what it is. German places of this kind are `place.adjective`,
    /// `place.namesake` and `place.address`.
    pub(super) PLACE_HEAD = "place.head" {
        pattern: "capitalised words, head noun of places | head noun of places, capitalised words",
        languages: [En],
        precedence: 1,
        fires: [
            En "They walked to [Tarlow Hill](LOC) in May.",
            En "[Lake Tarlow](LOC) is deep.",
        ],
        silent: [
            En "They walked up the hill in May.",
            En "The lake is deep.",
        ],
    }

    /// A place by a preposition of place before it, where the words alone say little.
    pub(super) PLACE_PREPOSITION = "place.preposition" {
        pattern: "preposition of place, capitalised words",
        precedence: 1,
        fires: [
            De "Ein Lager in [Lindow-Nord](LOC) brannte aus.",
            En "He was elected in [Vancouver South](LOC) in 1975.",
        ],
        silent: [
            De "Ein Lager mit Lindow-Nord brannte aus.",
            En "He sang about Vancouver South in 1975.",
        ],
    }

    /// A place by no more than how the words look and what stands around them: an ending of places, a preposition, a known
    /// place beside it.
    pub(super) PLACE_SHAPE = "place.shape" {
        pattern: "[place and | preposition] unknown capitalised words [, place]",
        precedence: 1,
        fires: [
            De "Der Zug fährt zwischen Wien und [Urbow](LOC).",
            De "Die Wanderung führt nach [Lusental](LOC).",
            En "It is a school in [Algonow](LOC), Iowa.",
            En "The fire broke out near [Dampfach](LOC).",
        ],
        silent: [
            De "Der Zug fährt mit Urbow und einem Freund.",
            De "Die Wanderung führt durch ein Tal.",
            En "The fire of Dampfach was put out.",
        ],
    }
}

/// A type with what spoke loudest for it.
struct Case {
    kind: EntityType,
    /// None: whatever no other case of the type names.
    loudest: &'static [Evidence],
    rule: &'static Rule,
    /// The points that all that speaks for it must exceed, in tenths of a logit.
    margin: i16,
    /// How sure it is at the least, in hundredths.
    floor: u8,
    again: Again,
}

impl Case {
    const fn new(kind: EntityType, loudest: &'static [Evidence], rule: &'static Rule) -> Case {
        Case { kind, loudest, rule, margin: 0, floor: 0, again: Again::Form }
    }

    /// Nothing but the shape of the words speaks: it must speak clearly.
    const fn shape(kind: EntityType, rule: &'static Rule) -> Case {
        Case { margin: 3, ..Case::new(kind, &[], rule) }
    }

    /// One word beside the name speaks: it must be seconded.
    const fn neighbour(kind: EntityType, loudest: &'static [Evidence], rule: &'static Rule) -> Case {
        Case { margin: 7, ..Case::new(kind, loudest, rule) }
    }

    /// The open corpora hold few of these, and they leave little doubt.
    const fn plain(kind: EntityType, loudest: &'static [Evidence], rule: &'static Rule) -> Case {
        Case { floor: 85, ..Case::new(kind, loudest, rule) }
    }
}

/// All cases; the shape of a type's words comes last.
static CASES: [Case; 16] = {
    use EntityType::{Loc, Org, Per};
    use Evidence::*;
    [
        Case::plain(Per, &[Title], &PERSON_TITLE),
        Case::new(Per, &[Role, RoleAfter], &PERSON_ROLE),
        Case::new(Per, &[GivenFirst, GivenAlone], &PERSON_GIVEN_NAME),
        Case::new(Per, &[Initial], &PERSON_INITIALS),
        Case::new(Per, &[AgeAfter], &PERSON_AGE),
        Case::neighbour(Per, &[SaysAfter, SaysBefore], &PERSON_SAYING),
        Case::shape(Per, &PERSON_SHAPE),
        Case { again: Again::FirstWord, ..Case::plain(Org, &[LegalForm], &ORG_LEGAL_FORM) },
        Case::new(Org, &[OrganisationHeadFirst, OrganisationHeadLast], &ORG_HEAD),
        Case { again: Again::Capitals, ..Case::new(Org, &[OrganisationNounBefore], &ORG_APPOSITION) },
        Case::new(Org, &[Acronym], &ORG_ACRONYM),
        Case::shape(Org, &ORG_SHAPE),
        Case::new(Loc, &[PlaceHeadFirst, PlaceHeadLast], &PLACE_HEAD),
        Case::neighbour(Loc, &[PlacePreposition], &PLACE_PREPOSITION),
        Case { again: Again::Capitals, ..Case::new(Loc, &[PlaceNounBefore], &PLACE_APPOSITION) },
        Case::shape(Loc, &PLACE_SHAPE),
    ]
};

/// What the observations about a run make of it; none where they do not speak clearly.
pub(super) fn of(sum: Sum, weights: &Weights) -> Option<(&'static Rule, Name)> {
    let (kind, points, loudest) = sum.decide(weights)?;
    let speaks = |case: &&Case| case.kind == kind && (case.loudest.is_empty() || case.loudest.contains(&loudest));
    let case = CASES.iter().find(speaks).filter(|case| points > case.margin)?;
    let confidence = confidence(points).max(case.floor);
    Some((case.rule, Name { again: case.again, ..Name::new(kind, confidence) }))
}

/// A short name with capitals or digits inside, directly behind the head noun of a body: "das Kompetenzzentrum EC3".
pub(super) fn acronym_behind_noun() -> Name {
    Name { again: Again::Capitals, ..Name::new(EntityType::Org, 80) }
}

/// How sure so many points make, in hundredths. A fraction stands in for the logistic curve, since it is the same on
/// every machine.
fn confidence(points: i16) -> u8 {
    let points = points.clamp(0, 500);
    (50 + 50 * points / (points + 10)).min(97) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn what_speaks_loudest_names_the_rule() {
        let mut sum = Sum::default();
        for evidence in [Evidence::Several, Evidence::AllUnknown, Evidence::GivenFirst] {
            sum.add(evidence);
        }
        let (rule, name) = of(sum, Weights::of(Some(Lang::En))).expect("a given name makes a person");
        assert_eq!((name.kind, rule), (EntityType::Per, &PERSON_GIVEN_NAME));
        assert!(of(Sum::default(), Weights::of(Some(Lang::En))).is_none());
    }
}
