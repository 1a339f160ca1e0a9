//! Groups of classes that many rules ask for, by what they are in grammar.

use super::{Class, ClassSet};

/// What stands before a noun and takes its case; an indefinite article is an article too.
pub(crate) const DETERMINER: ClassSet = ClassSet::of(&[Class::Article, Class::Demonstrative, Class::Possessive]);

/// How much or how many, without a number.
pub(crate) const QUANTITY: ClassSet = ClassSet::of(&[Class::Quantifier, Class::Indefinite]);

/// What makes a word behind it a noun: a determiner, a quantity or a number.
pub(crate) const BEFORE_NOUN: ClassSet = DETERMINER.or(&[Class::Quantifier, Class::Cardinal]);

/// What can open a noun phrase before its adjectives.
pub(crate) const OPENS_PHRASE: ClassSet = DETERMINER.with(QUANTITY).or(&[Class::Cardinal]);

/// Verbs of grammar.
pub(crate) const AUXILIARY: ClassSet = ClassSet::of(&[Class::Auxiliary, Class::Modal]);

/// All verbs.
pub(crate) const VERBAL: ClassSet = AUXILIARY.or(&[Class::Verb]);

/// What describes a noun, an adjective or a verb.
pub(crate) const MODIFIER: ClassSet = ClassSet::of(&[Class::Adjective, Class::Adverb]);

/// What describes a noun.
pub(crate) const ATTRIBUTE: ClassSet = ClassSet::of(&[Class::Adjective, Class::PlaceAdjective]);

/// Words between phrases.
pub(crate) const LINK: ClassSet = ClassSet::of(&[Class::Adposition, Class::Coordinator]);

/// Words that open a clause.
pub(crate) const OPENER: ClassSet = ClassSet::of(&[Class::Subordinator, Class::RelativePronoun, Class::Interrogative]);

/// What stands for a noun.
pub(crate) const PRONOMINAL: ClassSet = ClassSet::of(&[Class::Pronoun, Class::Demonstrative]);

/// Words of grammar that are no part of a phrase.
pub(crate) const CLOSED: ClassSet = LINK.with(AUXILIARY).with(OPENER).or(&[Class::Negation, Class::Pronoun]);

/// Number words that count.
pub(crate) const AMOUNT: ClassSet = ClassSet::of(&[Class::Cardinal, Class::Scale, Class::GroupOf, Class::OpenAmount]);

/// Words of numbers and what belongs to them.
pub(crate) const NUMBER: ClassSet = AMOUNT.or(&[Class::Approx, Class::Fraction, Class::Multiple, Class::OrdinalWord]);

/// What a number measures in.
pub(crate) const UNIT: ClassSet = ClassSet::of(&[Class::Currency, Class::MeasureUnit, Class::TimeUnit]);

/// Names of days.
pub(crate) const DAY: ClassSet = ClassSet::of(&[Class::Relative, Class::Weekday]);

/// Names of days and longer times.
pub(crate) const CALENDAR: ClassSet = DAY.or(&[Class::Holiday, Class::Month, Class::Part, Class::Season]);

/// Names and units of time.
pub(crate) const TIME: ClassSet = CALENDAR.or(&[Class::DayPart, Class::TimeUnit]);

/// What stands behind a time of day or a year.
pub(crate) const CLOCK: ClassSet = ClassSet::of(&[Class::Clock, Class::Era, Class::Meridiem, Class::TimeZone]);

/// Common nouns.
pub(crate) const NOUN: ClassSet = ClassSet::of(&[Class::Noun, Class::Role, Class::Medium]);

/// Names of people.
pub(crate) const PERSON: ClassSet = ClassSet::of(&[Class::GivenName, Class::Surname, Class::Person]);

/// Names of places.
pub(crate) const PLACE: ClassSet = ClassSet::of(&[Class::Country, Class::Place]);

/// Names that the dictionaries know as a whole.
pub(crate) const NAMED: ClassSet = PLACE.or(&[Class::Organisation, Class::Person, Class::Misc]);

/// What a person is called by besides the name.
pub(crate) const OFFICE: ClassSet = ClassSet::of(&[Class::Role, Class::Title]);

/// What tells the kind of a name.
pub(crate) const HEAD: ClassSet = ClassSet::of(&[Class::OrganisationHead, Class::PlaceHead]);
